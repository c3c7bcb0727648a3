"""What is offered as a file comes as one, made when it is asked for."""

import csv
import io

import pytest

from data.catalog import catalog
from tests.e2e.reader import press
from tests.e2e.waiting import met, reload, settled

C = catalog()
DESK = (1280, 800)


def saved(page, label):
    """What the browser saves."""
    with page.expect_download() as download:
        press(page.get_by_role("button", name=label, exact=True))
    return download.value.path().read_text(encoding="utf-8-sig")


def rows(text):
    return len(list(csv.DictReader(io.StringIO(text))))


def test_the_sources_in_each_format(server, open_page):
    page = settled(open_page(f"{server}/evidence?part=references", DESK))
    assert f"\n{saved(page, 'BibTeX')}".count("\n@") == len(C.references)
    assert f"\n{saved(page, 'RIS')}".count("\nTY  - ") == len(C.references)
    assert rows(saved(page, "CSV")) == len(C.references)


@pytest.mark.parametrize(
    ("address", "label", "records"),
    [("evidence", "Claims as CSV", C.claims), ("rolling", "Table as CSV", C.structures)],
    ids=["claims", "structures"],
)
def test_a_table_has_every_record(server, open_page, address, label, records):
    page = settled(open_page(f"{server}/{address}", DESK))
    if address == "rolling":
        press(page.get_by_text("All structures as a table"))
    assert rows(saved(page, label)) == len(records)


def test_a_file_comes_though_others_go_on_before_it_is_fetched(server, open_page):
    page, other = (settled(open_page(f"{server}/{address}", DESK)) for address in ("evidence", "chains"))
    coming, over = [], []
    page.route("**/media/**", lambda route: route.continue_() if over else coming.append(route))
    with page.expect_download() as download:
        press(page.get_by_role("button", name="Claims as CSV", exact=True))
        met(page, lambda: coming, "nothing was fetched")
        for _ in range(3):  # scripts of another reader end
            settled(reload(other))
        over.append(True)
        for route in coming:
            route.continue_()
    assert rows(download.value.path().read_text(encoding="utf-8-sig")) == len(C.claims)


def test_the_picture_of_a_handout(server, open_page):
    page = settled(open_page(f"{server}/handout", DESK))
    assert saved(page, "Picture as SVG").startswith("<svg")
