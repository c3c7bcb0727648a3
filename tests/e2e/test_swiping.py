"""What a touch screen reader meets by swiping: buttons in the accessibility tree, pressed without pointer or keys."""

from playwright.sync_api import expect

from tests.e2e.reader import card
from tests.e2e.waiting import ready, settled

LIST = ".hc-list button"
ORDER = "document.querySelector('.hc-diagram').__diagram.stage.picture.order"
NAMES = "document.querySelector('.hc-diagram').__diagram.stage.picture.figure.hipchain.names"


def swiped_to(page):
    """The buttons in the order of the accessibility tree."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    children = {n["nodeId"]: n.get("childIds", []) for n in nodes}
    by_id = {n["nodeId"]: n for n in nodes}
    found = []

    def walk(node):
        if node not in by_id:
            return
        if not by_id[node].get("ignored") and by_id[node].get("role", {}).get("value") == "button":
            found.append(by_id[node]["name"]["value"])
        for child in children[node]:
            walk(child)

    walk(nodes[0]["nodeId"])
    return found


def test_every_structure_in_the_picture_is_a_button_in_the_order_of_the_arrow_keys(server, open_page):
    page = ready(open_page(f"{server}/?structure=none&hide=gluteus_medius", (390, 844), touch=True))
    names = page.evaluate(f"{ORDER}.map(id => {NAMES}[id])")
    assert len(names) > 8
    assert "Gluteus medius" not in names
    met = swiped_to(page)
    first = met.index(names[0])
    assert met[first : first + len(names)] == names
    assert page.locator(LIST).evaluate_all("all => all.every(b => b.tabIndex === -1)")
    page.get_by_role("button", name="Gluteus maximus", exact=True).evaluate("b => b.click()")
    expect(card(page)).to_have_text("Gluteus maximus")
    expect(page.locator(".hc-said")).to_have_text("Gluteus maximus")
    settled(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Deep", exact=True).tap()
    settled(page)
    assert page.locator(LIST).all_inner_texts() == page.evaluate(f"{ORDER}.map(id => {NAMES}[id])")


def test_find_is_answered_by_letters_and_by_swiping_alone(server, open_page):
    page = settled(open_page(f"{server}/quiz?modes=find", (390, 844), touch=True))
    page.get_by_role("button", name="Start").evaluate("b => b.click()")
    ready(page)
    assert page.locator(LIST).count() == 0  # names would give it away
    assert "Answer by letters instead" in swiped_to(page)
    page.get_by_role("button", name="Answer by letters instead").evaluate("b => b.click()")
    expect(page.locator(".st-key-quiz_choices button")).not_to_have_count(0)
    settled(page)
    letters = page.locator(".st-key-quiz_choices button").all_inner_texts()
    assert [met for met in swiped_to(page) if met in letters] == letters
    page.locator(".st-key-quiz_choices button").first.evaluate("b => b.click()")
    expect(page.get_by_role("button", name="Next")).to_be_visible()
