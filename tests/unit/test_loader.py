"""Broken content: every kind of mistake names file:line:field, and all are reported at once."""

import shutil
import subprocess
import sys

import pytest

from data import check
from data.__main__ import main
from data.catalog import CONTENT, catalog, files, folder, load
from data.source import ContentError

SARTORIUS = "structures/sartorius.yaml"


@pytest.fixture
def content(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    return tmp_path / "content"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path, text):
    return next(
        n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip().startswith(text)
    )


def problems(content):
    with pytest.raises(ContentError) as error:
        load(content)
    return error.value.problems


def test_the_projects_own_content_loads(content):
    assert load(content).structures.keys() == load(CONTENT).structures.keys()


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "at", "says"),
    [
        (SARTORIUS, "nerve:", "nevre:", "nevre", "nevre:", "unknown key"),
        (SARTORIUS, "  verdict: avoid", "  verdict: maybe", "rolling.verdict", "verdict:", "helps"),
        (SARTORIUS, "  reason:", "  raeson:", "rolling.reason", "rolling:", "missing"),
        ("structures/iliotibial_band.yaml", "tissue: fascia", "tissue: muscle", "(file)", "id:", "fascia"),
        ("structures/vastus_lateralis.yaml", "  - knee ext", "  - hip ext", "(file)", "id:", "does not cross the hip"),
        (SARTORIUS, "id: sartorius", "id: sartorious", "id", "id:", "must be the file's name"),
        (SARTORIUS, "  - chain: ", "  - chain: no_such_", "chains", "chains:", "is not in chains"),
        ("chains/overactive_tfl.yaml", "points:\n  - ", "points:\n  - no_", "(file)", "id:", "no node has the id"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_place(content, file, old, new, field, at, says):
    path = content / file
    edit(path, old, new)
    found = [p for p in problems(content) if p.field == field]
    assert found, problems(content)
    assert found[0].file.endswith(file)
    assert found[0].line == line_of(path, at)
    assert says in found[0].message


def test_a_verdict_without_a_reference_is_an_error(content):
    path = content / "structures/sartorius.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("\nreferences:") + 1, text.index("chains:")
    path.write_text(text[:start] + "references: []\n" + text[end:], encoding="utf-8")
    found = problems(content)
    assert [p.field for p in found] == ["references"]


def test_a_dangling_reference_is_an_error(content):
    edit(content / "structures/sartorius.yaml", "references:\n  - ", "references:\n  - not_")
    assert "is not in references" in problems(content)[0].message


def test_a_repeated_key_and_broken_yaml_are_errors(content):
    with (content / "structures/gracilis.yaml").open("a", encoding="utf-8") as f:
        f.write("name: Again\n")
    (content / "structures/soleus.yaml").write_text("id: [soleus\n", encoding="utf-8")
    fields = {(p.file.rsplit("/", 1)[1], p.field) for p in problems(content)}
    assert ("gracilis.yaml", "name") in fields
    assert ("soleus.yaml", "(syntax)") in fields


def test_all_mistakes_are_printed_at_once_and_the_exit_status_is_1(content):
    edit(content / "structures/sartorius.yaml", "nerve:", "nevre:")
    edit(content / "structures/gracilis.yaml", "plain:", "plian:")
    edit(content / "bones/femur.yaml", "latin:", "latn:")
    command = [sys.executable, "-m", "data", "--check", "--content", str(content)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    for name in ("sartorius.yaml", "gracilis.yaml", "femur.yaml"):
        assert name in done.stdout
    assert "Traceback" not in done.stderr


def test_another_folder_of_content_is_shown_when_the_environment_names_it(content, monkeypatch):
    edit(content / "structures/sartorius.yaml", "name: Sartorius", "name: Schneidermuskel")
    monkeypatch.setenv("HIPCHAIN_CONTENT", str(content))
    assert folder() == content
    assert catalog.__wrapped__().structures["sartorius"].name == "Schneidermuskel"
    assert main(["--check"]) == 0
    assert content / "claims.yaml" in files()  # health and the figures' version look at it too
    monkeypatch.setenv("HIPCHAIN_CONTENT", " ")
    assert folder() == CONTENT


def test_the_check_looks_at_the_folder_that_the_environment_names(content, monkeypatch, capsys):
    monkeypatch.setenv("HIPCHAIN_CONTENT", str(content))
    edit(content / "structures/sartorius.yaml", "nerve:", "nevre:")
    assert main(["--check"]) == 1
    assert f"{content}/structures/sartorius.yaml" in capsys.readouterr().out
    monkeypatch.setenv("HIPCHAIN_CONTENT", str(content / "nowhere"))
    assert main(["--check"]) == 1
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert "no such folder" in printed


def test_a_translation_has_the_same_ids_down_to_the_steps_of_a_story(content):
    edit(content / "chains/anterior_tilt.yaml", "- id: story", "- id: geschichte")
    text = (content / "claims.yaml").read_text(encoding="utf-8")
    last = text.rindex("- id: ")
    id_ = text[last:].split()[2]
    (content / "claims.yaml").write_text(text[:last], encoding="utf-8")
    found = {p.field: p.message for p in check.problems(content)}
    assert set(found) == {f"claims.{id_}", "chains.anterior_tilt.steps.story", "chains.anterior_tilt.steps.geschichte"}
    assert found[f"claims.{id_}"].startswith("missing")
    assert found["chains.anterior_tilt.steps.geschichte"].startswith("data/content does not have it")
