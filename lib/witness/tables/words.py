"""Whose words they are: passages that articles share, quotations, and the versions of one utterance."""

from collections.abc import Mapping, Sequence
from typing import Any

from witness import excerpts, spans
from witness.articles import Corpus
from witness.passages import FIRM_KINDS, Passage, same_words
from witness.passages import passages as found_passages
from witness.quotations import Quotation
from witness.quotations import quotations as found_quotations
from witness.spans import Span, count_words
from witness.tables.table import Table, segment_at, table
from witness.versions import utterances
from witness.versions import versions as found_versions


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
        segments_at = [segment_at(corpus, span) for span in (left, right)]
        places = [left.article, left.start, left.end, right.article, right.start, right.end]
        credit_place = [credit.start, credit.end] if credit else [None, None]
        texts = [excerpts.text(corpus, left), excerpts.text(corpus, right)]
        rows.append(
            [*places, each.kind, each.words, each.changed, credited, *credit_place, *texts, *segments_at, each.doubt]
        )
    made = table(rows, [*columns, "left_segment", "right_segment", "doubt"])
    return made.astype({"credit_start": "Int64", "credit_end": "Int64"})


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
        place = [span.article, span.start, span.end, inner.start, inner.end, excerpts.text(corpus, span), each.kind]
        how = [" < ".join(each.chain), number, each.segment, each.rule, count_words(corpus.text(inner))]
        rows.append([*place, *who, *how])
    columns = ["article", "start", "end", "inner_start", "inner_end", "text", "kind", "speaker", "speaker_start"]
    columns += ["speaker_end", "cue", "chain", "utterance", "segment", "rule", "words"]
    made = table(rows, columns)
    return made.astype({"speaker_start": "Int64", "speaker_end": "Int64"})


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
        place = [each.utterance, it.span.article, it.span.start, it.span.end, excerpts.text(corpus, it.span)]
        how = [each.differs_from.span.article, changed, each.kind]
        rows.append([*place, *how, it.speaker, " < ".join(it.chain), it.segment, each.why])
    columns = ["utterance", "article", "start", "end", "text", "differs_from", "changes", "change_kind"]
    return table(rows, [*columns, "speaker", "chain", "segment", "why"])


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
    return table(rows, ["article", "speaker", "words", "share_of_body"])


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
    return table(rows, columns)
