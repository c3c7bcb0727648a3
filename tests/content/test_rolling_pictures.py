"""The pictures of rolling show what the record says: its tool, its position, and its limits."""

import re

import pytest

from data.catalog import catalog
from data.figures.points import points
from data.figures.skeleton import skeleton

HAND = 0.083
"""The width of a hand of the figure that is drawn, 1.70 m tall, in metres."""
NEAR = 0.015
THIGH, SHANK = skeleton().length("thigh"), skeleton().length("shank")
LANDMARKS = {
    "sit bone": -0.06,
    "bony side bump": 0.0,
    "back of the knee": -THIGH,
    "outer knee": float(skeleton().spots["outer_knee"][1][2]),
    "kneecap": -0.385,
}
"""How high places of the thigh lie from the hip joint; metres, by eye on the figure."""
CALF = {"back of the knee": 0.0}
"""The same from the knee joint down the shin."""
WIDTHS = {"a hand's width": HAND, "two hands' widths": 2 * HAND}
TOOLS = {"ball": "ball", "roller stick": "stick", "foam roller": "roller", "soft roller": "roller"}
POSITIONS = {"sit": "sitting", "stand": "standing", "lie": "lying", "face down": "lying", "side-lying": "lying"}
ROLLED = {s.id: s.rolling.how_to for s in catalog().structures.values() if s.rolling.how_to}


def main(structure):
    """The first picture of a way to roll."""
    return catalog().pictures_of(structure)[0]


def height(place):
    """The segment that a place is on, and its height there."""
    found = points([place])
    return int(found.segments[0]), float(found.local[0][2])


def limit(words, landmarks, length):
    """How high a limit in words lies; None for one that is not measured in widths or halves of a limb."""
    if "half-way" in words:
        return -length / 2
    width = next((w for text, w in WIDTHS.items() if words.startswith(text)), None)
    place = next((z for text, z in landmarks.items() if text in words), None)
    if width is None or place is None:
        return None
    return place + width if " above " in words else place - width


def strokes():
    """What a roller lies under in each pose, of the pictures with a roller on a thigh or a calf."""
    for structure in ROLLED:
        for picture in catalog().pictures_of(structure)[:1]:
            if "roller" in picture.props:
                later = {k: p.props["roller"].under for k, p in picture.poses().items() if "roller" in p.props}
                yield pytest.param(structure, {"start": picture.props["roller"].under, **later}, id=structure)


@pytest.mark.parametrize("structure", ROLLED)
def test_every_way_to_roll_has_its_picture(structure):
    picture = main(structure)
    assert picture.kind == "roll"
    marks = [(m.structure, m.as_) for m in picture.marks]
    assert [m for m in marks if m[1] != "keep_off"] == [(structure, "pressed")]
    assert (structure, "keep_off") not in marks
    assert any(a.by or a.push for a in picture.arrows)


@pytest.mark.parametrize("structure", ROLLED)
def test_the_picture_has_the_tool_and_the_position_of_the_record(structure):
    picture, how = main(structure), ROLLED[structure]
    tools = {TOOLS[t] for t in TOOLS if t in how.tool}
    assert tools & set(picture.equipment)
    assert ("wall" in picture.equipment) == ("wall" in how.tool + how.position)
    assert ("cushion" in picture.equipment) == ("cushion" in how.position)
    word = re.match("|".join(sorted(POSITIONS, key=len, reverse=True)), how.position)
    assert word
    assert picture.position == POSITIONS[word[0]]


@pytest.mark.parametrize(("structure", "under"), list(strokes()))
def test_the_stroke_is_as_long_as_its_limits_say(structure, under):
    how, calf = ROLLED[structure], structure == "gastrocnemius"
    landmarks, length = (CALF, SHANK) if calf else (LANDMARKS, THIGH)
    asked = [limit(words, landmarks, length) for words in (how.start, how.end)]
    assert None not in asked
    drawn = [height(under[step])[1] for step in ("start", "end")]
    assert drawn == pytest.approx(asked, abs=NEAR)


@pytest.mark.parametrize(("structure", "under"), [s for s in strokes() if "mistake" in s.values[1]])
def test_the_mistake_lies_outside_the_limits(structure, under):
    """What is struck through must never be what the record advises."""
    (segment, high), (_, low), (other, wrong) = (height(under[s]) for s in ("start", "end", "mistake"))
    assert other != segment or not min(low, high) - 0.03 < wrong < max(low, high) + 0.03
