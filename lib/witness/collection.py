"""Shared passages in a large collection, on one machine: more articles than fit in memory.

An archive holds not five articles but a million. The question is the same, whose words are these, and so are the steps
that answer it (`kernels`). What differs is where the numbers lie. The articles are read once, one after the other;
every four successive words of each are written, as one number, to files in a scratch folder, so that equal numbers meet
in one file. Each file is small enough to be matched in memory. What matches is written to files again, by article, so
that all matches of two articles meet; those become passages. No file is needed after it was read.

Words that very many articles have are the furniture of their pages, and are left out; how many were left out is said.
Where each article names its *source*, what a source prints again and again is its furniture, and what different sources
print is news, so that a story in a hundred papers is still found. Articles most of whose body stands in another are one
*group*: a reprint is no second witness. A passage begins and ends with a whole seed: unlike in `shared`, a lone word
behind a change at its end is not taken in, so that nothing need be looked up in the articles again.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from witness import kernels
from witness.archive import Archive, Entry, arrow, count, entries, fault
from witness.errors import EngineError, OutputError
from witness.passages import WIDE

# What a product of this module consists of, and what the columns are.
FILES = ("passages.parquet", "articles.parquet")
PASSAGES = {
    "left": "string",
    "left_start": "int32",
    "left_end": "int32",
    "right": "string",
    "right_start": "int32",
    "right_end": "int32",
    "words": "int32",
}
ARTICLES = {"article": "string", "words": "int64", "cut": "int64", "group": "string"}

# With a source named, an n-gram may be in so many texts of one source, and in so many texts in all.
OWN, SOURCED = 10, 100

# An article is a near-duplicate where so much of the shorter one's body stands in the other.
CONTAINED = 0.5

# The least memory that the steps below keep to, in bytes.
LEAST_MEMORY = 500_000_000

# Where a seed stands: the number of its text, its place among the words of that text, and its offsets.
PLACE = np.dtype([("text", "<u4"), ("at", "<u4"), ("start", "<i4"), ("end", "<i4")])
SHINGLE = np.dtype([("number", "<u8"), ("place", PLACE)])
PAIR = np.dtype([("left", PLACE), ("right", PLACE)])
PASSAGE = np.dtype([(name, "<i4") for name in PASSAGES])
NEAR = np.dtype([("left", "<i8"), ("right", "<i8")])
_NAMES = list(PASSAGES)

# Scratch files of one kind; characters that are read before they are worked on.
_LOTS, _CHUNK = 512, 1 << 23

Records = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Summary:
    """What was found, and what was left out as boilerplate: different n-grams, and words of all articles."""

    articles: int
    words: int
    passages: int
    groups: int
    ngrams: int
    cut: int
    rule: str

    def __str__(self) -> str:
        share = self.cut / max(1, self.words)
        return (
            f"{self.articles:,} articles of {self.words:,} words share {self.passages:,} passages; {self.groups:,} "
            f"articles are left when those that contain one another count once\n"
            f"left out as boilerplate: {self.ngrams:,} n-grams that {self.rule}, "
            f"{self.cut:,} words ({share:.1%}); articles.parquet says how many of each article"
        )


def passages(archive: Archive, out: Path, memory: int, scratch: Path) -> Summary:
    """Write the passages of an archive, and a row for each article, into the folder `out`.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "in.jsonl").write_text('{"id": "a", "text": "It rained and rained on the town."}')
    ...     passages(Archive(Path(folder, "in.jsonl")), Path(folder), 10**9, Path(folder)).words
    7

    `passages.parquet` is sorted by left, left_start, left_end and right; the left id comes first in the order of text.
    Offsets are code points, half-open; `words` are those in common. `articles.parquet` is sorted by article and has its
    words, those of them in n-grams that were cut, and its group, named by the first article in it. Keeps to about
    `memory` bytes; takes about five times the text in `scratch`. Raises CorpusError, OutputError, EngineError.
    """
    arrow()
    if memory < LEAST_MEMORY:
        raise EngineError(f"--memory: {memory / 1e6:.0f}MB are too few; give at least {LEAST_MEMORY / 1e6:.0f}MB")
    if not scratch.is_dir():
        raise OutputError(f"{scratch}: is no folder; make it, or name another with --scratch")
    try:
        with tempfile.TemporaryDirectory(prefix=".witness-", dir=scratch, ignore_cleanup_errors=True) as place:
            return _Work(archive, Path(place), memory).written(out)
    except _ScratchError as error:
        way_out = "free some space, five times that of the text, or name another folder with --scratch"
        raise OutputError(f"{scratch}: cannot be written ({error}); {way_out}") from None


def key(name: str) -> int:
    """The number of an id or a source: 63 bits of its SHA-256, the same on every machine.

    >>> key("001") == key("001") != key("002")
    True
    """
    return int(sha256(name.encode()).hexdigest()[:16], 16) % (1 << 63)


def rule(archive: Archive) -> str:
    """What is cut, in words.

    >>> rule(Archive(Path("articles.parquet")))
    'more than 25 articles have'
    """
    own = f" or more than {OWN} of one source" if archive.source else ""
    return f"more than {SOURCED if archive.source else WIDE.most} articles{own} have"


def shingled(texts: list[str], first: int) -> tuple[Records, npt.NDArray[np.int64]]:
    """Every seed of texts that are numbered from `first` on, and how many words each text has.

    >>> made, words = shingled(["one two three four five", "one two"], first=7)
    >>> made["place"].tolist(), words.tolist()
    ([(7, 0, 0, 18), (7, 1, 4, 23)], [5, 2])
    """
    found, size = kernels.words(texts), WIDE.size
    number = kernels.shingles(found, size)
    words = np.bincount(found.text, minlength=len(texts))
    rows = np.flatnonzero(found.text[size - 1 :] == found.text[: max(0, len(number) - size + 1)])
    made = np.empty(len(rows), SHINGLE)
    text = found.text[rows]
    made["number"], place = number[rows], made["place"]
    place["text"], place["at"] = text + first, rows - (np.cumsum(words) - words)[text]
    place["start"], place["end"] = found.start[rows], found.end[rows + size - 1]
    return made, words


def matched(
    number: kernels.Hashes, place: Records, source: kernels.Hashes | None = None
) -> tuple[Records, kernels.Rows]:
    """Pairs of places that have a seed in common, the smaller number of text on the left; and the rows that were cut.

    >>> made, _ = shingled(["the old harbour is closed", "an old harbour is closed"], first=0)
    >>> pairs, cut = matched(made["number"], made["place"])
    >>> pairs["left"].tolist(), pairs["right"].tolist(), cut.tolist()
    ([(0, 1, 4, 25)], [(1, 1, 3, 24)], [])

    Rows with one number are in the order of their texts. `source` is a number for the source of each row: what more
    than `OWN` texts of one source have is cut there, and kept where others have it.
    """
    text = place["text"]
    kept, own = np.arange(len(number)), np.zeros(0, np.int64)
    if source is not None:
        own = kernels.repeated(number ^ source, text, OWN)
        kept = np.delete(kept, own)
    left, right, cut = kernels.match(number.take(kept), text.take(kept), SOURCED if source is not None else WIDE.most)
    left, right = kept.take(left), kept.take(right)
    back = text.take(left) > text.take(right)
    pairs = np.empty(len(left), PAIR if place.dtype == PLACE else [("left", place.dtype), ("right", place.dtype)])
    pairs["left"], pairs["right"] = place.take(np.where(back, right, left)), place.take(np.where(back, left, right))
    return pairs, np.concatenate((own, kept.take(cut)))


def early(number: kernels.Hashes, text: Records, most: int) -> kernels.Rows:
    """Rows of some of the texts that are sure to be cut, but for as many of each n-gram as make it sure.

    >>> early(np.array([5, 6, 5, 5, 5], np.uint64), np.arange(5), most=1).tolist()
    [4]

    An engine need not gather these in one place, where a common n-gram of a billion articles would not fit.
    """
    cut = kernels.repeated(number, text, most)
    cut = cut[np.argsort(number[cut], kind="stable")]
    _, starts, many = np.unique(number[cut], return_index=True, return_counts=True)
    return cut[np.arange(len(cut)) - np.repeat(starts, many) > 2 * most]


def joined(pairs: Records, room: int = 1 << 31) -> Records:
    """Passages from all pairs of places that some texts have in common, in no order.

    >>> made, _ = shingled(["an old harbour is closed to all ships", "old harbour is closed to all ships!"], 0)
    >>> joined(matched(made["number"], made["place"])[0]).tolist()
    []

    Seven words in common are not enough. Memory: some 100 bytes a pair, and 20 for each word of these texts, of which
    there may be `room`; where there are more, some texts are done after the others.
    """
    sides = pairs["left"], pairs["right"]
    words = np.zeros(1 + max(int(side["text"].max(initial=0)) for side in sides), np.int64)
    for side in sides:
        np.maximum.at(words, side["text"], side["at"].astype(np.int64) + WIDE.size)
    if words.sum() >= room:
        texts = sides[0]["text"]
        before = texts < max(np.median(texts), texts.min() + 1)
        if not before.all():
            return np.concatenate((joined(pairs[before], room), joined(pairs[~before], room)))
    first = np.cumsum(words) - words
    start, end = np.zeros(words.sum(), np.int32), np.zeros(words.sum(), np.int32)
    rows = [first.take(side["text"]) + side["at"] for side in sides]
    for row, side in zip(rows, sides, strict=True):
        start[row], end[row + WIDE.size - 1] = side["start"], side["end"]
    text = np.repeat(np.arange(len(words), dtype=np.int32), words)
    whole = kernels.chain(kernels.runs(rows[0], rows[1], WIDE.size), text, WIDE)
    made = np.empty(len(whole.words), PASSAGE)
    columns = kernels.columns(whole, kernels.Words(np.zeros(0, np.uint64), start, end, text))
    for name, column in zip(_NAMES, columns, strict=True):
        made[name] = column
    return made


def contained(found: Records, body: npt.NDArray[np.int64]) -> Records:
    """The pairs of texts whose passages have, together, at least half of the words in the body of the shorter.

    >>> found = np.array([(0, 0, 9, 1, 0, 9, 30), (0, 9, 20, 1, 9, 20, 25), (0, 0, 9, 2, 0, 9, 30)], PASSAGE)
    >>> contained(found, np.array([100, 300, 200])).tolist()
    [(0, 1)]

    `found` holds all passages of its pairs; `body` has a number for every text. Words used twice count twice.
    """
    pair = found["left"].astype(np.int64) << 32 | found["right"]
    pair, which = np.unique(pair, return_inverse=True)
    common = np.bincount(which, found["words"], minlength=len(pair))
    left, right = pair >> 32, pair & 0xFFFFFFFF
    enough = common >= CONTAINED * np.minimum(body.take(left), body.take(right))
    made = np.empty(int(enough.sum()), NEAR)
    made["left"], made["right"] = left[enough], right[enough]
    return made


def groups(count: int, pairs: Records) -> npt.NDArray[np.int64]:
    """For each of `count` texts the smallest number that pairs lead to, one after the other.

    >>> groups(5, np.array([(1, 4), (4, 2)], NEAR)).tolist()
    [0, 1, 1, 3, 1]
    """
    group = np.arange(count)
    while ((left := group[pairs["left"]]) != (right := group[pairs["right"]])).any():
        np.minimum.at(group, np.maximum(left, right), np.minimum(left, right))
        while (group[group] != group).any():
            group = group[group]
    return group


def kin(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    """The groups of texts in pairs that are given by id: each id, and the first id of its group; sorted.

    >>> kin(["b", "c"], ["a", "d"])
    [('a', 'a'), ('b', 'a'), ('c', 'c'), ('d', 'c')]
    """
    ids, numbers = np.unique(np.array([*left, *right], object), return_inverse=True)
    pairs = np.empty(len(left), NEAR)
    pairs["left"], pairs["right"] = np.split(numbers, 2)
    return list(zip(ids.tolist(), ids[groups(len(ids), pairs)].tolist(), strict=True))


def covered(place: Records, count: int) -> kernels.Rows:
    """How many words of each of `count` texts are in a seed that begins at one of the places.

    >>> covered(np.array([(1, 0, 0, 0), (1, 1, 0, 0), (1, 50, 0, 0), (2, 7, 0, 0)], PLACE), 3).tolist()
    [0, 9, 4]
    """
    row = np.sort(place["text"].astype(np.int64) << 32 | place["at"])
    words = np.minimum(np.diff(row, append=row[-1:] + WIDE.size), WIDE.size)
    return np.bincount(row >> 32, words, minlength=count).astype(np.int64)


class _Work:
    """The steps of one run, and what is known of each article between them: little enough to be kept."""

    def __init__(self, archive: Archive, scratch: Path, memory: int):
        self.archive, self.memory = archive, memory
        self.shingles, self.cut = _Spill(scratch / "shingles", SHINGLE), _Spill(scratch / "cut", PLACE)
        self.pairs, self.found = _Spill(scratch / "pairs", PAIR), _Spill(scratch / "found", PASSAGE)

    def written(self, out: Path) -> Summary:
        """All steps, one after the other."""
        pa, _ = arrow()
        ids, words, sources = self._read()
        numbers = np.array([key(each.as_py()) for each in ids], np.uint64)
        # Texts are numbered in the order of their keys, so that another engine finds the same left and right.
        rank = _inverse(in_order := np.argsort(numbers, kind="stable"))
        _refuse_twins(self.archive.path, ids, numbers, in_order)
        ngrams = self._match(rank.astype(np.uint32), sources)
        cut = np.zeros(len(ids), np.int64)
        for lot in self.cut.taken(self.memory // 100):
            cut += covered(lot, len(ids))
        named = pa.compute.sort_indices(ids).to_numpy()
        by_id = _inverse(rank[named])  # from the number of a text to the place of its id among all ids
        near = self._join(words[in_order] - cut, by_id)
        group, ids = groups(len(ids), near), ids.take(pa.array(named))
        lots = self.found.taken(self.memory // 200, "writing")
        many = _write(out / FILES[0], PASSAGES, (_table(lot, ids) for lot in lots))
        columns = [ids, words[named], cut[rank[named]], ids.take(pa.array(group))]
        _write(out / FILES[1], ARTICLES, [pa.table(columns, list(ARTICLES))])
        distinct = len(np.unique(group))
        return Summary(len(ids), int(words.sum()), many, distinct, ngrams, int(cut.sum()), rule(self.archive))

    def _read(self) -> tuple[Any, kernels.Rows, kernels.Hashes]:
        """Every article once: its id, its number of words, the number of its source; its seeds go to scratch."""
        pa, _ = arrow()
        ids, words, sources = [pa.array([], pa.large_string())], [np.zeros(0, np.int64)], [np.zeros(0, np.uint64)]
        total = count(self.archive)
        bar = tqdm(entries(self.archive), "reading", total, unit=" articles", disable=None, leave=False)
        for lot in _chunks(bar, min(_CHUNK, self.memory // 64)):
            made, many = shingled([each.text for each in lot], sum(map(len, words)))
            self.shingles.put(made, made["number"] % np.uint64(_LOTS))
            ids.append(pa.array([each.id for each in lot], pa.large_string()))
            words.append(many)
            sources.append(np.array([key(each.source or each.id) for each in lot], np.uint64))
        return pa.concat_arrays(ids), np.concatenate(words), np.concatenate(sources)

    def _match(self, rank: npt.NDArray[np.uint32], sources: kernels.Hashes) -> int:
        """All pairs of equal seeds go to scratch, and all that is cut; how many different n-grams that was."""
        ngrams = 0
        for lot in self.shingles.taken(self.memory // 260, "matching"):
            number, place = lot["number"].copy(), lot["place"].copy()
            source = sources.take(place["text"]) if self.archive.source else None
            place["text"] = rank.take(place["text"])
            pairs, cut = matched(number, place, source)
            self.pairs.put(pairs, _lot(pairs["left"]["text"], len(rank)))
            self.cut.put(place[cut], _lot(place["text"][cut], len(rank)))
            ngrams += len(np.unique(number[cut]))
        return ngrams

    def _join(self, body: kernels.Rows, by_id: kernels.Rows) -> Records:
        """All passages go to scratch, by the place of their left id; what contains what."""
        near = [np.empty(0, NEAR)]
        for lot in self.pairs.taken(self.memory // 400, "joining"):
            found = joined(lot, self.memory // 50)
            near.append(contained(found, body))
            left, right = by_id.take(found["left"]), by_id.take(found["right"])
            back, turned = left > right, found.copy()
            turned[back] = found[[*_NAMES[3:6], *_NAMES[:3], "words"]][back]  # field by field, in this order
            turned["left"], turned["right"] = np.minimum(left, right), np.maximum(left, right)
            self.found.put(turned, _lot(turned["left"], len(body)))
        pairs = np.concatenate(near)
        for side in ("left", "right"):
            pairs[side] = by_id.take(pairs[side])
        return pairs


class _ScratchError(Exception):
    """Scratch files cannot be written; why."""


class _Spill:
    """Records in files by lot, in the order in which they came; files are removed when they are read."""

    def __init__(self, folder: Path, kind: np.dtype[Any]):
        self.folder, self.kind = folder, kind
        self.sizes = np.zeros(_LOTS, np.int64)
        folder.mkdir()

    def put(self, records: Records, lot: npt.NDArray[Any]) -> None:
        """Append each record to the file of its lot; _ScratchError where the disk is full."""
        lot = lot.astype(np.uint16)
        many = np.bincount(lot, minlength=_LOTS)
        pieces = np.split(records.take(np.argsort(lot, kind="stable")), np.cumsum(many)[:-1])
        try:
            for each in np.flatnonzero(many).tolist():
                with (self.folder / str(each)).open("ab") as file:  # buffered: it writes all or fails
                    file.write(pieces[each].view(np.uint8).data)
        except OSError as error:
            raise _ScratchError(error.strerror) from None
        self.sizes += many

    def taken(self, most: int, told: str = "") -> Iterator[Records]:
        """The records of successive lots together, at most so many where one lot is not larger."""
        silent, edge = None if told else True, 0
        with tqdm(None, told, int(self.sizes.sum()), False, unit=" rows", unit_scale=True, disable=silent) as bar:
            while edge < _LOTS:
                first, edge = edge, edge + 1
                while edge < _LOTS and self.sizes[first : edge + 1].sum() <= most:
                    edge += 1
                records, at = np.empty(self.sizes[first:edge].sum(), self.kind), 0
                for each in first + np.flatnonzero(self.sizes[first:edge]):
                    path = self.folder / str(each)
                    records[at : (at := at + self.sizes[each])] = np.fromfile(path, self.kind)
                    path.unlink()
                if len(records):
                    yield records
                bar.update(len(records))


def _inverse(order: kernels.Rows) -> kernels.Rows:
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return place


def _lot(number: Records, texts: int) -> Records:
    return number.astype(np.int64) * _LOTS // texts


def _table(lot: Records, ids: Any) -> Any:
    pa, _ = arrow()
    lot = lot[np.lexsort([lot[name] for name in reversed(_NAMES)])]
    return pa.table(
        [ids.take(pa.array(lot[name])) if name in ("left", "right") else lot[name] for name in _NAMES], _NAMES
    )


def _write(path: Path, kinds: dict[str, str], tables: Iterable[Any]) -> int:
    """Write tables one after the other as one file of parquet; how many rows."""
    pa, parquet = arrow()
    schema, rows = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in kinds.items()]), 0
    with parquet.ParquetWriter(path, schema) as writer:
        for table in tables:
            writer.write_table(table.cast(schema))
            rows += table.num_rows
    return rows


def _chunks(articles: Iterable[Entry], room: int) -> Iterator[list[Entry]]:
    lot: list[Entry] = []
    size = 0
    for each in articles:
        lot.append(each)
        size += len(each.text)
        if size >= room:
            yield lot
            lot, size = [], 0
    if lot:
        yield lot


def _refuse_twins(path: object, ids: Any, numbers: kernels.Hashes, in_order: kernels.Rows) -> None:
    twins = np.flatnonzero(np.diff(numbers[in_order]) == 0)
    if len(twins):
        one, other = (ids[int(in_order[twins[0] + step])].as_py() for step in (0, 1))
        what = f"the id {one!r} is used twice" if one == other else f"the ids {one!r} and {other!r} have one number"
        more = f" ({len(twins):,} ids are)" if len(twins) > 1 else ""
        raise fault(path, what + more, "give every article an id of its own")
