"""The passages of small invented articles, and those of the five that a careful reader listed before."""

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness import spans, tables
from witness.corpus import from_texts, read
from witness.passages import FIRM_KINDS, passages, same_words
from witness.spans import Span

from tests import golden
from tests.conftest import SEEDS
from tests.test_quality import disguised

HERE = Path(__file__).parent

QUAY = "The old harbour will be closed to all ships for three years because the quay is sinking into the mud."
FISH = "Twelve boats went out before dawn and came home with the largest catch that anybody on the coast remembers."
CAT = "A grey cat that belongs to nobody sleeps in the lighthouse and is fed by whoever climbs up to trim the lamp."


def found(left: str, right: str, **options):
    return passages(from_texts({"left": left, "right": right}), **options)


def shared_words(some) -> int:
    return sum(each.words for each in some if each.kind in FIRM_KINDS)


def test_identical_articles_share_one_passage():
    page = f"{QUAY}\n\n{FISH}\n\n{CAT}"
    (only,) = found(page, page)
    assert (only.kind, only.changes, only.words) == ("verbatim", (), spans.count_words(page))


def test_identical_articles_that_repeat_themselves_share_one_passage():
    page = "The ships left at dawn and nobody on the long grey quay was seen to wave at them. " * 200
    assert [each.words for each in found(page, page)] == [spans.count_words(page)]


def test_what_every_article_of_a_folder_has_is_found():
    corpus = from_texts({f"{number:02}": f"Text {number} begins. {QUAY}" for number in range(40)})
    assert len([each for each in passages(corpus) if each.words >= 19]) == 40 * 39 // 2


def test_no_passage_where_nothing_is_shared():
    assert found(QUAY, FISH) == []
    assert found("", QUAY) == []
    assert found(" \n", "…") == []


def test_a_changed_a_dropped_and_an_added_word_are_named():
    right = QUAY.replace("closed", "shut").replace(" all", "").replace("three", "three long")
    (only,) = found(QUAY, right)
    changed = [(QUAY[c.left.start : c.left.end], right[c.right.start : c.right.end], c.words) for c in only.changes]
    assert changed == [("closed", "shut", 1), ("all", "", 1), ("", "long", 1)]
    assert (only.kind, only.changed) == ("near-verbatim", 3)


def test_case_marks_and_punctuation_are_no_change():
    (only,) = found(QUAY, QUAY.upper().replace("FOR THREE", "– for “three” –"))
    assert only.kind == "verbatim"


def test_paragraphs_in_another_order_are_found():
    parts = [QUAY, FISH, CAT]
    assert shared_words(found("\n\n".join(parts), "\n\n".join(parts[::-1]))) == sum(map(spans.count_words, parts))


def test_a_paragraph_used_twice_is_found_twice():
    both = found(f"{QUAY}\n\n{FISH}\n\n{QUAY}", f"It rained.\n\n{QUAY}")
    assert [each.left.start for each in both] == [0, len(QUAY) + len(FISH) + 4]
    assert {each.right.start for each in both} == {12}


def test_an_article_that_holds_itself_twice():
    once = f"{QUAY}\n\n{FISH}"
    assert len([each for each in found(once, f"{once}\n\n{once}") if each.words == spans.count_words(once)]) == 2


def test_furniture_is_left_out_unless_asked_for():
    left = f"The harbour closes\n\n{CAT}\n\nRead more: {QUAY}"
    right = f"Fish everywhere\n\n{FISH}\n\nRead more: {QUAY}"
    assert found(left, right) == []
    assert shared_words(found(left, right, furniture=True)) >= spans.count_words(QUAY)


def test_a_short_quoted_phrase_is_an_echo():
    left = f'{FISH} The mayor called it "open to every nation" at noon.'
    right = f"{CAT} A harbour that is open to every nation will be built."
    (only,) = found(left, right)
    assert (only.kind, only.words, only.doubt) == ("echo", 4, "")


def test_a_sentence_in_other_words_is_reworded():
    left = f"{FISH} Investigators suspect that corroded bolts caused the collapse of the northern bridge on Sunday."
    right = f"{CAT} The northern bridge collapsed on Sunday: corroded bolts, investigators now suspect."
    assert [each.kind for each in found(left, right)] == ["reworded"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*QUAY.split(), *FISH.split()[:6]]), max_size=60).map(" ".join), st.data())
def test_what_is_called_the_same_is_the_same(left, data):
    at = data.draw(st.integers(0, len(left)))
    right = left[at:] + " " + left[:at]
    for each in found(left, right):
        assert each.left.article < each.right.article
        sides = same_words(each)
        assert len(sides[0]) == len(sides[1]) or each.kind == "reworded"
        for (start, end), (other_start, other_end) in zip(*sides, strict=True):
            mine, its = left[start:end], right[other_start:other_end]
            assert [spans.fold(mine[s:e]) for s, e in spans.words(mine)] == [
                spans.fold(its[s:e]) for s, e in spans.words(its)
            ]


# The five articles, against what a careful reader listed before.

CORPUS = read(SEEDS)


def nth(raw: str, text: str, occurrence: int) -> tuple[int, int]:
    at = -1
    for _ in range(occurrence):
        at = raw.index(text, at + 1)
    return at, at + len(text)


def reader_listed() -> list[dict]:
    lines = (golden.HERE / "passages" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    listed = [json.loads(line) for line in lines]
    for each in listed:
        for side in ("left", "right"):
            place = nth(CORPUS[each[side]].raw, each[f"{side}_text"], each.get(f"{side}_occurrence", 1))
            each[f"{side}_span"] = Span(each[side], *place)
    return listed


def characters(pairs) -> set[tuple[str, str, str, int]]:
    return {
        (left.article, right.article, span.article, at)
        for left, right in pairs
        for span in (left, right)
        for at in range(span.start, span.end)
    }


def runs_of_six(left: Span, right: Span) -> list[tuple[Span, Span]]:
    """The runs of at least six words that two stretches have in common, by an algorithm that is not ours."""
    sides = []
    for span in (left, right):
        text = CORPUS.text(span)
        sides.append([(spans.fold(text[s:e]), span.start + s, span.start + e) for s, e in spans.words(text)])
    matcher = SequenceMatcher(None, *([word for word, _, _ in side] for side in sides), autojunk=False)
    return [
        (
            Span(left.article, sides[0][block.a][1], sides[0][block.a + block.size - 1][2]),
            Span(right.article, sides[1][block.b][1], sides[1][block.b + block.size - 1][2]),
        )
        for block in matcher.get_matching_blocks()
        if block.size >= 6
    ]


def test_verbatim_passages_of_the_seeds_are_those_a_reader_listed():
    listed = [each for each in reader_listed() if each["kind"] in FIRM_KINDS]
    found_here = [each for each in passages(CORPUS) if each.changes or each.kind in FIRM_KINDS]
    want = characters(run for each in listed for run in runs_of_six(each["left_span"], each["right_span"]))
    got = characters(run for each in found_here for run in runs_of_six(each.left, each.right))
    anything = characters((each["left_span"], each["right_span"]) for each in listed)
    verbatim = characters((each.left, each.right) for each in found_here if each.kind == "verbatim")
    assert len(want & got) >= 0.99 * len(want)
    assert len(anything & verbatim) >= 0.98 * len(verbatim)
    ends = {(each.left, each.right) for each in found_here}
    assert all((each["left_span"], each["right_span"]) in ends for each in listed if each["kind"] == "verbatim"
               if len(CORPUS.text(each["left_span"]).split()) > 6)  # fmt: skip


def share_found(listed: list[dict], every) -> float:
    """The share of a reader's passages of which something is shown, at least half of one side."""

    def shown(each: dict) -> bool:
        return any(
            (one.left.article, one.right.article) == (each["left"], each["right"])
            and max(
                (min(mine.end, its.end) - max(mine.start, its.start)) / len(its)
                for mine, its in ((one.left, each["left_span"]), (one.right, each["right_span"]))
            ) >= 0.5
            and min(one.left.end, each["left_span"].end) > max(one.left.start, each["left_span"].start)
            and min(one.right.end, each["right_span"].end) > max(one.right.start, each["right_span"].start)
            for one in every
        )  # fmt: skip

    return sum(map(shown, listed)) / len(listed)


QUALITY = [row for row in json.loads((HERE / "quality.json").read_text(encoding="utf-8")) if row["what"] == "passages"]


@pytest.mark.parametrize("row", QUALITY, ids=[row["kind"] for row in QUALITY])
def test_the_share_of_each_kind_that_is_found_does_not_fall(row):
    listed = [each for each in reader_listed() if each["kind"] == row["kind"]]
    assert len(listed) == row["in_key"]
    assert round(share_found(listed, passages(CORPUS)), 3) >= row["share_found"]


def test_what_the_seeds_are_known_to_share():
    every = passages(CORPUS)

    def between(left: str, right: str, words: str):
        place = CORPUS[left].raw.index(words)
        return {
            each.kind for each in every
            if (each.left.article, each.right.article) == (left, right)
            and each.left.start <= place + len(words) // 2 < each.left.end
        }  # fmt: skip

    slip = next(each for each in every if each.left.article == "001" and each.words > 100)
    changes = [(CORPUS.text(each.left), CORPUS.text(each.right)) for each in slip.changes]
    assert ("our", "outer") in changes
    assert [each for each in changes if each[1]] == [("groups", "organizations"), ("our", "outer")]
    assert "verbatim" in between("000", "002", "accumulated experience in space science")
    assert "reworded" in between("000", "004", "peaceful purposes in the interests")
    assert "reworded" in between("002", "004", "peaceful purposes in the interests")
    assert between("001", "002", "signed a memorandum of understanding") == {"echo"}
    assert between("000", "001", "accumulated experience in space science") == {"reworded"}
    assert between("000", "002", "to send astronauts to the moon by the 2030s") == {"reworded"}
    assert between("002", "003", "to send astronauts to the moon by the 2030s") == {"verbatim"}
    for left, right in (("000", "002"), ("002", "003")):
        assert between(left, right, "open to all countries") == {"reworded"}
    assert between("000", "002", "China and Russia have agreed to build a lunar space station") == {"near-verbatim"}
    (idiom,) = (each for each in every if "far side of the moon" in CORPUS.text(each.left) and each.words == 8)
    assert (idiom.kind, idiom.doubt) == ("echo", "common words")


def test_containment_of_the_re_post():
    shares = tables.containment(CORPUS).set_index(["article", "other"])
    assert shares.share_of_body["003", "000"] == shares.share_of_body["000", "003"] == 1
    assert 0.82 < shares.share_of_page["000", "003"] < 0.88
    assert 0.21 < shares.share_of_page["003", "000"] < 0.23


@pytest.mark.parametrize("other", ["000", "002"])
def test_reversed_paragraphs_keep_what_is_shared(other):
    pages = {each.key: each.raw for each in CORPUS}
    straight = passages(from_texts({"003": pages["003"], other: pages[other]}))
    body = [CORPUS["003"].text(each.span) for each in CORPUS["003"].segments if each.kind == "body"]
    turned = passages(from_texts({"003": "\n\n".join(body[::-1]), other: pages[other]}))
    assert shared_words(turned) >= 0.98 * shared_words(straight)


def test_the_disguised_seeds_share_the_same_passages():
    hidden = from_texts({each.key: disguised(each.raw) for each in CORPUS})
    bare = from_texts({each.key: each.raw for each in CORPUS})
    assert passages(hidden) == passages(bare)
