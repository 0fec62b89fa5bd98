import csv
import io
import json
import re

import pandas as pd
import pytest
from witness import tables
from witness.corpus import from_texts, read

from tests.conftest import HOSTILE, ODD, SEEDS, SHIPS

SMALL = from_texts({file.removesuffix(".txt"): text for file, text in SHIPS.items()})


def test_one_row_is_an_article():
    table = tables.articles(SMALL)
    columns = "article file outlet headline author published words body_words digest article_words"
    assert list(table.columns) == columns.split()
    assert table[["article", "words", "body_words"]].values.tolist() == [["north", 18, 14], ["south", 15, 12]]


def test_one_row_is_a_piece_and_together_they_are_the_pages():
    corpus = read(SEEDS)
    table = tables.segments(corpus)
    for article in corpus:
        rows = table[table.article == article.key]
        assert "".join(rows.text) == article.raw
        assert [article.raw[row.start : row.end] for row in rows.itertuples()] == rows.text.tolist()


@pytest.mark.parametrize("text", [HOSTILE, ODD.removeprefix("\ufeff")])
def test_csv_and_json_hold_the_text_unaltered(text, tmp_path):
    table = tables.segments(from_texts({"one": text}))
    for ending in ("csv", "json"):
        tables.write(table, tmp_path / f"segments.{ending}")
    with (tmp_path / "segments.csv").open(encoding="utf-8", newline="") as file:
        assert "".join(row["text"] for row in csv.DictReader(file)) == text
    assert "".join(row["text"] for row in json.loads((tmp_path / "segments.json").read_text("utf-8"))) == text


def test_parquet_holds_the_same_rows(tmp_path):
    table = tables.segments(SMALL)
    tables.write(table, tmp_path / "segments.parquet")
    assert pd.read_parquet(tmp_path / "segments.parquet").values.tolist() == table.values.tolist()


def test_every_text_is_quoted_in_csv_and_no_number_is(tmp_path):
    tables.write(tables.segments(SMALL), tmp_path / "segments.csv")
    first = (tmp_path / "segments.csv").read_text("utf-8").splitlines()[1]
    assert first == '"north",0,20,"headline","first-title","Two ships leave port",4,"article"'


def test_the_spreadsheet_edition_guards_formulas_and_nothing_else(tmp_path):
    table = tables.Table({"text": ["=1+1", "@x", "-3", "plain"], "words": [1, -2, 3, 4]})
    tables.write(table, tmp_path / "t.spreadsheet.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "t.spreadsheet.csv").read_text("utf-8"))))
    assert rows == [["text", "words"], ["'=1+1", "1"], ["'@x", "-2"], ["'-3", "3"], ["plain", "4"]]


def test_a_table_shows_itself_without_styles_and_opens_its_places():
    shown = tables.segments(SMALL).head(1)._repr_html_()
    assert "style" not in shown
    assert re.findall(r'data-address="([^"]+)"', shown) == ["north:0-20"]


def test_a_long_table_says_how_many_rows_it_leaves_out():
    assert "30 of 50 rows." in tables.Table({"n": range(50)})._repr_html_()


def test_a_fact_opens_the_words_that_state_it_wherever_they_stand():
    shown = tables.statements(read(SEEDS))._repr_html_()
    assert '<a class="address" data-address="003:' in shown.split("</tr>")[1]
    assert "–" in shown  # what nobody states has no place


def test_reading_load_and_same_pieces_of_small_articles():
    assert tables.reading_load(SMALL).values.tolist() == [["north", 18, 3, 6.0, 1], ["south", 15, 3, 5.0, 1]]
    assert len(tables.same_pieces(SMALL)) == 0
