"""What a reader compares: articles, the pieces their pages are made of, and the folder they came in.

All three are frozen values. An article keeps its page as it was stored; segments divide that page without
remainder, so that nothing is lost and every character can say why it stands where it stands.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from witness.errors import CorpusError, Fault
from witness.spans import Span, count_words, sentences

# Characters of an article that are read for names, dates, numbers and labels: some four hundred pages of a book.
MOST_READ = 1_000_000

# The kinds that are the article itself; every other kind is furniture: it belongs to the page.
ARTICLE_KINDS = ("headline", "subheadline", "summary-bullet", "body", "pull-quote")

# Every kind a segment may have, in the order in which readers meet them on a page.
KINDS = (
    "headline", "subheadline", "byline", "author-bio", "dateline", "summary-bullet", "body", "pull-quote",
    "caption", "credit", "contributor-credit", "correction", "source-link", "link-list", "promo", "chrome",
    "unknown", "whitespace",
)  # fmt: skip


def part_of(kind: str) -> str:
    """What a kind of segment belongs to: the article, the furniture of its page, or the white space between.

    >>> part_of("pull-quote"), part_of("promo"), part_of("unknown"), part_of("whitespace")
    ('article', 'furniture', 'article', 'whitespace')
    """
    if kind == "whitespace":
        return kind
    return "article" if kind in (*ARTICLE_KINDS, "unknown") else "furniture"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a page: its span, its kind, and the name of the rule that says so."""

    span: Span
    kind: str
    rule: str


@dataclass(frozen=True, eq=False)
class Article:
    """One article: its page as stored, divided into segments, and what is known about it.

    >>> from witness.segments import segment
    >>> page = "A short title\\n\\nSome words stand here, as many as a paragraph has."
    >>> article = Article("001", "001.txt", page, segment("001", page))
    >>> article.words, article.body_words
    (13, 10)

    `raw` is the file decoded as UTF-8 with its newlines kept and a leading byte order mark taken off. `digest` is
    the SHA-256 of the file's bytes. What nobody stated is an empty string; `stated` tells where a text of the corpus
    says it, by field, and `markup` which element of a web page does; what is in neither is known from outside.
    """

    key: str
    file: str
    raw: str = field(repr=False)
    segments: tuple[Segment, ...] = field(repr=False)
    digest: str = field(default="", repr=False)
    stated: dict[str, Span] = field(default_factory=dict, repr=False)
    markup: dict[str, str] = field(default_factory=dict, repr=False)
    outlet: str = ""
    headline: str = ""
    author: str = ""
    published: str = ""
    retrieved: str = ""
    url: str = ""

    @cached_property
    def words(self) -> int:
        """The words of the whole page."""
        return count_words(self.raw)

    @cached_property
    def body_words(self) -> int:
        """The words of the segments of kind body."""
        return sum(count_words(self.text(each.span)) for each in self.segments if each.kind == "body")

    @cached_property
    def article_words(self) -> int:
        """The words of all segments that are the article itself, and not furniture of its page."""
        return sum(count_words(self.text(each.span)) for each in self.segments if part_of(each.kind) == "article")

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every segment, furniture too, in their order."""
        return tuple(
            Span(self.key, each.span.start + start, each.span.start + end)
            for each in self.segments
            if each.kind != "whitespace"
            for start, end in sentences(self.text(each.span))
        )

    def sentence(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where it begins between two.

        >>> from witness.corpus import from_texts
        >>> article = from_texts({"1": "Rain fell. Nobody waved."})["1"]
        >>> str(article.sentence(Span("1", 18, 23)))
        '1:11-24'
        """
        place = bisect_right(self.sentences, span.start, key=lambda each: each.start) - 1
        return self.sentences[place] if place >= 0 and self.sentences[place].end > span.start else span

    @property
    def name(self) -> str:
        """The short name a reader sees: the key, after the outlet where that is known."""
        return f"{self.outlet} {self.key}" if self.outlet else self.key

    def text(self, span: Span) -> str:
        """The words at a span of this article."""
        return span.of(self.raw)

    def read(self, span: Span) -> str:
        """The words at a span, as far as names, dates, numbers and labels are looked for in them.

        Of an article longer than MOST_READ characters the rest is kept, cut, counted and compared, but not read so.
        """
        return self.text(span)[: max(0, MOST_READ - span.start)]


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the other forms in which the articles have it, as somebody wrote in `names.toml`."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the words by which it is searched for, as somebody wrote in `topics.toml`.

    `labels` says that the terms are names for one thing, so that one article's may be set beside another's.
    """

    topic: str
    terms: tuple[str, ...]
    labels: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What one article answers to a question, and the spans of the words that prove it."""

    article: str
    answer: str
    spans: tuple[Span, ...]


# How the answers to a question may stand to each other, by the answers alone or as a note argues.
STATUSES = ("contradict", "differ", "agree", "only-one")


@dataclass(frozen=True, slots=True)
class Claim:
    """A question that the articles answer, as somebody wrote in `claims.toml`.

    `exclusive`: at most one answer can be true. `argued` is a status that `note` argues for against the computed one.
    """

    key: str
    question: str
    answers: tuple[Answer, ...]
    topic: str = ""
    exclusive: bool = False
    argued: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Excerpts:
    """What an edition shows of each article, by key: stretches as half-open offsets; and the limits they keep."""

    most_words: int
    most_share: float
    shown: dict[str, tuple[tuple[int, int], ...]] = field(repr=False)


@dataclass(frozen=True, eq=False)
class Corpus:
    """Articles about one event, in the order of their keys; like an article, one is equal to itself alone.

    >>> corpus = Corpus((), event="A launch")
    >>> len(corpus), corpus.keys
    (0, [])
    """

    articles: tuple[Article, ...]
    event: str = ""
    reference_date: str = ""
    names: tuple[Name, ...] = ()
    topics: tuple[Topic, ...] = ()
    claims: tuple[Claim, ...] = ()
    excerpts: Excerpts | None = None

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __getitem__(self, key: str) -> Article:
        for article in self.articles:
            if article.key == key:
                return article
        raise CorpusError([Fault(key, "no article has this key", f"choose one of {', '.join(self.keys)}")])

    @property
    def keys(self) -> list[str]:
        """The keys of the articles, sorted."""
        return [article.key for article in self.articles]

    @property
    def sentence(self) -> str:
        """How many articles and words there are, as one line.

        >>> Corpus(()).sentence
        '0 articles, 0 words.'
        """
        articles = "1 article" if len(self) == 1 else f"{len(self)} articles"
        return f"{articles}, {sum(each.words for each in self):,} words."

    @property
    def digest(self) -> str:
        """One fingerprint of all the articles: it changes when any byte of any of them does."""
        return sha256("\n".join(f"{each.key} {each.digest}" for each in self.articles).encode()).hexdigest()

    def text(self, span: Span) -> str:
        """The words at a span, in whichever article it names."""
        return self[span.article].text(span)
