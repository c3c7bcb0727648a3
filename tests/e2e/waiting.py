"""The one way to wait: until the page rests. No test sleeps; what takes time is asked for, not guessed.

A page rests when the run that it last asked the server for has begun and ended, the script rests, nothing is stale,
every diagram is drawn or has failed, and no animation runs; and when all of that held for some frames on end, since
what has arrived is drawn a frame later.
"""

from __future__ import annotations

from playwright.sync_api import Page

LIMIT_MS = 60_000
"""A machine under load is slow, not wrong: a page that never rests still fails."""
FRAMES = 4

WATCH = """(() => {
  const watch = (window.__watch = { asked: 0, begun: 0, ended: 0, opened: 0, cut: false });
  const ASK = 11, BEGIN = 4, END = 6, CUT = 2;      // fields of Streamlit's messages; an end that makes way
  // The fields of a message and their numbers (0 where a field is no number): only what frames them is read.
  const fields = bytes => {
    const found = new Map();
    let at = 0;
    const varint = () => {
      let value = 0, shift = 1;
      for (;;) {
        const byte = bytes[at++];
        value += (byte & 127) * shift;
        if (!(byte & 128)) return value;
        shift *= 128;
      }
    };
    while (at < bytes.length) {
      const tag = varint(), kind = tag % 8;
      const value = kind === 0 ? varint() : 0;
      if (kind === 2) at += varint();
      else if (kind === 1) at += 8;
      else if (kind === 5) at += 4;
      found.set(Math.floor(tag / 8), value);
    }
    return found;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...all) {
      super(...all);
      this.addEventListener('open', () => { watch.opened += 1; });
      this.addEventListener('message', ({ data }) => {
        if (!(data instanceof ArrayBuffer)) return;
        const found = fields(new Uint8Array(data));
        if (found.has(BEGIN)) watch.begun = performance.now();
        if (found.has(END)) { watch.ended = performance.now(); watch.cut = found.get(END) === CUT; }
      });
    }
    send(data) {
      const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
      if (bytes instanceof Uint8Array && fields(bytes).has(ASK)) watch.asked = performance.now();
      super.send(data);
    }
  };
})()"""
"""Run before the page's own scripts: when it last asked for a run, when one began and ended, and how often the server
was reached."""

RESTS = """frames => {
  const watch = window.__watch || { asked: 1, begun: 2, ended: 3 };
  const endless = a => a.effect.getComputedTiming().iterations === Infinity;
  const busy = document.querySelector('.stApp')?.dataset.testScriptState !== 'notRunning'
    || !(0 < watch.asked && watch.asked < watch.begun && watch.begun <= watch.ended) || watch.cut
    || document.querySelector('[data-stale=true], [data-testid=stSkeleton], .hc-diagram:not(.hc-ready, .hc-failed)')
    || document.querySelector('.hc-moving')
    || document.getAnimations().some(a => a.playState === 'running' && !endless(a));
  window.__rested = busy ? 0 : (window.__rested || 0) + 1;
  return window.__rested >= frames;
}"""


def settled(page: Page) -> Page:
    """Wait until the page rests; returns it."""
    page.evaluate("() => { window.__rested = 0; }")
    page.wait_for_function(RESTS, arg=FRAMES, polling="raf", timeout=LIMIT_MS)
    return page


def ready(page: Page) -> Page:
    """Wait until there is a diagram and the page rests; returns it."""
    page.wait_for_selector(".hc-diagram", timeout=LIMIT_MS)
    return settled(page)
