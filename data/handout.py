"""A handout: what a trainer chose, and the words that go on the page. Pure; drawing it is `components.handout.pdf`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from data.catalog import Catalog
from data.model import Urgency, Verdict
from data.structure import Structure
from data.wording import capital, ended, sentence

MOST_STRUCTURES, MOST_EXERCISES = 4, 5
NOTE_LIMIT, NAME_LIMIT, DOSE_LIMIT = 4000, 60, 80
"""Letters that could fit on any page; more is refused before the page is tried."""
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
    """One paragraph of the page; typed text is never read as markup.

    `kind` is head, bold, plain, or one point of a list: item, do, stop (do not) or care.
    """

    kind: Literal["head", "bold", "plain", "item", "do", "stop", "care"]
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
    if len(handout.structures) == 1:
        return catalog.name(handout.structures[0])
    if handout.structures:
        return ", ".join(catalog.short_name(s) for s in handout.structures)
    return catalog.chains[handout.chain].name if handout.chain else "Hip and thigh"


SHORTENED = "Shortened to fit one page; the code opens all of it."


def lines(handout: Handout, catalog: Catalog, *, brief: bool = False) -> list[Line]:
    """Every paragraph of the main column, in order; a first heading that the title has said already is left out.

    `brief` keeps what is needed to act (verdict, what to do, when not to) and says that it is shortened; what was typed
    stays whole. Raises KeyError for an id that is not known.
    """
    found: list[Line] = []
    chosen = [catalog.structures[id_] for id_ in handout.structures]
    doses = dict.fromkeys(ended(s.rolling.how_to.dose) for s in chosen if s.rolling.how_to)
    rolled = sum(s.rolling.how_to is not None for s in chosen)
    once = rolled > 1 and len(doses) == 1  # one dose for several: said once, below them
    for structure in chosen:
        found += _in_brief(structure) if brief else _structure(structure, with_dose=not once)
    if once:
        found.append(Line("plain", f"Dose for each place: {next(iter(doses))}"))
    if handout.chain:
        chain = catalog.chains[handout.chain]
        found += [Line("head", chain.name), Line("plain", chain.plain)]
        found += [Line("bold", "Not supported by studies")]
        found += [Line("item", _without_ids(t)) for t in chain.not_supported[: 3 if brief else None]]
    if handout.exercises:
        found += [Line("head", "Exercises"), Line("plain", TRAINING)]
        for id_, dose in handout.exercises:
            exercise = catalog.exercises[id_]
            found.append(Line("bold", f"{exercise.name}: {dose.strip() or exercise.dose}"))
            found += [] if brief else [Line("plain", exercise.how)]
    if note := handout.note.strip():
        found.append(Line("head", "Note"))
        found += [Line("plain", part.strip()) for part in note.splitlines() if part.strip()]
    if brief:
        found.append(Line("plain", SHORTENED))
    return found[1:] if found and found[0] == Line("head", title(handout, catalog)) else found


def stops(catalog: Catalog) -> list[Line]:
    """When to stop, by urgency: every stop flag by the sign that a reader would notice."""
    found = [Line("bold", "When to stop")]
    found.append(Line("plain", "Stop if pain gets worse or lasts into the next day."))
    for urgency, words in SOON.items():
        signs = [f.sign for f in catalog.stop_flags.values() if f.urgency is urgency]
        found += [Line("bold", f"{words}:"), Line("plain", sentence("; ".join(signs)))]
    return found


def references(handout: Handout, catalog: Catalog) -> str:
    """The references in small print, by how far they were checked."""
    ids: list[str] = []
    for id_ in handout.structures:
        ids += catalog.structures[id_].references
    for id_, _ in handout.exercises:
        ids += catalog.exercises[id_].references
    if handout.chain:
        ids += [r for b in catalog.chains[handout.chain].breakers for r in b.references]
    groups: dict[str, list[str]] = {"Checked": [], "Partly checked": [], "Not verified": []}
    words = {"full": "Checked", "citation": "Partly checked", "finding": "Partly checked", "none": "Not verified"}
    for reference in (catalog.references[i] for i in dict.fromkeys(ids)):
        shown = catalog.short(reference.id) if reference.year else reference.citation.rstrip(".")
        groups[words[reference.verification]].append(shown)
    return " ".join(f"{state}: {'; '.join(dict.fromkeys(names))}." for state, names in groups.items() if names)


def plain_text(id_: str, catalog: Catalog) -> str:
    """The card of a structure as plain text to copy. Raises KeyError for an unknown id."""
    found = catalog.structures[id_]
    rows = [
        ("Origin", found.origin), ("Insertion", found.insertion), ("Nerve", found.nerve), ("Blood", found.blood),
        ("Does", "; ".join(found.actions)), ("Find it", found.find_it),
    ]  # fmt: skip
    anatomy = [f"{k}: {v}" for k, v in rows if v]
    rolling = [line.text for line in _structure(found, with_dose=True)[2:]]
    sources = [f"- {catalog.references[r].citation}" for r in found.references]
    latin = f" ({found.latin})" if found.latin else ""
    head = [f"{found.name}{latin}", found.plain, ""]
    return "\n".join([*head, *anatomy, "", *rolling, "", "References", *sources, "", "For learning, not a diagnosis."])


def _structure(found: Structure, *, with_dose: bool) -> list[Line]:
    rolling = found.rolling
    result = [Line("head", found.name), Line("plain", found.plain)]
    result.append(Line("bold", VERDICTS[rolling.verdict]))
    result.append(Line("plain", rolling.reason))
    if how := rolling.how_to:
        verb = "If you roll it" if rolling.verdict is Verdict.LITTLE_BENEFIT else "Do"
        parts = [how.position, how.technique, *([how.dose] if with_dose else [])]
        result.append(Line("do", f"{verb} ({how.tool}): {' '.join(sentence(p) for p in parts)}"))
    if rolling.instead:
        result.append(Line("do", f"Do instead: {sentence(rolling.instead)}"))
    if rolling.when_painful:
        result.append(Line("stop", f"If it hurts here: {VERDICTS[rolling.when_painful].lower().replace(' here', '')}"))
    result.append(Line("care", f"Take care: {sentence(rolling.cautions)}"))
    return result


def _in_brief(found: Structure) -> list[Line]:
    """Name, verdict and what to do or not: the lines to act by."""
    kept = [line for line in _structure(found, with_dose=False) if line.kind in ("head", "bold", "stop")]
    if how := found.rolling.how_to:
        verb = "If you roll it: " if found.rolling.verdict is Verdict.LITTLE_BENEFIT else ""
        kept.insert(2, Line("do", verb + sentence(how.technique)))
    elif found.rolling.instead:
        kept.insert(2, Line("do", f"Do instead: {sentence(found.rolling.instead)}"))
    return [*kept, Line("care", sentence(found.rolling.cautions))]


def _without_ids(text: str) -> str:
    """A sentence without the ids of claims and references in brackets at its end."""
    cut = re.sub(r"\s*\([^()]*\)$", "", text)
    return capital(cut)
