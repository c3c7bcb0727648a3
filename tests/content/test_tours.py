"""The tours that come with the app, one case each: no dead address, danger first, lines that can be read aloud."""

import pytest

from components.first.pages import asked
from components.tour.picture import shown
from components.tour.playing import there
from components.tour.title import GONE, title
from data.catalog import catalog
from data.tour import Stop, Tour
from data.tour_link import pack
from tests.every import every

C = catalog()
DANGER = ("stop_flags", "where")
"""Pages on which what needs a person comes first."""


def no_stop_is_dead(tour):
    for stop in tour.stops:
        assert asked(stop.page, stop.params, C)[2] == (), stop.at
        assert there(stop)
        assert title(stop) not in ("", GONE)


def every_stop_is_written_as_it_is_kept(tour):
    for stop in tour.stops:
        assert Stop(at=stop.at) == stop.model_copy(update={"line": ""})


def no_two_stops_are_the_same(tour):
    assert len({stop.at for stop in tour.stops}) == len(tour.stops)


def it_is_short(tour):
    assert 5 <= len(tour.stops) <= 9
    for stop in tour.stops:
        assert stop.line.count(". ") <= 1 or len(stop.line) <= 150
        assert stop.line[-1] in ".?!"


def its_time_is_enough_to_read_it_aloud(tour):
    """A hundred and fifty words a minute, and five seconds a stop to look."""
    words = sum(len(stop.line.split()) for stop in tour.stops)
    assert words / 150 + len(tour.stops) * 5 / 60 <= tour.minutes + 0.3


def where_pain_is_meant_danger_comes_first(tour):
    said = " ".join([tour.about, *(stop.line for stop in tour.stops)]).lower()
    if "pain" in said or "hurt" in said or "sore" in said:
        assert tour.stops[0].page in DANGER


def it_names_no_cause(tour):
    said = " ".join(stop.line.lower() for stop in tour.stops)
    for word in ("caused by", "causes ", "diagnos", "you have ", "will heal", "cures"):
        assert word not in said


def it_fits_a_link(tour):
    assert len(pack(Tour(name=tour.name, stops=tour.stops))) < 1200


def most_stops_have_a_picture(tour):
    assert sum(shown(stop, C) is not None for stop in tour.stops) >= len(tour.stops) // 2


CHECKS = (
    no_stop_is_dead,
    every_stop_is_written_as_it_is_kept,
    no_two_stops_are_the_same,
    it_is_short,
    its_time_is_enough_to_read_it_aloud,
    where_pain_is_meant_danger_comes_first,
    it_names_no_cause,
    it_fits_a_link,
    most_stops_have_a_picture,
)


@pytest.mark.parametrize("tour", C.tours.values(), ids=lambda tour: tour.id)
def test_a_tour_can_be_played(tour):
    every(CHECKS, tour)


def test_each_chain_is_told_and_each_question_answered():
    told = [{stop.params.get("chain") for stop in tour.stops} - {None} for tour in C.tours.values()]
    assert {chain for chains in told for chain in chains} == set(C.chains)
    assert all(len(chains) <= 1 for chains in told)
    assert {"one_minute", "why_not_the_band", "first_lesson"} <= set(C.tours)
    assert len(C.tours) == 6
