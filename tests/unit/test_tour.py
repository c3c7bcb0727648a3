"""Tours played and changed, without a screen: the bar, what is left out, what can be taken back, and the paper."""

import datetime
import hashlib
import re
from html import escape

import pypdfium2
import pytest
from pydantic import ValidationError

from components.server.html import page_html
from components.shared.menu import CREDIT_LICENSED, DISCLAIMER
from components.tour.bar import bar_of
from components.tour.changed import FullError, Mine
from components.tour.paper import LONGEST_CODE, pdf
from components.tour.picture import shown
from components.tour.playing import playing
from components.tour.state import Open, read
from data.catalog import CONTENT, catalog, load
from data.outlines.side import side_of, sided
from data.source import ContentError
from data.tour import MOST_STOPS, OurTour, Stop, Tour
from data.tour_link import NONE, TourTooLongError, pack
from data.tour_shelf import MOST

C = catalog()


def text(document):
    """The words of each page."""
    with pypdfium2.PdfDocument(document) as found:
        return [page.get_textpage().get_text_range() for page in found]


GONE = Stop(at="/lectures?part=2", line="From an older version")
UNKNOWN = Stop(at="/?structure=no_such_muscle")
OLD = Tour(name="Old", stops=(Stop(at="/", line="One"), GONE, UNKNOWN, Stop(at="/chains", line="Four"), GONE))


def at(stop, tour=OLD):
    return {"tour": pack(tour), "stop": str(stop)}


def test_a_tour_is_played_where_an_address_names_tour_and_stop():
    assert playing({"tour": "one_minute"}, C) is None
    assert playing({"stop": "1"}, C) is None
    now = playing({"tour": "one_minute", "stop": "2"}, C)
    assert (now.stop.at, now.before, now.after) == ("/where?place=knee_outer", 0, 2)


@pytest.mark.parametrize(("stop", "number"), [("0", 0), ("99", 5), ("-1", 0), ("²", 0), ("1" * 400, 0), ("x", 0)])
def test_a_stop_that_there_is_not_is_the_nearest(stop, number):
    assert playing({"tour": "one_minute", "stop": stop}, C).number == number


def test_what_is_no_longer_there_is_left_out_and_said():
    first, fourth = playing(at(1), C), playing(at(4), C)
    assert (first.after, fourth.before, fourth.after) == (3, 0, None)
    assert "Stops 2 and 3 are no longer in HipChain and left out." in bar_of(at(1), C)
    assert "Stops 2, 3 and 5 are no longer" in bar_of(at(4), C)
    assert 'stop=4">Last stop' in bar_of(at(1), C)
    assert "no longer" not in bar_of({"tour": "one_minute", "stop": "2"}, C)


def test_the_bar_leads_on_back_and_out():
    bar = bar_of({"tour": "one_minute", "stop": "1"}, C)
    assert "<b>1 of 6</b> The one-minute answer" in bar
    assert 'href="./where?place=knee_outer&amp;tour=one_minute&amp;stop=2">Next' in bar
    assert "data-none>Back" in bar
    assert 'data-alone href="./stop_flags">Leave' in bar
    last = bar_of({"tour": "one_minute", "stop": "6"}, C)
    assert 'href="./tours?open=one_minute">End' in last


def test_a_strangers_line_is_text_and_a_strangers_tour_a_sentence():
    evil = Tour(name="<b>x</b>", stops=(Stop(at="/", line='"><img src=x onerror=alert(1)>'),))
    assert "<img" not in bar_of(at(1, evil), C)
    assert "<b>x" not in bar_of(at(1, evil), C)
    assert escape(NONE) in bar_of({"tour": "<script>", "stop": "1"}, C)
    assert "<script>" not in bar_of({"tour": "<script>", "stop": "1"}, C)


def test_the_first_answer_has_the_bar_where_it_is_asked_for():
    bar = bar_of({"tour": "one_minute", "stop": "1"}, C)
    page = page_html(("stop_flags", None, ()), bar)
    assert bar in page
    assert "hc-key-tour_bar" not in page_html(("stop_flags", None, ()))


def test_an_address_opens_a_tour_or_says_why_not():
    assert read({"open": "one_minute"}, C) == (Open(C.tours["one_minute"], "one_minute"), [])
    assert read({"open": "<b>"}, C) == (Open(), [NONE])
    assert read({"edit": "t1"}, C)[0].edit == "t1"
    assert read({"edit": "../x"}, C)[0].edit == ""


def test_stops_are_added_moved_and_said():
    mine = Mine().with_tour(Tour(name="T", stops=(Stop(at="/"),)))
    key = mine.current
    mine = mine.added(key, Stop(at="/chains")).added(key, Stop(at="/lab"))

    def order(now):
        return [stop.page for stop in now.tours[key].stops]

    assert order(mine.moved(key, 2, -1)) == ["explore", "lab", "chains"]
    assert mine.moved(key, 0, -1) is mine
    assert mine.moved(key, 2, 1) is mine
    assert mine.said(key, 1, "x" * 999).tours[key].stops[1].line == "x" * 200
    assert mine.renamed(key, " \n").tours[key].name == "T"
    assert mine.renamed(key, "y" * 99).tours[key].name == "y" * 60
    less = mine.without_stop(key, 1)
    assert order(less) == ["explore", "lab"]
    assert order(less.undone()) == ["explore", "chains", "lab"]
    assert mine.without_tour(key).undone().tours == mine.tours


def test_there_is_an_end_to_what_is_kept():
    mine = Mine().with_tour(Tour(name="T", stops=(Stop(at="/"),) * MOST_STOPS))
    with pytest.raises(FullError, match="30 stops"):
        mine.added("t1", Stop(at="/"))
    for _ in range(MOST - 1):
        mine = mine.with_tour(Tour(name=mine.free_name()))
    assert len({tour.name for tour in mine.tours.values()}) == MOST
    with pytest.raises(FullError, match="20 tours"):
        mine.with_tour(Tour(name="One more"))
    stops = [Stop(at="/", ink="".join(hashlib.sha512(bytes([n, k])).hexdigest() for k in range(4))) for n in range(30)]
    with pytest.raises(TourTooLongError):
        Mine().with_tour(Tour(name="Ink", stops=tuple(stops)))


@pytest.fixture(scope="module")
def paper():
    day = datetime.date(2026, 11, 27)
    return pdf(C.tours["why_not_the_band"], "https://h.example/tours?open=why_not_the_band", day, C)


def test_on_paper_every_stop_has_its_line_and_every_page_its_foot(paper):
    pages = [re.sub(r"\s+", " ", page) for page in text(paper)]
    whole = " ".join(pages)
    for number, stop in enumerate(C.tours["why_not_the_band"].stops, 1):
        assert f"{number}. " in whole
        assert stop.line in whole
    for page in pages:
        for words in (DISCLAIMER, CREDIT_LICENSED, "Call for help now", "When to stop and see someone"):
            assert words in page
    assert "https://h.example/tours?open=why_not_the_band" in pages[0]


@pytest.mark.parametrize(
    "at",
    [
        "/?structure=sartorius&view=anterior",
        "/chains?chain=weak_glute_med&step=drop",
        "/rolling?view=axial_knee&structure=iliotibial_band",
        "/where?place=knee_outer",
    ],
)
def test_on_paper_a_stop_shows_the_side_that_its_screen_shows(at):
    right, left = shown(Stop(at=at), C), shown(Stop(at=f"{at}&side=left"), C)
    assert (side_of(right.view), side_of(left.view)) == ("right", "left")
    assert left == right._replace(view=sided(right.view, "left"))


def test_on_paper_a_long_link_and_an_old_stop_are_said_in_words():
    found = " ".join(text(pdf(OLD, "https://h.example/" + "x" * LONGEST_CODE, datetime.date(2026, 1, 1), C)))
    assert "too long for a code" in found
    assert "No longer in HipChain" in found


BROKEN = {
    "- {at: /nowhere, line: A.}": "names a page that there is not",
    "- {at: 'https://x.example', line: A.}": "is no address of this app",
    "- {at: '/?structure=nothing', line: A.}": "'nothing' is not in structures",
    "- {at: '/evidence?claim=C9', line: A.}": "'C9' is not in claims",
    f"- {{at: /, line: {'x' * 201}}}": "at most 200 characters",
}


@pytest.mark.parametrize("stop", BROKEN)
def test_an_error_in_a_tour_is_named_by_file_line_and_field(stop, tmp_path):
    for path in CONTENT.iterdir():
        (tmp_path / path.name).symlink_to(path)
    tours = tmp_path / "tours.yaml"
    tours.unlink()
    two = "    - {at: /, line: A.}\n" * 2
    tours.write_text(f"- id: t\n  name: T\n  about: A.\n  minutes: 1\n  stops:\n{two}    {stop}\n", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load(tmp_path)
    assert len(error.value.problems) == 1
    assert re.match(r".*tours\.yaml:\d+:0(\.stops.*)?: ", str(error.value.problems[0]))
    assert BROKEN[stop] in str(error.value.problems[0])


def test_a_tour_of_ours_has_stops_and_nothing_drawn():
    with pytest.raises(ValidationError, match="three or more"):
        OurTour(id="t", name="T", about="A", minutes=1, stops=())
    with pytest.raises(ValidationError, match="nothing drawn"):
        OurTour(id="t", name="T", about="A", minutes=1, stops=[Stop(at="/", line="x", ink="y")] * 3)
