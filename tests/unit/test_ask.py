"""Ask: dangers first, records best first, unknown where nothing fits, and no text too strange."""

import dataclasses
import io
import json
import statistics
from functools import partial

import pytest

from data.ask import ask
from data.ask.__main__ import main
from data.ask.words import stem, words
from data.catalog import catalog
from data.model import Urgency
from tests.work import calls, growth

C = catalog()
AWAY = [
    "", "?", "asdf qwer zxcv", "best pizza", "what is the capital of France", "shoulder pain", "my neck is stiff",
    "carpal tunnel", "tennis elbow exercises", "headache after coffee", "cheap flights to Rome", "write me a poem",
    "bitcoin price", "rotator cuff tear rehab", "thanks", "🦵", "٣٤",
]  # fmt: skip
HOSTILE = {
    "long": "my knee hurts when i run " * 400,
    "one word": "a" * 10_000,
    "the same word": "pain " * 2_000,
    "emoji": "🦵🔥" * 5_000,
    "right to left": "\u202eألم في الركبة" * 500,
    "nothing": "\x00" * 10_000,
    "signs": "?!" * 5_000,
    "lone surrogate": "\ud800 knee",
    "number": "9" * 5_000,
}


def top(question):
    return [a.id for a in ask(question).answers[:3]]


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("Sartorius", "sartorius"),
        ("musculus tensor fasciae latae", "tensor_fasciae_latae"),
        ("illiotibial band", "iliotibial_band"),
        ("perifomis", "piriformis"),
        ("gluteus meduis", "gluteus_medius"),
        ("semimembranosis", "semimembranosus"),
        ("sartoruis", "sartorius"),
        ("TFL", "tensor_fasciae_latae"),
        ("C034", "C034"),
        ("x09", "X09"),
        ("clamshells", "clam"),
        ("trendelenburg", "t3"),
        ("obers test", "ober"),
        ("piriformis syndrome", "deep_gluteal_syndrome"),
        ("down hill running", "C221"),
    ],
)
def test_finds_names_latin_ids_and_slips(question, id_):
    assert id_ in top(question)


@pytest.mark.parametrize("question", AWAY)
def test_says_that_it_does_not_know_and_forces_no_answer(question):
    asked = ask(question)
    assert asked.unknown
    assert len(asked.answers) <= 3
    assert all(a.score <= 0.3 for a in asked.answers)


def test_a_part_of_the_body_that_is_not_ours_does_not_hide_one_that_is():
    assert ask("my shoulder").unknown
    assert ask("stiff achilles, which shoes?").unknown
    assert "C095" in top("can i roll my neck")
    assert not ask("can i roll my neck").unknown
    assert not ask("both my shoulder and the side of my hip hurt").unknown


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_a_question(text):
    asked = ask(text)
    assert asked == ask(text)
    json.dumps(asked.plain())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_four_times_the_text_is_no_more_than_about_four_times_the_work(text):
    assert growth(partial(ask, text[: len(text) // 4]), partial(ask, text)) < 8


def test_two_words_are_also_the_one_that_they_make():
    assert stem("downhill") in words("down hill")[0].also
    assert stem("downhill") not in words("down. hill")[0].also


def test_markup_is_text():
    assert ask("<script>alert(1)</script> <b>swollen</b> calf").stop_flags
    assert all("<" not in word for a in ask("<b>sartorius</b>").answers for word in a.matched)


def test_danger_at_the_end_of_a_long_story_is_seen():
    story = "so i went for a nice run along the river and thought about things " * 100
    assert "rf34" in ask(story + "and since then one calf is red and swollen").stop_flags


@pytest.mark.parametrize(
    ("question", "flag", "shown"),
    [
        ("hip pain and fever", "rf03", True),
        ("hip pain but no fever", "rf03", False),
        ("calf is not swollen or red", "rf34", False),
        ("no idea why my calf is swollen", "rf34", True),
        ("it is not only swollen, the calf is hot", "rf34", True),
        ("a wound on my foot that does not heal", "rf29", True),
        ("my son 9 limps", "rf10", True),
        ("at 68 i fell and my hip hurts", "rf23", True),
        ("hip hurts at 30 degrees, 12 reps of clams", "rf10", False),
        ("i fell asleep on my side", "rf36", False),
        ("pain in my hip from falling", "rf36", True),  # 'fall in', word for word, is what knees do
        ("hip replaced years ago, suddenly hurting", "rf03", True),  # an ending that stands nowhere in the content
        ("my ego is swollen after leg day", "rf34", False),
    ],
)
def test_what_is_denied_is_no_danger_and_doubt_shows_it(question, flag, shown):
    assert (flag in ask(question).stop_flags) == shown


def test_the_most_urgent_flag_comes_first():
    flags = ask("numb between my legs, and my hip has hurt at night for eight months").stop_flags
    urgency = [list(Urgency).index(C.stop_flags[f].urgency) for f in flags]
    assert flags[0] == "rf01"
    assert urgency == sorted(urgency)
    assert len(set(urgency)) > 1


def test_a_flag_is_never_an_answer_too():
    asked = ask("hot swollen knee and fever, can i roll")
    assert asked.stop_flags
    assert not {a.id for a in asked.answers} & set(C.stop_flags)


def test_says_which_words_led_to_an_answer():
    best = ask("does rolling flush out toxins").answers[0]
    assert best.id == "toxins"
    assert {"flush", "toxins"} <= set(best.matched)
    assert "does" not in best.matched


def test_a_slip_is_marked_as_it_was_written():
    assert "meduis" in ask("gluteus meduis").answers[0].matched


def test_a_step_of_a_chain_leads_to_its_place():
    step = next(a for a in ask("burning or a numb patch, the look-alike nerve").answers if a.kind == "chain")
    assert step.part in {s.id for s in C.chains[step.id].steps}


def test_each_record_comes_once_best_first_and_points_somewhere():
    tables = {
        "structure": C.structures, "bone": C.bones, "context": C.context, "claim": C.claims, "conflict": C.conflicts,
        "myth": C.myths, "chain": C.chains, "exercise": C.exercises, "article": C.articles,
        "rolling_effect": C.rolling_effects, "ask_first": C.ask_first, "condition": C.conditions,
        "place": C.pain_places, "group": C.groups,
        "test": {t.id for t in C.self_check.tests}, "left_out": {t.id for t in C.self_check.left_out},
    }  # fmt: skip
    for question in ("glutes", "how long should i roll", "hip pain", "nerve", "strength"):
        answers = ask(question).answers
        assert len({(a.kind, a.id) for a in answers}) == len(answers) > 3
        assert all(a.id in tables[a.kind] for a in answers)
        assert all(0 < a.score < 1 for a in answers)


def test_three_of_a_kind_leave_a_place_to_another():
    kinds = {a.kind for a in ask("roll the quads and the glutes").answers[:3]}
    assert len(kinds) > 1


def test_what_is_returned_cannot_be_changed():
    asked = ask("sartorius")
    with pytest.raises(dataclasses.FrozenInstanceError):
        asked.unknown = True
    with pytest.raises(dataclasses.FrozenInstanceError):
        asked.answers[0].score = 1.0


def test_a_question_costs_little():
    median = statistics.median(calls(partial(ask, claim.text)) for claim in list(C.claims.values())[:60])
    assert median < 20_000


def test_the_command_reads_lines_and_prints_one_object_each(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("swollen calf\n\nbest pizza\nsartorius\n"))
    assert main(["--json", "-"]) == 0
    first, empty, away, named = map(json.loads, capsys.readouterr().out.splitlines())
    assert set(first) == {"stop_flags", "answers", "unknown"}
    assert first["stop_flags"] == ["rf34", "rf02"]
    assert empty == {"stop_flags": [], "answers": [], "unknown": True}
    assert away["unknown"]
    assert {"kind": "structure", "id": "sartorius"}.items() <= named["answers"][0].items()


def test_bytes_that_are_no_text_are_a_question(monkeypatch, capsys):
    given = io.TextIOWrapper(io.BytesIO(b"swollen \xff\xfe calf\nsarto\rius\n"), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", given)
    assert main(["--json", "-"]) == 0
    first, _ = map(json.loads, capsys.readouterr().out.splitlines())
    assert "rf34" in first["stop_flags"]


def test_the_command_answers_one_question_in_words(capsys):
    assert main(["swollen", "calf"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["! rf34", "! rf02"]
