"""What the styles ask of a browser: no question that has it look through the whole page at every change."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
FILES = sorted((HOME / "components").rglob("*.css"))
WIDE = re.compile(
    r"(?:^|[\s>~+(,])(?:\*|html|body|:root|\.stApp|\.stMain|\.hc-in-room|\[class[^\]]*\])?:has\((?!\s*[>+~])"
)
"""What is asked of everything, or of what the whole page stands in, and looks deeper than one step: `:has()` on these
is answered anew whenever anything on the page changes, with all that stands below."""


def asked(rules):
    """What asks the whole page, of rules without their comments; not to hold is to be asked as well."""
    rules = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL)
    return WIDE.findall(rules.replace(":not(:has(", ":has("))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOME)))
def test_no_rule_asks_the_whole_page_what_it_holds(path):
    assert asked(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("rule", "wide"),
    [
        ("body:has(#hc-first) > * {", True),
        ('[class*="st-key-"]:not(:has(.hc-ready)) {', True),
        ("* :has(p) {", True),
        (".stApp:has([data-testid=x]) .y {", True),
        (".a,\n:root:not(:has(.b)) {", True),
        ("body:has(> #hc-first) {", False),
        (".hc-diagram:has(.hc-art) .hc-wait {", False),
        (".st-key-x .stHorizontalBlock:has(.y) {", False),
    ],
)
def test_what_is_asked_of_the_whole_page_is_told_apart(rule, wide):
    assert bool(asked(rule)) == wide
