"""The picture of the pocket edition, opened from a file: taps by mouse and finger, choices, names, keys, buttons."""

import pytest
from playwright.sync_api import expect

from components.shared.menu import STOP_LABEL
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog
from data.outlines.over import offered
from tests.e2e.accessible import tab_stops
from tests.e2e.stick import DESK, HERE, PHONE, card

pytestmark = pytest.mark.xdist_group("pocket")
C = catalog()
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
PARTS = "() => document.querySelectorAll('.hc-art [data-id]').length"


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
