"""WebKit, the engine of every browser on an iPad, as WebKitGTK has it: Debian's driver, by Selenium, under Xvfb."""

from __future__ import annotations

import io
import json
import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service

from tests.e2e.engines.engine import Actions, Engine
from tests.e2e.waiting import LIMIT_MS

BROWSERS = Path("/usr/lib") / f"{platform.machine()}-linux-gnu"
READS = """const done = arguments[arguments.length - 1];
Promise.resolve((%s)(...%s)).then(found => done(JSON.stringify(found ?? null)));"""


class WebKit(Engine):
    """One window of WebKitGTK's own small browser."""

    name = "webkit"
    fingers = 0

    def __init__(self, driver: WebKitGTK, frame: Path) -> None:
        self._driver = driver
        self._frame = frame

    def go(self, address: str) -> None:
        """Load an address; returns when the document has loaded."""
        self._driver.get(address)

    def run(self, function: str, *values: object) -> Any:
        """Call a JavaScript function (its source) with JSON values; returns what it returns, as JSON."""
        return json.loads(self._driver.execute_async_script(READS % (function, json.dumps(values))))

    def act(self, sources: Actions) -> None:
        """Move, press and release pointers and keys."""
        self._driver.execute("actions", {"actions": list(sources)})

    def picture(self) -> bytes:
        """What is seen, as PNG: read from the screen's memory, since the driver's own way never answers here."""
        raw = self._frame.read_bytes()
        head, wide, tall = (int.from_bytes(raw[at : at + 4], "big") for at in (0, 16, 20))
        colours, line = (int.from_bytes(raw[at : at + 4], "big") for at in (76, 48))
        image = Image.frombuffer("RGB", (wide, tall), raw[head + 12 * colours :], "raw", "BGRX", line)
        written = io.BytesIO()
        image.save(written, "PNG")
        return written.getvalue()

    def complaints(self) -> list[str]:
        """Nothing: this driver hands out no console."""
        return []

    def downloaded(self) -> None:
        """Nowhere: this browser, steered by its driver, starts no downloads."""
        return


@contextmanager
def webkit(folder: Path, size: tuple[int, int]) -> Iterator[WebKit]:
    """A fresh browser on a screen of its own, which is in memory only."""
    driver, browser = shutil.which("WebKitWebDriver"), next(iter(sorted(BROWSERS.glob("webkit2gtk-*/MiniBrowser"))), None)
    assert driver and browser, "no WebKit: run bash tests/run, which installs it"
    with screen(folder, size) as display:
        options = WebKitGTKOptions()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        service = Service(driver, env={**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_DMABUF_RENDERER": "1"})
        running = WebKitGTK(options=options, service=service)
        try:
            running.set_window_rect(0, 0, *size)
            running.set_script_timeout(LIMIT_MS / 1000)
            yield WebKit(running, folder / "Xvfb_screen0")
        finally:
            running.quit()


@contextmanager
def screen(folder: Path, size: tuple[int, int]) -> Iterator[str]:
    """A screen in memory (Xvfb chooses a free number); yields its name."""
    found = shutil.which("Xvfb")
    assert found, "no Xvfb: run bash tests/run, which installs it"
    read, write = os.pipe()
    command = [found, "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1] + 200}x24", "-nolisten", "tcp", "-fbdir", str(folder)]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)
