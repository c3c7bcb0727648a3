"""The one way to wait: until the page rests. No test sleeps; what takes time is asked for, not guessed.

A page rests when every rerun that it asked the server for has been answered, the script has run, nothing is stale,
every diagram is drawn or has failed, and no animation runs; and when all of that held for some frames on end, since a
press becomes a message and a message becomes a picture a frame later.
"""

from __future__ import annotations

from playwright.sync_api import Page

LIMIT_MS = 60_000
"""A machine under load is slow, not wrong: a page that never rests still fails."""
FRAMES = 4

WATCH = """(() => {
  const watch = (window.__watch = { asked: 0, heard: 0, opened: 0 });
  const RERUN = 0x5a;                        // the first byte of a message that asks for a rerun: field 11
  window.WebSocket = class extends WebSocket {
    constructor(...all) {
      super(...all);
      this.addEventListener('message', () => { watch.heard = performance.now(); });
      this.addEventListener('open', () => { watch.opened += 1; });
    }
    send(data) {
      const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
      if (bytes?.[0] === RERUN) watch.asked = performance.now();
      super.send(data);
    }
  };
})()"""
"""Run before the page's own scripts: when it last asked for a rerun, when the server was last heard, and how
often it was reached."""

RESTS = """frames => {
  const watch = window.__watch || { asked: 1, heard: 1 };
  const endless = a => a.effect.getComputedTiming().iterations === Infinity;
  const busy = document.querySelector('.stApp')?.dataset.testScriptState !== 'notRunning'
    || !watch.asked || watch.asked > watch.heard
    || document.querySelector('[data-stale=true], .stSkeleton, .hc-diagram:not(.hc-ready, .hc-failed)')
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
