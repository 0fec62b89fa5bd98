"""Where a line stands: the rules that look at a page as a whole.

Each rule is shown the page when the rules before it have decided, and yields the lines it claims with their kind. It
may ask where the prose begins and ends (`page.first`, `page.last`): paragraphs that nobody has claimed so far.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from witness import furniture
from witness.lines import LONGEST_FURNITURE, SHORTEST_PARAGRAPH, Line, Page, ends_sentence
from witness.spans import fold

# Longer first lines are paragraphs: headlines in quality papers run to some twenty words.
LONGEST_HEADLINE = 28

# A heading between paragraphs has at most this many words; longer lines without a stop are paragraphs that lost it.
LONGEST_HEADING = 9

# On longer pages nobody looks for eye-catchers: the search grows with the square of the paragraphs.
MOST_PARAGRAPHS = 400

# Where the article itself speaks to its reader, as in a blog or an interview, more paragraphs than this say `you`.
MOST_ADDRESSES = 3

# More words than this between a headline and a byline are the article itself.
MOST_ABOVE_BYLINE = 110

# `18.52`, `9:04 am`: what heads an entry of a live ticker.
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}.{0,6}")

Claims = Iterator[tuple[Line, str]]


def repeated_ending(page: Page) -> Claims:
    """`Dawn at sea [Added: May 3rd]`, `Calm [Added: May 9th]`: three lines in a row that end alike but for digits."""

    def ending(line: Line) -> str:
        return re.sub(r"\d+(st|nd|rd|th)?", "0", line.folded[-40:])[-12:]

    for at in range(len(page.lines) - 2):
        run = page.lines[at : at + 3]
        alike = {ending(each) for each in run}
        stamp = alike.pop()
        if not alike and len(stamp) == 12 and "0" in stamp and not any(ends_sentence(each.text) for each in run):
            yield from ((each, "link-list") for each in run)


def first_title(page: Page) -> Claims:
    """`Two ships leave port`: above the prose, a line as long as a title that has no full stop.

    Where several stand there, those nearest the prose, and of lines that follow each other the first: above it is the
    page's own head, below it the deck. What follows a byline or `Key points` is no title any more.
    """
    groups: list[list[Line]] = [[]]
    for line in page.lines[: min(page.first, len(page.lines) - 1)]:
        if line.kind == "byline" or furniture.KEY_POINTS.match(line.folded):
            if any(len(each.text.split()) >= 5 for group in groups for each in group):
                break
        elif _could_be_title(line):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    briefs = [each for each in page.lines[: page.first] if not each.kind and furniture.BRIEFS.match(each.folded)]
    if briefs:
        yield briefs[-1], "headline"
        return
    found = [group for group in groups if group]
    longer = [kept for group in found if (kept := [each for each in group if _is_long_title(each)])]
    for group in (longer or found)[-1:]:
        yield group[0], "headline"


def _is_long_title(line: Line) -> bool:
    return len(line.text.split()) >= 5 and not line.text[0].islower()


def title_above_a_name(page: Page) -> Claims:
    """`Two ships leave port` directly above `By Ada Lee`, near the beginning of the prose."""
    titled = any(each.kind == "headline" for each in page.lines)
    for number, (line, below) in enumerate(zip(page.lines, page.lines[1:], strict=False)):
        above = page.lines[max(0, number - 3) : number]
        untitled = below.kind == "byline" and not any(each.kind == "headline" for each in above)
        if not untitled or not _could_be_title(line) or (titled and len(line.text.split()) < 5):
            continue
        prose = sum(each.words for each in page.lines[:number] if not each.kind and each.paragraph)
        if number <= page.first + 3 or (number < len(page.lines) / 3 and prose <= LONGEST_FURNITURE):
            yield line, "headline"


def _could_be_title(line: Line) -> bool:
    if line.kind or not 3 <= line.words <= LONGEST_HEADLINE or line.text.endswith((".", ":", ";", ",")):
        return False
    if furniture.BULLET.match(line.text) or furniture.KEY_POINTS.match(line.folded) or re.search(r"[|·›→←]", line.text):
        return False
    if (line.words <= 9 and furniture.DAY.search(line.folded)) or furniture.CODE_AS_WRITTEN.match(line.text):
        return False
    if (
        furniture.MASTHEAD.match(line.folded)
        or furniture.ANNOUNCEMENT.search(line.folded)
        or _is_posted_name(line)
        or re.search(r"[@<>=€$£]\s?\S|://", line.text)
    ):
        return False
    if re.search(r"\d{1,2}[:.]\d{2} ?(?:[ap]\.?m|#|uhr)", line.folded) or re.match(
        r"(?:subscribe|sign|log) ", line.folded
    ):
        return False
    if re.match(r"\d{1,2}[ .]", line.text) and furniture.DAY.search(line.folded):
        return False
    spoken = re.search(r"[a-zà-ÿ]\. [A-ZÀ-Þ]", line.text) and furniture.READER.search(line.folded)
    return not spoken and not re.search(r"\.[\"'”’»]$", line.text)


def same_title(page: Page) -> Claims:
    """`Two ships leave port`, `[Article] Two ships leave port`: the headline once more, perhaps after a word or two."""
    titles = {each.folded: each.words + 3 for each in page.lines if each.kind == "headline"}
    for line in page.lines:
        longer = any(line.folded.endswith(title) and line.words <= most for title, most in titles.items())
        if longer or (line.words >= 5 and any(title.startswith(line.folded) for title in titles)):
            yield line, "headline"


def above_the_title(page: Page) -> Claims:
    """`The Harbour Gazette`, `Ports`: what stands above the headline is the page's own head."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), 0)
    above = [each for each in page.lines[:title] if each.words <= 45 and not furniture.BULLET.match(each.text)]
    yield from ((each, "chrome") for each in above)


def remarks(page: Page) -> Claims:
    """`Comments`, or a second stamp such as `by ada » Tue 10:02`, and all that follows: what readers added."""
    stamps = [at for at, each in enumerate(page.lines) if each.words <= 14 and furniture.STAMP.match(each.folded)]
    heads = [at for at, each in enumerate(page.lines) if furniture.REMARKS.match(each.folded)]
    words = sum(each.words for each in page.lines)
    late = [
        at for at in (*stamps[1:], *heads) if at > page.first and sum(e.words for e in page.lines[at:]) < 0.4 * words
    ]
    if late:
        yield from ((each, "chrome") for each in page.lines[min(late) :])


def _announces(page: Page) -> bool:
    """Whether the page is a company's or an office's own announcement."""
    return any(furniture.ANNOUNCEMENT.search(each.folded[:200]) for each in page.lines)


def about_the_company(page: Page) -> Claims:
    """`About Harbour Works`, and all that follows it in an announcement of the company's own."""
    if _announces(page):
        for at in range(page.first + 1, len(page.lines)):
            if furniture.ABOUT_US.fullmatch(page.lines[at].folded) and not ends_sentence(page.lines[at].text):
                yield from ((each, "promo") for each in page.lines[at:])
                return


def more_to_read(page: Page) -> Claims:
    """`Related articles`, and the titles that follow it up to the next sentence."""
    listing = False
    for number, line in enumerate(page.lines):
        listed = "|" in line.text and furniture.RELATED.match(line.folded.partition(":")[0])
        if (line.words <= 8 and furniture.RELATED.match(line.folded)) or listed:
            listing = True
            yield line, "link-list"
        elif listing:
            title = not ends_sentence(line.text) or (number > page.last and line.text.endswith("?"))
            listing = not line.kind and line.words <= LONGEST_HEADLINE and title
            if listing:
                yield line, "link-list"


def contact(page: Page) -> Claims:
    """`Ada Lee`, `press@harbour.example` under `Press contact`; `Your e-mail` under an invitation to sign up."""
    asked = False
    for number, line in enumerate(page.lines[1:], 1):
        before, below = page.lines[number - 1], page.lines[number + 1 : number + 2]
        asked = asked or (before.kind == "promo" and bool(furniture.CONTACT.match(before.folded)))
        bare = not line.kind and not ends_sentence(line.text)
        field = before.kind == "promo" and line.words <= 4 and number > page.last
        asked = asked and bare and line.words <= 8
        if asked or (bare and field and not any(each.words >= SHORTEST_PARAGRAPH for each in below)):
            yield line, "promo"


def place_and_time(page: Page) -> Claims:
    """`Port Ellin – 14 Sept 2025 – 05:30`: a short line above the prose."""
    for line in page.lines[: max(page.first, len(page.lines) // 3)]:
        placed = line.words <= 12 and furniture.PLACE_AND_TIME_AS_WRITTEN.fullmatch(line.text)
        if placed and furniture.DAY.search(line.folded):
            yield line, "byline" if "," in line.text.partition(" –")[0].partition(" -")[0] else "dateline"


def bare_name(page: Page) -> Claims:
    """`Ada Lee`, `Ada Lee, harbour correspondent` between headline and prose."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    for number, line in enumerate(page.lines):
        below_it = page.lines[number + 1 : number + 2]
        if line.words > 14 or ends_sentence(line.text):
            continue
        below = bool(number) and page.lines[number - 1].kind in ("headline", "subheadline")
        near = title < number and (number <= page.first + 1 or below)
        dated = number < len(page.lines) / 3 and any(each.kind in ("byline", "dateline") for each in below_it)
        named = all(
            furniture.NAME_AS_WRITTEN.fullmatch(each) for each in re.split(r",? (?:and|und|y|e|et|en|i) ", line.text)
        )
        if _is_posted_name(line) or ((near or dated) and named):
            yield line, "byline"


def _is_posted_name(line: Line) -> bool:
    if "," not in line.text or line.words > 14 or not furniture.POST.search(line.folded):
        return False
    return bool(furniture.NAME_AS_WRITTEN.fullmatch(line.text.partition(",")[0]))


def about_the_author(page: Page) -> Claims:
    """`Ada Lee covers the harbour for this paper.`: a name that signs the page, and what its owner does."""
    if _announces(page):
        return  # the name there is the company's
    names = {fold(each.text) for each in page.lines if each.rule == "bare-name"}
    names |= {
        found[1] for each in page.lines if each.kind == "byline" and (found := furniture.SIGNED.match(each.folded))
    }
    names = {name.strip() for name in names if " " in name.strip()}
    for number, line in enumerate(page.lines):
        begins = any(line.folded.startswith(name) for name in names)
        outside = number <= page.first or number >= page.last - 2 or number > (0.6 if begins else 0.8) * len(page.lines)
        if not outside or not line.brief:
            continue
        if not furniture.BEGINS_WITH_NAME_AS_WRITTEN.match(line.text):
            continue
        holds = any(name.split()[0] in line.folded and name.split()[-1] in line.folded for name in names)
        works = furniture.PROFESSION.search(line.folded[:160]) or furniture.WRITES.match(line.folded)
        late = number == page.last or number > 0.8 * len(page.lines)
        unsigned = works and late and number > page.first and not line.text.startswith(("“", '"'))
        if begins or (holds and furniture.DOES.search(line.folded)) or unsigned:
            yield line, "author-bio"


def spaced_credit(page: Page) -> Claims:
    """`Harbour Board / Ada Lee` below a short sentence: elsewhere such a line may be a path through a site."""
    for above, line in zip(page.lines, page.lines[1:], strict=False):
        sentence = above.words <= 45 and above.paragraph and not above.kind
        if sentence and line.words <= 10 and furniture.SPACED_CREDIT_AS_WRITTEN.fullmatch(line.text):
            yield line, "credit"


def after_a_picture(page: Page) -> Claims:
    """`The harbour at dawn.` under `harbour_dawn.jpg`, or above `Harbour Board/Ada Lee`."""
    for number, line in enumerate(page.lines):
        before, below = page.lines[max(0, number - 1)], page.lines[number + 1 : number + 2]
        sure = number < page.last or furniture.SHOWS.match(line.folded)
        credited = sure and any(each.kind == "credit" for each in below)
        if 4 <= line.words <= 45 and (before.rule == "file-name" or credited):
            yield line, "caption"


def shows(page: Page) -> Claims:
    """`A file photo shows the harbour at dawn.`: a short sentence that says what a picture shows."""
    for number, line in enumerate(page.lines):
        most = 45 if number <= page.first else 25
        if line.words <= most and furniture.SHOWS.match(line.folded):
            yield line, "caption"


def above_the_byline(page: Page) -> Claims:
    """`Ada Lee looks out over the harbour at dawn.` between headline and byline: first the deck, then captions."""
    head = page.lines[: max(4, len(page.lines) // 3)]
    title = next((at for at, each in enumerate(head) if each.kind == "headline"), len(head))
    last = max((at for at, each in enumerate(head) if each.kind in ("byline", "dateline")), default=0)
    between = [each for each in head[title + 1 : last] if not each.kind and not each.item and each.paragraph]
    if sum(each.words for each in between) > MOST_ABOVE_BYLINE:
        return
    plain = ("headline", "chrome", "byline", "dateline", "promo")
    for line in between:
        directly = all(each.kind in plain for each in head[title : head.index(line)])
        if line.words <= 45 and '"' not in line.folded:
            yield line, "subheadline" if directly else "caption"


def key_point(page: Page) -> Claims:
    """`• Two ships left` above the prose; `Key points`; three or more lines without a stop above the prose."""
    above = page.lines[: page.first + 1]
    for line in above:
        if line.item or (line.brief and furniture.KEY_POINTS.match(line.folded)):
            yield line, "summary-bullet"
    loose = [
        not each.kind and 4 <= each.words <= 22 and not ends_sentence(each.text)
        and not furniture.LABELLED_AS_WRITTEN.match(each.text)
        for each in above[: page.first]
    ]  # fmt: skip
    for at in range(len(loose) - 2):
        if all(loose[at : at + 3]):
            yield from ((each, "summary-bullet") for each in above[at : at + 3])


def deck(page: Page) -> Claims:
    """`Nobody waved.` under a headline, with a name, a time or a picture between it and the prose."""
    below_title = False
    for number, line in enumerate(page.lines[: page.first + 1]):
        if below_title and not line.kind and line.words <= 45:
            below = page.lines[number + 1 : max(page.first, number + 3)][:40]
            parted = any(each.kind in ("byline", "caption", "credit", "author-bio", "summary-bullet") for each in below)
            if parted or (number < page.first and not ends_sentence(line.text)):
                yield line, "subheadline"
        below_title = line.kind == "headline" or (below_title and line.kind in ("chrome", "dateline", "promo"))


def in_the_head(page: Page) -> Claims:
    """`Plus`, `Aa`, `Pause updates`, `Today, 11:15`: short lines without a stop between the headline and the prose."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    if sum(bool(_TIME.fullmatch(each.text)) for each in page.lines) >= 3:
        return  # a live ticker: times head its entries
    if sum(each.words for each in page.lines[title + 1 : page.first]) > 150:
        return
    for line in page.lines[title + 1 : page.first]:
        if line.words <= 14 and re.search(r"\b\d{1,2}[:.h]\d{2}\b", line.text) and not ends_sentence(line.text):
            yield line, "byline"
        elif line.words <= 5 and not ends_sentence(line.text) and not line.item and not line.text.endswith(","):
            yield line, "chrome"


def eye_catcher(page: Page) -> Claims:
    """`“Nobody waved, not one of them”`: a short line whose words stand in a longer paragraph of the page."""
    paragraphs = [each for each in page.lines if each.words > 8 and each.kind in ("", "body", "caption")]
    if len(paragraphs) > MOST_PARAGRAPHS:
        return
    tokens = {
        id(each): Counter(re.findall(r"\w+", each.folded)) for each in paragraphs if each.brief or each.words < 500
    }
    for line in page.lines:
        if line.kind or not line.brief or not 5 <= line.words <= 40:
            continue
        inner = line.folded.strip("\"'. …-–—")
        own = Counter(re.findall(r"\w+", line.folded))
        quoted = line.folded[0] in "\"'" and line.folded.rstrip(".")[-1] in "\"'"
        for each in paragraphs:
            if each is line or each.words <= line.words:
                continue
            inside = sum((own & tokens[id(each)]).values()) if quoted and id(each) in tokens else 0
            if inner in each.folded or inside >= 0.9 * line.words:
                yield line, "pull-quote"
                break


def teaser(page: Page) -> Claims:
    """`Beyond the harbour: See ferries of the future`, `See all photos`: an invitation without a stop."""
    for number, line in enumerate(page.lines):
        if line.words > 18 or ends_sentence(line.text):
            continue
        below = [
            each for each in page.lines[number + 1 : number + 2] if each.words <= 6 and not ends_sentence(each.text)
        ]
        invited = any(furniture.INVITATION.match(each.folded) for each in (line, *below))
        if invited or line.text.endswith(("→", "➔", "►", "▸")):
            yield line, "promo"


def after_the_end(page: Page) -> Claims:
    """Titles and signs below the last paragraph: lines without a stop, the longer of them titles of other pages."""
    if page.last < 0:
        return
    for number in range(page.last + 1, len(page.lines)):
        line = page.lines[number]
        if ends_sentence(line.text) or line.words > 16 or line.text[0] in "([" or furniture.BULLET.match(line.text):
            continue
        sentence = furniture.CLAUSE.match(line.folded) or re.search(r"[.!?] [A-ZÀ-Þ]", line.text)
        if (sentence or (number == page.last + 1 and line.words >= 5)) and "»" not in line.text:
            continue
        beside = page.lines[number - 1 : number + 2]
        titles = [each for each in beside if 4 <= each.words <= 16 and not ends_sentence(each.text)]
        yield line, "link-list" if line.words >= 4 and len(titles) >= 2 else "chrome"


def to_the_reader(page: Page) -> Claims:
    """`Your Saturday needs our magazine.`: a short paragraph to `you` about what papers sell, where `you` is rare."""
    spoken = [
        each for each in page.lines
        if not each.kind and each.paragraph and each.brief and furniture.YOU.search(each.folded)
        if '"' not in each.folded and not each.text.endswith(":") and not furniture.BULLET.match(each.text)
    ]  # fmt: skip
    if len(spoken) <= MOST_ADDRESSES:
        yield from ((each, "promo") for each in spoken if each.words <= 45 and furniture.SOLD.search(each.folded))


def heading(page: Page) -> Claims:
    """`What the pilots say`, `Under the ice` above paragraphs: few words without a stop that are no clause."""
    questions = sum(each.words <= LONGEST_HEADING and each.text.endswith("?") for each in page.lines)
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), page.first)
    column = any(each.kind == "headline" and furniture.BRIEFS.match(each.folded) for each in page.lines)
    for number, line in enumerate(page.lines):
        asked = line.text.endswith("?") and questions >= 3  # an interview's questions are its body
        entry = column or bool(_TIME.fullmatch(page.lines[number - 1].text))
        inside = title + 1 < number < page.last and (number > page.first or entry)
        if inside and not asked and _could_be_heading(line, page.after(number)):
            yield line, "subheadline"


def _could_be_heading(line: Line, below: Line | None) -> bool:
    if line.kind or not 1 <= line.words <= LONGEST_HEADING or below is None or below.words < SHORTEST_PARAGRAPH:
        return False
    quoted = line.folded[0] in "\"'" and line.folded[-1] in "\"'" and line.words <= 8
    inner = line.text.strip("\"'“”‘’«»„ ")
    if inner.endswith((".", ",", ";", "…")) or ":" in line.text or (line.text[-1] in "\"'”’»)" and not quoted):
        return False
    if furniture.BULLET.match(line.text) or re.match(r"[QAFRDP][.:] |Q |[\d.: ]+\w{0,3}$", line.text):
        return False
    if not re.match(r"[A-ZÀ-Þ0-9¿¡]", inner) or furniture.DAY.match(line.folded):
        return False
    plain = not quoted and not line.text.isupper() and not furniture.ASKS.match(line.folded)
    return not (plain and furniture.CLAUSE.match(line.folded))


LAYOUT_RULES: tuple[Callable[[Page], Claims], ...] = (
    repeated_ending, place_and_time, first_title, title_above_a_name, same_title, above_the_title, remarks,
    about_the_company, more_to_read, contact,
    bare_name, about_the_author, bare_name,  # a biography above the prose hides a second name below it
    spaced_credit, after_a_picture, shows, above_the_byline, key_point, deck, eye_catcher, to_the_reader, teaser,
    heading, in_the_head, after_the_end,
)  # fmt: skip
