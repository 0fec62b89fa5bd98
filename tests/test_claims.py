"""How answers stand to each other, on the ledger of the seeds; the status each question must have, by reading."""

import pytest
from witness.claims import reason, silent, status
from witness.corpus import read

from tests.conftest import SEEDS

CORPUS = read(SEEDS)
CLAIMS = {each.key: each for each in CORPUS.claims}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("signatories", "differ"),  # seven in October 2020, eight in March 2021: both hold at their dates
        ("which-space", "contradict"),  # outer space, and "our space" by a slip
        ("road-map-speaker", "differ"),
        ("place", "agree"),  # surface, orbit or both, wherever it is told
        ("signers", "differ"),
        ("kept-out-of", "differ"),
        ("kept-out-by", "differ"),
        ("american-return", "differ"),
        ("moon-rocks-craft", "differ"),
        ("who-snubbed", "differ"),
        ("refusal", "agree"),
        ("station-name", "differ"),
        ("second-country", "differ"),
        ("gateway", "only-one"),
    ],
)
def test_questions_of_the_seeds_have_the_status_a_reader_gives(key, expected):
    assert status(CLAIMS[key]) == expected
    assert expected in ("agree", "only-one") or CLAIMS[key].note, "a difference has a note on what it comes to"


def test_a_status_that_is_argued_for_says_so():
    assert "a note argues that they differ" in reason(CLAIMS["signatories"])


def test_who_does_not_answer_is_known():
    assert silent(CORPUS, CLAIMS["signatories"]) == ["002", "004"]
