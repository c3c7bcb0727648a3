"""What a server makes ahead: all that a first reader waits for, or, where it lives briefly, nothing."""

import gc

import pytest

from components.server import server

ALL = ["html", "asking", "assets"]


@pytest.mark.parametrize(("said", "ahead"), [("when_asked", []), ("", ALL), ("soon", ALL)])
def test_all_is_made_ahead_unless_it_is_said_otherwise(monkeypatch, said, ahead):
    made = []
    monkeypatch.setenv(server.FIGURES_VARIABLE, said)
    for part in ALL:
        monkeypatch.setattr(getattr(server, part), "warm", lambda part=part: made.append(part))
    server.warm()
    assert made == ahead


@pytest.mark.parametrize("fails", [False, True])
def test_the_collector_works_again_when_all_is_made(monkeypatch, fails):
    def made():
        if fails:
            raise RuntimeError

    for part in ALL:
        monkeypatch.setattr(getattr(server, part), "warm", made)
    gc.disable()
    try:
        if fails:
            with pytest.raises(RuntimeError):
                server.warm()
        else:
            server.warm()
        assert gc.isenabled()
    finally:
        gc.enable()
