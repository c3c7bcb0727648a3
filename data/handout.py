"""A handout: what a trainer chose, and the words that go on the page. Pure; drawing it is `components.handout.pdf`."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from data.catalog import Catalog
from data.exercise import Exercise, shared_rule
from data.model import Urgency, Verdict
from data.outlines.side import RIGHT, sided
from data.plan import Plan
from data.structure import Rolling, Structure
from data.wording import capital, ended, sentence

MOST_STRUCTURES, MOST_EXERCISES = 4, 5
NOTE_LIMIT, NAME_LIMIT, DOSE_LIMIT = 4000, 60, 80
"""Letters that could fit on any page; more is refused before the page is tried."""
TRAINING = "Give it six to eight weeks before you judge it (a rule of thumb)."


@dataclass(frozen=True)
class Handout:
    """What is on it. `exercises` are pairs of id and dose as typed; `name` and `note` are typed and never stored.

    With a `plan` the exercises stand on a second page, with pictures and a grid to tick.
    """

    structures: tuple[str, ...] = ()
    chain: str | None = None
    exercises: tuple[tuple[str, str], ...] = ()
    note: str = ""
    name: str = ""
    paper: Literal["a4", "letter"] = "a4"
    view: str = "lateral"
    link: str = ""
    date: datetime.date = datetime.date(2026, 1, 1)
    plan: Plan | None = None
    side: str = RIGHT

    @property
    def pictured(self) -> str:
        """The name of the drawing's view on its side."""
        return sided(self.view, self.side)

    @property
    def planned(self) -> bool:
        """Whether there is a second page: a plan, and something to plan."""
        return bool(self.plan and self.exercises)


@dataclass(frozen=True)
class Line:
    """One paragraph of the page; typed text is never read as markup.

    `kind` is head, bold, plain, or one point of a list: item, do, stop (do not) or care. Of a figure the text is the
    id of the exercise whose picture stands there.
    """

    kind: Literal["head", "bold", "plain", "item", "do", "stop", "care", "figure"]
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


_BRACKET = re.compile(r"\s*\(([^()]*)\)$")
"""What stands in brackets at the end of a sentence: the ids of its claims and references."""
SHORTENED = "Shortened to fit one page; the code opens all of it."


def lines(
    handout: Handout, catalog: Catalog, *, brief: bool = False, plan: bool = True, figures: bool = False
) -> list[Line]:
    """Every paragraph of the main column, in order; a first heading that the title has said already is left out.

    Without `plan` the exercises are said without rest and next step, of a chain only the first three that it lacks, and
    the page says so. With `figures` each exercise has its picture. `brief` keeps what is needed
    to act (verdict, what to do, when not to) and says that it is shortened; what was typed stays whole. Raises KeyError
    for an id that is not known.
    """
    found: list[Line] = []
    chosen = [catalog.structures[id_] for id_ in handout.structures]
    for structure in chosen:
        found += _in_brief(structure) if brief else _structure(structure)
    if handout.chain:
        chain = catalog.chains[handout.chain]
        found += [Line("head", chain.name), *([] if brief else [Line("plain", chain.plain)])]
        found += [Line("bold", "Not supported by studies")]
        found += [Line("item", _without_ids(t)) for t in chain.not_supported[: None if plan else 3]]
    if handout.planned:
        names = ", ".join(catalog.exercises[id_].name for id_, _ in handout.exercises)
        found += [Line("head", "Exercises"), Line("plain", f"On the next page: {names}.")]
    elif handout.exercises:
        found += _exercises(handout, catalog, how=not brief, plan=plan and not brief, figures=figures)
    if note := handout.note.strip():
        found.append(Line("head", "Note"))
        found += [Line("plain", part.strip()) for part in note.splitlines() if part.strip()]
    if brief or not plan:
        found.append(Line("plain", SHORTENED))
    return found[1:] if found and found[0] == Line("head", title(handout, catalog)) else found


def stops(catalog: Catalog) -> list[Line]:
    """When to stop, by urgency: every flag that stops, by the sign that a reader would notice.

    Flags that only change the advice are left to the page "When to stop": with them the fullest page would not fit.
    """
    found = [Line("bold", "When to stop")]
    found.append(Line("plain", "Stop if pain gets worse or lasts into the next day."))
    for urgency, words in SOON.items():
        every = [f.sign for f in catalog.stop_flags.values() if f.stops and f.urgency is urgency]
        signs = dict.fromkeys(every)  # two flags may share a sign where only the age differs
        found += [Line("bold", f"{words}:"), Line("plain", sentence("; ".join(signs)))]
    return found


def references(handout: Handout, catalog: Catalog) -> str:
    """The references in small print, by how far they were checked."""
    ids: list[str] = []
    for id_ in handout.structures:
        ids += _behind_the_advice(catalog.structures[id_])
    for id_, _ in handout.exercises:
        ids += catalog.exercises[id_].dose_references  # what is printed of it; its measured figures are not
    if handout.chain:
        named = (_BRACKET.search(said) for said in catalog.chains[handout.chain].not_supported)
        ids += [i for m in named if m for i in re.findall(r"\w+", m[1]) if i in catalog.references]
    groups: dict[str, list[str]] = {"Checked": [], "Partly checked": [], "Not verified": []}
    words = {"full": "Checked", "citation": "Partly checked", "finding": "Partly checked", "none": "Not verified"}
    for reference in (catalog.references[i] for i in dict.fromkeys(ids)):
        groups[words[reference.verification]].append(catalog.short(reference.id))
    return " ".join(f"{state}: {'; '.join(dict.fromkeys(names))}." for state, names in groups.items() if names)


def _behind_the_advice(found: Structure) -> list[str]:
    """The sources of what is printed of a structure: verdict, reason and limits, not its origin and nerve."""
    anatomy = {s.reference for s in found.checked.sources} if found.checked else set()
    return [r for r in (*found.references, *found.rolling.references) if r not in anatomy]


def plain_text(id_: str, catalog: Catalog) -> str:
    """The card of a structure as plain text to copy. Raises KeyError for an unknown id."""
    found = catalog.structures[id_]
    rows = [
        ("Origin", found.origin), ("Insertion", found.insertion), ("Nerve", found.nerve), ("Blood", found.blood),
        ("Does", "; ".join(found.actions)), ("Find it", found.find_it),
    ]  # fmt: skip
    anatomy = [f"{k}: {v}" for k, v in rows if v]
    rolling = [line.text for line in _structure(found)[2:]]
    sources = [f"- {catalog.references[r].citation}" for r in found.sources]
    latin = f" ({found.latin})" if found.latin else ""
    head = [f"{found.name}{latin}", found.plain, ""]
    return "\n".join([*head, *anatomy, "", *rolling, "", "References", *sources, "", "For learning, not a diagnosis."])


def when_sore(rolling: Rolling) -> str | None:
    """The verdict for a place that hurts, as a sentence; None where pain changes nothing."""
    if rolling.when_painful is None:
        return None
    return f"If it hurts here: {VERDICTS[rolling.when_painful].lower().replace(' here', '')}"


def _structure(found: Structure) -> list[Line]:
    rolling = found.rolling
    result = [Line("head", found.name), Line("plain", found.plain)]
    result.append(Line("bold", VERDICTS[rolling.verdict]))
    result.append(Line("plain", rolling.reason))
    if how := rolling.how_to:
        verb = "If you roll it" if rolling.verdict is Verdict.LITTLE_BENEFIT else "Do"
        parts = [how.position, how.where, how.technique, how.dose]
        result.append(Line("do", f"{verb} ({how.tool}): {' '.join(sentence(p) for p in parts)}"))
    if rolling.instead:
        result.append(Line("do", f"Do instead: {sentence(rolling.instead)}"))
    if sore := when_sore(rolling):
        result.append(Line("stop", sore))
    result.append(Line("care", f"Take care: {sentence(rolling.cautions)}"))
    return result


def _exercises(handout: Handout, catalog: Catalog, *, how: bool, plan: bool, figures: bool) -> list[Line]:
    """The exercises: dose, days and pain rule (once where all share it) always, the rest where there is room.

    A typed dose takes the place of ours.
    """
    chosen = [(catalog.exercises[id_], dose.strip()) for id_, dose in handout.exercises]
    rule = shared_rule(e for e, _ in chosen)
    found = [Line("head", "Exercises"), Line("plain", " ".join(filter(None, [rule, TRAINING if plan else None])))]
    for exercise, dose in chosen:
        found.append(Line("bold", dosed(exercise, dose)))
        found += [Line("figure", exercise.id)] if figures else []
        effort = exercise.effort.words if plan else f"{exercise.effort.level.capitalize()}."
        words = [exercise.how, effort] if how else []
        words += [] if rule else [exercise.pain_rule.words]
        if plan:
            words.append(onward(exercise, catalog))
        found += [Line("plain", " ".join(words))] if words else []
    return [line for line in found if line.text]


def dosed(exercise: Exercise, typed: str) -> str:
    """An exercise's name with its dose, a typed one in place of ours, and how often."""
    return f"{exercise.name}: {typed or exercise.dose} ({exercise.days.replace(' days', '')})"


def onward(exercise: Exercise, catalog: Catalog) -> str:
    """The pause between sets, and when to go on to what."""
    return f"Rest: {ended(exercise.rest)} Next: {ended(exercise.following(catalog.exercises))}"


def _in_brief(found: Structure) -> list[Line]:
    """Name, verdict (with what changes when it hurts) and what to do or not: the lines to act by."""
    said = {line.kind: line.text for line in _structure(found) if line.kind in ("head", "bold", "stop")}
    verdict = " ".join(sentence(said[kind]) for kind in ("bold", "stop") if kind in said)
    kept = [Line("head", said["head"]), Line("bold", verdict)]
    how, little = found.rolling.how_to, found.rolling.verdict is Verdict.LITTLE_BENEFIT
    if how and not little:  # what brings little needs no place on a page that is short of it
        kept.append(Line("do", f"{sentence(how.where)} Discomfort at most {how.pressure} of 10."))
    elif found.rolling.instead:
        kept.append(Line("do", f"Do instead: {sentence(found.rolling.instead)}"))
    return [*kept, Line("care", sentence(found.rolling.cautions))]


def _without_ids(text: str) -> str:
    """A sentence without the ids of claims and references in brackets at its end."""
    return capital(_BRACKET.sub("", text))
