import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness.marks import pairs


def outer(text: str, following: str = "") -> list[str]:
    return [text[each.start : each.end] for each in pairs(text, following) if each.depth == 0]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"It rained," she said. "All day."', ['"It rained,"', '"All day."']),
        ("“It rained,” she said.", ["“It rained,”"]),
        ("„Es regnete“, sagte sie.", ["„Es regnete“"]),
        ("„Es regnete”, zei ze.", ["„Es regnete”"]),
        ("« Il pleuvait », dit-elle.", ["« Il pleuvait »"]),
        ("»Es regnete«, sagte sie.", ["»Es regnete«"]),
        ("”Det regnade”, sade hon.", ["”Det regnade”"]),
        ("‘It rained,’ she said. ‘Didn’t it?’", ["‘It rained,’", "‘Didn’t it?’"]),
        ("'It rained,' she said. 'Didn't it?'", ["'It rained,'", "'Didn't it?'"]),
        ("「雨だった」と彼女は言った。", ["「雨だった」"]),
    ],
)
def test_marks_of_many_styles(text, found):
    assert outer(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It’s the ’90s, and the players’ bus isn’t here.",
        "The hull is 118' 4\" long and 6'1\" high.",
        'Nobody waved."',
        "The end.”",
        '"',
        "",
    ],
)
def test_apostrophes_inches_and_stray_marks_are_no_quotation(text):
    assert pairs(text) == []


def test_a_stray_mark_shifts_nothing_after_it():
    assert outer('He weighed 4" more. Then: "It rained." And she: "It snowed."') == ['"It rained."', '"It snowed."']


def test_a_plural_within_single_marks_is_no_end():
    assert outer("‘The workers’ rights come first,’ she said.") == ["‘The workers’ rights come first,’"]


def test_marks_within_marks():
    text = "“She said, ‘It “rained”,’ and left.”"
    assert [(text[each.start : each.end], each.depth) for each in pairs(text)] == [
        (text, 0), ("‘It “rained”,’", 1), ("“rained”", 2),
    ]  # fmt: skip


def test_a_quotation_that_goes_on_is_opened_anew():
    first, second = "She said: “It rained.", "“It snowed.”"
    assert outer(first, second) == ["“It rained."]
    assert outer(second) == [second]


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert outer("“It rained and nobody closed the mark. ") == ["“It rained and nobody closed the mark."]
    assert outer("He said that “it rained and nobody closed the mark.") == []


@given(st.text("ab .,'\"“”‘’„«»1\n", max_size=80), st.text('“‘"a', max_size=3))
def test_pairs_nest_and_stand_in_order(text, following):
    found = pairs(text, following)
    assert found == sorted(found, key=lambda each: (each.start, -each.end))
    for each in found:
        assert 0 <= each.start < each.inner_start <= each.inner_end <= each.end <= len(text)
        assert all(
            other.end <= each.start or each.end <= other.start or (other.start <= each.start and each.end <= other.end)
            or (each.start <= other.start and other.end <= each.end) for other in found
        )  # fmt: skip
