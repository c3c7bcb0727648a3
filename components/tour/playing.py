"""Which tour an address plays, at which stop, and which of its stops are no longer there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from components.first.pages import PAGES, asked
from data.catalog import Catalog, catalog
from data.tour import Stop, Tour
from data.tour_link import UnreadableTourError, found


@dataclass(frozen=True)
class Playing:
    """A tour that is played: as the link names it (`code`), and the stop that is shown, from 0."""

    tour: Tour
    code: str
    number: int

    @property
    def stop(self) -> Stop:
        """The stop that is shown."""
        return self.tour.stops[self.number]

    def link(self, number: int) -> str:
        """The address of another stop of the same tour."""
        return self.tour.stops[number].link(tour=self.code, stop=str(number + 1))

    @property
    def before(self) -> int | None:
        """The stop before this one that is still there."""
        return next((n for n in reversed(range(self.number)) if there(self.tour.stops[n])), None)

    @property
    def after(self) -> int | None:
        """The next stop that is still there."""
        return next((n for n in range(self.number + 1, len(self.tour.stops)) if there(self.tour.stops[n])), None)

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last stop that are still there; where none is, this one."""
        alive = [n for n, stop in enumerate(self.tour.stops) if there(stop)] or [self.number]
        return alive[0], alive[-1]

    @property
    def skipped(self) -> list[int]:
        """The stops just before and after this one that are no longer there."""
        from_, to = self.before, self.after
        near = range(0 if from_ is None else from_, len(self.tour.stops) if to is None else to)
        return [n for n in near if not there(self.tour.stops[n])]


def playing(params: Mapping[str, str], content: Catalog) -> Playing | str | None:
    """What an address plays: nothing without `tour` and `stop`; a sentence where its tour cannot be read."""
    code, stop = params.get("tour"), params.get("stop")
    if not code or not stop:
        return None
    try:
        tour = found(code, content.tours)
    except UnreadableTourError as error:
        return str(error)
    number = int(stop) if stop.isascii() and stop.isdecimal() and len(stop) <= 3 else 1
    return Playing(tour, code, min(max(number, 1), len(tour.stops)) - 1)


def there(stop: Stop) -> bool:
    """Whether a stop still leads where it says: its page is there, and knows all that it names.

    Any question can be asked: nothing is looked for, and no words that somebody typed are kept here.
    """
    return stop.page == "ask" or _there(stop.at)


@lru_cache(maxsize=1024)
def _there(at: str) -> bool:
    stop = Stop(at=at)
    return stop.page in PAGES and not asked(stop.page, stop.params, catalog())[2]
