"""A handout: what a trainer chose, and the words that go on the page. Pure; drawing it is `components.handout_pdf`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from data.catalog import Catalog
from data.model import Urgency, Verdict
from data.structure import Structure

MOST_STRUCTURES, MOST_EXERCISES = 4, 5
NOTE_LIMIT = 4000
"""Letters of a note that could fit on any page; more is refused before the page is tried."""
TRAINING = (
    "Two or three sessions a week for six to eight weeks before judging. Pain up to about 3 or 4 of 10 that settles by "
    "the next day is acceptable (general guidance, not from a trial)."
)


@dataclass(frozen=True)
class Handout:
    """What is on it. `exercises` are pairs of id and dose as typed; `name` and `note` are typed and never stored."""

    structures: tuple[str, ...] = ()
    chain: str | None = None
    exercises: tuple[tuple[str, str], ...] = ()
    note: str = ""
    name: str = ""
    paper: Literal["a4", "letter"] = "a4"
    view: str = "lateral"
    link: str = ""
    date: datetime.date = datetime.date(2026, 1, 1)


@dataclass(frozen=True)
class Line:
    """One paragraph of the page. `kind` is head, bold, plain or item; typed text is never read as markup."""

    kind: Literal["head", "bold", "plain", "item"]
    text: str


VERDICTS = {
    Verdict.HELPS: "Rolling helps.",
    Verdict.HELPS_WITH_CARE: "Rolling helps, with care.",
    Verdict.LITTLE_BENEFIT: "Rolling brings little.",
    Verdict.AVOID: "Do not roll here.",
    Verdict.NOT_APPLICABLE: "Not something to roll.",
}
SOON = {
    Urgency.EMERGENCY: "Call for help now",
    Urgency.TODAY: "See someone today",
    Urgency.SOON: "See someone soon",
}


def title(handout: Handout, catalog: Catalog) -> str:
    """The page's title: the chain's name, or the structures'."""
    if handout.structures:
        return ", ".join(catalog.short_name(s) for s in handout.structures)
    return catalog.chains[handout.chain].name if handout.chain else "Hip and thigh"


def lines(handout: Handout, catalog: Catalog) -> list[Line]:
    """Every paragraph of the main column, in order. Raises KeyError for an id that is not known."""
    found: list[Line] = []
    for id_ in handout.structures:
        found += _structure(catalog.structures[id_])
    if handout.chain:
        chain = catalog.chains[handout.chain]
        found += [Line("head", chain.name), Line("plain", chain.plain)]
        found += [Line("bold", "Not supported by studies")]
        found += [Line("item", _without_ids(t)) for t in chain.not_supported[:3]]
    if handout.exercises:
        found.append(Line("head", "Exercises"))
        for id_, dose in handout.exercises:
            exercise = catalog.exercises[id_]
            found += [Line("bold", f"{exercise.name}: {dose.strip() or exercise.dose}"), Line("plain", exercise.how)]
        found.append(Line("plain", TRAINING))
    if note := handout.note.strip():
        found.append(Line("head", "Note"))
        found += [Line("plain", part.strip()) for part in note.splitlines() if part.strip()]
    return found


def stops(catalog: Catalog) -> list[Line]:
    """When to stop, by urgency, in a few lines."""
    found = [Line("bold", "When to stop")]
    found.append(Line("plain", "Stop if pain gets worse or lasts into the next day."))
    for urgency, words in SOON.items():
        names = [f.name for f in catalog.stop_flags.values() if f.urgency is urgency and f.stops]
        listed = "; ".join([names[0], *(n[0].lower() + n[1:] for n in names[1:])])
        found.append(Line("plain", f"{words}: {listed}."))
    return found


def references(handout: Handout, catalog: Catalog) -> str:
    """The references in small print, each with how far it was checked."""
    ids: list[str] = []
    for id_ in handout.structures:
        ids += catalog.structures[id_].references
    for id_, _ in handout.exercises:
        ids += catalog.exercises[id_].references
    if handout.chain:
        ids += [r for b in catalog.chains[handout.chain].breakers for r in b.references]
    words = {"full": "checked", "citation": "partly checked", "finding": "partly checked", "none": "not verified"}
    found = [catalog.references[i] for i in dict.fromkeys(ids)]
    shown = [f"{r.short} ({words[r.verification]})" for r in found[:14]]
    more = f"; {len(found) - 14} more at the link" if len(found) > 14 else ""
    return "; ".join(shown) + more


def plain_text(id_: str, catalog: Catalog) -> str:
    """The card of a structure as plain text to copy. Raises KeyError for an unknown id."""
    found = catalog.structures[id_]
    rows = [
        ("Origin", found.origin), ("Insertion", found.insertion), ("Nerve", found.nerve), ("Blood", found.blood),
        ("Does", "; ".join(found.actions)), ("Find it", found.find_it),
    ]  # fmt: skip
    anatomy = [f"{k}: {v}" for k, v in rows if v]
    rolling = [line.text for line in _structure(found)[2:]]
    sources = [f"- {catalog.references[r].citation}" for r in found.references]
    head = [f"{found.name} ({found.latin})", found.plain, ""]
    return "\n".join([*head, *anatomy, "", *rolling, "", "References", *sources, "", "For learning, not a diagnosis."])


def _structure(found: Structure) -> list[Line]:
    rolling = found.rolling
    result = [Line("head", found.name), Line("plain", found.plain)]
    result.append(Line("bold", VERDICTS[rolling.verdict]))
    result.append(Line("plain", rolling.reason))
    if rolling.how_to:
        result.append(Line("item", _ended(f"Do: {rolling.how_to.technique} {rolling.how_to.dose}")))
    if rolling.instead:
        result.append(Line("item", _ended(f"Do instead: {rolling.instead}")))
    if rolling.cautions:
        result.append(Line("item", _ended(f"Don't: {rolling.cautions}")))
    return result


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _without_ids(text: str) -> str:
    """A sentence without the ids of claims and references in brackets."""
    cut = text.split(" (")[0]
    return cut[0].upper() + cut[1:]
