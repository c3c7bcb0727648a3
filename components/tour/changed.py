"""What can be done to the reader's own tours: each change makes a new state, and the last can be taken back. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from data.tour import LONGEST_LINE, LONGEST_NAME, MOST_STOPS, Stop, Tour, clean
from data.tour_link import pack
from data.tour_shelf import MOST, new_key

FIRST = "My tour"


class FullError(ValueError):
    """Raised where there is no room for more; the message is for the reader."""


@dataclass(frozen=True)
class Mine:
    """The tours by key, the newest last; `current` is what was added to last, `before` what Undo brings back."""

    tours: Mapping[str, Tour] = field(default_factory=dict)
    current: str = ""
    before: Mapping[str, Tour] | None = None
    undoes: str = ""
    """What Undo takes back, in words."""

    def with_tour(self, tour: Tour) -> Mine:
        """A tour more. Raises FullError where there are as many as are kept."""
        if len(self.tours) >= MOST:
            raise FullError(f"Only {MOST} tours are kept. Delete one first.")
        pack(tour)
        key = new_key(self.tours)
        return Mine({**self.tours, key: tour}, key)

    def added(self, key: str, stop: Stop) -> Mine:
        """A stop more, at the end of a tour. Raises FullError, or TourTooLongError of what no link could hold."""
        tour = self.tours[key]
        if len(tour.stops) >= MOST_STOPS:
            raise FullError(f"A tour has at most {MOST_STOPS} stops. Begin another one.")
        return self._with(key, (*tour.stops, stop))

    def renamed(self, key: str, name: str) -> Mine:
        """Another name; an empty one changes nothing."""
        name = clean(name)[:LONGEST_NAME].strip()
        return self._put(key, self.tours[key].model_copy(update={"name": name})) if name else self

    def said(self, key: str, number: int, line: str) -> Mine:
        """Another line at a stop."""
        stops = list(self.tours[key].stops)
        stops[number] = Stop(at=stops[number].at, line=clean(line)[:LONGEST_LINE], ink=stops[number].ink)
        return self._with(key, tuple(stops))

    def moved(self, key: str, number: int, by: int) -> Mine:
        """A stop further up or down; at an end it stays."""
        stops = list(self.tours[key].stops)
        to = number + by
        if not 0 <= to < len(stops):
            return self
        stops.insert(to, stops.pop(number))
        return self._with(key, tuple(stops))

    def without_stop(self, key: str, number: int) -> Mine:
        """One stop less; Undo brings it back."""
        stops = self.tours[key].stops
        less = self._with(key, stops[:number] + stops[number + 1 :])
        return replace(less, before=self.tours, undoes=f"Stop {number + 1} is deleted.")

    def without_tour(self, key: str) -> Mine:
        """One tour less; Undo brings it back."""
        rest = {k: t for k, t in self.tours.items() if k != key}
        return Mine(rest, "", self.tours, f"“{self.tours[key].name}” is deleted.")

    def undone(self) -> Mine:
        """As it was before the last deletion."""
        return Mine(self.before, self.current) if self.before is not None else self

    def free_name(self) -> str:
        """'My tour', or 'My tour 2' where there is one."""
        names = {t.name for t in self.tours.values()}
        return next(n for k in range(1, len(names) + 2) if (n := FIRST if k == 1 else f"{FIRST} {k}") not in names)

    def _with(self, key: str, stops: tuple[Stop, ...]) -> Mine:
        return self._put(key, Tour(name=self.tours[key].name, stops=stops))

    def _put(self, key: str, tour: Tour) -> Mine:
        pack(tour)
        return Mine({**self.tours, key: tour}, key)
