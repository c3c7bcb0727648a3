"""Facts about a structure for the quiz: the right answer, the answers that are surely wrong, and what to say after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from data.catalog import Catalog
from data.model import Tissue
from data.outlines import LONG_VIEWS, load_view, over
from data.structure import Structure

FIELDS = ("origin", "insertion", "nerve", "action", "tissue")
TISSUES = ("muscle", "fascia", "bone", "nerve", "fat", "bursa")
MOVEMENTS = (
    "hip flexion", "hip extension", "hip abduction", "hip adduction", "hip external rotation", "hip internal rotation",
    "knee flexion", "knee extension", "ankle plantar flexion", "ankle dorsiflexion",
)  # fmt: skip
TURNED = (
    ("external", "internal"), ("internal", "external"), ("plantar flexion", "dorsiflexion"),
    ("dorsiflexion", "plantar flexion"), ("inversion", "eversion"), ("eversion", "inversion"),
    ("abduction", "adduction"), ("adduction", "abduction"), ("flexion", "extension"), ("extension", "flexion"),
)  # fmt: skip
"""Words of a movement and what makes it the opposite one, the first that fits."""
SAME = tuple(
    re.compile(p)
    for p in (
        r"(body|ramus).*pubis|ischiopubic", r"ischial tuberosity", r"anterior superior iliac spine|asis",
        r"linea aspera|pectineal line|gluteal tuberosity|supracondylar|femoral shaft", r"lesser trochanter",
        r"(inner side|upper border) of the greater trochanter", r"quadriceps tendon|patella",
        r"upper inner tibia|medial tibial condyle", r"iliotibial band", r"achilles", r"fibular? head",
        r"iliac fossa|front of the sacrum", r"obturator nerve|sometimes obturator", r"femoral nerve",
        r"tibial (nerve|division)", r"(common|deep) fibular", r"(common|superficial) fibular",
        r"lumbar plexus|anterior rami", r"(posterior|dorsal) rami", r"iliac crest", r"back of the sacrum|sacrum and",
        r"medial cuneiform",
    )
)  # fmt: skip
"""Places and nerves that go by several names, lie in one another or merge: never two of one line in one question."""


def fact(found: Structure, field: str) -> str | None:
    """The right answer as the quiz gives it; None where there is none, or none that makes a question.

    Muscles alone begin, end and move something. Text in two parts ('Superior: ...; inferior: ...') is no one answer,
    and what follows a semicolon is a detail. The tissue is asked where the name does not say it, and of a muscle only
    where the name speaks of another tissue.
    """
    name, tissue = found.name.casefold(), str(found.tissue)
    if field == "tissue":
        telling = tissue in name or (found.tissue is Tissue.MUSCLE and "fasci" not in name)
        return None if telling or tissue not in TISSUES else tissue
    text: str | None = _movement(found) if field == "action" else getattr(found, field)
    if found.tissue is not Tissue.MUSCLE or not text or ":" in text:
        return None
    return text.split(";")[0]


def wrong(found: Structure, field: str, catalog: Catalog) -> dict[str, str | None]:
    """What is surely not the answer, the most tempting first, each with the structure that it is true of, if any.

    Too few are given where every right answer would tell itself by a word of the name.
    """
    right = fact(found, field)
    if right is None:
        return {}
    if field == "tissue":
        return {t: None for t in TISSUES if t != right}
    if field == "action":
        return dict.fromkeys(_other_movements(found))
    texts: dict[str, str | None] = {}
    for other in _neighbours(found, catalog):
        text = fact(other, field)
        if text and not any(alike(text, t) for t in (right, *texts)):
            texts[text] = other.id
    if told := _told(found, right):  # a right answer with a word of the name needs a wrong one with it
        same = [t for t in texts if told <= _told(found, t)]
        return {t: texts[t] for t in (*same[:1], *texts)} if same else {}
    return texts


def miss(found: Structure, field: str, chosen: str, owner: str | None) -> str:
    """What is wrong with a wrong answer. `owner` is the name, within a sentence, of what it is true of."""
    if field == "action":
        joint = chosen.split()[0]
        return "That is the opposite." if joint in _joints(found) else f"It does not cross the {joint}."
    if owner is None:
        return ""
    verb = "" if owner.endswith("i") else "s"
    return f"That nerve serves {owner}." if field == "nerve" else f"That is where {owner} {ENDS[field]}{verb}."


ENDS = {"origin": "begin", "insertion": "end"}


def lesson(found: Structure, field: str, catalog: Catalog) -> str:
    """What the right answer belongs to: both ends, all movements, the other muscles of the nerve; then plain words."""
    said = ""
    if field in ENDS:
        said = f"Begins: {found.origin}. Ends: {found.insertion}. "
    elif field == "action" and len(found.actions) > 1:
        said = f"In all: {'; '.join(found.actions)}. "
    elif field == "nerve":
        nerve = _core(found.nerve or "")
        others = [s for s in catalog.structures.values() if s.tissue is Tissue.MUSCLE and s.id != found.id]
        same = [s.name.lower() for s in others if _core(s.nerve or "") == nerve]
        said = f"The same nerve serves: {'; '.join(same)}. " if same else ""
    return f"{said}{found.plain}"


@cache
def alike(one: str, other: str) -> bool:
    """Whether two answers say the same, one is part of the other, or both name one place or nerve."""
    a, b = _core(one), _core(other)
    return a in b or b in a or any(p.search(one.casefold()) and p.search(other.casefold()) for p in SAME)


@cache
def heights(structure: str) -> tuple[float, float] | None:
    """The lowest and highest point of a structure in the long views, mm; None where it is not drawn."""
    rings = [ring for v in LONG_VIEWS for s in load_view(v).of(structure) for ring in s.outline()]
    spans = [(float(r[:, 1].min()), float(r[:, 1].max())) for r in rings]
    if not spans:  # drawn only where it is laid over by a switch
        boxes = [over.area(s).bounds for v in LONG_VIEWS for s in over.of(v, structure)]
        spans = [(b[1], b[3]) for b in boxes]
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def _other_movements(found: Structure) -> Iterable[str]:
    """The opposite of what it surely does, and movements of joints that it does not cross.

    All else is arguable: a muscle does a little of much. What is done by a part of the fibres, or in one position,
    does not count as sure, but the right answer does.
    """
    sure = [_movement(found) or found.actions[0], *(a for a in found.actions if a in MOVEMENTS)]
    opposite = [turned for a in sure if (turned := _turned(a))]
    away = [m for m in MOVEMENTS if m.split()[0] not in _joints(found)]
    return [m for m in dict.fromkeys([*opposite, *away]) if m not in found.actions]


def _movement(found: Structure) -> str | None:
    """The first movement that the name does not tell: adductors adduct."""
    known = [found.actions[0], *(a for a in found.actions if a in MOVEMENTS)]
    return next((a for a in known if not _told(found, a)), None)


def _joints(found: Structure) -> set[str]:
    """The joints that a structure moves; what pulls on the iliotibial band reaches the knee."""
    said = " ".join(found.actions)
    return {j for j in ("hip", "knee", "ankle", "foot", "trunk") if j in said} | ({"knee"} if "band" in said else set())


def _turned(movement: str) -> str | None:
    """The opposite movement in words; None where there is none: 'unlocks the knee'."""
    return next((movement.replace(a, b, 1) for a, b in TURNED if a in movement), None)


def _neighbours(found: Structure, catalog: Catalog) -> Sequence[Structure]:
    """Structures of the same tissue: those of the same group, then by height in the body."""
    group = catalog.members(found.quiz_group) if found.quiz_group else ()
    like = [s for s in catalog.structures.values() if s.tissue is found.tissue and s.id != found.id]
    return sorted(like, key=lambda s: (s.id not in group, abs(_middle(s.id) - _middle(found.id))))


def _middle(structure: str) -> float:
    span = heights(structure)
    return sum(span) / 2 if span else 0.0


def _told(found: Structure, text: str) -> frozenset[str]:
    """The beginnings of the words of a name that are met in a text."""
    return shared(found.name, text)


@cache
def shared(name: str, text: str) -> frozenset[str]:
    """The beginnings of the long words of a name that are met in a text."""
    stems = {w[:4] for w in re.findall(r"[a-z]{5,}", name.casefold())} - {"shor"}
    words = re.findall(r"[a-z]+", text.casefold())
    return frozenset(s for s in stems if any(w.startswith(s) for w in words))


def _core(text: str) -> str:
    """A text without what stands in brackets: 'Superior gluteal nerve (L4-S1)' is that nerve."""
    return " ".join(re.sub(r"\([^)]*\)", "", text).split()).casefold()
