"""The order of the dangers that a question opens."""

from data.ask.danger import dangers
from data.ask.phrases import Match
from data.ask.points import Meaning
from data.ask.words import words
from data.catalog import catalog
from data.lay_word import LayWord

C = catalog()


def test_what_only_changes_the_advice_comes_after_every_sign_that_stops():
    calm = {id_ for id_, flag in C.stop_flags.items() if not flag.stops}
    word = LayWord(id="all", words=("pain",), targets=(*calm, *C.stop_flags.keys() - calm))
    found = dangers(C.stop_flags, [Meaning(word, Match(0, 0, frozenset({0})), 1.0)], words("pain"))
    assert calm
    assert set(found[-len(calm) :]) == calm
