"""What a journey may ask of a browser, whichever engine it has."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.e2e.waiting import FRAMES, LIMIT_MS, RESTS, TAKEN_OVER

Actions = Sequence[Mapping[str, Any]]
"""Sources of input, as the W3C's WebDriver and WebDriver BiDi both write them."""
MOUSE, FINGER = "mouse", "touch"
POLL_S = 0.05
UNWATCHED = "{ asked: 1, begun: 2, ended: 3, fetching: 0, due: new Set(), changes: 0 }"


class Engine(ABC):
    """One page in a browser: opened, asked by script, tapped, typed into and photographed."""

    name: str
    pointers: tuple[str, ...]
    """What its driver can point with."""

    @abstractmethod
    def go(self, address: str) -> None:
        """Load an address; returns when the document has loaded."""

    @abstractmethod
    def run(self, function: str, *values: object) -> Any:
        """Call a JavaScript function (its source) with JSON values; returns what it returns, as JSON."""

    @abstractmethod
    def act(self, sources: Actions) -> None:
        """Move, press and release pointers and keys."""

    @abstractmethod
    def picture(self) -> bytes:
        """What is seen, as PNG."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Errors in the page's console since it was loaded, where the driver hands them out."""

    @abstractmethod
    def downloaded(self) -> Path | None:
        """The folder that downloads land in; None where the driver cannot download."""

    def until(self, function: str, *values: object) -> Any:
        """Wait until a function of the page returns something true; returns that."""
        end = time.monotonic() + LIMIT_MS / 1000
        while True:
            found = self.run(function, *values)
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"{self.name} waited in vain for {function} {json.dumps(values)}")
            time.sleep(POLL_S)

    def open(self, address: str) -> None:
        """Load an address and wait until the app has taken over."""
        self.go(address)
        self.until(f"() => Boolean({TAKEN_OVER})")

    def settled(self) -> None:
        """Wait until the page rests, by the same rule as in Chromium (see `waiting`).

        Where the driver runs no script before the page's own, what the page asks for is not known: what can be seen
        of it has to do.
        """
        self.run("() => { (window.__watch ??= UNWATCHED).rested = 0; return true; }".replace("UNWATCHED", UNWATCHED))
        self.until(RESTS, FRAMES)

    def tap(self, x: float, y: float, pointer: str = MOUSE) -> None:
        """Press and release a mouse or a finger at a point of the page, px."""
        self.act([_source("pointer", pointer, [_move(x, y), _DOWN, _UP])])

    def drag(self, spots: Sequence[tuple[float, float]], pointer: str = MOUSE) -> None:
        """Press at the first of some points of the page (px), go on to the others, and release."""
        first, *rest = spots
        self.act([_source("pointer", pointer, [_move(*first), _DOWN, *(_move(*spot, 60) for spot in rest), _UP])])

    def pinch(self, x: float, y: float, apart: float, further: float) -> None:
        """Put two fingers down `apart` px from each other around a point and draw them to `further`."""
        ways = []
        for side in (-1, 1):
            start, end = x + side * apart / 2, x + side * further / 2
            ways.append(_source(f"finger {side}", FINGER, [_move(start, y), _DOWN, _move(end, y, 200), _UP]))
        self.act(ways)

    def press(self, key: str) -> None:
        """Press and release a key."""
        self.act([{"type": "key", "id": "keys", "actions": [{"type": t, "value": key} for t in ("keyDown", "keyUp")]}])

    def click(self, selector: str, text: str = "", pointer: str = MOUSE) -> None:
        """Tap what a selector finds, the first of those that say the text; scrolled into sight first."""
        x, y = self.until(MIDDLE, selector, text)
        self.tap(x, y, pointer)


MIDDLE = """(selector, text) => {
  const found = [...document.querySelectorAll(selector)].find(e => e.textContent.includes(text));
  if (!found || found.disabled) return null;
  found.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = found.getBoundingClientRect();
  return box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null;
}"""
_DOWN = {"type": "pointerDown", "button": 0}
_UP = {"type": "pointerUp", "button": 0}


def _move(x: float, y: float, duration: int = 0) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(x), "y": round(y), "duration": duration, "origin": "viewport"}


def _source(id_: str, pointer: str, actions: Actions) -> dict[str, Any]:
    return {"type": "pointer", "id": id_, "parameters": {"pointerType": pointer}, "actions": actions}
