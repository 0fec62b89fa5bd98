"""The public edition in a browser: what it leaves out it says, and nothing in it is a control that cannot work."""

import pytest

from tests.pages.conftest import site_pages


def test_every_page_opens_and_says_what_it_is(visit, seeds_excerpts):
    for file in site_pages(seeds_excerpts):
        page = visit(file)
        assert page.locator("footer").inner_text().count("edition of excerpts") == 1


def test_the_room_shows_gaps_and_says_so(visit, seeds_excerpts):
    page = visit(seeds_excerpts / "html" / "02-shared-words.html")
    room = page.locator("[data-view=room]")
    assert "This edition shows excerpts of the articles." in room.locator("> .note").inner_text()
    text = room.locator(".sides").inner_text()
    assert "[28 words]" in text
    assert "\ufdd0" not in page.content().split("<script")[0] + room.inner_text()
    room.get_by_role("button", name="Next passage").click()
    assert "Passage 1 of" in room.locator(".detail").inner_text()


def test_no_field_searches_what_is_not_there(visit, seeds_excerpts):
    page = visit(seeds_excerpts / "html" / "05-silence.html")
    assert page.locator("input[type=search]").count() == 0
    assert "search field" not in page.locator("main").inner_text()
    assert "this edition carries no text to search" in page.locator("[data-view=matrix] > .note").first.inner_text()


def test_an_address_in_a_gap_leads_there_and_says_so(visit, seeds_excerpts):
    for file in ("html/article-000.html", "witness.html"):
        page = visit((seeds_excerpts / file).as_uri() + "#000:1066-1118~The-International-Scientific-Lunar")
        page.wait_for_function("document.getElementById('notice').textContent.includes('excerpts')")
        notice = page.locator("#notice").inner_text()
        assert notice == ("This edition shows excerpts: of the words at 000:1066-1118 it leaves some out, or all.")
        assert page.locator("mark.opened").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_words_that_are_shown_open_at_their_address(visit, seeds_excerpts, width):
    page = visit((seeds_excerpts / "html" / "article-001.html").as_uri() + "#001:1579-1582~our",
                 viewport={"width": width, "height": 800})  # fmt: skip
    assert page.locator("mark.opened").inner_text() == "our"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
