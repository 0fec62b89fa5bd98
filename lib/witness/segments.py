"""A raw page, cut into pieces that each carry a kind and the rule that gave it.

A page is cut at its line ends: each line with words on it is a piece, and what stands between is white space.
Every character lands in exactly one piece. Rules are asked in order and the first that answers decides; a line
that no rule claims is body by the rule `default`, so that nothing a reader should see is ever dropped.
"""

import re
from collections.abc import Callable

from witness.articles import Segment
from witness.spans import Span, count_words

# Longer first lines are paragraphs: headlines in quality papers run to some twenty words.
LONGEST_HEADLINE = 25

# A line end, in any of the ways a file may have it.
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

_CLOSING = "\"'”’»)]"


def segment(key: str, raw: str) -> tuple[Segment, ...]:
    r"""The pieces of a page, in order; together they are the page.

    >>> page = "Two ships leave port\n\nThe ships left at dawn.\n"
    >>> [(each.kind, each.rule, each.span.of(page)) for each in segment("001", page)][:2]
    [('headline', 'first-line', 'Two ships leave port'), ('whitespace', 'blank', '\n\n')]

    Cost grows with the length of the page.
    """
    lines = [trimmed for found in _LINE.finditer(raw) if (trimmed := _trim(raw, *found.span()))]
    texts = [raw[start:end] for start, end in lines]
    pieces: list[Segment] = []
    position = 0
    for number, (start, end) in enumerate(lines):
        if position < start:
            pieces.append(Segment(Span(key, position, start), "whitespace", "blank"))
        kind, rule = _judge(texts, number)
        pieces.append(Segment(Span(key, start, end), kind, rule))
        position = end
    if position < len(raw):
        pieces.append(Segment(Span(key, position, len(raw)), "whitespace", "blank"))
    return tuple(pieces)


def _trim(raw: str, start: int, end: int) -> tuple[int, int] | None:
    """The line without the white space around it; None where nothing else is on it."""
    line = raw[start:end]
    left = start + len(line) - len(line.lstrip())
    right = start + len(line.rstrip())
    return (left, right) if left < right else None


def first_line(lines: list[str], number: int) -> str:
    """`Two ships leave port`: a short first line that does not end as a sentence, above other lines."""
    line = lines[number]
    short = 2 <= count_words(line) <= LONGEST_HEADLINE
    return "headline" if number == 0 < len(lines) - 1 and short and not ends_sentence(line) else ""


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: a stop, perhaps inside closing marks.

    >>> ends_sentence("“We are done.”"), ends_sentence("Done at last")
    (True, False)
    """
    return line.rstrip(_CLOSING).endswith((".", "!", "…", ":", ";", ",", "。", "।", "۔"))


# Each rule is asked in this order; its name, with hyphens, is what a reader is told.
RULES: tuple[Callable[[list[str], int], str], ...] = (first_line,)


def _judge(lines: list[str], number: int) -> tuple[str, str]:
    for rule in RULES:
        if kind := rule(lines, number):
            return kind, rule.__name__.replace("_", "-")
    return "body", "default"
