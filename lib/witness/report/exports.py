"""The evidence as W3C Web Annotations, which other programs read.

An annotation (Web Annotation Data Model, 2017) says of a place in a text what Witness found there. It names the place
twice: by its words with a little of what stands around them, and by its offsets in the stored file, in code points as
that standard counts them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pandas as pd

from witness import tables
from witness.articles import Corpus
from witness.report.citations import citations
from witness.report.pages import article_files
from witness.spans import Span
from witness.tables import Table

# What `witness tables` writes beside the tables.
FILES = ("annotations.jsonld", "citations.json")

# How much of what stands before and after its words a quotation in an annotation carries, in characters.
CONTEXT = 32

# Tables that are the texts themselves, or have no place in them.
_NO_FINDINGS = ("articles", "segments", "sentences", "witnesses")

# The columns by which a row names its places, those that list more of them, and those that say what stands there.
_PLACES = (("article", "start", "end"), ("left", "left_start", "left_end"), ("right", "right_start", "right_end"))
_LISTED = ("evidence", "words_found")
_SAID_ELSEWHERE = ("text", "left_text", "right_text")


def write(corpus: Corpus, folder: Path, made: Mapping[str, Table] | None = None) -> list[str]:
    """Write the annotations and the citations of a corpus into a folder, as FILES names them; the names of those.

    `made` are tables of the corpus that are at hand. Both files carry words of the articles: an edition of excerpts has
    neither.
    """
    if corpus.excerpts:
        return []
    for name, value in zip(FILES, (annotations(corpus, made), citations(corpus)), strict=True):
        written = json.dumps(value, ensure_ascii=False, indent=1)
        (folder / name).write_text(written + "\n", encoding="utf-8", newline="", errors="backslashreplace")
    return list(FILES)


def annotations(corpus: Corpus, made: Mapping[str, Table] | None = None) -> dict[str, Any]:
    """Every row of a table of evidence that names words, as an annotation of them: one collection, in table order.

    >>> from witness.corpus import from_texts
    >>> whole = annotations(from_texts({"1": "It opened on 3 May 2019."}))
    >>> [each["target"][0]["selector"][0]["exact"] for each in whole["first"]["items"]]
    ['3 May 2019']

    Bodies are the name of the table and the row's other columns. An identifier is made of what it names, so that the
    same evidence has the same one each time.
    """
    sources = {each.key: each.url or article_files(corpus)[each.key] for each in corpus}
    items = []
    for name in (each for each in tables.TABLES if each not in _NO_FINDINGS):
        rows = made[name] if made else tables.TABLES[name](corpus)
        for row in rows.to_dict("records"):
            spans = list(_spans(row))
            if not spans:
                continue
            told = "\n".join(
                f"{column}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
                for column, value in row.items()
                if column not in (*_LISTED, *_SAID_ELSEWHERE)
                and not str(column).endswith(("start", "end"))
                and _there(value)
            )
            items.append({
                "id": _identifier(corpus, name, *map(str, spans), told),
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": name},
                    {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": told},
                ],
                "target": [target(corpus, span, sources[span.article]) for span in spans],
            })  # fmt: skip
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _identifier(corpus, "collection"),
        "type": "AnnotationCollection",
        "label": f"What Witness found in {corpus.sentence}",
        "total": len(items),
        "first": {"id": _identifier(corpus, "page"), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def target(corpus: Corpus, span: Span, source: str) -> dict[str, Any]:
    """The words at a span as an annotation points to them: by quotation and by position.

    >>> from witness.corpus import from_texts
    >>> selectors = target(from_texts({"1": "Ships left."}), Span("1", 6, 10), "1.txt")["selector"]
    >>> [selectors[0][part] for part in ("prefix", "exact", "suffix")], selectors[1]["start"]
    (['Ships ', 'left', '.'], 6)
    """
    raw = corpus[span.article].raw
    return {
        "source": source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(raw),
                "prefix": raw[max(0, span.start - CONTEXT) : span.start],
                "suffix": raw[span.end : span.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _spans(row: dict[Any, Any]) -> Iterator[Span]:
    """The places that a row names, each once."""
    found = [
        Span(row.get("source") or row[key], int(row[start]), int(row[end]))
        for key, start, end in _PLACES
        if start in row and _there(row[start])
    ]
    found += [Span.parse(address) for column in _LISTED for address in row.get(column, ())]
    yield from dict.fromkeys(found)


def _there(value: Any) -> bool:
    """Whether a cell holds anything."""
    return bool(value) if isinstance(value, str | list) else not pd.isna(value)


def _identifier(corpus: Corpus, *parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\n".join(["witness", corpus.digest, *parts])).urn
