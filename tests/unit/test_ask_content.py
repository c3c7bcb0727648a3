"""What a search is made of is content: what is wrong there is named, what is added is found, places among it."""

import json
import shutil

import pytest

from data.ask import Asked, Index, ask, index
from data.catalog import CONTENT, catalog, load, problems_in

C = catalog()


def top(question):
    return [a.id for a in ask(question).answers[:3]]


@pytest.mark.parametrize("place", C.pain_map.places, ids=lambda p: p.id.value)
def test_a_place_is_found_by_its_names_and_by_pain_there(place):
    """Where it hurts is asked with no more than the place: then the place comes, and a story or tissue of it."""
    for name in (place.name, *place.words.also[:2], f"pain {place.words.also[0]}"):
        assert place.id.value in top(name), name


def test_pain_at_a_place_finds_the_place_and_its_conditions():
    first, *others = ask("pain on the outside of my knee").answers[:3]
    assert first.plain() == {"kind": "place", "id": "knee_outer", "score": first.score}
    assert {a.id for a in others} & {c.condition for c in C.pain_places["knee_outer"].conditions}
    assert json.loads(json.dumps(first.plain()))["id"] == "knee_outer"


def planted(folder, table, text):
    """A copy of the content with one more file in a table."""
    root = folder / "content"
    shutil.copytree(CONTENT, root)
    (root / table / "planted.yaml").write_text(text, encoding="utf-8")
    return root


PLANTED = {
    "targets": ("- id: x\n  words: [zzyzx]\n  targets: [nobody]\n", "'nobody' is in no table"),
    "words": ("- id: x\n  words: ['{nowhere} zzyzx']\n", "'{nowhere}' is no lay word"),
    "circle": ("- id: x\n  words: ['{x} zzyzx']\n", "names itself"),
    "twice": ("- id: x\n  words: [zzyzx, Zzyzx]\n", "stands twice in words"),
    "empty": ("- id: x\n  words: ['?!']\n", "holds no word"),
}


@pytest.mark.parametrize(("text", "message"), PLANTED.values(), ids=PLANTED)
def test_a_wrong_lay_word_is_named_with_its_line(tmp_path, text, message):
    (problem,) = problems_in(planted(tmp_path, "lay_words", text))
    assert problem.file.endswith("planted.yaml")
    assert message in problem.message
    assert problem.line in {1, 2, 3}


SAID_WRONG = {
    "no flag": ("- id: rf99\n  said: [a sore toe]\n", "'rf99' is no stop flag"),
    "nothing": ("- id: rf99\n  said: []\n", "at least 1 item"),
    "both": ("- id: rf99\n  said: [sartorius please]\n- id: rf98\n  said: [x, X]\n", "'x' stands twice"),
    "calm too": ("- id: rf99\n  said: ['is my glute med weak or just lazy']\n", "is also said to be calm"),
}


@pytest.mark.parametrize(("text", "message"), SAID_WRONG.values(), ids=SAID_WRONG)
def test_a_wrong_saying_is_named_with_its_file(tmp_path, text, message):
    found = problems_in(planted(tmp_path, "sayings", text))
    assert all(problem.file.endswith("planted.yaml") for problem in found)
    assert any(message in problem.message for problem in found)


@pytest.mark.long
def test_what_people_say_is_learned_from_content(tmp_path):
    """Three sentences with words that no phrase knows: a fourth like them opens the flag."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    said = ["my flumbo grizzled overnight", "flumbo grizzled since lunch", "he says his flumbo grizzled"]
    text = (root / "sayings" / "danger.yaml").read_text(encoding="utf-8")
    text = text.replace("- id: rf09\n  said:\n", "- id: rf09\n  said:\n" + "".join(f"    - {s}\n" for s in said))
    (root / "sayings" / "danger.yaml").write_text(text, encoding="utf-8")
    assert "rf09" not in ask("why has her flumbo grizzled").stop_flags
    assert "rf09" in Index(load(root)).ask("why has her flumbo grizzled").stop_flags


@pytest.mark.long
def test_other_words_are_other_answers(tmp_path):
    """Lay words are content: what is added there is found."""
    root = planted(tmp_path, "lay_words", "- id: x\n  words: [zzyzx]\n  targets: [gracilis]\n")
    assert ask("zzyzx").unknown
    found = Index(load(root)).ask("zzyzx")
    assert isinstance(found, Asked)
    assert found.answers[0].id == "gracilis"
    assert index() is index()
