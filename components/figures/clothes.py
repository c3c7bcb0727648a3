"""What the figure wears, its hair, and the shade on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import gaussian_filter

from components.figures.march import GROUPS
from components.figures.paths import area_path, drawn
from components.figures.view import View

TRUNK, HEAD = GROUPS.index("trunk"), GROUPS.index("head")
WAIST, LEG, NECK = 0.095, -0.19, 0.225
"""Where shorts begin on the pelvis and end on the thigh, and where the top ends on the chest, in metres."""
SHADES = (0.3, -0.02)
"""How little light makes a shade, and a deeper one."""


def clothes(view: View) -> Iterator[str]:
    """Top, shorts, hair and shade as drawn paths."""
    group = view.group[view.body]
    pelvis, chest, head = view.local("pelvis"), view.local("thorax"), view.local("head")
    trunk = group == TRUNK
    shorts = trunk & (pelvis[:, 2] < WAIST)
    neck = (chest[:, 2] > NECK + 0.035 * np.minimum(np.abs(chest[:, 1]) / 0.09, 1.6)) & (chest[:, 2] < 0.6)
    top = trunk & ~shorts & ~neck
    for side in "lr":
        shorts |= (group == GROUPS.index(f"leg_{side}")) & (view.local(f"thigh_{side}")[:, 2] > LEG)
    x, z = head[:, 0], head[:, 2]
    ears = np.abs(head[:, 1]) > 0.0795
    hair = (group == HEAD) & ~ears & (((x < 0.03 - 0.45 * (0.12 - z)) & (z > 0.03)) | (z > 0.145))
    density = view.sheet.density
    for name, mask in (("top", top), ("shorts", shorts), ("hair", hair)):
        image = view.image(mask.astype(float)) > 0.5
        yield drawn(name, area_path(image, density))
    yield from _shade(view)


def _shade(view: View) -> Iterator[str]:
    right, _, viewer = view.camera.basis
    light = viewer * 0.55 + np.array([0, 0, 0.75]) - right * 0.35
    towards = view.camera.basis @ (light / np.linalg.norm(light))
    wide = 2.2 * view.sheet.density
    weight = gaussian_filter(view.body.astype(float), wide) + 1e-6
    lit = gaussian_filter(np.where(view.body, view.flesh.normal @ towards, 0), wide) / weight
    for level in SHADES:
        yield drawn("shade", area_path(view.body & (lit < level), view.sheet.density, 1.2, 30, 0.35))
