"""Words of a question: ages in figures and letters, numbers with their unit, denials that hide nothing else."""

import pytest

from data.ask import ask
from data.ask.phrases import Shelf, phrase
from data.ask.words import MOST_KNOWN, Seen, stem, words


def marks(text):
    return set().union(*(word.also for word in words(text)))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("our eleven year old limps", "age:child"),
        ("my seventy-two year old neighbour", "age:older"),
        ("sixty five years old", "age:older"),
        ("fell over last week, 70", "age:older"),
        ("52 male, stiff", "age:fifty"),
        ("pushing 70 and sore", "age:older"),
        ("in my late 60s", "age:fifty"),
        ("father in law, 85", "age:older"),
    ],
)
def test_an_age_is_read_however_it_is_given(text, age):
    assert age in marks(text)


@pytest.mark.parametrize("text", ["seventy-two year old", "sixty five years old"])
def test_the_last_part_of_an_age_is_no_age_of_its_own(text):
    assert "age:child" not in marks(text)


@pytest.mark.parametrize("text", ["hold it for 60 seconds", "nearly 70 reps", "ran, 20 km", "one of seven"])
def test_other_numbers_are_no_age(text):
    assert not {m for m in marks(text) if m.startswith("age:")}


def test_a_number_and_its_unit_without_a_space_are_also_the_unit():
    assert "kg" in marks("down 9kg")
    assert "k" not in marks("ran 5k")


def test_a_denied_match_hides_no_other():
    """The longest match of a danger may be denied, where a shorter one is not."""
    assert "rf03" in ask("hot hip, and last week no fever with my hip pain").stop_flags
    assert "rf06" in ask("the pain wakes me every single night, painkillers dont touch it").stop_flags


def test_an_age_is_no_fever():
    assert "rf03" not in ask("im 38 and my hip aches after sitting").stop_flags
    assert "rf03" in ask("temp of 38 and my hip aches").stop_flags


def test_neighbours_make_a_word_only_where_that_is_asked_for():
    assert marks("down hill") == {stem("downhill")}
    assert not set().union(*(word.also for word in words("down hill", joined=False)))


def test_strangers_cannot_fill_what_is_known_of_characters():
    seen = Seen()
    given = [chr(code) for code in (*range(0x3000, 0x3000 + 2 * MOST_KNOWN), *b"a \n\0", 0x0301, 0x200E)] * 2
    assert "".join(given).translate(seen).endswith("a \n  ")
    assert len(seen) == MOST_KNOWN


def test_phrases_are_found_by_their_keys_in_the_order_that_they_were_given_in():
    given = {"b": [phrase("sore knee"), phrase("knee|shin pain")], "a": [phrase("hip")], "c": [phrase("pain knee")]}
    shelf = Shelf(given)
    for stems in ({"knee"}, {"shin", "hip"}, {"pain", "knee", "sore", "hip", "elbow"}, set()):
        found = {k: [p for p in own if not p.key.isdisjoint(stems)] for k, own in given.items()}
        assert list(shelf.found(stems).items()) == [(k, own) for k, own in found.items() if own]
