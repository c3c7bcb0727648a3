"""The home plan: days that leave the rest which an exercise wants, six weeks, a calendar that reads back."""

import datetime
import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader

from components.figures import art
from components.handout.calendar import ics
from components.handout.figure import GAP, MOST, fitted, picture_of, steps_tall
from components.handout.pdf import pdf
from components.handout.plan_page import PICTURES
from data.catalog import catalog
from data.handout import MOST_EXERCISES, Handout, lines
from data.plan import DAYS, RESTING, WEEKS, Plan, dates, next_monday, schedule, too_few
from data.plan_words import plan_lines, plan_rules

C = catalog()
MONDAY = datetime.date(2026, 11, 30)
EVERY_DAY = tuple(DAYS)
FREE = st.sets(st.sampled_from(EVERY_DAY), min_size=1)
BETWEEN = {"two days between sessions": 3, "a day between sessions": 2, "A day without running between runs": 2}
"""What an exercise's rest says, and the days from one session to the next that it means."""


def meant(exercise):
    return next((gap for words, gap in BETWEEN.items() if words in exercise.rest), 1)


def planned(*exercises, days=("mon", "wed", "fri"), **changes):
    chosen = tuple((e, "") for e in exercises)
    given = {
        "structures": ("gluteus_medius",),
        "exercises": chosen,
        "date": MONDAY,
        "plan": Plan(days, MONDAY),
    } | changes
    return Handout(**given)


def text(document, page):
    return re.sub(r"\s+", "", PdfReader(io.BytesIO(document)).pages[page].extract_text())


def alone(id_, free):
    return schedule([C.exercises[id_]], free)[id_]


@pytest.mark.parametrize("id_", C.exercises)
@given(FREE)
def test_sessions_leave_the_rest_that_the_exercise_says(id_, free):
    exercise = C.exercises[id_]
    found = alone(id_, free)
    assert {list(DAYS)[n] for n in found} <= free
    assert 1 <= len(found) <= exercise.days_per_week[1]
    every = dates(found, MONDAY)
    assert all((b - a).days >= meant(exercise) for a, b in pairwise(every))
    assert len(every) == WEEKS * len(found)


@pytest.mark.parametrize("id_", C.exercises)
def test_who_has_every_day_free_gets_as_many_as_are_meant(id_):
    exercise = C.exercises[id_]
    assert len(alone(id_, EVERY_DAY)) == exercise.days_per_week[1]
    assert too_few(exercise, exercise.days_per_week[1], 7) is None


@given(FREE, st.sets(st.sampled_from(sorted(C.exercises)), min_size=2, max_size=MOST_EXERCISES))
def test_no_hard_work_on_the_day_after_other_hard_work(free, ids):
    chosen = [C.exercises[i] for i in sorted(ids)]
    week = schedule(chosen, free)
    hard = {day for e in chosen if e.days_per_week[1] <= RESTING for day in week[e.id]}
    assert all((day + 1) % 7 not in hard for day in hard)
    for exercise in chosen:
        every = dates(week[exercise.id], MONDAY)
        assert all((b - a).days >= meant(exercise) for a, b in pairwise(every))


def test_days_are_as_far_apart_as_they_can_be():
    assert alone("single_bridge", ("mon", "tue", "wed", "fri", "sun")) == (0, 2, 4)
    assert alone("heavy_strength", ("mon", "tue", "thu", "sat")) == (0, 3)


def test_heavy_work_shares_its_days_with_the_other_hard_work():
    chosen = [C.exercises[i] for i in ("heavy_strength", "single_leg_rdl", "side_plank_lift", "clam")]
    week = schedule(chosen, EVERY_DAY)
    assert week["single_leg_rdl"] == week["side_plank_lift"] == (0, 2, 4)
    assert week["heavy_strength"] == (0, 4)
    assert week["clam"] == tuple(range(7))


def test_too_few_days_are_said_in_words():
    assert "3–7 days a week; only 1 of the days chosen fits." in too_few(C.exercises["clam"], 1, 1)
    said = too_few(C.exercises["single_bridge"], 1, 2)
    assert said.endswith("only 1 of the days chosen fits with the rest that it wants between.")


@pytest.mark.parametrize(("days", "start"), [((), MONDAY), (("moon",), MONDAY), (("mon",), MONDAY.replace(day=29))])
def test_a_plan_that_cannot_be_is_refused(days, start):
    with pytest.raises(ValueError, match=r"plan"):
        Plan(days, start)


def test_a_plan_begins_on_the_next_monday():
    week = [MONDAY + datetime.timedelta(days=n) for n in range(-6, 1)]
    assert {next_monday(day) for day in week} == {MONDAY}


def test_the_second_page_holds_all_of_each_exercise_and_the_rules_first():
    page = planned("clam", "single_bridge", name="Alex Example")
    document = pdf(page, C)
    assert len(PdfReader(io.BytesIO(document)).pages) == 2
    second = text(document, 1)
    said = [*plan_rules(page, C), *plan_lines(0, page, C), *plan_lines(1, page, C)]
    at = [second.index(re.sub(r"\s+", "", line.text)) for line in said]
    assert at == sorted(at)
    assert "ForAlexExample" in second
    assert [second.count(f"Week{n}") for n in range(1, WEEKS + 1)] == [1] * WEEKS
    first = text(document, 0)
    assert "Onthenextpage:Clamshell,Single-legbridge." in first
    assert "Whentostop" in first


def test_a_typed_dose_stands_in_the_plan():
    page = planned(exercises=(("clam", "1 set of 5"),))
    assert "Clamshell: 1 set of 5 (3–7 a week)" in plan_lines(0, page, C)[0].text


def test_without_exercises_there_is_no_second_page():
    page = planned()
    assert not page.planned
    assert len(PdfReader(io.BytesIO(pdf(page, C))).pages) == 1
    assert not any("next page" in line.text for line in lines(page, C))


@pytest.mark.long
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_longest_plan_fits_its_page(paper):
    words = {e: sum(len(line.text) for line in plan_lines(0, planned(e), C)) for e in C.exercises}
    longest = sorted(words, key=words.__getitem__)[-MOST_EXERCISES:]
    page = planned(*longest, days=("mon",), paper=paper, name="Alex Example")
    document = pdf(page, C)
    assert len(PdfReader(io.BytesIO(document)).pages) == 2
    found = []
    PdfReader(io.BytesIO(document)).pages[1].extract_text(visitor_text=lambda t, _c, m, *_: found.append((t, m[5])))
    low = {t.strip(): y for t, y in found if t.strip()}
    caveat = next(y for t, y in reversed(low.items()) if t in plan_lines(MOST_EXERCISES - 1, page, C)[-1].text)
    assert caveat > low["Tick what you did, by its number"] > low["Week 1"]


def test_the_calendar_has_an_event_for_each_day_and_no_name():
    page = planned(
        "clam",
        "single_bridge",
        days=("mon", "tue", "thu"),
        name="Alex Example",
        note="private",
        link="https://x.example",
    )
    found = Calendar.from_ical(ics(page, C))
    assert isinstance(found, Calendar)
    events = found.events
    week = schedule([C.exercises[e] for e, _ in page.exercises], page.plan.days)
    both = {d for on in week.values() for d in dates(on, page.plan.start)}
    assert [e.start for e in events] == sorted(both)
    assert all(e.end - e.start == datetime.timedelta(days=1) for e in events)
    monday = events[0]
    assert monday["SUMMARY"] == "Exercises: Clamshell, Single-leg bridge"
    assert monday["DESCRIPTION"].startswith(plan_rules(page, C)[0].text)
    assert "https://x.example" in monday["DESCRIPTION"]
    assert not re.search("Alex|private", ics(page, C).decode())


def test_the_same_plan_twice_is_the_same_calendar():
    page = planned("clam")
    assert ics(page, C) == ics(page, C)
    ids = [str(e["UID"]) for e in Calendar.from_ical(ics(page, C)).events]
    assert len(ids) == len(set(ids))


def ids(page):
    return [str(e["UID"]) for e in Calendar.from_ical(ics(page, C)).events]


@pytest.mark.parametrize(
    "changed",
    [
        {"exercises": (("clam", "1 set of 5"),)},
        {"exercises": (("single_bridge", ""),)},
        {"plan": Plan(("mon", "wed"), MONDAY)},
        {"plan": Plan(("mon", "wed", "fri"), MONDAY + datetime.timedelta(weeks=1))},
    ],
)
def test_another_plan_has_other_events(changed):
    before = planned("clam")
    assert set(ids(before)).isdisjoint(ids(replace(before, **changed)))
    assert ids(before) == ids(replace(before, name="Alex Example", note="Walk."))


def test_no_plan_no_calendar():
    with pytest.raises(ValueError, match="plan"):
        ics(planned("clam", plan=None), C)


@pytest.mark.parametrize("id_", [e for e in C.exercises if C.pictures_of(e)])
def test_the_picture_of_an_exercise_fits_its_room_and_is_as_large_as_it_can_be(id_):
    picture = picture_of(id_, C)
    width, height = art.size(picture)
    for wide, tall in (*PICTURES, (96.0, 21.0)):
        found = steps_tall(picture, wide, tall)
        scale, below = fitted(picture, wide, tall)
        assert 0 < found <= tall + 1e-6
        assert (1 if below else 2) * width * scale + (0 if below else GAP) <= wide + 1e-6
        assert scale == pytest.approx(MOST) or found > tall - 0.1 or (2 - below) * width * scale > wide - GAP - 0.1
        assert height * scale >= 5


def test_an_exercise_stands_with_its_picture_where_there_is_room():
    page = planned("clam", plan=None, structures=("sartorius",))
    with_pictures, without = pdf(page, C), pdf(replace(page, exercises=()), C)
    assert len(with_pictures) > len(without) + 8_000
    assert b"/Subtype /Image" not in with_pictures  # vector art
