"""What a server makes ahead: all figures, or, where it lives briefly, none before they are asked for."""

import pytest

from components.server import server


@pytest.mark.parametrize(("said", "drawn"), [("when_asked", False), ("", True), ("soon", True)])
def test_figures_are_drawn_ahead_unless_it_is_said_otherwise(monkeypatch, said, drawn):
    made = []
    monkeypatch.setenv(server.FIGURES_VARIABLE, said)
    for part in ("html", "asking", "assets"):
        monkeypatch.setattr(getattr(server, part), "warm", lambda part=part: made.append(part))
    server.warm()
    assert made == ["html", "asking", *(["assets"] if drawn else [])]
