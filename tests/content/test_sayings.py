"""Sayings: what people said shows its danger, and so does what was kept back; what is calm seldom does."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from data.ask import ask, index
from data.ask.danger import alike
from data.ask.likeness import Sayings
from data.ask.words import STOP, words
from data.catalog import catalog
from data.saying import CALM

C = catalog()
KEPT = yaml.safe_load((Path(__file__).parent / "danger.yaml").read_text(encoding="utf-8"))
SAID = {saying.id: saying.said for saying in C.sayings.values()}
FLAGS = defaultdict(set)
for id_, said in SAID.items():
    for text in said:
        FLAGS[text] |= {id_} - {CALM}
SHOWN, FITTING = 0.98, 0.93
"""Of the dangers that were kept back: the share that shows a flag, and that shows the one expected."""
CALM_SAID, CALM_KEPT = 0.05, 0.1
"""The share of calm sentences that may show a flag: nearly the words of a danger, so some do; in doubt it is shown."""
UNHEARD = 0.9
"""The share of dangers that likeness alone must see when only the other sentences are known to it."""


def share(found):
    found = list(found)
    return sum(map(bool, found)) / len(found)


@pytest.mark.parametrize("flag", C.stop_flags)
def test_what_people_said_shows_a_flag_that_it_stands_under(flag):
    assert len(SAID[flag]) >= 20
    assert [text for text in SAID[flag] if not FLAGS[text] & set(ask(text).stop_flags)] == []


def test_calm_sentences_with_the_same_words_seldom_show_one():
    flagged = [text for text in SAID[CALM] if ask(text).stop_flags]
    assert len(SAID[CALM]) >= 1000
    assert len(flagged) <= CALM_SAID * len(SAID[CALM]), flagged


def test_what_was_kept_back_shows_its_flag_too():
    assert {f for case in KEPT["danger"] for f in case["flags"]} == set(C.stop_flags)
    found = [(set(ask(case["q"]).stop_flags), set(case["flags"])) for case in KEPT["danger"]]
    assert share(shown for shown, _ in found) >= SHOWN
    assert share(shown & fitting for shown, fitting in found) >= FITTING
    assert share(ask(text).stop_flags for text in KEPT["calm"]) <= CALM_KEPT


def test_what_was_kept_back_is_not_learned_from():
    assert FLAGS.keys().isdisjoint({*KEPT["calm"], *(case["q"] for case in KEPT["danger"])})


def test_likeness_sees_what_it_has_never_heard():
    """Learned from every other sentence, it tells the rest: the danger of most, and none in most of the calm ones."""
    read = [(words(text), frozenset(flags)) for text, flags in sorted(FLAGS.items())]
    half = Sayings(read[::2], C.lay_words)
    found = [(alike(half.like(asked)), flags) for asked, flags in read[1::2]]
    assert share(shown for shown, flags in found if flags) >= UNHEARD
    assert share(flags & set(shown) for shown, flags in found if flags) >= UNHEARD - 0.1
    assert share(shown for shown, flags in found if not flags) <= 1 - UNHEARD


def test_words_that_nobody_knows_are_no_danger():
    assert alike(index().like("zzyzx qwertz")) == ()


BEGUN = [
    "which stretch helps when my hips feel tight after the office",
    "what is the best time of day to roll",
    "how many heads does the quadriceps have",
    "i have pain in my hip when i sit",
    "my hamstring feels sore after a fast session, good to roll?",
    "since when do people roll",
    "no idea which exercise is for my glutes",
    "now i want to stretch my hip flexors",
    "can I roll my adductors safely",
    "does a weak core cause tight hip flexors",
    "my father and my mother do yoga, is it good for hips",
    "there's a stretch for the outer hip, how does it go",
    "I had a massage, should I still roll",
]
"""Calm questions, as they are typed."""
HARDLY = [
    "i have",
    "i have a",
    "i have pain",
    "no pain",
    "he cant",
    "2 weeks ago",
    "since last week",
    "pain",
    "my leg",
    "bus",
]


@pytest.mark.parametrize("said", [*sorted(STOP), *HARDLY])
def test_a_little_word_is_no_danger(said):
    assert ask(said).stop_flags == ()


@pytest.mark.parametrize("question", BEGUN)
def test_a_calm_question_shows_no_flag_while_it_is_typed(question):
    begun = [question[:end].rstrip() for end in range(1, len(question) + 1)]
    assert {text: flags for text in begun if (flags := ask(text).stop_flags)} == {}


@pytest.mark.parametrize("said", ["i have a fever", "he fell over", "bleeding", "numb", "vomiting", "lump"])
def test_one_word_that_tells_of_danger_is_enough(said):
    assert alike(index().like(said))
