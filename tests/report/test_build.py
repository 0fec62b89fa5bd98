"""The report as a product: the same bytes every time, from anywhere, or nothing at all."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from witness.corpus import from_texts
from witness.errors import NotebookError
from witness.report import notebooks
from witness.report.pages import MOST_BYTES, article_files, article_page, linked

from tests.conftest import ODD, SEEDS, SHIPS, write_folder

ROOT = Path(__file__).parents[2]


def files_of(path: Path) -> dict[str, bytes]:
    return {str(each.relative_to(path)): each.read_bytes() for each in sorted(path.rglob("*")) if each.is_file()}


def test_two_builds_in_two_folders_on_two_days_are_the_same_bytes(tmp_path, seeds_report):
    elsewhere = shutil.copytree(SEEDS, tmp_path / "another place" / "articles")
    variables = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C",
                 "SOURCE_DATE_EPOCH": "86400"}  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "witness", "report", str(elsewhere), "-o", str(tmp_path / "out")],
        check=True, cwd=tmp_path, env=variables, capture_output=True,
    )  # fmt: skip
    assert files_of(tmp_path / "out") == files_of(seeds_report)


def test_nothing_is_written_among_the_articles(odd_folder, odd_report):
    assert len(files_of(odd_folder)) == 4


def test_the_report_says_nothing_of_the_five_articles_on_another_folder(odd_report):
    text = "".join(path.read_text("utf-8") for path in sorted(odd_report.rglob("*.html")))
    assert "seeds-only" not in text
    for word in ("China", "lunar", "2021", "five pages"):
        assert word not in text, word


def test_the_wheel_builds_a_foreign_folder_from_another_directory(tmp_path):
    """An environment that holds the wheel and what it depends on, and no trace of this checkout."""
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--wheel-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True,
    )  # fmt: skip
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=False)
    [packages] = environment.glob("lib/python*/site-packages")
    wheel = next(tmp_path.glob("witness-*.whl"))
    shutil.unpack_archive(wheel, packages, "zip")
    mine = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "dependencies.pth").write_text(mine + "\n")  # its own .pth files, as of this checkout, are not read
    write_folder(tmp_path / "foreign", {**SHIPS, "odd.txt": ODD})
    python = environment / "bin" / "python"
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "WITNESS"))}
    where = subprocess.run(
        [python, "-c", "import witness; print(witness.__file__)"],
        check=True, cwd=tmp_path, env=variables, capture_output=True, text=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(environment))
    done = subprocess.run(
        [python, "-m", "witness", "report", "foreign", "-o", "out"],
        cwd=tmp_path, env=variables, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(files_of(tmp_path / "out" / "html")) == [
        "00-start-here.html", "01-the-pages.html", "02-shared-words.html", "03-quotations.html",
        "04-differences.html", "05-silence.html", "06-time.html", "07-other-words.html", "08-witnesses.html",
        "09-your-turn.html", "10-method-and-limits.html",
        "article-north.html", "article-odd.html", "article-south.html",
        "assets/witness.css", "assets/witness.js", "index.html",
    ]  # fmt: skip


def test_a_notebook_that_stops_is_named_and_leaves_nothing(tmp_path):
    broken = tmp_path / "00-broken.ipynb"
    broken.write_text(
        '{"cells": [{"cell_type": "code", "execution_count": null, "id": "a", "metadata": {}, "outputs": [],'
        ' "source": "1 / 0"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    with pytest.raises(NotebookError, match=r"00-broken\.ipynb: a cell stopped with ZeroDivisionError"):
        notebooks.run_all(from_texts({"a": "It rained."}), SEEDS, [broken])


def test_file_names_of_articles_are_plain_and_differ():
    keys = ["a", "A", "é", "../../x", "CON", "a b", "<b>", "", "x" * 300]
    files = article_files(from_texts(dict.fromkeys(keys, "It rained.")))
    assert len({name.lower() for name in files.values()}) == len(keys)
    for name in files.values():
        assert name.isascii()
        assert "/" not in name
        assert len(name) < 120


def test_a_very_long_article_shows_its_beginning_and_says_what_it_leaves_out():
    corpus = from_texts({"long": "It rained. " * 40_000})
    page = article_page(corpus, corpus["long"], "article-long.html", ([], ""))
    assert len(page.body.encode()) < MOST_BYTES + 5_000
    assert "shows the first 200,000 characters of the article; 240,000 more are not shown here" in page.body


def test_an_address_that_does_not_stand_in_the_corpus_stays_text():
    corpus = from_texts({"001": "It rained."})
    made_up = '<a class="address" data-address="{}" data-words="{}">x</a>'
    for address, words in (("small:0-4", "It"), ("001:0-99", "It"), ("001:0-9", "Snow-fell")):
        assert linked(made_up.format(address, words), corpus) == made_up.format(address, words)
    assert 'href="article-001.html#001:0-9~It-rained"' in linked(made_up.format("001:0-9", "It-rained"), corpus)
