"""The pages that are only read: opened cold at their own address."""

import pytest
from playwright.sync_api import expect

from components.shared.menu import PAGES
from tests.e2e.waiting import settled


@pytest.mark.parametrize(
    ("path", "heading"), [("stop_flags", "When to stop and see someone"), ("accessibility", "Accessibility")]
)
def test_a_page_opens_at_its_address_with_its_title(server, open_page, path, heading):
    page = open_page(f"{server}/{path}", fresh=True)
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    expect(page).to_have_title(f"{'When to stop' if path == 'stop_flags' else heading} · HipChain")


def test_the_footer_leads_to_what_was_tested(server, open_page):
    page = open_page(f"{server}/stop_flags")
    page.get_by_role("link", name="Accessibility").click()
    expect(page.get_by_role("heading", name="Accessibility", level=1)).to_be_visible()


@pytest.mark.parametrize("width", [820, 1024, 1280])
def test_every_page_stands_in_the_menu(server, open_page, width):
    page = settled(open_page(f"{server}/accessibility", (width, 800)))
    links = page.locator("[data-testid=stTopNavLink]")
    tops = links.evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(box => [box.top, box.right])")
    assert len(tops) == len(PAGES)
    assert len({top for top, _ in tops}) == 1, "some stand behind 'more'"
    assert max(right for _, right in tops) <= width
