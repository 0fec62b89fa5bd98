"""Views: one object, three faces: a widget in JupyterLab, the same thing alive in a page, a complete reading on paper.

A view is asked for by a function named after what it shows; each kind has a module and a small ES module of its own.
"""

from witness.views.bring import Bring, bring
from witness.views.exercises import Exercises, exercises
from witness.views.guess import Guess, guess
from witness.views.handouts import cards, glossary
from witness.views.kernel import beside
from witness.views.ladder import Ladder, ladder
from witness.views.ledger import Ledger, ledger
from witness.views.matrix import Matrix, claims, coverage, differences, labels, names, rules
from witness.views.paste import Paste, paste
from witness.views.room import Room, room
from witness.views.timeline import Timeline, timeline
from witness.views.tree import Tree, tree

__all__ = [
    "Bring", "Exercises", "Guess", "Ladder", "Ledger", "Matrix", "Paste", "Room", "Timeline", "Tree", "beside", "bring",
    "cards", "claims", "coverage", "differences", "exercises", "glossary", "guess", "labels", "ladder", "ledger",
    "names", "paste", "room", "rules", "timeline", "tree",
]  # fmt: skip
