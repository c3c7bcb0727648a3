"""Making questions: which there are for some options, and each from its id. The same seed makes the same question."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import cache

from data.catalog import Catalog
from data.chain import Chain, Grade
from data.outlines import AXIAL_VIEWS, LONG_VIEWS, load_view
from data.quiz.question import REGIONS, Level, Mode, Options, Question
from data.section import sides, under_roller
from data.structure import Structure
from data.visibility import LAYERS, regions, room_mm, spot

FINGER_MM = 9.0
"""Find asks only for what has room for a circle of this radius: a fingertip on a phone."""
SEEN_MM = 6.0
"""Name asks only for what has room for a circle of this radius: it must be seen."""
FACTS = {
    "origin": "Where does {} begin?",
    "insertion": "Where does {} end?",
    "nerve": "Which nerve serves {}?",
    "action": "What does {} do?",
    "tissue": "What is {} made of?",
}
SIDES = {"outer": "outer side", "front": "front", "inner": "inner side", "back": "back"}
NEEDS = {
    "supported": "Nothing more: studies support it",
    "partly_supported": "A study of the part that was not measured",
    "plausible": "A first test of the idea in people",
    "mixed": "Studies that agree with each other",
    "weak": "A larger study with a control group",
    "no_evidence": "Any study at all: none was found",
    "refuted": "Nothing: it is contradicted and should go",
    "not_testable": "Other words: as it stands it cannot be tested",
    "reasonable_advice": "A trial in people with the complaint",
}
"""What a claim with a verdict would need most."""
TISSUES = ("muscle", "fascia", "bone", "ligament", "nerve", "fat", "bursa")
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
        found += [f"facts:{s.id}.{f}" for s in mine for f in FACTS if _fact(s, f) and len(_others(s, f, catalog)) >= 3]
    if Mode.REASON in options.modes:
        cuts = [v for v in AXIAL_VIEWS if _in_level(v, options.region)]
        found += [f"reason:roller.{v}.{s}" for v in cuts for s in sides(load_view(v))]
        found += [f"reason:link.{c.id}" for c in catalog.chains.values() if _weakest(c)]
        claims = [c for c in catalog.claims.values() if set(c.structures) & {s.id for s in mine}]
        found += [f"reason:claim.{c.id}" for c in claims]
        found += [f"reason:need.{c.id}" for c in claims if c.verdict in NEEDS]
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
    why = " ".join(catalog.structures[i].find_it for i in seen[:1])
    return Question(f"find:{subject}", Mode.FIND, prompt, seen, (), why, view, layer, revisit=seen[0])


def _name(subject: str, options: Options, catalog: Catalog, draw: random.Random) -> Question:
    members = _members(subject, catalog)
    view, layer, lit = draw.choice(_places(members, options, SEEN_MM))
    group = catalog.groups.get(subject)
    if group:
        others = [(g.id, g.name) for g in catalog.groups.values() if g.id != subject]
        choices = _mixed((subject, group.name), others, draw)
        question, why = "To which group does the marked tissue belong?", f"It is {_the(lit, catalog)}."
    else:
        near = [(i, catalog.name(i)) for i in _neighbours(lit, view, layer, catalog)]
        choices = _mixed((lit, catalog.name(lit)), near, draw)
        question, why = "What is marked?", catalog.structures[lit].plain
    return Question(f"name:{subject}", Mode.NAME, question, (subject,), choices, why, view, layer, lit, revisit=lit)


def _facts(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    id_, _, field = subject.partition(".")
    found = catalog.structures[id_]
    right = _fact(found, field) if field in FACTS else None
    if right is None:
        raise KeyError(subject)
    others = _others(found, field, catalog)
    near = [t for i, t in others[:6]] if field != "tissue" else [t for _, t in others]
    choices = _mixed((right, right), [(t, t) for t in near], draw)
    prompt = FACTS[field].format(_the(id_, catalog))
    owners = {t: i for i, t in others if i}
    misses = {t: f"That is {_the(i, catalog)}." for t, i in owners.items()}
    return Question(f"facts:{subject}", Mode.FACTS, prompt, (right,), choices, found.plain, misses=misses, revisit=id_)


def _reason(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    kind, _, rest = subject.partition(".")
    return {"roller": _roller, "link": _link, "claim": _claim, "need": _need}[kind](rest, catalog, draw)


def _roller(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    view, _, side = rest.partition(".")
    if side not in sides(load_view(view)):
        raise KeyError(rest)
    tissues = [p.id for p in under_roller(load_view(view), side) if p.id not in THIN]
    first = tissues[0]
    wrong = [*tissues[1:], *(i for i in _drawn(view) if i not in tissues)][:5]
    choices = _mixed((first, catalog.name(first)), [(i, catalog.name(i)) for i in wrong], draw)
    prompt = (
        f"A roller comes from the {SIDES[side]} at the {AXIAL_VIEWS[view].lower()}. What lies first under skin and fat?"
    )
    known = catalog.structures.get(first)
    why = f"Then: {', '.join(catalog.name(i) for i in tissues[1:])}. " if tissues[1:] else ""
    misses = {i: f"{catalog.name(i)} lies deeper here." for i in tissues[1:]}
    reason = known.rolling.reason if known else "Bone under a roller has nothing to gain."
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
        return f"{chain.node(chain.edge(edge).source).label} → {chain.node(chain.edge(edge).target).label}"

    choices = _mixed((right, said(right)), [(e, said(e)) for e in solid], draw)
    misses = {e: f"This one is drawn solid: {chain.edge(e).note or chain.edge(e).mechanism}." for e in solid}
    why = chain.edge(right).note or chain.edge(right).mechanism
    prompt = f"Which of these links of “{chain.name}” is the weakest?"
    return Question(f"reason:link.{rest}", Mode.REASON, prompt, (right,), choices, why, misses=misses)


def _claim(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    claim = catalog.claims[rest]
    verdicts = sorted({str(c.verdict) for c in catalog.claims.values()})
    others = [(v, v.replace("_", " ").capitalize()) for v in verdicts if v != claim.verdict]
    right = str(claim.verdict)
    choices = _mixed((right, right.replace("_", " ").capitalize()), others, draw)
    prompt = f"“{claim.text}” What do studies make of this claim?"
    revisit = claim.structures[0] if claim.structures else None
    return Question(f"reason:claim.{rest}", Mode.REASON, prompt, (right,), choices, claim.reason, revisit=revisit)


def _need(rest: str, catalog: Catalog, draw: random.Random) -> Question:
    claim = catalog.claims[rest]
    right = str(claim.verdict)
    choices = _mixed((right, NEEDS[right]), [(v, t) for v, t in NEEDS.items() if v != right], draw)
    prompt = f"“{claim.text}” What would this claim need most?"
    revisit = claim.structures[0] if claim.structures else None
    return Question(f"reason:need.{rest}", Mode.REASON, prompt, (right,), choices, claim.reason, revisit=revisit)


def _weakest(chain: Chain) -> list[str]:
    """The struck links, else the dashed ones; none where there are too few solid ones to choose among."""
    solid = [e for e in chain.edges if e.grade is Grade.SOLID]
    struck = [e.id for e in chain.edges if e.grade is Grade.STRUCK]
    dashed = [e.id for e in chain.edges if e.grade is Grade.DASHED]
    return (struck or dashed) if len(solid) >= 3 else []


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


def _fact(found: Structure, field: str) -> str | None:
    if field == "tissue":
        return str(found.tissue) if found.tissue in TISSUES else None
    if field == "action":
        return found.actions[0] if found.actions else None
    value: str | None = getattr(found, field)
    return value


def _others(found: Structure, field: str, catalog: Catalog) -> list[tuple[str | None, str]]:
    """Other structures' facts as wrong answers, those of the same group first: (owner, text), each text once."""
    right = _fact(found, field)
    if field == "tissue":
        return [(None, t) for t in TISSUES if t != right]
    group = next((g.structures for g in catalog.groups.values() if found.id in g.structures), ())
    like = [s.id for s in catalog.structures.values() if s.tissue == found.tissue and s.id != found.id]
    ordered = [i for i in (*group, *like) if i != found.id]
    mine = {_core(t) for t in (right or "", *(found.actions if field == "action" else ()))}
    texts: dict[str, str] = {}
    for id_ in dict.fromkeys(ordered):
        other = catalog.structures[id_]
        text = _fact(other, field)
        theirs = {_core(t) for t in ((text or ""), *(other.actions if field == "action" else ()))}
        if text and not _alike(mine, theirs):  # what is true of both is no wrong answer
            texts.setdefault(text, id_)
    return [(i, t) for t, i in texts.items()]


def _alike(mine: set[str], theirs: set[str]) -> bool:
    """Whether something in one set says the same as, or is part of, something in the other."""
    return any(a in b or b in a for a in mine for b in theirs)


def _core(text: str) -> str:
    """A text without what stands in brackets: 'Superior gluteal nerve (L4-S1)' is that nerve."""
    return " ".join(re.sub(r"\([^)]*\)", "", text).split()).casefold()


def _mixed(
    right: tuple[str, str], others: Sequence[tuple[str, str]], draw: random.Random
) -> tuple[tuple[str, str], ...]:
    """The right choice among three others, shuffled; never two with the same words."""
    unlike = [o for o in dict.fromkeys(others) if o[1].casefold() != right[1].casefold()]
    chosen = [right, *draw.sample(unlike, min(3, len(unlike)))]
    draw.shuffle(chosen)
    return tuple(chosen)


@cache
def _heights(structure: str) -> tuple[float, float] | None:
    rings = [ring for v in LONG_VIEWS for s in load_view(v).of(structure) for ring in s.outline()]
    if not rings:
        return None
    return min(float(r[:, 1].min()) for r in rings), max(float(r[:, 1].max()) for r in rings)


def _in_region(structure: str, region: str) -> bool:
    """Whether a third of a structure lies in a region, or a third of the region is filled by it."""
    span, (low, high) = _heights(structure), REGIONS[region]
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
    name = catalog.structures[id_].name
    return name if "'s " in name else f"the {name[0].lower()}{name[1:]}"


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
