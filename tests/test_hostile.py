"""Whatever lies in a folder is read or refused by name, and whatever was read is written as text."""

import csv
import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.corpus import MOST_ARTICLES, check, from_texts, read
from witness.errors import CorpusError
from witness.tables import TABLES, write

ARTICLE = "Two ships left at dawn.\n"
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


def read_or_refused(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for file, stored in files.items():
            (Path(name) / file).write_bytes(stored)
        try:
            corpus = read(name)
        except CorpusError as error:
            assert str(error)
        else:
            assert all("".join(each.text(part.span) for part in each.segments) == each.raw for each in corpus)


@settings(deadline=None)
@given(st.sampled_from(["a.txt", "a.md", "a.html"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name, stored):
    read_or_refused({name: stored})


_MARKUP = ("<p>", "</p>", "<blockquote>", "<", "&#0;", "&amp;", "<!--", "]]>", "<svg><script>", "<li>", "</table>",
           "<meta name=author content='", "words of a page ", "\0", "🌕")  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(_MARKUP)))
def test_any_markup_is_read_or_refused(pieces):
    read_or_refused({"a.html": "".join(pieces).encode()})


_TOML = st.recursive(
    ANY | st.integers() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["file", "name", "key", "answer", "é"]),
                                                               inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


@settings(deadline=None)
@given(
    st.sampled_from(["corpus.toml", "names.toml", "topics.toml", "claims.toml"]),
    st.sampled_from(["article", "name", "topic", "claim", "event", "reference_date"]),
    _TOML,
)
def test_any_value_in_a_curated_file_is_read_or_refused(name, field, value):
    read_or_refused({"a.txt": ARTICLE.encode(), name: f"{field} = {_as_toml(value)}".encode()})


def _as_toml(value: object) -> str:
    """JSON is TOML, but for the tables."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_as_toml(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_toml, value)) + "]"
    return json.dumps(value).replace("\\ud", "\\uFFFD\\ud") if isinstance(value, str) else json.dumps(value)


@pytest.mark.parametrize("bomb", ["a = " + "[" * 50_000, "a = " + "{a=" * 5_000, "[" + ".".join("a" * 5_000) + "]",
                                  "a = " + "9" * 5_000])  # fmt: skip
def test_a_bomb_among_the_curated_files_is_refused_in_one_sentence(folder, bomb):
    faults = check(folder({"a.txt": ARTICLE, "corpus.toml": bomb}))
    assert len(faults) == 1
    assert str(faults[0]).startswith("corpus.toml")
    assert len(str(faults[0])) < 1_000


def test_more_articles_than_anybody_reads_are_refused(folder):
    where = folder({f"{number}.txt": ARTICLE for number in range(5_000)})
    (fault,) = check(where)
    assert f"5,000 articles, and each two are compared; the most is {MOST_ARTICLES}; choose fewer" in str(fault)


def test_a_link_that_leads_out_of_the_folder_is_refused(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("the key to the harbour")
    where = folder({"a.txt": ARTICLE})
    (where / "b.txt").symlink_to(tmp_path / "secret.txt")
    (where / "c.txt").symlink_to(where / "a.txt")
    (fault,) = check(where)
    assert str(fault) == "b.txt: this is a link that leads out of the folder; put a copy of the article here"


@settings(deadline=None)
@given(ANY)
def test_any_text_comes_out_of_every_table_as_it_went_in(text):
    corpus = from_texts({"1": f"“{text}” said Eva Orr."})
    rows = TABLES["segments"](corpus)
    with tempfile.TemporaryDirectory() as name:
        for suffix in ("csv", "json"):
            write(rows, Path(name) / f"segments.{suffix}")
        told = [each["text"] for each in json.loads((Path(name) / "segments.json").read_text("utf-8"))]
        stored = (Path(name) / "segments.csv").read_bytes().decode("utf-8")
        (head, *cells) = csv.reader(io.StringIO(stored, newline=""))
    assert told == [each[head.index("text")] for each in cells] == rows["text"].tolist()
