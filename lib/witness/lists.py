"""Lists of other articles: those that say what they are, and those that only stand below the end.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re
from collections import Counter
from itertools import takewhile

from witness import furniture
from witness.headings import LONGEST_HEADING
from witness.lines import TIME, Claims, Line, Page, ends_sentence
from witness.titles import LONGEST_HEADLINE


def repeated_ending(page: Page) -> Claims:
    """`Dawn at sea [Added: May 3rd]`, `Calm [Added: May 9th]`: three lines in a row that end alike but for digits."""

    def ending(line: Line) -> str:
        return re.sub(r"\d+(st|nd|rd|th)?", "0", line.folded[-40:])[-12:]

    for at in range(len(page.lines) - 2):
        run = page.lines[at : at + 3]
        alike = {ending(each) for each in run}
        stamp = alike.pop()
        dated = run[0].text[-1] in ")]" or furniture.DAY.search(run[0].folded)
        if (
            not alike
            and len(stamp) == 12
            and "0" in stamp
            and dated
            and not any(ends_sentence(each.text) for each in run)
        ):
            yield from ((each, "link-list") for each in run)


def more_to_read(page: Page) -> Claims:
    """`Related articles`, and the titles that follow it up to the next sentence."""
    listing, kind_of_list = False, "link-list"
    for number, line in enumerate(page.lines):
        if line.words <= 5 and furniture.SPONSORED.match(line.folded) and line.kind != "body":
            listing, kind_of_list = True, "promo"
            yield line, "promo"
            continue
        if furniture.REMARKS.match(line.folded):
            listing = False
            continue
        if number < page.first and any(each.kind == "byline" for each in page.lines[number + 1 : number + 2]):
            continue  # a button in the page's head
        listed = "|" in line.text and furniture.RELATED.match(line.folded.partition(":")[0])
        heads = line.words <= 8 and bool(furniture.RELATED.match(line.folded))
        heads = heads and not (line.text[0].islower() and line.text.endswith("."))
        if heads or listed:
            listing, kind_of_list = True, "link-list"
            plain = takewhile(
                lambda each: not each.kind and not furniture.RELATED.match(each.folded),
                page.lines[number + 1 : number + 8],
            )
            lengths = [each.words for each in plain]
            if furniture.TOPICAL.match(line.folded) and lengths and max(lengths) <= 3:
                kind_of_list = "chrome"
            yield line, kind_of_list
        elif listing and line.kind in ("chrome", "byline") and _within_a_list(page, number):
            told = furniture.OF_A_CARD.match(line.folded)  # whose title, and when, and where
            kind = "link-list" if told else "chrome"
            line.settle("", "")
            yield line, "link-list" if line.folded in furniture.SECTIONS else kind
        elif listing:
            late = number > min(page.last, 0.6 * len(page.lines))
            below = page.lines[number + 1 : number + 2]
            late = late or any(not ends_sentence(each.text) and each.words <= LONGEST_HEADLINE for each in below)
            title = not ends_sentence(line.text) or (late and line.text.endswith("?"))
            if number < page.last and _quoted_alone(line) and any(each.paragraph for each in below):
                title = False  # a heading below the list
            title = title or (late and any(each.kind == "byline" for each in below))  # a title's own deck
            listing = not line.kind and line.words <= LONGEST_HEADLINE and title
            if listing:
                yield line, kind_of_list


def _quoted_alone(line: Line) -> bool:
    return line.words <= LONGEST_HEADING and line.folded[0] in "'\"" and line.folded[-1] in "'\""


def _within_a_list(page: Page, number: int) -> bool:
    """Whether a part of the paper, a name or a date stands beside a title of a list below the prose."""
    line, below = page.lines[number], page.lines[number + 1 : number + 3]
    if line.words > 8 or (number <= page.last and number < 0.6 * len(page.lines)):
        return False
    if page.lines[number - 1].kind == "link-list" and (line.kind == "byline" or furniture.OF_A_CARD.match(line.folded)):
        return True
    if number <= page.last:
        return False
    return line.kind == "byline" or any(_titled(each) for each in below)


def after_the_end(page: Page) -> Claims:
    """Titles and signs below the last paragraph: lines without a stop, the longer of them titles of other pages."""
    if page.last < 0:
        return
    facts = page.last + 1
    while (
        facts < len(page.lines)
        and not page.lines[facts].kind
        and any(_is_fact(each) for each in page.lines[facts : facts + 2])
    ):
        facts += 1  # a box of figures below the last paragraph is the article's
    for number in range(facts, len(page.lines)):
        line = page.lines[number]
        if ends_sentence(line.text) or line.words > 16 or line.text[0] in "([" or furniture.BULLET.match(line.text):
            continue
        if TIME.fullmatch(line.text) or line.text.endswith(",") or furniture.MATCH_FACTS_AS_WRITTEN.match(line.text):
            continue  # an entry of a ticker; a letter's last greeting; a match's record
        sentence = furniture.CLAUSE.match(line.folded) or re.search(r"[.!?] [A-ZÀ-Þ]", line.text)
        if line.words <= 3 and any(
            furniture.FAREWELL.match(each.folded) for each in page.lines[max(0, number - 2) : number]
        ):
            continue
        if (sentence or (number == page.last + 1 and line.words >= 5)) and "»" not in line.text:
            continue
        beside = page.lines[number - 1 : number + 2]
        titles = [each for each in beside if 4 <= each.words <= 16 and not ends_sentence(each.text)]
        below = page.lines[number + 1 : number + 3]
        heads = len(below) == 2 and all(each in titles or _titled(each) for each in below)
        address = re.search(r", \d+[a-z]? [A-ZÀ-Þ]|[a-zß] \d+[a-z]?, ", line.text)
        listed = (line.words >= 4 and len(titles) >= 2) or (heads and line.words <= 4)
        yield line, "link-list" if listed and not address else "chrome"


def _is_fact(line: Line) -> bool:
    """`Length: 2,140 metres`: what is measured, and a figure."""
    return bool(re.match(r"[^:.!?]{3,40}: .{0,24}\d", line.text)) and not line.kind


def _titled(line: Line) -> bool:
    return 4 <= line.words <= 16 and not line.kind and not ends_sentence(line.text)


def cards(page: Page) -> Claims:
    """`Ports`, `The last pilot of the bay`, `Islands`, `Gulls laugh`: titles below the end, each under a label."""
    below = range(page.last + 1, len(page.lines) - 1)
    pairs = [at for at in below if _is_card(page.lines[at], page.lines[at + 1])]
    for at in pairs:
        if at + 2 in pairs or at - 2 in pairs:
            yield from ((each, "link-list") for each in page.lines[at : at + 2])


def signed_cards(page: Page) -> Claims:
    """`The last pilot of the bay`, `By Ada Lee` in a list below the end, however the list goes on."""
    for number in range(page.last + 2, len(page.lines) - 1):
        title, by = page.lines[number : number + 2]
        listed = page.lines[number - 1].kind in ("link-list", "chrome") and not title.kind and not title.item
        if listed and by.rule == "written-by" and 3 <= title.words <= 20 and not title.text.endswith((".", ":", ",")):
            by.settle("", "")
            yield from ((each, "link-list") for each in (title, by))


def _is_card(label: Line, title: Line) -> bool:
    if label.kind or title.kind or ends_sentence(label.text) or title.text.endswith((".", ":", ",")):
        return False
    return label.words <= 4 < title.words <= 16


def twice_below(page: Page) -> Claims:
    """`Lorry stuck under the bridge`, and again `Lorry stuck under the bridge`: a title that two lists below share."""
    often = Counter(each.folded for each in page.lines[page.last + 1 :] if 4 <= each.words <= LONGEST_HEADLINE)
    for line in page.lines[page.last + 1 :]:
        if often[line.folded] >= 2 and not line.text.endswith("."):
            yield line, "link-list"
