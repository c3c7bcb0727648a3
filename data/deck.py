"""Flash cards to take along: questions and answers about structures, made from the same records as the cards. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.catalog import Catalog
from data.claim import Claim
from data.handout import VERDICTS, when_sore
from data.model import Tissue
from data.outlines import LONG_VIEWS, load_view
from data.quiz.choices import the
from data.quiz.places import FINGER_MM, SEEN_MM
from data.structure import Structure
from data.visibility import LAYERS, room_mm
from data.wording import capital, sentence


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
        for card in _every(catalog.structures[id_], catalog):
            if card.kind in wanted:
                found.setdefault(card.key, card)  # a claim on several structures is one card
    return list(found.values())


def _every(found: Structure, catalog: Catalog) -> Iterator[Card]:
    yield from _pictured(found, catalog)
    yield from _facts(found, catalog)
    yield _verdict(found, catalog)
    for claim in catalog.claims_about(found.id):
        yield _claim(claim, found.id, catalog)


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


def _facts(found: Structure, catalog: Catalog) -> Iterator[Card]:
    if found.tissue is not Tissue.MUSCLE:
        return
    for field, asked in FACTS.items():
        value = getattr(found, field)
        if not value:
            continue
        said = "; ".join(value) if isinstance(value, tuple) else value
        stands = found.checked.standing(field) if found.checked else []
        sources = "; ".join(dict.fromkeys(catalog.short(s.reference) for s in stands))
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
