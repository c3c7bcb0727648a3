"""The words of a condition's page as escaped HTML: danger first, then the story, then what is known. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from components.card.exercise import plans
from components.card.fold import definition_list, section
from components.card.stories import LEARNING, STRENGTH, held, link
from components.card.text import VERIFIED, references
from components.shared.palette import ROLLING
from data.catalog import Catalog
from data.condition import Condition, ConditionKind, Figure, Help, InChain, Likelihood, Part, Spot
from data.model import Urgency
from data.stop_flag import StopFlag
from data.wording import capital, ended, sentence, small

URGENCY = {Urgency.EMERGENCY: "Emergency", Urgency.TODAY: "Today", Urgency.SOON: "This week"}
URGENT = {**URGENCY, Urgency.EMERGENCY: "Emergency: call or go now"}
NOW = "Call the emergency number or go to an emergency department now."
ONLY = "Only as the card shows, and not where it hurts."
KIND = {
    "overuse": "Overuse", "tendon": "Tendon", "snap": "Snap", "nerve": "Nerve", "muscle": "Muscle", "joint": "Joint",
    "referred": "Felt elsewhere", "bone": "Bone", "mixed": "Several things",
}  # fmt: skip


def head(found: Condition, catalog: Catalog) -> str:
    """Read in a minute: the plain sentence, when to see someone, the typical story, what points towards and away."""
    story = found.story
    first = (
        '<p class="hc-sore"><b>Ruled out first:</b> less common than the others, but it must not be missed.</p>'
        if found.urgent
        else ""
    )
    return (
        f'<h2>{escape(found.name)}</h2><p class="hc-latin"><span class="hc-chip">{KIND[found.kind]}</span></p>'
        f'<p class="hc-note hc-learning">{LEARNING}</p>'
        f'<p class="hc-plain">{escape(ended(found.plain.text))}</p>{first}{see_someone(found, catalog)}'
        f"<h3>The typical story</h3><p>{escape(ended(story.onset))}</p>"
        + definition_list([("Worse with", "; ".join(story.worse)), ("Eases with", "; ".join(story.eases))])
        + f'<div class="hc-two"><div><p class="hc-under">Points towards</p>{_list(found.points.towards)}</div>'
        f'<div><p class="hc-under">Points away</p>{_list(found.points.away)}</div></div>'
    )


def see_someone(found: Condition, catalog: Catalog) -> str:
    """When to see someone: the stop signs by urgency, then what else; stands before all advice."""
    flags = [catalog.stop_flags[i] for i in found.see.flags]
    return (
        '<div class="hc-stop hc-see"><p class="hc-word"><span class="hc-icon" aria-hidden="true">!</span>'
        f"<b>See someone first with one of these</b></p>{signs(flags, URGENT)}"
        f'<p class="hc-under">Here also</p>{_list(found.see.others)}'
        f'<p><a href="./stop_flags" target="_self">What to do then, and why</a></p></div>'
    )


def signs(flags: Sequence[StopFlag], called: Mapping[Urgency, str] = URGENCY) -> str:
    """Stop signs in few words, the most urgent first; one that does not stop is a thing to mention."""
    rows = []
    for urgency in Urgency:
        here = dict.fromkeys(f.sign for f in flags if f.stops and f.urgency is urgency)  # two may share their words
        rows.append((called[urgency], "; ".join(here)))
    rows.append(("Changes the advice", "; ".join(f.sign for f in flags if not f.stops)))
    return definition_list(rows)


def rest(found: Condition, catalog: Catalog) -> str:
    """Everything else, folded away, in the order in which people ask."""
    ids = found.references
    return (
        section(f"Look-alikes, side by side ({len(found.look_alikes)})", look_alikes(found, catalog))
        + section(f"What hides under this name ({len(found.parts)})", _parts(found, catalog))
        + section("What usually helps first", helps(found, catalog))
        + section("Rolling", rolling(found, catalog))
        + section("How long it takes", _figured(found.course.text, found.course.figures, catalog))
        + section("Where it is felt, and who", where(found) + _figured(found.who.text, found.who.figures, catalog))
        + section("How good the tests are", tests(found, catalog))
        + section("The chain it is said to belong to", chains(found, catalog))
        + section("What it is about", about(found, catalog))
        + section(f"Sources ({len(ids)})", sources(found, catalog))
    )


def look_alikes(found: Condition, catalog: Catalog) -> str:
    """Each look-alike beside what tells it apart, with the way to it."""
    rows = "".join(
        f'<tr><th scope="row">{link(catalog.conditions[a.condition])}</th>'
        f"<td>{escape(sentence(a.apart))}{_cited(a.references, catalog)}</td></tr>"
        for a in found.look_alikes
    )
    head_row = '<tr><th scope="col">It may be</th><th scope="col">What tells it apart</th></tr>'
    return f'<table class="hc-table"><thead>{head_row}</thead><tbody>{rows}</tbody></table>'


def helps(found: Condition, catalog: Catalog) -> str:
    """What usually helps first, each with how well that is shown; then the exercises."""
    exercises = plans([catalog.exercises[e] for e in found.exercises], catalog)
    when = ", once walking no longer hurts" if found.kind is ConditionKind.MUSCLE else ""  # a fresh tear is not loaded
    title = f'<p class="hc-under">Exercises that fit{when}, if nothing above holds you back</p>'
    steps = "".join(_help(h, catalog) for h in found.helps)
    return f'<ol class="hc-steps">{steps}</ol>{title if exercises else ""}{exercises}'


def rolling(found: Condition, catalog: Catalog) -> str:
    """What a roller does to the sore place, what was tried, where to keep off, and what may be rolled."""
    words = found.rolling
    ink = ROLLING[words.verdict]
    off = "; ".join(_drawn(i, catalog) for i in words.do_not_roll)
    may = "; ".join(_drawn(i, catalog) for i in words.may_roll)
    allowed = f"<p><b>If no stop sign fits and you want to roll:</b> {may}. {ONLY}</p>" if may else ""
    return (
        f'<div class="hc-verdict hc-{ink.key}"><p class="hc-word"><span class="hc-icon" aria-hidden="true">{ink.icon}'
        f"</span><b>The sore place: {escape(ink.word.lower())}</b></p><p>{escape(words.why)}"
        f"{_cited(words.references, catalog)}</p></div><p><b>Tried:</b> {escape(words.tried)}</p>"
        f"<p><b>Keep off:</b> {off}.</p>{allowed}"
    )


def where(found: Condition) -> str:
    """The usual places first, then the others."""
    rows = [(title, [s for s in found.spots if s.likelihood is likely]) for title, likely in _WHERE]
    return definition_list([(title, "; ".join(s.text for s in spots)) for title, spots in rows if spots])


_WHERE: tuple[tuple[str, Likelihood], ...] = (("Usually", Likelihood.TYPICAL), ("Also", Likelihood.POSSIBLE))


def tests(found: Condition, catalog: Catalog) -> str:
    """How good the tests are, in plain words; the figures below."""
    by_id = {t.id: t for t in catalog.self_check.tests}
    mine = "; ".join(escape(small(by_id[i].name)) for i in found.tests.self_check)
    told = f"<p>In the self-check: {ended(mine)}</p>" if mine else ""
    said = " ".join(f.value for f in found.tests.figures)
    meant = " ".join(meaning for word, meaning in _MEANT.items() if word in said)
    key = f'<p class="hc-note">{meant}</p>' if meant else ""
    return _figured(found.tests.text, found.tests.figures, catalog, found.tests.references) + key + told


_MEANT = {
    "sensitivity": "Sensitivity: of those with it, how many the test finds.",
    "specificity": "Specificity: of those without it, how many the test clears.",
    "likelihood ratio": "Likelihood ratio: far above 1 speaks for it, far below 1 against it.",
}


def chains(found: Condition, catalog: Catalog) -> str:
    """What the story says, and how well that holds."""
    return "".join(_chain(c, catalog) for c in found.chains)


def about(found: Condition, catalog: Catalog) -> str:
    """The tissues and claims that it touches, with the way to each."""
    felt = (s.structure for s in found.spots if s.structure)  # a card that leads here is led back to
    tissues = "; ".join(_drawn(i, catalog) for i in dict.fromkeys((*found.structures, *found.bones, *felt)))
    claims = ", ".join(f'<a href="./evidence?claim={c}" target="_self">{c}</a>' for c in found.claims)
    rows = f"<dt>Tissues</dt><dd>{tissues}</dd>" + (f"<dt>Claims</dt><dd>{claims}</dd>" if claims else "")
    called = definition_list(
        [("Also called", ", ".join(found.words.also)), ("No page yet", ", ".join(found.words.near))]
    )
    return f"<dl>{rows}</dl>{called}"


def sources(found: Condition, catalog: Catalog) -> str:
    """How sure we are of the page, and every source with its state."""
    sure = f"<p><b>This page: {STRENGTH[found.sure]}.</b> {escape(found.sure_why)}</p>"
    return sure + references([catalog.references[i] for i in found.references])


def spot_at(found: Condition) -> Spot:
    """The spot that is lit on the drawing: the first typical one."""
    return next(s for s in found.spots if s.likelihood is Likelihood.TYPICAL)


def _parts(found: Condition, catalog: Catalog) -> str:
    return "".join(_part(p, catalog) for p in found.parts)


def _part(found: Part, catalog: Catalog) -> str:
    rows = [("Where", found.spot), ("Story", found.story), ("First", found.first), ("Known", found.known)]
    return f"<h3>{escape(found.name)}</h3>{definition_list(rows)}<p>{_cited(found.references, catalog)}</p>"


def _help(found: Help, catalog: Catalog) -> str:
    return (
        f"<li><b>{escape(capital(found.what))}.</b> {escape(sentence(found.evidence))} "
        f'<span class="hc-chip">{STRENGTH[found.strength]}</span>{_cited(found.references, catalog)}</li>'
    )


def _chain(found: InChain, catalog: Catalog) -> str:
    name = escape(catalog.chains[found.chain].name)
    studies = ""
    for title, ids in (("For", found.supporting), ("Against", found.contradicting)):
        studies += f" {title}:{_cited(ids, catalog)}" if ids else ""
    return (
        f'<p><b><a href="./chains?chain={found.chain}" target="_self">{name}</a></b> '
        f'<span class="hc-chip">{held(found)}</span></p>'
        f"<p>Said: {escape(ended(found.said))} <b>How well it holds:</b> {escape(ended(found.holds))}{studies}</p>"
    )


def _figured(text: str, figures: Sequence[Figure], catalog: Catalog, cited: Iterable[str] = ()) -> str:
    rows = "".join(_figure(f, catalog) for f in figures)
    table = f'<ul class="hc-points">{rows}</ul>' if rows else ""
    return f"<p>{escape(text)}{_cited(cited, catalog)}</p>{table}"


def _figure(found: Figure, catalog: Catalog) -> str:
    group = f" ({escape(found.n)})" if found.n else ""
    caveat = f" <i>{escape(sentence(found.caveat))}</i>" if found.caveat else ""
    return (
        f"<li>{escape(capital(found.what))}: <b>{escape(found.value)}</b>{group}."
        f"{caveat}{_cited([found.reference], catalog)}</li>"
    )


def _cited(ids: Iterable[str], catalog: Catalog) -> str:
    """Sources in a small line, each with a sign of how far it was seen."""
    links = []
    for id_ in ids:
        icon, words = VERIFIED[catalog.references[id_].verification]
        links.append(
            f'<a href="./evidence?reference={id_}" target="_self">{escape(catalog.short(id_))}</a> '
            f'<span title="{escape(words)}" aria-hidden="true">{icon}</span>'
        )
    return f' <small class="hc-note">{"; ".join(links)}</small>' if links else ""


def _drawn(id_: str, catalog: Catalog) -> str:
    """Something drawn, with the way to its card."""
    return f'<a href="./?structure={id_}" target="_self">{escape(small(catalog.name(id_)))}</a>'


def _list(items: Iterable[str]) -> str:
    return f'<ul class="hc-points">{"".join(f"<li>{escape(capital(i))}</li>" for i in items)}</ul>'
