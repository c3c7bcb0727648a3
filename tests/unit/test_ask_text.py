"""What a question finds, in words: dangers first, escaped, marked, never forced; and names begun while typing."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ask import text
from components.ask.asking import FAINT, LONGEST, reply
from components.ask.marking import marked, said
from components.ask.suggestions import QUESTIONS
from data.ask import Answer, Asked
from data.ask.words import stem
from data.catalog import catalog

C = catalog()
HOSTILE = ["<script>alert(1)</script> it band", '"><img src=x onerror=alert(1)>', "&amp; ' \" sartorius", "\x00‮ calf"]
TAG = re.compile(r"</?([a-z0-9]+)")
OURS = {"div", "p", "b", "br", "span", "a", "ul", "li", "h2", "mark"}


@pytest.mark.parametrize("question", HOSTILE)
def test_what_strangers_write_is_only_ever_text(question):
    asked = Asked(question, ("rf01",), (Answer("structure", "sartorius", 1.0, None, (question,)),))
    for html in (text.answers_html(asked, C), text.list_html(asked, C), marked(question, [question])):
        assert set(TAG.findall(html)) <= OURS
        assert "onerror=alert(1)>" not in html.replace("&gt;", "")


@given(st.text(max_size=60), st.lists(st.text(max_size=10), max_size=4))
def test_marking_changes_no_letter(words, sought):
    plain = re.sub(r"</?mark>", "", marked(words, sought))
    assert plain == marked(words, [])


def test_what_matched_is_marked_in_any_ending_and_from_its_beginning():
    assert marked("Rolling hurts.", ["roll"]) == "<mark>Rolling</mark> hurts."
    assert marked("Sartorius", ["sart"]) == "<mark>Sartorius</mark>"
    assert marked("It is in the band", ["it", "in"]) == "It is in the band"


def test_stop_signs_stand_above_every_answer_with_what_to_do():
    found = reply("my calf is swollen and hot after a flight").asked
    assert found.stop_flags
    for html in (text.answers_html(found, C), text.list_html(found, C)):
        flag = C.stop_flags[found.stop_flags[0]]
        assert html.index(text.FITS) < html.index("hc-ask-answer")
        assert text.escape(text.sentence(flag.action)) in html
    assert 'href="tel:112"' in text.answers_html(found, C)


@pytest.mark.parametrize("flag", C.stop_flags)
def test_every_stop_sign_says_what_to_do(flag):
    html = text.answers_html(Asked("x", (flag,)), C)
    assert text.escape(C.stop_flags[flag].name) in html
    assert text.escape(text.sentence(C.stop_flags[flag].action)) in html


def test_every_stop_sign_is_named_even_where_there_is_little_room():
    every = tuple(C.stop_flags)
    html = text.list_html(Asked("x", every), C)
    for flag in every[: text.SHORT]:
        assert text.escape(C.stop_flags[flag].name) in html
    for flag in every[text.SHORT :]:
        assert text.escape(C.stop_flags[flag].sign) in html


def test_where_nothing_fits_it_says_so_and_what_is_near_is_near():
    found = reply("best pizza dough").asked
    assert found.unknown
    assert text.NOTHING in text.answers_html(found, C)
    assert text.NOTHING in text.list_html(found, C)
    assert all(a.score >= FAINT for a in found.answers)
    assert "not known here" in text.status(found).lower()


def test_the_best_three_stand_first_the_others_in_groups():
    found = reply("why does rolling hurt").asked
    html = text.answers_html(found, C)
    first, *groups = html.split("<h2>")
    assert first.count("hc-ask-name") == min(3, len(found.answers))
    assert sum(g.count("hc-ask-name") for g in groups) == len(found.answers) - 3
    assert f"All {len(found.answers)} answers" in text.list_html(found, C)


def test_a_condition_is_never_said_to_be_the_readers():
    html = text.answers_html(reply("outer knee pain when running").asked, C)
    assert text.LEARNING in html
    assert "you have" not in html.lower()


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_an_empty_box_offers_is_answered_and_calm(question):
    found = reply(question).asked
    assert not found.unknown
    assert found.answers[0].score > 0.3
    assert found.stop_flags == ()


def test_an_empty_box_offers_questions_and_all_places():
    assert text.answers_html(Asked(""), C) == text.suggestions_html(C)
    html = text.suggestions_html(C)
    assert len(QUESTIONS) == 12
    for place in C.pain_places.values():
        assert text.escape(place.name) in html


@pytest.mark.parametrize(
    ("typed", "id_"),
    [("sart", "sartorius"), ("tailor", "sartorius"), ("rectus fem", "rectus_femoris"), ("IT", "iliotibial_band"),
     ("tractus", "iliotibial_band"), ("PIRI", "piriformis"), ("glute m", "gluteus_maximus")],
)  # fmt: skip
def test_a_name_is_found_while_it_is_typed_and_enter_goes_there(typed, id_):
    found = reply(typed)
    assert found.asked.answers[0].id == id_
    assert found.direct


@pytest.mark.parametrize("name", sorted({n for s in C.structures.values() for n in (s.name, s.latin) if n}))
def test_every_name_and_latin_name_leads_to_its_structure(name):
    best = [C.structures[a.id] for a in reply(name).asked.answers[:3] if a.kind == "structure"]
    assert name in {n for s in best for n in (s.name, s.latin)}


def test_enter_never_goes_past_a_stop_sign_nor_for_a_sentence():
    assert not reply("sartorius, and my calf is swollen and hot").direct
    assert not reply("outer knee pain when running").direct
    assert not reply("best pizza dough").direct


def test_a_long_story_is_cut_and_says_so():
    found = reply("knee " * 400)
    assert found.cut
    assert len(found.asked.question) <= LONGEST
    assert not reply("knee").cut


def test_one_sentence_is_one():
    assert said("Up 3.5 mm on L4. Then more.") == "Up 3.5 mm on L4."
    assert said("No end") == "No end"


def test_words_are_stemmed_right_by_many_at_once():
    """A stemmer that is shared mixes up the words of two readers, or fails."""
    stem.cache_clear()
    many = [f"{w}{n}ings" for n in "abcdefgh" for w in ("roll", "walk", "stretch", "press", "bend", "turn")] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(stem.__wrapped__, many))
    assert found == [stem.__wrapped__(w) for w in many]


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("hamstrings", "hamstrings"),
        ("Quads", "quadriceps"),
        ("deep six", "deep_six"),
        ("musculi glutei profundi", "deep_rotators"),
        ("triceps surae", "calf"),
        ("hip abductors", "hip_abductors"),
    ],
)
def test_a_group_that_is_named_comes_before_its_members_and_enter_goes_there(question, group):
    found = reply(question)
    assert (found.asked.answers[0].kind, found.asked.answers[0].id) == ("group", group)
    assert found.direct


def test_a_group_is_no_answer_to_danger():
    assert not reply("hamstrings, and my calf is swollen and hot after a flight").direct
