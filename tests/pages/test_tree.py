"""The family tree and the guess in the page say what they say in Python."""

import itertools
import random

import pytest
from witness import views
from witness.corpus import read

from tests.conftest import SEEDS
from tests.pages.conftest import opened

WALK = """(walks) => {
    const view = document.querySelector(".on-screen .tree");
    const rule = view.querySelector("[data-of=off]");
    const off = name => { rule.value = name; rule.dispatchEvent(new Event("change")); };
    const shown = () => [view.querySelector(".sentence").textContent,
        ...[...view.querySelectorAll("button[data-edge]")].map(each => each.dataset.edge + " = " +
            each.closest("tr").querySelector("td").firstChild.textContent),
        view.querySelectorAll("tr.detail li").length].join(" | ");
    return walks.map(walk => {
        off("");
        view.querySelector("[aria-expanded=true]")?.click();
        return walk.map(([act, value]) => {
            if (act === "off") off(value);
            else [...view.querySelectorAll("button[data-edge]")].find(each => each.dataset.edge === value).click();
            return shown();
        });
    });
}"""


@pytest.fixture(scope="module")
def tree():
    return views.tree(read(SEEDS))


def follow(tree, walk) -> list[str]:
    """The same walk in Python."""
    tree.off, tree.edge = "", ""
    states = []
    for act, value in walk:
        if act == "off":
            tree.off = value
        else:
            tree.edge = "" if tree.edge == value else value
        lines = tree.answer()[1]
        rows = [f"{left} {right} = {line[0]}" for (left, right, _), line in zip(tree.edges, lines, strict=True)]
        held = next((evidence for left, right, evidence in tree.edges if f"{left} {right}" == tree.edge), [])
        states.append(" | ".join([tree.sentence, *rows, str(len(held))]))
    return states


def test_the_page_follows_python_with_each_rule_switched_off_and_each_line_opened(chromium, seeds_report, tree):
    here = [["off", ""], *(["off", rule] for rule, _ in tree.rules)]
    here += [["edge", f"{left} {right}"] for left, right, _ in tree.edges]
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    walks = [
        *([each] for each in here),
        *(list(pair) for pair in itertools.permutations(here, 2)),
        *([chance.choice(here) for _ in range(20)] for _ in range(200)),
    ]
    with opened(chromium, seeds_report / "html" / "08-witnesses.html") as page:
        states = page.evaluate(WALK, walks)
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(tree, walk), walk


def test_the_evidence_of_a_line_opens_its_words(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "08-witnesses.html") as page:
        page.locator(".on-screen .tree [data-edge='001 002']").first.click()
        page.locator(".tree tr.detail").first.locator("a.address").first.click()
        assert page.locator("mark.opened").count() >= 1


def test_a_guess_is_answered_and_may_be_made_again(chromium, seeds_report):
    view = views.guess(read(SEEDS))
    with opened(chromium, seeds_report / "html" / "00-start-here.html") as page:
        place = page.locator(".on-screen .guess").first
        assert place.locator(".sentence").inner_text() == view.sentence
        assert place.locator(".families li").count() == 5
        for number in (5, 3, 1):
            view.guessed = number
            place.get_by_role("button", name=str(number), exact=True).click()
            assert place.locator(".sentence").inner_text() == view.sentence
            assert place.locator(".families li").count() == 3
        place.get_by_role("button", name="Guess again").click()
        view.guessed = 0
        assert place.locator(".sentence").inner_text() == view.sentence
