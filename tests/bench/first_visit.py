"""A first visit in numbers: `python tests/bench/first_visit.py [--runs 5] [--json FILE] [--profiles here,tablet,slow]`.

Starts the app and beside it a bare page (one chart, the least that Streamlit can do), and opens each with an empty
cache, turn by turn, so that what else the machine does meets both alike. Prints medians and their ratio to bare.
`--app name=address` measures what is running elsewhere instead. Needs Chromium. Not a test: see the other benches.

MB: all that came over the wire. FCP, LCP, CLS: as browsers define them. seen: the first frame with the picture, be it
a still. live: the first with the diagram itself. long: time within tasks of more than 50 ms. Times in seconds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.e2e.chromium import FLAGS, whole
from tests.e2e.servers import serving

BARE = "bare"
BARE_PAGE = """import math
import plotly.graph_objects as go
import streamlit as st
st.set_page_config(layout="wide")
figure = go.Figure()
for k in range(40):
    x, y = ([f(t / 10) for t in range(63)] for f in (math.cos, math.sin))
    figure.add_trace(go.Scatter(x=[k + v for v in x], y=y, fill="toself"))
st.plotly_chart(figure, on_select="rerun", key="chart")
"""
CHART = ".stPlotlyChart .main-svg .scatterlayer path"
SEEN, LIVE = f".hc-still, .hc-ready, {CHART}", f".hc-ready, {CHART}"
LIMIT_MS = 180_000
REST_MS = 2_500
"""So long a page is watched after its diagram is live: what still comes and moves counts."""
WATCH = """([seen, live]) => {
  const found = (window.__visit = { lcp: 0, cls: 0, long: 0 });
  const follow = (type, act) =>
    new PerformanceObserver(list => list.getEntries().forEach(act)).observe({ type, buffered: true });
  follow('largest-contentful-paint', entry => { found.lcp = entry.startTime; });
  follow('layout-shift', entry => { if (!entry.hadRecentInput) found.cls += entry.value; });
  follow('longtask', entry => { found.long += entry.duration; });
  const shown = node => node.getBoundingClientRect().height > 0 && node.checkVisibility({ visibilityProperty: true })
    && (node.tagName !== 'IMG' || node.naturalWidth > 0);
  const wanted = { seen, live };
  const look = () => {
    for (const [name, selector] of Object.entries(wanted))
      if (!(name in found) && [...document.querySelectorAll(selector)].some(shown))
        requestAnimationFrame(at => { found[name] ??= at; });
    if (!('live' in found)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass(frozen=True)
class Profile:
    """A reader's machine and line."""

    size: tuple[int, int] = (820, 1180)
    cpu: int = 1
    mbit: float | None = None
    delay_ms: int = 0


PROFILES = {
    "here": Profile(),
    "tablet": Profile(cpu=4, mbit=10, delay_ms=40),
    "slow": Profile(cpu=4, mbit=1.6, delay_ms=150),
}


@dataclass(frozen=True)
class Visit:
    """What one visit took, or the medians of several."""

    mb: float
    requests: float
    fcp: float
    lcp: float
    seen: float
    live: float
    cls: float
    long: float


NUMBERS = tuple(f.name for f in fields(Visit))


def slow_down(devtools: CDPSession, profile: Profile) -> None:
    if profile.mbit:
        rate = profile.mbit * 1e6 / 8
        line = {"offline": False, "latency": profile.delay_ms, "downloadThroughput": rate, "uploadThroughput": rate / 3}
        devtools.send("Network.emulateNetworkConditions", line)
    if profile.cpu > 1:
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": profile.cpu})


def visit(browser: Browser, address: str, profile: Profile) -> Visit:
    """Open an address with an empty cache and watch."""
    context = browser.new_context(viewport={"width": profile.size[0], "height": profile.size[1]})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    weights: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    slow_down(devtools, profile)
    page.add_init_script(f"({WATCH})({json.dumps([SEEN, LIVE])})")
    page.goto(address, wait_until="commit", timeout=LIMIT_MS)
    page.wait_for_function("() => 'live' in (window.__visit ?? {})", timeout=LIMIT_MS)
    page.wait_for_timeout(REST_MS)
    found: dict[str, float] = page.evaluate("window.__visit") | {"fcp": page.evaluate(PAINT)}
    context.close()
    seconds = {name: found[name] / 1000 for name in ("fcp", "lcp", "seen", "live", "long")}
    return Visit(mb=sum(weights) / 1e6, requests=len(weights), cls=found["cls"], **seconds)


def middle(visits: Sequence[Visit]) -> Visit:
    return Visit(*(statistics.median(getattr(v, name) for v in visits) for name in NUMBERS))


def measured(browser: Browser, apps: dict[str, str], profile: Profile, runs: int) -> dict[str, Visit]:
    """The medians of every app, visited turn by turn."""
    visits: dict[str, list[Visit]] = {name: [] for name in apps}
    for _ in range(runs):
        for name, address in apps.items():
            visits[name].append(visit(browser, address, profile))
    return {name: middle(found) for name, found in visits.items()}


@contextmanager
def started(named: Sequence[str]) -> Iterator[dict[str, str]]:
    """The addresses of what is to be measured, by name; the bare page is always among them."""
    with ExitStack() as stack:
        apps = dict(text.split("=", 1) for text in named)
        if not apps:
            apps["app"] = stack.enter_context(serving())[0]
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "app.py").write_text(BARE_PAGE, encoding="utf-8")
        apps[BARE] = stack.enter_context(serving(folder, STREAMLIT_BROWSER_GATHER_USAGE_STATS="false"))[0]
        yield apps


def line(title: str, numbers: Iterable[float]) -> str:
    return f"{title:16}" + "".join(f"{number:10.2f}" for number in numbers)


def table(profile: str, apps: dict[str, Visit]) -> str:
    """A line an app, and below it the ratio to bare."""
    lines = []
    bare = astuple(apps[BARE])
    for name, found in apps.items():
        lines.append(line(f"{profile} {name}", astuple(found)))
        if name != BARE:
            lines.append(
                line("  of bare", (x / y if y else float("nan") for x, y in zip(astuple(found), bare, strict=True)))
            )
    return "\n".join(lines)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--runs", type=int, default=5)
    ask.add_argument("--profiles", default=",".join(PROFILES))
    ask.add_argument("--app", action="append", default=[], metavar="NAME=ADDRESS")
    ask.add_argument("--json", type=Path, help="write the numbers here as well")
    args = ask.parse_args()
    with started(args.app) as apps, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=whole(), args=FLAGS)
        for address in apps.values():  # once unmeasured: the first reader of a server fills its caches
            visit(browser, address, PROFILES["here"])
        print(f"{'':16}" + "".join(f"{name:>10}" for name in NUMBERS))
        results: dict[str, dict[str, Visit]] = {}
        for profile in args.profiles.split(","):
            results[profile] = measured(browser, apps, PROFILES[profile], args.runs)
            print(table(profile, results[profile]), flush=True)
        browser.close()
    if args.json:
        rows = {profile: {name: asdict(v) for name, v in apps.items()} for profile, apps in results.items()}
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
