"""A picture of what is done as HTML: its steps beside each other, the movement and the usual mistake on request. Pure.

Every picture is named twice, for a light and a dark page, and both wait until they come into sight: the one that does
not fit the page is not displayed, so it is never fetched. The movement is within a fold: it is fetched, and moves,
only while that is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.figures import art
from data.catalog import Catalog
from data.figures.pose import Picture
from data.figures.words import alt, caption
from data.wording import small as low

STEPS = ("start", "middle", "end")
"""In the order in which they are done."""
MISTAKE, FILM = "mistake", "film"
WIDE = 1.25
"""A picture so many times as wide as high is put above the next where there is little room."""
SMALL = 0.6
"""How large a small one is of the size in which a person is 340 px tall."""
SCHEMES = ("light", "dark")
GO, STOP = "Show the movement", "Stop the movement"
UNREVIEWED = "Drawn from a model; a physiotherapist has not reviewed the poses yet."
AS = {
    "works": ("Red", "at work"),
    "pressed": ("Hatched", "pressed"),
    "stretched": ("Outlined", "stretched"),
    "keep_off": ("Ringed", "to keep off"),
}
"""How what is marked is drawn, and what that means."""

_WORDS: dict[str, tuple[Picture, str]] = {}
"""What `in_words` has made, and of which record: an author's preview reads them anew."""


def pair(picture: Picture, *, small: bool = False, below: str = "") -> str:
    """The steps with a caption each, the movement where there is one, the mistake worth showing, what is `below`."""
    kept = art.steps(picture.id)
    steps = [s for s in STEPS if s in kept]
    width, height = _size(picture, small=small)
    whole = in_words(picture)
    items = "".join(
        f"<li>{_image(picture, s, whole if n == 0 else '', small=small)}"
        f"<span>{f'<b>{n + 1}</b> ' if len(steps) > 1 else ''}{escape(caption(picture, s))}</span></li>"
        for n, s in enumerate(steps)
    )
    kind = f"hc-figure{' hc-wide' if width > WIDE * height else ''}{' hc-small' if small else ''}"
    film = _film(picture, small=small) if FILM in kept else ""
    mistake = _mistake(picture, small=small) if MISTAKE in kept else ""
    return (
        f'<figure class="{kind}" style="--hc-step:{width}px"><div class="hc-moves">'
        f'<ol class="hc-pair">{items}</ol>{film}</div>{mistake}{below}</figure>'
    )


def in_words(picture: Picture) -> str:
    """All that a picture shows, in words: made once, from its solved poses."""
    found = _WORDS.get(picture.id)
    if found is None or found[0] is not picture:
        found = _WORDS[picture.id] = (picture, alt(picture, art.solved(picture.id)))
    return found[1]


def shown(id_: str, catalog: Catalog, *, small: bool = False, noted: bool = True) -> str:
    """All pictures of an exercise, a way to roll or a test, with what is marked; nothing where there is none.

    A small one is the main picture alone. `noted` is False where what is not reviewed is said once for several.
    """
    found = drawn(id_, catalog)[: 1 if small else None]
    said = "".join(pair(p, small=small, below=legend(p, catalog)) for p in found)
    several = f'<div class="hc-figures">{said}</div>' if len(found) > 1 else said
    return several + (unreviewed(found) if noted else "")


def drawn(id_: str, catalog: Catalog) -> list[Picture]:
    """The pictures of an exercise, a way to roll or a test whose drawing is kept, the main one first."""
    return [p for p in catalog.pictures_of(id_) if art.steps(p.id)]


def thumb(id_: str, catalog: Catalog) -> str:
    """The last step of the main picture, small and without words: it stands beside the name of what it shows."""
    for picture in drawn(id_, catalog)[:1]:
        last = [s for s in STEPS if s in art.steps(picture.id)][-1]
        return f'<span class="hc-thumb">{_image(picture, last, "", small=True)}</span>'
    return ""


def legend(picture: Picture, catalog: Catalog) -> str:
    """What is marked: how it is drawn, its name, and what is meant by it."""
    rows = []
    for as_, (look, meaning) in AS.items():
        names = dict.fromkeys(low(_name(m.structure, catalog)) for m in picture.marks if m.as_ == as_)
        if names:
            rows.append(f"{look}: {escape(', '.join(names))}, {meaning}.")
    return f'<figcaption class="hc-note">{" ".join(rows)}</figcaption>' if rows else ""


def unreviewed(pictures: Iterable[Picture]) -> str:
    """That nobody who knows has looked at these poses yet; nothing once somebody has looked at all of them."""
    return f'<p class="hc-note">{UNREVIEWED}</p>' if any(not p.reviewed for p in pictures) else ""


def unreviewed_of(ids: Iterable[str], catalog: Catalog) -> str:
    """The same, once for all that is shown of several things."""
    return unreviewed(p for id_ in ids for p in drawn(id_, catalog))


def _name(id_: str, catalog: Catalog) -> str:
    return catalog.groups[id_].name if id_ in catalog.groups else catalog.short_name(id_)


def _size(picture: Picture, *, small: bool) -> tuple[int, int]:
    scale = SMALL if small else 1.0
    width, height = art.size(picture.id)
    return round(width * scale), round(height * scale)


def _image(picture: Picture, step: str, words: str, *, small: bool) -> str:
    """One step, for both schemes."""
    width, height = _size(picture, small=small)
    return "".join(
        f'<img class="hc-by-{scheme}" loading="lazy" src="{escape(art.url(picture.id, step, scheme))}" '
        f'width="{width}" height="{height}" alt="{escape(words)}">'
        for scheme in SCHEMES
    )


def _film(picture: Picture, *, small: bool) -> str:
    words = f'<span class="hc-go">{GO}</span><span class="hc-halt">{STOP}</span>'
    moving = _image(picture, FILM, "The same steps as a slow movement there and back", small=small)
    return f'<details class="hc-film"><summary>{words}</summary>{moving}</details>'


def _mistake(picture: Picture, *, small: bool) -> str:
    said = low(caption(picture, MISTAKE))
    wrong = _image(picture, MISTAKE, f"The mistake: {said}", small=small)
    return f'<details class="hc-mistake"><summary>The usual mistake: {escape(said)}</summary>{wrong}</details>'
