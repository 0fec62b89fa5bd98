"""What can go wrong, as one family.

    WitnessError
    ├── CorpusError      a folder, an article or a curated file is at fault
    ├── SpanError        offsets that do not lie in the article they name
    ├── ViewError        a view is asked for something it does not hold
    ├── ExerciseError    an exercise, a field or a language is named that does not exist
    ├── NotebookError    a notebook of the report stops
    ├── OutputError      the place for a product cannot be used
    └── EngineError      an optional package or program is missing, or does not answer

A message is one plain sentence that names the file, the field and the value, and then the way out.
"""

from typing import NamedTuple


class WitnessError(Exception):
    """The root of the family: `except WitnessError` catches whatever Witness refuses.

    >>> issubclass(CorpusError, WitnessError)
    True
    """


class Fault(NamedTuple):
    """One thing that is wrong with a folder: where, what, and the way out.

    >>> print(Fault("notes.txt", "the file is empty", "add the article's text or remove the file"))
    notes.txt: the file is empty; add the article's text or remove the file
    """

    where: str
    what: str
    way_out: str

    def __str__(self) -> str:
        return plain(f"{self.where}: {self.what}; {self.way_out}")


class CorpusError(WitnessError):
    """A folder cannot be read; `faults` lists every reason, not only the first.

    >>> error = CorpusError([Fault("tmp", "there is no such folder", "check the name")])
    >>> print(error)
    tmp: there is no such folder; check the name
    """

    def __init__(self, faults: list[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class SpanError(WitnessError):
    """Offsets that are out of order or do not lie in the article."""


class ViewError(WitnessError):
    """A view is asked for an article, a kind or a piece that it does not hold."""


class ExerciseError(WitnessError):
    """An exercise, a field of an answer or a language is named that does not exist."""


class NotebookError(WitnessError):
    """A notebook stops at a cell; the message names both and what the cell said."""


class OutputError(WitnessError):
    """A product cannot be written where it was asked for; nothing there was changed."""


class EngineError(WitnessError):
    """What large collections need beside Witness is missing or cannot be reached."""


def plain(text: str) -> str:
    r"""Text that a terminal shows as it is: control, bidi and unpaired characters become escapes.

    >>> plain("a\x1b[31m\u202eb")
    'a\\x1b[31m\\u202eb'
    >>> plain("naïve – 月")
    'naïve – 月'
    """
    return "".join(
        each if each.isprintable() or each == " " else each.encode("unicode_escape").decode() for each in text
    )
