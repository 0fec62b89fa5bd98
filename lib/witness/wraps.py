"""Lines that were cut at a fixed width, as in an e-mail or an old forum: which of them run on as one paragraph.

Every mail program and terminal once broke its lines at some forty to eighty characters. Such a page has no line that
reads as a paragraph, and every rule that asks for one would go wrong; so the lines are put together first.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

# No program cuts lines wider than this.
WIDEST = 100

# A shorter line was not cut: it ends there.
NARROWEST = 20

# As few as this begin with a small letter by chance.
FEWEST = 4

# One line end, with the spaces around it; a second one parts paragraphs.
_ONE_END = re.compile(r"[^\S\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|\r|\n|\u2028)[^\S\r\n\u2028\u2029]*")

# What begins an item of a list, which never runs on from the line above.
_ITEM = re.compile(r"[-–—*•·▪►>|] |\d{1,2}[.)] ")

# What ends a sentence, perhaps before a closing mark.
_STOPS = '.!?…:”"»’)'

Place = tuple[int, int]


def running_on(raw: str, lines: Sequence[Place]) -> list[list[Place]]:
    r"""The lines of a page, by where they start and end, those that run on put together.

    >>> page = "The two ships will leave the port at\ndawn and go south along the coast from\nEllin, the pilot said.\nX"
    >>> page = page + "\n\n" + page[:-2]
    >>> lines = [found.span() for found in re.finditer(r".+", page)]
    >>> [len(group) for group in running_on(page, lines)]
    [1, 1, 1, 1, 1, 1, 1]

    Two lines that begin with a small letter are no proof; four are.

    >>> page = page + "\n\n" + page
    >>> lines = [found.span() for found in re.finditer(r".+", page)]
    >>> [len(group) for group in running_on(page, lines)]
    [3, 1, 3, 3, 1, 3]
    """
    near = [
        NARROWEST // 2 <= end - start <= WIDEST
        and below - end <= WIDEST
        and bool(_ONE_END.fullmatch(raw, end, below))
        and not _ITEM.match(raw, below)
        for (start, end), (below, _) in pairwise(lines)
    ]
    plain = [
        at
        for at, each in enumerate(near)
        if each and lines[at][1] - lines[at][0] >= NARROWEST and _goes_on(raw, lines[at], lines[at + 1])
    ]
    lengths = sorted(lines[at][1] - lines[at][0] for at in plain)
    if len(lengths) < FEWEST:
        return [[each] for each in lines]
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(_fills(raw, lines[at], lines[at + 1], width) for at in plain)
    if full < 0.6 * len(plain):
        return [[each] for each in lines]
    sure = set(plain)
    blocks = _blocks(near, len(lines))
    cut = [any(at in sure for at in range(*block)) or _is_told(raw, lines, block, plain[0]) for block in blocks]
    # Where paragraphs follow each other without a blank line, a full line with a stop may be the last of one.
    ends = [at for (first, last), each in zip(blocks, cut, strict=True) if each for at in range(first, last)]
    open_ends = sum(not _fills(raw, lines[at], lines[at + 1], width) and at not in sure for at in ends)
    parted = open_ends <= 0.1 * len(ends)
    groups: list[list[Place]] = []
    for (first, last), each in zip(blocks, cut, strict=True):
        groups.append([lines[first]])
        for at in range(first, last):
            line, below = lines[at : at + 2]
            stops = raw[line[1] - 1] in _STOPS
            fits = each and below[1] - below[0] <= 1.2 * width and _fills(raw, line, below, width)
            if at in sure or (fits and (parted or not stops) and _indent(raw, below) <= _indent(raw, line)):
                groups[-1].append(below)
            else:
                groups.append([below])
    return groups


def _is_told(raw: str, lines: Sequence[Place], block: Place, after: int) -> bool:
    """Whether lines below the first that was cut end with a stop, though none of them begins with a small letter."""
    first, last = block
    return after < first < last and raw[lines[last][1] - 1] in _STOPS and raw[lines[first][1] - 1] not in _STOPS


def _indent(raw: str, line: Place) -> int:
    """How far from its beginning the line's first word stands."""
    return line[0] - max(raw.rfind("\n", max(0, line[0] - WIDEST), line[0]), line[0] - WIDEST)


def _blocks(near: Sequence[bool], count: int) -> list[Place]:
    """The first and last numbers of lines between which no blank line stands."""
    starts = [0, *(at + 1 for at, each in enumerate(near) if not each)]
    return list(zip(starts, [at - 1 for at in starts[1:]] + [count - 1], strict=True)) if count else []


def _goes_on(raw: str, line: Place, below: Place) -> bool:
    """Whether a line without a stop is followed by a small letter."""
    return raw[below[0]].islower() and raw[line[1] - 1] not in ".!?:;…"


def _fills(raw: str, line: Place, below: Place, width: int) -> bool:
    """Whether the next line's first word would not have fitted in."""
    word = raw[below[0] : min(below[1], below[0] + WIDEST)].split(maxsplit=1)[0]
    return width < line[1] - line[0] + 1 + len(word) <= 1.2 * width + 1 + len(word)
