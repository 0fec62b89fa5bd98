"""Headings between the paragraphs of an article.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re
from collections import Counter
from itertools import pairwise

from witness import furniture
from witness.lines import SHORTEST_PARAGRAPH, TIME, Claims, Line, Page, ends_sentence

# A heading between paragraphs has at most this many words; longer lines without a stop are paragraphs that lost it.
LONGEST_HEADING = 9


def _label(line: Line) -> str:
    """What lines such as `Weekend one: rust` and `Weekend two: rope`, or `Monday: eels`, have in common."""
    before, colon, _after = line.folded.partition(":")
    if not colon:
        return ""
    if furniture.WEEKDAY.fullmatch(before):
        return "day"
    return before.split()[0] if 2 <= len(before.split()) <= 3 else ""


def numbered_heading(page: Page) -> Claims:
    """`1. Quay sold`, `2. Ferry late`, `3. Herring back`: three or more, each above a paragraph."""
    labelled = [
        line for line, below in zip(page.lines, page.lines[1:], strict=False)
        if line.words <= 12 and _label(line) and not line.kind and not ends_sentence(line.text) and not line.item
        if below.paragraph and not _label(below) and not furniture.LABELLED_AS_WRITTEN.match(line.text)
    ]  # fmt: skip
    often = Counter(_label(each) for each in labelled)
    yield from ((each, "subheadline") for each in labelled if often[_label(each)] >= 3)
    found = [
        line for line, below in zip(page.lines, page.lines[1:], strict=False)
        if re.match(r"(?:#|no\. ?)?\d{1,2}[.):] \S", line.folded) and line.words <= 14
        if not ends_sentence(line.text.rstrip("?!"))
        if below.paragraph and not below.item and line.kind in ("", "body")
    ]  # fmt: skip
    if len(found) >= 3:
        yield from ((each, "subheadline") for each in found)


def quoted_heading(page: Page) -> Claims:
    """`“Nobody waved”` above a paragraph: few words, all of them quoted, with no stop among them."""
    for number, (line, below) in enumerate(pairwise(page.lines)):
        short = 2 <= line.words <= 7 and not line.kind and below.paragraph and below.kind in ("", "body")
        inner = line.folded[1:-1].strip(" '\"")
        quoted = line.folded[0] in "'\"" and line.folded[-1] in "'\"" and not re.search(r"[.!?:;\"]", inner)
        if short and quoted and page.first < number < page.last:
            yield line, "subheadline"


def _ends_a_list(page: Page, number: int) -> bool:
    """Whether lines without a stop stand above, and above them one with a colon: this is the last of them."""
    if page.lines[number].words < 5:
        return False
    for above in range(number - 1, max(0, number - 15), -1):
        line = page.lines[above]
        if line.text.endswith(":") and line.kind in ("", "body"):
            return number - above >= 3
        if line.kind not in ("", "body") or ends_sentence(line.text) or line.words < 3 or line.item:
            return False
    return False


def heading(page: Page) -> Claims:
    """`What the pilots say`, `Under the ice` above paragraphs: few words without a stop that are no clause."""
    questions = sum(each.words <= LONGEST_HEADING and each.text.endswith("?") for each in page.lines)
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), page.first)
    column = any(each.kind == "headline" and furniture.BRIEFS.match(each.folded) for each in page.lines)
    for number, line in enumerate(page.lines):
        asked = line.text.endswith("?") and questions >= 3  # an interview's questions are its body
        timed = bool(TIME.fullmatch(page.lines[number - 1].text))
        placed = (
            number > title + 1 and page.lines[number + 1 : number + 2] and page.lines[number + 1].kind == "dateline"
        )
        if title < number < page.last and line.folded in furniture.LABELS:
            yield line, "subheadline"
        inside = title + 1 < number < page.last and (number > page.first or column or timed)
        inside = inside and not asked and not _ends_a_list(page, number)
        if inside and _could_be_heading(line, page.after(number), timed or bool(placed)):
            yield line, "subheadline"


def _could_be_heading(line: Line, below: Line | None, entry: bool) -> bool:
    """Whether the words are few and no clause; `entry` says that a time above or a place below proves a title."""
    if line.kind or not 1 <= line.words <= LONGEST_HEADING or below is None:
        return False
    if below.words < SHORTEST_PARAGRAPH and not below.item and not below.text.endswith(":"):
        return False
    if TIME.fullmatch(line.text):
        return False
    quoted = line.folded[0] in "\"'" and line.folded[-1] in "\"'" and line.words <= 8
    inner = line.text.strip("\"'“”‘’«»„ ")
    named = ":" in line.text and not furniture.STEP.match(line.folded)
    if entry and not ends_sentence(line.text) and re.match(r"(?:\d+[.)] )?[A-ZÀ-Þ]", line.text):
        return True
    if inner.endswith((".", ",", ";", "…")) or named or (line.text[-1] in "\"'”’»)" and not quoted):
        return False
    if furniture.BULLET.match(line.text) or re.match(r"[QAFRDP][.:] |Q |[\d.: ]+\w{0,3}$", line.text):
        return False
    if not re.match(r"[A-ZÀ-Þ0-9¿¡]", inner) or furniture.DAY.match(line.folded):
        return False
    free = furniture.ASKS.match(line.folded) or furniture.OF_A_THING.match(line.folded)
    plain = not quoted and not line.text.isupper() and not free
    short = line.words == 3 and below.paragraph and not furniture.PRONOUN.match(line.folded)
    return short or not (plain and furniture.CLAUSE.match(line.folded))
