"""Journeys through Explore in a real browser, by mouse, finger and keyboard."""

import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from data.outlines import load_view
from tests.e2e.reader import SIGHT, SPOT, card, params, press, said_in_address, tap, turned
from tests.e2e.servers import HOME, WHEN_ASKED, command, free_port, serving
from tests.e2e.waiting import load, ready, settled

BESIDE = (-120, -120)


THERE = [
    ("lateral", "surface", 5, -220, "Iliotibial band"),
    ("lateral", "surface", -75, -20, "Gluteus maximus"),
    ("lateral", "deep", 5, -220, "Vastus lateralis"),
    ("anterior", "surface", -15, -200, "Rectus femoris"),
    ("anterior", "deepest", -15, -200, "Vastus intermedius"),
    ("posterior", "surface", 5, -200, "Biceps femoris, long head"),
    ("posterior", "bones", *load_view("posterior").of("popliteal_fossa")[0].label, "Popliteal fossa"),
]


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_opens_the_card_of_what_is_there(server, open_page, touch):
    size = (820, 1180) if touch else (1280, 800)
    page = ready(open_page(f"{server}/?structure=none&view=posterior&layer=deep", size, touch=touch))
    for view, layer, x, y, name in THERE:
        turned(page, f"/?view={view}&layer={layer}&structure=none", view)
        tap(page, x, y)
        expect(card(page), f"{view}, {layer}").to_have_text(name)
        said_in_address(page, view=view, layer=layer)


def test_taps_keep_node_zoom_and_geometry_and_back_walks_the_history(server, open_page):
    fetched = []
    page = open_page(f"{server}/")
    page.on("request", lambda r: fetched.append(r.url) if "hipchain-assets" in r.url else None)
    ready(page)
    drawn = page.locator(".hc-plot svg").evaluate_all(
        "all => all.map(svg => { svg.dataset.same = 'yes'; return 'yes'; })"
    )
    whole = page.evaluate(SIGHT)
    page.get_by_role("button", name="Zoom in").click()
    zoomed = settled(page).evaluate(SIGHT)
    assert zoomed[0] < 0.9 * whole[0]
    before = len(fetched)
    tap(page, -75, -20)
    expect(card(page)).to_have_text("Gluteus maximus")
    tap(page, 5, -220)
    expect(card(page)).to_have_text("Iliotibial band")
    expect(page.get_by_text("What a roller presses here")).to_be_visible()
    press(page.get_by_role("radio", name="2 Vastus lateralis"))
    expect(card(page)).to_have_text("Vastus lateralis")
    settled(page)
    assert [u for u in fetched[before:] if "/lateral/surface" in u] == []  # geometry once; a tap fetches nothing
    assert page.evaluate(SIGHT) == pytest.approx(zoomed)
    assert page.locator(".hc-plot svg").evaluate_all("all => all.map(svg => svg.dataset.same)") == drawn
    page.go_back()
    expect(card(page)).to_have_text("Iliotibial band")
    settled(page)
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
    page.wait_for_function("() => window.painted > 0")


def test_a_tap_beside_everything_clears(server, open_page):
    page = ready(open_page(f"{server}/?structure=gluteus_maximus"))
    tap(page, *BESIDE)
    expect(card(page)).to_have_text("Nothing selected")
    said_in_address(page, structure="none")


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
    settled(page)
    page.get_by_role("searchbox", name="Ask, or search by name").focus()
    page.keyboard.type("tailor")
    expect(page.locator(".hc-ask-list .hc-ask-answer").first).to_contain_text("Sartorius")
    settled(page)
    page.keyboard.press("Enter")
    expect(card(page)).to_have_text("Sartorius")


def test_a_cold_deep_link_is_the_first_request_of_a_fresh_server(open_page):
    with serving(**WHEN_ASKED) as (address, _):
        link = "/?structure=semitendinosus&view=posterior&layer=surface&colour=chain&chain=anterior_tilt"
        page = ready(open_page(address + link))
        expect(card(page)).to_have_text("Semitendinosus")
        expect(page.locator(".hc-title")).to_have_text("Right thigh, from behind")
        expect(page.get_by_text("Where it hurts").first).to_be_visible()
        page.close()


def test_a_cold_link_to_another_page_is_the_first_request_of_a_fresh_server(open_page):
    with serving(**WHEN_ASKED) as (address, _):
        page = open_page(f"{address}/evidence?claim=C015")
        expect(page.get_by_role("heading", name="Evidence")).to_be_visible()
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
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 150")
    assert params(page) == was


def test_hover_names_what_is_there(server, open_page):
    page = ready(open_page(f"{server}/?structure=none"))
    page.mouse.move(*page.evaluate(SPOT, [-75, -20]))
    expect(page.locator(".hc-tip")).to_have_text("Gluteus maximus")


def test_every_page_is_quiet_and_offline(server, open_page):
    first, *others = ("/", "/evidence", "/evidence?part=conflicts", "/evidence?part=references", "/stop_flags")
    page = open_page(server + first, fresh=True)
    for path in (first, *others):
        settled(page if path == first else load(page, server + path))
        expect(page.get_by_text("For learning, not a diagnosis"), path).to_be_visible()
        assert page.locator("[data-testid=stException]").count() == 0, path


def test_the_server_refuses_broken_content(tmp_path):
    keep = shutil.ignore_patterns(".git", ".venv", "node_modules", ".*_cache", "__pycache__", "tests")
    shutil.copytree(HOME, tmp_path / "app", ignore=keep)
    path = tmp_path / "app/data/content/structures/sartorius.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("nerve:", "nevre:", 1), encoding="utf-8")
    ended = subprocess.run(command(free_port()), cwd=tmp_path / "app", capture_output=True, text=True, timeout=120)
    assert ended.returncode != 0
    said = ended.stdout + ended.stderr
    assert "data/content/structures/sartorius.yaml" in said
    assert "nevre: unknown key" in said
