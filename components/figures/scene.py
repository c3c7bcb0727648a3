"""A whole picture: every step solved, seen by one camera on one sheet, and painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from shapely import Polygon

from components.figures import arrows
from components.figures.camera import Camera, Sheet
from components.figures.film import FRAMES, frame
from components.figures.paint import painted
from components.figures.solids import Block, Solid, solids
from components.figures.view import View
from data.figures.between import between
from data.figures.points import flesh
from data.figures.pose import Picture
from data.figures.step import Step

DENSITY, FILMED, DRAFT = 1.5, 1.1, 0.75
"""Rays for one SVG unit, in a kept picture, in the frame of a film and in a draft."""
MARGIN, GROUND = 0.03, 0.1
"""How far the sheet goes on beyond what is drawn, and the ground beyond what stands on it, in metres."""
FEET = ("heel", "sole", "ball", "toes", "bigtoe", "midtoes")


@dataclass(frozen=True)
class Scene:
    """What all steps of a picture share."""

    picture: Picture
    steps: dict[str, Step]
    camera: Camera
    sheet: Sheet
    plan: Polygon | None
    ground: list[Solid]

    @classmethod
    def of(cls, picture: Picture, steps: dict[str, Step], density: float = DENSITY) -> Scene:
        """Fit a sheet around every step."""
        camera = Camera.at(picture.camera.az, picture.camera.el)
        plan = _plan(picture, steps) if picture.mat else None
        ground: list[Solid] = []
        if plan is not None:
            x0, y0, x1, y1 = plan.bounds
            middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2, -0.006])
            look = "mat" if "mat" in picture.equipment else "ground"
            ground.append(Block(look, middle, np.array([(x1 - x0) / 2, (y1 - y0) / 2, 0.006])))
        corners = [camera.seen(s.corners) for step in steps.values() for s in (*solids(step), *ground)]
        whole = flesh()
        for step in steps.values():
            for end in (whole.start, whole.end):
                at = camera.seen(end.at(step.posed))
                corners += [at - end.radius[:, None], at + end.radius[:, None]]
        low, high = np.concatenate(corners).min(0) - MARGIN, np.concatenate(corners).max(0) + MARGIN
        return cls(picture, steps, camera, Sheet(low[0], low[1], high[0], high[1], density), plan, ground)

    def view(self, step: Step) -> View:
        """A step as the camera sees it."""
        return View.of(step, self.camera, self.sheet, self.ground)

    def art(self) -> dict[str, str]:
        """Every step as an SVG document of classes, without inks."""
        views: dict[str, View] = {}
        found = {}
        for name, step in self.steps.items():
            view = views[name] = self.view(step)
            before = self.picture.before(name)
            parts = [painted(view, self.picture.marks, self.plan)]
            if before and name != "mistake":
                parts.append(arrows.ghost(views[before], view))
            if self.picture.level:
                parts.append(arrows.level(step, self.camera, self.sheet))
            for arrow in self.picture.arrows:
                if arrow.step == name:
                    start = self.steps[before] if before else step
                    parts += arrows.arrow(arrow, start, step, self.picture.root, self.camera, self.sheet)
            if name == "mistake":
                parts.append(arrows.wrong())
            found[name] = document("".join(parts), self.sheet)
        return found

    def film(self) -> str:
        """The way from the start to the end as frames of one document."""
        marked, frames = self.picture.marks, []
        coarse = replace(self, sheet=replace(self.sheet, density=min(self.sheet.density, FILMED)))
        for number in range(FRAMES):
            part = 0.5 - 0.5 * np.cos(np.pi * number / (FRAMES - 1))
            step = between(self.picture, self.steps, float(part))
            frames.append(frame(self.picture.id, number, painted(coarse.view(step), marked, self.plan)))
        return document("".join(frames), self.sheet)


def document(inner: str, sheet: Sheet) -> str:
    """An SVG document around what is drawn."""
    wide, tall = sheet.size
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">{inner}</svg>\n'


def _plan(picture: Picture, steps: dict[str, Step]) -> Polygon:
    """The part of the floor that is drawn: what stands or lies on it, and some more."""
    whole, corners = flesh(), []
    stands = picture.root == "stand"
    for name, step in steps.items():
        if name == "mistake":
            continue
        for end in (whole.start, whole.end):
            at = end.at(step.posed)
            low = at[:, 2] < (0.12 if stands else 9)
            feet = np.array([n.startswith(FEET) for n in whole.names]) & (at[:, 2] < 0.45)
            corners.append(at[low | feet][:, :2])
    where = np.concatenate(corners)
    (x0, y0), (x1, y1) = where.min(0) - GROUND, where.max(0) + GROUND
    return Polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
