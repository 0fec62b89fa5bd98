"""Witness compares what several articles say about one event, and opens the words every finding rests on."""

from witness.corpus import check, load, read
from witness.errors import WitnessError
from witness.spans import Span

__version__ = "0.1.0"

__all__ = ["Span", "WitnessError", "__version__", "check", "load", "read"]
