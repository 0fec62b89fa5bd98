"""Annotations and citations as the standards ask, checked against their words without a network."""

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness import tables
from witness.corpus import from_texts, read
from witness.report import exports
from witness.report.citations import citation, citations

from tests.conftest import HOSTILE, ODD, SEEDS

CURATED = """
[[article]]
file = "gazette.txt"
outlet = "The Harbour Gazette"
author = "Ana Ruiz and Eva Orr"
headline = "Ferry runs aground"
published = 2024-05-02
retrieved = 2024-05-04
url = "https://example.org/ferry?a=1&b=2"
"""
STORY = 'Fire crews pulled seven people from the burning ferry on 2 May 2024, said Mayor Ana Ruiz: "It was close."'


@pytest.fixture
def corpus(folder):
    other = "Nine people were pulled from the burning ferry by fire crews on 2 May 2024."
    return read(folder({"gazette.txt": STORY, "herald.txt": other, "corpus.toml": CURATED}))


def is_iri(value):
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", value)


def check_annotation(each, raws):
    """What the Web Annotation Data Model demands (sections 3 and 4), and that both selectors find the same words."""
    assert is_iri(each["id"])
    assert each["type"] == "Annotation"
    assert each["motivation"] in ("describing", "highlighting")  # of the thirteen it lists
    for body in each.get("body", []):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in ("tagging", "describing")
    assert each["target"]
    for target in each["target"]:
        quote, position = target["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert 0 <= position["start"] <= position["end"]
        raw = raws[target["source"]]
        assert raw[position["start"] : position["end"]] == quote["exact"]
        assert raw[: position["start"]].endswith(quote["prefix"])
        assert raw[position["end"] :].startswith(quote["suffix"])


def check_collection(whole, raws):
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], whole["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = whole["first"]["items"]
    assert whole["total"] == len(items)
    assert len({each["id"] for each in items} | {whole["id"], whole["first"]["id"]}) == len(items) + 2
    for each in items:
        check_annotation(each, raws)
    return items


CSL_TYPES = ("document", "webpage")
CSL_TEXT = ("id", "type", "title", "container-title", "URL")


def check_citation(item):
    """What the schema of CSL-JSON demands of the fields that are used; it allows no others than it names."""
    assert item["type"] in CSL_TYPES
    assert item["id"]
    for field, value in item.items():
        assert value, field
        if field in CSL_TEXT:
            assert isinstance(value, str)
        elif field == "author":
            assert all(set(name) == {"literal"} and name["literal"] for name in value)
        else:
            assert field in ("issued", "accessed")
            assert list(value) == ["date-parts"]
            [parts] = value["date-parts"]
            assert date(*parts)


def test_every_row_with_a_place_is_an_annotation_of_its_words(corpus):
    raws = {"https://example.org/ferry?a=1&b=2": STORY, "article-herald.html": corpus["herald"].raw}
    items = check_collection(exports.annotations(corpus), raws)
    told = {}
    for each in items:
        told.setdefault(each["body"][0]["value"], []).append(each)
    for name in ("quotations", "dates", "numbers", "differences", "mentions"):
        assert len(told[name]) == len(tables.TABLES[name](corpus)), name
    [difference, *_] = told["differences"]
    assert len(difference["target"]) == 2
    assert "left: gazette" in difference["body"][1]["value"]


def test_the_five_articles_give_valid_annotations_the_same_each_time():
    corpus = read(SEEDS)
    raws = {f"article-{each.key}.html": each.raw for each in corpus}
    whole = exports.annotations(corpus)
    assert len(check_collection(whole, raws)) > 900
    assert json.dumps(whole) == json.dumps(exports.annotations(read(SEEDS)))


def test_hostile_and_odd_articles_give_valid_json(tmp_path):
    corpus = from_texts({"hostile": HOSTILE, "odd": ODD.removeprefix("\ufeff"), "<img src=x>": "Ana Ruiz spoke."})
    exports.write(corpus, tmp_path)
    whole, cited = (json.loads((tmp_path / name).read_text("utf-8")) for name in exports.FILES)
    sources = {citation["id"]: citation for citation in cited}
    assert set(sources) == set(corpus.keys)
    raws = {exports.article_files(corpus)[each.key]: each.raw for each in corpus}
    check_collection(whole, raws)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip()))
def test_any_text_gives_selectors_that_find_their_words(text):
    corpus = from_texts({"1": f"{text} Eva Orr met 12 men on 3 May 2019."})
    check_collection(exports.annotations(corpus), {"article-1.html": corpus["1"].raw})


def test_a_citation_holds_what_is_known_and_nothing_else(corpus):
    known, unknown = citations(corpus)
    for item in (known, unknown):
        check_citation(item)
    assert known == {
        "id": "gazette", "type": "webpage", "title": "Ferry runs aground",
        "author": [{"literal": "Ana Ruiz and Eva Orr"}], "container-title": "The Harbour Gazette",
        "issued": {"date-parts": [[2024, 5, 2]]}, "accessed": {"date-parts": [[2024, 5, 4]]},
        "URL": "https://example.org/ferry?a=1&b=2",
    }  # fmt: skip
    assert unknown == {"id": "herald", "type": "document"}


def test_the_citations_of_the_five_articles_are_as_the_standard_asks():
    for article in read(SEEDS):
        check_citation(citation(article))
