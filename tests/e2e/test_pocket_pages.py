"""The pages of the pocket edition, opened from a file: menu, Back, links, bad links, axe in light and dark, print."""

import pytest
from playwright.sync_api import expect

from components.pocket.links import ABOUT, MENU
from components.shared.menu import STOP_LABEL
from data.catalog import catalog
from tests.e2e.accessible import serious, small_targets
from tests.e2e.stick import DESK, PHONE, SMALL_DESK, TABLET, card

pytestmark = pytest.mark.xdist_group("pocket")
C = catalog()
FITS = "() => document.documentElement.scrollWidth <= innerWidth"


def test_every_page_is_in_the_menu_and_back_leads_back(opened):
    with opened(at="#structure=sartorius") as page:
        for entry in MENU[1:]:
            page.locator("header > nav").get_by_role("link", name=entry[1], exact=True).click()
            expect(page.locator("#hc-text h1")).to_be_visible()
            expect(page.locator("header > nav a[aria-current=page]")).to_have_text(entry[1])
        page.locator("header > nav").get_by_role("link", name="Chains").click()
        expect(page.locator("#hc-text h1")).to_have_text("Chains")
        page.evaluate("() => scrollTo(0, 900)")
        page.wait_for_function("() => scrollY === 900")
        page.locator("header > nav").get_by_role("link", name="Explore").click()
        expect(card(page)).to_have_text("Sartorius")
        assert page.evaluate("scrollY") == 0
        page.go_back()
        expect(page.locator("#hc-text h1")).to_have_text("Chains")
        page.wait_for_function("() => scrollY === 900")


def test_links_lead_to_their_records(opened):
    claim, reference = next(iter(C.claims)), list(C.references)[-1]
    with opened(at=f"#evidence?claim={claim}") as page:
        expect(page.locator(f"[data-record={claim}] details")).to_have_attribute("open", "")
        expect(page.locator(f"[data-record={claim}]")).to_be_in_viewport()
        for hash_, words in {
            f"#evidence?reference={reference}": C.references[reference].citation,
            "#exercises?exercise=clam": C.exercises["clam"].name,
            "#where?place=knee_outer": C.pain_places["knee_outer"].name,
            "#chains?chain=anterior_tilt": C.chains["anterior_tilt"].title,
        }.items():
            page.evaluate("to => { location.hash = to; }", hash_)
            expect(page.locator("#hc-text")).to_contain_text(words)
            expect(page.locator("#hc-note")).to_be_hidden()
        page.evaluate("() => { location.hash = '#exercises?exercise=clam'; }")
        expect(page.locator("#hc-text svg[data-figure] path").first).to_be_attached()
        page.locator("#hc-text a", has_text="All signs to stop at").click()
        expect(page.locator("#hc-text h1")).to_have_text("When to stop and see someone")


@pytest.mark.parametrize(
    "hash_", ["#structure=zzz", "#structure=%3Cimg%20onerror=x%3E&view=%E0%A4%A", "#where?place=zzz", "#zzz",
              "#evidence?claim=C999", "#constructor", "#group=__proto__", f"#structure={'a' * 5000}"],
)  # fmt: skip
def test_what_a_link_names_in_vain_is_said_in_words(opened, hash_):
    with opened(at=hash_) as page:
        expect(page.locator("#hc-note")).to_contain_text("does not have")
        expect(page.locator("main")).to_contain_text("Iliotibial band" if "?" not in hash_ else "e")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_and_all_fits(opened, size, dark):
    pages = ["#structure=gluteus_medius", "#structure=none&view=lateral&layer=deep&also=nerves&colour=rolling"]
    pages += ["#rolling", "#chains", "#evidence", "#evidence?part=references", "#where", "#where?place=knee_outer"]
    pages += ["#self_check", "#exercises?exercise=clam", "#stop_flags", f"#{ABOUT}", "#zzz"]
    with opened(size, color_scheme="dark" if dark else "light") as page:
        for hash_ in pages:
            page.evaluate("to => { location.hash = to; }", hash_)
            page.wait_for_function("() => document.querySelector('[data-card] h2, #hc-text h1')")
            assert serious(page, colours_alone=dark) == [], hash_
            assert small_targets(page) == [], hash_
            assert page.evaluate(FITS), hash_
            expect(page.locator("footer").get_by_role("link", name=STOP_LABEL)).to_be_in_viewport()


@pytest.mark.parametrize("size", [SMALL_DESK, TABLET], ids=["small desk", "tablet"])
def test_other_sizes_show_the_whole_picture(opened, size):
    with opened(size) as page:
        assert page.evaluate(FITS)
        expect(page.locator(".hc-plot")).to_be_in_viewport(ratio=0.7)
        page.emulate_media(media="print")
        expect(page.locator("header nav").first).to_be_hidden()
        expect(card(page)).to_be_visible()


def test_without_scripts_the_stop_signs_are_there(opened):
    with opened(java_script_enabled=False) as page:
        expect(page.get_by_text("need scripts")).to_be_visible()
        assert page.locator("#hc-text .hc-framed").count() == len(C.stop_flags)
        expect(page.get_by_text("What to do:").first).to_be_visible()


def test_the_menu_of_a_phone_leads_to_the_stop_signs(opened):
    with opened(PHONE) as page:
        page.get_by_text("☰ Menu").tap()
        page.locator(".hc-menu").get_by_role("link", name="When to stop").tap()
        expect(page.locator("#hc-text h1")).to_have_text("When to stop and see someone")
        expect(page.locator(".hc-menu nav")).to_be_hidden()
        page.locator("footer").get_by_role("link", name=STOP_LABEL).tap()
        page.get_by_text("☰ Menu").tap()
        page.locator(".hc-menu").get_by_role("link", name="Explore").tap()
        page.locator(".hc-peek").tap()
        expect(card(page)).to_be_in_viewport()
