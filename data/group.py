"""A group of structures that go by one name."""

from __future__ import annotations

from data.model import Id, Record, Text


class Group(Record):
    """One group. A structure names the group that it belongs to, one at most."""

    id: Id
    name: Text
