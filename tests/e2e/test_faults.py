"""Faults: the server goes away, content breaks, scripts are not delivered, headers keep strangers out."""

import json
import shutil
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from components.embed.hosts import ANCESTORS_VARIABLE
from data.catalog import catalog
from tests.e2e.pages import watched
from tests.e2e.reader import card, choose, press, tap
from tests.e2e.servers import HOME, WHEN_ASKED, serving
from tests.e2e.waiting import load, ready


@contextmanager
def copied(tmp_path):
    """A copy of the app whose files may be broken."""
    home = tmp_path / "app"
    keep = shutil.ignore_patterns(".venv", "node_modules", ".git", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(HOME, home, ignore=keep)
    yield home


def health(address):
    with urllib.request.urlopen(f"{address}/healthz", timeout=60) as answer:
        return json.loads(answer.read())


def test_every_answer_carries_the_security_headers(server):
    framed = {"/": "'self'", "/chains": "'self'", "/no/such/page": "'none'", "/healthz": "'none'"}
    for path, ancestors in (framed | {"/hipchain-assets/base.js": "'none'"}).items():
        with urllib.request.urlopen(f"{server}{path}", timeout=60) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert f"frame-ancestors {ancestors}" in policy, path
            scripts = next(p for p in policy.split("; ") if p.startswith("script-src"))
            assert "unsafe" not in scripts.replace("'wasm-unsafe-eval'", "")
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_those_who_search_may_read_every_page(server):
    with urllib.request.urlopen(f"{server}/robots.txt", timeout=60) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain")
        assert answer.read() == b"User-agent: *\nAllow: /\n"


def test_a_school_may_be_allowed_to_embed_it(monkeypatch):
    from components.server.headers import NAME, for_frames

    monkeypatch.setenv(ANCESTORS_VARIABLE, "https://school.example; script-src *")
    assert (
        "frame-ancestors https://school.example script-src *" in for_frames()[NAME]
    )  # one directive, whatever is written


def test_a_reader_comes_back_to_the_same_structure_after_a_restart(browser):
    """The server dies while a reader looks at a card, and another starts at the same address."""
    context = watched(browser)
    page = context.new_page()
    with serving(**WHEN_ASKED) as (address, _):
        ready(load(page, f"{address}/"))
        tap(page, -75, -20)
        expect(card(page)).to_have_text("Gluteus maximus")
        kept = page.url
    with serving(port=int(address.rsplit(":", 1)[1]), **WHEN_ASKED) as (again, _):
        assert again == address
        expect(card(ready(load(page, kept)))).to_have_text("Gluteus maximus")
    context.close()


def test_content_that_breaks_while_running_is_noticed_and_the_last_good_one_stays(browser, tmp_path):
    with copied(tmp_path) as home, serving(home, **WHEN_ASKED) as (address, _):
        assert health(address) == {"status": "ok", "content": "valid", "problems": 0}
        file = home / "data" / "content" / "structures" / "sartorius.yaml"
        good = file.read_text(encoding="utf-8")
        file.write_text(good.replace("tissue: muscle", "tissue: jelly"), encoding="utf-8")
        found = health(address)
        assert (found["status"], found["content"]) == ("ok", "broken")
        assert found["problems"] >= 1
        context = watched(browser)
        page = context.new_page()
        load(page, f"{address}/?structure=sartorius&view=anterior&layer=surface")
        expect(card(page)).to_have_text("Sartorius")
        context.close()
        file.write_text(good + "\n# a comment\n", encoding="utf-8")
        assert health(address)["content"] == "changed"
        (file.parent / "gracilis.yaml").unlink()  # what is gone leaves no newer date behind
        assert health(address)["content"] == "broken"


def test_an_author_sees_what_was_saved_and_errors_in_place(browser, tmp_path):
    with copied(tmp_path) as home:
        file = home / "data" / "content" / "structures" / "sartorius.yaml"
        good = file.read_text(encoding="utf-8")
        line = next(n for n, words in enumerate(good.splitlines(), 1) if words.startswith("tissue:"))
        broken = good.replace("tissue: muscle", "tissue: jelly")
        file.write_text(broken, encoding="utf-8")
        with serving(home, HIPCHAIN_PREVIEW="1", **WHEN_ASKED) as (address, _):
            context = watched(browser)
            page = context.new_page()
            load(page, f"{address}/?structure=sartorius&view=anterior")
            expect(page.get_by_text("Nothing can be shown yet")).to_be_visible()
            expect(page.get_by_text(f"sartorius.yaml:{line}:tissue")).to_be_visible()
            file.write_text(good.replace("The long strap", "The longest strap"), encoding="utf-8")
            saved = (
                page.locator(".hc-plain").get_by_text("The longest strap crossing").last
            )  # of two while it is redrawn
            expect(saved).to_be_visible()
            file.write_text(broken, encoding="utf-8")
            expect(page.get_by_text(f"sartorius.yaml:{line}:tissue")).to_be_visible()
            expect(saved).to_be_visible()  # the last valid content
            context.close()


def test_a_disk_that_cannot_be_written_hinders_nobody(browser):
    """Not one byte may be written to any file, which holds for root too: cards, a handout and an import still work."""
    unwritable = ("bash", "-c", 'ulimit -f 0; exec "$@"', "bash")
    with serving(within=unwritable, **WHEN_ASKED) as (address, _):
        context = watched(browser)
        page = context.new_page()
        tap(ready(load(page, f"{address}/")), -75, -20)
        expect(card(page)).to_have_text("Gluteus maximus")
        load(page, f"{address}/handout?structures=sartorius")
        with page.expect_download() as download:
            press(page.get_by_role("button", name="Download the page (PDF)"))
        assert "Sartorius" in PdfReader(download.value.path()).pages[0].extract_text()
        load(page, f"{address}/quiz")
        press(page.get_by_text("Your progress"))
        file = {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text("Nothing was changed")).to_be_visible()
        context.close()


def still(page, text):
    """Wait for the still picture, drawn and with its text."""
    expect(page.locator(".hc-still").first).to_have_attribute("alt", text)
    page.wait_for_function("() => document.querySelector('.hc-still').naturalWidth > 100")


@pytest.mark.parametrize("block", ["**/plotly-*.js", "**/diagram-*.js"], ids=["plotly", "component"])
def test_without_its_script_a_still_picture_and_the_search_remain(server, open_page, block):
    page = open_page(f"{server}/?structure=sartorius&view=anterior", expect_errors=True, block=block)
    still(page, "Still picture: Right thigh, from the front. Marked: Sartorius.")
    expect(page.locator(".hc-broken")).to_be_visible()
    choose(page, "rectus fem", "Rectus femoris")
    expect(card(page)).to_have_text("Rectus femoris")
    still(page, "Still picture: Right thigh, from the front. Marked: Rectus femoris.")
    press(page.get_by_role("radio", name="Back"))
    still(page, "Still picture: Right thigh, from behind. Marked: Rectus femoris.")


def test_a_story_goes_on_where_the_component_is_not_delivered(server, open_page):
    page = open_page(f"{server}/chains?chain=weak_glute_med&step=drop", expect_errors=True, block="**/diagram-*.js")
    steps = catalog().chains["weak_glute_med"].steps
    number = next(n for n, s in enumerate(steps) if s.id == "drop")
    expect(page.locator(".hc-told")).to_have_text(steps[number].title)
    expect(page.locator(".hc-broken")).to_be_visible()
    press(page.get_by_role("button", name="Next"))
    expect(page.locator(".hc-told")).to_have_text(steps[number + 1].title)
