"""Servers of the app for the tests: fresh ones, and the one that all journeys share."""

from __future__ import annotations

import fcntl
import os
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

HOME = Path(__file__).parents[2]
WHEN_ASKED = {"HIPCHAIN_FIGURES": "when_asked"}
"""For a server that lives for one test: it has no use for all figures, and to draw them takes longer than to start."""


def free_port() -> int:
    """A port to listen at, below those that the system hands out by itself: nobody takes it before we do."""
    while True:
        port = random.SystemRandom().randrange(10_000, 32_000)
        with socket.socket() as s:
            try:
                s.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


def command(port: int) -> list[str]:
    """What starts a server of the app in the folder where it is run."""
    found = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    return [*found, "--server.address=127.0.0.1", "--logger.level=warning"]


@contextmanager
def serving(
    home: Path = HOME, wait: float = 120, port: int | None = None, within: Sequence[str] = (), **variables: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A fresh server of the app in `home` (at a port where one is named); yields (address, process).

    `variables` are set in its environment; `within` is a command that runs the server's.
    """
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [*within, *command(port)],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | variables,
    )
    words: list[bytes] = []
    # all that it says is read: a pipe that nobody reads holds a server up when it is full
    listener = threading.Thread(target=words.extend, args=(process.stdout,))
    listener.start()
    try:
        if not answers(f"{address}/_stcore/health", process, wait):
            raise RuntimeError(f"the server does not answer; it said: {b''.join(words)[-2000:].decode()}")
        yield address, process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:  # a server still drawing its figures need not finish them
            process.kill()
            process.wait(30)
        listener.join()
        if process.stdout:
            process.stdout.close()


def answers(url: str, process: subprocess.Popen[bytes], wait: float) -> bool:
    """Wait until there is an answer; False where the process has ended or time is over."""
    end = time.monotonic() + wait
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return True
        except OSError:
            time.sleep(0.05)
    return False


@contextmanager
def shared(folder: Path) -> Iterator[str]:
    """The address of a server that all who name this folder share.

    Who needs it first starts it, and ends it when nobody uses it any longer.
    """
    with (folder / "server").open("a+") as users, ExitStack() as stack:
        with (folder / "server-starts").open("a") as starting:
            fcntl.flock(starting, fcntl.LOCK_EX)  # one starts it, the others wait
            fcntl.flock(users, fcntl.LOCK_SH)
            users.seek(0)
            if mine := not (address := users.read()):
                address, _ = stack.enter_context(serving())
                users.write(address)
                users.flush()
        yield address
        if mine:
            fcntl.flock(users, fcntl.LOCK_EX)  # a worker that has ended, however it did, holds it no longer
            users.truncate(0)
