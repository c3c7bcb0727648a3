"""There and back: what a condition names leads to its page, and its page leads to all of it. One case per record."""

import pytest

from components.card import condition as page
from components.card import text
from components.card.stories import in_chain
from components.evidence import text as evidence
from components.first import chains as first
from data.catalog import catalog

C = catalog()
ABOUT = sorted({id_ for c in C.conditions.values() for id_ in c.about})
UNDER = sorted({id_ for c in C.conditions.values() for id_ in c.claims})
CHAINS = sorted({i.chain for c in C.conditions.values() for i in c.chains})


def told(condition):
    return page.head(condition, C) + page.rest(condition, C)


def leads_to(shown, conditions):
    return all(f"./where?condition={c.id}" in shown for c in conditions) and bool(conditions)


@pytest.mark.parametrize("id_", ABOUT)
def test_a_tissue_leads_to_its_stories_and_back(id_):
    found = C.conditions_of(id_)
    card = text.sections(C.structures[id_], C) if id_ in C.structures else text.pain_stories(id_, C)
    assert leads_to(card, found)
    assert all(f'href="./?structure={id_}"' in told(c) for c in found)


@pytest.mark.parametrize("id_", UNDER)
def test_a_claim_leads_to_its_stories_and_back(id_):
    found = C.conditions_under(id_)
    assert leads_to(evidence.claim(C.claims[id_], C), found)
    assert all(f'href="./evidence?claim={id_}"' in told(c) for c in found)


@pytest.mark.parametrize("id_", CHAINS)
def test_a_chain_leads_to_its_stories_and_back(id_):
    found = C.conditions_in(id_)
    assert leads_to(in_chain(id_, C), found)
    assert leads_to(first.answer(*first.read({"chain": id_}, C), C).main, found)
    assert all(f'href="./chains?chain={id_}"' in told(c) for c in found)


def test_every_condition_is_led_to():
    linked = {c.id for id_ in ABOUT for c in C.conditions_of(id_)}
    assert linked == {*C.conditions}
    assert {*CHAINS} == {*C.chains}
