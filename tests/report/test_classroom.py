"""The kit: nothing in it for pupils holds an answer, what is printed fits its pages, and two builds are the same."""

import base64
import csv
import io
import re
import subprocess
import sys
from html import unescape
from itertools import pairwise

import nbformat
import pytest
from witness.corpus import load, read
from witness.errors import OutputError
from witness.exercises import LANGUAGES, MOST_CHARACTERS, exercises, strings
from witness.report.classroom import build, kit, short_cards
from witness.report.key import key, quiz
from witness.report.notebooks import paths
from witness.spans import count_words
from witness.views.handouts import excerpt

from tests.conftest import HOSTILE, ODD, SEEDS
from tests.lessons_cases import LESSONS

SHORT = ("E1", "E3", "E4", "E7", "E12")


@pytest.fixture(scope="module")
def corpora():
    return {"seeds": load(SEEDS), **{lesson.name: read(lesson.folder) for lesson in LESSONS}}


@pytest.fixture(scope="module")
def kits(corpora):
    return {(name, language): kit(corpora[name], language) for name in corpora for language in LANGUAGES}


@pytest.fixture(scope="module")
def seeds_kit(tmp_path_factory):
    out = tmp_path_factory.mktemp("classroom") / "out"
    build(SEEDS, out)
    return out


def test_the_kit_has_every_piece_in_each_language(seeds_kit):
    pieces = [
        "README.txt", "privacy.html", "student/cards.html", "student/exercises.html", "student/sheet.html",
        "teacher/guide.html", "teacher/key.html", "teacher/quiz.gift", "teacher/rubric.html", "teacher/self-test.html",
        "teacher/standards.csv", "teacher/standards.html",
    ]  # fmt: skip
    for language in LANGUAGES:
        found = sorted(str(each.relative_to(seeds_kit / language)) for each in (seeds_kit / language).rglob("*.*"))
        assert found == pieces
        told = (seeds_kit / language / "README.txt").read_text(encoding="utf-8")
        for piece in pieces[2:4] + pieces[4:5]:
            assert piece in told


def test_two_builds_are_the_same_bytes_and_the_command_makes_them(seeds_kit, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "witness", "classroom", str(SEEDS), "-o", str(tmp_path / "out")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    for path in sorted(seeds_kit.rglob("*.*")):
        assert path.read_bytes() == (tmp_path / "out" / path.relative_to(seeds_kit)).read_bytes()
    assert len(done.stdout.splitlines()) == 24
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError):
        build(SEEDS, tmp_path / "mine")


def test_every_page_forbids_the_network_and_has_one_language(kits):
    for (_, language), files in kits.items():
        for name, text in files.items():
            if name.endswith(".html"):
                assert "default-src 'none'" in unescape(text)
                assert f'<html lang="{language}">' in text
                assert not re.search(r"(src|href)=\"(https?:)?//", text), name
                assert not re.search(r"\sstyle\s*=\s*[\"']", text), name
                assert len(text.encode()) <= 2_000_000


def test_a_hostile_folder_is_text_in_its_kit(folder):
    files = kit(read(folder({"hostile.txt": HOSTILE, "odd.txt": ODD})), "en")
    for name, text in files.items():
        if name.endswith(".html"):
            for harm in ("<script>window", "<img src=x", "<svg onload", "</script><script>"):
                assert harm not in text, (name, harm)


# What pupils get.


def without_articles(text: str, corpus) -> str:
    """A student file without the words of the articles: they may stand there, whole, cut into cards, and as payload."""
    text = re.sub(r'"texts":\[.*?\]\],"ui"|"texts":\[.*\]\](?=\}</script>)', "", text, flags=re.DOTALL)
    text = re.sub(r'<div class="cards">.*?</p></div></div>', "", text, flags=re.DOTALL)
    return re.sub(r'<div class="whole-texts">.*?(?=<h2 id="glossary")', "", text, flags=re.DOTALL)


def student_files(kits, corpora, name):
    for language in LANGUAGES:
        for file, text in kits[name, language].items():
            if not file.startswith("teacher/"):
                yield f"{language}/{file}", without_articles(text, corpora[name])


def saved_notebook() -> str:
    """What the notebook says and shows, but for the words on each page."""
    path = next(path for path in paths() if path.name.startswith("09"))
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if "tables" not in cell.source]
    shown = [output.get("data", {}).get("text/html", "") for cell in cells for output in cell.get("outputs", [])]
    return "\n".join([*(cell.source for cell in cells), *shown])


def disguises(text: str) -> list[str]:
    """A text as somebody might hide it."""
    raw = text.encode()
    return [
        text,
        text[::-1],
        base64.b64encode(raw).decode().rstrip("="),
        raw.hex(),
        base64.b64encode(text[::-1].encode()).decode().rstrip("="),
    ]


@pytest.mark.parametrize("name", ["seeds", "harbour", "ferry", "bridge"])
def test_no_key_stands_in_what_pupils_get(kits, corpora, name):
    corpus = corpora[name]
    files = dict(student_files(kits, corpora, name))
    if name == "seeds":
        files["notebook"] = without_articles(saved_notebook(), corpus)
    lines = [line for found in key(corpus).values() for line in found]
    assert len(lines) > 15
    spans = {span for line in lines for span in line.spans}
    figures = {figure for line in lines for figure in line.figures if len(figure) > 2}
    for file, text in files.items():
        for span in spans:
            assert f"{span.start}-{span.end}" not in text, (file, span)
            words = corpus.text(span)
            if count_words(words) >= 4:
                for disguise in disguises(words):
                    assert disguise not in text, (file, words[:60])
        for figure in figures:
            assert not re.search(
                rf"(?<![\w.]){re.escape(figure)}(?![\w.])",
                re.sub(r"<style>.*?</style>|sha256-\S+", "", text, flags=re.DOTALL),
            ), (file, figure)
        for line in lines:
            assert line.said not in text


def test_the_leak_test_finds_what_is_hidden(corpora):
    span = next(line for line in key(corpora["seeds"])["E3"]).spans[0]
    words = corpora["seeds"].text(span)
    for disguise in disguises(words):
        assert any(each in f"<p>{disguise}</p>" for each in disguises(words))
    assert words not in without_articles('{"texts":[["000","' + words + '"]],"ui":{}}', corpora["seeds"])


def test_minutes_are_for_teachers(kits):
    for language in LANGUAGES:
        assert '"minutes"' not in kits["seeds", language]["student/exercises.html"]
        assert f'<td class="number">{exercises()[-1].minutes}</td>' in kits["seeds", language]["teacher/guide.html"]
        assert strings(language)["kit"]["for_teachers"] not in kits["seeds", language]["student/exercises.html"]


def test_the_key_is_made_from_the_articles(corpora):
    found = key(corpora["harbour"])
    assert found["E12"][0].said == "2: gazette mail post · radio"  # the analysis reads the line of credit in the post
    assert found["E3"][0].said.startswith("gazette, post: 21 words, “The old harbour will be closed")
    assert any("mad" in line.said and "mud" in line.said for line in found["E4"])
    for name, corpus in corpora.items():
        for lines in key(corpus).values():
            for line in lines:
                assert all(corpus.text(span) for span in line.spans), name


# What teachers get.


def test_the_short_plan_has_five_exercises_and_900_words_of_reading(corpora):
    for language in LANGUAGES:
        rows = strings(language)["kit"]["teach"]["short"]
        named = {each for row in rows for each in re.findall(r"E\d+", row[1])}
        assert named == set(SHORT)
        assert len(named) <= 5
        assert rows[0][0].startswith("0")
        assert rows[-1][0].endswith("45")
        assert strings(language)["kit"]["teach"]["long"][-1][0].endswith("90")
        for row, after in pairwise(rows):
            assert row[0].split("–")[1] == after[0].split("–")[0]
        for corpus in corpora.values():
            keys = short_cards(corpus)
            assert sum(count_words(corpus.text(each)) for name in keys for each in excerpt(corpus, corpus[name])) <= 900


def test_the_rubric_has_five_lines_of_four_levels_and_three_samples_with_marks():
    for language in LANGUAGES:
        marking = strings(language)["kit"]["marking"]
        assert [len(row) for row in marking["criteria"]] == [5] * 5
        totals = [sum(map(int, marks.split())) for _, marks, _ in marking["samples"]]
        assert len(totals) == 3
        assert totals == sorted(totals)
        assert all(len(marks.split()) == 5 for _, marks, _ in marking["samples"])


def test_the_standards_map_names_every_exercise_and_every_code(kits):
    for language in LANGUAGES:
        rows = list(csv.reader(io.StringIO(kits["seeds", language]["teacher/standards.csv"])))[1:]
        assert {name for row in rows for name in row[2].split()} == {each.id for each in exercises()}
        assert {row[0] for row in rows} == {code for each in exercises() for code in each.standards}


def gift(text: str) -> list[tuple[str, str, str]]:
    """The questions of a GIFT file, read by its grammar as it is published; raises where a line does not fit it."""
    answer = r"(?:\\.|[^\\~=#{}:])*"
    forms = {
        "matching": rf"(?:\s*={answer}->{answer})+\s*",
        "numerical": r"#-?\d+(?:\.\d+)?:\d+(?:\.\d+)?",
        "true or false": rf"[TF](?:#{answer}){{0,2}}",
    }
    found = []
    for block in re.split(r"\n\s*\n", text.strip()):
        parts = re.fullmatch(r"::(?P<name>\d\d):: (?P<stem>(?:\\.|[^\\~=#{}:])+) \{(?P<body>.*)\}", block, re.DOTALL)
        assert parts, block
        kinds = [kind for kind, form in forms.items() if re.fullmatch(form, parts["body"])]
        assert len(kinds) == 1, block
        found.append((kinds[0], parts["stem"], parts["body"]))
    return found


def test_the_questions_follow_the_grammar_of_gift(corpora):
    for corpus in corpora.values():
        for language in LANGUAGES:
            found = gift(quiz(corpus, language))
            kinds = [kind for kind, _, _ in found]
            assert kinds.count("matching") == len(strings(language)["glossary"]) // 6
            assert kinds.count("numerical") >= 2
            assert "true or false" in kinds


def test_signs_of_the_format_in_an_articles_name_are_no_signs(folder):
    corpus = read(folder({"a={b}~.txt": "Two ships left the port at dawn on Monday and nobody waved. " * 3,
                          "c#:.txt": "Two ships left the port at dawn on Monday and nobody waved. " * 3}))  # fmt: skip
    assert any(r"\=\{" in stem for _, stem, _ in gift(quiz(corpus, "en")))


def test_a_long_text_does_not_make_the_student_file_long(folder):
    files = kit(read(folder({"long.txt": "Nobody waved at us. " * 20_000, "short.txt": "Nobody waved.\n"})), "en")
    assert len(files["student/exercises.html"]) < 4 * MOST_CHARACTERS + 200_000
