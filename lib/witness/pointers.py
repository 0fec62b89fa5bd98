"""A text as an exercise reads it: word by word, with its lines, and what words show in the place where they stand.

A pupil points with words; the same words in another dress (capitals, curly quotes, line breaks) point to the same
place. What is asked of a place is small: does it hold a name, a word of saying, a month; do two texts run alike here;
has the page's list of links begun? The page's script asks the same, so nothing here leans on the analysis' finer rules.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, NamedTuple

from witness import spans

# Words in a row that two texts hardly share by chance; of a text, the share of words in such runs that makes a copy.
RUN, COPY = 8, 0.6

# So many lines of a list in a row end an article; letters by which two forms of a word agree.
_LIST, STEM = 3, 5

_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Text(NamedTuple):
    """A text word by word: as it stands, folded, what stands before each word, its line, and the lines' words.

    `before` has one entry more than there are words, for what stands after the last. Lines without words do not count.
    """

    key: str
    outlet: str
    raw: tuple[str, ...]
    folded: tuple[str, ...]
    before: tuple[str, ...]
    line: tuple[int, ...]
    lines: tuple[tuple[int, int], ...]


@cache
def data() -> dict[str, Any]:
    """The exercises as data: rules, words and phrases.

    >>> [each["id"] for each in data()["exercise"]][:3]
    ['E1', 'E2', 'E3']
    """
    return tomllib.loads(files("witness").joinpath("exercises.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> dict[str, Any]:
    """The words by which the checks read a text, as both evaluators use them.

    >>> lexicon()["months"]["March"], "said" in lexicon()["words"]["cues"]
    (3, True)
    """
    words = {name: sorted(set(listed.split())) for name, listed in data()["words"].items()}
    return {"words": words, **{name: data()[name] for name in ("phrases", "numbers", "months")}}


@lru_cache(maxsize=64)
def text(key: str, outlet: str, raw: str) -> Text:
    r"""A text as the checks read it.

    >>> found = text("1", "", "It rained.\n\nNobody waved.")
    >>> found.folded, found.line
    (('it', 'rained', 'nobody', 'waved'), (0, 0, 1, 1))
    """
    places = spans.words(raw)
    edges = [0, *(edge for place in places for edge in place), len(raw)]
    before = tuple(raw[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    line, number = [], -1
    for gap in before[:-1]:
        number += number < 0 or bool(re.search(r"[\r\n]", gap))
        line.append(number)
    firsts = [at for at in range(len(line)) if not at or line[at] != line[at - 1]]
    lines = tuple(pairwise([*firsts, len(line)]))
    return Text(key, outlet, tuple(raw[start:end] for start, end in places), folded(raw), before, tuple(line), lines)


def folded(raw: str) -> tuple[str, ...]:
    """The words of a text as they are compared.

    >>> folded("The “Old” quay")
    ('the', 'old', 'quay')
    """
    whole = spans.fold(raw)
    return tuple(whole[start:end] for start, end in spans.words(raw))


def starts(within: Text, words: Sequence[str]) -> list[int]:
    """The places of a text at which some words, folded, stand in a row.

    >>> starts(text("1", "", "Rain, rain. It rained."), ["rain"])
    [0, 1]
    """
    size = len(words)
    return [at for at in range(len(within.folded) - size + 1) if size and within.folded[at : at + size] == (*words,)]


@lru_cache(maxsize=512)
def runs(left: tuple[str, ...], right: tuple[str, ...], least: int) -> tuple[tuple[int, int, int], ...]:
    """Runs of words that cannot be made longer on either side: the first word left and right, and how many.

    >>> runs(("the", "old", "quay"), ("an", "old", "quay"), 2)
    ((1, 1, 2),)
    """
    places = defaultdict(list)
    for at, word in enumerate(right):
        places[word].append(at)
    found = []
    for at, word in enumerate(left):
        for there in places[word]:
            if at and there and left[at - 1] == right[there - 1]:
                continue
            size = 1
            while at + size < len(left) and there + size < len(right) and left[at + size] == right[there + size]:
                size += 1
            if size >= least:
                found.append((at, there, size))
    return tuple(found)


def copied(of: Text, other: Text, most: int | None = None) -> float:
    """The percentage of a text, or of its beginning, that stands in another in runs of at least eight words.

    >>> run = "the old harbour will be closed to all ships"
    >>> copied(text("1", "", f"{run} again"), text("2", "", f"Now {run}."))
    90.0
    """
    kept = of.folded[:most]
    covered = {at for start, _, size in runs(kept, other.folded, RUN) for at in range(start, start + size)}
    return 100 * len(covered) / max(1, len(kept))


def copies(left: Text, right: Text) -> bool:
    """Whether most of one of two texts stands in the other.

    >>> copies(text("1", "", "It rained."), text("2", "", "It rained."))
    False
    """
    return max(copied(left, right), copied(right, left)) >= 100 * COPY


def listed(name: str, word: str) -> bool:
    """Whether a folded word is in a list of the lexicon.

    >>> listed("cues", "said")
    True
    """
    return word in lexicon()["words"][name]


def is_name(word: str) -> bool:
    """Whether a word has a capital and is no small word at the beginning of a sentence.

    >>> is_name("Orr"), is_name("The")
    (True, False)
    """
    return unicodedata.category(word[0]) == "Lu" and not listed("small", spans.fold(word))


def stems(words: Iterable[str]) -> set[str]:
    """The beginnings of the longer words among some.

    >>> stems(["harbours", "old"])
    {'harbo'}
    """
    return {word[:STEM] for word in words if len(word) >= STEM and not listed("small", word)}


@lru_cache(maxsize=64)
def months(of: Text) -> dict[int, tuple[str, str]]:
    """Where a text names a year or a month, and the first and last month it means; none where no year is near.

    >>> months(text("1", "", "Built in May 2020, opened in March, closed."))
    {2: ('2020-05', '2020-05'), 6: ('2021-03', '2021-03')}

    A month without a year is the first such month after what its line has named before.
    """
    found: dict[int, tuple[str, str]] = {}
    line, last = -1, ""
    for at, word in enumerate(of.raw):
        if of.line[at] != line:
            line, last = of.line[at], ""
        month = lexicon()["months"].get(word)
        if month:
            near = [each for each in of.raw[at + 1 : at + 3] if _YEAR.fullmatch(each)]
            year = near[0] if near else str(int(last[:4]) + (int(last[5:]) >= month)) if last else ""
            last = f"{year}-{month:02}" if year else last
            found[at] = (last, last) if year else ("", "")
        elif _YEAR.fullmatch(word) and not any(found.get(place, ("",))[0][:4] == word for place in (at - 1, at - 2)):
            found[at], last = (f"{word}-01", f"{word}-12"), f"{word}-01"
    return found


@lru_cache(maxsize=64)
def tail(of: Text) -> int:
    r"""The word with which the page's lists begin: lines with a mark or a date that end no sentence, some in a row.

    >>> tail(text("1", "", "It rained.\n- Fog, May 2012\n- Snow, June 2012\n- Sun, July 2012\n"))
    2
    """
    row = 0
    for number, (first, last) in enumerate(of.lines):
        mark = of.before[first].strip()[-1:]
        named = (mark and listed("bullets", mark)) or any(at in months(of) for at in range(first, last))
        row = row + 1 if named and not stopped(of, last) else 0
        if row == _LIST:
            return of.lines[number - _LIST + 1][0]
    return len(of.raw)


def stopped(of: Text, last: int) -> bool:
    """Whether a sentence ends in what follows a word, within its line; `last` is the number after that word's.

    >>> stopped(text("1", "", "It rained.”"), 2)
    True
    """
    gap = re.split(r"[\r\n]", of.before[last])[0]
    return any(stop in gap for stop in lexicon()["words"]["stops"])


def has_phrase(of: Text, phrase: str, end: int) -> bool:
    """Whether a text has a phrase of the lexicon before a word; ^ is any capital, # any figure, | begins a line.

    >>> has_phrase(text("1", "", "By Eva Orr"), "| by ^ ^", 3)
    True
    """
    opens, *asked = phrase.split() if phrase.startswith("|") else ("", *phrase.split())

    def fits(part: str, at: int) -> bool:
        category = unicodedata.category(of.raw[at][0])
        return category == "Lu" if part == "^" else category == "Nd" if part == "#" else of.folded[at] == part

    return any(
        (not opens or of.lines[of.line[start]][0] == start)
        and all(fits(part, start + at) for at, part in enumerate(asked))
        for start in range(max(0, end - len(asked) + 1))
    )
