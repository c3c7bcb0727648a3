"""What goes along from screen to screen, and what of a stranger's link does not."""

import pytest

from components.server import before
from components.shared.along import GOES_ALONG, LONGEST, along, kept

ALL = {"presenter": "1", "side": "left", "tour": "why_not_the_band", "stop": "3", "follow": "BCDF"}


def test_each_of_them_goes_along_and_nothing_else():
    assert along({**ALL, "structure": "sartorius"}) == ALL
    assert set(ALL) == set(GOES_ALONG)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("presenter", "yes"),
        ("side", "outer"),
        ("tour", ""),
        ("tour", "x" * (LONGEST + 1)),
        ("stop", "-1"),
        ("stop", "²"),
        ("follow", "bcdf"),
        ("follow", "BCDFG"),
        ("follow", "<b>!"),
    ],
)
def test_what_it_cannot_be_stays_behind(name, value):
    assert along({name: value}) == {}


def test_a_menu_keeps_what_held_and_an_address_may_end_it():
    assert kept({}, ALL, elsewhere=True) == ALL
    assert kept({"stop": "4"}, ALL, elsewhere=True) == ALL | {"stop": "4"}
    assert kept({}, ALL, elsewhere=False) == {}


def test_the_browser_knows_the_same_names():
    found = before.script()
    assert before.NAMES not in found
    assert all(f"'{name}'" in found for name in GOES_ALONG)
