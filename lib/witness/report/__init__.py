"""The report: notebooks to pages, their template, how they are built, and the command line."""

import sys
from pathlib import Path

# nbformat brings a checker of internationalised addresses, which nothing here asks for and which takes most of a second
# to import; where it is missing they are not checked.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def notebook_folder() -> Path:
    """Where the notebooks lie: in the installed package, else in the checkout.

    >>> notebook_folder().name
    'notebooks'
    """
    package = Path(__file__).parents[1]
    return next(each for each in (package / "notebooks", package.parents[1] / "notebooks") if each.is_dir())
