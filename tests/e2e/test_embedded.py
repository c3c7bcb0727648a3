"""In a page of another origin: the app answers in its frame, also where the browser refuses storage to frames.

A host that the server names drives it and hears from it; one that it only lets show it hears nothing.
"""

import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.e2e.course import FRAMED, LISTENS, PAGE, REFUSED, SHOWN, Quiet, drives, heard, says, settled_at, taken_over
from tests.e2e.pages import watched
from tests.e2e.reader import SPOT
from tests.e2e.servers import free_port, serving
from tests.e2e.waiting import TAKEN_OVER


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A folder of course pages on another site than the app's, and the app that lets them show it."""
    folder = tmp_path_factory.mktemp("course")
    port = free_port()
    pages = ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=folder))
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    named = f"http://localhost:{port} http://{SHOWN}:*"
    with serving(HIPCHAIN_FRAME_ANCESTORS=named) as (app, _):
        yield folder, f"http://localhost:{port}", app
    pages.shutdown()
    pages.server_close()


@pytest.fixture
def embedded(course, browser):
    """Open an address of the app in a course page: `embedded("?structure=x")` gives the frame."""
    folder, site, app = course
    wrong, contexts = [], []

    def opened(address, size=(1280, 800), *, page=PAGE, grows=False, touch=False, host="localhost"):
        html = page.format(src=f"{app}/{address}") + LISTENS.replace("GROWS", str(grows).lower())
        (folder / "page.html").write_text(html, encoding="utf-8")
        context = watched(browser, viewport={"width": size[0], "height": size[1]}, has_touch=touch)
        contexts.append(context)
        context.add_init_script(REFUSED)
        page = context.new_page()
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.goto(f"{site.replace('localhost', host)}/page.html")
        return page.frames[1]

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("size", [(1280, 800), (700, 800)], ids=str)
def test_the_first_answer_the_app_and_a_tap_come_in_the_frame(embedded, size):
    frame = embedded("?structure=iliotibial_band&view=lateral&layer=surface", size)
    expect(frame.locator("h1, h2", has_text="Iliotibial band").first).to_be_visible()
    taken_over(frame)
    x, y = frame.evaluate(SPOT, [-75, -20])
    box = frame.frame_element().bounding_box()
    frame.page.mouse.click(box["x"] + x, box["y"] + y)
    expect(frame.locator(".st-key-structure_card h2").first).to_have_text("Gluteus maximus")
    frame.wait_for_function("() => location.search.includes('gluteus_maximus')")


def test_a_link_opens_in_the_frame_and_the_quiz_says_that_it_keeps_nothing(embedded):
    frame = embedded("stop_flags")
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    frame.goto(frame.url.replace("stop_flags", "quiz"))
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    expect(frame.get_by_text("This browser does not keep anything")).to_be_visible()
    frame.get_by_role("button", name="Start").click()
    expect(frame.get_by_text("Question 1 of 10")).to_be_visible()


def test_a_page_that_is_not_named_shows_nothing_of_the_app(course, browser):
    folder, site, app = course
    (folder / "page.html").write_text(PAGE.format(src=app), encoding="utf-8")
    page = watched(browser).new_page()
    refused = []
    page.on("console", lambda m: refused.append(m.text) if "frame-ancestors" in m.text else None)
    page.goto(f"{site.replace('localhost', '127.0.0.1')}/page.html")
    page.wait_for_load_state("networkidle")
    assert refused
    page.context.close()


def test_a_host_drives_it_and_hears_what_is_chosen_and_how_high_it_is(embedded):
    frame = embedded("?embed=true&structure=iliotibial_band", (700, 900), page=FRAMED, grows=True)
    drives(frame, ("select", "sartorius"))  # before there is an app: it waits
    taken_over(frame)
    name = frame.locator("#root .st-key-structure_card h2").first
    expect(name).to_have_text("Sartorius")
    assert heard(frame, "ready")[0]["page"] == "explore"
    drives(frame, ("view", "anterior"), ("colour", "rolling"))
    says(frame, view="anterior", colour="rolling", structure="sartorius", embed="true")
    drives(frame, ("select", "gluteus_minimus"))  # which lies under others: the picture turns to where it is seen
    expect(name).to_have_text("Gluteus minimus")
    assert "layer=surface" not in frame.url
    drives(frame, ("select", "none"), ("layer", "bones"))
    says(frame, structure="none", layer="bones")
    drives(frame, ("view", "posterior"), ("layer", "deep"), ("select", "piriformis"))
    says(frame, structure="piriformis", view="posterior", layer="deep", colour="rolling")
    drives(frame, ("select", "<b>x</b>"), ("view", "constructor"), ("colour", None), ("eval", "1"))
    frame.page.evaluate("drive('view', 'lateral', { version: 2 })")
    frame.page.wait_for_function("heard.filter(m => m.type === 'error').length >= 5")
    reasons = [(e["of"], e["reason"]) for e in heard(frame, "error")]
    wrong = [(of, "value") for of in ("select", "view", "colour")]
    assert reasons == [*wrong, ("message", "type"), ("message", "version")]
    chosen = [(m["structure"], m["name"]) for m in heard(frame, "selected")]
    first, last = ("sartorius", "Sartorius"), ("piriformis", "Piriformis")
    assert chosen == [first, ("gluteus_minimus", "Gluteus minimus"), (None, None), last]
    settled_at(frame)
    assert frame.page.evaluate("other") == 0
    assert len(heard(frame, "height")) <= 12, "heights do not come to rest"
    hidden = (
        "(() => { const main = document.querySelector('.stMain'); return main.scrollHeight - main.clientHeight; })()"
    )
    assert frame.evaluate(hidden) <= 1, "what was asked for is not high enough"


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_a_frame_of_700_by_450_shows_picture_name_and_verdict_and_the_stop_signs(embedded, touch):
    frame = embedded(
        "?embed=true&structure=gluteus_medius&view=lateral&layer=deep", (700, 450), page=FRAMED, touch=touch
    )
    taken_over(frame)
    seen = frame.evaluate("""() => Object.fromEntries(Object.entries({
        picture: '.hc-plot', name: '.st-key-structure_card h2', verdict: '.hc-verdict .hc-word', bar: '.hc-embed-bar',
      }).map(([k, s]) => { const b = document.querySelector(`#root ${s}`).getBoundingClientRect();
        return [k, [b.left, b.top, b.right, b.bottom]]; }))""")
    bar = seen.pop("bar")
    assert bar[3] == 450
    for what, (left, top, right, bottom) in seen.items():
        assert (min(left, top) >= 0, right <= 700, bottom <= bar[1] + 1) == (True, True, True), what
    left, top, right, bottom = seen["picture"]
    assert right - left >= 330
    assert bottom - top >= 320
    assert frame.locator("header:visible, .st-key-footer, .st-key-presenter:visible").count() == 0
    x, y = frame.evaluate(SPOT, [-75, -20])
    if touch:
        frame.page.touchscreen.tap(x, y)
    else:
        frame.page.mouse.click(x, y)
    frame.page.wait_for_function("heard.some(m => m.type === 'selected')")
    stop = frame.get_by_role("link", name="When to stop and see someone")
    if touch:
        stop.tap()
    else:
        stop.focus()
        frame.page.keyboard.press("Enter")
    frame.wait_for_url("**/stop_flags?embed=true")
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    expect(frame.get_by_role("heading", name="When to stop and see someone", level=1)).to_be_visible()
    frame.get_by_role("link", name="Explore").click()
    frame.wait_for_url("**/?embed=true")
    whole = frame.locator("a[data-whole]").first
    whole.focus()
    assert "embed" not in whole.get_attribute("href")
    assert whole.get_attribute("target") == "_blank"


def test_an_answer_is_told_as_right_or_wrong_and_nothing_else(embedded):
    frame = embedded("quiz?set=gluteals&seed=7&count=5&modes=name&embed=true", (700, 450), page=FRAMED)
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    frame.get_by_role("button", name="Start").click()
    for number in (1, 2):
        expect(frame.get_by_text(f"Question {number} of")).to_be_visible()
        frame.locator(".st-key-quiz_choices button").first.click()
        frame.page.wait_for_function("n => heard.filter(m => m.type === 'answered').length === n", arg=number)
        right = frame.locator(".hc-verdict").get_by_text("Right", exact=True).count() > 0
        told = heard(frame, "answered")[-1]
        assert told.pop("question").startswith("name:")
        assert told == {"number": number, "right": right}
        frame.get_by_role("button", name="Next").click()
    drives(frame, ("select", "sartorius"))
    frame.page.wait_for_function("heard.some(m => m.type === 'error' && m.reason === 'page')")
    assert "structure" not in frame.url


def test_a_host_that_is_not_named_in_full_hears_nothing_and_drives_nothing(embedded):
    frame = embedded("?embed=true&structure=sartorius", (700, 450), page=FRAMED, host=SHOWN)
    drives(frame, ("select", "gluteus_medius"), ("view", "posterior"))
    taken_over(frame)
    x, y = frame.evaluate(SPOT, [-75, -20])
    frame.page.mouse.click(x, y)  # by then what was driven would have come
    frame.wait_for_function("() => location.search.includes('view=')")
    assert "gluteus_medius" not in frame.url
    assert "posterior" not in frame.url
    assert frame.page.evaluate("[heard.length, other]") == [0, 0]  # not even Streamlit's own words
