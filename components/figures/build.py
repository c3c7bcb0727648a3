"""`python -m components.figures.build [id ...]` solves and draws pictures; their SVG is kept beside this file.

`--check` draws nothing and says which kept pictures do not agree with their poses. `--draft --out FOLDER` is quick and
coarse, for whoever tunes a pose: one SVG in the light ink of each step, and a PNG of all of them. Needs contourpy.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from components.figures import art
from components.figures.inks import inked
from components.figures.scene import DENSITY, DRAFT, Scene
from data.catalog import folder
from data.figures.built import digest
from data.figures.measure import measure
from data.figures.pose import Picture
from data.figures.solve import solve
from data.figures.step import Step, brought_back, kept
from data.source import ContentError, read

POSES = folder() / "figures"
NONE = "none"


def load(picture_id: str) -> Picture:
    """A picture's poses. Raises ContentError with every problem of the file."""
    source = read(POSES / f"{picture_id}.yaml")
    found = None if source.problems else source.build(Picture)
    if found is None:
        raise ContentError(source.problems)
    return found


def write(picture: Picture, steps: dict[str, Step], folder: Path, density: float) -> dict[str, str]:
    """Draw a picture into a folder, with its solved angles."""
    kept_angles = kept(steps)
    scene = Scene.of(picture, brought_back(picture, kept_angles), density)
    drawn = scene.art()
    if picture.film and density == DENSITY:
        drawn[art.FILM] = scene.film()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.svg"):
        old.unlink()
    for step, svg in drawn.items():
        (folder / f"{step}.svg").write_text(svg, encoding="utf-8")
    solved = {"digest": digest(picture), "steps": kept_angles}
    (folder / "solved.json").write_text(json.dumps(solved, indent=0, separators=(",", ":")) + "\n", encoding="utf-8")
    return drawn


def build(picture_id: str, out: Path | None, density: float) -> bool:
    """Solve and draw one picture, and say how well; whether nothing is over its limit."""
    clock = time.perf_counter()
    picture = load(picture_id)
    steps = solve(picture)
    solving = time.perf_counter() - clock
    drawn = write(picture, steps, (out or art.FOLDER) / picture_id, density)
    good = True
    for step, found in measure(picture, steps).items():
        print(
            f"{picture_id} {step}: contact {found.contact:.1f} mm, drift {found.drifted:.1f} deg, "
            f"through {found.through:.1f} mm, overlap {found.overlap:.1f} mm"
        )
        for problem in found.problems():
            good = False
            print(f"  ! {problem}")
    size = sum(map(len, drawn.values())) / 1000
    print(
        f"{picture_id}: solved in {solving:.1f} s, all {time.perf_counter() - clock:.1f} s, {size:.0f} kB", flush=True
    )
    if out:
        _preview(drawn, out / picture_id)
    return good


def _preview(drawn: dict[str, str], folder: Path) -> None:
    """The steps in the light ink, and one PNG of them where something can make one."""
    for step, svg in drawn.items():
        (folder / f"{step}.svg").write_text(inked(svg, "light", muted=step == "mistake"), encoding="utf-8")
    from components.figures.preview import png

    png([folder / f"{step}.svg" for step in drawn if step != art.FILM], folder.with_suffix(".png"))


def main(argv: list[str] | None = None) -> int:
    """Build or check; the exit status is 1 where a picture is over a limit or does not agree with its poses."""
    parser = argparse.ArgumentParser(prog="python -m components.figures.build", description=__doc__)
    parser.add_argument("ids", nargs="*", help="pictures by id; all where none is named")
    parser.add_argument("--check", action="store_true", help="say which kept pictures are older than their poses")
    parser.add_argument("--draft", action="store_true", help="quick and coarse")
    parser.add_argument("--out", type=Path, help="a folder other than the kept one")
    given = parser.parse_args(argv)
    if given.draft and not given.out:
        parser.error("a draft is never kept: name a folder with --out")
    ids = given.ids or sorted(p.stem for p in POSES.glob("*.yaml") if p.stem != NONE)
    try:
        if given.check:
            stale = [i for i in ids if not art.steps(i) or art.built_from(i) != digest(load(i))]
            print(*[f"{i}: build it again" for i in stale] or ["All pictures agree with their poses."], sep="\n")
            return 1 if stale else 0
        good = [build(i, given.out, DRAFT if given.draft else DENSITY) for i in ids]
    except ContentError as error:
        print(error)
        return 1
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
