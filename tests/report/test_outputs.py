import os
import subprocess
import sys
import time

import pytest
from witness.errors import OutputError
from witness.report.outputs import MARK, replacing

from tests.conftest import SHIPS

OWNED = ("site", "one.html")


def put(out, articles, text="new"):
    with replacing(out, OWNED, articles) as place:
        (place / "site").mkdir()
        (place / "site" / "index.html").write_text(text)
        (place / "one.html").write_text(text)


@pytest.fixture
def articles(folder):
    return folder(SHIPS)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "deep" / "out"


def listing(path):
    return sorted(str(each.relative_to(path)) for each in path.rglob("*"))


def test_a_new_place_is_made(out, articles):
    put(out, articles)
    assert listing(out) == ["README.md", "one.html", "site", "site/index.html"]
    assert (out / "README.md").read_text() == MARK + "\n"


def test_our_own_place_is_replaced_and_other_products_in_it_stay(out, articles):
    put(out, articles)
    (out / "site" / "old.html").write_text("old")
    (out / "tables").mkdir()
    put(out, articles, "newer")
    assert listing(out) == ["README.md", "one.html", "site", "site/index.html", "tables"]
    assert (out / "one.html").read_text() == "newer"


def test_what_this_product_no_longer_makes_is_removed(out, articles):
    put(out, articles)
    with replacing(out, OWNED, articles) as place:
        (place / "one.html").write_text("alone")
    assert listing(out) == ["README.md", "one.html"]


def test_somebody_elses_folder_is_refused_and_untouched(tmp_path, articles):
    own = tmp_path / "thesis"
    own.mkdir()
    (own / "chapter.txt").write_text("years of work")
    with pytest.raises(
        OutputError, match="holds files that Witness did not make; choose an empty folder or a new name"
    ):
        put(own, articles)
    assert listing(own) == ["chapter.txt"]


@pytest.mark.parametrize("inside", [".", "out", "deep/out"])
def test_nothing_is_written_among_the_articles(articles, inside):
    before = listing(articles)
    with pytest.raises(OutputError, match="lies in the folder of the articles"):
        put(articles / inside, articles)
    assert listing(articles) == before


def test_a_file_in_place_of_the_folder_is_refused(tmp_path, articles):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="is not a folder"):
        put(tmp_path / "file", articles)


def test_articles_that_would_be_replaced_are_refused(tmp_path, folder):
    articles = folder(SHIPS, "out/site")
    with pytest.raises(OutputError, match="would be replaced"):
        put(tmp_path / "out", articles)


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_after_an_error_everything_is_as_it_was(out, articles, error):
    put(out, articles, "good")
    before = listing(out.parent)
    with pytest.raises(error), replacing(out, OWNED, articles) as place:
        (place / "one.html").write_text("half")
        raise error
    assert listing(out.parent) == before
    assert (out / "one.html").read_text() == "good"


def test_a_place_that_cannot_be_written_is_named(tmp_path, articles):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="file/out: cannot be written"):
        put(tmp_path / "file" / "out", articles)


SWAPS = """
import itertools, sys
from pathlib import Path
from witness.report.outputs import replacing
out, articles = map(Path, sys.argv[1:])
for number in itertools.count():
    with replacing(out, ("site", "one.html"), articles) as place:
        (place / "site").mkdir()
        (place / "site" / "index.html").write_text(str(number))
        (place / "one.html").write_text(str(number))
    print(number, flush=True)
"""


def test_whenever_the_program_is_killed_one_build_is_there_and_whole(out, articles):
    put(out, articles, "0")
    (out / "tables").mkdir()
    (out / "tables" / "rows.csv").write_text("kept")
    for moment in range(20):
        running = subprocess.Popen([sys.executable, "-c", SWAPS, out, articles], stdout=subprocess.PIPE)
        running.stdout.readline()
        time.sleep(moment / 400)
        running.kill()
        running.communicate()
        assert (out / "site" / "index.html").read_text() == (out / "one.html").read_text()
        assert (out / "tables" / "rows.csv").read_text() == "kept"
        put(out, articles, "again")


def test_what_a_killed_build_left_is_swept_away_a_day_later(out, articles):
    put(out, articles)
    for name, age in ((".witness-old", 100_000), (".witness-now", 60)):
        (out.parent / name).mkdir()
        os.utime(out.parent / name, (time.time() - age,) * 2)
    put(out, articles)
    assert [each.name for each in sorted(out.parent.iterdir())] == [".witness-now", "out"]


def test_a_full_disk_leaves_the_last_good_build(out, articles):
    put(out, articles, "good")
    small = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY)); "
    done = subprocess.run(
        [sys.executable, "-c", small + "from witness.report.command import main; raise SystemExit(main())",
         "tables", articles, "-o", out], capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written (File too large); nothing was replaced" in done.stderr
    assert listing(out) == ["README.md", "one.html", "site", "site/index.html"]
