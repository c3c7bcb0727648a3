"""Kept pictures: what there is of each, and its SVG in an ink. Files are read when they are asked for."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from components.figures.film import played
from components.figures.inks import INKS, inked
from components.shared.served import BASE
from data.figures.pose import STEPS
from data.figures.step import Kept

FOLDER = Path(__file__).with_name("art")
FILM = "film"
_ID = re.compile(r"[a-z][a-z0-9_]{,60}")
_MOST = 512
"""How many answers are kept: readers, and strangers, may ask for anything."""


@lru_cache(_MOST)
def steps(picture_id: str) -> tuple[str, ...]:
    """The steps that are kept of a picture, in order, its film last; empty for one that is not there."""
    if not _ID.fullmatch(picture_id):
        return ()
    return tuple(step for step in (*STEPS, FILM) if (FOLDER / picture_id / f"{step}.svg").is_file())


@lru_cache(_MOST)
def kept(picture_id: str, step: str) -> str:
    """A step as it is kept, classes without inks; KeyError for one that is not there."""
    if step not in steps(picture_id):
        raise KeyError(f"{picture_id}/{step}")
    return (FOLDER / picture_id / f"{step}.svg").read_text(encoding="utf-8")


def svg(picture_id: str, step: str, ink: str) -> str:
    """A step of a picture as an SVG document in an ink (light, dark, grey); KeyError for what is not there."""
    if ink not in INKS:
        raise KeyError(ink)
    found = inked(kept(picture_id, step), ink, muted=step == "mistake")
    return played(found, picture_id) if step == FILM else found


@lru_cache(_MOST)
def size(picture_id: str) -> tuple[int, int]:
    """Width and height that all steps of a picture share, in SVG units; KeyError for a picture that is not there."""
    for step in steps(picture_id):
        wide, tall = re.findall(r"[\d.]+", kept(picture_id, step).partition('viewBox="')[2].partition('"')[0])[2:]
        return int(wide), int(tall)
    raise KeyError(picture_id)


@lru_cache(_MOST)
def _solved(picture_id: str) -> Mapping[str, object]:
    if not steps(picture_id):
        raise KeyError(picture_id)
    found: dict[str, object] = json.loads((FOLDER / picture_id / "solved.json").read_text(encoding="utf-8"))
    return found


def solved(picture_id: str) -> Kept:
    """The solved angles of every step, for `data.figures.words`; KeyError for a picture that is not there."""
    found: Kept = _solved(picture_id)["steps"]  # type: ignore[assignment]  # a file of ours, written so
    return found


def built_from(picture_id: str) -> str:
    """The digest of what a picture was built from; KeyError for a picture that is not there."""
    return str(_solved(picture_id)["digest"])


@lru_cache(_MOST)
def version(picture_id: str) -> str:
    """A short hash over all that is served of a picture: every step in every ink."""
    digest = hashlib.sha256()
    for step in steps(picture_id):
        for ink in INKS:
            digest.update(svg(picture_id, step, ink).encode())
    return digest.hexdigest()[:12]


def url(picture_id: str, step: str, ink: str) -> str:
    """Where the browser finds a step of a picture in an ink, relative to the server's base."""
    return f"./{BASE}/shown/{picture_id}/{step}.{ink}.svg?v={version(picture_id)}"
