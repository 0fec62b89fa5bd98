"""A stock control beside a view: alive where a kernel runs, and said to be so where none does."""

from typing import Any

import ipywidgets
from markupsafe import Markup

from witness import markup
from witness.views.view import View


class Beside(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets ships no types
    """A control and the sentence of the view it moves; in a page, that sentence and how to get the control."""

    def __init__(self, control: ipywidgets.Widget, view: View):
        self.view = view
        self.line = ipywidgets.Label(view.sentence)
        view.observe(self._follow, list(view.state))
        super().__init__([control, self.line])

    def _follow(self, _change: Any) -> None:
        self.line.value = self.view.sentence

    def _repr_mimebundle_(self, **arguments: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**arguments)
        html = Markup(
            '<div class="needs-kernel"><p>{}</p><p class="note">In JupyterLab a control stands here that moves the '
            "view; it needs a running kernel. In this page, use the view’s own controls.</p></div>"
        )
        return {**bundle, "text/plain": self.view.sentence, "text/html": html.format(markup.text(self.view.sentence))}


def beside(control: ipywidgets.Widget, view: View) -> Beside:
    """A control from ipywidgets shown with the sentence of the view it is linked to.

    >>> from ipywidgets import Dropdown
    >>> from witness import load, views
    >>> pages = views.ledger(load("seeds"))
    >>> menu = Dropdown(options=["000", "001"], value="001")
    >>> pages.article = menu.value
    >>> beside(menu, pages).line.value == pages.sentence
    True
    """
    return Beside(control, view)
