"""The words that two articles share: copied, edited, echoed, or said again in other words.

A passage is a stretch of one article and a stretch of another that say the same thing in mostly the same words, in the
same order. *Verbatim* passages have not a word changed; *near-verbatim* ones have small edits; an *echo* is short, or
made of words so common that it may be chance; a *reworded* passage has many edits, or is a sentence that has many of
another's rare words and not their order. The last two are weaker evidence than the first. Punctuation, case and the
form of quotation marks make no difference. Where the words stand in an article makes none either: moved paragraphs are
found where they are.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, groupby

from rapidfuzz.distance import Indel

from witness import kernels, spans
from witness.articles import Article, Corpus, part_of
from witness.kernels import Seed
from witness.spans import Cover, Span

KINDS = ("verbatim", "near-verbatim", "echo", "reworded")

# The kinds that say for certain that words are shared; the other two are weaker evidence.
FIRM_KINDS = KINDS[:2]

# What a few articles are read with: shorter seeds than a collection, since every find can be looked at.
CLOSE = Seed(size=3, least=4, gap=8)

# What a large collection is read with: ten words in common, since stock phrases of eight or nine recur by chance.
WIDE = Seed(size=4, least=10)

# A passage has at least this many words in common; what is shorter can only be an echo.
LEAST = 6

# Edits are small where there are so many words in common for each that is changed.
_SMALL = 3

# A passage of fewer than ten words needs so many uncommon ones, or it may be chance; an echo needs more, or marks.
_UNCOMMON, _UNCOMMON_ECHO = 2, 3

# Two sentences that say the same in other words are alike by this cosine, 0 to 1, and share so many rare words.
_REWORDED, _REWORDED_WORDS = 0.36, 5

# Endings differ between forms of a word; its beginning tells it apart well enough in many languages.
_STEM = 5

_QUOTED = re.compile(r'"[^"\n]+"|“[^“”\n]+[”"]|„[^„“”\n]+[“”]|«[^«»\n]+»|”[^”\n]+”')


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Words of the left that stand for other words on the right; one of the two may be empty."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words that two articles share: where on either side, of which kind, how many in common, and what changed.

    `left` is the article whose key comes first. `words` are those in common, in order; `changes` are the rest, none for
    a verbatim passage. `doubt` says why it may be chance, or is empty.
    """

    left: Span
    right: Span
    kind: str
    words: int
    changes: tuple[Change, ...] = ()
    doubt: str = ""

    @property
    def changed(self) -> int:
        """How many words are changed, dropped or added: of each change, the words of its longer side."""
        return sum(each.words for each in self.changes)


def passages(corpus: Corpus, furniture: bool = False) -> list[Passage]:
    """Every passage that two articles of a corpus share, sorted by its places.

    >>> from witness.corpus import from_texts
    >>> left = "It rained. The old harbour will be closed to all ships for three years, he said."
    >>> right = "The old harbour will stay closed to all ships for three years. Nobody waved."
    >>> found, = passages(from_texts({"001": left, "002": right}))
    >>> found.kind, found.words, [left[each.left.start:each.left.end] for each in found.changes]
    ('near-verbatim', 11, ['be'])

    Compares the articles without the furniture of their pages; with `furniture`, whole pages. A passage may lead over
    what is left out: its ends are words that are compared. Time grows with the words, but for reworded sentences, which
    are compared pair by pair.
    """
    return list(_found(corpus, furniture))


@lru_cache(maxsize=8)
def _found(corpus: Corpus, furniture: bool) -> tuple[Passage, ...]:
    """All passages; kept for the next who asks."""
    if len(corpus) < 2:
        return ()
    pages = [_page(article, furniture) for article in corpus]
    common = _common(pages)
    # In a folder every article may have the same words; that is no boilerplate there.
    seed = replace(CLOSE, most=max(CLOSE.most, len(pages)))
    places = [each[:6] for each in shared([page.text for page in pages], seed)]
    found = [
        passage
        for left, start, end, right, right_start, right_end in [*places, *_twins(pages)]
        if (passage := _aligned(pages[left].cut(start, end), pages[right].cut(right_start, right_end), common))
    ]
    found = list(dict.fromkeys(found))
    return tuple(sorted([*_outermost(found), *_reworded(pages, found, common)]))


def shared(texts: Sequence[str], seed: Seed = WIDE) -> list[tuple[int, int, int, int, int, int, int]]:
    """Passages of many texts: left, its start and end, right, its start and end, and the words in common.

    >>> story = "The old harbour will be closed to all ships for three years"
    >>> shared([f"It rained. {story}, he said.", "Nobody waved.", f"{story}. Again?"])
    [(0, 11, 70, 2, 0, 59, 12)]

    Texts are named by their numbers, offsets are code points. `words` are those in runs as long as a seed, not the lone
    ones between. Time and memory grow with the words: some five thousand articles of 600 words a second, 50 kB each.
    """
    words = kernels.words(texts)
    left, right, cut = kernels.match(kernels.shingles(words, seed.size), words.text, seed.most)
    whole = kernels.chain(kernels.runs(left, right, seed.size), words.text, seed)
    return kernels.places(kernels.grow(whole, words, cut), words)


def same_words(passage: Passage) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches on the left, and those on the right, that agree word by word: half-open offsets, in order.

    >>> left, right = Span("001", 0, 30), Span("002", 10, 38)
    >>> change = Change(Span("001", 8, 12), Span("002", 18, 20), 1)
    >>> same_words(Passage(left, right, "near-verbatim", 5, (change,)))
    ([(0, 8), (12, 30)], [(10, 18), (20, 38)])

    Two reworded sentences that were compared as a whole have none.
    """
    if passage.kind == "reworded" and not passage.changes:
        return [], []
    return _between(passage.left, [each.left for each in passage.changes]), _between(
        passage.right, [each.right for each in passage.changes]
    )


def compared(left: Article, left_span: Span, right: Article, right_span: Span) -> tuple[int, tuple[Change, ...]]:
    """How many words two stretches have in common, in order, and every change from the left to the right.

    >>> from witness.corpus import from_texts
    >>> corpus = from_texts({"001": "the use of outer space", "002": "the use of our space"})
    >>> words, changes = compared(corpus["001"], Span("001", 0, 22), corpus["002"], Span("002", 0, 20))
    >>> words, [(corpus.text(each.left), corpus.text(each.right)) for each in changes]
    (4, [('outer', 'our')])

    The alignment has the most words in common that order allows.
    """
    words, changes, _agreed = _changes(_stretch(left, left_span), _stretch(right, right_span))
    return words, changes


def in_common(left: str, right: str, least: int = LEAST) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where either of two texts has `least` or more successive words that the other has too; half-open, in order.

    >>> in_common("It rained. The ships left the port.", "At dawn the ships left the port, he said.", 4)
    ([(11, 34)], [(8, 31)])

    Words are equal when they fold alike, wherever they stand. Runs that overlap or follow each other at once are one
    stretch. Needs no corpus and no alignment, so that a page's script can do the same; time grows with the words.
    """
    places = [spans.words(text) for text in (left, right)]
    folded = [
        [text[start:end] for start, end in held]
        for text, held in zip(map(spans.fold, (left, right)), places, strict=True)
    ]
    seeds = [[tuple(words[at : at + least]) for at in range(len(words) - least + 1)] for words in folded]
    return _held(places[0], seeds[0], set(seeds[1]), least), _held(places[1], seeds[1], set(seeds[0]), least)


def _held(
    places: list[tuple[int, int]], seeds: list[tuple[str, ...]], others: set[tuple[str, ...]], least: int
) -> list[tuple[int, int]]:
    """The stretches of a text whose seeds are among another's."""
    found: list[tuple[int, int]] = []
    reached = -1  # the word behind the last stretch
    for at, seed in enumerate(seeds):
        if seed in others:
            begin = found.pop()[0] if at <= reached else places[at][0]
            reached = at + least
            found.append((begin, places[reached - 1][1]))
    return found


def _between(whole: Span, changes: list[Span]) -> list[tuple[int, int]]:
    edges = [whole.start, *(edge for each in changes for edge in (each.start, each.end)), whole.end]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one page that stand side by side among those compared: their folded forms, and where they are."""

    key: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    quoted: bool = False

    def span(self, first: int, last: int) -> Span:
        """From word `first` up to word `last`; where there is none between, the place after the word before."""
        if first < last:
            return Span(self.key, self.starts[first], self.ends[last - 1])
        place = self.ends[first - 1] if first else self.starts[0] if self.starts else 0
        return Span(self.key, place, place)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it is compared: what is left out is blank, so that offsets stay."""

    text: str
    whole: _Stretch
    sentences: list[_Stretch]
    quoted: list[tuple[int, int]]

    def cut(self, start: int, end: int) -> _Stretch:
        """The words between two offsets, and whether most of them stand in one pair of quotation marks."""
        first, last = bisect_left(self.whole.starts, start), bisect_right(self.whole.ends, end)
        half = (end - start) / 2
        near = self.quoted[max(0, bisect_left(self.quoted, (start, start)) - 1) : bisect_left(self.quoted, (end, end))]
        quoted = any(min(end, closed) - max(start, opened) > half for opened, closed in near)
        whole = self.whole
        return _Stretch(whole.key, whole.words[first:last], whole.starts[first:last], whole.ends[first:last], quoted)


def _page(article: Article, furniture: bool) -> _Page:
    kept = [each for each in article.segments if furniture or part_of(each.kind) == "article"]
    shown = {each.span.start for each in kept}
    text = "".join(
        article.text(each.span) if each.span.start in shown else "\n" * len(each.span) for each in article.segments
    )
    folded = spans.fold(text)
    places = spans.words(text)
    starts, ends = [start for start, _ in places], [end for _, end in places]
    whole = _Stretch(article.key, [folded[start:end] for start, end in places], starts, ends)
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    page = _Page(text, whole, [], quoted)
    for each in kept:
        begin = each.span.start
        for start, end in spans.sentences(article.text(each.span)):
            page.sentences.append(page.cut(begin + start, begin + end))
    return page


def _common(pages: list[_Page]) -> frozenset[str]:
    """The words that tell nothing: short ones, and those that many sentences of these articles have."""
    heads = Counter(word for page in pages for sentence in page.sentences for word in set(sentence.words))
    most = max(2 * len(pages), sum(len(page.sentences) for page in pages) / 10)
    return frozenset(
        word for word, count in heads.items() if count > most or (len(word) < 4 and not any(map(str.isdigit, word)))
    )


def _twins(pages: list[_Page]) -> Iterator[tuple[int, int, int, int, int, int]]:
    """Pages that are the same word by word: one passage, even where they repeat themselves too often for seeds."""
    for (left, one), (right, other) in combinations(enumerate(page.whole for page in pages), 2):
        if one.words and one.words == other.words:
            yield left, one.starts[0], one.ends[-1], right, other.starts[0], other.ends[-1]


def _stretch(article: Article, span: Span) -> _Stretch:
    text = article.text(span)
    folded, places = spans.fold(text), spans.words(text)
    starts, ends = [span.start + start for start, _ in places], [span.start + end for _, end in places]
    return _Stretch(article.key, [folded[start:end] for start, end in places], starts, ends)


def _changes(left: _Stretch, right: _Stretch) -> tuple[int, tuple[Change, ...], set[str]]:
    """The words in common, the changes, and the different words that agree."""
    if left.words == right.words:
        return len(left.words), (), set(left.words)
    changes, agreed, words, at_left, at_right = [], set(), 0, 0, 0
    ends = len(left.words), len(right.words)
    blocks = [
        (each.src_start, each.src_end, each.dest_start, each.dest_end)
        for each in Indel.opcodes(left.words, right.words)
        if each.tag == "equal"
    ]
    for src_start, src_end, dest_start, dest_end in [*blocks, (ends[0], ends[0], ends[1], ends[1])]:
        if src_start > at_left or dest_start > at_right:
            sides = left.span(at_left, src_start), right.span(at_right, dest_start)
            changes.append(Change(*sides, max(src_start - at_left, dest_start - at_right)))
        at_left, at_right = src_end, dest_end
        agreed |= set(left.words[src_start:src_end])
        words += src_end - src_start
    return words, tuple(changes), agreed


def _aligned(left: _Stretch, right: _Stretch, common: frozenset[str]) -> Passage | None:
    """A passage from two stretches that begin and end alike, or none where nothing speaks for borrowing."""
    words, changes, agreed = _changes(left, right)
    uncommon = len(agreed - common)
    changed = sum(each.words for each in changes)
    kind, doubt = "verbatim" if not changes else "near-verbatim" if changed * _SMALL <= words else "reworded", ""
    if words < LEAST or (words < WIDE.least and uncommon < _UNCOMMON + bool(changes)):
        quoted = (left.quoted or right.quoted) and uncommon > 0
        if words < LEAST and not quoted and uncommon < _UNCOMMON:
            return None
        kind = "echo"
        doubt = "" if quoted or uncommon >= _UNCOMMON_ECHO else "common words"
    sides = left.span(0, len(left.words)), right.span(0, len(right.words))
    return Passage(*sides, kind, words, changes, doubt)


def _outermost(found: list[Passage]) -> list[Passage]:
    """Without the passages both sides of which lie within longer ones of the same two articles."""
    longer: dict[tuple[str, str, str], Cover] = defaultdict(Cover)

    def sides(each: Passage) -> tuple[tuple[Cover, Span], tuple[Cover, Span]]:
        left, right = each.left.article, each.right.article
        return (longer[left, right, "left"], each.left), (longer[left, right, "right"], each.right)

    within: set[Passage] = set()
    for _, group in groupby(sorted(found, key=lambda each: -each.words), key=lambda each: each.words):
        alike = list(group)
        within.update(each for each in alike if all(cover.holds(span) for cover, span in sides(each)))
        for each in alike:
            for cover, span in sides(each):
                cover.add(span)
    return [each for each in found if each not in within]


def _reworded(pages: list[_Page], found: list[Passage], common: frozenset[str]) -> Iterator[Passage]:
    """Sentences of two articles that share many rare words, where no passage shows that already.

    The cosine of two sentences over their words' rarity (inverse document frequency, Spärck Jones 1972), a sentence
    being the document. Only sentences that share rare words are compared.
    """
    stems = [
        (page, sentence, {word[:_STEM] for word in sentence.words}) for page in pages for sentence in page.sentences
    ]
    frequency = Counter(stem for _, _, own in stems for stem in own)
    rarity = {stem: math.log(len(stems) / count) for stem, count in frequency.items()}
    rare = {word[:_STEM] for page in pages for word in page.whole.words} - {word[:_STEM] for word in common}
    places = defaultdict(list)
    for place, (_, _, own) in enumerate(stems):
        for stem in sorted(own & rare):
            if frequency[stem] > 1:
                places[stem].append(place)
    length = [math.fsum(rarity[stem] for stem in own) for _, _, own in stems]
    together = Counter(
        (left, right) for held in places.values() for at, left in enumerate(held) for right in held[at + 1 :]
    )
    shown = defaultdict(list)
    for each in found:
        if each.kind != "echo":  # an echo within them does not show that two sentences are alike
            shown[each.left.article, each.right.article].append(each)
    for (left, right), count in sorted(together.items()):
        (left_page, left_sentence, left_stems), (right_page, right_sentence, right_stems) = stems[left], stems[right]
        if count < _REWORDED_WORDS or left_page is right_page or not length[left] * length[right]:
            continue
        alike = math.fsum(rarity[stem] for stem in left_stems & right_stems) / math.sqrt(length[left] * length[right])
        passage = Passage(
            left_sentence.span(0, len(left_sentence.words)),
            right_sentence.span(0, len(right_sentence.words)),
            "reworded",
            len(left_stems & right_stems),
        )
        if alike >= _REWORDED and not any(
            _covers(each, passage) for each in shown[passage.left.article, passage.right.article]
        ):
            yield passage


def _covers(found: Passage, passage: Passage) -> bool:
    """Whether a passage shows at least half of the shorter of two sentences already."""
    shares = [
        max(0, min(mine.end, its.end) - max(mine.start, its.start)) / len(its)
        for mine, its in ((found.left, passage.left), (found.right, passage.right))
    ]
    return min(shares) > 0 and max(shares) >= 0.5
