"""No test runs an event loop in its own thread: in a worker that has driven a browser, that thread has one already."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
STARTS = {"run", "run_until_complete", "run_forever", "Runner"}
ALLOWED = {TESTS / "unit" / "served.py"}
"""Here it runs in a thread of its own (`awaited`)."""


def starts(text):
    """The lines on which a loop is started."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in STARTS:
            of_asyncio = isinstance(node.value, ast.Name) and node.value.id in {"asyncio", "anyio"}
            if of_asyncio or node.attr in {"run_until_complete", "run_forever"}:
                found.append(node.lineno)
        elif isinstance(node, ast.ImportFrom) and node.module in {"asyncio", "anyio"}:
            found += [node.lineno for name in node.names if name.name in STARTS]
    return found


def test_a_loop_is_started_in_one_place_alone():
    run_by_pytest = [f for f in TESTS.rglob("*.py") if not {"load", "bench"} & set(f.parts)]
    found = {f: starts(f.read_text(encoding="utf-8")) for f in run_by_pytest if f not in ALLOWED}
    assert {f.name: lines for f, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "text",
    ["asyncio.run(ask())", "from asyncio import run", "loop.run_until_complete(x)", "asyncio.Runner()", "anyio.run(x)"],
)
def test_a_planted_loop_is_found(text):
    assert starts(text) == [1]
