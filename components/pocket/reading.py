"""The pages of the file that are read: rolling, chains, pain, self-check, exercises, stop signs. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card import condition as conditions
from components.card import pain_place
from components.card.ask_first import TITLE, ask_first
from components.card.fold import section
from components.card.self_test import accuracy
from components.card.sign import GROUPS, grouped
from components.card.stories import LEARNING, in_chain
from components.chains import text as chains
from components.exercises import text as exercises
from components.exercises.state import Shown
from components.figures import html as figures
from components.first import plain
from components.first.answer import block, caption, segments, stack, subtitle, title
from components.self_check import text as tests
from components.self_check.signs import call_now
from components.shared.page_head import HEADS, page_head
from data.catalog import Catalog
from data.chain import Chain
from data.condition import Condition
from data.pain_place import PainPlace
from data.stop_flag import StopFlag
from data.wording import sentence
from data.working import in_order

_SIGN = '<section class="hc-framed">'
"""How a stop sign begins on its page."""


def stop_signs(catalog: Catalog) -> str:
    """All stop signs, the most urgent first, each to be led to; and who should ask before rolling."""
    found = plain.stop_flags(None, (), catalog).main
    ids = [sign.id for urgency in GROUPS for sign in grouped(catalog, urgency)]
    head, *signs = found.split(_SIGN)
    return head + "".join(
        f'<section class="hc-framed" data-record="{id_}">{sign}' for id_, sign in zip(ids, signs, strict=True)
    )


def chain(found: Chain, catalog: Catalog) -> str:
    """A story in words: each step with its links, what it gets wrong, where it can be cut."""
    order = sorted(catalog.chains.values(), key=lambda c: c.rank)
    choice = segments("Chain", [(f"./chains?chain={c.id}", c.name, c is found) for c in order])
    told = "".join(_step(found, number, catalog) for number in range(len(found.steps)))
    said = "; ".join(catalog.articles[a].title for a in found.articles)
    return stack(
        stack(block(page_head("chains")), choice, key="chain_page"),
        caption(escape(f"{found.title}. {found.plain}")),
        block(chains.legend()),
        stack(told, key="chain_story"),
        subtitle("What this story gets wrong"),
        block(chains.wrong(found, catalog)),
        subtitle("Where it can be cut"),
        block("".join(chains.breaker(b, found, catalog) for b in found.breakers)),
        subtitle("Pain that is said to belong to it"),
        block(in_chain(found.id, catalog)),
        subtitle("Every link of this chain"),
        block(chains.links(found)),
        caption(escape(f"Told by: {said}.")),
    )


def _step(found: Chain, number: int, catalog: Catalog) -> str:
    """A step of a story: its words, what it shows on the picture, and each link, told where it first comes."""
    step = found.steps[number]
    new = [e for e in step.edges if all(e not in earlier.edges for earlier in found.steps[:number])]
    links = "".join(f'<div data-record="{escape(e)}">{chains.edge(found, found.edge(e), catalog)}</div>' for e in new)
    way = f"./?view={step.view}&amp;layer={step.layer}&amp;colour=chain&amp;chain={found.id}&amp;structure=none"
    return (
        f'<section data-record="{escape(step.id)}">{caption(f"Step {number + 1} of {len(found.steps)}")}'
        f'{block(chains.step(step))}<p><a class="hc-row" href="{way}">Its tissues in the picture</a></p>'
        f"{block(links)}</section>"
    )


PLACE = "Choose the place. First come the signs that need a person."


def where(catalog: Catalog) -> str:
    """The places that hurt."""
    return stack(head("where", PLACE), _places(catalog, None), caption(LEARNING))


def place(found: PainPlace, catalog: Catalog) -> str:
    """A place: its stop signs first, then what is read there."""
    seen = "".join(
        f'<li><a href="./?structure={i}&amp;view={found.view}&amp;layer=surface">{escape(catalog.name(i))}</a></li>'
        for i in found.structures
    )
    seen = section("What lies here, in the picture", f'<ul class="hc-points">{seen}</ul>' if seen else "")
    said = pain_place.stop_signs(found, catalog) + pain_place.about(found) + pain_place.conditions(found, catalog)
    return stack(
        head("where", PLACE), _another(found, catalog), stack(block(said + seen), key="structure_card"),
        block(pain_place.not_here(found)),
    )  # fmt: skip


def condition(found: Condition, catalog: Catalog) -> str:
    """A condition: when to see someone, its story, what is known; the stop signs of a place where it is felt below."""
    home = catalog.places_of(found.id)[0]
    signs = section(f"Stop signs: {home.name.lower()}", pain_place.stop_signs(home, catalog))
    said = conditions.head(found, catalog) + conditions.rest(found, catalog) + signs
    return stack(head("where", PLACE), _another(home, catalog), stack(block(said), key="structure_card"))


def _places(catalog: Catalog, here: PainPlace | None) -> str:
    rows = [(f"./where?place={p.id}", p.name, p is here) for p in catalog.pain_places.values()]
    return f'<div class="hc-places">{segments("Place", rows)}</div>'


def _another(found: PainPlace, catalog: Catalog) -> str:
    return block(section(f"{found.name} – choose another place", _places(catalog, found)))


NOT_ENDING = "A yes to one of these does not end it: do what stands beside it, and go on."


def _asked(flags: Iterable[StopFlag]) -> str:
    rows = "".join(f"<li><b>{escape(f.ask)}</b> → {escape(sentence(f.action))}</li>" for f in flags)
    return f'<ul class="hc-points">{rows}</ul>'


def self_check(catalog: Catalog) -> str:
    """When to call, the stop signs as questions, and only then the tests."""
    name, lead = HEADS["self_check"]
    ending, others = (_asked(f for f in catalog.stop_flags.values() if f.stops is ends) for ends in (True, False))
    each = "".join(
        section(
            t.name,
            tests.test(t, figures.shown(t.id, catalog)) + accuracy(t, catalog),
        )
        for t in catalog.self_check.tests
    )
    first = "<p>A yes ends the self-check: do what stands beside it, and leave the tests.</p>"
    return stack(
        title(name), block(f"<p>{escape(lead)}</p>"), block(call_now(catalog.self_check)),
        subtitle("First: does one of these fit?"), block(f"{first}{ending}<p>{NOT_ENDING}</p>{others}"),
        subtitle("The tests, if none does"), stack(block(each), key="structure_card"),
        caption("What the answers together may mean is weighed in the app alone."),
    )  # fmt: skip


def all_exercises(catalog: Catalog) -> str:
    """Cards of all exercises by stage, below when to stop."""
    found = in_order(catalog)
    return stack(
        block(page_head("exercises")), block(exercises.first(found)), block(exercises.cards(found, Shown(), catalog)),
        key="exercises_page",
    )  # fmt: skip


def exercise(id_: str, catalog: Catalog) -> str:
    """One exercise in full, below when to stop."""
    found = catalog.exercises[id_]
    said = exercises.back(Shown()) + exercises.whole(found, catalog)
    return stack(block(page_head("exercises")), block(exercises.first([found])), block(said), key="exercises_page")


def head(page: str, lead: str) -> str:
    """The title of a page, and what it is for where that is another thing than in the app."""
    title_, _ = HEADS[page]
    return block(f'<div class="hc-head"><h1>{escape(title_)}</h1><p>{escape(lead)}</p></div>')


def asking(catalog: Catalog) -> str:
    """Who should ask before rolling at all."""
    return block(section(TITLE, ask_first(catalog), is_open=True))
