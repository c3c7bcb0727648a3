"""The parts of Streamlit's front end that a page shows are those that its HTML names ahead."""

from pathlib import Path

import pytest

from components.server import frame, preload
from tests.app.opened import run

PAGES = [script for script, *_ in (*frame.PAGES, *frame.ASIDE)]


def drawn(node):
    """Names of all elements of a page, in small letters."""
    for child in getattr(node, "children", {}).values():
        if hasattr(child, "proto"):
            yield getattr(child.proto, "DESCRIPTOR", None) and child.proto.DESCRIPTOR.name.lower()
        yield from drawn(child)


@pytest.mark.parametrize("script", PAGES)
def test_a_page_names_the_parts_that_it_shows(script):
    at = run() if script == frame.START[0] else run(script)
    lazy = {name.lower(): name for name in preload.lazy()}
    shown = {lazy[name] for name in drawn(at._tree) if name in lazy}  # noqa: SLF001
    assert set(preload.parts(Path(script).stem)) == shown - preload.HEAVY
