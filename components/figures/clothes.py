"""What the figure wears, its hair, and the shade on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import gaussian_filter

from components.figures.march import GROUPS
from components.figures.paths import area_path, drawn
from components.figures.view import View
from data.figures.points import flesh

TRUNK, HEAD = GROUPS.index("trunk"), GROUPS.index("head")
WAIST, LEG, NECK = 0.095, -0.19, (0.1, 0.075, 0.29)
"""Where shorts begin on the pelvis and end on the thigh; half the width, the depth and the height of the neck hole."""
LOWER = ("shank", "calf", "malleolus", "heel", "instep", "sole", "ball", "toes", "midtoes", "bigtoe")
"""Flesh below the knee: no shorts there."""
HAIR = (np.array([-0.6, 0.0, 0.8]), 0.052)
"""Hair is what lies above a slanting plane: where that looks, and how far it stands that way from the skull's base."""
SHADES = (0.3, -0.02)
"""How little light makes a shade, and a deeper one."""


def clothes(view: View) -> Iterator[str]:
    """Top, shorts, hair and shade as drawn paths."""
    group = view.group[view.body]
    pelvis, chest, head = view.local("pelvis"), view.local("thorax"), view.local("head")
    trunk = group == TRUNK
    shorts = trunk & (pelvis[:, 2] < WAIST)
    neck = (np.abs(chest[:, 1]) / NECK[0]) ** 2 + ((chest[:, 2] - NECK[2]) / NECK[1]) ** 2 < 1
    neck |= (chest[:, 2] > NECK[2]) & (np.abs(chest[:, 1]) < NECK[0])
    top = trunk & ~shorts & ~neck
    pieces = view.flesh.piece[view.body]
    lower = np.isin(pieces, [n for n, p in enumerate(flesh().names) if p.startswith(LOWER)])
    for side in "lr":  # the heel of a bent knee is as high on the thigh as the shorts
        shorts |= (group == GROUPS.index(f"leg_{side}")) & ~lower & (view.local(f"thigh_{side}")[:, 2] > LEG)
    ears = np.isin(pieces, [n for n, p in enumerate(flesh().names) if p.startswith("ear")])
    hair = (group == HEAD) & ~ears & (head @ HAIR[0] > HAIR[1])
    density = view.sheet.density
    for name, mask in (("top", top), ("shorts", shorts), ("hair", hair)):
        image = view.image(mask.astype(float)) > 0.5
        yield drawn(name, area_path(image, density))
    yield from _shade(view)


def _shade(view: View) -> Iterator[str]:
    right, _, viewer = view.camera.basis
    light = viewer * 0.55 + np.array([0, 0, 0.75]) - right * 0.35
    towards = view.camera.basis @ (light / np.linalg.norm(light))
    wide = 3.0 * view.sheet.density
    weight = gaussian_filter(view.body.astype(float), wide) + 1e-6
    lit = gaussian_filter(np.where(view.body, view.flesh.normal @ towards, 0), wide) / weight
    for level in SHADES:
        yield drawn("shade", area_path(view.body & (lit < level), view.sheet.density, 1.6, 70, 0.35))
