"""Every link from one record to another: what a record names must exist, and hold what it is named for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from data.pain_place import PainMap
from data.self_check import SOMETHING_ELSE, SelfCheck
from data.structure import Bone, Context, Structure

if TYPE_CHECKING:
    from data.catalog import Catalog

Link = tuple[str, tuple[str | int, ...], list[tuple[str, str]], str]


def links(c: Catalog) -> Iterable[Link]:
    """Every reference from one record to another: kind, field, (record id, id named), table it must be in."""
    yield from _anatomy_links(c)
    yield from _case_links(c)
    yield from _safety_links(c)
    yield from _chain_links(c)
    yield from _evidence_links(c)
    yield from _exercise_links(c)
    yield from _condition_links(c)
    yield from _picture_links(c)
    yield from _tour_links(c)
    if c.pain_map:
        yield from _place_links(c.pain_map)
    if c.self_check:
        yield from _self_check_links(c.self_check)


def _anatomy_links(c: Catalog) -> Iterable[Link]:
    structures, bones = c.structures.values(), c.bones.values()
    yield "structures", ("references",), [(s.id, r) for s in structures for r in s.references], "references"
    yield "structures", ("key_numbers",), [(s.id, k.reference) for s in structures for k in s.key_numbers], "references"
    limits = [(s.id, r) for s in structures for r in s.rolling.references]
    yield "structures", ("rolling", "references"), limits, "references"
    near = [(s.id, n.structure) for s in structures for n in s.rolling.out_of_reach]
    yield "structures", ("rolling", "out_of_reach"), near, "structures"
    yield "structures", ("chains",), [(s.id, r.chain) for s in structures for r in s.chains], "chains"
    deep = [(s.id, s.deeper) for s in structures if s.deeper]
    yield "structures", ("deeper",), [(i, r) for i, d in deep for r in d.references()], "references"
    yield "structures", ("deeper",), [(i, other) for i, d in deep for other in d.structures()], "structures"
    yield "structures", ("deeper", "clinical"), [(i, x) for i, d in deep for x in d.conditions()], "conditions"
    for table, bones_ in (("structures", False), ("bones", True)):
        near = [(i, x) for i, d in deep for x in d.near() if (x in c.bones) is bones_]
        yield "structures", ("deeper", "neighbours"), near, table
    records: list[tuple[str, Iterable[Structure | Bone | Context]]] = [
        ("structures", structures), ("bones", bones), ("context", c.context.values()),
    ]  # fmt: skip
    for table, entries in records:
        stands = [(e.id, s.reference) for e in entries if e.checked for s in e.checked.sources]
        yield table, ("checked",), stands, "references"
    yield "bones", ("references",), [(b.id, r) for b in bones for r in b.references], "references"
    grouped = [(s.id, s.quiz_group) for s in structures if s.quiz_group]
    yield "structures", ("quiz_group",), grouped, "groups"
    groups = c.groups.values()
    yield "groups", ("checked",), [(g.id, r) for g in groups for r in g.sources], "references"
    for table in ("structures", "context"):
        members = [(g.id, m) for g in groups for m in g.members if (m in c.context) is (table == "context")]
        yield "groups", ("members",), members, table


def _case_links(c: Catalog) -> Iterable[Link]:
    cases = c.cases.values()
    yield "cases", ("answer",), [(x.id, i) for x in cases for i in x.structures], "structures"
    yield "cases", ("wrong",), [(x.id, i) for x in cases for i in x.wrong], "structures"
    yield "cases", ("references",), [(x.id, r) for x in cases for r in x.references], "references"


def _safety_links(c: Catalog) -> Iterable[Link]:
    flags, asked = c.stop_flags.values(), c.ask_first.values()
    yield "stop_flags", ("references",), [(f.id, r) for f in flags for r in f.references], "references"
    yield "ask_first", ("references",), [(a.id, r) for a in asked for r in a.references], "references"


def _chain_links(c: Catalog) -> Iterable[Link]:
    chains = c.chains.values()
    nodes = [(x.id, n.structure) for x in chains for n in x.nodes if n.structure]
    yield "chains", ("nodes",), nodes, "structures"
    yield "chains", ("steps",), [(x.id, s.lit) for x in chains for s in x.steps if s.lit], "structures"
    studies = [(x.id, r) for x in chains for e in x.edges for r in (*e.supporting, *e.contradicting)]
    yield "chains", ("edges",), studies, "references"
    yield "chains", ("breakers",), [(x.id, r) for x in chains for b in x.breakers for r in b.references], "references"
    yield "chains", ("breakers",), [(x.id, e) for x in chains for b in x.breakers for e in b.exercises], "exercises"
    yield "chains", ("articles",), [(x.id, a) for x in chains for a in x.articles], "articles"


def _evidence_links(c: Catalog) -> Iterable[Link]:
    claims, conflicts, myths = c.claims.values(), c.conflicts.values(), c.myths.values()
    yield "claims", ("said_by",), [(x.id, s.article) for x in claims for s in x.said_by], "articles"
    yield "claims", ("conflicts_with",), [(x.id, i) for x in claims for i in x.conflicts_with], "claims"
    yield "claims", ("supporting",), [(x.id, r) for x in claims for r in x.references], "references"
    yield "claims", ("structures",), [(x.id, i) for x in claims for i in x.structures], "structures"
    yield "claims", ("chains",), [(x.id, i) for x in claims for i in x.chains], "chains"
    yield "conflicts", ("sides",), [(x.id, a) for x in conflicts for s in x.sides for a in s.articles], "articles"
    yield "conflicts", ("references",), [(x.id, r) for x in conflicts for r in x.references], "references"
    yield "conflicts", ("claims",), [(x.id, i) for x in conflicts for i in x.claims], "claims"
    yield "myths", ("references",), [(x.id, r) for x in myths for r in x.references], "references"
    yield "myths", ("claims",), [(x.id, i) for x in myths for i in x.claims], "claims"
    effects = [(x.id, r) for x in c.rolling_effects.values() for r in x.references]
    yield "rolling_effects", ("references",), effects, "references"
    yield "findings", ("claims",), [(x.id, i) for x in c.findings.values() for i in x.claims], "claims"
    changes = c.changes.values()
    for table in {change.kind for change in changes}:
        yield "changes", ("record",), [(x.id, x.record) for x in changes if x.kind is table], str(table)
    yield "changes", ("references",), [(x.id, r) for x in changes for r in x.references], "references"


def _exercise_links(c: Catalog) -> Iterable[Link]:
    exercises = c.exercises.values()
    yield "exercises", ("references",), [(x.id, r) for x in exercises for r in x.references], "references"
    yield "exercises", ("measured",), [(x.id, m.reference) for x in exercises for m in x.measured], "references"
    dosed = [(x.id, r) for x in exercises for r in x.dose_references]
    yield "exercises", ("dose_references",), dosed, "references"
    following = [(x.id, x.next_step.exercise) for x in exercises if x.next_step.exercise]
    yield "exercises", ("next_step", "exercise"), following, "exercises"
    lit = [(x.id, m.structure) for x in exercises for m in x.measured if m.structure]
    yield "exercises", ("measured",), lit, "structures"


def _condition_links(c: Catalog) -> Iterable[Link]:
    found = c.conditions.values()
    yield "conditions", ("id",), [(x.id, r) for x in found for r in x.references], "references"
    yield "conditions", ("look_alikes",), [(x.id, a.condition) for x in found for a in x.look_alikes], "conditions"
    yield "conditions", ("exercises",), [(x.id, e) for x in found for e in x.exercises], "exercises"
    rolled = [(x.id, s) for x in found for s in x.rolling.may_roll]
    yield "conditions", ("rolling", "may_roll"), rolled, "structures"
    yield "conditions", ("see", "flags"), [(x.id, f) for x in found for f in x.see.flags], "stop_flags"
    yield "conditions", ("chains",), [(x.id, i.chain) for x in found for i in x.chains], "chains"
    yield "conditions", ("structures",), [(x.id, s) for x in found for s in x.structures], "structures"
    yield "conditions", ("bones",), [(x.id, b) for x in found for b in x.bones], "bones"
    yield "conditions", ("claims",), [(x.id, i) for x in found for i in x.claims], "claims"


def _picture_links(c: Catalog) -> Iterable[Link]:
    for table, groups in (("structures", False), ("groups", True)):
        marked = [
            (p.id, m.structure) for p in c.pictures.values() for m in p.marks if (m.structure in c.groups) is groups
        ]
        yield "figures", ("marks",), marked, table


NAMED_BY = {
    "chain": "chains", "claim": "claims", "conflict": "conflicts", "myth": "myths", "exercise": "exercises",
    "reference": "references", "article": "articles", "flag": "stop_flags", "condition": "conditions",
    "group": "groups", "compare": "structures",
}  # fmt: skip
"""The parameters of our addresses that name one record, by the table it stands in."""


def _tour_links(c: Catalog) -> Iterable[Link]:
    named = [(t.id, n, s.params) for t in c.tours.values() for n, s in enumerate(t.stops)]
    for id_, n, params in named:
        for param, table in NAMED_BY.items():
            if param in params:
                yield "tours", ("stops", n), [(id_, params[param])], table
        if shown := params.get("structure"):
            table = "bones" if shown in c.bones else "context" if shown in c.context else "structures"
            yield "tours", ("stops", n), [(id_, shown)] if shown != "none" else [], table


def _place_links(found: PainMap) -> Iterable[Link]:
    for n, place in enumerate(found.places):
        for field, ids, table in (
            ("conditions", [i.condition for i in place.conditions], "conditions"),
            ("ask_first", place.ask_first, "stop_flags"),
            ("references", place.references, "references"),
        ):
            yield "pain_map", ("places", n, field), [(found.id, i) for i in ids], table


def hollow(c: Catalog) -> Iterable[tuple[str, str, tuple[str, str]]]:
    """Claims that rest on nothing seen, groups of one, changes of no link: table, id, (field, message)."""
    for claim in c.claims.values():
        if problem := claim.unseen(c.references):
            yield "claims", claim.id, problem
    for group in c.groups:
        if len(c.members(group)) < 2:
            yield "groups", group, ("id", "a group needs two structures: name it in their `quiz_group`, or take it out")
    for change in c.changes.values():
        chain = c.chains.get(change.record) if change.edge else None
        if chain and change.edge not in {e.id for e in chain.edges}:
            yield "changes", change.id, ("edge", f"'{change.edge}' is no link of '{change.record}': correct it")


def _self_check_links(check: SelfCheck) -> Iterable[Link]:
    def link(field: tuple[str | int, ...], ids: Iterable[str | None], table: str) -> Link:
        return "self_check", field, [(check.id, i) for i in ids if i], table

    for n, test in enumerate(check.tests):
        yield link(("tests", n, "references"), test.references, "references")
        yield link(("tests", n, "picture"), [test.picture.structure], "structures")
        yield link(("tests", n, "answers"), [a.flag for a in test.answers], "stop_flags")
        yield link(("tests", n, "answers"), [e for a in test.answers for e in a.leaves_out], "exercises")
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
