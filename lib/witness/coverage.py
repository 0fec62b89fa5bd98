"""Which article speaks of what, how early, and by which words one looked for it.

A topic is a list of words to search for: written by a person in `topics.toml`, or, where nobody wrote one, made of the
names that several articles mention and of the phrases that recur. An empty cell says only that these words were not
found; it lists them, so that a reader can think of a better one.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from witness.articles import Article, Corpus, Topic, part_of
from witness.names import mentions
from witness.spans import Span, fold, sentences, words

# Without `topics.toml`: how many names and how many recurring phrases become topics.
MOST_NAMES, MOST_PHRASES = 16, 8

# A phrase that recurs has words of at least so many letters.
_LONG = 5


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one article has of a topic: where, and how early as a share of its words; what was searched for."""

    topic: str
    article: str
    spans: tuple[Span, ...]
    first_position: float | None
    searched_for: tuple[str, ...]


def coverage(corpus: Corpus) -> list[Coverage]:
    """Every topic in every article, empty cells too, in the order of topics and articles.

    >>> from witness.corpus import from_texts
    >>> pages = {"1": "Rain fell. Eva Orr spoke. Tom Hale met Eva Orr.", "2": "Nobody waved. Eva Orr was late again."}
    >>> [(each.topic, each.article, len(each.spans), each.first_position) for each in coverage(from_texts(pages))]
    [('Eva Orr', '1', 2, 0.2), ('Eva Orr', '2', 1, 0.2857142857142857)]

    `first_position` runs from 0, the first word of the article, to 1, past its last; it is None where nothing is found.
    """
    listed = topics(corpus)
    found: dict[str, list[Coverage]] = {each.topic: [] for each in listed}
    for article in corpus:
        folded = _folded(article)
        starts = [start for start, _ in words(article.raw)]
        for topic in listed:
            spans = tuple(_found(article, folded, topic.terms))
            early = _before(article, starts, spans[0]) / max(1, article.article_words) if spans else None
            found[topic.topic].append(Coverage(topic.topic, article.key, spans, early, topic.terms))
    return [each for row in found.values() for each in row]


def topics(corpus: Corpus) -> list[Topic]:
    """The topics of a corpus: those that somebody wrote down, else names and phrases that several articles share.

    >>> from witness.corpus import from_texts
    >>> [each.topic for each in topics(from_texts({"1": "We met Eva Orr.", "2": "Nobody met Eva Orr."}))]
    ['Eva Orr']
    """
    return list(corpus.topics) or [*_named(corpus), *_recurring(corpus)]


def search(article: Article, terms: Sequence[str]) -> list[Span]:
    """Where an article, without the furniture of its page, has one of some words or phrases; whole words, any case.

    >>> from witness.corpus import from_texts
    >>> article = from_texts({"1": "They planned a station. The plan failed."})["1"]
    >>> [str(span) for span in search(article, ["plan*"])]
    ['1:5-12', '1:28-32']

    A final `*` stands for any ending. White space and the form of quotation marks and apostrophes make no difference.
    Where two terms begin at one place, the longer counts. Time grows with the text.
    """
    return _found(article, _folded(article), terms)


def places(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where a text has one of some words or phrases, by the same rule: half-open pairs, in order.

    >>> places("They planned a station. The plan failed.", ["plan*", "plan"])
    [(5, 12), (28, 32)]
    """
    pattern = _pattern(terms)
    return [found.span() for found in pattern.finditer(fold(text))] if pattern else []


def _folded(article: Article) -> list[tuple[int, str]]:
    """The pieces of an article itself, folded, each after its start."""
    kept = (each.span for each in article.segments if part_of(each.kind) == "article")
    return [(span.start, fold(article.text(span))) for span in kept]


def _found(article: Article, folded: list[tuple[int, str]], terms: Sequence[str]) -> list[Span]:
    pattern = _pattern(terms)
    places = [(at, found) for at, text in folded for found in pattern.finditer(text)] if pattern else []
    return [Span(article.key, at + found.start(), at + found.end()) for at, found in places]


def _before(article: Article, starts: list[int], span: Span) -> int:
    """How many words of an article, furniture aside, stand before a span; `starts` are those of all its words."""
    kept = [each.span for each in article.segments if part_of(each.kind) == "article" and each.span.start < span.start]
    return sum(bisect_left(starts, min(each.end, span.start)) - bisect_left(starts, each.start) for each in kept)


def _pattern(terms: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern for folded text; the longest term first, so that it wins."""
    said = []
    for term in sorted(
        {" ".join(fold(term).split()) for term in terms} - {"", "*"}, key=lambda each: (-len(each), each)
    ):
        ending = r"\w*" if term.endswith("*") else r"(?!\w)"
        said.append(r"\s+".join(re.escape(word) for word in term.rstrip("*").split()) + ending)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})") if said else None


def _named(corpus: Corpus) -> list[Topic]:
    """The names that most articles mention, each with the forms in which they do."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    articles: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for each in mentions(corpus):
        forms[each.name][corpus.text(each.span)] = None
        articles[each.name].add(each.span.article)
        count[each.name] += 1
    least = min(2, len(corpus))
    chosen = [name for name in forms if len(articles[name]) >= least]
    chosen.sort(key=lambda name: (-len(articles[name]), -count[name], name))
    return [Topic(name, tuple(sorted({name, *forms[name]}))) for name in chosen[:MOST_NAMES]]


def _recurring(corpus: Corpus) -> list[Topic]:
    """Two long words side by side that several articles have, no name among them."""
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    count: Counter[tuple[str, str]] = Counter()
    for article in corpus:
        for each in article.segments:
            if part_of(each.kind) != "article":
                continue
            text = article.read(each.span)
            for start, end in sentences(text):
                told = text[start:end]
                places = words(told)
                for (first, last), (begin, finish) in pairwise(places):
                    pair = told[first:last], told[begin:finish]
                    if told[last:begin] == " " and all(len(word) >= _LONG and word.islower() for word in pair):
                        articles[pair].add(article.key)
                        count[pair] += 1
    least = min(2, len(corpus))
    chosen = [pair for pair in count if len(articles[pair]) >= least and count[pair] >= 2]
    chosen.sort(key=lambda pair: (-len(articles[pair]), -count[pair], pair))
    return [Topic(" ".join(pair), (" ".join(pair),)) for pair in chosen[:MOST_PHRASES]]
