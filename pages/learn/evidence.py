"""The Evidence screen: what is claimed, where the articles disagree, the myths, the sources, and what we changed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.evidence import changes, leads, text, trials
from components.evidence.figure import build, counts, topic_name
from components.evidence.state import ASKED, FIRST, PARTS, article, choice, chosen, claims_table
from components.evidence.title import title
from components.shared.address import move, titled
from components.shared.download import download
from components.shared.note import link_notes
from components.shared.page_head import HEADS
from components.shared.palette import FINDING
from data.bibliography import bibtex, ris, rows
from data.catalog import Catalog, catalog
from data.spreadsheet import csv_file


def evidence(content: Catalog) -> None:
    """Draw the screen for the part and record that the URL names."""
    st.title(HEADS["evidence"][0], anchor=False)
    st.markdown(leads.page(content))
    part, focus, note = choice(st.query_params, content)
    titled(title(part, focus, content))
    if note:
        link_notes([note])
    st.session_state["evidence_part"] = part

    def turned() -> None:
        move({"part": st.session_state["evidence_part"]})

    st.segmented_control(
        "Part", list(PARTS), format_func=PARTS.__getitem__, key="evidence_part", required=True, on_change=turned,
        label_visibility="collapsed", wrap=True,
    )  # fmt: skip
    parts = {
        "claims": _claims, "conflicts": _conflicts, "myths": _myths, "exercises": _exercises, "tests": _tests,
        "references": _references, "changes": _changes,
    }  # fmt: skip
    parts[part](content, focus)


def _claims(content: Catalog, focus: str | None) -> None:
    if focus:
        with st.container(key="linked"):
            st.caption("The claim that the link names:")
            st.html(text.claim(content.claims[focus], content, is_open=True))
    dark = st.context.theme.type == "dark"
    with st.expander("Claims by topic and verdict", icon=":material/bar_chart:"):
        st.plotly_chart(build(content.claims.values(), dark=dark), config={"displayModeBar": False}, key="claims_chart")
        table = pd.DataFrame(counts(content.claims.values())).T.fillna(0).astype(int)
        table.index = pd.Index([topic_name(t) for t in table.index], name="Topic")
        st.dataframe(table.rename(columns={k: i.word for k, i in FINDING.items()}), key="claims_counts")
    if said_by := article(st.query_params, content):  # once: the reader may take the filter off again
        st.session_state.setdefault("claim_articles", [said_by])
    words = st.text_input("Search the claims", key="claim_words", placeholder="friction, toxins, clam …")
    left, right = st.columns(2)
    topics = list(dict.fromkeys(c.topic for c in content.claims.values()))
    about = sorted({i for c in content.claims.values() for i in c.structures}, key=content.name)
    titles = {ASKED: "None of them: people ask", **{a.id: a.title for a in content.articles.values()}}
    found = chosen(
        content,
        words,
        left.multiselect("Topic", topics, format_func=topic_name, key="claim_topics"),
        right.multiselect("Verdict", list(FINDING), format_func=lambda v: FINDING[v].word, key="claim_verdicts"),
        left.multiselect("Article", list(titles), format_func=titles.__getitem__, key="claim_articles"),
        right.multiselect("Structure", about, format_func=content.name, key="claim_structures"),
    )  # fmt: skip
    st.markdown(f"**{len(found)} of {len(content.claims)} claims**")
    every = len(found) <= FIRST or st.session_state.get("claims_all", False)
    st.html("".join(text.claim(c, content) for c in (found if every else found[:FIRST])))
    with st.container(horizontal=True):
        if not every:
            st.button(f"Show all {len(found)}", on_click=lambda: st.session_state.update(claims_all=True))
        download("Claims as CSV", lambda: csv_file(claims_table(found)), "hipchain-claims.csv")


def _conflicts(content: Catalog, focus: str | None) -> None:
    st.markdown(leads.part("conflicts", content))
    order = sorted(content.conflicts, key=lambda i: i != focus)
    st.html("".join(text.conflict(content.conflicts[i], content) for i in order))


def _myths(content: Catalog, focus: str | None) -> None:
    order = sorted(content.myths.values(), key=lambda m: m.id != focus)
    st.html("".join(text.myth(m, content) for m in order))


def _exercises(content: Catalog, focus: str | None) -> None:
    st.markdown(leads.part("exercises", content))
    st.html(trials.exercises(focus, content))


def _tests(content: Catalog, focus: str | None) -> None:
    st.markdown(leads.part("tests", content))
    st.html(trials.tests(focus, content))


def _changes(content: Catalog, _focus: str | None) -> None:
    st.markdown(leads.part("changes", content))
    st.html("".join(changes.entry(c, content) for c in changes.newest_first(content.changes.values())))


def _references(content: Catalog, focus: str | None) -> None:
    st.markdown(leads.part("references", content))
    if focus:
        with st.container(key="linked"):
            st.caption("The source that the link names:")
            st.html(text.references([focus], content))
    words = st.text_input("Search the sources", key="reference_words", placeholder="pepper, ultrasound, cadaver …")
    wanted = words.casefold().split()
    found = [
        r
        for r in content.references.values()
        if all(w in f"{r.id} {r.citation} {r.study_type} {r.finding}".casefold() for w in wanted)
    ]
    st.html(text.references([r.id for r in found], content))
    with st.container(horizontal=True):
        download("BibTeX", lambda: bibtex(found), "hipchain.bib", "text/x-bibtex")
        download("RIS", lambda: ris(found), "hipchain.ris", "application/x-research-info-systems")
        download("CSV", lambda: csv_file(pd.DataFrame(rows(found))), "hipchain-references.csv")


evidence(catalog())
