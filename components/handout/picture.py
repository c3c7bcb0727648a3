"""Pictures of what is printed: the page as a preview, a plate alone."""

from __future__ import annotations

from fpdf import FPDF

from components.handout.ink import draw_plate
from components.handout.letters import POINT, close, load
from components.plate import foot
from components.plate.plate import Plate
from components.shared import raster
from components.shared.menu import CREDIT_LICENSED


def png(document: bytes, dots_per_inch: int = 110) -> bytes:
    """The first page of a PDF as a PNG."""
    return pngs(document, dots_per_inch)[0]


def pngs(document: bytes, dots_per_inch: int = 110) -> tuple[bytes, ...]:
    """Every page of a PDF as a PNG."""
    return raster.pngs(document, dots_per_inch / 72)


def plate_png(found: Plate, dots_per_mm: float = 2.4) -> bytes:
    """A plate alone as a PNG, with the credit below it."""
    return raster.pngs(plate_pdf(found), round(dots_per_mm * 25.4) / 72, said=CREDIT_LICENSED)[0]


def plate_pdf(found: Plate) -> bytes:
    """A plate alone on a page of its own size, with the credit below it."""
    left, bottom, right, top = found.frame
    wide, tall = right - left, top - bottom
    document = FPDF(unit="mm", format=(wide, tall + foot.tall(wide)))
    document.set_auto_page_break(False)
    document.add_page()
    load(document)
    draw_plate(document, found, 0, 0, wide)
    document.set_text_color(0)
    document.set_font("body", "", foot.letter(wide) / POINT)
    for n, row in enumerate(foot.ROWS, 1):
        document.text(foot.EDGE_MM, tall + foot.letter(wide) * foot.ROW * n, row)
    drawn = bytes(document.output())
    close(document)
    return drawn
