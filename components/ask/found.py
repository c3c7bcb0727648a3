"""One answer: kind, sign and word of its verdict, name, one sentence, and where it stands. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from components.ask import links
from components.ask.marking import said
from components.card.heads import verdicts
from components.shared.palette import FINDING, ROLLING, TISSUE, Ink
from data.ask import Answer
from data.catalog import Catalog
from data.wording import capital, ended, sentence, small

KINDS = {
    "structure": "Tissues",
    "bone": "Bones",
    "group": "Groups",
    "context": "Drawn for orientation",
    "place": "Places that hurt",
    "condition": "Stories of pain",
    "claim": "Claims",
    "conflict": "Where articles disagree",
    "myth": "Stories, and what was found",
    "chain": "Chains",
    "exercise": "Exercises",
    "test": "Tests of the self-check",
    "left_out": "Tests we left out",
    "rolling_effect": "What rolling changes",
    "ask_first": "Ask before you roll",
    "article": "Articles",
}
"""Every kind, as the heading of a group."""


@dataclass(frozen=True)
class Found:
    """One answer in words. `word` says the verdict, or what it is where there is none."""

    kind: str
    id: str
    sign: str
    word: str
    name: str
    line: str
    address: str


def found(answer: Answer, catalog: Catalog) -> Found:
    """An answer in words; KeyError for a kind or id that is not known."""
    sign, word, name, line = _WORDS[answer.kind](answer, catalog)
    address = links.address(answer.kind, answer.id, answer.part)
    return Found(answer.kind, answer.id, sign, word, name, line, address)


Four = tuple[str, str, str, str]
"""Sign, word, name, sentence."""


def _structure(answer: Answer, catalog: Catalog) -> Four:
    s = catalog.structures[answer.id]
    ink = ROLLING[s.rolling.verdict]
    sore = f"; if it hurts: {small(ROLLING[s.rolling.when_painful].word)}" if s.rolling.when_painful else ""
    return ink.icon, f"{TISSUE[s.tissue].word} · rolling: {small(ink.word)}{sore}", s.name, said(s.plain)


def _bone(answer: Answer, catalog: Catalog) -> Four:
    b = catalog.bones[answer.id]
    return "–", "Bone · not something to roll", b.name, said(b.plain)


def _context(answer: Answer, catalog: Catalog) -> Four:
    c = catalog.context[answer.id]
    return "·", f"{capital(c.tissue)} · drawn for orientation", c.name, said(c.plain)


def _group(answer: Answer, catalog: Catalog) -> Four:
    g = catalog.groups[answer.id]
    ids = catalog.members(g.id)
    counts = ", ".join(f"{n} {small(ROLLING[v].word)}" for v, n in verdicts(ids, catalog).items())
    return "⋯", f"Group of {len(ids)} · rolling: {counts}", capital(g.name), said(g.plain)


def _finding(ink: Ink, what: str) -> tuple[str, str]:
    return ink.icon, f"{what} · {small(ink.word)}"


def _claim(answer: Answer, catalog: Catalog) -> Four:
    c = catalog.claims[answer.id]
    return *_finding(FINDING[c.verdict], "Claim"), c.text, said(c.reason)


def _conflict(answer: Answer, catalog: Catalog) -> Four:
    c = catalog.conflicts[answer.id]
    return "⇄", "The articles disagree", c.question, said(c.resolution)


def _myth(answer: Answer, catalog: Catalog) -> Four:
    m = catalog.myths[answer.id]
    return "≠", "A story, and what was found", m.title, said(m.found)


def _chain(answer: Answer, catalog: Catalog) -> Four:
    c = catalog.chains[answer.id]
    step = next((s for s in c.steps if s.id == answer.part), None)
    if step:
        return "→", f"Chain · {small(c.name)}, one step", step.title, said(step.text)
    return "→", "Chain · a story to examine", c.name, said(c.plain)


def _exercise(answer: Answer, catalog: Catalog) -> Four:
    e = catalog.exercises[answer.id]
    return "·", "Exercise", e.name, sentence(said(e.use))


def _test(answer: Answer, catalog: Catalog) -> Four:
    t = next(t for t in catalog.self_check.tests if t.id == answer.id)
    return "~", "Test of the self-check · weak evidence", t.name, said(t.means)


def _left_out(answer: Answer, catalog: Catalog) -> Four:
    t = next(t for t in catalog.self_check.left_out if t.id == answer.id)
    return "∅", "A test that we left out", t.name, said(t.why)


def _article(answer: Answer, catalog: Catalog) -> Four:
    a = catalog.articles[answer.id]
    sells = f"; sells {a.sells}" if a.sells else ""
    return "·", f"Article{sells}", a.title, sentence(a.stance)


def _effect(answer: Answer, catalog: Catalog) -> Four:
    e = catalog.rolling_effects[answer.id]
    return "·", "What rolling changes", e.what, sentence(said(e.how_long))


def _ask_first(answer: Answer, catalog: Catalog) -> Four:
    a = catalog.ask_first[answer.id]
    return "!", "Ask before you roll", f"If you {small(a.who)}", sentence(a.why)


def _condition(answer: Answer, catalog: Catalog) -> Four:
    c = catalog.conditions[answer.id]
    first = " · ruled out first" if c.urgent else ""
    return "○", f"A story of pain{first}", c.name, ended(said(c.plain.text))


def _place(answer: Answer, catalog: Catalog) -> Four:
    p = catalog.pain_places[answer.id]
    return "◎", "A place that hurts · stop signs, then stories", p.name, ended(said(p.plain))


_WORDS: dict[str, Callable[[Answer, Catalog], Four]] = {
    "structure": _structure, "bone": _bone, "context": _context, "group": _group, "claim": _claim,
    "conflict": _conflict, "myth": _myth, "chain": _chain, "exercise": _exercise, "test": _test,
    "left_out": _left_out, "article": _article, "rolling_effect": _effect, "ask_first": _ask_first,
    "condition": _condition, "place": _place,
}  # fmt: skip
