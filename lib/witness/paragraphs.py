"""An article's paragraphs as they are read for speech: with their marks paired and their quoted words hidden.

What stands between marks is somebody's words and never tells who speaks; hidden letter for letter, it leaves every
offset where it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from witness import marks
from witness.articles import Segment
from witness.marks import Marks
from witness.spans import Span

# Characters at the end of quoted words in which their last mark lies.
_NEAR = 800

# Stands for each hidden letter: a capital that begins no name in the scripts whose names are known.
HIDDEN = "Ⴀ"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of an article as it is read: its text, the same with quoted words hidden, and its pairs of marks.

    `outer` are the pairs that lie in no other; `inner` are those that lie in one of them only, beside its number.
    """

    segment: Segment
    text: str
    hidden: str
    outer: tuple[Marks, ...]
    inner: tuple[tuple[int, Marks], ...]

    @classmethod
    def of(cls, segment: Segment, text: str, following: str) -> "Paragraph":
        """A segment read; `following` is the text of the next, into which a quotation may go on."""
        outer: list[Marks] = []
        inner: list[tuple[int, Marks]] = []
        for each in marks.pairs(text, following):
            if each.depth == 0:
                outer.append(each)
            elif each.depth == 1:
                inner.append((len(outer) - 1, each))
        return cls(segment, text, hidden_text(text, outer), tuple(outer), tuple(inner))

    @property
    def start(self) -> int:
        """Where it begins in the article."""
        return self.segment.span.start

    def span(self, start: int, end: int) -> Span:
        """A place in the paragraph as a place in the article."""
        return Span(self.segment.span.article, self.start + start, self.start + end)

    def ending(self, number: int) -> str:
        """The character with which the words of a pair of marks end."""
        each = self.outer[number]
        return self.text[each.inner_start : each.inner_end][-_NEAR:].rstrip("\"'”’»")[-1:]


def hidden_text(text: str, outer: Iterable[Marks]) -> str:
    """A paragraph with its quoted words hidden, letter for letter; a sentence that ends within them ends still."""
    hidden = list(text)
    for each in outer:
        hidden[each.start : each.end] = HIDDEN * (each.end - each.start)
        last = text[each.inner_start : each.inner_end][-_NEAR:].rstrip("\"'”’»")[-1:]
        if last in (".", "!", "?"):
            hidden[each.end - 1] = last
    return "".join(hidden)
