"""Reason about a roller: what does it meet first?"""

from __future__ import annotations

import random
from functools import cache

from data.catalog import Catalog
from data.outlines import AXIAL_VIEWS, load_view
from data.quiz.choices import mixed
from data.quiz.places import in_level
from data.quiz.question import Mode, Options, Question
from data.section import first_under, sides, under_roller
from data.wording import small

STEADY_MM = 10
"""What a roller meets first is asked only where it stays the same when the roller moves this far to either side."""
BESIDE_MM = 25
"""What a roller meets first within this distance is no wrong answer."""
SIDES = {"outer": "outer side", "front": "front", "inner": "inner side", "back": "back"}
THIN = ("skin", "subcutaneous_fat")


def pool(options: Options, _catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    cuts = [v for v in AXIAL_VIEWS if in_level(v, options.region)]
    return [f"{v}.{s}" for v in cuts for s in sides(load_view(v)) if _steady(v, s)]


def ask(rest: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """What lies first under skin and fat? `rest` is a section and a side, as in `axial_hip.outer`."""
    view, _, side = rest.partition(".")
    if side not in sides(load_view(view)) or not _steady(view, side):
        raise KeyError(rest)
    tissues = [p.id for p in under_roller(load_view(view), side) if p.id not in THIN]
    first, beside = tissues[0], _beside(view, side)
    wrong = [i for i in dict.fromkeys([*tissues[1:], *_drawn(view)]) if i not in beside][:5]
    choices = mixed((first, catalog.name(first)), [(i, catalog.name(i)) for i in wrong], draw)
    prompt = (
        f"A roller comes from the {SIDES[side]} at the {AXIAL_VIEWS[view].lower()}, straight towards the thigh bone. "
        "What lies first under skin and fat?"
    )
    known = catalog.structures.get(first)
    below = "; ".join(catalog.name(i).lower() for i in tissues[1:])
    why = f"Beneath it: {below}. " if below else ""
    misses = dict.fromkeys(tissues[1:], "That lies deeper here.")
    reason = f"On rolling: {small(known.rolling.reason)}" if known else "Bone under a roller has nothing to gain."
    return Question(
        f"reason:roller.{rest}", Mode.REASON, prompt, (first,), choices, f"{why}{reason}", misses=misses,
        revisit=first if known else None,
    )  # fmt: skip


@cache
def _steady(view: str, side: str) -> bool:
    return len({first_under(load_view(view), side, mm) for mm in range(-STEADY_MM, STEADY_MM + 1, 5)}) == 1


@cache
def _beside(view: str, side: str) -> frozenset[str | None]:
    return frozenset(first_under(load_view(view), side, mm) for mm in range(-BESIDE_MM, BESIDE_MM + 1, 5))


def _drawn(view: str) -> list[str]:
    shapes = load_view(view).shapes
    return list(dict.fromkeys(s.id for s in shapes if not s.schematic and not s.context))
