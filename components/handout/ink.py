"""What is drawn on the handout: the plate as vector art, and the QR code."""

from __future__ import annotations

import segno
from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import IntersectionRule, StrokeCapStyle, StrokeJoinStyle

from components.handout.letters import POINT
from components.plate.names import LETTER_MM, ROW
from components.plate.plate import Plate

LEAST_NAME = 8.0
"""Least size of a name in the drawing, pt."""


def draw_plate(document: FPDF, found: Plate, x: float, y: float, wide: float, *, names: bool = True) -> None:
    """Draw a plate with its upper left corner at x, y (mm of the page), `wide` mm wide; a small one without names."""
    left, _, right, top = found.frame
    scale = wide / (right - left)

    def at(p: tuple[float, float]) -> tuple[float, float]:
        return x + (p[0] - left) * scale, y + (top - p[1]) * scale

    frame = (found.frame[3] - found.frame[1]) * scale
    with document.rect_clip(x, y, wide, frame), document.drawing_context() as context:
        for stroke in found.strokes:
            path = PaintedPath()
            path.style.fill_color = None if stroke.fill is None else _grey(stroke.fill)
            path.style.stroke_color = _grey(stroke.grey) if stroke.width else None
            path.style.stroke_width = max(stroke.width * scale, 0.05)
            path.style.stroke_join_style = StrokeJoinStyle.ROUND
            path.style.stroke_cap_style = StrokeCapStyle.ROUND
            path.style.stroke_dash_pattern = [1.4, 0.9] if stroke.dash else None
            path.style.intersection_rule = IntersectionRule.EVENODD
            path.style.auto_close = stroke.closed
            for ring in stroke.rings:
                path.move_to(*at(ring[0]))
                for point in ring[1:]:
                    path.line_to(*at(point))
                if stroke.closed:
                    path.close()
            context.add_item(path, clone=False)  # a copy of every point is half the time
    size = max(LETTER_MM * scale, LEAST_NAME * POINT)
    for name in found.names if names else ():
        for ink, width in ((255, 0.7), (0, 0.2)):
            document.set_draw_color(ink)
            document.set_line_width(width)
            document.line(*at(name.start), *at(name.end))
        document.set_fill_color(0)
        document.set_draw_color(255)
        document.circle(*at(name.end), 0.5, style="DF")
        document.set_font("body", "B", size / POINT)
        px, py = at(name.start)
        for n, row in enumerate(name.rows):
            shift = -document.get_string_width(row) - 0.6 if name.side == "left" else 0.6
            document.text(px + shift, py + size * (0.35 + ROW * (n - (len(name.rows) - 1) / 2)), row)


def _grey(value: float) -> str:
    return "#" + f"{round(value * 255):02x}" * 3


def draw_code(document: FPDF, link: str, x: float, y: float, side: float) -> None:
    """The link as a QR code, drawn as squares; the paper around it is its quiet zone."""
    rows = list(segno.make_qr(link, error="m").matrix_iter(border=0))
    step = side / len(rows)
    document.set_fill_color(0)
    for r, row in enumerate(rows):
        for c, dark in enumerate(row):
            if dark:
                document.rect(x + c * step, y + r * step, step * 1.02, step * 1.02, style="F")
