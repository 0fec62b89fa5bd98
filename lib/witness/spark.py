"""The same passages on Spark, for a collection that one machine cannot hold.

The steps are those of `collection`, function by function; Spark decides where the numbers lie. It is asked for two
shuffles: one after which equal seeds are on one machine, and one after which all that two articles have in common is.
What is cut travels with the second, as a pair of an article with itself, and so does the number of an article's words.
Articles are known by the number of their id, which is the same everywhere, so that a machine that fails can be replaced
by any other and the result stays as it is. Every machine needs this package; names are joined to numbers at the end.
"""

import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from witness import collection, kernels
from witness.archive import Archive, arrow, entries, fault, parts
from witness.collection import ARTICLES, CONTAINED, FILES, NEAR, OWN, PAIR, PASSAGE, PASSAGES, Records, Summary
from witness.errors import EngineError, WitnessError
from witness.passages import WIDE

# Articles whose seeds are held at once.
HELD = 4_000

# As in `collection`, with the number of an id for its place. An `end` below 0 marks what is no seed to be matched.
_PLACE = np.dtype([("text", "<i8"), ("at", "<u4"), ("start", "<i4"), ("end", "<i4")])
_SEED = np.dtype([("number", "<u8"), ("source", "<u8"), ("place", _PLACE)])
_PAIR = np.dtype([("left", _PLACE), ("right", _PLACE)])
_SHUFFLED = "key bigint, record binary"

_MASTER = r"local|local\[(?:\d+|\*)(?:,\d+)?\]|spark://[^/]+:\d+|yarn|k8s://.+"


def passages(archive: Archive, out: str, master: str = "local[*]") -> Summary:
    """Write the tables of `collection.passages` to `out`, the address of a folder that all machines reach.

    The rows are the same; each table is a folder of parts, in order. Raises CorpusError and EngineError. Cost: two
    shuffles, of some 56 bytes a word and 64 bytes a pair of equal seeds.
    """
    session = _session(master)
    try:
        return _written(session, archive, out)
    except WitnessError:
        raise
    except Exception as error:
        # What was refused on another machine comes back in the midst of its traceback.
        said = re.search(r"CorpusError: (.*)", str(error))
        first = said[1] if said else f"Spark stopped ({str(error).strip().splitlines()[0][:200]}); nothing was written"
        raise EngineError(first) from None
    finally:
        session.stop()


def _written(session: Any, archive: Archive, out: str) -> Summary:
    texts, sourced = _texts(session, archive), bool(archive.source)
    names = texts.select("id").mapInArrow(_keys, "key bigint, id string").persist()
    for _, twin, _ in names.groupBy("key").agg({"id": "min", "*": "count"}).filter("`count(1)` > 1").take(1):
        raise fault(archive.path, f"the id {twin!r} is used twice", "give every article an id of its own")
    many = max(session.sparkContext.defaultParallelism, names.count() // HELD)
    found = texts.mapInArrow(partial(_shingled, sourced=sourced), _SHUFFLED).repartition(many, "key")
    found = found.mapInArrow(partial(_matched, sourced=sourced), _SHUFFLED).repartition(many, "key")
    columns = ", ".join(f"{name} {'bigint' if name in ('left', 'right') else 'int'}" for name in PASSAGES)
    found = found.mapInArrow(_joined, columns).persist()
    both = found.filter("left <> right").join(names.toDF("left", "left_id"), "left")
    both = both.join(names.toDF("right", "right_id"), "right")
    named = {"left": "left_id", "right": "right_id"}
    sides = [*zip(PASSAGES, [*list(PASSAGES)[3:6], *list(PASSAGES)[:3], "words"], strict=True)]
    rows = both.selectExpr(
        *(f"if(left_id < right_id, {named.get(one, one)}, {named.get(other, other)}) {one}" for one, other in sides)
    ).persist()
    told = "left key", "bigint(words) words", "bigint(left_start) cut", "right_start ngrams"
    articles = found.filter("left = right").selectExpr(*told).join(names, "key").withColumnRenamed("id", "article")
    group, members = _groups(session, rows, articles)
    table = articles.join(group, "article", "left").selectExpr(*list(ARTICLES)[:3], "nvl(group, article) group")
    rows.sort(*PASSAGES).write.parquet(f"{out}/{FILES[0]}")
    table.sort("article").write.parquet(f"{out}/{FILES[1]}")
    sums = articles.selectExpr("count(*)", "sum(words)", "sum(ngrams)", "sum(cut)").first()
    count, words, ngrams, cut = (each or 0 for each in sums)
    return Summary(count, words, rows.count(), count - members, ngrams, cut, collection.rule(archive))


def _groups(session: Any, rows: Any, articles: Any) -> tuple[Any, int]:
    """The group of each article that is in one with others, and how many articles more than groups those are."""
    pair = rows.groupBy("left", "right").agg({"words": "sum"}).toDF("left", "right", "common")
    for side in ("left", "right"):
        pair = pair.join(articles.selectExpr(f"article {side}", f"words - cut {side}_body"), side)
    near = pair.filter(f"common >= {CONTAINED} * least(left_body, right_body)").select("left", "right").toArrow()
    ends = np.array([*near.column(0).to_pylist(), *near.column(1).to_pylist()], object)
    ids, numbers = np.unique(ends, return_inverse=True)
    pairs = np.empty(near.num_rows, NEAR)
    pairs["left"], pairs["right"] = np.split(numbers, 2)
    group = collection.groups(len(ids), pairs)
    table = list(zip(ids.tolist(), ids[group].tolist(), strict=True))
    return session.createDataFrame(table, "article string, group string"), len(ids) - len(np.unique(group))


def _keys(batches: Iterator[Any]) -> Iterator[Any]:
    pa, _ = arrow()
    for batch in batches:
        if batch.column(0).null_count:
            raise fault("a row", "its id is null", "fill it, or leave the article out")
        keys = [collection.key(each) for each in batch.column(0).to_pylist()]
        yield pa.record_batch([pa.array(keys, pa.int64()), batch.column(0)], ["key", "id"])


def _shingled(batches: Iterator[Any], sourced: bool) -> Iterator[Any]:
    """The seeds of articles, and a row for each article with the number of its words."""
    for batch in batches:
        ids, texts, sources = (batch.column(at).to_pylist() for at in range(3))
        if None in texts:
            raise fault(f"article {ids[texts.index(None)]}", "its text is null", "fill it, or leave the article out")
        made, words = collection.shingled(texts, 0)
        keys = np.array([collection.key(each) for each in ids], np.int64)
        source = np.array([collection.key(one or other) for one, other in zip(sources, ids, strict=True)], np.uint64)
        seeds = np.zeros(len(made) + len(ids), _SEED)
        place, text = seeds["place"], np.append(made["place"]["text"], np.arange(len(ids)))
        seeds["number"][: len(made)], place[: len(made)] = made["number"], made["place"].astype(_PLACE)
        seeds["source"], place["text"] = source.take(text), keys.take(text)
        place["at"][len(made) :], place["start"][len(made) :], place["end"][len(made) :] = words, -1, -1
        own = seeds["source"][: len(made)] if sourced else np.uint64(0)
        place["end"][_early(made["number"] ^ own, text[: len(made)], OWN if sourced else WIDE.most)] = -1
        yield _batch(seeds, np.where(place["end"] < 0, place["text"], seeds["number"].view(np.int64)))


def _early(number: kernels.Hashes, text: Records, most: int) -> Records:
    """Rows that are sure to be cut, but for so many of each n-gram that it will be: no machine gets all of them."""
    cut = kernels.repeated(number, text, most)
    cut = cut[np.argsort(number[cut], kind="stable")]
    _, starts, many = np.unique(number[cut], return_index=True, return_counts=True)
    return cut[np.arange(len(cut)) - np.repeat(starts, many) > 2 * most]


def _matched(batches: Iterator[Any], sourced: bool) -> Iterator[Any]:
    """Pairs of places; what is cut, and each article's words, as places paired with themselves."""
    rows = _gathered(batches, _SEED)
    aside = rows["place"]["end"] < 0
    seeds = rows[~aside]
    seeds = seeds[np.argsort(seeds["place"]["text"], kind="stable")]
    number, place = seeds["number"].copy(), seeds["place"].copy()
    pairs, cut = collection.matched(number, place, seeds["source"].copy() if sourced else None)
    own = np.empty(len(cut) + aside.sum(), _PAIR)
    own["left"] = own["right"] = np.concatenate((place[cut], rows["place"][aside]))
    own["right"]["end"] = -1
    own["right"]["end"][np.unique(number[cut], return_index=True)[1]] = -2  # an n-gram is told for the first time
    pairs = np.concatenate((pairs, own))
    yield _batch(pairs, pairs["left"]["text"] * 3 ^ pairs["right"]["text"])


def _joined(batches: Iterator[Any]) -> Iterator[Any]:
    """Passages; and of each article, as one with itself, its words, those that were cut, and n-grams told there."""
    pa, _ = arrow()
    rows = _gathered(batches, _PAIR)
    keys, text = np.unique(np.append(rows["left"]["text"], rows["right"]["text"]), return_inverse=True)
    pairs = rows.astype(PAIR)
    pairs["left"]["text"], pairs["right"]["text"] = np.split(text, 2)
    own = rows["left"]["text"] == rows["right"]["text"]
    mark = own & (rows["left"]["start"] < 0)
    lost, told = pairs[own & ~mark], np.zeros(mark.sum(), PASSAGE)
    cut, ngrams = np.zeros((2, len(keys)), np.int64)
    texts, many = collection.covered(lost["left"]["text"], lost["left"]["at"])
    cut[texts] = many
    np.add.at(ngrams, lost["left"]["text"], lost["right"]["end"] == -2)
    told["left"] = told["right"] = article = pairs["left"]["text"][mark]
    told["words"], told["left_start"], told["right_start"] = pairs["left"]["at"][mark], cut[article], ngrams[article]
    table = np.concatenate((collection.joined(pairs[~own]), told))
    columns = [keys.take(table[name]) if name in ("left", "right") else table[name] for name in PASSAGES]
    yield pa.record_batch([pa.array(each) for each in columns], list(PASSAGES))


def _gathered(batches: Iterator[Any], kind: np.dtype[Any]) -> Records:
    """All records of a partition: what belongs together must not be told apart by where a batch ends."""
    return np.frombuffer(b"".join(each for batch in batches for each in batch.column(1).to_pylist()), kind)


def _batch(records: Records, keys: Records) -> Any:
    pa, _ = arrow()
    edges = np.arange(len(records) + 1, dtype=np.int32) * records.dtype.itemsize
    column = pa.Array.from_buffers(pa.binary(), len(records), [None, pa.py_buffer(edges), pa.py_buffer(records)])
    return pa.record_batch([pa.array(keys.astype(np.int64)), column], ["key", "record"])


def _texts(session: Any, archive: Archive) -> Any:
    """Id, text and source of all articles; a folder with an article a file is read here."""
    where, kind = str(archive.path), "string"
    paths = [where] if "://" in where else [each.absolute().as_uri() for each in parts(Path(where))]
    if Path(where).is_dir() and len(paths) == 1 and not paths[0].endswith((".jsonl", ".parquet")):
        return session.createDataFrame(list(map(tuple, entries(archive))), "id string, text string, source string")
    if paths[0].endswith(".jsonl"):
        fields = ", ".join(f"`{name}` {kind}" for name in archive.fields.values())
        table = session.read.schema(fields).json(paths, mode="FAILFAST")
    else:
        table = session.read.parquet(*paths)
    for option, name in archive.fields.items():
        if name not in table.columns:
            raise fault(where, f"has no column {name!r}", f"name one with --{option}: {', '.join(table.columns)}")
    columns = {"source": "null"} | {option: f"`{name}`" for option, name in archive.fields.items()}
    return table.selectExpr(*(f"cast({columns[name]} as {kind}) {name}" for name in ("id", "text", "source")))


def _session(master: str) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineError("Spark needs pyspark; install it with pip install 'witness[spark]'") from None
    arrow()
    if not re.fullmatch(_MASTER, master):
        raise EngineError(f"--master {master}: is no Spark; give local[*], spark://HOST:PORT, yarn or k8s://HOST:PORT")
    home = os.environ.get("JAVA_HOME")
    if not (Path(home, "bin", "java").exists() if home else shutil.which("java")):
        raise EngineError("Spark needs Java and none was found; install Java 17 or newer, or set JAVA_HOME")
    if master.startswith("spark://"):
        host, port = master.removeprefix("spark://").split(",")[0].rsplit(":", 1)
        try:
            socket.create_connection((host, int(port)), timeout=10).close()
        except OSError:
            raise EngineError(f"--master {master}: nobody answers there; check the address") from None
    if master.startswith("local"):  # what fails is tried again, as on a cluster
        os.environ["PYSPARK_PYTHON"] = sys.executable
        master = master if "," in master else f"local[{(re.findall(r'[0-9*]+', master) or ['1'])[0]},4]"
    shown = {"spark.ui.showConsoleProgress": sys.stderr.isatty(), "spark.log.level": "OFF"}
    settings: dict[str, Any] = shown | {"spark.driver.memory": "2g", "spark.sql.shuffle.partitions": 8}
    return SparkSession.builder.master(master).appName("witness").config(map=settings).getOrCreate()
