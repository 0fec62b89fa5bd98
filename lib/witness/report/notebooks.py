"""The notebooks of the report: where they are, how they are run, and what of them is kept.

They travel with the package. Each begins with `witness.load()`, which reads the folder being reported. What is kept
of a run is what anyone may read: HTML and plain text, in order, without times, widget models or paths.
"""

import asyncio
import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from tqdm import tqdm

from witness.articles import Corpus
from witness.corpus import FOLDER_VARIABLE, load, told
from witness.errors import NotebookError, plain
from witness.report import notebook_folder

# Cells with this tag speak about the corpus that the notebooks were saved with, and about no other.
SEEDS_ONLY = "seeds-only"

# Cells with this tag speak about what needs the articles in full, and an edition of excerpts leaves them out.
FULL_TEXT_ONLY = "full-text-only"

# Seconds that one cell may take before the notebook is given up.
CELL_SECONDS = 600

# What IPython logs is about its own sockets; what a report runs is no part of anybody's history.
_QUIET = ["--IPKernelApp.log_level=ERROR", "--HistoryManager.enabled=False"]

# What makes a kernel as good as new: what was imported stays, and what was read and found. Frozen, it is not looked
# through for garbage again, which took a sixth of the time of a report.
_CLEAN = """
import gc
from ipywidgets import Widget
from witness.views.view import View
Widget.close_all()
View.renumber()
gc.freeze()
get_ipython().reset(new_session=True)
"""

_WIDGET_TYPE = "application/vnd.jupyter.widget-view+json"


def paths() -> list[Path]:
    """The notebooks, in reading order.

    >>> [path.name for path in paths()][0]
    '00-start-here.ipynb'
    """
    return sorted(notebook_folder().glob("[0-9][0-9]-*.ipynb"))


def run_all(corpus: Corpus, folder: Path, sources: Iterable[Path]) -> list[NotebookNode]:
    """Each notebook, run on the folder: a kernel a core, and each kernel runs one notebook after the other.

    Shows progress on a terminal and nothing in a pipe. Raises NotebookError at the first that stops.
    """
    with ThreadPoolExecutor(max_workers=1) as apart:  # where a loop runs already, as in JupyterLab, no other may
        return apart.submit(lambda: asyncio.run(_run_all(corpus, folder, list(sources)))).result()


async def _run_all(corpus: Corpus, folder: Path, sources: list[Path]) -> list[NotebookNode]:
    finished: dict[Path, NotebookNode] = {}
    waiting = iter(sources)  # a kernel takes the next one when it is free
    bar = tqdm(total=len(sources), desc="notebooks", unit="notebook", disable=None)
    with bar as progress, told(corpus) as edition:

        async def work() -> None:
            variables = {**os.environ, FOLDER_VARIABLE: str(folder.resolve()), "PYTHONUTF8": "1", **edition}
            runner = NotebookClient(NotebookNode(), kernel_name="python3", timeout=CELL_SECONDS, record_timing=False,
                                    store_widget_state=False, extra_arguments=_QUIET)  # fmt: skip
            async with runner.async_setup_kernel(env=variables, cwd=str(sources[0].parent), stderr=DEVNULL):
                for source in waiting:
                    finished[source] = await _run(runner, corpus, source)
                    progress.update()

        try:
            async with asyncio.TaskGroup() as kernels:
                for _ in range(min(len(sources), os.cpu_count() or 1)):
                    kernels.create_task(work())
        except* NotebookError as errors:
            raise errors.exceptions[0] from None
    return [finished[source] for source in sources]


async def _run(runner: NotebookClient, corpus: Corpus, source: Path) -> NotebookNode:
    """One notebook, run from a clean start; cells about another corpus are left out."""
    notebook = nbformat.read(source, as_version=4)
    if notebook.metadata.get("witness", {}).get("corpus") != corpus.digest:
        notebook.cells = [cell for cell in notebook.cells if SEEDS_ONLY not in cell.metadata.get("tags", [])]
    if corpus.excerpts:
        notebook.cells = [cell for cell in notebook.cells if FULL_TEXT_ONLY not in cell.metadata.get("tags", [])]
    notebook.cells.insert(0, new_code_cell(_CLEAN))
    runner.nb = notebook
    runner.reset_execution_trackers()
    codes = [(place, cell) for place, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    try:
        for count, (place, cell) in enumerate(codes):
            await runner.async_execute_cell(cell, place, execution_count=count, store_history=count > 0)
    except CellExecutionError as error:
        raise NotebookError(f"{source.name}: a cell stopped with {error.ename}: {plain(error.evalue)}") from None
    except (DeadKernelError, TimeoutError) as error:
        raise NotebookError(f"{source.name}: the kernel stopped answering ({type(error).__name__})") from None
    del notebook.cells[0]
    return _kept(notebook)


def _kept(notebook: NotebookNode) -> NotebookNode:
    """The notebook with what depends on the moment or the machine taken off."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_WIDGET_TYPE, None)
    notebook.metadata = nbformat.from_dict({
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "title": notebook.metadata.get("title", ""),
        "witness": notebook.metadata.get("witness", {}),
    })  # fmt: skip
    return notebook


def save(source: Path, folder: Path) -> None:
    """Run a notebook on the folder it is saved with, and write it back."""
    corpus = load(folder)
    notebook = nbformat.read(source, as_version=4)
    notebook.metadata["witness"] = {"corpus": corpus.digest}
    nbformat.write(notebook, source)
    (finished,) = run_all(corpus, folder, [source])
    for number, cell in enumerate(finished.cells):
        cell["id"] = f"{source.name[:2]}-{number:02}"
    nbformat.write(finished, source)


if __name__ == "__main__":  # make notebooks
    for each in paths():
        save(each, Path(sys.argv[1]))
