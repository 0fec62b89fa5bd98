"""The ladder in the page says what the one in Python says."""

import itertools
import random

import pytest
from witness import views
from witness.corpus import read

from tests.conftest import SEEDS
from tests.pages.conftest import opened

WALK = """(walks) => {
    const view = document.querySelector(".on-screen .ladder");
    const choice = view.querySelector("select");
    const [previous, next] = view.querySelectorAll("button");
    const first = choice.value;
    const open = number => { choice.value = number; choice.dispatchEvent(new Event("change")); };
    const shown = () => [view.querySelector(".sentence").textContent, choice.value,
        ...[...view.querySelectorAll(".rungs > li")].map(rung => rung.querySelector("strong").textContent + " " +
            [...rung.querySelectorAll(".chain li")].map(step => step.textContent).join(" < "))].join(" | ");
    return walks.map(walk => {
        open(first);
        return walk.map(([act, value]) => {
            if (act === "open") open(value);
            else (value > 0 ? next : previous).click();
            return shown();
        });
    });
}"""


@pytest.fixture(scope="module")
def ladder():
    return views.ladder(read(SEEDS))


def follow(ladder, walk) -> list[str]:
    """The same walk in Python."""
    numbers = [number for number, *_ in ladder.utterances]
    ladder.utterance = numbers[0]
    states = []
    for act, value in walk:
        if act == "open":
            ladder.utterance = value
        else:
            ladder.utterance = numbers[(numbers.index(ladder.utterance) + value) % len(numbers)]
        rungs = next(rungs for number, _, rungs in ladder.utterances if number == ladder.utterance)
        told = [f"{rung[7]} {' < '.join(rung[6])}" for rung in rungs]
        states.append(" | ".join([ladder.sentence, str(ladder.utterance), *told]))
    return states


def controls(ladder) -> list[list[object]]:
    return [*(["open", number] for number, *_ in ladder.utterances), ["step", 1], ["step", -1]]


def test_the_page_follows_python_through_every_state_and_walk(chromium, seeds_report, ladder):
    here = controls(ladder)
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    walks = [
        *([each] for each in here),
        *(list(pair) for pair in itertools.permutations(here, 2)),
        *([chance.choice(here) for _ in range(20)] for _ in range(200)),
    ]
    with opened(chromium, seeds_report / "html" / "03-quotations.html") as page:
        states = page.evaluate(WALK, walks)
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(ladder, walk), walk


def test_a_slip_is_marked_and_opens(chromium, seeds_report, ladder):
    slip = next(number for number, _, rungs in ladder.utterances if any(rung[7] == "slip" for rung in rungs))
    with opened(chromium, seeds_report / "html" / "03-quotations.html") as page:
        page.locator(".on-screen .ladder select").select_option(str(slip))
        rung = page.locator(".ladder .rungs > li", has_text="slip:")
        assert (rung.locator("del").inner_text(), rung.locator("ins").inner_text()) == ("outer", "our")
        assert rung.locator(".chain li").all_inner_texts() == ["001", "CNN", "Roscosmos"]
        rung.get_by_role("link", name="Open these words").click()
        assert "our space" in page.locator("mark.opened").first.inner_text()


def test_on_paper_every_version_stands(chromium, seeds_report, ladder):
    for scripted in (True, False):
        with opened(chromium, seeds_report / "html" / "03-quotations.html", java_script_enabled=scripted) as page:
            page.emulate_media(media="print")
            paper = page.locator("[data-view=ladder] .on-paper")
            assert paper.is_visible()
            assert paper.locator("tbody tr").count() == sum(len(rungs) for _, _, rungs in ladder.utterances)
