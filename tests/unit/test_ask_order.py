"""The order of the dangers that a question opens."""

from data.ask import ask
from data.ask.danger import dangers
from data.ask.likeness import Likeness
from data.ask.phrases import Match
from data.ask.points import Meaning
from data.ask.words import words
from data.catalog import catalog
from data.lay_word import LayWord

C = catalog()
NOTHING = Likeness(-1.0, ())


def opened(*targets, like=NOTHING):
    word = LayWord(id="all", words=("pain",), targets=targets)
    return dangers(C.stop_flags, [Meaning(word, Match(0, 0, frozenset({0})), 1.0)], words("pain"), like)


def test_what_only_changes_the_advice_comes_after_every_sign_that_stops():
    calm = {id_ for id_, flag in C.stop_flags.items() if not flag.stops}
    found = opened(*calm, *C.stop_flags.keys() - calm)
    assert calm
    assert set(found[-len(calm) :]) == calm


def test_what_is_said_comes_before_what_it_may_turn_into():
    """A clot in the leg is said; that it may reach the lung is what we add, though that is more urgent."""
    assert opened("rf34", "rf02") == ("rf34", "rf02")
    assert ask("calf swollen and hot").stop_flags[0] == "rf34"
    assert ask("calf swollen and i am short of breath").stop_flags[0] == "rf02"


def test_of_equal_urgency_the_likest_comes_first():
    assert opened("rf34", like=Likeness(1.0, (("rf08", 0.6), ("rf34", 0.5)))) == ("rf08", "rf34")
    assert opened("rf34", like=Likeness(1.0, (("rf34", 0.6), ("rf08", 0.5)))) == ("rf34", "rf08")


def test_what_a_question_is_merely_like_stands_behind_what_it_is_most_like():
    assert opened("rf34", like=Likeness(1.0, (("rf34", 0.5), ("rf01", 0.4), ("rf08", 0.01)))) == ("rf34", "rf01")
    assert opened("rf34", like=Likeness(-1.0, (("rf01", 0.4),))) == ("rf34",)
