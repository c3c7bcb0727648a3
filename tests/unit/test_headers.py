"""The content security policy allows what Streamlit's page runs, and nothing that a stranger could write."""

import re

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.first.script import script_source
from components.server import front_end, headers, html
from tests.unit.served import ask


def policy():
    return {name: values for name, *values in (rule.split() for rule in headers.policy().split("; "))}


def test_no_script_runs_but_files_of_ours_and_the_two_within_the_page():
    allowed = policy()["script-src"]
    known = [a for a in allowed if not a.startswith("'sha256-")]
    assert known == ["'self'", "blob:", "'wasm-unsafe-eval'"]
    inline = re.findall(r"<script>", (front_end.folder() / "index.html").read_text(encoding="utf-8"))
    assert len(inline) == 1
    assert len(allowed) - len(known) == 2  # that one, and the one of the first answer
    assert script_source() in allowed
    assert "default-src" in policy()
    assert policy()["object-src"] == ["'none'"]


def test_webassembly_is_allowed_because_streamlits_first_scripts_ask_for_it():
    # Without the word the numbers are reckoned in plain JavaScript, and every visit logs a violation. If this fails,
    # Streamlit no longer asks: take the word out of the policy.
    index = (front_end.folder() / "index.html").read_text(encoding="utf-8")
    first = [front_end.folder() / f for f in re.findall(r"static/js/[\w.-]+\.js", index)]
    asking = [p.name.split(".")[0] for p in first if "new WebAssembly" in p.read_text(encoding="utf-8")]
    assert asking == ["protobuf"]


@pytest.mark.parametrize("name", ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"])
def test_every_answer_carries_the_headers(name):
    _, sent, _ = ask(headers.SecurityHeaders(PlainTextResponse("anything")), "/static/js/any.js")
    assert sent[name]


def test_who_is_configured_may_show_our_pages_and_nobody_what_is_not_one():
    app = headers.SecurityHeaders(
        Starlette(routes=[*html.routes(), Route("/{any:path}", PlainTextResponse("Streamlit's"))])
    )
    for address, query in (("/", ""), ("/rolling", ""), ("/", "embed=true")):
        _, sent, _ = ask(app, address, query=query)
        assert sent[headers.NAME].endswith("frame-ancestors 'self'"), (address, query)
        _, again, _ = ask(app, address, query=query, if_none_match=sent["etag"])
        assert again[headers.NAME] == sent[headers.NAME]  # a browser takes over what comes with "not changed"
    _, sent, _ = ask(app, "/no/such/page")
    assert sent[headers.NAME].endswith("frame-ancestors 'none'")
