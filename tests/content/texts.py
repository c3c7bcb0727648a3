"""The words of a record, however deep they stand."""

from __future__ import annotations

from collections.abc import Iterator


def texts(value: object) -> Iterator[str]:
    """Every string in what a record dumps to."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts(part)
