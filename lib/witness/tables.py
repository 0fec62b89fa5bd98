"""The evidence as tables: one function, one pandas table; what a row is and what its columns are.

Rows are sorted by article and place. `start` and `end` are code points of the article, half-open; `text` is what
stands there. A table shows itself without inline styles, and each row that has a place opens it.
"""

import csv
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from witness import markup, spans
from witness.articles import Corpus, part_of
from witness.corpus import STATED_FIELDS
from witness.errors import OutputError
from witness.passages import FIRM_KINDS, Passage, same_words
from witness.passages import passages as found_passages
from witness.quotations import Quotation
from witness.quotations import quotations as found_quotations
from witness.spans import Span, count_words
from witness.versions import utterances
from witness.versions import versions as found_versions

FORMATS = ("csv", "json", "parquet")

# A notebook's table shows this many rows; the written table has them all.
SHOWN_ROWS = 30

# Words a minute: a usual pace for adults who read a newspaper silently.
READING_SPEED = 200

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


def articles(corpus: Corpus) -> Table:
    """One row is an article: article, file, outlet, headline, author, published, and what it weighs.

    >>> from witness import load
    >>> list(articles(load("seeds")).columns[:4])
    ['article', 'file', 'outlet', 'headline']

    `words` counts the whole page, `body_words` its segments of kind body, `article_words` all that is not furniture;
    `digest` is the file's SHA-256.
    """
    fields = ("file", "outlet", "headline", "author", "published", "words", "body_words", "digest", "article_words")
    rows = ([each.key, *(getattr(each, field) for field in fields)] for each in corpus)
    return _table(rows, ["article", *fields])


def segments(corpus: Corpus) -> Table:
    """One row is a piece of a page, and together they are the page: article, start, end, kind, rule, text, words, part.

    >>> from witness import load
    >>> table = segments(load("seeds"))
    >>> "".join(table[table.article == "001"].text) == load("seeds")["001"].raw
    True

    `part` is what the kind belongs to: `article`, `furniture` or `whitespace`.
    """
    rows = (
        [article.key, each.span.start, each.span.end, each.kind, each.rule, text, count_words(text), part_of(each.kind)]
        for article in corpus
        for each in article.segments
        for text in [article.text(each.span)]
    )
    return _table(rows, ["article", "start", "end", "kind", "rule", "text", "words", "part"])


def sentences(corpus: Corpus) -> Table:
    """One row is a sentence of headline, bullets or body: article, start, end, text, segment, words.

    >>> from witness.corpus import from_texts
    >>> sentences(from_texts({"one": "It rained all day. Nobody waved at the ships in port."})).text.tolist()
    ['It rained all day.', 'Nobody waved at the ships in port.']
    """
    rows = (
        [
            article.key,
            each.span.start + start,
            each.span.start + end,
            text[start:end],
            each.kind,
            count_words(text[start:end]),
        ]
        for article in corpus
        for each in article.segments
        if each.kind in ("headline", "summary-bullet", "body")
        for text in [article.text(each.span)]
        for start, end in spans.sentences(text)
    )
    return _table(rows, ["article", "start", "end", "text", "segment", "words"])


def passages(corpus: Corpus) -> Table:
    """One row is words that two articles share: where on both sides, the kind, the words in common, what changed.

    >>> from witness import load
    >>> table = passages(load("seeds"))
    >>> int(table[table.kind == "verbatim"].words.max())
    482

    `left` is the article whose key comes first. `words` are in common (for reworded sentences: their beginnings),
    `changes` the words that are not. `credited` says which side gives the words as somebody's; `credit_start` and
    `credit_end` are where, in `left` unless only the right does. `doubt` says why a passage may be chance.
    """
    columns = ["left", "left_start", "left_end", "right", "right_start", "right_end", "kind", "words", "changes"]
    columns += ["credited", "credit_start", "credit_end", "left_text", "right_text"]
    rows = []
    quoted = quoted_words(corpus)
    for each in found_passages(corpus):
        left, right = each.left, each.right
        credited, credit = credit_of(each, quoted)
        segments_at = [_segment_at(corpus, span) for span in (left, right)]
        places = [left.article, left.start, left.end, right.article, right.start, right.end]
        credit_place = [credit.start, credit.end] if credit else [None, None]
        texts = [corpus.text(left), corpus.text(right)]
        rows.append(
            [*places, each.kind, each.words, each.changed, credited, *credit_place, *texts, *segments_at, each.doubt]
        )
    table = _table(rows, [*columns, "left_segment", "right_segment", "doubt"])
    return table.astype({"credit_start": "Int64", "credit_end": "Int64"})


def credit_of(passage: Passage, quoted: Mapping[str, Sequence[Quotation]]) -> tuple[str, Span | None]:
    """Which side gives a passage's words as somebody's (none, left, right, both), and where; by `quoted_words`.

    >>> from witness import load
    >>> corpus = load("seeds")
    >>> quoted = quoted_words(corpus)
    >>> {credit_of(each, quoted)[0] for each in found_passages(corpus) if each.kind == "verbatim"} >= {"both", "none"}
    True

    A side does so where quotations and blocks hold more than half of the passage.
    """
    left, right = (_enclosing(quoted[span.article], span) for span in (passage.left, passage.right))
    credited = "both" if left and right else "left" if left else "right" if right else "none"
    return credited, left or right


def quoted_words(corpus: Corpus) -> dict[str, list[Quotation]]:
    """The quotations and blocks of each article, by key.

    >>> from witness import load
    >>> len(quoted_words(load("seeds"))["004"])
    1
    """
    return {
        article.key: [each for each in found_quotations(article) if each.kind in ("quotation", "block")]
        for article in corpus
    }


def _enclosing(quoted: Sequence[Quotation], span: Span) -> Span | None:
    """The first of the quotations that together hold more than half of a span."""
    held, reached, first = 0, span.start, None
    for each in quoted:  # in the order of their places
        end = min(each.span.end, span.end)
        if max(each.span.start, span.start) < end:
            first = first or each.span
            held += max(0, end - max(each.span.start, reached))
            reached = max(reached, end)
    return first if 2 * held > len(span) else None


def quotations(corpus: Corpus) -> Table:
    """One row is quoted or attributed words, or a part of them: where, what kind, who is said to speak, how one knows.

    >>> from witness.corpus import from_texts
    >>> table = quotations(from_texts({"1": 'Mayor Ana Ruiz said: "The quay is sinking into the mud."'}))
    >>> table[["kind", "speaker", "chain", "rule"]].values.tolist()
    [['quotation', 'Ana Ruiz', '1 < Ana Ruiz', 'before']]

    `start` and `end` include the marks, `inner_start` and `inner_end` do not. `speaker` is empty where nobody is named.
    `chain` reads from the article outwards. `utterance` is one number for all versions and parts of the same words.
    """
    rows = []
    for number, each in utterances(corpus):
        span, inner, said_by = each.span, each.inner, each.said_by
        who = [each.speaker, said_by.start if said_by else None, said_by.end if said_by else None, each.cue]
        place = [span.article, span.start, span.end, inner.start, inner.end, corpus.text(span), each.kind]
        how = [" < ".join(each.chain), number, each.segment, each.rule, count_words(corpus.text(inner))]
        rows.append([*place, *who, *how])
    columns = ["article", "start", "end", "inner_start", "inner_end", "text", "kind", "speaker", "speaker_start"]
    columns += ["speaker_end", "cue", "chain", "utterance", "segment", "rule", "words"]
    table = _table(rows, columns)
    return table.astype({"speaker_start": "Int64", "speaker_end": "Int64"})


def versions(corpus: Corpus) -> Table:
    """One row is an article's version of an utterance that others have too, and how it differs from the nearest one.

    >>> from witness import load
    >>> table = versions(load("seeds"))
    >>> table[table.change_kind == "slip"].article.tolist()
    ['001']

    `differs_from` is the article whose version is held to be nearest the origin; `changes` counts changed words, and
    `change_kind` is one of same, punctuation, slip, trimmed, another translation, paraphrase, cannot tell, for the
    reason in `why`.
    """
    rows = []
    for each in found_versions(corpus):
        it, changed = each.quotation, sum(change.words for change in each.changes)
        place = [each.utterance, it.span.article, it.span.start, it.span.end, corpus.text(it.span)]
        how = [each.differs_from.span.article, changed, each.kind]
        rows.append([*place, *how, it.speaker, " < ".join(it.chain), it.segment, each.why])
    columns = ["utterance", "article", "start", "end", "text", "differs_from", "changes", "change_kind"]
    return _table(rows, [*columns, "speaker", "chain", "segment", "why"])


def others_words(corpus: Corpus) -> Table:
    """One row is a speaker in an article: article, speaker, words in their quotations and blocks, share of the body.

    >>> from witness.corpus import from_texts
    >>> page = 'Mayor Ana Ruiz said: "The quay is sinking into the mud." Nobody waved at all.'
    >>> others_words(from_texts({"1": page})).values.tolist()
    [['1', '(the article itself)', 8, 0.5333333333333333], ['1', 'Ana Ruiz', 7, 0.4666666666666667]]

    The first row of each article is what is left: its own words. Quotations without a speaker stand under `(nobody
    named)`. Words quoted within a quotation count once, as the outer speaker's.
    """
    rows: list[list[Any]] = []
    for article in corpus:
        spoken: dict[str, int] = {}
        reached = 0
        for each in found_quotations(article):
            if each.kind in ("quotation", "block") and each.segment == "body" and each.span.end > reached:
                words = count_words(article.raw[max(reached, each.inner.start) : each.inner.end])
                name = each.speaker or "(nobody named)"
                spoken[name] = spoken.get(name, 0) + words
                reached = each.span.end
        own = article.body_words - sum(spoken.values())
        for name, words in [("(the article itself)", own), *spoken.items()]:
            rows.append([article.key, name, words, words / max(1, article.body_words)])
    return _table(rows, ["article", "speaker", "words", "share_of_body"])


def containment(corpus: Corpus) -> Table:
    """One row says how many of an article's words stand in another: article, other, words, and what share that is.

    >>> from witness import load
    >>> table = containment(load("seeds"))
    >>> row = table[(table.article == "003") & (table.other == "000")].iloc[0]
    >>> int(row.words), float(row.share_of_body), round(float(row.share_of_page), 2)
    (482, 1.0, 0.22)

    `other` is empty where the row is about all other articles together: each word counts once, however many have it.
    Counts the words of verbatim and near-verbatim passages that are the same on both sides. The shares have three
    bases: the words of the body, of the article with its headline and bullets, and of the whole page.
    Swapping article and other changes the row: a short text may be wholly in a long one.
    """
    firm = [each for each in found_passages(corpus) if each.kind in FIRM_KINDS]
    rows = []
    for article in corpus:
        stretches: dict[str, list[tuple[int, int]]] = {key: [] for key in corpus.keys if key != article.key}
        for each in firm:
            left, right = same_words(each)
            if each.left.article == article.key:
                stretches[each.right.article] += left
            elif each.right.article == article.key:
                stretches[each.left.article] += right
        places = spans.words(article.raw)
        body = [each.span for each in article.segments if each.kind == "body"]
        for other in [*stretches, ""]:
            held = stretches[other] if other else [each for some in stretches.values() for each in some]
            inside = [start for start, end in places if any(low <= start and end <= high for low, high in held)]
            in_body = sum(any(span.start <= start < span.end for span in body) for start in inside)
            shares = in_body / max(1, article.body_words), len(inside) / max(1, article.article_words)
            rows.append([article.key, other, len(inside), in_body, *shares, len(inside) / max(1, article.words)])
    columns = ["article", "other", "words", "body_words", "share_of_body", "share_of_article", "share_of_page"]
    return _table(rows, columns)


def statements(corpus: Corpus) -> Table:
    """One row is a fact about an article: article, fact, value, known_from, source, start, end, text.

    >>> from witness import load
    >>> table = statements(load("seeds"))
    >>> table[(table.article == "004") & (table.fact == "author")].text.tolist()
    ['Freelance writer Amanda C. Kooser']

    `known_from` is `text` where an article of the corpus says it (then `source` is its key, and `start`, `end`, `text`
    the place), `outside` where only the curated file does, and `not stated` where nobody does.
    """
    rows = []
    for article in corpus:
        for fact in STATED_FIELDS:
            value, span = getattr(article, fact), article.stated.get(fact)
            if span:
                rows.append([article.key, fact, value, "text", span.article, span.start, span.end, corpus.text(span)])
            else:
                known_from = "outside" if value else "not stated"
                rows.append([article.key, fact, value, known_from, "", None, None, ""])
    table = _table(rows, ["article", "fact", "value", "known_from", "source", "start", "end", "text"])
    return table.astype({"start": "Int64", "end": "Int64"})


def same_pieces(corpus: Corpus) -> Table:
    """One row is two pages that have pieces in common, letter for letter: article, other, pieces, words, two shares.

    >>> from witness.corpus import from_texts
    >>> left = "It rained all day on the quay.\\nNobody in the whole port was seen to wave."
    >>> table = same_pieces(from_texts({"left": left, "right": "Nobody in the whole port was seen to wave."}))
    >>> table[["article", "other", "pieces", "words"]].values.tolist()
    [['left', 'right', 1, 9], ['right', 'left', 1, 9]]

    Only pieces of the body with at least five words are compared. `share_of_body` and `share_of_page` say how much of
    `article` they are, from 0 to 1: the same words, two denominators. Swapping the two articles changes both.
    """
    bodies = {
        article.key: [article.text(each.span) for each in article.segments if each.kind == "body"] for article in corpus
    }
    rows = []
    for article in corpus:
        for other in corpus.keys:
            shared = [text for text in bodies[article.key] if text in bodies[other] and count_words(text) >= 5]
            if other != article.key and shared:
                words = sum(count_words(text) for text in shared)
                shares = [words / article.body_words, words / article.words]
                rows.append([article.key, other, len(shared), words, *shares])
    return _table(rows, ["article", "other", "pieces", "words", "share_of_body", "share_of_page"])


def reading_load(corpus: Corpus) -> Table:
    """One row is an article: article, words, sentences, words_per_sentence, minutes.

    >>> from witness.corpus import from_texts
    >>> reading_load(from_texts({"one": "It rained. Nobody waved at us."})).values.tolist()
    [['one', 6, 2, 3.0, 1]]

    Counts headline, bullets and body. `minutes` are whole minutes, rounded up, at READING_SPEED words a minute.
    """
    table = sentences(corpus)
    rows = []
    for key in corpus.keys:
        own = table[table.article == key]
        words, count = int(own.words.sum()), len(own)
        rows.append([key, words, count, round(words / max(1, count), 1), -(-words // READING_SPEED)])
    return _table(rows, ["article", "words", "sentences", "words_per_sentence", "minutes"])


def quality(what: str) -> Table:
    """How well a part of the analysis does, one row a set of pages whose answers were made by reading.

    >>> list(quality("segments").columns)
    ['set', 'pages', 'floor', 'first_score', 'body_paragraphs_lost']

    `floor` is the share of characters that every later version must get right, from 0 to 1; `first_score` the share on
    the day when the rules first met the set, missing for the pages on which they were made.
    """
    package = Path(__file__).parent
    places = (package / "quality.json", package.parents[1] / "tests" / "quality.json")
    stored = next(each for each in places if each.is_file())
    rows = [row for row in json.loads(stored.read_text(encoding="utf-8")) if row.pop("what") == what]
    return Table(rows)


# Every table that `witness tables` writes, under the name of its file.
TABLES: dict[str, Callable[[Corpus], Table]] = {
    "articles": articles,
    "segments": segments,
    "sentences": sentences,
    "statements": statements,
    "passages": passages,
    "quotations": quotations,
    "versions": versions,
}


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
        shown = table.map(_guarded) if path.name.endswith(".spreadsheet.csv") else table
        with path.open("w", encoding="utf-8", newline="") as file:
            shown.to_csv(file, index=False, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")


def _segment_at(corpus: Corpus, span: Span) -> str:
    """The kind of the segment in which a span begins."""
    segments = corpus[span.article].segments
    return segments[bisect_right([each.span.start for each in segments], span.start) - 1].kind


def _table(rows: Iterable[list[Any]], columns: list[str]) -> Table:
    return Table(list(rows), columns=columns)


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
        elif isinstance(value, int | float) and not isinstance(value, bool):
            cells.append(Markup('<td class="number">{}</td>').format(shown))
        else:
            cells.append(Markup("<td>{}</td>").format(shown))
    return Markup("").join(cells)


def _opener(record: dict[Any, Any], label: Markup) -> Markup:
    span = Span(record.get("source") or record["article"], record["start"], record["end"])
    return markup.address(span, markup.first_words(record["text"]), label)


def _shown(column: str, value: Any) -> Markup:
    """A value as a reader sees it: thousands separated, shares as whole per cents, texts by their opening."""
    if pd.isna(value):
        return Markup("–")
    if isinstance(value, float):
        portion = "share" in column or column in ("floor", "first_score")
        return Markup("{}").format(f"{value:.0%}" if portion else f"{value:,.1f}")
    if isinstance(value, int) and not isinstance(value, bool) and column not in ("start", "end"):
        return Markup("{}").format(f"{value:,}")
    if isinstance(value, str):
        most = 12 if column == "digest" else 90
        return Markup("<bdi>{}</bdi>").format(markup.text(markup.opening(value, most)))
    return Markup("{}").format(value)
