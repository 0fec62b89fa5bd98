"""The articles as citations that reference managers read: CSL-JSON, version 1.0.

A citation holds what the texts state or a curated file says, and nothing that is guessed: no type beyond the evident,
no name taken apart, no day that nobody gives.
"""

from datetime import date
from typing import Any

from witness.articles import Article, Corpus


def citations(corpus: Corpus) -> list[dict[str, Any]]:
    """The articles of a corpus as CSL-JSON, in the order of their keys."""
    return [citation(each) for each in corpus]


def citation(article: Article) -> dict[str, Any]:
    """An article as an item of CSL-JSON, from what is stated or curated; what nobody knows is left out.

    >>> from witness import load
    >>> citation(load("seeds")["004"])["container-title"], citation(load("seeds")["004"])["author"]
    ('CNET', [{'literal': 'Amanda Kooser'}])

    The type is `webpage` where an address is known, else `document`; an author's name is not taken apart.
    """
    known = {
        "title": article.headline,
        "author": article.author and [{"literal": article.author}],
        "container-title": article.outlet,
        "issued": _parts(article.published),
        "accessed": _parts(article.retrieved),
        "URL": article.url,
    }
    kind = "webpage" if article.url else "document"
    return {"id": article.key, "type": kind, **{name: value for name, value in known.items() if value}}


def _parts(day: str) -> dict[str, list[list[int]]] | None:
    when = date.fromisoformat(day) if day else None
    return {"date-parts": [[when.year, when.month, when.day]]} if when else None
