"""What every test shares: content that was read once is not read again, and no test answers for another's rubbish."""

from __future__ import annotations

import functools
import gc
from collections.abc import Generator, Iterator

import pytest
from hypothesis import settings

from data import source

settings.register_profile("house", deadline=None)  # a machine under load is slow, not wrong
settings.load_profile("house")
gc.disable()  # until all tests are collected: none of it is garbage


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """A text says the same each time: where a test breaks one file of a copy, the hundred others are known already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "parsed", functools.cache(source.parsed))
        yield


def pytest_collection_finish() -> None:
    """What is there now stays until the end: the collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """What a test has left open is told as its own fault (by its file at least), not as that of whoever comes next.

    What is there then is kept for others: the collector took a fifth of the time to look through it again and again.
    """
    ended = yield
    if nextitem is None or nextitem.path != item.path or "e2e" in item.path.parts:
        gc.collect()
        gc.freeze()
    return ended
