import pytest
from traitlets import TraitError
from witness import views
from witness.corpus import from_texts

from tests.conftest import HOSTILE

SAID = 'The mayor said: "We will pay for the peaceful use of {} space in all the years to come."'


@pytest.fixture
def ladder():
    return views.ladder(from_texts({"1": SAID.format("outer"), "2": SAID.format("our"), "3": "It rained."}))


def test_it_opens_at_an_utterance_and_names_the_change(ladder):
    assert ladder.sentence.endswith("in 2 articles, with 1 changed word in 2 (slip).")


def test_an_utterance_that_is_not_there_is_refused(ladder):
    with pytest.raises(TraitError, match="choose one of 1"):
        ladder.utterance = 99


def test_where_nothing_is_quoted_twice_it_says_so():
    ladder = views.ladder(from_texts({"1": "It rained.", "2": "It snowed."}))
    assert ladder.sentence == "No two articles quote the same words."
    assert ladder.sentence in ladder.paper()
    assert ladder.choices == [("none", 0)]


def test_hostile_words_stay_words():
    said = f'The mayor said: "We will pay for {HOSTILE.replace(chr(34), "")} in all the years to come."'
    ladder = views.ladder(from_texts({"1": said, "2": said}))
    assert "<script>" not in str(ladder.html()).replace('<script type="application/json">', "")
