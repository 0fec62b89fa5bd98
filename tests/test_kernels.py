import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness import kernels, spans
from witness.kernels import Runs, Seed
from witness.passages import shared

from tests.benchmarks import planted, planted_otherwise, score

WORD = st.text(st.characters(codec="utf-8"), max_size=60)


@given(st.lists(WORD, max_size=5))
def test_words_stand_where_spans_says_they_do(texts):
    found = kernels.words(texts)
    for number, text in enumerate(texts):
        own = found.text == number
        places = list(zip(found.start[own].tolist(), found.end[own].tolist(), strict=True))
        assert places == spans.words(text)


@given(st.lists(st.text("abAB éß😀\u0301”", max_size=30), min_size=1, max_size=6))
def test_two_words_have_one_hash_exactly_when_they_fold_alike(texts):
    found = kernels.words(texts)
    folded = [
        spans.fold(texts[text][start:end])
        for text, start, end in zip(found.text.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
    ]
    assert len(set(folded)) == len(set(found.hash.tolist())) == len(set(zip(folded, found.hash.tolist(), strict=True)))


def test_letters_cannot_trade_places_between_words():
    number = kernels.shingles(kernels.words(["ab x cde", "eb x cda"]), 3)
    assert number[0] != number[3]


def test_a_text_longer_than_a_batch_is_read_whole():
    text = "é" * 100_000 + " " + "word " * 50_000 + "😀" * 10 + " end"
    found = kernels.words([text, "end"])
    assert list(zip(found.start.tolist(), found.end.tolist(), strict=True))[:-1] == spans.words(text)
    assert found.hash[-1] == found.hash[-2]


def test_matching_by_ranges_finds_what_one_range_finds(monkeypatch):
    chance = random.Random(4)  # noqa: S311 - a seeded text, not a secret
    texts = [" ".join(chance.choice("abcd") for _ in range(200)) for _ in range(6)]
    found = kernels.words(texts)
    number = kernels.shingles(found, 5)
    whole = sorted(zip(*(part.tolist() for part in kernels.match(number, found.text, 6)[:2]), strict=True))
    monkeypatch.setattr(kernels, "_RANGE", 5)
    ranges = sorted(zip(*(part.tolist() for part in kernels.match(number, found.text, 6)[:2]), strict=True))
    assert ranges == whole


def plainly(texts: list[str], size: int) -> set[tuple[int, int, int]]:
    """Every pair of equal shingles of two texts by rows, by the definition and nothing else."""
    rows = [(number, spans.fold(text[s:e])) for number, text in enumerate(texts) for s, e in spans.words(text)]
    seen: dict[tuple[str, ...], list[int]] = {}
    for row in range(len(rows) - size + 1):
        if rows[row][0] == rows[row + size - 1][0]:
            seen.setdefault(tuple(word for _, word in rows[row : row + size]), []).append(row)
    return {
        (left, right) for held in seen.values() for left in held for right in held if rows[left][0] < rows[right][0]
    }


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=40).map(" ".join), max_size=4))
def test_matches_are_those_of_the_definition(texts):
    found = kernels.words(texts)
    left, right, cut = kernels.match(kernels.shingles(found, 3), found.text, most=500)
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == plainly(texts, 3)
    assert len(cut) == 0


def test_runs_that_overlap_by_more_than_a_seed_are_not_one_passage():
    # A phrase of nine words that stands again within a reprint of 482, 300 words away, was once glued to it.
    two = Runs(np.array([0, 300]), np.array([1000, 1000]), np.array([482, 9]))
    whole = kernels.chain(two, np.repeat([0, 1], [1000, 1000]), Seed())
    assert sorted(whole.words.tolist()) == [9, 482]


STORY = "The old harbour will be closed to all ships for three years because the quay is sinking"


def test_nothing_and_nobody():
    assert shared([]) == []
    assert shared(["", "…", " "]) == []
    assert shared(["One two three."]) == []


def test_a_passage_used_twice_is_found_twice():
    found = shared([f"Once. {STORY}. Twice. {STORY}.", f"News: {STORY}!"])
    assert [(left, right, words) for left, _, _, right, _, _, words in found] == [(0, 1, 17), (0, 1, 17)]
    assert len({start for _, start, *_ in found}) == 2


def test_one_word_a_million_times():
    assert shared(["word " * 1_000_000, "word " * 1_000]) == []


def test_letters_beyond_the_basic_plane_and_combining_marks():
    gothic = " ".join(["𐌰𐌱𐌲", "e\u0301tude", "नमस्ते", "слово"] * 4)
    found = max(shared([f"😀 {gothic}.", f"{gothic} 🙂🙂"]), key=lambda each: each[-1])
    assert found == (0, 2, 2 + len(gothic), 1, 0, len(gothic), 16)


def test_boilerplate_is_cut_and_a_passage_reaches_less_than_a_seed_into_it():
    footer = "All rights reserved by the owners of this page and its many friends everywhere"
    texts = [f"{STORY}. {footer}." if number < 2 else f"Text {number} is short. {footer}." for number in range(40)]
    ((left, start, end, right, *_),) = shared(texts, Seed(4, 10, 12, 25))
    assert (left, right) == (0, 1)
    assert texts[0][start:end].startswith(STORY)
    assert spans.count_words(texts[0][start:end]) < spans.count_words(STORY) + 4


def test_the_order_of_texts_changes_no_passage():
    texts = [f"A. {STORY}.", "Nobody waved at the ships.", f"{STORY}, he said.", f"“{STORY}”"]
    forward = {frozenset(((lt, ls, le), (rt, rs, re))) for lt, ls, le, rt, rs, re, _ in shared(texts)}
    count = len(texts) - 1
    backward = {
        frozenset(((count - lt, ls, le), (count - rt, rs, re))) for lt, ls, le, rt, rs, re, _ in shared(texts[::-1])
    }
    assert forward == backward


@pytest.mark.parametrize("place", [2, 8, 14])
def test_a_changed_word_is_bridged(place):
    words = STORY.split()
    words[place] = "zzz"
    ((_, start, end, *_),) = shared([STORY, "Now: " + " ".join(words)], Seed(3, 8, 12, 25))
    assert (start, end) == (0, len(STORY))


def test_planted_passages_are_found_whole_and_nothing_else():
    made = planted.planted(300)
    got = score.score([each[:6] for each in shared(made.texts)], made.passages)
    assert min(got.recall, got.precision, got.char_recall, got.char_precision) >= 0.97
    assert got.granularity <= 1.05


def test_passages_planted_by_another_writer_are_found():
    made = planted_otherwise.planted(300)
    long = [each[:6] for each in shared(made.texts) if each[6] >= 12]  # that key leaves out what is shorter
    got = score.score(long, made.passages)
    assert min(got.recall, got.precision, got.char_recall, got.char_precision) >= 0.95
