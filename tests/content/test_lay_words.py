"""Lay words: every phrase fits itself, every record is found by its own name."""

import re
from pathlib import Path

import pytest

from data.ask import ask
from data.ask.phrases import Phrasebook, Reading, phrase
from data.ask.words import words
from data.catalog import catalog
from data.lay_word import tables
from data.source import read

C = catalog()
BOOK = Phrasebook(C.lay_words)
HERE = Path(__file__).parent
QUESTIONS = read(HERE / "questions.yaml").value
MORE = read(HERE / "more_questions.yaml").value
AGES = {"age:child": "aged 9", "age:young": "aged 20", "age:fifty": "aged 55", "age:older": "aged 70"}


def said(text):
    """A phrase as somebody would type it: the first of several words, of another lay word its first phrase."""
    text = re.sub(r"\{(\w+)\}", lambda m: said(C.lay_words[m.group(1)].words[0]), text)
    text = re.sub(r"(\S+?)\|\S+", r"\1", text).replace("_", " ")
    return " ".join(AGES.get(word, word) for word in text.split())


def found(question):
    asked = ask(question)
    return {*asked.stop_flags, *(a.id for a in asked.answers[:3])}


def answered(case):
    if case["accept"] == ["none"]:
        return ask(case["q"]).unknown
    return bool(set(case["accept"]) & found(case["q"]))


OTHERS = {name for lay in C.lay_words.values() for name in lay.named}


@pytest.mark.parametrize("lay", C.lay_words.values(), ids=lambda x: x.id)
def test_a_lay_word_fits_itself_says_nothing_twice_and_leads_somewhere(lay):
    """What is in `unless` must not spoil what is in `words`, whatever the endings."""
    assert [t for t in lay.words if not Reading(words(said(t)), BOOK).meaning(lay.id)] == []
    for texts in (lay.words, lay.unless):
        parts = [phrase(t).parts for t in texts]
        assert [t for n, t in enumerate(texts) if parts[n] in parts[:n]] == []
    assert lay.targets or lay.means or lay.elsewhere or lay.id in OTHERS


@pytest.mark.parametrize("flag", C.stop_flags)
def test_every_stop_flag_is_reached_by_plain_speech(flag):
    assert any(flag in lay.targets for lay in C.lay_words.values())


@pytest.mark.long
def test_people_who_ask_are_answered():
    """At least nine in ten, and every danger."""
    missed = [q["q"] for q in QUESTIONS if not answered(q)]
    assert len(QUESTIONS) >= 30
    assert len(missed) <= len(QUESTIONS) // 10, missed
    dangers = [q for q in QUESTIONS if q.get("red_flag")]
    assert [q["q"] for q in dangers if not set(q["accept"]) & set(ask(q["q"]).stop_flags)] == []


def test_questions_accept_only_what_is_there():
    known = {"none", *C.stop_flags}.union(*tables(C).values())
    assert {i for q in QUESTIONS + MORE for i in q["accept"]} <= known


def test_what_was_found_once_stays_found():
    missed = [q["q"] for q in MORE if not answered(q)]
    assert len(missed) <= len(MORE) // 20, missed


NAMES = [
    *((s.id, s.name) for s in C.structures.values()),
    *((s.id, s.latin) for s in C.structures.values() if s.latin),
    *((s.id, n.name) for s in C.structures.values() for n in s.synonyms),
    *((b.id, b.name) for b in C.bones.values()),
    *((c.id, name) for c in C.conditions.values() for name in (c.name, c.short_name, *c.words.also)),
    *((e.id, e.name) for e in C.exercises.values()),
    *((t.id, t.name) for t in C.self_check.tests),
    *((t.id, a.name) for t in C.self_check.tests for a in t.also_called),
    *((m.id, m.title) for m in C.myths.values()),
    *((x.id, x.question) for x in C.conflicts.values()),
    *((c.id, c.question or c.text) for c in C.claims.values()),
    *((c.id, c.name) for c in C.chains.values()),
    *((a.id, a.title) for a in C.articles.values()),
    *((e.id, e.what) for e in C.rolling_effects.values()),
]  # fmt: skip


CALLED = {id_: [name for i, name in NAMES if i == id_] for id_, _ in NAMES}


@pytest.mark.parametrize("id_", CALLED)
def test_a_record_is_found_by_everything_that_it_is_called(id_):
    assert [name for name in CALLED[id_] if id_ not in found(name)] == []
