"""One case per record: each of its checks runs, and all that fail are told together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def every(checks: Iterable[Callable[..., None]], *given: Any) -> None:
    """Run every check on what is given. One that fails hides no other: two or more are raised as a group.

    A case costs some milliseconds whatever it does, and thousands of them cost more than what they look at.
    """
    failed: list[Exception] = []
    for check in checks:
        try:
            check(*given)
        except Exception as error:
            error.add_note(f"found by the check {check.__name__}")
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise ExceptionGroup(f"{len(failed)} checks failed", failed)
