"""The names beside the picture: none over another, none under a button, on every kind of screen."""

import pytest

from data.outlines import AXIAL_VIEWS, load_view
from tests.e2e.reader import SIGHT, turned
from tests.e2e.waiting import ready

CLASHES = """() => {
  const rect = e => { const r = e.getBoundingClientRect(); return { name: e.textContent, ...r.toJSON() }; };
  const names = [...document.querySelectorAll('.hc-plot .textpoint')].map(rect).filter(r => r.width);
  const others = [...document.querySelectorAll('.hc-tools button, .hc-side-top, .hc-side-bottom')].map(rect);
  const frame = document.querySelector('.hc-plot').getBoundingClientRect(), found = [];
  names.forEach((a, n) => {
    const out = a.left < frame.left || a.right > frame.right || a.top < frame.top || a.bottom > frame.bottom;
    if (out) found.push(a.name);
    for (const b of [...names.slice(n + 1), ...others]) {
      const beside = a.left >= b.right - 1 || b.left >= a.right - 1 || a.top >= b.bottom - 1 || b.top >= a.bottom - 1;
      if (!beside) found.push(`${a.name} x ${b.name}`);
    }
  });
  return { names: names.length, found };
}"""


@pytest.mark.parametrize("size", [(1280, 800), (820, 1180), (390, 844)], ids=["wide", "tablet", "phone"])
def test_no_name_lies_over_another_or_under_a_button_and_a_cut_fills_its_frame(server, open_page, size):
    page = ready(open_page(f"{server}/", size))
    for view in (*AXIAL_VIEWS, "anterior", "posterior"):
        turned(page, f"/?view={view}", view)
        clashes = page.evaluate(CLASHES)
        assert clashes["names"] >= 7, view
        assert clashes["found"] == [], view
        if view in AXIAL_VIEWS:
            across, up = page.evaluate(SIGHT)
            x0, y0, x1, y1 = load_view(view).surround[0].area().bounds
            assert max((x1 - x0) / across, (y1 - y0) / up) > 0.6, view


@pytest.mark.parametrize(("size", "more"), [((700, 450), "embed=true"), ((1280, 800), "tour=first_lesson&stop=2")])
def test_no_name_lies_over_another_in_a_low_picture(server, open_page, size, more):
    page = ready(open_page(f"{server}/?{more}", size))
    for view in ("anterior", "lateral"):
        turned(page, f"/?view={view}&{more}", view)
        clashes = page.evaluate(CLASHES)
        assert clashes["names"] >= 7, view
        assert clashes["found"] == [], view
