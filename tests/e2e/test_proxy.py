"""Two replicas behind a real nginx with the project's own configuration: one is killed while a reader reads."""

import shutil
import subprocess
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import HOME, WHEN_ASKED, answers, free_port, serving, watched
from tests.e2e.reader import card, tap
from tests.e2e.waiting import load, ready, reload


@contextmanager
def proxied(ports, folder):
    """nginx with deploy/nginx.conf, its addresses replaced by ones of this machine; yields its address."""
    found = shutil.which("nginx") or "/usr/sbin/nginx"
    port, text = free_port(), (HOME / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for name, replica in zip(("app1:8501", "app2:8501"), ports, strict=True):
        text = text.replace(name, f"127.0.0.1:{replica}")
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};\n    add_header X-Replica $upstream_addr always;")
    text = text.replace("/tmp/hipchain-", f"{folder}/hipchain-")
    config = folder / "nginx.conf"
    config.write_text(text, encoding="utf-8")
    process = subprocess.Popen([found, "-c", str(config), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        assert answers(f"{address}/healthz", process, 60)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def answer(address, path="/healthz"):
    request = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=60) as found:
        return found.headers


def port_of(address):
    return int(address.rsplit(":", 1)[1])


@pytest.fixture
def pair(tmp_path):
    with serving(**WHEN_ASKED) as (first, one), serving(**WHEN_ASKED) as (second, two):
        replicas = {port_of(first): one, port_of(second): two}
        with proxied(list(replicas), tmp_path) as address:
            yield address, replicas


def test_a_reader_stays_with_one_replica_and_survives_its_end(pair, browser):
    address, replicas = pair
    served = {answer(address)["X-Replica"] for _ in range(6)}
    assert len(served) == 1  # affinity: a web socket and its uploads must meet the same replica
    context = watched(browser)
    page = context.new_page()
    ready(load(page, f"{address}/"))
    tap(page, -75, -20)
    expect(card(page)).to_have_text("Gluteus maximus")
    reached = page.evaluate("window.__watch.opened")
    lost = replicas[port_of(served.pop())]
    lost.kill()
    lost.wait(60)
    page.wait_for_function("was => window.__watch.opened > was", arg=reached)  # it finds the other by itself
    ready(page)
    tap(page, 5, -220)
    expect(card(page)).to_have_text("Iliotibial band")
    expect(card(ready(reload(page)))).to_have_text("Iliotibial band")
    context.close()


@pytest.fixture
def shielded(server, tmp_path):
    """The usual server behind the proxy, as both replicas."""
    with proxied([port_of(server)] * 2, tmp_path) as address:
        yield address


def test_plotly_and_streamlits_files_are_kept_for_a_year_and_compressed(shielded):
    with urllib.request.urlopen(f"{shielded}/", timeout=60) as page:
        html = page.read().decode()
    bundle = html.split('src="./static/js/')[1].split('"')[0]
    headers = answer(shielded, f"/static/js/{bundle}")
    assert headers["Content-Encoding"] == "gzip"
    assert "max-age=31536000" in headers["Cache-Control"]
    from components.diagram.assets import plotly_url

    headers = answer(shielded, f"/{plotly_url()}")
    assert headers["Content-Encoding"] == "gzip"
    assert "max-age=31536000" in headers["Cache-Control"]
