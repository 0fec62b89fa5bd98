"""Articles of the reader's own, in JupyterLab: files to choose, a field to paste into, and the words they share.

The controls are ipywidgets' own; they need a running kernel. What is brought is read by the rules for a folder, stays
in the kernel's memory, and is written nowhere. Whatever is wrong with it is said in a sentence.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import ipywidgets
from markupsafe import Markup

from witness import markup
from witness.articles import Corpus
from witness.corpus import from_files
from witness.errors import WitnessError
from witness.passages import passages
from witness.views.room import room

# Between two pasted articles stands a line of equals signs.
_DIVIDER = re.compile(r"^={3,}[ \t]*$", re.MULTILINE)

_NOTHING_YET = "Choose files, or paste a text; a line of equals signs (=====) divides two pasted articles."


class Bring(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets ships no types
    """A `FileUpload` and a `Textarea`, a line that says what came of them, and the reading room of what they hold."""

    def __init__(self, files: ipywidgets.FileUpload, text: ipywidgets.Textarea):
        self.files, self.text = files, text
        self.line = ipywidgets.Label(_NOTHING_YET)
        for control in (files, text):
            control.observe(self._read, "value")
        super().__init__([files, text, self.line])

    def _read(self, _change: Any) -> None:
        """Read what is there now; the room follows where two articles or more can be compared."""
        below: tuple[ipywidgets.Widget, ...] = ()
        try:
            corpus = brought(self.files.value, self.text.value)
            self.line.value = _told(corpus)
            below = (room(corpus),) if len(corpus) > 1 else ()
        except WitnessError as error:
            self.line.value = (
                str(error).replace("\n", " – ") if self.files.value or self.text.value.strip() else _NOTHING_YET
            )
        self.children = (self.files, self.text, self.line, *below)

    def _repr_mimebundle_(self, **arguments: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(**arguments)
        html = Markup(
            '<div class="needs-kernel"><p>{}</p><p class="note">In JupyterLab a button to choose files and a field to '
            "paste into stand here, and below them the reading room of what you brought; they need a running kernel. "
            "On this page, paste two texts into the fields of the view above.</p></div>"
        )
        return {**bundle, "text/plain": self.line.value, "text/html": html.format(markup.text(self.line.value))}


def bring(files: ipywidgets.FileUpload, text: ipywidgets.Textarea) -> Bring:
    """The two controls with what comes of them.

    >>> from ipywidgets import FileUpload, Textarea
    >>> own = bring(FileUpload(multiple=True), Textarea())
    >>> own.text.value = "The harbour is closed to all ships."
    >>> own.line.value
    '1 article, 7 words. Bring another to compare it with.'
    """
    return Bring(files, text)


def brought(files: Iterable[Mapping[str, Any]], text: str) -> Corpus:
    """The corpus of what a `FileUpload` holds and a `Textarea` says; pasted articles are called pasted-1, pasted-2.

    >>> files = [{"name": "gazette.txt", "content": memoryview(b"It rained.")}]
    >>> brought(files, "It snowed.\\n=====\\nNobody waved.").keys
    ['gazette', 'pasted-1', 'pasted-2']

    Raises CorpusError, which names each file that cannot be read and the way out.
    """
    stored: dict[str, bytes | str] = {each["name"]: bytes(each["content"]) for each in files}
    pieces = [piece.strip() for piece in _DIVIDER.split(text)]
    stored |= {f"pasted-{number}.txt": piece for number, piece in enumerate(filter(None, pieces), 1)}
    return from_files(stored)


def _told(corpus: Corpus) -> str:
    if len(corpus) < 2:
        return f"{corpus.sentence} Bring another to compare it with."
    found = passages(corpus)
    return (
        f"{corpus.sentence} {len(found):,} shared passage{'' if len(found) == 1 else 's'}; the room below shows them."
    )
