"""A browser that is set to dark and darkens every page by itself leaves ours alone: it is dark already and says so."""

from contextlib import contextmanager

import pytest

from tests.e2e.chromium import FLAGS, whole
from tests.e2e.pages import watched
from tests.e2e.reader import SPOT
from tests.e2e.waiting import load, settled


@contextmanager
def started(browser, *more):
    """A whole Chromium: the shell that the other journeys run in darkens nothing."""
    running = browser.browser_type.launch(executable_path=whole(), args=[*FLAGS, *more])
    yield running
    running.close()


@pytest.fixture(scope="module")
def usual(browser):
    """One as it comes."""
    with started(browser) as running:
        yield running


@pytest.fixture(scope="module")
def darkening(browser):
    """One that darkens what does not say that it can be dark."""
    with started(browser, "--enable-features=WebContentsForceDark") as running:
        yield running


def at_rest(take):
    """A picture that looks the same twice: under load letters have come a moment after the page was at rest."""
    last = take()
    for _ in range(50):
        if (now := take()) == last:
            return now
        last = now
    raise AssertionError("it never looks the same twice")


def scene(browser, address):
    """The names beside the drawing and the legend, as they are seen in the dark scheme."""
    page = load(watched(browser, color_scheme="dark").new_page(), address)
    settled(page)
    x, y = page.evaluate(SPOT, [-75, -20])
    names = {"x": x - 150, "y": y - 100, "width": 120, "height": 200}
    legend = page.locator(".hc-legend").first
    seen = [at_rest(lambda: page.screenshot(clip=names)), at_rest(legend.screenshot)]
    page.context.close()
    return seen


def test_names_and_legend_look_as_ever(server, usual, darkening):
    address = f"{server}/?structure=gluteus_maximus&colour=rolling"
    assert scene(darkening, address) == scene(usual, address)


def test_the_browser_would_darken_what_does_not_say_so(darkening):
    """Without this the test above could not fail."""
    page = watched(darkening, color_scheme="dark").new_page()
    seen = []
    for scheme in ("light", "only light"):
        page.set_content(f"<html style='color-scheme: {scheme}; background: #fff'><p>names</p></html>")
        seen.append(page.screenshot())
    page.context.close()
    assert seen[0] != seen[1]
