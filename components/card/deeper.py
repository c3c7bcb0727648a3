"""What an exam asks beyond the card's first lines: parts that stay folded until they are wanted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from components.card import stories
from components.card.fold import rows_of, section
from components.card.numbers import numbers
from components.card.sources import public
from components.card.way import way, ways
from data.catalog import Catalog
from data.deeper import AtJoint, Compartment, Deeper, Noted, Said, Supply
from data.neighbours import neighbours
from data.structure import Structure
from data.wording import capital, sentence

COMPARTMENTS = {
    Compartment.GLUTEAL_SUPERFICIAL: "buttock, outer layer",
    Compartment.GLUTEAL_DEEP: "buttock, deep layer",
    Compartment.ILIOPSOAS: "iliopsoas compartment",
    Compartment.ANTERIOR_THIGH: "thigh, front compartment",
    Compartment.MEDIAL_THIGH: "thigh, inner compartment",
    Compartment.POSTERIOR_THIGH: "thigh, rear compartment",
    Compartment.SUPERFICIAL_POSTERIOR_LEG: "calf, outer layer",
    Compartment.DEEP_POSTERIOR_LEG: "calf, deep layer",
    Compartment.ANTERIOR_LEG: "lower leg, front compartment",
    Compartment.LATERAL_LEG: "lower leg, outer compartment",
    Compartment.POSTERIOR_ABDOMINAL_WALL: "rear wall of the belly",
    Compartment.BACK: "back",
}
JOINTS = {
    "hip": "At the hip",
    "knee": "At the knee",
    "ankle": "At the ankle",
    "foot": "Of the foot",
    "trunk": "Of the trunk",
}
SHARES = {"prime": "prime mover", "helper": "helper"}
EXAM = ("compartment", "supplies", "at_joints", "said", "roots")
SUPPLIED = ("moves", "feels")
LEAVE = (
    "Leave tests and stretches after a fall or an operation, with a new joint, weak bones, a fever, a swollen leg "
    "or new weakness or numbness, until a clinician agrees; in pregnancy ask first. Stop where it hurts."
)
DRAWN = "Which muscle lies on which: from our drawing, read against textbooks."


def deeper(structure: Structure, catalog: Catalog) -> str:
    """The parts that a structure has something in; none of them is open."""
    own = structure.deeper or Deeper()
    return (
        section("For the exam", _exam(structure, own, catalog))
        + section("When it is hurt" if own.lesion else "What it supplies", _supplied(structure, own, catalog))
        + section("How far it moves", _joint(own, catalog))
        + section("Neighbours", _neighbours(structure, catalog))
        + section("Variants", _notes(own.variants, catalog))
        + section("In practice", _practice(own, catalog))
        + section("In numbers", numbers(structure.id, catalog))
    )


def _exam(structure: Structure, own: Deeper, catalog: Catalog) -> str:
    joints = dict.fromkeys(a.joint for a in own.at_joints)
    rows = [
        ("Compartment", escape(capital(COMPARTMENTS[own.compartment])) if own.compartment else ""),
        ("Nerve", "".join(f"<p>{_supply(s)}</p>" for s in own.supplies)),
        ("Roots", roots(own.roots)),
        *((JOINTS[j], _at([a for a in own.at_joints if a.joint == j])) for j in joints),
        ("Say it", _said(own.said) if own.said else ""),
    ]
    return _list(rows) + _read_in(structure, EXAM, catalog) if any(html for _, html in rows) else ""


def roots(found: Iterable[str], main: Sequence[str] = ()) -> str:
    """The roots of a nerve; the main ones in bold, and said in words."""
    listed = ", ".join(f"<b>{r}</b>" if r in main else r for r in found)
    return f"{listed} (mainly {' and '.join(main)})" if main else listed


def _supply(found: Supply) -> str:
    name = way(found.nerve, capital(found.branch)) if found.nerve else escape(capital(found.branch))
    return f"{name}: {roots(found.roots, found.main)}"


def _at(found: Iterable[AtJoint]) -> str:
    """The movements at one joint, prime movers first."""
    rows = sorted(found, key=lambda a: a.share == "helper")
    said = (
        f"<li>{escape(capital(a.movement))}: {SHARES[a.share]}{f', {escape(a.position)}' if a.position else ''}</li>"
        for a in rows
    )
    return f"<ul>{''.join(said)}</ul>"


def _said(found: Said) -> str:
    ipa = escape(found.ipa.strip("/[]"))
    return f"{escape(found.syllables)} <span>/{ipa}/</span>"


def _supplied(structure: Structure, own: Deeper, catalog: Catalog) -> str:
    lesion = own.lesion
    rows = [
        ("Lost", escape(sentence(lesion.cannot)) if lesion else ""),
        ("Feeling", escape(sentence(lesion.feeling)) if lesion and lesion.feeling else ""),
        ("How", f"{escape(sentence(lesion.how))} {public([lesion.reference], catalog)}" if lesion else ""),
        ("Its muscles", ways(own.moves, catalog)),
        ("Its skin", escape(sentence(own.feels)) if own.feels else ""),
        ("Reflex", _noted(own.reflex, catalog)),
    ]
    learning = f'<p class="hc-note">{stories.LEARNING}</p>' if lesion else ""
    return _list(rows) + _read_in(structure, SUPPLIED, catalog) + learning if any(r for _, r in rows) else ""


def _joint(own: Deeper, catalog: Catalog) -> str:
    return _list([
        ("Range", _notes(own.range, catalog)),
        ("Closest fit", _noted(own.close_packed, catalog)),
        ("Held by", _notes(own.limits, catalog)),
    ])  # fmt: skip


def _neighbours(structure: Structure, catalog: Catalog) -> str:
    near = neighbours(structure.id, catalog)
    rows = [
        ("Over it", ways(near.over, catalog)),
        ("Under it", ways(near.under, catalog)),
        ("Beside it", ways(near.beside, catalog)),
    ]
    found = _list(rows)
    return f'{found}<p class="hc-note">{DRAWN}</p>' if found else ""


def _practice(own: Deeper, catalog: Catalog) -> str:
    told = "".join(
        f"<li>{_noted(c, catalog)}"
        + (f" Read: {stories.link(catalog.conditions[c.condition])}." if c.condition else "")
        + "</li>"
        for c in own.clinical
    )
    rows = [("Strength", _noted(own.strength_test, catalog)), ("Stretch", _noted(own.stretch, catalog))]
    notes = f'<ul class="hc-points">{told}</ul><p class="hc-note">{stories.LEARNING}</p>' if told else ""
    tried = _list(rows)
    return (f'<p class="hc-note">{LEAVE}</p>{tried}' if tried else "") + notes


def _noted(found: Noted | None, catalog: Catalog) -> str:
    """A sentence with its reference."""
    if found is None:
        return ""
    share = f" <b>{escape(sentence(found.share))}</b>" if found.share else ""
    return f"{escape(sentence(found.text))}{share} {public([found.reference], catalog)}"


def _notes(found: Iterable[Noted], catalog: Catalog) -> str:
    items = "".join(f"<li>{_noted(n, catalog)}</li>" for n in found)
    return f'<ul class="hc-points">{items}</ul>' if items else ""


def _read_in(structure: Structure, fields: Iterable[str], catalog: Catalog) -> str:
    """The sources of facts that carry none of their own, as the record names them."""
    stands = [s for f in fields for s in (structure.checked.standing(f) if structure.checked else [])]
    ids = dict.fromkeys(s.reference for s in stands)
    return f'<p class="hc-note">Read in: {public(ids, catalog)}</p>' if ids else ""


def _list(rows: Sequence[tuple[str, str]]) -> str:
    return rows_of(rows, "hc-deep")
