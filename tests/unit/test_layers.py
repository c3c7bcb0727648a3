"""Dependencies run one way: data knows no screen, figure builders know no Streamlit, pages only compose."""

import ast
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
DATA = sorted((HOME / "data").rglob("*.py"))
BY_NAME = ("*_text.py", "*_figure.py", "*_overlay.py", "*_state.py")
"""What is called so builds text, figures or state for a renderer, and is found without being listed."""
ALSO = (
    "figure",
    "shading",
    "labels",
    "palette",
    "url",
    "assets",
    "place",
    "rollers",
    "traces",
    "names",
    "page_head",
    "plate",
    "handout_pdf",
)
PURE = sorted(
    {*(HOME / "components" / f"{n}.py" for n in ALSO), *(p for g in BY_NAME for p in (HOME / "components").glob(g))}
)
PAGES = sorted((HOME / "pages").rglob("*.py"))


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (a.name.split(".")[0] for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", DATA, ids=lambda p: str(p.relative_to(HOME)))
def test_data_knows_no_screen(path):
    assert not {"streamlit", "plotly", "components", "pages"} & set(imports(path))


@pytest.mark.parametrize("path", PURE, ids=lambda p: p.name)
def test_figure_builders_know_no_streamlit(path):
    assert "streamlit" not in set(imports(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(HOME)))
def test_pages_compose_and_stay_short(path):
    assert {"numpy", "pandas", "shapely", "scipy", "yaml"}.isdisjoint(imports(path))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


def test_no_file_holds_a_machine_path():
    text = [
        p
        for f in ("data", "components", "pages", "tests")
        for p in (HOME / f).rglob("*")
        if p.suffix in {".py", ".yaml", ".js", ".css"}
    ]
    bad = [
        p
        for p in text
        if "/" + "work/" in p.read_text(encoding="utf-8") or "/" + "root/" in p.read_text(encoding="utf-8")
    ]
    assert bad == []
