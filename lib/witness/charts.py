"""A chart is a figure, the sentence it proves, and the table it is drawn from; none of them stands alone.

Figures are drawn in pure SVG with a fixed salt and no date, so that the same table gives the same bytes. They tell
things apart by hatching, marks and direct labels before colour.
"""

import io
import re
import warnings
from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from witness import markup
from witness.tables import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Of the light page; a dark page's style sheet inverts the picture.
_INK, _PAPER = "#1f1f1c", "#fdfcf9"

_STYLE = re.compile(r'style="([^"]*)"')

_SETTINGS: Any = {
    "svg.hashsalt": "witness",
    "svg.fonttype": "none",
    "text.parse_math": False,  # a name may hold dollar signs
    "font.family": ["sans-serif"],
    "text.color": _INK,
    "axes.edgecolor": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "figure.facecolor": _PAPER,
    "axes.facecolor": _PAPER,
    "hatch.linewidth": 0.6,
}

# What one figure can show and still be read: parts of a bar, bars, and squares to a side.
MOST_PARTS, MOST_BARS, MOST_SQUARES = 10, 40, 14

_HATCHES = ("", "////", "----", "xxxx", "\\\\\\\\", "++++", "||||", "//--")
_FILLS = ("#5b7f95", "#c9a86a", "#a9b8a0", "#b98a86", "#8f86a8", "#c2c0b8", "#7ba39d", "#d3b7a1")


class Accent(NamedTuple):
    """How one article looks everywhere: a mark and its place in the palette of the style sheet."""

    mark: str
    palette: int


_MARKS = "●▲■◆★▼✚⬟"


def accent(number: int) -> Accent:
    """The accent of the article that stands at `number` in the corpus, counted from 0.

    >>> accent(0), accent(8)
    (Accent(mark='●', palette=0), Accent(mark='●', palette=1))

    64 articles differ in mark or colour; after them accents come again.
    """
    palette = len(_MARKS)
    return Accent(_MARKS[number % palette], (number + number // palette) % palette)


@dataclass(frozen=True)
class Chart:
    """A figure as SVG, its sentence, and the table behind it."""

    svg: str
    sentence: str
    table: Table

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": self.sentence}

    def html(self) -> Markup:
        """The chart as a figure element: the picture, its sentence, and the table in a disclosure."""
        source = b64encode(self.svg.encode()).decode()
        return Markup(
            '<figure class="chart"><img src="data:image/svg+xml;base64,{}" alt="{}">\n<figcaption>{}</figcaption>\n'
            "<details><summary>The table behind this chart</summary>\n{}</details></figure>"
        ).format(source, self.sentence, markup.text(self.sentence), Markup(self.table._repr_html_()))  # noqa: S704


def stacked_bars(table: Table, by: str, value: str, sentence: str) -> Chart:
    """One bar for each article, divided by the column `by`, as long as the sum of the column `value`.

    >>> table = Table({"article": ["1", "1", "2"], "kind": ["headline", "body", "body"], "words": [8, 90, 70]})
    >>> chart = stacked_bars(table, by="kind", value="words", sentence="Article 1 has 98 words.")
    >>> chart.sentence, chart.svg.count("<svg")
    ('Article 1 has 98 words.', 1)

    Articles and parts stand in the order in which the table has them. Raises no error on an empty table.
    """
    all_bars, every = _names(table, "article"), _names(table, by)
    bars, parts = all_bars[:MOST_BARS], every
    if len(every) > MOST_PARTS:
        totals = {part: int(table.loc[table[by] == part, value].sum()) for part in every}
        largest = set(sorted(every, key=lambda part: -totals[part])[: MOST_PARTS - 1])
        parts = [*(part for part in every if part in largest), "others"]
    sums = {(bar, part): 0 for bar in bars for part in parts}
    for bar, part, count in zip(table["article"], table[by], table[value], strict=True):
        if (bar, part if part in parts else "others") in sums:
            sums[bar, part if part in parts else "others"] += count
    sentence += _left_out(len(all_bars) - len(bars), len(every) - len(parts))
    with _drawing() as figure:
        figure.set_size_inches(6.4, 1.0 + 0.4 * max(1, len(bars)))
        axes = figure.add_subplot()
        left = [0] * len(bars)
        for number, part in enumerate(parts):
            widths = [sums[bar, part] for bar in bars]
            axes.barh(
                [f"{accent(place).mark} {bar}" for place, bar in enumerate(bars)],
                widths,
                left=left,
                label=part,
                height=0.62,
                color=_FILLS[number % len(_FILLS)],
                hatch=_HATCHES[(number + number // len(_FILLS)) % len(_HATCHES)],
                edgecolor=_INK,
                linewidth=0.6,
            )
            left = [before + width for before, width in zip(left, widths, strict=True)]
        for place, total in enumerate(left):
            axes.annotate(f"{total:,}", (total, place), xytext=(5, 0), textcoords="offset points", va="center")
        axes.invert_yaxis()
        axes.margins(x=0.12)
        axes.set_xlabel(value)
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(axis="y", length=0)
        if parts:
            figure.legend(loc="outside upper left", ncols=4, frameon=False, handlelength=1.4)
        drawn = [[bar, part, count] for (bar, part), count in sums.items() if count]
        return Chart(_svg(figure), sentence, Table(drawn, columns=["article", by, value]))


def matrix(table: Table, value: str, sentence: str, rows: str = "article", columns: str = "other") -> Chart:
    """A square for each row and column: the share that `value` gives, written and shaded.

    >>> table = Table({"article": ["1", "2"], "other": ["2", "1"], "share": [0.5, 1.0]})
    >>> chart = matrix(table, value="share", sentence="All of article 2 stands in article 1.")
    >>> chart.svg.count("100%"), len(chart.table)
    (1, 2)

    `rows` and `columns` name the columns of the table that stand down the side and across; `value` is a column of
    shares, 0 to 1. Articles stand in the order of their keys under their marks, anything else as the table has it.
    What the table lacks stays empty.
    """
    from matplotlib.patches import Rectangle

    side, across = _names(table, rows), _names(table, columns)
    if rows == "article" and columns == "other":
        side = across = sorted({*side, *across})
        if len(side) > MOST_SQUARES:
            most = table.groupby(rows)[value].max().sort_values(ascending=False, kind="stable").index[:MOST_SQUARES]
            sentence += _left_out(len(side) - MOST_SQUARES, 0)
            side = across = sorted(most)
    else:
        wide = max(4, MOST_SQUARES**2 // max(1, len(side)))
        sentence += _left_out(max(0, len(across) - wide), 0)
        across = across[:wide]
    shares = dict(zip(zip(table[rows], table[columns], strict=True), table[value], strict=True))
    with _drawing() as figure:
        tall = 0.62 if side == across else 0.32
        figure.set_size_inches(max(4.4, 2.8 + 0.62 * len(across)), max(3.2, 1.6 + tall * len(side)))
        axes = figure.add_subplot()
        for row, first in enumerate(side):
            for column, second in enumerate(across):
                share = shares.get((first, second))
                if pd.isna(share):
                    continue
                # Shades stay light enough for dark figures upon them.
                shade = tuple(1 - share * (1 - channel) for channel in (0.55, 0.69, 0.78))
                axes.add_patch(
                    Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=shade, edgecolor=_INK, linewidth=0.6)
                )
                axes.annotate(f"{share:.0%}", (column, row), ha="center", va="center")
        axes.set_xlim(-0.5, len(across) - 0.5)
        axes.set_ylim(len(side) - 0.5, -0.5)
        axes.set_xticks(range(len(across)), _labels(columns, across))
        axes.set_yticks(range(len(side)), _labels(rows, side))
        axes.xaxis.tick_top()
        axes.xaxis.set_label_position("top")
        if columns == "other":
            axes.set_xlabel("stand in")
            axes.set_ylabel("words of")
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0)
        return Chart(_svg(figure), sentence, Table(table[[rows, columns, value]]))


def stretches(table: Table, sentence: str) -> Chart:
    """Each date of each article as a stretch of days; what is no more exact than a year or a decade is hollow.

    >>> table = Table({"article": ["1"], "earliest": ["2019-05-03"], "latest": ["2019-05-03"], "granularity": ["day"]})
    >>> stretches(table, sentence="Article 1 names one day.").sentence
    'Article 1 names one day.'

    `earliest` and `latest` are ISO days, inclusive; rows where they are empty are left out. Articles stand one below
    the other, and dates that overlap within one are stacked.
    """
    resolved = table[table["earliest"] != ""]
    keys = _names(resolved, "article")
    with _drawing() as figure:
        axes = figure.add_subplot()
        height, ticks = 0.0, []
        for key in keys:
            own = resolved[resolved["article"] == key].sort_values(["earliest", "latest"], kind="stable")
            ends: list[float] = []  # where each line of the stack is free again
            for first, last, exact in zip(own["earliest"], own["latest"], own["granularity"], strict=True):
                start, end = _year(first), _year(last) + 1 / 366
                line = next((place for place, free in enumerate(ends) if free < start - 0.6), len(ends))
                ends[line : line + 1] = [max(end, start + 0.35)]
                fill = _FILLS[0] if exact in ("day", "week", "month") else "none"
                axes.barh(
                    height + line,
                    max(end - start, 0.35),
                    left=start,
                    height=0.7,
                    edgecolor=_INK,
                    linewidth=0.6,
                    facecolor=fill,
                )
            ticks.append(height + (len(ends) - 1) / 2)
            height += len(ends) + 0.8
        figure.set_size_inches(7.2, 1.0 + 0.17 * max(4.0, height))
        axes.set_yticks(ticks, _labels("article", keys))
        axes.invert_yaxis()
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.ticklabel_format(axis="x", useOffset=False)
        return Chart(_svg(figure), sentence, Table(resolved[["article", "earliest", "latest", "granularity"]]))


def _names(table: Table, column: str) -> list[str]:
    """What a column holds, each once, in its order."""
    return list(dict.fromkeys(table[column])) if len(table) else []


def _left_out(bars: int, parts: int) -> str:
    """What a figure leaves to the table behind it, in words."""
    left = [f"{count:,} {what}" for count, what in ((bars, "articles"), (max(0, parts), "smaller parts")) if count > 0]
    return f" Left to the table: {' and '.join(left)}." if left else ""


def _labels(column: str, names: list[str]) -> list[str]:
    """Articles under their marks; other names by their beginning."""
    if column in ("article", "other"):
        return [f"{accent(place).mark} {name}" for place, name in enumerate(names)]
    return [markup.opening(str(name), 40) for name in names]


def _year(day: str) -> float:
    """A day as a year and a fraction."""
    when = date.fromisoformat(day)
    return when.year + (when.timetuple().tm_yday - 1) / 366


class _drawing:
    """The settings of every figure, kept while one is drawn."""

    def __enter__(self) -> "Figure":
        import matplotlib
        from matplotlib.figure import Figure

        self._settings = matplotlib.rc_context(_SETTINGS)
        self._settings.__enter__()
        return Figure(layout="constrained")

    def __exit__(self, *problem: Any) -> None:
        self._settings.__exit__(*problem)


def _svg(figure: "Figure") -> str:
    """The figure as SVG without a date, a version or a style sheet."""
    written = io.StringIO()
    with warnings.catch_warnings():
        # The reader's own fonts draw the text; the font that only measures it may lack a script.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(written, format="svg", metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    svg = re.sub(r"<style.*?</style>", "", written.getvalue(), flags=re.DOTALL)
    svg = _STYLE.sub(_attributes, svg[svg.index("<svg") :])
    return svg.replace("<svg", '<svg stroke-linejoin="round" font-family="system-ui, sans-serif"', 1)


def _attributes(style: re.Match[str]) -> str:
    """A style attribute as plain attributes: a page's policy refuses inline styles even within its pictures."""
    written = []
    for declaration in style[1].split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font":  # the shorthand, which is no attribute
            name, value = "font-size", re.search(r"[0-9.]+px", value)[0]  # type: ignore[index]
        if name and name != "font-family":  # the family is set once, on the root
            written.append(f'{name}="{value}"')
    return " ".join(written)
