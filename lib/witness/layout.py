"""Where a line stands: the rules that look at a page as a whole.

Each rule is shown the page when the rules before it have decided, and yields the lines it claims with their kind. It
may ask where the prose begins and ends (`page.first`, `page.last`): paragraphs that nobody has claimed so far.
"""

import re
from collections import Counter
from collections.abc import Callable

from witness import furniture
from witness.boxes import author_box, beside_a_member, letters, mail_signature, sign_up_box
from witness.headings import heading, numbered_heading, quoted_heading
from witness.lines import SHORTEST_PARAGRAPH, Claims, Page, ends_sentence
from witness.lists import after_the_end, cards, more_to_read, repeated_ending, signed_cards, twice_below
from witness.pictures import (
    above_a_caption,
    after_a_picture,
    below_the_byline,
    credit_first,
    described,
    initials,
    known_name,
    pictured_by,
    shows,
    spaced_credit,
    told_twice,
)
from witness.spans import fold
from witness.titles import (
    above_the_byline,
    above_the_title,
    bare_name,
    compiled,
    dated,
    deck,
    deck_below_a_name,
    first_title,
    in_the_head,
    key_point,
    place_and_time,
    same_title,
    ticker_name,
    title_above_a_name,
)

# On longer pages nobody looks for eye-catchers: the search grows with the square of the paragraphs.
MOST_PARAGRAPHS = 400

# Where the article itself speaks to its reader, as in a blog or an interview, more paragraphs than this say `you`.
MOST_ADDRESSES = 3


def remarks(page: Page) -> Claims:
    """`Comments`, or a second stamp such as `by ada » Tue 10:02`, and all that follows: what readers added."""
    stamps = [at for at, each in enumerate(page.lines) if each.words <= 14 and furniture.STAMP.match(each.folded)]
    heads = [at for at, each in enumerate(page.lines) if furniture.REMARKS.match(each.folded)]
    words = sum(each.words for each in page.lines)
    late = [
        at for at in (*stamps[1:], *heads) if at > page.first and sum(e.words for e in page.lines[at:]) < 0.4 * words
    ]
    if late:
        start = min(late)
        for at in range(start - 1, max(page.first, start - 8), -1):
            if page.lines[at].kind not in ("", "chrome") or page.lines[at].words > SHORTEST_PARAGRAPH:
                break  # above the second post's stamp stand its writer's name and the first writer's motto
            if page.lines[at].kind == "chrome" and start not in heads:
                late.append(at)
        for each in page.lines[min(late) :]:
            if each.kind == "byline":
                each.settle("", "")  # when a reader wrote is the page's own
            yield each, "chrome"


def _announces(page: Page) -> bool:
    """Whether the page is a company's or an office's own announcement."""
    return any(furniture.ANNOUNCEMENT.search(each.folded[:200]) for each in page.lines)


def about_the_company(page: Page) -> Claims:
    """`About Harbour Works`, and all that follows it in an announcement of the company's own."""
    if _announces(page):
        for at in range(page.first + 1, len(page.lines)):
            if page.lines[at].brief and furniture.ABOUT_US_AND.match(page.lines[at].text):
                yield page.lines[at], "promo"
            named = re.match(r"\S+ (?:de |the |us\b|our |die |den |la |el |l['’])?[A-ZÀ-Þ]?", page.lines[at].text)
            told = furniture.ABOUT_US.fullmatch(page.lines[at].folded) and not ends_sentence(page.lines[at].text)
            if told and named and not named[0].endswith(" "):
                until = [below for below in range(at, len(page.lines)) if page.lines[below].text.startswith("SOURCE ")]
                yield from ((each, "promo") for each in page.lines[at : (until or [len(page.lines)])[0]])
                return


def press_office(page: Page) -> Claims:
    """`Ada Lee`, `555-0142`, `ada@harbour.example` below an announcement: whom the press may ask."""
    if not any(
        furniture.ANNOUNCEMENT.search(each.folded[:200]) or furniture.RELEASE.match(each.folded) for each in page.lines
    ):
        return
    for number in range(page.last + 1, len(page.lines)):
        if re.fullmatch(r"(?:\S+: ?)?\S+@\S+\.\w+|(?:\w+: ?)?\+?[\d(][\d ()/.-]{6,}", page.lines[number].text):
            for line in reversed(page.lines[max(page.last + 1, number - 3) : number + 1]):
                if line.kind not in ("", "promo") or ends_sentence(line.text):
                    break
                yield line, "promo"


def attributed(page: Page) -> Claims:
    """`Ada Lee, harbour pilot` below an eye-catcher."""
    for above, line in zip(page.lines, page.lines[1:], strict=False):
        named = furniture.NAME_AS_WRITTEN.match(re.sub(r"^[–—-] ?", "", line.text))
        if above.rule == "eye-catcher" and line.words <= 9 and named and not ends_sentence(line.text):
            yield line, "pull-quote"


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


def about_the_author(page: Page) -> Claims:
    """`Ada Lee covers the harbour for this paper.`: a name that signs the page, and what its owner does."""
    if _announces(page):
        return  # the name there is the company's
    names = {fold(each.text) for each in page.lines if each.rule == "bare-name"}
    names |= {
        found[1] for each in page.lines if each.kind == "byline" and (found := furniture.SIGNED.match(each.folded))
    }
    names = {name.strip() for name in names if " " in name.strip()}
    first = {name.split()[0] for name in names} - furniture.JOINTS
    signed = " | ".join(each.text for each in page.lines if each.kind == "byline")
    named = [fold(name).split() for name in furniture.NAMES_AS_WRITTEN.findall(signed)]
    first |= {words[0] for words in named} - furniture.JOINTS
    own = {words[-1] for words in (*named, *map(str.split, names)) if len(words[-1]) >= 4} | first
    for number, line in enumerate(page.lines):
        late = number > page.first and number >= min(page.last - 2, 0.7 * len(page.lines))
        does = late and line.words <= 60 and not line.kind and furniture.OF_AN_AUTHOR.match(line.folded)
        if does and line.folded.split()[0] in own and '"' not in line.folded[:40]:
            yield line, "author-bio"
        begins = any(line.folded.startswith(name) for name in names)
        outside = number <= page.first or number >= page.last - 2 or number > (0.6 if begins else 0.8) * len(page.lines)
        if not outside or not line.brief:
            continue
        opening = line.folded.split(maxsplit=1)
        if number > max(page.first, 0.8 * len(page.lines)) and opening[0] in first and furniture.IS.match(opening[-1]):
            yield line, "author-bio"
        if not furniture.BEGINS_WITH_NAME_AS_WRITTEN.match(line.text):
            continue
        holds = any(name.split()[0] in line.folded and name.split()[-1] in line.folded for name in names)
        works = furniture.PROFESSION.search(line.folded[:160]) or furniture.WRITES.match(line.folded)
        late = number == page.last or number > 0.8 * len(page.lines)
        unsigned = works and late and number > page.first and not line.text.startswith(("“", '"'))
        if not ends_sentence(line.text) and line.words <= 14:
            if begins and not (works or furniture.DOES.search(line.folded)):
                below = page.lines[number + 1 : number + 2]
                bio = any(furniture.OF_AN_AUTHOR.match(each.folded) and each.folded.split()[0] in own for each in below)
                yield line, "author-bio" if bio and number > page.first else "byline"
        elif begins or (holds and furniture.DOES.search(line.folded)) or unsigned:
            yield line, "author-bio"


def signature(page: Page) -> Claims:
    """`Ada Lee`, `Port Ellin` below `Yours faithfully,`."""
    for number, line in enumerate(page.lines):
        if line.words <= 6 and furniture.SIGNATURE.match(line.folded):
            for below in page.lines[number + 1 : number + 3]:
                if below.words > 8 or ends_sentence(below.text) or below.kind not in ("", "byline"):
                    break
                yield below, "byline"


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


def to_the_reader(page: Page) -> Claims:
    """`Your Saturday needs our magazine.`: a short paragraph to `you` about what papers sell, where `you` is rare."""
    spoken = [
        each for each in page.lines
        if not each.kind and each.paragraph and each.brief and furniture.YOU.search(each.folded)
        if '"' not in each.folded and not each.text.endswith(":") and not furniture.BULLET.match(each.text)
        if not furniture.LABELLED_AS_WRITTEN.match(each.text) and not furniture.SAID.search(each.folded)
    ]  # fmt: skip
    if len(spoken) <= MOST_ADDRESSES:
        yield from ((each, "promo") for each in spoken if each.words <= 45 and furniture.SOLD.search(each.folded))


LAYOUT_RULES: tuple[Callable[[Page], Claims], ...] = (
    repeated_ending, pictured_by, described, told_twice, credit_first,
    place_and_time, compiled, first_title, title_above_a_name, same_title, above_the_title,
    beside_a_member, mail_signature, letters, author_box, sign_up_box,
    more_to_read, remarks, about_the_company, contact, press_office,
    below_the_byline, dated,
    bare_name, about_the_author, bare_name,  # a biography above the prose hides a second name below it
    known_name, signature, numbered_heading,
    initials, spaced_credit, after_a_picture, shows, above_the_byline, key_point,
    after_a_picture, deck, deck_below_a_name, above_a_caption,  # points that sum up may stand above a picture
    quoted_heading, eye_catcher, attributed, to_the_reader, teaser, ticker_name, heading, in_the_head,
    cards, signed_cards, twice_below, after_the_end,
)  # fmt: skip
