"""The words of conditions and places that hurt: danger first, short at the top, escaped, no verdict on anyone."""

import re
from html import unescape

import pytest

from components.card import condition as text
from components.card import pain_place as place_text
from components.card.stories import LEARNING, held, in_chain, linked
from data.catalog import catalog
from data.condition import Condition
from data.pain_place import PainPlace
from tests.every import every

C = catalog()
EVIL = "<img src=x onerror=alert(1)>"
MINUTE = 275
"""Words that an unhurried reader reads in a minute; a little more than the longest head."""


def words(html):
    return re.sub(r"<[^>]+>", " ", html).split()


def page(found):
    return text.head(found, C) + text.rest(found, C)


def danger_stands_before_story_and_advice(found):
    shown = page(found)
    assert shown.index("hc-see") < shown.index("The typical story") < shown.index("What usually helps first")
    signs = [C.stop_flags[f].sign for f in found.see.flags]
    head = text.head(found, C).casefold()
    assert all(s.casefold() in head for s in signs)


def its_head_is_read_in_a_minute_and_the_rest_is_folded(found):
    assert len(words(text.head(found, C))) <= MINUTE
    assert "<details" not in text.head(found, C)
    assert "<details open" not in text.rest(found, C)


def it_says_that_it_is_for_learning(found):
    assert LEARNING in page(found)
    assert not re.search(r"\byou have\b|caused by", page(found), re.I)


def every_source_stands_with_its_state(found):
    shown = text.sources(found, C)
    assert shown.count("<li") == len(found.references)
    assert shown.count('class="hc-state"') == len(found.references)


def every_look_alike_leads_to_its_page(found):
    shown = text.look_alikes(found, C)
    assert all(f"condition={a.condition}" in shown for a in found.look_alikes)


def every_figure_names_its_one_study(found):
    shown = page(found)
    assert all(f"reference={f.reference}" in shown for f in found.figures)


CHECKS = (
    danger_stands_before_story_and_advice,
    its_head_is_read_in_a_minute_and_the_rest_is_folded,
    it_says_that_it_is_for_learning,
    every_source_stands_with_its_state,
    every_look_alike_leads_to_its_page,
    every_figure_names_its_one_study,
)


@pytest.mark.parametrize("found", C.conditions.values(), ids=lambda c: c.id)
def test_a_condition_is_told(found):
    every(CHECKS, found)


@pytest.mark.parametrize("place", C.pain_places.values(), ids=lambda p: p.id)
def test_a_place_shows_every_sign_that_fits_and_those_of_its_own_with_what_to_do(place):
    shown = unescape(place_text.stop_signs(place, C)).casefold()
    fitting = {f.id for f in C.stop_flags.values() if f.fits(place.id, None)}
    told = {f.sign for f in C.stop_flags.values() if f.id in fitting}
    for flag in C.stop_flags.values():
        named = flag.name.casefold() in shown or flag.sign.casefold() in shown
        assert named == (flag.id in fitting or flag.sign in told), flag.id
    for id_ in place.ask_first:
        assert C.stop_flags[id_].action[1:40].casefold() in shown
    folded = shown.partition("<details")[2]
    for flag in C.stop_flags.values():
        if flag.stops and flag.urgency == "emergency":
            assert flag.sign.casefold() not in folded, f"{flag.id} is folded away"


def test_what_is_ruled_out_first_stands_first_and_is_marked():
    shown = place_text.conditions(C.pain_places["groin_front"], C)
    assert shown.index("Bone stress") < shown.index("rule out first") < shown.index("Hip arthritis")
    assert shown.count("rule out first") == 1


def spoiled(value, evil):
    """The same value with every text in it replaced, ids and words of a closed set left as they are."""
    if isinstance(value, dict):
        kept = {"id", "kind", "view", "likelihood", "structure", "landmark", "verdict", "strength", "grade", "sure"}
        kept |= {"references", "reference", "condition", "conditions", "structures", "bones", "claims", "exercises"}
        kept |= {"self_check", "flags", "do_not_roll", "may_roll", "chain", "supporting", "contradicting", "ask_first"}
        return {k: v if k in kept else spoiled(v, evil) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [spoiled(v, evil) for v in value]
    return evil if isinstance(value, str) else value


@pytest.mark.parametrize("id_", C.conditions)
def test_no_text_of_a_condition_breaks_out(id_):
    found = Condition.model_validate(spoiled(C.conditions[id_].model_dump(), EVIL))
    shown = page(found) + linked([found])
    assert EVIL not in shown
    assert "<img src=x" not in shown  # pictures of exercises are ours
    assert shown.count("&lt;img") + shown.count("&lt;Img") > 20


def test_no_text_of_a_place_breaks_out():
    found = PainPlace.model_validate(spoiled(C.pain_places["knee_outer"].model_dump(), EVIL))
    shown = place_text.stop_signs(found, C) + place_text.about(found) + place_text.not_here(found)
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_a_chain_says_how_well_each_story_holds():
    for chain in C.chains:
        shown = in_chain(chain, C)
        assert shown.count("How well it holds") == len(C.conditions_in(chain)) > 0


def test_a_story_that_studies_only_speak_against_is_not_called_weakly_shown():
    chains = [c for x in C.conditions.values() for c in x.chains]
    against = [c for c in chains if c.contradicting and not c.supporting]
    assert against
    assert {held(c) for c in against} == {"not shown"}
    assert {held(c) for c in chains if c.supporting} <= {"weakly shown", "shown in part", "fairly well shown"}


def test_the_words_of_a_test_are_explained_where_they_stand():
    for x in C.conditions.values():
        figures = " ".join(f.value for f in x.tests.figures)
        for word in ("Sensitivity", "Specificity", "Likelihood ratio"):
            assert (f"{word}: " in text.tests(x, C)) == (word.casefold() in figures)


def test_what_may_be_rolled_hangs_on_the_stop_signs_and_on_its_card():
    shown = text.rolling(C.conditions["deep_gluteal_syndrome"], C)
    assert "If no stop sign fits and you want to roll:" in shown
    assert "Only as the card shows" in shown
