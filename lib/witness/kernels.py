"""The passage kernels: from texts to the passages they share, as arrays of numbers.

Two articles that use one another's words have short runs of words in common, in the same order. Five steps find them:
the *words* of all texts as numbers, every few successive words as one number (a *shingle*), equal shingles of different
texts (a *match*), matches that follow each other word by word (a *run*), and runs that follow each other across a few
changed words (a *chain*). Each step is a function from numpy arrays to numpy arrays; nothing here knows of files,
articles or tables, so that the same steps serve five articles and many thousands.

A *row* is the number of a word, counted over all texts together. The method is that of seed, match and chain, as in
sequence alignment; the hash of a word is a polynomial over its letters, after Karp and Rabin (1987).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from witness.spans import fold

Rows = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

# Characters handled at once, so that the arrays of a step stay in the processor's cache.
BATCH = 1 << 16

# Earlier runs of the same two texts that a run may continue: more than one where a passage is used twice.
REACH = 6

# Shingles are matched in ranges of at most two to this power, for the same reason.
_RANGE = 18

# A group of equal shingles this many times larger than its cut comes from texts that repeat themselves.
_REPEATS = 2

# How a passage may grow, the nearest first: words skipped on the left, on the right, and words that must agree then.
_SKIPS = np.array([(0, 0, 1), (1, 1, 2), (0, 1, 2), (1, 0, 2), (2, 2, 2), (1, 2, 2), (2, 1, 2), (0, 2, 2), (2, 0, 2)])

# Odd constants that share no factor: letters into words and words into shingles must not use the same one, or letters
# could trade places between words.
_LETTER, _WORD, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xBF58476D1CE4E5B9
_UNKNOWN = np.uint64(2)  # even, so no character's number


@dataclass(frozen=True, slots=True)
class Seed:
    """What counts as a shared passage: four numbers, in words or texts.

    A seed is `size` successive words; a passage has at least `least` words in runs that long; runs are joined across at
    most `gap` words; what more than `most` texts have is boilerplate.
    """

    size: int = 4
    least: int = 6
    gap: int = 12
    most: int = 25


@dataclass(frozen=True, slots=True)
class Words:
    """The words of texts, one row each: hash of the folded word, start and end in its text, and which text."""

    hash: Hashes
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    text: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Runs:
    """Successive rows that are equal one by one: the first row on either side, and how many."""

    left: Rows
    right: Rows
    words: Rows


@dataclass(frozen=True, slots=True)
class Chains:
    """Passages by rows, half-open on either side; `words` counts those in runs, not the lone ones between."""

    left_start: Rows
    left_end: Rows
    right_start: Rows
    right_end: Rows
    words: Rows


def words(texts: Sequence[str]) -> Words:
    """The words of all texts: maximal runs of letters, digits and combining marks, equal when they fold alike.

    >>> found = words(["The moon, the Moon’s", "MOON"])
    >>> found.start.tolist(), found.end.tolist(), found.text.tolist()
    ([0, 4, 10, 14, 19, 0], [3, 8, 13, 18, 20, 4], [0, 0, 0, 0, 0, 1])
    >>> bool(found.hash[1] == found.hash[3] == found.hash[5])
    True

    Offsets are code points within the text. Time grows with the characters; there is no loop over words.
    """
    room = sum(map(len, texts)) // 2 + len(texts) + 1  # no text has more words than that
    kept = Words(np.empty(room, np.uint64), *(np.empty(room, np.int32) for _ in range(3)))
    full = 0
    for pieces in _batches(texts):
        hashed, start, end = _hashed("\n".join(["", *(piece for _, _, piece in pieces), ""]))
        begins, at = [], 1
        for _, _, piece in pieces:
            begins.append(at)
            at += len(piece) + 1
        counts = np.diff(np.append(np.searchsorted(start, begins), len(start)))
        shift = np.repeat([offset - begin for (_, offset, _), begin in zip(pieces, begins, strict=True)], counts)
        here = slice(full, full := full + len(start))
        kept.hash[here] = hashed
        np.add(start, shift, out=kept.start[here], casting="unsafe")
        np.add(end, shift, out=kept.end[here], casting="unsafe")
        kept.text[here] = np.repeat([text for text, _, _ in pieces], counts)
    return Words(kept.hash[:full], kept.start[:full], kept.end[:full], kept.text[:full])


def shingles(found: Words, size: int) -> Hashes:
    """One number for the `size` successive words from each row on.

    >>> number = shingles(words(["one two three", "Two, three"]), 2)
    >>> bool(number[1] == number[3]), len(set(number.tolist()))
    (True, 4)

    Where the text ends before, the number is that row's alone and equals no other.
    """
    rows = len(found.hash)
    number = np.empty(rows, np.uint64)
    padded = np.zeros(BATCH + size, np.uint64)
    for first in range(0, rows, BATCH):
        many = min(BATCH, rows - first)
        padded[: min(many + size, rows - first)] = found.hash[first : first + many + size]
        rolled = number[first : first + many]
        rolled[:] = padded[:many]
        for place in range(1, size):
            rolled *= np.uint64(_WORD)
            rolled += padded[place : place + many]
        rolled ^= rolled >> np.uint64(32)
        rolled *= np.uint64(_MIX)
    last = np.flatnonzero(np.diff(found.text, append=-1))
    over = np.unique(np.clip(last[:, None] - np.arange(size - 1), 0, None))
    number[over] = (over.astype(np.uint64) + np.uint64(1)) * np.uint64(_LETTER)
    return number


def match(number: Hashes, text: npt.NDArray[np.int32], most: int) -> tuple[Rows, Rows, Rows]:
    """Rows of different texts with equal shingles, left before right; and the rows cut as too many texts have them.

    >>> found = words(["one two three", "zero one two", "one two"])
    >>> left, right, cut = match(shingles(found, 2), found.text, most=3)
    >>> sorted(zip(left.tolist(), right.tolist()))
    [(0, 4), (0, 6), (4, 6)]

    `most` is the largest number of texts that may share a shingle: boilerplate has more. A shingle that its texts
    repeat over and over is cut too, or the pairs would grow with the square. Rows that share a shingle stand in the
    order of their texts. Works by ranges of the number, so that memory is bounded; cost is one sort.
    """
    lefts, rights, cuts = ([np.zeros(0, np.int64)] for _ in range(3))
    for rows, size, spread in _groups(number, text):
        often = (spread > most) | (size > _REPEATS * most)
        cuts.append(rows[np.repeat(often, size)])
        wanted = (spread > 1) & ~often
        rows, size = rows[np.repeat(wanted, size)], size[wanted]
        later = np.repeat(np.cumsum(size), size) - np.arange(1, len(rows) + 1)
        left, right = _pairs(rows, later)
        apart = text.take(left) != text.take(right)
        lefts.append(left[apart])
        rights.append(right[apart])
    return np.concatenate(lefts), np.concatenate(rights), np.concatenate(cuts)


def repeated(number: Hashes, text: npt.NDArray[np.int32], most: int) -> Rows:
    """The rows alone that `match` would cut, shingle by shingle.

    >>> found = words(["one two"] * 3 + ["two one"] * 2)
    >>> repeated(shingles(found, 2), found.text, most=2).tolist()
    [0, 2, 4]
    """
    found = _groups(number, text)
    cut = [rows[np.repeat((spread > most) | (size > _REPEATS * most), size)] for rows, size, spread in found]
    return np.concatenate([np.zeros(0, np.int64), *cut])


def _groups(number: Hashes, text: npt.NDArray[np.int32]) -> Iterator[tuple[Rows, Rows, Rows]]:
    """Rows with equal numbers side by side, how many there are of each, and in how many texts; range by range."""
    for keys, row in _ranges(number, max(0, len(number).bit_length() - _RANGE)):
        if len(row) < 2:
            continue
        mask = np.uint64((1 << len(keys).bit_length()) - 1)
        keys &= ~mask  # the high bits of the number, then the place: one sort orders both
        keys |= np.arange(len(keys), dtype=np.uint64)
        keys.sort()
        alike = (keys[1:] ^ keys[:-1]) <= mask
        member = np.append(alike, False)
        member[1:] |= alike
        rows = row.take((keys[member] & mask).view(np.int64)).astype(np.int64)
        whole = number.take(rows)
        if (whole[1:] < whole[:-1]).any():  # two numbers agree in the bits that were sorted: once in many millions
            rows = rows[np.lexsort((rows, whole))]
            whole = number.take(rows)
        starts = np.flatnonzero(np.append(True, whole[1:] != whole[:-1])[: len(rows)])
        size = np.diff(np.append(starts, len(rows)))
        texts = text.take(rows)
        other = np.append(0, np.cumsum(texts[1:] != texts[:-1]))[: len(rows)]  # rows are in order, so texts are too
        yield rows, size, other[starts + size - 1] - other[starts] + 1


def _ranges(number: Hashes, bits: int) -> Iterator[tuple[Hashes, Rows]]:
    """The numbers and their rows by the highest bits of the number, in the order of rows."""
    if not bits:
        yield number.copy(), np.arange(len(number))
        return
    lots, held = [], []
    for first in range(0, len(number), BATCH):
        lot = number[first : first + BATCH]
        top = (lot >> np.uint64(64 - bits)).astype(np.uint16)
        order = np.argsort(top, kind="stable")  # of such small numbers, in time that grows with their count
        edges = np.searchsorted(top, np.arange((1 << bits) + 1), sorter=order)
        lots.append((lot.take(order), (order + first).astype(np.int32)))
        held.append(edges.tolist())
    for each in range(1 << bits):
        pieces = [
            (keys[edges[each] : edges[each + 1]], rows[edges[each] : edges[each + 1]])
            for (keys, rows), edges in zip(lots, held, strict=True)
        ]
        keys, rows = (np.concatenate(part) for part in zip(*pieces, strict=True))
        yield keys, rows


def runs(left: Rows, right: Rows, size: int) -> Runs:
    """Matches that follow each other word by word, each made one run.

    >>> found = words(["a man a plan a canal", "so: a man, a plan, a canal; so"])
    >>> rows = runs(*match(shingles(found, 4), found.text, most=9)[:2], size=4)
    >>> rows.left.tolist(), rows.right.tolist(), rows.words.tolist()
    ([0], [7], [6])
    """
    keys = ((right - left) << 32) | left  # those on one diagonal side by side, in order
    keys.sort()
    begins = np.flatnonzero(np.concatenate(([True], np.diff(keys) != 1))[: len(keys)])
    lefts = keys[begins] & 0xFFFFFFFF
    return Runs(lefts, lefts + (keys[begins] >> 32), np.diff(np.append(begins, len(keys))) + size - 1)


def chain(found: Runs, text: npt.NDArray[np.int32], seed: Seed) -> Chains:
    """Runs of the same two texts that follow each other across a few words, each made one passage.

    >>> two = Runs(np.array([0, 7]), np.array([20, 26]), np.array([6, 5]))
    >>> whole = chain(two, np.repeat([0, 1], 20), Seed())
    >>> whole.left_start.tolist(), whole.left_end.tolist(), whole.words.tolist()
    ([0], [12], [11])

    A bridge is never longer than the two runs it joins. A run that begins before the one before has ended may
    do so by fewer words than a seed has. Where a passage is used twice, each use is its own passage.
    """
    order = np.argsort(text[found.right].astype(np.int64) * len(text) + found.left, kind="stable")
    left, right, words = found.left[order], found.right[order], found.words[order]
    same = (text[left[1:]] == text[left[:-1]]) & (text[right[1:]] == text[right[:-1]])
    company = np.concatenate((same, [False]))[: len(left)]
    company[1:] |= same
    kept = company | (words >= seed.least)  # a short run on its own is no passage
    left, right, words = left[kept], right[kept], words[kept]
    before = _predecessors(left, right, words, (text, seed))
    linked = np.flatnonzero(before >= 0)
    earlier = before[linked]
    overlap = np.zeros(len(left), np.int64)
    overlap[linked] = np.maximum(
        0, words[earlier] - np.minimum(left[linked] - left[earlier], right[linked] - right[earlier])
    )
    root = np.where(before >= 0, before, np.arange(len(left)))
    while (root != root[root]).any():
        root = root[root]
    heads = np.flatnonzero(before < 0)
    last = np.ones(len(left), bool)
    last[earlier] = False
    tail = np.empty(len(left), np.int64)
    tail[root[last]] = np.flatnonzero(last)
    total = np.bincount(root, words - overlap, minlength=len(left)).astype(np.int64)
    heads = heads[total[heads] >= seed.least]
    tails = tail[heads]
    return Chains(left[heads], left[tails] + words[tails], right[heads], right[tails] + words[tails], total[heads])


def grow(whole: Chains, found: Words, cut: Rows) -> Chains:
    """Each passage continued at both ends while two words agree behind one or two that do not.

    >>> two = words(["aa bb cc dd xx ee ff", "aa bb cc dd yy ee ff"])
    >>> grown = grow(Chains(*(np.array([each]) for each in (0, 4, 7, 11, 4))), two, np.zeros(0, np.int64))
    >>> grown.left_end.tolist(), grown.words.tolist()
    ([7], [6])

    Never into rows of `cut`, at which boilerplate begins; a run may reach less than a seed into it.
    """
    barred = np.zeros(len(found.hash) + 1, bool)
    barred[cut] = True
    left_start, left_end, right_start, right_end, total = (
        each.copy() for each in (whole.left_start, whole.left_end, whole.right_start, whole.right_end, whole.words)
    )
    _grow((left_end, right_end, total), 1, found, barred)
    left_last, right_last = left_start - 1, right_start - 1
    _grow((left_last, right_last, total), -1, found, barred)
    return Chains(left_last + 1, left_end, right_last + 1, right_end, total)


def places(whole: Chains, found: Words) -> list[tuple[int, int, int, int, int, int, int]]:
    """Passages in offsets: left text, start, end, right text, start, end, words; sorted.

    >>> two = words(["one two", "zero one two"])
    >>> places(Chains(*(np.array([each]) for each in (0, 2, 3, 5, 2))), two)
    [(0, 0, 7, 1, 5, 12, 2)]
    """
    return sorted(zip(*(column.tolist() for column in columns(whole, found)), strict=True))


def columns(whole: Chains, found: Words) -> tuple[npt.NDArray[np.integer[Any]], ...]:
    """The same seven as arrays, unsorted; of the words only those at the ends of passages are looked up.

    >>> two = words(["one two", "zero one two"])
    >>> [each.tolist() for each in columns(Chains(*(np.array([each]) for each in (0, 2, 3, 5, 2))), two)]
    [[0], [0], [7], [1], [5], [12], [2]]
    """
    left, right = whole.left_start, whole.right_start
    lefts = found.text[left], found.start[left], found.end[whole.left_end - 1]
    return *lefts, found.text[right], found.start[right], found.end[whole.right_end - 1], whole.words


def _grow(edges: tuple[Rows, Rows, Rows], way: int, found: Words, barred: npt.NDArray[np.bool_]) -> None:
    """Move the rows just outside passages outwards, in place."""
    left, right, total = edges
    last = len(found.hash) - 1
    moving = np.arange(len(left))
    while len(moving):
        at_left, at_right = left[moving, None], right[moving, None]
        fits = np.ones((len(moving), len(_SKIPS)), bool)
        for place in (0, 1):  # the word behind the skip, and the next, where two must agree
            row_left, row_right = at_left + way * (_SKIPS[:, 0] + place), at_right + way * (_SKIPS[:, 1] + place)
            near_left, near_right = np.clip(row_left, 0, last), np.clip(row_right, 0, last)
            fits &= (place >= _SKIPS[:, 2]) | (
                (row_left == near_left)
                & (row_right == near_right)
                & (found.hash[near_left] == found.hash[near_right])
                & (found.text[near_left] == found.text[at_left - way])
                & (found.text[near_right] == found.text[at_right - way])
                & ~(barred[near_left] | barred[near_right])
            )
        moved = fits.any(axis=1)
        skips = _SKIPS[fits.argmax(axis=1)[moved]]
        moving = moving[moved]
        left[moving] += way * (skips[:, 0] + skips[:, 2])
        right[moving] += way * (skips[:, 1] + skips[:, 2])
        total[moving] += skips[:, 2]


def _predecessors(left: Rows, right: Rows, words: Rows, more: tuple[npt.NDArray[np.int32], Seed]) -> Rows:
    """For each run the one that it continues, or -1; none is continued twice. Runs are sorted by texts and left row."""
    text, seed = more
    left_text, right_text = text[left], text[right]
    count = len(left)
    before = np.full(count, -1, np.int64)
    price = np.full(count, 1 << 40, np.int64)
    for back in range(1, min(REACH, count - 1) + 1):
        left_gap = left[back:] - left[:-back] - words[:-back]
        right_gap = right[back:] - right[:-back] - words[:-back]
        shorter, longer = np.minimum(left_gap, right_gap), np.maximum(left_gap, right_gap)
        joined = words[back:] + words[:-back]
        slack = np.minimum(seed.size, np.minimum(words[back:], words[:-back]))
        cost = longer - np.minimum(shorter, 0) + np.abs(left_gap - right_gap)
        good = (
            (left_text[back:] == left_text[:-back])
            & (right_text[back:] == right_text[:-back])
            & (shorter > -slack)
            & (longer <= np.minimum(seed.gap, joined))
            & (cost < price[back:])
        )
        places = np.flatnonzero(good) + back
        before[places] = places - back
        price[places] = cost[places - back]
    # Of several that continue one run, the nearest does.
    linked = np.flatnonzero(before >= 0)
    linked = linked[np.lexsort((linked, price[linked], before[linked]))]
    second = np.concatenate(([False], np.diff(before[linked]) == 0))[: len(linked)]
    before[linked[second]] = -1
    return before


def _pairs(rows: Rows, later: Rows) -> tuple[Rows, Rows]:
    """All pairs within groups; `later` is how many of its group follow each row."""
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    places = np.flatnonzero(later > 0)
    apart = 1
    while len(places):
        lefts.append(rows[places])
        rights.append(rows[places + apart])
        apart += 1
        places = places[later[places] >= apart]
    return np.concatenate(lefts), np.concatenate(rights)


def _batches(texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
    """Pieces (number of the text, offset in it, characters) in lots of about BATCH; long texts are cut at a space."""
    lot: list[tuple[int, int, str]] = []
    size = 0
    for number, text in enumerate(texts):
        at = 0
        while at < len(text):
            cut = len(text)
            if cut - at > BATCH:
                cut = text.rfind(" ", at, at + BATCH) + 1 or text.find(" ", at + BATCH) + 1 or len(text)
            piece = text[at:cut] if cut - at < len(text) else text
            lot.append((number, at, piece))
            size += len(piece)
            at = cut
            if size >= BATCH:
                yield lot
                lot, size = [], 0
    if lot:
        yield lot


def _hashed(joined: str) -> tuple[Hashes, Rows, Rows]:
    """Hash, start and end of each word; the text begins and ends with a character that is in no word."""
    units = joined.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(joined):
        points: npt.NDArray[np.uint16 | np.uint32] = np.frombuffer(units, np.uint16)
    else:  # a character beyond the basic plane has two units
        points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    values = _NUMBERS.take(points)
    if (values == _UNKNOWN).any():
        _learn(points[values == _UNKNOWN])
        values = _NUMBERS.take(points)
    inside = values != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    opened, closed = edges[0::2], edges[1::2]
    powers, inverses = _powers(len(values))
    values *= powers
    np.cumsum(values, out=values)
    hashed = (values.take(closed) - values.take(opened)) * inverses.take(opened + 1)
    hashed ^= hashed >> np.uint64(29)
    hashed *= np.uint64(_MIX)
    return hashed, opened + 1, closed + 1


def _learn(points: npt.NDArray[np.uint16 | np.uint32]) -> None:
    """Give characters that were not met before their numbers: 0 outside words, else an odd one of the folded letter."""
    for point in np.unique(points).tolist():
        letter = chr(point)
        number = (ord(fold(letter)) + 1) * _LETTER & 0xFFFFFFFFFFFFFFFF
        number = (number ^ number >> 31) * _MIX & 0xFFFFFFFFFFFFFFFF
        _NUMBERS[point] = number ^ number >> 27 | 1 if unicodedata.category(letter)[0] in "LMN" else 0


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """Powers of the letters' multiplier from 0 on, and of its inverse: made once for a batch, anew for a longer one."""
    global _POWERS
    if len(_POWERS[0]) < count:
        length = max(count, BATCH + BATCH // 2)
        _POWERS = (_powers_of(_LETTER, length), _powers_of(pow(_LETTER, -1, 1 << 64), length))
    return _POWERS[0][:count], _POWERS[1]


def _powers_of(base: int, count: int) -> Hashes:
    powers = np.full(count, base, np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


_NUMBERS = np.full(0x110000, _UNKNOWN, np.uint64)
_POWERS = (np.ones(1, np.uint64), np.ones(1, np.uint64))
