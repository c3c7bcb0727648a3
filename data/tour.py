"""A tour: addresses of our own in an order, with a line of text each. It is played, printed and sent as a link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from data.model import Id, Record, Text

MOST_STOPS = 30
LONGEST_NAME = 60
LONGEST_LINE = 200
LONGEST_AT = 400
"""Of a stop's address, after its letters are written for a link."""
LONGEST_INK = 2000
"""Of what is drawn at a stop: carried along unread."""
PAGES = (
    "explore", "ask", "rolling", "chains", "lab", "evidence", "where", "self_check", "exercises", "quiz", "handout",
    "stop_flags", "teachers", "accessibility", "tours", "embedding", "follow",
)  # fmt: skip
"""The pages that a stop can name, by their files' names; the first answers at `/`."""
NOT_KEPT = ("presenter", "tour", "stop", "follow", "embed")
"""Of an address these say how it is shown just now: no stop keeps them."""
_AT = re.compile(r"/[a-z_]{0,30}(\?[A-Za-z0-9%&=+._~*,:;@!$'()/?-]*)?")
_BLANK = {"Cc", "Zl", "Zp", "Zs"}
_SILENT = {"Cs", "Cn", "Co"}
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""These turn the direction of all words that follow, also of ours."""
_MOST = 4000
"""No text is read that is longer: what may be kept of one is far less."""


def clean(text: Any) -> Any:
    """A text in one line: spaces of every kind as one, no signs that are no letters. ValueError for a huge one."""
    if not isinstance(text, str):
        return text
    if len(text) > _MOST:
        raise ValueError(f"is longer than {_MOST} characters")
    kinds = [(c, unicodedata.category(c)) for c in text if c not in _TURNING]
    return " ".join("".join(" " if kind in _BLANK else c for c, kind in kinds if kind not in _SILENT).split())


def address(page: str, params: Mapping[str, str]) -> str:
    """Where a stop leads: a page by its file's name, and its query without what no stop keeps."""
    kept = {name: value for name, value in params.items() if name not in NOT_KEPT}
    return f"/{'' if page == PAGES[0] else page}" + (f"?{urlencode(kept)}" if kept else "")


def _at(value: Any) -> Any:
    """An address in the one form in which it is kept. Raises ValueError for one that is none of ours."""
    if not isinstance(value, str):
        return value
    if len(value) > LONGEST_AT or not _AT.fullmatch(value):
        raise ValueError("is no address of this app: write /page?name=value")
    path, _, query = value[1:].partition("?")
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=20)
    except ValueError:
        raise ValueError("is no address of this app: its query cannot be read") from None
    found = address(path or PAGES[0], {clean(name): clean(value) for name, value in pairs})
    if len(found) > LONGEST_AT:
        raise ValueError(f"is longer than {LONGEST_AT} characters")
    return found


class Stop(Record):
    """One stop: where it is, the line that is said there, and what is drawn over it, carried along unread."""

    at: Annotated[str, BeforeValidator(_at)]
    line: Annotated[str, StringConstraints(max_length=LONGEST_LINE), BeforeValidator(clean)] = ""
    ink: Annotated[str, StringConstraints(pattern=r"^[!-~]*$", max_length=LONGEST_INK)] = ""

    @property
    def page(self) -> str:
        """The page, by its file's name; not every one that an old link names is still there."""
        return self.at[1:].partition("?")[0] or PAGES[0]

    @property
    def params(self) -> dict[str, str]:
        """The query parameters."""
        return dict(parse_qsl(self.at.partition("?")[2], keep_blank_values=True))

    def link(self, **more: str) -> str:
        """The address as a link from any page, with more query parameters."""
        path = "" if self.page == PAGES[0] else self.page
        query = urlencode({**self.params, **more})
        return f"./{path}" + (f"?{query}" if query else "")


class Tour(Record):
    """A name, and the stops in their order."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME), BeforeValidator(clean)]
    stops: Annotated[tuple[Stop, ...], Field(max_length=MOST_STOPS)] = ()


class OurTour(Tour):
    """A tour that comes with the app: what it is for, and how many minutes it takes."""

    id: Id
    about: Text
    minutes: Annotated[int, Field(ge=1, le=30)]

    @model_validator(mode="after")
    def _is_whole(self) -> OurTour:
        if len(self.stops) < 3:
            raise ValueError("stops: a tour of ours has three or more")
        for number, stop in enumerate(self.stops, 1):
            if stop.page not in PAGES:
                raise ValueError(f"stops: number {number} names a page that there is not: '{stop.page}'")
            if not stop.line or stop.ink:
                raise ValueError(f"stops: number {number} has a line of words and nothing drawn")
        return self
