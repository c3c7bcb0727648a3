"""A reader's text becomes what is shown: the engine's answers, and names that begin like what is typed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from components.ask.links import DRAWN
from data.ask import Answer, Asked, ask
from data.ask.beginnings import Beginnings
from data.ask.words import tokens
from data.catalog import catalog

LONGEST = 1000
"""Characters of a question that are read here. A story may be long, and danger may stand at its end."""


FAINT = 0.06
"""Where nothing fits, what scores less is not near enough to be called nearby."""


@dataclass(frozen=True)
class Reply:
    """What a text finds. `direct`: its first answer is drawn and meant by name, so that Enter may go
    straight there."""

    asked: Asked
    direct: bool = False
    cut: bool = False


@cache
def beginnings() -> Beginnings:
    """The names of the content in use, made once."""
    return Beginnings(catalog())


def warm() -> None:
    """Make the index before the first question."""
    reply("band")


def reply(text: str) -> Reply:
    """What a text finds; nothing of it is kept.

    Names go first where the last word leads nowhere yet: it is still being typed. A group that is named goes before its
    members.
    """
    question = " ".join(text[:LONGEST].split())
    if not tokens(question):
        return Reply(Asked(question), cut=len(text) > LONGEST)
    found = ask(question)
    names = beginnings().of(question)
    answers, unknown = found.answers, found.unknown
    if names and (unknown or not _reached(found.answers, tokens(question)[-1])):
        known = {(a.kind, a.id) for a in names}
        answers = (*names, *(a for a in answers if not unknown and (a.kind, a.id) not in known))
        unknown = False
    if unknown:
        answers = tuple(a for a in answers if a.score >= FAINT)
    if group := beginnings().group(question):
        answers = (group, *(a for a in answers if (a.kind, a.id) != ("group", group.id)))
        unknown = False
    first = answers[0] if answers and not found.stop_flags else None
    direct = (
        first is not None and first.kind in (*DRAWN, "group") and beginnings().means(question, first.kind, first.id)
    )
    return Reply(replace(found, question=question, answers=answers, unknown=unknown), direct, len(text) > LONGEST)


def _reached(answers: tuple[Answer, ...], word: str) -> bool:
    return any(word in tokens(" ".join(a.matched)) for a in answers)
