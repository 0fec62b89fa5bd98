"""The page ledger: every piece of a page, its kind and its rule; keep it or drop it and see what the article weighs.

How much of a page is the article is a judgement, and every share that follows rests on it. The ledger shows the
judgement piece by piece and lets the reader make another: a kind as a whole, or a single piece, with a way back.
"""

from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import List, TraitError, Unicode, validate

from witness import charts, excerpts, markup, tables
from witness.articles import KINDS, Corpus, part_of
from witness.errors import ViewError
from witness.spans import Span, count_words
from witness.views.view import View, per_cent, table

# Pieces that are listed one by one; the rest of a large folder follows its kinds.
MOST_PIECES = 400


class Ledger(View):
    """The pieces of every page, and which of them count.

    >>> from witness import load
    >>> pages = ledger(load("seeds"))
    >>> pages.drop("headline")
    >>> pages.kept()[["article", "words", "kept"]].values.tolist()[1]
    ['001', 511, 500]
    >>> pages.undo()
    >>> pages.kept().kept.tolist()[1]
    508

    `article` is the key of the page that is open. `moves` is all that the reader did, in order: pairs of `keep` or
    `drop` and a kind or the address of a piece; what counts follows from it alone, so taking the last one back is undo.
    """

    name: ClassVar[str] = "ledger"
    state: ClassVar[tuple[str, ...]] = ("article", "moves")

    article = Unicode(help="the key of the page that is open").tag(sync=True, page=True)
    moves: List[Any] = List(help='["keep" or "drop", a kind or an address], in the order they were made').tag(
        sync=True, page=True
    )
    articles: List[Any] = List(help="[key, name, mark, palette, words] of each article").tag(sync=True, page=True)
    kinds: List[Any] = List(help="[kind, whether it counts at first], in the order of KINDS").tag(sync=True, page=True)
    pieces: List[Any] = List(
        help="[key, start, end, kind, rule, words, opening, first words] of each listed piece"
    ).tag(sync=True, page=True)
    others: List[Any] = List(help="[key, kind, pieces, words] of pieces that are not listed").tag(sync=True, page=True)

    @validate("article")
    def _known_article(self, proposal: dict[str, str]) -> str:
        keys = [key for key, *_ in self.articles]
        if proposal["value"] not in keys:
            raise TraitError(f"article = {proposal['value']!r} is not in this ledger; choose one of {', '.join(keys)}")
        return proposal["value"]

    @validate("moves")
    def _known_moves(self, proposal: dict[str, list[list[str]]]) -> list[list[str]]:
        targets = {kind for kind, _ in self.kinds} | {f"{key}:{start}-{end}" for key, start, end, *_ in self.pieces}
        for move in proposal["value"]:
            if len(move) != 2 or move[0] not in ("keep", "drop") or move[1] not in targets:
                raise TraitError(f"moves holds {move!r}; write ['keep' or 'drop', a kind or a piece's address]")
        return proposal["value"]

    def keep(self, target: str) -> None:
        """Count a kind, or the piece at an address."""
        self._move("keep", target)

    def drop(self, target: str) -> None:
        """Leave a kind, or the piece at an address, out of the count."""
        self._move("drop", target)

    def undo(self) -> None:
        """Take the last move back; without one, nothing changes."""
        self.moves = self.moves[:-1]

    def _move(self, way: str, target: str) -> None:
        try:
            self.moves = [*self.moves, [way, target]]
        except TraitError as error:
            raise ViewError(str(error)) from None

    def counts(self, target: str) -> bool:
        """Whether the piece at an address counts, or every piece of a kind does."""
        kinds, pieces = self._judged()
        if target in kinds:
            of = [pieces[f"{key}:{start}-{end}"] for key, start, end, kind, *_ in self.pieces if kind == target]
            return all(of) if of else kinds[target]
        if target not in pieces:
            raise ViewError(f"{target!r} is neither a kind nor the address of a piece; the table lists them")
        return pieces[target]

    def kept(self) -> tables.Table:
        """One row is an article: article, words of its page, kept words, share of the page."""
        kept = dict.fromkeys((key for key, *_ in self.articles), 0)
        for key, words in self._kept_words():
            kept[key] += words
        rows = [[key, words, kept[key], kept[key] / words] for key, _name, _mark, _palette, words in self.articles]
        return tables.Table(rows, columns=["article", "words", "kept", "share"])

    def _judged(self) -> tuple[dict[str, bool], dict[str, bool]]:
        """Which kinds, and which pieces by address, count after all moves."""
        kinds = dict(self.kinds)
        pieces = {f"{key}:{start}-{end}": kinds[kind] for key, start, end, kind, *_ in self.pieces}
        for way, target in self.moves:
            if target not in kinds:
                pieces[target] = way == "keep"
                continue
            kinds[target] = way == "keep"
            for key, start, end, kind, *_ in self.pieces:
                if kind == target:
                    pieces[f"{key}:{start}-{end}"] = way == "keep"
        return kinds, pieces

    def _kept_words(self) -> list[tuple[str, int]]:
        """The key and the words of whatever counts after all moves."""
        kinds, pieces = self._judged()
        listed = [(key, words) for key, start, end, _k, _r, words, *_ in self.pieces if pieces[f"{key}:{start}-{end}"]]
        return listed + [(key, words) for key, kind, _count, words in self.others if kinds[kind]]

    @property
    def sentence(self) -> str:
        """How many words of the open page, and of all pages, count."""
        rows = {key: (kept, words) for key, words, kept, _share in self.kept().itertuples(index=False)}
        kept, words = rows[self.article]
        all_kept, all_words = (sum(column) for column in zip(*rows.values(), strict=True))
        return (
            f"{self.article}: {kept:,} of {words:,} words on the page count, {per_cent(kept, words)}. "
            f"All pages together: {all_kept:,} of {all_words:,}, {per_cent(all_kept, all_words)}."
        )

    def paper(self) -> Markup:
        """The totals, then every listed piece of every page."""
        rows = zip(self.articles, self.kept().itertuples(index=False), strict=True)
        totals = table(
            ("article", "on the page", "counted", "share"),
            [
                [markup.label(*article[1:4]), words, kept, per_cent(kept, words)]
                for article, (_key, words, kept, _share) in rows
            ],
            "Words that count on each page",
        )
        return totals + Markup("\n").join(self._page(article) for article in self.articles)

    def _page(self, article: list[Any]) -> Markup:
        kept_kinds = dict(self.kinds)
        rows = [
            [
                markup.address(Span(key, start, end), first, f"{start}–{end}"),
                kind if kept_kinds[kind] else Markup("<del>{}</del>").format(kind),
                rule,
                words,
                Markup("<bdi>{}</bdi>").format(markup.text(opening)),
            ]
            for key, start, end, kind, rule, words, opening, first in self.pieces
            if key == article[0]
        ] + [
            ["not listed", kind, "", words, f"{count:,} more pieces"]
            for key, kind, count, words in self.others
            if key == article[0]
        ]
        columns = ("place", "kind", "rule", "words", "it begins")
        return table(columns, rows, Markup("The pieces of {}").format(markup.label(*article[1:4])))


def ledger(corpus: Corpus) -> Ledger:
    """The ledger of a corpus, opened at its first article; the kinds that are furniture do not count at first."""
    pieces, others = _pieces(corpus)
    present = {segment.kind for article in corpus for segment in article.segments} - {"whitespace"}
    view = Ledger(
        articles=[[each.key, each.name, *charts.accent(place), each.words] for place, each in enumerate(corpus)],
        kinds=[[kind, part_of(kind) == "article"] for kind in KINDS if kind in present],
        pieces=pieces,
        others=others,
    )
    view.article = corpus.keys[0]
    return view


def _pieces(corpus: Corpus) -> tuple[list[list[Any]], list[list[Any]]]:
    """The pieces to list, as many of each page as may be, and what is left as sums by article and kind."""
    counts = [sum(each.kind != "whitespace" for each in article.segments) for article in corpus]
    most = max(cap for cap in range(MOST_PIECES + 1) if sum(min(count, cap) for count in counts) <= MOST_PIECES)
    listed: list[list[Any]] = []
    sums: dict[tuple[str, str], list[int]] = {}
    for article in corpus:
        pieces = [each for each in article.segments if each.kind != "whitespace"]
        for place, each in enumerate(pieces):
            text = article.text(each.span)
            if place < most:
                where_and_why = [article.key, each.span.start, each.span.end, each.kind, each.rule]
                first = markup.first_words(excerpts.beginning(corpus, each.span))
                opening = markup.opening(excerpts.text(corpus, each.span))
                listed.append([*where_and_why, count_words(text), opening, first])
            else:
                total = sums.setdefault((article.key, each.kind), [0, 0])
                total[0] += 1
                total[1] += count_words(text)
    return listed, [[key, kind, *total] for (key, kind), total in sums.items()]
