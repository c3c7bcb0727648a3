"""The quiz: questions that can be answered, answers that come back when they should, files that may be hostile."""

import contextlib
import json
from datetime import UTC, datetime, timedelta

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from components.quiz.state import read, write
from components.quiz.text import summary, verdict
from data.catalog import catalog
from data.outlines import LONG_VIEWS, load_view
from data.quiz.asking import FINGER_MM, ask, letters, pool
from data.quiz.facts import alike
from data.quiz.progress import (
    LIMIT_BYTES,
    Progress,
    UnreadableError,
    answered,
    due,
    finished,
    from_file,
    session,
    streak,
    to_file,
)
from data.quiz.question import REGIONS, Level, Mode, Options
from data.section import first_under
from data.visibility import LAYERS, regions, room_mm, spot

C = catalog()
ALL = [q for level in Level for q in pool(Options(level=level), C)]
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OPTIONS = st.builds(
    Options,
    modes=st.lists(st.sampled_from(list(Mode)), min_size=1, unique=True).map(
        lambda m: tuple(x for x in Mode if x in m)
    ),
    region=st.sampled_from(list(REGIONS)),
    layer=st.sampled_from(["all", *LAYERS[:3]]),
    level=st.sampled_from(list(Level)),
)


@given(OPTIONS, st.integers(0, 2**31))
@settings(deadline=None, max_examples=60)
def test_every_question_of_every_option_can_be_answered(options, seed):
    questions = pool(options, C)
    assert len(questions) == len(set(questions))
    for id_ in questions[:: max(1, len(questions) // 25)]:
        question = ask(id_, options, C, seed)
        assert question.id == id_
        assert question.mode in options.modes
        assert question.why
        assert question.prompt
        if question.mode is Mode.FIND:
            assert any(room_mm(question.view, question.layer, a) >= FINGER_MM for a in question.answers)
            if options.layer != "all":
                assert question.layer == options.layer
        else:
            words = [w.casefold() for _, w in question.choices]
            assert len(set(words)) == len(words) == 4
            assert sum(question.right(i) for i, _ in question.choices) == 1
        if question.lit:
            assert room_mm(question.view, question.layer, question.lit) > 0


@pytest.mark.parametrize("id_", ALL)
def test_a_question_is_the_same_for_the_same_seed(id_):
    options = Options(level=Level.GROUPS if id_.split(":")[1] in C.groups else Level.SINGLE)
    assert ask(id_, options, C, 7) == ask(id_, options, C, 7)


def test_what_is_true_of_both_is_no_wrong_answer():
    """TFL shares its nerve with gluteus medius and minimus."""
    for seed in range(40):
        question = ask("facts:tensor_fasciae_latae.nerve", Options(), C, seed)
        assert sum("superior gluteal" in w.casefold() for _, w in question.choices) == 1


@pytest.mark.parametrize("id_", [q for q in ALL if q.startswith("facts:") and not q.endswith(".tissue")])
def test_no_wrong_answer_is_part_of_the_right_one_or_the_other_way_round(id_):
    for seed in range(4):
        question = ask(id_, Options(), C, seed)
        right = question.answers[0].split("(")[0].strip().casefold()
        for words in (w.split("(")[0].strip().casefold() for i, w in question.choices if not question.right(i)):
            assert words not in right
            assert right not in words


# ---- answers that are right, wrong and fair
ONCE = list(dict.fromkeys(ALL))
FACTS = [q for q in ONCE if q.startswith("facts:")]


def every_choice(id_, level=Level.SINGLE, seeds=25):
    """(question, id, words) of every choice that the seeds bring up."""
    for seed in range(seeds):
        question = ask(id_, Options(level=level), C, seed)
        yield from ((question, i, w) for i, w in question.choices)


@pytest.mark.parametrize("id_", [q for q in FACTS if q.endswith(("origin", "insertion", "nerve", "action"))])
def test_muscles_alone_begin_end_and_move_something(id_):
    assert C.structures[id_.split(":")[1].split(".")[0]].tissue == "muscle"


@pytest.mark.parametrize(
    ("id_", "also_right"),
    [
        ("facts:psoas_major.insertion", "Lesser trochanter with psoas"),
        ("facts:gemelli.insertion", "Inner side of the greater trochanter after bending round the ischium"),
        ("facts:rectus_femoris.insertion", "Quadriceps tendon and outer patella"),
        ("facts:semimembranosus.insertion", "Upper inner tibia (pes anserinus)"),
        ("facts:adductor_brevis.insertion", "Linea aspera and adductor tubercle"),
        ("facts:adductor_brevis.insertion", "Pectineal line of the femur"),
        ("facts:gracilis.origin", "Body of the pubis below the crest"),
        ("facts:adductor_longus.origin", "Ischiopubic ramus and ischial tuberosity"),
        ("facts:semitendinosus.nerve", "Tibial nerve (S1-S2)"),
        ("facts:semitendinosus.nerve", "Obturator nerve (L2-L4) and tibial division of sciatic (L4)"),
        ("facts:pectineus.nerve", "Obturator nerve (L2-L4)"),
        ("facts:iliacus.origin", "Front of the sacrum (S2-S4)"),
        ("facts:gluteus_maximus.action", "Hip abduction"),
        ("facts:gluteus_maximus.action", "Hip adduction"),
        ("facts:gluteus_medius.action", "Hip external rotation"),
        ("facts:gluteus_medius.action", "Hip flexion"),
        ("facts:obturator_internus.action", "Hip abduction"),
        ("facts:psoas_major.action", "Hip external rotation"),
        ("facts:biceps_femoris_long_head.action", "Hip external rotation"),
        ("facts:tensor_fasciae_latae.action", "Tension strap for the outer hip and knee"),
    ],
)
def test_what_is_right_too_is_no_wrong_answer(id_, also_right):
    assert also_right not in {w for _, _, w in every_choice(id_, seeds=60)}


@pytest.mark.parametrize("id_", [q for q in FACTS if q.endswith(".action")])
def test_a_wrong_movement_is_the_opposite_or_of_a_joint_not_crossed(id_):
    said = " ".join(C.structures[id_.split(":")[1].split(".")[0]].actions)
    for question, i, _ in every_choice(id_):
        if not question.right(i):
            assert i not in said
            assert i.split()[0] not in said or "opposite" in question.misses[i]


@pytest.mark.parametrize("id_", FACTS)
def test_no_two_answers_of_a_question_say_the_same(id_):
    for seed in range(25):
        words = [w for _, w in ask(id_, Options(), C, seed).choices]
        if not id_.endswith((".action", ".tissue")):
            assert not [(a, b) for n, a in enumerate(words) for b in words[n + 1 :] if alike(a, b)]


@pytest.mark.parametrize("id_", FACTS)
def test_the_right_answer_does_not_tell_itself_by_the_name(id_):
    names = {w[:4] for w in C.structures[id_.split(":")[1].split(".")[0]].name.casefold().split() if len(w) > 5}
    for seed in range(25):
        question = ask(id_, Options(), C, seed)
        told = {i: {n for n in names if n in w.casefold()} for i, w in question.choices}
        right = question.answers[0]
        assert not told[right] or any(told[right] <= told[i] for i in told if i != right)


@pytest.mark.parametrize(
    "id_",
    [
        "facts:piriformis.nerve", "facts:obturator_internus.nerve", "facts:quadratus_femoris.nerve",
        "facts:gemelli.origin", "facts:sciatic_nerve.tissue", "facts:sartorius.tissue", "facts:gerdys_tubercle.origin",
        "facts:adductor_magnus.insertion", "facts:adductor_magnus.action",
    ],
)  # fmt: skip
def test_what_gives_itself_away_or_makes_no_sense_is_not_asked(id_):
    assert id_ not in ALL


@pytest.mark.parametrize("id_", [q for q in FACTS if not q.endswith((".action", ".tissue"))])
def test_the_right_answer_does_not_tell_itself_by_its_length(id_):
    for seed in range(25):
        question = ask(id_, Options(), C, seed)
        wrong = [len(w) for i, w in question.choices if not question.right(i)]
        assert 0.45 * min(wrong) < len(question.answers[0]) < 2 * max(wrong)


def test_questions_are_sentences():
    assert ask("facts:gemelli.action", Options(), C, 1).prompt == "Which of these movements do the gemelli make?"
    assert ask("facts:sartorius.origin", Options(), C, 1).prompt == "Where does the sartorius begin?"
    assert ask("find:biceps_femoris_long_head", Options(), C, 1).prompt == "Tap the long head of biceps femoris"


@pytest.mark.parametrize("id_", [q for q in FACTS if not q.endswith(".tissue")])
def test_feedback_tells_the_fact_that_was_asked_for(id_):
    question = ask(id_, Options(), C, 3)
    structure, field = id_.split(":")[1].split(".")
    if field in ("origin", "insertion"):
        assert getattr(C.structures[structure], field) in question.why
    if field == "action":
        assert all(a in question.why for a in C.structures[structure].actions if a != question.answers[0])
    assert all(question.misses[i] for i, _ in question.choices if not question.right(i))


def test_feedback_names_what_shares_the_nerve():
    assert "gluteus minimus; tensor fasciae latae" in ask("facts:gluteus_medius.nerve", Options(), C, 1).why


def test_a_group_is_no_wrong_answer_for_a_muscle_that_could_belong_to_it():
    """Rectus femoris, TFL and pectineus flex the hip; a part of adductor magnus is a hamstring."""
    for name in (g.name for g in C.groups.values()):
        assert "flexor" not in name
    for seed in range(80):
        question = ask("name:adductors", Options(level=Level.GROUPS), C, seed)
        if question.lit == "adductor_magnus":
            assert "hamstrings" not in [i for i, _ in question.choices]


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("reason:roller.")])
def test_a_roller_question_does_not_hang_on_a_centimetre(id_):
    _, view, side = id_.split(".")
    here = {first_under(load_view(view), side, mm) for mm in (-10, -5, 0, 5, 10)}
    assert here == {ask(id_, Options(), C, 1).answers[0]}
    beside = {first_under(load_view(view), side, mm) for mm in (-25, -20, -15, 15, 20, 25)}
    for question, i, _ in every_choice(id_):
        assert question.right(i) or i not in beside


def test_no_roller_is_asked_about_at_the_knee():
    """What lies first there changes within a centimetre, and vessels and nerves are not among the answers."""
    assert not [q for q in ONCE if q.startswith("reason:roller.axial_knee")]


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith(("reason:claim.", "reason:need."))])
def test_a_wrong_verdict_is_plainly_wrong(id_):
    claim = C.claims[id_.split(".")[1]]
    wrong = {i for question, i, _ in every_choice(id_) if not question.right(i)}
    close = {
        "supported": {"partly_supported", "plausible", "mixed", "weak"},
        "weak": {"mixed", "no_evidence", "refuted", "plausible", "partly_supported"},
        "mixed": {"weak", "partly_supported", "plausible"},
        "partly_supported": {"supported", "mixed", "weak", "plausible"},
        "plausible": {"partly_supported", "weak", "no_evidence", "mixed"},
        "no_evidence": {"weak", "plausible", "mixed", "partly_supported"},
        "not_borne_out": {"weak", "no_evidence", "refuted", "mixed"},
        "refuted": {"weak", "no_evidence", "not_borne_out"},
        "reasonable_advice": {"supported", "partly_supported", "plausible", "weak", "no_evidence"},
    }[str(claim.verdict)]
    assert not wrong & close
    if claim.contradicting and claim.verdict != "supported":
        assert "refuted" not in wrong
    if id_.startswith("reason:need.") and claim.verdict == "no_evidence":
        assert claim.no_study_found


def test_advice_is_called_advice_and_is_no_wrong_answer_for_advice():
    assert "this advice" in ask("reason:claim.C085", Options(), C, 1).prompt
    assert "this claim" in ask("reason:claim.C113", Options(), C, 1).prompt
    for q in (q for q in ONCE if q.startswith("reason:claim.")):
        question = ask(q, Options(), C, 1)
        if "this advice" in question.prompt and C.claims[q.split(".")[1]].verdict != "reasonable_advice":
            assert "reasonable_advice" not in {i for _, i, _ in every_choice(q)}


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("reason:link.")])
def test_a_link_does_not_say_that_it_is_only_a_claim(id_):
    for question, _, words in every_choice(id_):
        assert "(" not in words
        assert not any(".." in m for m in question.misses.values())


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("name:")])
def test_feedback_says_what_was_marked(id_):
    group = id_.split(":")[1] in C.groups
    question = ask(id_, Options(level=Level.GROUPS if group else Level.SINGLE), C, 2)
    assert C.structures[question.lit].plain in question.why


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("find:")])
def test_feedback_says_what_it_is_or_what_else_is_seen(id_):
    group = id_.split(":")[1] in C.groups
    question = ask(id_, Options(level=Level.GROUPS if group else Level.SINGLE), C, 2)
    names = [C.name(i).lower() for i in question.answers]
    assert all(n in question.why for n in names) if group else C.structures[question.answers[0]].plain in question.why


def test_find_asks_for_nothing_tiny_or_hidden():
    finds = {q.split(":")[1] for q in pool(Options(modes=(Mode.FIND,)), C)}
    assert "trochanteric_bursa" not in finds
    assert "lateral_femoral_cutaneous_nerve" not in finds
    assert {"iliotibial_band", "gluteus_maximus", "sartorius"} <= finds


def test_a_surface_session_asks_for_nothing_deep():
    assert "find:vastus_intermedius" not in pool(Options(layer="surface"), C)
    assert "find:vastus_intermedius" in pool(Options(layer="deepest"), C)


@given(st.sampled_from([q for q in ALL if q.startswith("find:")]), st.integers(0, 2**31))
@settings(deadline=None, max_examples=60)
def test_letters_stand_on_four_structures_one_of_them_right(id_, seed):
    options = Options(level=Level.GROUPS if id_.split(":")[1] in C.groups else Level.SINGLE)
    question = ask(id_, options, C, seed)
    found = letters(question, C, seed)
    assert len(set(found.values())) == len(found) >= 2
    assert sum(question.right(i) for i in found.values()) == 1
    for structure in found.values():
        assert room_mm(question.view, question.layer, structure) > 0


@pytest.mark.parametrize(
    "id_", ["find:nothing", "name:<b>", "facts:sartorius.colour", "reason:roller.axial_hip.above", "x:y", ""]
)
def test_an_unknown_question_is_a_key_error(id_):
    with pytest.raises(KeyError):
        ask(id_, Options(), C, 1)


@pytest.mark.parametrize("view", LONG_VIEWS)
def test_visible_parts_do_not_overlap_and_hold_their_spots(view):
    found = regions(view, "surface")
    ids = list(found)
    for n, a in enumerate(ids):
        if room_mm(view, "surface", a) > 1:
            x, y = spot(view, "surface", a)
            assert load_view(view).window.y[0] + 8 < y < load_view(view).window.y[1] - 8
            assert found[a].buffer(0.1).contains(shapely.Point(x, y))
        for b in ids[n + 1 :]:
            assert found[a].intersection(found[b]).area < 1


# ---- when questions come back
def test_right_comes_back_later_than_wrong_and_later_each_time():
    right = answered(Progress(), "find:sartorius", True, NOW)
    wrong = answered(Progress(), "find:sartorius", False, NOW)
    assert wrong.cards["find:sartorius"].due < right.cards["find:sartorius"].due
    gaps, progress, at = [], Progress(), NOW
    for _ in range(5):
        progress = answered(progress, "find:sartorius", True, at)
        gaps.append(progress.cards["find:sartorius"].due - at)
        at = progress.cards["find:sartorius"].due
    assert gaps == sorted(gaps)
    assert gaps[-1] > timedelta(days=7)
    assert answered(progress, "find:sartorius", False, at).cards["find:sartorius"].due - at < timedelta(hours=1)


def test_a_session_asks_what_is_due_first_and_then_new_ones_of_every_kind():
    questions = pool(Options(), C)
    progress = Progress()
    for q in questions[:3]:
        progress = answered(progress, q, False, NOW - timedelta(days=3))
    chosen = session(progress, questions, NOW, seed=5)
    assert len(chosen) == len(set(chosen)) == 10
    assert set(chosen[:3]) == set(questions[:3])
    assert {q.split(":")[0] for q in chosen[3:]} == {"find", "name", "facts", "reason"}
    assert session(progress, questions, NOW, seed=5) == chosen
    assert due(progress, questions, NOW - timedelta(days=9)) == []


def test_a_small_pool_makes_a_short_session():
    assert session(Progress(), ["a:1", "b:2"], NOW, 1) in (["a:1", "b:2"], ["b:2", "a:1"])
    assert session(Progress(), [], NOW, 1) == []


def test_a_streak_counts_days_and_forgives_today():
    progress = Progress()
    for days in (4, 2, 1):
        progress = finished(progress, NOW - timedelta(days=days))
    assert streak(progress, NOW) == 2
    assert streak(finished(progress, NOW), NOW) == 3
    assert streak(Progress(), NOW) == 0


# ---- files
def played(count=12):
    progress = Progress()
    for n, q in enumerate(ALL[:count]):
        progress = answered(progress, q, n % 3 > 0, NOW + timedelta(minutes=n))
    return finished(progress, NOW)


def test_what_is_exported_can_be_imported():
    assert from_file(to_file(played()), ALL) == played()
    assert len(to_file(played(len(ALL)))) < LIMIT_BYTES


def test_questions_that_are_no_more_are_dropped():
    assert set(from_file(to_file(played()), ALL[:3]).cards) == set(ALL[:3])


@pytest.mark.parametrize(
    "data",
    [
        "", "null", "[]", "{", '{"version": 2}', '{"version": 1, "cards": {"a": {}}}', '{"version": 1, "evil": 1}',
        "{}", '{"cards": {}}',
        "[" * 50_000, "x" * (LIMIT_BYTES + 1), '{"version": 1, "days": ["yesterday"]}', b"\xff\xfe\x00", b"PK\x03\x04",
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_in_plain_words(data):
    with pytest.raises(UnreadableError, match=r"The file is"):
        from_file(data, ALL)


@given(st.binary(max_size=300) | st.text(max_size=300))
@settings(deadline=None)
def test_no_file_whatever_raises_anything_else(data):
    with contextlib.suppress(UnreadableError):
        from_file(data, ALL)


@given(st.data())
@settings(deadline=None)
def test_a_file_with_one_value_changed_is_refused_or_still_sound(data):
    raw = json.loads(to_file(played(3)))
    card = raw["cards"][data.draw(st.sampled_from(list(raw["cards"])))]
    card[data.draw(st.sampled_from(list(card)))] = data.draw(
        st.none() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
    )
    try:
        found = from_file(json.dumps(raw), ALL)
    except UnreadableError:
        return
    for q in found.cards:
        answered(found, q, True, NOW + timedelta(days=1))  # whatever was let in can be scheduled


def one_card(id_, **changed):
    raw = json.loads(to_file(played(3)))
    return json.dumps(raw | {"cards": {id_: next(iter(raw["cards"].values())) | changed}})


@pytest.mark.parametrize(
    "changed",
    [
        {"state": 3, "step": None}, {"state": 1, "step": None}, {"state": 2, "step": 1},
        {"last_review": "0001-01-01T00:00:00+23:00"}, {"last_review": "9999-12-31T23:59:59-23:00"},
        {"due": "9999-12-31T23:59:59-23:00"},
    ],
)  # fmt: skip
def test_a_card_that_cannot_be_scheduled_is_refused(changed):
    with pytest.raises(UnreadableError):
        from_file(one_card(ALL[0], **changed), ALL)


def test_a_file_of_unknown_questions_alone_is_refused():
    with pytest.raises(UnreadableError):
        from_file(one_card("find:nothing"), ALL)


@pytest.mark.parametrize("right", [True, False])
def test_the_steadiest_card_can_be_answered(right):
    old = {"state": 2, "step": None, "stability": 100_000, "last_review": "2025-01-02T00:00:00Z"}
    assert answered(from_file(one_card(ALL[0], **old), ALL), ALL[0], right, NOW)


# ---- words and addresses
def test_feedback_names_what_was_chosen_and_what_is_right():
    question = ask("find:gluteus_medius", Options(), C, 1)
    assert "✓" in verdict(question, "gluteus_medius", C)
    assert "Chosen: Sartorius" in verdict(question, "sartorius", C)
    assert "Gluteus medius" in verdict(question, "sartorius", C)
    assert "<script>" not in verdict(question, "<script>", C)


def test_a_summary_links_what_to_revisit():
    question = ask("find:gluteus_medius", Options(), C, 1)
    text = summary([(question, False), (question, True)], 3, C)
    assert "1 of 2 right" in text
    assert "structure=gluteus_medius" in text
    assert "3 days in a row" in text


@given(OPTIONS)
def test_options_have_an_address(options):
    assert read(write(options)) == (options, [])


@given(st.dictionaries(st.sampled_from(["modes", "region", "layer", "level"]), st.text(max_size=20)))
def test_a_strangers_address_never_fails(params):
    options, notes = read(params)
    assert options.modes
    assert len(notes) <= len(params)
