"""Simulated readers over the app's own web socket: `python tests/load/readers.py [--readers 1,25,50] [--seconds 20]`.

Starts a server of the app (and one of a bare one-button page, the floor) on loopback, lets N readers open Explore and
tap every two seconds, and prints median and 95th percentile from tap to answer, and memory per idle session. A tap is
what the diagram sends: its trigger, which reruns the fragment; the answer must hold the card of what was tapped. On the
floor a tap presses the button of a fragment. Not part of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from html import escape
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection
from websockets.typing import Subprotocol

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.catalog import catalog
from tests.e2e.servers import HOME, serving

FLOOR = """
import streamlit as st
@st.fragment
def body():
    if st.button("floor", key="b"):
        st.session_state["n"] = st.session_state.get("n", 0) + 1
    st.write(f"count {st.session_state.get('n', 0)}")
body()
"""
NAMES = {i: escape(s.name) for i, s in catalog().structures.items()}
PAUSE = 2.0
IDLE = 60
"""So many sessions are opened, tapped once and left alone to see what one keeps in memory."""


def memory_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)


async def finished(socket: ClientConnection) -> list[ForwardMsg]:
    """All messages up to the end of a script run."""
    found = []
    while True:
        message = ForwardMsg()
        message.ParseFromString(await asyncio.wait_for(socket.recv(), 120))
        found.append(message)
        if message.WhichOneof("type") == "script_finished":
            return found


class Reader:
    """One session over the app's own web socket: opened, then tapped."""

    def __init__(self, address: str) -> None:
        self.url = address.replace("http", "ws") + "/_stcore/stream"

    async def __aenter__(self) -> Reader:
        self.socket = await websockets.connect(
            self.url, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=120
        )
        message = BackMsg()
        message.rerun_script.query_string = ""
        await self.socket.send(message.SerializeToString())
        for delta in (m.delta for m in await finished(self.socket) if m.WhichOneof("type") == "delta"):
            element = delta.new_element
            if element.WhichOneof("type") == "bidi_component" and element.bidi_component.id.endswith("diagram"):
                self.widget, self.fragment = element.bidi_component.id, delta.fragment_id
            elif element.WhichOneof("type") == "button":
                self.widget, self.fragment = element.button.id, delta.fragment_id
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.socket.close()

    async def tap(self, structure: str) -> float:
        """Tap; return the seconds until the answer was complete."""
        message = BackMsg()
        message.rerun_script.fragment_id = self.fragment
        state = message.rerun_script.widget_states.widgets.add()
        if "diagram" in self.widget:
            state.id = f"$$STREAMLIT_INTERNAL_KEY_{self.widget}__events"
            picked = {"id": structure, "stack": [structure], "n": random.random()}
            state.json_trigger_value = json.dumps([{"event": "pick", "value": picked}])
            message.rerun_script.widget_states.widgets.add(id=self.widget, json_value="{}")
        else:
            state.id, state.trigger_value = self.widget, True
        start = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        answer = await finished(self.socket)
        span = time.perf_counter() - start
        if "diagram" in self.widget:
            said = "".join(m.delta.new_element.html.body for m in answer if m.WhichOneof("type") == "delta")
            assert f"<h2>{NAMES[structure]}</h2>" in said, structure
        return span


async def reader(address: str, seconds: float, spans: list[float], number: int) -> None:
    draw = random.Random(number)
    async with Reader(address) as session:
        await asyncio.sleep(draw.random() * PAUSE)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            spans.append(await session.tap(draw.choice(list(NAMES))))
            await asyncio.sleep(max(0.0, PAUSE - spans[-1]))


async def crowd(address: str, count: int, seconds: float) -> list[float]:
    spans: list[float] = []
    await asyncio.gather(*(reader(address, seconds, spans, n) for n in range(count)))
    return spans


async def idle(address: str, pid: int) -> float:
    """Memory in MB that a session keeps while its reader reads, over sessions opened after a few others."""
    sessions = [Reader(address) for _ in range(IDLE + 10)]
    before = 0.0
    for number, session in enumerate(sessions):
        if number == 10:
            await asyncio.sleep(2)
            before = memory_mb(pid)
        await session.__aenter__()
        await session.tap("sartorius")
    await asyncio.sleep(2)
    kept = (memory_mb(pid) - before) / IDLE
    for session in sessions:
        await session.__aexit__()
    return kept


def measured(home: Path, counts: list[int], seconds: float) -> tuple[dict[int, tuple[float, float, int]], float]:
    rows = {}
    for count in counts:
        with serving(home) as (address, _):
            asyncio.run(crowd(address, 1, 4))  # warm
            ordered = sorted(asyncio.run(crowd(address, count, seconds)))
            late = ordered[int(len(ordered) * 0.95)]
            rows[count] = (statistics.median(ordered) * 1000, late * 1000, len(ordered))
    with serving(home) as (address, process):
        return rows, asyncio.run(idle(address, process.pid))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--readers", default="1,25,50,100,200")
    options.add_argument("--seconds", type=float, default=20)
    given = options.parse_args()
    counts = [int(n) for n in given.readers.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "app.py").write_text(FLOOR, encoding="utf-8")
        floor, floor_mb = measured(Path(folder), counts, given.seconds)
    app, app_mb = measured(HOME, counts, given.seconds)
    print("readers | app median, 95th (ms) | floor median, 95th (ms) | ratio of the 95th")
    for n in counts:
        (a, b, taps), (d, e, _) = app[n], floor[n]
        print(f"{n:7} | {a:6.0f} {b:6.0f} | {d:6.0f} {e:6.0f} | {b / e:5.2f}  ({taps} taps)")
    print(f"memory per idle session: app {app_mb:.3f} MB, floor {floor_mb:.3f} MB, ratio {app_mb / floor_mb:.2f}")
