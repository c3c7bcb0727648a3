"""A question as words: folded, stemmed, with what is denied and what is an age marked."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

import snowballstemmer

LONGEST = 10_000
"""Characters of a question that are read; nobody types more, and danger may stand at the end of a long story."""
APOSTROPHES = "'’ʼ`"
_stemmer = threading.local()
"""A stemmer holds the word that it works on: each thread needs its own."""
TOKEN = re.compile(r"[a-z0-9]+|[.;!?,:\n]")
STOP_WORDS = """
a about above after again all also always am an and any are as at be because been before being both but by can could
cant did didnt do does doesnt doing dont down during each else even ever every everyone exactly few find for from
further get gets getting go goes going good got had has have having he help her here him his how i id if ill im in
into is isnt it its ive just keep kind know like lot made make makes many may maybe me mean might more most much
must my need never new no nor not now of off ok okay old on once one only or other our out over own people please
put really right said same say says see seem she should so some something still such sure take tell than that thats
the their them then there these they thing think this those though through to too try under until up us use used
using very want was wasnt way we well were what whats when where which while who why will with without wont work
works would yes yet you your yours left right normal proper actually
"""
STOP = frozenset(STOP_WORDS.split())
"""Words that carry no meaning of their own in a search; phrases of lay words may still hold them."""
DENIALS = "no not without never neither nor none isnt arent wasnt werent dont doesnt didnt havent hasnt"
DENYING = frozenset(DENIALS.split())
GOES_ON = frozenset(("or", "nor", "any"))
TURNS = "but only just because why idea reason know sure though although yet still except until and"
ENDS = frozenset(TURNS.split())
"""Words after which a denial holds no longer: 'no idea why it is swollen' denies nothing."""
ARTICLES = "a an the any have has had having got been my his her"
SMALL = frozenset(ARTICLES.split())
"""Words that a denial reaches over: 'I do not have a fever or a lump' denies both."""
REACH = 3
"""How many words a denial reaches: few, because a danger that is shown in vain does less harm than one passed over."""
RELATIVE = (
    "son|daughter|boy|girl|kid|child|grandson|granddaughter|nephew|niece|lad|mum|mom|mother|dad|father|gran|nan|nana|"
    "grandma|grandmother|granny|grandad|granddad|grandpa|grandfather|aunt|uncle|wife|husband|partner|brother|sister|"
    "friend|toddler|teenager|hubby|law|dd|ds|dh|mil|fil"
)
UNITS = "weeks|months|days|hours|minutes|mins|min|sec|seconds|miles?|km|k|kg|stone|lbs|reps|times|degrees|percent|am|pm"
AGES = (
    re.compile(r"\b(\d{1,3})\s?-?\s?(?:years?\s?-?olds?|yrs?\s?-?olds?|y/?o|yrs?|m|f)\b"),
    re.compile(r"\b(?:aged?|age of|turned|turning)\s+(\d{1,3})\b"),
    re.compile(rf"\b(?:im|i am|i'm|he is|she is|hes|he's|shes|she's)\s+(\d{{1,3}})\b(?!\s*(?:{UNITS})\b)"),
    re.compile(rf"\bat\s+([2-9]\d)\b(?!\s*(?:{UNITS})\b)"),
    re.compile(rf"\b(?:{RELATIVE})\s*[,(]?\s*(?:is |aged? |turned )?(\d{{1,3}})\b(?!\s*(?:{UNITS})\b)"),
    re.compile(r"^\s*(\d{2})\s*,"),
    re.compile(r",\s*(?:im |i am |i'm )?(\d{2})\s*[.?!]*\s*$"),
    re.compile(r"\b(\d{2})\s+(?:male|female|man|woman|guy|lady)\b"),
    re.compile(rf"\b(?:pushing|nearly|almost)\s+(\d{{2}})\b(?!\s*(?:{UNITS})\b)"),
    re.compile(r"\bin (?:my|his|her|their) (?:early |mid |late |mid-)?([2-9]0)s\b"),
)
"""How people give an age; a number with a unit behind it is none."""
ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
SPELLED = {word: n for n, word in enumerate((*ONES.split(), "eighteen", "nineteen"), start=1)}
DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * n for n, word in enumerate(DECADES.split(), start=2)}
WRITTEN_AGE = re.compile(
    rf"\b(?:({'|'.join(TENS)})(?:[\s-]({'|'.join(SPELLED)}))?|({'|'.join(SPELLED)}))[\s-]+(?:years?|yrs?)[\s-]+olds?\b"
)
"""An age in letters: 'eleven year old', 'seventy-two years old'."""
UNITED = re.compile(r"\d+[a-z]{2,}")
"""A number and its unit without a space."""


@dataclass(frozen=True)
class Word:
    """One word: as written, its stem, where the word stands that denies it, what else it stands for ('age:child')."""

    text: str
    stem: str
    at: int
    clause: int
    denier: int | None = None
    also: frozenset[str] = frozenset()


def fold(text: str) -> str:
    """Small letters without accents, apostrophes, signs of direction or control; no longer than is read."""
    text = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    text = text.translate(SEEN)
    return text.replace("can not", "cant").replace("cannot", "cant").replace("pins and needles", "pins needles")


class Seen(dict[int, str]):
    """What is left of each character; those that were met first are known: strangers may write any."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = unicodedata.category(character)
        if kind == "Mn" or character in APOSTROPHES:
            seen = ""
        else:
            seen = " " if kind[0] in "CS" and character != "\n" else character
        if len(self) < MOST_KNOWN:
            self[code] = seen
        return seen


MOST_KNOWN = 1000
SEEN = Seen()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one small word: 'rolling', 'rolled' and 'rolls' are 'roll'."""
    if not hasattr(_stemmer, "english"):
        _stemmer.english = snowballstemmer.stemmer("english")
    return str(_stemmer.english.stemWord(word))


def tokens(text: str) -> list[str]:
    """The folded words of a text, nothing else."""
    return [t for t in TOKEN.findall(fold(text)) if t[0].isalnum()]


def words(text: str, *, joined: bool = True) -> list[Word]:
    """The words of a question in order, with all that is known of them.

    Without `joined` two neighbours are not also the word that they make: half of the time is for that.
    """
    folded = fold(text)
    ages = _ages(text[:LONGEST].casefold())
    found: list[Word] = []
    clause, reach, denier = 0, 0, 0
    for token in TOKEN.findall(folded):
        if not token[0].isalnum():
            clause, reach = clause + 1, 0
            continue
        reach = 0 if token in ENDS else reach
        number = re.sub(r"\D", "", token) if token[0].isdigit() else token
        also = frozenset(ages.get(number, ()))
        if UNITED.fullmatch(token):  # '9kg' is also 'kg'
            also |= {stem(token.lstrip("0123456789"))}
        if joined and found and found[-1].clause == clause:  # 'down hill' is also 'downhill'
            found[-1] = replace(found[-1], also=found[-1].also | {stem(found[-1].text + token)})
        found.append(Word(token, stem(token), len(found), clause, denier if reach else None, also))
        if token in DENYING:
            reach, denier = REACH, len(found) - 1
        elif reach and token not in SMALL:
            reach = REACH if token in GOES_ON else reach - 1
    return found


def _ages(text: str) -> dict[str, set[str]]:
    """The numbers of a text that are ages, in figures or by their first word, and what they stand for."""
    found: dict[str, set[str]] = {}
    for pattern in AGES:
        for number in pattern.findall(text):
            found.setdefault(number, set()).update(_age(int(number)))
    for tens, ones, alone in WRITTEN_AGE.findall(text):
        years = TENS.get(tens, 0) + SPELLED.get(ones or alone, 0)
        found.setdefault(tens or alone, set()).update(_age(years))
    return found


def _age(years: int) -> set[str]:
    """The bounds at which dangers change (see `data.about.Age`), and 50, from which stiff mornings count."""
    if years < 17:
        return {"age:child", "age:young"}
    if years < 25:
        return {"age:young"}
    return {"age:older"} if years >= 65 else {"age:fifty"} if years >= 50 else set()
