"""Differences between accounts: planted in invented events by other writers, and those of the seeds."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from witness.corpus import from_texts, read
from witness.differences import differences

from tests.conftest import SEEDS

EVENTS = Path(__file__).parent / "golden" / "differences"
SETS = {"first": ("one", "two"), "second": ("three", "four"), "third": ("five", "six"), "fourth": ("seven", "eight")}
FLOORS = {
    row["set"]: row
    for row in json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))
    if row["what"] == "differences"
}


def found(left: str, right: str) -> list[tuple[str, str]]:
    return [(each.kind, each.sentence) for each in differences(from_texts({"1": left, "2": right}))]


def test_two_counts_of_one_thing():
    left = "Fire crews pulled seven people from the burning ferry."
    right = "Nine people were pulled from the burning ferry by fire crews."
    assert found(left, right) == [("number", "Of one matter 1 has “seven people”, and 2 “Nine people”.")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Fire crews pulled a dozen people from the burning ferry.", "12 people were pulled from the burning ferry."),
        (
            "Fire crews pulled more than ten people from the burning ferry.",
            "12 people were pulled from the burning ferry.",
        ),
        ("Fire crews pulled seven people from the burning ferry.", "Nine ships passed the burning lighthouse at dawn."),
        ("The harbour opened on 3 May 2019, the board said.", "The board said that the harbour opened in May 2019."),
    ],
)
def test_what_can_both_be_true_is_no_difference(left, right):
    assert found(left, right) == []


def test_two_promises_of_unlike_strength():
    (only,) = found("The board will close the old harbour in June.", "The board may close the old harbour in June.")
    assert only == ("modality", "1 says “will close” (certainty), 2 “may close” (possibility).")


def test_two_days():
    ((kind, sentence),) = found(
        "The board closed the old harbour on 3 May 2019.", "On 5 May 2019 the old harbour was closed by the board."
    )
    assert kind == "date"
    assert "2019-05-03" in sentence


def event(name: str):
    """An event's corpus, and where its planted differences are, by their common label."""
    days = json.loads((EVENTS / name / "dates.json").read_text(encoding="utf-8"))
    bare = from_texts({path.stem: path.read_text(encoding="utf-8") for path in sorted((EVENTS / name).glob("*.txt"))})
    corpus = replace(bare, articles=tuple(replace(each, published=days[each.key]) for each in bare))
    planted = []
    for line in (EVENTS / name / "key.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = []
        for side in ("left", "right"):
            at = corpus[row[side]].raw.index(row[f"{side}_text"])
            sides.append((row[side], at, at + len(row[f"{side}_text"])))
        planted.append((row["same"], *sides))
    return corpus, planted


def meets(span, side) -> bool:
    key, start, end = side
    return span.article == key and span.start < end and start < span.end


@pytest.mark.parametrize("name", FLOORS)
def test_planted_differences_are_found(name):
    told = right = 0
    labels, hits = set(), set()
    for place in SETS[name]:
        corpus, planted = event(place)
        labels |= {(place, label) for label, *_ in planted}
        for each in differences(corpus):
            met = [label for label, left, other in planted if meets(each.left, left) and meets(each.right, other)]
            hits |= {(place, label) for label in met}
            told, right = told + 1, right + bool(met)
    assert len(hits) / len(labels) >= FLOORS[name]["recall_share"], sorted(labels - hits)
    assert right / told >= FLOORS[name]["precision_share"]


def test_five_of_the_first_ten_candidates_of_the_seeds_are_true_differences():
    corpus = replace(read(SEEDS), names=(), topics=(), claims=())
    first = {(each.kind, each.left.article, each.right.article) for each in differences(corpus)[:10]}
    true = {  # by reading: who speaks the road-map sentence; agreed or planned; seven or eight signatories
        ("speaker", "000", "001"), ("speaker", "000", "002"), ("speaker", "001", "003"), ("speaker", "002", "003"),
        ("modality", "000", "004"), ("number", "000", "001"), ("number", "001", "003"),
    }  # fmt: skip
    assert len(first & true) >= 5
