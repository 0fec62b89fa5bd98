"""A table that shows itself and can be written: rows sorted by place, no inline styles, no text altered.

`start` and `end` are code points of the article, half-open; `text` is what stands there. A row with a place opens it.
"""

import csv
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from witness import markup
from witness.articles import Corpus
from witness.errors import OutputError
from witness.spans import Span

FORMATS = ("csv", "json", "parquet")

# A notebook's table shows this many rows; the written table has them all.
SHOWN_ROWS = 30

# A spreadsheet reads a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Table(pd.DataFrame):
    """A DataFrame that shows itself as plain, accessible HTML.

    >>> print(Table({"article": ["001"], "words": [1200]})._repr_html_())
    <table class="evidence"><thead><tr><th scope="col">article</th><th scope="col">words</th></tr></thead>
    <tbody><tr><th scope="row"><bdi>001</bdi></th><td class="number">1,200</td></tr></tbody></table>
    """

    @property
    def _constructor(self) -> Callable[..., "Table"]:
        return Table

    def _repr_html_(self) -> str:
        head = Markup("").join(Markup('<th scope="col">{}</th>').format(column) for column in self.columns)
        records = self.head(SHOWN_ROWS).to_dict("records")
        rows = Markup("\n").join(Markup("<tr>{}</tr>").format(_cells(record)) for record in records)
        more = ""
        if len(self) > SHOWN_ROWS:
            more = Markup('\n<p class="more">{:,} of {:,} rows.</p>').format(SHOWN_ROWS, len(self))
        return Markup('<table class="evidence"><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>{}').format(
            head, rows, more
        )


def write(table: Table, path: Path) -> None:
    """Write a table as its file's ending says: .csv, .json or .parquet.

    CSV is UTF-8 with every text quoted and no text altered; a path that ends in `.spreadsheet.csv` gets the edition
    in which a text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    if path.suffix == ".parquet":
        try:
            table.to_parquet(path, index=False)
        except ImportError:
            raise OutputError(
                f"{path.name}: parquet needs pyarrow; install it with pip install 'witness[parquet]'"
            ) from None
    elif path.suffix == ".json":
        records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in table.to_dict("records"))
        path.write_text(f"[\n{records}\n]\n", encoding="utf-8", newline="")
    else:
        shown = table.map(_listed)
        shown = shown.map(_guarded) if path.name.endswith(".spreadsheet.csv") else shown
        with path.open("w", encoding="utf-8", newline="") as file:
            shown.to_csv(file, index=False, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")


def segment_at(corpus: Corpus, span: Span) -> str:
    """The kind of the segment in which a span begins."""
    segments = corpus[span.article].segments
    return segments[bisect_right([each.span.start for each in segments], span.start) - 1].kind


def table(rows: Iterable[list[Any]], columns: list[str]) -> Table:
    """A table of rows under the names of their columns.

    >>> table([["001", 3]], ["article", "words"]).words.tolist()
    [3]
    """
    return Table(list(rows), columns=columns)


def _listed(value: object) -> object:
    """A list as CSV has it: a JSON array."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _guarded(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def _cells(record: dict[Any, Any]) -> Markup:
    """The cells of a row; its first heads the row, and opens its place where the row has one."""
    cells = []
    for number, (column, value) in enumerate(record.items()):
        shown = _shown(column, value)
        if number == 0:
            if column == "article" and {"start", "end", "text"} <= record.keys() and not pd.isna(record["start"]):
                shown = _opener(record, shown)
            cells.append(Markup('<th scope="row">{}</th>').format(shown))
        else:
            number = isinstance(value, int | float) and not isinstance(value, bool)
            kind = Markup(' class="number"') if number else ""
            cells.append(Markup("<td{}{}>{}</td>").format(kind, _exact(value), shown))
    return Markup("").join(cells)


def _exact(value: Any) -> str:
    """The value itself, for whoever exports the table, where what is shown is rounded or run together."""
    if isinstance(value, list | bool) or (isinstance(value, float) and not pd.isna(value)):
        return Markup(' data-value="{}"').format(json.dumps(value, ensure_ascii=False))
    return ""


def _opener(record: dict[Any, Any], label: Markup) -> Markup:
    span = Span(record.get("source") or record["article"], record["start"], record["end"])
    return markup.address(span, markup.first_words(record["text"]), label)


def _shown(column: str, value: Any) -> Markup:
    """A value as a reader sees it: thousands separated, shares as whole per cents, texts by their opening."""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if pd.isna(value):
        return Markup("–")
    if isinstance(value, float):
        portion = "share" in column or column in ("floor", "first_score", "first_position")
        return Markup("{}").format(f"{value:.0%}" if portion else f"{value:,.1f}")
    if isinstance(value, int) and not isinstance(value, bool) and column not in ("start", "end"):
        return Markup("{}").format(f"{value:,}")
    if isinstance(value, str):
        most = 12 if column == "digest" else 90
        return Markup("<bdi>{}</bdi>").format(markup.text(markup.opening(value, most)))
    return Markup("{}").format(value)
