"""The two ways in which a body is made smaller for the line, and which of them a browser can read."""

from __future__ import annotations

import gzip

try:
    import brotli
except ImportError:  # where it cannot be installed, gzip alone gives most of it
    brotli = None

CODINGS = ("br", "gzip") if brotli else ("gzip",)
"""The smallest first."""
ENDINGS = {"br": ".br", "gzip": ".gz"}


def accepted(header: str) -> tuple[str, ...]:
    """The codings that an Accept-Encoding header allows, the smallest first."""
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, *more = (piece.strip() for piece in part.split(";"))
        weights[name] = _weight(more)
    return tuple(c for c in CODINGS if weights.get(c, weights.get("*", 0.0)) > 0)


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return float(parameter[2:])
            except ValueError:
                return 0.0
    return 1.0


def compress(body: bytes, coding: str, quality: int) -> bytes:
    """The body in a coding; quality from 1 to 9, brotli's up to 11. The same every time."""
    if coding == "br":
        return bytes(brotli.compress(body, quality=quality))
    return gzip.compress(body, min(quality, 9), mtime=0)
