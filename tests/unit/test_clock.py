"""The day is the reader's: their zone as the browser names it, whatever it names, and nobody asks the server's."""

import datetime
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from components.shared import clock

HOME = Path(clock.__file__).parents[2]


class Noon(datetime.datetime):
    """Noon in Greenwich."""

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC).astimezone(tz)


@pytest.mark.parametrize(
    ("named", "day"),
    [("Pacific/Kiritimati", 28), ("Europe/Berlin", 27), (None, 27), ("no/where", 27), ("../../etc/passwd", 27)],
)
def test_today_is_the_readers(monkeypatch, named, day):
    monkeypatch.setattr(clock, "datetime", Noon)
    monkeypatch.setattr(clock.st, "context", SimpleNamespace(timezone=named))
    assert clock.today() == datetime.date(2026, 11, day)


def test_nobody_asks_for_the_servers_day():
    files = [*(HOME / "pages").rglob("*.py"), *(HOME / "components").rglob("*.py"), *(HOME / "data").rglob("*.py")]
    asked = re.compile(r"date\.today\(|datetime\.(now|today)\(\)")
    assert len(files) > 100
    assert [p.name for p in files if asked.search(p.read_text(encoding="utf-8"))] == []
