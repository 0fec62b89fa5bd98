"""Measure witness beside other libraries: the same texts, the same machine, each in a process of its own.

    python -m tests.benchmarks.peers FOLDER [--sizes 10 200] [--limit 120] [--peers witness quid] [--key key.json]

Every peer is used as its documentation suggests, over words of `\\w+` without case where it takes words. Where one
gives only blocks of equal words, neighbours are joined into passages, so that a changed word does not count against it.
Nothing but the standard library is imported here at the top: what a peer imports is part of what it costs.
"""

import argparse
import difflib
import json
import multiprocessing
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import combinations
from pathlib import Path
from typing import Any

Passage = tuple[int, int, int, int, int, int]  # left, left_start, left_end, right, right_start, right_end
Block = tuple[int, int, int, int]  # left_start, left_end, right_start, right_end: of words, or of characters

GAP = 12  # words which may lie between two blocks of a passage
LEAST = 8  # words of a passage
BLOCK = 3  # words of a block; shorter ones are mostly chance
SENTENCE = 40  # characters of a sentence worth looking for
ALIKE = 80  # of 100: how like a sentence its match must be
SHINGLE = 5  # words
JACCARD = 0.5  # the least likeness of two near-duplicates; quotations are far below it
PERMUTATIONS = 128
QUICK = 2.0  # seconds under which a run is repeated, and the best of all counts
REPEATS = 5


def witness(texts: list[str]) -> list[Passage]:
    """Witness itself."""
    from witness.passages import shared

    return [each[:6] for each in shared(texts)]


def difflib_blocks(texts: list[str]) -> list[Passage]:
    """The standard library: equal runs of at least `LEAST` words."""
    return in_words(texts, difflib_words, gap=0, shortest=LEAST)


def difflib_joined(texts: list[str]) -> list[Passage]:
    """The standard library, with equal runs joined across changed words."""
    return in_words(texts, difflib_words)


def quid(texts: list[str]) -> list[Passage]:
    """Quid, made to find quotations of a source in a later text, with its own defaults."""
    from quid.core.Quid import Quid

    finder = Quid(include_text_in_result=False)
    found = []
    for left, right in combinations(range(len(texts)), 2):
        for match in finder.compare(texts[left], texts[right]):
            source, copy = match.source_span, match.target_span
            found.append((left, source.start, source.end, right, copy.start, copy.end))
    return found


def rapidfuzz_words(texts: list[str]) -> list[Passage]:
    """RapidFuzz, one alignment of all words of two articles, with equal runs joined across changed words."""
    from rapidfuzz.distance import Indel

    def blocks(left: list[int], right: list[int]) -> Iterator[Block]:
        for each in Indel.opcodes(left, right):
            if each.tag == "equal":
                yield each.src_start, each.src_end, each.dest_start, each.dest_end

    return in_words(texts, blocks)


def rapidfuzz_sentences(texts: list[str]) -> list[Passage]:
    """RapidFuzz, each sentence of the left article where it fits best in the right one, neighbours joined."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    sentences = [[each.span() for each in re.finditer(r"[^.?!\n]+", text)] for text in texts]
    found = []
    for left, right in combinations(range(len(texts)), 2):
        blocks = []
        for start, end in sentences[left]:
            if end - start < SENTENCE:
                continue
            fit = partial_ratio_alignment(texts[left][start:end], texts[right], score_cutoff=ALIKE)
            if fit:
                blocks.append((start, end, fit.dest_start, fit.dest_end))
        found += [(left, *span[:2], right, *span[2:]) for span in joined(blocks, gap=SENTENCE, least=SENTENCE)]
    return found


def collatex(texts: list[str]) -> list[Passage]:
    """CollateX, made to collate whole witnesses of one text: two at a time, equal words joined."""
    from collatex import Collation, collate

    def blocks(left: list[int], right: list[int]) -> Iterator[Block]:
        collation = Collation()
        for name, side in (("left", left), ("right", right)):
            tokens = [{"t": f"{word} ", "n": str(word), "at": at} for at, word in enumerate(side)]
            collation.add_witness({"id": name, "tokens": tokens})
        run: Block | None = None
        for column in collate(collation, segmentation=False).columns:
            sides = [column.tokens_per_witness.get(name) for name in ("left", "right")]
            if not all(sides) or column.variant:
                continue
            i, j = (each[0].token_data["at"] for each in sides)
            if run and (run[1], run[3]) == (i, j):
                run = run[0], i + 1, run[2], j + 1
                continue
            if run:
                yield run
            run = i, i + 1, j, j + 1
        if run:
            yield run

    return in_words(texts, blocks)


def datasketch(texts: list[str]) -> list[Passage]:
    """Datasketch, MinHash LSH over shingles: pairs of articles only, given as passages that are the whole texts."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    sketches: list[Any] = []
    found = []
    for right, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([each.encode() for each in shingles(text)])
        for left in sorted(index.query(sketch)):
            if sketch.jaccard(sketches[left]) >= JACCARD:
                found.append(whole(texts, left, right))
        index.insert(right, sketch)
        sketches.append(sketch)
    return found


def rensa(texts: list[str]) -> list[Passage]:
    """Rensa, the same in Rust: pairs of articles only."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS, num_bands=PERMUTATIONS // 4)
    sketches: list[Any] = []
    found = []
    for right, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(shingles(text))
        for left in sorted(index.query(sketch)):
            if sketch.jaccard(sketches[left]) >= JACCARD:
                found.append(whole(texts, left, right))
        index.insert(right, sketch)
        sketches.append(sketch)
    return found


PEERS: dict[str, Callable[[list[str]], list[Passage]]] = {
    "witness": witness,
    "difflib": difflib_blocks,
    "difflib joined": difflib_joined,
    "quid": quid,
    "rapidfuzz words": rapidfuzz_words,
    "rapidfuzz sentences": rapidfuzz_sentences,
    "collatex": collatex,
    "datasketch": datasketch,
    "rensa": rensa,
}
PAIRS_ONLY = {"datasketch", "rensa"}


def difflib_words(left: list[int], right: list[int]) -> Iterator[Block]:
    """Equal runs of two lists of words."""
    for i, j, size in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        yield i, i + size, j, j + size


def in_words(
    texts: list[str],
    blocks: Callable[[list[int], list[int]], Iterable[Block]],
    gap: int = GAP,
    shortest: int = BLOCK,
) -> list[Passage]:
    """Passages of all pairs of articles, from what finds the equal runs of two lists of (numbered) words."""
    numbers: dict[str, int] = {}
    spans = [[each.span() for each in re.finditer(r"\w+", text)] for text in texts]
    words = [
        [numbers.setdefault(text[start:end].casefold(), len(numbers)) for start, end in each]
        for text, each in zip(texts, spans, strict=True)
    ]
    found = []
    for left, right in combinations(range(len(texts)), 2):
        long = (each for each in blocks(words[left], words[right]) if each[1] - each[0] >= shortest)
        for i, j, k, m in joined(long, gap, LEAST):
            left_span, right_span = (
                (spans[left][i][0], spans[left][j - 1][1]),
                (spans[right][k][0], spans[right][m - 1][1]),
            )
            found.append((left, *left_span, right, *right_span))
    return found


def joined(blocks: Iterable[Block], gap: int, least: int) -> list[Block]:
    """Blocks with at most `gap` between them on either side made one; those with `least` in common are kept.

    >>> joined([(0, 5, 0, 5), (6, 10, 7, 11), (90, 95, 90, 95)], gap=2, least=8)
    [(0, 10, 0, 11)]
    """
    passages: list[tuple[Block, int]] = []
    for start, end, right_start, right_end in blocks:
        if passages:
            last, common = passages[-1]
            if 0 <= start - last[1] <= gap and 0 <= right_start - last[3] <= gap and gap:
                passages[-1] = (last[0], end, last[2], right_end), common + end - start
                continue
        passages.append(((start, end, right_start, right_end), end - start))
    return [block for block, common in passages if common >= least]


def shingles(text: str) -> list[str]:
    """All runs of `SHINGLE` words, without case."""
    words = re.findall(r"\w+", text.casefold())
    return [" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))]


def whole(texts: list[str], left: int, right: int) -> Passage:
    """Two articles as one passage, for peers that name no place."""
    return left, 0, len(texts[left]), right, 0, len(texts[right])


def peak() -> float:
    """The most memory this process ever had, in MB (10^6 bytes), interpreter and texts included."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not ru_maxrss, which on Linux a process takes over from the one that started it.
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) * 1024 / 1e6  # type: ignore[index]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


def measure(name: str, texts_path: str, result_path: str) -> None:
    """Run one peer, in a fresh process, and write down what it found and what it cost."""
    texts = json.loads(Path(texts_path).read_text(encoding="utf-8"))
    result: dict[str, Any] = {}
    runs: list[tuple[float, float]] = []
    try:
        while not runs or (len(runs) <= REPEATS and runs[0][1] < QUICK):
            cpu, wall = time.process_time(), time.perf_counter()
            found = PEERS[name](texts)
            runs.append((time.process_time() - cpu, time.perf_counter() - wall))
        result = {"found": found, "first": runs[0][0], "cpu": min(runs)[0], "wall": min(run[1] for run in runs)}
    except ImportError as error:
        result["error"] = f"not installed ({error.name})"
    except NotImplementedError as error:
        result["error"] = f"not written yet ({error})"
    except Exception as error:  # a peer that fails is a row of the table, not the end of it
        result["error"] = f"failed: {type(error).__name__}: {error}"
    result["peak"] = peak()
    Path(result_path).write_text(json.dumps(result), encoding="utf-8")


def measured(name: str, texts: list[str], limit: float) -> dict[str, Any]:
    """What one peer found in the texts and what it cost, or why it did not."""
    with tempfile.TemporaryDirectory() as folder:
        texts_path, result_path = Path(folder, "texts.json"), Path(folder, "result.json")
        texts_path.write_text(json.dumps(texts), encoding="utf-8")
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, texts_path, result_path))
        process.start()
        process.join(limit)
        if process.is_alive():
            process.kill()
            process.join()
            return {"error": f"over {limit:.0f} s", "slow": True}
        if not result_path.exists():
            return {"error": f"ended with status {process.exitcode}", "slow": True}
        return json.loads(result_path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def apart_from(furniture: list[tuple[int, int, int]], found: list[Passage]) -> list[Passage]:
    """Found passages but for those whose middle is in a site's header or footer on both sides."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for article, start, end in furniture:
        spans.setdefault(article, []).append((start, end))

    def inside(article: int, start: int, end: int) -> bool:
        return any(first <= (start + end) / 2 < last for first, last in spans.get(article, []))

    return [each for each in found if not (inside(*each[:3]) and inside(*each[3:]))]


HEADINGS = (
    "collection, peer, CPU s first, CPU s best, wall s best, peak MB, CPU / witness, wall / witness, peak / witness, "
    "passages, recall, precision, char recall, char precision, granularity, precision*, char precision*, pair recall, "
    "pair precision*"
).split(", ")


def row(collection: str, name: str, result: dict[str, Any], ours: dict[str, Any], truth: Any) -> list[str]:
    """One line of the table; truth is passages and furniture, or nothing."""
    if "error" in result:
        return [collection, name, result["error"], *[""] * (len(HEADINGS) - 3)]
    costs = [f"{result[each]:.3g}" for each in ("first", "cpu", "wall")] + [f"{result['peak']:.0f}"]
    ratios = [f"{result[each] / ours[each]:.3g}" if "found" in ours else "" for each in ("cpu", "wall", "peak")]
    quality = [""] * 9
    if truth is not None:
        from tests.benchmarks.score import pairs, score

        passages, furniture = truth
        apart = apart_from(furniture, result["found"])
        starred, by_pair = score(apart, passages), pairs(apart, passages)
        shares = [*score(result["found"], passages), starred.precision, starred.char_precision, *by_pair]
        quality = [f"{each:.3f}" for each in shares]
        if name in PAIRS_ONLY:
            quality[:7] = ["pairs only", *[""] * 6]
    return [collection, name, *costs, *ratios, f"{len(result['found']):,}", *quality]


def main() -> None:
    """Print one table: a line for each collection and peer."""
    parser = argparse.ArgumentParser(description="Measure witness beside other libraries.")
    parser.add_argument("folder", type=Path, help="a folder of articles (.txt)")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 200, 1_000, 10_000], help="planted collections")
    parser.add_argument("--limit", type=float, default=120, help="seconds for each peer and collection")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=list(PEERS), metavar="PEER")
    parser.add_argument("--key", type=Path, help="passages of the folder, a JSON list of six numbers each")
    wanted = parser.parse_args()
    for package in ("quid", "rapidfuzz", "collatex", "datasketch", "rensa", "numpy"):
        try:
            print(package, version(package), end="; ")
        except PackageNotFoundError:
            print(package, "missing", end="; ")
    print(f"Python {sys.version.split()[0]}\n")
    print(f"| {' | '.join(HEADINGS)} |\n|{' --- |' * 2}{' ---: |' * (len(HEADINGS) - 2)}", flush=True)
    slow = set()
    for size in [0, *sorted(wanted.sizes)]:
        truth: tuple[Any, Any] | None
        if size:
            from tests.benchmarks.planted import planted

            texts, passages, furniture = planted(size)
            collection, truth = f"{size:,} planted", (passages, furniture)
        else:
            texts = [each.read_bytes().decode("utf-8") for each in sorted(wanted.folder.glob("*.txt"))]
            collection = f"{len(texts)} in {wanted.folder.name}"
            truth = (json.loads(wanted.key.read_text(encoding="utf-8")), []) if wanted.key else None
        ours: dict[str, Any] = {}
        for name in PEERS:
            if name not in wanted.peers:
                continue
            too_slow = {"error": "not run: a smaller collection was too much"}
            result = too_slow if name in slow else measured(name, texts, wanted.limit)
            if result.get("slow"):
                slow.add(name)
            if name == "witness":
                ours = result
            print(f"| {' | '.join(row(collection, name, result, ours, truth))} |", flush=True)
    print("\n* without found passages that lie in a site's header or footer on both sides")


if __name__ == "__main__":
    main()
