"""The one way to wait: until the page rests. No test sleeps; what takes time is asked for, not guessed.

A page rests when the app has taken over, the run that it last asked the server for has begun and ended, the script
rests, nothing is stale, every diagram is drawn or has failed, no animation runs, nothing scrolls, nothing is being
fetched and nothing is due soon; and when all of that held for some frames on end in which nothing changed, since what
has arrived is drawn a frame later.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, TimeoutError

LIMIT_MS = 60_000
"""A machine under load is slow, not wrong: a page that never rests still fails."""
FRAMES = 4
TAKEN_OVER = "document.querySelector('.stApp') && !document.querySelector('#hc-first')"
"""That the app has taken over: what the server has sent to be read before is gone. No other place asks for this."""

WATCH = """(() => {
  const watch = (window.__watch = { asked: 0, begun: 0, ended: 0, opened: 0, cut: false, changes: 0,
    scrolls: 0, fetching: 0, due: new Set() });
  const ASK = 11, BEGIN = 4, END = 6, CUT = 2;      // fields of Streamlit's messages; an end that makes way
  // The fields of a message and their numbers (0 where a field is no number): only what frames them is read
  // (tests/e2e/test_waiting.py reads some with Streamlit's own reader beside it).
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
      const value = kind === 0 || kind === 2 ? varint() : 0;    // a number, or how long what follows is
      if (kind === 2) at += value;
      else if (kind === 1) at += 8;
      else if (kind === 5) at += 4;
      found.set(Math.floor(tag / 8), kind === 0 ? value : 0);
    }
    return found;
  };
  watch.fields = fields;
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
  // What is fetched, until all of it is there.
  const get = window.fetch;
  window.fetch = (...all) => {
    const coming = get(...all);
    watch.fetching += 1;
    coming.then(answer => answer.clone().arrayBuffer()).catch(() => {}).finally(() => { watch.fetching -= 1; });
    return coming;
  };
  // What is put off by a moment: a size that is followed, a slider that is let go, a drawing that is made sharp.
  const SOON = 400, later = window.setTimeout;
  window.setTimeout = (act, ms = 0, ...rest) => {
    if (typeof act !== 'function' || ms > SOON) return later(act, ms, ...rest);
    const id = later((...all) => { watch.due.delete(id); act(...all); }, ms, ...rest);
    watch.due.add(id);
    return id;
  };
  for (const name of ['clearTimeout', 'clearInterval']) {
    const clear = window[name];
    window[name] = id => { watch.due.delete(id); clear(id); };
  }
  addEventListener('scroll', () => { watch.scrolls += 1; }, { capture: true, passive: true });
  new MutationObserver(() => { watch.changes += 1; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()"""
"""Run before the page's own scripts: when it last asked for a run, when one began and ended, how often the server was
reached; what is being fetched, what is due soon, and how often the page has changed or was scrolled."""

RESTS = """frames => {
  const watch = window.__watch;
  const endless = a => a.effect?.getComputedTiming().iterations === Infinity;
  const reasons = {
    before: !(TAKEN_OVER),
    running: document.querySelector('.stApp')?.dataset.testScriptState !== 'notRunning'
      || !(0 < watch.asked && watch.asked < watch.begun && watch.begun <= watch.ended) || watch.cut,
    drawing: document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
      || document.querySelector('.stApp .hc-diagram:not(.hc-ready, .hc-failed)')
      || [...document.images].some(image => !image.complete && image.loading !== 'lazy'),
    coming: watch.fetching > 0 || watch.due.size > 0 || document.fonts.status === 'loading',
    moving: document.querySelector('.hc-moving')
      || document.getAnimations().some(a => a.playState === 'running' && !endless(a)),
    changed: watch.changes !== watch.seen,
    scrolling: watch.scrolls !== watch.rolled,
  };
  watch.seen = watch.changes;
  watch.rolled = watch.scrolls;
  watch.busy = Object.keys(reasons).filter(reason => reasons[reason]);
  watch.rested = watch.busy.length ? 0 : (watch.rested || 0) + 1;
  return watch.rested >= frames;
}""".replace("TAKEN_OVER", TAKEN_OVER)


def settled(page: Page) -> Page:
    """Wait until the page rests; returns it."""
    page.evaluate("() => { window.__watch.rested = 0; }")
    try:
        page.wait_for_function(RESTS, arg=FRAMES, polling="raf", timeout=LIMIT_MS)
    except TimeoutError as error:
        raise AssertionError(f"the page never rests: {page.evaluate('window.__watch')}") from error
    return page


def met(page: Page, holds: Callable[[], object], missed: str) -> None:
    """Wait, a page's frame at a time, until something holds that the page's messages bring; says what was `missed`."""
    for _ in range(LIMIT_MS * 60 // 1000):
        if holds():
            return
        page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError(missed)


def ready(page: Page) -> Page:
    """Wait until there is a diagram and the page rests; returns it."""
    page.wait_for_selector(".stApp .hc-diagram", timeout=LIMIT_MS)
    return settled(page)


def taken_over(page: Page) -> Page:
    """Wait until the app answers instead of what the server has sent to be read before; returns the page."""
    page.wait_for_function(f"() => {TAKEN_OVER}", timeout=LIMIT_MS)
    return page


def load(page: Page, address: str) -> Page:
    """Open an address and wait until the app has taken over; returns the page."""
    page.goto(address)
    return taken_over(page)


def reload(page: Page) -> Page:
    """Load the same address anew and wait until the app has taken over; returns the page."""
    page.reload()
    return taken_over(page)
