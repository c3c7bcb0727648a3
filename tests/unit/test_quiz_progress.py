"""The quiz's progress: answers that come back when they should, files that may be hostile."""

import contextlib
import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.quiz.asking import pool
from data.quiz.progress import (
    LIMIT_BYTES,
    Progress,
    UnreadableError,
    answered,
    due,
    finished,
    from_file,
    merged,
    session,
    streak,
    to_be_taken_along,
    to_file,
)
from data.quiz.question import Mode, Options
from tests.unit.asked import ALL, C

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_right_comes_back_later_than_wrong_and_later_each_time():
    right = answered(Progress(), "find:sartorius", True, NOW)
    wrong = answered(Progress(), "find:sartorius", False, NOW)
    assert wrong.cards["find:sartorius"].due < right.cards["find:sartorius"].due
    gaps, progress, at = [], Progress(), NOW
    for _ in range(5):
        progress = answered(progress, "find:sartorius", True, at)
        gaps.append(progress.cards["find:sartorius"].due - at)
        at = progress.cards["find:sartorius"].due
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=7)
    assert answered(progress, "find:sartorius", False, at).cards["find:sartorius"].due - at < timedelta(hours=1)


def test_a_session_asks_what_is_due_first_and_then_new_ones_of_every_kind():
    questions = pool(Options(), C)
    progress = Progress()
    for q in questions[:3]:
        progress = answered(progress, q, False, NOW - timedelta(days=3))
    chosen = session(progress, questions, NOW, seed=5)
    assert len(chosen) == len(set(chosen)) == 10
    assert set(chosen[:3]) == set(questions[:3])
    assert len({q.split(":")[0] for q in chosen[3:]}) == 7
    assert session(progress, questions, NOW, seed=5) == chosen
    assert due(progress, questions, NOW - timedelta(days=9)) == []


def test_no_kind_is_always_left_out_of_a_session():
    """There are more kinds than room beside what is due."""
    questions = pool(Options(), C)
    chosen = [q for seed in range(12) for q in session(Progress(), questions, NOW, seed, length=5)]
    assert {q.split(":")[0] for q in chosen} == set(Mode)


def test_a_small_pool_makes_a_short_session():
    assert session(Progress(), ["a:1", "b:2"], NOW, 1) in (["a:1", "b:2"], ["b:2", "a:1"])
    assert session(Progress(), [], NOW, 1) == []


def test_a_streak_counts_days_and_forgives_today():
    progress = Progress()
    for days in (4, 2, 1):
        progress = finished(progress, NOW - timedelta(days=days))
    assert streak(progress, NOW) == 2
    assert streak(finished(progress, NOW), NOW) == 3
    assert streak(Progress(), NOW) == 0


# ---- files


def played(count=12):
    progress = Progress()
    for n, q in enumerate(ALL[:count]):
        progress = answered(progress, q, n % 3 > 0, NOW + timedelta(minutes=n))
    return finished(progress, NOW)


def test_what_is_exported_can_be_imported():
    assert from_file(to_file(played()), ALL) == played()
    assert len(to_file(played(len(ALL)))) < LIMIT_BYTES


def test_questions_that_are_no_more_are_dropped():
    assert set(from_file(to_file(played()), ALL[:3]).cards) == set(ALL[:3])


@pytest.mark.parametrize(
    "data",
    [
        "", "null", "[]", "{", '{"version": 2}', '{"version": 1, "cards": {"a": {}}}', '{"evil": 1}',
        "{}", '{"cards": {}}',
        "[" * 50_000, "x" * (LIMIT_BYTES + 1), '{"version": 1, "days": ["yesterday"]}', b"\xff\xfe\x00", b"PK\x03\x04",
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_plain_words(data):
    with pytest.raises(UnreadableError, match=r"The file is"):
        from_file(data, ALL)


@given(st.binary(max_size=300) | st.text(max_size=300))
@settings(deadline=None)
def test_no_file_whatever_raises_anything_else(data):
    with contextlib.suppress(UnreadableError):
        from_file(data, ALL)


@given(st.data())
@settings(deadline=None)
def test_a_file_with_one_value_changed_is_refused_or_still_sound(data):
    raw = json.loads(to_file(played(3)))
    card = raw["cards"][data.draw(st.sampled_from(list(raw["cards"])))]
    card[data.draw(st.sampled_from(list(card)))] = data.draw(
        st.none() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
    )
    try:
        found = from_file(json.dumps(raw), ALL)
    except UnreadableError:
        return
    for q in found.cards:
        answered(found, q, True, NOW + timedelta(days=1))  # whatever was let in can be scheduled


def one_card(id_, **changed):
    raw = json.loads(to_file(played(3)))
    return json.dumps(raw | {"cards": {id_: next(iter(raw["cards"].values())) | changed}})


@pytest.mark.parametrize(
    "changed",
    [
        {"state": 3, "step": None}, {"state": 1, "step": None}, {"state": 2, "step": 1},
        {"last_review": "0001-01-01T00:00:00+23:00"}, {"last_review": "9999-12-31T23:59:59-23:00"},
        {"due": "9999-12-31T23:59:59-23:00"},
    ],
)  # fmt: skip
def test_a_card_that_cannot_be_scheduled_is_refused(changed):
    with pytest.raises(UnreadableError):
        from_file(one_card(ALL[0], **changed), ALL)


def test_a_file_of_unknown_questions_alone_is_refused():
    with pytest.raises(UnreadableError):
        from_file(one_card("find:nothing"), ALL)


@pytest.mark.parametrize("right", [True, False])
def test_the_steadiest_card_can_be_answered(right):
    old = {"state": 2, "step": None, "stability": 100_000, "last_review": "2025-01-02T00:00:00Z"}
    assert answered(from_file(one_card(ALL[0], **old), ALL), ALL[0], right, NOW)


# ---- words and addresses


@pytest.mark.parametrize(
    ("zone", "first", "second"),
    [
        ("America/Los_Angeles", datetime(2026, 11, 23, 23, tzinfo=UTC), datetime(2026, 11, 25, 1, 30, tzinfo=UTC)),
        ("Asia/Tokyo", datetime(2026, 11, 22, 23, tzinfo=UTC), datetime(2026, 11, 24, 1, tzinfo=UTC)),
    ],
)
def test_a_day_is_the_readers_own(zone, first, second):
    progress = finished(finished(Progress(), first, ZoneInfo(zone)), second, ZoneInfo(zone))
    assert progress.days == (date(2026, 11, 23), date(2026, 11, 24))
    assert streak(progress, second, ZoneInfo(zone)) == 2


def test_every_fifth_round_is_one_after_which_to_take_the_progress_along():
    progress, asked = Progress(), []
    for number in range(1, 12):
        progress = finished(progress, NOW)
        asked += [number] * to_be_taken_along(progress)
    assert asked == [5, 10]
    assert not to_be_taken_along(Progress())
    assert merged(progress, Progress(rounds=3)).rounds == merged(Progress(rounds=3), progress).rounds == 11
    assert from_file(to_file(progress), ()).rounds == 11
    assert from_file('{"version": 1}', ()).rounds == 0  # a file from before rounds were counted


def test_two_devices_are_merged_by_the_later_answer_and_the_days_of_both():
    here = finished(answered(answered(Progress(), "find:sartorius", True, NOW), "find:gracilis", True, NOW), NOW)
    later = NOW + timedelta(days=2)
    there = finished(answered(answered(Progress(), "find:sartorius", False, later), "find:soleus", True, NOW), later)
    both = merged(here, there)
    assert both == merged(there, here) == merged(both, there)
    assert set(both.cards) == {"find:sartorius", "find:gracilis", "find:soleus"}
    assert both.cards["find:sartorius"] == there.cards["find:sartorius"]
    assert both.days == (NOW.date(), later.date())
    assert merged(there, Progress()) == there


def test_what_a_later_version_adds_is_passed_over_but_a_card_is_read_strictly():
    progress = answered(Progress(), "find:sartorius", True, NOW)
    file = json.loads(to_file(progress))
    assert from_file(json.dumps({**file, "goals": [1]}), ALL) == progress
    file["cards"]["find:sartorius"]["mood"] = 1
    with pytest.raises(UnreadableError):
        from_file(json.dumps(file), ALL)
