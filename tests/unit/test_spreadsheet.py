"""A CSV download opens in a spreadsheet with its letters intact, and nothing in it runs."""

import csv
import io
import re
from pathlib import Path

import pandas as pd
import pytest

from data.spreadsheet import csv_file

HOME = Path(__file__).parents[2]


def read(table):
    return list(csv.reader(io.StringIO(csv_file(table).decode("utf-8-sig"), newline="")))


def test_it_begins_with_a_byte_order_mark():
    assert csv_file(pd.DataFrame({"a": ["Š"]})).startswith(b"\xef\xbb\xbf")
    assert read(pd.DataFrame({"Name": ["Škarabot, É"]})) == [["Name"], ["Škarabot, É"]]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "-",
        "=cmd|' /C calc'!A0",
        "-0.02 to 1",
        "＝1+1",
    ],
)
def test_nothing_in_it_runs(text):
    assert read(pd.DataFrame({"a": [text], text: ["x"]})) == [["a", f"'{text}"], [f"'{text}", "x"]]


def test_a_line_break_within_a_cell_begins_no_row():
    assert read(pd.DataFrame({"a": ["x\r=1+1", "y\n=1", "z\r\n=1"]})) == [["a"], ["x\r=1+1"], ["y\n=1"], ["z\r\n=1"]]


@pytest.mark.parametrize("number", ["-3.5", "+5", "-0.02", "-.5", "-1e-3", "12"])
def test_a_number_stays_a_number(number):
    assert read(pd.DataFrame({"a": [number, float(number)]}))[1] == [number]
    assert float(read(pd.DataFrame({"a": [float(number)]}))[1][0]) == float(number)


@pytest.mark.parametrize("text", ["glute - medius", "a=b", "", "'=1"])
def test_other_text_is_left_alone(text):
    assert read(pd.DataFrame({"a": [text], "b": [1]}))[1] == [text, "1"]


@pytest.mark.parametrize(
    "path",
    sorted(p for f in ("pages", "components") for p in (HOME / f).rglob("*.py")),
    ids=lambda p: str(p.relative_to(HOME)),
)
def test_no_screen_makes_a_csv_of_its_own(path):
    assert not re.search(r"\.to_csv\(", path.read_text(encoding="utf-8"))
