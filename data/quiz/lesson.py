"""The same round for a whole class: which questions it has, and the slip that tells how it went. Pure."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from data.catalog import Catalog
from data.quiz.asking import pool
from data.quiz.places import members
from data.quiz.question import Options

COUNTS = range(5, 21)
SEEDS = range(1, 10_000)
MOST_SUBJECTS = 40
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a slip's code is written in: no letter that is taken for another."""
_CHECK = 4
"""Letters of a code that only check the others."""


@dataclass(frozen=True)
class Lesson:
    """What a teacher chose: a number that draws the questions, structures and groups (none: all), how many."""

    seed: int
    subjects: tuple[str, ...] = ()
    count: int = 10


class WrongCodeError(ValueError):
    """Raised for a code that does not belong to a round; the message says so in plain words."""


def questions(lesson: Lesson, options: Options, catalog: Catalog) -> list[str]:
    """The ids of a lesson's questions in their order: the same for everybody who has the same content.

    Fewer than `count` where there are no more. Raises KeyError for a subject that is neither structure nor group.
    """
    wanted = {i for subject in lesson.subjects for i in members(subject, catalog)}
    fit = [q for q in pool(options, catalog) if not wanted or wanted & about(q, catalog)]
    return random.Random(f"lesson {lesson.seed}").sample(fit, min(lesson.count, len(fit)))


def about(question: str, catalog: Catalog) -> set[str]:
    """The structures that a question is about, by its id; none for one on a section or a chain."""
    words = question.partition(":")[2].split(".")
    found: set[str] = set()
    for word in words:
        if word in catalog.structures:
            found.add(word)
        elif word in catalog.groups:
            found |= set(catalog.members(word))
        elif word in catalog.claims:
            found |= set(catalog.claims[word].structures)
        elif word in catalog.cases:
            found |= set(catalog.cases[word].structures)
        elif word in catalog.conditions:
            found |= set(catalog.conditions[word].structures)
    return found


def code(ids: Sequence[str], results: Sequence[bool]) -> str:
    """What a slip is checked by: it holds each answer's right or wrong, and fits only these questions.

    It keeps honest people from slips of the pen, not others from inventing one.
    """
    bits = int("1" + "".join("1" if right else "0" for right in results), 2)
    return _grouped(_letters(bits) + _check(ids, bits))


def read_code(text: str, ids: Sequence[str]) -> tuple[bool, ...]:
    """Right or wrong of each question, by a slip's code. Raises WrongCodeError where it does not fit them."""
    plain = "".join(c for c in text.upper() if c.isalnum())
    body, check = plain[:-_CHECK], plain[-_CHECK:]
    if not body or len(body) > len(ids) or any(c not in LETTERS for c in plain):
        raise WrongCodeError("This is no code of a slip.")
    bits = 0
    for letter in body:
        bits = bits * len(LETTERS) + LETTERS.index(letter)
    answers = bin(bits)[3:]
    if len(answers) != len(ids) or check != _check(ids, bits):
        raise WrongCodeError("This code does not belong to this round: another set, another number, or a slip.")
    return tuple(a == "1" for a in answers)


def _check(ids: Sequence[str], bits: int) -> str:
    digest = int.from_bytes(sha256(f"{'|'.join(ids)}#{bits}".encode()).digest()[:8], "big")
    return _letters(digest).rjust(_CHECK, LETTERS[0])[-_CHECK:]


def _letters(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number, len(LETTERS))
        found = LETTERS[rest] + found
    return found


def _grouped(text: str) -> str:
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))
