"""Exercises and tests as records that unfold, as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

from html import escape

from components.card.exercise import exercise
from components.card.self_test import about_test, left_out_test
from data.catalog import Catalog
from data.wording import sentence


def exercises(focus: str | None, catalog: Catalog) -> str:
    """Every exercise, the one that is asked for first and unfolded."""
    order = sorted(catalog.exercises.values(), key=lambda e: e.id != focus)
    return "".join(_record(e.name, sentence(e.use), exercise(e, catalog), is_open=e.id == focus) for e in order)


def tests(focus: str | None, catalog: Catalog) -> str:
    """Every test of the self-check and every one that was left out, the one that is asked for first and unfolded."""
    check = catalog.self_check
    rows = [(t.id, t.name, "In the self-check", about_test(t, catalog)) for t in check.tests]
    rows += [(t.id, t.name, "Left out", left_out_test(t, catalog)) for t in check.left_out]
    order = sorted(rows, key=lambda row: row[0] != focus)
    return "".join(_record(name, note, body, is_open=id_ == focus) for id_, name, note, body in order)


def named(test: str, catalog: Catalog) -> tuple[str, str]:
    """The name of a test, asked or left out, and a sentence of it."""
    check = catalog.self_check
    told = {t.id: (t.name, t.means) for t in check.tests} | {t.id: (t.name, t.why) for t in check.left_out}
    return told[test]


def _record(name: str, note: str, body: str, *, is_open: bool) -> str:
    return (
        f'<details class="hc-claim"{" open" if is_open else ""}><summary><span><b>{escape(name)}</b><br>'
        f'<span class="hc-note">{escape(note)}</span></span></summary><div class="hc-cut">{body}</div></details>'
    )
