"""The command line as a user meets it: in a process of its own, on hostile terminals and locales."""

import csv
import os
import subprocess
import sys

import pytest
from witness.report.exports import FILES
from witness.tables import TABLES

from tests.conftest import HOSTILE, ODD, SHIPS


def witness(*arguments, **variables):
    return subprocess.run(
        [sys.executable, "-m", "witness", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=120, env={**os.environ, **variables},
    )  # fmt: skip


def test_check_says_that_nothing_is_wrong(folder):
    done = witness("check", folder(SHIPS))
    assert (done.returncode, done.stdout, done.stderr) == (0, "nothing is wrong: 2 articles, 33 words.\n", "")


def test_check_tells_each_fault_on_a_line(folder):
    done = witness("check", folder({"a.txt": "", "b.txt": b"\xff"}))
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.txt", "b.txt"]


def test_tables_writes_every_table(folder, tmp_path):
    done = witness("tables", folder(SHIPS), "-o", tmp_path / "out")
    assert done.returncode == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(
        ["README.md", *FILES, *(f"{name}.csv" for name in TABLES)]
    )


def test_another_format_takes_the_place_of_the_first(folder, tmp_path):
    where = folder(SHIPS)
    witness("tables", where, "-o", tmp_path / "out")
    assert witness("tables", where, "-o", tmp_path / "out", "--format", "json").returncode == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == sorted(
        ["README.md", *FILES, *(f"{name}.json" for name in TABLES)]
    )


def test_the_spreadsheet_edition_says_so(folder, tmp_path):
    done = witness("tables", folder({"a.txt": HOSTILE}), "-o", tmp_path / "out", "--spreadsheet")
    assert "begins with an apostrophe" in done.stdout
    assert (tmp_path / "out" / "segments.spreadsheet.csv").exists()


@pytest.mark.parametrize("variables", [{"PYTHONUTF8": "0", "LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}])
def test_a_locale_changes_nothing(folder, tmp_path, variables):
    where = folder({"odd.txt": ODD, "é – 月.txt": "“Naïve.”"})
    done = witness("tables", where, "-o", tmp_path / "out", **variables)
    assert (done.returncode, done.stderr) == (0, "")
    with (tmp_path / "out" / "segments.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "".join(row["text"] for row in rows if row["article"] == "odd") == ODD.removeprefix("\ufeff")


@pytest.mark.parametrize("command", ["report", "tables"])
def test_bad_input_is_one_sentence_and_leaves_nothing(tmp_path, folder, command):
    before = sorted(tmp_path.rglob("*"))
    done = witness(command, tmp_path / "missing", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr == (
        f"witness: {tmp_path}/missing: there is no such folder; "
        "check the name, or make it and put one article a file into it\n"
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_somebody_elses_folder_is_refused(tmp_path, folder):
    own = folder({"thesis.doc": "years"}, "own")
    done = witness("tables", folder(SHIPS), "-o", own)
    assert done.returncode == 1
    assert "holds files that Witness did not make" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["paint"], ["report"], ["tables", "x", "-o", "y", "--format", "doc"]])
def test_wrong_usage_is_status_2(arguments):
    assert witness(*arguments).returncode == 2


def test_a_file_name_cannot_move_the_cursor(folder):
    where = folder(SHIPS)
    (where / "a\x1b[2J\udcff.txt").write_text("x")
    done = witness("check", where)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
