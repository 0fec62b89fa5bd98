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
