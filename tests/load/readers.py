"""Simulated readers over the app's own web socket: `python tests/load/readers.py [--readers 1,25,50] [--seconds 20]`.

Starts a server of the app (and one of a bare one-button page, the floor) on loopback, lets N readers open Explore and
tap every two seconds, and prints median and 95th percentile from tap to answer and memory per session. A tap is a rerun
with another structure in the address, more work than the fragment that a real tap reruns. Not part of the tests.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.catalog import catalog
from tests.e2e.conftest import HOME, serving

FLOOR = "import streamlit as st\nst.button('floor', key='b')\nst.write(st.query_params.get('structure'))\n"
STRUCTURES = list(catalog().structures)
PAUSE = 2.0


def memory_mb(pid):
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)


async def finished(socket):
    """Wait for the end of a script run."""
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(), 60))
        if message.WhichOneof("type") == "script_finished":
            return


async def tap(socket, structure):
    message = BackMsg()
    message.rerun_script.query_string = f"structure={structure}&view=lateral&layer=surface"
    start = time.perf_counter()
    await socket.send(message.SerializeToString())
    await finished(socket)
    return time.perf_counter() - start


async def reader(address, seconds, spans, number):
    url = address.replace("http", "ws") + "/_stcore/stream"
    async with websockets.connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=60) as socket:
        draw = random.Random(number)
        await tap(socket, "iliotibial_band")  # the first run opens the page
        await asyncio.sleep(draw.random() * PAUSE)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            spans.append(await tap(socket, draw.choice(STRUCTURES)))
            await asyncio.sleep(max(0.0, PAUSE - spans[-1]))


async def crowd(address, count, seconds):
    spans = []
    await asyncio.gather(*(reader(address, seconds, spans, n) for n in range(count)))
    return spans


def measured(home, counts, seconds):
    rows = {}
    for count in counts:
        with serving(home) as (address, process):
            asyncio.run(crowd(address, 1, 4))  # warm
            before = memory_mb(process.pid)
            spans = asyncio.run(crowd(address, count, seconds))
            after = memory_mb(process.pid)
            ordered = sorted(spans)
            late, each = ordered[int(len(ordered) * 0.95)], (after - before) / count
            rows[count] = (statistics.median(spans) * 1000, late * 1000, each, len(spans))
    return rows


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--readers", default="1,25,50,100,200")
    options.add_argument("--seconds", type=float, default=20)
    given = options.parse_args()
    counts = [int(n) for n in given.readers.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "app.py").write_text(FLOOR, encoding="utf-8")
        floor = measured(Path(folder), counts, given.seconds)
    app = measured(HOME, counts, given.seconds)
    print("readers | app median, 95th (ms), MB each | floor median, 95th (ms), MB each | ratio of 95th")
    for n in counts:
        (a, b, c, taps), (d, e, f, _) = app[n], floor[n]
        print(f"{n:7} | {a:6.0f} {b:6.0f} {c:6.2f} | {d:6.0f} {e:6.0f} {f:6.2f} | {b / e:5.2f}  ({taps} taps)")
