"""The exercises: one at a time, a guess before each, answers checked by the words they point to.

The page judges an answer itself, by the rules that Python has too. Without a script, and on paper, every exercise
stands with its question, its hints folded open, and lines to write on. No answer lies in it: what holds is computed
from the texts when somebody answers.
"""

import re
from typing import Any, ClassVar

import ipywidgets
from markupsafe import Markup
from traitlets import Dict, List, TraitError, Unicode, link, validate

from witness import charts
from witness.articles import Corpus
from witness.exercises import MOST_CHARACTERS, MOST_TEXTS, Exercise, Verdict, check, strings
from witness.exercises import exercises as listed
from witness.pointers import lexicon
from witness.views.view import View

# What is said of an exercise, in the order in which it is read.
_SAID = ("objective", "question", "predict")


class Exercises(View):
    """Twelve questions, one of which is open, and the answers so far.

    >>> from witness import load
    >>> view = exercises(load("seeds"))
    >>> print(view.sentence)
    0 of 12 exercises hold; open: E1, Who is speaking?
    >>> view.answers = [["E1", "text", "001"]]
    >>> view.check("E1").text
    'Choose a text and answer all four lines.'

    `exercise` is the open one; `answers` all that was written, as [exercise, field, words], in the order of writing.
    """

    name: ClassVar[str] = "exercises"
    state: ClassVar[tuple[str, ...]] = ("exercise", "answers")

    exercise = Unicode("E1", help="the exercise that is open").tag(sync=True, page=True)
    answers: List[Any] = List(help="[exercise, field, words] of all that was written").tag(sync=True, page=True)
    digest = Unicode(help="the beginning of the corpus' digest, under which a browser keeps answers").tag(
        sync=True, page=True
    )
    texts: List[Any] = List(help="[key, name, mark, palette, outlet, text] of each text").tag(sync=True, page=True)
    items: List[Any] = List(help="each exercise: its fields and rules, and its words").tag(sync=True, page=True)
    lexicon: "Dict[Any, Any]" = Dict(help="the words by which checks read").tag(sync=True, page=True)
    ui: "Dict[Any, Any]" = Dict(help="the words of buttons and messages").tag(sync=True, page=True)

    def __init__(self, corpus: Corpus, **traits: Any) -> None:
        super().__init__(**traits)
        self.corpus = corpus

    @validate("exercise")
    def _known(self, proposal: dict[str, str]) -> str:
        known = [each["id"] for each in self.items]
        if known and proposal["value"] not in known:
            raise TraitError(f"exercise = {proposal['value']!r} is none of these; choose one of {', '.join(known)}")
        return proposal["value"]

    @property
    def sentence(self) -> str:
        """How many exercises hold, and which is open."""
        open_now = next(each for each in self.items if each["id"] == self.exercise)
        holds = sum(self.check(each["id"]).state == "holds" for each in self.items)
        return str(self.ui["sentence"]).format(
            holds=holds, of=len(self.items), id=open_now["id"], title=open_now["title"]
        )

    def check(self, exercise: str) -> Verdict:
        """What the rules say of the answers to an exercise."""
        asked = next(each for each in listed() if each.id == exercise)
        names = {name for field in asked.fields for name in field.names(self.corpus.keys)}
        answer = {field: words for of, field, words in self.answers if of == exercise and field in names}
        return check(exercise, answer, self.corpus, self.ui["lang"])

    def menu(self) -> ipywidgets.Dropdown:
        """A stock menu that opens an exercise, linked both ways."""
        menu = ipywidgets.Dropdown(options=[each["id"] for each in self.items], description=self.ui["menu"])
        link((menu, "value"), (self, "exercise"))
        return menu

    def paper(self) -> Markup:
        """Every exercise with lines to write on."""
        note = Markup("<p>{}</p>").format(self.ui["left_out"].format(count=len(self.texts)))
        return Markup("\n").join(
            [note] * (len(self.corpus) > len(self.texts)) + [_sheet(each, self.ui) for each in self.items]
        )


def exercises(corpus: Corpus, language: str = "en") -> Exercises:
    """The exercises on a corpus, in one of the languages of the catalogue.

    Asked again, in the same session and for the same articles, it gives the same view, so that a cell which is run
    twice loses no answer.
    """
    asked = (corpus.digest, *(each.name for each in corpus), language)
    if asked not in _made:
        _made[asked] = fresh(corpus, language)
    return _made[asked]


_made: dict[tuple[str, ...], Exercises] = {}


def fresh(corpus: Corpus, language: str) -> Exercises:
    """The exercises as nobody has touched them, whatever was done in this session.

    >>> from witness.corpus import from_texts
    >>> fresh(from_texts({"1": "Nobody waved."}), "de").exercise
    'E1'
    """
    said = strings(language)
    shown = corpus.articles[:MOST_TEXTS]
    return Exercises(
        corpus,
        digest=corpus.digest[:12],
        texts=[
            [each.key, each.name, *charts.accent(at), each.outlet, each.raw[:MOST_CHARACTERS]]
            for at, each in enumerate(shown)
        ],
        items=_linked([_item(each, said[each.id]) for each in listed()], said["glossary"]),
        lexicon=lexicon(),
        ui={**said["ui"], "states": said["states"], "marks": said["marks"]},
    )


def _item(exercise: Exercise, said: dict[str, Any]) -> dict[str, Any]:
    """An exercise for pupils: without its minutes, which are the teacher's."""
    return {
        "id": exercise.id, "standards": list(exercise.standards), "fields": [list(each) for each in exercise.fields],
        "rules": [list(each) for each in exercise.rules], "notes": [list(each) for each in exercise.notes], **said,
    }  # fmt: skip


def _linked(items: list[dict[str, Any]], glossary: dict[str, list[str]]) -> list[dict[str, Any]]:
    """The exercises with the first use of each term marked, as ⟦term|words⟧, for a link to the glossary."""
    left = dict(glossary)

    def linked(text: str) -> str:
        for term, (forms, _) in list(left.items()):
            pattern = rf"(?<![\w⟦|])(?:{'|'.join(map(re.escape, forms.split('|')))})(?![\w⟧])"
            found = re.search(pattern, re.sub(r"⟦[^⟧]*⟧", lambda done: "⟦" * len(done[0]), text), re.IGNORECASE)
            if found:
                text = f"{text[: found.start()]}⟦{term}|{text[slice(*found.span())]}⟧{text[found.end() :]}"
                del left[term]
        return text

    return [
        {**item, **{name: linked(item[name]) for name in _SAID}, "hints": [linked(hint) for hint in item["hints"]]}
        for item in items
    ]


def termed(text: str) -> Markup:
    """Text whose marked terms are links to the glossary.

    >>> print(termed("An ⟦echo|echo⟧ & more"))
    An <a href="#term-echo">echo</a> &amp; more
    """
    parts = re.split(r"⟦([^|⟧]+)\|([^⟧]+)⟧", text)
    made = [
        Markup('<a href="#term-{}">{}</a>').format(parts[at], parts[at + 1])
        if at % 3 == 1
        else Markup("{}").format(part)
        for at, part in enumerate(parts)
        if at % 3 != 2
    ]
    return Markup("").join(made)


def _sheet(item: dict[str, Any], ui: dict[str, Any]) -> Markup:
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td class="lines">{}</td></tr>').format(
            item["labels"][name],
            " / ".join(item["labels"][f"{name}.{each}"] for each in more) if kind == "choice" else "",
        )
        for name, kind, more in item["fields"]
    )
    hints = Markup("").join(Markup("<li>{}</li>").format(termed(hint)) for hint in item["hints"])
    return Markup(
        '<div class="task"><h3>{} · {}</h3><p>{}</p><p class="question">{}</p><p>{}</p>'
        '<table class="evidence"><tbody>{}</tbody></table><p class="note">{} {}</p><ol>{}</ol></div>'
    ).format(
        item["id"], item["title"], termed(item["objective"]), termed(item["question"]), termed(item["predict"]), rows,
        ui["starters"], " / ".join(item["starters"]), hints,
    )  # fmt: skip
