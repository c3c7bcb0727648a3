"""WebKit, the engine of every browser on an iPad, as WebKitGTK has it: Debian's driver on a screen in memory."""

from __future__ import annotations

import io
import json
import os
import platform
import shutil
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from tests.e2e.engines.engine import MOUSE, Actions, Engine
from tests.e2e.servers import answers, free_port
from tests.e2e.waiting import LIMIT_MS

BROWSERS = Path("/usr/lib") / f"{platform.machine()}-linux-gnu"
BARS_PX = 38
"""Height of the browser's own bars above the page."""
READS = """const done = arguments[arguments.length - 1];
Promise.resolve((%s)(...%s)).then(found => done(JSON.stringify(found ?? null)));"""
OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # the driver is on this machine


class WebKit(Engine):
    """One window of WebKitGTK's own small browser, steered by the W3C's WebDriver protocol."""

    name = "webkit"
    pointers = (MOUSE,)

    def __init__(self, driver: str, browser: Path, frame: Path) -> None:
        self._frame = frame
        self._session = driver
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = f"{driver}/session/{self._send('session', capabilities=wanted)['sessionId']}"

    def _send(self, command: str, **values: Any) -> Any:
        """Send a command and wait for its answer."""
        body = json.dumps(values).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._session}/{command}", body, headers, method="POST")
        try:
            with OPEN.open(request, timeout=LIMIT_MS / 1000) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise RuntimeError(f"{command}: {refused.read().decode()}") from None

    def end(self) -> None:
        """Close the window and end the browser."""
        OPEN.open(urllib.request.Request(self._session, method="DELETE"), timeout=LIMIT_MS / 1000).close()

    def fill(self, size: tuple[int, int]) -> None:
        """Make the page so many px wide and high."""
        self._send("window/rect", x=0, y=0, width=size[0], height=size[1] + BARS_PX)
        self._send("timeouts", script=LIMIT_MS, pageLoad=LIMIT_MS)

    def go(self, address: str) -> None:
        """Load an address; returns when the document has loaded."""
        self._send("url", url=address)

    def run(self, function: str, *values: object) -> Any:
        """Call a JavaScript function (its source) with JSON values; returns what it returns, as JSON."""
        return json.loads(self._send("execute/async", script=READS % (function, json.dumps(values)), args=[]))

    def act(self, sources: Actions) -> None:
        """Move, press and release pointers and keys."""
        self._send("actions", actions=list(sources))

    def picture(self) -> bytes:
        """What is seen, as PNG: read from the screen's memory, since the driver's own way never answers here."""
        raw = self._frame.read_bytes()
        head, wide, tall, line, colours = (int.from_bytes(raw[at : at + 4], "big") for at in (0, 16, 20, 48, 76))
        screen = Image.frombuffer("RGB", (wide, tall), raw[head + 12 * colours :], "raw", "BGRX", line)
        written = io.BytesIO()
        page = self.run("() => [innerWidth, innerHeight]")
        screen.crop((0, BARS_PX, page[0], BARS_PX + page[1])).save(written, "PNG")
        return written.getvalue()

    def complaints(self) -> list[str]:
        """Nothing: this driver hands out no console."""
        return []

    def downloaded(self) -> None:
        """Nowhere: this browser, steered by its driver, starts no downloads."""
        return


@contextmanager
def webkit(folder: Path, size: tuple[int, int]) -> Iterator[WebKit]:
    """A fresh browser on a screen of its own, which is in memory only; `folder` holds that screen."""
    driver = shutil.which("WebKitWebDriver")
    browser = next(iter(sorted(BROWSERS.glob("webkit2gtk-*/MiniBrowser"))), None)
    assert driver, "no WebKit: run bash tests/run, which installs it"
    assert browser, f"no browser of WebKitGTK below {BROWSERS}"
    with screen(folder, size) as display, served(driver, display, folder) as address:
        running = WebKit(address, browser, folder / "Xvfb_screen0")
        try:
            running.fill(size)
            yield running
        finally:
            running.end()


@contextmanager
def screen(folder: Path, size: tuple[int, int]) -> Iterator[str]:
    """A screen in memory (Xvfb finds a free number); yields its name."""
    found = shutil.which("Xvfb")
    assert found, "no Xvfb: run bash tests/run, which installs it"
    read, write = os.pipe()
    command = [found, "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1] + BARS_PX}x24", "-nolisten", "tcp"]
    command += ["-fbdir", str(folder)]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def served(driver: str, display: str, folder: Path) -> Iterator[str]:
    """The driver's own server at a free port; yields its address."""
    port = free_port()
    home = {"DISPLAY": display, "HOME": str(folder), "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
    command = [driver, "--host=127.0.0.1", f"--port={port}"]
    process = subprocess.Popen(command, env={**os.environ, **home}, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        assert answers(f"{address}/status", process, LIMIT_MS / 1000), "WebKit's driver does not answer"
        yield address
    finally:
        process.terminate()
        process.wait(10)
