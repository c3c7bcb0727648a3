"""What carries the drawing away says whose it is and under which licence: within the file and where it is seen."""

import io
import re
from xml.etree import ElementTree

import pypdfium2
import pytest
from PIL import Image

from components.deck.picture import files
from components.handout.pdf import pdf
from components.handout.picture import plate_pdf, plate_png
from components.plate.plate import plate
from components.plate.svg import svg
from components.shared.menu import CREDIT, CREDIT_LICENSED, LICENCE
from data.catalog import catalog
from data.deck import Kind, cards
from data.handout import Handout

C = catalog()
VIEWS = pytest.mark.parametrize("view", ["lateral", "anterior", "posterior"])


def squeezed(text):
    return re.sub(r"\s+", "", text)


def printed(document):
    with pypdfium2.PdfDocument(document) as found:
        return squeezed(found[0].get_textpage().get_text_range())


def test_the_credit_names_source_holder_and_licence():
    for part in ("BodyParts3D", "The Database Center for Life Science", "CC BY-SA 4.0"):
        assert part in CREDIT_LICENSED
    assert f"{CREDIT} {LICENCE}" == CREDIT_LICENSED


@VIEWS
def test_a_plate_as_svg_says_it_below_the_drawing(view):
    found = plate(view, ())
    root = ElementTree.fromstring(svg(found))
    assert root.findtext("{*}desc") == CREDIT_LICENSED
    left, top, wide, tall = map(float, root.get("viewBox").split())
    rows = {t.text: (float(t.get("x")), float(t.get("y")), float(t.get("font-size"))) for t in root.findall("{*}text")}
    for row in (CREDIT, LICENCE):
        x, y, size = rows[row]
        assert left <= x
        assert x + 0.6 * size * len(row) <= left + wide, "cut off"
        assert -found.frame[1] < y < top + tall


@VIEWS
def test_a_plate_as_png_says_it_below_the_drawing(view):
    found = plate(view, ())
    assert squeezed(CREDIT_LICENSED) in printed(plate_pdf(found))
    with Image.open(io.BytesIO(plate_png(found))) as picture:
        assert picture.info["Description"] == CREDIT_LICENSED
        left, bottom, right, top = found.frame
        drawn = round(picture.width * (top - bottom) / (right - left))
        foot = picture.crop((0, drawn + 2, picture.width, picture.height))
        assert foot.getextrema()[0] < 100, "nothing is written"
        assert picture.crop((picture.width - 1, drawn + 2, picture.width, picture.height)).getextrema()[0] == 255


@pytest.mark.parametrize("chosen", [{"structures": ("sartorius",)}, {"chain": "weak_glute_med"}])
def test_a_handout_says_it_at_its_foot(chosen):
    assert squeezed(CREDIT_LICENSED) in printed(pdf(Handout(**{"structures": ()} | chosen), C))


def test_the_pictures_of_a_flash_card_say_it():
    card = next(c for c in cards(("sartorius",), [Kind.FIND], C) if c.picture)
    for body in files(card.picture).values():
        assert ElementTree.fromstring(body).findtext("{*}desc") == CREDIT_LICENSED
