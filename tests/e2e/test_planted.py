"""What looks for faults on pages finds them: each of these is planted, and told where it shows and nowhere else.

All are planted on one page at once, above what it says, and what is told of one fault names its element.
"""

from tests.e2e.accessible import serious
from tests.e2e.pages import ASIDE, watched
from tests.e2e.test_accessible import arrived, in_all_looks

LIGHT, DARK = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
PHONE, TABLET, DESK = "(max-width: 500px)", "(min-width: 501px) and (max-width: 1000px)", "(min-width: 1001px)"
ALL = ["390 light", "820 light", "1280 light"]
BOTH = ["1280 dark", "1280 light"]


def faint(shade):
    """A colour of its own each: words that look like others that were told are not looked at again."""
    return f"#{{}} {{{{ color: #77{shade} !important; background: #888 !important; }}}}"


PLANTED = {
    # id: (its element, when it is faulty, its style then, where it must be told, by what)
    "faint_dark": ("<p id=faint_dark>Faint</p>", DARK, faint(1), ["1280 dark"], "color-contrast"),
    "faint_phone": ("<p id=faint_phone>Faint</p>", f"{PHONE} and {LIGHT}", faint(2), ["390 light"], "color-contrast"),
    "faint_night": ("<p id=faint_night>Faint</p>", f"{TABLET} and {DARK}", faint(3), ["820 dark"], "color-contrast"),
    "faint_desk": ("<p id=faint_desk>Faint</p>", f"{DESK} and {LIGHT}", faint(4), ["1280 light"], "color-contrast"),
    "drowned": (
        "<p style='color: #fff; background: #000'>So many words before it that it is a text, and <a id=drowned href='#'"
        " style='color: #ddd; background: #000'>a link</a> among the others.</p>",
        DARK, "#{} {{ text-decoration: none !important; }}", ["1280 dark"],
        "link-in-text-block",
    ),
    "small": (
        "<button id=small style='width: 60px; height: 60px'>small</button>",
        PHONE, "#{} {{ width: 20px !important; height: 20px !important; }}", ["390 light"], "BUTTON small",
    ),
    "nameless": ("<button id=nameless style='width: 50px; height: 50px'></button>", "", "", ALL, "button-name"),
    "nameless_phone": (
        "<button id=nameless_phone style='width: 50px; height: 50px'><span>x</span></button>",
        PHONE, "#{} span {{ display: none; }}", ["390 light"], "button-name",
    ),
    "no_words": ("<img id=no_words width=9 height=9>", "", "", ALL, "image-alt"),
    "no_label": ("<input id=no_label style='width: 50px; height: 50px'>", "", "", ALL, "label"),
    "empty_link": ("<a id=empty_link href='#' style='display: block; height: 50px'></a>", "", "", ALL, "link-name"),
    "odd_role": ("<p id=odd_role role=nonsense>x</p>", "", "", ALL, "aria-roles"),
    "no_state": ("<p id=no_state role=checkbox aria-label=x>x</p>", "", "", ALL, "aria-required-attr"),
    "no_items": (
        "<div id=no_items role=listbox aria-label=x><button>x</button></div>", "", "", ALL, "aria-required-children",
    ),
    "nested": ("<div id=nested role=button tabindex=0>x <a href='#'>y</a></div>", "", "", ALL, "nested-interactive"),
    "wide": (
        "<p id=wide>too wide</p>", PHONE, "#{} {{ width: 900px !important; }}", ["390 light"], "outside: too wide",
    ),
    "faint_below": (
        "<p id=faint_below style='margin-top: 3000px'>Faint</p>", "all", faint(5), BOTH,
        "color-contrast",
    ),
    "faint_among_many": (
        f"<ul>{'<li>Clear</li>' * 50}<li id=faint_among_many>Faint</li>{'<li>Clear</li>' * 50}</ul>", "all", faint(6),
        BOTH,
        "color-contrast",
    ),
    "cut": (
        "<p id=cut>cut off words that go on</p>", TABLET,
        "#{} {{ width: 60px; overflow: hidden; white-space: nowrap; }}", ["820 light"], "cut: cut off words",
    ),
}  # fmt: skip
PLANT = """([html, css]) => {
  const style = document.createElement('style'), place = document.createElement('div');
  style.textContent = css;
  place.innerHTML = html;
  document.head.append(style);
  document.querySelector('[data-testid=stMainBlockContainer]').prepend(place);
}"""


CHANGING = """() => matchMedia('(prefers-color-scheme: dark)').addEventListener('change', event => {
  document.querySelector('.stMain h1').textContent = event.matches ? 'Night' : 'Day';
})"""
"""Words that are others in the dark: the dark page would have to be looked at by all rules."""


def test_planted_faults_are_found_where_they_show_and_nowhere_else(server, open_page):
    page = arrived(server, open_page, "accessibility")
    css = (f"@media {when} {{ {style.format(id_)} }}" for id_, (_, when, style, *_) in PLANTED.items() if when)
    page.evaluate(PLANT, ["".join(html for html, *_ in PLANTED.values()), "".join(css)])
    page.evaluate(CHANGING)
    found = in_all_looks(page, most=99)
    told = {id_: [k for k in sorted(found) if says(found[k], id_, what)] for id_, (*_, what) in PLANTED.items()}
    assert told == {id_: sorted(where) for id_, (*_, where, _) in PLANTED.items()}
    assert "more than colours differs between light and dark" in found["1280 dark"]


FAINT = "<p style='color: #787878; background: #888'>Faint</p>"


def test_of_other_pages_only_colours_that_were_clear_are_known(server, browser):
    """What is faint is told on each page; what is clear is taken as known, but not what lies on another box."""
    context, clear = watched(browser), set()

    def told(html):
        page = context.new_page()
        page.goto(server + ASIDE)
        page.evaluate("html => { document.body.innerHTML = html; }", html)
        return [rule for rule, _ in serious(page, colours_alone=True, clear=clear)]

    assert told(FAINT) == told(FAINT) == ["color-contrast"]
    assert not clear
    words = "<p style='position: relative; color: #333'>Words</p>"
    below = "<div style='position: absolute; inset: 0; height: 200px; background: #000'></div>"
    assert told(words) == told(words) == []
    assert len(clear) == 1
    assert told(below + words) == ["color-contrast"]
    context.close()


def says(findings, id_, what):
    """Whether one finding is of this kind and, where axe told it, names the element."""
    for one in findings:
        if isinstance(one, str):
            if one.startswith(what):
                return True
        elif one[0] == what and any(f'id="{id_}"' in html for html in one[1]):
            return True
    return False
