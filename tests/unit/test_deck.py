"""Flash cards: keys that stay, a package that Anki itself reads, no doubles and no lost schedule, plain tables."""

import csv as csv_reader
import datetime
import io
import re
import time
from functools import cache
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from components.deck.apkg import FIELDS, apkg
from components.deck.picture import files
from components.deck.table import csv, tsv, worded
from components.drawing.built import drawn
from data.catalog import catalog
from data.deck import KINDS, LEAST_MM2, Kind, cards
from data.outlines import over
from data.visibility import room_mm
from tests.every import every
from tests.work import calls

C = catalog()
DAY = datetime.date(2026, 11, 27)
FEW = ("iliotibial_band", "sartorius", "piriformis")
KEY = re.compile(r"(name|find):[a-z_]+:(anterior|lateral|posterior)|fact:[a-z_]+:[a-z]+|verdict:[a-z_]+|claim:C\d{3}")
EVERY = cards(C.structures, Kind, C)


@cache
def packed(*structures):
    return apkg(tuple(cards(structures, Kind, C)), DAY)


def imported(folder, *packages):
    """A collection into which packages were imported one after the other, as a reader does it."""
    collection = Collection(str(folder / "collection.anki2"))
    logs = []
    for number, package in enumerate(packages):
        file = folder / f"{number}.apkg"
        file.write_bytes(package)
        request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
        logs.append(collection.import_anki_package(request).log)
    return collection, logs


def a_key_is_one_of_its_kind(card):
    assert KEY.fullmatch(card.key)
    assert card.key.startswith(f"{card.kind}:")


def a_card_asks_and_answers(card):
    assert card.question.endswith("?")
    assert card.answer.strip()
    assert not re.search(r"\bNone\b|_", card.question + card.answer + card.detail)


def what_is_asked_in_a_picture_is_seen_in_it(card):
    at = card.picture
    if at and over.parted(at.layer)[1]:
        assert drawn(at.view, at.layer).seen[at.lit].area >= LEAST_MM2
    elif at:
        assert room_mm(at.view, at.layer, at.lit) >= 6


def the_name_is_not_told(card):
    if card.kind is Kind.NAME:
        assert C.short_name(card.structure).casefold() not in card.question.casefold()


CHECKS = (
    a_key_is_one_of_its_kind,
    a_card_asks_and_answers,
    what_is_asked_in_a_picture_is_seen_in_it,
    the_name_is_not_told,
)


@pytest.mark.parametrize("id_", C.structures)
def test_the_cards_of_a_structure(id_):
    mine = [c for c in EVERY if c.structure == id_]
    assert mine
    for card in mine:
        every(CHECKS, card)


def test_keys_are_unique_and_every_kind_is_there():
    assert len({c.key for c in EVERY}) == len(EVERY)
    assert {c.kind for c in EVERY} == set(KINDS)


def test_a_claim_on_several_structures_is_one_card():
    shared = [c for c in C.claims.values() if len(set(c.structures)) > 1]
    assert shared
    for claim in shared:
        found = [c.key for c in cards(claim.structures, [Kind.CLAIM], C)]
        assert found.count(f"claim:{claim.id}") == 1


@pytest.mark.parametrize("number", range(3))
def test_a_picture_is_well_formed_svg(number):
    card = [c for c in cards(FEW, [Kind.FIND], C) if c.picture][number]
    for name, body in files(card.picture).items():
        root = ElementTree.fromstring(body)
        assert root.tag.endswith("svg")
        assert root.get("viewBox")
        assert name.endswith(".svg")


def test_anki_reads_every_note_and_picture(tmp_path):
    collection, (log,) = imported(tmp_path, packed(*FEW))
    try:
        wanted = cards(FEW, Kind, C)
        assert len(log.new) == len(wanted) == collection.note_count() == collection.card_count()
        media = collection.media.check()
        assert not media.missing
        assert not media.unused
        found = {}
        for id_ in collection.find_notes(""):
            note = collection.get_note(id_)
            assert tuple(note.keys()) == FIELDS
            found[note["Key"]] = note
        assert {c.key for c in wanted} == found.keys()
        assert all("not a diagnosis" in note["Credit"] for note in found.values())
        assert all("CC BY-SA 4.0" in note["Credit"] for note in found.values() if note["Picture"])
        finding = collection.get_card(collection.find_cards("Key:find:sartorius:anterior")[0])
        assert "_sartorius.svg" not in finding.question()
        assert "_sartorius.svg" in finding.answer()
    finally:
        collection.close()


def test_importing_again_makes_no_doubles_and_keeps_the_schedule(tmp_path):
    collection, _ = imported(tmp_path, packed("sartorius"))
    try:
        card = collection.get_card(collection.find_cards("Key:name:sartorius:anterior")[0])
        collection.sched.set_due_date([card.id], "9")
        before = collection.get_card(card.id)
        due, interval, number = before.due, before.ivl, collection.note_count()
        assert interval == 9
    finally:
        collection.close()
    collection, (log,) = imported(tmp_path, packed(*FEW))
    try:
        assert len(log.new) == len(cards(FEW, Kind, C)) - number
        after = collection.get_card(card.id)
        assert (after.due, after.ivl) == (due, interval)
    finally:
        collection.close()


def test_a_package_is_small():
    assert len(packed("sartorius")) < 200_000


def test_a_package_made_at_another_time_is_the_same_to_the_byte(monkeypatch):
    chosen = tuple(cards(FEW, Kind, C))
    once = apkg.__wrapped__(chosen, DAY)
    there = time.time()
    # years later, by every clock that a package may ask
    monkeypatch.setattr(time, "time", lambda: there + 1e8)
    monkeypatch.setattr(time, "localtime", lambda *given: time.gmtime(*given or (there + 1e8,)))
    again = apkg.__wrapped__(chosen, DAY)
    assert len({once, again}) == 1, "differs"
    with ZipFile(io.BytesIO(once)) as found:
        assert {entry.date_time[0] for entry in found.infolist()} == {1980}
        assert all(entry.compress_size < entry.file_size for entry in found.infolist() if entry.file_size > 1000)
    assert apkg.__wrapped__(chosen, DAY + datetime.timedelta(days=1)) != once


def test_tables_hold_what_needs_no_picture():
    wanted = [c.key for c in worded(EVERY)]
    rows = list(csv_reader.DictReader(io.StringIO(csv(EVERY).decode("utf-8-sig"))))
    assert [r["key"] for r in rows] == wanted
    assert all(r["note"] == "For learning, not a diagnosis." for r in rows)
    lines = tsv(EVERY).decode().splitlines()
    assert [line.split("\t")[2] for line in lines] == wanted
    assert all(line.count("\t") == 2 for line in lines)


def test_an_unknown_structure_is_refused():
    with pytest.raises(KeyError):
        cards(["nothing_we_know"], Kind, C)


def test_a_nerve_is_asked_for_roots_muscles_feeling_and_what_is_lost():
    found = {card.key.rsplit(":", 1)[-1]: card for card in cards(["obturator_nerve"], [Kind.FACT], C)}
    assert found["roots"].answer == "L2, L3, L4"
    assert "Gracilis" in found["moves"].answer
    assert found["lesion"].question == "What is lost when the obturator nerve is hurt?"
    assert all(card.sources for card in found.values())


def test_what_is_laid_over_the_drawing_is_asked_on_the_layer_that_shows_it():
    found = {card.key: card.picture for card in cards(["sciatic_nerve", "femoral_artery"], [Kind.NAME, Kind.FIND], C)}
    assert found["name:sciatic_nerve:posterior"].layer == "deep+nerves"
    assert found["find:femoral_artery:anterior"].layer.endswith("+vessels")
    assert b"a-nerve" in files(found["name:sciatic_nerve:posterior"])["hipchain_posterior_deep+nerves.svg"]


def test_cards_are_made_once():
    assert calls(lambda: cards(C.structures, Kind, C)) < 10 * len(EVERY)
