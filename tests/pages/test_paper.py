"""The kit on paper: what is printed fits its pages, no table is cut, and the sheet has no word of the key."""

import re
import subprocess

import pytest
from witness.corpus import load
from witness.exercises import LANGUAGES, strings
from witness.report.classroom import build
from witness.report.key import key

from tests.conftest import SEEDS
from tests.pages.conftest import opened


@pytest.fixture(scope="module")
def seeds_kit(tmp_path_factory):
    out = tmp_path_factory.mktemp("classroom") / "out"
    build(SEEDS, out)
    return out


@pytest.fixture(scope="module")
def printed(chromium, seeds_kit, tmp_path_factory):
    place = tmp_path_factory.mktemp("paper")

    def sheets(name: str, size: str) -> list[str]:
        """The text of each printed page, by pdftotext."""
        target = place / f"{name.replace('/', '-')}-{size}.pdf"
        with opened(chromium, seeds_kit / f"{name}.html") as page:
            page.pdf(path=target, format=size)
        done = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, check=True)
        return done.stdout.decode().split("\f")[:-1]

    return sheets


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sheet_and_key_print_on_two_pages_and_plans_on_one_each(printed, size, language):
    said = strings(language)
    sheet = printed(f"{language}/student/sheet", size)
    assert len(sheet) == 2
    assert len(printed(f"{language}/teacher/key", size)) <= 2
    for number, names in enumerate((("E1", "E3"), ("E4", "E7", "E12"))):
        for name in names:  # a task stands on one page, from its heading to its last line
            assert f"{name} · {said[name]['title']}" in sheet[number]
            last = list(said[name]["labels"].values())[-1] if name != "E12" else said["kit"]["sheet_note"]["exit"]
            assert last.split()[0] in sheet[number]
    for part, rows in ((said["kit"]["teach"]["short"], "45"), (said["kit"]["teach"]["long"], "90")):
        held = [
            page for page in printed(f"{language}/teacher/guide", size) if re.search(rf"{rows} (minutes|Minuten)", page)
        ]
        assert len(held) >= 1
        assert any(part[0][0] in page and part[-1][0] in page for page in held), "a plan is cut"


def test_words_of_the_key_are_not_on_the_sheet(printed):
    corpus = load(SEEDS)
    for language in LANGUAGES:
        sheet = " ".join(" ".join(printed(f"{language}/student/sheet", "A4")).split())
        for found in key(corpus, language).values():
            for line in found:
                assert all(" ".join(corpus.text(span).split()) not in sheet for span in line.spans)
        for word in ("2021", "Tuesday", "seven", "eight", "CNSA", "Roscosmos", "sieben", "acht"):
            assert not re.search(rf"\b{word}\b", sheet), word
