"""Which addresses a presenter may show: our own pages, a bounded query, nothing that is the presenter's own. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from components.shared.menu import ASIDE, FOLLOW, PAGES, path

LONGEST = 8000
"""Letters of an address: a tour travels in its own link (`shared/along.py`), and nothing else is half as long."""
MOST = 40
"""Parameters of one address."""
PATHS = frozenset(path(entry) for entry in (*PAGES, *ASIDE) if entry is not FOLLOW)
STAYS = frozenset({"presenter", "follow", "room", "lead", "embed", "embed_options"})
"""What followers are not given: how large the presenter sees it, and what belongs to the room."""
_NAME = re.compile(r"[a-z][a-z_0-9]{0,30}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no address of ours holds; halves of letters could not even be written in one."""


def shown(address: object) -> str | None:
    """The address as followers get it: `chains?chain=weak_glute_med`, below the app's own; None for any other.

    It is put together anew from what was understood, so that nothing else can travel in it.
    """
    if not isinstance(address, str) or len(address) > LONGEST:
        return None
    page, _, query = address.partition("?")
    if page not in PATHS or "#" in query:
        return None
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST)
    except ValueError:
        return None
    kept = {name: value for name, value in pairs if name not in STAYS}
    if not all(_NAME.fullmatch(name) and not _CONTROL.search(value) for name, value in kept.items()):
        return None
    found = f"{page}?{urlencode(kept)}"
    return found if len(found) <= LONGEST else None
