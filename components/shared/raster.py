"""Pages of a PDF as PNG: the one place that opens PDFium, which may be used by one thread at a time. Pure."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL.PngImagePlugin import PngInfo

_ONE = Lock()
"""Readers download in threads of their own; PDFium keeps one state for all of them."""


def pngs(document: bytes, scale: float, *, mode: str = "L", said: str = "") -> tuple[bytes, ...]:
    """Every page of a PDF as a PNG, `scale` dots for each point; `said` is kept within the file."""
    with _ONE, pypdfium2.PdfDocument(document) as opened:
        # copied while the page is open: a picture would else look into memory that PDFium has given back
        pages = [page.render(scale=scale).to_pil().convert(mode).copy() for page in opened]
    info = PngInfo()
    if said:
        info.add_itxt("Description", said)
    found = []
    for page in pages:
        out = BytesIO()
        page.save(out, "PNG", pnginfo=info)
        found.append(out.getvalue())
    return tuple(found)
