"""Tours in the browser: built on two screens, put in order by keys, played, printed, sent, and opened by a stranger."""

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from data.catalog import catalog
from data.tour import Stop, Tour
from data.tour_link import pack
from data.tour_shelf import read
from tests.e2e.reader import params, press, said_in_address
from tests.e2e.test_first import answered, fresh
from tests.e2e.waiting import load, met, reload, settled, taken_over

C = catalog()
WHERE = ".hc-tour-where"
ADD = "Add to a tour"
KEEP = "Keep what is drawn on the picture"


def bar(page):
    return page.locator("#root .hc-tour")


def at_stop(page, number, of):
    """Wait until a stop of the tour is shown; returns the page at rest."""
    expect(bar(page).locator(WHERE)).to_contain_text(f"{number} of {of}")
    return settled(page)


def add(page, line, number, *, drawn=False):
    """Add what the page shows to the tour, all by keys; where something is `drawn`, when the app knows of it."""
    button = page.get_by_role("button", name=ADD)
    button.focus()
    page.keyboard.press("Enter")
    settled(page)  # what the browser keeps has come; until then a field may be there twice
    if drawn:
        expect(page.get_by_role("dialog").get_by_text(KEEP)).to_be_visible()
    field = page.get_by_role("dialog").get_by_label("Line for this stop")
    field.click()
    field.fill(line)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"as stop {number}.")).to_be_visible()
    settled(page)


def lines(page, count):
    return [page.get_by_label(f"Line of stop {n}").input_value() for n in range(1, count + 1)]


def test_a_tour_is_built_put_in_order_played_printed_and_opened_elsewhere(server, browser):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        settled(load(page, f"{server}/?structure=sartorius&view=anterior"))
        add(page, "The tailor's muscle", 1)
        assert params(page)["structure"] == "sartorius"
        settled(load(page, f"{server}/stop_flags"))  # another visit: the browser has kept it
        add(page, "When to stop", 2)
        press(page.get_by_role("link", name="Tours", exact=True))
        press(page.get_by_role("button", name="My tour · 2 stops"))
        expect(page.get_by_label("Line of stop 2")).to_be_visible()
        settled(page)

        up = page.get_by_role("button", name="Up").nth(1)
        up.focus()
        page.keyboard.press("Enter")
        settled(page)  # while the rows change places, both are there twice
        expect(page.get_by_label("Line of stop 1")).to_have_value("When to stop")
        assert page.evaluate("document.activeElement.textContent").endswith("Down")  # it goes along with its row
        name = page.get_by_label("Name")
        name.fill("Stop first")
        page.keyboard.press("Enter")
        settled(page)
        link = page.locator(".stCode code").inner_text()
        with page.expect_download() as found:
            press(page.get_by_role("button", name="Print"))
        with pypdfium2.PdfDocument(found.value.path()) as paper:
            words = paper[0].get_textpage().get_text_range()
        assert "Stop first" in words
        assert words.index("When to stop") < words.index("The tailor's muscle")
        settled(reload(page))
        assert lines(page, 2) == ["When to stop", "The tailor's muscle"]

    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:  # somebody else, who has only the link
        settled(load(page, re.sub(r"\s", "", link)))
        page.evaluate("window.__same = true")
        press(page.get_by_role("link", name="Play full screen"))
        at_stop(page, 1, 2)
        assert page.evaluate("document.fullscreenElement !== null")
        page.keyboard.press("PageDown")
        at_stop(page, 2, 2)
        expect(bar(page)).to_contain_text("The tailor's muscle")
        expect(page.locator("#hc-said")).to_contain_text("Stop 2 of 2. The tailor's muscle")
        assert page.evaluate("[window.__same, document.fullscreenElement !== null]") == [True, True]
        press(bar(page).get_by_role("link", name="Leave"))
        expect(bar(page)).to_have_count(0)
        settled(page)
        assert params(page).keys() == {"structure", "view", "layer"} or "tour" not in params(page)


def test_keys_lead_on_but_never_out_of_what_takes_them(server, browser):
    with fresh(browser, viewport={"width": 1024, "height": 768}) as page:
        stop = C.tours["first_lesson"].stops[1].link(tour="first_lesson", stop="2")
        settled(load(page, f"{server}/{stop}"))
        at_stop(page, 2, 9)
        plot = page.locator("#root .hc-plot")
        plot.focus()
        page.keyboard.press("ArrowRight")  # the picture's own: it walks to a neighbour
        settled(page)
        at_stop(page, 2, 9)
        box = page.get_by_placeholder("Ask").first
        box.click()
        for key in ("PageDown", "End", "ArrowRight"):
            page.keyboard.press(key)
        at_stop(page, 2, 9)
        plot.focus()
        page.keyboard.press("PageDown")  # a clicker's key works on the picture too
        at_stop(page, 3, 9)
        nxt = bar(page).get_by_role("link", name="Next")
        nxt.focus()
        page.keyboard.press("Enter")
        at_stop(page, 4, 9)
        expect(bar(page).get_by_role("link", name="Next")).to_be_focused()
        page.keyboard.press("Home")
        at_stop(page, 1, 9)
        page.keyboard.press("End")
        at_stop(page, 9, 9)
        page.keyboard.press("PageDown")  # after the last comes the tour's own page
        page.wait_for_url("**/tours?open=first_lesson")
        expect(bar(page)).to_have_count(0)
        settled(page)
        assert "tour" not in params(page)


@pytest.mark.parametrize(("size", "dark"), [((390, 844), True), ((820, 1180), False)])
def test_a_tour_is_played_by_touch_and_its_line_is_in_the_first_answer(server, browser, size, dark):
    look = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": "dark" if dark else "light"}
    with fresh(browser, has_touch=True, **look) as page:
        answered(page, f"{server}/chains?chain=weak_glute_med&step=drop&tour=weak_glute_med_story&stop=3")
        expect(page.locator("#hc-first .hc-tour-line, #root .hc-tour-line").first).to_contain_text("Link one, doubtful")
        settled(taken_over(page))
        assert page.evaluate("window.__shift") <= 0.02
        at_stop(page, 3, 8)
        for number in (4, 5):
            bar(page).get_by_role("link", name="Next").tap()
            at_stop(page, number, 8)
        bar(page).get_by_role("link", name="Back").tap()
        at_stop(page, 4, 8)
        said_in_address(page, step="busy", tour="weak_glute_med_story", stop="4")
        page.go_back()  # a tour is one entry in the history
        page.wait_for_url("about:blank")


def test_a_stop_that_is_gone_and_a_tour_that_cannot_be_read_are_said_in_words(server, browser):
    old = pack(Tour(name="Old", stops=tuple(Stop(at=at) for at in ("/stop_flags", "/gone", "/accessibility"))))
    with fresh(browser, viewport={"width": 820, "height": 1180}) as page:
        settled(load(page, f"{server}/stop_flags?tour={old}&stop=1"))
        expect(bar(page)).to_contain_text("Stop 2 is no longer in HipChain and left out.")
        page.keyboard.press("PageDown")
        at_stop(page, 3, 3)
        assert page.url.startswith(f"{server}/accessibility")
        settled(load(page, f"{server}/stop_flags?tour=1broken&stop=1"))
        expect(bar(page)).to_contain_text("damaged or cut off")
        press(bar(page).get_by_role("link", name="Leave"))
        expect(bar(page)).to_have_count(0)


def test_what_the_pen_has_drawn_is_kept_in_the_tour_and_on_its_drawing_alone(server, browser):
    strokes = ".hc-ink-over .hc-stroke"
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        settled(load(page, f"{server}/?structure=sartorius&view=anterior&layer=surface&presenter=1"))
        press(page.locator("[data-act=pen]"))
        press(page.locator("[data-act=ring]"))
        expect(page.locator(strokes)).to_have_count(1)
        picture = page.locator(".stApp .hc-diagram")
        drawn = picture.get_attribute("data-ink") or ""
        add(page, "Look here", 1, drawn=True)
        settled(load(page, f"{server}/tours"))
        press(page.get_by_role("button", name="My tour · 1 stop"))
        press(page.get_by_role("link", name="Play full screen"))
        at_stop(page, 1, 1)
        expect(page.locator(strokes)).to_have_count(1)
        assert (picture.get_attribute("data-ink") or "")[:14] == drawn[:14]  # tool, ink, width and where it begins
        assert "presenter" not in params(page)
        look = "e => [getComputedStyle(e).fill, getComputedStyle(e).stroke, e.getBoundingClientRect().width > 20]"
        fill, stroke, is_seen = page.locator(strokes).evaluate(look)
        assert (fill, is_seen) == ("none", True)
        assert stroke.startswith("rgb(")  # a line, whoever plays it
        press(page.get_by_role("radio", name="Back", exact=True))
        said_in_address(page, view="posterior")
        expect(page.locator(strokes)).to_have_count(0)


def test_a_stop_is_not_added_before_the_app_knows_what_is_drawn(server, browser):
    held, told = [], []

    def hear(socket):
        to = socket.connect_to_server()

        def said(message):
            of_ink = isinstance(message, bytes) and b'"found"' in message
            held.append((to, message)) if of_ink and not told else to.send(message)

        socket.on_message(said)

    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        page.route_web_socket("**/_stcore/stream", hear)
        settled(load(page, f"{server}/?structure=sartorius&view=anterior&presenter=1"))
        press(page.locator("[data-act=pen]"))
        press(page.locator("[data-act=ring]"))
        press(page.get_by_role("button", name=ADD))
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("Line for this stop")).to_be_visible()
        met(page, lambda: held, "the picture never said what is drawn")
        expect(dialog.get_by_role("button", name="Add", exact=True)).to_be_disabled()
        expect(dialog.get_by_text(KEEP)).to_have_count(0)
        told.append(True)
        for to, message in held:
            to.send(message)
        expect(dialog.get_by_text(KEEP)).to_be_visible()
        expect(dialog.get_by_role("button", name="Add", exact=True)).to_be_enabled()
        for to, message in held:  # the browser says it again where the question was drawn again before it was answered
            to.send(message)
        dialog.get_by_role("button", name="Add", exact=True).click()
        expect(page.get_by_text("as stop 1.")).to_be_visible()
        kept = page.wait_for_function("localStorage['hipchain.tours']").json_value()
        [tour] = read(kept)[0].values()
        drawn = page.locator(".stApp .hc-diagram").get_attribute("data-ink")
        assert drawn
        assert tour.stops[0].ink == drawn
