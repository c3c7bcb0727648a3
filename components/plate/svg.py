"""A plate as an SVG document."""

from __future__ import annotations

from html import escape

from components.plate import foot
from components.plate.names import LETTER_MM, ROW
from components.plate.plate import Plate
from components.shared.menu import CREDIT_LICENSED


def svg(found: Plate) -> str:
    """The plate as an SVG document, one unit per mm, with the credit below it."""
    left, bottom, right, top = found.frame
    parts = []
    for stroke in found.strokes:
        end = "Z" if stroke.closed else ""
        path = "".join("M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in ring) + end for ring in stroke.rings)
        fill = "none" if stroke.fill is None else _hex(stroke.fill)
        dash = ' stroke-dasharray="6 4"' if stroke.dash else ""
        parts.append(
            f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{_hex(stroke.grey)}" '
            f'stroke-width="{stroke.width}" stroke-linejoin="round"{dash}/>'
        )
    for name in found.names:
        (ax, ay), (bx, by) = name.start, name.end
        anchor = "end" if name.side == "left" else "start"
        for ink, width in (("#fff", 3.2), ("#000", 1.0)):
            parts.append(f'<path d="M{ax:.1f} {-ay:.1f}L{bx:.1f} {-by:.1f}" stroke="{ink}" stroke-width="{width}"/>')
        parts.append(f'<circle cx="{bx:.1f}" cy="{-by:.1f}" r="2.4" fill="#000" stroke="#fff" stroke-width="1.2"/>')
        x = ax + (-3 if name.side == "left" else 3)
        for n, row in enumerate(name.rows):
            y = -ay + LETTER_MM * (0.35 + ROW * (n - (len(name.rows) - 1) / 2))
            parts.append(
                f'<text x="{x:.1f}" y="{y:.1f}" font-family="DejaVu Sans, Verdana, sans-serif" '
                f'font-size="{LETTER_MM}" font-weight="700" text-anchor="{anchor}">{escape(row)}</text>'
            )
    letter = foot.letter(right - left)
    for n, row in enumerate(foot.ROWS, 1):
        parts.append(
            f'<text x="{left + foot.EDGE_MM:.1f}" y="{-bottom + letter * foot.ROW * n:.1f}" '
            f'font-family="DejaVu Sans, Verdana, sans-serif" font-size="{letter:.2f}">{escape(row)}</text>'
        )
    wide, tall = right - left, top - bottom + foot.tall(right - left)
    size = f'width="{wide:.0f}mm" height="{tall:.0f}mm"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {-top:.0f} {wide:.0f} {tall:.0f}" '
        f'{size} role="img"><title>{escape(found.title)}</title><desc>{escape(CREDIT_LICENSED)}</desc>'
        f'<rect x="{left:.0f}" y="{-top:.0f}" width="{wide:.0f}" height="{tall:.0f}" fill="#fff"/>'
        f"{''.join(parts)}</svg>"
    )


def _hex(grey: float) -> str:
    return "#" + f"{round(grey * 255):02x}" * 3
