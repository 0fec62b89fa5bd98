"""What the pages are: articles, the pieces they are made of, their sentences, what they state, and what they weigh."""

import json
from pathlib import Path
from typing import Any

from witness import excerpts, spans
from witness.articles import Corpus, part_of
from witness.corpus import STATED_FIELDS
from witness.spans import Span, count_words
from witness.tables.table import Table, table

# Words a minute: a usual pace for adults who read a newspaper silently.
READING_SPEED = 200


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
    return table(rows, ["article", *fields])


def segments(corpus: Corpus) -> Table:
    """One row is a piece of a page, and together they are the page: article, start, end, kind, rule, text, words, part.

    >>> from witness import load
    >>> table = segments(load("seeds"))
    >>> "".join(table[table.article == "001"].text) == load("seeds")["001"].raw
    True

    `part` is what the kind belongs to: `article`, `furniture` or `whitespace`.
    """
    rows = (
        [
            article.key,
            each.span.start,
            each.span.end,
            each.kind,
            each.rule,
            excerpts.text(corpus, each.span),
            words,
            part,
        ]
        for article in corpus
        for each in article.segments
        for words, part in [(count_words(article.text(each.span)), part_of(each.kind))]
    )
    return table(rows, ["article", "start", "end", "kind", "rule", "text", "words", "part"])


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
            excerpts.text(corpus, Span(article.key, each.span.start + start, each.span.start + end)),
            each.kind,
            count_words(text[start:end]),
        ]
        for article in corpus
        for each in article.segments
        if each.kind in ("headline", "summary-bullet", "body")
        for text in [article.text(each.span)]
        for start, end in spans.sentences(text)
    )
    return table(rows, ["article", "start", "end", "text", "segment", "words"])


def statements(corpus: Corpus) -> Table:
    """One row is a fact about an article: article, fact, value, known_from, source, start, end, text.

    >>> from witness import load
    >>> table = statements(load("seeds"))
    >>> table[(table.article == "004") & (table.fact == "author")].text.tolist()
    ['Freelance writer Amanda C. Kooser']

    `known_from` is `text` where an article of the corpus says it (then `source` is its key, and `start`, `end`, `text`
    the place), `markup` where an element of its web page does (then `text` is that element), `outside` where only the
    curated file does, and `not stated` where nobody does.
    """
    rows = []
    for article in corpus:
        for fact in STATED_FIELDS:
            value, span = getattr(article, fact), article.stated.get(fact)
            if span:
                rows.append([article.key, fact, value, "text", span.article, span.start, span.end, corpus.text(span)])
            else:
                place = article.markup.get(fact, "")
                known_from = "markup" if place else "outside" if value else "not stated"
                rows.append([article.key, fact, value, known_from, article.key if place else "", None, None, place])
    made = table(rows, ["article", "fact", "value", "known_from", "source", "start", "end", "text"])
    return made.astype({"start": "Int64", "end": "Int64"})


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
    return table(rows, ["article", "other", "pieces", "words", "share_of_body", "share_of_page"])


def reading_load(corpus: Corpus) -> Table:
    """One row is an article: article, words, sentences, words_per_sentence, minutes.

    >>> from witness.corpus import from_texts
    >>> reading_load(from_texts({"one": "It rained. Nobody waved at us."})).values.tolist()
    [['one', 6, 2, 3.0, 1]]

    Counts headline, bullets and body. `minutes` are whole minutes, rounded up, at READING_SPEED words a minute.
    """
    told = sentences(corpus)
    rows = []
    for key in corpus.keys:
        own = told[told.article == key]
        words, count = int(own.words.sum()), len(own)
        rows.append([key, words, count, round(words / max(1, count), 1), -(-words // READING_SPEED)])
    return table(rows, ["article", "words", "sentences", "words_per_sentence", "minutes"])


def quality(what: str) -> Table:
    """How well a part of the analysis does, one row a set of pages whose answers were made by reading.

    >>> list(quality("segments").columns)
    ['set', 'pages', 'floor', 'first_score', 'body_paragraphs_lost']

    `floor` is the share of characters that every later version must get right, from 0 to 1; `first_score` the share on
    the day when the rules first met the set, missing for the pages on which they were made.
    """
    return Table(
        [{key: value for key, value in row.items() if key != "what"} for row in _measured() if row["what"] == what]
    )


def first_scores() -> Table:
    """One row is a part of the analysis and a set of articles: part, set, share of what was right when they first met.

    >>> list(first_scores().columns)
    ['part', 'set', 'share']

    The share is of characters, stated speakers, right values, planted differences found, or families; 0 to 1.
    """
    measures = {"segments": "first_score", "quotations": "first_speakers_share", "facts": "first_value_share",
                "differences": "first_recall_share"}  # fmt: skip
    rows = [
        [row.get("kind", row["what"]), row["set"], row[measures[row["what"]]]]
        for row in _measured() if row.get(measures.get(row["what"], "")) is not None
    ]  # fmt: skip
    rows += [[row["what"], row["set"], row["first_families_right"] / row["families"]] for row in _measured()
             if row["what"] == "dependence"]  # fmt: skip
    return table(rows, ["part", "set", "share"])


def _measured() -> list[dict[str, Any]]:
    """What was measured, as it is stored beside the package or the tests."""
    package = Path(__file__).parents[1]
    places = (package / "quality.json", package.parents[1] / "tests" / "quality.json")
    stored = next(each for each in places if each.is_file())
    rows: list[dict[str, Any]] = json.loads(stored.read_text(encoding="utf-8"))
    return rows
