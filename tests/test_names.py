"""Names on small invented articles; how right they are on others is in tests/test_facts.py."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.articles import Name
from witness.corpus import from_texts
from witness.names import dossier, mentions

from tests.conftest import HOSTILE, ODD


def found(page: str) -> list[tuple[str, str]]:
    return [(each.span.of(page), each.name) for each in mentions(from_texts({"001": page}))]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("We met Ana Ruiz. Mrs Ruiz waved.", [("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")]),
        ("It was Harbour Watch (HW) that called. HW was late.",
         [("Harbour Watch", "Harbour Watch"), ("HW", "Harbour Watch"), ("HW", "Harbour Watch")]),
        ("They left Oslo's harbour in May.", [("Oslo", "Oslo")]),
        ("They sailed to Oslo, Bergen and Voss.", [("Oslo", "Oslo"), ("Bergen", "Bergen"), ("Voss", "Voss")]),
        ("The Norwegian police came on Tuesday.", []),
        ("She works at the University of Leeds.", [("University of Leeds", "University of Leeds")]),
        ("Nobody waved. It rained. Ships left.", []),
        ("", []),
        ("…", []),
    ],
)  # fmt: skip
def test_names_in_small_articles(page, names):
    assert found(page) == names


def test_a_curated_name_comes_first_with_all_its_forms():
    corpus = from_texts({"1": "The board met. The Quay Board was late, and so was the QB."})
    curated = replace(corpus, names=(Name("Harbour Board", "body", ("Quay Board", "QB")),))
    assert [(each.name, each.kind, each.rule) for each in mentions(curated)] == [
        ("Harbour Board", "body", "curated")
    ] * 2


def test_a_dossier_holds_the_sentence_around_each_mention():
    corpus = from_texts({"1": "It rained. We met Ana Ruiz there.", "2": "Nobody else met Ana Ruiz."})
    told = [corpus.text(sentence) for _, sentence in dossier(corpus, "Ana Ruiz")]
    assert told == ["We met Ana Ruiz there.", "Nobody else met Ana Ruiz."]


@given(st.lists(st.sampled_from(
    ["Ana Ruiz", "met", "Mr Orr", "the", "Harbour Watch (HW)", "HW", "in Oslo", "\n\n", ". ", "🚀", "“", "”", "’s", "İ"]
), max_size=40))  # fmt: skip
@settings(deadline=None, max_examples=60)
def test_mentions_lie_in_order_within_the_article_and_do_not_overlap(parts):
    page = " ".join(parts)
    spans = [each.span for each in mentions(from_texts({"1": page}))]
    assert spans == sorted(spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(page[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize("page", [HOSTILE, ODD.removeprefix("\ufeff"), "x" * 100_000, "A. " * 20_000, "المدينة 月 Ω"])
def test_any_text_is_read(page):
    assert isinstance(found(page), list)
