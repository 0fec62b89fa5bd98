"""The notebooks in JupyterLab, with a real kernel, in a real browser."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from urllib.request import urlopen

import nbformat
import pytest
from witness.report.notebooks import paths

from tests.conftest import SEEDS

TOKEN = "witness-test"  # noqa: S105 - of a server on this machine that lives as long as the test


@pytest.fixture(scope="module")
def lab(tmp_path_factory, odd_folder):
    """The address of a JupyterLab that serves copies of the notebooks, and one on the hostile folder."""
    place = tmp_path_factory.mktemp("lab")
    for path in paths():
        shutil.copy(path, place)
    told = nbformat.read(place / "01-the-pages.ipynb", as_version=4)
    told.cells.append(nbformat.v4.new_code_cell("print('told:', ledger.article, ledger.moves)"))
    nbformat.write(told, place / "told.ipynb")
    odd = nbformat.v4.new_notebook(metadata=told.metadata)
    odd.cells = [
        nbformat.v4.new_code_cell(each)
        for each in (
            f"import witness\nfrom witness import tables, views\ncorpus = witness.load({str(odd_folder)!r})",
            "views.ledger(corpus)",
            "tables.segments(corpus)",
        )
    ]
    nbformat.write(odd, place / "odd.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "spaces", "JUPYTER_RUNTIME_DIR": "run"}
    variables = {**os.environ, "WITNESS_FOLDER": str(SEEDS), **{name: str(place / path) for name, path in own.items()}}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0",
         "--ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}", "--expose-app-in-browser",
         f"--ServerApp.root_dir={place}"],
        env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    for line in server.stderr:
        if f":{port}/lab" in line:
            break
    drained = subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}"
    with urlopen(f"http://127.0.0.1:{port}/api/kernels?token={TOKEN}") as answer:
        kernels = json.load(answer)
    server.terminate()
    server.wait(timeout=30)
    drained.wait(timeout=30)
    server.stderr.close()
    assert kernels, "no kernel ran: the test saw nothing"


@pytest.fixture(scope="module")
def window(chromium):
    with chromium.new_context(viewport={"width": 1400, "height": 1000}) as session:
        page = session.new_page()
        page.set_default_timeout(60_000)
        yield page


def show(page, lab, notebook):
    page.goto(f"{lab}/lab/tree/{notebook}?token={TOKEN}&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.context?.isReady")
    page.wait_for_function("jupyterapp.shell.currentWidget.context.sessionContext.session?.kernel?.status === 'idle'")


def run_all(page):
    """Start every cell; what comes of it is waited for where it is drawn."""
    page.evaluate("void jupyterapp.commands.execute('notebook:run-all-cells')")


def scroll_to(page, selector):
    """Bring a part of a long notebook into view; JupyterLab draws cells only when they come near."""
    for _ in range(60):
        if page.locator(selector).count():
            page.locator(selector).first.scroll_into_view_if_needed()
            return
        page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollBy(0, 500)")
        page.wait_for_timeout(150)
    pytest.fail(f"{selector} was not drawn")


def test_the_ledger_in_jupyterlab(window, lab):
    page = window
    show(page, lab, "told.ipynb")
    # Before a run: the reading that was saved with the notebook.
    scroll_to(page, ".jp-OutputArea caption:has-text('The pieces of')")
    assert page.locator(".jp-OutputArea", has_text="Words that count on each page").count() >= 1
    assert page.locator(".ledger").count() == 0
    assert page.get_by_text("notified about official Jupyter news").count() == 0
    run_all(page)
    scroll_to(page, ".ledger .sentence")
    sentence = page.locator(".ledger .sentence").first
    assert sentence.inner_text().startswith("000: 581 of 600 words on the page count, 97%.")
    # A choice made in the browser.
    page.locator(".ledger select").first.select_option("001")
    page.locator(".ledger fieldset input").first.click()
    assert sentence.inner_text().startswith("001: 500 of 511 words on the page count, 98%.")
    # The stock control and its line follow, through the kernel.
    scroll_to(page, ".widget-dropdown select")
    page.wait_for_function("document.querySelector('.widget-dropdown select')?.value === '001'")
    page.locator(".widget-dropdown select").select_option("004")
    # And Python has seen all of it.
    page.evaluate("""() => { const panel = jupyterapp.shell.currentWidget.content;
        panel.activeCellIndex = panel.widgets.length - 1; panel.deselectAll();
        void jupyterapp.commands.execute('notebook:run-cell') }""")
    page.wait_for_function("""() => { const cell = jupyterapp.shell.currentWidget.content.widgets.at(-1);
        return JSON.stringify(cell.model.outputs.toJSON()).includes("told: 004") }""")
    told = page.evaluate("JSON.stringify(jupyterapp.shell.currentWidget.content.widgets.at(-1).model.outputs.toJSON())")
    assert "told: 004 [['drop', 'headline']]" in told


def luminance(page, selector, what):
    red, green, blue = map(
        int, re.findall(r"\d+", page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{what}"))[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_ledger_follows_the_theme(window, lab):
    page = window
    scroll_to(page, ".ledger .sentence")
    assert luminance(page, ".ledger .sentence", "color") < 100
    label = luminance(page, ".ledger .article", "color")
    page.evaluate("void jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})")
    page.wait_for_function("document.body.dataset.jpThemeLight === 'false'")
    page.wait_for_timeout(500)
    assert luminance(page, ".ledger .sentence", "color") > 150
    assert luminance(page, ".ledger .article", "color") > label + 50


def test_hostile_articles_are_text_in_jupyterlab(window, lab):
    page = window
    show(page, lab, "odd.ipynb")
    run_all(page)
    scroll_to(page, ".ledger .pieces")
    page.locator(".ledger select").first.select_option("hostile")
    assert "<script>window.__pwned = 1</script>" in page.locator(".ledger .pieces").first.inner_text()
    scroll_to(page, "table.evidence:has-text('onerror')")
    assert page.evaluate("window.__pwned") is None


def test_an_exercise_is_done_in_jupyterlab_and_python_sees_the_answers(window, lab):
    page = window
    show(page, lab, "09-your-turn.ipynb")
    run_all(page)
    page.wait_for_function("""() => { const cell = jupyterapp.shell.currentWidget.content.widgets.at(-2);
        return cell.model.executionCount !== null && cell.model.outputs.length }""")
    page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, 0)")
    scroll_to(page, ".exercises [data-exercise=E10]")
    page.locator(".exercises [data-exercise=E10]").first.click()
    page.locator(".exercises .predict button").nth(1).click()
    page.locator(".exercises [name=frame]").select_option("race")
    page.locator(".exercises [name='proof.in']").select_option("004")
    page.locator(".exercises [name=proof]").click()
    page.keyboard.type("the race to expand")  # a key is a letter here, not a command of the notebook
    page.locator(".exercises .check").click()
    assert page.locator(".exercises .verdict").inner_text().startswith("● holds")
    scroll_to(page, ".widget-dropdown select")
    page.wait_for_function("document.querySelector('.widget-dropdown select')?.value === 'E10'")
    page.wait_for_function("""() => [...document.querySelectorAll('.widget-label')].some((each) =>
        each.textContent.startsWith('1 of 12'))""")


STORY = "The old harbour will be closed to all ships for three years because the quay is sinking."


def test_articles_of_ones_own_in_jupyterlab(window, lab, tmp_path):
    page = window
    show(page, lab, "09-your-turn.ipynb")
    run_all(page)
    scroll_to(page, ".paste .sentence")
    page.locator(".paste [data-of=left]").fill("Nobody waved.")
    assert page.locator(".paste .sentence").inner_text().startswith("0 of 2 words of the first text, 0%")
    # A pasted article and a file make a corpus, and the room opens on it.
    scroll_to(page, ".widget-upload")
    page.locator(".widget-textarea textarea").fill(f"It rained. {STORY}\n=====\nPeople went home. {STORY}")
    page.locator(".widget-textarea textarea").blur()
    page.get_by_text("2 articles, 39 words. 1 shared passage; the room below shows them.").wait_for()
    page.locator(".room .sentence", has_text="pasted-1 and pasted-2: 1 passage").wait_for()
    # What cannot be read is one sentence, and no traceback.
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00")
    with page.expect_file_chooser() as chooser:
        page.locator(".widget-upload").click()
    chooser.value.set_files(tmp_path / "bad.txt")
    page.get_by_text("bad.txt: the file is UTF-16; save the file as UTF-8").wait_for()
    assert page.locator(".room").count() == 0
    assert page.locator(".jp-OutputArea", has_text="Traceback").count() == 0
