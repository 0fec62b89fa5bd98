"""Pictures on a page: the words below them, and who made them.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re
from itertools import pairwise

from witness import furniture
from witness.lines import SHORTEST_PARAGRAPH, TIME, Claims, Line, Page, ends_sentence


def pictured_by(page: Page) -> Claims:
    """`Photographs by Ada Lee` above the prose: a credit; below it, one who helped."""
    for line in page.lines[: max(page.first, len(page.lines) // 3) + 1]:
        if line.rule == "contributors" and furniture.PICTURED_BY.match(line.folded):
            line.settle("", "")
            yield line, "credit"


def spaced_credit(page: Page) -> Claims:
    """`Harbour Board / Ada Lee` below a short sentence: elsewhere such a line may be a path through a site."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    for number, (above, line) in enumerate(zip(page.lines, page.lines[1:], strict=False), 1):
        sentence = (above.words <= 45 and above.paragraph and not above.kind) or (title < number <= page.first)
        named = furniture.SPACED_CREDIT_AS_WRITTEN.fullmatch(line.text) or furniture.OFFICE_CREDIT_AS_WRITTEN.fullmatch(
            line.text.strip("()")
        )
        if sentence and line.words <= 10 and named:
            yield line, "credit"


def after_a_picture(page: Page) -> Claims:
    """`The harbour at dawn.` under `harbour_dawn.jpg`, or above `Harbour Board/Ada Lee`."""
    for number, line in enumerate(page.lines):
        before, below = page.lines[max(0, number - 1)], page.lines[number + 1 : number + 2]
        sure = number < page.last or furniture.SHOWS.match(line.folded)
        still = any(re.match(r"\(?(?:Still|Image|Chart|Map|Graphic|Diagram)\b", each.text) for each in below)
        credited = (sure or still) and any(each.kind == "credit" for each in below) and not _is_all_below(page, number)
        above = page.lines[number - 2] if number > 1 else before
        first = before.kind == "credit" and above.kind not in ("caption", "") and line.words <= 25
        first = first and not any(each.kind == "caption" for each in page.lines[max(0, number - 6) : number])
        held = first or before.rule == "file-name" or furniture.PICTURE_HOLDER.match(before.folded)
        several = len(re.findall(r"[a-zà-ÿ]{2}[.!?] [A-ZÀ-Þ]", line.text)) >= 2  # as many sentences as a paragraph has
        spoken = bool(furniture.PRONOUN.match(line.folded) or furniture.SAID.search(line.folded))
        spoken = spoken or line.item or bool(re.match(r"\d+\. ", line.text))
        told = several or _is_quoted(line) or ((first or not held) and spoken)
        if 4 <= line.words <= (30 if held else 32) and (held or credited) and not told:
            yield line, "caption"


def _is_quoted(line: Line) -> bool:
    """Whether it begins with somebody's words."""
    return line.text[0] in '"“„«»'


def _is_all_below(page: Page, number: int) -> bool:
    """Whether a heading stands above, and no other paragraph below the credit: no section is a caption alone."""
    above, after = page.lines[number - 1], page.lines[number + 2 : number + 3]
    headed = above.words <= 9 and not ends_sentence(above.text) and not TIME.fullmatch(above.text)
    words = page.lines[number].words
    long = words >= 2 * SHORTEST_PARAGRAPH and above.kind in ("", "subheadline")
    told = any(each.paragraph and each.words > words / 2 for each in after)
    return long and headed and number > page.first and not told


def described(page: Page) -> Claims:
    """`A close-up of the old quay`: what a page reads out in the place of a picture, and no title is like it."""
    for line in page.lines:
        if line.words <= 30 and furniture.ALT_TEXT_AS_WRITTEN.match(line.text):
            yield line, "caption"


def told_twice(page: Page) -> Claims:
    """`The old quay at dawn`, `The old quay at dawn. ADA LEE`: what is read out for a picture, and its caption."""
    for number, line in enumerate(page.lines):
        for at in (number + 1, number + 2):
            if not 4 <= line.words <= 45 or at >= len(page.lines):
                break
            below, after = page.lines[at], page.lines[at + 1 : at + 2]
            named = [each for each in after if each.words <= 4 and furniture.CREDITED_AS_WRITTEN.fullmatch(each.text)]
            same = below.folded == line.folded and line.text.endswith(".") and any(each.words >= 2 for each in named)
            same = same and page.lines[number - 1].folded != line.folded
            told = below.kind == "caption" and below.folded.startswith(line.folded) and below.words <= line.words + 12
            if same or told:
                yield from ((each, "caption") for each in (line, below))
                yield from ((each, "credit") for each in named)
                break


def above_a_caption(page: Page) -> Claims:
    """`A church on a cliff with a crack` above `The church at dawn. Photo: Ada Lee`, between byline and prose."""
    signed = next((at for at, each in enumerate(page.lines) if each.kind == "byline"), len(page.lines))
    decked = False
    for number, (line, below) in enumerate(pairwise(page.lines[: page.first + 2])):
        decked = decked or line.kind == "subheadline"
        read_out = 5 <= line.words <= 30 and (decked or not ends_sentence(line.text)) and not line.item
        if (
            read_out
            and (decked or signed < number)
            and number <= page.first
            and below.rule == "before-a-credit"
            and not line.kind
        ):
            yield line, "caption"


def credit_first(page: Page) -> Claims:
    """`Ada Lee/Harbour News Shelves of rope`, and below it `Each rope has its shelf`: no stop ends either."""
    for line, below in pairwise(page.lines):
        if line.words <= 30 and not line.kind and furniture.CREDIT_FIRST_AS_WRITTEN.match(line.text):
            yield line, "caption"
            if below.words <= 20 and not ends_sentence(below.text):
                yield below, "caption"


def initials(page: Page) -> Claims:
    """`A. Lee`, `A. Lee/Univ. of Port Ellin` below a sentence: who made a figure, and its words."""
    for above, line in pairwise(page.lines):
        plain = above.kind in ("", "caption") and 4 <= above.words <= 45 and ends_sentence(above.text)
        free = line.words <= 10 and line.kind in ("", "credit")
        if plain and free and furniture.INITIALS_AS_WRITTEN.fullmatch(line.text):
            yield line, "credit"
            if above.words <= 30 and not _is_quoted(above) and not furniture.SAID.search(above.folded):
                yield above, "caption"


def below_the_byline(page: Page) -> Claims:
    """`The harbour at dawn` and `Ada Lee` between the byline and the prose: a picture's words, and who made it."""
    signed = [at for at, each in enumerate(page.lines) if each.kind == "byline"]
    if not signed:
        return
    for number in range(signed[0] + 1, min(page.first + 1, len(page.lines) - 2)):
        line, below, prose = page.lines[number : number + 3]
        if furniture.KEY_POINTS.match(below.folded) or furniture.RELATED.match(below.folded):
            continue
        named = furniture.CREDITED_AS_WRITTEN.fullmatch(below.text) and not below.kind and below.words <= 6
        if any(below.folded in page.lines[at].folded for at in signed[:4]):
            continue  # the author's name once more
        if TIME.fullmatch(page.lines[number - 1].text):
            continue  # the title and the writer of a ticker's entry
        if not named or line.kind not in ("", "caption") or not 5 <= line.words <= 40:
            continue
        if line.kind or (
            (prose.words >= SHORTEST_PARAGRAPH or prose.kind == "dateline") and prose.kind != "subheadline"
        ):
            yield line, "caption"
            yield below, "credit"


def known_name(page: Page) -> Claims:
    """`Ada Lee`, who is named in a credit or a byline, alone on a line: she made a picture, or wrote what follows."""
    for kind in ("credit", "byline"):
        known = " | ".join(each.folded for each in page.lines if each.kind == kind)
        whole = {each.folded.partition(" ")[2] for each in page.lines if each.kind == kind == "byline"}
        for number, line in enumerate(page.lines):
            alone = 2 <= line.words <= 4 and furniture.NAME_AS_WRITTEN.fullmatch(line.text)
            if 4 < line.words <= 12 and number > page.first and line.folded in whole:
                yield line, kind
            if alone and not line.kind and re.search(rf"\b{re.escape(line.folded)}\b", known):
                above = page.lines[number - 1]
                if kind == "credit" and number and above.words <= 25 and not furniture.CLAUSE.match(above.folded):
                    yield above, "caption"
                yield line, kind


def shows(page: Page) -> Claims:
    """`A file photo shows the harbour at dawn.`: a short sentence that says what a picture shows."""
    for number, line in enumerate(page.lines):
        most = 45 if number <= page.first else 25
        if line.words <= most and furniture.SHOWS.match(line.folded):
            yield line, "caption"
