"""The reading room in the page says what the one in Python says, and opens what an address names."""

import itertools
import random

import pytest
from witness import views
from witness.corpus import read
from witness.passages import KINDS
from witness.views.room import CREDITS

from tests.conftest import SEEDS
from tests.pages.conftest import opened

# Brings the view into each state in turn, by real events, and tells what it shows.
WALK = """async (walks) => {
    const view = document.querySelector(".on-screen .room");
    const [left, right] = view.querySelectorAll("select");
    const slider = view.querySelector("input[type=range]");
    const [previous, next] = [...view.querySelectorAll(".controls button")];
    const boxes = [...view.querySelectorAll("input[type=checkbox]")];
    const opening = { left: left.value, right: right.value };
    const change = (control, value, event) => { control.value = value; control.dispatchEvent(new Event(event)); };
    const settle = async () => { await null; await null; };
    const shown = () => view.querySelector(".sentence").textContent + " " +
        (view.querySelector(".detail strong")?.textContent ?? "");
    const all = [];
    for (const walk of walks) {
        for (const box of boxes) if (box.checked !== !["furniture", "quoted"].includes(box.dataset.of)) box.click();
        change(left, opening.left, "change"); change(right, opening.right, "change"); change(slider, 6, "input");
        await settle();
        const states = [];
        for (const [act, value] of walk) {
            if (act === "left") change(left, value, "change");
            else if (act === "right") change(right, value, "change");
            else if (act === "least") change(slider, value, "input");
            else if (act === "step") (value > 0 ? next : previous).click();
            else boxes.find(box => box.dataset.of === act && (!value || box.value === value)).click();
            await settle();
            states.push(shown());
        }
        all.push(states);
    }
    return all;
}"""


@pytest.fixture(scope="module")
def room():
    return views.room(read(SEEDS))


def toggled(values: list[str], value: str, order: tuple[str, ...]) -> list[str]:
    return [each for each in order if (each in values) != (each == value)]


def follow(room, walk) -> list[str]:
    """The same walk in Python."""
    room.kinds, room.credits, room.furniture, room.least, room.passage = list(KINDS), list(CREDITS), False, 6, -1
    room.left, room.right = "000", "003"
    states = []
    for act, value in walk:
        if act == "step":
            room.step(value)
        elif act == "quoted":
            room.quoted = not room.quoted
        else:
            room.passage = -1
            if act == "kinds":
                room.kinds = toggled(room.kinds, value, KINDS)
            elif act == "credits":
                room.credits = toggled(room.credits, value, CREDITS)
            elif act == "furniture":
                room.furniture = not room.furniture
            else:
                setattr(room, act, value)
        shown = room.shown()
        chosen = f"Passage {shown.index(room.passage) + 1} of {len(shown)}" if room.passage in shown else ""
        states.append(f"{room.sentence} {chosen}")
    return states


def controls(room, slider: tuple[int, ...]) -> list[list[object]]:
    keys = [article[0] for article in room.articles]
    return [
        *(["left", key] for key in keys), *(["right", key] for key in keys), *(["least", value] for value in slider),
        *(["kinds", kind] for kind in KINDS), *(["credits", credit] for credit in CREDITS),
        ["furniture", ""], ["quoted", ""], ["step", 1], ["step", -1],
    ]  # fmt: skip


def compare(chromium, report, room, walks):
    with opened(chromium, report / "html" / "02-shared-words.html") as page:
        page.set_default_timeout(240_000)
        states = page.evaluate(WALK, walks)
    for walk, seen in zip(walks, states, strict=True):
        assert seen == follow(room, walk), walk


def test_every_value_of_every_control(chromium, seeds_report, room):
    compare(chromium, seeds_report, room, [[each] for each in controls(room, tuple(range(4, 61)))])


def test_every_pair_of_controls(chromium, seeds_report, room):
    compare(
        chromium, seeds_report, room, [list(pair) for pair in itertools.permutations(controls(room, (4, 30, 60)), 2)]
    )


def test_two_hundred_walks_of_twenty_steps(chromium, seeds_report, room):
    chance = random.Random(2021)  # noqa: S311 - a seeded walk, not a secret
    here = controls(room, tuple(range(4, 61, 7)))
    compare(chromium, seeds_report, room, [[chance.choice(here) for _ in range(20)] for _ in range(200)])


def test_the_address_of_a_passage_opens_it(chromium, seeds_report, room):
    number = next(at for at, each in enumerate(room.passages) if (each[0], each[3]) == ("001", "002") and each[7] > 100)
    left, start, end, right, other_start, other_end, *_ = room.passages[number]
    place = f"#passage/{left}:{start}-{end}/{right}:{other_start}-{other_end}"
    for file in ("html/02-shared-words.html", "witness.html"):
        with opened(chromium, (seeds_report / file).as_uri() + place) as page:
            view = page.locator(".on-screen .room")
            assert view.locator(".sentence").inner_text().startswith("001 and 002: ")
            marks = view.locator(".sides > div mark.chosen")
            assert "our space" in "".join(marks.all_text_contents())
            assert "outer space" in "".join(marks.all_text_contents())
            assert "our → outer" in view.locator(".detail li").all_inner_texts()
            for side in (0, 1):
                inside = (
                    view.locator(".text")
                    .nth(side)
                    .evaluate(
                        """text => { const [outer, mark] = [text, text.querySelector("mark.chosen")]
                        .map(each => each.getBoundingClientRect());
                        return mark.top < outer.bottom && mark.bottom > outer.top }"""
                    )
                )
                assert inside
        with opened(chromium, (seeds_report / file).as_uri() + place, java_script_enabled=False) as page:
            assert page.locator(f'[id="{place[1:]}"]').count() == 1


def test_choosing_by_keyboard_moves_both_texts_and_not_the_page(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "02-shared-words.html") as page:
        text = page.locator(".on-screen .room .text").first
        text.focus()
        before = page.evaluate("scrollY")
        for _ in range(5):
            page.keyboard.press("n")
        assert page.locator(".detail strong").inner_text() == "Passage 5 of 5"
        assert page.evaluate("scrollY") == before
        page.keyboard.press("p")
        assert page.locator(".detail strong").inner_text() == "Passage 4 of 5"


def test_on_paper_every_passage_is_listed_with_its_context(chromium, seeds_report, room):
    for scripted in (True, False):
        with opened(chromium, seeds_report / "html" / "02-shared-words.html", java_script_enabled=scripted) as page:
            page.emulate_media(media="print")
            paper = page.locator("[data-view=room] .on-paper")
            assert paper.is_visible()
            assert paper.locator("tbody tr").count() == len(room.passages)
            assert paper.locator("tbody .address").count() == 2 * len(room.passages)


def test_the_room_answers_within_a_tenth_of_a_second(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "02-shared-words.html") as page:
        spent = page.evaluate("""async () => { const spent = [];
            for (let round = 0; round < 5; round += 1) { const started = performance.now();
                document.querySelectorAll(".on-screen .room .controls button")[1].click();
                await Promise.resolve();
                document.body.getBoundingClientRect();
                spent.push(performance.now() - started); }
            return spent.sort((one, other) => one - other)[2] }""")
    assert spent <= 100
