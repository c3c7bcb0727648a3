"""What is measured on an open page: axe's findings, sizes of targets, what runs out of the page, where the focus is."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules of axe that depend on colours."""
RUN = """async ([colours, most]) => {
  const wanted = ['serious', 'critical'];
  const others = axe._audit.rules.filter(rule => rule.impact && !wanted.includes(rule.impact)).map(rule => rule.id);
  const options = colours ? { runOnly: colours }
    : { rules: Object.fromEntries(others.map(id => [id, { enabled: false }])) };
  const found = await axe.run({ resultTypes: ['violations'], ...options });
  return found.violations.filter(one => wanted.includes(one.impact))
    .map(one => [one.id, one.nodes.slice(0, most).map(node => node.html.slice(0, 160))]);
}"""
"""What axe finds by the rules that it counts as serious or critical; the others cannot find anything of that weight."""
UNROLLED = """.stApp, .stApp *:has(.stMain), .stMain { position: static !important; overflow: visible !important;
  height: auto !important; max-height: none !important; inset: auto !important; }
html, body, #root { height: auto !important; overflow: visible !important; }"""
"""The page at its full length. Of what is scrolled out of the box that it scrolls in, axe looks at no colour."""
CONTENT = """() => {
  const words = e => [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join('');
  return [...document.querySelectorAll('.stApp *')].filter(e => !e.closest('svg, [role=listbox]'))
    .map(e => `${e.tagName} ${e.role || ''} ${e.ariaLabel || ''} ${words(e)}`).join('\\n');
}"""

SMALL = """() => {
  const found = [];
  for (const e of document.querySelectorAll('a[href], button, input, summary, textarea, select, [role=button]')) {
    const own = e.getBoundingClientRect();
    if (!own.width || !e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    if (e.closest('[style*="clip"], .hc-off')) continue;                        // for screen readers only
    if (own.right < 1 || own.left > innerWidth) continue;             // a closed menu, or a label only read aloud
    if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') continue;            // a link in running text
    if (e.dataset.testid === 'stSkipToContent' && e !== document.activeElement) continue;   // grows when focused
    const rail = e.closest('label, [data-testid=stSlider], .stSelectbox [role=group], .stMultiSelect [role=group]');
    const box = (e.tagName === 'INPUT' && rail || e).getBoundingClientRect();
    if (box.width < 43.5 || box.height < 43.5) found.push(`${e.tagName} ${e.innerText || e.ariaLabel || e.title} `
      + `${Math.round(box.width)}x${Math.round(box.height)}`);
  }
  return found; }"""
CUT = """() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page ${document.documentElement.scrollWidth}`);
  for (const e of document.querySelectorAll('.stMain h1, .stMain h2, .stMain h3, .stMain p, .stMain li, .stMain dd,'
      + '.stMain button, .stMain summary, .stMain td, .stMain label')) {
    if (!e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const table = e.closest('table');
    if (table && getComputedStyle(table).overflowX === 'auto') continue;     // wide, but all of it can be reached
    if (box.width < 2 || e.closest('[data-testid=stDataFrame], .hc-off, .hc-said, .stSelectbox')) continue;
    if (box.right > innerWidth + 1 || box.left < -1) found.push(`outside: ${e.innerText.slice(0, 40)}`);
    const hides = ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1
      || ['hidden', 'clip'].includes(style.overflowY) && e.scrollHeight > e.clientHeight + 2;
    if (hides && e.innerText.trim()) found.push(`cut: ${e.innerText.slice(0, 40)}`);
  }
  return found; }"""
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const near = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label, [role=group]')];
  const inside = [...at.querySelectorAll('*'), ...(at.closest('label')?.querySelectorAll('*') || [])];
  const look = () => [...near.filter(Boolean), ...inside].slice(0, 40).map(e => { const s = getComputedStyle(e);
    const outline = s.outlineStyle === 'none' ? '' : s.outline;
    return [outline, s.boxShadow, s.borderColor, s.backgroundColor, s.textDecoration].join(); });
  const box = (at.closest('label') || at).getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const focused = look();
  at.blur();
  const plain = look();
  at.focus({ focusVisible: true, preventScroll: true });
  return { name: `${at.tagName} ${(at.ariaLabel || at.innerText || at.title || at.type || '').slice(0, 40)}`, seen,
    shown: focused.some((f, n) => f !== plain[n]), x: box.left + scrollX, y: box.top,
    key: at.tagName + [...document.querySelectorAll('*')].indexOf(at) }; }"""


def serious(page: Page, *, colours_alone: bool = False, whole: bool = False, most: int = 3) -> list[Any]:
    """What axe calls serious or critical: (rule, first places, so many at most).

    `colours_alone` runs the rules that look at colours and no others: for a page of which the rest was looked at in
    another colour scheme. `whole` unrolls the page first, or else colours are looked at where they are in sight.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    unrolled = page.add_style_tag(content=UNROLLED) if whole else None
    found = list(page.evaluate(RUN, [COLOUR_RULES if colours_alone else None, most]))
    if unrolled:
        unrolled.evaluate("e => e.remove()")
    return found


def content(page: Page) -> str:
    """All that a page holds apart from its colours: every element with its role, and every word.

    The options of an open list come and go as it is scrolled, so they are left out.
    """
    return str(page.evaluate(CONTENT))


def small_targets(page: Page) -> list[Any]:
    """What can be pressed and is lower or narrower than 44 px; links inside running text are not counted."""
    return list(page.evaluate(SMALL))


def cut_off(page: Page) -> list[Any]:
    """Words that are hidden by their box or run out of the page."""
    return list(page.evaluate(CUT))


def tab_stops(page: Page, most: int = 80) -> list[dict[str, Any]]:
    """Press Tab from the top until the focus comes round; a list of dicts: name, seen, shown, x, y."""
    stops, keys = [], set()
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["key"] in keys:
            break
        keys.add(stop["key"])
        stops.append(stop)
    return stops
