"""Where two articles say different things of one matter, found without anybody's curation.

A number, a date, a name or the strength of a promise stands in a sentence; the same matter in another article stands in
a sentence of like words. Two values are set against each other only where each is the other's best counterpart and
they do not agree. What comes out are candidates, in the order of how alike their surroundings are: places to look.
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations

from witness.articles import Article, Corpus, part_of
from witness.names import Mention, mentions
from witness.numbers import Number, numbers
from witness.spans import Span, fold, words
from witness.times import Date, dates
from witness.versions import versions

KINDS = ("number", "date", "name", "modality", "speaker")

# How alike the surroundings of two values must be, from 0 to 1, to be held to speak of one matter.
_ALIKE = {"number": 0.2, "date": 0.2, "name": 0.34, "modality": 0.34}

# What it adds that two numbers count the same thing in the same words, or a thing counted but once in either article.
_SAME_THING, _ONCE = 0.3, 0.25

# Values of which one is not told to be of a kind must be the more alike in their surroundings.
_UNSURE = 0.5

# A number without "about" may be a rounded one where its rounding is but so small a part of it.
_ROUNDED = 0.05

# What values that agree have ahead of others in the search for a counterpart.
_AGREED = 0.1

# Bounds from which, and up to which, a number may go.
_FROM, _TO = ("more than", "at least"), ("less than", "at most")

# Words by which a value's surroundings fade to half, and letters by which words count as one.
_FADE, _STEM = 5, 5

# Candidates that are given for one pair of articles.
MOST = 60

# How sure a sentence makes one that something will be, by the words before its verb.
_MODALITY = (
    ("possibility", r"may|might|could"),
    ("intention", r"(?:plans?|planned|hopes?|hoped|wants?|wanted|intends?|intended|aims?|aimed|seeks?|sought|proposes?|"
                  r"proposed|(?:is|are|was|were) (?:planning|hoping|considering)|in hopes) to"),
    ("expectation", r"(?:(?:is|are|was|were) )?(?:expected|likely|due|set|scheduled) to"),
    ("obligation", r"(?:must|should|ought to|(?:has|have|had) to)"),
    ("certainty", r"(?:will|is to|are to|(?:has|have) agreed to|agreed to)"),
    ("conditional", r"would"),
)  # fmt: skip
_MODAL = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _MODALITY) + r")\s+"
    r"(?:not\s+|also\s+|then\s+|now\s+|\w+ly\s+)*(?:have\s+|be\s+)?(?P<verb>[a-z]{3,})"
)

# What makes a promise hang on something, where the sentence has it.
_CONDITION = re.compile(r"\b(?:if|unless|provided|subject to|pending)\b", re.IGNORECASE)
_CONDITIONED = ("possibility", "certainty", "conditional")

# Words that say nothing of the matter.
_EMPTY = frozenset(
    "the and for with from that this these those which who whom whose what when where while was were are has have had "
    "been being will would could should may might must can not but its his her their our your they them she him you "
    "said says say told tell also than then there here into onto over under after before about more most less least "
    "some any all each other another such only just very much many few own same too out off per via between among "
    "during since until because though although however according one two first last next year years day days week "
    "month months time people new now still yet even did does done make made get got".split()
)


# Words by which a number is written or bounded; what is left of it is the thing.
_COUNTING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens half quarter first second third about around nearly almost over "
    "under least most more less than only some roughly and".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """Two articles that differ: of which kind, where on either side, a sentence, and how alike the surroundings are."""

    kind: str
    left: Span
    right: Span
    sentence: str = field(compare=False)
    score: float = field(compare=False)


@dataclass(frozen=True, eq=False)
class _Told:
    """A sentence of an article: where it stands, and its words that say something, with their places."""

    article: Article
    span: Span
    stems: tuple[tuple[int, str], ...]


@dataclass(frozen=True, eq=False)
class _Value:
    """A value in its sentence; `surroundings` gives each word near it a weight that fades with distance."""

    told: _Told
    span: Span
    what: Number | Date | Mention | str
    verb: str = ""

    @cached_property
    def surroundings(self) -> dict[str, float]:
        """The stems of the sentence, without the value's own words."""
        near: dict[str, float] = {}
        before = [stem for at, stem in self.told.stems if at < self.span.start]
        after = [stem for at, stem in self.told.stems if at >= self.span.end]
        for side in (reversed(before), after):
            for distance, stem in enumerate(side):
                near[stem] = max(near.get(stem, 0.0), 0.5 ** (distance / _FADE))
        return near


def differences(corpus: Corpus) -> list[Difference]:
    """The candidates of a corpus, those with the most alike surroundings first.

    >>> from witness.corpus import from_texts
    >>> left = "Fire crews pulled seven people from the burning ferry."
    >>> right = "Nine people were pulled from the burning ferry by fire crews."
    >>> print(differences(from_texts({"1": left, "2": right}))[0].sentence)
    Of one matter 1 has “seven people”, and 2 “Nine people”.

    Kinds: number, date, name, modality (how sure it is that something will be) and speaker (whom two articles credit
    with the same words). Cost grows with the pairs of values in articles that share words.
    """
    return list(_found(corpus))


@lru_cache(maxsize=8)
def _found(corpus: Corpus) -> tuple[Difference, ...]:
    """All candidates; kept for the next who asks."""
    if len(corpus) < 2:
        return ()
    found = list(_speakers(corpus))
    rarity = _Rarity(corpus)
    values = {article.key: rarity.values(article) for article in corpus}
    for left, right in combinations(corpus.keys, 2):
        of_pair: list[Difference] = []
        for kind in ("number", "date", "name", "modality"):
            of_pair += _between(kind, values[left][kind], values[right][kind], rarity)
        found += sorted(of_pair, key=lambda each: (-each.score, each))[:MOST]
    return tuple(sorted(found, key=lambda each: (-each.score, each)))


class _Rarity:
    """How much it says that two sentences share a word: the fewer sentences have it, the more."""

    def __init__(self, corpus: Corpus):
        self._told = {article.key: list(_sentences(article)) for article in corpus}
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._reference = corpus.reference_date
        for each in mentions(corpus):
            self._mentions[each.span.article].append(each)
        every = [told for held in self._told.values() for told in held]
        frequency = Counter(stem for told in every for stem in {stem for _, stem in told.stems})
        self._weights = {stem: math.log(1 + len(every) / count) for stem, count in frequency.items()}
        self._counted: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)

    def values(self, article: Article) -> dict[str, list[_Value]]:
        """The numbers, dates, names and modal verbs of an article, each in its sentence."""
        told = self._told[article.key]
        found: dict[str, list[_Value]] = {
            "number": list(_placed(told, numbers(article))),
            "date": list(_placed(told, (each for each in dates(article, self._reference) if each.earliest))),
            "name": list(_placed(told, self._mentions[article.key])),
            "modality": [],
        }
        self._counted[article.key] = Counter(_thing(each) for each in found["number"])
        for each in told:
            for modal in _MODAL.finditer(article.text(each.span)):
                start, end = each.span.start + modal.start(), each.span.start + modal.end()
                strength = next(name for name, _ in _MODALITY if modal[name])
                if strength in _CONDITIONED and _CONDITION.search(article.text(each.span)):
                    strength = "condition"
                found["modality"].append(_Value(each, Span(article.key, start, end), strength, modal["verb"][:_STEM]))
        return found

    def once(self, value: _Value) -> bool:
        """Whether an article counts or measures a thing only once."""
        return self._counted[value.span.article][_thing(value)] == 1

    def alike(self, left: _Value, right: _Value) -> float:
        """The cosine of two surroundings, each word weighed by its rarity and its nearness."""
        one, other = left.surroundings, right.surroundings
        common = math.fsum(self._weights[stem] * one[stem] * other[stem] for stem in sorted(one.keys() & other.keys()))
        sizes = [math.fsum(self._weights[stem] * near * near for stem, near in each.items()) for each in (one, other)]
        # Two words in common at least: one alone makes no matter.
        return common / math.sqrt(sizes[0] * sizes[1]) if len(one.keys() & other.keys()) > 1 else 0.0


def _sentences(article: Article) -> Iterator[_Told]:
    furniture = {each.span.start for each in article.segments if part_of(each.kind) != "article"}
    starts = [each.span.start for each in article.segments]
    for span in article.sentences:
        if starts[bisect_right(starts, span.start) - 1] in furniture:
            continue
        folded = fold(article.read(span))
        stems = tuple(
            (span.start + first, folded[first:last][:_STEM]) for first, last in words(folded)
            if last - first > 2 and folded[first:last] not in _EMPTY
        )  # fmt: skip
        yield _Told(article, span, stems)


def _placed(told: Sequence[_Told], found: Iterable[Number | Date | Mention]) -> Iterator[_Value]:
    """Each value in the sentence that holds it; both come in the order of their places."""
    at = 0
    for each in found:
        while at < len(told) and told[at].span.end < each.span.end:
            at += 1
        if at < len(told) and told[at].span.start <= each.span.start:
            yield _Value(told[at], each.span, each)


def _between(kind: str, left: list[_Value], right: list[_Value], rarity: _Rarity) -> Iterator[Difference]:
    """Values of two articles each of which is the other's best counterpart, and which do not agree."""
    pairs = [
        (alike, one, other) for one, first in enumerate(left) for other, second in enumerate(right)
        if _comparable(first, second) and (alike := _likeness(first, second, rarity)) >= _ALIKE[kind] / 2
    ]  # fmt: skip
    # Values that agree are each other's counterpart first of all.
    pairs.sort(key=lambda each: (-(each[0] + _AGREED * _agree(left[each[1]], right[each[2]])), each[1], each[2]))
    taken: tuple[set[int], set[int]] = (set(), set())
    for alike, one, other in pairs:
        if one in taken[0] or other in taken[1]:
            continue
        taken[0].add(one)
        taken[1].add(other)
        sure = _sure(left[one], right[other])
        if alike >= (_ALIKE[kind] if sure else _UNSURE) and not _agree(left[one], right[other]):
            yield _difference(kind, left[one], right[other], alike)


def _comparable(left: _Value, right: _Value) -> bool:
    first, second = left.what, right.what
    if isinstance(first, Number) and isinstance(second, Number):
        heads = [each.counts.casefold().split()[-1:] for each in (first, second)]
        same = not heads[0] or not heads[1] or heads[0][0][:_STEM] == heads[1][0][:_STEM]
        return first.unit == second.unit and (same or first.unit not in ("", "ordinal"))
    if isinstance(first, Mention) and isinstance(second, Mention):
        return first.kind == second.kind or not first.kind or not second.kind
    return True


def _likeness(left: _Value, right: _Value, rarity: "_Rarity") -> float:
    """How alike the surroundings are; more where two numbers count the same thing."""
    alike = rarity.alike(left, right)
    if not isinstance(left.what, Number) or not _thing(left) or _thing(left) != _thing(right):
        return alike
    once = alike and rarity.once(left) and rarity.once(right)
    return min(1.0, alike + (_SAME_THING if len(_thing(left)) > 1 else _ONCE if once else 0.0))


def _thing(value: _Value) -> tuple[str, ...]:
    """What a number counts or measures, in words, without the number itself."""
    number = value.what
    assert isinstance(number, Number)  # noqa: S101 - of a number only
    said = fold(value.told.article.text(value.span)) if number.counts else number.unit
    return tuple(word[:_STEM] for word in re.findall(r"[^\W\d_]+", said) if len(word) > 2 and word not in _COUNTING)


def _sure(left: _Value, right: _Value) -> bool:
    """Whether two values are surely of one kind."""
    if isinstance(left.what, Mention) and isinstance(right.what, Mention):
        return bool(left.what.kind) and left.what.kind == right.what.kind
    return left.verb == right.verb


def _agree(left: _Value, right: _Value) -> bool:
    """Whether two values can both hold."""
    first, second = left.what, right.what
    if isinstance(first, Number) and isinstance(second, Number):
        low, high = sorted((first, second), key=lambda each: each.value)
        if low.bound != high.bound and (low.bound in _FROM or high.bound in _TO):
            return True
        exact = max(_exactness(low.value), _exactness(high.value))
        roughly = "about" in (low.bound, high.bound)
        near = exact if roughly else exact / 2 if exact <= _ROUNDED * high.value else 0.0
        return high.value - (low.upper or low.value) <= near
    if isinstance(first, Date) and isinstance(second, Date):
        return first.earliest <= second.latest and second.earliest <= first.latest
    if isinstance(first, Mention) and isinstance(second, Mention):
        return first.name == second.name
    return first == second


def _exactness(value: float) -> float:
    """The unit to which a number seems to be rounded: that of its last digit which is not nought."""
    digits = f"{value:.10g}"
    if "e" in digits or "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1.0


def _difference(kind: str, left: _Value, right: _Value, alike: float) -> Difference:
    said = [value.told.article.text(value.span) for value in (left, right)]
    keys = left.span.article, right.span.article
    if kind == "modality":
        sentence = f"{keys[0]} says “{said[0]}” ({left.what}), {keys[1]} “{said[1]}” ({right.what})."
    elif isinstance(left.what, Date) and isinstance(right.what, Date):
        days = [_days(each) for each in (left.what, right.what)]
        sentence = f"Of one matter {keys[0]} has “{said[0]}” ({days[0]}), and {keys[1]} “{said[1]}” ({days[1]})."
    else:
        sentence = f"Of one matter {keys[0]} has “{said[0]}”, and {keys[1]} “{said[1]}”."
    return Difference(kind, left.span, right.span, " ".join(sentence.split()), round(alike, 4))


def _days(when: Date) -> str:
    if when.earliest == when.latest:
        return date.fromisoformat(when.earliest).isoformat()
    return f"{when.earliest} to {when.latest}"


def _speakers(corpus: Corpus) -> Iterator[Difference]:
    """Articles that credit different speakers with one utterance."""
    groups: dict[int, list[tuple[str, Span]]] = defaultdict(list)
    for each in versions(corpus):
        if each.quotation.speaker and each.quotation.said_by:
            groups[each.utterance].append((each.quotation.speaker, each.quotation.said_by))
    told: set[tuple[str, str, str, str]] = set()
    for held in groups.values():
        for (left, left_says), (right, right_says) in combinations(held, 2):
            names = [set(fold(name).split()) for name in (left, right)]
            if left_says.article != right_says.article and not names[0] & names[1]:
                if (left_says.article, left, right_says.article, right) in told:
                    continue
                told.add((left_says.article, left, right_says.article, right))
                credit = f"{left_says.article} credits “{left}” with the words, {right_says.article} “{right}”."
                yield Difference("speaker", left_says, right_says, credit, 1.0)
