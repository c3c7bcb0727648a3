"""In a page of another origin: the app answers in its frame, also where the browser refuses storage to frames."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import free_port, serving
from tests.e2e.pages import watched
from tests.e2e.reader import SPOT
from tests.e2e.waiting import TAKEN_OVER

REFUSED = """(() => {
  if (window === window.top) return;
  const refuse = () => { throw new DOMException('The request was denied.', 'SecurityError'); };
  for (const store of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, store, { get: refuse });
  }
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
})()"""
"""What a browser does in frames of other sites whose storage it refuses."""
PAGE = """<!doctype html><title>A course page</title><h1>Week 3</h1>
<iframe src="{src}" title="HipChain" style="width: 100%; height: 600px; border: 0" allow="clipboard-write"></iframe>"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing: each request is the test's own."""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A folder of course pages on another site than the app's, and the app that lets them show it."""
    folder = tmp_path_factory.mktemp("course")
    port = free_port()
    pages = ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=folder))
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    with serving(HIPCHAIN_FRAME_ANCESTORS=f"http://localhost:{port}") as (app, _):
        yield folder, f"http://localhost:{port}", app
    pages.shutdown()
    pages.server_close()


@pytest.fixture
def embedded(course, browser):
    """Open an address of the app in a course page: `embedded("?structure=x")` gives the frame."""
    folder, site, app = course
    wrong, contexts = [], []

    def opened(address, size=(1280, 800)):
        (folder / "page.html").write_text(PAGE.format(src=f"{app}/{address}"), encoding="utf-8")
        context = watched(browser, viewport={"width": size[0], "height": size[1]})
        contexts.append(context)
        context.add_init_script(REFUSED)
        page = context.new_page()
        page.on("pageerror", lambda e: wrong.append(str(e)))
        page.goto(f"{site}/page.html")
        return page.frames[1]

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def taken_over(frame):
    frame.wait_for_function(f"() => {TAKEN_OVER}")
    frame.wait_for_function("() => document.querySelector('.hc-plot')?._fullLayout")
    return frame


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
