"""All content, loaded and cross-checked: `catalog().structures["iliotibial_band"].plain`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from data.ask_first import AskFirst
from data.chain import Chain
from data.claim import Article, Claim, Conflict, Myth
from data.exercise import Exercise
from data.finding import Finding
from data.group import Group
from data.model import Record
from data.reference import Reference
from data.rolling_effect import RollingEffect
from data.self_check import SOMETHING_ELSE, SelfCheck
from data.source import ContentError, Problem, Source, read
from data.stop_flag import StopFlag
from data.structure import Bone, Context, Structure

DATA = Path(__file__).resolve().parent
CONTENT = DATA / "content"
VARIABLE = "HIPCHAIN_CONTENT"
"""Names another folder of content to show, for example a translation."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Catalog:
    """Everything we know, by id. The mappings are read-only and in the order of the files."""

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
    self_check: SelfCheck

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

    def claims_about(self, structure: str) -> list[Claim]:
        """The claims that name a structure."""
        return [c for c in self.claims.values() if structure in c.structures]

    def _entry(self, id_: str) -> Structure | Bone | Context:
        for table in (self.structures, self.bones, self.context):
            if id_ in table:
                return table[id_]
        raise KeyError(id_)


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
        message = f"there is no such folder: correct {VARIABLE} or --content"
        raise ContentError([Problem(str(root), 1, "(folder)", message)])
    sources: list[Source] = []
    where: dict[tuple[str, str], tuple[Source, tuple[str | int, ...]]] = {}
    declared: set[tuple[str, str]] = set()  # also records with errors of their own: one message each is enough
    unreadable: set[str] = set()  # whole files that cannot be read

    def one_each(name: str, model: type[R]) -> dict[str, R]:
        records: dict[str, R] = {}
        for path in sorted((root / name).glob("*.yaml")):
            source = read(path)
            sources.append(source)
            declared.add((name, path.stem))
            if source.problems or (record := source.build(model)) is None:
                continue
            id_ = str(record.id)  # type: ignore[attr-defined]
            if id_ != path.stem:
                source.problems.append(source.problem(("id",), f"'{id_}' must be the file's name, '{path.stem}'"))
            where[name, id_] = (source, ())
            records[id_] = record
        return records

    def listed(name: str, model: type[R]) -> dict[str, R]:
        """Records from `name.yaml`, or from all files of a folder called so; ids are unique over all of them."""
        records: dict[str, R] = {}
        for path in sorted((root / name).glob("*.yaml")) or [root / f"{name}.yaml"]:
            source = read(path)
            sources.append(source)
            if source.problems:
                unreadable.add(name)
                continue
            if not isinstance(source.value, list):
                source.problems.append(source.problem((), "must be a list of records"))
                continue
            for n, value in enumerate(source.value):
                declared.add((name, str(value.get("id")) if isinstance(value, dict) else ""))
                record = source.build(model, (n,))
                if record is None:
                    continue
                id_ = str(record.id)  # type: ignore[attr-defined]
                if id_ in records:
                    source.problems.append(source.problem((n, "id"), f"'{id_}' is there twice; ids are unique"))
                where[name, id_] = (source, (n,))
                records[id_] = record
        return records

    def alone(name: str, model: type[R]) -> R | None:
        source = read(root / f"{name}.yaml")
        sources.append(source)
        where[name, name] = (source, ())
        return None if source.problems else source.build(model)

    references = listed("references", Reference)
    found = Catalog(
        structures=MappingProxyType(one_each("structures", Structure)),
        bones=MappingProxyType(one_each("bones", Bone)),
        context=MappingProxyType(listed("context", Context)),
        references=MappingProxyType(references),
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
        # None only beside a problem, and problems are raised below
        self_check=cast(SelfCheck, alone("self_check", SelfCheck)),
    )
    for kind, field, ids, table in _links(found):
        for record_id, known in ids:
            if table not in unreadable and (table, known) not in declared:
                source, base = where[kind, record_id]
                message = f"'{known}' is not in {table}: add it there or correct the id"
                source.problems.append(source.problem((*base, *field), message))
    problems = [p for s in sources for p in s.problems]
    if problems:
        raise ContentError(problems)
    return found


Link = tuple[str, tuple[str | int, ...], list[tuple[str, str]], str]


def _links(c: Catalog) -> Iterable[Link]:
    """Every reference from one record to another: kind, field, (record id, id named), table it must be in."""
    structures, bones, chains = c.structures.values(), c.bones.values(), c.chains.values()
    flags = c.stop_flags.values()
    yield "structures", ("references",), [(s.id, r) for s in structures for r in s.references], "references"
    yield "structures", ("key_numbers",), [(s.id, k.reference) for s in structures for k in s.key_numbers], "references"
    yield "structures", ("chains",), [(s.id, r.chain) for s in structures for r in s.chains], "chains"
    records: list[tuple[str, Iterable[Structure | Bone | Context]]] = [
        ("structures", structures), ("bones", bones), ("context", c.context.values()),
    ]  # fmt: skip
    for table, entries in records:
        stands = [(e.id, s.reference) for e in entries if e.checked for s in e.checked.sources]
        yield table, ("checked",), stands, "references"
    yield "bones", ("references",), [(b.id, r) for b in bones for r in b.references], "references"
    yield "stop_flags", ("references",), [(f.id, r) for f in flags for r in f.references], "references"
    asked = c.ask_first.values()
    yield "ask_first", ("references",), [(a.id, r) for a in asked for r in a.references], "references"
    nodes = [(x.id, n.structure) for x in chains for n in x.nodes if n.structure]
    yield "chains", ("nodes",), nodes, "structures"
    yield "chains", ("steps",), [(x.id, s.lit) for x in chains for s in x.steps if s.lit], "structures"
    studies = [(x.id, r) for x in chains for e in x.edges for r in (*e.supporting, *e.contradicting)]
    yield "chains", ("edges",), studies, "references"
    yield "chains", ("breakers",), [(x.id, r) for x in chains for b in x.breakers for r in b.references], "references"
    yield "chains", ("articles",), [(x.id, a) for x in chains for a in x.articles], "articles"
    claims, conflicts, myths = c.claims.values(), c.conflicts.values(), c.myths.values()
    yield "claims", ("said_by",), [(x.id, s.article) for x in claims for s in x.said_by], "articles"
    yield "claims", ("conflicts_with",), [(x.id, i) for x in claims for i in x.conflicts_with], "claims"
    yield "claims", ("supporting",), [(x.id, r) for x in claims for r in x.references], "references"
    yield "claims", ("structures",), [(x.id, i) for x in claims for i in x.structures], "structures"
    yield "claims", ("chains",), [(x.id, i) for x in claims for i in x.chains], "chains"
    yield "conflicts", ("sides",), [(x.id, a) for x in conflicts for s in x.sides for a in s.articles], "articles"
    yield "conflicts", ("references",), [(x.id, r) for x in conflicts for r in x.references], "references"
    yield "conflicts", ("claims",), [(x.id, i) for x in conflicts for i in x.claims], "claims"
    effects = [(x.id, r) for x in c.rolling_effects.values() for r in x.references]
    yield "rolling_effects", ("references",), effects, "references"
    yield "findings", ("claims",), [(x.id, i) for x in c.findings.values() for i in x.claims], "claims"
    yield "groups", ("structures",), [(x.id, i) for x in c.groups.values() for i in x.structures], "structures"
    exercises = c.exercises.values()
    yield "exercises", ("references",), [(x.id, r) for x in exercises for r in x.references], "references"
    yield "exercises", ("measured",), [(x.id, m.reference) for x in exercises for m in x.measured], "references"
    lit = [(x.id, m.structure) for x in exercises for m in x.measured if m.structure]
    yield "exercises", ("measured",), lit, "structures"
    used = [(x.id, e) for x in chains for b in x.breakers for e in b.exercises]
    yield "chains", ("breakers",), used, "exercises"
    yield "myths", ("references",), [(x.id, r) for x in myths for r in x.references], "references"
    yield "myths", ("claims",), [(x.id, i) for x in myths for i in x.claims], "claims"
    if c.self_check:
        yield from _self_check_links(c.self_check)


def _self_check_links(check: SelfCheck) -> Iterable[Link]:
    def link(field: tuple[str | int, ...], ids: Iterable[str | None], table: str) -> Link:
        return "self_check", field, [(check.id, i) for i in ids if i], table

    for n, test in enumerate(check.tests):
        yield link(("tests", n, "references"), test.references, "references")
        yield link(("tests", n, "picture"), [test.picture.structure], "structures")
        yield link(("tests", n, "answers"), [a.flag for a in test.answers], "stop_flags")
    for n, outcome in enumerate(check.outcomes):
        yield link(("outcomes", n, "id"), {outcome.id} - {SOMETHING_ELSE}, "chains")
        yield link(("outcomes", n, "exercises"), outcome.exercises, "exercises")
        yield link(("outcomes", n, "rolling"), outcome.rolling, "structures")
        yield link(("outcomes", n, "references"), outcome.references, "references")
    for n, soft in enumerate(check.soft):
        yield link(("soft", n, "flag"), [soft.flag], "stop_flags")
        yield link(("soft", n, "no_rolling"), [*soft.no_rolling, soft.structure], "structures")
        yield link(("soft", n, "references"), soft.references, "references")
    for n, left_out in enumerate(check.left_out):
        yield link(("left_out", n, "references"), left_out.references, "references")


def problems_in(root: Path) -> list[Problem]:
    """Every problem of the content in a folder; empty when it is valid."""
    try:
        load(root)
    except ContentError as error:
        return error.problems
    return []
