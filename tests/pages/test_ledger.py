"""The ledger in the page says what the ledger in Python says, in every state a reader can bring it into."""

import itertools
import random

import pytest
from witness import views
from witness.corpus import read
from witness.views.view import per_cent

from tests.conftest import SEEDS
from tests.pages.conftest import opened

# Brings the view into each state in turn, by real clicks, and tells what it shows.
WALK = """(walks) => {
    const view = document.querySelector(".on-screen .ledger");
    const [undo, reset] = view.querySelectorAll("button");
    const select = view.querySelector("select");
    const shown = () => [view.querySelector(".sentence").textContent, ...[...view.querySelectorAll(".totals tbody tr")]
        .map(row => row.cells[2].textContent + " " + row.cells[3].textContent)].join(" | ");
    const first = select.value;
    return walks.map(walk => {
        reset.click(); select.value = first; select.dispatchEvent(new Event("change"));
        return walk.map(([act, value]) => {
            if (act === "open") { select.value = value; select.dispatchEvent(new Event("change")); }
            else if (act === "undo") undo.click();
            else if (act === "reset") reset.click();
            else [...view.querySelectorAll("input")].find(input => input.value === value).click();
            return shown();
        });
    });
}"""


def shown(ledger) -> str:
    rows = ledger.kept().itertuples(index=False)
    return " | ".join([ledger.sentence, *(f"{row.kept:,} {per_cent(row.kept, row.words)}" for row in rows)])


def follow(ledger, walk) -> list[str]:
    """The same walk in Python."""
    ledger.moves, ledger.article = [], ledger.articles[0][0]
    states = []
    for act, value in walk:
        if act == "open":
            ledger.article = value
        elif act == "undo":
            ledger.undo()
        elif act == "reset":
            ledger.moves = []
        elif ledger.counts(value):
            ledger.drop(value)
        else:
            ledger.keep(value)
        states.append(shown(ledger))
    return states


def controls(ledger) -> list[tuple[str, str]]:
    """Every control of the open page, at every value it can take."""
    pages = [("open", key) for key, *_ in ledger.articles]
    kinds = [("tick", kind) for kind, _ in ledger.kinds]
    pieces = [("tick", f"{key}:{start}-{end}") for key, start, end, *_ in ledger.pieces if key == ledger.article]
    return [*pages, *kinds, *pieces, ("undo", ""), ("reset", "")]


@pytest.fixture(scope="module")
def ledger():
    return views.ledger(read(SEEDS))


def compare(chromium, report, ledger, walks):
    with opened(chromium, report / "html" / "01-the-pages.html") as page:
        states = page.evaluate(WALK, walks)
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(ledger, walk), walk


def test_every_value_of_every_control(chromium, seeds_report, ledger):
    compare(chromium, seeds_report, ledger, [[each] for each in controls(ledger)])


def test_every_pair_of_controls(chromium, seeds_report, ledger):
    here = controls(ledger)
    pairs = [list(pair) for pair in itertools.permutations(here, 2) if pair[0][0] != "open" or pair[1][0] != "tick"]
    opening = {
        key: [("tick", f"{k}:{s}-{e}") for k, s, e, *_ in ledger.pieces if k == key] for key, *_ in ledger.articles
    }
    pairs += [[("open", key), piece] for key, pieces in opening.items() for piece in pieces]
    compare(chromium, seeds_report, ledger, pairs)


def test_two_hundred_walks_of_twenty_steps(chromium, seeds_report, ledger):
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    walks = []
    for _ in range(200):
        ledger.moves, ledger.article = [], ledger.articles[0][0]
        walk = []
        for _ in range(20):
            step = chance.choice(controls(ledger))
            if step[0] == "open":
                ledger.article = step[1]
            walk.append(list(step))
        walks.append(walk)
    compare(chromium, seeds_report, ledger, walks)
