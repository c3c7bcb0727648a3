"""What is installed is installed once: pip is asked again as soon as what is wanted or what is there changes."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PIP = """#!/bin/sh
echo "$@" >> asked
[ ! -e broken ] || exit 1
case "$*" in *server.prepare*) [ ! -e unprepared ];; esac
"""


@pytest.fixture
def home(tmp_path):
    """A project with the real script and a Python that only writes down what it is asked for."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(HOME / "deploy/setup", tmp_path / "deploy/setup")
    for name in ("requirements.txt", "pyproject.toml"):
        shutil.copy(HOME / name, tmp_path / name)
    site = tmp_path / ".venv/lib/python3.11/site-packages"
    (site / "streamlit-1.0.dist-info").mkdir(parents=True)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir()
    python.write_text(PIP, encoding="utf-8")
    python.chmod(0o755)
    system = tmp_path / "bin/python3"  # new enough, and has venv
    system.parent.mkdir()
    system.write_text("#!/bin/sh\n", encoding="utf-8")
    system.chmod(0o755)
    return tmp_path


def asked(home, *given, works=True):
    """What pip was asked for by one run of the script."""
    (home / "asked").unlink(missing_ok=True)
    env = {**os.environ, "PATH": f"{home}/bin:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "deploy/setup", *given], cwd=home, check=False, env=env)
    assert (done.returncode == 0) == works
    return (home / "asked").read_text(encoding="utf-8") if (home / "asked").exists() else ""


def test_pip_is_asked_once(home):
    assert "-r requirements.txt\n" in asked(home)
    assert asked(home) == ""


@pytest.mark.parametrize("list_", ["requirements.txt", "pyproject.toml"])
def test_a_changed_list_is_installed(home, list_):
    asked(home)
    with (home / list_).open("a", encoding="utf-8") as file:
        file.write("# one more\n")
    assert "-r requirements.txt" in asked(home)
    assert asked(home) == ""


def test_what_was_taken_away_or_changed_by_hand_is_installed_anew(home):
    asked(home)
    site = home / ".venv/lib/python3.11/site-packages"
    (site / "streamlit-1.0.dist-info").rename(site / "streamlit-0.9.dist-info")
    assert asked(home) != ""


def test_tools_are_installed_where_only_the_app_was(home):
    asked(home)
    assert "-r requirements.txt --group dev\n" in asked(home, "--group", "dev")
    assert asked(home, "--group", "dev") == asked(home) == ""


def test_an_installation_that_failed_is_tried_again(home):
    (home / "broken").touch()
    assert asked(home, works=False) != ""
    (home / "broken").unlink()
    assert asked(home) != ""


def test_what_could_not_be_made_small_is_tried_again(home):
    (home / "unprepared").touch()
    assert "--group dev" in asked(home, "--group", "dev", works=False)  # that it is made beside it hides no failure
    (home / "unprepared").unlink()
    assert "components.server.prepare" in asked(home, "--group", "dev")
