"""Who may show the app in a frame, and with whom of them it exchanges messages. Pure.

A frame shows; a message steers and tells. So the second takes more: a name. What a server allows in general (`*`, a
scheme, a host without its scheme, any port) may show the app, and gets no message.
"""

from __future__ import annotations

import os
import re

ANCESTORS_VARIABLE = "HIPCHAIN_FRAME_ANCESTORS"
"""Who may embed the app, as CSP sources: `'self'` where it is not set, for example `https://school.example`."""
SELF = "'self'"
_PART = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_NAMED = re.compile(rf"https?://(?:\*\.(?={_PART}\.{_PART}))?{_PART}(?:\.{_PART})*(?::\d{{1,5}})?")
"""An origin, or all below a name: `https://*.school.example`."""


def sources() -> tuple[str, ...]:
    """What is set, source by source; `'self'` where nothing is."""
    return tuple(filter(None, re.split(r"[;,\s]+", os.environ.get(ANCESTORS_VARIABLE, "")))) or (SELF,)


def trusted(given: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the sources that messages are exchanged with."""
    tidy = (source.lower().rstrip("/") for source in given)
    return tuple(dict.fromkeys(s for s in tidy if s == SELF or _NAMED.fullmatch(s)))


def only_shown(given: tuple[str, ...]) -> tuple[str, ...]:
    """Those that may show the app and get no message."""
    return tuple(s for s in given if not trusted((s,)) and s.lower() != "'none'")
