"""What is measured on an open page: axe's findings, sizes of targets, what runs out of the page, where the focus is."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page

SIZED_RULES = ["scrollable-region-focusable"]
"""The rule of axe that depends on how large boxes are."""
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules of axe that depend on colours."""
OTHER_RULES = """async most => {
  const words = e => [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data).join('');
  const said = [...document.querySelectorAll('*')].filter(e => e.checkVisibility({ visibilityProperty: true }))
    .map(e => e.cloneNode(false).outerHTML.replace(/ (style|class|d|transform|viewBox|width|height)="[^"]*"/g, '')
      + words(e)).join('');
  const before = (window.__said ||= new Set()), anew = !before.has(said);
  before.add(said);
  const wanted = ['serious', 'critical'], colours = COLOUR_RULES;
  const left = axe._audit.rules.filter(
    rule => colours.includes(rule.id) || rule.impact && !wanted.includes(rule.impact));
  const rules = Object.fromEntries(left.map(rule => [rule.id, { enabled: false }]));
  const how = anew ? { rules } : { runOnly: SIZED_RULES };
  return TOLD(await axe.run({ resultTypes: ['violations'], ...how }));
}"""
"""What axe finds by the rules that it counts as serious or critical, colours left out; the others cannot find anything
of that weight. A page that says and shows the very same as in another size is asked only what depends on its size."""
COLOURS = """async ([most, elsewhere]) => {
  const known = new Map();
  const isLarge = (px, weight) => px >= 24 || px >= 18.66 && weight >= 700;       // where less contrast is enough
  const look = e => {
    if (!e || e === document.documentElement) return '';
    if (!known.has(e)) {
      const s = getComputedStyle(e);
      known.set(e, [look(e.parentElement), e.localName, s.color, s.backgroundColor, s.backgroundImage, s.opacity,
        isLarge(parseFloat(s.fontSize), +s.fontWeight), s.fontWeight, s.fontStyle, s.position, s.textShadow,
        s.textDecorationLine, s.filter, s.mixBlendMode, s.display, s.visibility].join('|'));
    }
    return known.get(e);
  };
  const same = Map.groupBy(
    [...document.querySelectorAll('body *')].filter(e => e.checkVisibility({ visibilityProperty: true })
      && (e.matches('input, textarea, select')
        || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))), look);
  const boxes = new Map(), box = e => boxes.get(e) || boxes.set(e, e.getBoundingClientRect()).get(e);
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const painted = [...document.querySelectorAll('body *')].filter(e => {
    const s = getComputedStyle(e);
    return e.matches('img, svg, canvas, iframe')
      || s.backgroundColor !== 'rgba(0, 0, 0, 0)' || s.backgroundImage !== 'none';
  });
  const alone = e => !e.closest('svg')
    && !painted.some(other => meets(box(e), box(other)) && !other.contains(e) && !e.contains(other));
  const seen = (window.__looks ||= new Set()), told = [], include = [];
  for (const [look, all] of same) {
    if (seen.has(look)) continue;
    seen.add(look);
    const bits = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(look));
    const mark = btoa(String.fromCharCode(...new Uint8Array(bits)));
    const here = elsewhere.includes(mark) ? all.filter(e => !alone(e)) : all;
    const sample = [...new Set([here[0], here[here.length >> 1], here.at(-1)])].filter(Boolean);
    include.push(...sample);
    if (sample.some(alone)) told.push(mark);
  }
  if (!include.length) return [[], []];
  return [TOLD(await axe.run({ include }, { resultTypes: ['violations'], runOnly: COLOUR_RULES })), told];
}"""
"""What axe finds by the rules that look at colours, and marks of the looks that it has looked at. Words that look
alike, in boxes that all look alike, are told apart by nothing that these rules ask for: of each kind the first, the
middle and the last one are looked at, and none again in another size of the page, nor on another page where its look is
known from `elsewhere`; only words that lie on what is no box around them, as those on pictures, are looked at on each
page."""
TOLD = """(found => found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => [one.id, one.nodes.slice(0, most).map(node => node.html.slice(0, 160))]))"""
MEANT = {"TOLD": TOLD, "COLOUR_RULES": str(COLOUR_RULES), "SIZED_RULES": str(SIZED_RULES)}
for word, meant in MEANT.items():
    OTHER_RULES, COLOURS = OTHER_RULES.replace(word, meant), COLOURS.replace(word, meant)
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
  const pen = document.createElement('canvas').getContext('2d');
  for (const last of document.querySelectorAll('.stMain ol > li:last-child')) {
    const style = getComputedStyle(last);
    if (!last.checkVisibility() || style.listStyleType !== 'decimal') continue;
    pen.font = `${style.fontSize} ${style.fontFamily}`;
    const number = `${last.parentElement.children.length}. `;
    const left = last.getBoundingClientRect().left - pen.measureText(number).width;
    if (left < 0) found.push(`outside: number ${number}by ${-left} px`);
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


def serious(page: Page, *, colours_alone: bool = False, most: int = 3, clear: set[str] | None = None) -> list[Any]:
    """What axe calls serious or critical: (rule, first places, so many at most).

    `colours_alone` leaves out the rules that look at anything but colours: for a page of which the rest was looked at
    in another colour scheme. The page is unrolled while its colours are looked at. `clear` holds the looks at whose
    colours nothing was found on other pages; those of this page are added where nothing is found.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found = [] if colours_alone else list(page.evaluate(OTHER_RULES, most))
    unrolled = page.add_style_tag(content=UNROLLED)
    faint, looks = page.evaluate(COLOURS, [most, sorted(clear or ())])
    unrolled.evaluate("e => e.remove()")
    if clear is not None and not faint:
        clear.update(looks)
    return found + list(faint)


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
