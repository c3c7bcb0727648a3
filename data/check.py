"""Everything that can be wrong with the content or the drawing, found at once."""

from __future__ import annotations

from pathlib import Path

from data import outlines
from data.catalog import CONTENT, load, problems_in
from data.mechanics import geometry
from data.source import Problem


def problems(root: Path = CONTENT) -> list[Problem]:
    """Every problem in the content in `root` and in the outlines and the models; empty when all is valid."""
    found = [*problems_in(root), *outlines.check(), *geometry.problems()]
    if found:
        return sorted(found)
    known = load(root)
    names = {*known.structures, *known.bones, *known.context}
    drawn = {s.id for view in outlines.VIEWS for s in outlines.load_view(view).shapes}
    for view in outlines.VIEWS:
        path = f"data/outlines/{view}.yaml"
        for n, shape in enumerate(outlines.load_view(view).shapes):
            if shape.id not in names:
                message = f"'{shape.id}' has no record in data/content: add one or correct the id"
                found.append(Problem(path, 1, f"shapes.{n}.id", message))
    for missing in sorted({*known.structures, *known.bones} - drawn):
        message = f"'{missing}' is drawn in no view: add an outline or a mark"
        found.append(Problem("data/outlines", 1, missing, message))
    return found
