"""An HTML file read as a page: its text, one block a line, and what the markup says about the lines.

The text is what a browser would show, in order, with nothing left out: menus and footers too. Offsets count in it, not
in the markup. Elements with a plain meaning (a caption, a navigation bar, a block quotation) give their lines a kind;
which part of the page is the article is asked of trafilatura, an optional extra that was made for it.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from witness.errors import CorpusError, Fault

Hints = dict[int, tuple[str, str]]

# What a page's head says of the article: the value by field, and the element that says so.
Facts = dict[str, tuple[str, str]]

# The elements that state a fact, the plainest first, and the attribute in which they do.
_STATING = {
    "outlet": (("meta[@property='og:site_name']", "content"),),
    "author": (("meta[@name='author']", "content"), ("meta[@property='article:author']", "content")),
    "published": (
        ("meta[@property='article:published_time']", "content"), ("meta[@name='date']", "content"),
        ("time[@datetime]", "datetime"),
    ),
}  # fmt: skip
# The same as schema.org has it.
_LINKED = {"outlet": ("publisher", "name"), "author": ("author", "name"), "published": ("datePublished", "")}

# Elements that begin and end a line.
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main nav ol option p pre section select summary "
    "table tbody td textarea tfoot th thead title tr ul".split()
)
_UNSHOWN = frozenset("head iframe math noscript object script style svg template title".split())

# What an element says of the lines within it; the innermost speaks first.
_MEANINGS = {
    "figcaption": "caption", "h1": "headline", "blockquote": "body", "nav": "chrome", "footer": "chrome",
    "button": "chrome", "select": "chrome", "form": "chrome", "dialog": "chrome",
}  # fmt: skip
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())


@dataclass(slots=True)
class _Reader:
    """The lines of a page as they are met, each with the elements around it."""

    lines: list[tuple[str, tuple[str, ...], bool]] = field(default_factory=list)
    linked: int = 0
    words: list[str] = field(default_factory=list)
    around: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        """Keep what was read since the last line's end, if it is more than white space."""
        if text := re.sub(r"\s+", " ", "".join(self.words)).strip():
            self.lines.append((text, tuple(self.around), self.linked > 0.8 * len(text)))
        self.words.clear()
        self.linked = 0

    def read(self, text: str) -> None:
        """Take in text, noting how much of it is a link's."""
        self.words.append(text)
        if "a" in self.around:
            self.linked += len(text.strip())


def text_of(name: str, markup: str) -> tuple[str, Hints, Facts]:
    """The text of an HTML page, the kinds that its markup gives to lines, by where they start, and what its head says.

    >>> text, hints, _ = text_of("a.html", "<nav>Home</nav><h1>Two ships leave</h1><p>They left at <b>dawn</b>.</p>")
    >>> text.split("\\n"), hints[0], hints[5]
    (['Home', 'Two ships leave', 'They left at dawn.'], ('chrome', 'nav'), ('headline', 'h1'))

    Raises CorpusError where trafilatura is not installed. Nothing is fetched.
    """
    try:
        import trafilatura
        from lxml import html
    except ImportError:
        way_out = "install it with pip install 'witness[html]', or save the article as text"
        raise CorpusError([Fault(name, "reading HTML needs trafilatura", way_out)]) from None
    try:
        tree = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError) as error:
        raise CorpusError([Fault(name, f"cannot be read as HTML ({error})", "save the article as text")]) from None
    lines = _lines(tree)
    main = trafilatura.extract(tree, include_comments=False, favor_recall=True) or ""
    inside = {re.sub(r"\W+", " ", line).strip() for line in main.splitlines()}
    hints: Hints = {}
    at = 0
    for text, around, linked in lines:
        within = re.sub(r"\W+", " ", text).strip() in inside
        if meaning := _meaning(around, within, linked):
            hints[at] = meaning
        at += len(text) + 1
    return "\n".join(text for text, *_ in lines), hints, _facts(tree)


def _facts(tree: Any) -> Facts:
    """What the page's own elements say of outlet, author and day; what they contradict or leave empty is not told."""
    linked = [
        each for script in tree.xpath("//script[@type='application/ld+json']") for each in _objects(script.text or "")
    ]
    facts: Facts = {}
    for field_, elements in _STATING.items():
        said = [
            (str(found.get(attribute, "")), "<" + element.replace("[@", " ").replace("]", "").replace("'", '"') + ">")
            for element, attribute in elements
            for found in tree.xpath(f"//{element}")
        ]
        key, within = _LINKED[field_]
        said += [(value, f'"{key}" of schema.org') for each in linked for value in _texts(each.get(key), within)]
        told = [(_day(value) if field_ == "published" else " ".join(value.split()), where) for value, where in said]
        told = [(value, where) for value, where in told if value and len(value) <= 200 and "://" not in value]
        if told and (field_ != "outlet" or len({value for value, _ in told}) == 1):
            facts[field_] = told[0]
    return facts


def _objects(text: str) -> list[dict[str, Any]]:
    """The objects of a piece of linked data, those of its graph too; none where it is broken."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return []
    graph = [each for one in (read if isinstance(read, list) else [read]) if isinstance(one, dict)
             for each in (one, *(one["@graph"] if isinstance(one.get("@graph"), list) else []))]  # fmt: skip
    return [each for each in graph if isinstance(each, dict) and "Article" in str(each.get("@type"))]


def _texts(value: Any, within: str) -> list[str]:
    if isinstance(value, list):
        named = [text for each in value for text in _texts(each, within)]
        return [", ".join(named)] if named else []
    if isinstance(value, dict):
        value = value.get(within)
    return [value] if isinstance(value, str) else []


def _day(text: str) -> str:
    """The day of a moment as the standard writes it; empty where it is none."""
    try:
        return date.fromisoformat(text.strip()[:10]).isoformat()
    except ValueError:
        return ""


def _lines(tree: Any) -> list[tuple[str, tuple[str, ...], bool]]:
    """The lines a browser would show, each with the elements around it and whether it is a link."""
    from lxml import etree

    reader, unshown = _Reader(), 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        plain = isinstance(element.tag, str)
        if event == "start":
            unshown += element.tag in _UNSHOWN
            if element.tag in _BLOCKS:
                reader.end_line()
            reader.around.append(element.tag)
            if not unshown:
                reader.read(element.text or "")
            continue
        if event == "end" and plain:
            if element.tag in _BLOCKS:
                reader.end_line()
            reader.around.pop()
            unshown -= element.tag in _UNSHOWN
        if not unshown:
            reader.read(element.tail or "")
    reader.end_line()
    return reader.lines


def _meaning(around: tuple[str, ...], within: bool, linked: bool) -> tuple[str, str] | None:
    """The kind and the rule that the elements around a line give it; None where its words must tell."""
    for tag in reversed(around):
        if tag in _MEANINGS:
            return _MEANINGS[tag], tag
    if not within:
        return ("chrome", "outside-main")
    if around and around[-1] in _HEADINGS:
        return ("subheadline", "heading-element")
    return ("body", "list-item") if "li" in around and not linked else None
