"""Foreign text made safe to show, and the one way in which anything points at words.

Articles, file names and metadata may hold anything. What passes through here is text in a page and nothing else:
markup is escaped, direction marks are shut in and made visible, JSON cannot end the element it stands in.
Tables and views speak of addresses; only a report knows the pages on which they lie.
"""

import json
import re
from urllib.parse import quote

from markupsafe import Markup, escape

from witness.spans import Span, words

# Characters that change how their neighbours are shown, or hide: embeddings, overrides, isolates, zero widths, tags.
# The joiners U+200C and U+200D and the marks U+200E and U+200F belong to honest text in many scripts and are kept.
_UNSEEN = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")

_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def text(foreign: str) -> Markup:
    r"""Foreign text as HTML that shows each of its characters and does nothing else.

    >>> print(text("<b>&"))
    &lt;b&gt;&amp;

    Characters that would reorder or hide their neighbours carry their number, and reach no further:

    >>> print(text("a\u202eb"))
    a<span class="unseen" data-point="U+202E">‮</span>b

    The characters of the result's text are those of `foreign`, one for one, so offsets count the same.
    """
    safe = str(escape(foreign)).replace("\r", "&#13;")
    return Markup(_UNSEEN.sub(lambda found: _unseen(found[0]), safe))  # noqa: S704 - escaped on the line above


def _unseen(character: str) -> str:
    return f'<span class="unseen" data-point="U+{ord(character):04X}">{character}</span>'


def json_text(value: object) -> Markup:
    """JSON that may stand inside a script element of type application/json.

    >>> print(json_text({"words": "</script>"}))
    {"words":"\\u003c/script\\u003e"}
    """
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup("".join(_IN_SCRIPT.get(each, each) for each in plain))  # noqa: S704 - each bracket is escaped


def address(span: Span, beginning: str, label: str | Markup) -> Markup:
    """A pointer to the words at a span, which a report turns into a link to the page that holds them.

    >>> print(address(Span("001", 0, 16), first_words("The moon is near"), "001"))
    <a class="address" data-address="001:0-16" data-words="The-moon-is-near">001</a>

    `beginning` is what the link carries to recognise its place again.
    """
    return Markup('<a class="address" data-address="{}" data-words="{}">{}</a>').format(str(span), beginning, label)


def quoted(name: str) -> str:
    """A key as part of a fragment; the same characters stay as in a browser's encodeURIComponent.

    >>> quoted("day 2/3")
    'day%202%2F3'
    """
    return quote(name, safe="-_.!~*'()")


def label(name: str, mark: str, palette: int) -> Markup:
    """An article's name with its mark, in its colour.

    >>> print(label("Gazette 002", "■", 2))
    <span class="article" data-palette="2">■ <bdi>Gazette 002</bdi></span>
    """
    return Markup('<span class="article" data-palette="{}">{} <bdi>{}</bdi></span>').format(palette, mark, text(name))


def first_words(passage: str) -> str:
    """The words by which a link recognises its place again: at most four, from the first 80 characters.

    >>> first_words("“We choose to go to the moon,” he said.")
    'We-choose-to-go'
    """
    beginning = passage[:80]
    return "-".join(beginning[start:end] for start, end in words(beginning)[:4])


def opening(passage: str, most: int = 90) -> str:
    """A passage, or its beginning up to the end of a word with an ellipsis; at most `most` characters.

    >>> opening("The ships left at dawn.", 16)
    'The ships left …'
    """
    if len(passage) <= most:
        return passage
    cut = passage[: most - 1]
    return (cut.rpartition(" ")[0] or cut[:-1]).rstrip() + " …"
