"""Pictures of exercises and ways to roll within the file: each stands once, rules give the colours. Pure."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterable

from components.figures import art
from components.figures.html import FILM
from components.figures.inks import looks

_IMAGE = re.compile(
    r'<img class="hc-by-(light|dark)" loading="lazy" src="[^"]*/shown/(\w+)/(\w+)\.\w+\.svg[^"]*" '
    r'width="(\d+)" height="(\d+)" alt="([^"]*)">'
)
_PLATE = re.compile(r'<figure class="hc-attached"><img [^>]*alt="([^"]*)"></figure>')
_FILM = re.compile(r'<details class="hc-film">.*?</details>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def placed(html: str, found: set[tuple[str, str]]) -> str:
    """The same text with a place for each picture, which the script fills; `found` gathers which are wanted.

    Films are left out: they would be half of the file. A plate of attachments is there in words.
    """

    def place(image: re.Match[str]) -> str:
        scheme, id_, step, wide, high, words = image.groups()
        if scheme == "dark":  # the rules know both
            return ""
        found.add((id_, step))
        box = "0 0 {} {}".format(*art.size(id_))
        said = f'role="img" aria-label="{words}"' if words else 'aria-hidden="true"'
        muted = " hc-muted" if step == "mistake" else ""
        return (
            f'<svg class="hc-drawn{muted}" data-figure="{id_}/{step}" viewBox="{box}" width="{wide}" height="{high}" '
            f"{said}></svg>"
        )

    return _IMAGE.sub(place, _FILM.sub("", _PLATE.sub(r'<p class="hc-find">\1</p>', html)))


def drawings(wanted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The paths of the pictures by `<picture>/<step>`."""
    found = {}
    for id_, step in sorted(wanted):
        if step != FILM and (body := _BODY.search(art.kept(id_, step))):
            found[f"{id_}/{step}"] = body[1]
    return found


def packed(wanted: Iterable[tuple[str, str]]) -> str:
    """The same as compressed JSON in letters: a third of the size. Every browser that knows our rules can unpack it."""
    found = json.dumps(drawings(wanted), separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(found, 9, mtime=0)).decode()


def rules() -> str:
    """What the classes of the pictures look like, on light and on dark, and within a mistake."""
    light = _rules("light", ".hc-drawn") + _rules("light", ".hc-drawn.hc-muted", muted=True)
    dark = _rules("dark", ".hc-drawn") + _rules("dark", ".hc-drawn.hc-muted", muted=True)
    return f"{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _rules(ink: str, within: str, *, muted: bool = False) -> str:
    found: dict[str, list[str]] = {}
    for name, attributes in looks(ink, muted=muted).items():
        look = ";".join(f"{key}:{value}" for key, value in _ATTRIBUTE.findall(attributes))
        found.setdefault(look, []).append(f"{within} .{name}")
    return "".join(f"{','.join(names)}{{{look}}}" for look, names in found.items())
