"""What a presenter may show: our own pages; whatever else is sent as an address gets nowhere."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.follow.screens import LONGEST, PATHS, STAYS, shown
from tests.unit.test_hostile import ATTACKS, KEYS


@pytest.mark.parametrize("page", sorted(PATHS))
def test_every_page_of_ours_may_be_shown(page):
    assert shown(f"{page}?structure=sartorius&view=anterior") == f"{page}?structure=sartorius&view=anterior"
    assert shown(page) == f"{page}?"


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/", "https://evil.example/", "javascript:alert(1)", "\\\\evil.example", "/chains", "../chains",
        "chains/../x", "follow?room=BCDF", "chains#x", "chains?a=b#lead=x", "healthz", "_stcore/health", "x" * 9000,
        "?" + "a=1&" * 500, "?a=\x00", "?a=%00", "?a=%0d%0aSet-Cookie", "?a=%E2%80%AE", "?<b>=1", "?__proto__=1",
        None, 5, [], {}, True,
    ],
)  # fmt: skip
def test_nothing_else_may(address):
    assert shown(address) is None


def test_what_is_the_presenters_own_stays_with_the_presenter():
    assert shown("lab?tilt=5&presenter=1&follow=BCDF&room=BCDF&lead=secret&side=left") == "lab?tilt=5&side=left"


def test_a_whole_tour_may_be_shown():
    tour = "t" * 6000
    assert shown(f"?tour={tour}&stop=2") == f"?tour={tour}&stop=2"


@given(
    page=st.sampled_from([*PATHS, *ATTACKS]),
    params=st.lists(st.tuples(st.sampled_from([*KEYS, *STAYS, *ATTACKS]), st.sampled_from(ATTACKS) | st.text())),
)
@settings(max_examples=500, deadline=None)
def test_whatever_is_sent_what_comes_out_is_bounded_and_below_our_own_address(page, params):
    found = shown(f"{page}?" + "&".join(f"{k}={v}" for k, v in params))
    if found is None:
        return
    assert found.partition("?")[0] in PATHS
    assert len(found) <= LONGEST
    assert found.isascii()
    assert not any(c in found for c in "<>\"'\\ #\n")
    assert STAYS.isdisjoint(parse_qs(found.partition("?")[2], keep_blank_values=True))
    assert shown(found) == found


def test_half_a_letter_is_no_address():
    assert shown("chains?x=\ud800") is None
