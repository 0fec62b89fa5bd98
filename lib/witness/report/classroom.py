"""The classroom kit: what a teacher carries into class on a stick, in each language of the catalogue.

For pupils a file with the exercises, which asks nothing of any host and holds no answer; a sheet and cards to print.
For teachers plans, a rubric, standards, a self-test, questions for a learning platform, and a key that is made from the
analysis while the kit is made. The words of articles are never translated.
"""

import csv
import io
import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

import witness
from witness import charts, markup, views
from witness.articles import Corpus
from witness.corpus import from_texts, read
from witness.dependence import edges, groups
from witness.exercises import LANGUAGES, MOST_CHARACTERS, check, exercises, strings, texts
from witness.report.key import key, quiz
from witness.report.outputs import replacing
from witness.report.pages import render
from witness.report.site import policy, script, style
from witness.spans import count_words
from witness.views.exercises import fresh
from witness.views.handouts import excerpt

_HERE = Path(__file__).parent

# The cards that the short plan hands out.
MOST_CARDS = 4

# Two texts on which the self-test tries the checks, and answers to them.
_TEXTS = {
    "post": "Quay shut\n\nThe old quay will be closed to all ships for three years, Ida Berg said in May 2019.\n",
    "radio": "On air\n\nWe hear that the old quay will be closed to all ships for four years. Nobody waved in June.\n",
}
_RUN = {"left": "the old quay will be closed to all ships for", "left.in": "post", "right": "radio"}
_COUNTS = {"left": "three years", "left.in": "post", "right": "four years", "right.in": "radio", "label": "cannot"}
_ANSWERS: list[tuple[str, dict[str, str]]] = [
    ("E3", {**_RUN, "credited": "yes", "credit": "Ida Berg said", "credit.in": "post"}),
    ("E3", {**_RUN, "credited": "no"}),
    ("E3", {**_RUN, "left": "old quay will be", "credited": "no"}),
    ("E7", {**_COUNTS, "lookup": "the notice of the town"}),
    ("E7", {**_COUNTS, "right": "all ships", "lookup": "the notice"}),
    ("E10", {"frame": "race", "proof": "Quay shut", "proof.in": "post"}),
    ("E12", {"group.post": "1", "group.radio": "2", "brief": "Nobody knows."}),
]


def build(folder: Path, out: Path) -> list[str]:
    """Write the kit on the articles of `folder` into `out`, a folder for each language; the names of its files.

    Raises CorpusError or OutputError, and then leaves `out` as it was.
    """
    corpus = read(folder)
    views.view.View.renumber()
    with replacing(out, LANGUAGES, folder) as place:
        made = {f"{language}/{name}": text for language in LANGUAGES for name, text in kit(corpus, language).items()}
        for name, text in made.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, encoding="utf-8", newline="")
    return list(made)


def kit(corpus: Corpus, language: str) -> dict[str, str]:
    """Every file of the kit in one language, by name; those in `teacher/` are for teachers alone.

    >>> from witness import load
    >>> sorted(kit(load("seeds"), "de"))[:3]
    ['README.txt', 'privacy.html', 'student/cards.html']
    """
    said = strings(language)
    words, ui = said["kit"], said["ui"]
    event = corpus.event or words["no_event"]
    held = {"said": said, "kit": words, "ui": ui, "about": words["about"].format(event=event), "exercises": exercises()}
    view = fresh(corpus, language)
    view.number = 1  # the only one of its page, whatever was made before
    items = {each["id"]: each for each in view.items}
    codes = _codes(words)

    def page(name: str, title: str, **values: Any) -> str:
        return _page(corpus, (language, name, title), **held, **values)

    note = {"template": "note.html.j2", "title_of_note": words["privacy"], "lines": words["privacy_note"]["lines"]}
    cards = views.cards(corpus, language).body
    return {
        "README.txt": "\n".join(words["readme"]["lines"]).replace("`", "") + "\n",
        "privacy.html": page("privacy", words["privacy"], more="", **note),
        "student/exercises.html": page(
            "student", words["student"], view=view.html(), cards=cards, texts=_whole(corpus),
            glossary=views.glossary(language).body, the_script=script((views.Exercises,), "enliven(views);\n"),
        ),
        "student/cards.html": page(
            "cards", words["cards"], template="note.html.j2", title_of_note=words["cards"], lines=[ui["cards_note"]],
            more=Markup("<h2>{}</h2>{}").format(views.cards(corpus, language), cards),
        ),
        "student/sheet.html": page(
            "sheet", words["sheet"], items=items, note=words["sheet_note"], keys=[each[1] for each in view.texts]
        ),
        "teacher/guide.html": page("guide", words["guide"], teach=words["teach"], reading=_reading(corpus, words)),
        "teacher/rubric.html": page("rubric", words["rubric"]),
        "teacher/key.html": page("key", words["key"], key=key(corpus, language)),
        "teacher/standards.html": page("standards", words["standards"], rows=codes),
        "teacher/standards.csv": _csv(words["standards_map"]["columns"], codes),
        "teacher/quiz.gift": quiz(corpus, language),
        "teacher/self-test.html": page(
            "self-test", words["selftest"],
            version=words["tests"]["version"].format(version=witness.__version__, digest=corpus.digest[:12]),
            given=markup.json_text(_given(language)),
            the_script=script((views.Exercises,), (_HERE / "self-test.js").read_text(encoding="utf-8")),
        ),
    }  # fmt: skip


def short_cards(corpus: Corpus) -> list[str]:
    """The articles whose cards the short plan hands out: none that copies another, at most four.

    >>> from witness import load
    >>> short_cards(load("seeds"))
    ['000', '001', '002', '004']
    """
    return [group[0] for group in groups(corpus, edges(corpus), ("copy",))][:MOST_CARDS]


def _page(corpus: Corpus, what: tuple[str, str, str], the_script: str = "", template: str = "", **values: Any) -> str:
    language, name, title = what
    words = values["kit"]
    body = render(f"classroom/{template or f'{name}.html.j2'}", **values, title=title)
    the_style = style() + (_HERE / "classroom.css").read_text(encoding="utf-8")
    teacher = name in ("guide", "rubric", "key", "standards", "self-test")
    made = words["made"].format(
        version=witness.__version__, articles=len(corpus), words=sum(each.words for each in corpus),
        digest=corpus.digest[:12],
    )  # fmt: skip
    return render(
        "classroom/page.html.j2", lang=language, name=name, title=f"{title} – Witness", kit=words, teacher=teacher,
        policy=policy(the_script, the_style), body=Markup(body), made=made,  # noqa: S704 - bodies escape what they hold
        style=Markup(the_style), script=Markup(the_script),  # noqa: S704 - files of this package
    )  # fmt: skip


def _whole(corpus: Corpus) -> list[tuple[Markup, list[str]]]:
    """The label and the lines of each text that the exercises use."""
    return [
        (
            markup.label(each.name, *charts.accent(at)),
            [line for line in re.split(r"[\r\n]+", each.raw[:MOST_CHARACTERS]) if line.strip()],
        )
        for at, each in enumerate(corpus.articles[: len(texts(corpus))])
    ]


def _reading(corpus: Corpus, words: dict[str, Any]) -> str:
    keys = short_cards(corpus)
    count = sum(count_words(corpus.text(span)) for each in keys for span in excerpt(corpus, corpus[each]))
    return f"{words['teach']['reading'].format(count=len(keys), words=count)} ({', '.join(keys)})"


def _codes(words: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """Each standard, what it asks in our words, and the exercises that serve it."""
    return [
        (code, asked, [each.id for each in exercises() if code in each.standards])
        for code, asked in words["codes"].items()
    ]


def _csv(columns: list[str], codes: list[tuple[str, str, list[str]]]) -> str:
    made = io.StringIO()
    rows = [[code, asked, " ".join(names)] for code, asked, names in codes]
    csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([columns, *rows])
    return made.getvalue()


def _given(language: str) -> dict[str, Any]:
    """What the self-test needs: texts, answers, and the verdicts that Python gives now."""
    corpus = from_texts(_TEXTS)
    view = fresh(corpus, language)
    view.number = 1  # the only one of its page, whatever was made before
    tests = strings(language)["kit"]["tests"]
    return {
        "good": tests["good"], "bad": tests["bad"], "lexicon": view.lexicon,
        "items": [{name: each[name] for name in ("id", "fields", "rules", "notes")} for each in view.items],
        "texts": [[text_key, outlet, raw] for text_key, _, _, _, outlet, raw in view.texts],
        "cases": [[name, answer, *check(name, answer, corpus)[:2]] for name, answer in _ANSWERS],
    }  # fmt: skip
