"""Questions whose answers are checked by evidence: no stored key, only rules that read the words a pupil points to.

An answer names words and the text they stand in. The rules of an exercise, which are data (exercises.toml), look at
those words where they stand: are they there, are they in a second text, is somebody named beside them, do the two
numbers count one thing? So many answers hold, and the same rules judge articles that a class brings. What a rule does
here, its twin in exercises.js does in the page; shared cases hold the two together.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from witness import pointers
from witness.answers import Field, Sheet
from witness.articles import Corpus
from witness.errors import ExerciseError
from witness.pointers import Text

STATES = ("holds", "not yet", "cannot judge")

LANGUAGES = ("en", "de")

# What an exercise looks at of a large folder: so many texts, and of each so many characters.
MOST_TEXTS, MOST_CHARACTERS = 12, 60_000


class Rule(NamedTuple):
    """One rule: the fields that call for it, its test and arguments, its message, what it says, and its link."""

    when: tuple[tuple[str, str], ...]
    test: str
    arguments: tuple[str, ...]
    message: str
    state: str
    link: str


@dataclass(frozen=True)
class Exercise:
    """One exercise as data: what is filled in, and which rules an answer must keep; its words are in the catalogue."""

    id: str
    check: str
    standards: tuple[str, ...]
    minutes: int
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...]
    notes: tuple[Rule, ...]


class Verdict(NamedTuple):
    """What the check says: one of STATES, the name of the message, the message, and the counts it may tell."""

    state: str
    message: str
    text: str
    counts: dict[str, int]


def check(exercise: str, answer: Mapping[str, str], corpus: Corpus, language: str = "en") -> Verdict:
    """What the rules of an exercise say of an answer, which gives words to the names of its fields.

    >>> from witness.corpus import from_texts
    >>> left = "One. The old harbour will be closed to all ships for three years, said Eva Orr."
    >>> right = "Two. The old harbour will be closed to all ships for ten years. Nobody waved at the ships."
    >>> corpus = from_texts({"1": left, "2": right})
    >>> answer = {"left": "said Eva Orr", "left.in": "1", "right": "2", "credited": "no"}
    >>> check("E3", answer, corpus)[:3]
    ('not yet', 'one', 'I find these words in one text. An echo needs two.')

    The text a pointer's words stand in is given under its name with `.in`. Raises ExerciseError for an exercise, a
    field or a language that is not known. Looks at the first 12 texts, and the first 60,000 characters of each.
    """
    known = {each.id: each for each in exercises()}
    if exercise not in known:
        raise ExerciseError(f"{exercise!r} is no exercise; choose one of {', '.join(known)}")
    asked = known[exercise]
    names = {name for field in asked.fields for name in field.names(corpus.keys)}
    for name in answer:
        if name not in names:
            raise ExerciseError(f"{exercise}: there is no field {name!r}; its fields are {', '.join(sorted(names))}")
    state, message, counts = _verdict(asked, Sheet(asked.fields, answer, texts(corpus)))
    said = strings(language)[exercise]["says"][message]
    return Verdict(state, message, re.sub(r"\{(\w+)\}", lambda found: str(counts[found[1]]), said), counts)


@cache
def exercises() -> tuple[Exercise, ...]:
    """The exercises, in their order.

    >>> [each.id for each in exercises()][:2], sum(each.minutes for each in exercises()) > 60
    (['E1', 'E2'], True)
    """
    return tuple(
        Exercise(
            each["id"], each["check"], tuple(each["standards"]), each["minutes"],
            tuple(_field(line) for line in each["fields"]),
            tuple(rule for line in each["rules"] for rule in _rules(line)),
            tuple(rule for line in each.get("notes", []) for rule in _rules(line)),
        )
        for each in pointers.data()["exercise"]
    )  # fmt: skip


@cache
def strings(language: str) -> dict[str, Any]:
    """Every string of the exercises and of the teacher's kit in one language.

    >>> strings("de")["states"]["holds"]
    'hält'
    """
    if language not in LANGUAGES:
        raise ExerciseError(f"{language!r} is no language of the catalogue; choose one of {', '.join(LANGUAGES)}")
    return tomllib.loads(files("witness").joinpath(f"strings/{language}.toml").read_text(encoding="utf-8"))


def texts(corpus: Corpus) -> tuple[Text, ...]:
    """The texts of a corpus as the checks read them.

    >>> from witness.corpus import from_texts
    >>> texts(from_texts({"1": "It rained."}))[0].folded
    ('it', 'rained')
    """
    shown = corpus.articles[:MOST_TEXTS]
    return tuple(pointers.text(each.key, each.outlet, each.raw[:MOST_CHARACTERS]) for each in shown)


def _field(line: str) -> Field:
    name, _, rest = line.partition(": ")
    kind, *more = rest.split()
    return Field(name, kind, tuple(more))


def _rules(line: str) -> Iterator[Rule]:
    """The rule that a line writes; where it speaks of {n}, one for each link."""
    for link in "123" if "{n}" in line else ("",):
        head, message = line.replace("{n}", link).split(" -> ")
        condition, _, said = head.rpartition(": ")
        pairs = [each.partition("=") for each in condition.removeprefix("when ").split()]
        test, *arguments = said.split()
        state = "cannot judge" if message.startswith("?") else "not yet"
        when = tuple((name, value) for name, _, value in pairs)
        yield Rule(when, test, tuple(arguments), message.lstrip("?"), state, link)


def _verdict(exercise: Exercise, sheet: Sheet) -> tuple[str, str, dict[str, int]]:
    """The first rule that fails decides; without one the answer holds."""

    def called(rule: Rule) -> bool:
        return all(sheet.value(name) == value if value else sheet.value(name) for name, value in rule.when)

    asked = [rule for rule in exercise.rules if called(rule)]
    failed = next((rule for rule in asked if not sheet.keeps(rule.test, rule.arguments)), None)
    links = {rule.link for rule in asked if rule.link}
    bad = {rule.link for rule in asked if rule.link and not sheet.keeps(rule.test, rule.arguments)}
    pointed = next((field.name for field in exercise.fields if field.kind == "pointer"), "")
    counts = {"of": len(links), "count": len(links - bad), "words": len(sheet.words(pointed))}
    if failed:
        return failed.state, failed.message, counts
    noted = [rule.message for rule in exercise.notes if sheet.keeps(rule.test, rule.arguments)]
    return "holds", noted[0] if noted else "held", counts
