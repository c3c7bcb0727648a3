"""What can be found: documents, made by one builder a noun. A new noun is one more builder in `BUILDERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.catalog import Catalog
from data.structure import Bone, Context, Structure


@dataclass(frozen=True)
class Document:
    """One thing to be found. `names` are what it is called, `head` its one sentence, `body` what else it says.

    `slips` are names as they are misspelt: they are known when they are met and teach nobody to spell. `part` is the
    place within a record that an answer leads to.
    """

    kind: str
    id: str
    names: tuple[str, ...] = ()
    head: str = ""
    body: str = ""
    part: str | None = None
    slips: tuple[str, ...] = ()


Builder = Callable[[Catalog], Iterator[Document]]


def documents(catalog: Catalog) -> list[Document]:
    """Everything that can be found."""
    return [document for build in BUILDERS for document in build(catalog)]


def _names(entry: Structure | Bone | Context) -> tuple[str, ...]:
    others = [s.name for s in getattr(entry, "synonyms", ())]
    names = [entry.name, getattr(entry, "short_name", None), entry.latin, entry.ta2_english, *others]
    return tuple(dict.fromkeys(n for n in names if n))


def _structures(catalog: Catalog) -> Iterator[Document]:
    for s in catalog.structures.values():
        group = catalog.groups[s.quiz_group].name if s.quiz_group else ""
        facts = {"origin": s.origin, "insertion": s.insertion, "nerve supply": s.nerve, "blood artery": s.blood}
        told = [f"{what} {fact}" for what, fact in facts.items() if fact]
        rolling = [s.rolling.reason, s.rolling.instead or "", s.rolling.cautions]
        body = " . ".join([s.group, group, s.tissue, *s.actions, *told, s.find_it, *rolling])
        yield Document("structure", s.id, _names(s), s.plain, body)


def _bones(catalog: Catalog) -> Iterator[Document]:
    for b in catalog.bones.values():
        yield Document("bone", b.id, _names(b), b.plain, b.find_it)


def _context(catalog: Catalog) -> Iterator[Document]:
    for c in catalog.context.values():
        yield Document("context", c.id, _names(c), c.plain)


def _groups(catalog: Catalog) -> Iterator[Document]:
    for g in catalog.groups.values():
        names = tuple(n for n in (g.name, g.ta2_english, g.latin, *(s.name for s in g.synonyms)) if n)
        members = " . ".join(map(catalog.name, catalog.members(g.id)))
        told = f"group {members} . nerve supply {g.nerve or ''} . {g.action or ''} . {g.note or ''}"
        yield Document("group", g.id, tuple(dict.fromkeys(names)), g.plain, told)


def _claims(catalog: Catalog) -> Iterator[Document]:
    for c in catalog.claims.values():
        yield Document("claim", c.id, (c.id,), f"{c.question or ''} {c.text}", c.reason)


def _conflicts(catalog: Catalog) -> Iterator[Document]:
    for c in catalog.conflicts.values():
        views = " . ".join(s.view for s in c.sides)
        yield Document("conflict", c.id, (c.id,), c.question, f"{views} . {c.resolution}")


def _myths(catalog: Catalog) -> Iterator[Document]:
    for m in catalog.myths.values():
        yield Document("myth", m.id, (), m.title, f"{m.said} . {m.found}")


def _chains(catalog: Catalog) -> Iterator[Document]:
    for c in catalog.chains.values():
        labels = " . ".join(n.label for n in c.nodes)
        cuts = " . ".join(f"{b.action} {' '.join(b.progression)}" for b in c.breakers)
        yield Document("chain", c.id, (c.name,), f"{c.title} . {c.plain}", f"{labels} . {cuts}")
        for s in c.steps:
            yield Document("chain", c.id, (), s.title, s.text, s.id)


def _exercises(catalog: Catalog) -> Iterator[Document]:
    for e in catalog.exercises.values():
        measured = " . ".join(m.what for m in e.measured)
        yield Document("exercise", e.id, (e.name,), e.use, f"{e.how} . {e.dose} . {e.caveat} . {measured}")


def _tests(catalog: Catalog) -> Iterator[Document]:
    for t in catalog.self_check.tests:
        names = (t.name, *(a.name for a in t.also_called))
        yield Document("test", t.id, names, t.means, f"{' '.join(t.how)} . {t.cheating} . {t.accuracy.plain}")
    for o in catalog.self_check.left_out:
        names = (o.name, *(a.name for a in o.also_called))
        yield Document("left_out", o.id, names, o.used_for, o.why)


def _articles(catalog: Catalog) -> Iterator[Document]:
    for a in catalog.articles.values():
        yield Document("article", a.id, (a.title,), a.title, f"article {a.stance} . {a.sells or ''}")


def _effects(catalog: Catalog) -> Iterator[Document]:
    for e in catalog.rolling_effects.values():
        yield Document("rolling_effect", e.id, (), e.what, e.how_long)


def _ask_first(catalog: Catalog) -> Iterator[Document]:
    for a in catalog.ask_first.values():
        yield Document("ask_first", a.id, (), f"before you roll: you {a.who}", a.why)


def _conditions(catalog: Catalog) -> Iterator[Document]:
    for c in catalog.conditions.values():
        names = (c.name, c.short_name, *c.words.also)
        parts = [c.story.onset, *c.story.worse, *c.story.eases, *c.points.towards, *(s.text for s in c.spots)]
        parts += [c.who.text, *c.words.near, *(f"{p.name} {p.story}" for p in c.parts)]
        yield Document("condition", c.id, names, c.plain.text, " . ".join(parts), slips=c.words.misspelt)


def _places(catalog: Catalog) -> Iterator[Document]:
    for p in catalog.pain_map.places:
        listed = " . ".join(catalog.conditions[c.condition].name for c in p.in_order)
        yield Document("place", p.id.value, (p.name, *p.words.also), p.plain, f"pain {listed}", slips=p.words.misspelt)


BUILDERS: tuple[Builder, ...] = (
    _structures, _bones, _context, _groups, _claims, _conflicts, _myths, _chains, _exercises, _tests, _articles,
    _effects, _ask_first, _conditions, _places,
)  # fmt: skip
"""Stop flags are no documents: they are shown above the answers, by the lay words that open them."""
