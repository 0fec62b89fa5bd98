"""A place in an article, and the two readings of its text that never move an offset.

A span is how Witness points: an article's key and two numbers, counted in Unicode code points of the
file as it is stored. To compare texts we fold them (case, typographic quotes, spaces); folding exchanges
one character for one character, so that an offset means the same before and after.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Self

from witness.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, not including, `end` of the article with that key.

    >>> Span("001", 4, 9).of("The lunar station")
    'lunar'
    >>> str(Span("001", 4, 9))
    '001:4-9'

    Offsets are code points, not bytes and not the UTF-16 units of a browser's script; 0 <= start <= end.
    Spans sort by article, start, end. Raises SpanError where the offsets are not a span.
    """

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(
                f"{self.article}: start {self.start} and end {self.end} are not a span; give 0 <= start <= end"
            )

    def __str__(self) -> str:
        return f"{self.article}:{self.start}-{self.end}"

    def __len__(self) -> int:
        return self.end - self.start

    @classmethod
    def parse(cls, address: str) -> Self:
        """The span that an address names; the key may itself hold a colon.

        >>> Span.parse("live: day 2:10-24")
        Span(article='live: day 2', start=10, end=24)
        """
        found = re.fullmatch(r"(.+):([0-9]{1,12})-([0-9]{1,12})", address, re.DOTALL)
        if not found:
            raise SpanError(f"{address!r} is not an address; write it as article:start-end, such as 001:20-58")
        return cls(found[1], int(found[2]), int(found[3]))

    def of(self, raw: str) -> str:
        """The words at this span, exactly as `raw`, the article's text, has them."""
        if self.end > len(raw):
            raise SpanError(f"{self}: the article has {len(raw)} characters; the span must end within them")
        return raw[self.start : self.end]


class Cover:
    """Stretches of one article, kept so that one knows at once whether one of them holds another stretch.

    >>> cover = Cover()
    >>> cover.add(Span("001", 4, 9))
    >>> cover.holds(Span("001", 5, 9)), cover.holds(Span("001", 8, 12))
    (True, False)

    A stretch that lies within another is forgotten. Time grows with the logarithm of their number.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []  # of stretches none of which holds another: both lists rise
        self._ends: list[int] = []

    def holds(self, span: Span) -> bool:
        """Whether one stretch has all of a span."""
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and self._ends[place] >= span.end

    def add(self, span: Span) -> None:
        """Add a stretch."""
        if self.holds(span):
            return
        first, last = bisect_left(self._starts, span.start), bisect_right(self._ends, span.end)
        self._starts[first:last] = [span.start]
        self._ends[first:last] = [span.end]


def fold(text: str) -> str:
    """The text as it is compared: lower case, plain quotation marks, plain spaces, the same length.

    >>> fold("“Moon’s” STRASSE")
    '"moon\\'s" strasse'

    A letter whose case fold is longer than one character keeps its place, so that no offset moves:

    >>> fold("Straße İ"), len(fold("Straße İ")) == len("Straße İ")
    ('straße i', True)
    """
    return text.translate(_FOLDS)


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand: maximal runs of letters, digits and combining marks.

    >>> [("China's R&D"[start:end]) for start, end in words("China's R&D")]
    ['China', 's', 'R', 'D']

    Letters, marks and digits are the Unicode categories L, M and N, in any script. Half-open pairs, in order.
    """
    return [found.span() for found in re.finditer("w+", text.translate(_WORD_CHARACTERS))]


def count_words(text: str) -> int:
    """How many words a text has.

    >>> count_words("The 2030s – if all goes well.")
    6
    """
    return len(words(text))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of one paragraph stand, without the white space between them.

    >>> text = 'Dr. A. B. Lee spoke. "We won!" she said.It rained.'
    >>> [text[start:end] for start, end in sentences(text)]
    ['Dr. A. B. Lee spoke.', '"We won!" she said.', 'It rained.']

    A full stop after an initial, an abbreviation or a day of the month ends none; a missing space does not hide one.
    Knows the stops of many scripts and the abbreviations of English, German, French and Spanish. Half-open, in order.
    """
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            found.append((start, stop.end(1)))
            start = stop.end()
    found.append((start, len(text)))
    trimmed = (
        (begin + len(text[begin:end]) - len(text[begin:end].lstrip()), begin + len(text[begin:end].rstrip()))
        for begin, end in found
    )
    return [(begin, end) for begin, end in trimmed if begin < end]


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence, from what stands before and after it."""
    before, after = text[max(0, stop.start() - 40) : stop.start()], text[stop.end() : stop.end() + 40]
    if stop[1][0] in "。！？｡":
        return True
    follower = after.lstrip("\"'“‘«„(–—-[ ")[:1]
    if not stop[2]:  # no space: only a word of small letters, a stop, and a capital
        return bool(re.search(r"[^\W\d_]{2}$", before)) and follower.isupper() and bool(re.match(r"\w[a-z ]", after))
    if not follower or follower.islower() or not (follower.isalnum() or stop[1] != "."):
        return False
    if stop[1] != ".":
        return True
    last = before.split()[-1].lstrip("\"'“‘«„(") if before.split() else ""
    word = re.match(r"\w+", after.lstrip("\"'“‘«„("))
    if _INITIALS.fullmatch(last):
        return len(last) > 1 and bool(word) and word[0] in _OPENERS  # type: ignore[index]
    if last.lower() in _ABBREVIATIONS or (last.lower() in _BEFORE_NUMBERS and follower.isdigit()):
        return False
    return not (re.fullmatch(r"\d{1,2}", last) and word and word[0][:3].lower() in _MONTHS)


class _Folds(dict[int, str]):
    """Filled as characters are met: most texts use a few hundred of Unicode's million."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = character.casefold()
        if len(folded) != 1:
            folded = character.lower()[0]
        if character in "‘’‚‛‹›`´ʼ＇":
            folded = "'"
        elif character in "“”„‟«»″＂":
            folded = '"'
        elif unicodedata.category(character) == "Zs":
            folded = " "
        self[point] = folded
        return folded


class _WordCharacters(dict[int, str]):
    """A character's part in words: `w` within one, a blank between them."""

    def __missing__(self, point: int) -> str:
        self[point] = part = "w" if unicodedata.category(chr(point))[0] in "LMN" else " "
        return part


# A stop with the marks that close after it, and the white space that follows.
_STOP = re.compile(r"([.!?…]+[\"'”’»)\]]*|[。！？｡]+[」』”’）]*)(\s*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")

# After "U.S." these begin a new sentence; a name does not.
_OPENERS = frozenset(
    "The A An In On At It He She They We I But And This That These Those There When While After Before If As".split()
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt capt sgt rev hon gov sen rep st mt ft jr sr vs etc inc ltd co corp dept approx jan "
    "feb apr jun jul aug sept sep oct nov dec e.g i.e a.m p.m u.s u.k ca bzw z.b d.h usw hr fr hrsg evtl ggf sog "
    "mme mlle m sra srta ud uds ing lic".split()
)
_BEFORE_NUMBERS = frozenset("no nos nr núm vol pp p fig art abs pág av".split())
_MONTHS = frozenset(
    "jan feb mar mär apr mai may jun jul aug sep okt oct nov dez dec ene abr ago dic fév avr jui".split()
)

_FOLDS = _Folds()
_WORD_CHARACTERS = _WordCharacters()
