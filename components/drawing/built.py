"""The drawings of this server, each made once: at rest, as the figure that the browser gets, and what can be seen."""

from __future__ import annotations

import gzip
import json
from functools import cache, lru_cache

from components.drawing import figure
from data.catalog import catalog
from data.outlines import load_view
from data.outlines.over import parted
from data.outlines.pose import Pose


@cache
def drawn(view: str, layer: str) -> figure.Drawn:
    """The drawing of a view and layer at rest, made once per server; `layer` may name what is laid over it."""
    ground, kinds = parted(layer)
    if kinds:
        return figure.lay_over(drawn(view, ground), kinds, catalog())
    return figure.draw(load_view(view), layer, catalog())


@cache
def at_rest(view: str, layer: str, roller: str | None = None) -> bytes:
    """The figure at rest as gzipped JSON."""
    return _packed_json(figure.finish(drawn(view, layer), catalog(), roller))


@lru_cache(maxsize=256)
def _posed(view: str, layer: str, pose: Pose) -> bytes:
    return _packed_json(figure.finish(drawn(view, layer), catalog(), pose=pose))


def _packed_json(built: object) -> bytes:
    return gzip.compress(json.dumps(built, separators=(",", ":")).encode(), 6)


def figure_body(view: str, layer: str, roller: str | None = None, pose: Pose | None = None) -> bytes:
    """The figure as gzipped JSON; built once per server (posed figures: the last 256 of them)."""
    return at_rest(view, layer, roller) if pose is None or pose == Pose() else _posed(view, layer, pose)


def visible(view: str, layer: str) -> frozenset[str]:
    """The ids of which some part can be seen in a view and layer."""
    return drawn(view, layer).named
