"""What comes back from a question: records, never prose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One record that fits, the better the nearer `score` is to 1.

    `part` leads to the exact place where the record has several: the step of a chain. `matched` are the reader's own
    words that led here, for marking them.
    """

    kind: str
    id: str
    score: float
    part: str | None = None
    matched: tuple[str, ...] = ()

    def plain(self) -> dict[str, object]:
        """For JSON."""
        found: dict[str, object] = {"kind": self.kind, "id": self.id, "score": self.score}
        return found if self.part is None else {**found, "part": self.part}


@dataclass(frozen=True)
class Asked:
    """What a question finds: dangers first, then answers, best first.

    `unknown` says that nothing here answers it; the answers are then what is known nearby, none of them above
    `data.ask.search.NEARBY`.
    """

    question: str
    stop_flags: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    unknown: bool = False

    def plain(self) -> dict[str, object]:
        """For JSON."""
        answers = [a.plain() for a in self.answers]
        return {"stop_flags": list(self.stop_flags), "answers": answers, "unknown": self.unknown}
