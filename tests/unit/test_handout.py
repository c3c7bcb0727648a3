"""The handout: one page, letters embedded, what was asked for and nothing cut off, a code that reads back."""

import datetime
import io
import re
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qsl, urlsplit

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from components.handout.letters import missing
from components.handout.pdf import SIZES, pdf
from components.handout.picture import png
from components.handout.sheet import DoesNotFitError
from components.handout.state import Choice, best_view, link, read, write
from components.plate.plate import plate
from data.catalog import catalog
from data.handout import MOST_EXERCISES, MOST_STRUCTURES, SHORTENED, Handout, plain_text, references, stops

C = catalog()
DAY = datetime.date(2026, 11, 21)
LINK = "http://127.0.0.1:8501/?structure=iliotibial_band&view=lateral&layer=surface"


def opened(document):
    return PdfReader(io.BytesIO(document))


def words(document):
    """The text of the page without spaces and line ends: type is set in lines, and ligatures are not wanted here."""
    with pypdfium2.PdfDocument(document) as found:  # pypdf reads the same in twenty times as long
        return re.sub(r"\s+", "", found[0].get_textpage().get_text_range())


def squeezed(text):
    return re.sub(r"\s+", "", text)


def handout(**changes):
    given = {"structures": ("iliotibial_band",), "link": LINK, "date": DAY} | changes
    return Handout(**given)


made = cache(lambda page: pdf(page, C))
"""A page of paper, made once for all who look at it."""


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_page_of_the_right_size_with_all_letters_embedded(paper):
    found = opened(made(handout(paper=paper)))
    assert len(found.pages) == 1
    wide, tall = (float(v) / 72 * 25.4 for v in found.pages[0].mediabox[2:])
    assert (wide, tall) == pytest.approx((210, 297) if paper == "a4" else (215.9, 279.4), abs=0.1)
    fonts = found.pages[0]["/Resources"]["/Font"].values()
    assert fonts
    for font in (f.get_object() for f in fonts):
        inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert "/FontFile2" in inner


def test_the_page_says_what_was_chosen():
    page = handout(
        structures=("iliotibial_band", "tensor_fasciae_latae"), chain="weak_glute_med", name="Alex Example",
        exercises=(("clam", "3 x 20, slowly"), ("side_step", "")), note="Twice this week.",
    )  # fmt: skip
    text = words(pdf(page, C))
    band = C.structures["iliotibial_band"]
    for part in (
        band.plain, band.rolling.reason, band.rolling.cautions, "For Alex Example", "Clamshell: 3 x 20, slowly",
        C.exercises["clam"].how, C.exercises["side_step"].dose, C.chains["weak_glute_med"].plain, "Twice this week.",
        "For learning, not a diagnosis.", "21 November 2026", "When to stop", references(page, C),
    ):  # fmt: skip
        assert squeezed(part) in text, part
    for line in stops(C):
        assert squeezed(line.text) in text


def test_the_code_reads_back_to_the_link():
    picture = Image.open(io.BytesIO(png(made(handout()), 200)))
    assert zxingcpp.read_barcodes(picture)[0].text == LINK


def test_the_page_is_grey_and_not_empty():
    picture = Image.open(io.BytesIO(png(made(handout()), 72)))
    assert picture.mode == "L"
    assert 0.01 < sum(v < 128 for v in picture.tobytes()) / (picture.width * picture.height) < 0.3


@pytest.mark.parametrize("length", [0, 1, 2000])
def test_notes_that_fit_are_there_to_the_last_letter(length):
    note = ("Walk slowly, rest, repeat. " * 100)[:length].strip()
    document = made(handout(note=note))
    assert len(opened(document).pages) == 1
    assert squeezed(note) in words(document)


@pytest.mark.parametrize("note", ["x" * 20_000, "word " * 4_000, "\n" * 100 + "line\n" * 300])
def test_notes_that_do_not_fit_are_refused_with_a_reason(note):
    with pytest.raises(DoesNotFitError, match="note"):
        pdf(handout(note=note), C)


def test_too_many_choices_are_refused_with_a_reason():
    much = handout(
        structures=("iliotibial_band", "tensor_fasciae_latae", "gluteus_medius", "gluteus_maximus"),
        chain="anterior_tilt", exercises=tuple((e, "") for e in list(C.exercises)[:5]), note="Rest. " * 200,
    )  # fmt: skip
    with pytest.raises(
        DoesNotFitError, match=r"shorten the note.*fewer structures.*fewer exercises.*leave out the chain"
    ):
        pdf(much, C)


def test_right_to_left_and_signs_are_printed_and_what_is_missing_is_named():
    note = "שלום עולם مرحبا 😀 Ελλάδα Привет 漢"
    document = pdf(handout(note=note), C)
    assert missing(note) == ["漢"]
    text = opened(document).pages[0].extract_text()
    assert "Привет" in text
    assert "Ελλάδα" in text
    assert "😀" in text
    assert any(w in text for w in ("שלום", "םולש"))


@pytest.mark.long
@given(st.text(max_size=400), st.text(max_size=80))
@settings(deadline=None, max_examples=25)
def test_any_text_makes_a_page_or_is_refused(note, name):
    try:
        document = pdf(handout(note=note, name=name, structures=("sartorius",)), C)
    except DoesNotFitError:
        return
    assert len(opened(document).pages) == 1


@pytest.mark.long
@pytest.mark.parametrize("structure", C.structures)
def test_every_structure_makes_a_page_with_its_plate_and_what_to_do_when_it_hurts(structure):
    view = best_view((structure,))
    document = pdf(handout(structures=(structure,), view=view), C)
    text = words(document)
    assert len(opened(document).pages) == 1
    assert squeezed(C.structures[structure].plain) in text
    if C.structures[structure].rolling.when_painful:
        assert squeezed("If it hurts here:") in text
        assert squeezed("Don't: Do not") not in text
    found = plate(view, (structure,))
    assert [n.rows for n in found.names] != []
    marked = [s for s in found.strokes if s.grey == 0 and s.width >= 0.6]
    assert marked
    assert not [s for s in plate(view, ()).strokes if s.grey == 0]


def test_no_advice_leans_on_another_card():
    """A handout is read alone: 'same as rectus femoris' says nothing there."""
    for structure in C.structures.values():
        rolling = structure.rolling
        said = [rolling.cautions, *([rolling.how_to.position, rolling.how_to.technique] if rolling.how_to else [])]
        assert not [t for t in said if re.match(r"(same|as) ", t.casefold())], structure.id


def test_typed_text_in_other_scripts_is_printed_in_bold_places_too():
    document = pdf(handout(exercises=(("clam", "три раза, שלוש"),)), C)
    text = opened(document).pages[0].extract_text()
    assert "три раза" in text
    assert any(w in text for w in ("שלוש", "שולש"))


def test_the_longest_name_does_not_print_over_anything():
    page = opened(pdf(handout(name="W" * 60), C)).pages[0]
    found = []
    page.extract_text(visitor_text=lambda text, _, at, __, ___: found.append((at[5], text)) if text.strip() else None)
    name = min(y for y, text in found if "WWW" in text)
    heading = max(y for y, text in found if C.structures["iliotibial_band"].plain[:20] in text)
    assert name > heading


@pytest.mark.parametrize("chain", C.chains)
def test_every_chain_makes_a_page(chain):
    assert squeezed(C.chains[chain].plain) in words(pdf(handout(structures=(), chain=chain), C))


def test_a_card_as_plain_text_has_all_parts():
    text = plain_text("gluteus_medius", C)
    for part in ("Origin:", "Insertion:", "Nerve:", "Rolling helps, with care.", "References", "not a diagnosis"):
        assert part in text


CHOICES = st.builds(
    Choice,
    structures=st.lists(st.sampled_from(list(C.structures)), max_size=4, unique=True).map(tuple),
    chain=st.sampled_from([None, *C.chains]),
    exercises=st.lists(st.sampled_from(list(C.exercises)), max_size=5, unique=True).map(tuple),
    paper=st.sampled_from(["a4", "letter"]),
    view=st.sampled_from(["lateral", "anterior", "posterior"]),
)


@given(CHOICES)
def test_every_choice_has_an_address(choice):
    assert read(write(choice), C) == (choice, [])


@given(st.dictionaries(st.sampled_from(["structures", "chain", "exercises", "paper", "view"]), st.text(max_size=40)))
def test_a_strangers_address_never_fails(params):
    choice, notes = read(params, C)
    assert set(choice.structures) <= set(C.structures)
    assert len(notes) <= len(params)


@given(CHOICES)
def test_the_code_leads_to_the_same_choice(choice):
    address = link(choice, "http://x/app")
    assert address.startswith("http://x/app/handout?")
    assert read(dict(parse_qsl(urlsplit(address).query, keep_blank_values=True)), C) == (choice, [])


def test_the_most_that_can_be_chosen_fits_shortened_and_says_so():
    full = Handout(
        tuple(sorted(C.structures, key=lambda s: -len(C.structures[s].rolling.cautions))[:MOST_STRUCTURES]),
        "weak_glute_med", tuple((e, "") for e in list(C.exercises)[:MOST_EXERCISES]), link="http://x/",
    )  # fmt: skip
    for paper in ("a4", "letter"):
        text = words(pdf(replace(full, paper=paper), C))
        assert squeezed(SHORTENED) in text
        for structure in full.structures:
            assert squeezed(C.name(structure)) in text
    assert squeezed(SHORTENED) not in words(pdf(Handout(("sartorius",)), C))
    assert min(SIZES) >= 8
