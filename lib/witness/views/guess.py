"""Guess first: how many of the articles are independent witnesses? Then they collapse into their families.

The answer stays folded until a reader has guessed, so that it can surprise; on paper and without a script it stands
below the question.
"""

from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import Int, List, TraitError, validate

from witness import charts, markup
from witness.articles import Corpus
from witness.dependence import edges, groups
from witness.views.view import View


class Guess(View):
    """The question, the guess, and the families.

    >>> from witness import load
    >>> view = guess(load("seeds"))
    >>> print(view.sentence)
    5 articles. How many independent witnesses are there?
    >>> view.guessed = 5
    >>> print(view.sentence)
    You said 5; there are 3: 000 with 003; 001 with 002; 004 alone.

    `guessed` is the reader's number, 0 before there is one.
    """

    name: ClassVar[str] = "guess"
    state: ClassVar[tuple[str, ...]] = ("guessed",)

    guessed = Int(0, help="the reader's number; 0 before the guess").tag(sync=True, page=True)
    articles: List[Any] = List(help="[key, name, mark, palette] of each article").tag(sync=True, page=True)
    families: List[Any] = List(help="the keys of each family").tag(sync=True, page=True)

    @validate("guessed")
    def _possible(self, proposal: dict[str, Any]) -> int:
        if not 0 <= proposal["value"] <= len(self.articles):
            raise TraitError(
                f"guessed = {proposal['value']} cannot be; give 1 to {len(self.articles)}, or 0 for none yet"
            )
        return int(proposal["value"])

    @property
    def sentence(self) -> str:
        """The question, or the answer beside the guess."""
        count = len(self.articles)
        if not self.guessed:
            return f"{count} article{'s' if count != 1 else ''}. How many independent witnesses are there?"
        match = "and so it is" if self.guessed == len(self.families) else (
            f"there {'is' if len(self.families) == 1 else 'are'} {len(self.families)}"
        )  # fmt: skip
        return f"You said {self.guessed}; {match}: {self._told()}."

    def _told(self) -> str:
        told = [" with ".join(family) + (" alone" if len(family) == 1 else "") for family in self.families]
        return "; ".join(told[:12]) + (f"; and {len(told) - 12} more" if len(told) > 12 else "")

    def paper(self) -> Markup:
        """The question, and the families."""
        labels = {key: markup.label(name, mark, palette) for key, name, mark, palette in self.articles}
        families = Markup("\n").join(
            Markup("<li>{}</li>").format(Markup(" ").join(labels[key] for key in family)) for family in self.families
        )
        count = len(self.families)
        return Markup("<p>{} articles, {} independent witness{}:</p><ul>{}</ul>").format(
            len(self.articles), count, "" if count == 1 else "es", families
        )


def guess(corpus: Corpus) -> Guess:
    """The question of a corpus, before anybody has guessed."""
    return Guess(
        articles=[[each.key, each.name, *charts.accent(at)] for at, each in enumerate(corpus)],
        families=groups(corpus, edges(corpus)),
    )
