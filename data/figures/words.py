"""A picture in words, from its solved poses: how one lies or stands, what is bent, what moves where, what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.catalog import catalog
from data.figures.angles import starting
from data.figures.moves import moves
from data.figures.nouns import PELVIS, listed, noun, side, sided, together
from data.figures.pose import Picture
from data.figures.props import Ball, Band, Bar, Box, Cuff, HandWeight, Roller
from data.figures.step import Kept, Step, brought_back
from data.wording import capital

LYING = {"supine": "Lying on the back", "prone": "Face down", "right_side": "right", "left_side": "left"}
WORDS, APART = 60, 0.03
"""A text alternative is not longer; parts that are further apart than this, in metres, are not together."""
DONE = {"works": "At work", "pressed": "Pressed", "stretched": "Stretched", "keep_off": "Keep off"}
SURFACE = {"step": "step", "box": "box", "table": "table", "chair": "chair", "cushion": "cushion"}


def caption(picture: Picture, step: str) -> str:
    """What stands under a step; KeyError for a step that has none."""
    if step == "mistake" and picture.mistake:
        return picture.mistake.what
    return picture.steps[step]  # type: ignore[index]  # any name may be asked for: what is no step is the KeyError


def alt(picture: Picture, solved: Kept) -> str:
    """The whole picture in words, for who does not see it."""
    steps = brought_back(picture, solved)
    for most in (2, 1, 0):
        text = _alt(picture, steps, most)
        if len(text.split()) <= WORDS:
            break
    return text


def _alt(picture: Picture, steps: Mapping[str, Step], most: int) -> str:
    """The same with at most so many angles in a step."""
    if picture.kind != "exercise":
        return _told(picture)
    first = steps["start"]
    start = [_place(picture, first), *_things(picture), *starting(picture, first, most), *_meet(picture)]
    sentences = [", ".join(p for p in start if p)]
    for name in ("middle", "end"):
        if name in steps:
            before = steps[picture.before(name) or "start"]
            moved = list(moves(picture, before, steps[name], name, most))
            sentences.append("; ".join(dict.fromkeys(moved)) or "a little further")
    text = f"{'; '.join(sentences)}."
    return capital(text) + _added(picture)


def _told(picture: Picture) -> str:
    """A self-test or a way to roll step by step: what counts in it, and where, is said best by its own captions."""
    told = [picture.steps[name] for name in ("start", "middle", "end") if name in picture.steps]
    text = "; then: ".join(t.rstrip(".") for t in told) + "."
    whole = text + _added(picture)
    return whole if len(whole.split()) <= WORDS else text + _added(picture, mistake=False)


def _added(picture: Picture, *, mistake: bool = True) -> str:
    """What is marked, and the mistake, which its own picture tells too."""
    found = "".join(f" {sentence}." for sentence in _marked(picture))
    return found + (f" Mistake: {picture.mistake.what.rstrip('.')}." if mistake and picture.mistake else "")


def _place(picture: Picture, step: Step) -> str:
    """How one lies, sits or stands."""
    carry = [p for points in (step.pose.rest or {}).values() for p in points]
    down = {noun(p) for p in carry}
    if picture.position == "hands_and_knees":
        return "On hands and knees"
    if picture.position == "sitting":
        return "Sitting" + "".join(f" on a {k}" for k in _under(picture, step, PELVIS))
    if picture.position == "standing":
        feet = {p.partition("@")[0][-1] for p in carry if noun(p) in ("heel", "foot")}
        on = "".join(f" on a {k}" for k in _under(picture, step, {"heel", "foot"}))
        return f"Standing{on}" if len(feet) != 1 else f"Standing{on} on the {side(picture, feet.pop())} leg"
    if picture.root == "supine":
        beneath = [*_under(picture, step, {"shoulder", "ribs"}), *_back_on(picture)]
        if beneath and not down & PELVIS:
            return f"Sitting, the upper back against a {beneath[0]}"
        return f"The upper back on a {beneath[0]}" if beneath else LYING["supine"]
    lying = LYING[picture.root]
    if lying in ("right", "left"):
        lying = f"Lying on the {lying} side"
    if not down & PELVIS:
        held = [p for p in carry if noun(p) in ("forearm", "foot", "knee", "heel") and p[0] != "h"]
        held = held or [p for p in carry if noun(p) in ("hand", "foot", "knee")]
        lying = f"{lying.replace('Lying on', 'On')}, propped on the {together(picture, held)}"
    return lying


def _back_on(picture: Picture) -> list[str]:
    """The box on which the upper back rests in a later step: at the start it leans there."""
    rests = [(name, points) for pose in picture.poses().values() for name, points in (pose.rest or {}).items()]
    boxes = {name: prop for name, prop in picture.props.items() if isinstance(prop, Box)}
    found = [
        SURFACE[boxes[n].kind] for n, points in rests if n in boxes and {noun(p) for p in points} & {"shoulder", "ribs"}
    ]
    return found[:1]


def _under(picture: Picture, step: Step, parts: set[str]) -> list[str]:
    """The things that some parts rest on."""
    found = [
        SURFACE[prop.kind]
        for name, prop in picture.props.items()
        if isinstance(prop, Box) and {noun(p) for p in (step.pose.rest or {}).get(name, ())} & parts
    ]
    return list(dict.fromkeys(found))[:1]


def _things(picture: Picture) -> Iterator[str]:
    """Rollers, balls, bands and weights."""
    for prop in picture.props.values():
        if isinstance(prop, Roller):
            yield f"a roller under the {_placed(prop.under)}"
        elif isinstance(prop, Ball):
            yield f"a ball {'between the wall and' if prop.wall else 'under'} the {_placed(prop.under)}"
        elif isinstance(prop, Band):
            yield f"an elastic band around the {together(picture, prop.between)}".replace("lower legs", "ankles")
        elif isinstance(prop, Cuff):
            yield f"a weight on the {sided(picture, prop.around)}".replace("lower leg", "ankle")
        elif isinstance(prop, Bar):
            yield "a bar in both hands" if prop.kind == "bar" else "a rolling stick in both hands"
    if held := [p.hand for p in picture.props.values() if isinstance(p, HandWeight)]:
        yield "a weight in each hand" if len(held) > 1 else f"a weight in the {side(picture, held[0])} hand"


def _placed(point: str) -> str:
    """A place by left and right, however one lies: 'lower thigh' would be taken for its lower end."""
    return f"{'left' if point.partition('@')[0].endswith('_l') else 'right'} {noun(point)}"


def _meet(picture: Picture) -> Iterator[str]:
    """Parts that touch in the start."""
    pairs = [(t[0], t[1]) for t in picture.start.touch or () if len(t) < 3 or t[2] < APART]
    same = [noun(a) for a, b in pairs if noun(a) == noun(b) and a != b]
    if same:
        yield f"{listed([f'{n}s' if n != 'foot' else 'feet' for n in dict.fromkeys(same)])} together"
    hands = [(a, b) if noun(a) == "hand" else (b, a) for a, b in pairs if "hand" in (noun(a), noun(b))]
    on = dict.fromkeys(noun(b) for _, b in hands if noun(b) not in ("hand", "body"))
    if on:
        many = "hands" if len({a[-1] for a, _ in hands}) == 2 else "one hand"
        yield f"{many} on the {listed(list(on)[:2])}"


def _marked(picture: Picture) -> list[str]:
    """The tissues that are marked, by what happens to them."""
    found: dict[str, list[str]] = {}
    for mark in picture.marks:
        found.setdefault(DONE[mark.as_], []).append(_name(mark.structure))
    return [f"{what}: {listed(list(dict.fromkeys(names)))}" for what, names in found.items()]


def _name(structure: str) -> str:
    known: Mapping[str, object] = catalog().groups
    name = catalog().groups[structure].name if structure in known else catalog().name(structure)
    return name[:1].lower() + name[1:]
