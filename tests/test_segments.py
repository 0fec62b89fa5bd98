import pytest
from hypothesis import given
from hypothesis import strategies as st
from witness.segments import ends_sentence, segment


def kinds(page: str) -> list[tuple[str, str]]:
    return [(each.kind, each.span.of(page)) for each in segment("page", page) if each.kind != "whitespace"]


def test_a_short_first_line_without_a_stop_is_the_headline():
    assert kinds("Two ships leave port\n\nThe ships left at dawn.") == [
        ("headline", "Two ships leave port"),
        ("body", "The ships left at dawn."),
    ]


@pytest.mark.parametrize("first", ["The ships left at dawn.", "“The ships have left.”", "X", " ".join(["long"] * 26)])
def test_other_first_lines_are_body(first):
    assert kinds(f"{first}\n\nThe ships left at dawn.")[0] == ("body", first)


def test_a_page_of_one_line_has_no_headline():
    assert kinds("Two ships leave port") == [("body", "Two ships leave port")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n \t\n", "\u2028"])
def test_any_line_end_parts_two_pieces(newline):
    assert [text for _kind, text in kinds(f"It rained.{newline}It stopped.")] == ["It rained.", "It stopped."]


def test_white_space_around_a_line_belongs_to_the_white_space():
    page = "  It rained.  \n"
    assert [(each.kind, each.span.start, each.span.end) for each in segment("page", page)] == [
        ("whitespace", 0, 2),
        ("body", 2, 12),
        ("whitespace", 12, 15),
    ]


@given(st.text(st.sampled_from("ab .\n\r\t\u00a0\u2028\ufeff🚀\u0301")))
def test_every_character_is_in_exactly_one_piece(page):
    pieces = segment("page", page)
    assert "".join(each.span.of(page) for each in pieces) == page
    assert [each.span.start for each in pieces[1:]] == [each.span.end for each in pieces[:-1]]
    for each in pieces:
        assert (each.kind == "whitespace") == (not each.span.of(page).strip())
        assert each.rule


def test_closing_marks_do_not_hide_a_stop():
    assert ends_sentence("(“We are done.”)")
    assert not ends_sentence("“Done”")
