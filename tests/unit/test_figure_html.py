"""Pictures of what is done, as HTML: every step with its caption, in both schemes; movement only where it is asked."""

import re

import pytest

from components.ask.asking import reply
from components.ask.text import answers_html, list_html
from components.card.exercise import exercise, plans
from components.card.text import how_to
from components.chains.text import breaker
from components.evidence.trials import tests as evidence_tests
from components.figures import art, html
from components.server import look
from data.catalog import catalog

C = catalog()
KEPT = [p for p in C.pictures.values() if art.steps(p.id)]
PICTURES = pytest.mark.parametrize("picture", KEPT, ids=lambda p: p.id)
IMAGE = re.compile(r"<img [^>]*>")


def without_folds(shown):
    return re.sub(r"<details.*?</details>", "", shown)


@PICTURES
def test_every_step_stands_there_with_its_caption_in_the_order_in_which_it_is_done(picture):
    shown = html.pair(picture)
    steps = [s for s in html.STEPS if s in art.steps(picture.id)]
    assert shown.count("<li>") == len(steps)
    at = [shown.index(html.escape(picture.steps[s])) for s in steps]
    assert at == sorted(at)
    for step in steps:
        for scheme in html.SCHEMES:
            assert html.escape(art.url(picture.id, step, scheme)) in shown


@PICTURES
def test_an_image_waits_keeps_its_room_and_has_a_text_in_its_place(picture):
    images = IMAGE.findall(html.pair(picture))
    for image in images:
        assert 'loading="lazy"' in image
        assert re.search(r'width="\d+" height="\d+"', image)
        assert ' alt="' in image
    light = [i for i in images if "hc-by-light" in i]
    assert len(light) * 2 == len(images)
    assert len(re.search(r'alt="(.*?)"', light[0])[1]) > 40  # all of it in words; the captions say the rest


@PICTURES
def test_what_moves_and_what_is_wrong_are_folded_away(picture):
    shown = html.pair(picture)
    for step in (html.FILM, html.MISTAKE):
        assert (f"/{step}.light.svg" in shown) == (step in art.steps(picture.id))
        assert f"/{step}." not in without_folds(shown)
    assert (html.GO in shown) == (html.FILM in art.steps(picture.id)) == (html.STOP in shown)
    assert "<details open" not in shown
    if picture.mistake and html.MISTAKE in art.steps(picture.id):
        assert html.escape(picture.mistake.what[1:]) in shown


@PICTURES
def test_a_wide_picture_says_so_and_a_small_one_is_smaller(picture):
    width, height = art.size(picture.id)
    shown = html.pair(picture)
    assert ("hc-wide" in shown.split('"')[1]) == (width > html.WIDE * height)
    assert f'width="{width}" height="{height}"' in shown
    assert f'width="{width}"' not in html.pair(picture, small=True)


@PICTURES
def test_what_is_marked_is_named_by_how_it_is_drawn(picture):
    said = html.legend(picture, C)
    for mark in picture.marks:
        assert html.AS[mark.as_][1] in said
    assert bool(said) == bool(picture.marks)


def test_words_are_escaped(monkeypatch):
    monkeypatch.setattr(html, "caption", lambda *_: '<img src="x">')
    monkeypatch.setattr(html, "in_words", lambda *_: '"><b>')
    for picture in KEPT:
        shown = html.pair(picture)
        assert '<img src="x">' not in shown
        assert "<b>" not in re.sub(r"<b>\d</b>", "", shown)


def test_what_has_no_picture_shows_none():
    assert html.shown("no_such_thing", C) == html.thumb("no_such_thing", C) == ""


def test_that_nobody_has_reviewed_the_poses_is_said_once_for_several():
    assert any(html.drawn(e, C) for e in C.exercises), "there are pictures to say it of"
    some = [e for e in C.exercises.values() if any(not p.reviewed for p in html.drawn(e.id, C))]
    assert plans(some, C).count(html.UNREVIEWED) == 1
    assert exercise(some[0], C).count(html.UNREVIEWED) == 1
    for chain in C.chains.values():
        for found in chain.breakers:
            assert breaker(found, chain, C).count(html.UNREVIEWED) == bool({*found.exercises} & {e.id for e in some})
    assert html.unreviewed(p.model_copy(update={"reviewed": "by one who knows"}) for p in KEPT) == ""


@pytest.mark.parametrize("structure", C.structures.values(), ids=lambda s: s.id)
def test_a_way_to_roll_has_its_picture_below_who_should_ask_first(structure):
    shown = how_to(structure, C)
    wanted = structure.rolling.how_to is not None and bool(html.drawn(structure.id, C))
    assert ("<figure" in shown) == wanted
    if wanted:
        assert shown.index("who should ask before rolling") < shown.index("<figure") < shown.index("<dt>Tool</dt>")


def test_an_exercise_that_answers_a_question_is_shown_and_a_test_is_not():
    asked = reply("clamshell").asked
    assert "hc-thumb" in answers_html(asked, C)
    assert "hc-thumb" not in list_html(asked, C)  # it is sent with every key
    assert "<figure" not in evidence_tests("t3", C)  # how it is done comes after the stop signs, in the self-check


def test_light_and_dark_follow_the_page_and_motion_is_left_out_for_those_who_ask():
    rules = look.rules()
    assert rules.startswith(look.SCHEME)
    assert "light-dark(#fff, #000)" in rules
    assert re.search(r"prefers-reduced-motion: reduce\) {\s*\.hc-film {\s*display: none", rules)
