"""Spark gives the rows that one machine gives; a worker that dies changes nothing."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from witness.report.command import main

from tests import conftest
from tests.benchmarks import collections

STORY = "The old harbour will be closed to all ships for three years because the quay is sinking"


@pytest.fixture(scope="module")
def spark() -> str:
    """Where the work is done: two workers on this machine."""
    conftest.program("java")
    if not importlib.util.find_spec("pyspark"):
        conftest.missing("spark", "pyspark is not installed", "make .venv/spark")
    return "local[2]"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "witness", "passages", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def children(pid: int) -> list[int]:
    """All processes that a process started, and those that they started."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for child in task.read_text().split():
                found += [int(child), *children(int(child))]
        except OSError:
            continue  # it has ended
    return found


def working(pid: int) -> bool:
    """Whether a process is a worker of Spark that has computed for a while."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        return b"pyspark.daemon" in Path(f"/proc/{pid}/cmdline").read_bytes() and int(words[11]) > 20
    except OSError:
        return False


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("collection")
    collections.write(400, place / "in.parquet")
    for source in ("", "site"):
        assert main(["passages", str(place / "in.parquet"), "-o", str(place / f"one{source}"), "--source", source]) == 0
    return place


def same(left: Path, right: Path) -> bool:
    names = ("passages.parquet", "articles.parquet")
    return all(pq.read_table(left / name).equals(pq.read_table(right / name)) for name in names)


def test_a_source_gives_the_same_rows(spark, place):
    done = run(
        place / "in.parquet", "-o", place / "sourced", "--source", "site", "--engine", "spark", "--master", spark
    )
    assert done.returncode == 0, done.stderr
    assert same(place / "onesite", place / "sourced")
    assert pq.read_table(place / "sourced" / "passages.parquet").num_rows > 100


def test_a_worker_that_is_killed_changes_nothing(spark, place):
    arguments = ["passages", place / "in.parquet", "-o", place / "killed", "--engine", "spark", "--master", spark]
    process = subprocess.Popen(
        [sys.executable, "-m", "witness", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    killed = []

    def kill() -> None:
        while process.poll() is None and not killed:
            for worker in reversed(children(process.pid)):
                if working(worker) and children(process.pid):
                    os.kill(worker, signal.SIGKILL)
                    killed.append(worker)
                    return
            time.sleep(0.01)

    thread = threading.Thread(target=kill)
    thread.start()
    said, error = process.communicate()
    thread.join()
    assert process.returncode == 0, error
    assert killed
    assert same(place / "one", place / "killed")
    assert f"{pq.read_table(place / 'one' / 'passages.parquet').num_rows:,} passages" in said


def test_bad_input_is_refused_in_one_sentence(spark, tmp_path):
    lines = [{"id": "a", "text": STORY}, {"id": "a", "text": STORY}]
    (twice := tmp_path / "twice.jsonl").write_text("\n".join(map(json.dumps, lines)))
    pq.write_table(pa.table({"id": ["a", "b"], "text": [STORY, None]}), null := tmp_path / "null.parquet")
    before = sorted(os.listdir(tmp_path))
    for path, said in ((twice, "the id 'a' is not one article's own"), (null, "article b: its text is null; fill it")):
        done = run(path, "-o", tmp_path / "out", "--engine", "spark", "--master", spark)
        assert done.returncode == 1
        assert said in done.stderr.splitlines()[-1]
        assert "Traceback" not in done.stderr
        assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize(
    ("master", "said"),
    [
        ("local[two]", "--master local[two]: is no Spark; give local[*], spark://HOST:PORT"),
        ("spark://127.0.0.1:9", "--master spark://127.0.0.1:9: nobody answers there; check the address"),
    ],
)
def test_a_wrong_master_is_said_at_once(spark, place, master, said, capsys):
    arguments = [
        "passages",
        str(place / "in.parquet"),
        "-o",
        str(place / "no"),
        "--engine",
        "spark",
        "--master",
        master,
    ]
    assert main(arguments) == 1
    assert said in capsys.readouterr().err
    assert not (place / "no").exists()


def test_without_java_or_pyspark_one_sentence_says_what_to_install(tmp_path, monkeypatch, capsys):
    pq.write_table(pa.table({"id": ["a"], "text": [STORY]}), path := tmp_path / "in.parquet")
    arguments = ["passages", str(path), "-o", str(tmp_path / "out"), "--engine", "spark"]
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    assert main(arguments) == 1
    assert capsys.readouterr().err == "witness: Spark needs pyspark; install it with pip install 'witness[spark]'\n"
    monkeypatch.undo()
    if importlib.util.find_spec("pyspark"):
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.delenv("JAVA_HOME", raising=False)
        assert main(arguments) == 1
        assert "Spark needs Java and none was found; install Java 17 or newer" in capsys.readouterr().err
