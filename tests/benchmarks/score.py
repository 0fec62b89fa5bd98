"""How well found passages agree with planted ones.

A found and a planted passage *touch* if they are of one pair of articles and overlap on both sides. A passage is *met*
if those that touch it cover, together, at least half of **its own** characters on **each** side: a planted one must be
half found to count in recall, a found one must be half planted to count in precision. One found passage may so meet two
planted ones, and a planted one may be met by several fragments; `granularity` tells.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Passage = tuple[int, int, int, int, int, int]  # left, left_start, left_end, right, right_start, right_end
Column = NDArray[np.int64]

MET = 0.5  # of a passage's own characters, on each side


class Score(NamedTuple):
    """All but granularity are shares, and 1 is best; nothing found has precision 1, nothing planted has recall 1."""

    recall: float  # of planted passages, those met
    precision: float  # of found passages, those met
    char_recall: float  # of the characters in planted passages, both sides, those in found ones that touch them
    char_precision: float  # of the characters in found passages, both sides, those in planted ones that touch them
    granularity: float  # found passages that touch a planted one, on average over those touched; 1 is best


class Pairs(NamedTuple):
    """The same, if all that is asked is which articles share something."""

    recall: float
    precision: float


def score(found: Iterable[Passage], planted: Iterable[Passage]) -> Score:
    """Compare passages, in any order and with either article as the left one.

    >>> truth = [(0, 100, 200, 1, 0, 100), (0, 500, 600, 2, 40, 140)]
    >>> score(truth, truth)
    Score(recall=1.0, precision=1.0, char_recall=1.0, char_precision=1.0, granularity=1.0)

    Half of one passage and a false one, the sides swapped:

    >>> score([(1, 0, 50, 0, 100, 150), (1, 900, 950, 2, 0, 50)], truth)
    Score(recall=0.5, precision=0.5, char_recall=0.25, char_precision=0.5, granularity=1.0)

    Two fragments of one passage find it, but in pieces; right words in a wrong place find nothing:

    >>> score([(0, 100, 140, 1, 0, 40), (0, 150, 200, 1, 50, 100)], truth[:1])
    Score(recall=1.0, precision=1.0, char_recall=0.9, char_precision=1.0, granularity=2.0)
    >>> score([(0, 100, 200, 1, 300, 400)], truth[:1])
    Score(recall=0.0, precision=0.0, char_recall=0.0, char_precision=0.0, granularity=1.0)
    >>> score([], truth).precision, score([], []).recall
    (1.0, 1.0)
    """
    ours, theirs = columns(found), columns(planted)
    mine, its = touching(ours, theirs)
    shared_starts, shared_ends = np.maximum(ours[mine], theirs[its]), np.minimum(ours[mine], theirs[its])
    shared = {side: (shared_starts[:, side], shared_ends[:, side + 1]) for side in SIDES}
    met_planted, met_found = np.ones(len(theirs), bool), np.ones(len(ours), bool)
    both = in_found = in_planted = 0
    for side in SIDES:
        met_planted &= covered(its, *shared[side], len(theirs)) >= MET * (theirs[:, side + 1] - theirs[:, side])
        met_found &= covered(mine, *shared[side], len(ours)) >= MET * (ours[:, side + 1] - ours[:, side])
        # Over pairs of articles, so that no character is counted twice where passages of a pair overlap.
        pair = np.unique(np.concatenate([ours[:, PAIR], theirs[:, PAIR]]), axis=0, return_inverse=True)[1].ravel()
        of_found, of_planted = pair[: len(ours)], pair[len(ours) :]
        both += covered(of_found[mine], *shared[side], len(pair)).sum()
        in_found += covered(of_found, ours[:, side], ours[:, side + 1], len(pair)).sum()
        in_planted += covered(of_planted, theirs[:, side], theirs[:, side + 1], len(pair)).sum()
    return Score(
        share(met_planted.sum(), len(theirs)),
        share(met_found.sum(), len(ours)),
        share(both, in_planted),
        share(both, in_found),
        share(len(its), len(np.unique(its))),
    )


def pairs(found: Iterable[Passage], planted: Iterable[Passage]) -> Pairs:
    """Compare which pairs of articles share something, wherever it stands in them.

    >>> pairs([(1, 0, 9, 0, 0, 9), (2, 0, 9, 3, 0, 9)], [(0, 5, 9, 1, 5, 9)])
    Pairs(recall=1.0, precision=0.5)
    """
    ours, theirs = ({tuple(row) for row in columns(each)[:, PAIR].tolist()} for each in (found, planted))
    return Pairs(share(len(ours & theirs), len(theirs)), share(len(ours & theirs), len(ours)))


SIDES = (1, 4)  # the column where a side starts; it ends in the next
PAIR = [0, 3]


def columns(passages: Iterable[Passage]) -> Column:
    """Passages as rows of one table, the smaller number of article on the left."""
    rows = np.array(passages if isinstance(passages, np.ndarray) else list(passages), np.int64).reshape(-1, 6)
    swapped = rows[:, 0] > rows[:, 3]
    rows[swapped] = np.roll(rows[swapped], 3, axis=1)
    return rows


def touching(ours: Column, theirs: Column) -> tuple[Column, Column]:
    """Row numbers of those of ours and of theirs that overlap on both sides."""
    most = 1 + max((int(rows[:, PAIR].max()) for rows in (ours, theirs) if len(rows)), default=0)
    our_key, their_key = (rows[:, 0] * most + rows[:, 3] for rows in (ours, theirs))
    order = np.argsort(their_key, kind="stable")
    first, last = (np.searchsorted(their_key[order], our_key, side=side) for side in ("left", "right"))
    count = last - first
    mine = np.repeat(np.arange(len(ours)), count)
    its = order[np.repeat(first - count.cumsum() + count, count) + np.arange(count.sum())]
    touch = np.ones(len(mine), bool)
    for side in SIDES:
        touch &= np.maximum(ours[mine, side], theirs[its, side]) < np.minimum(
            ours[mine, side + 1], theirs[its, side + 1]
        )
    return mine[touch], its[touch]


def covered(group: Column, start: Column, end: Column, groups: int) -> Column:
    """For each group, how many characters its spans cover, each counted once."""
    order = np.lexsort((start, group))
    # With each group moved behind the one before, one running maximum serves all of them.
    shift = group[order] * (1 + int(end.max(initial=0)))
    start, end = start[order] + shift, end[order] + shift
    before = np.maximum.accumulate(np.append(0, end))[:-1]
    total = np.zeros(groups, np.int64)
    np.add.at(total, group[order], np.maximum(0, end - np.maximum(start, before)))
    return total


def share(part: int, whole: int) -> float:
    """A part of a whole; 1 if there is no whole to miss any of."""
    return float(part / whole) if whole else 1.0
