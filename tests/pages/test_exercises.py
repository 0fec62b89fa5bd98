"""The exercises in a browser: all of them by keyboard, from the disk, offline; and the page judges as Python does."""

import csv
import io
import json
import re

import pytest
from witness import views
from witness.corpus import read
from witness.exercises import check, exercises, strings
from witness.report.classroom import build
from witness.views.view import source

from tests.lessons_cases import CASES, LESSONS, mistakes
from tests.pages.conftest import opened
from tests.pages.test_pages import AXE, violations

HARBOUR = next(lesson for lesson in LESSONS if lesson.name == "harbour")
UI = strings("en")["ui"]


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    out = tmp_path_factory.mktemp("kit") / "out"
    build(HARBOUR.folder, out)
    return out


@pytest.fixture(scope="module")
def student(kit):
    return kit / "en" / "student" / "exercises.html"


def test_the_page_gives_every_shared_case_pythons_verdict(chromium):
    module = source("common.js") + source("exercises.js").replace("export default ", "return ")
    judge = f"""({{ items, lexicon, folders, cases }}) => {{
        const {{ verdict, readText }} = (() => {{ {module} }})();
        const read = Object.fromEntries(Object.entries(folders).map(([name, texts]) =>
            [name, texts.map((each) => readText(...each))]));
        return cases.map(({{ lesson, exercise, answer }}) =>
            verdict(items.find((item) => item.id === exercise), answer, read[lesson], lexicon));
    }}"""
    corpora = {lesson.name: read(lesson.folder) for lesson in LESSONS}
    asked = json.loads(CASES.read_text(encoding="utf-8"))
    view = views.exercises(corpora["harbour"])
    folders = {
        name: [[key, outlet, raw] for key, _, _, _, outlet, raw in views.exercises(corpus).texts]
        for name, corpus in corpora.items()
    }
    given = {"items": view.items, "lexicon": view.lexicon, "folders": folders, "cases": asked}
    with opened(chromium, "about:blank") as page:
        found = page.evaluate(judge, given)
    assert len(found) == len(asked) >= 300
    for case, (state, message, counts) in zip(asked, found, strict=True):
        expected = check(case["exercise"], case["answer"], corpora[case["lesson"]])
        assert [state, message, counts] == [expected.state, expected.message, expected.counts], case
        assert state == case["state"]
        assert case["message"] in ("", message)


# By keyboard alone.


def reach(page, selector: str) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(400):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def press(page, selector: str) -> None:
    reach(page, selector)
    page.keyboard.press("Enter")


def write(page, field: str, said: str) -> None:
    """Give a control its value as somebody at a keyboard does."""
    reach(page, f'[name="{field}"]')
    if page.evaluate("document.activeElement.tagName") == "SELECT":
        options = page.evaluate("[...document.activeElement.options].map((each) => each.value)")
        page.keyboard.press("Home")
        for _ in range(options.index(said)):
            page.keyboard.press("ArrowDown")
    else:
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        page.keyboard.insert_text(said)
    assert page.evaluate("document.activeElement.value") == said


def turn_to(page, exercise: str) -> None:
    press(page, f'[data-exercise="{exercise}"]')


def fill(page, answer: dict[str, str]) -> None:
    for name, said in answer.items():
        write(page, name, said)


def verdict(page) -> str:
    press(page, "button.check")
    return page.locator(".verdict").inner_text()


def wrong_and_right(exercise: str) -> tuple[dict[str, str], str]:
    """The changes that make an answer wrong and can be typed, and the message they get."""
    right = HARBOUR.answers[exercise]
    for name, answer, _, message in mistakes(HARBOUR):
        changes = {field: said for field, said in answer.items() if right.get(field) != said}
        if name == exercise and message != "empty" and all(changes.values()) and changes.keys() <= right.keys():
            return changes, strings("en")[exercise]["says"][message]
    raise AssertionError(exercise)


def test_all_twelve_by_keyboard_with_a_reload_an_export_an_erasure_and_an_import(chromium, student, tmp_path):
    with opened(chromium, student, accept_downloads=True) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        press(page, ".desk summary")
        reach(page, ".desk select")
        page.keyboard.press("ArrowDown")  # the first sign
        assert page.locator(".kept").inner_text() == UI["kept"].format(name="heron")
        for number, exercise in enumerate(exercises(), 1):
            turn_to(page, exercise.id)
            assert page.locator(".panel").count() == 0
            write(page, "prediction", f"my guess {number}")
            press(page, ".predict button")
            changes, message = wrong_and_right(exercise.id)
            fill(page, {**HARBOUR.answers[exercise.id], **changes})
            said = verdict(page)
            assert "holds" not in said
            assert re.sub(r"\d+", "", said).endswith(re.sub(r"\{\w+\}|\d+", "", message)), exercise.id
            fill(page, {name: HARBOUR.answers[exercise.id][name] for name in changes})
            assert verdict(page).startswith("● holds"), exercise.id
            assert page.locator(".exercises .sentence").inner_text().startswith(f"{number} of 12")
            if number == 6:
                page.reload()
                assert page.locator(".exercises .sentence").inner_text().startswith("6 of 12")
                assert page.locator(".kept").inner_text() == UI["kept"].format(name="heron")
                assert page.evaluate("Object.keys(localStorage).length") == 1
        press(page, ".desk summary")
        with page.expect_download() as download:
            press(page, ".desk .controls button:nth-of-type(1)")
        saved = tmp_path / "my-answers.html"
        download.value.save_as(saved)
        press(page, ".desk .controls button:nth-of-type(2)")  # finish and erase
        assert page.locator(".exercises .sentence").inner_text().startswith("0 of 12")
        assert page.evaluate("[Object.keys(localStorage).length, Object.keys(sessionStorage).length]") == [0, 0]
        page.locator(".desk input[type=file]").set_input_files(saved)
        page.wait_for_function("document.querySelector('.exercises .sentence').textContent.startsWith('12 of 12')")
        press(page, ".desk .controls button:nth-of-type(3)")  # the open exercise afresh
        assert page.locator(".exercises .sentence").inner_text().startswith("11 of 12")
    with opened(chromium, saved) as page:
        assert page.locator("h1").inner_text() == UI["mine"]
        assert "my guess 3" in page.locator("main").inner_text()
        rows = list(csv.reader(io.StringIO(page.locator("pre.csv").inner_text())))
    assert rows[0] == ["exercise", "field", "answer"]
    kept = {(exercise, field): said for exercise, field, said in rows[1:]}
    for exercise in exercises():
        for field, said in HARBOUR.answers[exercise.id].items():
            assert kept[exercise.id, field] == said
    assert {field for _, field, _ in rows[1:]}.isdisjoint({"name", "time", "date of birth", "id"})


def test_an_exercise_opens_without_a_guess_and_gives_three_hints(chromium, student):
    with opened(chromium, student) as page:
        press(page, ".predict button:nth-of-type(2)")
        for number in range(3):
            page.get_by_role("button", name=f"Hint {number + 1}").press("Enter")
        assert page.locator(".hints li").count() == 3
        assert page.get_by_role("button", name="Hint").count() == 0
        page.locator(".objective a").first.press("Enter")
        assert page.evaluate("document.querySelector(location.hash).tagName") == "TH"


def test_words_selected_in_a_text_can_be_taken_and_cited(chromium, student):
    with opened(chromium, student) as page:
        page.get_by_role("button", name="E12").press("Enter")
        page.get_by_role("button", name=UI["show"]).press("Enter")
        page.locator("[data-text=radio] summary").press("Enter")
        page.evaluate("""() => { const line = document.querySelector("[data-text=radio] p bdi").firstChild;
            getSelection().setBaseAndExtent(line, 0, line, 13) }""")
        page.get_by_role("button", name=UI["cite"]).press("Enter")
        assert page.locator("[name=brief]").input_value() == "[radio: Listeners ask]"


def test_where_storage_is_refused_it_works_in_memory_and_says_so(chromium, student):
    refusal = """for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } })"""
    with chromium.new_context(offline=True) as session:
        session.add_init_script(refusal)
        page = session.new_page()
        wrong = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(student.as_uri())
        assert page.locator(".kept").inner_text() == UI["memory"]
        turn_to(page, "E10")
        press(page, ".predict button:nth-of-type(2)")
        fill(page, HARBOUR.answers["E10"])
        assert verdict(page).startswith("● holds")
        turn_to(page, "E1")
        turn_to(page, "E10")
        assert page.locator("[name=proof]").input_value() == HARBOUR.answers["E10"]["proof"]
        assert wrong == []


def test_a_file_that_is_none_of_ours_is_refused_and_a_hostile_one_is_only_text(chromium, student, tmp_path):
    with opened(chromium, student) as page:
        for name, text, said in (
            ("a.html", "<p>nothing</p>", UI["unreadable"]),
            ("b.csv", '"E10","own","<img src=x onerror=alert(1)>"\r\n"E99","x","y"', UI["imported"].format(count=1)),
        ):
            (tmp_path / name).write_text(text, encoding="utf-8")
            page.locator(".desk input[type=file]").set_input_files(tmp_path / name)
            page.wait_for_function("(said) => document.querySelector('.kept').textContent === said", arg=said)
        page.get_by_role("button", name="E10").press("Enter")
        page.get_by_role("button", name=UI["show"]).press("Enter")
        assert page.locator("[name=own]").input_value() == "<img src=x onerror=alert(1)>"
        assert page.locator(".exercises img").count() == 0


def test_text_can_be_larger_wider_and_stronger_and_a_projector_shows_it_to_the_last_row(chromium, student):
    size = "(selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"
    with opened(chromium, student, viewport={"width": 1280, "height": 900}) as page:
        page.locator(".desk summary").click()
        plain = page.evaluate(size, ".exercises .question")
        page.get_by_label(UI["size"]).select_option("larger")
        assert page.evaluate(size, ".exercises .question") > 1.3 * plain
        page.get_by_label(UI["spacing"]).select_option("wide")
        page.get_by_label(UI["contrast"]).select_option("high")
        assert page.evaluate("getComputedStyle(document.querySelector('.exercises')).letterSpacing") != "normal"
        assert page.evaluate("getComputedStyle(document.querySelector('.exercises')).color") == "rgb(0, 0, 0)"
        page.get_by_label(UI["projector"]).select_option("on")
        page.get_by_role("button", name=UI["show"]).click()
        for selector in (".question", ".objective", ".panel label", ".check", ".steps button"):
            assert page.evaluate(size, f".exercises {selector}") >= 24, selector
        page.evaluate("document.querySelector('.witness-view.exercises').scrollIntoView()")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_kit_in_either_language(chromium, kit, width, scheme):
    for path in sorted(kit.rglob("*.html")):
        with opened(
            chromium, path, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        ) as page:
            page.evaluate(AXE)
            assert violations(page) == [], path.relative_to(kit)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path.relative_to(kit)
            if path.name != "exercises.html":
                continue
            for exercise in exercises():  # every exercise unfolded
                page.locator(f'[data-exercise="{exercise.id}"]').click()
                page.locator(".predict button").nth(1).click()
                page.locator("button.check").click()
                assert violations(page) == [], (path.relative_to(kit), exercise.id)
                assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, exercise.id


def test_the_kit_is_complete_without_its_scripts(chromium, kit):
    for language in ("en", "de"):
        with opened(chromium, kit / language / "student" / "exercises.html", java_script_enabled=False) as page:
            shown = page.locator("main").inner_text()
            for exercise in exercises():
                assert f"{exercise.id} · {strings(language)[exercise.id]['title']}" in shown
            for text in HARBOUR.texts.values():
                for line in filter(None, text.split("\n")):
                    assert " ".join(line.split()) in " ".join(shown.split())


def test_the_self_test_is_good_where_everything_works_and_says_what_does_not(chromium, kit):
    path = kit / "en" / "teacher" / "self-test.html"
    with opened(chromium, path) as page:
        assert page.locator("[data-works=true]").count() == 5
    with chromium.new_context(offline=True) as session:
        session.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
        page = session.new_page()
        page.goto(path.as_uri())
        assert page.locator("[data-works=false]").count() == 1
        assert page.locator("[data-works=false]").inner_text() == "not good"


def test_an_exercise_answers_within_a_fifth_of_a_second(chromium, student):
    with opened(chromium, student) as page:
        turn_to(page, "E3")
        press(page, ".predict button:nth-of-type(2)")
        fill(page, HARBOUR.answers["E3"])
        taken = page.evaluate("""() => {
            const started = performance.now();
            document.querySelector("button.check").click();
            document.body.getBoundingClientRect();
            return performance.now() - started;
        }""")
    assert taken < 200
