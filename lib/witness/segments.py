"""A raw page, cut into pieces that each carry a kind and the rule that gave it.

A page is cut at its line ends. Rules are asked in order and the first that answers decides. The first rules go by a
line's own form; those that follow also by where it stands, before, within or after the prose that is left. A line that
no rule claims is body by the rule `default`: nothing a reader should see is ever dropped, and each rule prefers to
leave a line in the body. Rules go by form and by the common words of a page's machinery in some European languages.
"""

import re
from collections import Counter
from collections.abc import Callable

from witness import furniture
from witness.articles import Segment
from witness.lines import LONGEST_FURNITURE, SHORTEST_PARAGRAPH, Line, Page, ends_sentence, lines_of
from witness.spans import Span, count_words, fold

# Longer first lines are paragraphs: headlines in quality papers run to some twenty words.
LONGEST_HEADLINE = 28

# A heading between paragraphs has at most this many words; longer lines without a stop are paragraphs that lost it.
LONGEST_HEADING = 9


def segment(key: str, raw: str) -> tuple[Segment, ...]:
    r"""The pieces of a page, in order; together they are the page.

    >>> page = "Two ships leave port\n\nThe ships left at dawn, and nobody on the quay waved.\n"
    >>> [(each.kind, each.rule, each.span.of(page)) for each in segment("001", page)][:2]
    [('headline', 'first-title', 'Two ships leave port'), ('whitespace', 'blank', '\n\n')]

    Cost grows with the length of the page.
    """
    page = Page(lines_of(raw))
    for number, line in enumerate(page.lines):
        _ask(FORM_RULES, page, number, line)
    for rule in PLACE_RULES:
        page.place_prose()
        for number, line in enumerate(page.lines):
            _ask((rule,), page, number, line)
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


Rule = Callable[[Page, int, Line], str]


def _ask(rules: tuple[Rule, ...], page: Page, number: int, line: Line) -> None:
    for rule in rules:
        if line.kind:
            return
        if kind := rule(page, number, line):
            line.kind, line.rule = kind, rule.__name__.replace("_", "-")


# --- Rules that go by a line's own form -------------------------------------------------------------------------------


def lone_sign(_page: Page, _number: int, line: Line) -> str:
    """`X`, `***`, `###`: one character, or signs without a word."""
    return "chrome" if len(line.text) == 1 or not line.words else ""


def file_name(_page: Page, number: int, line: Line) -> str:
    """`harbour_dawn.jpg`, `harbourdawn`: the name of a picture, alone on a line of small letters."""
    return "chrome" if furniture.FILE_NAME_AS_WRITTEN.fullmatch(line.text) else ""


def machinery(_page: Page, _number: int, line: Line) -> str:
    """`Share`, `Skip to content`, `2 min read`, `Home News Sport`: the words of a page's buttons and menus."""
    if line.folded.strip(" .…:!☰") in furniture.BUTTONS or line.says(furniture.LONG_CHROME):
        return "chrome"
    short = line.words <= 16 and not (line.words > 6 and ends_sentence(line.text))
    if short and furniture.CHROME.match(line.folded):
        return "chrome"
    row = set(re.findall(r"\w+", line.folded)) <= furniture.BUTTON_WORDS and not re.search(r"[^.]\.$", line.text)
    if short and row and not furniture.RELATED.match(line.folded):
        return "chrome"
    parts = furniture.SEPARATOR.split(line.text)
    if len(parts) >= 3 and max(count_words(part) for part in parts) <= 4 and not ends_sentence(line.text):
        return "" if furniture.BYLINE_AS_WRITTEN.match(line.text) else "chrome"
    return ""


def cookies(_page: Page, _number: int, line: Line) -> str:
    """`We use cookies to improve your visit.`: a notice that speaks of cookies or of the reader's consent."""
    return "chrome" if line.words <= LONGEST_FURNITURE and furniture.COOKIES.search(line.folded) else ""


def correction(_page: Page, _number: int, line: Line) -> str:
    """`Correction: an earlier version gave the wrong day.`"""
    return "correction" if line.says(furniture.CORRECTION) else ""


def contributors(_page: Page, _number: int, line: Line) -> str:
    """`A. Lee contributed to this report.`, `Reporting by A. Lee; editing by B. Roy`."""
    return "contributor-credit" if line.words <= 40 and furniture.CONTRIBUTORS.search(line.folded) else ""


def origin(page: Page, number: int, line: Line) -> str:
    """`Source: Harbour Gazette`, `See the rest here:` and the line that such a line announces, an address."""
    if line.words <= 30 and (line.says(furniture.SOURCE) or furniture.ADDRESS_ONLY.fullmatch(line.text)):
        return "source-link"
    before = page.lines[number - 1] if number else None
    announced = before is not None and before.rule == "origin" and before.text.endswith(":")
    return "source-link" if announced and line.words <= LONGEST_HEADLINE else ""


def sign_up(_page: Page, _number: int, line: Line) -> str:
    """`Sign up for our newsletter.`, `Read more: Ferries through the ages`: the page speaks for itself."""
    if line.words <= 45 and furniture.PROMO.match(line.folded):
        return "promo"
    spoken = furniture.OFFERS.search(line.folded) and furniture.READER.search(line.folded)
    return "promo" if spoken and line.words <= 45 and '"' not in line.folded else ""


def written_by(_page: Page, _number: int, line: Line) -> str:
    """`By Ada Lee, harbour correspondent`, `Published 3 May 2021, 10:12`."""
    if line.words > 25 or line.paragraph or (furniture.STAMP.match(line.folded) and "»" in line.text):
        return ""
    return "byline" if furniture.BYLINE_AS_WRITTEN.match(line.text) else ""


def picture_credit(_page: Page, _number: int, line: Line) -> str:
    """`Photo: Ada Lee`, `Harbour Board/Ada Lee`: names after a word for a picture, or parted by a stroke."""
    return (
        "credit"
        if line.words <= 14
        and (furniture.CREDIT_AS_WRITTEN.match(line.text) or furniture.STROKE_CREDIT_AS_WRITTEN.fullmatch(line.text))
        else ""
    )


def repeated_ending(page: Page, number: int, line: Line) -> str:
    """`Dawn at sea [Added: May 3rd]`, `Calm [Added: May 9th]`: three lines in a row that end alike but for digits."""
    return "link-list" if any(
        len({_ending(each.folded) for each in page.lines[at : at + 3]}) == 1 and len(page.lines[at : at + 3]) == 3
        and len(_ending(line.folded)) == 12 and not any(ends_sentence(each.text) for each in page.lines[at : at + 3])
        for at in range(max(0, number - 2), number + 1)
    ) else ""  # fmt: skip


def _ending(folded: str) -> str:
    return re.sub(r"\d+(st|nd|rd|th)?", "0", folded[-40:])[-12:]


# --- Rules that find the headline and what stands by it ---------------------------------------------------------------


def first_title(page: Page, number: int, line: Line) -> str:
    """`Two ships leave port`: the first line above the prose that is as long as a title and has no full stop.

    Lines of three or four words (`The Harbour Gazette`) are titles only where no longer one follows.
    """
    above = [each for each in page.lines[: page.first] if _could_be_title(each)]
    if any(each.kind == "headline" for each in page.lines) or line not in above or line is page.lines[-1]:
        return ""
    longer = [each for each in above if each.words >= 5 and not each.text[0].islower()]
    return "headline" if line is (longer or above)[0] else ""


def _could_be_title(line: Line) -> bool:
    bare = not line.kind and not furniture.BULLET.match(line.text) and not furniture.KEY_POINTS.match(line.folded)
    bare = bare and not (line.words <= 9 and furniture.DAY.search(line.folded)) and not re.search(r"[|·›»]", line.text)
    return bare and 3 <= line.words <= LONGEST_HEADLINE and not line.text.endswith((".", ":", ";", ","))


def same_title(page: Page, _number: int, line: Line) -> str:
    """`Two ships leave port`, once more."""
    return "headline" if any(each.kind == "headline" and each.folded == line.folded for each in page.lines) else ""


def above_the_title(page: Page, number: int, line: Line) -> str:
    """`The Harbour Gazette`, `Ports`: what stands above the headline is the page's own head."""
    titles = [at for at, each in enumerate(page.lines) if each.kind == "headline"]
    return "chrome" if titles and number < min(titles) and line.words <= LONGEST_HEADLINE else ""


FORM_RULES: tuple[Rule, ...] = (
    lone_sign, cookies, correction, contributors, origin, written_by, picture_credit, sign_up, machinery, file_name,
    repeated_ending,
)  # fmt: skip


# --- Rules that go by where a line stands -----------------------------------------------------------------------------


def remarks(page: Page, number: int, line: Line) -> str:
    """`Comments`, or a second stamp such as `by ada » Tue 10:02`, and all that follows: what readers added."""
    if number and page.lines[number - 1].rule == "remarks":
        return "chrome"
    if number < page.first or number < len(page.lines) / 3:
        return ""
    stamps = [at for at, each in enumerate(page.lines) if each.words <= 14 and furniture.STAMP.match(each.folded)]
    return "chrome" if furniture.REMARKS.match(line.folded) or number in stamps[1:] else ""


def about_the_company(page: Page, number: int, line: Line) -> str:
    """`About Harbour Works`, and all that follows it in an announcement of the company's own."""
    if number and page.lines[number - 1].rule == "about-the-company":
        return "promo"
    if number <= page.first or not furniture.ABOUT_US.fullmatch(line.folded) or ends_sentence(line.text):
        return ""
    return "promo" if any(furniture.ANNOUNCEMENT.search(each.folded[:200]) for each in page.lines) else ""


def after_a_picture(page: Page, number: int, line: Line) -> str:
    """`The harbour at dawn.` under `harbour_dawn.jpg`, or above `Harbour Board/Ada Lee`."""
    before = page.lines[number - 1].rule if number else ""
    after = page.lines[number + 1].kind if number + 1 < len(page.lines) else ""
    return "caption" if 4 <= line.words <= 45 and (before == "file-name" or after == "credit") else ""


def shows(page: Page, number: int, line: Line) -> str:
    """`A file photo shows the harbour at dawn.`: above the prose, a sentence that says what a picture shows."""
    return "caption" if number <= page.first and line.words <= 45 and line.says(furniture.SHOWS) else ""


def contact(page: Page, number: int, line: Line) -> str:
    """`Ada Lee`, `press@harbour.example` under `Press contact`: what follows a promo that names whom to ask."""
    before = page.lines[number - 1] if number else None
    if before is None or (
        before.rule != "contact" and not (before.kind == "promo" and furniture.CONTACT.match(before.folded))
    ):
        return ""
    return "promo" if line.words <= 8 and not ends_sentence(line.text) else ""


def place_and_time(page: Page, number: int, line: Line) -> str:
    """`Port Ellin – 14 Sept 2025 – 05:30`: a short line above the prose."""
    short = number < page.first and line.words <= 12 and furniture.PLACE_AND_TIME_AS_WRITTEN.fullmatch(line.text)
    return "dateline" if short and furniture.DAY.search(line.folded) else ""


def bare_name(page: Page, number: int, line: Line) -> str:
    """`Ada Lee`, `Ada Lee, harbour correspondent` between headline and prose."""
    titled = any(each.kind == "headline" for each in page.lines[:number])
    below = bool(number) and page.lines[number - 1].kind in ("headline", "subheadline")
    if not titled or (number >= page.first and not below) or line.words > 14 or ends_sentence(line.text):
        return ""
    named = furniture.NAME_AS_WRITTEN.fullmatch(line.text)
    posted = furniture.NAME_AS_WRITTEN.fullmatch(line.text.partition(",")[0]) and furniture.POST.search(line.folded)
    return "byline" if named or posted else ""


def about_the_author(page: Page, number: int, line: Line) -> str:
    """`Ada Lee covers the harbour for this paper.`: a name that signs the page, and what its owner does."""
    if line.words > LONGEST_FURNITURE or not furniture.BEGINS_WITH_NAME_AS_WRITTEN.match(line.text):
        return ""
    names = {fold(each.text) for each in page.lines if each.rule == "bare-name"}
    names |= {
        found[1] for each in page.lines if each.kind == "byline" and (found := furniture.SIGNED.match(each.folded))
    }
    owner = any(line.folded.startswith(name.strip()) for name in names if " " in name.strip())
    near = any(name.split()[0] in line.folded and name.split()[-1] in line.folded for name in names)
    outside = number <= page.first or number >= page.last - 2
    if outside and (owner or (near and furniture.DOES.search(line.folded))):
        return "author-bio"
    unsigned = not names and number == page.last and '"' not in line.folded
    return "author-bio" if unsigned and furniture.PROFESSION.search(line.folded[:160]) else ""


def key_point(page: Page, number: int, line: Line) -> str:
    """`• Two ships left` above the prose; `Key points`; two or more lines without a stop between headline and prose."""
    if number > page.first:
        return ""
    if furniture.BULLET.match(line.text) or line.says(furniture.KEY_POINTS):
        return "summary-bullet"
    run = [at for at in range(page.first) if not page.lines[at].kind or page.lines[at].rule == "key-point"]
    run = [at for at in run if not furniture.LABELLED_AS_WRITTEN.match(page.lines[at].text)]
    loose = [at for at in run if 4 <= page.lines[at].words <= 22 and not ends_sentence(page.lines[at].text)]
    beside = {number - 1, number + 1} & set(loose)
    return "summary-bullet" if number in loose and beside and len(loose) >= 3 else ""


def deck(page: Page, number: int, line: Line) -> str:
    """`Nobody waved.` under a headline, with a name, a time or a picture between it and the prose."""
    above = [each for each in page.lines[:number] if each.kind not in ("chrome", "dateline", "promo")]
    if not above or above[-1].kind != "headline" or line.words > 45 or number > page.first:
        return ""
    below = page.lines[number + 1 : max(page.first, number + 3)]
    parted = any(each.kind in ("byline", "caption", "credit", "author-bio", "summary-bullet") for each in below)
    return "subheadline" if parted or (number < page.first and not ends_sentence(line.text)) else ""


def eye_catcher(page: Page, number: int, line: Line) -> str:
    """`“Nobody waved, not one of them”`: a short line whose words stand in a longer paragraph of the page."""
    if not 5 <= line.words <= 40:
        return ""
    quoted = line.folded[0] in "\"'" and line.folded.rstrip(".")[-1] in "\"'"
    tokens = Counter(re.findall(r"\w+", line.folded))
    for at, each in enumerate(page.lines):
        if at != number and each.words > line.words and each.kind in ("", "body", "caption"):
            inside = sum((tokens & Counter(re.findall(r"\w+", each.folded))).values())
            if line.folded.strip("\"'. …-–—") in each.folded or (quoted and inside >= 0.9 * line.words):
                return "pull-quote"
    return ""


def more_to_read(page: Page, number: int, line: Line) -> str:
    """`Related articles`, and the titles that follow it up to the next sentence."""
    if line.words <= 8 and furniture.RELATED.match(line.folded):
        return "link-list"
    before = page.lines[number - 1] if number else None
    if before is None or before.rule != "more-to-read" or line.words > LONGEST_HEADLINE:
        return ""
    return "link-list" if not ends_sentence(line.text) or (number > page.last and line.text.endswith("?")) else ""


def teaser(page: Page, number: int, line: Line) -> str:
    """`Beyond the harbour: See ferries of the future`, `See all photos`: an invitation without a stop."""
    if line.words > 18 or ends_sentence(line.text):
        return ""
    if line.text.endswith(("→", "»", "›", "➔", "►", "▸")):
        return "promo"
    after = page.lines[number + 1] if number + 1 < len(page.lines) else None
    invited = furniture.INVITATION.match(line.folded) or (
        after is not None
        and after.words <= 6
        and not ends_sentence(after.text)
        and furniture.INVITATION.match(after.folded)
    )
    return "promo" if invited else ""


def after_the_end(page: Page, number: int, line: Line) -> str:
    """Titles and signs below the last paragraph: lines without a stop, the longer of them titles of other pages."""
    if number <= page.last or page.last < 0 or ends_sentence(line.text) or line.words > 16:
        return ""
    if re.search(r"[.!?] [A-ZÀ-Þ]", line.text) or line.text[0] in "([" or furniture.BULLET.match(line.text):
        return ""
    at_once = number == page.last + 1 and line.words >= 5
    if (at_once or furniture.CLAUSE.match(line.folded)) and "»" not in line.text:
        return ""
    beside = page.lines[max(0, number - 1) : number + 2]
    titles = [each for each in beside if 4 <= each.words <= 16 and not ends_sentence(each.text)]
    return "link-list" if line.words >= 4 and len(titles) >= 2 else "chrome"


def heading(page: Page, number: int, line: Line) -> str:
    """`What the pilots say` above a paragraph: a few words without a stop that are no clause."""
    titled = any(each.kind == "headline" for each in page.lines[:number])
    if not (titled or number > page.first) or number > page.last or line.words > LONGEST_HEADING:
        return ""
    quoted = line.folded[0] in "\"'" and line.folded[-1] in "\"'" and line.words <= 7
    asked = [each for each in page.lines if each.words <= LONGEST_HEADING and each.text.endswith("?")]
    if ":" in line.text or (line.text.endswith("?") and len(asked) >= 3) or re.match(r"[QAFRDP]\b[.:]? ", line.text):
        return ""
    if (
        furniture.BULLET.match(line.text)
        or furniture.LABELLED_AS_WRITTEN.match(line.text)
        or (re.search(r"[.:;,…\"'”’»)]$", line.text) and not quoted)
    ):
        return ""
    if (
        not line.words
        or not re.match(r"[\"'“‘«„¿¡]?[A-ZÀ-Þ0-9¿¡]", line.text)
        or re.fullmatch(r"[\d.: ]+\w{0,3}", line.text)
    ):
        return ""
    after = page.beside(number, 1)
    plain = not quoted and not line.text.isupper()
    if not after or after.words < SHORTEST_PARAGRAPH or (plain and furniture.CLAUSE.match(line.folded)):
        return ""
    return "subheadline"


PLACE_RULES: tuple[Rule, ...] = (
    first_title, same_title, above_the_title, remarks, about_the_company, contact, more_to_read, place_and_time,
    bare_name, about_the_author, bare_name,  # a biography above the prose hides a second name below it
    after_a_picture, shows, key_point, deck, eye_catcher, teaser, after_the_end, heading,
)  # fmt: skip
