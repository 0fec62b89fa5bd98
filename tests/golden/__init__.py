"""Reading the keys, and scoring a partition of a page against one."""

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def kinds(raw: str, key: str) -> list[str | None]:
    """The kind of each character of a page, from its key; None for white space between pieces."""
    found: list[str | None] = [None] * len(raw)
    at = 0
    for line in filter(None, key.split("\n")):
        kind, _, text = line.partition("\t")
        start = raw.index(text, at)
        assert not raw[at:start].strip(), f"the key leaves out {raw[at:start].strip()[:60]!r}"
        at = start + len(text)
        found[start:at] = [kind] * len(text)
    assert not raw[at:].strip(), f"the key leaves out {raw[at:].strip()[:60]!r}"
    return found


def pairs(name: str) -> Iterator[tuple[str, str, str]]:
    """The name, the page and the key of each pair in a set; the seeds' pages lie in `seeds/`."""
    for path in sorted((HERE / "pages" / name).glob("*.key")):
        page = path.with_suffix(".txt")
        if name == "seeds":
            [page] = (HERE.parents[1] / "seeds").glob(f"{path.stem}_*.txt")
        yield path.stem, page.read_bytes().decode("utf-8"), path.read_bytes().decode("utf-8")
