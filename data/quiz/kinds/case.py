"""Cases: questions written by hand, in `content/cases.yaml`: what is lost when a nerve is hurt, passages, and layers.

A case is about somebody, never about the reader; after one on a nerve the screen says that it is no diagnosis.
"""

from __future__ import annotations

import random

from data.case import Case, CaseKind
from data.catalog import Catalog
from data.model import Tissue
from data.neighbours import neighbours
from data.quiz.choices import mixed, the
from data.quiz.muscles import read_in
from data.quiz.nerves import called
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.structure import Structure
from data.wording import capital, sentence, small

MODES = {CaseKind.LESION: Mode.NERVE, CaseKind.PASSAGE: Mode.NEAR, CaseKind.LAYER: Mode.NEAR}
"""The mode that asks for each kind of case."""


class Cases:
    """The questions of one kind of case. A subject is the answer and the case, as in `femoral_nerve.knee_jerk`."""

    def __init__(self, kind: CaseKind) -> None:
        self.kind = kind

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""
        mine = [c for c in catalog.cases.values() if c.kind is self.kind]
        return [f"{c.answer}.{c.id}" for c in mine if any(_in_region(i, options.region) for i in c.structures)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """One case with three of its wrong answers."""
        answer, _, id_ = subject.partition(".")
        case = catalog.cases[id_]
        if case.kind is not self.kind or case.answer != answer:
            raise KeyError(subject)
        choices = mixed((answer, called(answer, catalog)), [(i, called(i, catalog)) for i in case.wrong], draw)
        return Question(
            f"{MODES[self.kind]}:{self.kind}.{subject}",
            MODES[self.kind],
            case.prompt,
            (answer,),
            choices,
            f"{case.why} {read_in(case.references, catalog)}",
            misses={i: _miss(case, i, catalog) for i, _ in choices if i != answer},
            revisit=answer,
            hurt=self.kind is CaseKind.LESION,
        )


def _miss(case: Case, chosen: str, catalog: Catalog) -> str:
    """What is true of a wrong answer: what is lost with that nerve, where it runs, or where that structure lies."""
    found, name = catalog.structures[chosen], capital(called(chosen, catalog))
    if case.kind is CaseKind.LESION:
        return _lost(case, found, catalog)
    if case.of:
        near = neighbours(case.of, catalog)
        for way, ids in (("over", near.over), ("under", near.under), ("beside", near.beside)):
            if chosen in ids and way != case.lies:
                return f"{name} lies {way} {the(case.of, catalog)}."
    if found.tissue is not Tissue.MUSCLE and found.insertion:
        return f"{name}: {small(found.insertion.split(';')[0])}."
    return sentence(f"{name}: {small(found.plain)}")


def _lost(case: Case, found: Structure, catalog: Catalog) -> str:
    """What is lost with another nerve; where the answer is a nerve of feeling alone, what that one feels."""
    deeper, answer = found.deeper, catalog.structures[case.answer].deeper
    if not deeper or not deeper.lesion:
        return sentence(found.plain)
    feels_alone = bool(answer and answer.lesion and "no strength" in answer.lesion.cannot)
    nerve = small(called(found.id, catalog))
    if feels_alone and deeper.feels:
        return sentence(f"The {nerve} feels: {small(deeper.feels)}")
    return sentence(f"With the {nerve} hurt somebody {small(deeper.lesion.cannot)}")


def _in_region(structure: str, region: str) -> bool:
    """Whether it lies in a region; what is drawn nowhere is asked for everywhere alone."""
    return region == "all" or in_region(structure, region)
