"""How the page tests open the app and read what it says."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def run(page: str | None = None, **params: str) -> AppTest:
    """Run the app with query parameters, on a page other than the start where one is named; no exception may show.

    It is opened by the page's own address, as by a link: the start is not run first.
    """
    at = AppTest.from_file("../../app.py", default_timeout=30)
    if page:
        at.switch_page(page)
    for key, value in params.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    """Everything that the page says, as one string."""
    elements = [*at.get("html"), *at.markdown, *at.caption, *at.title, *at.subheader]
    return " ".join(str(e.value) for e in elements)
