"""The articles of an archive, one after the other: as tables, as lines, or as files.

A folder of a few articles is read whole (`corpus`), and all that is known of it is checked. An archive is read as a
stream: a few articles are held at a time, and of each only an id, its text and, where it is asked for, its source. What
cannot be read is refused by the name of the file, the row and the field, and nothing is guessed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from witness import corpus
from witness.errors import CorpusError, EngineError, Fault

# Rows of a table that are held at once.
_ROWS = 256


@dataclass(frozen=True, slots=True)
class Archive:
    """Where articles lie, and what their fields are called; without `source` no source is read."""

    path: str | Path
    id: str = "id"
    text: str = "text"
    source: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The option that names a field, and the field; the source only where it is asked for."""
        return {"id": self.id, "text": self.text} | ({"source": self.source} if self.source else {})


class Entry(NamedTuple):
    """One article as it is read."""

    id: str
    text: str
    source: str | None = None


def arrow() -> tuple[Any, Any]:
    """The packages pyarrow and pyarrow.parquet; EngineError with the sentence that says how to get them."""
    try:
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        raise EngineError("collections need pyarrow; install it with pip install 'witness[collections]'") from None
    return pyarrow, pyarrow.parquet


def entries(archive: Archive) -> Iterator[Entry]:
    """The articles of an archive, one after the other: files of parquet, lines of JSON, or a folder of articles.

    >>> [each.id[:3] for each in entries(Archive(Path("seeds")))]
    ['000', '001', '002', '003', '004']

    A folder holds parts of the first two kinds, at any depth, or else one article a file, whose id is the file's name.
    Raises CorpusError where a field is missing or null, a line is no JSON, or a file is damaged.
    """
    for path in parts(Path(archive.path)):
        if path.is_dir():
            yield from (Entry(name, text) for name, text in corpus.texts(path))
            continue
        for where, record in (_rows if path.suffix == ".parquet" else _lines)(archive, path):
            yield _entry(where, archive, record)


def parts(path: Path) -> list[Path]:
    """The files that hold an archive, sorted; or the folder itself where each article is a file of its own.

    >>> parts(Path("seeds"))
    [PosixPath('seeds')]
    """
    if not path.exists():
        raise fault(path, "there is no such file or folder", "check the name")
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.suffix in (".parquet", ".jsonl") and each.is_file())
        return found or [path]
    if path.suffix not in (".parquet", ".jsonl"):
        raise fault(path, "is neither .parquet nor .jsonl nor a folder", "convert it, or rename it")
    return [path]


def count(archive: Archive) -> int:
    """How many articles there are to read, by what a table says of itself, or by lines or files.

    >>> count(Archive(Path("seeds")))
    5
    """
    found = parts(Path(archive.path))
    if found[0].is_dir():
        return sum(each.suffix in corpus.SUFFIXES for each in found[0].iterdir() if each.stem != "README")
    return sum(_rows_of(path) if path.suffix == ".parquet" else _lines_of(path) for path in found)


def fault(where: object, what: str, way_out: str) -> CorpusError:
    """One fault as an error."""
    return CorpusError([Fault(str(where), what, way_out)])


def _rows(archive: Archive, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    pa, parquet = arrow()
    wanted, row = archive.fields, 0
    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            for option, name in wanted.items():
                if name not in names:
                    way_out = f"name one of its columns with --{option}: {', '.join(names)}"
                    raise fault(path, f"has no column {name!r}", way_out)
            for batch in file.iter_batches(_ROWS, columns=list(wanted.values())):
                for record in batch.to_pylist():
                    row += 1
                    yield f"{path}, row {row}", record
    except (pa.ArrowException, OSError) as error:
        said = str(error).splitlines()[0].rstrip(". ")
        raise fault(path, f"cannot be read as parquet ({said})", "copy the file again") from None


def _rows_of(path: Path) -> int:
    pa, parquet = arrow()
    try:
        return int(parquet.read_metadata(path).num_rows)
    except (pa.ArrowException, OSError):
        return 0  # said by name when its turn comes


def _lines(archive: Archive, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                where = f"{path}, line {number}"
                if not line.strip():
                    continue
                try:
                    record = json.loads(line)
                except (ValueError, RecursionError):
                    raise fault(where, "is no JSON in UTF-8", "write one JSON object a line") from None
                if not isinstance(record, dict):
                    raise fault(where, "is no JSON object", "write one JSON object a line")
                yield where, record
    except OSError as error:
        raise fault(path, f"cannot be read ({error.strerror})", "check the file and its permissions") from None


def _lines_of(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(lot.count(b"\n") for lot in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0


def _entry(where: str, archive: Archive, record: dict[str, Any]) -> Entry:
    values: dict[str, Any] = {}
    for option, name in archive.fields.items():
        value = record.get(name)
        if value is None and option != "source":
            state = "null" if name in record else "missing"
            raise fault(where, f"the field {name!r} is {state}", f"fill it, or name another with --{option}")
        if type(value) is int and option != "text":
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise fault(where, f"the field {name!r} is {type(value).__name__} and not text", "write it as text")
        if value is not None and option != "text" and not value.isprintable():
            raise fault(where, f"the {option} {value!r} holds characters that cannot be shown", "give it another")
        values[option] = value
    return Entry(**values)
