"""What an exam asks of a structure beyond the card's first lines. All of it is optional, and folds away."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from data.model import Id, Record, Text

Root = Annotated[str, StringConstraints(pattern=r"^(T12|L[1-5]|S[1-5])$")]
Movement = Literal[
    "flexion", "extension", "abduction", "adduction", "external rotation", "internal rotation",
    "plantar flexion", "dorsiflexion", "inversion", "eversion",
]  # fmt: skip


class Compartment(StrEnum):
    """The fascial compartment in which a muscle lies."""

    GLUTEAL_SUPERFICIAL = "gluteal_superficial"
    GLUTEAL_DEEP = "gluteal_deep"
    ILIOPSOAS = "iliopsoas"
    ANTERIOR_THIGH = "anterior_thigh"
    MEDIAL_THIGH = "medial_thigh"
    POSTERIOR_THIGH = "posterior_thigh"
    SUPERFICIAL_POSTERIOR_LEG = "superficial_posterior_leg"
    DEEP_POSTERIOR_LEG = "deep_posterior_leg"
    ANTERIOR_LEG = "anterior_leg"
    LATERAL_LEG = "lateral_leg"
    POSTERIOR_ABDOMINAL_WALL = "posterior_abdominal_wall"
    BACK = "back"


class Supply(Record):
    """One nerve of a muscle: the structure where it has a card, the branch in words, its roots, the main ones."""

    nerve: Id | None = None
    branch: Text
    roots: Annotated[tuple[Root, ...], Field(min_length=1)]
    main: tuple[Root, ...] = ()


class AtJoint(Record):
    """One movement of a muscle at one joint: as prime mover or helper, and in which position where that matters."""

    joint: Literal["hip", "knee", "ankle", "foot", "trunk"]
    movement: Movement
    share: Literal["prime", "helper"]
    position: Text | None = None


class Noted(Record):
    """A sentence with the reference that it was read in; `share` says how many people, where that was counted."""

    text: Text
    reference: Id
    share: Text | None = None


class Clinical(Noted):
    """A sentence for practice; `condition` is the story of pain that it belongs to, where we tell that story."""

    condition: Id | None = None


class Neighbours(Record):
    """What lies directly over, under and beside a structure: ids of structures and bones.

    `data/neighbours.py` computes them from the drawing; a list that is given here stands in the computed one's place.
    """

    over: tuple[Id, ...] = ()
    under: tuple[Id, ...] = ()
    beside: tuple[Id, ...] = ()


class Said(Record):
    """How the Latin name is said: syllables with the stress in capitals, and in IPA."""

    syllables: Text
    ipa: Text


class Lesion(Record):
    """What is lost when a nerve is hurt: `cannot` in plain words, where feeling goes, where and how it is hurt."""

    cannot: Text
    feeling: Text | None = None
    how: Text
    reference: Id


class Deeper(Record):
    """The deeper part of a card. What was not found in a source is left out.

    `roots` to `lesion` are those of a nerve: `moves` names the muscles that it supplies. `range`, `close_packed` and
    `limits` are those of a joint. `clinical` names injuries, tests and injection sites.
    """

    compartment: Compartment | None = None
    supplies: tuple[Supply, ...] = ()
    at_joints: tuple[AtJoint, ...] = ()
    neighbours: Neighbours | None = None
    variants: tuple[Noted, ...] = ()
    clinical: tuple[Clinical, ...] = ()
    strength_test: Noted | None = None
    stretch: Noted | None = None
    said: Said | None = None
    roots: tuple[Root, ...] = ()
    moves: tuple[Id, ...] = ()
    feels: Text | None = None
    reflex: Noted | None = None
    lesion: Lesion | None = None
    range: tuple[Noted, ...] = ()
    close_packed: Noted | None = None
    limits: tuple[Noted, ...] = ()

    def references(self) -> list[str]:
        """Every reference that it names, each once."""
        noted = [*self.variants, *self.clinical, *self.range, *self.limits]
        noted += [n for n in (self.strength_test, self.stretch, self.reflex, self.close_packed) if n]
        found = [n.reference for n in noted] + ([self.lesion.reference] if self.lesion else [])
        return list(dict.fromkeys(found))

    def structures(self) -> list[str]:
        """Every structure that it names, each once; what lies near may be a bone and is not among them."""
        return list(dict.fromkeys([*(s.nerve for s in self.supplies if s.nerve), *self.moves]))

    def near(self) -> list[str]:
        """Every structure and bone that it calls a neighbour, each once."""
        near = self.neighbours or Neighbours()
        return list(dict.fromkeys([*near.over, *near.under, *near.beside]))

    def conditions(self) -> list[str]:
        """Every story of pain that it names, each once."""
        return list(dict.fromkeys(c.condition for c in self.clinical if c.condition))
