"""Faults: the server goes away, content breaks, scripts are not delivered, headers keep strangers out."""

import json
import shutil
import urllib.request
from contextlib import contextmanager

from playwright.sync_api import expect

from components.headers import ANCESTORS_VARIABLE
from tests.e2e.conftest import HOME, serving
from tests.e2e.test_explore import card, ready, tap


@contextmanager
def copied(tmp_path):
    """A copy of the app whose files may be broken."""
    home = tmp_path / "app"
    shutil.copytree(
        HOME, home, ignore=shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", ".hypothesis")
    )
    yield home


def health(address):
    with urllib.request.urlopen(f"{address}/healthz", timeout=20) as answer:
        return json.loads(answer.read())


def test_every_answer_carries_the_security_headers(server):
    for path in ("/", "/chains", "/healthz", "/hipchain-assets/base.js"):
        with urllib.request.urlopen(f"{server}{path}", timeout=20) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "frame-ancestors 'self'" in policy
            scripts = next(p for p in policy.split("; ") if p.startswith("script-src"))
            assert "unsafe" not in scripts
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_school_may_be_allowed_to_embed_it(monkeypatch):
    from components.headers import policy

    monkeypatch.setenv(ANCESTORS_VARIABLE, "https://school.example; script-src *")
    assert "frame-ancestors https://school.example script-src *" in policy()  # one directive, whatever is written


def test_a_reader_comes_back_to_the_same_structure_after_a_restart(browser, tmp_path):
    """The server dies while a reader looks at a card, and another starts at the same address."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    with serving() as (address, _):
        page.goto(f"{address}/")
        ready(page)
        tap(page, -75, -20)
        expect(card(page)).to_have_text("Gluteus maximus")
        kept = page.url
    with serving(port=int(address.rsplit(":", 1)[1])) as (again, _):
        assert again == address
        page.goto(kept)
        expect(card(ready(page))).to_have_text("Gluteus maximus")
    context.close()


def test_content_that_breaks_while_running_is_noticed_and_the_last_good_one_stays(browser, tmp_path):
    with copied(tmp_path) as home, serving(home) as (address, _):
        assert health(address) == {"status": "ok", "content": "valid", "problems": 0}
        file = home / "data" / "content" / "structures" / "sartorius.yaml"
        good = file.read_text(encoding="utf-8")
        file.write_text(good.replace("tissue: muscle", "tissue: jelly"), encoding="utf-8")
        found = health(address)
        assert (found["status"], found["content"]) == ("ok", "broken")
        assert found["problems"] >= 1
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}/?structure=sartorius&view=anterior&layer=surface")
        expect(card(page)).to_have_text("Sartorius", timeout=30_000)
        context.close()
        file.write_text(good + "\n# a comment\n", encoding="utf-8")
        assert health(address)["content"] == "changed"


def test_a_page_stays_usable_where_the_component_is_not_delivered(server, open_page):
    page = open_page(f"{server}/chains?chain=weak_glute_med&step=drop", expect_errors=True, block="**/diagram-*.js")
    expect(page.locator(".hc-told")).to_have_text("A tired muscle, a sagging pelvis?")
    expect(page.locator(".hc-broken")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".hc-told")).to_have_text("The partner underneath")
