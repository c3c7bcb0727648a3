"""Whether an address opens elsewhere: a code on paper is of no use where it leads to one machine or network. Pure."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

_LOCAL = (".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa")
"""Endings that no name in the public internet has."""


def opens_elsewhere(link: str) -> bool:
    """False for the address of this machine, of a private network, and for a bare name such as `practice-pc`."""
    host = (urlsplit(link).hostname or "").rstrip(".")
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(_LOCAL)
