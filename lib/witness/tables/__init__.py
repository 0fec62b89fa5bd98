"""The evidence as tables: one function, one pandas table; what a row is and what its columns are.

Rows are sorted by article and place. What `witness tables` writes is listed here, each under the name of its file.
"""

from collections.abc import Callable

from witness.articles import Corpus
from witness.tables.facts import claims, coverage, dates, differences, mentions, numbers
from witness.tables.origins import bindings, by_witness, dependence, distinctive, findings, rules, witnesses, wording
from witness.tables.pages import (
    articles,
    first_scores,
    quality,
    reading_load,
    same_pieces,
    segments,
    sentences,
    statements,
)
from witness.tables.table import FORMATS, SHOWN_ROWS, Table, write
from witness.tables.words import (
    containment,
    credit_of,
    others_words,
    passages,
    quotations,
    quoted_words,
    versions,
)  # fmt: skip

__all__ = [
    "FORMATS", "SHOWN_ROWS", "TABLES", "Table", "articles", "bindings", "by_witness", "claims", "containment",
    "coverage", "credit_of", "dates", "dependence", "differences", "distinctive", "findings", "first_scores",
    "mentions", "numbers", "others_words", "passages", "quality", "quotations", "quoted_words", "reading_load",
    "rules", "same_pieces", "segments", "sentences", "statements", "versions", "witnesses", "wording", "write",
]  # fmt: skip

TABLES: dict[str, Callable[[Corpus], Table]] = {
    "articles": articles,
    "segments": segments,
    "sentences": sentences,
    "statements": statements,
    "passages": passages,
    "quotations": quotations,
    "versions": versions,
    "mentions": mentions,
    "dates": dates,
    "numbers": numbers,
    "claims": claims,
    "differences": differences,
    "coverage": coverage,
    "wording": wording,
    "dependence": dependence,
    "witnesses": witnesses,
}
