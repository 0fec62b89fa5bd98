"""What every view shares: its two scripts made one, its payload, its faces.

A view keeps its state in a few documented traits, in lists and never in the order of keys. The same ES module draws it
in JupyterLab, where the traits live in the kernel, and in a page, where they lie beside it as JSON. The module may use
`model.get`, `set`, `on`, `off` and `save_changes`, and imports nothing.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import anywidget
from markupsafe import Markup

from witness import markup

_HERE = Path(__file__).parent


@cache
def source(name: str) -> str:
    """The text of a script or style sheet that lies beside the views.

    >>> source("ledger.js").count("export default")
    1
    """
    return (_HERE / name).read_text(encoding="utf-8")


class View(anywidget.AnyWidget):
    """The base of all views: `name` is that of its ES module, `state` the traits that a reader moves.

    A trait tagged `page=True` travels into a published page; it must be JSON whose order lies in lists.
    Views of one kind are numbered as they are made, so that a notebook run from the top gives the same bytes each time.
    """

    name: ClassVar[str]
    state: ClassVar[tuple[str, ...]]
    edition = ""  # what this edition cannot show, in words
    _made: ClassVar[Counter[str]] = Counter()

    def __init_subclass__(cls, **arguments: Any) -> None:
        if "name" in vars(cls):  # not the class that traitlets makes for each widget
            cls._esm = source("common.js") + source(f"{cls.name}.js")
            cls._css = source("lab.css") + source("view.css")
        super().__init_subclass__(**arguments)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._made[self.name] += 1
        self.number = self._made[self.name]

    @classmethod
    def renumber(cls) -> None:
        """Number the views made from here on as in a notebook that begins."""
        cls._made.clear()

    @property
    def sentence(self) -> str:
        """What the view shows in its present state, as one line of text."""
        raise NotImplementedError

    def paper(self) -> Markup:
        """Everything the view can show, as HTML that needs no script."""
        raise NotImplementedError

    def payload(self) -> dict[str, Any]:
        """What the view's script needs in a page, by trait."""
        return {name: getattr(self, name) for name in sorted(self.trait_names(page=True))}

    def html(self) -> Markup:
        """The view for a page: its reading, and beside it what brings it to life."""
        edition = Markup('<p class="note">{}</p>').format(self.edition) if self.edition else ""
        return Markup(
            '<div class="witness-view" data-view="{}" data-model="{}-{}">{}<div class="on-paper">{}</div>\n'
            '<script type="application/json">{}</script></div>'
        ).format(self.name, self.name, self.number, edition, self.paper(), markup.json_text(self.payload()))

    def _repr_mimebundle_(self, **arguments: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        widget, metadata = super()._repr_mimebundle_(**arguments) or ({}, {})
        return {**widget, "text/plain": self.sentence, "text/html": self.html()}, metadata


def per_cent(part: int, whole: int) -> str:
    """A share as a reader sees it, rounded half up as the page's script does; a dash where there is no whole.

    >>> per_cent(1, 8), per_cent(0, 0)
    ('13%', '–')
    """
    return f"{(200 * part + whole) // (2 * whole)}%" if whole else "–"


def table(columns: Iterable[str], rows: Iterable[Iterable[Any]], caption: str = "") -> Markup:
    """A plain table whose first column heads its rows; cells that are numbers stand to the right."""

    def cell(place: int, value: Any) -> Markup:
        if place == 0:
            return Markup('<th scope="row">{}</th>').format(value)
        if isinstance(value, int):
            return Markup('<td class="number">{:,}</td>').format(value)
        return Markup("<td>{}</td>").format(value)

    head = Markup("").join(Markup('<th scope="col">{}</th>').format(column) for column in columns)
    body = Markup("\n").join(
        Markup("<tr>{}</tr>").format(Markup("").join(cell(place, value) for place, value in enumerate(row)))
        for row in rows
    )
    title = Markup("<caption>{}</caption>").format(caption) if caption else ""
    return Markup('<table class="evidence">{}<thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>').format(
        title, head, body
    )
