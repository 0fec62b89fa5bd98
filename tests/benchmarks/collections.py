"""Large collections: what `witness passages` costs and finds as they grow, and near-duplicates beside other libraries.

    python -m tests.benchmarks.collections [--sizes 10000 100000] [--memory 4GB] [--near 2000] [--place FOLDER]

The collections are those of `planted.py`, written as they are made; some articles wait, so that those of one story lie
apart. Each run is a process of its own: CPU seconds and the peak of memory are what the system says of it. Passages are
judged as in `score.py`, for all articles of so many stories that their truth fits in memory; what they share with any
article outside their story is false. A near-duplicate is a reprint, also of a reprint, or both of one article.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tests.benchmarks import peers
from tests.benchmarks.planted import ORIGIN, SITE, SITES, STORY, Author, Passage, Tokens, passages, printed
from tests.benchmarks.score import score

WAITING = 20_000  # articles among which one is drawn
JUDGED = 20_000  # articles whose passages are judged
JACCARD = (0.1, 0.2, 0.3, 0.4, 0.5, 0.7)  # the other libraries are given the best of these
ROWS = 2_000  # of a row group


class Page(NamedTuple):
    """One article: its number, its text, its site, the number of the article it reprints in the end, and its words."""

    number: int
    text: str
    site: int
    reprints: int
    words: tuple[Any, Any, Any]  # origin, start, end


class Watched(Author):
    """An author who remembers what was reprinted."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.first: list[tuple[Tokens, Tokens]] = []

    def syndicated(self, text: Tokens) -> Tokens:
        """As any author does it; the copy is kept beside the first of its kind."""
        copy = super().syndicated(text)
        self.first.append((copy, next((first for each, first in self.first if each is text), text)))
        return copy


def stories(count: int, seed: int = 0) -> Iterator[list[Page]]:
    """The stories of `planted.py`, one after the other, until there are so many articles.

    >>> made = [page for story in stories(30) for page in story]
    >>> sorted(page.number for page in made) == list(range(30)), made[0].text == next(stories(30))[0].text
    (True, True)
    """
    author = Watched(seed)
    sites = [author.site() for _ in range(max(SITES, count // SITE))]
    popularity, sizes = (1 / np.arange(1, many + 1) for many in (len(sites), STORY))
    numbers = author.rng.permutation(count).tolist()
    while numbers:
        size = min(int(author.rng.choice(STORY, p=sizes / sizes.sum())) + 1, len(numbers))
        author.first = []
        bodies = author.story(size)
        mine = [numbers.pop() for _ in bodies]
        pages = []
        for number, body in zip(mine, bodies, strict=True):
            first = next((first for copy, first in author.first if copy is body), body)
            reprints = next(name for name, each in zip(mine, bodies, strict=True) if each is first)
            site = int(author.rng.choice(len(sites), p=popularity / popularity.sum()))
            page = np.concatenate([sites[site][0], body, sites[site][1]], axis=1)
            text, start, end = printed(page)
            pages.append(Page(number, text, site, reprints, (page[ORIGIN], start, end)))
        yield sorted(pages, key=lambda each: each.number)


def truth(story: list[Page]) -> Iterator[Passage]:
    """What the articles of one story share, by the rule of `planted.py`."""
    for left, i, j, right, k, m in passages([each.words[0] for each in story]).tolist():
        (_, start, end), (_, right_start, right_end) = story[left].words, story[right].words
        yield (story[left].number, start[i], end[j], story[right].number, right_start[k], right_end[m])


def mixed(pages: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """The same in an order in which neighbours come apart, though never all are held."""
    rng, waiting = np.random.default_rng(0), []
    for each in pages:
        waiting.append(each)
        if len(waiting) > WAITING:
            yield waiting.pop(int(rng.integers(WAITING)))
    yield from waiting


def write(count: int, path: Path) -> tuple[set[int], list[Passage]]:
    """Write a collection as parquet; the numbers of the articles that are judged, and what these share."""
    judged: set[int] = set()
    known: list[Passage] = []

    def rows() -> Iterator[tuple[str, str, str]]:
        for story in stories(count):
            if len(judged) < JUDGED:
                judged.update(each.number for each in story)
                known.extend(truth(story))
            yield from ((f"{each.number:09d}", each.text, f"site {each.site}") for each in story)

    lot: list[tuple[str, str, str]] = []
    schema = pa.schema([(name, pa.string()) for name in ("id", "text", "site")])
    with pq.ParquetWriter(path, schema) as writer:
        for row in mixed(rows()):
            lot.append(row)
            if len(lot) == ROWS:
                writer.write_table(pa.table([pa.array(column) for column in zip(*lot, strict=True)], schema=schema))
                lot = []
        if lot:
            writer.write_table(pa.table([pa.array(column) for column in zip(*lot, strict=True)], schema=schema))
    return judged, known


def run(path: Path, out: Path, options: list[str]) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and the peak of memory in GB of one run of the command, in a process of its own."""
    script = (
        "import sys; from tests.benchmarks.peers import peak; from witness.report.command import main; "
        "status = main(sys.argv[1:]); print(f'peak {peak()}'); sys.exit(status)"
    )
    command = [sys.executable, "-c", script, "passages", str(path), "-o", str(out), *options]
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    print("\n".join(each for each in said.splitlines() if " " in each and not each.startswith("peak")))
    return spent, time.monotonic() - started, float(said.split()[-1]) / 1000


def found(out: Path, judged: set[int]) -> Iterator[Passage]:
    """The passages found of the articles that are judged."""
    for batch in pq.ParquetFile(out / "passages.parquet").iter_batches():
        columns = [batch.column(at).cast(pa.int64()).to_numpy() for at in range(6)]
        mine = np.isin(columns[0], list(judged)) | np.isin(columns[3], list(judged))
        yield from zip(*(column[mine].tolist() for column in columns), strict=True)  # type: ignore[misc]


def near(count: int, place: Path) -> None:
    """One line for each way to find near-duplicates: F1, and CPU seconds."""
    pages = sorted((page for story in stories(count) for page in story), key=lambda each: each.number)
    texts = [each.text for each in pages]
    kin: dict[int, list[int]] = {}
    for each in pages:
        kin.setdefault(each.reprints, []).append(each.number)
    planted = {pair for each in kin.values() for pair in combinations(each, 2)}

    def line(name: str, pairs: set[tuple[int, int]], spent: float) -> None:
        right = len(pairs & planted)
        precision, recall = right / max(1, len(pairs)), right / max(1, len(planted))
        balance = 2 * right / max(1, len(pairs) + len(planted))
        print(
            f"{name}: F1 {balance:.3f} (recall {recall:.3f}, precision {precision:.3f}), CPU {spent:.2f} s", flush=True
        )

    print(f"near-duplicates, {count:,} articles, {len(planted):,} planted pairs")
    path, out = place / "near.parquet", place / "near"
    pq.write_table(pa.table({"id": [f"{each.number:09d}" for each in pages], "text": texts}), path)
    spent, _, _ = run(path, out, [])
    table = pq.read_table(out / "articles.parquet").to_pydict()
    kin = {}
    for article, group in zip(table["article"], table["group"], strict=True):
        kin.setdefault(int(group), []).append(int(article))
    line(
        "witness, with its start and its files",
        {pair for each in kin.values() for pair in combinations(each, 2)},
        spent,
    )
    for name in ("datasketch", "rensa"):
        for peers.JACCARD in JACCARD:
            start = time.process_time()
            alike = {(each[0], each[3]) for each in peers.PEERS[name](texts)}
            line(f"{name}, Jaccard {peers.JACCARD}", alike, time.process_time() - start)


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--memory", default="4GB")
    parser.add_argument(
        "--near", type=int, default=2_000, help="articles among which near-duplicates are sought; 0: none"
    )
    parser.add_argument("--place", type=Path, help="a folder on a large disk")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.place) as name:
        place, first = Path(name), {}
        if given.near:
            near(given.near, place)
        for count in given.sizes:
            judged, known = write(count, path := place / f"{count}.parquet")
            for options in ([], ["--source", "site"]):
                cpu, wall, peak = run(path, out := place / "out", [*options, "--memory", given.memory])
                ratio = cpu / count / first.setdefault(len(options), cpu / count)
                print(
                    f"{count:,} articles {' '.join(options)}: CPU {cpu:.0f} s, {1e3 * cpu / count:.2f} ms each",
                    end=", ",
                )
                print(f"{ratio:.2f} of the first; wall {wall:.0f} s; peak {peak:.2f} GB")
                print(f"  {score(found(out, judged), known)}", flush=True)
            path.unlink()


if __name__ == "__main__":
    main()
