"""The Evidence screen: what is claimed, where the articles disagree, the myths, and what every source is worth."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components import evidence_text as text
from components.evidence_figure import build, counts, topic_name
from components.palette import FINDING
from data.bibliography import bibtex, ris
from data.catalog import Catalog
from data.claim import Claim

PARTS = {"claims": "Claims", "conflicts": "Conflicts", "myths": "Myths", "references": "References"}
_FIRST = 40


def evidence(catalog: Catalog) -> None:
    """Draw the screen for the part and record that the URL names."""
    st.title("Evidence", anchor=False)
    st.markdown(
        f"What {len(catalog.articles)} popular articles claim about the iliotibial band, rolling and hips, and what "
        f"{len(catalog.references)} sources make of it. The articles disagree; so do the studies. Both are shown."
    )
    part, focus, note = choice(st.query_params, catalog)
    if note:
        st.caption(f":material/info: {note}")
    st.session_state["evidence_part"] = part

    def turned() -> None:
        st.query_params.from_dict({"part": st.session_state["evidence_part"]})

    st.segmented_control(
        "Part", list(PARTS), format_func=PARTS.__getitem__, key="evidence_part", required=True, on_change=turned,
        label_visibility="collapsed", wrap=True,
    )  # fmt: skip
    {"claims": _claims, "conflicts": _conflicts, "myths": _myths, "references": _references}[part](catalog, focus)


def choice(params: Mapping[str, str], catalog: Catalog) -> tuple[str, str | None, str | None]:
    """Which part and which record the query parameters name: (part, id or None, note or None).

    `?claim=C015`, `?conflict=X01`, `?reference=pepper2021` open one record, `?part=myths` a part.
    """
    tables: dict[str, tuple[str, Mapping[str, object]]] = {
        "claim": ("claims", catalog.claims),
        "conflict": ("conflicts", catalog.conflicts),
        "reference": ("references", catalog.references),
    }
    for key, (part, table) in tables.items():
        if (wanted := params.get(key)) is not None:
            if wanted in table:
                return part, wanted, None
            return part, None, f"The link names a {key} that HipChain does not have; all are shown."
    part = params.get("part", "claims")
    if part in PARTS:
        return part, None, None
    return "claims", None, "The link names a part that HipChain does not have; the claims are shown."


def chosen(
    catalog: Catalog, words: str, topics: list[str], verdicts: list[str], articles: list[str], structures: list[str]
) -> list[Claim]:
    """The claims that pass every filter; an empty filter lets all pass. `words` must all occur in text or reason."""
    wanted = words.casefold().split()
    return [
        c
        for c in catalog.claims.values()
        if all(w in f"{c.id} {c.text} {c.reason}".casefold() for w in wanted)
        and (not topics or c.topic in topics)
        and (not verdicts or c.verdict in verdicts)
        and (not articles or {s.article for s in c.said_by} & set(articles))
        and (not structures or set(c.structures) & set(structures))
    ]


def claims_table(claims: list[Claim]) -> pd.DataFrame:
    """Claims as rows for a download."""
    rows = [
        {
            "id": c.id,
            "topic": topic_name(c.topic),
            "claim": c.text,
            "verdict": FINDING[c.verdict].word,
            "reason": c.reason,
            "said by": "; ".join(f"{s.article}: {s.stance}" for s in c.said_by),
            "studies for": "; ".join(c.supporting),
            "studies against": "; ".join(c.contradicting),
            "bearing on it": "; ".join(c.related),
            "no study found": c.no_study_found,
        }
        for c in claims
    ]
    return pd.DataFrame(rows)


def _claims(catalog: Catalog, focus: str | None) -> None:
    if focus:
        with st.container(key="linked"):
            st.caption("The claim that the link names:")
            st.html(text.claim(catalog.claims[focus], catalog, is_open=True))
    dark = st.context.theme.type == "dark"
    with st.expander("Claims by topic and verdict", icon=":material/bar_chart:"):
        st.plotly_chart(build(catalog.claims.values(), dark=dark), config={"displayModeBar": False}, key="claims_chart")
        table = pd.DataFrame(counts(catalog.claims.values())).T.fillna(0).astype(int)
        table.index = pd.Index([topic_name(t) for t in table.index], name="Topic")
        st.dataframe(table.rename(columns={k: i.word for k, i in FINDING.items()}), key="claims_counts")
    words = st.text_input("Search the claims", key="claim_words", placeholder="friction, toxins, clam …")
    left, right = st.columns(2)
    topics = list(dict.fromkeys(c.topic for c in catalog.claims.values()))
    about = sorted({i for c in catalog.claims.values() for i in c.structures}, key=catalog.name)
    titles = {a.id: a.title for a in catalog.articles.values()}
    found = chosen(
        catalog,
        words,
        left.multiselect("Topic", topics, format_func=topic_name, key="claim_topics"),
        right.multiselect("Verdict", list(FINDING), format_func=lambda v: FINDING[v].word, key="claim_verdicts"),
        left.multiselect("Article", list(titles), format_func=titles.__getitem__, key="claim_articles"),
        right.multiselect("Structure", about, format_func=catalog.name, key="claim_structures"),
    )  # fmt: skip
    st.markdown(f"**{len(found)} of {len(catalog.claims)} claims**")
    every = len(found) <= _FIRST or st.session_state.get("claims_all", False)
    st.html("".join(text.claim(c, catalog) for c in (found if every else found[:_FIRST])))
    with st.container(horizontal=True):
        if not every:
            st.button(f"Show all {len(found)}", on_click=lambda: st.session_state.update(claims_all=True))
        st.download_button("Claims as CSV", claims_table(found).to_csv(index=False), "hipchain-claims.csv", "text/csv")


def _conflicts(catalog: Catalog, focus: str | None) -> None:
    st.markdown(
        "Questions on which the articles disagree. **Three of the articles sell the treatment that they recommend**; "
        "it says so beside their names."
    )
    order = sorted(catalog.conflicts, key=lambda i: i != focus)
    st.html("".join(text.conflict(catalog.conflicts[i], catalog) for i in order))


def _myths(catalog: Catalog, _focus: str | None) -> None:
    st.html("".join(text.myth(m, catalog) for m in catalog.myths.values()))


def _references(catalog: Catalog, focus: str | None) -> None:
    states = [str(r.verification) for r in catalog.references.values()]
    st.markdown(
        f"**{states.count('full')} of {len(states)} sources were fully checked**, {states.count('none')} are from "
        "memory and marked, the rest partly. Most checks reached abstracts, not full texts."
    )
    if focus:
        with st.container(key="linked"):
            st.caption("The source that the link names:")
            st.html(text.references([focus], catalog))
    words = st.text_input("Search the sources", key="reference_words", placeholder="pepper, ultrasound, cadaver …")
    wanted = words.casefold().split()
    found = [
        r
        for r in catalog.references.values()
        if all(w in f"{r.id} {r.citation} {r.study_type} {r.finding}".casefold() for w in wanted)
    ]
    st.html(text.references([r.id for r in found], catalog))
    with st.container(horizontal=True):
        st.download_button("BibTeX", bibtex(found), "hipchain.bib", "text/x-bibtex")
        st.download_button("RIS", ris(found), "hipchain.ris", "application/x-research-info-systems")
        rows = pd.DataFrame([r.model_dump(mode="json") for r in found])
        st.download_button("CSV", rows.to_csv(index=False), "hipchain-references.csv", "text/csv")
