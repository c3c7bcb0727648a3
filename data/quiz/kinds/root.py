"""Roots and feeling: where a nerve comes from, which root leads in a muscle, which nerve feels and does not move."""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.quiz.choices import mixed, the
from data.quiz.muscles import read_in, stands
from data.quiz.nerves import ROOTS, called, nerves, other_roots, roots, span
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import ended, sentence, small


class Roots:
    """From which roots does a nerve come? Wrong are the roots of others that differ at both ends."""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""
        mine = [n for n in nerves(catalog) if len(other_roots(n, catalog)) >= 3]
        return [n for n in mine if options.region == "all" or in_region(n, options.region)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """Where does a nerve come from?"""
        others = other_roots(subject, catalog) if subject in nerves(catalog) else {}
        if len(others) < 3:
            raise KeyError(subject)
        found = catalog.structures[subject]
        right, nerve = span(roots(subject, catalog)), small(called(subject, catalog))
        choices = mixed((right, right), [(r, r) for r in others], draw)
        return Question(
            f"nerve:roots.{subject}",
            Mode.NERVE,
            f"From which roots does the {nerve} come?",
            (right,),
            choices,
            f"The {nerve} comes from {right}. {sentence(found.plain)} {read_in(stands(found, 'roots'), catalog)}",
            misses={r: f"From {r}: {'; '.join(small(called(i, catalog)) for i in others[r])}." for r in others},
            revisit=subject,
        )


class Lead:
    """Which root gave a muscle its largest share, where that was measured?"""

    STUDY = "phillips1991roots"
    MEASURED = ("adductor_longus", "vastus_lateralis", "vastus_medialis", "gastrocnemius")

    def pool(self, options: Options, _catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""
        return [m for m in self.MEASURED if in_region(m, options.region)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """The leading root, among roots that no text gives to the muscle."""
        found = catalog.structures[subject]
        if subject not in self.MEASURED or not found.deeper:
            raise KeyError(subject)
        supply = found.deeper.supplies[0]
        at = [ROOTS.index(r) for r in supply.roots]
        far = [r for n, r in enumerate(ROOTS[1:9], 1) if min(at) - n > 1 or n - max(at) > 1]
        right = supply.main[0]
        choices = mixed((right, right), [(r, r) for r in far], draw)
        return Question(
            f"nerve:lead.{subject}",
            Mode.NERVE,
            f"Nerve roots were stimulated in a study. Which one gave {the(subject, catalog)} its largest share?",
            (right,),
            choices,
            f"It was {right}, of {span(supply.roots)}. That is one study. {read_in([self.STUDY], catalog)}",
            misses=dict.fromkeys((r for r, _ in choices if r != right), f"Its roots are {span(supply.roots)}."),
            revisit=subject,
        )


class Skin:
    """Which nerve carries feeling alone, or none of the skin? A subject is that nerve."""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""
        mine = [n for n in nerves(catalog) if _alone(n, catalog) is not None]
        return [n for n in mine if options.region == "all" or in_region(n, options.region)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """Feeling alone, or none of the skin?"""
        alone = _alone(subject, catalog) if subject in nerves(catalog) else None
        if alone is None:
            raise KeyError(subject)
        found = catalog.structures[subject]
        both = [(n, called(n, catalog)) for n in nerves(catalog) if _mixed(n, catalog)]
        choices = mixed((subject, called(subject, catalog)), both, draw)
        asked = "feeling only and moves no muscle" if alone else "no feeling of the skin"
        said = "It moves no muscle." if alone else "It moves muscles and reaches no skin."
        return Question(
            f"nerve:skin.{subject}",
            Mode.NERVE,
            f"Which of these nerves carries {asked}?",
            (subject,),
            choices,
            f"{sentence(found.plain)} {said} {read_in(stands(found, 'plain' if alone else 'moves'), catalog)}",
            misses={n: _both(n, catalog) for n, _ in choices if n != subject},
            revisit=subject,
        )


def _alone(nerve: str, catalog: Catalog) -> bool | None:
    """Whether a nerve carries feeling alone (True), none of the skin (False), or neither is sure (None)."""
    deeper = catalog.structures[nerve].deeper
    lesion = deeper.lesion if deeper else None
    if not deeper or not lesion:
        return None
    if deeper.feels and not deeper.moves and "no strength" in lesion.cannot:
        return True
    return False if deeper.moves and (lesion.feeling or "").startswith("No loss") else None


def _mixed(nerve: str, catalog: Catalog) -> bool:
    """Whether a nerve surely moves and feels."""
    deeper = catalog.structures[nerve].deeper
    return bool(deeper and deeper.moves and deeper.feels)


def _both(nerve: str, catalog: Catalog) -> str:
    """What a nerve feels, beside what it moves."""
    deeper = catalog.structures[nerve].deeper
    felt = small((deeper.feels if deeper else None) or "")
    return ended(f"The {small(called(nerve, catalog))} moves muscles, and feels: {felt}")
