"""The first answer says in plain HTML all that the page will say, for every record, and trusts no link."""

import json
import re
from functools import partial
from html import escape, unescape
from pathlib import Path

import pytest

from components.first.layer import layer, meta, shortened
from components.first.pages import PAGES, answered, asked
from components.shared.menu import ASIDE, stem
from components.shared.menu import PAGES as MENU
from components.shared.palette import FINDING, ROLLING
from components.shared.url import MOST_NOTES
from data.catalog import catalog
from tests.unit.test_hostile import ATTACKS, KEYS
from tests.work import calls

C = catalog()
HOME = Path(__file__).resolve().parents[2]
STEPS = [(chain.id, step.id) for chain in C.chains.values() for step in chain.steps]


def html(page, **params):
    return layer(answered(asked(page, params, C), C), "icon.svg")


def words(page, **params):
    """What is read on a page, as text in one line."""
    found = re.sub(r"<script.*?</script>", "", html(page, **params), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())


def plain(text):
    return " ".join(text.split())


def test_every_page_of_the_menu_has_a_first_answer():
    assert set(PAGES) == {stem(entry) for entry in (*MENU, *ASIDE)}


@pytest.mark.parametrize("structure", C.structures)
def test_a_structure_is_answered_with_name_verdict_facts_and_sources(structure):
    found, text = C.structures[structure], words("explore", structure=structure)
    assert f"<h2>{escape(found.name)}</h2>" in html("explore", structure=structure)
    assert f"Rolling: {ROLLING[found.rolling.verdict].word.lower()}" in text
    assert plain(found.rolling.reason) in text
    assert plain(found.plain) in text
    for reference in found.sources:
        assert plain(C.references[reference].citation) in text


@pytest.mark.parametrize("id_", [*C.bones, *C.context])
def test_a_bone_and_what_only_surrounds_is_answered(id_):
    assert C.name(id_) in words("explore", structure=id_)


@pytest.mark.parametrize("claim", C.claims)
def test_a_claim_is_answered_with_verdict_reason_and_sources(claim):
    found, text = C.claims[claim], words("evidence", claim=claim)
    assert plain(found.text) in text
    assert FINDING[found.verdict].word in text
    assert plain(found.reason) in text
    for reference in (*found.supporting, *found.contradicting, *found.related):
        assert C.short(reference) in text


@pytest.mark.parametrize(("chain", "step"), STEPS)
def test_a_step_is_answered_with_its_story_its_link_and_the_studies(chain, step):
    found = C.chains[chain]
    told = next(s for s in found.steps if s.id == step)
    text = words("chains", chain=chain, step=step)
    assert plain(told.title) in text
    assert plain(told.text) in text
    edge = found.edge(told.edges[0])
    for reference in (*edge.supporting, *edge.contradicting):
        assert plain(C.references[reference].citation) in text


def test_links_in_our_own_words_are_links():
    assert 'href="./pocket"' in html("teachers")
    assert "](" not in html("teachers")


@pytest.mark.parametrize("page", ["chains", "lab"])
def test_what_the_app_heads_is_headed_in_the_first_answer_too(page):
    code = (HOME / "pages" / "learn" / f"{page}.py").read_text(encoding="utf-8")
    heads = re.findall(r'subheader\("(.+?)"', code)
    assert heads
    assert re.findall(r'<h2 class="hc-sub">(.+?)</h2>', html(page)) == heads


@pytest.mark.parametrize("chain", C.chains)
def test_a_chain_leads_to_the_pain_that_is_said_to_belong_to_it(chain):
    text = words("chains", chain=chain)
    for condition in C.conditions_in(chain):
        assert condition.short_name in text


@pytest.mark.parametrize("page", ["stop_flags", "self_check"])
def test_all_stop_signs_are_answered_the_most_urgent_first(page):
    text = words(page)
    places = [text.index(plain(flag.ask)) for flag in C.stop_flags.values()]
    assert all(plain(flag.action) in text or plain(flag.action[1:]) in text for flag in C.stop_flags.values())
    urgent = [p for p, f in zip(places, C.stop_flags.values(), strict=True) if f.stops and f.urgency == "emergency"]
    assert max(urgent) < min(p for p in places if p not in urgent)


@pytest.mark.parametrize(("part", "table"), [("conflicts", C.conflicts), ("references", C.references)])
def test_a_part_of_the_evidence_is_answered_in_full(part, table):
    text = words("evidence", part=part)
    for record in table.values():
        assert plain(record.question if part == "conflicts" else record.finding) in text


def test_all_claims_are_listed():
    text = words("evidence")
    assert all(plain(c.text) in text for c in C.claims.values())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_title_a_language_of_headings_and_a_way_to_every_page(page):
    found = html(page)
    assert len(re.findall(r"<h1\b", found)) == 1
    for entry in MENU:
        assert f">{escape(entry[1])}</span></a>" in found
    assert "<noscript>" in found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_of_itself_what_is_true(page):
    answer = answered(asked(page, {}, C), C)
    head = meta(answer, "https://hip.example")
    assert f"<title>{escape(answer.title)} · HipChain</title>" in head
    assert 'rel="canonical" href="https://hip.example/' in head
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', head)[1])
    assert data["inLanguage"] == "en"
    assert data["name"]
    assert data["@type"] in {"MedicalWebPage", "WebPage", "Article", "Quiz"}


def test_a_description_ends_with_a_sentence_or_says_that_it_goes_on():
    assert shortened("Short.") == "Short."
    assert shortened("One sentence. " * 40).endswith("sentence.")
    assert shortened("word " * 100).endswith(" …")
    assert len(shortened("word " * 100)) <= 300


@pytest.mark.parametrize("page", PAGES)
def test_what_strangers_write_into_a_link_is_never_repeated(page):
    for attack in [*ATTACKS, "<b>" * 3400]:
        if len(attack) > 6:
            found = html(page, **dict.fromkeys(KEYS, attack))
            assert attack not in found
            assert escape(attack) not in found


def test_a_link_that_names_what_there_is_not_says_so():
    assert "HipChain does not have" in words("explore", structure="no_such_thing")
    assert "HipChain does not have" in words("evidence", claim="C999")
    assert "does not have" in words("chains", step="nowhere")


@pytest.mark.parametrize("page", ["explore", "chains", "rolling", "where"])
def test_many_faults_of_a_link_are_told_in_one_sentence_as_the_app_tells_them(page):
    keys = ("structure", "view", "layer", "colour", "chain", "step", "edge", "at", "side", "place", "condition")
    text = html(page, **dict.fromkeys(keys, "nowhere"))
    assert text.count("HipChain does not have") <= MOST_NOTES


def test_what_says_the_same_is_asked_once():
    one = asked("explore", {}, C)
    assert one == asked("explore", {"view": "lateral", "layer": "surface", "utm_source": "x"}, C)
    assert hash(one) == hash(asked("explore", {"structure": "iliotibial_band"}, C))
    assert one != asked("explore", {"structure": "sartorius"}, C)


@pytest.mark.parametrize("page", PAGES)
def test_a_changed_state_costs_next_to_nothing(page):
    html(page, structure="sartorius")  # the drawing itself is made once per server: 1.3 million calls on Explore
    others = ("gracilis", "rectus_femoris", "vastus_medialis", "semitendinosus", "adductor_longus")
    assert min(calls(partial(html, page, structure=s, claim="C001")) for s in others) < 20_000


def test_hidden_structures_are_off_the_picture_and_can_be_brought_back():
    found = html("explore", hide="sartorius", view="anterior")
    assert '<g data-id="sartorius" hidden' in found
    assert "tap to bring back" in found
