import re

from witness.charts import accent, stacked_bars
from witness.tables import Table

WORDS = Table({"article": ["1", "1", "2"], "kind": ["headline", "body", "body"], "words": [8, 90, 70]})


def chart(sentence: str = "Article 1 is the longer.", table: Table = WORDS):
    return stacked_bars(table, by="kind", value="words", sentence=sentence)


def test_a_chart_says_its_sentence_and_holds_its_table():
    shown = chart()._repr_mimebundle_()
    assert shown["text/plain"] == "Article 1 is the longer."
    assert 'alt="Article 1 is the longer."' in shown["text/html"]
    assert '<td class="number">90</td>' in shown["text/html"]


def test_the_same_table_gives_the_same_bytes():
    assert chart().svg == chart().svg


def test_the_picture_has_no_style_no_script_and_no_address():
    assert not re.search(r"<style|style=|<script|href=\"(?!#)", chart().svg)


def test_names_from_articles_stay_text_in_a_picture():
    hostile = Table({"article": ["</svg><script>$\\frac"], "kind": ["<b>月"], "words": [3]})
    svg = chart(table=hostile).svg
    assert "<script" not in svg
    assert "&lt;/svg&gt;&lt;script&gt;$\\frac" in svg


def test_an_empty_table_draws_an_empty_chart():
    assert chart(table=Table({"article": [], "kind": [], "words": []})).svg.startswith("<svg")


def test_64_articles_differ_in_mark_or_colour():
    assert len({accent(number) for number in range(64)}) == 64
