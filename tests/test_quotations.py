"""Quotations and speakers, on small invented articles and against keys made by reading."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.corpus import from_texts, read
from witness.quotations import KINDS, quotations

from tests import golden
from tests.conftest import SEEDS
from tests.test_quality import disguised

HERE = Path(__file__).parent


def found(page: str):
    return quotations(from_texts({"001": page})["001"])


def spoken(page: str) -> list[tuple[str, str]]:
    return [(page[each.inner.start : each.inner.end], each.speaker) for each in found(page) if each.kind == "quotation"]


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        ('"It is sinking," said Ana Ruiz.', "Ana Ruiz"),
        ('"It is sinking," Ana Ruiz told reporters.', "Ana Ruiz"),
        ('Ana Ruiz, 34, a fisherman, said: "It is sinking."', "Ana Ruiz"),
        ('The mayor, Ana Ruiz, said: "It is sinking."', "Ana Ruiz"),
        ('"It is sinking," according to Ana Ruiz.', "Ana Ruiz"),
        ('According to Ana Ruiz, the quay "is sinking into the mud".', "Ana Ruiz"),
        ('Mayor Ana Ruiz stood still. "It is sinking," she said.', "Ana Ruiz"),
        ('Mayor Ana Ruiz stood still. Tom Orr laughed. "It is sinking," Ruiz said.', "Ana Ruiz"),
        ('A spokesman for the harbour said the quay "is sinking into the mud".', "spokesman for the harbour"),
        ('A statement from Harbour Watch said it "is sinking into the mud".', "Harbour Watch"),
        ('"It is sinking." – Ana Ruiz', "Ana Ruiz"),
        ('The Coast Radio quoted Ana Ruiz as saying that it "is sinking into the mud".', "Ana Ruiz"),
        ('Ana Ruiz met Tom Hale at the quay. "It is sinking," she said.', "Ana Ruiz"),
        ('Ruiz was late. "It is sinking," he said. Mr Ian Ruiz had run.', "Ian Ruiz"),
        ('Her brother, the pilot Tom Orr, was calmer. "It is sinking," he said.', "Tom Orr"),
        ('Tom Orr, 34, shrugged. "It is sinking."', "Tom Orr"),
        ('Ana Ruiz, 34, was not surprised.\n\n"It is sinking," the 34-year-old said.', "Ana Ruiz"),
        ('Neighbour Ana Ruiz saw it. "It is sinking," she said.', "Ana Ruiz"),
        ('One captain wept. "It is sinking," the captain said.', "captain"),
        ('Ana "Nan" Ruiz ran. "It is sinking," Ruiz said.', "Ana Ruiz"),
        ('"It is sinking," grumbled Ana Ruiz.', "Ana Ruiz"),
        ('Tom Orr was told by Ana Ruiz: "It is sinking."', "Ana Ruiz"),
        ('Ana Ruiz closed the quay, saying that it "is sinking into the mud".', "Ana Ruiz"),
        ('Ana Ruiz was angry. Her answer was: "It is sinking."', "Ana Ruiz"),
    ],
)
def test_who_speaks(page, speaker):
    assert [name for _, name in spoken(page)] == [speaker]


@pytest.mark.parametrize(
    "page",
    [
        'According to, the quay is "sinking into the mud".',
        'The quay is "sinking into the mud and will be closed".',
        '"It is sinking."',
        'Ana Ruiz and Eva Orr met Tom Hale. "It is sinking," she said.',
        'Ana Ruiz spoke to her sister, Eva Orr. Orr’s call for Ruiz came late. "It is sinking," she said.',
        'Tom Orr spoke. "It is sinking!" came the shout from the quay.',
        'In Saturday’s final Port Town has made history. "It is sinking into the mud."',
    ],
)
def test_nobody_named_stays_nobody(page):
    assert [name for _, name in spoken(page)] == [""]


def test_an_interrupted_quotation_is_one_utterance():
    page = '"It is sinking," Ana Ruiz said. "Stay away from it." It rained. "Nobody came," Tom Orr said.'
    assert [each.utterance for each in found(page) if each.kind == "quotation"] == [1, 1, 2]


def test_a_quotation_over_paragraphs_has_one_speaker():
    page = 'Ana Ruiz said: "It is sinking.\n\n"Stay away from it.\n\n"We will pay."'
    assert {name for _, name in spoken(page)} == {"Ana Ruiz"}
    assert len({each.utterance for each in found(page)}) == 1


def test_three_thousand_quotations_in_one_paragraph_take_no_minute():
    page = " ".join(f'"It is sinking by {number} inches," Ana Ruiz said.' for number in range(3000))
    started = time.monotonic()
    assert spoken(page) == [(f"It is sinking by {number} inches,", "Ana Ruiz") for number in range(3000)]
    assert time.monotonic() - started < 20


def test_words_after_an_introducer_are_a_block():
    page = (
        "The mayor, Ana Ruiz, issued the following statement:\n\n"
        "We did not know that the quay was sinking into the mud.\n\n"
        "I ask everybody to stay away from it until we know more.\n\n"
        "Tom Orr, who keeps the light, did not wave."
    )
    blocks = [each for each in found(page) if each.kind == "block"]
    assert [page[each.span.start : each.span.end].split()[0] for each in blocks] == ["We", "I"]
    assert {each.speaker for each in blocks} == {"Ana Ruiz"}


def test_words_that_a_page_sets_apart_are_a_block_and_end_with_the_mark():
    page = (
        "The quay sank on Monday.\n\nThe mayor, Ana Ruiz, writes something like this:\n\n"
        "> We did not know that it was sinking into the mud.\n\nI think she is right, and I have met her."
    )
    assert [(page[each.inner.start : each.inner.end], each.speaker) for each in found(page)] == [
        ("We did not know that it was sinking into the mud.", "Ana Ruiz")
    ]


def test_each_turn_of_a_dialogue_has_its_speaker():
    page = (
        "The mayor and the quay\n\nThe Gazette talked with the mayor, Ana Ruiz, who has kept the harbour for years.\n\n"
        "Gazette: Is the quay sinking?\n\nRuiz: It is, and it has been for years.\n\n"
        "Gazette: What will you do?\n\nRuiz: Close it."
    )
    assert [each.speaker for each in found(page) if each.kind == "block"] == ["Gazette", "Ana Ruiz"] * 2


def test_labels_and_titles_are_nobodys_words():
    page = 'The so-called "harbour list" hung beside the song "Nets Down, Nancy" and nobody read it.'
    assert [(each.kind, each.speaker) for each in found(page)] == [("term", ""), ("title", "")]


def test_reported_speech_has_a_source_and_no_marks():
    (only,) = found("The mayor, Ana Ruiz, said the quay would be closed. It rained.")
    assert (only.kind, only.speaker, only.cue) == ("indirect", "Ana Ruiz", "said")


def test_the_chain_leads_through_the_relay():
    page = 'Coast Radio reported that Harbour Watch said the quay "is sinking into the mud".'
    assert [each.chain for each in found(page) if each.kind == "quotation"] == [("001", "Coast Radio", "Harbour Watch")]


@pytest.mark.parametrize(
    "page",
    [
        "", "It rained.", '"' * 500, "“" * 50 + "a" + "”" * 50, '"a" ' * 400,
        "« Il pleut », a déclaré la mairesse. „Es regnet“, sagte sie. 「雨だ」", '"' + "word " * 40_000,
        "“One ‘two “three ‘four “five” six’ seven” eight’ nine,” she said.",
    ],
)  # fmt: skip
def test_odd_pages_give_a_sensible_result(page):
    for each in found(page):
        assert each.kind in KINDS


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([*'“”‘’.,:"', "said", "Ana", "Ruiz", "she", "\n\n", "mud"]), max_size=60).map(" ".join))
def test_whatever_the_page_every_span_lies_in_it(page):
    for each in found(page):
        assert 0 <= each.span.start <= each.inner.start <= each.inner.end <= each.span.end <= len(page)
        assert each.said_by is None or page[each.said_by.start : each.said_by.end].strip()
        assert each.chain[0] == "001"


# Against keys made by reading.

QUALITY = [
    row for row in json.loads((HERE / "quality.json").read_text(encoding="utf-8")) if row["what"] == "quotations"
]


def plain(name: str) -> str:
    return re.sub(r"^(the|an?|mr|mrs|ms|dr|judge)\.? ", "", name.lower().replace("’", "'").strip())


def keyed(name: str):
    """The articles of a set with their keys; a key line carries where its text stands."""
    folder = golden.HERE / "quotations" / name
    seeds = {each.key: each.raw for each in read(SEEDS)}
    for path in sorted(folder.glob("*.jsonl")):
        raw = seeds[path.stem] if name == "seeds" else path.with_suffix(".txt").read_bytes().decode()
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        for line in lines:
            at = -1
            for _ in range(line.get("occurrence", 1)):
                at = raw.index(line["text"], at + 1)
            line["place"] = (at, at + len(line["text"]))
        yield path.stem, raw, lines


def scored(name: str) -> dict[str, float]:
    """Spans (F1), speakers right of those stated, and speakers invented of all, over a set."""
    wanted = got = hit = stated = right = invented = 0
    for stem, raw, lines in keyed(name):
        key = {line["place"]: line for line in lines if line["kind"] != "indirect"}
        mine = {
            (each.span.start, each.span.end): each
            for each in quotations(from_texts({stem: raw})[stem])
            if each.kind != "indirect"
        }
        wanted, got, hit = wanted + len(key), got + len(mine), hit + len(key.keys() & mine.keys())
        for place in key.keys() & mine.keys():
            line, each = key[place], mine[place]
            fits = plain(each.speaker) in {plain(other) for other in (line["speaker"], *line["also"]) if other}
            stated += bool(line["speaker"])
            right += bool(line["speaker"]) and fits
            invented += bool(each.speaker) and not fits
    return {"spans_share": 2 * hit / (wanted + got), "speakers_share": right / stated, "invented_share": invented / hit}


@pytest.mark.parametrize("row", QUALITY, ids=[row["set"] for row in QUALITY])
def test_quotations_and_speakers_are_those_a_careful_reader_gives(row):
    now = scored(row["set"])
    assert now["spans_share"] >= row["spans_share"]
    assert now["speakers_share"] >= row["speakers_share"]
    assert now["invented_share"] <= row["invented_share"]


def test_the_seeds_chain_and_source_less_words():
    corpus = read(SEEDS)
    mine = quotations(corpus["001"])
    relayed = next(each for each in mine if "our space" in corpus.text(each.span) and each.kind == "quotation")
    assert relayed.chain == ("001", "CNN", "Roscosmos")
    sourceless = [corpus.text(each.inner).split()[0] for each in mine if each.kind == "quotation" and not each.speaker]
    assert sourceless == ["signed", "participate", "with"]
    assert sum(each.kind == "block" for each in mine) == 4


def test_the_disguised_seeds_have_the_same_quotations():
    for article in read(SEEDS):
        places = [(each.span, each.kind) for each in quotations(article)]
        hidden = quotations(from_texts({article.key: disguised(article.raw)})[article.key])
        assert [(each.span, each.kind) for each in hidden] == places
