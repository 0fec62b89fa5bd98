"""The timeline: every date as the articles write it, and the days it means; and if they had come out on another day.

"On Tuesday" is a day only beside the day of publication. A reader moves that day and sees which dates move with it,
which stay, and which nothing resolves. A date that is a year or a decade is drawn as long as it is, and hollow.
"""

from datetime import date, timedelta
from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import Bool, Int, List, TraitError, Unicode, validate

from witness import charts, markup
from witness.articles import Article, Corpus, part_of
from witness.spans import Span
from witness.times import Date, dates, resolved_on
from witness.views.view import View, table

# A reader may move the day of publication by so many days.
FARTHEST = 14

# Dates that a page shows; the table has them all.
MOST_DATES = 300

# Around publication: so many years to either side.
_NEAR = 2


class Timeline(View):
    """The dates of the articles in time.

    >>> from witness.corpus import from_texts
    >>> print(timeline(from_texts({"1": "It opened on 3 May 2019. It will close next year."})).sentence)
    2 dates, 1 of them resolved. Nothing tells on which day the articles were published.

    `later` moves the day of publication by days, -14 to 14; `furniture` shows the dates of captions, promos and link
    lists too; `article` keeps those of one article; `near` keeps those within two years of publication.
    """

    name: ClassVar[str] = "timeline"
    state: ClassVar[tuple[str, ...]] = ("later", "furniture", "article", "near")

    later = Int(0, help="days by which publication is moved").tag(sync=True, page=True)
    furniture = Bool(help="show dates in the furniture of pages").tag(sync=True, page=True)
    article = Unicode(help="show the dates of this article only").tag(sync=True, page=True)
    near = Bool(help="show the years around publication only").tag(sync=True, page=True)
    articles: List[Any] = List(help="[key, name, mark, palette, day of publication] of each").tag(sync=True, page=True)
    dates: List[Any] = List(
        help="[article, start, end, first words, text, segment, part, anchor, values]; values are [from which move on,"
        " earliest, latest, granularity]"
    ).tag(sync=True, page=True)
    left_out = Unicode(help="what is not shown, in words").tag(sync=True, page=True)

    @validate("later")
    def _within_reach(self, proposal: dict[str, Any]) -> int:
        if not -FARTHEST <= proposal["value"] <= FARTHEST:
            raise TraitError(f"later = {proposal['value']} is too far; give -{FARTHEST} to {FARTHEST} days")
        return int(proposal["value"])

    @validate("article")
    def _known_article(self, proposal: dict[str, Any]) -> str:
        keys = [key for key, *_ in self.articles]
        if proposal["value"] and proposal["value"] not in keys:
            raise TraitError(
                f"article = {proposal['value']!r} is not in this timeline; choose one of {', '.join(keys)}"
            )
        return str(proposal["value"])

    @property
    def published(self) -> str:
        """The day of publication that the first article with one has, moved; empty where no article has one."""
        day = next((article[4] for article in self.articles if article[4]), "")
        return (date.fromisoformat(day) + timedelta(days=self.later)).isoformat() if day else ""

    @property
    def shown(self) -> list[list[Any]]:
        """The dates that the setting shows: [date, earliest, latest, granularity, whether the move changed it]."""
        found = []
        middle = self.published[:4]
        for each in self.dates:
            _, earliest, latest, granularity = [value for value in each[8] if value[0] <= self.later][-1]
            before = next(value for value in reversed(each[8]) if value[0] <= 0)
            if (each[6] == "furniture" and not self.furniture) or self.article not in ("", each[0]):
                continue
            if (
                self.near
                and middle
                and not (
                    earliest and int(earliest[:4]) <= int(middle) + _NEAR and int(latest[:4]) >= int(middle) - _NEAR
                )
            ):
                continue
            found.append([each, earliest, latest, granularity, [earliest, latest] != before[1:3]])
        return sorted(found, key=lambda each: (not each[1], each[1], each[2], each[0][:3]))

    @property
    def sentence(self) -> str:
        """How many dates are shown and resolved, on which day of publication, and how many the move changed."""
        shown = self.shown
        resolved = sum(bool(each[1]) for each in shown)
        line = f"{len(shown)} date{'s' if len(shown) != 1 else ''}, {resolved} of them resolved."
        if not self.published:
            return f"{line} Nothing tells on which day the articles were published."
        if not self.later:
            return f"{line} Published on {self.published}."
        changed = sum(each[4] for each in shown)
        moved = f"{abs(self.later)} day{'s' if abs(self.later) > 1 else ''} {'later' if self.later > 0 else 'earlier'}"
        return f"{line} If published {moved}, on {self.published}: {changed} would mean other days."

    def paper(self) -> Markup:
        """Every date, the furniture's too, as written and as resolved."""
        labels = {key: markup.label(name, mark, palette) for key, name, mark, palette, _ in self.articles}
        rows = [
            [
                markup.address(Span(key, start, end), first, Markup("<bdi>{}</bdi>").format(markup.text(text))),
                labels[key], segment, told(values[0][1], values[0][2]) or "not resolved", values[0][3], anchor,
            ]
            for key, start, end, first, text, segment, _part, anchor, values in (
                [*each[:8], [value for value in each[8] if value[0] <= 0][-1:]] for each in self.dates
            )
        ]  # fmt: skip
        left_out = Markup("<p>{}</p>").format(self.left_out) if self.left_out else ""
        columns = ("as written", "article", "in", "days", "granularity", "resolved by")
        return left_out + table(columns, rows, "Every date of the articles and their pages")


def timeline(corpus: Corpus) -> Timeline:
    """The timeline of a corpus, furniture left out at first."""
    rows = []
    for article in corpus:
        day = _day(article, corpus)
        moves = [
            resolved_on(article, (day + timedelta(days=move)).isoformat()) if day
            else dates(article, corpus.reference_date)
            for move in (range(-FARTHEST, FARTHEST + 1) if day else (-FARTHEST,))
        ]  # fmt: skip
        rows += [_row(article, [found[place] for found in moves]) for place in range(len(moves[0]))]
    kept = sorted(rows, key=lambda row: row[6] == "furniture")[:MOST_DATES]
    view = Timeline(
        articles=[
            [each.key, each.name, *charts.accent(place), day.isoformat() if (day := _day(each, corpus)) else ""]
            for place, each in enumerate(corpus)
        ],
        dates=sorted(kept),
    )
    if len(rows) > MOST_DATES:
        view.left_out = f"{len(rows) - MOST_DATES:,} dates are not shown; the table has them."
    return view


def told(earliest: str, latest: str) -> str:
    """A stretch of days as one reads it.

    >>> told("2021-03-09", "2021-03-09"), told("2020-12-01", "2020-12-31"), told("", "")
    ('2021-03-09', '2020-12-01 to 2020-12-31', '')
    """
    return earliest if earliest == latest else f"{earliest} to {latest}"


def _day(article: Article, corpus: Corpus) -> date | None:
    """The day by which the weekdays of an article are resolved."""
    for day in (article.published, corpus.reference_date):
        try:
            return date.fromisoformat(day)
        except ValueError:
            continue
    return None


def _row(article: Article, moved: list[Date]) -> list[Any]:
    """One date, and the values it takes as the day of publication moves."""
    first = moved[0]
    values: list[list[Any]] = []
    for move, each in enumerate(moved, -FARTHEST):
        value = [each.earliest, each.latest, each.granularity]
        if not values or values[-1][1:] != value:
            values.append([move, *value])
    text = " ".join(article.text(first.span).split())
    place = [first.span.start, first.span.end, markup.first_words(article.text(first.span))]
    anchor = moved[len(moved) // 2].anchor.replace("published", "the day of publication") or "its own words"
    return [article.key, *place, text, first.segment, part_of(first.segment), anchor, values]
