"""Widgets follow the address, and nothing is set anew that already says the same."""

import pytest

from components.shared import address


class Watched(dict):
    """A session that counts what is set."""

    sets = 0

    def __setitem__(self, key, value):
        self.sets += 1
        super().__setitem__(key, value)


@pytest.mark.parametrize(
    ("kept", "ordered", "sets"),
    [
        (["fri", "mon"], False, 0), (["fri", "mon"], True, 1), (["fri"], False, 1), (None, False, 1),
        (["mon", "fri"], True, 0), (["mon", "fri", "fri"], False, 1),
    ],
)  # fmt: skip
def test_a_widget_is_set_only_where_it_says_something_else(monkeypatch, kept, ordered, sets):
    session = Watched(key=kept)
    monkeypatch.setattr(address.st, "session_state", session)
    assert address.follow("key", ["mon", "fri"], ordered=ordered) == "key"
    assert session.sets == sets
    assert sorted(session["key"]) == ["fri", "mon"]
