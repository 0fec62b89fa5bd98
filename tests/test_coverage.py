"""Topics, searches and silences; the cases of a search hold for the page's script too (tests/pages/test_matrix.py)."""

import json
from pathlib import Path

import pytest
from witness.corpus import from_texts, read
from witness.coverage import coverage, places, search, topics

from tests.conftest import SEEDS

CASES = json.loads((Path(__file__).parent / "cases" / "search.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["terms"]))
def test_a_search_finds_whole_words(case):
    assert [list(each) for each in places(case["text"], case["terms"])] == case["places"]


def test_furniture_is_not_searched():
    page = "The harbour is closed to all ships for three years, he said.\n\nRead more: The law of the sea\n"
    assert search(from_texts({"1": page})["1"], ["law"]) == []


def test_no_empty_cell_is_without_its_search():
    found = coverage(read(SEEDS))
    assert len(found) == 5 * len(read(SEEDS).topics)
    assert all(each.searched_for for each in found)
    assert all((each.first_position is None) == (not each.spans) for each in found)


def test_topics_of_the_seeds_lie_where_a_reader_finds_them():
    filled = {(each.topic, each.article) for each in coverage(read(SEEDS)) if each.spans}
    assert {key for topic, key in filled if topic == "Law that keeps China out"} == {"001", "002"}
    assert {key for topic, key in filled if topic == "Names of the signers"} == {"000", "003"}
    assert {key for topic, key in filled if topic == "Further Chinese and Russian projects"} == {"002"}
    assert {key for topic, key in filled if topic == "Artemis Accords"} == {"000", "001", "003"}


def test_without_curation_topics_are_what_several_articles_share():
    corpus = from_texts({
        "1": "Eva Orr opened the harbour bridge on Friday. Nobody waved at Eva Orr.",
        "2": "The new harbour bridge is closed. We asked Eva Orr. Tom Hale was there.",
    })  # fmt: skip
    assert [each.topic for each in topics(corpus)] == ["Eva Orr", "harbour bridge"]


def test_a_corpus_without_names_or_phrases_has_no_topics():
    assert coverage(from_texts({"1": "…", "2": "It rained."})) == []
