"""The ladder of one utterance: every article's version of it, word by word, and by which steps it came.

A reader chooses an utterance that several articles have. Each rung is one version: what it changes against the version
held nearest the origin and what kind of change that is, whom the article credits, and through whom the words came.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import Int, List, TraitError, Unicode, validate

from witness import charts, excerpts, markup
from witness.articles import Corpus
from witness.spans import Span
from witness.versions import Version, versions
from witness.views.view import View, table

# Versions that are shown, of the utterances that most articles have; the table of versions has all.
MOST_VERSIONS = 160

# Where a version is one of these, the article gives the words as they are.
_FAITHFUL = ("same", "punctuation")


class Ladder(View):
    """The utterances that several articles have, and the one that is chosen.

    >>> from witness.corpus import from_texts
    >>> said = 'The mayor said: "We will pay for the peaceful use of {} space in all the years to come."'
    >>> print(ladder(from_texts({"1": said.format("outer"), "2": said.format("our")})).sentence)
    “We will pay for the peaceful use of outer space in all …” in 2 articles, with 1 changed word in 2 (slip).

    `utterance` is the number that the tables of quotations and versions give it.
    """

    name: ClassVar[str] = "ladder"
    state: ClassVar[tuple[str, ...]] = ("utterance",)

    utterance = Int(0, help="the number of the chosen utterance; 0 where there is none").tag(sync=True, page=True)
    articles: List[Any] = List(help="[key, name, mark, palette] of each article").tag(sync=True, page=True)
    utterances: List[Any] = List(
        help="[number, first words, versions]: a version is [article, start, end, opening words, speaker, where it says"
        " so (start, end, opening words), chain, kind of change, why, changed words, pieces, rule]; a piece is [what,"
        " text], and what is same, new or gone"
    ).tag(sync=True, page=True)

    left_out = Unicode(help="what is not shown, in words").tag(sync=True, page=True)

    @validate("utterance")
    def _known_utterance(self, proposal: dict[str, Any]) -> int:
        numbers = [number for number, *_ in self.utterances] or [0]
        if proposal["value"] not in numbers:
            known = ", ".join(str(number) for number in numbers)
            raise TraitError(f"utterance = {proposal['value']!r} is not in this ladder; choose one of {known}")
        return int(proposal["value"])

    @property
    def choices(self) -> list[tuple[str, int]]:
        """The utterances for a menu: their first words, and their numbers."""
        return [(words, number) for number, words, _rungs in self.utterances] or [("none", 0)]

    @property
    def sentence(self) -> str:
        """Which utterance is chosen, how many articles have it, and what they change."""
        if not self.utterances:
            return "No two articles quote the same words."
        _number, words, rungs = next(each for each in self.utterances if each[0] == self.utterance)
        count = len({rung[0] for rung in rungs})
        changed = [
            f"{rung[9]} changed {'word' if rung[9] == 1 else 'words'} in {rung[0]} ({rung[7]})" if rung[9]
            else f"{rung[7]} in {rung[0]}"
            for rung in rungs
            if rung[7] not in _FAITHFUL
        ]  # fmt: skip
        return f"“{words}” in {count} articles, {'with ' + ', '.join(changed) if changed else 'all in the same words'}."

    def paper(self) -> Markup:
        """Every utterance with all its versions."""
        if not self.utterances:
            return Markup("<p>{}</p>").format(self.sentence)
        labels = {key: markup.label(name, mark, palette) for key, name, mark, palette in self.articles}
        columns = ("article", "whom it credits", "the words came by", "change", "its words")
        left_out = Markup("<p>{}</p>").format(self.left_out) if self.left_out else ""
        return left_out + Markup("\n").join(
            table(columns, [_row(rung, labels) for rung in rungs], Markup("<bdi>“{}”</bdi>").format(markup.text(words)))
            for _number, words, rungs in self.utterances
        )


def ladder(corpus: Corpus) -> Ladder:
    """The ladder of a corpus, opened at the utterance that most articles have."""
    groups: dict[int, list[Version]] = {}
    for each in versions(corpus):
        groups.setdefault(each.utterance, []).append(each)
    weights = {
        number: (-len({each.quotation.span.article for each in held}), -max(each.words for each in held), number)
        for number, held in groups.items()
    }
    ordered = sorted(groups, key=lambda number: weights[number])
    room = list(accumulate(len(groups[number]) for number in ordered))
    chosen = ordered[: max(1, bisect_right(room, MOST_VERSIONS))]
    view = Ladder(
        articles=[[each.key, each.name, *charts.accent(place)] for place, each in enumerate(corpus)],
        utterances=[
            [number, markup.opening(_flat(excerpts.text(corpus, groups[number][0].quotation.inner)), 56), rungs]
            for number in chosen
            for rungs in [[_rung(corpus, each) for each in groups[number]]]
        ],
    )
    view.utterance = chosen[0] if chosen else 0
    if ordered[len(chosen) :]:
        view.left_out = f"{len(ordered) - len(chosen):,} more utterances are not shown; the table has them."
    return view


def _flat(text: str) -> str:
    return " ".join(text.split())


def _rung(corpus: Corpus, version: Version) -> list[Any]:
    it = version.quotation
    says = it.said_by or Span(it.span.article, 0, 0)
    return [
        *(
            it.span.article,
            it.span.start,
            it.span.end,
            markup.first_words(excerpts.beginning(corpus, it.span)),
            it.speaker,
        ),
        [says.start, says.end, markup.first_words(excerpts.beginning(corpus, says))],
        *(list(it.chain), version.kind, version.why, sum(each.words for each in version.changes)),
        _pieces(corpus, version),
        it.rule,
    ]


def _pieces(corpus: Corpus, version: Version) -> list[list[str]]:
    """The words of a version with what is new in them, and what the other version had instead."""
    inner = version.quotation.inner
    if not all(shown for _, shown in excerpts.pieces(corpus, inner)):  # among gaps, marks of change say nothing
        return [["same", excerpts.text(corpus, inner)]]
    pieces, at = [], inner.start
    for each in version.changes:
        pieces += [
            ["same", excerpts.text(corpus, Span(inner.article, at, each.right.start))],
            ["gone", excerpts.text(corpus, each.left)],
        ]
        pieces.append(["new", excerpts.text(corpus, each.right)])
        at = each.right.end
    pieces.append(["same", excerpts.text(corpus, Span(inner.article, at, inner.end))])
    return [[what, text] for what, text in pieces if text]


def _row(rung: list[Any], labels: dict[str, Markup]) -> list[Any]:
    (
        article,
        start,
        end,
        first,
        speaker,
        (says_start, says_end, says_first),
        chain,
        kind,
        why,
        _changed,
        pieces,
        _rule,
    ) = rung
    tags = {"same": Markup("{}"), "gone": Markup("<del>{}</del> "), "new": Markup("<ins>{}</ins>")}
    words = Markup("").join(tags[what].format(markup.text(text)) for what, text in pieces)
    says = Span(article, says_start, says_end)
    named = Markup("<bdi>{}</bdi>").format(markup.text(speaker)) if speaker else "nobody"
    return [
        labels[article],
        markup.address(says, says_first, named) if says_end else named,
        Markup("<bdi>{}</bdi>").format(markup.text(" < ".join(chain))),
        Markup("{} <small>{}</small>").format(kind, why),
        markup.address(Span(article, start, end), first, Markup("<bdi>{}</bdi>").format(words)),
    ]
