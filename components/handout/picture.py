"""Pictures of what is printed: the page as a preview, a plate alone."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from fpdf import FPDF

from components.handout.ink import draw_plate
from components.handout.letters import close, load
from components.plate.plate import Plate


def png(document: bytes, dots_per_inch: int = 110, page: int = 0) -> bytes:
    """A page of a PDF as a PNG, the first if not told otherwise."""
    out = BytesIO()
    with pypdfium2.PdfDocument(document) as opened:
        opened[page].render(scale=dots_per_inch / 72).to_pil().convert("L").save(out, "PNG")
    return out.getvalue()


def pngs(document: bytes, dots_per_inch: int = 110) -> tuple[bytes, ...]:
    """Every page of a PDF as a PNG."""
    with pypdfium2.PdfDocument(document) as opened:
        count = len(opened)
    return tuple(png(document, dots_per_inch, page) for page in range(count))


def plate_png(found: Plate, dots_per_mm: float = 2.4) -> bytes:
    """A plate alone as a PNG."""
    left, bottom, right, top = found.frame
    document = FPDF(unit="mm", format=(right - left, top - bottom))
    document.set_auto_page_break(False)
    document.add_page()
    load(document)
    draw_plate(document, found, 0, 0, right - left)
    drawn = bytes(document.output())
    close(document)
    return png(drawn, round(dots_per_mm * 25.4))
