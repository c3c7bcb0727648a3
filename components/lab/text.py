"""The lab's numbers and words as escaped HTML. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from html import escape

from data.catalog import Catalog
from data.finding import Bearing, Finding
from data.mechanics.spread import Multiple, Spread
from data.mechanics.stance import MAXIMUS, MEDIUS, MINIMUS, Answer
from data.mechanics.tilt import Arms

ELEMENT_NAMES = {
    "glmed1": "Gluteus medius, front", "glmed2": "Gluteus medius, middle", "glmed3": "Gluteus medius, back",
    "glmin1": "Gluteus minimus, front", "glmin2": "Gluteus minimus, middle", "glmin3": "Gluteus minimus, back",
    "tfl": "TFL", "glmax1": "Gluteus maximus, upper", "glmax2": "Gluteus maximus, middle", "sart": "Sartorius",
    "recfem": "Rectus femoris", "piri": "Piriformis", "vaslat": "Vastus lateralis",
}  # fmt: skip
BEARINGS = {
    Bearing.SUPPORTS: ("✓", "Supports"),
    Bearing.LIMITS: ("◐", "Limits"),
    Bearing.CONTRADICTS: ("✕", "Speaks against"),
    Bearing.OUTSIDE: ("–", "Says nothing on"),
}
ROWS = {
    "gluteus_medius": ("Gluteus medius", MEDIUS),
    "gluteus_minimus": ("Gluteus minimus", MINIMUS),
    "tensor_fasciae_latae": ("TFL", ("tfl",)),
    "gluteus_maximus": ("Gluteus maximus", MAXIMUS),
    "iliotibial_band": ("Iliotibial band", ()),
    "hip_contact": ("Hip contact force", ()),
}
FULL = 5.0
"""The right end of the bars, as a multiple of the baseline."""
ENDS = {"rotation": ("turns out", "turns in"), "flexion": ("extends", "flexes"), "abduction": ("adducts", "abducts")}


def two_digits(value: float) -> str:
    """A figure with two significant digits: 2.3, 0.65, 170, 0."""
    if abs(value) < 0.005:
        return "0"
    places = 1 - math.floor(math.log10(abs(value)))
    rounded = round(value, places)
    return f"{rounded:.{max(0, places)}f}" if abs(rounded) < 10 else f"{rounded:.0f}"


def stance(found: Spread) -> str:
    """What the stance takes: each quantity as a multiple of its baseline with the band over the model choices."""
    demand = found.answer.demand
    asked = (
        f'<p class="hc-asked">Standing like this asks the hip for <b>{demand.moment_nm:.0f} N·m</b>: '
        f"{demand.supported_kg:.0f} kg hang {demand.lever_m * 1000:.0f} mm beside it.</p>"
    )
    if not found.answer.feasible:
        return (
            f'{asked}<div class="hc-verdict hc-avoid"><p class="hc-word">'
            '<span class="hc-icon" aria-hidden="true">✕</span>'
            "<b>Cannot hold the pelvis level</b></p><p>These muscles are too weak for this pose, so there are no "
            "forces to show. People then lean further over the standing leg or put the other foot down.</p></div>"
        )
    rows = "".join(_row(key, found.multiples[key], found.answer) for key in ROWS)
    missing = found.asked - found.held
    lost = f" {missing} of {found.asked} model choices cannot hold this pose and are left out." if missing else ""
    return (
        f'{asked}<table class="hc-bars"><thead><tr><th scope="col">Compared with full strength, upright</th>'
        f'<th scope="col"><span class="hc-off">Times baseline, least and most over the model choices</span></th>'
        f'<th scope="col">Force</th><th scope="col">Active</th></tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="hc-note">Pale bar: the range over {found.held} model choices; line: our model; dashes: full '
        f"strength. Static model of one generic adult; figures to two digits.{lost}</p>"
    )


def tilt(at: Mapping[str, Arms], start: Mapping[str, Arms], axis: str, element: str) -> str:
    """The moment arms of the main elements at a tilt, with a tick for where they stood at neutral."""
    rows = []
    for key, name in ELEMENT_NAMES.items():
        now, before = _arm(at[key], axis), _arm(start[key], axis)
        left, width = sorted((50.0, 50 + now / 80 * 50))[0], abs(now) / 80 * 50
        change = now - before
        moved = f"{change:+.0f}" if abs(change) >= 0.5 else "0"
        rows.append(
            f'<tr class="{"hc-picked" if key == element else ""}"><th scope="row">{escape(name)}</th>'
            f'<td class="hc-track hc-both"><span class="hc-fill" style="left:{left:.1f}%;width:{width:.1f}%"></span>'
            f'<span class="hc-was" style="left:{50 + before / 80 * 50:.1f}%"></span></td>'
            f"<td>{now:.0f} mm</td><td>{moved}</td></tr>"
        )
    low, high = ENDS[axis]
    return (
        '<table class="hc-bars hc-arms"><thead><tr><th scope="col">Moment arm at the hip</th>'
        f'<th scope="col"><span class="hc-ends"><span>← {low}</span><span>{high} →</span></span></th>'
        f'<th scope="col">Arm</th><th scope="col">Since 0°</th></tr></thead><tbody>{"".join(rows)}</tbody></table>'
        '<p class="hc-note">The thin tick is the arm at the model\'s neutral pelvis, which is not a clinical angle.</p>'
    )


def findings(found: Iterable[Finding], catalog: Catalog) -> str:
    """What a model says about the claims, each with the way to the claim."""
    items = []
    for finding in found:
        sign, word = BEARINGS[finding.bearing]
        claims = "".join(
            f'<a class="hc-row" href="./evidence?claim={c}" target="_self">{c}: {escape(catalog.claims[c].text)}</a>'
            for c in finding.claims
        )
        items.append(
            f'<li><span class="hc-icon" aria-hidden="true">{sign}</span><span><b>{escape(finding.text)}</b> '
            f"{escape(finding.detail)}<br>{word}: {claims}</span></li>"
        )
    return f'<ul class="hc-roles">{"".join(items)}</ul>'


def _row(key: str, found: Multiple, answer: Answer) -> str:
    name, elements = ROWS[key]
    unit = "BW" if key == "hip_contact" else "N"
    effort = max((answer.activations[e] for e in elements), default=None)
    shown = "–" if effort is None else f"{effort * 100:.0f} %"
    if found.times is None or found.low is None or found.high is None:
        bar, times = "", "at rest at baseline"
    else:
        low, high, line = (min(v, FULL) / FULL * 100 for v in (found.low, found.high, found.times))
        bar = (
            f'<span class="hc-band" style="left:{low:.1f}%;width:{max(high - low, 0.6):.1f}%"></span>'
            f'<span class="hc-line" style="left:{line:.1f}%"></span>'
        )
        times = f"× {two_digits(found.times)} <small>({two_digits(found.low)}–{two_digits(found.high)})</small>"
    picked = "hc-picked" if key in ("tensor_fasciae_latae", "iliotibial_band") else ""
    return (
        f'<tr class="{picked}"><th scope="row">{escape(name)}</th>'
        f'<td class="hc-track"><span class="hc-times">{times}</span>'
        f'<span class="hc-rail">{bar}<span class="hc-base" style="left:{100 / FULL:.1f}%"></span></span></td>'
        f"<td>{two_digits(found.value)} {unit}</td><td>{shown}</td></tr>"
    )


def _arm(found: Arms, axis: str) -> float:
    arm = found.about(axis)
    return arm + 0.0 if round(arm) else 0.0  # no "-0 mm"
