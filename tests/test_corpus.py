import os

import pytest
import witness
from witness.corpus import check, from_texts, load, read
from witness.errors import CorpusError

from tests.conftest import SEEDS, SHIPS


def faults(folder) -> list[str]:
    return [str(fault) for fault in check(folder)]


def test_a_folder_of_two_articles(folder):
    corpus = read(folder(SHIPS))
    assert corpus.keys == ["north", "south"]
    assert corpus["north"].raw == SHIPS["north.txt"]
    assert corpus.sentence == "2 articles, 33 words."


def test_newlines_and_every_other_character_are_kept_and_a_byte_order_mark_is_not_text(folder):
    corpus = read(folder({"odd.txt": "\ufeff🚀 One\r\n\r\ntwo\rthree\n\ufeff"}))
    assert corpus["odd"].raw == "🚀 One\r\n\r\ntwo\rthree\n\ufeff"


def test_the_seeds_have_short_keys():
    assert read(SEEDS).keys == ["000", "001", "002", "003", "004"]


def test_a_key_is_the_stem_where_the_short_form_is_taken(folder):
    assert read(folder({"day_one.txt": "It rained.", "day_two.txt": "It snowed.", "eve_x.md": "It blew."})).keys == [
        "day_one",
        "day_two",
        "eve",
    ]


def test_names_in_any_script(folder):
    assert read(folder({"é clair.txt": "Un.", "تقرير.txt": "واحد.", "月.md": "一。"})).keys == [
        "é clair",
        "تقرير",
        "月",
    ]


def test_hidden_files_a_readme_and_other_kinds_are_not_articles(folder):
    files = {"one.txt": "It rained.", ".two.txt": "x", "README.md": "About.", "three.csv": "1"}
    assert read(folder(files)).keys == ["one"]


def test_curated_facts_are_carried(folder):
    files = {"a_1.txt": "It rained.", "corpus.toml": 'event = "Rain"\nreference_date = 2021-03-10\n'
             '[[article]]\nfile = "a_1.txt"\nkey = "rain"\noutlet = "Weekly"\npublished = 2021-03-09\n'}  # fmt: skip
    corpus = read(folder(files))
    assert (corpus.event, corpus.reference_date) == ("Rain", "2021-03-10")
    assert (corpus["rain"].outlet, corpus["rain"].published, corpus["rain"].name) == (
        "Weekly",
        "2021-03-09",
        "Weekly rain",
    )


def test_an_unknown_key_names_the_known_ones():
    with pytest.raises(CorpusError, match="002: no article has this key; choose one of 001"):
        from_texts({"001": "It rained."})["002"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "articles: no article in this folder; put one article a file into it, as .txt, .md or .html"),
        ({"a.txt": ""}, "a.txt: the file is empty; add the article's text or remove the file"),
        ({"a.txt": " \n\t"}, "a.txt: the file holds no words; add the article's text or remove the file"),
        ({"a.txt": b"One\ncaf\xe9"}, "a.txt: byte 7 (0xe9, line 2) is not valid UTF-8; save the file as UTF-8"),
        ({"a.txt": "It rained".encode("utf-16")}, "a.txt: the file is UTF-16; save the file as UTF-8"),
        ({"a.txt": "It\0rained"}, "a.txt: character 2 is NUL, as in a binary file; save the article as plain text"),
        ({"a.txt": "One", "a.md": "Two"}, "a.txt: the key 'a' is also that of a.md; "
         "rename one of them, or give each a key in corpus.toml"),
        ({"a.txt": "One", "corpus.toml": "event = "}, "corpus.toml: cannot be read as TOML "
         "(Invalid value (at end of document)); mend the file or remove it"),
        ({"a.txt": "One", "corpus.toml": 'evnt = "x"'}, "corpus.toml: the field 'evnt' is unknown; "
         "use one of event, reference_date, article"),
        ({"a.txt": "One", "corpus.toml": 'reference_date = "31 March"'},
         "corpus.toml: reference_date = '31 March' is not a date; write it as 2021-03-09"),
        ({"a.txt": "One", "corpus.toml": '[[article]]\nfile = "b.txt"'},
         "corpus.toml: file = 'b.txt' is not an article of this folder; name a file that is here"),
        ({"a.txt": "One", "corpus.toml": '[[article]]\nfile = "a.txt"\nurl = "javascript:alert(1)"'},
         "corpus.toml, article 'a.txt': url = 'javascript:alert(1)' is refused; give an http or https address"),
        ({"a.txt": "One", "corpus.toml": '[[article]]\nfile = "a.txt"\nkey = "x\\n"'},
         "a.txt: the key 'x\\n' cannot be used; give a short printable key in corpus.toml"),
        ({"a.txt": "One", "corpus.toml": "article = 3"},
         "corpus.toml: article is not a list of tables; write each article under [[article]]"),
    ],
)  # fmt: skip
def test_a_fault_names_file_field_value_and_the_way_out(folder, files, sentence):
    where = folder(files)
    assert faults(where) == [sentence.replace("articles:", f"{where}:")]


def test_all_faults_are_told_at_once(folder):
    assert len(faults(folder({"a.txt": "", "b.txt": b"\xff", "c.txt": "Fine.", "corpus.toml": "evnt = 1"}))) == 3


def test_a_file_in_place_of_a_folder(folder):
    file = folder(SHIPS) / "north.txt"
    assert faults(file) == [f"{file}: this is a file, not a folder; give the folder it lies in"]


def test_a_loop_of_links_and_a_pipe_are_refused(folder):
    where = folder({"fine.txt": "It rained."})
    (where / "loop.txt").symlink_to(where / "loop.txt")
    os.mkfifo(where / "pipe.txt")
    assert [fault.split(":")[0] for fault in faults(where)] == ["loop.txt", "pipe.txt"]


def test_a_name_that_is_not_text_is_refused(folder):
    where = folder({"fine.txt": "It rained."})
    (where / "bad\udcff.txt").write_text("It snowed.")
    assert faults(where) == ["bad\\udcff.txt: the file's name holds characters that cannot be shown; rename the file"]


def test_load_reads_the_folder_that_is_reported(folder, monkeypatch):
    monkeypatch.setenv("WITNESS_FOLDER", str(folder(SHIPS)))
    assert load().keys == ["north", "south"]


def test_load_finds_the_nearest_seeds(folder, monkeypatch):
    where = folder(SHIPS, "seeds")
    monkeypatch.delenv("WITNESS_FOLDER", raising=False)
    (where.parent / "notebooks").mkdir()
    monkeypatch.chdir(where.parent / "notebooks")
    assert witness.load().keys == ["north", "south"]
