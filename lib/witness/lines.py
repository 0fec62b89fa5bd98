"""The lines of a page while they are judged: cut from the raw text, with what the rules ask of them.

A line keeps its place in the article. One that holds two things run together (a dateline and its sentence, a caption
and its credit) is two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from witness import furniture
from witness.spans import count_words, fold
from witness.wraps import running_on

# A line with more words than this is prose whatever it begins with; promos and biographies are shorter.
LONGEST_FURNITURE = 70

# A line with at least this many words is no title, with a stop or without.
LONGEST_TITLE = 30

# A line with at least this many words that ends as a sentence is taken for a paragraph of the article.
SHORTEST_PARAGRAPH = 9

# A place stands before a sentence, not before a word or two.
LEAST_AFTER_A_PLACE = 3

# Of a page's prose at most this share may follow its machinery and still be taken for the machinery's.
LARGEST_TAIL = 0.12

# `18.52`, `9:04 am`: what heads an entry of a live ticker.
TIME = re.compile(r"\d{1,2}[:.h]\d{2}.{0,6}")

# A line end, in any of the ways a file may have it.
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(slots=True)
class Line:
    """A line of a page, or a part of one, while it is being judged.

    `joints` say where lines that were cut at a fixed width are put together with one space, and how much longer the
    page's own line end is there.
    """

    start: int
    end: int
    text: str
    folded: str = field(init=False)
    words: int = field(init=False)
    kind: str = ""
    rule: str = ""
    joints: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        self.folded = fold(self.text)
        self.words = count_words(self.text)

    @property
    def brief(self) -> bool:
        """Whether it is short enough to be furniture."""
        return self.words <= LONGEST_FURNITURE and len(self.text) <= 1_000

    @property
    def paragraph(self) -> bool:
        """Whether it reads as a paragraph: long, and ending as a statement does unless it is longer than any title."""
        stopped = ends_sentence(self.text) and not self.text.endswith(("?", "!"))
        return self.words >= (SHORTEST_PARAGRAPH if stopped else LONGEST_TITLE)

    @property
    def item(self) -> bool:
        """Whether it reads as an item of a list; a long numbered one is a paragraph of a brief."""
        numbered = self.text[0].isdigit() and self.words >= 20
        return bool(furniture.BULLET.match(self.text)) and not numbered

    def at(self, place: int) -> int:
        """Where in the page a place in the text lies."""
        return self.start + place + sum(longer for joint, longer in self.joints if joint < place)

    def settle(self, kind: str, rule: str) -> None:
        """Give the line its kind, and the rule's name as a reader is told it."""
        self.kind, self.rule = kind, rule.replace("_", "-")


@dataclass(slots=True)
class Page:
    """The lines of a page, and between which of them the article's prose stands."""

    lines: list[Line]
    first: int = 0
    last: int = -1

    def place_prose(self) -> None:
        """Find the first and the last undecided paragraph that is not an item of a list; else the sentences."""
        plain = [(at, each) for at, each in enumerate(self.lines) if not each.kind and not each.item]
        prose = [at for at, each in plain if each.paragraph] or [at for at, each in plain if ends_sentence(each.text)]
        # A sentence far above all others is a notice of the page, not the beginning of the article.
        near = [at for at, following in pairwise(prose) if following - at <= 8] or prose
        self.first, self.last = (near[0], prose[-1 - self._tail(prose)]) if prose else (len(self.lines), -1)

    def _tail(self, prose: list[int]) -> int:
        """How many of the last paragraphs stand below the page's machinery: few words, three settled lines above."""
        if sum(bool(TIME.fullmatch(each.text)) for each in self.lines) >= 3:
            return 0  # the machinery stands between the entries of a ticker
        words = [self.lines[at].words for at in prose]
        cut = 0
        for tail in range(1, len(prose)):
            above = self.lines[prose[-tail - 1] + 1 : prose[-tail]]
            if sum(words[-tail:]) > LARGEST_TAIL * sum(words):
                break
            if sum(each.kind in ("chrome", "link-list", "author-bio", "source-link") for each in above) >= 3:
                cut = tail
        return cut

    def after(self, number: int) -> Line | None:
        """The nearest line below that is undecided or body."""
        return next((each for each in self.lines[number + 1 : number + 6] if each.kind in ("", "body")), None)


# What a rule by place yields: lines, each with the kind it is claimed for.
Claims = Iterator[tuple[Line, str]]


def lines_of(raw: str) -> list[Line]:
    """The lines that hold more than white space, without what surrounds them, cut where two things run together.

    >>> [line.text for line in lines_of("  PORT ELLIN — The ships left.  ")]
    ['PORT ELLIN —', 'The ships left.']
    """
    places = []
    for match in _LINE.finditer(raw):
        text = match[0]
        if inner := text.strip():
            start = match.start() + len(text) - len(text.lstrip())
            places.append((start, start + len(inner)))
    found = [_joined(raw, each) for each in running_on(raw, places)]
    opening = [line for line in found if line.words >= 2 * SHORTEST_PARAGRAPH][:3]
    return [part for line in found for part in _parts(line, line in opening and _opens(line, raw))]


def _joined(raw: str, places: list[tuple[int, int]]) -> Line:
    """Lines that run on, as one."""
    texts = [raw[start:end] for start, end in places]
    made = Line(places[0][0], places[-1][1], " ".join(texts))
    at, joints = -1, []
    for text, (_, end), (below, _) in zip(texts, places, places[1:], strict=False):
        at += len(text) + 1
        joints.append((at, below - end - 1))
    made.joints = tuple(joints)
    return made


def _opens(line: Line, raw: str) -> bool:
    """Whether a paragraph may begin with a place: `Port Ellin – `, or `Ellin. ` where the page has the word again."""
    first = line.text.split(maxsplit=1)[0]
    return not first.endswith(".") or raw.count(first[:-1]) >= 2


def _parts(line: Line, opening: bool = False) -> list[Line]:
    """A line, or the two things that run together in it; `opening` says that it may begin with a place."""
    if (found := furniture.GLUED_RIGHTS_AS_WRITTEN.search(line.text)) and found.start() > 0:
        return [*_parts(_part(line, 0, found.start())), _part(line, found.start(), None, "chrome", "glued-rights")]
    sign = furniture.GLUED_SIGN_AS_WRITTEN
    if line.text.endswith(")") and (found := sign.search(line.text, len(line.text) - 30)):
        return [*_parts(_part(line, 0, found.end()), opening), _part(line, found.end(), None, "byline", "glued-sign")]
    found = furniture.DATELINE_AS_WRITTEN.match(line.text[:120])
    if not found and opening:
        found = furniture.PLACE_AS_WRITTEN.match(line.text[:60])
    if found and count_words(line.text[found.end() :]) >= LEAST_AFTER_A_PLACE:
        return [_part(line, 0, found.end(), "dateline", "glued-dateline"), _part(line, found.end())]
    if furniture.CREDIT_AS_WRITTEN.match(line.text) or furniture.SPACED_CREDIT_AS_WRITTEN.fullmatch(line.text):
        return [line]
    glued = (furniture.BRACKETED_CREDIT_AS_WRITTEN, furniture.GLUED_CREDIT_AS_WRITTEN)
    if line.brief and furniture.LONG_CHROME.match(line.folded):
        return [line]
    ends = [found.end() for each in glued if line.brief and (found := each.search(line.text))]
    if ends:
        at = min(ends)
        if count_words(line.text[:at]) <= 2:
            return [line]
        return [_part(line, 0, at, "caption", "before-a-credit"), _part(line, at, None, "credit", "glued-credit")]
    if line.brief and line.words >= SHORTEST_PARAGRAPH and (at := _names_at_the_end(line.text)):
        return [_part(line, 0, at, "caption", "before-a-credit"), _part(line, at, None, "credit", "names-at-the-end")]
    return [line]


def _names_at_the_end(text: str) -> int:
    """Where two to eight capitalised words follow the last stop, and nothing else; 0 where they do not."""
    stop = max((text.rfind(mark) for mark in (". ", ".” ", '." ', ".) ")), default=-1)
    tail = text[stop + 1 :].lstrip('”") ')
    names = [word for word in re.findall(r"[^\W\d_][\w'’.&-]*", tail) if word.lower() not in furniture.JOINTS]
    capital = all(word[0].isupper() for word in names)
    sentence = re.search(r"[a-zà-ÿ]{3}[.]?[”\")]?$", text[: max(stop, 0)])
    if (
        stop < 30
        or not sentence
        or not 2 <= len(names) <= 8
        or not capital
        or ends_sentence(tail)
        or re.search(r"[,;:!?]", tail)
    ):
        return 0
    return len(text) - len(tail)


def _part(line: Line, start: int, end: int | None = None, kind: str = "", rule: str = "") -> Line:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    until = start + len(text.strip())
    made = Line(line.at(start), line.at(until), text.strip(), kind, rule)
    made.joints = tuple((at - start, longer) for at, longer in line.joints if start <= at < until)
    return made


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does: a stop, perhaps inside closing marks, or a colon.

    >>> ends_sentence("“We are done.”"), ends_sentence("Done at last")
    (True, False)
    """
    return line.rstrip("\"'”’»“)]").endswith((".", "!", "?", "…", ":", "。", "！", "？", "।", "۔", "؟"))
