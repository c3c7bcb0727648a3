"""The choices of a question, and how a structure is named within one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from data.catalog import Catalog
from data.wording import small


def mixed(
    right: tuple[str, str], others: Sequence[tuple[str, str]], draw: random.Random, sure: int = 0
) -> tuple[tuple[str, str], ...]:
    """The right choice among three others, shuffled, the first `sure` of them always there; never twice the same."""
    unlike = [o for o in dict.fromkeys(others) if o[1].casefold() != right[1].casefold()]
    chosen = [right, *unlike[:sure], *draw.sample(unlike[sure:], min(3 - sure, len(unlike) - sure))]
    draw.shuffle(chosen)
    return tuple(chosen)


def the(id_: str, catalog: Catalog) -> str:
    """A name within a sentence; names that begin with a person's keep their capital and take no article."""
    name, _, part = catalog.short_name(id_).partition(", ")
    if part:
        return f"the {part} of {small(name)}"
    return name if "'s " in name else f"the {small(name)}"
