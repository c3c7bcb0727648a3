"""What the quiz knows of nerves: what they surely move, what they surely do not, their roots. Pure.

A muscle that any text gives to more than one nerve is left out, and so is what a relative of the nerve moves: the
sciatic nerve and its two parts are one family.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.catalog import Catalog
from data.model import Tissue
from data.quiz.choices import the
from data.structure import Structure
from data.wording import capital, small

FAMILY = frozenset({"sciatic_nerve", "tibial_nerve", "common_fibular_nerve"})
BRANCHES = ("sciatic", "tibial", "fibular")
"""What names a nerve of the family, or one of its branches."""
LEG = frozenset({"gastrocnemius", "soleus", "plantaris", "popliteus"})
"""Muscles that the tibial nerve moves under that name, not as a part of the sciatic nerve."""
SHIN = frozenset({"tibialis_anterior", "extensor_digitorum_longus"})
"""Muscles below the knee that the common fibular nerve moves by a branch, and whose names do not tell it."""
SHARED = frozenset({"pectineus", "adductor_magnus"})
"""Muscles of two nerves."""
UNSURE: Mapping[str, frozenset[str]] = {
    "femoral_nerve": frozenset({"psoas_major"}),  # some texts give it to the femoral nerve
    "superior_gluteal_nerve": frozenset({"piriformis"}),  # which often gets a branch of it
    "inferior_gluteal_nerve": frozenset({"piriformis"}),
    **dict.fromkeys(FAMILY, frozenset({"piriformis", "gemelli", "obturator_internus", "quadratus_femoris"})),
}
"""What is no wrong answer for a nerve, although its record does not name it."""
NEAR = (frozenset({"saphenous_nerve", "lateral_femoral_cutaneous_nerve"}),)
"""Nerves whose roots lie too near to be told apart by all texts."""
ROOTS = ("T12", *(f"L{n}" for n in range(1, 6)), *(f"S{n}" for n in range(1, 6)))


def nerves(catalog: Catalog) -> list[str]:
    """The nerves whose roots are known."""
    return [s.id for s in catalog.structures.values() if s.tissue is Tissue.NERVE and roots(s.id, catalog)]


def roots(nerve: str, catalog: Catalog) -> tuple[str, ...]:
    """The roots of a nerve; none where they are not known."""
    deeper = catalog.structures[nerve].deeper
    return deeper.roots if deeper else ()


def moves(nerve: str, catalog: Catalog) -> tuple[str, ...]:
    """All that a nerve's record says it moves."""
    deeper = catalog.structures[nerve].deeper
    return deeper.moves if deeper else ()


def moved(nerve: str, catalog: Catalog) -> list[str]:
    """The muscles that a nerve surely moves: no other one does, or only one of its family."""
    rivals = [n for n in nerves(catalog) if n != nerve and not {n, nerve} <= FAMILY]
    taken = {m for n in rivals for m in moves(n, catalog)}
    return [m for m in moves(nerve, catalog) if m not in SHARED | taken]


def not_moved(nerve: str, catalog: Catalog) -> list[str]:
    """The muscles that a nerve surely does not move."""
    kin = FAMILY & set(catalog.structures) if nerve in FAMILY else {nerve}
    unsure = SHARED | UNSURE.get(nerve, frozenset()) | {m for n in kin for m in moves(n, catalog)}
    own = BRANCHES if nerve in FAMILY else (called(nerve, catalog).casefold(),)
    muscles = [s for s in catalog.structures.values() if s.tissue is Tissue.MUSCLE and s.deeper and s.deeper.supplies]
    across = {"tibial_nerve": SHIN, "common_fibular_nerve": LEG}.get(nerve, frozenset())  # below the knee no text mixes
    return [s.id for s in muscles if s.id in across or (s.id not in unsure and not any(n in _said(s) for n in own))]


def _said(muscle: Structure) -> str:
    """All that a record says of a muscle's nerves."""
    branches = [s.branch for s in muscle.deeper.supplies] if muscle.deeper else []
    return " ".join([muscle.nerve or "", *branches]).casefold()


def other_roots(nerve: str, catalog: Catalog) -> dict[str, list[str]]:
    """The roots of other nerves that are surely not those of this one, each with the nerves that they belong to.

    Neither holds the other, and at least two roots are not common to both.
    """
    mine, found = set(roots(nerve, catalog)), dict[str, list[str]]()
    close = {n for pair in NEAR if nerve in pair for n in pair}
    near = {span(roots(n, catalog)) for n in close}
    for other in nerves(catalog):
        theirs = set(roots(other, catalog))
        if not (mine <= theirs or theirs <= mine) and len(mine ^ theirs) >= 2 and span(tuple(theirs)) not in near:
            found.setdefault(span(tuple(theirs)), []).append(other)
    return found


def span(of: Sequence[str]) -> str:
    """Roots in one word: 'L2-L4'."""
    first, *_, last = sorted((*of, *of), key=ROOTS.index)
    return first if first == last else f"{first}-{last}"


def called(id_: str, catalog: Catalog) -> str:
    """A name among choices: of a nerve without the place at which its card shows it."""
    return catalog.name(id_).split(" at the ")[0]


def whose(muscle: str, catalog: Catalog) -> str:
    """The nerve of a muscle as a sentence: 'Gracilis: obturator nerve (...).'"""
    found: Structure = catalog.structures[muscle]
    nerve = found.nerve or ""
    return f"{capital(the(muscle, catalog))}: {small(nerve if ':' in nerve else nerve.split(';')[0])}."
