"""One utterance in many versions: which quotations of different articles are the same words, and how they differ.

Two quotations are versions of one utterance where most words of the shorter stand in the longer, in order and close
by. Two that share less are related at most: two agencies may say nearly the same of one thing. Every version is held
against the one nearest the origin, the shortest chain of relays and then the fullest; each change is named, and why.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from witness.articles import Corpus
from witness.kernels import Seed
from witness.passages import Change, compared, shared
from witness.quotations import Quotation, quotations
from witness.spans import count_words, fold, words

CHANGE_KINDS = ("same", "punctuation", "slip", "trimmed", "another translation", "paraphrase", "cannot tell")

# Of the shorter quotation, the share of words that a version has; and the least that makes two quotations related.
_SAME, _RELATED = 0.6, 0.3

# A version has so many words in common; so does a related quotation, of which less is the same.
_LEAST, _LEAST_RELATED = 3, 8

# A quotation of fewer words is a version only where not a word is changed.
_SHORT = 6

# A slip changes at most two words that look alike, in a quotation of at least eight others.
_SLIP_WORDS, _SLIP_AROUND, _SLIP_ALIKE = 2, 8, 0.5

# A statement this long whose words are exchanged all through was put into words twice.
_STATEMENT_WORDS, _EXCHANGED = 16, 2

_DIRECT = ("quotation", "block")


@dataclass(frozen=True, slots=True)
class Version:
    """One article's version of an utterance, held against the version in `differs_from`.

    `changes` lead from that version to this one; `kind` is one of CHANGE_KINDS, and `why` the reason for it.
    """

    utterance: int
    quotation: Quotation
    differs_from: Quotation
    words: int
    changes: tuple[Change, ...]
    kind: str
    why: str


def utterances(corpus: Corpus) -> list[tuple[int, Quotation]]:
    """Every quotation of a corpus with the number of its utterance: the same for versions and for interrupted parts.

    >>> from witness.corpus import from_texts
    >>> left = 'The mayor said: "The old quay is sinking into the mud."'
    >>> right = '"The old quay is sinking in the mud," she said. "Stay away from it."'
    >>> [number for number, _ in utterances(from_texts({"1": left, "2": right}))]
    [1, 1, 1]

    Numbers count from 1 in the order of articles and places. Time grows with the quotations and with the pairs that
    share three words in a row.
    """
    return list(_numbered(corpus))


@lru_cache(maxsize=8)
def _numbered(corpus: Corpus) -> tuple[tuple[int, Quotation], ...]:
    found = [each for article in corpus for each in quotations(article)]
    groups = _groups(corpus, found)
    numbers: dict[int, int] = {}
    return tuple((numbers.setdefault(group, len(numbers) + 1), each) for group, each in zip(groups, found, strict=True))


def versions(corpus: Corpus) -> list[Version]:
    """The versions of each utterance that more than one article has, in the order of utterances, articles and places.

    >>> from witness.corpus import from_texts
    >>> left = 'The mayor said: "We will pay for the peaceful use of outer space in all the years to come."'
    >>> right = '"We will pay for the peaceful use of our space in all the years to come," the mayor said.'
    >>> [(each.quotation.span.article, each.kind) for each in versions(from_texts({"1": left, "2": right}))]
    [('1', 'same'), ('2', 'slip')]
    """
    return list(_versions(corpus))


@lru_cache(maxsize=8)
def _versions(corpus: Corpus) -> tuple[Version, ...]:
    groups: dict[int, list[Quotation]] = defaultdict(list)
    for number, each in utterances(corpus):
        if each.kind in (*_DIRECT, "indirect"):
            groups[number].append(each)
    found = []
    for number, held in groups.items():
        if len({each.span.article for each in held}) > 1:
            found += [_version(corpus, number, held, each) for each in held]
    return tuple(found)


def related(corpus: Corpus) -> list[tuple[Quotation, Quotation, int]]:
    """Quotations of different articles that share many words and are not versions of one utterance; and how many.

    >>> from witness.corpus import from_texts
    >>> related(from_texts({"1": '"It rained," she said.', "2": '"It snowed," he said.'}))
    []
    """
    return list(_related(corpus))


@lru_cache(maxsize=8)
def _related(corpus: Corpus) -> tuple[tuple[Quotation, Quotation, int], ...]:
    numbered = utterances(corpus)
    direct = [each for each in numbered if each[1].kind in _DIRECT]
    found = []
    for left, right in _candidates(corpus, [each for _, each in direct]):
        (one, first), (other, second) = direct[left], direct[right]
        if one == other or first.span.article == second.span.article:
            continue
        common, _changes = _compared(corpus, first, second)
        shorter = min(count_words(corpus.text(each.inner)) for each in (first, second))
        if common >= _LEAST_RELATED and common / shorter >= _RELATED:
            found.append((first, second, common))
    return tuple(found)


def _compared(corpus: Corpus, left: Quotation, right: Quotation) -> tuple[int, tuple[Change, ...]]:
    return compared(corpus[left.span.article], left.inner, corpus[right.span.article], right.inner)


def _likeness(corpus: Corpus, left: Quotation, right: Quotation) -> int:
    """Words in common less the words that differ between them."""
    common, changes = _compared(corpus, left, right)
    return common - sum(each.words for each in _within(changes, left, right))


def _candidates(corpus: Corpus, found: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Pairs of quotations that share a few words in a row, by number."""
    texts = [corpus.text(each.inner) for each in found]
    pairs = {(left, right) for left, _, _, right, _, _, _ in shared(texts, Seed(3, 3, 4, max(25, len(corpus))))}
    return sorted(pairs)


def _groups(corpus: Corpus, found: Sequence[Quotation]) -> list[int]:
    """For each quotation the number of the first of its group."""
    first = list(range(len(found)))

    def root(place: int) -> int:
        while first[place] != place:
            place = first[place]
        return place

    def join(one: int, other: int) -> None:
        low, high = sorted((root(one), root(other)))
        first[high] = low

    parts: dict[tuple[str, int], int] = {}
    for place, each in enumerate(found):
        join(parts.setdefault((each.span.article, each.utterance), place), place)
    holders, block = set(), -1  # blocks that quote somebody else; quotations come in the order of their places
    for place, each in enumerate(found):
        if each.kind == "block":
            block = place
        elif block >= 0 and each.kind == "quotation" and each.speaker != found[block].speaker:
            holder = found[block].span
            if holder.article == each.span.article and holder.start <= each.span.start < holder.end:
                holders.add(block)
    for left, right in _candidates(corpus, found):
        # A block that quotes somebody is not that somebody's words.
        if (left in holders) == (right in holders) and _same_utterance(corpus, found[left], found[right]):
            join(left, right)
    return [root(place) for place in range(len(found))]


def _same_utterance(corpus: Corpus, left: Quotation, right: Quotation) -> bool:
    kinds = {left.kind, right.kind}
    if kinds & {"term", "title"} or left.span.article == right.span.article:
        return False
    common, changes = _compared(corpus, left, right)
    counts = sorted(count_words(corpus.text(each.inner)) for each in (left, right))
    if "indirect" in kinds:  # reports of one thing are one utterance only where they are the same words
        return len(kinds) == 1 and common >= 0.8 * counts[1]
    within = sum(change.words for change in _within(changes, left, right))
    near = (
        within <= common
        if counts[0] >= _STATEMENT_WORDS
        else 2 * within <= common
        if counts[0] >= _SHORT
        else not within
    )
    return common >= _LEAST and common >= _SAME * counts[0] and near


def _within(changes: Sequence[Change], left: Quotation, right: Quotation) -> list[Change]:
    """The changes between words that both have; what only one of them has before or after is left out."""

    def outside(each: Change) -> bool:
        one_sided = not len(each.left) or not len(each.right)
        first = each.left.start <= left.inner.start + 1 or each.right.start <= right.inner.start + 1
        return one_sided and (first or each is changes[-1])

    return [each for each in changes if not outside(each)]


def _version(corpus: Corpus, number: int, held: Sequence[Quotation], each: Quotation) -> Version:
    others = [other for other in held if other.span.article != each.span.article]
    nearest = min(held, key=lambda other: (len(other.chain), -len(other.inner), other.span))
    fitting = max(
        (other for other in held if other.span.article == nearest.span.article),
        key=lambda other: (_likeness(corpus, other, each), -other.span.start),
    )
    if each.span.article == nearest.span.article or not others:
        return Version(
            number, each, each, count_words(corpus.text(each.inner)), (), "same", "held to be nearest the origin"
        )
    common, changes = _compared(corpus, fitting, each)
    within = tuple(_within(changes, fitting, each))
    if changes and not within:
        return Version(
            number, each, fitting, common, (), "trimmed", "one has words before or after that the other lacks"
        )
    return Version(number, each, fitting, common, within, *_named(corpus, (fitting, each), common, within))


def _named(
    corpus: Corpus, sides: tuple[Quotation, Quotation], common: int, changes: tuple[Change, ...]
) -> tuple[str, str]:
    """What kind of change leads from the first quotation to the second, and why."""
    texts = [corpus.text(each.inner) for each in sides]
    if not changes:
        marks = [_marks(text) for text in texts]
        return ("same", "the same words") if marks[0] == marks[1] else ("punctuation", "the same words, other stops")
    exchanged = [each for each in changes if len(each.left) and len(each.right)]
    if not exchanged and all(not len(each.right) for each in changes):
        return "trimmed", "words are left out and none is changed"
    changed = sum(each.words for each in changes)
    alike = min(
        (
            Indel.normalized_similarity(*(fold(corpus.text(side)) for side in (each.left, each.right)))
            for each in exchanged
        ),
        default=0.0,
    )
    few = changed <= _SLIP_WORDS and len(exchanged) == len(changes) and common >= _SLIP_AROUND
    if few and alike >= _SLIP_ALIKE:
        return "slip", "one or two words that look alike are exchanged, and all others are the same"
    if "indirect" in (sides[0].kind, sides[1].kind):
        return "paraphrase", "reported without quotation marks"
    if len(exchanged) >= _EXCHANGED and common + changed >= _STATEMENT_WORDS:
        return "another translation", "words are exchanged throughout a statement that both quote"
    return "cannot tell", "few words are changed, and nothing tells why"


def _marks(text: str) -> str:
    """What is not a word within a quotation, folded; the stop at its end belongs to the sentence around it."""
    folded, places = fold(text), words(text)
    between = [folded[end:start] for (_, end), (start, _) in pairwise(places)]
    return "|".join(" ".join(each.split()) for each in between)
