"""A class's round in the address, and its slip in words. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from components.quiz.state import MODES, read, write
from data.catalog import Catalog
from data.quiz.lesson import COUNTS, MOST_SUBJECTS, SEEDS, Lesson, WrongCodeError, code, questions, read_code
from data.quiz.question import Options, Question

NO_LESSON = "The link's round cannot be read, so this is your own quiz. Ask for the link again."
UNREADABLE = "The link on this slip cannot be read, so its code cannot be checked. Ask for the whole slip."
LINK = re.compile(r"\S*/quiz\?(\S+)")
CODE = re.compile(r"Code:([^\n]*)", re.IGNORECASE)


def read_lesson(params: Mapping[str, str], catalog: Catalog) -> tuple[Lesson | None, list[str]]:
    """The round that `seed`, `set` and `count` name; None without any of them, and notes on what cannot be used.

    What cannot be read as meant makes no round at all: a class would answer different questions and not know. That
    goes for the options too, and for a link that lost its seed.
    """
    if params.keys().isdisjoint(("seed", "set", "count")):
        return None, []
    if "seed" not in params or read(params)[1]:
        return None, [NO_LESSON]
    seed = params["seed"]
    known = {*catalog.structures, *catalog.groups}
    subjects = tuple(dict.fromkeys(i for i in params.get("set", "").split(",") if i))
    count = params.get("count", "10")
    numbers = [int(n) if n.isascii() and n.isdigit() and len(n) < 6 else -1 for n in (seed, count)]
    if numbers[0] not in SEEDS or numbers[1] not in COUNTS or not known.issuperset(subjects[: MOST_SUBJECTS + 1]):
        return None, [NO_LESSON]
    if len(subjects) > MOST_SUBJECTS:
        return None, [NO_LESSON]
    return Lesson(numbers[0], subjects, numbers[1]), []


def write_lesson(lesson: Lesson, options: Options) -> dict[str, str]:
    """The query parameters of a round."""
    chosen = {"set": ",".join(lesson.subjects)} if lesson.subjects else {}
    return {**chosen, "seed": str(lesson.seed), "count": str(lesson.count), **write(options)}


def address(lesson: Lesson, options: Options, base: str) -> str:
    """The link of a round; ids are safe in an address as they are."""
    return f"{base}/quiz?" + "&".join(f"{k}={v}" for k, v in write_lesson(lesson, options).items())


def subject_names(lesson: Lesson, catalog: Catalog) -> str:
    """What a round is about: 'gluteals, sartorius', or 'all structures'."""
    names = [catalog.groups[i].name if i in catalog.groups else catalog.name(i) for i in lesson.subjects]
    return ", ".join(names) or "all structures"


def slip(
    lesson: Lesson,
    options: Options,
    results: Sequence[tuple[Question, bool]],
    catalog: Catalog,
    day: datetime.date,
    base: str,
) -> str:
    """What is handed in: what was asked, the score, what was missed, a code that a teacher can check, and its round."""
    right = sum(ok for _, ok in results)
    missed = [f"  {n}. {_row(q.prompt)}" for n, (q, ok) in enumerate(results, 1) if not ok]
    kinds = ", ".join(MODES[m] for m in options.modes)
    return "\n".join(
        [
            f"HipChain quiz, {day.day} {day:%B %Y}",
            f"Round {lesson.seed}: {subject_names(lesson, catalog)} ({kinds})",
            f"{right} of {len(results)} right",
            *(["Missed:", *missed] if missed else []),
            f"Code: {code([q.id for q, _ in results], [ok for _, ok in results])}",
            f"Link of the round: {address(lesson, options, base)}",
            "Name: ",
        ]
    )


def checked(text: str, ids: Sequence[str], catalog: Catalog) -> tuple[bool, ...]:
    """Right or wrong of each question, by a slip or its code.

    Where the text holds the link of a round, it is of that round; a code alone is of the questions `ids`. Raises
    WrongCodeError where it does not fit.
    """
    if link := LINK.search(text):
        params = dict(parse_qsl(link[1]))
        lesson, _ = read_lesson(params, catalog)
        if lesson is None:
            raise WrongCodeError(UNREADABLE)
        ids = questions(lesson, read(params)[0], catalog)
    rest = LINK.sub(" ", text)
    found = CODE.search(rest)
    return read_code(found[1] if found else rest, ids)


def _row(text: str) -> str:
    return " ".join(text.split())
