"""Firefox (Gecko), by WebDriver BiDi: Debian has no geckodriver, and Firefox itself speaks this protocol."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.e2e.engines.engine import FINGER, MOUSE, Actions, Engine
from tests.e2e.waiting import LIMIT_MS, WATCH

READY = "WebDriver BiDi listening on "


class Firefox(Engine):
    """One tab of a Firefox."""

    name = "firefox"
    pointers = (MOUSE, FINGER)

    def __init__(self, socket: ClientConnection, folder: Path, size: tuple[int, int]) -> None:
        self._socket = socket
        self._folder = folder
        self._number = 0
        self._complaints: list[str] = []
        self._send("session.new", capabilities={})
        self._tab = self._send("browsingContext.getTree")["contexts"][0]["context"]
        viewport = {"width": size[0], "height": size[1]}
        self._send("browsingContext.setViewport", context=self._tab, viewport=viewport, devicePixelRatio=1)
        self._send("script.addPreloadScript", functionDeclaration=f"() => {{ {WATCH} }}")
        self._send("session.subscribe", events=["log.entryAdded"])
        landing = {"type": "allowed", "destinationFolder": str(folder)}
        self._send("browser.setDownloadBehavior", downloadBehavior=landing)

    def _send(self, method: str, **params: Any) -> Any:
        """Send a command and wait for its answer; what else the browser tells meanwhile is kept."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.recv(timeout=LIMIT_MS / 1000))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self._complaints.append(str(told["params"]["text"]))
            if told.get("id") == self._number:
                if told["type"] == "error":
                    raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
                return told["result"]

    def go(self, address: str) -> None:
        """Load an address; returns when the document has loaded."""
        self._send("browsingContext.navigate", context=self._tab, url="about:blank", wait="complete")
        self.complaints()  # what the page before has said, of loads that its leaving cut off too, is read and forgotten
        self._complaints.clear()
        self._send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, function: str, *values: object) -> Any:
        """Call a JavaScript function (its source) with JSON values; returns what it returns, as JSON."""
        source = f"() => JSON.stringify(({function})(...{json.dumps(values)}) ?? null)"
        found = self._send(
            "script.callFunction", functionDeclaration=source, awaitPromise=True, target={"context": self._tab}
        )
        if found["type"] != "success":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return json.loads(found["result"]["value"])

    def act(self, sources: Actions) -> None:
        """Move, press and release pointers and keys."""
        self._send("input.performActions", context=self._tab, actions=list(sources))

    def picture(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode(self._send("browsingContext.captureScreenshot", context=self._tab)["data"])

    def complaints(self) -> list[str]:
        """Errors in the page's console since it was loaded."""
        self.run("() => true")  # what was told before this answer has been read
        return list(self._complaints)

    def downloaded(self) -> Path:
        """The folder that downloads land in."""
        return self._folder


@contextmanager
def firefox(folder: Path, size: tuple[int, int], dark: bool = False) -> Iterator[Firefox]:
    """A fresh Firefox without a window; `folder` holds its profile and downloads."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    assert found, "no Firefox: run bash tests/run, which installs it"
    profile = folder / "profile"
    profile.mkdir(parents=True)
    prefs = {
        "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
        "dom.w3c_touch_events.enabled": 1,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "app.update.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
    }
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in prefs.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [found, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(profile)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr
        address = next(line.split(READY)[1].strip() for line in process.stderr if READY in line)
        with connect(f"{address}/session", max_size=None, proxy=None) as socket:
            yield Firefox(socket, folder, size)
    finally:
        process.kill()
        process.wait(10)
        if process.stderr:
            process.stderr.close()
