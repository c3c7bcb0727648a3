"""The words of a structure's card as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from components.card import stories
from components.card.attachments import attachments
from components.card.deeper import deeper
from components.card.fold import definition_list, rows_of, section
from components.card.movements import moves
from components.card.way import part_of
from components.figures import html as figures
from components.shared.palette import CHAIN, FINDING, ROLLING, TISSUE
from data.catalog import Catalog
from data.outlines.side import RIGHT
from data.reference import Reference
from data.structure import Bone, Context, Structure
from data.wording import capital, small
from data.working import working

CONFIDENCE = {
    "high": "high confidence",
    "moderate": "moderate confidence",
    "low_moderate": "low to moderate confidence",
    "low": "low confidence",
    "refuted": "refuted",
}
VERIFIED = {
    "full": ("✓", "checked: source and finding seen"),
    "citation": ("◐", "partly checked: source seen, finding not"),
    "finding": ("◐", "partly checked: finding seen, some details of the source not"),
    "none": ("?", "not verified: an article cites it; we could not find it"),
}

EMPTY = (
    '<div class="hc-empty"><h2>Nothing selected</h2><p class="hc-plain">Tap any tissue in the picture, '
    "or search for it by name.</p></div>"
)


def head(structure: Structure) -> str:
    """Name, Latin, tissue, the plain sentence and the rolling verdict with reason and confidence."""
    tissue = TISSUE[structure.tissue]
    mark = '<span class="hc-chip hc-schematic">schematic place</span>' if structure.schematic else ""
    return (
        f"<h2>{escape(structure.name)}</h2>"
        f'<p class="hc-latin">{latin(structure.latin)}'
        f'<span class="hc-chip">{escape(tissue.word)}</span>{mark}</p>'
        f'<p class="hc-plain">{escape(structure.plain)}</p>{verdict(structure)}'
    )


@lru_cache(maxsize=128)
def sections(
    structure: Structure, catalog: Catalog, *, how_first: bool = False, deep: bool = True, side: str = RIGHT
) -> str:
    """All that folds away below the head; `how_first` opens how to roll instead of the anatomy.

    Without `deep` what an exam asks is left out. `side` is the one that its small picture shows. Kept: it is a third of
    what a tap costs, and a class that follows a presenter asks for the same fifty times.
    """
    found = [catalog.references[r] for r in structure.sources]
    claimed = len(catalog.claims_about(structure.id))
    rolled = "How to roll it" if structure.rolling.how_to else "What to do"
    return (
        section(rolled, how_to(structure, catalog), is_open=how_first)
        + section("Anatomy", anatomy(structure, catalog), is_open=not how_first)
        + (deeper(structure, catalog) if deep else "")
        + section("Where it is fixed", attachments(structure, catalog, side))
        + section("Moves with it, moves against it", moves(structure, catalog))
        + section("Find it on yourself", find_it(structure))
        + exercises(structure.id, catalog)
        + section("Its part in the three chains", roles(structure, catalog))
        + pain_stories(structure.id, catalog)
        + section(f"What is claimed ({claimed})", claims(structure, catalog))
        + section(f"References ({len(found)})", references(found))
    )


def pain_stories(id_: str, catalog: Catalog) -> str:
    """The conditions that are about a structure or bone, or are felt there, folded away."""
    found = catalog.conditions_of(id_)
    return section(f"Stories of pain that touch it ({len(found)})", stories.linked(found))


def verdict(structure: Structure) -> str:
    """The rolling verdict: icon, word, reason, confidence, and what changes when it hurts."""
    rolling = structure.rolling
    ink = ROLLING[rolling.verdict]
    sore = ""
    if rolling.when_painful:
        sore = f'<p class="hc-sore"><b>If it hurts here: {escape(ROLLING[rolling.when_painful].word.lower())}.</b></p>'
    return (
        f'<div class="hc-verdict hc-{ink.key}"><p class="hc-word"><span class="hc-icon" aria-hidden="true">{ink.icon}'
        f"</span><b>Rolling: {escape(ink.word.lower())}</b>"
        f'<span class="hc-conf">{CONFIDENCE[structure.confidence]}</span></p>'
        f"<p>{escape(rolling.reason)}</p>{sore}</div>"
    )


def exercises(id_: str, catalog: Catalog) -> str:
    """The exercises in which a tissue works, with the way to each and how far that was measured; folded away."""
    items = ""
    for found, studies in working(id_, catalog):
        way = f'<a href="./exercises?exercise={found.id}" target="_self">{escape(found.name)}</a>'
        items += f"<li>{way} – {studied(studies)}</li>"
    return section("Exercises that work it", f'<ul class="hc-points">{items}</ul>' if items else "")


def studied(number: int) -> str:
    """In how many studies the work of a tissue was measured."""
    return f"measured in {number} stud{'y' if number == 1 else 'ies'}" if number else "drawn so, no figure here"


def how_to(structure: Structure, catalog: Catalog) -> str:
    """How to roll it (or what to do instead), dose, cautions and what lies near; with a how-to, who asks first."""
    rolling = structure.rolling
    rows: list[tuple[str, str | None]] = []
    if how := rolling.how_to:
        rows += [("Tool", how.tool), ("Position", how.position), ("Where", how.where), ("How", how.technique)]
        rows += [("Dose", how.dose)]
    near = [f"{small(catalog.name(n.structure))}: {n.why}" for n in rolling.out_of_reach]
    rows += [("Instead", rolling.instead), ("Care", rolling.cautions), ("Near, out of reach", "; ".join(near))]
    if not rolling.how_to:
        return definition_list(rows)
    return _not_for_everyone(structure) + figures.shown(structure.id, catalog) + definition_list(rows)


def _not_for_everyone(structure: Structure) -> str:
    """One line before a way of rolling: who should ask first, with the way to the list on Rolling."""
    way = f"./rolling?structure={structure.id}&amp;ask=first"
    link = f'<a href="{way}" target="_self">who should ask before rolling</a>'
    return f'<p class="hc-note hc-not-everyone">Not for everyone: {link}.</p>'


def anatomy(structure: Structure, catalog: Catalog) -> str:
    """Origin, insertion, nerve, blood, actions, names, and the groups that it belongs to."""
    actions = "; ".join(structure.actions)
    groups = rows_of([("Part of", part_of(structure.id, catalog))])
    return groups + definition_list(
        [
            ("Origin", structure.origin),
            ("Insertion", structure.insertion),
            ("Nerve", structure.nerve),
            ("Blood", structure.blood),
            ("Does", actions),
            *((capital(k.what), f"{k.value} {k.unit}") for k in structure.key_numbers),
            ("TA2", structure.ta2_english),
            ("Also called", also_called(structure)),
        ]
    )


def also_called(found: Structure | Bone) -> str:
    """Its other names in a row."""
    return ", ".join(s.name for s in found.synonyms)


def latin(name: str | None) -> str:
    """A Latin name for the line under the heading; nothing where there is none."""
    return f'<i lang="la">{escape(name)}</i>' if name else ""


def find_it(structure: Structure) -> str:
    """How to find it on oneself; a schematic place says that it is one."""
    place = " In the picture its place is schematic: put there by landmarks." if structure.schematic else ""
    return f'<p class="hc-find">{escape(structure.find_it)}{place}</p>'


def roles(structure: Structure, catalog: Catalog) -> str:
    """Its place in each of the chains, in the words of a claim: 'said to', never 'causes'."""
    items = []
    for chain_id, chain in catalog.chains.items():
        role = next((r for r in structure.chains if r.chain == chain_id), None)
        ink = CHAIN[role.role if role else "none"]
        note = f" – {escape(role.note)}" if role and role.note else ""
        steps = chain.steps_about(structure.id)
        way = f"./chains?chain={chain_id}&amp;step={steps[0].id}" if steps else ""
        note += f' <a href="{way}" target="_self">See its place</a>' if way else ""
        items.append(
            f'<li><span class="hc-icon" aria-hidden="true">{ink.icon}</span><span><b>{escape(chain.name)}</b>: '
            f"{escape(ink.word.lower())}{note}</span></li>"
        )
    return f'<ul class="hc-roles">{"".join(items)}</ul>'


def claims(structure: Structure, catalog: Catalog) -> str:
    """What articles say and people ask about it, each with its verdict, and the way to the evidence."""
    items = []
    for claim in catalog.claims_about(structure.id):
        ink = FINDING[claim.verdict]
        items.append(
            f'<li><span class="hc-icon" aria-hidden="true">{ink.icon}</span><span>{escape(claim.text)} '
            f'<a href="./evidence?claim={claim.id}" target="_self">{claim.id}: {ink.word.lower()}</a></span></li>'
        )
    return f'<ul class="hc-roles">{"".join(items)}</ul>' if items else ""


def references(found: Sequence[Reference]) -> str:
    """The references with study type, size, finding, caveat and how far each was verified."""
    items = []
    for ref in found:
        icon, words = VERIFIED[ref.verification]
        link = f' <a href="https://doi.org/{escape(ref.doi)}" target="_blank" rel="noopener">doi</a>' if ref.doi else ""
        size = f", {escape(str(ref.n))}" if ref.n else ""
        caveat = f" <i>{escape(ref.caveat)}</i>" if ref.caveat else ""
        items.append(
            f'<li class="hc-ref-{ref.verification}"><p>{escape(ref.citation)}{link}</p>'
            f"<p>{escape(ref.study_type)}{size}. {escape(ref.finding)}{caveat}</p>"
            f'<p class="hc-state"><span aria-hidden="true">{icon}</span> {words}</p></li>'
        )
    return f'<ol class="hc-refs">{"".join(items)}</ol>'


def bone(found: Bone) -> str:
    """The short card of a bone."""
    return (
        f'<h2>{escape(found.name)}</h2><p class="hc-latin">{latin(found.latin)}'
        f'<span class="hc-chip">Bone</span></p><p class="hc-plain">{escape(found.plain)}</p>'
        f'<div class="hc-verdict hc-avoid"><p class="hc-word"><span class="hc-icon" aria-hidden="true">–</span>'
        f"<b>Not something to roll</b></p><p>{escape(found.rolling)}</p></div>"
        + definition_list([("Find it", found.find_it), ("TA2", found.ta2_english), ("Also called", also_called(found))])
    )


def context(found: Context) -> str:
    """One line for what is drawn only for orientation."""
    return (
        f'<h2>{escape(found.name)}</h2><p class="hc-latin">{latin(found.latin)}'
        f'<span class="hc-chip">{escape(found.tissue.capitalize())}</span></p>'
        f'<p class="hc-plain">{escape(found.plain)}</p><p class="hc-note">Drawn for orientation.</p>'
    )
