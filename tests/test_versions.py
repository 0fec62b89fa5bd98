import json
import time

import pytest
from witness.corpus import from_texts, read
from witness.versions import related, utterances, versions

from tests import golden
from tests.conftest import SEEDS

SAID = "We will pay for the peaceful use of outer space in all the years to come and for the old quay"


def kind(left: str, right: str) -> str:
    """How the version is called that is not held nearest the origin."""
    corpus = from_texts({"1": f'The mayor said: "{left}."', "2": f'The mayor said: "{right}."'})
    (named,) = [each.kind for each in versions(corpus) if each.differs_from != each.quotation] or [""]
    return named


@pytest.mark.parametrize(
    ("right", "called"),
    [
        (SAID, "same"),
        (SAID.upper(), "same"),
        (SAID.replace("space in", "space, in"), "punctuation"),
        (SAID.replace("outer", "our"), "slip"),
        (SAID.removesuffix(" and for the old quay"), "trimmed"),
        (SAID.replace("the peaceful ", ""), "trimmed"),
        (SAID.replace("pay for", "finance").replace("in all the years to come", "for ever").replace("quay", "pier"),
         "another translation"),
        (SAID.replace("outer", "all this"), "cannot tell"),
        ("Nobody waved at the ships that left the port at dawn", ""),
    ],
)  # fmt: skip
def test_a_change_has_a_name(right, called):
    assert kind(SAID, right) == called


def test_two_statements_on_one_subject_are_not_one():
    left = 'The mayor said: "The quay is sinking into the mud and the harbour will be closed to all ships for years."'
    right = 'The pilot said: "The quay is sinking into the mud, but we have always known how to leave this old place."'
    corpus = from_texts({"1": left, "2": right})
    assert versions(corpus) == []
    assert [words for _, _, words in related(corpus)] == [8]  # the quay is sinking into the mud, the


def test_a_short_phrase_must_be_the_same():
    assert kind("open to all nations", "open to all friendly nations of the world and of the moon") == ""


def test_utterances_are_numbered_in_order():
    corpus = from_texts({"1": '"It rained all day," she said. "Nobody came."', "2": '"It rained all day," Orr said.'})
    assert [number for number, _ in utterances(corpus)] == [1, 1, 1]


def test_versions_of_the_seeds_are_those_a_reader_grouped():
    corpus = read(SEEDS)
    listed = json.loads((golden.HERE / "quotations" / "seeds" / "versions.json").read_text(encoding="utf-8"))
    number = {}
    for count, each in utterances(corpus):
        number[each.span.article, " ".join(corpus.text(each.span).split())] = count

    def numbers(article: str, words: str) -> set[int]:
        return {n for (key, text), n in number.items() if key == article and text.startswith(" ".join(words.split()))}

    for group in listed["groups"]:
        members = [numbers(one["article"], one["text"]) for one in group["quotations"] if one["kind"] == "quotation"]
        assert len(members) < 2 or set.intersection(*members), group["name"]
    for pair in listed["related_not_same"]:
        left, right = ((one["article"], one["text"]) for one in pair["pair"])
        assert not numbers(*left) & numbers(*right) or left[0] == right[0], pair
    kinds = {(each.quotation.span.article, each.kind) for each in versions(corpus)}
    assert ("001", "slip") in kinds
    assert {key for key, named in kinds if named == "another translation"} == {"000", "002", "003"}
    assert any({left.span.article, right.span.article} == {"002", "004"} for left, right, _ in related(corpus))


def test_a_hundred_articles_take_seconds():
    page = 'Ana Ruiz said: "{} the old quay is sinking into the mud {} and nobody waved at the {} ships." It rained. '
    texts = {
        f"{number:03}": " ".join(page.format(number % 7, number % 11, number % 13) for _ in range(12))
        for number in range(100)
    }
    started = time.process_time()
    assert versions(from_texts(texts))
    assert time.process_time() - started < 60
