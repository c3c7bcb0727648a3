"""The quiz's options in the URL. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from data.quiz.question import REGIONS, Level, Mode, Options
from data.visibility import LAYERS

MODES = {
    Mode.FIND: "Find",
    Mode.NAME: "Name",
    Mode.FACTS: "Facts",
    Mode.REASON: "Reason",
    Mode.STORY: "Which story fits?",
    Mode.ATTACH: "Attachments",
    Mode.TOGETHER: "Compartments and groups",
    Mode.NERVE: "Nerves",
    Mode.NEAR: "Neighbours",
}
AREAS = {"all": "Everywhere", "hip": "Hip", "thigh": "Thigh", "knee": "Knee"}
DEPTHS = {"all": "All layers", "surface": "Surface", "deep": "Deep", "deepest": "Deepest"}
LEVELS = {Level.GROUPS: "Groups", Level.SINGLE: "Single muscles"}


def read(params: Mapping[str, str]) -> tuple[Options, list[str]]:
    """The options that query parameters name (`modes`, `region`, `layer`, `level`), and a note for each not known."""
    options, notes = Options(), []
    if (text := params.get("modes")) is not None:
        wanted = text.split(",")
        found = tuple(m for m in Mode if m in wanted)
        if len(found) < len(set(wanted)):
            notes.append("The link names a kind of question that the quiz does not have; it was ignored.")
        if found:
            options = options.but(modes=found)
    for key, known in (("region", REGIONS), ("layer", ("all", *LAYERS[:3])), ("level", tuple(Level))):
        if (value := params.get(key)) is None:
            continue
        if value in known:
            options = options.but(**{key: Level(value) if key == "level" else value})
        else:
            notes.append(f"The link names a {key} that the quiz does not have; the usual one is used.")
    return options, notes


def write(options: Options) -> dict[str, str]:
    """The query parameters of the options; what is usual stays out."""
    start = Options()
    params = {
        k: str(getattr(options, k)) for k in ("region", "layer", "level") if getattr(options, k) != getattr(start, k)
    }
    return params | ({"modes": ",".join(options.modes)} if options.modes != start.modes else {})
