"""Two replicas behind a real nginx with the project's own configuration: one is killed while a reader reads."""

import http.client
import json
import secrets
import shutil
import subprocess
import urllib.request
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from components.follow.serve import URL
from tests.e2e.pages import watched
from tests.e2e.reader import card, press, said_in_address, tap
from tests.e2e.servers import HOME, WHEN_ASKED, answers, free_port, serving
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


def served_by(headers):
    """The replica that gave an answer: nginx names before it those that it has tried in vain."""
    return headers["X-Replica"].rsplit(", ", 1)[-1]


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
    served = {served_by(answer(address)) for _ in range(6)}
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


def asked(address, path, source="127.0.0.1", body=None):
    """An answer to somebody at another address of this machine: JSON, and the replica that gave it."""
    line = http.client.HTTPConnection("127.0.0.1", port_of(address), timeout=60, source_address=(source, 0))
    headers = {"Content-Type": "application/json"} if body is not None else {}
    line.request("POST" if body is not None else "GET", path, body=body and json.dumps(body), headers=headers)
    found = line.getresponse()
    text = found.read()
    line.close()
    assert found.status == 200, (path, found.status, text)
    return (json.loads(text) if "json" in found.headers["Content-Type"] else text), served_by(found.headers)


def room_away_from(address, replica):
    """A room that does not live where this replica's sessions do, its secret, and where it lives."""
    for letters in ("BCDF", "GHJK", "LMNP", "RTVW", "XZBC", "DFGH", "JKLM", "NPRT", "VWXZ", "BBCC", "DDFF", "GGHH"):
        secret = secrets.token_hex(16)
        _, lives = asked(address, f"/{URL}/open?room={letters}", body={"secret": secret})
        if lives != replica:
            return letters, secret, lives
    raise AssertionError(f"every room lives with {replica}")


def test_a_room_lives_on_one_replica_for_readers_of_both_and_moves_when_that_ends(pair, browser):
    address, replicas = pair
    away = {asked(address, "/healthz", source)[1]: source for source in (f"127.{n}.0.1" for n in range(12))}
    assert len(away) == 2  # the sessions of one of these are with the one, of the other with the other
    here = served_by(answer(address))
    room, secret, lives = room_away_from(address, here)
    wait = f"/{URL}/wait?room={room}"
    assert {asked(address, wait, source)[1] for source in away.values()} == {lives}

    presenter, reader = (watched(browser).new_page() for _ in range(2))
    load(presenter, f"{address}/follow#lead={room}.{secret}")
    press(presenter.locator("#hc-room-bar").get_by_role("button", name="Show"))
    load(reader, f"{address}/follow?room={room}")
    load(presenter, f"{address}/?structure=sartorius&view=anterior")
    expect(card(ready(reader))).to_have_text("Sartorius")
    for source in away.values():
        found, served = asked(address, wait, source)
        assert (found["at"], served) == ("?structure=sartorius&view=anterior", lives)

    lost = replicas[port_of(f"http://{lives}")]
    lost.kill()
    lost.wait(60)
    expect(reader.locator("#hc-room-bar").get_by_role("status")).to_have_text(f"Following {room}")
    ready(presenter).get_by_role("radio", name="Back").click()  # the presenter opens the room on the other one
    said_in_address(ready(reader), view="posterior")
    found, served = asked(address, wait)
    assert served == here
    assert "view=posterior" in found["at"]
    for page in (presenter, reader):
        page.context.close()


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
