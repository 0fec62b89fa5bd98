"""Which paper or agency a page is, and whom its lines of credit name.

A page says at its head, and in its furniture, whose it is; it says in a line of its own, or in brackets, where its
words come from. Both are read by form: no list of papers is kept.
"""

import re
from functools import lru_cache

from witness import speech
from witness.articles import Article
from witness.spans import Span, count_words, fold
from witness.speech import is_outlet

# A page says at its head, and in its furniture, which paper or agency it is; it leads to others by a line of credit.
_HEAD, _SHORT = 6, 8
_LEADS_TO = ("source-link", "credit", "contributor-credit", "dateline", "correction")
_CREDIT = re.compile(
    r"^\W*(?:source|via|from|courtesy of|reprinted|with permission|see the rest|read the (?:full|original|rest)|"
    r"report(?:ing)? by|story (?:by|from))\b.{0,120}$|\b(?:first|originally) (?:appeared|published|ran)\b|"
    r"^\s*\(.{3,80}\)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = re.compile(r"^\s*\([A-Z][^()]{2,40}\)(?=\s+[A-Z])")
_TAIL = re.compile(r"(?:\((?:With|From|Source:)\s[^()]{2,40}\)|(?:[—–]|\s-)\s?[A-Z][^.!?]{1,60})\s*$")
_RELEASE = re.compile(
    r"for immediate release|press release|under (?:strict )?embargo|notes to editors|media contact", re.I
)
_PIECES = re.compile(r"\s*(?:\([^()]*\)|[|:;,·•]|\s[–—-]\s|\bcopyright\b|©|\b(?:19|20)\d\d\b)\s*", re.I)


@lru_cache(maxsize=256)
def house(article: Article) -> tuple[str, ...]:
    r"""The names under which a page may be known to others: the curated outlet, else those that its own head gives.

    >>> from witness.corpus import from_texts
    >>> page = "It rained\n\nHarbour Gazette\n\nIt rained all day long on Monday, and nobody in the port waved at us."
    >>> house(from_texts({"1": page})["1"])
    ('Harbour Gazette',)
    """
    if article.outlet:
        return (article.outlet,)
    pieces = [each for each in article.segments if each.kind != "whitespace"]
    found: dict[str, None] = {}
    for place, each in enumerate(pieces):
        text = article.text(each.span)
        head = place < _HEAD and count_words(text) <= _SHORT
        if head or each.kind in ("chrome", "author-bio", "byline"):
            for piece in _PIECES.split(text[:400]):
                name = re.match(
                    rf"(?:(?:\w+\s+)?[Bb]y\s+)?(?P<name>(?:[Tt]he\s+)?{speech.PART['name']})(?:\s+[\d.]+)?$",
                    " ".join(piece.split()),
                )
                if not name or name["name"] == article.headline or not names_a_paper(name["name"]):
                    continue
                if each.kind != "dateline" or _is_paper(name["name"]):
                    found[name["name"]] = None
    # Where one of them is a paper by its name, the others are sections, towns and courts.
    return tuple(name for name in found if _is_paper(name)) or tuple(found)


@lru_cache(maxsize=256)
def credit_lines(article: Article) -> list[tuple[Span, str]]:
    r"""The lines by which a page names others as the origin, or the part of a paragraph that does so.

    >>> from witness.corpus import from_texts
    >>> page = "It rained all day long on Monday, and nobody in the port waved at us.\n\n(From the Harbour Gazette)"
    >>> [text for _, text in credit_lines(from_texts({"1": page})["1"])]
    ['(From the Harbour Gazette)']
    """
    found = []
    for each in article.segments:
        text = article.text(each.span)
        if each.kind in (*_LEADS_TO, "byline") or (
            each.kind != "whitespace" and count_words(text) <= 40 and _CREDIT.search(text)
        ):
            found.append((each.span, text))
        elif part := _LEAD.match(text) or _TAIL.search(text, max(0, len(text) - 80)):
            found.append((Span(article.key, each.span.start + part.start(), each.span.start + part.end()), part[0]))
    return found


def release_marks(article: Article) -> list[Span]:
    """Where a page is marked as a press release: what stands at its head is then a company, not a paper.

    >>> from witness.corpus import from_texts
    >>> len(release_marks(from_texts({"1": "For immediate release. It rained. Media contact: Eva Orr"})["1"]))
    2

    One mark alone may be a word in passing, and is none.
    """
    found = [Span(article.key, *each.span()) for each in _RELEASE.finditer(article.raw)]
    return found if len(found) > 1 else []


def plain_name(name: str) -> str:
    """A paper's name as it is compared: small letters, and no article before it.

    >>> plain_name("The  Harbour Gazette")
    'harbour gazette'
    """
    return " ".join(fold(name).removeprefix("the ").split())


def holds(text: str, name: str) -> bool:
    """Whether a text has a name; letters alone must be as they are written, for they may spell a word.

    >>> holds("said the Harbour Gazette", "Harbour Gazette"), holds("the arts", "ARTS")
    (True, False)
    """
    if name.isupper() and " " not in name:
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
    return re.search(rf"(?<!\w){re.escape(plain_name(name))}(?!\w)", " ".join(fold(text).split())) is not None


def names_a_paper(name: str) -> bool:
    """Whether a name alone on its line may be that of a paper: several words, or letters.

    >>> names_a_paper("Harbour Gazette"), names_a_paper("Sport"), names_a_paper("HGT")
    (True, False, True)
    """
    return 1 < len(name.split()) <= 5 or (name.isupper() and 2 < len(name) <= 6)


def _is_paper(name: str) -> bool:
    return is_outlet(name) or is_outlet(name.title())
