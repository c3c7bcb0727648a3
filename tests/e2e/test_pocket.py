"""The pocket edition, opened from a file: no server, no network, no storage; taps, names, keys, Back and print work."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from components.pocket.links import ABOUT, MENU
from components.shared.menu import STOP_LABEL
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog
from data.outlines.over import offered
from tests import pocket
from tests.e2e.accessible import serious, small_targets, tab_stops
from tests.e2e.waiting import LIMIT_MS

pytestmark = pytest.mark.xdist_group("pocket")
C = catalog()
DESK, SMALL_DESK, TABLET, PHONE = (1280, 800), (1024, 768), (820, 1180), (390, 844)
OPEN_AT = """taken => {
  const frame = document.querySelector('.hc-plot').getBoundingClientRect();
  const dots = [...document.querySelectorAll('.hc-art .mark_core')].map(e => e.getBoundingClientRect())
    .map(box => [box.left + box.width / 2, box.top + box.height / 2]);
  for (let y = frame.top + 12; y < Math.min(frame.bottom, innerHeight - 70); y += 9) {
    for (let x = frame.left + 12; x < frame.right; x += 9) {
      const hit = document.elementFromPoint(x, y)?.closest('.hc-art [data-id]');
      if (!hit || taken.includes(hit.dataset.id)) continue;
      const deep = [...Array(16).keys()].every(n => {
        const [far, turn] = [[4, 7][n % 2], (Math.floor(n / 2) * Math.PI) / 4];
        const at = document.elementFromPoint(x + far * Math.cos(turn), y + far * Math.sin(turn));
        return at?.closest('.hc-art [data-id]') === hit;
      }) && dots.every(([a, b]) => Math.hypot(a - x, b - y) > 14);
      if (deep) return [hit.dataset.id, x, y];
    }
  }
}"""
"""A tissue that was not tapped yet, and a point of the screen at which nothing else is within reach of a finger."""
HERE = "key => new URLSearchParams(location.hash.slice(1)).get(key)"
PARTS = "() => document.querySelectorAll('.hc-art [data-id]').length"
FITS = "() => document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("stick") / "hipchain-pocket.html"
    path.write_bytes(pocket.served())
    return path.as_uri()


@pytest.fixture
def opened(browser, file):
    """Open the file: `with opened(size) as page`. Whatever it asks for or complains of fails the test."""

    @contextmanager
    def look(size=DESK, at="", **options):
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=width < 900, is_mobile=width < 500, **options
        )
        context.set_default_timeout(LIMIT_MS)
        wrong = []
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((file, "data:")) else wrong.append(r.url))
        page.goto(file + at)
        if options.get("java_script_enabled", True):
            page.locator("#hc-first[data-tap]").wait_for()
        yield page
        assert wrong == []
        context.close()

    return look


def card(page):
    return page.locator("[data-card] h2").first


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["mouse", "finger"])
def test_ten_tissues_are_tapped(opened, size):
    with opened(size) as page:
        found = []
        views = iter(VIEWS.values())
        while len(found) < 10:
            at = page.evaluate(OPEN_AT, found)
            if at is None:
                page.get_by_role("link", name=next(views), exact=True).click()
                continue
            id_, x, y = at
            found.append(id_)
            (page.touchscreen.tap if size is PHONE else page.mouse.click)(x, y)
            expect(card(page)).to_have_text(C.name(id_))
            assert page.evaluate(HERE, "structure") == id_
            assert page.locator(".hc-over path").count()
            if size is PHONE:
                expect(page.locator(".hc-peek")).to_contain_text(C.name(id_))
            else:
                expect(page.locator(".hc-tip")).to_have_text(C.name(id_))
        page.go_back()
        expect(card(page)).to_have_text(C.name(found[-2]))
        page.go_forward()
        expect(card(page)).to_have_text(C.name(found[-1]))
        page.locator(".hc-plot").focus()
        page.keyboard.press("Escape")
        expect(card(page)).to_have_text("Nothing selected")


def test_every_view_layer_colour_and_all_that_is_laid_over_is_a_tap_away(opened):
    with opened() as page:
        controls = page.locator("#hc-explore")
        seen = set()
        for view in VIEWS.values():
            controls.get_by_role("link", name=view, exact=True).click()
            for layer in LAYERS.values():
                controls.get_by_role("link", name=layer, exact=True).click()
                seen.add((view, layer, page.evaluate(PARTS)))
        assert len(seen) == 12
        assert min(parts for *_, parts in seen) > 5
        bare = page.evaluate(PARTS)
        for number, kind in enumerate(offered(), 1):
            controls.get_by_role("link", name=f"+ {kind.capitalize()}").click()
            expect(controls.get_by_role("link", name=f"+ {kind.capitalize()}")).to_have_attribute(
                "aria-current", "true"
            )
            assert page.evaluate(HERE, "also").count(",") == number - 1
        assert page.evaluate(PARTS) > bare + 20
        for mode, word in {"Rolling verdict": "Avoid", "Tissue": "Fascia", "Attachments": "Origin"}.items():
            controls.get_by_role("link", name=mode).click()
            expect(page.locator(".hc-legend")).to_contain_text(word)
        controls.get_by_role("link", name="Role in a chain").click()
        for chain in C.chains.values():
            controls.get_by_role("link", name=chain.name).click()
            expect(page.locator(".hc-diagram")).to_have_attribute("data-mode", f"chain:{chain.id}")
        controls.get_by_role("link", name="Cut across").click()
        for level in SECTIONS.values():
            controls.get_by_role("link", name=level, exact=True).click()
            expect(page.locator(".hc-title")).to_contain_text("cut across")
        expect(controls.get_by_role("group", name="Also show")).to_have_count(0)


def test_names_are_found_and_shown_where_they_can_be_seen(opened):
    with opened() as page:
        box = page.get_by_label("Find by name")
        box.fill("it band")
        expect(page.locator(".hc-box li").first).to_contain_text("Iliotibial band")
        box.fill("semimem")
        box.press("Enter")
        expect(card(page)).to_have_text("Semimembranosus")
        assert page.locator(".hc-over path").count()
        expect(box).to_have_value("")
        box.fill("obturator nerve")  # only what is laid over a layer shows it
        page.locator(".hc-box a").first.click()
        expect(card(page)).to_have_text("Obturator nerve")
        expect(page.get_by_role("link", name="+ Nerves")).to_have_attribute("aria-current", "true")
        box.fill("hamstrings")
        page.locator(".hc-box a").first.click()
        expect(card(page)).to_have_text("Hamstrings")
        assert page.locator(".hc-over .hc-sel-tint").count() > 1
        box.fill("xyzzy")
        expect(page.locator(".hc-box [role=status]")).to_have_text("No such name here")
        page.get_by_text("All structures by name").click()
        expect(page.locator(".hc-every a")).to_have_count(len(C.structures))


def test_the_picture_answers_keys_and_buttons(opened):
    with opened() as page:
        wide = "() => document.querySelector('.hc-art').viewBox.baseVal.width"
        whole = page.evaluate(wide)
        plot = page.locator(".hc-plot")
        plot.focus()
        first = card(page).inner_text()
        page.keyboard.press("ArrowDown")
        expect(card(page)).not_to_have_text(first)
        page.keyboard.press("+")
        page.wait_for_function(f"whole => ({wide})() < whole * 0.9", arg=whole)
        page.keyboard.press("0")
        page.wait_for_function(f"whole => Math.abs(({wide})() - whole) < 1", arg=whole)
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_function(f"whole => ({wide})() < whole * 0.9", arg=whole)
        near = page.evaluate(wide)
        box = plot.bounding_box()
        page.mouse.move(box["x"] + 200, box["y"] + 200)
        page.mouse.down()
        page.mouse.move(box["x"] + 260, box["y"] + 240, steps=4)
        before = card(page).inner_text()
        page.mouse.up()
        expect(card(page)).to_have_text(before)  # what is dragged is not tapped
        page.wait_for_function(f"near => Math.abs(({wide})() - near) < 1", arg=near)


def test_all_is_reached_by_tab_and_the_focus_is_seen(opened):
    with opened() as page:
        stops = tab_stops(page, 100)
        assert all(stop["shown"] and stop["seen"] for stop in stops), stops
        names = " ".join(stop["name"] for stop in stops)
        for wanted in ("Skip to the text", "Evidence", "Surface", "Zoom in", "Anatomy", STOP_LABEL):
            assert wanted in names


def test_every_page_is_in_the_menu_and_back_leads_back(opened):
    with opened(at="#structure=sartorius") as page:
        for entry in MENU[1:]:
            page.locator("header > nav").get_by_role("link", name=entry[1], exact=True).click()
            expect(page.locator("#hc-text h1")).to_be_visible()
            expect(page.locator("header > nav a[aria-current=page]")).to_have_text(entry[1])
        page.locator("header > nav").get_by_role("link", name="Chains").click()
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
