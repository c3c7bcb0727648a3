"""What is read after a self-check: the stories of the place that was named, in order, in a new tab, as no finding."""

import re

import pytest

from components.card.stories import LEARNING
from components.self_check.stories import LEAD, stories
from data.about import Place
from data.catalog import catalog

C = catalog()


@pytest.mark.parametrize("place", Place)
def test_a_place_lists_its_stories_what_is_ruled_out_first_before_the_others(place):
    shown = stories(place, C)
    linked = re.findall(r"condition=(\w+)", shown)
    assert linked == [c.condition for c in C.pain_places[place].in_order]
    assert shown.count("rule out first") == sum(c.first for c in C.pain_places[place].conditions)
    assert shown.count('target="_blank"') == shown.count("<a ") == len(linked)
    assert LEAD in shown
    assert LEARNING in shown
    assert not re.search(r"\byou have\b|caused by", shown, re.I)


def test_who_was_unsure_of_the_place_is_led_to_all_of_them():
    assert 'href="./where" target="_blank"' in stories(None, C)
