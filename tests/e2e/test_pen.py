"""The presenter's pen: drawing over the picture while it is zoomed, by mouse, by finger and by keys."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.reader import SIGHT, SPOT, card, press, tab_to, tap
from tests.e2e.waiting import ready, settled

LINE = [(-40.0, -120.0), (-10.0, -140.0), (20.0, -120.0)]
"""On the front of the thigh, mm."""
STROKES = """() => [...document.querySelectorAll('.hc-ink-over .hc-stroke')].map(path => {
  const at = path.getScreenCTM(), long = path.getTotalLength();
  const px = way => { const p = path.getPointAtLength(way).matrixTransform(at); return [p.x, p.y]; };
  return { from: px(0), to: px(long), d: path.getAttribute('d'),
    wide: Number(path.getAttribute('stroke-width')) * Math.abs(at.a) };
})"""
"""What is seen of the strokes, in px of the screen."""
FETCHED = "performance.getEntriesByType('resource').filter(e => /pen-\\w+\\.js/.test(e.name)).length"


def button(page, act):
    return page.locator(f"[data-act={act}]")


def picture(page):
    return page.locator(".stApp .hc-diagram")


def ink(page):
    """What the picture tells whoever keeps its strokes."""
    return picture(page).get_attribute("data-ink")


def spots(page, points):
    return [page.evaluate(SPOT, list(point)) for point in points]


def by_mouse(page, points):
    first, *rest = spots(page, points)
    page.mouse.move(*first)
    page.mouse.down()
    for spot in rest:
        page.mouse.move(*spot, steps=5)
    page.mouse.up()


def by_touch(page, *ways):
    """Fingers that come down together, each along its way (px), and are lifted together."""
    client = page.context.new_cdp_session(page)
    for n, fingers in enumerate(zip(*ways, strict=True)):
        down = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(fingers)]
        client.send("Input.dispatchTouchEvent", {"type": "touchMove" if n else "touchStart", "touchPoints": down})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    client.detach()


def lies_where_it_was_drawn(page, stroke, points=LINE):
    first, *_, last = spots(page, points)
    assert stroke["from"] == pytest.approx(first, abs=2)
    assert stroke["to"] == pytest.approx(last, abs=2)


@pytest.fixture
def presented(server, open_page):
    """A plain page on which somebody begins to present, and to draw."""
    page = ready(open_page(f"{server}/?structure=sartorius&view=anterior"))
    assert page.evaluate(FETCHED) == 0  # who does not present does not wait for it
    assert button(page, "pen").count() == 0
    press(page.get_by_text("Presenter"))
    press(button(page, "pen"))
    expect(button(page, "draw")).to_have_attribute("aria-pressed", "true")
    expect(button(page, "undo")).to_have_attribute("aria-disabled", "true")
    by_mouse(page, LINE)
    return page


def test_strokes_are_the_pictures_own_while_it_is_zoomed_and_saved_with_it(presented):
    page = presented
    [drawn] = page.evaluate(STROKES)
    lies_where_it_was_drawn(page, drawn)
    kept = ink(page)
    assert kept.startswith("1.d0")
    expect(card(page)).to_have_text("Sartorius")  # nothing was tapped

    page.keyboard.press("+")  # the picture has the keys
    page.keyboard.press("+")
    settled(page)
    [zoomed] = page.evaluate(STROKES)
    lies_where_it_was_drawn(page, zoomed)
    assert zoomed["d"] == drawn["d"]
    assert zoomed["wide"] == pytest.approx(drawn["wide"] / 0.8**2, rel=0.01)
    by_mouse(page, [(0, -100), (30, -180)])
    assert page.evaluate(STROKES)[1]["wide"] == pytest.approx(drawn["wide"], rel=0.01)  # fine where one is close
    page.keyboard.press("Control+z")
    assert ink(page) == kept

    with page.expect_download() as saving:
        button(page, "save").click()
    saved = Image.open(io.BytesIO(saving.value.path().read_bytes())).convert("RGB")
    frame = page.locator(".hc-plot").bounding_box()
    assert saved.size == (2 * round(frame["width"]), 2 * (round(frame["height"]) + 70))
    x, y = spots(page, [LINE[1]])[0]
    left, top = round(2 * (x - frame["x"])), round(2 * (y - frame["y"] + 40))
    around = saved.crop((left - 14, top - 14, left + 14, top + 14))
    assert (29, 79, 196) in {colour for _, colour in around.getcolors(4000)}  # the ink, on the anatomy
    expect(page.locator(".hc-said")).to_have_text("The picture is saved")


def test_strokes_are_rubbed_out_and_ringed_by_keys_and_gone_with_their_drawing(presented):
    page = presented
    kept = ink(page)
    page.keyboard.press("e")
    by_mouse(page, [(-30, -60), LINE[1], (0, -200)])
    assert ink(page) == ""
    page.keyboard.press("Control+z")
    assert ink(page) == kept

    tab_to(page, "document.activeElement.closest('.hc-pen-bar') !== null", 6)
    while page.evaluate("document.activeElement.dataset.act") != "ring":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert len(page.evaluate(STROKES)) == 2  # who does not draw by hand rings what is selected
    kept = ink(page)

    press(page.get_by_role("radio", name="Rolling verdict"))
    settled(page)
    assert ink(page) == kept
    press(page.get_by_role("radio", name="Side"))
    settled(page)
    assert (ink(page), page.evaluate(STROKES)) == ("", [])

    page.locator(".hc-plot").focus()
    page.keyboard.press("Escape")
    expect(button(page, "pen")).to_be_visible()
    expect(card(page)).to_have_text("Sartorius")  # it ended the drawing and cleared nothing
    tap(page, 5, -200)
    expect(card(page)).to_have_text("Iliotibial band")
    page.keyboard.press("d")
    expect(button(page, "done")).to_be_visible()
    press(page.get_by_text("Presenter"))
    expect(button(page, "done")).to_have_count(0)
    assert ink(settled(page)) is None


def test_a_finger_draws_two_move_the_picture_and_a_palm_does_neither(server, open_page):
    page = ready(open_page(f"{server}/?structure=none&view=anterior&presenter=1", (390, 844), touch=True))
    press(button(page, "pen"))
    by_touch(page, spots(page, LINE))
    [drawn] = page.evaluate(STROKES)
    lies_where_it_was_drawn(page, drawn)
    kept, sight = ink(page), page.evaluate(SIGHT)

    x, y = spots(page, [(0, -150)])[0]
    steps = range(0, 90, 15)
    by_touch(page, [(x - 20 - n, y - n) for n in steps], [(x + 20 + n, y + n) for n in steps])
    settled(page)
    assert page.evaluate(SIGHT)[0] < 0.5 * sight[0]
    assert ink(page) == kept
    lies_where_it_was_drawn(page, page.evaluate(STROKES)[0])

    press(button(page, "mark"))
    by_touch(page, spots(page, [(-20, -150), (20, -160)]))
    settled(page)
    assert ink(page).startswith(f"{kept}.m0")
    press(button(page, "undo"))
    expect(picture(page)).to_have_attribute("data-ink", kept)

    pen = "document.querySelector('.hc-sheet').dispatchEvent(new PointerEvent('pointermove', {pointerType: 'pen'}))"
    page.evaluate(pen)  # from now on a finger is beside a pen
    by_touch(page, spots(page, [(-20, -150), (-10, -155), (20, -190)]))
    settled(page)
    assert ink(page) == kept

    press(button(page, "clear"))
    expect(picture(page)).to_have_attribute("data-ink", "")
    press(button(page, "done"))
    tap(page, 0, -150)
    expect(card(page)).to_be_visible()
    assert ink(page) == ""
