"""Two pasted texts, compared in the page as Python compares them; nothing of them leaves it."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from witness import views

from tests.conftest import HOSTILE, ODD
from tests.pages.conftest import opened
from tests.pages.test_pages import AXE, violations

CASES = json.loads((Path(__file__).parents[1] / "cases" / "paste.json").read_text(encoding="utf-8"))

IN_CODE_POINTS = """cases => { const found = document.querySelector(".paste").inCommon;
    return cases.map(({left, right, least}) => [[left, right], [right, left]].map(([text, other]) =>
        found(text, other, least).map(span => span.map(unit => [...text.slice(0, unit)].length)))) }"""

FILL = """([left, right, least]) => { const view = document.querySelector(".on-screen .paste");
    const set = (name, value) => { const box = view.querySelector(`[data-of=${name}]`);
        box.value = value; box.dispatchEvent(new Event("input")); };
    set("left", left); set("right", right); set("least", least);
    return [view.querySelector(".sentence").textContent,
        ...[...view.querySelectorAll(".text")].map(each => each.textContent),
        ...[...view.querySelectorAll(".text")].map(each =>
            [...each.querySelectorAll("mark")].map(mark => mark.textContent)),
        [...view.querySelectorAll("tbody tr")].map(row => row.cells[2].textContent)] }"""


@pytest.fixture
def page(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "09-your-turn.html") as page:
        yield page


def test_the_page_finds_what_python_finds(page):
    for case, found in zip(CASES, page.evaluate(IN_CODE_POINTS, CASES), strict=True):
        assert found == case["places"], case


@pytest.mark.parametrize("least", [2, 4, 6, 20])
def test_sentence_marks_and_list_are_pythons_for_any_texts(page, least):
    chance = random.Random(least)  # noqa: S311 - a seeded choice, not a secret
    vocabulary = ["One", "two", "naïve", "👩‍🚀", "x\u0301y,", "THREE.", "\n", "“four”"]
    texts = [" ".join(chance.choices(vocabulary, k=60)) for _ in range(6)]
    for left, right in [
        *pairwise(texts),
        (ODD.replace("\r", ""), ODD.upper().replace("\r", "")),
        ("", "x"),
    ]:
        view = views.Paste(left=left, right=right, least=least)
        told = page.evaluate(FILL, [left, right, least])
        marked = [[text[a:b] for a, b in found] for text, found in zip((left, right), view.shared(), strict=True)]
        assert told == [view.sentence, left, right, *marked, marked[0]]


def test_a_hundred_thousand_characters_are_compared_at_once_and_the_rest_is_said_to_be_left_out(page):
    chance = random.Random(8)  # noqa: S311
    words = [f"wörd{number}" for number in range(3000)]
    left = " ".join(chance.choices(words, k=20_000))
    right = left[5_000:60_000] + " ".join(chance.choices(words, k=20_000))
    view = views.Paste(left=left, right=right)
    page.evaluate(FILL, [left, right, 6])
    assert page.locator(".on-screen .paste .sentence").text_content() == view.sentence
    assert "characters of the first text are left out" in view.sentence
    many = [f"left{number} right{number}" for number in range(5_000)]  # a mark for every third word
    page.evaluate(FILL, [" one ".join(many), " two ".join(reversed(many)), 2])
    assert page.locator(".on-screen .paste mark").count() > 7_000
    slowest = page.evaluate("""() => { const field = document.querySelector(".on-screen [data-of=left]");
        return Math.max(...[1, 2, 3].map(() => { const started = performance.now(); field.value += " more";
            field.dispatchEvent(new Event("input")); document.body.getBoundingClientRect();
            return performance.now() - started; })) }""")
    assert slowest < 1500  # on a machine that does other things too


def test_it_is_used_by_keyboard_and_keeps_nothing(page):
    first = page.get_by_label("Your first text")
    first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Two ships left the old port at dawn.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.of") == "right"
    page.keyboard.press("Control+A")
    page.keyboard.type("He saw two ships left the old port.")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.of") == "least"
    page.keyboard.press("ArrowLeft")
    sentence = page.locator(".on-screen .paste .sentence").inner_text()
    assert sentence.startswith("6 of 8 words of the first text, 75%, and 6 of 8 of the second, 75%, stand in runs of 5")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "neither stored nor sent" in page.locator(".on-screen .paste").inner_text()
    assert "witness report FOLDER -o OUT" in page.locator(".on-screen .paste").inner_text()
    page.reload()
    assert "bridge" in first.input_value()


def test_hostile_text_stays_text(page):
    page.evaluate(FILL, [HOSTILE, HOSTILE, 2])
    assert page.evaluate("window.__pwned") is None
    assert "<script>window.__pwned = 1</script>" in page.locator(".on-screen .paste .text").first.inner_text()
    assert page.locator(".on-screen .paste .text .unseen").count() == 10
    assert page.locator(".on-screen .paste :is(script, img, svg)").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_when_it_is_full(chromium, seeds_report, width, scheme):
    shape = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    with opened(chromium, seeds_report / "html" / "09-your-turn.html", **shape) as page:
        page.evaluate(FILL, [HOSTILE * 3, HOSTILE, 2])
        page.evaluate(AXE)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
