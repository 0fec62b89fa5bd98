"""Two texts of the reader's own: the words that they share, found in the page itself.

Whatever is pasted stays where it is: the view's script compares the two texts by the rule of `passages.in_common` and
hands nothing on, in a page or in JupyterLab. It shows shared words and no more; the full report needs a folder.
"""

from typing import ClassVar

from markupsafe import Markup
from traitlets import Int, Unicode

from witness import markup
from witness.passages import LEAST, in_common
from witness.spans import count_words
from witness.views.view import View, per_cent

# Characters of each text that are compared, so that a page answers at once; what is left out is said.
MOST_CHARACTERS = 100_000

_PROMISE = (
    "What you paste is compared on this page, and neither stored nor sent: it is gone when you leave. For the full "
    "report, put one article a file into a folder and run "
)


class Paste(View):
    """Two texts to paste over, and the words that they share.

    >>> view = paste("The old harbour stays closed today.", "He said the old harbour stays closed.")
    >>> view.least = 4
    >>> print(view.sentence)
    5 of 6 words of the first text, 83%, and 5 of 7 of the second, 71%, stand in runs of 4 words or more that both have.

    `left` and `right` are the texts it opens with; `least` is the fewest words of a run, 2 to 20.
    """

    name: ClassVar[str] = "paste"
    state: ClassVar[tuple[str, ...]] = ("least",)

    left = Unicode(help="the first text at the beginning").tag(sync=True, page=True)
    right = Unicode(help="the second text at the beginning").tag(sync=True, page=True)
    least = Int(LEAST, min=2, max=20, help="the fewest words of a run").tag(sync=True, page=True)
    most = Int(MOST_CHARACTERS, help="the characters of each text that are compared").tag(sync=True, page=True)
    promise = Unicode(_PROMISE, help="what becomes of the texts").tag(sync=True, page=True)

    def shared(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Where the shared words stand in either text."""
        return in_common(self.left[: self.most], self.right[: self.most], self.least)

    @property
    def sentence(self) -> str:
        """How many words of either text the other has too."""
        told = []
        for text, found in zip((self.left, self.right), self.shared(), strict=True):
            shared, whole = sum(count_words(text[start:end]) for start, end in found), count_words(text[: self.most])
            told.append((f"{shared:,} of {whole:,}", per_cent(shared, whole)))
        line = (
            f"{told[0][0]} words of the first text, {told[0][1]}, and {told[1][0]} of the second, {told[1][1]}, stand "
            f"in runs of {self.least} words or more that both have."
        )
        for which, text in (("first", self.left), ("second", self.right)):
            if len(text) > self.most:
                line += f" The last {len(text) - self.most:,} characters of the {which} text are left out."
        return line

    def paper(self) -> Markup:
        """Both texts, with the shared words marked."""
        sides = Markup("\n").join(
            Markup('<p class="side">The {} text</p><p class="pasted" dir="auto">{}</p>').format(
                which, _marked(text, found)
            )
            for which, text, found in zip(("first", "second"), (self.left, self.right), self.shared(), strict=True)
        )
        return Markup('<p>{}</p>\n{}\n<p class="note">{}<code>witness report FOLDER -o OUT</code>.</p>').format(
            self.sentence, sides, "On a screen with scripts, two fields stand here to paste into. " + self.promise
        )


def paste(left: str = "", right: str = "") -> Paste:
    """Two fields for texts, which open with an example."""
    return Paste(left=left, right=right)


def _marked(text: str, found: list[tuple[int, int]]) -> Markup:
    """A text with stretches of it marked."""
    pieces, at = Markup(), 0
    for start, end in found:
        pieces += markup.text(text[at:start]) + Markup("<mark>{}</mark>").format(markup.text(text[start:end]))
        at = end
    return pieces + markup.text(text[at:MOST_CHARACTERS])
