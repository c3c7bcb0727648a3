"""What setup and a starting server make: every gap once, in another process, and what cannot be fetched in one line."""

import os
import sys
import threading

import pytest

from components.diagram import plotly_js
from components.server import basic_plotly, front_end, icons, prepare
from components.shared import store

NAMES = [next(n for n in front_end.packable() if n.endswith(ending)) for ending in (".js", ".css")]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def few(kept, monkeypatch):
    """A front end of two files, and a plotly.js that is quickly compressed."""
    real = {name: front_end.packable()[name] for name in NAMES}
    monkeypatch.setattr(front_end, "packable", lambda: real)
    monkeypatch.setattr(icons, "cut", lambda _wanted: b"a font")
    whole = kept.parent / "plotly.min.js"
    whole.write_text("/** plotly.js v4.1.1 */", encoding="utf-8")
    monkeypatch.setattr(plotly_js, "WHOLE", whole)
    return kept


def test_preparing_fills_gaps_and_does_nothing_twice(few):
    assert not prepare.complete()
    prepare.prepare()
    assert prepare.complete()
    made = {p: p.stat().st_mtime_ns for p in few.rglob("*.*") if p.is_file()}
    assert len(made) == 4 + 1 + 2
    next(p for p in made if p.suffix == ".br" and p.parent != few).unlink()
    assert not prepare.complete()
    prepare.prepare()
    assert len([p for p, when in made.items() if p.stat().st_mtime_ns == when]) == len(made) - 1


def test_what_cannot_be_fetched_is_said_in_one_line_and_the_whole_build_is_kept(few, monkeypatch, capsys):
    def fail():
        raise basic_plotly.NotFetchedError("no line")

    monkeypatch.setattr(basic_plotly, "fetch", fail)
    prepare.prepare(fetch=True)
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "no line" in said
    assert plotly_js.kept(plotly_js.whole_name())
    assert prepare.complete()


def test_only_setup_fetches(few, monkeypatch):
    asked = []
    monkeypatch.setattr(basic_plotly, "fetch", lambda: asked.append(1) or plotly_js.keep_basic(b"basic"))
    prepare.prepare()
    assert asked == []
    prepare.prepare(fetch=True)
    assert plotly_js.basic()
    prepare.prepare(fetch=True)
    assert asked == [1]


def test_setup_makes_the_pocket_edition_beside_the_rest(few, monkeypatch):
    begun, gone_on = threading.Event(), threading.Event()

    def make():
        begun.set()
        assert gone_on.wait(30)  # it does not come first

    def fetch():
        assert begun.wait(30)  # nor last
        plotly_js.keep_basic(b"basic")
        gone_on.set()

    monkeypatch.setattr(prepare.pocket, "make", make)
    monkeypatch.setattr(basic_plotly, "fetch", fetch)
    prepare.everything()
    assert prepare.complete()
    assert plotly_js.basic()


def test_a_server_prepares_in_another_process_and_ends_it(kept, monkeypatch):
    started = []

    class Process:
        def __init__(self, command, **_more):
            started.append(command)

        def terminate(self):
            started.append("terminated")

        def wait(self):
            started.append("over")

    monkeypatch.setattr(prepare.subprocess, "Popen", Process)
    monkeypatch.setattr(prepare, "complete", lambda: False)
    with prepare.beside():
        assert started == [[sys.executable, "-m", "components.server.prepare"]]
    assert started[1:] == ["terminated", "over"]
    monkeypatch.setattr(prepare, "complete", lambda: True)
    with prepare.beside():
        pass
    assert len(started) == 3


def test_where_the_environment_cannot_be_written_the_server_has_a_store_of_its_own(monkeypatch, kept):
    monkeypatch.setattr(prepare, "writable", lambda _folder: False)
    monkeypatch.setattr(prepare, "complete", lambda: False)
    seen = []
    monkeypatch.setattr(prepare.subprocess, "Popen", lambda *a, **k: seen.append(os.environ[store.VARIABLE]) or Ended())
    with prepare.beside():
        own = store.home()
        assert own != kept
        assert own.is_dir()
        assert seen == [str(own)]
    assert store.home() == kept
    assert not own.exists()


class Ended:
    def terminate(self):
        pass

    def wait(self):
        pass
