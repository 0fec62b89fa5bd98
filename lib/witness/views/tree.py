"""The family tree: which articles lean on which, by what evidence, and how many independent witnesses that leaves.

Articles of one family stand below each other, whoever leans below what it leans on; the sources that several of them
cite stand above all. Each line opens its evidence. A reader may switch a rule off and see what the answer owes to it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import List, TraitError, Unicode, validate

from witness import charts, excerpts, markup
from witness.articles import Corpus
from witness.dependence import RULES, Edge, edges, groups
from witness.quotations import quotations
from witness.spans import Span
from witness.views.view import View, table

# What a page shows of a large folder.
MOST_EDGES, MOST_SOURCES, MOST_PLACES, MOST_LETTERS = 60, 8, 3, 160

# How many articles stand side by side.
_ABREAST = 8


class Tree(View):
    """The articles, the lines between them, and the families they make.

    >>> from witness import load
    >>> view = tree(load("seeds"))
    >>> print(view.sentence)
    5 articles, 3 independent witnesses: 000 with 003; 001 with 002; 004 alone.
    >>> view.off = "names the other"
    >>> print(view.sentence[-78:])
    Without the rule “names the other” 1 line would be another; still 3 witnesses.

    `edge` is the chosen line, as the two keys with a blank between, or empty; `off` the rule that is switched off.
    """

    name: ClassVar[str] = "tree"
    state: ClassVar[tuple[str, ...]] = ("edge", "off")

    edge = Unicode(help="the chosen line: two keys with a blank between").tag(sync=True, page=True)
    off = Unicode(help="the rule that is switched off").tag(sync=True, page=True)
    articles: List[Any] = List(help="[key, name, mark, palette, column, row] of each article").tag(sync=True, page=True)
    sources: List[Any] = List(help="[name, column, keys of the articles that cite it]").tag(sync=True, page=True)
    edges: List[Any] = List(
        help="[left, right, evidence]; evidence is [rule, sentence, places]; a place is [article, start, end, first"
        " words, text]"
    ).tag(sync=True, page=True)
    answers: List[Any] = List(
        help="[rule that is off, how each line stands, groups]; a line stands as [kind, leans, credited, share, told]"
    ).tag(sync=True, page=True)
    rules: List[Any] = List(help="[rule, what it looks at]").tag(sync=True, page=True)
    left_out = Unicode(help="what is not shown, in words").tag(sync=True, page=True)

    @validate("edge", "off")
    def _known(self, proposal: dict[str, Any]) -> str:
        field, value = proposal["trait"].name, str(proposal["value"])
        known = (
            [f"{left} {right}" for left, right, _ in self.edges]
            if field == "edge"
            else [rule for rule, _ in self.rules]
        )
        if value and value not in known:
            raise TraitError(f"{field} = {value!r} is not in this tree; choose one of {', '.join(known)}")
        return value

    def answer(self, off: str | None = None) -> list[Any]:
        """How the lines and groups stand with the rule that is off."""
        asked = self.off if off is None else off
        found: list[Any] = next(each for each in self.answers if each[0] == asked)
        return found

    @property
    def sentence(self) -> str:
        """How many witnesses there are, what the rule that is off changes, and what the chosen line says."""
        _, whole, families = self.answer("")
        told = "; ".join(f"{' with '.join(family)}{' alone' if len(family) == 1 else ''}" for family in families[:12])
        more = f"; and {len(families) - 12} more" if len(families) > 12 else ""
        line = (
            f"{len(self.articles)} article{'s' if len(self.articles) != 1 else ''}, {len(families)} independent"
            f" witness{'es' if len(families) != 1 else ''}: {told}{more}."
        )
        _, lines, others = self.answer()
        if self.off:
            changed = sum(here[:3] != there[:3] for here, there in zip(lines, whole, strict=True))
            still = "still" if others == families else "then"
            line += (
                f" Without the rule “{self.off}” {changed} line{'s' if changed != 1 else ''} would be another;"
                f" {still} {len(others)} witness{'es' if len(others) != 1 else ''}."
            )
        place = next((at for at, (left, right, _) in enumerate(self.edges) if f"{left} {right}" == self.edge), -1)
        return f"{line} {lines[place][4]}" if place >= 0 else line

    def paper(self) -> Markup:
        """Every line with its evidence, and what each rule decides."""
        labels = {key: markup.label(name, mark, palette) for key, name, mark, palette, *_ in self.articles}
        rows = [
            [Markup("{} {}").format(labels[left], labels[right]), kind, told, Markup("<br>").join(map(_told, evidence))]
            for (left, right, evidence), (kind, _leans, _credited, _share, told) in zip(
                self.edges, self.answer("")[1], strict=True
            )
        ]
        decided = []
        for rule, what in self.rules:
            self_off = self.answer(rule)
            changed = sum(here[:3] != there[:3] for here, there in zip(self_off[1], self.answer("")[1], strict=True))
            decided.append([rule, what, changed, len(self_off[2])])
        left_out = Markup("<p>{}</p>").format(self.left_out) if self.left_out else ""
        return (
            Markup("<p>{}</p>").format(markup.text(self.sentence)) + left_out
            + table(("articles", "kind", "what follows", "evidence"), rows, "Who leans on whom")
            + table(("without the rule", "it looks at", "lines changed", "witnesses"), decided, "What rules decide")
        )  # fmt: skip


def tree(corpus: Corpus) -> Tree:
    """The family tree of a corpus, all rules on."""
    whole = edges(corpus)
    shown = [each for each in whole if each.kind != "none"]
    shown.sort(
        key=lambda each: (
            ("copy", "relay", "shared source", "chance").index(each.kind),
            -each.share,
            each.left,
            each.right,
        )
    )
    kept = {(each.left, each.right) for each in shown[:MOST_EDGES]}
    families = groups(corpus, whole)
    places = _places(corpus, whole, families)
    view = Tree(
        articles=[[each.key, each.name, *charts.accent(at), *places[each.key]] for at, each in enumerate(corpus)],
        sources=_sources(corpus),
        edges=[[each.left, each.right, _evidence(corpus, each)] for each in whole if (each.left, each.right) in kept],
        answers=[_answer(corpus, rule, kept) for rule in ("", *RULES)],
        rules=[[rule, what] for rule, what in RULES.items()],
    )
    if len(shown) > MOST_EDGES:
        view.left_out = f"{len(shown) - MOST_EDGES:,} weaker lines are not shown; the table has them."
    return view


def _answer(corpus: Corpus, off: str, kept: set[tuple[str, str]]) -> list[Any]:
    found = edges(corpus, (off,) if off else ())
    lines = [
        [each.kind, each.leans, each.credited, each.share, each.sentence]
        for each in found if (each.left, each.right) in kept
    ]  # fmt: skip
    return [off, lines, groups(corpus, found)]


def _places(corpus: Corpus, found: Sequence[Edge], families: list[list[str]]) -> dict[str, tuple[int, int]]:
    """A column for each family, and in it a row for each step of leaning; columns that do not fit go below."""
    leans = {(each.leans, each.right if each.leans == each.left else each.left) for each in found if each.leans}
    places: dict[str, tuple[int, int]] = {}
    base = 0
    for start in range(0, len(families), _ABREAST):
        deepest = 0
        for column, family in enumerate(families[start : start + _ABREAST]):
            order = sorted(family, key=lambda key: (sum(of == key for of, on in leans if on in family), key))
            for row, key in enumerate(order):
                places[key] = (column, base + row)
            deepest = max(deepest, len(order))
        base += deepest
    return places


def _sources(corpus: Corpus) -> list[list[Any]]:
    """Whom more than one article gives words, those cited by most first, by the end of the chain."""
    citing: dict[str, set[str]] = defaultdict(set)
    words: Counter[str] = Counter()
    for article in corpus:
        for each in quotations(article):
            if each.speaker and each.speaker[:1].isupper():
                citing[each.speaker].add(article.key)
                words[each.speaker] += len(each.inner)
    chosen = [name for name in citing if len(citing[name]) > 1]
    chosen.sort(key=lambda name: (-len(citing[name]), -words[name], name))
    return [[name, at, sorted(citing[name])] for at, name in enumerate(chosen[:MOST_SOURCES])]


def _evidence(corpus: Corpus, edge: Edge) -> list[list[Any]]:
    return [
        [each.rule, each.sentence, [
            [span.article, span.start, span.end, markup.first_words(excerpts.beginning(corpus, span)),
             markup.opening(" ".join(excerpts.text(corpus, span).split()), MOST_LETTERS)]
            for span in each.spans[:MOST_PLACES]
        ]]
        for each in edge.evidence
    ]  # fmt: skip


def _told(evidence: list[Any]) -> Markup:
    rule, sentence, places = evidence
    opened = [
        markup.address(Span(article, start, end), first, Markup("<bdi>{}</bdi>").format(markup.text(text)))
        for article, start, end, first, text in places
    ]
    return Markup("<strong>{}</strong>: {} {}").format(rule, markup.text(sentence), Markup(" · ").join(opened))
