"""The tests that are not asked for: what each is for, why it is left out, and under which names it is known."""

import pytest

from components.self_check import text
from data.catalog import catalog
from tests.content.test_self_check import CHECK, names, unseen

C = catalog()
EPONYMS = {"ober": "Ober", "faber": "Patrick", "straight_leg_raise": "Lasègue"}


@pytest.mark.parametrize("test", CHECK.left_out, ids=lambda x: x.id)
class TestLeftOut:
    def test_says_what_it_is_for_and_why_not_here(self, test):
        shown = text.left_out(CHECK, C)
        assert text.escape(test.used_for) in shown
        assert text.escape(test.why) in shown
        assert test.used_for.endswith(".")

    def test_carries_its_names(self, test):
        assert EPONYMS.get(test.id, "") in names(test)
        for called in test.also_called:
            assert called.name in text.left_out(CHECK, C)

    def test_leans_on_nothing_that_nobody_has_seen(self, test):
        assert not unseen(test.references)
