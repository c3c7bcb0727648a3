"""The heads of all cards in a few words, for the peek under the picture: fetched by URL, shown before Python answers.

Pure but for the address: takes content, returns escaped HTML by id.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.shared.palette import ROLLING, TISSUE
from components.shared.served import BASE, packed, version, zipped
from data.catalog import Catalog, catalog
from data.group import Group
from data.model import Verdict
from data.structure import Bone, Context, Structure
from data.wording import capital, small


def head(found: Structure | Bone | Context) -> str:
    """What a peek says of one thing: name and tissue, the rolling verdict by sign and word, and the plain sentence."""
    if isinstance(found, Structure):
        rolling = found.rolling
        ink = ROLLING[rolling.verdict]
        sore = f"If it hurts here: {ROLLING[rolling.when_painful].word.lower()}." if rolling.when_painful else ""
        return _lines(
            found.name, TISSUE[found.tissue].word, ink.icon, f"Rolling: {ink.word.lower()}", found.plain, sore
        )
    if isinstance(found, Bone):
        return _lines(found.name, "Bone", "–", "Not something to roll", found.plain)
    return _lines(found.name, found.tissue.capitalize(), "–", "Drawn for orientation", found.plain)


def _lines(name: str, tissue: str, icon: str, verdict: str, plain: str, sore: str = "") -> str:
    """Three lines; what does not fit is cut, so a warning comes before what it is."""
    warning = f"<b>{escape(sore)}</b> " if sore else ""
    return (
        f'<span class="hc-peek-name"><b>{escape(name)}</b> <span class="hc-peek-tissue">{escape(tissue)}</span></span>'
        f'<span class="hc-peek-verdict"><span class="hc-icon" aria-hidden="true">{icon}</span> {escape(verdict)}</span>'
        f'<span class="hc-peek-line">{warning}{escape(plain)}</span>'
    )


def heads(content: Catalog) -> dict[str, str]:
    """The head of everything that can be tapped, by id, and of every group, by `group.` and its id."""
    every: dict[str, Structure | Bone | Context] = {**content.structures, **content.bones, **content.context}
    groups = {f"group.{i}": group_head(found, content) for i, found in content.groups.items()}
    return {i: head(found) for i, found in every.items()} | groups


def group_head(found: Group, content: Catalog) -> str:
    """What a peek says of a group: how many belong to it, and how rolling is judged over them."""
    ids = content.members(found.id)
    counts = ", ".join(f"{n} {small(ROLLING[v].word)}" for v, n in verdicts(ids, content).items())
    return _lines(capital(found.name), f"Group of {len(ids)}", "·", f"Rolling: {counts}", found.plain)


def verdicts(ids: Iterable[str], content: Catalog) -> dict[Verdict, int]:
    """How many of some structures have each verdict, in the order of the verdicts; others have none."""
    found = Counter(content.structures[i].rolling.verdict for i in ids if i in content.structures)
    return {v: found[v] for v in Verdict if v in found}


@cache
def _body() -> bytes:
    return zipped(json.dumps(heads(catalog()), ensure_ascii=False))


def heads_url() -> str:
    """Where the browser finds them."""
    return f"{BASE}/heads.json?v={version()}"


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/heads.json", _serve)]


def _serve(request: Request) -> Response:
    return packed(request, _body(), "application/json")
