"""Views: one object, three faces: a widget in JupyterLab, the same thing alive in a page, a complete reading on paper.

A view is asked for by a function named after it; each has a module and a small ES module of its own.
"""

from witness.views.kernel import beside
from witness.views.ladder import Ladder, ladder
from witness.views.ledger import Ledger, ledger
from witness.views.room import Room, room

__all__ = ["Ladder", "Ledger", "Room", "beside", "ladder", "ledger", "room"]
