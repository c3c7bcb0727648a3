"""Flash cards to take along: questions and answers about structures, made from the same records as the cards. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from data.catalog import Catalog
from data.claim import Claim
from data.handout import VERDICTS, when_sore
from data.model import Tissue
from data.outlines import LONG_VIEWS, load_view, over
from data.quiz.choices import the
from data.quiz.places import FINGER_MM, SEEN_MM
from data.structure import Structure
from data.visibility import LAYERS, room_mm
from data.wording import capital, sentence, small


class Kind(StrEnum):
    """What a card asks for."""

    NAME = "name"
    FIND = "find"
    FACT = "fact"
    VERDICT = "verdict"
    CLAIM = "claim"


KINDS = {
    Kind.NAME: "Name it in the picture",
    Kind.FIND: "Find it in the picture",
    Kind.FACT: "Facts: origin, insertion, nerve, blood, actions",
    Kind.VERDICT: "Whether rolling helps, and why",
    Kind.CLAIM: "Claims, and what studies make of them",
}
FACTS = {
    "origin": "Where does {} begin?",
    "insertion": "Where does {} end?",
    "nerve": "Which nerve supplies {}?",
    "blood": "Which arteries supply {}?",
    "actions": "What does {} do?",
}
"""The fields that are asked of a muscle, and how."""
FIBROUS = (Tissue.LIGAMENT, Tissue.TENDON)
"""Of these it is asked where they begin and end, and what they do."""
LEAST_MM2 = 60.0
"""What is laid over the drawing is asked in a picture where so much of it lies open."""
MOSTLY = 0.8
"""It is asked in the outermost layer in which so much lies open of what ever does."""


@dataclass(frozen=True)
class Picture:
    """A view and layer of the drawing; `lit` is marked in it, `marked` says whether the question shows that already."""

    view: str
    layer: str
    lit: str
    marked: bool


@dataclass(frozen=True)
class Card:
    """One card. `key` is the same for ever: a program that learns with it keeps a reader's schedule under it."""

    key: str
    kind: Kind
    structure: str
    question: str
    answer: str
    detail: str = ""
    sources: str = ""
    picture: Picture | None = None


def cards(structures: Iterable[str], kinds: Iterable[Kind], catalog: Catalog) -> list[Card]:
    """The cards of some structures, each once, in the order given. Raises KeyError for an id that there is not."""
    wanted = set(kinds)
    found: dict[str, Card] = {}
    for id_ in structures:
        for card in _every(id_, catalog):
            if card.kind in wanted:
                found.setdefault(card.key, card)  # a claim on several structures is one card
    return list(found.values())


@lru_cache(maxsize=256)
def _every(id_: str, catalog: Catalog) -> Sequence[Card]:
    """All cards of a structure, made once: the quiz's start counts them at every touch."""
    found = catalog.structures[id_]
    claimed = (_claim(claim, id_, catalog) for claim in catalog.claims_about(id_))
    return (*_pictured(found, catalog), *_facts(found, catalog), _verdict(found, catalog), *claimed)


def _pictured(found: Structure, catalog: Catalog) -> Iterator[Card]:
    """Name and find, in each long view in which it has room; the outermost layer of those that show it well."""
    latin = found.latin if found.latin and found.latin.casefold() != found.name.casefold() else None
    called = f"{found.name} ({latin})" if latin else found.name
    for view in LONG_VIEWS:
        rooms = {layer: room_mm(view, layer, found.id) for layer in LAYERS}
        layer = max(LAYERS, key=lambda la: min(rooms[la], 2 * FINGER_MM))
        where = f"{load_view(view).title}."
        if rooms[layer] >= SEEN_MM:
            at = Picture(view, layer, found.id, marked=True)
            key = f"{Kind.NAME}:{found.id}:{view}"
            yield Card(key, Kind.NAME, found.id, f"{where} What is marked?", called, found.plain, picture=at)
        if rooms[layer] >= FINGER_MM:
            at = Picture(view, layer, found.id, marked=False)
            key = f"{Kind.FIND}:{found.id}:{view}"
            asked = f"{where} Where is {the(found.id, catalog)}?"
            yield Card(key, Kind.FIND, found.id, asked, called, found.find_it, picture=at)

    yield from _laid_over(found, called, catalog)


def _laid_over(found: Structure, called: str, catalog: Catalog) -> Iterator[Card]:
    """Name and find for what is only laid over the drawing, on the outermost layer that shows most of it."""
    kind = over.kind_of(found.id)
    for view in LONG_VIEWS if kind else ():
        open_mm2 = {layer: _open_mm2(view, layer, found.id) for layer in LAYERS}
        most = max(open_mm2.values())
        if kind is None or most < LEAST_MM2:
            continue
        layer = next(la for la in LAYERS if open_mm2[la] >= MOSTLY * most)
        at = Picture(view, over.named(layer, [kind]), found.id, marked=True)
        where = f"{load_view(view).title}."
        key = f"{Kind.NAME}:{found.id}:{view}"
        yield Card(key, Kind.NAME, found.id, f"{where} What is marked?", called, found.plain, picture=at)
        asked = f"{where} Where is {the(found.id, catalog)}?"
        key = f"{Kind.FIND}:{found.id}:{view}"
        yield Card(key, Kind.FIND, found.id, asked, called, found.find_it, picture=replace(at, marked=False))


def _open_mm2(view: str, layer: str, structure: str) -> float:
    """How much of what is laid over a layer lies open there, mm²; places that are no tissue do not count."""
    depth = LAYERS.index(layer)
    pieces = [s for s in over.of(view, structure) if s.mark != "dot" and s.tissue not in ("region", "landmark")]
    return sum(float(over.area(s).area) for s in pieces if LAYERS.index(s.first) <= depth <= LAYERS.index(s.layer))


def _nerve(found: Structure, catalog: Catalog) -> Iterator[Card]:
    """What an exam asks of a nerve: its roots, the muscles that it moves, what is lost when it is hurt."""
    own, it = found.deeper, the(found.id, catalog)
    if own is None:
        return
    moved = ", ".join(catalog.name(i) for i in own.moves)
    lost = sentence(own.lesion.cannot) if own.lesion else ""
    if own.lesion and own.lesion.feeling:
        lost += f" Feeling: {sentence(small(own.lesion.feeling))}"
    asked = {
        "roots": (f"From which roots does {it} come?", ", ".join(own.roots), _read_in(found, "roots", catalog)),
        "moves": (f"Which muscles with a card does {it} move?", moved, _read_in(found, "moves", catalog)),
        "feels": (f"Where is feeling owed to {it}?", own.feels or "", _read_in(found, "feels", catalog)),
        "lesion": (
            f"What is lost when {it} is hurt?",
            lost,
            catalog.short(own.lesion.reference) if own.lesion else "",
        ),
    }
    for field, (question, answer, sources) in asked.items():
        if answer:
            key = f"{Kind.FACT}:{found.id}:{field}"
            yield Card(key, Kind.FACT, found.id, question, capital(answer), sources=sources)


def _read_in(found: Structure, field: str, catalog: Catalog) -> str:
    stands = found.checked.standing(field) if found.checked else []
    return "; ".join(dict.fromkeys(catalog.short(s.reference) for s in stands))


def _facts(found: Structure, catalog: Catalog) -> Iterator[Card]:
    if found.tissue is Tissue.NERVE:
        yield from _nerve(found, catalog)
    asked_of = FACTS if found.tissue is Tissue.MUSCLE else {}
    if found.tissue in FIBROUS:
        asked_of = {field: FACTS[field] for field in ("origin", "insertion", "actions")}
    for field, asked in asked_of.items():
        value = getattr(found, field)
        if not value:
            continue
        said = "; ".join(value) if isinstance(value, tuple) else value
        sources = _read_in(found, field, catalog)
        key = f"{Kind.FACT}:{found.id}:{field}"
        yield Card(key, Kind.FACT, found.id, asked.format(the(found.id, catalog)), capital(said), sources=sources)


def _verdict(found: Structure, catalog: Catalog) -> Card:
    rolling = found.rolling
    answer = " ".join(filter(None, [VERDICTS[rolling.verdict], when_sore(rolling)]))
    detail = f"{sentence(rolling.reason)} Take care: {sentence(rolling.cautions)}"
    asked = f"Does rolling {the(found.id, catalog)} help, and why?"
    sources = "; ".join(dict.fromkeys(catalog.short(r) for r in rolling.references))
    return Card(f"{Kind.VERDICT}:{found.id}", Kind.VERDICT, found.id, asked, answer, detail, sources)


def _claim(claim: Claim, structure: str, catalog: Catalog) -> Card:
    answer = capital(str(claim.verdict).replace("_", " ")) + "."
    sources = "; ".join(dict.fromkeys(catalog.short(r) for r in claim.references)) or "No study found."
    asked = f"“{claim.text}” What do studies make of it?"
    return Card(f"{Kind.CLAIM}:{claim.id}", Kind.CLAIM, structure, asked, answer, claim.reason, sources)
