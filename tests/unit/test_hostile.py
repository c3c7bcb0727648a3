"""What strangers send: addresses and files, thousands of them; nothing is raised, nothing is repeated."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.chains import state as chain_state
from components.diagram.assets import read_pose
from components.diagram.component import Pick, read_pick
from components.evidence import state as evidence_state
from components.exercises import state as exercises_state
from components.explore import state as explore
from components.handout import state as handout_state
from components.lab import state as lab_state
from components.quiz import state as quiz_state
from components.rolling import state as rolling_state
from components.shared.url import SECTIONS, VIEWS
from data.catalog import catalog
from data.quiz.progress import Progress, UnreadableError, answered, due, finished, from_file, session, streak, to_file

pytestmark = pytest.mark.long
C = catalog()
IDS = {*C.structures, *C.bones, *C.context}
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ATTACKS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "' OR 1=1 --", "${7*7}",
    "{{7*7}}", "../../../../etc/passwd", "%00", "\x00", "nan", "inf", "-inf", "1e999", "-1", "9" * 400, "__proto__",
    "constructor", "\u202e", "\ud83d\udd25", "a" * 2_000, ",,,,", "iliotibial_band,", "٣", "１２", "0x10", "true",
]  # fmt: skip
READERS = {
    "explore": lambda p: explore.read(p, C),
    "rolling": lambda p: rolling_state.read(p, C),
    "chains": lambda p: chain_state.read(p, C),
    "lab": lab_state.read,
    "evidence": lambda p: evidence_state.choice(p, C),
    "exercises": lambda p: exercises_state.read(p, C),
    "quiz": quiz_state.read,
    "handout": lambda p: handout_state.read(p, C),
}
KEYS = [
    "structure", "view", "layer", "colour", "chain", "hide", "presenter", "side", "step", "edge", "part", "strength",
    "which", "lean", "drop", "mass", "tilt", "axis", "element", "claim", "reference", "conflict", "myth", "modes",
    "region", "level", "structures", "exercises", "paper", "constructor", "exercise", "stage", "tissue", "place",
    "equipment", "position", "group", "compare", "from",
]  # fmt: skip
GOOD = [
    *list(C.structures)[:5],
    *C.chains,
    *VIEWS,
    *SECTIONS,
    "outer",
    "left",
    "stance",
    "tilt",
    "C015",
    "60",
    "a4",
    "find",
]
GOOD += ["clam", "2", "none", "hamstrings"]
VALUES = st.one_of(
    st.sampled_from(ATTACKS), st.text(max_size=40), st.sampled_from(GOOD), st.integers().map(str),
    st.floats().map(str), st.lists(st.sampled_from([*GOOD, *ATTACKS]), max_size=4).map(",".join),
)  # fmt: skip
PARAMS = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=12)


@given(params=PARAMS)
@settings(max_examples=1500, deadline=None)
def test_no_address_breaks_a_page_or_is_repeated_by_it(params):
    """Each goes to every page: making up an address takes longer than all of them take to read it."""
    for page, read in READERS.items():
        *_, notes = read(params)
        said = " ".join(notes) if isinstance(notes, list) else notes or ""
        for value in params.values():
            if len(value) > 3 and not value.isalpha() and value not in GOOD:
                assert value not in said, page
        assert "<" not in said, page


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(ATTACKS) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(value=JSON)
@settings(max_examples=1500, deadline=None)
def test_no_message_from_the_browser_breaks_a_tap(value):
    for sent in (
        value,
        {"id": value, "stack": value},
        {"id": "sartorius", "stack": [value, "sartorius"], "y": value, "on": value},
    ):
        pick = read_pick(sent, IDS, ["one"])
        assert pick is None or isinstance(pick, Pick)
        if pick:
            assert pick.id in {None, *IDS}
            assert set(pick.stack) <= IDS


@given(text=VALUES, view=st.sampled_from([*VIEWS, *SECTIONS]))
@settings(max_examples=500, deadline=None)
def test_no_text_is_a_pose_beyond_its_range(text, view):
    pose = read_pose(text, view)
    assert pose is None or pose == pose.within()


QUESTIONS = ["find:sartorius", "name:sartorius", "facts:sartorius.nerve"]


def _good():
    progress = Progress()
    for n, question in enumerate(QUESTIONS):
        progress = answered(progress, question, n % 2 == 0, NOW)
    return finished(progress, NOW)


GOOD_FILE = json.loads(to_file(_good()))


@st.composite
def damaged(draw):
    """A good file in which one to three values are something else, or gone."""
    found = json.loads(json.dumps(GOOD_FILE))
    for _ in range(draw(st.integers(1, 3))):
        cards = found.get("cards")
        inner = [cards, *cards.values()] if isinstance(cards, dict) else []
        at = draw(st.sampled_from([d for d in [found, *inner] if isinstance(d, dict) and d]))
        key = draw(st.sampled_from([*at, "new"]))
        if draw(st.booleans()):
            at[key] = draw(JSON)
        else:
            at.pop(key, None)
    return json.dumps(found)


@given(data=st.one_of(damaged(), JSON.map(json.dumps), st.binary(max_size=200), st.sampled_from(ATTACKS)))
@settings(max_examples=3000, deadline=None)
def test_no_file_breaks_the_quiz_and_what_is_taken_can_be_played_on(data):
    try:
        found = from_file(data, QUESTIONS)
    except UnreadableError:
        return  # its messages are fixed words
    assert set(found.cards) <= set(QUESTIONS)
    for question in QUESTIONS:
        found = answered(found, question, False, NOW)
    assert len(session(found, QUESTIONS, NOW, 1)) == 3
    assert isinstance(due(found, QUESTIONS, NOW), list)
    assert streak(finished(found, NOW), NOW) >= 1
    assert from_file(to_file(found), QUESTIONS) == found


@pytest.mark.parametrize("year", [1970, 2000, 2099])
def test_a_clock_that_is_wrong_breaks_no_session(year):
    """A school's machine with a dead battery: answers, a session, a streak and the file still work."""
    wrong = NOW.replace(year=year)
    found = finished(answered(_good(), QUESTIONS[0], True, wrong), wrong)
    assert sorted(session(found, QUESTIONS, wrong, 1)) == sorted(QUESTIONS)
    assert streak(found, wrong) >= 1
    assert set(from_file(to_file(_good()), QUESTIONS).cards) == set(QUESTIONS)
    back = finished(answered(found, QUESTIONS[0], True, NOW), NOW)  # and when it is set right again
    assert len(session(back, QUESTIONS, NOW, 1)) == 3
