"""Content whose every sentence carries markup: none of it may reach a page unescaped."""

import dataclasses
from types import MappingProxyType

import pytest

import data.catalog
from components.quiz import text as quiz_text
from components.server.preview import forget
from data import outlines, visibility
from data.model import Record
from data.quiz.asking import ask, pool
from data.quiz.question import Mode, Options
from tests.app.opened import run

MARK = "<i onclick=x>"
DRAWING = (outlines, visibility)
"""What is seen of a shape takes seconds to work out and has no words of content: it is kept."""


def poisoned(value):
    """The same content with markup at the end of every text that holds a space; ids and choices have none."""
    if isinstance(value, str) and type(value) is str:
        return f"{value} {MARK}" if " " in value else value
    if isinstance(value, Record):
        fields = {name: poisoned(getattr(value, name)) for name in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, tuple | list):
        return type(value)(poisoned(v) for v in value)
    if isinstance(value, dict | MappingProxyType):
        return {key: poisoned(v) for key, v in value.items()}
    return value


@pytest.fixture(scope="module")
def poison():
    """Once for the whole file: afterwards everything that was made from the content is made anew."""
    true = data.catalog.catalog()
    found = data.catalog.Catalog(
        **{f.name: poisoned(getattr(true, f.name)) for f in dataclasses.fields(data.catalog.Catalog)}
    )
    with pytest.MonkeyPatch.context() as patch:
        for drawn in (v for m in DRAWING for v in vars(m).values() if hasattr(v, "cache_clear")):
            patch.setattr(drawn, "cache_clear", lambda: None)
        forget()
        patch.setattr(data.catalog, "load", lambda _root: found)
        yield
        forget()


PAGES = {
    None: {"structure": "iliotibial_band", "colour": "chain"},
    "pages/learn/rolling.py": {},
    "pages/learn/chains.py": {"chain": "weak_glute_med", "step": "drop"},
    "pages/learn/lab.py": {"part": "tilt"},
    "pages/learn/evidence.py": {"part": "conflicts"},
    "pages/practise/where.py": {"place": "knee_outer", "condition": "outer_knee_alternatives"},
    "pages/practise/self_check.py": {},
    "pages/safety/stop_flags.py": {},
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.usefixtures("poison")
def test_markup_in_content_is_shown_as_text(page):
    at = run(page, **PAGES[page])
    html = [str(e.value) for e in at.get("html")] + [e.value for e in at.markdown if e.allow_html]
    assert not [h for h in html if MARK in h]
    shown = " ".join([*html, *(str(e.value) for e in [*at.markdown, *at.caption, *at.title, *at.subheader])])
    assert "onclick=x" in shown  # the poison did reach the page, as text


@pytest.mark.parametrize(
    "params", [{"part": p} for p in ("claims", "myths", "references", "changes")] + [{"claim": "C041"}], ids=str
)
@pytest.mark.usefixtures("poison")
def test_markup_in_claims_is_shown_as_text(params):
    at = run("pages/learn/evidence.py", **params)
    html = [str(e.value) for e in at.get("html")]
    assert any("onclick=x" in h for h in html)
    assert not [h for h in html if MARK in h]


@pytest.mark.usefixtures("poison")
def test_markup_in_questions_is_shown_as_text():
    content = data.catalog.catalog()
    options = Options(modes=(Mode.REASON, Mode.FACTS, Mode.STORY))
    for id_ in pool(options, content)[::5]:
        question = ask(id_, options, content, 1)
        shown = quiz_text.prompt(question) + quiz_text.verdict(question, question.choices[0][0], content)
        shown += quiz_text.summary([(question, False)], 2, content)
        assert "onclick=x" in shown
        assert MARK not in shown
