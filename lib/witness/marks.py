"""Where quotation marks stand in pairs, whatever their style.

Every newsroom has its own marks, saved pages mix them, and the same characters are apostrophes, feet and inches. A
mark opens only where a word may begin and closes only where one may end; what finds no partner is left alone, so that
a stray mark shifts nothing after it. A quotation that runs over paragraphs is opened anew in each and closed once.
"""

import re
from dataclasses import dataclass, replace

# What may close each mark that opens. Some marks do either, by language.
_CLOSERS = {
    '"': '"”', "“": '”"', "„": "“”\"", "«": "»", "»": "«", "”": "”", "＂": "＂", "「": "」", "『": "』",
    "'": "'", "‘": "’'", "‚": "‘’", "‹": "›", "›": "‹",
}  # fmt: skip
_SPACED = frozenset("«»‹›")  # French sets a space within its marks
_SINGLE = frozenset("'‘‚’")
_DIGIT, _STOPPED = re.compile(r"\s*\d"), re.compile(r"[,.!?…]['’]")

# Characters within which a mark that is an apostrophe elsewhere must find its partner.
_FAR = 2_000

_MARK = re.compile("[\"“”„«»'‘’‚‹›＂「」『』]")
_BEFORE_OPENING = re.compile(r"[\s(\[{–—\-/“„«‘‚\"'‹>:…]|^")
_AFTER_CLOSING = re.compile(r"[\s)\]}–—\-/.,;:!?…”“»’'\"›<\u2019]|$")


@dataclass(frozen=True, slots=True)
class Marks:
    """One pair of marks in a text: outer and inner offsets, how deep it lies, and whether it is closed."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool = True


def pairs(text: str, following: str = "") -> list[Marks]:
    """The pairs of quotation marks of one paragraph, in order; `following` is the paragraph after it.

    >>> text = 'She said: “I like ‘Emma’ best.” In the ’90s it was 4" long.'
    >>> [text[each.start : each.end] for each in pairs(text)]
    ['“I like ‘Emma’ best.”', '‘Emma’']

    A mark left open is taken to run to the paragraph's end where the next paragraph opens with the same mark, or where
    it opens the paragraph and nothing closes it; any other mark without a partner is passed over.
    """
    found: list[Marks] = []
    stack: list[tuple[int, str]] = []
    first, onward = len(text) - len(text.lstrip()), following.lstrip()[:1]
    for mark in _MARK.finditer(text):
        place, sign = mark.start(), mark[0]
        goes_on = place == first and onward == sign
        depth = next((at for at in range(len(stack), 0, -1) if sign in _CLOSERS[stack[at - 1][1]]), 0)
        if depth and _closes(text, place, stack[depth - 1]):
            opened = stack[depth - 1][0]
            del stack[depth - 1 :]  # what was left open within is no quotation
            found.append(Marks(opened, place + 1, opened + 1, place, 0))
        elif sign in _CLOSERS and (goes_on or _opens(text, place, [each for _, each in stack], onward == sign)):
            stack.append((place, sign))
    if stack:
        opened, sign = stack[0]
        if onward == sign or (opened == first and sign not in _SINGLE):
            end = len(text.rstrip())
            found.append(Marks(opened, end, opened + 1, end, 0, closed=False))
    return _nested(sorted(found, key=lambda each: (each.start, -each.end)))


def _opens(text: str, place: int, open_signs: list[str], runs_on: bool) -> bool:
    """Whether a mark may open: a word may begin after it, none ends before it, and something closes it."""
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if (
        not after
        or (after.isspace() and sign not in _SPACED)
        or after in ",.;:!?)"
        or not _BEFORE_OPENING.fullmatch(before)
    ):
        return False
    if sign in "'’" and (after.isdigit() or before.isalnum()):
        return False
    if sign in _SINGLE:
        return (runs_on and sign != "'") or any(
            _closes(text, other.start(), (place, sign))
            for other in _MARK.finditer(text, place + 2, place + _FAR)
            if other[0] in _CLOSERS[sign]
        )
    if sign == "»":  # opens only where its language closes with the other
        return text.find("«", place) >= 0 and "«" not in open_signs
    if sign == "”":
        return "“" not in open_signs and "„" not in open_signs and text.find("”", place + 1) >= 0
    return True


def _closes(text: str, place: int, opened: tuple[int, str]) -> bool:
    """Whether a mark may close the one opened before: a word or a stop ends before it, and no letter follows."""
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if sign in "」』＂":
        return True
    if place <= opened[0] + 1 or (before.isspace() and sign not in _SPACED) or not _AFTER_CLOSING.fullmatch(after):
        return False
    if sign not in _SINGLE:
        inches = sign == '"' and before.isdigit() and (opened[1] != '"' or '"' in text[place + 1 : place + 200])
        return not inches
    if before.isdigit() and _DIGIT.match(text, place + 1):  # feet
        return False
    if before in "sz" and after == " " and text[place + 2 : place + 3].islower():
        # A plural's apostrophe, if the quotation closes further on, before another is opened.
        later = _STOPPED.search(text, place + 1, place + _FAR)
        again = text.find("‘" if opened[1] == "‘" else " '", place + 1, place + _FAR)
        return not later or (0 < again < later.start())
    return True


def _nested(found: list[Marks]) -> list[Marks]:
    """The pairs with the depth they really have, once all are known; they stand in order."""
    within: list[Marks] = []
    placed = []
    for each in found:
        while within and within[-1].end <= each.start:
            within.pop()
        placed.append(replace(each, depth=len(within)))
        within.append(each)
    return placed
