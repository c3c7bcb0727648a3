"""The rooms: four letters, one who shows, many who follow, in this server's memory and nowhere else. Pure.

A room holds the address that is shown now, when it was made, and how many are there: no names, no addresses of people,
nothing of what was shown before. Four letters can be guessed; who does sees what is shown, which is public content. To
show something takes the secret, which cannot be guessed. Both are made by the browser, so that the same room can be
opened again on another server when this one goes.

Only the server's event loop touches these objects: nothing here waits, so nothing comes between.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from components.shared.room import is_room

LASTS_S = 3600.0
"""A room ends an hour after it was made."""
MOST_ROOMS = 200
MOST_FOLLOWERS = 200
"""Those of one room; all together there may be ten times as many."""
MOST_WAITING = 2000
MOST_HOLDING = 4
"""Devices from which one room is held: the presenter's own, and one that is taking over."""
GRACE_S = 8.0
"""So long a presenter may be silent: a page that loads anew, a line that breaks."""
RETURN_S = 5.0
"""So long one who was answered still counts as there: the next question is under way."""
_SECRET = re.compile(r"[0-9a-f]{32,64}")
"""At least 128 bits."""


class RefusedError(Exception):
    """What was asked cannot be; `status` is what HTTP calls it."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class Bucket:
    """So many at once, then so many a second."""

    def __init__(self, most: int, a_second: float, clock: Callable[[], float]) -> None:
        self.most, self.a_second, self.clock = most, a_second, clock
        self.left, self.at = float(most), clock()

    def take(self) -> bool:
        """Whether there is one left; it is taken."""
        now = self.clock()
        self.left = min(self.most, self.left + (now - self.at) * self.a_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass
class Room:
    """One room; who follows waits for `news`, who shows for a change of the `crowd`."""

    letters: str
    digest: bytes
    made: float
    seen: float
    steps: Bucket
    n: int
    at: str | None = None
    told_here: bool = True
    holding: int = 0
    waiting: int = 0
    answered: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_FOLLOWERS))
    news: asyncio.Event = field(default_factory=asyncio.Event)
    crowd: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def bump(self) -> None:
        """Wake those who wait for what is new; who asks later waits for the next."""
        self.n += 1
        self.news, old = asyncio.Event(), self.news
        old.set()

    def gathered(self) -> None:
        """Wake who shows: somebody came or went."""
        self.crowd, old = asyncio.Event(), self.crowd
        old.set()


class Rooms:
    """All rooms of this server. `clock` gives seconds; tests move it.

    `first` numbers the first news of a room. At random: who has seen news of a room that ended with its server takes
    those of the same room on another for new.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        first: Callable[[], int] = lambda: secrets.randbelow(900_000_000),
    ) -> None:
        self.clock, self.first = clock, first
        self.by_letters: dict[str, Room] = {}
        self.openings = Bucket(60, 10, clock)
        self.waiting = 0

    def open(self, letters: str, secret: object) -> Room:
        """A new room, or the same again for who has its secret. RefusedError: taken, malformed, or too many."""
        if not is_room(letters) or not isinstance(secret, str) or not _SECRET.fullmatch(secret):
            raise RefusedError(400, "Those are no letters of a room, or no secret.")
        self._sweep()
        if letters in self.by_letters:
            if not self._fits(self.by_letters[letters], secret):
                raise RefusedError(409, "These letters are taken.")
            if not self.by_letters[letters].steps.take():
                raise RefusedError(429, "Too fast; try again in a few seconds.")
            return self.by_letters[letters]
        if not self.openings.take():
            raise RefusedError(429, "Too many rooms are being opened; try again in a few seconds.")
        if len(self.by_letters) >= MOST_ROOMS and not self._make_way():
            raise RefusedError(503, "All rooms are taken; try again in a few minutes.")
        now = self.clock()
        room = Room(letters, _digest(secret), now, now, Bucket(20, 5, self.clock), self.first())
        self.by_letters[letters] = room
        return room

    def find(self, letters: str) -> Room:
        """The room with these letters. RefusedError where there is none, or its hour is over."""
        self._sweep()
        if letters not in self.by_letters:
            raise RefusedError(404, "There is no such room.")
        return self.by_letters[letters]

    def lead(self, letters: str, secret: object) -> Room:
        """The room, for who has its secret. RefusedError for others."""
        room = self.find(letters)
        if not isinstance(secret, str) or not _SECRET.fullmatch(secret) or not self._fits(room, secret):
            raise RefusedError(403, "Only who opened the room shows a screen there.")
        return room

    def step(self, room: Room, at: str) -> None:
        """Show another address."""
        if not room.steps.take():
            raise RefusedError(429, "Too fast; the newest will do.")
        room.seen = self.clock()
        if at != room.at:
            room.at = at
            room.bump()

    def end(self, room: Room) -> None:
        """The room is over: who waits is told, and nothing of it is kept."""
        room.ended = True
        self.by_letters.pop(room.letters, None)
        room.bump()
        room.gathered()

    def is_here(self, room: Room) -> bool:
        """Whether the presenter holds the room, or did a moment ago."""
        return room.holding > 0 or self.clock() - room.seen < GRACE_S

    def look(self, room: Room) -> None:
        """Tell followers when the presenter has gone or come back."""
        here = self.is_here(room)
        if here != room.told_here:
            room.told_here = here
            room.bump()

    def held(self, room: Room, more: int) -> None:
        """The presenter begins (1) or ceases (-1) to hold the room."""
        if more > 0 and room.holding >= MOST_HOLDING:
            raise RefusedError(429, "The room is held from other devices.")
        room.holding += more
        room.seen = self.clock()
        self.look(room)

    def came(self, room: Room, *, again: bool) -> None:
        """Somebody waits; `again`: after an answer. RefusedError where the room or the server is full."""
        before = self.count(room)
        if again and room.answered:
            room.answered.popleft()
        elif before >= MOST_FOLLOWERS:
            raise RefusedError(503, "The room is full.")
        if room.waiting >= MOST_FOLLOWERS or self.waiting >= MOST_WAITING:
            raise RefusedError(503, "Too many follow at once.")
        room.waiting += 1
        self.waiting += 1
        if self.count(room) != before:
            room.gathered()

    def went(self, room: Room, *, answered: bool) -> None:
        """Somebody waits no longer: `answered`, and soon back, or gone."""
        room.waiting -= 1
        self.waiting -= 1
        if answered:
            room.answered.append(self.clock())
        else:
            room.gathered()

    def count(self, room: Room) -> int:
        """How many follow."""
        while room.answered and self.clock() - room.answered[0] > RETURN_S:
            room.answered.popleft()
        return room.waiting + len(room.answered)

    def left_s(self, room: Room) -> float:
        """Seconds until the room ends."""
        return max(0.0, room.made + LASTS_S - self.clock())

    @staticmethod
    def _fits(room: Room, secret: str) -> bool:
        return hmac.compare_digest(room.digest, _digest(secret))

    def _sweep(self) -> None:
        for room in [r for r in self.by_letters.values() if self.left_s(r) <= 0]:
            self.end(room)

    def _make_way(self) -> bool:
        """End the room whose presenter has been gone the longest; a new one that nobody holds or follows counts, too.

        So who opens rooms only to take them keeps nobody out.
        """
        idle = [room for room in self.by_letters.values() if not room.holding]
        gone = [room for room in idle if not self.is_here(room) or not self.count(room)]
        if gone:
            self.end(min(gone, key=lambda room: room.seen))
        return bool(gone)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
