import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from witness import markup

from tests.conftest import HOSTILE


class Reader(HTMLParser):
    """The text and the elements that a page's reader gets."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.text, self.elements = "", []
        self.feed(page)
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.elements.append(tag)


def test_hostile_text_is_shown_as_text():
    page = Reader(str(markup.text(HOSTILE)))
    assert page.text == HOSTILE
    assert set(page.elements) == {"span"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_character_of_a_text_is_shown(foreign):
    assert Reader(str(markup.text(foreign))).text == foreign


@given(st.recursive(st.text() | st.integers() | st.booleans(), lambda inner: st.lists(inner)))
def test_json_in_a_script_reads_back_and_cannot_end_the_script(value):
    written = str(markup.json_text(value))
    assert json.loads(written) == value
    assert "<" not in written
    assert "&" not in written


def test_first_words_come_from_the_beginning_alone():
    assert markup.first_words("🚀 Up, up " + "and away " * 50) == "Up-up-and-away"
    assert len(markup.first_words("x" * 1000)) == 80


@given(st.text(), st.integers(2, 200))
def test_an_opening_is_short_and_begins_as_the_passage_does(passage, most):
    shown = markup.opening(passage, most)
    assert len(shown) <= max(most, 2) + 1
    assert passage.startswith(shown.removesuffix(" …"))
