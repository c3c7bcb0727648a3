"""A handout in a real browser: chosen, typed, downloaded and read back; by keyboard too."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from components.handout.picture import png
from tests.e2e.reader import press
from tests.e2e.waiting import load, settled


def previewed(page):
    page.wait_for_selector(".st-key-handout_preview img")
    return settled(page)


def test_a_trainer_makes_a_page_and_the_code_leads_to_the_same_choice(server, open_page):
    page = previewed(open_page(f"{server}/handout?structures=gluteus_medius&exercises=clam", (820, 1180)))
    expect(page.get_by_text("No code is printed: 127.0.0.1")).to_be_visible()
    press(page.get_by_text("Print the code all the same"))
    page.get_by_label("For (optional)").fill("Alex Example")
    page.get_by_label("Note (optional)").fill("Slowly at first.")
    page.get_by_label("Dose: Clamshell").fill("2 x 8")
    page.get_by_label("Dose: Clamshell").press("Tab")
    with page.expect_download() as download:
        press(page.get_by_role("button", name="Download the page (PDF)"))
    document = download.value.path().read_bytes()
    text = PdfReader(io.BytesIO(document)).pages[0].extract_text()
    for part in ("Alex Example", "Slowly at first.", "Clamshell: 2 x 8"):
        assert part in text
    assert "Alex" not in page.url
    code = zxingcpp.read_barcodes(Image.open(io.BytesIO(png(document, 200))))[0].text
    assert code == f"{server}/handout?structures=gluteus_medius&paper=a4&view=lateral&exercises=clam"
    load(page, code)
    expect(page.get_by_label("Dose: Clamshell")).to_be_visible()
    expect(page.locator(".stMultiSelect [data-tag]").first).to_have_text("Gluteus medius")


def test_a_page_by_keyboard_alone(server, open_page):
    page = previewed(open_page(f"{server}/handout"))
    page.get_by_label("Note (optional)").focus()
    page.keyboard.type("By keys.")
    page.keyboard.press("Control+Enter")
    settled(page)
    page.get_by_role("button", name="Download the page (PDF)").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "By keys." in PdfReader(download.value.path()).pages[0].extract_text()
