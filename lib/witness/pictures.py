"""Pictures on a page: the words below them, and who made them.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re

from witness import furniture
from witness.lines import SHORTEST_PARAGRAPH, TIME, Claims, Page


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
        credited = (sure or still) and any(each.kind == "credit" for each in below)
        above = page.lines[number - 2] if number > 1 else before
        first = before.kind == "credit" and above.kind not in ("caption", "") and line.words <= 25
        held = first or before.rule == "file-name" or furniture.PICTURE_HOLDER.match(before.folded)
        told = not held and (furniture.PRONOUN.match(line.folded) or furniture.SAID.search(line.folded))
        if 4 <= line.words <= (30 if held else 32) and (held or credited) and not told:
            yield line, "caption"


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
        for number, line in enumerate(page.lines):
            alone = 2 <= line.words <= 4 and furniture.NAME_AS_WRITTEN.fullmatch(line.text)
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
