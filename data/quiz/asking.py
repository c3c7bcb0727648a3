"""Making questions: which there are for some options, and each from its id. The same seed makes the same question."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from data.catalog import Catalog
from data.chain import Chain, Grade
from data.claim import Claim
from data.outlines import AXIAL_VIEWS, LONG_VIEWS, load_view
from data.quiz.facts import fact, heights, lesson, miss, wrong
from data.quiz.question import REGIONS, Level, Mode, Options, Question
from data.section import first_under, sides, under_roller
from data.visibility import LAYERS, regions, room_mm, spot
from data.wording import capital, ended, small

FINGER_MM = 9.0
"""Find asks only for what has room for a circle of this radius: a fingertip on a phone."""
SEEN_MM = 6.0
"""Name asks only for what has room for a circle of this radius: it must be seen."""
STEADY_MM = 10
"""What a roller meets first is asked only where it stays the same when the roller moves this far to either side."""
BESIDE_MM = 25
"""What a roller meets first within this distance is no wrong answer."""
FACTS = {
    "origin": "Where {does} {it} begin?",
    "insertion": "Where {does} {it} end?",
    "nerve": "Which nerve serves {it}?",
    "action": "Which of these movements {does} {it} make?",
    "tissue": "What is {it} made of?",
}
SIDES = {"outer": "outer side", "front": "front", "inner": "inner side", "back": "back"}
NEEDS = {
    "supported": "Nothing more: studies support it",
    "partly_supported": "Narrower words: only a part of it holds",
    "plausible": "A first test of the idea in people",
    "mixed": "Studies that agree with each other",
    "weak": "A larger study with a control group",
    "no_evidence": "Any study at all: none was found",
    "refuted": "Nothing: it is contradicted and should go",
    "not_testable": "Other words: as it stands it cannot be tested",
    "reasonable_advice": "A trial in people with the complaint",
    "repeated": "More articles that say the same",
}
"""What a claim with a verdict would need most; the last helps no claim."""
NOT = {
    "supported": ("no_evidence", "refuted", "not_testable"),
    "partly_supported": ("no_evidence", "refuted"),
    "plausible": ("supported", "refuted", "not_testable"),
    "mixed": ("supported", "no_evidence", "refuted", "not_testable"),
    "weak": ("supported", "not_testable"),
    "no_evidence": ("supported", "not_testable"),
    "not_borne_out": ("supported", "not_testable"),
    "refuted": ("supported", "partly_supported", "plausible", "not_testable"),
    "reasonable_advice": ("refuted", "not_testable"),
}
"""For a verdict those that it surely is not; others are a matter of taste and no wrong answers."""
ADVICE = re.compile(r"(Do|Load|Loosen|Needle|Roll|Strengthen|Stretch|Test|Use)\b|.*\b(should|is fine)\b")
"""How a claim begins, or what it says, that is advice."""
THIN = ("skin", "subcutaneous_fat")


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The ids of every question that the options allow, in a fixed order."""
    found: list[str] = []
    mine = [s for s in catalog.structures.values() if _in_region(s.id, options.region)]
    groups = [g for g in catalog.groups.values() if any(_in_region(i, options.region) for i in g.structures)]
    single = options.level is Level.SINGLE
    if Mode.FIND in options.modes:
        wanted = [s.id for s in mine] if single else [g.id for g in groups]
        found += [f"find:{i}" for i in wanted if _places(_members(i, catalog), options)]
    if Mode.NAME in options.modes:
        wanted = [s.id for s in mine] if single else [g.id for g in groups]
        found += [f"name:{i}" for i in wanted if _places(_members(i, catalog), options, SEEN_MM)]
    if Mode.FACTS in options.modes:
        found += [f"facts:{s.id}.{f}" for s in mine for f in FACTS if len(wrong(s, f, catalog)) >= 3]
    if Mode.REASON in options.modes:
        cuts = [v for v in AXIAL_VIEWS if _in_level(v, options.region)]
        found += [f"reason:roller.{v}.{s}" for v in cuts for s in sides(load_view(v)) if _steady(v, s)]
        found += [f"reason:link.{c.id}" for c in catalog.chains.values() if _weakest(c)]
        claims = [c for c in catalog.claims.values() if set(c.structures) & {s.id for s in mine}]
        found += [f"reason:claim.{c.id}" for c in claims if len(_surely_not(c)) >= 2]
        found += [f"reason:need.{c.id}" for c in claims if len(_surely_not(c)) >= 2 and _needy(c)]
    return found


def ask(id_: str, options: Options, catalog: Catalog, seed: int) -> Question:
    """Make one question. Raises KeyError for an id that there is not."""
    mode, _, subject = id_.partition(":")
    makers: dict[str, Callable[[str, Options, Catalog, random.Random], Question]] = {
        "find": _find, "name": _name, "facts": _facts, "reason": _reason,
    }  # fmt: skip
    return makers[mode](subject, options, catalog, random.Random(f"{id_}{seed}"))


def letters(question: Question, catalog: Catalog, seed: int) -> dict[str, str]:
    """For a Find question: letters A to D for four structures in the picture, one of them right (id by letter).

    This is how a question is answered without pointing; the letters stand in the picture.
    """
    if question.view is None:
        raise KeyError(question.id)
    draw = random.Random(f"letters{question.id}{seed}")
    seen = [
        i for i in regions(question.view, question.layer)
        if i in catalog.structures and room_mm(question.view, question.layer, i) > 4 and i not in question.answers
    ]  # fmt: skip
    right = next(a for a in question.answers if room_mm(question.view, question.layer, a) >= FINGER_MM)
    at = spot(question.view, question.layer, right)
    near = sorted(seen, key=lambda i: _distance(at, spot(question.view or "", question.layer, i)))[:5]
    chosen = [right, *draw.sample(near, min(3, len(near)))]
    draw.shuffle(chosen)
    return dict(zip("ABCD", chosen, strict=False))


def _find(subject: str, options: Options, catalog: Catalog, draw: random.Random) -> Question:
    members = _members(subject, catalog)
    view, layer, _ = draw.choice(_places(members, options))
    seen = tuple(i for i in members if room_mm(view, layer, i) > 0)
    group = catalog.groups.get(subject)
    prompt = f"Tap one of these: {group.name}" if group else f"Tap {_the(subject, catalog)}"
    first = catalog.structures[seen[0]]
    why = f"{first.plain} {first.find_it}"
    if group:
        why = f"Seen here: {'; '.join(catalog.name(i).lower() for i in seen)}."
    return Question(f"find:{subject}", Mode.FIND, prompt, seen, (), why, view, layer, revisit=seen[0])


def _name(subject: str, options: Options, catalog: Catalog, draw: random.Random) -> Question:
    members = _members(subject, catalog)
    view, layer, lit = draw.choice(_places(members, options, SEEN_MM))
    group = catalog.groups.get(subject)
    if group:
        others = [
            (g.id, g.name) for g in catalog.groups.values() if g.id != subject and not _said_of(lit, g.name, catalog)
        ]
        choices = _mixed((subject, group.name), others, draw)
        question = "To which group does the marked tissue belong?"
        why = f"It is {_the(lit, catalog)}. {catalog.structures[lit].plain}"
    else:
        near = [(i, catalog.name(i)) for i in _neighbours(lit, view, layer, catalog)]
        choices = _mixed((lit, catalog.name(lit)), near, draw)
        question, why = "What is marked?", catalog.structures[lit].plain
    return Question(f"name:{subject}", Mode.NAME, question, (subject,), choices, why, view, layer, lit, revisit=lit)


def _facts(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    id_, _, field = subject.partition(".")
    found = catalog.structures[id_]
    right = fact(found, field) if field in FACTS else None
    if right is None:
        raise KeyError(subject)
    others = wrong(found, field, catalog)
    near = list(others) if field in ("action", "tissue") else list(others)[:6]
    choices = _mixed((right, capital(right)), [(t, capital(t)) for t in near], draw, sure=1)
    it = _the(id_, catalog)
    prompt = FACTS[field].format(it=it, does="do" if it.endswith("i") else "does")
    misses = {t: miss(found, field, t, _the(i, catalog) if i else None) for t, i in others.items()}
    why = lesson(found, field, catalog)
    return Question(f"facts:{subject}", Mode.FACTS, prompt, (right,), choices, why, misses=misses, revisit=id_)


def _reason(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    kind, _, rest = subject.partition(".")
    return {"roller": _roller, "link": _link, "claim": _claim, "need": _need}[kind](rest, catalog, draw)


def _roller(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    view, _, side = rest.partition(".")
    if side not in sides(load_view(view)) or not _steady(view, side):
        raise KeyError(rest)
    tissues = [p.id for p in under_roller(load_view(view), side) if p.id not in THIN]
    first, beside = tissues[0], _beside(view, side)
    wrong = [i for i in dict.fromkeys([*tissues[1:], *_drawn(view)]) if i not in beside][:5]
    choices = _mixed((first, catalog.name(first)), [(i, catalog.name(i)) for i in wrong], draw)
    prompt = (
        f"A roller comes from the {SIDES[side]} at the {AXIAL_VIEWS[view].lower()}, straight towards the thigh bone. "
        "What lies first under skin and fat?"
    )
    known = catalog.structures.get(first)
    below = "; ".join(catalog.name(i).lower() for i in tissues[1:])
    why = f"Beneath it: {below}. " if below else ""
    misses = dict.fromkeys(tissues[1:], "That lies deeper here.")
    reason = f"On rolling: {small(known.rolling.reason)}" if known else "Bone under a roller has nothing to gain."
    return Question(
        f"reason:roller.{rest}", Mode.REASON, prompt, (first,), choices, f"{why}{reason}", misses=misses,
        revisit=first if known else None,
    )  # fmt: skip


def _link(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    chain = catalog.chains[rest]
    weakest, solid = _weakest(chain), [e.id for e in chain.edges if e.grade is Grade.SOLID]
    if not weakest:
        raise KeyError(rest)
    right = draw.choice(weakest)

    def said(edge: str) -> str:
        ends = (chain.node(chain.edge(edge).source).label, chain.node(chain.edge(edge).target).label)
        return " → ".join(re.sub(r" \([^)]*\)", "", label) for label in ends)  # '(claim)' would tell

    def noted(edge: str) -> str:
        return ended(chain.edge(edge).note or chain.edge(edge).mechanism)

    choices = _mixed((right, said(right)), [(e, said(e)) for e in solid], draw)
    misses = {e: f"That one is better supported. {capital(noted(e))}" for e in solid}
    why = noted(right)
    prompt = f"Which of these links of “{chain.name}” is the weakest?"
    return Question(f"reason:link.{rest}", Mode.REASON, prompt, (right,), choices, why, misses=misses)


def _claim(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    claim = catalog.claims[rest]
    spare = "descriptive" if ADVICE.match(claim.text) else "reasonable_advice"
    words = {v: v.replace("_", " ").capitalize() for v in (str(claim.verdict), *_surely_not(claim), spare)}
    return _judged("claim", claim, words, "What do studies make of this {}?", draw)


def _need(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    claim = catalog.claims[rest]
    if not _needy(claim):
        raise KeyError(rest)
    words = {v: NEEDS[v] for v in (str(claim.verdict), *_surely_not(claim), "repeated")}
    return _judged("need", claim, words, "What would this {} need most?", draw)


def _judged(kind: str, claim: Claim, words: dict[str, str], asked: str, draw: random.Random) -> Question:
    """A question on a claim; `words` are the answers by verdict, the right one first."""
    (right, said), *others = words.items()
    if len(others) < 3:
        raise KeyError(claim.id)
    choices = _mixed((right, said), others, draw)
    prompt = f"“{claim.text}” {asked.format('advice' if ADVICE.match(claim.text) else 'claim')}"
    revisit = claim.structures[0] if claim.structures else None
    return Question(f"reason:{kind}.{claim.id}", Mode.REASON, prompt, (right,), choices, claim.reason, revisit=revisit)


def _surely_not(claim: Claim) -> list[str]:
    """Verdicts that a claim surely has not; nothing is surely not refuted that a study speaks against."""
    right = str(claim.verdict)
    against = bool(claim.contradicting) and right != "supported"
    found = [v for v in NOT.get(right, ()) if not (v == "refuted" and against)]
    return [*found, "refuted"] if right == "no_evidence" and claim.no_study_found else found


def _needy(claim: Claim) -> bool:
    """Whether what a claim needs follows from its verdict.

    It does not where something was looked into without evidence coming of it, or where studies speak only against it.
    """
    looked = claim.verdict == "no_evidence" and not claim.no_study_found
    against = claim.verdict == "weak" and claim.contradicting and not claim.supporting
    return str(claim.verdict) in NEEDS and not looked and not against


def _weakest(chain: Chain) -> list[str]:
    """The struck links, else the dashed ones; none where there are too few solid ones to choose among."""
    solid = [e for e in chain.edges if e.grade is Grade.SOLID]
    struck = [e.id for e in chain.edges if e.grade is Grade.STRUCK]
    dashed = [e.id for e in chain.edges if e.grade is Grade.DASHED]
    return (struck or dashed) if len(solid) >= 3 else []


@cache
def _steady(view: str, side: str) -> bool:
    return len({first_under(load_view(view), side, mm) for mm in range(-STEADY_MM, STEADY_MM + 1, 5)}) == 1


@cache
def _beside(view: str, side: str) -> frozenset[str | None]:
    return frozenset(first_under(load_view(view), side, mm) for mm in range(-BESIDE_MM, BESIDE_MM + 1, 5))


def _said_of(id_: str, group: str, catalog: Catalog) -> bool:
    """Whether a structure's own words liken it to a group: adductor magnus is half a hamstring."""
    found = catalog.structures[id_]
    return group.casefold().rstrip("s") in " ".join([found.plain, *(s.name for s in found.synonyms)]).casefold()


def _members(subject: str, catalog: Catalog) -> tuple[str, ...]:
    if subject in catalog.groups:
        return catalog.groups[subject].structures
    return (catalog.structures[subject].id,)


def _places(members: Sequence[str], options: Options, room: float = FINGER_MM) -> list[tuple[str, str, str]]:
    """Views and layers in which one of some structures has room to be tapped (or seen): (view, layer, structure)."""
    layers = LAYERS[:3] if options.layer == "all" else (options.layer,)
    return [(v, la, i) for v in LONG_VIEWS for la in layers for i in members if room_mm(v, la, i) >= room]


def _neighbours(id_: str, view: str, layer: str, catalog: Catalog) -> list[str]:
    """Structures near one in the picture, the nearest first; from other views where too few are seen."""
    at = spot(view, layer, id_)
    seen = [i for i in regions(view, layer) if i in catalog.structures and i != id_ and room_mm(view, layer, i) > 2]
    near = sorted(seen, key=lambda i: _distance(at, spot(view, layer, i)))[:6]
    same = [g for g in catalog.groups.values() if id_ in g.structures]
    more = [i for g in same for i in g.structures if i != id_] + [i for i in catalog.structures if i != id_]
    return list(dict.fromkeys([*near, *more]))[: max(6, len(near))]


def _mixed(
    right: tuple[str, str], others: Sequence[tuple[str, str]], draw: random.Random, sure: int = 0
) -> tuple[tuple[str, str], ...]:
    """The right choice among three others, shuffled, the first `sure` of them always there; never twice the same."""
    unlike = [o for o in dict.fromkeys(others) if o[1].casefold() != right[1].casefold()]
    chosen = [right, *unlike[:sure], *draw.sample(unlike[sure:], min(3 - sure, len(unlike) - sure))]
    draw.shuffle(chosen)
    return tuple(chosen)


def _in_region(structure: str, region: str) -> bool:
    """Whether a third of a structure lies in a region, or a third of the region is filled by it."""
    span, (low, high) = heights(structure), REGIONS[region]
    if span is None:
        return False
    common = min(span[1], high) - max(span[0], low)
    return (common > 0 and common >= min(span[1] - span[0], high - low) / 3) or (span[0] >= low and span[1] <= high)


def _in_level(view: str, region: str) -> bool:
    low, high = REGIONS[region]
    level = load_view(view).level
    return level is not None and low <= level <= high


def _drawn(view: str) -> list[str]:
    shapes = load_view(view).shapes
    return list(dict.fromkeys(s.id for s in shapes if not s.schematic and not s.context))


def _the(id_: str, catalog: Catalog) -> str:
    """A name within a sentence; names that begin with a person's keep their capital and take no article."""
    name, _, part = catalog.short_name(id_).partition(", ")
    if part:
        return f"the {part} of {small(name)}"
    return name if "'s " in name else f"the {small(name)}"


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
