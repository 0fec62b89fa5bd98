"""Large collections, in small: what is found out of core is what is found in memory, in any order of the input."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness import archive, collection, kernels, spans
from witness.archive import Archive
from witness.errors import CorpusError
from witness.passages import WIDE
from witness.report.command import main

from tests.benchmarks import collections, planted, score

STORY = "The old harbour will be closed to all ships for three years because the quay is sinking"
GB = 10**9


def whole(texts: dict[str, str]) -> list[tuple]:
    """The passages of texts by the kernels alone, in memory."""
    names = sorted(texts, key=collection.key)
    words = kernels.words([texts[name] for name in names])
    left, right, _ = kernels.match(kernels.shingles(words, WIDE.size), words.text, WIDE.most)
    found = kernels.chain(kernels.runs(left, right, WIDE.size), words.text, WIDE)
    rows = [(names[row[0]], *row[1:3], names[row[3]], *row[4:]) for row in kernels.places(found, words)]
    return sorted(row if row[0] < row[3] else (*row[3:6], *row[:3], row[6]) for row in rows)


def rows(path: Path) -> list[tuple]:
    return [tuple(row.values()) for row in pq.read_table(path).to_pylist()]


def jsonl(path: Path, texts: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    return path


def table(path: Path, **columns: list) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


@pytest.fixture(scope="module")
def news() -> dict[str, str]:
    return {f"{number:03d}": text for number, text in enumerate(planted.planted(300).texts)}


@pytest.mark.parametrize("lots, room", [(1, 1 << 23), (16, 20_000), (64, 100_000)])
def test_passages_are_those_found_in_memory(news, tmp_path, monkeypatch, lots, room):
    monkeypatch.setattr(collection, "_LOTS", lots)
    monkeypatch.setattr(collection, "_CHUNK", room)
    backwards = dict(reversed(news.items()))  # the order of the input changes nothing
    for number, texts in enumerate((news, backwards)):
        (out := tmp_path / str(number)).mkdir()
        told = collection.passages(Archive(jsonl(tmp_path / "in.jsonl", texts)), out, GB, tmp_path)
        assert rows(out / "passages.parquet") == whole(news)
        assert told.passages == len(whole(news)) > 100
    assert (tmp_path / "0" / "articles.parquet").read_bytes() == (tmp_path / "1" / "articles.parquet").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"in.jsonl", "0", "1"}


def test_texts_of_more_words_than_there_is_room_for_are_joined_in_parts(news):
    made, _ = collection.shingled(list(news.values()), 0)
    pairs, _ = collection.matched(made["number"], made["place"])
    at_once = np.sort(collection.joined(pairs))
    assert (np.sort(collection.joined(pairs, room=20_000)) == at_once).all()


WORDS = st.lists(st.sampled_from("ab cd ef gh ij kl mn op".split()), max_size=60).map(" ".join)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_any_texts_give_what_they_give_in_memory(tmp_path_factory, texts):
    place = tmp_path_factory.mktemp("any")
    named = {f"{number}": text for number, text in enumerate(texts)}
    collection.passages(Archive(jsonl(place / "in.jsonl", named)), place, GB, place)
    found = rows(place / "passages.parquet")
    assert found == whole(named)
    for left, start, end, right, right_start, right_end, words in found:
        sides = named[left][start:end].split(), named[right][right_start:right_end].split()
        assert all(len(side) >= words >= WIDE.least for side in sides)
        assert sides[0][:4] == sides[1][:4]
        assert sides[0][-4:] == sides[1][-4:]


def test_what_is_planted_is_found(tmp_path):
    judged, known = collections.write(500, tmp_path / "in.parquet")
    for source in ("", "site"):
        (out := tmp_path / f"out{source}").mkdir()
        collection.passages(Archive(tmp_path / "in.parquet", source=source), out, GB, tmp_path)
        got = score.score(collections.found(out, judged), known)
        assert min(got.recall, got.precision) >= 0.97
        assert min(got.char_recall, got.char_precision) >= 0.94


def test_three_forms_of_input_give_the_same(news, tmp_path, folder):
    news = dict(list(news.items())[:60])
    where = folder({f"{name}.txt": text for name, text in news.items()})
    names = [f"{name}.txt" for name in news]
    (parts := tmp_path / "parts").mkdir()
    half = len(names) // 2
    for at, of in (("0", slice(half)), ("1", slice(half, None))):
        table(parts / f"{at}.parquet", key=names[of], body=list(news.values())[of])
    inputs = [
        Archive(where),
        Archive(parts, id="key", text="body"),
        Archive(jsonl(tmp_path / "in.jsonl", dict(zip(names, news.values(), strict=True)))),
    ]
    results = []
    for number, given_archive in enumerate(inputs):
        assert archive.count(given_archive) == len(news)
        (out := tmp_path / str(number)).mkdir()
        collection.passages(given_archive, out, GB, tmp_path)
        results.append([(out / name).read_bytes() for name in collection.FILES])
    assert results[0] == results[1] == results[2]


def test_what_very_many_have_is_cut_and_told(tmp_path, capsys):
    footer = "All rights reserved by the owners of this page and its many friends"
    texts = {f"{number:02d}": f"Number {number} is short. {footer}" for number in range(30)}
    texts |= {"30": STORY, "31": f"Now: {STORY}"}
    assert main(["passages", str(jsonl(tmp_path / "in.jsonl", texts)), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    # 14 words of the footer and "is short" before it: every four of them in a row are in 30 articles.
    assert "left out as boilerplate: 12 n-grams that more than 25 articles have, 450 words" in said
    cut = {row[0]: row[1:] for row in rows(tmp_path / "out" / "articles.parquet")}
    assert cut["00"] == (17, 15, "00")
    assert cut["31"] == (18, 0, "30")
    assert rows(tmp_path / "out" / "passages.parquet") == [("30", 0, 87, "31", 5, 92, 17)]


def test_a_source_repeats_itself_but_news_goes_round(tmp_path):
    """Twelve pages of one paper have its footer; sixty papers have one story."""
    footer = "Subscribe to our paper and read every morning what happened in the harbour"
    ids = [f"{number:02d}" for number in range(72)]
    texts = [f"Page {number}. {footer}" for number in range(12)] + [f"{number}: {STORY}" for number in range(60)]
    sources = ["gazette"] * 12 + [f"paper {number}" for number in range(60)]
    path = table(tmp_path / "in.parquet", id=ids, text=texts, paper=sources)
    found = {}
    for source in ("", "paper"):
        (out := tmp_path / f"out{source}").mkdir()
        collection.passages(Archive(path, source=source), out, GB, tmp_path)
        found[source] = {(row[0] < "12", row[3] < "12") for row in rows(out / "passages.parquet")}
    assert found == {"": {(True, True)}, "paper": {(False, False)}}


def test_articles_that_contain_one_another_are_one_group(tmp_path):
    other = "Nobody had told the fishermen of the plan before the mayor read it out on Monday evening in the hall"
    apart = "Elsewhere it rained for days and nothing was heard of boats until a letter came from an aunt in town"
    texts = {"a": STORY, "b": f"{STORY}. {other}", "c": f"{other}. {apart}", "d": apart + " today", "e": "Alone."}
    (out := tmp_path / "out").mkdir()
    told = collection.passages(Archive(jsonl(tmp_path / "in.jsonl", texts)), out, GB, tmp_path)
    # b has all of a, and half of c, of which d has the other half: one leads to the next.
    assert {row[0]: row[3] for row in rows(out / "articles.parquet")} == dict.fromkeys("abcd", "a") | {"e": "e"}
    assert told.groups == 2


def test_an_article_of_twenty_megabytes(tmp_path):
    long = "The ships left at dawn. " * 800_000 + STORY
    path = jsonl(tmp_path / "in.jsonl", {"long": long, "short": STORY})
    script = "import sys; from witness.report.command import main; from tests.benchmarks.peers import peak\n"
    script += "assert main(sys.argv[1:]) == 0 and peak() < 2_000"
    command = [sys.executable, "-c", script, "passages", path, "-o", tmp_path / "out", "--memory", "1GB"]
    subprocess.run([*map(str, command)], check=True, capture_output=True)
    assert rows(tmp_path / "out" / "passages.parquet") == [("long", 19_200_000, 19_200_087, "short", 0, 87, 17)]


FAULTS = {
    "twice": ([{"id": "x", "text": "one"}, {"id": "x", "text": "two"}], "the id 'x' is used twice; give every article"),
    "missing": ([{"id": "x"}], "line 1: the field 'text' is missing; fill it, or name another with --text"),
    "null": ([{"id": "a", "text": "one"}, {"id": None, "text": "two"}], "line 2: the field 'id' is null; fill it"),
    "number": ([{"id": "x", "text": 5}], "line 1: the field 'text' is int and not text; write it as text"),
    "list": ([["x"]], "line 1: is no JSON object; write one JSON object a line"),
    "bidi": ([{"id": "a\u202eb", "text": "one"}], "holds characters that cannot be shown; give it another"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_bad_lines_are_refused_by_name(name, tmp_path, capsys):
    records, said = FAULTS[name]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, records)))
    assert main(["passages", str(path), "-o", str(tmp_path / "out")]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.startswith(f"witness: {path}")
    assert error.count("\n") == 1
    assert os.listdir(tmp_path) == ["in.jsonl"]


def test_bad_tables_are_refused_by_name(tmp_path):
    good = table(tmp_path / "good.parquet", id=["a", "b"], text=["one", None])
    with pytest.raises(CorpusError, match=r"good.parquet, row 2: the field 'text' is null; fill it"):
        list(archive.entries(Archive(good)))
    with pytest.raises(CorpusError, match=r"has no column 'body'; name one of its columns with --text: id, text"):
        list(archive.entries(Archive(good, text="body")))
    half = tmp_path / "half.parquet"
    half.write_bytes(good.read_bytes()[:-20])
    with pytest.raises(CorpusError, match=r"half.parquet: cannot be read as parquet \(.+\); copy the file again"):
        list(archive.entries(Archive(half)))
    for path, said in ((tmp_path / "no.parquet", "no such file"), (Path(__file__), "neither .parquet nor .jsonl")):
        with pytest.raises(CorpusError, match=said):
            list(archive.entries(Archive(path)))
    torn = tmp_path / "torn.jsonl"
    torn.write_bytes(b'{"id": "a", "text": "\xff"}\n')
    with pytest.raises(CorpusError, match=r"torn.jsonl, line 1: is no JSON in UTF-8"):
        list(archive.entries(Archive(torn)))


def test_nothing_and_almost_nothing(tmp_path):
    for number, texts in enumerate(({}, {"a": ""}, {"a": "One two.", "b": "😀"})):
        (out := tmp_path / str(number)).mkdir()
        told = collection.passages(Archive(jsonl(tmp_path / "in.jsonl", texts)), out, GB, tmp_path)
        assert (told.articles, told.passages, told.groups) == (len(texts), 0, len(texts))


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path, news):
    path = jsonl(tmp_path / "in.jsonl", news)
    script = "import resource, sys; from witness.report.command import main\n"
    script += "resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000)); sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, "passages", str(path), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{tmp_path}: cannot be written ({os.strerror(errno.EFBIG)}); free some space" in done.stderr
    assert done.stderr.count("\n") == 1
    assert os.listdir(tmp_path) == ["in.jsonl"]


def test_outputs_of_others_and_little_memory_are_refused(tmp_path, capsys):
    path = jsonl(tmp_path / "in.jsonl", {"a": STORY})
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "theirs.txt").write_text("kept")
    assert main(["passages", str(path), "-o", str(tmp_path / "full")]) == 1
    assert "holds files that Witness did not make; choose an empty folder" in capsys.readouterr().err
    assert main(["passages", str(path), "-o", str(tmp_path / "out"), "--memory", "5MB"]) == 1
    assert "--memory: 5MB are too few; give at least 500MB" in capsys.readouterr().err
    assert main(["passages", str(path), "-o", str(tmp_path / "out"), "--scratch", str(tmp_path / "none")]) == 1
    assert "none: is no folder; make it, or name another with --scratch" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stop:
        main(["passages", str(path), "-o", str(tmp_path / "out"), "--memory", "much"])
    assert stop.value.code == 2
    assert sorted(os.listdir(tmp_path)) == ["full", "in.jsonl"]


def test_a_second_run_replaces_the_first(tmp_path):
    out = tmp_path / "out"
    for texts in ({"a": STORY, "b": STORY}, {"a": STORY}):
        assert main(["passages", str(jsonl(tmp_path / "in.jsonl", texts)), "-o", str(out)]) == 0
        assert len(rows(out / "articles.parquet")) == len(texts)
    assert sorted(os.listdir(out)) == ["README.md", *sorted(collection.FILES)]


def test_ctrl_c_leaves_nothing_behind(tmp_path, news):
    """The reader of a pipe that never ends is interrupted when scratch files are there."""
    path = tmp_path / "in.jsonl"
    with path.open("w") as file:
        for number in range(60):
            file.writelines(json.dumps({"id": f"{number}-{name}", "text": text}) + "\n" for name, text in news.items())
    command = [sys.executable, "-m", "witness", "passages", str(path), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(tmp_path.rglob("shingles/*")) and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert said == "witness: stopped; nothing was replaced\n"
    assert os.listdir(tmp_path) == ["in.jsonl"]


def test_without_pyarrow_one_sentence_says_what_to_install(tmp_path):
    path = jsonl(tmp_path / "in.jsonl", {"a": STORY})
    script = "import sys; sys.modules['pyarrow'] = None; from witness.report.command import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "passages", str(path), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "witness: collections need pyarrow; install it with pip install 'witness[collections]'\n"


def test_groups_are_those_of_a_search(tmp_path):
    chance = np.random.default_rng(5)
    pairs = np.empty(40, collection.NEAR)
    pairs["left"], pairs["right"] = chance.integers(0, 60, (2, 40))
    group = collection.groups(60, pairs)
    kin = {number: {number} for number in range(60)}
    for left, right in pairs.tolist():
        together = kin[left] | kin[right]
        kin |= dict.fromkeys(together, together)
    assert group.tolist() == [min(kin[number]) for number in range(60)]


def test_words_of_the_seeds_are_those_of_spans(news):
    text = news["000"]
    made, words = collection.shingled([text], 0)
    places = spans.words(text)
    assert words.tolist() == [len(places)]
    assert made["place"].tolist() == [
        (0, at, places[at][0], places[at + 3][1]) for at in range(len(places) - WIDE.size + 1)
    ]
