"""A table as a CSV file that a spreadsheet opens with its letters intact and runs nothing of."""

from __future__ import annotations

import re

import pandas as pd

_RUNS = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins with one of these may be taken for a formula."""
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


def csv_file(table: pd.DataFrame) -> bytes:
    """The table as CSV, UTF-8 with a byte order mark; a text that could run gets an apostrophe, a number stays one."""
    safe = table.map(_harmless).rename(columns=_harmless)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _harmless(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_RUNS) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
