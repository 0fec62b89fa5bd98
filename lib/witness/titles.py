"""The head of a page: its title, who signed it, where and when; and what stands between title and prose.

These are rules by place, like those of `layout`, which says when each is asked. Each yields the lines it claims with
their kind.
"""

import re
from itertools import pairwise

from witness import furniture
from witness.lines import LONGEST_FURNITURE, TIME, Claims, Line, Page, ends_sentence

# Longer first lines are paragraphs: headlines in quality papers run to some twenty words.
LONGEST_HEADLINE = 28

# More words than this between a headline and a byline are the article itself.
MOST_ABOVE_BYLINE = 110


def place_and_time(page: Page) -> Claims:
    """`Port Ellin – 14 Sept 2025 – 05:30`: a short line above the prose."""
    for line in page.lines[: max(page.first, len(page.lines) // 3)]:
        placed = line.words <= 12 and furniture.PLACE_AND_TIME_AS_WRITTEN.fullmatch(line.text)
        if line.words <= 6 and re.fullmatch(r"[A-ZÀ-Þ][^!?;:]{1,50}\s?[—–]", line.text) and line.text[:2].isupper():
            yield line, "dateline"
        if placed and furniture.DAY.search(line.folded):
            yield line, "byline" if "," in line.text.partition(" –")[0].partition(" -")[0] else "dateline"


def first_title(page: Page) -> Claims:
    """`Two ships leave port`: above the prose, a line as long as a title that has no full stop.

    Where several stand there, those nearest the prose, and of lines that follow each other the first: above it is the
    page's own head, below it the deck. What follows a byline or `Key points` is no title any more.
    """
    groups: list[list[Line]] = [[]]
    released = any(furniture.RELEASE.match(each.folded) for each in page.lines)
    for number, line in enumerate(page.lines[: min(page.first, len(page.lines) - 1)]):
        if released and furniture.BARE_DATE.match(line.folded):
            groups.append([])
        elif line.kind == "byline" or _is_name_and_desk(page, number) or furniture.KEY_POINTS.match(line.folded):
            if any(len(each.text.split()) >= 5 for group in groups for each in group):
                break
        elif _could_be_title(line) and not _names_the_paper(page, number):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    briefs = [each for each in page.lines[: page.first] if not each.kind and furniture.BRIEFS.match(each.folded)]
    if briefs:
        yield briefs[-1], "headline"
        return
    found = [group for group in groups if group]
    longer = [kept for group in found if (kept := [each for each in group if _is_long_title(each)])]
    plain = bool(longer) and not _in_capitals(longer[-1][0])
    if len(longer) > 1 and (";" in longer[-1][0].text or (released and plain and _in_capitals(longer[-2][0]))):
        longer.pop()  # two statements in one line are a deck
    for group in (longer or found)[-1:]:
        yield group[0], "headline"


def _is_name_and_desk(page: Page, number: int) -> bool:
    """Whether a name stands here, and below it the desk: `Ada Lee`, `Harbour News, Ellin`."""
    name, desk = page.lines[number : number + 2]
    if name.kind not in ("", "byline") or name.words > 4 or desk.words > 12 or not furniture.DESK.match(desk.folded):
        return False
    return bool(furniture.NAME_AS_WRITTEN.fullmatch(name.text))


def _names_the_paper(page: Page, number: int) -> bool:
    """Whether a line in capitals stands above the number of an issue."""
    below = page.lines[number + 1]
    return page.lines[number].text.isupper() and below.words <= 12 and bool(furniture.MASTHEAD.match(below.folded))


def _is_long_title(line: Line) -> bool:
    parted = re.search(r"[a-zà-ÿ]{3}\. [A-ZÀ-Þ]", line.text)  # two sentences are a deck
    return len(line.text.split()) >= 5 and not line.text[0].islower() and not parted


def _in_capitals(line: Line) -> bool:
    """Whether each longer word begins with a capital, as in the titles of announcements."""
    words = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) >= 5]
    return all(word[0].isupper() for word in words)


def title_above_a_name(page: Page) -> Claims:
    """`Two ships leave port` directly above `By Ada Lee`, near the beginning of the prose."""
    titled = any(each.kind == "headline" for each in page.lines)
    firsts = [each for each in page.lines if each.rule == "first-title"]
    for number, (line, below) in enumerate(zip(page.lines, page.lines[1:], strict=False)):
        above = page.lines[max(0, number - 3) : number]
        untitled = below.kind == "byline" and not any(each.kind == "headline" for each in above)
        at = number
        if number and untitled and line.words <= 4 and furniture.NAME_AS_WRITTEN.fullmatch(line.text):
            at, line = number - 1, page.lines[number - 1]  # a name, and below it the paper and the day
        summed = titled and any(
            furniture.KEY_POINTS.match(each.folded) for each in page.lines[max(0, number - 6) : number]
        )
        if not untitled or summed or not _could_be_title(line) or (titled and len(line.text.split()) < 5):
            continue
        prose = sum(each.words for each in page.lines[:number] if not each.kind and each.paragraph)
        upper = page.lines[max(0, at - 1)]
        if number and _could_be_title(upper) and _is_long_title(upper):
            line = upper  # the line between is its deck
        if number <= page.first + 3 or (number < len(page.lines) / 3 and prose <= LONGEST_FURNITURE):
            for each in firsts:
                if each.start < line.start and not each.folded.startswith(line.folded):
                    each.settle("", "")  # the name of a paper or of a thread
            firsts.clear()
            yield line, "headline"


def compiled(page: Page) -> Claims:
    """`Compiled by Ada Lee`: above the prose, or where nobody else signs, the author; else one who helped."""
    signed = any(each.kind == "byline" for each in page.lines)
    for number, line in enumerate(page.lines):
        if line.words <= 14 and furniture.COMPILED.match(line.folded) and re.search(r" [A-ZÀ-Þ]", line.text):
            compiles = line.folded.startswith("compiled") and not signed
            yield line, "byline" if number < page.first or compiles else "contributor-credit"


def _could_be_title(line: Line) -> bool:
    if line.kind or not 3 <= line.words <= LONGEST_HEADLINE or line.text.endswith((".", ":", ";", ",")):
        return False
    if (
        furniture.BULLET.match(line.text)
        or furniture.KEY_POINTS.match(line.folded)
        or re.search(r"[|·›→←\t]", line.text)
    ):
        return False
    if (line.text[0] == "«" or line.text.endswith(" »")) and line.text.count("«") != line.text.count("»"):
        return False  # the way to the article before, or after
    if (line.words <= 9 and furniture.DAY.search(line.folded)) or furniture.CODE_AS_WRITTEN.match(line.text):
        return False
    if (
        furniture.MASTHEAD.match(line.folded)
        or furniture.ANNOUNCEMENT.search(line.folded)
        or _is_posted_name(line)
        or re.search(r"[@<>=]\s?\S|://", line.text)
        or (line.words <= 7 and re.search(r"[€$£]\s?\d", line.text))
    ):
        return False
    if re.search(r"\d{1,2}[:.]\d{2} ?(?:[ap]\.?m|#|uhr)", line.folded) or re.match(
        r"(?:subscribe|sign|log) ", line.folded
    ):
        return False
    if re.match(r"\d{1,2}[ .]", line.text) and furniture.DAY.search(line.folded):
        return False
    spoken = re.search(r"[a-zà-ÿ]\. [A-ZÀ-Þ]", line.text) and furniture.READER.search(line.folded)
    spoken = spoken or re.search(r"\w\.[a-z]{3,}\b", line.text)
    spoken = spoken or furniture.SPACED_CREDIT_AS_WRITTEN.fullmatch(line.text)
    return not spoken and not re.search(r"\.[\"'”’»]$", line.text)


def same_title(page: Page) -> Claims:
    """`Two ships leave port`, `[Article] Two ships leave port`: the headline once more, perhaps after a word or two."""
    titles = {each.folded: each.words + 3 for each in page.lines if each.kind == "headline"}
    for line in page.lines:
        if re.match(r"\d+[ .]", line.text):
            continue  # an entry of a list of what is read most
        longer = any(line.folded.endswith(title) and line.words <= most for title, most in titles.items())
        if longer or (line.words >= 5 and any(title.startswith(line.folded) for title in titles)):
            yield line, "headline"


def above_the_title(page: Page) -> Claims:
    """`The Harbour Gazette`, `Ports`: what stands above the headline is the page's own head.

    A name there signs the article if a sentence below the middle begins with it: `Ada Lee writes about the harbour.`
    """
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), 0)
    lower = page.lines[len(page.lines) // 2 :]
    for line in page.lines[1:title]:
        if furniture.NAME_AS_WRITTEN.fullmatch(line.text) and any(
            each.folded.startswith(line.folded) and furniture.OF_AN_AUTHOR.match(each.folded) for each in lower
        ):
            yield line, "byline"
            plain_name = line.folded
            yield from ((each, "author-bio") for each in lower if each.brief and each.folded.startswith(plain_name))
    plain = [each for each in page.lines[:title] if not furniture.BULLET.match(each.text)]
    above = [each for each in plain if each.words <= 45 and not each.text.endswith(",")]
    yield from ((each, "chrome") for each in above)


def dated(page: Page) -> Claims:
    """`Saturday, 3 May 2021` above the headline or below the prose: the page's own date, not the article's."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), 0)
    for number, line in enumerate(page.lines):
        outside = number < title or (number > page.last + 1 and page.lines[number - 1].kind in ("chrome", "link-list"))
        if outside and line.rule == "written-by" and furniture.BARE_DATE.match(line.folded):
            line.settle("", "")
            yield line, "chrome"


def bare_name(page: Page) -> Claims:
    """`Ada Lee`, `Ada Lee, harbour correspondent` between headline and prose."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    for number, line in enumerate(page.lines):
        below_it = page.lines[number + 1 : number + 2]
        provides = bool(number) and page.lines[number - 1].folded.rstrip(":") == "news provided by"
        if line.words > 14 or line.text.endswith(",") or (ends_sentence(line.text) and not provides):
            continue
        if furniture.RELATED.match(line.folded):
            continue
        below = bool(number) and page.lines[number - 1].kind in ("headline", "subheadline")
        near = title < number and (number <= page.first + 1 or below)
        dated = number < len(page.lines) / 3 and any(each.kind in ("byline", "dateline") for each in below_it)
        named = all(
            furniture.NAME_AS_WRITTEN.fullmatch(each) for each in re.split(r",? (?:and|und|y|e|et|en|i) ", line.text)
        )
        placed = title < number <= page.first and furniture.NAME_AND_PLACE_AS_WRITTEN.fullmatch(line.text)
        beside = bool(number) and page.lines[number - 1].rule == "written-by" and title < number <= page.first
        provides = provides or bool(beside and furniture.DESK_AND_PLACE_AS_WRITTEN.fullmatch(line.text))
        post = bool(number) and page.lines[number - 1].kind == "byline" and title < number <= page.first + 3
        post = post and _is_post(line)
        named_desk = title < number and number + 1 < len(page.lines) and _is_name_and_desk(page, number)
        desk = title < number - 1 and _is_name_and_desk(page, number - 1)
        provides = provides or post or (near and named_desk) or desk
        signs = all(each.kind in ("headline", "subheadline") for each in page.lines[title : number - 1])
        if provides or _is_posted_name(line) or ((near or dated) and named) or (placed and signs and (dated or below)):
            yield line, "byline"


def _is_post(line: Line) -> bool:
    """`Harbour correspondent`, below a name."""
    return line.words <= 5 and bool(furniture.POST.search(line.folded)) and line.text[0].isupper()


def _is_posted_name(line: Line) -> bool:
    if "," not in line.text or line.words > 14 or not furniture.POST.search(line.folded):
        return False
    return bool(furniture.NAME_AS_WRITTEN.fullmatch(line.text.partition(",")[0]))


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
    title = next((at for at, each in enumerate(page.lines[: page.first]) if each.kind == "headline"), 0)
    above = page.lines[title : page.first + 1]
    for line in above:
        if line.item or (line.brief and furniture.KEY_POINTS.match(line.folded)):
            yield line, "summary-bullet"
    heads = [at for at, each in enumerate(above) if furniture.KEY_POINTS.match(each.folded) and each.words <= 6]
    for head in heads:
        yield from ((each, "summary-bullet") for each in _told(page, title + head))
    above = page.lines[: page.first + 1]
    loose = [
        not each.kind and 4 <= each.words <= 22 and not ends_sentence(each.text)
        and not furniture.LABELLED_AS_WRITTEN.match(each.text)
        for each in above[: page.first]
    ]  # fmt: skip
    two = page.first - 3  # two lines right above the dateline, with a name or a button before them
    dated = two >= 1 and above[two + 2].kind == "dateline" and above[two - 1].kind in ("chrome", "byline")
    if dated and all(loose[two : two + 2]):
        yield from ((each, "summary-bullet") for each in above[two : two + 2])
    for at in range(len(loose) - 2):
        if all(loose[at : at + 3]):
            yield from ((each, "summary-bullet") for each in above[at : at + 3])


def ticker_name(page: Page) -> Claims:
    """`Ada Lee, at the old quay` in an entry of a live ticker; a bare name only where it ends one."""
    times = {at for at, each in enumerate(page.lines) if TIME.fullmatch(each.text)}
    if len(times) < 3:
        return
    for number in range(min(times) + 1, len(page.lines)):
        line, before, below = page.lines[number], page.lines[number - 1], page.lines[number + 1 : number + 2]
        if line.words > 9 or ends_sentence(line.text) or re.search(r"\d", line.text):
            continue
        placed = {number - 1, number - 2} & times and furniture.NAME_AND_PLACE_AS_WRITTEN.fullmatch(line.text)
        ends = number + 1 in times or any(each.kind == "chrome" for each in below)
        named = furniture.NAME_AS_WRITTEN.fullmatch(line.text) and before.paragraph and ends
        posted = before.kind == "byline" and (_is_post(line) or furniture.FROM_A_PLACE.match(line.folded))
        if placed or named or posted or ({number - 1, number - 2} & times and _is_posted_name(line)):
            yield line, "byline"


def _told(page: Page, head: int) -> list[Line]:
    """The short lines below `Key points`; sentences only where there are two to six before a longer paragraph."""
    found: list[Line] = []
    for line in page.lines[head + 1 : head + 8]:
        credit = furniture.SPACED_CREDIT_AS_WRITTEN.fullmatch(line.text)
        if line.kind == "chrome" and line.words <= 3:
            continue  # how long ago it was
        if line.kind or line.words > 22 or TIME.fullmatch(line.text) or credit:
            break
        found.append(line)
    loose = [each for each in found if not ends_sentence(each.text)]
    if not loose:
        return found if 2 <= len(found) <= 6 else []
    return found[: found.index(loose[-1]) + 1]


def deck(page: Page) -> Claims:
    """`Nobody waved.` under a headline, with a name, a time or a picture between it and the prose."""
    below_title = False
    for number, line in enumerate(page.lines[: page.first + 1]):
        if below_title and not line.kind and line.words <= 45 and not line.text.endswith(","):
            below = page.lines[number + 1 : max(page.first, number + 3)][:40]
            parted = any(each.kind in ("byline", "caption", "credit", "author-bio", "summary-bullet") for each in below)
            parted = parted or _is_signed_before_prose(page, number)
            if parted or (number < page.first and not ends_sentence(line.text)):
                yield line, "subheadline"
        below_title = line.kind == "headline" or (below_title and line.kind in ("chrome", "dateline", "promo"))


def _is_signed_before_prose(page: Page, number: int) -> bool:
    """Whether a byline stands below before the next paragraph; what is read out above a caption is none."""
    for line, below in pairwise(page.lines[number + 1 : number + 12]):
        if line.kind == "byline":
            return True
        if line.paragraph and not line.kind and below.rule != "before-a-credit":
            return False
    return False


def deck_below_a_name(page: Page) -> Claims:
    """`Nobody waved, and nobody will.` right below the byline, where a picture or points part it from the prose."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    for number in range(title + 1, min(title + 5, len(page.lines) - 1)):
        line, before, below = page.lines[number], page.lines[number - 1], page.lines[number + 1 : number + 4]
        decked = any(each.kind == "subheadline" for each in page.lines[title:number])
        above_name = below[0].kind == "byline"  # the author's name once more
        plain = not line.kind and 8 <= line.words <= 32 and '"' not in line.folded
        plain = plain and (above_name or ends_sentence(line.text))
        parted = below[0].kind != "" and any(each.kind in ("caption", "credit", "summary-bullet") for each in below)
        after_name = before.kind == "byline" or (before.kind == "chrome" and page.lines[number - 2].kind == "byline")
        if plain and (parted or above_name) and not decked and after_name:
            yield line, "subheadline"


def in_the_head(page: Page) -> Claims:
    """`Plus`, `Aa`, `Pause updates`, `Today, 11:15`: short lines without a stop between the headline and the prose."""
    title = next((at for at, each in enumerate(page.lines) if each.kind == "headline"), len(page.lines))
    if sum(bool(TIME.fullmatch(each.text)) for each in page.lines) >= 3:
        return  # a live ticker: times head its entries
    if sum(each.words for each in page.lines[title + 1 : page.first]) > 150:
        return
    for line in page.lines[title + 1 : page.first]:
        if line.words <= 14 and re.search(r"\b\d{1,2}[:.h]\d{2}\b", line.text) and not ends_sentence(line.text):
            yield line, "byline"
        elif line.words <= 5 and not ends_sentence(line.text) and not line.item and not line.text.endswith(","):
            yield line, "chrome"
