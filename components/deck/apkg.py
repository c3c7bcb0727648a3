"""Flash cards as an Anki package (.apkg).

Written with genanki: small, and its licence is ours. It rests, but so does the format, which Anki reads for ever;
Anki's own library writes it too, but would put its licence (AGPL) on whoever runs the app, so that it reads the
packages back in the tests alone.
"""

from __future__ import annotations

import datetime
import tempfile
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki

from components.deck import picture
from components.shared.menu import CREDIT_LICENSED, DISCLAIMER
from data.deck import Card

NOTE_TYPE, DECK = 1_732_904_117, 1_732_904_118
"""Permanent: by these Anki knows that it has met our note type and our deck before."""
FIELDS = ("Key", "Question", "Picture", "Answer", "Lit", "Detail", "Sources", "Credit")
FRONT = '<div class="asked">{{Question}}</div>{{Picture}}'
BACK = (
    '<div class="asked">{{Question}}</div>{{Lit}}<hr id="answer"><div class="answer">{{Answer}}</div>'
    '<div class="detail">{{Detail}}</div><div class="small">{{#Sources}}Sources: {{Sources}}{{/Sources}}</div>'
    '<div class="small">{{Credit}}</div>'
)
_EVER = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows."""
STYLE = """
.card{font-family:system-ui,sans-serif;font-size:19px;line-height:1.45;max-width:36rem;margin:0 auto;padding:1rem}
.answer{font-weight:600}
.detail{margin-top:.6rem}
.small{margin-top:.8rem;font-size:13px;opacity:.75}
.picture{position:relative;width:max-content;max-width:100%;margin:1rem auto;background:#fff;border-radius:8px}
.picture img{display:block;height:min(60vh,640px);width:auto;max-width:100%}
.picture img+img{position:absolute;left:0;top:0}
"""


@lru_cache(maxsize=4)
def apkg(cards: tuple[Card, ...], date: datetime.date) -> bytes:
    """The cards as a package, with its pictures inside. The same cards of the same day make the same package.

    A note's id is made of the card's key: who imports twice has each note once, and keeps what was learned of it.
    """
    kind = genanki.Model(
        NOTE_TYPE,
        "HipChain",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE.strip(),
    )
    deck = genanki.Deck(DECK, "HipChain: hip and thigh", "Questions about the hip and thigh, with their sources.")
    media: dict[str, bytes] = {}
    for card in cards:
        deck.add_note(
            genanki.Note(
                model=kind,
                fields=_fields(card),
                guid=genanki.guid_for("hipchain", card.key),
                tags=[str(card.kind), card.structure],
            )
        )
        if card.picture:
            media |= picture.files(card.picture)
    noon = datetime.datetime.combine(date, datetime.time(12), datetime.UTC).timestamp()
    return _packed(genanki.Package(deck), media, noon)


def _fields(card: Card) -> list[str]:
    question = answer = ""
    if card.picture:
        plain = f'<img src="{picture.ground_name(card.picture)}">'
        marked = f'{plain}<img src="{picture.lit_name(card.picture)}">'
        question = f'<div class="picture">{marked if card.picture.marked else plain}</div>'
        answer = f'<div class="picture">{marked}</div>'
    said = [escape(text, quote=False) for text in (card.question, card.answer, card.detail, card.sources)]
    credit = f"{CREDIT_LICENSED} {DISCLAIMER}" if card.picture else f"HipChain. {DISCLAIMER}"
    return [escape(card.key), said[0], question, said[1], answer, said[2], said[3], escape(credit, quote=False)]


def _packed(package: genanki.Package, media: dict[str, bytes], noon: float) -> bytes:
    """Write the package and press it: genanki stores what is packed as it is."""
    with tempfile.TemporaryDirectory() as folder:
        package.media_files = []
        for name, body in media.items():
            file = Path(folder) / name
            file.write_bytes(body)
            package.media_files.append(str(file))
        loose = Path(folder) / "loose.apkg"
        package.write_to_file(str(loose), timestamp=noon)
        out = BytesIO()
        with ZipFile(loose) as whole, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as tight:
            for name in whole.namelist():
                entry = ZipInfo(name, _EVER)  # else each carries the second in which it was packed
                entry.compress_type = ZIP_DEFLATED
                tight.writestr(entry, whole.read(name))
    return out.getvalue()
