"""What the articles say of the event: names, dates, numbers, answers, differences, and what they leave out."""

from typing import Any

from witness import claims as judged
from witness import excerpts
from witness.articles import Corpus
from witness.coverage import coverage as found_coverage
from witness.differences import differences as found_differences
from witness.names import mentions as found_mentions
from witness.numbers import numbers as found_numbers
from witness.tables.table import Table, segment_at, table
from witness.times import dates as found_dates


def mentions(corpus: Corpus) -> Table:
    """One row is one mention of a name: article, start, end, text, name, kind, segment, rule.

    >>> from witness.corpus import from_texts
    >>> mentions(from_texts({"1": "We met Eva Orr in the rain. Orr waved."})).name.tolist()
    ['Eva Orr', 'Eva Orr']

    `name` is one for all forms of it in all articles; `kind` is empty where neither a curated file nor a rule tells it.
    """
    rows = [
        [*_place(corpus, each.span), each.name, each.kind, each.segment, each.rule] for each in found_mentions(corpus)
    ]
    return table(rows, ["article", "start", "end", "text", "name", "kind", "segment", "rule"])


def dates(corpus: Corpus) -> Table:
    """One row is a temporal expression: where, from which day to which, how exact, and by what it was resolved.

    >>> from witness.corpus import from_texts
    >>> dates(from_texts({"1": "It opened on 3 May 2019."}))[["text", "earliest", "granularity"]].values.tolist()
    [['3 May 2019', '2019-05-03', 'day']]

    `earliest` and `latest` are ISO 8601 and inclusive, empty where nothing resolves the expression; `value` is that of
    TIMEX3 (ISO-TimeML), with X where a part is not known. Dates in the furniture of pages are here too: see `segment`.
    """
    rows = [
        [*_place(corpus, each.span), each.earliest, each.latest, each.granularity, each.anchor, each.value,
         each.segment, each.rule]
        for article in corpus
        for each in found_dates(article, corpus.reference_date)
    ]  # fmt: skip
    columns = ["article", "start", "end", "text", "earliest", "latest", "granularity", "anchor", "value"]
    return table(rows, [*columns, "segment", "rule"])


def numbers(corpus: Corpus) -> Table:
    """One row is a quantity: where, its value and unit, what it counts, and what bounds it.

    >>> from witness.corpus import from_texts
    >>> table = numbers(from_texts({"1": "More than 40 boats left."}))
    >>> table[["text", "value", "counts", "bound"]].values.tolist()
    [['More than 40 boats', 40.0, 'boats', 'more than']]

    `upper` is the end of a range, else missing; `unit` is empty for plain counts and `ordinal` for ranks.
    """
    rows = [
        [
            *_place(corpus, each.span),
            each.value,
            each.unit,
            each.counts,
            each.upper,
            each.bound,
            each.segment,
            each.rule,
        ]
        for article in corpus
        for each in found_numbers(article)
    ]
    columns = ["article", "start", "end", "text", "value", "unit", "counts", "upper", "bound", "segment", "rule"]
    return table(rows, columns).astype({"value": "float64", "upper": "Float64"})


def claims(corpus: Corpus) -> Table:
    """One row is words by which one article answers a question: claim, question, article, answer, status, place, text.

    >>> from witness import load
    >>> table = claims(load("seeds"))
    >>> table[table.claim == "signatories"].answer.tolist()
    ['seven', 'eight', 'seven']

    `status` is that of the question: agree, differ, contradict or only-one; `reason` says by which answers, and `note`
    is what its author adds. An article that does not answer has no row.
    """
    rows: list[list[Any]] = [
        [each.key, each.question, answer.article, answer.answer, judged.status(each), span.start, span.end,
         excerpts.text(corpus, span), each.topic, segment_at(corpus, span), judged.reason(each), each.note]
        for each in corpus.claims
        for answer in each.answers
        for span in answer.spans
    ]  # fmt: skip
    columns = ["claim", "question", "article", "answer", "status", "start", "end", "text"]
    return table(rows, [*columns, "topic", "segment", "reason", "note"])


def differences(corpus: Corpus) -> Table:
    """One row is two articles that, by rule, say different things of one matter; the likeliest first.

    >>> from witness.corpus import from_texts
    >>> left = "Fire crews pulled seven people from the burning ferry."
    >>> right = "Nine people were pulled from the burning ferry by fire crews."
    >>> differences(from_texts({"1": left, "2": right}))[["kind", "left_value", "right_value"]].values.tolist()
    [['number', 'seven people', 'Nine people']]

    Candidates, not findings: each is a place to look, in the order of `score`, 0 to 1.
    """
    rows = []
    for each in found_differences(corpus):
        left, right = each.left, each.right
        places = [left.article, left.start, left.end, right.article, right.start, right.end]
        rows.append([each.kind, *places, corpus.text(left), corpus.text(right), each.sentence, each.score])
    columns = ["kind", "left", "left_start", "left_end", "right", "right_start", "right_end"]
    return table(rows, [*columns, "left_value", "right_value", "sentence", "score"])


def coverage(corpus: Corpus) -> Table:
    """One row is a topic in an article: topic, article, mentions, first_position, searched_for, words_found.

    >>> from witness.corpus import from_texts
    >>> coverage(from_texts({"1": "We met Eva Orr.", "2": "Nobody met Eva Orr."})).mentions.tolist()
    [1, 1]

    `first_position` is the share of the article's words that stand before the first find, missing where there is none;
    `searched_for` is a JSON array of the terms, `words_found` one of the spans that they found.
    """
    rows = [
        [each.topic, each.article, len(each.spans), each.first_position, list(each.searched_for),
         [str(span) for span in each.spans]]
        for each in found_coverage(corpus)
    ]  # fmt: skip
    columns = ["topic", "article", "mentions", "first_position", "searched_for", "words_found"]
    return table(rows, columns).astype({"first_position": "Float64"})


def _place(corpus: Corpus, span: Any) -> list[Any]:
    return [span.article, span.start, span.end, corpus.text(span)]
