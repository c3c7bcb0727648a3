"""The pocket edition as a download: made once, kept, told apart by its tag; and said in words where it is not there."""

import asyncio
import gzip
import subprocess
from pathlib import Path

import pytest
from starlette.applications import Starlette

from components.server import pocket
from components.shared import store
from tests.unit.served import ask, awaited

APP = Starlette(routes=pocket.routes())


@pytest.fixture
def made(tmp_path, monkeypatch):
    """An empty store, and a process that makes a small file; a list of how often it was asked to."""
    monkeypatch.setenv(store.VARIABLE, str(tmp_path))
    pocket.forget()
    runs = []

    def run(command, **_options):
        runs.append(command)
        Path(command[-1]).write_text("<!doctype html>small", encoding="utf-8")

    monkeypatch.setattr(subprocess, "run", run)
    return runs


def test_it_is_made_once_and_kept(made):
    assert not pocket.complete()
    for _ in range(2):
        status, headers, body = ask(APP, "/pocket", accept_encoding="gzip")
        assert (status, headers["content-encoding"]) == (200, "gzip")
        assert gzip.decompress(body) == b"<!doctype html>small"
        assert 'filename="hipchain-pocket.html"' in headers["content-disposition"]
    assert len(made) == 1
    assert pocket.complete()
    assert ask(APP, "/pocket")[2] == b"<!doctype html>small"


def test_who_has_it_already_gets_no_second_one(made):
    _, headers, _ = ask(APP, "/pocket")
    assert ask(APP, "/pocket", if_none_match=headers["etag"])[0] == 304


def test_an_older_one_makes_way(made):
    store.keep("pocket-0123456789ab.html.gz", b"old")
    pocket.make()
    assert [p.name for p in store.home().glob("pocket-*")] == [pocket.kept_as()]


def test_where_nothing_can_be_kept_it_is_held(made, monkeypatch):
    def full(_name, _body):
        raise OSError("no room")

    monkeypatch.setattr(store, "keep", full)
    assert ask(APP, "/pocket")[0] == ask(APP, "/pocket")[0] == 200
    assert len(made) == 1
    pocket.forget()


def test_where_it_cannot_be_made_it_says_so_in_words(made, monkeypatch, caplog):
    def fail(command, **_options):
        raise subprocess.CalledProcessError(1, command, stderr=b"Traceback: secret")

    monkeypatch.setattr(subprocess, "run", fail)
    status, _, body = ask(APP, "/pocket")
    assert (status, body.decode()) == (404, pocket.MISSING)
    assert "secret" in caplog.text
    pocket.forget()


def test_where_it_cannot_be_made_it_is_not_tried_for_everybody_who_asks(made, monkeypatch):
    runs = []

    def fail(command, **_options):
        runs.append(command)
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(subprocess, "run", fail)
    assert [ask(APP, "/pocket")[0] for _ in range(3)] == [404] * 3
    assert len(runs) == 1
    monkeypatch.setattr(pocket, "AGAIN_S", 0.0)
    ask(APP, "/pocket")
    assert len(runs) == 2
    pocket.forget()


def test_many_who_ask_take_one_thread(monkeypatch):
    calls = []

    async def thread(act):
        calls.append(act)
        await asyncio.sleep(0.01)
        return b"file"

    async def many():
        asking = [asyncio.create_task(pocket.found()) for _ in range(100)]
        await asyncio.sleep(0)
        asking[0].cancel()  # who made it begin goes away
        return await asyncio.gather(*asking[1:])

    monkeypatch.setattr(pocket, "run_in_threadpool", thread)
    assert awaited(many()) == [b"file"] * 99
    assert calls == [pocket.make]
