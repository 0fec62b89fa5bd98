"""Products appear whole or not at all, and only where nothing of somebody else's can be lost.

A folder may be written to where it is absent, empty, or marked as ours by the one line in its README. A product is
made beside that folder, in a temporary place on the same disk. When it is complete, and beside it stands all that the
folder held besides, the two folders change places in one step: whenever the program is stopped, one of them is whole.
"""

import ctypes
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from witness.errors import OutputError

# The manifest: a README with this one line marks a folder as Witness's own.
MARK = "Made by Witness: what the commands make goes here, and the next build replaces it."


# What a temporary place is called, and the seconds after which nobody can be at work in it.
_PREFIX, _DAY = ".witness-", 86_400


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
        _swept(beside)
        place = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=beside))
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


def _swept(beside: Path) -> None:
    """Remove what a build left that was killed more than a day ago."""
    for left in beside.glob(f"{_PREFIX}*"):
        if time.time() - left.stat().st_mtime > _DAY:
            shutil.rmtree(left, ignore_errors=True)


def _marked(out: Path) -> bool:
    readme = out / "README.md"
    with suppress(OSError, UnicodeDecodeError):
        return readme.read_text(encoding="utf-8").startswith(MARK)
    return False


def _move(new: Path, out: Path, owned: tuple[str, ...], place: Path) -> None:
    """Put the finished product in place, with what stands there and is not replaced; the old folder goes last."""
    out.parent.mkdir(parents=True, exist_ok=True)
    if not out.exists():
        new.replace(out)
        return
    for kept in sorted(out.iterdir()):
        if kept.name in owned or (new / kept.name).exists():
            continue
        if kept.is_dir() and not kept.is_symlink():
            shutil.copytree(kept, new / kept.name, symlinks=True, copy_function=_linked)
        else:
            _linked(kept, new / kept.name)
    shutil.copymode(out, new)
    if not _exchanged(new, out):
        out.replace(place / "old")
        new.replace(out)


def _linked(source: str | Path, copy: str | Path) -> None:
    """The same file under another name; a copy, where the disk cannot do that."""
    try:
        os.link(source, copy, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, copy, follow_symlinks=False)


def _exchanged(left: Path, right: Path) -> bool:
    """Let two folders change places in one step, where the system can; Python has no call for it (renameat2(2))."""
    here, exchange = -100, 2
    try:
        call = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # another system, or an old one
        return False
    return bool(call(here, os.fsencode(left), here, os.fsencode(right), exchange) == 0)
