"""A tour in a link: it comes back as it was, and what strangers send is refused in a sentence."""

import base64
import hashlib
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from components.shared import along, menu
from data import tour_link, tour_shelf
from data.catalog import catalog
from data.tour import LONGEST_AT, LONGEST_LINE, LONGEST_NAME, MOST_STOPS, PAGES, Stop, Tour, address, clean
from data.tour_link import LONGEST, WORDS, TourTooLongError, UnreadableTourError, found, pack, unpack

C = catalog()
NAMES = st.text(max_size=LONGEST_NAME).map(clean).filter(bool)
PARAMS = st.dictionaries(
    st.sampled_from(["structure", "view", "q", "chain", "x"]), st.text(max_size=8).map(clean), max_size=3
)
STOPS = st.builds(
    Stop,
    at=st.builds(address, st.sampled_from(PAGES), PARAMS),
    line=st.text(max_size=LONGEST_LINE),
    ink=st.text("abcXYZ019-_", max_size=40),
)
TOURS = st.builds(Tour, name=NAMES, stops=st.lists(STOPS, max_size=8).map(tuple))


def packed(value):
    press = zlib.compressobj(9, zdict=WORDS)
    body = press.compress(value if isinstance(value, bytes) else json.dumps(value).encode()) + press.flush()
    return "1" + base64.urlsafe_b64encode(body).decode().rstrip("=")


@pytest.mark.long
@given(tour=TOURS)
@settings(max_examples=300, deadline=None)
def test_a_tour_comes_back_whole_and_a_browser_keeps_it_so(tour):
    try:
        link = pack(tour)
    except TourTooLongError:
        return
    assert len(link) <= LONGEST
    assert unpack(link) == tour
    assert tour_shelf.read(tour_shelf.write({"t1": tour})) == ({"t1": tour}, 0)


def test_the_words_of_the_first_form_stay_as_they_are():
    """Every link that was sent is unpacked with them. Another form gets another version."""
    assert hashlib.sha256(WORDS).hexdigest()[:16] == "141b70f8a9a4ddba"
    sent = "1ePmVoM4ui1YKKc8HCqKKFgNDNr8IaBdQp1IsSAskpIBcR4XkzKLknFR7pdjYWACLcxRe"
    assert unpack(sent) == Tour(
        name="Two", stops=(Stop(at="/?structure=sartorius"), Stop(at="/chains", line="A circle?"))
    )


@given(text=st.one_of(st.text(max_size=80), st.text("1abcDEF09-_", max_size=200).map(lambda t: f"1{t}")))
@settings(max_examples=400, deadline=None)
def test_whatever_is_sent_is_a_tour_or_a_sentence(text):
    try:
        said = unpack(text).name
    except UnreadableTourError as error:
        said = str(error)
    assert said
    assert len(text) < 4 or text not in said


DEEP = "[" * 50_000
GOOD = ["/?structure=sartorius", "A line"]
HOSTILE = {
    "nothing": "",
    "too long": "1" + "A" * LONGEST,
    "another version": "2" + packed(["n", [GOOD]])[1:],
    "a bomb": packed(b"[" + b" " * 40_000_000 + b"]"),
    "deep": packed(DEEP.encode()),
    "cut off": packed(["n", [GOOD] * 9])[:-9],
    "more behind it": packed(["n", [GOOD]]) + "AAAA",
    "no list": packed({"name": "n"}),
    "no name": packed(["", [GOOD]]),
    "a name of another kind": packed([7, [GOOD]]),
    "too many stops": packed(["n", [GOOD] * (MOST_STOPS + 1)]),
    "a stop that is a word": packed(["n", ["ab"]]),
    "a long line": packed(["n", [["/", "x" * (LONGEST_LINE + 1)]]]),
    "a long address": packed(["n", [["/?q=" + "x" * LONGEST_AT, ""]]]),
    "ink with letters of others": packed(["n", [["/", "", "é"]]]),
    "numbers": packed(["n", [[1, 2]]]),
    "null": packed(None),
}
ELSEWHERE = [
    "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a/b", "/../x", "chains", "",
    "/chains#x", "/chains?x=\n", "/?x=<script>", "/Chains", "/chains?x=%ff",
]  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_hostile_is_refused_in_words(kind):
    with pytest.raises(UnreadableTourError) as error:
        unpack(HOSTILE[kind])
    assert str(error.value) in {tour_link.NONE, tour_link.OTHER, tour_link.TOO_LONG, tour_link.CUT, tour_link.OUTSIDE}


@pytest.mark.parametrize("at", ELSEWHERE)
def test_a_stop_leads_nowhere_but_to_us(at):
    with pytest.raises(ValidationError):
        Stop(at=at)
    with pytest.raises(UnreadableTourError):
        unpack(packed(["n", [[at, ""]]]))


def test_what_says_how_a_screen_is_shown_is_no_part_of_a_stop():
    stop = Stop(at="/rolling?view=axial_knee&side=back&presenter=1&tour=x&stop=3")
    assert (stop.page, stop.params) == ("rolling", {"view": "axial_knee", "side": "back"})
    assert stop.link(tour="t", stop="2") == "./rolling?view=axial_knee&side=back&tour=t&stop=2"
    assert Stop(at="/explore").at == Stop(at="/").at == "/"


def test_a_line_is_one_line_of_letters():
    assert Stop(at="/", line=" a\n\tb\x00\ud800 ").line == "a b"
    with pytest.raises(ValidationError):
        Tour(name=" \n ")


def test_a_tour_too_long_for_a_link_says_so():
    stops = [Stop(at="/", ink="".join(hashlib.sha512(bytes([n, k])).hexdigest() for k in range(4))) for n in range(30)]
    with pytest.raises(TourTooLongError, match="Shorten"):
        pack(Tour(name="n", stops=tuple(stops)))


def test_a_name_opens_ours_and_no_other():
    assert found("one_minute", C.tours) is C.tours["one_minute"]
    for code, words in (("no_such_tour", tour_link.UNKNOWN), (pack(Tour(name="n")), tour_link.EMPTY)):
        with pytest.raises(UnreadableTourError, match=words.rstrip(".")):
            found(code, C.tours)


@pytest.mark.parametrize("kept", ["", "{}", "[]", "7", DEEP, '{"version":2,"tours":[]}', '{"version":1,"tours":7}'])
def test_what_a_browser_kept_may_be_damaged(kept):
    assert tour_shelf.read(kept) == ({}, 1)


def test_one_damaged_tour_loses_no_other():
    good = pack(Tour(name="Good"))
    text = json.dumps({"version": 1, "tours": [["t1", good], ["t2", "1x"], ["<b>", good], 7, ["t3", 7]]})
    tours, lost = tour_shelf.read(text)
    assert (list(tours), lost) == (["t1"], 4)
    many = json.dumps({"version": 1, "tours": [[f"t{n}", good] for n in range(50)]})
    assert [len(tour_shelf.read(many)[0]), tour_shelf.read(many)[1]] == [tour_shelf.MOST, 30]


def test_the_pages_are_those_of_the_menu():
    assert set(PAGES) == {menu.stem(entry) for entry in (*menu.PAGES, *menu.ASIDE)}
    assert PAGES[0] == menu.stem(menu.START)
    assert along.LONGEST >= LONGEST
