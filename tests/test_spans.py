import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness.errors import SpanError
from witness.spans import Span, count_words, fold, words


def test_a_span_is_half_open():
    assert Span("north", 4, 9).of("Two ships left") == "ships"
    assert len(Span("north", 4, 9)) == 5


def test_spans_sort_by_article_then_place():
    assert sorted([Span("b", 0, 1), Span("a", 5, 6), Span("a", 2, 9)]) == [
        Span("a", 2, 9),
        Span("a", 5, 6),
        Span("b", 0, 1),
    ]


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_offsets_out_of_order_are_refused_by_name(start, end):
    with pytest.raises(SpanError, match=f"north: start {start} and end {end}"):
        Span("north", start, end)


def test_a_span_beyond_its_article_is_refused():
    with pytest.raises(SpanError, match="north:4-99: the article has 14 characters"):
        Span("north", 4, 99).of("Two ships left")


@given(st.text(min_size=1), st.integers(0, 10**9), st.integers(0, 10**3))
def test_an_address_reads_back_as_its_span(key, start, length):
    span = Span(key, start, start + length)
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize("address", ["", "001", "001:3", "001:a-b", ":1-2", "001:5-2"])
def test_what_is_not_an_address_is_refused(address):
    with pytest.raises(SpanError):
        Span.parse(address)


@given(st.text())
def test_folding_never_moves_an_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("variant", ['"Moon\'s"', "“Moon’s”", "„MOON‘S“", "«moon´s»", "＂moon＇s＂"])
def test_typographic_quotes_and_case_fold_together(variant):
    assert fold(variant) == '"moon\'s"'


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", "\u3000"])
def test_spaces_fold_together(space):
    assert fold(f"a{space}b") == "a b"


def test_a_word_is_a_run_of_letters_digits_and_marks():
    text = "nai\u0308ve R2-D2, 月球 and 𝒻ive_six"
    assert [text[start:end] for start, end in words(text)] == ["nai\u0308ve", "R2", "D2", "月球", "and", "𝒻ive", "six"]


@given(st.text())
def test_words_are_maximal_and_in_order(text):
    inside = set()
    for start, end in words(text):
        assert start < end
        inside.update(range(start, end))
    for place, character in enumerate(text):
        assert (place in inside) == (unicodedata.category(character)[0] in "LMN")
    assert count_words(text) == len(words(text))
