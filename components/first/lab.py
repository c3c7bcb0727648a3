"""The lab in its first form: what the models say of what the link sets. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from components.first import markdown
from components.first.answer import Answer, block, columns, notes, segments, sides, stack, subtitle
from components.first.page import web_page
from components.first.picture import room
from components.lab import state as lab
from components.lab import text
from components.lab.limits import limits
from components.lab.state import AXES, PARTS, WHO, Lab
from components.shared.page_head import HEADS, page_head
from data.catalog import Catalog
from data.mechanics.spread import spread
from data.mechanics.tilt import arms


def read(params: Mapping[str, str], _catalog: Catalog) -> tuple[Lab, list[str]]:
    """What a link sets, and what of it could not be used."""
    return lab.read(params)


def answer(found: Lab, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a setting."""
    parts = {"stance": _stance, "tilt": _tilt, "limits": _limits}
    choice = segments("Part", [(f"./lab?part={p}", words, p == found.part) for p, words in PARTS.items()])
    switch = "" if found.part == "limits" else sides("lab", lab.write(found), found.side)
    looks = f'<div class="hc-row-2">{choice}{switch}</div>'
    head, sentence = HEADS["lab"]
    title = f"{head}: {PARTS[found.part].lower()}"
    return Answer(
        page="lab",
        title=title,
        description=sentence,
        main=stack(block(page_head("lab")), notes(notes_), looks, parts[found.part](found, catalog)),
        address=lab.write(found),
        about=web_page("WebPage", title, sentence),
    )


def _stance(found: Lab, catalog: Catalog) -> str:
    who = segments("Who is weak", [(_to(found.but(who=w)), words, w == found.who) for w, words in WHO.items()])
    settings = (
        f"Strength that is left: {found.strength} %, trunk lean {found.lean}°, pelvic drop {found.drop}°, body mass "
        f"{found.mass} kg."
    )
    right = stack(who, block(f"<p>{settings}</p>"), block(text.stance(spread(found.stance))))
    return columns((50, room("lab", "")), (50, right)) + _findings("stance", catalog)


def _tilt(found: Lab, catalog: Catalog) -> str:
    axes = segments("About which axis", [(_to(found.but(axis=a)), w, a == found.axis) for a, w in AXES.items()])
    said = text.tilt(arms(found.tilt), arms(0), found.axis, found.element)
    right = stack(block(f"<p>Pelvic tilt, forwards: {found.tilt}°.</p>"), axes, block(said))
    return columns((50, room("lab", "")), (50, right)) + _findings("tilt", catalog)


def _limits(_found: Lab, _catalog: Catalog) -> str:
    return f'<div class="hc-words">{markdown.html(limits())}</div>'


def _findings(model: str, catalog: Catalog) -> str:
    found = (f for f in catalog.findings.values() if f.model == model)
    return subtitle("What this says about the stories") + block(text.findings(found, catalog))


def _to(found: Lab) -> str:
    return "./lab?" + urlencode(lab.write(found))
