"""What an edition lets through: the last thing that happens to a page or a table before it is written.

Whatever put words into a page (a piece of an article, a notebook's own print, what a view carries for its script, the
labels of a picture) they come by here. In the full-text edition everything passes as it is.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

from markupsafe import escape

from witness import markup
from witness.articles import Corpus
from witness.excerpts import RUN, Gate
from witness.spans import count_words
from witness.tables import Table

_PART = re.compile(
    r'<script type="application/json"[^>]*>.*?</script>|<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|[^<]+', re.DOTALL
)
_PAYLOAD = re.compile(r"(<script[^>]*>)(.*)(</script>)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]{6,})"')
_PICTURE = "data:image/svg+xml;base64,"

# Attributes whose value is no text to read; names of places carry at most four words, and those only where shown.
_NO_TEXT = ("id", "href", "class", "content", "d", "points", "style", "transform", "data-address", "data-words")


def page(corpus: Corpus) -> Callable[[str], str]:
    """A function from the HTML of a page to what of it the corpus's edition may show.

    >>> from witness.corpus import from_texts
    >>> from witness.excerpts import edition
    >>> public = edition(from_texts({"1": "Two ships left the port at dawn and nobody on the quay waved."}))
    >>> page(public)('<p title="Nobody on the quay waved">At dawn <b>and nobody on the</b> quay, they say</p>')
    '<p title="Nobody on the quay waved">[2 words] <b>[4 words]</b> [1 word], they say</p>'
    """
    if not corpus.excerpts:
        return lambda html: html
    gate = Gate(corpus)

    def shown(html: str) -> str:
        parts = [found[0] for found in _PART.finditer(html)]
        texts = [place for place, part in enumerate(parts) if not part.startswith("<")]
        plain = [unescape(parts[place]) for place in texts]
        for place, before, after in zip(texts, plain, gate(plain), strict=True):
            if before != after:
                parts[place] = str(escape(after)).replace("\r", "&#13;")
        return "".join(part if not part.startswith("<") else _tag(part, gate, shown) for part in parts)

    return shown


def rows(corpus: Corpus) -> Callable[[Table], Table]:
    """A function from a table to what of it the corpus's edition may show."""
    if not corpus.excerpts:
        return lambda table: table
    gate = Gate(corpus)

    def shown(table: Table) -> Table:
        cells = table.astype(object).to_numpy().tolist()  # as they are read, row by row
        texts = iter(gate(list(_texts(cells))))
        cells = _replaced(cells, texts)
        return table.assign(**{
            column: [row[place] for row in cells]
            for place, column in enumerate(table.columns) if table[column].dtype.kind == "O"
        })  # fmt: skip

    return shown


def _tag(part: str, gate: Gate, shown: Callable[[str], str]) -> str:
    """A tag with the texts in its attributes, or an element whose content is no HTML."""

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if value.startswith(_PICTURE):
            drawn = shown(b64decode(value.removeprefix(_PICTURE)).decode())
            return f'{name}="{_PICTURE}{b64encode(drawn.encode()).decode()}"'
        before = unescape(value)
        after = before if name in _NO_TEXT else gate([before])[0]
        return found[0] if before == after else f'{name}="{escape(after)}"'

    if part.startswith("<!--"):
        return ""
    if payload := _PAYLOAD.fullmatch(part):
        if "application/json" not in payload[1]:
            return part
        value = json.loads(payload[2])
        before = list(_texts(value))  # of these the short ones may name a state, and stay
        texts = (new if count_words(old) >= RUN else old for old, new in zip(before, gate(before), strict=True))
        return f"{payload[1]}{markup.json_text(_replaced(value, texts))}{payload[3]}"
    return part if part.startswith("<style") else _ATTRIBUTE.sub(attribute, part)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value, in the order in which it is written."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _replaced(value: Any, texts: Iterator[str]) -> Any:
    """The value with other texts in the place of its own."""
    if isinstance(value, str):
        return next(texts)
    if isinstance(value, list):
        return [_replaced(each, texts) for each in value]
    return {name: _replaced(each, texts) for name, each in value.items()} if isinstance(value, dict) else value
