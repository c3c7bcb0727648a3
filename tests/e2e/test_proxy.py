"""Two replicas behind a real nginx with the project's own configuration: one is killed while a reader reads."""

import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import HOME, serving, watched
from tests.e2e.reader import card, tap
from tests.e2e.waiting import ready


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


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
        for _ in range(100):
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def answer(address, path="/healthz"):
    request = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=20) as found:
        return found.headers


@pytest.fixture
def pair(tmp_path):
    with serving() as (first, one), serving() as (second, two):
        replicas = {int(a.rsplit(":", 1)[1]): p for a, p in ((first, one), (second, two))}
        with proxied(list(replicas), tmp_path) as address:
            yield address, replicas


def test_a_reader_stays_with_one_replica_and_survives_its_end(pair, browser):
    address, replicas = pair
    served = {answer(address)["X-Replica"] for _ in range(6)}
    assert len(served) == 1  # affinity: a web socket and its uploads must meet the same replica
    context = watched(browser)
    page = context.new_page()
    page.goto(f"{address}/")
    ready(page)
    tap(page, -75, -20)
    expect(card(page)).to_have_text("Gluteus maximus")
    reached = page.evaluate("window.__watch.opened")
    lost = replicas[int(served.pop().rsplit(":", 1)[1])]
    lost.kill()
    lost.wait(10)
    page.wait_for_function("was => window.__watch.opened > was", arg=reached)  # it finds the other by itself
    ready(page)
    tap(page, 5, -220)
    expect(card(page)).to_have_text("Iliotibial band")
    page.reload()
    expect(card(ready(page))).to_have_text("Iliotibial band")
    context.close()


def test_plotly_and_streamlits_files_are_kept_for_a_year_and_compressed(pair):
    address, _ = pair
    with urllib.request.urlopen(f"{address}/", timeout=20) as page:
        html = page.read().decode()
    bundle = html.split('src="./static/js/')[1].split('"')[0]
    headers = answer(address, f"/static/js/{bundle}")
    assert headers["Content-Encoding"] == "gzip"
    assert "max-age=31536000" in headers["Cache-Control"]
    from components.diagram.assets import plotly_url

    headers = answer(address, f"/{plotly_url()}")
    assert headers["Content-Encoding"] == "gzip"
    assert "max-age=31536000" in headers["Cache-Control"]
