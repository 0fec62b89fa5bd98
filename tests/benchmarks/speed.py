"""How fast, how well, how it grows: witness against limits that are measured in the same run.

    python -m tests.benchmarks.speed FOLDER [--sizes 1000 3000 10000]

The limits: difflib over words, for the articles of the folder; and one pass of `re.finditer(r"\\w+")` that keeps
offsets, for planted collections. CPU seconds of one process, the best of three.
"""

import argparse
import math
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from witness.passages import shared

from tests.benchmarks import planted, planted_otherwise
from tests.benchmarks.peers import difflib_blocks
from tests.benchmarks.score import score

ROUNDS = 3
OTHERWISE_LEAST = 12  # words: the other generator's key leaves out what is shorter, such as headlines used again


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The fewest CPU seconds of a few runs."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)


def offsets(texts: list[str]) -> list[list[tuple[int, int]]]:
    """The offsets of every word, by a regular expression, kept."""
    return [[found.span() for found in re.finditer(r"\w+", text)] for text in texts]


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    given = parser.parse_args()
    real = [path.read_text(encoding="utf-8") for path in sorted(given.folder.glob("*.txt"))]
    shared(real)
    ours, limit = best(lambda: shared(real), 20), best(lambda: difflib_blocks(real))
    print(f"{len(real)} articles: {1000 * ours:.1f} ms; difflib over words {limit / ours:.0f} times as much")
    points = []
    for count in given.sizes:
        collection = planted.planted(count)
        texts = collection.texts
        ours, limit = best(lambda texts=texts: shared(texts)), best(lambda texts=texts: offsets(texts))
        points.append((math.log(sum(map(len, texts))), math.log(ours)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count:,} planted: {ours:.2f} s, {ours / limit:.2f} of one pass for offsets; {peak:.1f} GB at most")
        print(f"  {score([each[:6] for each in shared(texts)], collection.passages)}")
    (first, low), (last, high) = points[0], points[-1]
    if last > first:
        print(f"growth exponent {(high - low) / (last - first):.2f}")
    for count in given.sizes:
        other = planted_otherwise.planted(count)
        found = [each[:6] for each in shared(other.texts) if each[6] >= OTHERWISE_LEAST]
        print(f"{count:,} planted otherwise: {score(found, other.passages)}")


if __name__ == "__main__":
    main()
