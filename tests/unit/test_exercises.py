"""The Exercises screen without a screen: the address, the filters, what each card says and in which order."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from components.card.exercise import exercise, plans
from components.exercises import text
from components.exercises.picture import DOTS, EDGE, GAP, ROW, png, said, svg
from components.exercises.state import FILTERS, NOTHING, Shown, choices, listed, read, write
from components.figures import art
from components.figures.html import STEPS, UNREVIEWED, drawn, in_words
from components.first.pages import answered, asked
from components.shared.menu import DISCLAIMER
from data.catalog import catalog
from data.exercise import STOP
from data.working import before, equipment, places, positions, told_in, worked, working

C = catalog()
EVERY = [*C.exercises]
EXERCISES = pytest.mark.parametrize("id_", EVERY)


def test_all_are_listed_by_stage_where_nothing_is_asked():
    found = listed(Shown(), C)
    assert sorted(e.id for e in found) == sorted(EVERY)
    assert [e.stage for e in found] == sorted(e.stage for e in found)


@EXERCISES
def test_an_exercise_has_an_address_that_opens_it_with_the_filters_kept(id_):
    shown = Shown(exercise=id_, stage=str(C.exercises[id_].stage))
    assert read(write(shown), C) == (shown, [])
    assert f"stage={shown.stage}" in text.back(shown)
    assert "exercise=" not in text.back(shown)


@pytest.mark.parametrize("key", ["exercise", "stage", *FILTERS])
def test_what_is_not_known_falls_away_with_a_note_that_does_not_repeat_it(key):
    shown, notes = read({key: "<b>x</b>"}, C)
    assert shown == Shown()
    assert len(notes) == 1
    assert "<b>" not in notes[0]


@pytest.mark.parametrize("key", ["stage", *FILTERS])
def test_a_filter_offers_only_what_finds_something_and_finds_what_it_says(key):
    says = {
        "stage": lambda e, v: str(e.stage) == v,
        "tissue": lambda e, v: v in worked(e, C),
        "place": lambda e, v: v in {p.id for p in places(e.id, C)},
        "equipment": lambda e, v: equipment(e.id, C) == () if v == NOTHING else v in (equipment(e.id, C) or ()),
        "position": lambda e, v: v in positions(e.id, C),
    }[key]
    offered = choices(C)[key]
    assert offered
    for value in offered:
        found = {e.id for e in listed(Shown(**{key: value}), C)}
        assert found == {e.id for e in C.exercises.values() if says(e, value)} != set(), value


def test_filters_that_leave_nothing_say_so():
    assert text.NOTHING in text.cards([], Shown(), C)


@EXERCISES
def test_what_comes_before_is_what_leads_there(id_):
    for earlier in before(id_, C):
        assert earlier.next_step.exercise == id_
        assert earlier.name in text.whole(C.exercises[id_], C)
    led = {e.next_step.exercise for e in C.exercises.values()}
    assert (text.BEGIN in text.whole(C.exercises[id_], C)) == (id_ not in led)


@EXERCISES
def test_when_to_stop_stands_before_the_picture_and_before_how_it_is_done(id_):
    found = C.exercises[id_]
    page = answered(asked("exercises", {"exercise": id_}, C), C).main
    card = exercise(found, C)
    for shown in (page, card):
        assert shown.index(STOP) < shown.index(text.escape(found.how))
        assert "<figure" not in shown[: shown.index(STOP)]
    assert page.index('href="./stop_flags"') < page.index(text.escape(found.how))
    listed_ = plans([found], C)
    assert listed_.index(STOP) < listed_.index(text.escape(found.how))


@EXERCISES
def test_a_page_says_dose_care_figures_and_the_stories_that_name_it(id_):
    found = C.exercises[id_]
    said = text.whole(found, C)
    for words in (found.use, found.dose, found.caveat, found.effort.stop, *(m.value for m in found.measured)):
        assert text.escape(words)[1:] in said
    for condition in told_in(id_, C):
        assert f"./where?condition={condition.id}" in said
    for tissue in worked(found, C):
        assert f"./?structure={tissue}" in said
    assert f"./handout?exercises={id_}" in said


@pytest.mark.parametrize("structure", C.structures)
def test_a_tissue_leads_to_the_exercises_that_measured_it(structure):
    measured = {e.id for e in C.exercises.values() if structure in {m.structure for m in e.measured}}
    found = working(structure, C)
    assert {e.id for e, studies in found if studies} == measured
    page = answered(asked("explore", {"structure": structure}, C), C).main
    for exercise_, _ in found:
        assert f"./exercises?exercise={exercise_.id}" in page
    assert ("Exercises that work it" in page) == bool(found)


def test_in_the_self_check_a_way_to_an_exercise_opens_beside():
    chosen = [C.exercises["clam"]]
    assert 'target="_self"' in plans(chosen, C)
    assert 'target="_self"' not in plans(chosen, C, leave=False)


@pytest.mark.parametrize("place", choices(C)["place"])
def test_a_place_that_hurts_has_its_own_signs_above_its_exercises(place):
    page = answered(asked("exercises", {"place": place}, C), C).main
    assert page.index(f"./where?place={place}") < page.index("hc-exercise-card")


@pytest.mark.parametrize("picture", [p for i in C.exercises for p in drawn(i, C)], ids=lambda p: p.id)
def test_a_picture_is_one_svg_of_all_its_steps_that_says_what_it_shows(picture):
    root = ElementTree.fromstring(svg(picture))
    steps = [s for s in STEPS if s in art.steps(picture.id)]
    assert len(root.findall("{*}g")) == len(steps)
    assert root.findtext("{*}title") == in_words(picture)
    wide, tall = art.size(picture.id)
    assert root.get("viewBox") == f"0 0 {len(steps) * (wide + GAP) - GAP} {tall + ROW * len(said(picture)) + EDGE}"


@pytest.mark.parametrize("picture", [p for i in C.exercises for p in drawn(i, C)], ids=lambda p: p.id)
def test_a_picture_that_is_carried_away_says_what_it_is_not(picture):
    words = [DISCLAIMER, *([] if picture.reviewed else [UNREVIEWED])]
    root = ElementTree.fromstring(svg(picture))
    wide, tall = map(int, root.get("viewBox").split()[2:])
    rows = root.findall("{*}text")
    for word in words:
        assert word in root.findtext("{*}desc")
        assert any(word in row.text for row in rows)
    for row in rows:
        assert art.size(picture.id)[1] < float(row.get("y")) < tall
        assert float(row.get("x")) + 0.6 * float(row.get("font-size")) * len(row.text) <= wide, "cut off"


def test_once_reviewed_it_no_longer_says_that_it_is_not():
    picture = next(p for p in drawn("clam", C) if not p.reviewed)
    assert UNREVIEWED in svg(picture)
    assert UNREVIEWED not in svg(picture.model_copy(update={"reviewed": "2026-11-27"}))


def test_a_picture_is_a_png_of_the_same_shape():
    picture = drawn("clam", C)[0]
    with Image.open(BytesIO(png(picture))) as image:
        *_, wide, tall = ElementTree.fromstring(svg(picture)).get("viewBox").split()
        assert image.width / image.height == pytest.approx(int(wide) / int(tall), rel=0.01)
        assert image.convert("L").getextrema()[0] < 100, "nothing is drawn"
        assert image.getpixel((2, 2))[:3] == (255, 255, 255)
        assert DISCLAIMER in image.info["Description"]
        assert UNREVIEWED in image.info["Description"]
        foot = image.crop((0, round(art.size(picture.id)[1] * DOTS), image.width, image.height)).convert("L")
        assert foot.getextrema()[0] < 100, "nothing is written"
