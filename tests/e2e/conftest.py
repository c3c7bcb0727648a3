"""One server and one Chromium for all journeys; a console error or a request to elsewhere fails the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.waiting import LIMIT_MS, WATCH

HOME = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
expect.set_options(timeout=LIMIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in Path(item.fspath).parts:
            item.add_marker(pytest.mark.e2e)


def watched(browser: Browser, **options: Any) -> BrowserContext:
    """A fresh context of the browser whose pages say what they wait for (see `waiting`)."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
    context.set_default_timeout(LIMIT_MS)
    context.add_init_script(WATCH)
    return context


@contextmanager
def serving(
    home: Path = HOME, wait: float = 60, port: int | None = None, within: Sequence[str] = (), **variables: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A fresh server of the app in `home` (at a port where one is named); yields (address, process).

    `variables` are set in its environment; `within` is a command that runs the server's.
    """
    if port is None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
    command = [*within, sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--logger.level=warning"]
    process = subprocess.Popen(
        command, cwd=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | variables
    )
    address = f"http://127.0.0.1:{port}"
    try:
        end = time.monotonic() + wait
        while process.poll() is None and time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                    break
            except OSError:
                time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:  # a server still drawing its figures need not finish them
            process.kill()
            process.wait(10)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with serving() as (address, _):
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "no Chromium: run bash tests/run, which installs it"
    with sync_playwright() as p:
        running = p.chromium.launch(executable_path=found, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open pages by `open_page(address, size=..., dark=..., touch=...)`; checks console and network at the end."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(
        address: str,
        size: tuple[int, int] = (1280, 800),
        *,
        dark: bool = False,
        touch: bool = False,
        expect_errors: bool = False,
        block: str | None = None,
    ) -> Page:
        scheme = "dark" if dark else "light"
        viewport = {"width": size[0], "height": size[1]}
        context = watched(browser, viewport=viewport, color_scheme=scheme, has_touch=touch)
        contexts.append(context)
        page = context.new_page()
        if block:
            page.route(block, lambda route: route.abort())
        if not expect_errors:
            page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda e: wrong.append(str(e)))
        page.on("request", lambda r: wrong.append(r.url) if outside(r.url) else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def outside(url: str) -> bool:
    return urlparse(url).scheme in ("http", "https", "ws", "wss") and urlparse(url).hostname != "127.0.0.1"
