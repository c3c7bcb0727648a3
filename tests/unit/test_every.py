"""A case of many checks tells every one that fails, and fails when one does."""

import ast
from pathlib import Path

import pytest

from tests.every import every

FILES = sorted(Path(__file__).parents[1].rglob("test_*.py"))

SEEN = []


def is_small(number):
    SEEN.append("is_small")
    assert number < 3


def is_even(number):
    SEEN.append("is_even")
    assert number % 2 == 0, "odd"


def divides_twelve(number):
    SEEN.append("divides_twelve")
    assert 12 % number == 0


CHECKS = (is_small, is_even, divides_twelve)


def test_every_check_is_run_and_nothing_is_raised_where_all_hold():
    SEEN.clear()
    every(CHECKS, 2)
    assert [c.__name__ for c in CHECKS] == SEEN


def test_one_failure_is_raised_as_it_is_with_the_name_of_its_check():
    with pytest.raises(AssertionError) as raised:
        every(CHECKS, 1)
    assert raised.value.__notes__ == ["found by the check is_even"]


def test_several_failures_are_told_together_and_other_errors_too():
    with pytest.raises(ExceptionGroup) as raised:
        every(CHECKS, 7)
    assert [e.__notes__[0].rpartition(" ")[2] for e in raised.value.exceptions] == [c.__name__ for c in CHECKS]
    with pytest.raises(ZeroDivisionError):
        every(CHECKS, 0)
    with pytest.raises(ExceptionGroup):
        every((is_even, "".join), 3)


def forgotten(text):
    """The functions of a test file that assert something and that nothing in it asks."""
    tree = ast.parse(text)
    named = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    given = {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}  # fixtures
    own = [f for f in tree.body if isinstance(f, ast.FunctionDef) and not f.name.startswith("test_")]
    asserting = [f.name for f in own if any(isinstance(n, ast.Assert) for n in ast.walk(f))]
    return [name for name in asserting if name not in named | given]


def test_no_check_is_written_and_never_asked():
    assert {p.name: found for p in FILES if (found := forgotten(p.read_text(encoding="utf-8")))} == {}


def test_a_planted_check_that_nobody_asks_is_found():
    check = "def holds(claim):\n    assert claim\n"
    assert forgotten(check) == ["holds"]
    assert forgotten(f"{check}CHECKS = (holds,)\n") == []
