"""Who leans on whom: on the seeds, on families keyed by readers, and on small articles one holds in the head."""

import json
from pathlib import Path

import pytest
from witness.corpus import from_texts, read
from witness.dependence import RULES, edges, groups

from tests.conftest import SEEDS

FAMILIES = Path(__file__).parent / "golden" / "families"
FLOORS = {
    row["set"]: row
    for row in json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))
    if row["what"] == "dependence"
}

STORY = (
    "The old harbour will be closed to all ships for three years because the quay is sinking into the mud, and nobody "
    "in the town knows who will pay for the long way round to the market on the other side of the bay."
)
OTHER = "A dozen fishermen drank tea in the rain and said nothing to anybody who came to ask them about it that day."


def edge(left: str, right: str):
    (found,) = edges(from_texts({"1": left, "2": right}))
    return found


def test_a_copy_with_a_line_of_credit_leans():
    page = f"Quay sinks\n\nHarbour Gazette\n\n{STORY}\n\n{OTHER}\n"
    found = edge(
        page, f"A quay is sinking\n\nCoast Online\n\n{STORY}\n\nThis article first appeared in the Harbour Gazette.\n"
    )
    assert (found.kind, found.leans, found.credited) == ("copy", "2", True)


def test_a_copy_without_any_sign_has_no_direction():
    found = edge(f"Quay sinks\n\n{STORY}\n", f"A quay is sinking\n\n{STORY}\n")
    assert (found.kind, found.leans) == ("copy", "")
    assert found.sentence == "One of 1 and 2 copies the other; which of them cannot be told."


def test_a_statement_that_both_quote_is_a_source_in_common():
    said = "“We did not know that it was sinking, and we ask everybody to stay away from it now,” Eva Orr said."
    right = f"{said}\n\nThe ships left at dawn, two of them without their crew.\n"
    found = edge(f"Nobody waved.\n\n{said}\n\n{OTHER}\n", right)
    assert (found.kind, found.leans) == ("shared source", "")


def test_articles_with_nothing_in_common_are_apart():
    found = edges(from_texts({"1": STORY, "2": OTHER, "3": "Rain."}))
    assert {each.kind for each in found} == {"none"}
    assert groups(from_texts({"1": STORY, "2": OTHER, "3": "Rain."}), found) == [["1"], ["2"], ["3"]]


def test_the_seeds():
    corpus = read(SEEDS)
    found = {(each.left, each.right): each for each in edges(corpus)}
    copy, relay, quotes = found["000", "003"], found["001", "002"], found["000", "002"]
    assert (copy.kind, copy.leans, copy.credited) == ("copy", "003", True)
    assert "names the other" in {each.rule for each in copy.evidence}
    assert (relay.kind, relay.leans, relay.credited) == ("relay", "001", True)
    assert "a slip" in {each.rule for each in relay.evidence}
    assert (quotes.kind, quotes.leans) == ("shared source", "")
    assert {found[key, "004"].kind for key in ("000", "001", "002", "003")} == {"shared source"}
    assert groups(corpus, list(found.values())) == [["000", "003"], ["001", "002"], ["004"]]
    idle = next(each for each in found["002", "004"].evidence if each.rule == "a few words")
    assert "to the far side of the moon in" in [corpus.text(span) for span in idle.spans]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_is_switched_off_gives_no_evidence(rule):
    corpus = read(SEEDS)
    assert rule not in {each.rule for found in edges(corpus, (rule,)) for each in found.evidence}


def test_without_the_line_of_credit_the_copy_has_no_direction():
    corpus = read(SEEDS)
    without = {(each.left, each.right): each for each in edges(corpus, ("names the other",))}
    assert (without["000", "003"].kind, without["000", "003"].leans) == ("copy", "")


def family(path: Path) -> tuple[bool, list[str]]:
    """Whether every edge of a family is right, or rightly open; and those that are wrong with certainty."""
    corpus = from_texts({each.stem: each.read_text(encoding="utf-8") for each in sorted(path.glob("*.txt"))})
    key = {(each["left"], each["right"]): each for each in json.loads((path / "key.json").read_text())["edges"]}
    wrong, certain = [], []
    for each in edges(corpus):
        want = key[each.left, each.right]
        leans = want["leans"].replace("cannot tell", "")
        apart = {"chance", "none"}  # a few words alike, or none worth a mention: both mean that nobody leans
        same = each.kind == want["kind"] or {each.kind, want["kind"]} <= apart
        if not same or each.leans not in ("", leans):
            wrong.append(f"{path.name} {each.left} {each.right}: {each.kind} {each.leans}, not {want['kind']} {leans}")
        if each.leans not in ("", leans):
            certain.append(wrong[-1])
    return not wrong, certain


@pytest.mark.parametrize("name", FLOORS)
def test_families_are_told_as_a_reader_tells_them(name):
    told = [family(path) for path in sorted((FAMILIES / name).iterdir())]
    assert sum(right for right, _ in told) >= FLOORS[name]["families_right"]
    assert sum(len(certain) for _, certain in told) <= FLOORS[name]["wrong_with_certainty"]
