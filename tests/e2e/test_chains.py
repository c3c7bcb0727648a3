"""A chain in a real browser: arrows by mouse, finger and keyboard, deep links, the way to a card and back."""

import pytest
from playwright.sync_api import expect

from components.chains.overlay import items
from data.catalog import catalog
from tests.e2e.reader import SPOT, arrived, card, press, said_in_address, tap
from tests.e2e.waiting import load, ready, settled

CHAINS = catalog().chains
CENTRES = """selector => [...document.querySelectorAll(selector)].map(e => {
  const box = e.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})"""


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_every_arrow_of_every_step_can_be_tapped(server, open_page, touch):
    """The whole chain on a desk and on a tablet; the sign at an arrow's middle opens its link."""
    size = (820, 1180) if touch else (1280, 800)
    chain = CHAINS["weak_glute_med"]
    page = ready(open_page(f"{server}/chains?chain={chain.id}", size, touch=touch))
    for step in chain.steps:
        expect(page.locator(".hc-told")).to_have_text(step.title)
        page.wait_for_selector(f".hc-extra[data-ids='{' '.join(step.edges)}']", state="attached")
        for number, edge in enumerate(step.edges):
            x, y = settled(page).evaluate(CENTRES, ".hc-x-badge")[number]
            page.touchscreen.tap(x, y) if touch else page.mouse.click(x, y)
            page.wait_for_url(f"**edge={edge.replace('>', '%3E')}*")
            expect(page.locator(".st-key-chain_edge")).to_contain_text(chain.edge(edge).mechanism)
        if step is not chain.steps[-1]:
            press(page.get_by_role("button", name="Next"))
    expect(page.get_by_role("button", name="Next")).to_be_disabled()


@pytest.mark.parametrize("chain", CHAINS)
def test_arrows_join_what_they_name(server, open_page, chain):
    found = CHAINS[chain]
    step = found.steps[0]
    page = ready(open_page(f"{server}/chains?chain={chain}&step={step.id}"))
    drawn = [i for i in items(found, step, None) if i["kind"] == "node"]
    expect(page.locator(".hc-x-node")).to_have_count(len(drawn))
    for node, (x, y) in zip(drawn, page.evaluate(CENTRES, ".hc-x-node"), strict=True):
        assert page.evaluate(SPOT, list(node["at"])) == pytest.approx([x, y], abs=1.5)


def test_a_chain_by_keyboard_alone(server, open_page):
    page = ready(open_page(f"{server}/chains?chain=overactive_tfl&step=turn"))
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hc-told")).to_have_text("Down at the knee")
    link = page.get_by_role("link", name="Nerve look-alike → Front-outer hip ache")
    settled(page)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".hc-told")).to_have_text("The look-alike")
    said_in_address(page, edge="lookalike>front_hip_ache")


def test_from_a_tissue_to_its_card_and_back_to_the_chain(server, open_page):
    page = ready(open_page(f"{server}/chains?chain=weak_glute_med&step=pull"))
    tap(page, -75, -20)
    press(page.get_by_role("link", name="Gluteus maximus: open its card"))
    expect(card(ready(page))).to_have_text("Gluteus maximus")
    ready(load(page, f"{server}/?structure=tensor_fasciae_latae&view=lateral&layer=surface"))
    page.get_by_text("Its part in the three chains").click()
    press(page.get_by_role("link", name="See its place").first)
    arrived(page, "**/chains?chain=*")
    expect(page.locator(".hc-told")).to_be_visible()
