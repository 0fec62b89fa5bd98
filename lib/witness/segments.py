"""A raw page, cut into pieces that each carry a kind and the rule that gave it.

A page is cut at its line ends. Rules are asked in order and the first that answers decides. The rules here go by a
line's own form; those of `layout` also by where it stands, before, within or after the prose that is left. A line that
no rule claims is body by the rule `default`: nothing a reader should see is ever dropped, and each rule prefers to
leave a line in the body. Rules go by form and by the common words of a page's machinery in some European languages.
"""

import re
from collections.abc import Callable, Mapping

from witness import furniture
from witness.articles import Segment
from witness.layout import LAYOUT_RULES
from witness.lines import Line, Page, ends_sentence, lines_of
from witness.spans import Span, count_words
from witness.titles import LONGEST_HEADLINE

# What a web page's markup says of a line that stands outside its article.
OUTSIDE = "outside-main"


def segment(key: str, raw: str, hints: Mapping[int, tuple[str, str]] | None = None) -> tuple[Segment, ...]:
    r"""The pieces of a page, in order; together they are the page.

    >>> page = "Two ships leave port\n\nThe ships left at dawn, and nobody on the quay waved.\n"
    >>> [(each.kind, each.rule, each.span.of(page)) for each in segment("001", page)][:2]
    [('headline', 'first-title', 'Two ships leave port'), ('whitespace', 'blank', '\n\n')]

    `hints` are kinds and rules that are known beforehand, by where their lines start: what the markup of a web page
    says. The rule `outside-main` gives way to the rules that go by a line's form. Cost grows with the page's length.
    """
    page = Page(lines_of(raw))
    for number, line in enumerate(page.lines):
        kind, rule = (hints or {}).get(line.start, ("", ""))
        if kind and not line.kind and rule != OUTSIDE:
            line.settle(kind, rule)
        for form_rule in FORM_RULES:
            if not line.kind and (found := form_rule(line)):
                line.settle(found, form_rule.__name__)
        before = page.lines[number - 1] if number else None
        if not line.kind and before and announces_origin(before) and line.words <= LONGEST_HEADLINE:
            line.settle("source-link", "announced_origin")
        if kind and not line.kind:
            line.settle(kind, rule)
    for layout_rule in LAYOUT_RULES:
        page.place_prose()
        for line, claimed in layout_rule(page):
            if not line.kind:
                line.settle(claimed, layout_rule.__name__)
    pieces: list[Segment] = []
    position = 0
    for line in page.lines:
        if position < line.start:
            pieces.append(Segment(Span(key, position, line.start), "whitespace", "blank"))
        pieces.append(Segment(Span(key, line.start, line.end), line.kind or "body", line.rule or "default"))
        position = line.end
    if position < len(raw):
        pieces.append(Segment(Span(key, position, len(raw)), "whitespace", "blank"))
    return tuple(pieces)


def salutation(line: Line) -> str:
    """`Dear Editor,`: how a letter begins."""
    return "body" if line.words <= 6 and furniture.SALUTATION.match(line.folded) else ""


def lone_sign(line: Line) -> str:
    """`X`, `***`, `###`: one character, or signs without a word."""
    return "chrome" if len(line.text) == 1 or not line.words else ""


def cookies(line: Line) -> str:
    """`We use cookies to improve your visit.`: a notice that speaks of cookies and of the reader's consent."""
    return "chrome" if line.brief and furniture.COOKIES.match(line.folded) else ""


def correction(line: Line) -> str:
    """`Correction: an earlier version gave the wrong day.`"""
    told = line.folded.startswith(("in ", "we ", "an ", "a ", "the ", "our ", "because ", "due "))
    told = told and bool(furniture.SAID.search(line.folded))
    return "correction" if line.brief and not told and furniture.CORRECTION.match(line.folded) else ""


def contributors(line: Line) -> str:
    """`A. Lee contributed to this report.`, `Reporting by A. Lee; editing by B. Roy`."""
    thing = furniture.BY_A_THING_AS_WRITTEN.match(line.text) or furniture.SAID.search(line.folded)
    return (
        "contributor-credit"
        if line.brief
        and not thing
        and line.words <= 40
        and not (line.words <= 14 and furniture.COMPILED.match(line.folded))
        and furniture.CONTRIBUTORS.search(line.folded)
        else ""
    )


def origin(line: Line) -> str:
    """`Source: Harbour Gazette`, `See the rest here:`, an address alone."""
    if furniture.FOLLOWS.match(line.folded) or (furniture.SAID.search(line.folded) and ":" not in line.text):
        return ""
    linked = (
        furniture.ADDRESS_ONLY.fullmatch(line.text)
        or line.text.startswith("SOURCE ")
        or ("://" in line.text and line.words <= 20)
    )
    known = linked or furniture.SOURCE.match(line.folded) or furniture.FROM_A_PAPER_AS_WRITTEN.match(line.text)
    pictured = furniture.CREDIT_AS_WRITTEN.match(line.text) or line.folded.startswith(("photo - ", "logo - "))
    return "source-link" if line.brief and line.words <= 30 and known and not pictured else ""


def announces_origin(line: Line) -> bool:
    """Whether the line below names where the text comes from.

    >>> page = "The ships left at dawn, and nobody waved.\\nSee the rest here:\\nShips leave - Gazette"
    >>> [each.rule for each in segment("001", page) if each.kind == "source-link"]
    ['origin', 'announced-origin']
    """
    paper = furniture.FROM_A_PAPER_AS_WRITTEN.match(line.text)  # what follows is the article
    plain = line.rule == "origin" and not paper and "/" not in line.text and "text" not in line.folded
    return plain and line.text.endswith(":")


def written_by(line: Line) -> str:
    """`By Ada Lee, harbour correspondent`, `Published 3 May 2021, 10:12`."""
    if not line.brief or line.words > 25 or line.paragraph or furniture.OF_THE_PAGE.search(line.folded):
        return ""
    if line.words <= 20 and _is_stamp(line):
        return "byline"
    forum = "»" in line.text and furniture.STAMP.match(line.folded)
    return "byline" if not forum and furniture.BYLINE_AS_WRITTEN.match(line.text) else ""


def _is_stamp(line: Line) -> bool:
    """Whether a day stands in the line, and besides days and hours only the words that stamps have."""
    rest = furniture.A_DAY.sub(" ", line.folded)
    if rest == line.folded or not furniture.AN_HOUR.search(line.folded):
        return False
    return not furniture.STAMP_WORDS.sub("", furniture.AN_HOUR.sub(" ", rest)).strip()


def picture_credit(line: Line) -> str:
    """`Photo: Ada Lee`, `Harbour Board/Ada Lee`: names after a word for a picture, or parted by a stroke."""
    if not line.brief or line.words > 14:
        return ""
    lower = [word for word in line.text.split()[1:] if word.isalpha() and word.islower()]
    if len(lower) >= 2 and line.words >= 5 and line.text[-1].islower() and furniture.PICTURE_TOLD.match(line.folded):
        return "caption"
    worded = furniture.CREDIT_AS_WRITTEN.match(line.text) or furniture.COPYRIGHT_NAME_AS_WRITTEN.fullmatch(line.text)
    stroke = furniture.STROKE_CREDIT_AS_WRITTEN.fullmatch(line.text) and line.words >= 3 and " / " not in line.text
    return "credit" if worded or stroke else ""


# One to four words in quotation marks.
_SHORT_NAME = re.compile(r'"[^" ]+(?: [^" ]+){0,3}"')


def sign_up(line: Line) -> str:
    """`Sign up for our newsletter.`, `Read more: Ferries through the ages`: the page speaks for itself."""
    if not line.brief or line.words > 45:
        return ""
    if line.words <= 4 and ":" not in line.text[:-1] and furniture.RELATED.match(line.folded):
        return ""
    if line.folded.strip(" .…:!") in furniture.TALK:
        return ""
    if furniture.SAID.search(line.folded) and ":" not in line.folded[:20]:
        return ""
    if furniture.CALLING_AS_WRITTEN.fullmatch(line.text):
        return "promo"
    if furniture.LOG_IN.match(line.folded) or furniture.LONG_CHROME.match(line.folded) or _is_menu(line):
        return ""
    if furniture.PROMO.match(line.folded.lstrip("(→> ")):
        return "promo"
    spoken = bool(furniture.OFFERS.search(line.folded) and furniture.READER.search(line.folded))
    spoken = spoken or (
        line.words >= 5 and any(each.search(line.folded) for each in (furniture.BIDS, furniture.GOODS, furniture.PRICE))
    )
    own = furniture.GOODS_OF_A_PAGE if line.words >= 4 else furniture.OFFER_LINE
    spoken = spoken or bool(own.match(line.folded)) or bool(furniture.OURSELVES.match(line.folded))
    spoken = spoken or (line.words <= 14 and bool(furniture.OFFER_LINE.match(line.folded)))
    labelled = furniture.LABELLED_AS_WRITTEN.match(line.text)
    plain = _SHORT_NAME.sub("", line.folded)  # the name of a letter may stand in quotation marks
    return "promo" if spoken and '"' not in plain and not labelled else ""


def _is_menu(line: Line) -> bool:
    parts = furniture.SEPARATOR.split(line.text)
    return len(parts) >= 2 and max(count_words(part) for part in parts) <= 2 and not ends_sentence(line.text)


def _notice(line: Line) -> bool:
    return bool(furniture.LONG_CHROME.match(line.folded)) and not furniture.SAID.search(line.folded)


def machinery(line: Line) -> str:
    """`Share`, `Skip to content`, `2 min read`, `Home News Sport`: the words of a page's buttons and menus."""
    if not line.brief:
        return ""
    words = line.folded.strip(" .…:!☰▾▼▸×✕✓+")
    if (
        words in furniture.BUTTONS
        or words in furniture.TALK
        or (words in furniture.ALONE and line.text[-1] not in ".")
        or _notice(line)
    ):
        return "chrome"
    if len(re.split(r"\s{2,}", line.text)) >= 3 and line.text[-1] not in '!?…:"”':
        return "chrome"
    if line.words > 16 or (line.words > 6 and ends_sentence(line.text)):
        return ""
    row = set(re.findall(r"\w+", line.folded)) <= furniture.BUTTON_WORDS and not line.item
    row = row and not re.search(r"[^.]\.$", line.text)
    if furniture.LOG_IN.match(line.folded):
        return "chrome"
    if line.text[0] in "→←" and line.words >= 5:
        return ""
    if furniture.CHROME.match(line.folded) or (row and not furniture.RELATED.match(line.folded)):
        return "chrome"
    if line.text[-1] in "▾▼▸" and line.words <= 8:
        return "chrome"
    parts = furniture.SEPARATOR.split(line.text)
    menu = len(parts) >= 3 and max(count_words(part) for part in parts) <= 4 and not ends_sentence(line.text)
    feet = {part.strip(" .") for part in re.split(r"[|·•–—]|\. |\s{2,}", line.folded)} & furniture.FEET
    return "chrome" if menu or (feet and len(parts) + line.text.count(" – ") >= 3) else ""


def file_name(line: Line) -> str:
    """`harbour_dawn.jpg`, `harbourdawn`: the name of a picture, alone on a line of small letters."""
    return "chrome" if line.brief and furniture.FILE_NAME_AS_WRITTEN.fullmatch(line.text) else ""


# In this order each undecided line is shown to each rule.
FORM_RULES: tuple[Callable[[Line], str], ...] = (
    salutation, lone_sign, cookies, correction, contributors, origin, written_by, picture_credit, sign_up, machinery,
    file_name,
)  # fmt: skip
