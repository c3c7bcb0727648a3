"""The page of answers: the stop sign first, nothing forced, what to ask; and the exact place of every kind."""

from html import escape
from urllib.parse import parse_qs, urlparse

import pytest

from components.ask.links import address
from components.ask.suggestions import QUESTIONS
from components.ask.text import FITS, NOTHING
from data.catalog import catalog
from data.wording import capital, sentence
from tests.app.opened import run, words

C = catalog()
CHECK = C.self_check
PAGE = "pages/learn/ask.py"
PAGES = {
    "evidence": "pages/learn/evidence.py", "rolling": "pages/learn/rolling.py", "where": "pages/practise/where.py",
    "chains": "pages/learn/chains.py", "stop_flags": "pages/safety/stop_flags.py", "": None,
    "exercises": "pages/practise/exercises.py",
}  # fmt: skip


def test_a_question_is_answered_by_its_address():
    text = words(run(PAGE, q="should I roll my it band"))
    assert "Iliotibial band" in text.replace("<mark>", "").replace("</mark>", "")
    assert FITS not in text


def test_a_stop_sign_stands_first():
    text = words(run(PAGE, q="my calf is swollen and hot"))
    assert text.index(FITS) < text.index("hc-ask-answer")


def test_what_is_not_known_is_said_to_be_so():
    assert NOTHING in words(run(PAGE, q="best pizza dough"))


def test_the_empty_page_says_what_to_ask():
    text = words(run(PAGE))
    assert all(escape(q) in text for q in QUESTIONS)
    assert all(escape(p.name) in text for p in C.pain_places.values())


def test_what_a_stranger_writes_into_the_address_is_cut_and_escaped():
    text = words(run(PAGE, q="<script>alert(1)</script>" + "hip " * 600))
    assert "<script" not in text
    assert "letters were read" in text


test_first, left_first = CHECK.tests[2], CHECK.left_out[0]
SHOWN = [
    ("structure", "gluteus_minimus", C.name("gluteus_minimus")),
    ("claim", "C042", C.claims["C042"].text),
    ("conflict", "X09", C.conflicts["X09"].question),
    ("myth", "knots", C.myths["knots"].said),
    ("exercise", "single_bridge", C.exercises["single_bridge"].how),
    ("test", test_first.id, test_first.means),
    ("left_out", left_first.id, left_first.why),
    ("article", "s001a", C.articles["s001a"].title),
    ("rolling_effect", "soreness", C.rolling_effects["soreness"].what),
    ("ask_first", "pregnant", C.ask_first["pregnant"].who),
    ("condition", "meralgia_paraesthetica", C.conditions["meralgia_paraesthetica"].name),
    ("place", "sit_bone", C.pain_places["sit_bone"].name),
    ("stop_flag", "rf05", sentence(C.stop_flags["rf05"].action)),
    ("chain", "weak_glute_med", C.chains["weak_glute_med"].steps[0].title),
]
"""One record of every kind, and words of it that its page must say."""


@pytest.mark.parametrize(("kind", "id_", "said"), SHOWN, ids=[s[0] for s in SHOWN])
def test_the_page_at_an_address_shows_the_record_before_its_like(kind, id_, said):
    parts = urlparse(address(kind, id_))
    params = {key: value[0] for key, value in parse_qs(parts.query).items()}
    text = words(run(PAGES[parts.path.removeprefix("./")], **params))
    assert escape(said) in text or escape(capital(said)) in text
    assert "does not have" not in text


def test_a_link_to_an_article_shows_its_claims_alone():
    at = run("pages/learn/evidence.py", article="s001a")
    mine = [c for c in C.claims.values() if "s001a" in {s.article for s in c.said_by}]
    assert f"**{len(mine)} of {len(C.claims)} claims**" in words(at)


@pytest.mark.parametrize(("kind", "others"), [("myth", C.myths), ("exercise", C.exercises)], ids=["myth", "exercise"])
def test_the_record_that_is_named_stands_above_the_others(kind, others):
    last = [*others][-1]
    text = words(run("pages/learn/evidence.py", **{kind: last}))
    name = {i: escape(r.title if kind == "myth" else f"<b>{r.name}</b>", quote=False) for i, r in others.items()}
    name = {i: n.replace("&lt;", "<").replace("&gt;", ">") for i, n in name.items()}
    assert all(text.index(name[last]) <= text.index(name[i]) for i in others)


def test_a_test_is_not_explained_past_the_stop_signs():
    text = words(run("pages/learn/evidence.py", part="tests"))
    assert "asks for the stop signs first" in text
    assert escape(CHECK.tests[2].how[0]) not in text
