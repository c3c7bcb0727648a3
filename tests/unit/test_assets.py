"""What the browser gets: modules put into one script, styles into one sheet, and files that can be read."""

import re
from pathlib import Path

import pytest

from components.diagram import assets, script, style
from components.server import look

HOME = Path(__file__).parents[2]
BROWSER = HOME / "components" / "diagram" / "browser"
PEN = BROWSER.parent / "pen"
MODULES = sorted(p.stem for p in BROWSER.glob("*.js"))
LIMITS = {".js": (200, 110), ".ts": (200, 110), ".css": (250, 110), ".html": (200, 120)}
"""For each kind of file, how many lines it may have, and how many letters a line."""
FILES = sorted(
    p for folder in ("components", "tests/js") for p in (HOME / folder).rglob("*") if p.suffix in LIMITS and p.is_file()
)


def named(path):
    return str(path.relative_to(HOME))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_for_the_browser_can_be_read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    most, wide = LIMITS[path.suffix]
    if "tests" not in path.relative_to(HOME).parts:
        assert len(lines) <= most
    assert max(map(len, lines)) <= wide
    if path.suffix == ".css":
        assert [line for line in lines if len(re.findall(r"[;{}]", line)) > 1] == []


def written(folder, **modules):
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_the_script_holds_every_module_once_and_before_those_that_need_it():
    found = re.findall(r"^const \$(\w+) = \(\(\) => \{$", script.script(), re.MULTILINE)
    assert sorted(found) == MODULES  # none is left over, none is forgotten
    for name in MODULES:
        needed = re.findall(r"from '\./(\w+)\.js';$", (BROWSER / f"{name}.js").read_text("utf-8"), re.MULTILINE)
        for other in needed:
            if other != "types":
                assert found.index(other) < found.index(name)


def test_the_script_is_one_module_without_comments():
    text = script.script()
    assert re.findall(r"^(?:import|export)\b.*", text, re.MULTILINE) == ["export const { mount } = $component;"]
    assert not re.search(r"^\s*(?://|/?\*)", text, re.MULTILINE)


def test_the_pen_is_a_script_of_its_own_that_holds_all_of_its_modules():
    text = script.pen_script()
    found = re.findall(r"^const \$(\w+) = \(\(\) => \{$", text, re.MULTILINE)
    assert {p.stem for p in PEN.glob("*.js")} <= set(found)
    assert re.findall(r"^(?:import|export)\b.*", text, re.MULTILINE) == ["export const { Pen } = $pen;"]
    assert re.fullmatch(r"hipchain-assets/pen-[0-9a-f]{12}\.js", assets.pen_url())


def test_only_who_presents_pays_for_the_pen():
    rules = style.pen_style()
    assert ".hc-pen-bar" in rules
    assert rules in look.presenter()
    for plain in (style.style(), look.rules(), script.script()):
        assert "hc-pen-bar" not in plain


def test_names_of_two_modules_do_not_meet(tmp_path):
    home = written(
        tmp_path,
        component="import { two } from './other.js';\n\nconst own = 1;\n"
        "export function mount() {\n  return own + two;\n}\n",
        other="const own = 2;\nexport const two = own;\n",
    )
    assert script.script(home) == (
        "const $other = (() => {\nconst own = 2;\nconst two = own;\nreturn { two };\n})();\n"
        "const $component = (() => {\nconst { two } = $other;\n\nconst own = 1;\n"
        "function mount() {\n  return own + two;\n}\nreturn { mount };\n})();\n"
        "export const { mount } = $component;\n"
    )


@pytest.mark.parametrize(
    "line", ["import * as a from './a.js';", "import a from './a.js';", "export default class {}", "export { mount };"]
)
def test_what_cannot_be_put_together_is_an_error_at_the_start(tmp_path, line):
    home = written(tmp_path, component=f"{line}\n", a="export const a = 1;\n")
    with pytest.raises(ValueError, match=r"component\.js"):
        script.script(home)


def test_a_circle_of_modules_is_an_error(tmp_path):
    home = written(
        tmp_path,
        component="import { a } from './a.js';\nexport const mount = a;\n",
        a="import { mount } from './component.js';\nexport const a = mount;\n",
    )
    with pytest.raises(ValueError, match="component > a > component"):
        script.script(home)


def test_an_address_changes_with_what_is_there(monkeypatch):
    before = assets.script_url()
    assert re.fullmatch(r"hipchain-assets/diagram-[0-9a-f]{12}\.js", before)
    assets.script_body.cache_clear()
    monkeypatch.setattr(assets, "script", lambda: "export const mount = 1;\n")
    assert assets.script_url() != before
    assets.script_body.cache_clear()


def test_every_stylesheet_is_sent():
    assert {*look.FILES, "presenter"} == {p.stem for p in (HOME / "components/server/styles").glob("*.css")}
    assert set(style.FILES) == {p.stem for p in (HOME / "components/diagram/styles").glob("*.css")}


def test_the_diagrams_rules_are_sent_as_they_are_but_for_comments_and_indents():
    text = style.style()
    assert "/*" not in text
    assert "\n" in text  # else Streamlit takes it for the name of a file
    assert "\n " not in text
    for path in (HOME / "components/diagram/styles").glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert " ".join(rules.split()) in " ".join(text.split())
