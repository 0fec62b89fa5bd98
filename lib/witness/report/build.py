"""The report on a folder, from what it is made of to what is written.

The notebooks run in their kernels while the pages of the articles are prepared beside them; then all is written at
once. A report whose makings have not changed is not made again: its list of files says from what it was made.
"""

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from importlib.metadata import requires, version
from pathlib import Path

from witness.articles import Corpus
from witness.corpus import read
from witness.report import notebook_folder
from witness.report.outputs import replacing

# The list of a report's files, each with its digest, as sha256sum reads it; its first line says what it was made from.
SUMS = "html/SHA256SUMS"

_PRODUCTS = ("html", "witness.html")


def build(folder: Path, out: Path, corpus: Corpus | None = None, fresh: bool = False) -> bool:
    """Write the report on `folder` into `out`, and say whether that was needed.

    `corpus` is an edition of what the folder holds, if not all is to be shown. Nothing is made where `out` holds the
    same report already, unless `fresh`. Runs every notebook once. Raises CorpusError, NotebookError or OutputError,
    and then leaves `out` as it was.
    """
    corpus = corpus or read(folder)
    made_from = f"# made from {_digest([*_makings(folder), ('edition', repr(corpus.excerpts).encode())])}\n"
    if not fresh and _stands(out, made_from):
        return False
    with replacing(out, _PRODUCTS, folder) as place:
        texts = _files(corpus, folder)
        sums = "".join(f"{sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items()))
        for name, text in {**texts, SUMS: made_from + sums}.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, encoding="utf-8", newline="")
    return True


def _files(corpus: Corpus, folder: Path) -> dict[str, str]:
    from witness.report import notebooks

    with ThreadPoolExecutor(max_workers=1) as beside:
        layers = beside.submit(_layers, corpus)
        sources = notebooks.paths()
        runs = notebooks.run_all(corpus, folder, sources)
        from witness.report import site

        return site.files(corpus, zip((each.name for each in sources), runs, strict=True), layers.result())


def _layers(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    from witness.report import site

    return site.layers(corpus)


def _stands(out: Path, made_from: str) -> bool:
    """Whether a report stands in `out` that was made from the same, and is as it was made."""
    try:
        first, *sums = (out / SUMS).read_text(encoding="utf-8").splitlines(keepends=True)
        told = [line.rstrip("\n").split("  ", 1) for line in sums]
        return first == made_from and all(
            sha256((out / name).read_bytes()).hexdigest() == digest for digest, name in told
        )
    except (OSError, ValueError):
        return False


def _makings(folder: Path) -> Iterable[tuple[str, bytes]]:
    """What a report is made from: the folder's files, those of this package, and the libraries by their versions."""
    package = Path(__file__).parents[1]
    for place in (folder, package, notebook_folder()):
        for path in sorted(place.rglob("*") if place is package else place.iterdir()):
            within = place is package and notebook_folder() in path.parents
            if path.is_file() and path.suffix != ".pyc" and not within:
                yield path.relative_to(place).as_posix(), path.read_bytes()
    names = sorted(re.split(r"[^\w.-]", each)[0] for each in requires("witness") or () if "extra ==" not in each)
    yield "libraries", " ".join(version(name) for name in names).encode()


def _digest(named: Iterable[tuple[str, bytes]]) -> str:
    total = sha256()
    for name, stored in named:
        total.update(f"{name}\0{len(stored)}\0".encode(errors="surrogateescape") + stored)
    return total.hexdigest()
