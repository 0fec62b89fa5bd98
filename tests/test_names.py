"""Names on small invented articles; how right they are on others is in tests/test_facts.py."""

import time
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


def texts(page: str) -> list[str]:
    return [text for text, _ in found(page)]


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("We met Luna 27, a Boeing 737 and the FTSE 250.", ["Luna 27", "Boeing 737", "FTSE 250"]),
        ("We saw 40 people in Oslo and in Bergen 30 more.", ["Oslo", "Bergen"]),
        ("It was the Office of Science and Technology Policy.", ["Office of Science and Technology Policy"]),
        ("It was the Department for Ports, Fisheries and Rural Affairs.",
         ["Department for Ports, Fisheries and Rural Affairs"]),
        ("They shop at Marks and Spencer and at Brill & Hanley.", ["Marks and Spencer", "Brill & Hanley"]),
        ("We met Ana Ruiz of Harbour Watch.", ["Ana Ruiz", "Harbour Watch"]),
        ("We saw China's National Office at work.", ["China", "National Office"]),
        ("We saw St Luke's Hospital and the Traders' Association.", ["St Luke's Hospital", "Traders' Association"]),
        ("A Moscow-based bank and US-China trade.", ["Moscow", "US", "China"]),
        ("The Chinese, two Frenchmen and a Norwegian crew spoke Urdu.", []),
        ("He saw Tarvania, and in Tarvania the Tarvanian crown fell.", ["Tarvania", "Tarvania"]),
        ("We met Mr Justice Farrow and Prime Minister Keir Holm.", ["Farrow", "Keir Holm"]),
        ("We met Oslo Mayor Ana Ruiz in King Street.", ["Oslo", "Ana Ruiz", "King Street"]),
        ("We met Minister for Women and Equalities Ana Ruiz.", ["Ana Ruiz"]),
        ("We met Luuk de Wit, Irina al-Haddad and J. K. Lee.", ["Luuk de Wit", "Irina al-Haddad", "J. K. Lee"]),
        ("On Sunday in March, the Sunday Times named Theresa May.", ["Sunday Times", "Theresa May"]),
        ('"Nobody came," she said. "Stay away. Ships left."', []),
        ("They sang “The Bent Reed” to us.", ["The Bent Reed"]),
        ("We asked the Court, the Prime Minister and the court.", ["Court"]),
        ("• Ana Ruiz, 26, from Voss\n• Nets and oars", ["Ana Ruiz", "Voss"]),
        ("We asked for US$12 million and $3.", []),
        ("See https://Example.com/Oslo or ask @AnaRuiz and ana@Quay.no.", []),
    ],
)  # fmt: skip
def test_what_is_part_of_a_name_and_what_is_none(page, names):
    assert texts(page) == names


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("Harbour opens. We met Ana Ruiz. Ruiz waved. Ruizes are rare.", ["Ana Ruiz", "Ruiz"]),
        ("Greenwater said it was sorry. Officials said nothing.", ["Greenwater"]),
        ("Substitute Ana Ruiz scored. Former pilot Tom Orr did not.", ["Ana Ruiz", "Tom Orr"]),
        ("But Ana Ruiz waved. Even in Oslo they waved.", ["Ana Ruiz", "Oslo"]),
    ],
)
def test_at_the_head_of_a_sentence_a_name_must_be_known(page, names):
    assert texts(page) == names


@pytest.mark.parametrize("title", ["Ruiz Wins Harbour Race As Rain Falls", "RUIZ WINS HARBOUR RACE AS RAIN FALLS"])
def test_in_a_headline_of_capitals_only_what_is_known_counts(title):
    page = f"{title}\n\nIt rained all day, and still we met the winner of it all, Ana Ruiz, who waved at the crowd."
    assert [name for _, name in found(page)] == ["Ana Ruiz", "Ana Ruiz"]


def test_short_forms_go_to_the_one_fuller_name():
    page = (
        "We met Ana Ruiz, Eva Ruiz and Tom Orr at Halden Foods and by the Velna River. "
        "There Ruiz, Orr, Tom, Halden and the Velna were named. "
        "Then the Castlemere City Council met in Castlemere, and the Council was late. "
        "The Federal Office for Floods, known by its German initials as BHS, was not; BHS won."
    )
    groups = dict(found(page))
    assert groups["Ruiz"] == "Ruiz"  # two bear it
    assert (groups["Orr"], groups["Tom"]) == ("Tom Orr", "Tom Orr")
    assert (groups["Halden"], groups["Velna"]) == ("Halden Foods", "Velna River")
    assert (groups["Castlemere"], groups["Council"]) == ("Castlemere", "Castlemere City Council")
    assert groups["BHS"] == "Federal Office for Floods"


def test_a_name_in_one_article_has_its_initials_in_another():
    corpus = from_texts({"1": "We met the Harbour Watch Union (HWU).", "2": "We met the HWU, in the U.S. and the US."})
    assert [each.name for each in mentions(corpus)] == ["Harbour Watch Union"] * 3 + ["United States"] * 2


def test_kinds_are_told_by_form():
    page = "We met Mrs Ana Ruiz, of the Harbour Council, in Voss, in Oslo and on Quay Road, and saw the Halden Prize."
    kinds = {each.name: each.kind for each in mentions(from_texts({"1": page}))}
    assert kinds == {
        "Ana Ruiz": "person", "Harbour Council": "organization", "Voss": "place", "Oslo": "place", "Quay Road": "place",
        "Halden Prize": "",
    }  # fmt: skip


def test_a_curated_name_within_a_longer_one_is_not_listed_apart():
    corpus = replace(
        from_texts({"1": "China’s envoy met the Bank of China."}), names=(Name("China", "state", ("Beijing",)),)
    )
    assert [(corpus.text(each.span), each.kind) for each in mentions(corpus)] == [
        ("China", "state"), ("Bank of China", "organization"),
    ]  # fmt: skip


def test_of_what_is_not_english_only_well_known_names_are_told():
    page = "Der Bürgermeister von Hamburg sagte am Abend, die Brücke sei marode und die Kosten seien zu hoch. " * 20
    assert {name for _, name in found(page)} == {"Hamburg"}


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


@pytest.mark.parametrize(
    "page", ["x" * 1_000_000, "Ana Ruiz met Tom Orr in Oslo. It rained, said the Council of Ports. " * 14_000]
)
def test_a_megabyte_in_one_line_takes_seconds(page):
    corpus = from_texts({"001": page})
    started = time.monotonic()
    mentions(corpus)
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("page", [HOSTILE, ODD.removeprefix("\ufeff"), "x" * 100_000, "A. " * 20_000, "المدينة 月 Ω"])
def test_any_text_is_read(page):
    assert isinstance(found(page), list)
