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

from witness import collection
from witness.archive import Archive, arrow, entries, fault, parts
from witness.collection import ARTICLES, CONTAINED, FILES, OWN, PAIR, PASSAGE, PASSAGES, Records, Summary
from witness.errors import EngineError, WitnessError
from witness.passages import WIDE

# Articles whose seeds are held at once, until there are so many partitions; records that are sent at once.
HELD, PARTITIONS, _BATCH = 4_000, 20_000, 100_000

# As in `collection`, with the number of an id for its place. An `end` below 0 marks what is no seed to be matched.
_PLACE = np.dtype([("text", "<i8"), ("at", "<u4"), ("start", "<i4"), ("end", "<i4")])
_SEED = np.dtype([("number", "<u8"), ("source", "<u8"), ("place", _PLACE)])
_PAIR = np.dtype([("left", _PLACE), ("right", _PLACE)])
_SHUFFLED = "key bigint, record binary"


def passages(archive: Archive, out: str, master: str = "local[*]") -> Summary:
    """Write the tables of `collection.passages` to `out`, the address of a folder that all machines reach.

    The rows are the same; each table is a folder of parts, in order. Raises CorpusError and EngineError. Cost: two
    shuffles, of some 31 bytes a word and 41 bytes a pair of equal seeds, as they are compressed.
    """
    try:
        with _session(master) as session:
            return _written(session, archive, out)
    except WitnessError:
        raise
    except Exception as error:
        # What was refused on another machine comes back in the midst of its traceback.
        said = re.search(r"(?<=CorpusError: ).+", str(error)) or re.search(r".{1,300}", str(error))
        raise EngineError(f"Spark stopped: {said and said[0]}") from None


def _written(session: Any, archive: Archive, out: str) -> Summary:
    texts, sourced = _texts(session, archive), bool(archive.source)
    number = f"bigint(cast(conv(left(sha2(id, 256), 16), 16, 10) as decimal(20)) % {1 << 63}) key"  # `collection.key`
    names = texts.selectExpr(number, "id").persist()
    for twin in names.groupBy("key").agg({"id": "min", "key": "count"}).filter("`count(key)` <> 1").take(1):
        raise fault(archive.path, f"the id {twin['min(id)']!r} is not one article's own", "give every article its own")
    many = max(session.sparkContext.defaultParallelism, min(PARTITIONS, names.count() // HELD))
    found = texts.mapInArrow(partial(_shingled, sourced=sourced), _SHUFFLED).repartition(many, "key")
    found = found.mapInArrow(partial(_matched, sourced=sourced), _SHUFFLED).repartition(many, "key")
    columns = ", ".join(f"{name} {'bigint' if name in ('left', 'right') else 'int'}" for name in PASSAGES)
    found = found.mapInArrow(_joined, columns).persist()
    other = [*list(PASSAGES)[3:6], *list(PASSAGES)[:3], "words"]
    sides = [f"if(left < right, {one}, {two}) {one}" for one, two in zip(PASSAGES, other, strict=True)]
    rows = found.filter("left <> right")
    for side in ("left", "right"):
        rows = rows.join(names.toDF(side, "id"), side).drop(side).withColumnRenamed("id", side)
    rows = rows.selectExpr(*sides).persist()
    told = "left key", "bigint(words) words", "bigint(left_start) cut", "right_start ngrams"
    articles = found.filter("left = right").selectExpr(*told).join(names, "key").withColumnRenamed("id", "article")
    group, members = _groups(session, rows, articles)
    table = articles.join(group, "article", "left").selectExpr(*list(ARTICLES)[:3], "nvl(group, article) group")
    rows.sort(*PASSAGES).write.parquet(f"{out}/{FILES[0]}")
    table.sort("article").write.parquet(f"{out}/{FILES[1]}")
    sums = (f"nvl(sum({name}), 0)" for name in ("1", "words", "ngrams", "cut"))
    count, words, ngrams, cut = articles.selectExpr(*sums).first()
    return Summary(count, words, rows.count(), count - members, ngrams, cut, collection.rule(archive))


def _groups(session: Any, rows: Any, articles: Any) -> tuple[Any, int]:
    """The group of each article that is in one with others, and how many articles more than groups those are."""
    pair = rows.groupBy("left", "right").agg({"words": "sum"}).toDF("left", "right", "common")
    for side in ("left", "right"):
        pair = pair.join(articles.selectExpr(f"article {side}", f"words - cut {side}_body"), side)
    near = pair.filter(f"common >= {CONTAINED} * least(left_body, right_body)").select("left", "right").toArrow()
    table = collection.kin(*(column.to_pylist() for column in near.columns))
    return session.createDataFrame(table, "article string, group string"), len(table) - len({each[1] for each in table})


def _shingled(batches: Iterator[Any], sourced: bool) -> Iterator[Any]:
    """The seeds of articles, and a row for each article with the number of its words."""
    for batch in batches:
        ids, texts, sources = (batch.column(at).to_pylist() for at in range(3))
        if None in texts:
            raise fault(f"article {ids[texts.index(None)]}", "its text is null", "fill it, or leave the article out")
        made, words = collection.shingled(texts, 0)
        keys = np.array([collection.key(each) for each in ids], np.int64)
        named = [one or two for one, two in zip(sources, ids, strict=True)]
        source = np.array([collection.key(each) if sourced else 0 for each in named], np.uint64)
        seeds = np.zeros(len(made) + len(ids), _SEED)
        place, text = seeds["place"], np.append(made["place"]["text"], np.arange(len(ids)))
        seeds["number"][: len(made)], place[: len(made)] = made["number"], made["place"].astype(_PLACE)
        seeds["source"], place["text"] = source.take(text), keys.take(text)
        place["at"][len(made) :], place["start"][len(made) :], place["end"][len(made) :] = words, -1, -1
        own = made["number"] ^ seeds["source"][: len(made)]
        place["end"][collection.early(own, text[: len(made)], OWN if sourced else WIDE.most)] = -1
        yield from _sent(seeds, np.where(place["end"] < 0, place["text"], seeds["number"].view(np.int64)))


def _matched(batches: Iterator[Any], sourced: bool) -> Iterator[Any]:
    """Pairs of places; what is cut, and each article's words, as places paired with themselves."""
    rows = _gathered(batches, _SEED)
    aside = rows["place"]["end"] < 0
    seeds = rows[~aside]
    seeds = seeds[np.argsort(seeds["place"]["text"], kind="stable")]
    pairs, cut = collection.matched(seeds["number"], seeds["place"], seeds["source"] if sourced else None)
    own = np.empty(len(cut) + aside.sum(), _PAIR)
    own["left"] = own["right"] = np.concatenate((seeds["place"][cut], rows["place"][aside]))
    first = np.unique(seeds["number"][cut], return_index=True)[1]
    own["right"]["end"] = -1
    own["right"]["end"][first] = -2  # an n-gram is told for the first time
    pairs = np.concatenate((pairs, own))
    yield from _sent(pairs, pairs["left"]["text"] * 3 ^ pairs["right"]["text"])


def _joined(batches: Iterator[Any]) -> Iterator[Any]:
    """Passages; and of each article, as one with itself, its words, those that were cut, and n-grams told there."""
    rows = _gathered(batches, _PAIR)
    keys, text = np.unique(np.append(rows["left"]["text"], rows["right"]["text"]), return_inverse=True)
    pairs = rows.astype(PAIR)
    pairs["left"]["text"], pairs["right"]["text"] = np.split(text, 2)
    own = rows["left"]["text"] == rows["right"]["text"]
    mark = own & (rows["left"]["start"] < 0)
    lost, told = pairs[own & ~mark], np.zeros(mark.sum(), PASSAGE)
    cut = collection.covered(lost["left"], len(keys))
    ngrams = np.bincount(lost["left"]["text"][lost["right"]["end"] == -2], minlength=len(keys))
    told["left"] = told["right"] = article = pairs["left"]["text"][mark]
    told["words"], told["left_start"], told["right_start"] = pairs["left"]["at"][mark], cut[article], ngrams[article]
    table = np.concatenate((collection.joined(pairs[~own]), told))
    columns = [keys.take(table[name]) if name in ("left", "right") else table[name] for name in PASSAGES]
    yield arrow()[0].record_batch(columns, list(PASSAGES))


def _gathered(batches: Iterator[Any], kind: np.dtype[Any]) -> Records:
    """All records of a partition: what belongs together must not be told apart by where a batch ends."""
    return np.frombuffer(b"".join(each for batch in batches for each in batch.column(1).to_pylist()), kind)


def _sent(records: Records, keys: Records) -> Iterator[Any]:
    pa, _ = arrow()
    for at in range(0, len(records), _BATCH):
        lot = records[at : at + _BATCH]
        ends = pa.py_buffer(np.arange(len(lot) + 1, dtype=np.int32) * lot.itemsize)
        column = pa.Array.from_buffers(pa.binary(), len(lot), [None, ends, pa.py_buffer(lot)])
        yield pa.record_batch([keys[at : at + _BATCH].astype(np.int64), column], ["key", "record"])


def _texts(session: Any, archive: Archive) -> Any:
    """Id, text and source of all articles; a folder with an article a file is read here."""
    where, read = str(archive.path), session.read
    paths = [where] if "://" in where else [each.absolute().as_uri() for each in parts(Path(where))]
    if Path(where).is_dir() and paths == [Path(where).absolute().as_uri()]:
        return session.createDataFrame(list(map(tuple, entries(archive))), "id string, text string, source string")
    fields = ", ".join(f"`{name}` string" for name in archive.fields.values())
    lines = read.schema(fields).json
    table = lines(paths, mode="FAILFAST") if paths[0].endswith(".jsonl") else read.parquet(*paths)
    for option, name in archive.fields.items():
        if name not in table.columns:
            raise fault(where, f"has no column {name!r}", f"name one with --{option}: {', '.join(table.columns)}")
    columns = {"source": "null"} | {option: f"`{name}`" for option, name in archive.fields.items()}
    return table.selectExpr(*(f"cast({columns[name]} as string) {name}" for name in ("id", "text", "source")))


def _session(master: str) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineError("Spark needs pyspark; install it with pip install 'witness[spark]'") from None
    arrow()
    if not re.fullmatch(r"local|local\[(\d+|\*)(,\d+)?\]|spark://[^/]+:\d+|yarn|k8s://.+", master):
        raise EngineError(f"--master {master}: is no Spark; give local[*], spark://HOST:PORT, yarn or k8s://HOST:PORT")
    if not shutil.which("java", path=f"{os.environ.get('JAVA_HOME', '.')}/bin{os.pathsep}{os.environ.get('PATH', '')}"):
        raise EngineError("Spark needs Java and none was found; install Java 17 or newer, or set JAVA_HOME")
    if found := re.match(r"spark://([^:]+):(\d+)", master):
        try:
            socket.create_connection((found[1], int(found[2])), timeout=10).close()
        except OSError:
            raise EngineError(f"--master {master}: nobody answers there; check the address") from None
    settings: dict[str, Any] = {"spark.ui.showConsoleProgress": sys.stderr.isatty(), "spark.log.level": "OFF"}
    if found := re.match(r"local\W*([0-9*]*)", master):  # what fails is tried again, as on a cluster
        os.environ["PYSPARK_PYTHON"] = sys.executable
        master = f"local[{found[1] or 1},4]"
        settings |= {"spark.driver.memory": "2g", "spark.sql.shuffle.partitions": 8}
    return SparkSession.builder.master(master).appName("witness").config(map=settings).getOrCreate()
