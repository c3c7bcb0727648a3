"""Journeys through Explore in a real browser, by mouse, finger and keyboard."""

import shutil
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from data.outlines import AXIAL_VIEWS, load_view
from tests.e2e.conftest import HOME, serving

SPOT = """([x, y]) => {
  const gd = document.querySelector('.js-plotly-plot'), L = gd._fullLayout, r = gd.getBoundingClientRect();
  return [r.left + L.xaxis._offset + L.xaxis.l2p(x), r.top + L.yaxis._offset + L.yaxis.l2p(y)]; }"""
SCROLL = "y => document.querySelector('[data-testid=stMain]').scrollBy(0, y)"
BESIDE = (-120, -120)


def ready(page):
    page.wait_for_selector(".hc-diagram.hc-ready", timeout=30_000)
    return page


def tap(page, x, y):
    px, py = page.evaluate(SPOT, [x, y])
    height = page.viewport_size["height"]
    if not 70 < py < height - 10:
        page.evaluate(SCROLL, py - height / 2)
        page.wait_for_timeout(300)
        px, py = page.evaluate(SPOT, [x, y])
    if page.evaluate("navigator.maxTouchPoints > 0"):
        page.touchscreen.tap(px, py)
    else:
        page.mouse.click(px, py)


def card(page):
    return page.locator(".st-key-structure_card h2").first


def params(page):
    return {k: v[0] for k, v in parse_qs(urlparse(page.url).query).items()}


@pytest.mark.parametrize(
    ("view", "layer", "x", "y", "name"),
    [
        ("lateral", "surface", 5, -220, "Iliotibial band"),
        ("lateral", "surface", -75, -20, "Gluteus maximus"),
        ("lateral", "deep", 5, -220, "Vastus lateralis"),
        ("anterior", "surface", -15, -200, "Rectus femoris"),
        ("anterior", "deepest", -15, -200, "Vastus intermedius"),
        ("posterior", "surface", 5, -200, "Biceps femoris, long head"),
        ("posterior", "bones", *load_view("posterior").of("popliteal_fossa")[0].label, "Popliteal fossa"),
    ],
)
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_opens_the_card_of_what_is_there(server, open_page, view, layer, x, y, name, touch):
    size = (820, 1180) if touch else (1280, 800)
    page = ready(open_page(f"{server}/?view={view}&layer={layer}&structure=none", size, touch=touch))
    tap(page, x, y)
    expect(card(page)).to_have_text(name)
    assert params(page)["view"] == view
    assert params(page)["layer"] == layer


def test_taps_keep_node_zoom_and_geometry_and_back_walks_the_history(server, open_page):
    fetched = []
    page = open_page(f"{server}/")
    page.on("request", lambda r: fetched.append(r.url) if "hipchain-assets" in r.url else None)
    ready(page)
    page.evaluate("document.querySelector('.js-plotly-plot .scatterlayer').dataset.same = 'yes'")
    page.get_by_role("button", name="Zoom in").click()
    wide = (
        "(() => { const r = document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range; return r[1] - r[0]; })()"
    )
    zoomed = page.evaluate(wide)
    before = len(fetched)
    tap(page, -75, -20)
    expect(card(page)).to_have_text("Gluteus maximus")
    tap(page, 5, -220)
    expect(card(page)).to_have_text("Iliotibial band")
    expect(page.get_by_text("What a roller presses here")).to_be_visible()
    page.get_by_role("radio", name="2 Vastus lateralis").click()
    expect(card(page)).to_have_text("Vastus lateralis")
    assert len(fetched) == before  # geometry once; a tap fetches nothing
    assert page.evaluate(wide) == pytest.approx(zoomed)
    assert page.evaluate("document.querySelector('.js-plotly-plot .scatterlayer').dataset.same") == "yes"
    page.go_back()
    expect(card(page)).to_have_text("Iliotibial band")
    page.go_back()
    expect(card(page)).to_have_text("Gluteus maximus")


def test_the_selection_is_painted_before_the_server_answers(server, open_page):
    page = ready(open_page(f"{server}/?structure=none"))
    spot = page.evaluate(SPOT, [-75, -20])
    page.evaluate(
        """() => addEventListener('pointerup', () => requestAnimationFrame(() => {
             window.painted = document.querySelectorAll('.hc-over .hc-sel-line').length; }), {once: true})"""
    )
    page.mouse.click(*spot)
    page.wait_for_function("() => window.painted > 0", timeout=5000)


def test_a_tap_beside_everything_clears(server, open_page):
    page = ready(open_page(f"{server}/?structure=gluteus_maximus"))
    tap(page, *BESIDE)
    expect(card(page)).to_have_text("Nothing selected")
    assert params(page)["structure"] == "none"


def test_by_keyboard_alone(server, open_page):
    page = ready(open_page(f"{server}/?structure=none"))
    plot = page.locator(".hc-plot")
    plot.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hc-said")).not_to_be_empty()
    first = page.locator(".hc-said").inner_text()
    expect(card(page)).to_have_text(first)
    assert first in plot.get_attribute("aria-label")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_text("Nothing selected")
    page.get_by_role("combobox").first.focus()
    page.keyboard.type("tailor")
    page.keyboard.press("Enter")
    expect(card(page)).to_have_text("Sartorius")


def test_a_cold_deep_link_is_the_first_request_of_a_fresh_server(open_page):
    with serving() as (address, _):
        link = "/?structure=semitendinosus&view=posterior&layer=surface&colour=chain&chain=anterior_tilt"
        page = ready(open_page(address + link))
        expect(card(page)).to_have_text("Semitendinosus")
        expect(page.locator(".hc-title")).to_have_text("Right thigh, from behind")
        expect(page.get_by_text("Where it hurts").first).to_be_visible()
        page.close()


def test_a_cold_link_to_another_page_is_the_first_request_of_a_fresh_server(open_page):
    with serving() as (address, _):
        page = open_page(f"{address}/evidence?claim=C015")
        expect(page.get_by_role("heading", name="Evidence")).to_be_visible(timeout=30_000)
        expect(page.locator("details.hc-claim[open]")).to_contain_text("C015")
        assert page.get_by_text("Page not found").count() == 0
        page.close()


def test_a_finger_scrolls_the_page_over_the_diagram(server, open_page):
    page = ready(open_page(f"{server}/?structure=sartorius", (390, 844), touch=True))
    was = params(page)
    client = page.context.new_cdp_session(page)
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 195, "y": 600}]})
    for n in range(12):
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 195, "y": 600 - 25 * n}]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 150
    assert params(page) == was


def test_hover_names_what_is_there(server, open_page):
    page = ready(open_page(f"{server}/?structure=none"))
    page.mouse.move(*page.evaluate(SPOT, [-75, -20]))
    expect(page.locator(".hc-tip")).to_have_text("Gluteus maximus")


@pytest.mark.parametrize(
    "path", ["/", "/evidence", "/evidence?part=conflicts", "/evidence?part=references", "/stop_flags"]
)
def test_every_page_is_quiet_and_offline(server, open_page, path):
    page = open_page(server + path)
    expect(page.get_by_text("For learning, not a diagnosis")).to_be_visible(timeout=20_000)
    page.wait_for_timeout(1500)
    assert page.locator("[data-testid=stException]").count() == 0


def test_the_server_refuses_broken_content(tmp_path):
    keep = shutil.ignore_patterns(".git", ".venv", "node_modules", ".*_cache", "__pycache__", "tests")
    shutil.copytree(HOME, tmp_path / "app", ignore=keep)
    path = tmp_path / "app/data/content/structures/sartorius.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("nerve:", "nevre:", 1), encoding="utf-8")
    with serving(tmp_path / "app", wait=30) as (_, process):
        assert process.wait(30) != 0
        said = process.stdout.read()
    assert "data/content/structures/sartorius.yaml" in said
    assert "nevre: unknown key" in said


CLASHES = """() => {
  const rect = e => { const r = e.getBoundingClientRect(); return { name: e.textContent, ...r.toJSON() }; };
  const names = [...document.querySelectorAll('.hc-plot .textpoint')].map(rect).filter(r => r.width);
  const others = [...document.querySelectorAll('.hc-tools button, .hc-side-top, .hc-side-bottom')].map(rect);
  const frame = document.querySelector('.hc-plot').getBoundingClientRect(), found = [];
  names.forEach((a, n) => {
    const out = a.left < frame.left || a.right > frame.right || a.top < frame.top || a.bottom > frame.bottom;
    if (out) found.push(a.name);
    for (const b of [...names.slice(n + 1), ...others]) {
      const beside = a.left >= b.right - 1 || b.left >= a.right - 1 || a.top >= b.bottom - 1 || b.top >= a.bottom - 1;
      if (!beside) found.push(`${a.name} x ${b.name}`);
    }
  });
  return { names: names.length, found };
}"""


@pytest.mark.parametrize("size", [(1280, 800), (820, 1180), (390, 844)], ids=["wide", "tablet", "phone"])
def test_no_name_lies_over_another_or_under_a_button_and_a_cut_fills_its_frame(server, open_page, size):
    for view in (*AXIAL_VIEWS, "anterior", "posterior"):
        page = ready(open_page(f"{server}/?view={view}", size))
        clashes = page.evaluate(CLASHES)
        assert clashes["names"] >= 7, view
        assert clashes["found"] == [], view
        if view in AXIAL_VIEWS:
            across, up = page.evaluate(
                "(() => { const { xaxis, yaxis } = document.querySelector('.js-plotly-plot')._fullLayout;"
                " return [xaxis, yaxis].map(a => a.range[1] - a.range[0]); })()"
            )
            x0, y0, x1, y1 = load_view(view).surround[0].area().bounds
            assert max((x1 - x0) / across, (y1 - y0) / up) > 0.6, view
        page.close()
