"""Products appear whole or not at all, and only where nothing of somebody else's can be lost.

A folder may be written to where it is absent, empty, or marked as ours by the one line in its README. A product is
made beside that folder, in a temporary place on the same disk, and moved when it is complete.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from witness.errors import OutputError

# The manifest: a README with this one line marks a folder as Witness's own.
MARK = "Made by Witness: what the commands make goes here, and the next build replaces it."


@contextmanager
def replacing(out: Path, owned: tuple[str, ...], folder: Path) -> Iterator[Path]:
    """A temporary place whose contents become `out`'s when the block ends well; after an error nothing has changed.

    `owned` are the names that this product may have in `out`: those made now are put there, the others of them are
    removed, and anything else in `out` stays. Raises OutputError, before anything is made, where `out` is not ours or
    lies in `folder`, which holds the articles.
    """
    _refuse_foreign(out, owned, folder)
    try:
        existing = next(each for each in (out, *out.absolute().parents) if each.is_dir())
        beside = existing if existing != out else out.absolute().parent
        place = Path(tempfile.mkdtemp(prefix=".witness-", dir=beside))
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another place") from None
    try:
        new = place / "new"
        new.mkdir()
        yield new
        (new / "README.md").write_text(MARK + "\n", encoding="utf-8")
        _move(new, out, owned, place)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); nothing was replaced") from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _refuse_foreign(out: Path, owned: tuple[str, ...], folder: Path) -> None:
    resolved, source = out.resolve(), folder.resolve()
    if resolved == source or source in resolved.parents:
        raise OutputError(f"{out}: lies in the folder of the articles, {folder}; choose a place outside it")
    if any(resolved / name in (source, *source.parents) for name in owned):
        raise OutputError(f"{out}: the articles' folder {folder} would be replaced; choose another place")
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OutputError(f"{out}: is not a folder; choose a folder, or a name that does not exist yet")
    try:
        ours = not out.exists() or not os.listdir(out) or _marked(out)
    except OSError as error:
        raise OutputError(f"{out}: cannot be read ({error.strerror}); choose another place") from None
    if not ours:
        raise OutputError(f"{out}: holds files that Witness did not make; choose an empty folder or a new name")


def _marked(out: Path) -> bool:
    readme = out / "README.md"
    with suppress(OSError, UnicodeDecodeError):
        return readme.read_text(encoding="utf-8").startswith(MARK)
    return False


def _move(new: Path, out: Path, owned: tuple[str, ...], place: Path) -> None:
    """Put the finished product in place; what it replaces is set aside first and removed last."""
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        new.replace(out)
        return
    old = place / "old"
    old.mkdir()
    for name in owned:
        if (out / name).exists():
            (out / name).replace(old / name)
        if (new / name).exists():
            (new / name).replace(out / name)
    if not _marked(out):
        (new / "README.md").replace(out / "README.md")
