import json
import re

import pytest
from traitlets import TraitError
from witness import views
from witness.corpus import from_texts
from witness.errors import ViewError

from tests.conftest import HOSTILE, SHIPS
from tests.test_markup import Reader


@pytest.fixture
def ledger():
    return views.ledger(from_texts({file.removesuffix(".txt"): text for file, text in SHIPS.items()}))


def kept(ledger) -> dict[str, int]:
    return dict(zip(ledger.kept().article, ledger.kept().kept, strict=True))


def test_at_first_everything_that_is_the_article_counts(ledger):
    assert kept(ledger) == {"north": 18, "south": 15}


def test_dropping_a_kind_drops_it_on_every_page(ledger):
    ledger.drop("headline")
    assert kept(ledger) == {"north": 14, "south": 12}


def test_a_single_piece_can_be_dropped_and_its_kind_brings_it_back(ledger):
    ledger.drop("north:66-91")  # Nobody on the quay waved.
    assert kept(ledger) == {"north": 13, "south": 15}
    assert not ledger.counts("body")
    ledger.keep("body")
    assert kept(ledger) == {"north": 18, "south": 15}


def test_undo_takes_back_one_move_at_a_time(ledger):
    ledger.drop("headline")
    ledger.drop("body")
    ledger.undo()
    assert kept(ledger) == {"north": 14, "south": 12}
    ledger.undo()
    ledger.undo()
    assert kept(ledger) == {"north": 18, "south": 15}


def test_the_sentence_tells_the_open_page_and_all_of_them(ledger):
    ledger.article = "south"
    ledger.drop("headline")
    assert ledger.sentence == ("south: 12 of 15 words on the page count, 80%. All pages together: 26 of 33, 79%.")


def test_what_the_ledger_does_not_hold_is_refused_by_name(ledger):
    with pytest.raises(ViewError, match="north:1-2"):
        ledger.drop("north:1-2")
    with pytest.raises(TraitError, match=r"'east'.*choose one of north, south"):
        ledger.article = "east"
    with pytest.raises(TraitError, match="burn"):
        ledger.moves = [["burn", "body"]]
    assert ledger.moves == []


def test_its_reading_holds_every_piece_and_its_payload_reads_back():
    ledger = views.ledger(from_texts({"one": HOSTILE}))
    page = ledger.html()
    shown = Reader(str(page)).text
    assert all(piece[6] in shown for piece in ledger.pieces)
    payload = re.search(r'<script type="application/json">(.*)</script>', page, re.DOTALL)
    assert json.loads(payload[1]) == ledger.payload()
    assert page.count("<script") == 1


def test_a_large_folder_lists_some_pieces_and_counts_all():
    page = "Title without stop\n" + "One more line.\n" * 500
    ledger = views.ledger(from_texts({"left": page, "right": page}))
    assert len(ledger.pieces) == 400
    assert kept(ledger) == {"left": 1503, "right": 1503}
    ledger.drop("body")
    assert kept(ledger) == {"left": 3, "right": 3}


def test_the_bundle_has_all_three_faces(ledger):
    bundle, _metadata = ledger._repr_mimebundle_()
    assert bundle["text/plain"] == ledger.sentence
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/html"].startswith('<div class="witness-view" data-view="ledger"')
