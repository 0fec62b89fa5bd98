"""The matrices in the page say what they say in Python, and search as Python searches."""

import itertools
import json
import random
from pathlib import Path

import pytest
from witness import views
from witness.corpus import read

from tests.conftest import SEEDS
from tests.pages.conftest import opened

CASES = json.loads((Path(__file__).parents[1] / "cases" / "search.json").read_text(encoding="utf-8"))

# Where each matrix stands: its page, and its number among the matrices of that page.
PLACES = {
    "names": ("07-other-words", 1),
    "differences": ("04-differences", 0),
    "claims": ("04-differences", 1),
    "coverage": ("05-silence", 0),
}

WALK = """([number, walks]) => {
    const view = [...new Map([...document.querySelectorAll(".witness-view[data-view=matrix]")].map(
        each => [each.dataset.model, each.querySelector(".matrix")])).values()][number];
    const control = name => view.querySelector(`[data-of=${name}]`);
    const set = (name, value) => {
        const box = control(name);
        if (!box) return;
        box.value = value;
        box.dispatchEvent(new Event(name === "words" ? "input" : "change"));
    };
    const shown = () => [view.querySelector(".sentence").textContent,
        ...[...view.querySelectorAll("tbody button[data-row]")].map(each => each.dataset.row),
        view.querySelectorAll("tr.detail blockquote").length].join(" | ");
    return walks.map(walk => {
        for (const name of ["tag", "group", "article", "words"]) set(name, "");
        control("aside")?.click();
        view.querySelector("[aria-expanded=true]")?.click();
        return walk.map(([act, value]) => {
            const titles = [...view.querySelectorAll("button[data-row]")];
            if (act === "row") titles.find(each => each.dataset.row === value)?.click();
            else if (act === "put aside") view.querySelector(".put-aside")?.click();
            else if (act === "bring back") control("aside")?.click();
            else set(act, value);
            return shown();
        });
    });
}"""


@pytest.fixture(scope="module", params=sorted(PLACES))
def matrix(request):
    return request.param, getattr(views, request.param)(read(SEEDS))


def state(view) -> str:
    """What the page shows of a state."""
    rows = view.shown
    chosen = next((row for row in rows if row[0] == view.row), None)
    quoted = sum(len(places) for _, _, places in chosen[5]) if chosen else 0
    return " | ".join([view.sentence, *(row[0] for row in rows), str(quoted)])


def follow(view, walk) -> list[str]:
    """The same walk in Python."""
    view.row, view.tag, view.group, view.article, view.aside, view.words = "", "", "", "", [], ""
    states = []
    for act, value in walk:
        visible = [row[0] for row in view.shown]
        if act == "row":
            if value in visible:
                view.row = "" if view.row == value else value
        elif act == "put aside":
            if view.puts_aside and view.row in visible:
                view.aside = [*view.aside, view.row]
        elif act == "bring back":
            view.aside = []
        elif (act != "words" or view.texts) and (act != "group" or len(view.groups) > 1):
            setattr(view, act, value)
        states.append(state(view))
    return states


def controls(view) -> list[list[str]]:
    found = [["tag", ""], *(["tag", tag] for tag in view.tags), *(["group", each] for each in view.groups)]
    found += [["article", key] for key, *_ in view.articles]
    found += [["row", row[0]] for row in view.rows[:12]]
    found += [["put aside", ""], ["bring back", ""]] if view.puts_aside else []
    return found + ([["words", "bar*, law"], ["words", "moon"], ["words", "nowhere to be seen"]] if view.texts else [])


def test_the_page_follows_python_through_every_state_and_walk(chromium, seeds_report, matrix):
    name, view = matrix
    page_name, number = PLACES[name]
    here = controls(view)
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    walks = [
        *([each] for each in here),
        *(list(pair) for pair in itertools.permutations(here, 2)),
        *([chance.choice(here) for _ in range(20)] for _ in range(200)),
    ]
    with opened(chromium, seeds_report / "html" / f"{page_name}.html") as page:
        states = page.evaluate(WALK, [number, walks])
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(view, walk), walk


def test_the_page_searches_as_python_does(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "05-silence.html") as page:
        for case in CASES:
            script = "([text, terms]) => document.querySelector('.matrix').places(text, terms)"
            assert page.evaluate(script, [case["text"], case["terms"]]) == case["places"], case


def test_a_cell_opens_its_words(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "04-differences.html") as page:
        row = page.locator(".matrix tr", has=page.locator("[data-row=signatories]")).first
        row.get_by_role("link", name="eight").click()
        assert page.locator("mark.opened").first.inner_text().startswith("Eight other countries")


def test_on_paper_every_answer_stands(chromium, seeds_report):
    view = views.claims(read(SEEDS))
    with opened(chromium, seeds_report / "html" / "04-differences.html", java_script_enabled=False) as page:
        paper = page.locator("[data-view=matrix] .on-paper").nth(1)
        for row in view.rows:
            assert row[1] in paper.inner_text()
