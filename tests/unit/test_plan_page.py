"""The plan's page as it is laid out: little is measured, boxes stand apart, advice helps."""

from dataclasses import replace
from itertools import pairwise

import pytest
from fpdf import FPDF

from components.handout.letters import close
from components.handout.page import Page
from components.handout.pdf import pdf
from components.handout.plan_page import PICTURES, SIZES, PlanPage, boxes
from components.handout.sheet import DoesNotFitError
from data.catalog import catalog
from data.handout import MOST_EXERCISES
from data.plan_words import plan_lines
from tests.unit.test_plan import planned

C = catalog()


def linear(found):
    """The largest pictures and type that fit, tried one after the other."""
    for rows in (found.rows, found.brief):
        for room in PICTURES:
            for size in SIZES:
                if found.fits(rows, size, room):
                    return rows, size, room
    return None


@pytest.fixture
def second():
    """The second page of a plan, before anything is drawn."""
    opened = []

    def made(page):
        opened.append(Page(page, C).pdf)
        return PlanPage(opened[-1], page, C)

    yield made
    for document in opened:
        close(document)


@pytest.mark.long
@pytest.mark.parametrize("count", range(1, MOST_EXERCISES + 1))
def test_halving_finds_what_trying_all_would(count, second):
    words = {e: sum(len(line.text) for line in plan_lines(0, planned(e), C)) for e in C.exercises}
    for chosen in (sorted(words, key=words.__getitem__)[-count:], [*C.exercises][:count]):
        found = second(planned(*chosen))
        assert found.largest() == linear(found)


def test_no_paragraph_is_measured_twice_and_few_layouts_are_tried(monkeypatch, second):
    measured, measure = [], FPDF.multi_cell
    tried, fits = [], PlanPage.fits
    monkeypatch.setattr(FPDF, "multi_cell", lambda self, *a, **k: (measured.append((a, k)), measure(self, *a, **k))[1])
    monkeypatch.setattr(PlanPage, "fits", lambda self, *a: (tried.append(a), fits(self, *a))[1])
    found = second(planned(*[*C.exercises][:MOST_EXERCISES]))
    found.largest()
    assert 0 < len(tried) <= 12, "60 layouts are tried one after the other"
    del measured[:]
    found.largest()
    assert measured == []


@pytest.mark.parametrize("count", range(1, MOST_EXERCISES + 1))
@pytest.mark.parametrize("wide", [19.3, 20.1, 40.0])
def test_the_boxes_of_a_day_stand_apart_within_it(count, wide):
    found = boxes(count, wide)
    assert len(found) == count
    assert found[0][0] >= 0
    assert found[-1][0] + found[-1][1] <= wide
    assert all(x + side < after - 0.3 for (x, side), (after, _) in pairwise(found))
    assert all(side >= 3 for _, side in found), "too small to tick"


def test_a_plan_that_does_not_fit_is_not_told_to_leave_out_exercises():
    much = {"note": "Rest. " * 660, "structures": ("gluteus_medius", "gluteus_maximus", "sartorius")}
    with pytest.raises(DoesNotFitError, match="shorten the note") as told:
        pdf(planned("clam", "single_bridge", **much), C)
    assert "fewer exercises" not in str(told.value)
    with pytest.raises(DoesNotFitError, match="fewer exercises"):
        pdf(planned("clam", "single_bridge", plan=None, **much), C)


def test_the_foot_says_that_nobody_reviewed_the_poses_until_somebody_has():
    page = planned("clam")
    pictures = {i: p.model_copy(update={"reviewed": "2027-01-01"}) for i, p in C.pictures.items()}
    for content, told in ((C, True), (replace(C, pictures=pictures), False)):
        document = Page(page, content).pdf
        foot = PlanPage(document, page, content).foot
        close(document)
        assert ("no physiotherapist has reviewed" in foot) is told
        assert foot.startswith("For learning, not a diagnosis. References: on the first page.")
