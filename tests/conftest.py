"""What the tests share: folders of invented articles, the built reports, and the word on what could not be run."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"

# Two articles one can hold in the head.
SHIPS = {
    "north.txt": "Two ships leave port\n\nTwo ships left the port at dawn on Monday.\n\nNobody on the quay waved.\n",
    "south.txt": "Harbour quiet again\n\nAt dawn the two ships were gone.\n\nThe harbour master said nothing.\n",
}

# An article that would do harm if any of it were more than text.
HOSTILE = (
    "<h1>Breaking</h1> <script>window.__pwned = 1</script>\n\n"
    '</script><script>window.__pwned = 2</script> and "quotes" & ampersands &lt; &#60; <!-- not a comment\n\n'
    '<img src=x onerror="window.__pwned = 3"> <svg onload="window.__pwned = 4">'
    ' <a href="javascript:window.__pwned = 5">x</a>\n\n'
    "The order \u202eis reversed\u202c here, and \u2066isolated\u2069 there, with zero\u200bwidth.\n\n"
    '=HYPERLINK("http://example.invalid","click")\n\n'
    "{{ 7 * 7 }} {% raw %} ${window.__pwned = 6} $\\frac{1}{2}$ \u2028 \u2029 end\n"
)

# An article whose offsets go wrong wherever somebody counts bytes, UTF-16 units or normalised newlines.
ODD = (
    "\ufeff🚀🚀 Liftoff 👩‍🚀 at last\r\n\r\nThe 𝒻ancy launch — “naïve” in two ways: nai\u0308ve and naïve.\r\n"
    "Second line of it\rthird after a bare return.\r\n\r\nطائرتان غادرتا الميناء عند الفجر.\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of files from names and texts, or bytes."""

    def make(files: dict[str, str | bytes], name: str = "articles") -> Path:
        return write_folder(tmp_path / name, files)

    return make


def write_folder(path: Path, files: dict[str, str | bytes]) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (path / file).write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the five articles, built once."""
    from witness.report.build import build

    out = tmp_path_factory.mktemp("seeds") / "out"
    build(SEEDS, out)
    return out


@pytest.fixture(scope="session")
def seeds_excerpts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public edition of the report on the five articles, built once."""
    from witness.corpus import read
    from witness.excerpts import edition
    from witness.report.build import build

    out = tmp_path_factory.mktemp("excerpts") / "out"
    build(SEEDS, out, edition(read(SEEDS)))
    return out


@pytest.fixture(scope="session")
def odd_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hostile article, an odd one, and a file name that would do harm."""
    return write_folder(
        tmp_path_factory.mktemp("odd") / "articles",
        {
            "hostile.txt": HOSTILE,
            "odd.txt": ODD,
            "<img src=x onerror=window.__pwned=7>.txt": "A name that bites\n\nOnly a name.\n",
            "corpus.toml": 'event = "<script>window.__pwned = 8</script> & more"\n'
            '[[article]]\nfile = "odd.txt"\noutlet = "</script><script>window.__pwned = 9</script>"\n',
        },
    )


@pytest.fixture(scope="session")
def odd_report(odd_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from witness.report.build import build

    out = tmp_path_factory.mktemp("odd-out") / "out"
    build(odd_folder, out)
    return out


# What cannot be had everywhere: its names, the Debian package, and the word by which WITNESS_REQUIRE asks for it, under
# which its absence is a failure and not a skip.
_PROGRAMS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "chromium", "browser"),
    "firefox": (("firefox-esr", "firefox"), "firefox-esr", "browser"),
    "java": (("java",), "default-jre-headless", "spark"),
}
_missing: dict[str, str] = {}


def program(name: str) -> str:
    """The path of a browser or of Java; without it the test is skipped, and the end of the run says so."""
    names, package, word = _PROGRAMS[name]
    for each in names:
        if found := shutil.which(each):
            return found
    return missing(word, f"{name} is not installed", f"system package, for example {package}")


def missing(word: str, reason: str, way_out: str) -> str:
    """Skip the test, and say why at the end of the run; fail it where WITNESS_REQUIRE names the word."""
    if word in os.environ.get("WITNESS_REQUIRE", "").split(","):
        pytest.fail(f"{reason}, and WITNESS_REQUIRE names {word}")
    _missing[reason] = way_out
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: object) -> Iterator[None] | None:
    write = terminalreporter.write_line  # type: ignore[attr-defined]
    for reason, way_out in _missing.items():
        write(f"not run here: the tests that need it, because {reason} ({way_out})")
    return None
