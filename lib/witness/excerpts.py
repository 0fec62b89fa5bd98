"""The edition that may be published: of each article a few excerpts, and for the rest how many words are left out.

Which words are shown is decided once for a folder, before anything is written. Words count by what they say and not by
where they stand: what one article shares with another is shown of both as soon as it is shown of either. Each article
has a budget of its body, and another of the rest of its page. The evidence of findings draws on them first, then that
of claims, differences and quotations, then the two ends of shared passages; what asks last may find nothing left.
Names, dates and other runs of five words or fewer are no excerpts. Everything is still found in the whole text.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from witness.articles import Article, Corpus, Excerpts
from witness.differences import differences
from witness.findings import findings
from witness.names import mentions
from witness.passages import FIRM_KINDS, passages
from witness.spans import Span, count_words, fold, words
from witness.versions import versions

# A run of so many words is an excerpt, and may stand in an output only if it was granted.
RUN = 6

# Stands for each character of a word left out, where offsets must hold. No text uses it: it is no character at all.
BLANK = "\ufdd0"

# Of each kind of evidence the first so many ask for words; and of a short one so many words to either side are shown.
_MOST_ASKED, _AROUND = 500, 6


def edition(corpus: Corpus, most_words: int = 60, most_share: float = 0.25) -> Corpus:
    """The corpus with its excerpts chosen: at most so many words in a row, and so large a share of each body.

    >>> from witness.corpus import from_texts
    >>> page = "Two ships left the old port at dawn on Monday, and nobody on the long quay waved to them. It rained."
    >>> public = edition(from_texts({"1": page, "2": page}))
    >>> text(public, Span("1", 0, len(page)))
    '[21 words].'
    >>> text(edition(public, most_share=0.5), Span("1", 0, len(page)))
    'Two ships left the old port at dawn on Monday, [11 words].'

    `most_words` is at least 6, `most_share` a share of the words of a body, 0 to 1; the same share holds of what else
    stands on the page, but a headline is shown. Of longer evidence the two ends are shown. A share that comes to fewer
    than six words shows none. Takes about as long as the findings do.
    """
    choice = _Choice(corpus, most_words, most_share)
    for span in _evidence(corpus):
        choice.ask(corpus[span.article], span)
    return replace(corpus, excerpts=Excerpts(most_words, most_share, choice.made()))


def pieces(corpus: Corpus, span: Span) -> list[tuple[Span, bool]]:
    """A span cut where excerpts begin and end, each piece with whether it is shown; one piece where all is shown."""
    if not corpus.excerpts or not len(span):
        return [(span, True)]
    raw, at, found = corpus[span.article].raw, span.start, [(span.start, True)]
    for start, end in [*corpus.excerpts.shown[span.article], (span.end, span.end)]:
        start, end = max(at, min(start, span.end)), min(end, span.end)
        if count_words(raw[at:start]):
            found.append((at, False))
        if start < end:
            found += [(start, True)] if not found[-1][1] else []
            at = end
    ends = [start for start, _ in found[1:]] + [span.end]
    return [
        (Span(span.article, start, end), shown) for (start, shown), end in zip(found, ends, strict=True) if start < end
    ]


def text(corpus: Corpus, span: Span) -> str:
    """The words at a span that may be shown, and for the others how many they are, as `[n words]`."""
    return gaps(masked(corpus, span)) if corpus.excerpts else corpus.text(span)


def masked(corpus: Corpus, span: Span) -> str:
    """The words at a span, as many characters as there are; each in a word that is left out is BLANK."""
    parts = [(corpus.text(each), shown) for each, shown in pieces(corpus, span)]
    return "".join(part if shown else _blanked(part, words(part)) for part, shown in parts)


def beginning(corpus: Corpus, span: Span) -> str:
    """The words at a span as far as the first that is left out; what a link to them may carry is of these."""
    first, shown = pieces(corpus, span)[0]
    return corpus.text(first) if shown else ""


def gaps(masked: str) -> str:
    """A masked text with `[n words]` for each run of words left out.

    >>> gaps(f"He said: {BLANK * 3} {BLANK}, and {BLANK}.")
    'He said: [2 words], and [1 word].'
    """
    return re.sub(f"{BLANK}(?:[\\W_]*{BLANK})?", _gap, masked)


class Gate:
    """Lets text pass as far as an edition may show it, wherever it comes from: the last thing before it is written.

    >>> from witness.corpus import from_texts
    >>> gate = Gate(edition(from_texts({"1": "Two ships left the port at dawn and nobody on the quay waved."})))
    >>> gate(["He wrote: “Two ships left the port at dawn”, and: nobody on", "the quay waved."])
    ['He wrote: “[10 words]', '[3 words].']
    >>> gate(["Two ships left", "and nobody waved."])
    ['Two ships left', 'and nobody waved.']

    What stands in a list is read as one text. Six words in a row that an article has pass if they were chosen.
    """

    def __init__(self, corpus: Corpus):
        self._shown: set[int] = set()
        held: set[int] = set()
        for article in corpus:
            whole = Span(article.key, 0, len(article.raw))
            body = [article.text(each.span) for each in article.segments if each.kind == "body"]
            held.update(_runs(_said([article.raw])), _runs(_said(body)))  # a caption may stand between
            for span, shown in pieces(corpus, whole):
                self._shown.update(_runs(_said([article.text(span)])) if shown else ())
        self._withheld = held - self._shown

    def __call__(self, texts: Sequence[str]) -> list[str]:
        """The texts, with a gap for each run of words that may not be shown."""
        found = _runs(_said(texts))
        held = [at for at, run in enumerate(found) if run in self._withheld]
        if not held:
            return list(texts)
        places = [(number, *place) for number, each in enumerate(texts) for place in words(each)]
        shown: set[int] = set()
        left_out: set[int] = set()
        for at, run in enumerate(found):
            if run in self._shown:
                shown.update(range(at, at + RUN))
        for at in held:
            left_out.update(set(range(at, at + RUN)) - shown)
        for at in held:  # two excerpts side by side may say what neither says
            if left_out.isdisjoint(range(at, at + RUN)):
                left_out.update(range(at, at + RUN))
        cut: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, start, end in (places[at] for at in left_out):
            cut[number].append((start, end))
        return [gaps(_blanked(each, cut[number])) if number in cut else each for number, each in enumerate(texts)]


class _Choice:
    """What each article shows so far, and what is left of its budgets."""

    def __init__(self, corpus: Corpus, most_words: int, most_share: float):
        self._most = most_words
        self._places = {each.key: words(each.raw) for each in corpus}
        self._runs = {each.key: _runs(_said([each.raw])) for each in corpus}
        self._parts = {each.key: _parts(each, self._places[each.key]) for each in corpus}
        self._shown = {key: bytearray(len(places)) for key, places in self._places.items()}
        self._where: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self._granted: set[int] = set()
        self._refused: set[int] = set()
        for key, runs in self._runs.items():
            for at, run in enumerate(runs):
                self._where[run].append((key, at))
        self._left: Counter[tuple[str, str]] = Counter()
        for key, parts in self._parts.items():
            for part, count in Counter(parts).items():
                self._left[key, part] = count if part == "headline" else int(most_share * count)

    def ask(self, article: Article, span: Span) -> None:
        """Show the words at a span: all, or of many the two ends, or as many as budgets still bear."""
        low, high = self._words(span)
        if high - low < RUN:
            first, last = self._words(article.sentence(span))
            low, high = max(low - _AROUND, min(first, low)), min(high + _AROUND, max(last, high))
        end = 5 * self._most // 12
        halves = [(low, high)] if high - low <= self._most else [(low, low + end), (high - end, high)]
        for start, stop in halves:
            for run in self._runs[article.key][start : max(start, stop - RUN + 1)]:
                if not self._grant(run):
                    break

    def made(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """The stretches of each article that are shown, as offsets."""
        for key, shown in self._shown.items():  # neighbours shown apart may say together what was refused
            for at, run in enumerate(self._runs[key]):
                if all(shown[at : at + RUN]) and not self._grant(run):
                    shown[at : at + RUN] = bytes(RUN)
        return {key: tuple(self._stretches(key)) for key in self._shown}

    def _stretches(self, key: str) -> Iterator[tuple[int, int]]:
        places = self._places[key]
        for found in re.finditer(rb"\x01{%d,}" % RUN, self._shown[key]):
            yield places[found.start()][0], places[found.end() - 1][1]

    def _words(self, span: Span) -> tuple[int, int]:
        places = self._places[span.article]
        return bisect_left(places, (span.start,)), bisect_left(places, (span.end,))

    def _grant(self, run: int) -> bool:
        """Show a run wherever it stands, if every article that has it can bear that."""
        if run in self._granted or run in self._refused:
            return run in self._granted
        new = {
            (key, place)
            for key, at in self._where[run]
            for place in range(at, at + RUN)
            if not self._shown[key][place]
        }  # fmt: skip
        cost = Counter((key, self._parts[key][place]) for key, place in new)
        for key, place in new:
            self._shown[key][place] = 1
        if any(count > self._left[each] for each, count in cost.items()) or any(
            self._length(key, at) > self._most for key, at in self._where[run]
        ):
            for key, place in new:
                self._shown[key][place] = 0
            self._refused.add(run)
            return False
        self._left.subtract(cost)
        self._granted.add(run)
        return True

    def _length(self, key: str, at: int) -> int:
        """How many words in a row are shown around a place."""
        shown = self._shown[key]
        end = shown.find(0, at)
        return (end if end >= 0 else len(shown)) - shown.rfind(0, 0, at) - 1


def _evidence(corpus: Corpus) -> Iterator[Span]:
    """The spans that ask for words, the most telling first."""
    for article in corpus:
        yield from (each.span for each in article.segments if each.kind == "headline")
    for each in findings(corpus):
        yield from each.spans
    for claim in corpus.claims:
        yield from (span for answer in claim.answers for span in answer.spans)
    yield from (each.span for each in mentions(corpus) if count_words(corpus.text(each.span)) >= RUN)
    for difference in differences(corpus)[:_MOST_ASKED]:
        yield from (difference.left, difference.right)
    yield from (each.quotation.inner for each in versions(corpus)[:_MOST_ASKED])
    firm = [each for each in passages(corpus) if each.kind in FIRM_KINDS]
    yield from (each.left for each in sorted(firm, key=lambda each: (-each.words, each))[:_MOST_ASKED])


def _parts(article: Article, places: Sequence[tuple[int, int]]) -> list[str]:
    """For each word whose budget it is on: that of the body, of the headline, or of the rest of the page."""
    starts = [each.span.start for each in article.segments]
    kinds = [each.kind if each.kind in ("body", "headline") else "rest" for each in article.segments]
    return [kinds[bisect_right(starts, start) - 1] for start, _ in places]


def _said(texts: Sequence[str]) -> list[str]:
    """The words of texts as they are compared."""
    return [each[start:end] for text in texts for each in [fold(text)] for start, end in words(each)]


def _runs(said: Sequence[str]) -> list[int]:
    """For each word a number that stands for it and the words after it, up to the last that has enough of them."""
    return [hash(each) for each in zip(*(said[start:] for start in range(RUN)), strict=False)]


def _blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with each character of the words at some places made BLANK."""
    said = list(text)
    for start, end in places:
        said[start:end] = BLANK * (end - start)
    return "".join(said)


def _gap(left_out: re.Match[str]) -> str:
    count = len(re.findall(f"{BLANK}+", left_out[0]))
    return f"[{count:,} word{'' if count == 1 else 's'}]"
