"""All content, loaded and cross-checked: `catalog().structures["iliotibial_band"].plain`."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from string import ascii_lowercase
from types import MappingProxyType
from typing import cast

from data.article import Article
from data.ask_first import AskFirst
from data.case import Case
from data.chain import Chain
from data.change import Change
from data.claim import Claim
from data.condition import Condition
from data.conflict import Conflict
from data.exercise import Exercise
from data.figures.pose import NoPicture, Picture
from data.figures.shown import NONE, misplaced
from data.finding import Finding
from data.group import Group, members_of
from data.lay_word import LayWord, loose
from data.links import hollow, links
from data.myth import Myth
from data.pain_place import Landmark, PainMap, PainPlace, opened_by
from data.pain_rules import broken
from data.records import Records
from data.reference import Reference
from data.rolling_effect import RollingEffect
from data.saying import Saying, stray
from data.self_check import SelfCheck
from data.source import ContentError, Problem
from data.stop_flag import StopFlag
from data.structure import Bone, Context, Structure
from data.tour import OurTour

DATA = Path(__file__).resolve().parent
CONTENT = DATA / "content"
VARIABLE = "HIPCHAIN_CONTENT"  # names another folder of content to show, for example a translation


@dataclass(frozen=True, eq=False)
class Catalog:
    """Everything we know, by id. The mappings are read-only and in the files' order; only itself equals one."""

    structures: Mapping[str, Structure]
    bones: Mapping[str, Bone]
    context: Mapping[str, Context]
    references: Mapping[str, Reference]
    chains: Mapping[str, Chain]
    stop_flags: Mapping[str, StopFlag]
    ask_first: Mapping[str, AskFirst]
    claims: Mapping[str, Claim]
    conflicts: Mapping[str, Conflict]
    articles: Mapping[str, Article]
    myths: Mapping[str, Myth]
    rolling_effects: Mapping[str, RollingEffect]
    exercises: Mapping[str, Exercise]
    findings: Mapping[str, Finding]
    groups: Mapping[str, Group]
    cases: Mapping[str, Case]
    changes: Mapping[str, Change]
    conditions: Mapping[str, Condition]
    pain_map: PainMap
    lay_words: Mapping[str, LayWord]
    sayings: Mapping[str, Saying]
    tours: Mapping[str, OurTour]
    self_check: SelfCheck
    pictures: Mapping[str, Picture]
    no_pictures: Mapping[str, NoPicture]
    """What has no picture, with the reason."""

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of everything that may be drawn and named. One set for all readers."""
        return frozenset({*self.structures, *self.bones, *self.context})

    @cached_property
    def every_name(self) -> Mapping[str, str]:
        """For search: every name that a structure or bone goes by, Latin included. One text for all readers."""
        entries: list[Structure | Bone] = [*self.structures.values(), *self.bones.values()]
        names = {e.id: dict.fromkeys([e.name, *(s.name for s in e.synonyms), e.latin, e.ta2_english]) for e in entries}
        return MappingProxyType({id_: " · ".join(filter(None, each)) for id_, each in names.items()})

    def name(self, id_: str) -> str:
        """The common name of a structure, bone or context shape; raises KeyError for an unknown id."""
        return self._entry(id_).name

    def short_name(self, id_: str) -> str:
        """The name for narrow places; raises KeyError for an unknown id."""
        entry = self._entry(id_)
        return getattr(entry, "short_name", None) or entry.name

    def members(self, group: str) -> tuple[str, ...]:
        """The members that a group names, else the structures that name it, in the order of the files."""
        return members_of(group, self)

    def short(self, reference: str) -> str:
        """First author and year of a reference, told from all others: 'Konrad 2022a'; KeyError for an unknown id."""
        return self._shorts[reference]

    def claims_about(self, structure: str) -> list[Claim]:
        """The claims that name a structure."""
        return [c for c in self.claims.values() if structure in c.structures]

    def pictures_of(self, id_: str) -> tuple[Picture, ...]:
        """The pictures of an exercise, of how a structure is rolled, or of a self-test; the main one first."""
        return self._pictures_of.get(id_, ())

    @cached_property
    def _pictures_of(self) -> Mapping[str, tuple[Picture, ...]]:
        found: dict[str, tuple[Picture, ...]] = {}
        for picture in sorted(self.pictures.values(), key=lambda p: (p.order, p.id)):
            for id_ in picture.shows:
                found[id_] = (*found.get(id_, ()), picture)
        return MappingProxyType(found)

    def changes_of(self, record: str) -> list[Change]:
        """What was corrected about a record, newest first."""
        found = [c for c in self.changes.values() if c.record == record]
        return sorted(found, key=lambda c: c.date, reverse=True)

    @property
    def pain_places(self) -> Mapping[str, PainPlace]:
        """The fourteen places that hurt, by id."""
        return {p.id: p for p in self.pain_map.places}

    @property
    def landmarks(self) -> Mapping[str, Landmark]:
        """Spots of the pain map that have no outline of their own, by id."""
        return {m.id: m for m in self.pain_map.landmarks}

    def places_of(self, condition: str) -> list[PainPlace]:
        """The places at which a condition is read."""
        return [p for p in self.pain_map.places if condition in {c.condition for c in p.conditions}]

    def places_at(self, structure: str) -> tuple[PainPlace, ...]:
        """The places that a tap on something drawn may open."""
        return opened_by(self.pain_map.places, structure)

    def conditions_of(self, structure: str) -> list[Condition]:
        """The conditions that are about a structure or a bone, or felt there."""
        return [c for c in self.conditions.values() if structure in c.about]

    def conditions_in(self, chain: str) -> list[Condition]:
        """The conditions that are said to belong to a chain."""
        return [c for c in self.conditions.values() if chain in {i.chain for i in c.chains}]

    def conditions_under(self, claim: str) -> list[Condition]:
        """The conditions that a claim bears on."""
        return [c for c in self.conditions.values() if claim in c.claims]

    @cached_property
    def _shorts(self) -> Mapping[str, str]:
        """Short names by id; where two are the same each gets a letter, in the order of the titles."""
        same = defaultdict(list)
        for each in sorted(self.references.values(), key=lambda r: (r.title.casefold(), r.id)):
            same[each.short].append(each)
        found = {}
        for name, references in same.items():
            for n, each in enumerate(references):
                letter = ascii_lowercase[n : n + 1] or f"-{n + 1}"
                told = f"{name}{letter}" if each.year else f"{name} ({letter})"
                found[each.id] = told if len(references) > 1 else name
        return MappingProxyType(found)

    def _entry(self, id_: str) -> Structure | Bone | Context:
        return self.structures.get(id_) or self.bones.get(id_) or self.context[id_]


def folder() -> Path:
    """The folder of the content in use: the one that HIPCHAIN_CONTENT names, otherwise the project's own."""
    given = os.environ.get(VARIABLE, "").strip()
    return Path(given).resolve() if given else CONTENT


def files() -> list[Path]:
    """Every YAML file that the app is made from, sorted: content in use, drawing, models."""
    return sorted({*DATA.rglob("*.yaml"), *folder().rglob("*.yaml")})


def stamp() -> int:
    """A number that changes whenever one of these files is written, added or removed; good within one process."""
    return hash(tuple((str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files()))


@cache
def catalog() -> Catalog:
    """The content in use, loaded once. Raises ContentError with every problem."""
    return load(folder())


def load(root: Path) -> Catalog:
    """Load and cross-check the content in a folder. Raises ContentError with every problem found."""
    if not root.is_dir():
        raise ContentError([Problem(str(root), 1, "(folder)", f"no such folder: correct {VARIABLE} or --content")])
    records = Records(root)
    listed, one_each = records.listed, records.one_each
    found = Catalog(
        structures=MappingProxyType(one_each("structures", Structure)),
        bones=MappingProxyType(one_each("bones", Bone)),
        context=MappingProxyType(listed("context", Context)),
        references=MappingProxyType(listed("references", Reference)),
        chains=MappingProxyType(one_each("chains", Chain)),
        stop_flags=MappingProxyType(listed("stop_flags", StopFlag)),
        ask_first=MappingProxyType(listed("ask_first", AskFirst)),
        claims=MappingProxyType(listed("claims", Claim)),
        conflicts=MappingProxyType(listed("conflicts", Conflict)),
        articles=MappingProxyType(listed("articles", Article)),
        myths=MappingProxyType(listed("myths", Myth)),
        rolling_effects=MappingProxyType(listed("rolling_effects", RollingEffect)),
        exercises=MappingProxyType(listed("exercises", Exercise)),
        findings=MappingProxyType(listed("findings", Finding)),
        groups=MappingProxyType(listed("groups", Group)),
        cases=MappingProxyType(listed("cases", Case)),
        changes=MappingProxyType(listed("changes", Change)),
        conditions=MappingProxyType(one_each("conditions", Condition)),
        lay_words=MappingProxyType(listed("lay_words", LayWord)),
        pictures=MappingProxyType(one_each("figures", Picture, but=NONE)),
        no_pictures=MappingProxyType(listed(f"figures/{NONE}", NoPicture)),
        sayings=MappingProxyType(listed("sayings", Saying)),
        tours=MappingProxyType(listed("tours", OurTour)),
        pain_map=cast(PainMap, records.alone("pain_map", PainMap)),  # None only beside a problem: raised below
        self_check=cast(SelfCheck, records.alone("self_check", SelfCheck)),
    )
    records.check(links(found))
    notes = list(hollow(found))
    if not (notes or records.problems):  # what is missing would break many of these: one message each is enough
        notes += [*broken(found), *misplaced(found)]
        notes += [("lay_words", *n) for n in loose(found)] + [("sayings", *n) for n in stray(found)]
    for table, id_, (field, message) in notes:
        records.note(table, id_, field, message)
    if records.problems:
        raise ContentError(records.problems)
    return found


def problems_in(root: Path) -> list[Problem]:
    """Every problem of the content in a folder; empty when it is valid."""
    try:
        load(root)
    except ContentError as error:
        return error.problems
    return []
