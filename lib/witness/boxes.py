"""Boxes among an article's lines and below it: a letter to sign up for, a word on the author, a member of a forum.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re

from witness import furniture
from witness.lines import Claims, Line, Page, ends_sentence
from witness.spans import fold

# A box has no more lines than this.
MOST_IN_A_BOX = 4


def sign_up_box(page: Page) -> Claims:
    """`Every Friday, the harbour in five minutes.` between `Newsletter` and the button that sends an address."""
    for number, head in enumerate(page.lines):
        letters = head.words <= 3 and furniture.LETTERS.match(head.folded)
        if not letters and not (head.kind == "promo" and head.words <= 16):
            continue
        box = page.lines[number + 1 : number + 2 + MOST_IN_A_BOX]
        button = next((at for at, each in enumerate(box) if furniture.SENDS.fullmatch(each.folded.strip(" .:*!"))), 0)
        if all(each.words <= 25 for each in box[:button]):
            yield from ((each, "promo") for each in box[:button])


def author_box(page: Page) -> Claims:
    """`About Ada Lee`, and the paragraph below it, where a byline has the name."""
    signed = " ".join(each.folded for each in page.lines if each.kind == "byline")
    written = " | ".join(each.text for each in page.lines if each.rule == "written-by")
    names = {fold(name) for name in furniture.NAMES_AS_WRITTEN.findall(written)}
    for number, line in enumerate(page.lines):
        found = furniture.ABOUT_AUTHOR.fullmatch(line.folded) if line.words <= 6 else None
        late = number > page.first and number > 0.4 * len(page.lines)
        below = page.lines[number + 1 : number + 2]
        if late and line.folded in names and any(_tells(each) and _is_of(each, line) for each in below):
            line.settle("", "")
            yield from ((each, "author-bio") for each in (line, *below))
        if not found or not late or line.kind not in ("", "chrome", "promo"):
            continue
        known = found["who"] is None or (found["who"].split()[-1] in re.findall(r"\w[\w'-]*", signed))
        if known and not ends_sentence(line.text):
            line.settle("", "")
            yield line, "author-bio"
            if found["who"] is None and below and not ends_sentence(below[0].text) and below[0].words <= 5:
                yield below[0], "author-bio"
            yield from ((each, "author-bio") for each in page.lines[number + 1 : number + 3] if _tells(each))


def _is_of(line: Line, name: Line) -> bool:
    """Whether a sentence begins with a part of a name and says what its owner does, or says the owner's profession."""
    begins = line.folded.split(maxsplit=1)[0] in name.folded.split() and furniture.OF_AN_AUTHOR.match(line.folded)
    return bool(begins or furniture.PROFESSION.match(" " + line.folded, 1))


def letters(page: Page) -> Claims:
    """`Ada Lee`, `Port Ellin` below each of several letters to a paper."""
    found = [
        at
        for at, (above, name, place) in enumerate(zip(page.lines, page.lines[1:], page.lines[2:], strict=False), 1)
        if above.paragraph and not above.kind and _signs(name) and not place.kind and 1 <= place.words <= 9
        if not ends_sentence(place.text) and place.text[0].isupper()
        if not page.lines[at + 2 : at + 3] or page.lines[at + 2].paragraph or at == page.last + 1
    ]  # fmt: skip
    if len(found) >= 2:
        yield from ((each, "byline") for at in found for each in page.lines[at : at + 2])


def _signs(line: Line) -> bool:
    return not line.kind and 2 <= line.words <= 8 and bool(furniture.LETTER_NAME_AS_WRITTEN.fullmatch(line.text))


def mail_signature(page: Page) -> Claims:
    """`--`, and below it what a writer sets under each of his letters."""
    for number, line in enumerate(page.lines):
        rest = page.lines[number + 1 :]
        if line.text in ("--", "-- ") and number > page.first and 0 < len(rest) <= 6:
            yield from ((each, "chrome") for each in rest if each.words <= 25)


def _tells(line: Line) -> bool:
    return not line.kind and line.words <= 80 and ends_sentence(line.text)


def beside_a_member(page: Page) -> Claims:
    """`Wrong side of the river` beside `Posts: 12` and `Joined: May 2012`: what a forum says of a member."""
    known = [bool(furniture.OF_A_MEMBER.match(each.folded)) for each in page.lines]
    if sum(known) < 2:
        return
    for number, line in enumerate(page.lines):
        if line.kind or line.words > 10:
            continue
        beside = [*known[max(0, number - 1) : number], *known[number + 1 : number + 2]]
        if any(beside) and (line.words <= 4 or number > page.last) and not line.paragraph:
            yield line, "chrome"
