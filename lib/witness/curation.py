"""What somebody wrote down about the articles of a folder, checked against their texts.

Beside the articles may lie `names.toml` (a name and its other forms), `topics.toml` (a topic and the words to search
for) and `claims.toml` (a question, what each article answers, and the very words that prove it). Nothing in them is
believed that the texts do not bear out: an answer whose words do not stand in its article stops the reading, by name.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from witness.articles import STATUSES, Answer, Claim, Name, Topic
from witness.errors import Fault
from witness.spans import Span, fold

# The fields that an entry may have, with what each holds; the first two must be there.
_NAME = {"name": "text", "kind": "text", "aliases": "list"}
_TOPIC = {"topic": "text", "terms": "list", "labels": "yes-no"}
_CLAIM = {"key": "text", "question": "text", "answer": "tables", "topic": "text", "exclusive": "yes-no",
          "status": "text", "note": "text"}  # fmt: skip
_ANSWER = {"article": "text", "answer": "text", "words": "text or list", "after": "text"}

_MEANT = {
    "text": "put it in quotation marks",
    "list": 'write it as ["one", "two"]',
    "text or list": 'put it in quotation marks, or write it as ["one", "two"]',
    "yes-no": "write true or false",
    "tables": "write each under [[claim.answer]]",
}


class _Entry(NamedTuple):
    """One entry of a curated file, and how its place is named in a message."""

    where: str
    fields: dict[str, Any]


def read(folder: Path, texts: dict[str, str], faults: list[Fault]) -> dict[str, Any]:
    """What the three curated files of a folder hold, by field of a corpus; what is wrong is added to `faults`.

    >>> faults = []
    >>> read(Path("seeds"), {}, faults)["names"][0].kind, faults[0].what
    ('agency', "article = '000' is not an article of this folder")

    `texts` are the articles by key. A file that is not there says nothing.
    """
    return {
        "names": _names(folder, faults),
        "topics": _topics(folder, faults),
        "claims": _claims(folder, texts, faults),
    }


def toml(path: Path, faults: list[Fault]) -> dict[str, Any]:
    """What a TOML file holds; nothing where there is none.

    >>> toml(Path("seeds/no-such-file.toml"), [])
    {}
    """
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        faults.append(Fault(path.name, f"cannot be read as TOML ({error})", "mend the file or remove it"))
        return {}


def entries(name: str, table: dict[str, Any], field: str, faults: list[Fault]) -> list[dict[str, Any]]:
    """The entries under one heading of a file.

    >>> entries("names.toml", {"name": [{"name": "Ana Ruiz"}]}, "name", [])
    [{'name': 'Ana Ruiz'}]
    """
    found = table.get(field, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        faults.append(Fault(name, f"{field} is not a list of tables", f"write each {field} under [[{field}]]"))
        return []
    return found


def _names(folder: Path, faults: list[Fault]) -> tuple[Name, ...]:
    found = []
    owners: dict[str, str] = {}
    for entry in _entries(folder / "names.toml", "name", _NAME, faults):
        each = Name(entry.fields["name"], entry.fields["kind"], tuple(entry.fields.get("aliases", ())))
        for form in (each.name, *each.aliases):
            owner = owners.setdefault(fold(form), each.name)
            if owner != each.name:
                faults.append(Fault(entry.where, f"{form!r} is also a form of {owner!r}", "keep it at one of the two"))
        found.append(each)
    return tuple(found)


def _topics(folder: Path, faults: list[Fault]) -> tuple[Topic, ...]:
    return tuple(
        Topic(entry.fields["topic"], tuple(entry.fields["terms"]), entry.fields.get("labels", False))
        for entry in _entries(folder / "topics.toml", "topic", _TOPIC, faults)
    )


def _claims(folder: Path, texts: dict[str, str], faults: list[Fault]) -> tuple[Claim, ...]:
    found = []
    for entry in _entries(folder / "claims.toml", "claim", _CLAIM, faults):
        fields = entry.fields
        answers: list[Answer] = []
        for each in _checked(f"{entry.where}, answer", fields.get("answer", []), _ANSWER, faults):
            place = f"{each.where} of {each.fields['article']}"
            if any(each.fields["article"] == other.article for other in answers):
                faults.append(Fault(place, "the article answers twice", "write both places as one list of words"))
            spans = _evidence(place, each.fields, texts, faults)
            answers.append(Answer(each.fields["article"], each.fields["answer"], spans))
        argued = fields.get("status", "")
        if argued and argued not in STATUSES:
            faults.append(Fault(entry.where, f"status = {argued!r} is unknown", f"use one of {', '.join(STATUSES)}"))
        if argued and not fields.get("note"):
            faults.append(Fault(entry.where, f"status = {argued!r} is argued by nothing", "add a note that says why"))
        if not answers:
            faults.append(Fault(entry.where, "no article answers", "add a [[claim.answer]], or remove the claim"))
        found.append(
            Claim(fields["key"], fields["question"], tuple(sorted(answers, key=lambda each: each.article)),
                  fields.get("topic", ""), fields.get("exclusive", False), argued, fields.get("note", ""))
        )  # fmt: skip
    return tuple(found)


def _evidence(where: str, answer: dict[str, Any], texts: dict[str, str], faults: list[Fault]) -> tuple[Span, ...]:
    """Where the words of an answer stand in its article."""
    key, spans = answer["article"], []
    if key not in texts:
        way_out = f"use one of {', '.join(texts)}" if texts else "remove the answer"
        faults.append(Fault(where, f"article = {key!r} is not an article of this folder", way_out))
        return ()
    listed = [answer["words"]] if isinstance(answer["words"], str) else answer["words"]
    for words in listed:
        before = answer.get("after", "") if len(listed) == 1 else ""
        times = texts[key].count(before + words)
        if not words.strip():
            faults.append(Fault(where, "words are empty", "copy the words that prove the answer"))
        elif not times:
            faults.append(
                Fault(where, f"{before + words!r} does not stand in {key}", "copy the words from the article")
            )
        elif times > 1:
            way_out = "copy more words, or give the characters right before them as after = "
            faults.append(Fault(where, f"{words!r} stands {times} times in {key}", way_out + "'...'"))
        else:
            at = texts[key].index(before + words) + len(before)
            spans.append(Span(key, at, at + len(words)))
    return tuple(spans)


def _entries(path: Path, field: str, known: dict[str, str], faults: list[Fault]) -> list[_Entry]:
    """The entries of a file whose fields are as they should be; the first field names an entry and is there once."""
    table = toml(path, faults)
    for other in table:
        if other != field:
            faults.append(Fault(path.name, f"the field {other!r} is unknown", f"use only [[{field}]]"))
    first = next(iter(known))
    kept = _checked(f"{path.name}, {field}", entries(path.name, table, field, faults), known, faults)
    seen: set[str] = set()
    for each in kept:
        if each.fields[first] in seen:
            faults.append(Fault(each.where, f"{first} = {each.fields[first]!r} stands twice", "keep one of the two"))
        seen.add(each.fields[first])
    return kept


def _checked(where: str, tables: Any, known: dict[str, str], faults: list[Fault]) -> list[_Entry]:
    first, second = list(known)[:2]
    needed = (first, second, *(("words",) if "words" in known else ()))
    kept = []
    for number, table in enumerate(tables if isinstance(tables, list) else [], 1):
        if not isinstance(table, dict):
            faults.append(Fault(where, f"entry {number} is not a table", "write field = value, a line each"))
            continue
        name = table.get(first)
        place = f"{where} {name!r}" if isinstance(name, str) else f"{where} {number}"
        wrong = [Fault(place, f"the field {each!r} is missing", "add it") for each in needed if each not in table]
        for field, value in table.items():
            if field not in known:
                wrong.append(Fault(place, f"the field {field!r} is unknown", f"use one of {', '.join(known)}"))
            elif not _is(known[field], value):
                wrong.append(Fault(place, f"{field} = {str(value)[:80]!r} cannot be", _MEANT[known[field]]))
        faults += wrong
        if not wrong:
            kept.append(_Entry(place, table))
    return kept


def _is(what: str, value: object) -> bool:
    if what == "yes-no":
        return isinstance(value, bool)
    listed = isinstance(value, list) and bool(value) and all(isinstance(each, str) and each.strip() for each in value)
    return {
        "text": isinstance(value, str) and bool(value.strip()),
        "list": listed or value == [],
        "text or list": listed or (isinstance(value, str) and bool(value)),
        "tables": isinstance(value, list),
    }[what]
