"""A stranger's text among Streamlit's words. Pure."""

from __future__ import annotations

import re

_SIGNS = frozenset("\\`*_{}[]()<>#+-!|:$~")
_LEADS = re.compile(r"https?:(?=//)|www(?=\.)|@", re.IGNORECASE)
_APART = "\u2060"
"""Nothing is seen of it. Streamlit makes links of what looks like an address, even where its signs are escaped."""


def plain(text: str) -> str:
    """The text so that nothing in it is a sign of formatting, and no address becomes a link."""
    apart = _LEADS.sub(lambda found: found[0] + _APART, text)
    return "".join(f"\\{c}" if c in _SIGNS else c for c in apart)
