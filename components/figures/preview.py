"""SVG documents side by side as one PNG, to look at while a pose is tuned."""

from __future__ import annotations

import re
from pathlib import Path

import fpdf

from components.shared import raster

SCALE = 2.0


def png(files: list[Path], out: Path) -> None:
    """Put the pictures one below the other and write them as a PNG."""
    texts = [f.read_text(encoding="utf-8") for f in files]
    sizes = [tuple(map(float, re.findall(r"[\d.]+", t.partition('viewBox="')[2].partition('"')[0])[2:])) for t in texts]
    beside = sizes[0][0] < 1.25 * sizes[0][1]
    wide = sum(w for w, _ in sizes) if beside else max(w for w, _ in sizes)
    tall = max(h for _, h in sizes) if beside else sum(h for _, h in sizes)
    page = fpdf.FPDF(unit="pt", format=(wide, tall))
    page.set_margin(0)
    page.set_auto_page_break(False)
    page.add_page()
    x = y = 0.0
    for file, (w, h) in zip(files, sizes, strict=True):
        page.image(str(file), x, y, w, h)
        x, y = (x + w, y) if beside else (x, y + h)
    out.write_bytes(raster.pngs(bytes(page.output()), SCALE, mode="RGB")[0])
