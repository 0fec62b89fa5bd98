"""The reading room: any two articles side by side, with every passage they share linked, numbered and counted.

Each side shows its whole article; a passage chosen on one side comes into view on the other, and the words that differ
are marked. A reader sets how long a passage must be, of which kind, credited or not, and whether the furniture of the
pages is compared too; the coverage below is that of the setting, in words and as a share of either article.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import Bool, Int, List, TraitError, Unicode, validate

from witness import charts, excerpts, markup, spans, tables
from witness.articles import Corpus, part_of
from witness.passages import KINDS, LEAST, Passage, passages, same_words
from witness.quotations import Quotation
from witness.spans import Span, count_words
from witness.views.view import View, per_cent, table

# The ways in which a passage may be marked as somebody's words.
CREDITS = ("none", "left", "right", "both")

# Passages that are listed, the longest first; an article's text is shown up to so many characters.
MOST_PASSAGES, MOST_CHARACTERS = 100, 60_000

# What the room of a public edition cannot show.
_EXCERPTS = (
    "This edition shows excerpts of the articles. [n words] stands for as many words that it leaves out; passages are "
    "found, marked and counted in the whole texts."
)

# A passage longer than this is listed on paper by its two ends.
_MOST_WORDS, _END_WORDS, _CONTEXT = 60, 25, 60


class Room(View):
    """Two articles of a corpus and the passages they share.

    >>> from witness import load
    >>> reading = room(load("seeds"))
    >>> reading.left, reading.right = "000", "003"
    >>> reading.coverage()
    [(527, 581), (482, 482)]
    >>> reading.least = 100
    >>> len(reading.shown()), reading.coverage()
    (1, [(482, 581), (482, 482)])

    `left` and `right` are keys; the same one twice shows nothing. `least` is the fewest words a passage has in common,
    `kinds` and `credits` are those that are shown, `furniture` says whether whole pages are compared, `quoted` whether
    quotations are marked in the texts, with whoever is said to speak. `passage` is the
    number of the chosen passage in `passages`, or -1.
    """

    name: ClassVar[str] = "room"
    state: ClassVar[tuple[str, ...]] = ("left", "right", "least", "kinds", "credits", "furniture", "quoted", "passage")

    left = Unicode(help="the key of the article on the left").tag(sync=True, page=True)
    right = Unicode(help="the key of the article on the right").tag(sync=True, page=True)
    least = Int(LEAST, min=1, max=1000, help="the fewest words in common").tag(sync=True, page=True)
    kinds: List[str] = List(list(KINDS), help="the kinds that are shown").tag(sync=True, page=True)
    credits: List[str] = List(list(CREDITS), help="the credits that are shown").tag(sync=True, page=True)
    furniture = Bool(False, help="whether whole pages are compared").tag(sync=True, page=True)
    quoted = Bool(False, help="whether quotations and their speakers are marked in the texts").tag(sync=True, page=True)
    passage = Int(-1, help="the number of the chosen passage, or -1").tag(sync=True, page=True)
    articles: List[Any] = List(
        help="[key, name, mark, palette, words of the article, words of the page, characters left out]"
    ).tag(sync=True, page=True)
    pieces: List[Any] = List(help="[key, kind, part, start, text] of each piece of each page").tag(sync=True, page=True)
    passages: List[Any] = List(
        help="[left, start, end, right, start, end, kind, words, changed, credited, doubt, scope, changes, left words,"
        " right words]: scope is 0 for articles, 1 for whole pages, 2 for both; changes are [left start, left end,"
        " right start, right end]; words are half-open runs of the numbers of each side's words in common"
    ).tag(sync=True, page=True)
    quotations: List[Any] = List(help="[key, start, end, speaker] of the quotations and blocks").tag(
        sync=True, page=True
    )
    unlisted = Int(0, help="how many shorter passages are not listed").tag(sync=True, page=True)

    @validate("left", "right")
    def _known_article(self, proposal: dict[str, Any]) -> str:
        keys = [key for key, *_ in self.articles]
        if proposal["value"] not in keys:
            name = proposal["trait"].name
            raise TraitError(f"{name} = {proposal['value']!r} is not in this room; choose one of {', '.join(keys)}")
        return str(proposal["value"])

    @validate("kinds", "credits")
    def _known_names(self, proposal: dict[str, Any]) -> list[str]:
        name, known = proposal["trait"].name, KINDS if proposal["trait"].name == "kinds" else CREDITS
        for each in proposal["value"]:
            if each not in known:
                raise TraitError(f"{name} holds {each!r}; choose from {', '.join(known)}")
        return [each for each in known if each in proposal["value"]]

    def shown(self) -> list[int]:
        """The numbers of the passages that the setting shows, in the order of the article whose key comes first."""
        return [
            number
            for number, (left, _s, _e, right, _t, _f, kind, words, _c, credited, _d, scope, *_) in enumerate(
                self.passages
            )
            if sorted((left, right)) == sorted((self.left, self.right))
            and kind in self.kinds
            and credited in self.credits
            and words >= self.least
            and scope in (2, int(self.furniture))
        ]

    def step(self, way: int = 1) -> None:
        """Choose the passage after the chosen one, or with -1 the one before; after the last comes the first."""
        shown = self.shown()
        if shown and self.passage in shown:
            self.passage = shown[(shown.index(self.passage) + way) % len(shown)]
        elif shown:
            self.passage = shown[0 if way > 0 else -1]

    def coverage(self) -> list[tuple[int, int]]:
        """For the left and the right article: its words in the passages shown, and its words in all.

        Each word counts once. Two reworded sentences that were compared as a whole count none.
        """
        sides = []
        for key in (self.left, self.right):
            runs = [
                run
                for number in self.shown()
                for run in self.passages[number][13 if self.passages[number][0] == key else 14]
            ]
            _k, _n, _m, _p, words, page_words, _o = next(each for each in self.articles if each[0] == key)
            sides.append((_union(runs), page_words if self.furniture else words))
        return sides

    @property
    def sentence(self) -> str:
        """How many passages are shown, and how much of either article they are."""
        count = len(self.shown())
        (left, left_all), (right, right_all) = self.coverage()
        return (
            f"{self.left} and {self.right}: {count} {'passage' if count == 1 else 'passages'} of {self.least} words or "
            f"more in common. {left:,} of {left_all:,} words of {self.left} are shared, {per_cent(left, left_all)}; "
            f"{right:,} of {right_all:,} of {self.right}, {per_cent(right, right_all)}."
        )

    def paper(self) -> Markup:
        """The passages of every pair, each with its words on both sides and what stands around them."""
        texts: dict[str, dict[int, str]] = {}
        for key, _kind, _part, start, text in self.pieces:
            texts.setdefault(key, {})[start] = text
        labels = {article[0]: markup.label(*article[1:4]) for article in self.articles}
        parts = [Markup("<p>{}</p>").format(markup.text(self.sentence))]
        keys = [article[0] for article in self.articles]
        for at, left in enumerate(keys):
            for right in keys[at + 1 :]:
                of = [
                    (number, each) for number, each in enumerate(self.passages) if (each[0], each[3]) == (left, right)
                ]
                if of:
                    rows = [self._row(number, each, texts) for number, each in of if each[11] != 1]
                    rows += [self._row(number, each, texts) for number, each in of if each[11] == 1]
                    title = Markup('<span id="{}">{} and {}</span>').format(
                        _pair(left, right), labels[left], labels[right]
                    )
                    parts.append(
                        table(("passage", "kind", "words", "changed", "on the left", "on the right"), rows, title)
                    )
        if not self.passages:
            parts.append(Markup("<p>No two articles share a passage.</p>"))
        return Markup("\n").join(parts)

    def _row(self, number: int, each: list[Any], texts: dict[str, dict[int, str]]) -> list[Any]:
        left, left_start, left_end, right, right_start, right_end, kind, words, changed, credited, doubt, scope, *_ = (
            each
        )
        notes = [
            f"credited: {credited}",
            *([doubt] if doubt else []),
            *(["with the furniture compared"] if scope == 1 else []),
        ]
        return [
            Markup('<span id="{}">{}</span>').format(_place(each), number + 1),
            Markup("{} <small>{}</small>").format(kind, "; ".join(notes)),
            words,
            changed,
            self._in_context(Span(left, left_start, left_end), texts[left]),
            self._in_context(Span(right, right_start, right_end), texts[right]),
        ]

    def _in_context(self, span: Span, pieces: dict[int, str]) -> Markup:
        """The words at a span between a few of those around it; of many words, the two ends."""
        inside, before, after = [], "", ""
        for start, text in pieces.items():
            end = start + len(text)
            if start < span.end and span.start < end:
                inside.append(text[max(0, span.start - start) : span.end - start])
                if start <= span.start:
                    before = text[max(0, span.start - start - _CONTEXT) : span.start - start]
                if span.end <= end:
                    after = text[span.end - start : span.end - start + _CONTEXT]
        if len(before) == _CONTEXT:
            before = before.partition(" ")[2]
        if len(after) == _CONTEXT:
            after = after.rpartition(" ")[0]
        words = " ".join(" ".join(inside).split())
        first = "".join(inside)
        count = count_words(words)
        if self.edition:
            first, (before, words, after) = (
                first.partition(excerpts.BLANK)[0],
                map(excerpts.gaps, (before, words, after)),
            )
        elif count > _MOST_WORDS:
            places = spans.words(words)
            head, tail = words[: places[_END_WORDS - 1][1]], words[places[-_END_WORDS][0] :]
            words = f"{head} … [{count - 2 * _END_WORDS} words] … {tail}"
        return Markup("<bdi>{}{}{}</bdi>").format(
            markup.text(before),
            markup.address(span, markup.first_words(first), markup.text(words)),
            markup.text(after),
        )


def room(corpus: Corpus) -> Room:
    """The reading room of a corpus, opened at the two articles that share most."""
    found = _listed(corpus)
    listed = sorted(sorted(found, key=lambda each: -each[0].words)[:MOST_PASSAGES])
    numbers = {each.key: [start for start, _ in spans.words(each.raw)] for each in corpus}
    quoted = tables.quoted_words(corpus)
    view = Room(
        articles=[
            [each.key, each.name, *charts.accent(place), each.article_words, each.words, left_out]
            for place, each in enumerate(corpus)
            for left_out in [max(0, len(each.raw) - MOST_CHARACTERS)]
        ],
        pieces=[
            [
                each.key,
                piece.kind,
                part_of(piece.kind),
                piece.span.start,
                excerpts.masked(corpus, piece.span)[: MOST_CHARACTERS - piece.span.start],
            ]
            for each in corpus
            for piece in each.segments
            if piece.kind != "whitespace" and piece.span.start < MOST_CHARACTERS
        ],
        passages=[_payload(passage, scope, numbers, quoted) for passage, scope in listed],
        quotations=[
            [each.span.article, each.span.start, each.span.end, each.speaker]
            for held in quoted.values()
            for each in held
        ],
        unlisted=len(found) - len(listed),
    )
    if corpus.excerpts:
        view.edition = _EXCERPTS
    shares: dict[tuple[str, str], int] = {}
    for passage, _scope in listed:
        pair = passage.left.article, passage.right.article
        shares[pair] = shares.get(pair, 0) + passage.words
    first = [*corpus.keys, *corpus.keys][:2]
    view.left, view.right = max(shares, key=lambda pair: shares[pair]) if shares else first
    return view


def _listed(corpus: Corpus) -> list[tuple[Passage, int]]:
    """All passages with their scope: 0 in the articles alone, 1 in whole pages alone, 2 in both."""
    articles, pages = passages(corpus), passages(corpus, furniture=True)
    both = set(articles) & set(pages)
    return [
        *((each, 2 if each in both else 0) for each in articles),
        *((each, 1) for each in pages if each not in both),
    ]


def _payload(
    passage: Passage, scope: int, numbers: dict[str, list[int]], quoted: dict[str, list[Quotation]]
) -> list[Any]:
    left, right = passage.left, passage.right
    runs = [
        [_word_numbers(numbers[span.article], run) for run in stretches]
        for span, stretches in zip((left, right), same_words(passage), strict=True)
    ]
    return [
        *(left.article, left.start, left.end, right.article, right.start, right.end, passage.kind, passage.words),
        *(passage.changed, tables.credit_of(passage, quoted)[0], passage.doubt, scope),
        [[each.left.start, each.left.end, each.right.start, each.right.end] for each in passage.changes],
        *runs,
    ]


def _word_numbers(starts: list[int], run: tuple[int, int]) -> list[int]:
    return [bisect_left(starts, run[0]), bisect_left(starts, run[1])]


def _union(runs: Iterable[list[int]]) -> int:
    """How many numbers half-open runs hold, each once."""
    total, reached = 0, 0
    for start, end in sorted(runs):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _pair(left: str, right: str) -> str:
    """The fragment that opens two articles side by side."""
    return f"pair/{markup.quoted(left)}/{markup.quoted(right)}"


def _place(each: list[Any]) -> str:
    """The fragment that opens a passage."""
    left, left_start, left_end, right, right_start, right_end, *_ = each
    return f"passage/{markup.quoted(left)}:{left_start}-{left_end}/{markup.quoted(right)}:{right_start}-{right_end}"
