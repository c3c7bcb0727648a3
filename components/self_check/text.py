"""The words of the self-check as escaped HTML. Pure: takes content and results, returns strings.

Links open a new tab: in this one they would begin a new session, and the answers would be gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.card.exercise import plans
from components.card.self_test import accuracy, also_called, left_out_test, sources
from components.shared.link import beside
from components.shared.palette import ROLLING
from data.catalog import Catalog
from data.self_check import SOMETHING_ELSE, Direction, Level, SelfCheck, SelfTest, SoftFlag
from data.self_result import Finding, Result, Weighed

LEVEL_ICON = {Level.RAISED: "☞", Level.OPEN: "~", Level.AWAY: "↓", Level.SILENT: "·"}
DISPLAY_ORDER = (Level.RAISED, Level.OPEN, Level.AWAY, Level.SILENT)


def test(found: SelfTest, picture: str) -> str:
    """What else a test is called, its picture, how to do it, when to stop, and how people cheat."""
    steps = "".join(f"<li>{escape(step)}</li>" for step in found.how)
    stop_if = f'<p class="hc-stop-if"><b>Stop if it hurts.</b> {escape(found.stop_if)}</p>' if found.stop_if else ""
    first = f"<p>{escape(found.first)}</p>" if found.first else ""
    return (
        f'{also_called(found.also_called)}{stop_if}{picture}<ol class="hc-steps">{steps}</ol>{first}'
        f"<p><b>How people cheat without noticing:</b> {escape(found.cheating)}</p>"
    )


def headline(found: Result, check: SelfCheck) -> str:
    """What comes out, in a few sentences; suggests, never diagnoses."""
    said: dict[str, list[str]] = {}
    for w in found.raised:
        said.setdefault(w.outcome.raised or check.levels[w.level], []).append(w.outcome.name.lower())
    lines = [f"{words}: {', '.join(names)}" for words, names in sorted(said.items(), key=lambda item: item[0])]
    if found.see_someone_first:
        lines.insert(0, "Let someone look at it first")
    more = "At least two of your answers agree. They are hints from weak tests, not a diagnosis."
    notes = "".join(f"<li>{escape(n)}</li>" for n in found.notes)
    return (
        '<div class="hc-lead">'
        + "".join(f'<p class="hc-word"><b>{escape(line)}</b></p>' for line in lines or ["No clear pattern"])
        + f"<p>{escape(more if said else check.nothing_agrees)}</p>"
        f"<p>You answered {found.answered} of {len(check.tests)} tests.</p>"
        + (f'<ul class="hc-points">{notes}</ul>' if notes else "")
        + "</div>"
    )


def ranked(found: Result) -> list[Weighed]:
    """The outcomes in the order in which they are read: what should be looked at, what is raised, the rest."""
    return sorted(found.outcomes, key=lambda w: (DISPLAY_ORDER.index(w.level), w.outcome.raised is None))


def soft(found: SoftFlag, catalog: Catalog) -> str:
    """What a flag that does not stop changes, with the way to what to read."""
    link = ""
    if found.structure:
        name = catalog.name(found.structure).lower()
        link = f" {beside(structure_link(found.structure), f'Read about it: {name}')}"
    named = escape(catalog.stop_flags[found.flag].name)
    said = f"<p><b>{named}.</b> {escape(found.advice)}{link}</p>{sources(found.references, catalog)}"
    return f'<div class="hc-lead">{said}</div>'


def outcome(found: Weighed, catalog: Catalog, *, wait: bool = False) -> str:
    """One outcome: what points towards it and away, how good those tests are, what to try, when to see someone.

    `wait` keeps what to try folded away, because someone should look first.
    """
    words = found.outcome
    raised = found.level is Level.RAISED
    level = (words.raised if raised else None) or catalog.self_check.levels[found.level]
    tests = list(dict.fromkeys(f.test.id for f in (*found.towards, *found.away)))
    by_id = {t.id: t for t in catalog.self_check.tests}
    good = "".join(f"<h3>{escape(by_id[t].name)}</h3>{accuracy(by_id[t], catalog)}" for t in tests)
    title = "What to try first" if raised else "What is usually tried first"
    return (
        f'<section class="hc-outcome hc-level-{found.level}"><h2 class="hc-word">'
        f'<span class="hc-icon" aria-hidden="true">'
        f"{LEVEL_ICON[found.level]}</span><span>{escape(words.name)}</span>"
        f'<span class="hc-chip">{escape(level)}</span></h2>'
        + (f"<p>{escape(words.plain)}</p>" if found.towards else "")
        + f'<div class="hc-two">{_side("Points towards", "+", found.towards)}'
        + f"{_side('Points away', '−', found.away)}</div>"
        + (_fold("How good these tests are: weak", good) if good else "")
        + _fold(title, _try(found, catalog), is_open=raised and not wait)
        + _fold("When to see someone", f"<p>{escape(words.see_someone)}</p>", is_open=raised)
        + _chain_link(words.id)
        + "</section>"
    )


def left_out(check: SelfCheck, catalog: Catalog) -> str:
    """The tests that are not asked for, and why."""
    return "".join(left_out_test(x, catalog) for x in check.left_out)


def scoring(catalog: Catalog) -> str:
    """How answers are counted: the rules in words, then every answer with its points."""
    check = catalog.self_check
    rules = "".join(f"<li>{escape(line)}</li>" for line in check.rules.explained)
    names = {o.id: o.name for o in check.outcomes}
    rows = []
    for number, t in enumerate(check.tests, 1):
        for a in t.answers:
            sign = {Direction.TOWARDS: "+", Direction.AWAY: "−"}
            said = "; ".join(f"{sign[p.direction]}{p.weight} {names[p.chain]}" for p in a.points)
            if a.flag and catalog.stop_flags[a.flag].stops:
                said = "ends the self-check: a stop sign"
            rows.append(f"<tr><td>{number}</td><td>{escape(a.label)}</td><td>{escape(said or 'nothing')}</td></tr>")
    head = '<tr><th scope="col">Test</th><th scope="col">Answer</th><th scope="col">Counts</th></tr>'
    return (
        f'<ul class="hc-points">{rules}</ul><table class="hc-table"><thead>{head}</thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def structure_link(structure: str) -> str:
    """Where a structure's card opens."""
    return f"./?structure={structure}&view=lateral&layer=surface"


def _try(found: Weighed, catalog: Catalog) -> str:
    words = found.outcome
    exercises = plans([catalog.exercises[id_] for id_ in found.exercises], catalog, leave=False)
    if found.left_out:
        names = ", ".join(escape(catalog.exercises[id_].name.lower()) for id_ in found.left_out)
        exercises += f"<p><b>Leave out, also as a next step, because the test hurt:</b> {names}.</p>"
    rolls = []
    for id_ in found.rolling:
        verdict = ROLLING[catalog.structures[id_].rolling.verdict]
        rolls.append(
            f"{beside(structure_link(id_), catalog.name(id_))} ({verdict.icon} {escape(verdict.word.lower())})"
        )
    rolling = ""
    if rolls:
        rolling = f"<p><b>If you want to roll:</b> {', '.join(rolls)}. Not where it hurts, and not the band itself.</p>"
    elif words.rolling:
        rolling = "<p><b>Rolling:</b> leave it out here, because of what you answered to the stop signs.</p>"
    return (
        f"<p>{escape(words.try_first)}</p>{exercises}{rolling}<p><b>For how long:</b> {escape(words.how_long)}</p>"
        f"{sources(words.references, catalog)}"
    )


def _chain_link(id_: str) -> str:
    if id_ == SOMETHING_ELSE:
        return ""
    return f'<p class="hc-go">{beside(f"./chains?chain={id_}", "See the whole story with its evidence")}</p>'


def _side(title: str, sign: str, findings: Sequence[Finding]) -> str:
    items = "".join(f"<li>{escape(f.test.name)} – “{escape(f.answer)}” ({sign}{f.weight})</li>" for f in findings)
    return f'<div><p class="hc-under">{title}</p>' + (
        f'<ul class="hc-points">{items}</ul></div>' if items else '<p class="hc-note">Nothing you answered.</p></div>'
    )


def _fold(title: str, body: str, *, is_open: bool = False) -> str:
    return f'<details class="hc-fold"{" open" if is_open else ""}><summary>{escape(title)}</summary>{body}</details>'
