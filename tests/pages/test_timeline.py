"""The timeline in the page says what the one in Python says."""

import itertools
import random

import pytest
from witness import views
from witness.corpus import read

from tests.conftest import SEEDS
from tests.pages.conftest import opened

WALK = """(walks) => {
    const view = document.querySelector(".on-screen .timeline");
    const control = name => view.querySelector(`[data-of=${name}]`);
    const set = (name, value) => {
        const box = control(name);
        if (box.type === "checkbox") box.checked = value;
        else box.value = value;
        box.dispatchEvent(new Event(name === "later" ? "input" : "change"));
    };
    const told = row => row.querySelector("a, .address").textContent + " = " +
        row.querySelector("td").firstChild.textContent;
    const shown = () => [view.querySelector(".sentence").textContent,
        ...[...view.querySelectorAll("tbody tr")].map(told)].join(" | ");
    const start = [["later", 0], ["furniture", false], ["near", false], ["article", ""]];
    return walks.map(walk => {
        for (const [name, value] of start) set(name, value);
        return walk.map(([name, value]) => { set(name, value); return shown(); });
    });
}"""


@pytest.fixture(scope="module")
def timeline():
    return views.timeline(read(SEEDS))


def follow(view, walk) -> list[str]:
    """The same walk in Python."""
    view.later, view.furniture, view.near, view.article = 0, False, False, ""
    states = []
    for name, value in walk:
        setattr(view, name, value)
        rows = [
            f"{each[0][4]} = {(each[1] if each[1] == each[2] else f'{each[1]} to {each[2]}') or 'not resolved'}"
            for each in view.shown
        ]
        states.append(" | ".join([view.sentence, *rows]))
    return states


def test_the_page_follows_python_through_every_state_and_walk(chromium, seeds_report, timeline):
    here = [["later", -14], ["later", 14], ["later", 2], ["later", 0], ["furniture", True], ["furniture", False]]
    here += [["near", True], ["near", False], ["article", ""], *(["article", key] for key, *_ in timeline.articles)]
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    walks = [
        *([each] for each in here),
        *(list(pair) for pair in itertools.permutations(here, 2)),
        *([chance.choice(here) for _ in range(20)] for _ in range(200)),
    ]
    with opened(chromium, seeds_report / "html" / "06-time.html") as page:
        states = page.evaluate(WALK, walks)
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(timeline, walk), walk


def test_two_days_later_tuesday_is_the_same_and_eight_days_later_another(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "06-time.html") as page:
        view = page.locator(".on-screen .timeline").first
        tuesday = view.locator("tbody tr", has_text="This past Tuesday")
        assert "2021-03-09" in tuesday.inner_text()
        view.locator("[data-of=later]").fill("2")
        assert "2021-03-09" in tuesday.inner_text()
        view.locator("[data-of=later]").fill("8")
        assert "2021-03-16" in tuesday.inner_text()


def test_a_date_opens_its_words(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "06-time.html") as page:
        page.locator(".on-screen .timeline").first.get_by_role("link", name="October last year").first.click()
        assert page.locator("mark.opened").first.inner_text() == "October last year"
