"""The pages that are only read: opened cold at their own address, and accessible."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect


@pytest.mark.parametrize(("size", "dark"), [((1280, 800), False), ((390, 844), True)])
@pytest.mark.parametrize(
    ("path", "heading"), [("stop_flags", "When to stop and see someone"), ("accessibility", "Accessibility")]
)
def test_a_page_opens_at_its_address_and_axe_finds_nothing_serious(server, open_page, path, heading, size, dark):
    page = open_page(f"{server}/{path}", size, dark=dark)
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=20_000)
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []


def test_the_footer_leads_to_what_was_tested(server, open_page):
    page = open_page(f"{server}/stop_flags")
    page.get_by_role("link", name="Accessibility").click()
    expect(page.get_by_role("heading", name="Accessibility", level=1)).to_be_visible(timeout=20_000)
