"""An address opens exactly the words it names, on any page, with or without script, or says why not."""

import re
from urllib.parse import quote

import pytest
from witness.corpus import read
from witness.report.pages import article_files, fragment
from witness.spans import Span

from tests.conftest import ODD, SEEDS
from tests.pages.conftest import opened

ODD_TEXT = ODD.removeprefix("\ufeff")


def marked(page) -> str:
    return "".join(page.locator("mark.opened").all_text_contents())


def spans_of(text: str, *passages: str) -> list[tuple[int, int]]:
    return [(text.index(each), text.index(each) + len(each)) for each in passages]


@pytest.mark.parametrize("file", ["html/article-002.html", "witness.html"])
def test_an_address_opens_its_words(chromium, seeds_report, file):
    article = read(SEEDS)["002"]
    start, end = spans_of(article.raw, "the International Space Station (ISS)")[0]
    with opened(chromium, f"{(seeds_report / file).as_uri()}#002:{start}-{end}") as page:
        assert marked(page) == "the International Space Station (ISS)"
        box = page.locator("mark.opened").first.bounding_box()
        assert 0 <= box["y"] <= page.viewport_size["height"]
        assert page.locator(".described a").inner_text() == f"002:{start}-{end}"


def test_an_address_over_two_paragraphs_opens_both_parts(chromium, seeds_report):
    article = read(SEEDS)["002"]
    start = article.raw.index("Russian space agency Roscosmos said")
    end = article.raw.index("The lunar space station will be") + len("The lunar")
    with opened(chromium, f"{(seeds_report / 'html/article-002.html').as_uri()}#002:{start}-{end}") as page:
        assert marked(page) == article.raw[start:end].replace("\n", "")


@pytest.mark.parametrize(
    "words", ["🚀", "👩‍🚀 at", "𝒻ancy", "nai\u0308ve", "naïve.", "غادرتا", "of it\rthird", "Second line of it"]
)
def test_offsets_count_code_points_whatever_the_text(chromium, odd_folder, odd_report, words):
    corpus = read(odd_folder)
    (start, end), file = spans_of(ODD_TEXT, words)[0], article_files(corpus)["odd"]
    with opened(chromium, f"{(odd_report / 'html' / file).as_uri()}#odd:{start}-{end}") as page:
        assert marked(page) == words.replace("\r", "")  # a bare return parts two pieces


def test_words_with_reordering_marks_in_them_are_opened_too(chromium, odd_folder, odd_report):
    raw = read(odd_folder)["hostile"].raw
    start, end = spans_of(raw, "order \u202eis reversed\u202c here")[0]
    with opened(chromium, f"{(odd_report / 'html/article-hostile.html').as_uri()}#hostile:{start}-{end}") as page:
        assert marked(page) == raw[start:end]


def test_changed_words_are_told_and_nothing_is_opened(chromium, seeds_report):
    path = (seeds_report / "html/article-001.html").as_uri()
    with opened(chromium, f"{path}#001:0-40~Somebody-else-wrote-this") as page:
        assert marked(page) == ""
        notice = page.locator("#notice").inner_text()
        assert "001:0-40 have changed" in notice
        assert "Somebody else wrote this" in notice


@pytest.mark.parametrize("place", ["001:999998-999999", "001:5-5"])
def test_a_place_that_is_not_there_is_told(chromium, seeds_report, place):
    with opened(chromium, f"{(seeds_report / 'html/article-001.html').as_uri()}#{place}") as page:
        assert f"No words stand at {place}" in page.locator("#notice").inner_text()


@pytest.mark.parametrize("place", ["%", "%E0%A4%A", ":::", "001:1-2~%ff", "<img src=x onerror=window.__pwned=1>:0-4"])
def test_a_hash_that_is_no_address_does_nothing(chromium, seeds_report, place):
    with opened(chromium, f"{(seeds_report / 'html/article-001.html').as_uri()}#{place}") as page:
        assert marked(page) == ""
        assert page.evaluate("window.__pwned") is None


@pytest.mark.parametrize("scripted", [True, False])
def test_every_link_of_the_report_lands_on_its_words(chromium, seeds_report, scripted):
    corpus = read(SEEDS)
    site = seeds_report / "html"
    ids = {path.name: set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))) for path in site.glob("*.html")}
    ids["../witness.html"] = set(re.findall(r'\bid="([^"]+)"', (seeds_report / "witness.html").read_text("utf-8")))
    links = 0
    for path in [*sorted(site.glob("*.html")), seeds_report / "witness.html"]:
        with opened(chromium, path, java_script_enabled=scripted) as page:
            hrefs = set(page.locator("a[href]").evaluate_all("all => all.map(each => each.getAttribute('href'))"))
        here = path.name if path.parent == site else "../witness.html"
        for href in hrefs:
            file, _, place = href.partition("#")
            assert (file or here) in ids, f"{path.name}: {href} leads to no page"
            assert not place or place in ids[file or here], f"{path.name}: {href} leads nowhere"
            if found := re.fullmatch(r"(.+:\d+-\d+)~(.*)", place):
                links += 1
                span = Span.parse(found[1])
                assert place == fragment(span, quote(found[2])) or "%" in place
                assert corpus.text(span)
    assert links > 300


def test_without_script_an_address_lands_on_its_paragraph(chromium, seeds_report):
    article = read(SEEDS)["003"]
    last = article.segments[-1].span
    path = f"{(seeds_report / 'html/article-003.html').as_uri()}#{last}"
    with opened(chromium, path, java_script_enabled=False) as page:
        box = page.locator(f'[id="{last}"]').bounding_box()
        assert 0 <= box["y"] <= page.viewport_size["height"]


def test_selected_words_get_a_link_that_opens_them_again(chromium, odd_report):
    path = (odd_report / "html/article-odd.html").as_uri()
    with opened(chromium, path) as page:
        page.evaluate("""() => { const words = document.querySelector(".words"); const text = words.firstChild;
            const range = document.createRange();
            range.setStart(text, text.data.indexOf("Liftoff")); range.setEnd(text, text.data.indexOf(" at last"));
            const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range) }""")
        link = page.locator(".described a")
        link.wait_for()
        href = link.get_attribute("href")
    with opened(chromium, path + href) as page:
        assert marked(page) == "Liftoff 👩‍🚀"


def test_copy_link_and_dispute_hold_the_address_the_words_and_the_rule(chromium, seeds_report):
    path = (seeds_report / "html/article-001.html").as_uri()
    with opened(chromium, f"{path}#001:4-11", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("button", name="Copy link").click()
        page.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"{path}#001:4-11~Russian"
        page.get_by_role("button", name="Dispute this").click()
        page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('dispute'))")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "Words: “Russian”" in copied
        assert "headline, by the rule first-title" in copied
