"""How right the analysis is, on keys made by reading. The floors in `quality.json` may only rise."""

import json
import re
from pathlib import Path

import pytest
from witness import tables
from witness.articles import ARTICLE_KINDS
from witness.corpus import from_texts, read
from witness.segments import segment

from tests import golden
from tests.conftest import SEEDS

FLOORS = {
    row["set"]: row
    for row in json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))
    if row["what"] == "segments"
}


def compared(raw: str, key: str) -> list[tuple[str | None, str]]:
    """For each character that is not white space: the kind a reader gives it, and the kind the rules give it."""
    want = golden.kinds(raw, key)
    got = [each.kind for each in segment("page", raw) for _ in range(len(each.span))]
    return [(want[at], got[at]) for at, character in enumerate(raw) if not character.isspace()]


def share_right(raw: str, key: str) -> float:
    both = compared(raw, key)
    return sum(want == got for want, got in both) / len(both)


@pytest.mark.parametrize("name", FLOORS)
def test_segments_have_the_kind_that_a_careful_reader_gives(name):
    scores = {stem: share_right(raw, key) for stem, raw, key in golden.pairs(name)}
    assert sum(scores.values()) / len(scores) >= FLOORS[name]["floor"], scores


@pytest.mark.parametrize("name", FLOORS)
def test_no_body_paragraph_is_lost(name):
    lost = []
    for stem, raw, key in golden.pairs(name):
        got = [each.kind for each in segment("page", raw) for _ in range(len(each.span))]
        at = 0
        for line in filter(None, key.split("\n")):
            kind, _, text = line.partition("\t")
            start = raw.index(text, at)
            at = start + len(text)
            if kind == "body" and sum(each in ARTICLE_KINDS for each in got[start:at]) < 0.5 * len(text):
                lost.append(f"{stem}: {text[:60]}")
    assert len(lost) <= FLOORS[name]["body_paragraphs_lost"], lost


def test_the_seeds_links_and_furniture_stand_outside_the_body():
    corpus = read(SEEDS)
    links = [each for each in corpus["003"].segments if each.kind == "link-list"]
    assert len(links) == 80
    body = " ".join(corpus["004"].text(each.span) for each in corpus["004"].segments if each.kind == "body")
    for furniture in ("2 min read", "nasafullmoon", "DeSoto", "Kim Shiflett", "See all photos", "Space Calendar"):
        assert furniture not in body


def test_sentences_of_the_seeds():
    table = tables.sentences(read(SEEDS))
    for path in sorted((golden.HERE / "sentences").glob("*.txt")):
        want = path.read_text(encoding="utf-8").splitlines()
        assert table[table.article == path.stem].text.tolist() == want


# The names of the seeds' people, places and things. Each letter of a name gives way to the next of its kind, so that a
# disguised page is as long as the page it hides, and every offset stays.
NAMES = (
    "China|Chinese|Russia|Russian|Soviet|NASA|CNSA|ILRS|ISS|CNN|CNET|Insider|Roscosmos|Artemis|Dmitry|Rogozin|Zhang|"
    "Kejian|Jazeera|Chang|CAPSTONE|Cislunar|Rocket Lab|Anna|Chernova|Amanda|Kooser|Kim|Shiflett|Kennedy|Florida|Apollo|"
    "Gateway|"
    "Australia|Canada|Italy|Japan|Luxembourg|Emirates|Kingdom|Brazil|Beijing|Belka|Strelka|Yuri|Gagarin|Sputnik|Tianwen|"
    "Mars|Luna|Google|DeSoto|White House|Congress|United States|Americans|Europe|SpaceX|Dragon|Soyuz"
)
_NEXT = str.maketrans(
    "aeiouAEIOUbcdfghjklmnpqrstvwxyzBCDFGHJKLMNPQRSTVWXYZ", "eiouaEIOUAcdfghjklmnpqrstvwxyzbCDFGHJKLMNPQRSTVWXYZB"
)
_RESTYLED = str.maketrans("\"'“”‘’–•", "”’\"\"''—▪")


def disguised(raw: str) -> str:
    renamed = re.sub(rf"\b({NAMES})\b", lambda found: found[0].translate(_NEXT), raw)
    return renamed.translate(_RESTYLED)


def test_disguised_seeds_have_the_same_segments():
    for article in read(SEEDS):
        hidden = disguised(article.raw)
        assert len(hidden) == len(article.raw)
        assert hidden != article.raw
        assert segment(article.key, hidden) == article.segments


def test_curation_decides_nothing_about_segments():
    curated = read(SEEDS)
    bare = from_texts({article.key: article.raw for article in curated})
    assert [article.segments for article in bare] == [article.segments for article in curated]
