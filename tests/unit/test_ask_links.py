"""Every record that can be found has one exact place, and the page at that address opens just that record."""

from urllib.parse import parse_qs, urlparse

import pytest

from components.ask import links
from components.ask.found import KINDS, found
from components.ask.suggestions import QUESTIONS
from components.chains import state as chains
from components.drawing.built import visible
from components.evidence import state as evidence
from components.exercises import state as exercises
from components.explore import state as explore
from components.rolling import state as rolling
from components.where import state as where
from data.ask import Answer
from data.ask.documents import documents
from data.catalog import catalog
from data.lay_word import ANSWERS
from data.outlines import load_view
from data.outlines.over import over

C = catalog()
EVERY = sorted({(d.kind, d.id, d.part) for d in documents(C)}, key=str)
COVERED = {"patellar_retinaculum"}
"""Drawn, but under something else in every view and layer: its card opens beside the place."""
OTHERS = [("stop_flag", i, None) for i in C.stop_flags] + [("place", i, None) for i in C.pain_places]


def opened(address):
    """What the page at an address opens, read as the page itself reads it: (kind or part, id, step)."""
    parts = urlparse(address)
    params = {key: value[0] for key, value in parse_qs(parts.query).items()}
    page = parts.path.removeprefix("./")
    if page == "":
        state, notes = explore.read(params, C)
        assert notes == []
        if state.group:
            assert set(C.members(state.group)) & visible(state.view, state.layer)
            return "group", state.group, None
        drawn = load_view(state.view).of(state.structure)
        laid = {s.id for kind in state.also for s in over(kind, state.view)}
        assert state.structure in visible(state.view, state.layer) | laid or (state.structure in COVERED and drawn)
        return "drawn", state.structure, None
    if page == "chains":
        place, notes = chains.read(params, C)
        assert notes == []
        return "chain", place.chain.id, params.get("step") and place.step.id
    if page == "evidence":
        part, focus, note = evidence.choice(params, C)
        assert note is None
        return (part, focus, None) if focus else ("articles", evidence.article(params, C), None)
    if page == "exercises":
        shown, notes = exercises.read(params, C)
        assert notes == []
        return "exercise", shown.exercise, None
    if page == "rolling":
        effect, ask, notes = rolling.named(params, C)
        assert notes == []
        return ("rolling_effect", effect, None) if effect else ("ask_first", ask, None)
    if page == "where":
        shown, notes = where.read(params, C)
        assert notes == []
        return ("condition", shown.condition, None) if shown.condition else ("place", shown.place, None)
    assert page == "stop_flags"
    assert params["flag"] in C.stop_flags
    return "stop_flag", params["flag"], None


AT = {
    "structure": "drawn", "bone": "drawn", "context": "drawn", "claim": "claims", "conflict": "conflicts",
    "myth": "myths", "test": "tests", "left_out": "tests", "article": "articles",
}  # fmt: skip
"""What a page calls a kind, where that is another name."""


@pytest.mark.parametrize(("kind", "id_", "part"), [*EVERY, *OTHERS], ids=lambda v: str(v))
def test_every_record_has_an_address_at_which_it_is_opened(kind, id_, part):
    assert opened(links.address(kind, id_, part)) == (AT.get(kind, kind), id_, part)


@pytest.mark.parametrize(("kind", "id_", "part"), EVERY, ids=lambda v: str(v))
def test_every_record_has_a_sign_a_word_a_name_and_a_sentence(kind, id_, part):
    words = found(Answer(kind, id_, 1.0, part), C)
    assert words.sign
    assert words.word
    assert words.name
    assert words.kind in KINDS
    assert words.line.endswith((".", "!", "?"))


def test_every_table_that_a_question_may_lead_to_has_places():
    told = {"structures": "structure", "bones": "bone", "context": "context", "conditions": "condition"}
    kinds = {told.get(t, t.removesuffix("s")) for t in ANSWERS} - {"stop_flag"}
    kinds = {"ask_first" if k == "ask_first" else k for k in kinds}
    assert kinds <= {kind for kind, _, _ in EVERY}
    assert {kind for kind, _, _ in EVERY} == set(KINDS)


def test_an_unknown_kind_has_no_address():
    with pytest.raises(KeyError):
        links.address("rumour", "r1")


@pytest.mark.parametrize("bad", ["evidence?myth=no", "evidence?test=no", "evidence?exercise=no", "evidence?article=no"])
def test_a_link_to_what_there_is_not_says_so(bad):
    params = {key: value[0] for key, value in parse_qs(urlparse(f"./{bad}").query).items()}
    assert evidence.choice(params, C)[1] is None
    assert "does not have" in (evidence.choice(params, C)[2] or "")
    assert rolling.named({"effect": "no", "ask": "no"}, C)[:2] == (None, None)
    assert len(rolling.named({"effect": "no", "ask": "no"}, C)[2]) == 2


def test_a_question_stands_in_its_address_whole():
    for question in (*QUESTIONS, 'a&b=c#d "e" <f>'):
        assert parse_qs(urlparse(links.to(question)).query) == {"q": [question]}
