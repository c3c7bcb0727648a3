"""What conditions and the pain map must hold besides naming what exists: safety first, nothing without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from data.condition import Condition, Likelihood, Spot
from data.model import Verdict, Verification
from data.pain_place import PainPlace

if TYPE_CHECKING:
    from data.catalog import Catalog

Broken = tuple[str, str, tuple[str, str]]
MAP = "pain_map"
ROLLED = (Verdict.HELPS, Verdict.HELPS_WITH_CARE)
"""Verdicts of a structure that a condition may send a roller to."""
STRICT = (Verdict.HELPS, Verdict.HELPS_WITH_CARE, Verdict.LITTLE_BENEFIT, Verdict.NOT_APPLICABLE, Verdict.AVOID)
"""From the mildest to the strictest."""
UNKNOWN = re.compile(r"\b(no (trial|study|studies|figure|figures)\b|not known|nobody)", re.I)
"""Says that nothing was found: the only words that need no source."""
BANNED = re.compile(r"\byou have\b|\bcaused? by\b|\bdiagnos\w+|\byour chances?\b|\byou(r| are| may be) suffer", re.I)
"""A page of a condition tells a story; it never says that the story is the reader's, or what made it."""


def broken(c: Catalog) -> Iterator[Broken]:
    """Every broken rule: table, id, (field, message)."""
    for condition in c.conditions.values():
        for message in _of_condition(condition, c):
            yield "conditions", condition.id, message
    for place in c.pain_map.places:
        for field, words in _of_place(place, c):
            yield MAP, MAP, ("places", f"{place.id}, {field}: {words}")
    for mark in c.pain_map.landmarks:
        if mark.near not in c.known:
            yield MAP, MAP, ("landmarks", f"{mark.id}: '{mark.near}' has no record: correct the id")
    for structure in c.structures:
        if not c.places_at(structure):
            yield MAP, MAP, ("places", f"a tap on '{structure}' opens no place: add it to one")


def _of_condition(x: Condition, c: Catalog) -> Iterator[tuple[str, str]]:
    if found := BANNED.search(" ".join(_texts(x.model_dump(exclude={"words"})))):
        yield "id", f"says '{found.group()}': a page tells how something is described, never that it is the reader's"
    for field, part, ids in x.told():
        seen = [c.references[i] for i in ids if i in c.references]
        if hollow := [r.id for r in seen if r.verification not in (Verification.FULL, Verification.FINDING)]:
            yield field, f"of '{hollow[0]}' no finding was seen: nothing may stand on it"
        if not ids and not UNKNOWN.search(" ".join(_texts(part.model_dump()))):
            yield field, "no source: add one, or say that no study was found"
    yield from _spots(x, c)
    yield from _rolling(x, c)
    if x.id in {a.condition for a in x.look_alikes}:
        yield "look_alikes", "names itself"
    places = c.places_of(x.id)
    if not places:
        yield "id", "no place of the pain map lists it: nobody would find it"
    here = [f for f in x.see.flags if f in c.stop_flags and not any(c.stop_flags[f].fits(p.id, None) for p in places)]
    if here:
        yield "see", f"'{here[0]}' is not asked at any place that lists it: correct the flag or the place"


def _spots(x: Condition, c: Catalog) -> Iterator[tuple[str, str]]:
    if not any(s.likelihood is Likelihood.TYPICAL for s in x.spots):
        yield "spots", "needs a typical spot"
    listing = c.places_of(x.id)
    for spot in x.spots:
        if spot.structure and spot.structure not in c.known:
            yield "spots", f"'{spot.structure}' has no record: correct the id"
        elif spot.landmark and spot.landmark not in c.landmarks:
            yield "spots", f"'{spot.landmark}' is no landmark of the pain map"
        elif spot.likelihood is Likelihood.TYPICAL and not any(_leads(spot, p, c) for p in listing):
            name = spot.structure or spot.landmark
            yield "spots", f"a tap on '{name}' opens no place that lists this condition: add it to one"


def _leads(spot: Spot, place: PainPlace, c: Catalog) -> bool:
    """Whether a tap on the spot may open the place."""
    if spot.landmark:
        return spot.landmark == place.landmark or c.landmarks[spot.landmark].near in place.structures
    return spot.structure in place.structures


def _rolling(x: Condition, c: Catalog) -> Iterator[tuple[str, str]]:
    rolling = x.rolling
    felt = {s.structure for s in x.spots if s.structure}
    typical = {s.structure for s in x.spots if s.structure and s.likelihood is Likelihood.TYPICAL}
    for id_ in rolling.do_not_roll:
        if id_ not in c.known:
            yield "rolling", f"'{id_}' has no record: correct the id"
    if left := sorted(typical - {*rolling.do_not_roll}):
        yield "rolling", f"'{left[0]}' is where it usually hurts: put it under do_not_roll"
    for id_ in rolling.may_roll:
        card = c.structures.get(id_)
        if card and card.rolling.verdict not in ROLLED:
            yield "rolling", f"'{id_}' is milder here than on its own card ({card.rolling.verdict}): take it out"
        if id_ in felt:
            yield "rolling", f"'{id_}' can be sore in this condition: take it out of may_roll"
    for id_ in sorted(typical & {*c.structures}):
        card = c.structures[id_]
        own = card.rolling.when_painful or card.rolling.verdict
        if STRICT.index(rolling.verdict) < STRICT.index(own):
            yield "rolling", f"milder than the card of '{id_}' when it hurts ({own}): make it as strict"


def _of_place(place: PainPlace, c: Catalog) -> Iterator[tuple[str, str]]:
    if found := BANNED.search(" ".join(_texts(place.model_dump(exclude={"words"})))):
        yield "plain", f"says '{found.group()}'"
    for id_ in place.structures:
        if id_ not in c.known:
            yield "structures", f"'{id_}' has no record: correct the id"
    if place.landmark and place.landmark not in c.landmarks:
        yield "landmark", f"'{place.landmark}' is no landmark: add it or correct the id"
    for flag in place.ask_first:
        if flag in c.stop_flags and not c.stop_flags[flag].fits(place.id, None):
            yield "ask_first", f"'{flag}' is not asked at this place: correct stop_flags.yaml or take it out"
    for listed in place.conditions:
        condition = c.conditions.get(listed.condition)
        if condition and condition.urgent != listed.first:
            yield "conditions", f"'{listed.condition}': `first` here and `urgent` there must agree"


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
