"""The heads of the cards for the peek: everything that can be tapped has one, escaped, with the warning first."""

import html
import re

import pytest

from components.card.heads import head, heads, heads_url
from components.shared.palette import ROLLING
from components.shared.served import version
from data.catalog import catalog

CONTENT = catalog()


def test_everything_that_can_be_tapped_has_a_head_and_every_group():
    assert heads(CONTENT).keys() == {*CONTENT.known, *(f"group.{i}" for i in CONTENT.groups)}
    assert version() in heads_url()


@pytest.mark.parametrize("id_", CONTENT.structures)
def test_a_head_says_name_and_verdict_by_sign_and_word(id_):
    found = CONTENT.structures[id_]
    ink = ROLLING[found.rolling.verdict]
    words = html.unescape(re.sub(r"<[^>]+>", "", head(found)))
    assert words.startswith(found.name)
    assert f"{ink.icon} Rolling: {ink.word.lower()}" in words
    assert found.plain in words
    if sore := found.rolling.when_painful:
        warning = f"If it hurts here: {ROLLING[sore].word.lower()}."
        assert words.index(warning) < words.index(found.plain)


def test_a_head_is_escaped():
    some = next(iter(CONTENT.structures.values()))
    found = some.model_copy(update={"name": "<img src=x>", "plain": "a & b <i>"})
    assert "<img" not in head(found)
    assert "a &amp; b &lt;i&gt;" in head(found)
