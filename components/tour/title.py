"""What a stop shows, in few words: the title of its page's first answer. Pure."""

from __future__ import annotations

from functools import lru_cache

from components.first.pages import answered, asked
from components.shared.page_head import HEADS
from components.tour.playing import there
from data.catalog import catalog
from data.tour import Stop

USUAL = ": what it is, and whether rolling helps"
GONE = "No longer in HipChain"


def title(stop: Stop) -> str:
    """'Gluteus medius'; of a page without a state its own title."""
    return HEADS["ask"][0] if stop.page == "ask" else _title(stop.at)


@lru_cache(maxsize=1024)
def _title(at: str) -> str:
    stop = Stop(at=at)
    if not there(stop):
        return GONE
    if stop.page == "stop_flags" and (flag := stop.params.get("flag")):
        return catalog().stop_flags[flag].name
    return answered(asked(stop.page, stop.params, catalog()), catalog()).title.removesuffix(USUAL)
