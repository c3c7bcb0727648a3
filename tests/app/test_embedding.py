"""The page on embedding, and the frame around an embedded page, by AppTest."""

from functools import partial

import pytest
import streamlit as st

from components.embed.hosts import ANCESTORS_VARIABLE
from components.shared.menu import DISCLAIMER
from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/practise/embedding.py")


@pytest.fixture
def within(monkeypatch):
    monkeypatch.setattr(type(st.context), "is_embedded", property(lambda _: True))


def snippet(at):
    return at.get("code")[0].value


def test_the_snippet_follows_the_choices():
    at = run()
    assert "/?structure=iliotibial_band&amp;view=lateral&amp;layer=surface&amp;embed=true" in snippet(at)
    assert "<script>" not in snippet(at)
    at.selectbox(key="embed_structure").set_value("sartorius").run()
    at.selectbox(key="embed_view").set_value("anterior").run()
    at.selectbox(key="embed_colour").set_value("attachments").run()
    at.toggle(key="embed_grows").set_value(True).run()
    assert "structure=sartorius&amp;view=anterior&amp;layer=bones&amp;colour=attachments&amp;embed=true" in snippet(at)
    assert "<script>" in snippet(at)
    at.segmented_control(key="embed_screen").set_value("quiz").run()
    at.selectbox(key="embed_set").set_value("hamstrings").run()
    assert "/quiz?set=hamstrings&amp;seed=7&amp;count=10&amp;embed=true" in snippet(at)
    assert not at.exception
    again = run(**{k: "".join(v) for k, v in at.query_params.items()})
    assert snippet(again).splitlines()[1] == snippet(at).splitlines()[1]


def test_a_bad_link_falls_back_with_a_note():
    at = run(structure="<script>", what="nothing", set="x")
    assert "structure=iliotibial_band" in snippet(at)
    assert "HipChain does not have" in words(at)


def test_where_the_server_does_not_name_itself_there_is_no_example_and_it_says_so(monkeypatch):
    monkeypatch.setenv(ANCESTORS_VARIABLE, "https://school.example")
    at = run()
    assert "No live example" in at.info[0].value
    assert "`https://school.example`" in words(at)


@pytest.mark.parametrize("params", [{}, {"presenter": "1"}], ids=str)
def test_an_embedded_page_has_one_line_instead_of_menu_and_footer(within, params):
    at = opened.run(**params)
    said = words(at)
    assert said.count(DISCLAIMER) == 1
    assert 'href="./stop_flags"' in said
    assert "Drawn after" not in said
    assert not [b for b in at.button if b.key == "leave_presenter"]
    assert "118%" not in said
    at.switch_page("pages/safety/stop_flags.py").run()
    assert 'href="./">Explore</a>' in words(at)
