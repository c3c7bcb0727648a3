"""Which plotly.js the browser gets: the basic build of the wheel's release, or the whole one; never another."""

import base64
import gzip
import hashlib
import io
import tarfile

import brotli
import pytest

from components.diagram import assets, plotly_js
from components.server import basic_plotly
from components.shared import store

BUILD = f"/**\n* plotly.js (basic - minified) v{plotly_js.RELEASE}\n*/\nwindow.Plotly = {{}};\n".encode()


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv(store.VARIABLE, str(tmp_path))
    yield
    plotly_js.name.cache_clear()
    plotly_js.body.cache_clear()


def archive(body=BUILD, name="package/plotly-basic.min.js"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as package:
        info = tarfile.TarInfo(name)
        info.size = len(body)
        package.addfile(info, io.BytesIO(body))
    return out.getvalue()


def pin(monkeypatch, packed):
    digest = base64.b64encode(hashlib.sha512(packed).digest()).decode()
    monkeypatch.setattr(plotly_js, "INTEGRITY", f"sha512-{digest}")
    return packed


def chosen():
    plotly_js.name.cache_clear()
    plotly_js.body.cache_clear()
    return plotly_js.name()


def test_the_pinned_release_is_that_of_the_wheel():
    assert (
        plotly_js.release() == plotly_js.RELEASE
    )  # if not: pin the new one, with its integrity, and look at every view


def test_a_build_states_its_release():
    assert plotly_js.stated(BUILD.decode()) == plotly_js.RELEASE
    assert plotly_js.stated("/** plotly.js v10.2.33 */") == "10.2.33"
    assert plotly_js.stated("window.Plotly = {};") == ""


def test_without_the_basic_build_readers_get_the_whole_one():
    assert chosen() == f"plotly-{plotly_js.RELEASE}.min.js"
    assert plotly_js.body("br") is None
    assert gzip.decompress(plotly_js.body("gzip")) == plotly_js.WHOLE.read_bytes()


def test_with_it_they_get_that(monkeypatch):
    plotly_js.keep_basic(BUILD)
    assert chosen() == f"plotly-basic-{plotly_js.RELEASE}.min.js"
    assert assets.plotly_url().endswith(plotly_js.basic_name())
    assert gzip.decompress(plotly_js.body("gzip")) == brotli.decompress(plotly_js.body("br")) == BUILD


def test_a_basic_build_of_another_release_is_not_used(monkeypatch):
    plotly_js.keep_basic(BUILD)
    monkeypatch.setattr(plotly_js, "release", lambda: "4.2.0")
    assert chosen() == "plotly-4.2.0.min.js"
    with pytest.raises(basic_plotly.NotFetchedError, match=r"holds plotly\.js 4\.2\.0"):
        basic_plotly.fetch()


def test_the_archive_that_is_pinned_is_opened(monkeypatch):
    assert basic_plotly.opened(pin(monkeypatch, archive())) == BUILD


def test_another_archive_is_refused():
    with pytest.raises(basic_plotly.NotFetchedError, match="not the one that is pinned"):
        basic_plotly.opened(archive())


def test_an_archive_of_another_release_is_refused(monkeypatch):
    with pytest.raises(basic_plotly.NotFetchedError, match="another release"):
        basic_plotly.opened(pin(monkeypatch, archive(BUILD.replace(plotly_js.RELEASE.encode(), b"9.9.9"))))


def test_npm_is_asked_for_the_pinned_release_and_what_it_brings_is_kept(monkeypatch):
    asked = []

    def run(command, folder, **_environment):
        asked.append(command)
        (folder / "package.tgz").write_bytes(pin(monkeypatch, archive()))

    monkeypatch.setattr(basic_plotly.shutil, "which", lambda _name: "npm")
    monkeypatch.setattr(basic_plotly, "_run", run)
    basic_plotly.fetch()
    assert [c[0] for c in asked] == ["npm"]
    assert asked[0][-1] == f"{plotly_js.PACKAGE}@{plotly_js.RELEASE}"
    assert plotly_js.basic()


def test_where_npm_is_not_there_or_fails_another_is_brought_for_the_moment(monkeypatch):
    asked = []

    def run(command, folder, **_environment):
        asked.append(command)
        if command[0] == "npm":
            raise basic_plotly.NotFetchedError("broken")
        if "pip" not in command:
            (folder / "package.tgz").write_bytes(pin(monkeypatch, archive()))

    monkeypatch.setattr(basic_plotly.shutil, "which", lambda _name: "npm")
    monkeypatch.setattr(basic_plotly, "_run", run)
    basic_plotly.fetch()
    assert len(asked) == 3
    assert plotly_js.basic()


def test_a_command_that_fails_says_why_in_one_line(tmp_path):
    with pytest.raises(basic_plotly.NotFetchedError, match=r"^SystemExit: no line$|no line"):
        basic_plotly._run(["python3", "-c", "raise SystemExit('first\\nno line')"], tmp_path)  # noqa: SLF001
    with pytest.raises(basic_plotly.NotFetchedError):
        basic_plotly._run(["no-such-program"], tmp_path)  # noqa: SLF001
