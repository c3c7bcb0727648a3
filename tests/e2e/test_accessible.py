"""Promises to everyone, on every page and in several states: axe, targets, text at 200 %, keyboard, motion."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.accessible import content, cut_off, serious, small_targets, tab_stops
from tests.e2e.reader import ask, press
from tests.e2e.test_quiz import begin
from tests.e2e.test_self_check import through_the_gate, whom
from tests.e2e.waiting import settled

DESK, TABLET, PHONE = (1280, 800), (820, 1180), (390, 844)
LOOKS = [(DESK, False), (DESK, True), (TABLET, True), (TABLET, False), (PHONE, False), (PHONE, True)]
"""Each differs from the one before in one thing; in colours more often than in size, which takes the page longer."""


def opened(summary):
    return lambda page: press(page.get_by_text(summary).first)


def asking(words):
    return lambda page: expect(ask(page, words).first).to_be_visible()


def all_unfolded(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def to_the_result(page):
    through_the_gate(page)
    for n in range(2, 10):
        press(page.get_by_role("button", name="Not sure"))
        expect(page.get_by_text(f"Test {n} of 8" if n < 9 else "What your answers suggest").first).to_be_visible()
    all_unfolded(page)


def a_stop_sign(page):
    whom(page, "Groin, front of the hip")
    press(page.locator(".st-key-flag_rf05").get_by_role("radio", name="Yes"))
    expect(page.get_by_role("heading", name="See someone today", exact=True)).to_be_visible()


def a_round(page):
    begin(page)
    page.locator(".hc-ask").wait_for()


def an_answer(page):
    a_round(page)
    press(page.locator(".st-key-quiz_choices button").first)
    page.locator(".hc-verdict").wait_for()


def a_ring_drawn(page):
    press(page.locator("[data-act=pen]"))
    press(page.locator("[data-act=ring]"))
    expect(page.locator(".hc-ink-over .hc-stroke")).to_have_count(1)


def a_refused_file(page):
    press(page.get_by_text("Your progress"))
    file = {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps({"version": 99}).encode()}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Nothing was changed")).to_be_visible()


def the_page_around(page):
    page.locator(".hc-example-said", has_text="ready").wait_for()
    # what it shows is looked at by itself; here it would go on talking
    page.locator(".hc-example iframe").evaluate("e => e.contentWindow.location.replace('about:blank')")


def a_tour_of_ones_own(page):
    press(page.get_by_role("button", name="Make it mine"))
    expect(page.get_by_label("Line of stop 8")).to_be_visible()


def adding(page):
    press(page.get_by_role("button", name="Add to a tour"))
    expect(page.get_by_role("dialog").get_by_label("Line for this stop")).to_be_visible()


def an_open_room(page):
    press(page.locator(".stApp").get_by_role("button", name="Open a room"))
    page.locator("#hc-room-bar").wait_for()
    all_unfolded(page)


def no_room(page):
    expect(page.locator(".stApp").get_by_text("There is no room XXXX now")).to_be_visible()


STATES = {
    "explore_selected": ("/?structure=iliotibial_band&colour=rolling", None),
    "explore_unfolded": ("/?structure=gluteus_medius&view=lateral&layer=deep&colour=chain", all_unfolded),
    "explore_left": ("/?structure=piriformis&view=posterior&layer=deep&also=nerves&side=left", None),
    "explore_nothing": ("/?structure=none&view=posterior&colour=tissue", None),
    "explore_note": ("/?structure=no_such_thing&view=sideways", None),
    "explore_asking": ("/?view=axial_mid_thigh", asking("calf swollen and hot")),
    "ask": ("/ask", None),
    "ask_answers": ("/ask?q=why+does+rolling+hurt", None),
    "ask_danger": ("/ask?q=calf+swollen+and+hot", None),
    "ask_unknown": ("/ask?q=best+pizza+dough", None),
    "explore_presenter": ("/?structure=sartorius&view=anterior&presenter=1", a_ring_drawn),
    "explore_embedded": ("/?structure=sartorius&view=anterior&colour=rolling&embed=true", None),
    "rolling": ("/rolling", None),
    "rolling_table": ("/rolling?view=axial_knee&side=back", opened("All structures as a table")),
    "chains_story": ("/chains", None),
    "chains_link": ("/chains?chain=anterior_tilt&step=loop", all_unfolded),
    "lab_stance": ("/lab?part=stance&strength=60&lean=5", None),
    "lab_impossible": ("/lab?part=stance&strength=30&which=all&drop=10", None),
    "lab_tilt": ("/lab?part=tilt&tilt=20", opened("Over the whole range of tilt")),
    "lab_limits": ("/lab?part=limits", None),
    "evidence_claim": ("/evidence?claim=C015", None),
    "evidence_conflicts": ("/evidence?part=conflicts", None),
    "evidence_myths": ("/evidence?part=myths", None),
    "evidence_exercise": ("/evidence?exercise=single_bridge", None),
    "evidence_test": ("/evidence?test=t3", None),
    "evidence_references": ("/evidence?part=references", None),
    "evidence_note": ("/evidence?claim=C999", None),
    "where": ("/where", None),
    "where_place": ("/where?place=groin_front", all_unfolded),
    "where_condition": ("/where?place=knee_outer&condition=iliotibial_band_syndrome", all_unfolded),
    "self_check_gate": ("/self_check", None),
    "self_check_stop": ("/self_check", a_stop_sign),
    "self_check_test": ("/self_check", through_the_gate),
    "self_check_result": ("/self_check", to_the_result),
    "exercises": ("/exercises", all_unfolded),
    "exercises_filtered": ("/exercises?tissue=gluteus_medius&place=knee_outer", None),
    "exercises_one": ("/exercises?exercise=clam", all_unfolded),
    "quiz_find": ("/quiz?modes=find", a_round),
    "quiz_answered": ("/quiz?modes=name", an_answer),
    "quiz_refused": ("/quiz?modes=reason", a_refused_file),
    "handout": ("/handout?exercises=clam", None),
    "handout_empty": ("/handout?structures=none", None),
    "stop_flags": ("/stop_flags", None),
    "embedding": ("/embedding", the_page_around),
    "tours": ("/tours", None),
    "tours_one": ("/tours?open=why_not_the_band", a_tour_of_ones_own),
    "tour_played": ("/chains?chain=weak_glute_med&step=drop&tour=weak_glute_med_story&stop=3", None),
    "tour_added": ("/stop_flags", adding),
    "accessibility": ("/accessibility", None),
    "follow_open": ("/follow", an_open_room),
    "follow_waiting": ("/follow?room=XXXX", no_room),
}


CLEAR: set[str] = set()
"""Looks of words in whose colours nothing is wrong: most of what is around a page is the same on all pages."""
IN_A_FRAME = [((700, 450), False), ((700, 450), True)]
"""What a course page gives a frame: these states are looked at in that size, too."""


def show(page, size, dark):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if dark else "light")
    return settled(page)


def arrived(server, open_page, state, size=DESK):
    path, act = STATES[state]
    page = settled(open_page(server + path, size))
    expect(page.get_by_text("For learning, not a diagnosis").last).to_be_visible()
    if act:
        act(page)
    return settled(page)


def in_all_looks(page, most=3, clear=None):
    """What is wrong in which look: {look: findings}, of those where something is; of each rule the first places.

    `clear`: see `serious`.
    """
    wrong, held = {}, {}
    embedded = "embed=true" in page.url
    for size, dark in [*LOOKS, *(IN_A_FRAME if embedded else [])]:
        show(page, size, dark)
        found = [] if dark else small_targets(page) + cut_off(page)  # of the dark page only the colours are looked at
        if held.setdefault(size, here := content(page)) != here:
            found.append("more than colours differs between light and dark")
        found += serious(page, colours_alone=dark, most=most, clear=clear)
        if found:
            wrong[f"{size[0]} {'dark' if dark else 'light'}"] = found
    return wrong


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_serious_and_everything_can_be_hit_read_and_heard(server, open_page, state):
    page = arrived(server, open_page, state)
    side = "Left" if state.endswith("_left") else "Right"
    for said in page.locator(".hc-plot").evaluate_all("all => all.map(e => e.ariaLabel)"):
        assert said.startswith(f"Diagram: {side} ")  # what is drawn; what is selected is in the quiz the question
        assert state.startswith("quiz") or "Selected: " in said or "Nothing selected" in said
    assert page.locator(".hc-said[aria-live=polite]").count() == page.locator(".hc-plot").count()
    wrong = in_all_looks(page, clear=CLEAR)
    assert not wrong, json.dumps(wrong, indent=1)


PAGES = [
    "/",
    "/rolling",
    "/chains",
    "/lab?strength=50",
    "/lab?part=tilt",
    "/evidence?claim=C015",
    "/where?place=knee_outer&condition=outer_knee_alternatives",
    "/self_check",
    "/exercises?exercise=clam",
    "/quiz",
]
PAGES += ["/handout?exercises=clam", "/stop_flags", "/accessibility", "/follow"]


def lost_at_200_percent(page):
    """What is cut off where the text is twice as large, and in half the window."""
    style = page.add_style_tag(content="html { font-size: 200% !important; }")
    settled(page)
    lost = cut_off(page)
    style.evaluate("e => e.remove()")
    show(page, (640, 400), dark=False)  # the same window at a zoom of 200 %
    return lost + cut_off(page)


@pytest.mark.parametrize("path", PAGES)
def test_text_at_200_percent_loses_nothing_and_every_stop_of_the_keyboard_is_seen(server, open_page, path):
    page = settled(open_page(server + path))
    lost = lost_at_200_percent(page)
    show(page, DESK, dark=False)
    page.emulate_media(reduced_motion="reduce")  # what fades in would not be there yet when it is measured
    stops = tab_stops(page, most=45)
    assert len(stops) >= 10
    unseen, unmarked = ([s["name"] for s in stops if not s[how]] for how in ("seen", "shown"))
    assert {"lost": lost, "unseen": unseen, "unmarked": unmarked} == {"lost": [], "unseen": [], "unmarked": []}


def test_motion_is_left_out_for_those_who_ask(server, open_page):
    page = settled(open_page(f"{server}/?structure=sartorius"))
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('.stApp *')].filter(e => { const s = getComputedStyle(e);
      return s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0); }).length"""
    assert page.evaluate(moving) == 0
