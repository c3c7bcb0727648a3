"""Pictures, one by one: poses and art agree, limits are kept, and their words are short and plain."""

import gzip
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

import numpy as np
import pytest

from components.figures import art
from components.figures.inks import INKS, looks
from data.catalog import catalog
from data.figures.between import between
from data.figures.built import digest
from data.figures.measure import measure
from data.figures.points import points
from data.figures.shown import unshown
from data.figures.step import brought_back
from data.figures.words import WORDS, alt, caption
from tests.every import every

C = catalog()
PICTURES = pytest.mark.parametrize("picture", C.pictures.values(), ids=lambda p: p.id)
PAIR = 15_000
"""The most bytes of the first and the last step together, gzipped."""
CAPTION = 125
SLIP = 0.005


def art_is_that_of_the_poses(picture):
    assert art.steps(picture.id), "not built: python -m components.figures.build"
    assert art.built_from(picture.id) == digest(picture), "older than its poses: build it again"
    assert set(art.steps(picture.id)) - {art.FILM} == set(picture.poses())
    assert (art.FILM in art.steps(picture.id)) == picture.film


def limits_are_kept(picture):
    found = measure(picture, brought_back(picture, art.solved(picture.id)))
    assert [f"{step}: {problem}" for step, m in found.items() for problem in m.problems()] == []


def what_carries_the_meaning_is_held_and_asked(picture):
    if picture.level:
        assert all("root.tip" in pose.held for step, pose in picture.poses().items() if step != "mistake")


def every_step_is_drawn_in_known_classes_on_one_sheet(picture):
    sheets = set()
    for step in art.steps(picture.id):
        root = ET.fromstring(art.kept(picture.id, step))
        sheets.add(root.get("viewBox"))
        parts = [e for e in root.iter() if e is not root]
        assert {e.tag.rpartition("}")[2] for e in parts} <= {"path", "g"}
        assert {a for e in parts for a in e.attrib} <= {"class", "d", "id"}
        assert {e.get("class") for e in parts} - {None} <= set(looks("light"))
    assert len(sheets) == 1
    wide, tall = art.size(picture.id)
    assert 60 < wide < 700
    assert 60 < tall < 700


def a_pair_is_small(picture):
    pair = "".join(art.kept(picture.id, step) for step in ("start", "end") if step in art.steps(picture.id))
    assert len(gzip.compress(pair.encode(), 9)) <= PAIR


def it_is_served_in_every_ink(picture):
    for step in art.steps(picture.id):
        for ink in INKS:
            assert "class=" not in art.svg(picture.id, step, ink)


def its_words_are_few_and_plain(picture):
    text = alt(picture, art.solved(picture.id))
    assert 5 < len(text.split()) <= WORDS
    assert text[0].isupper()
    assert text.endswith(".")
    assert not re.search(r"_|\bbody\b.*\bbody\b.*\bbody\b|  |\.\.|,,|nan|@", text)


def captions_are_short(picture):
    for step in picture.poses():
        assert len(caption(picture, step)) <= CAPTION


def a_planted_foot_does_not_slip_in_the_film(picture):
    if not picture.film:
        return
    steps = brought_back(picture, art.solved(picture.id))
    names = [n for n in ("start", "middle", "end") if n in steps]
    for n, (one, two) in enumerate(pairwise(names)):
        kept = points(steps[two].pose.keep)
        there = kept.at(steps[one].posed)
        for part in np.linspace(0.2, 0.8, 3):
            step = between(picture, steps, (n + float(part)) / (len(names) - 1))
            assert np.abs(kept.at(step.posed) - there).max(initial=0) <= SLIP


CHECKS = (
    art_is_that_of_the_poses,
    limits_are_kept,
    what_carries_the_meaning_is_held_and_asked,
    every_step_is_drawn_in_known_classes_on_one_sheet,
    a_pair_is_small,
    it_is_served_in_every_ink,
    its_words_are_few_and_plain,
    captions_are_short,
    a_planted_foot_does_not_slip_in_the_film,
)


@PICTURES
def test_a_picture(picture):
    every(CHECKS, picture)


def test_every_exercise_way_to_roll_and_self_test_has_a_picture_or_a_reason():
    assert unshown(C) == []


def test_all_art_belongs_to_a_picture():
    assert {p.name for p in art.FOLDER.iterdir()} == set(C.pictures)


def test_the_app_starts_without_what_only_the_building_needs():
    code = "import sys, components.figures.serve, data.figures.words; print('contourpy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
