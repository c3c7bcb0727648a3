"""What the browser keeps is taken when it was asked for, and then once."""

from types import SimpleNamespace

import pytest
import streamlit as st

from components.shared import keep as kept


@pytest.fixture
def answer(monkeypatch):
    """Draw the component and let the browser answer: what `on_found` is called with."""

    def told(found, *, ask):
        given, heard = [], {}
        monkeypatch.setattr(kept, "_mount", lambda **said: heard.update(said))
        monkeypatch.setattr(st, "session_state", {"keep_shelf": SimpleNamespace(found=found)})
        kept.keep("shelf", None, lambda text, refused: given.append((text, refused)), ask=ask)
        heard["on_found_change"]()
        return given

    return told


@pytest.mark.parametrize(
    ("found", "taken"),
    [
        ({"text": "a"}, [("a", False)]),
        ({"text": None}, [(None, False)]),
        ({"text": None, "refused": True}, [(None, True)]),
        ({"text": "a" * (kept.LIMIT + 1)}, [(None, False)]),
        ({"text": 7}, [(None, False)]),
        ("a", []),
        (None, []),
    ],
)
def test_what_the_browser_keeps_is_taken_where_it_was_asked_for(answer, found, taken):
    assert answer(found, ask=True) == taken


def test_an_answer_that_nobody_waits_for_is_not_taken(answer):
    assert answer({"text": "what was there before the last change"}, ask=False) == []
