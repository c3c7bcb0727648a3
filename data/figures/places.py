"""Places that meet: on the flesh, or along a bar or stick that hands hold (`stick@.5`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from data.figures.forward import Array, Posed
from data.figures.points import points
from data.figures.props import Bar, Prop


class Places:
    """Several places by name, each the weighted middle of places on the flesh."""

    def __init__(self, names: Sequence[str], props: Mapping[str, Prop]) -> None:
        flesh: list[str] = []
        shares: list[tuple[int, list[float]]] = []
        radii: list[float | None] = []
        for name in names:
            prop, _, along = name.partition("@")
            found = props.get(prop)
            if isinstance(found, Bar):
                u = float(along or 1)
                shares.append((len(flesh), [(1 - u) / 3] * 3 + [u / 3] * 3))
                flesh += found.grips
                radii.append(found.r)
            else:
                shares.append((len(flesh), [1.0]))
                flesh.append(name)
                radii.append(None)
        self._points = points(flesh)
        self._share = np.zeros((len(names), len(flesh)))
        for row, (first, share) in enumerate(shares):
            self._share[row, first : first + len(share)] = share
        own = self._share @ self._points.radius
        self.radius: Array = np.array([o if r is None else r for r, o in zip(radii, own, strict=True)])

    def at(self, posed: Posed) -> Array:
        """Where they are."""
        found: Array = self._share @ self._points.at(posed)
        return found

    def moves(self, posed: Posed, _places: Array) -> Array:
        """How they move with each angle: places x 3 x angles."""
        return np.tensordot(self._share, self._points.moves(posed, self._points.at(posed)), 1)
