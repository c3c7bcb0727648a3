"""A stranger's words in a tour: no link of theirs, no turned line, nothing kept, nothing that takes long."""

import pytest
from pydantic import ValidationError

from components.shared.page_head import HEADS
from components.shared.plain import plain
from components.tour import playing, title
from data.tour import Stop, Tour


@pytest.mark.parametrize("text", ["https://evil.example", "HTTP://evil.example", "www.evil.example", "a@evil.example"])
def test_no_address_becomes_a_link(text):
    shown = plain(text).replace("\\", "")
    assert shown.replace("\u2060", "") == text
    assert not any(lead in shown.lower() for lead in ("://", "www.", "@evil"))


def test_no_sign_formats():
    assert plain("[a](b) *c* `d`") == r"\[a\]\(b\) \*c\* \`d\`"


def test_nothing_turns_the_words_that_follow():
    tour = Tour(name="\u202eevil\u2066 tour", stops=(Stop(at="/", line="\u202dline"),))
    assert (tour.name, tour.stops[0].line) == ("evil tour", "line")


def test_a_text_far_too_long_is_not_looked_through():
    with pytest.raises(ValidationError, match="longer than 4000"):
        Tour(name="n" * 200_000)


def test_a_question_at_a_stop_is_neither_asked_nor_kept(monkeypatch):
    def asked(*_given):
        raise AssertionError("nothing is looked for")

    monkeypatch.setattr(playing, "asked", asked)
    monkeypatch.setattr(title, "asked", asked)
    stop = Stop(at="/ask?q=something+very+much+my+own")
    assert playing.there(stop)
    assert title.title(stop) == HEADS["ask"][0]
