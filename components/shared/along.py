"""What goes along from address to address, whatever a screen writes into its own. Pure.

These say how all screens are shown, not what one of them shows: the presenter's view, the client's side, the tour that
is played, the room that is followed. A menu's link names none of them, and a screen that writes its state need not
know them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from components.shared.room import is_room

LONGEST = 6000
"""No value is longer: a tour travels in its own link, and that is bounded (`data/tour.py`)."""


def _is(value: str) -> Callable[[str], bool]:
    return lambda found: found == value


TOUR = ("tour", "stop")
"""Together these say which tour is played, and where in it we are."""

GOES_ALONG: dict[str, Callable[[str], bool]] = {
    "presenter": _is("1"),
    "side": _is("left"),
    "tour": lambda found: 0 < len(found) <= LONGEST,
    "stop": lambda found: found.isascii() and found.isdecimal() and len(found) <= 3,
    "follow": is_room,
}
"""The parameters by name, each with what its value may be; who reads one looks closer."""


def along(params: Mapping[str, str]) -> dict[str, str]:
    """Those of the query parameters that go along."""
    return {name: params[name] for name, fits in GOES_ALONG.items() if name in params and fits(params[name])}


def kept(params: Mapping[str, str], before: Mapping[str, str], *, elsewhere: bool) -> dict[str, str]:
    """What holds now: as the address says, or, where a menu led `elsewhere` without a word, as it was `before`."""
    now = along(params)
    return {**before, **now} if elsewhere else now
