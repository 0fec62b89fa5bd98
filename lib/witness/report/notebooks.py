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

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from tqdm import tqdm

from witness.articles import Corpus
from witness.corpus import FOLDER_VARIABLE, load, told
from witness.errors import NotebookError, plain

# Cells with this tag speak about the corpus that the notebooks were saved with, and about no other.
SEEDS_ONLY = "seeds-only"

# Cells with this tag speak about what needs the articles in full, and an edition of excerpts leaves them out.
FULL_TEXT_ONLY = "full-text-only"

# Seconds that one cell may take before the notebook is given up.
CELL_SECONDS = 600

_WIDGET_TYPE = "application/vnd.jupyter.widget-view+json"


def paths() -> list[Path]:
    """The notebooks, in reading order: beside the installed package, else in the checkout.

    >>> [path.name for path in paths()][0]
    '00-start-here.ipynb'
    """
    package = Path(__file__).parents[1]
    folder = next(each for each in (package / "notebooks", package.parents[1] / "notebooks") if each.is_dir())
    return sorted(folder.glob("[0-9][0-9]-*.ipynb"))


def run_all(corpus: Corpus, folder: Path, sources: Iterable[Path]) -> list[nbformat.NotebookNode]:
    """Each notebook, run on the folder in a kernel of its own; at most one kernel a core at a time.

    Shows progress on a terminal and nothing in a pipe. Raises NotebookError at the first that stops.
    """
    sources = list(sources)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
        runs = [workers.submit(run, corpus, folder, source) for source in sources]
        try:
            return [each.result() for each in tqdm(runs, desc="notebooks", unit="notebook", disable=None)]
        except BaseException:
            workers.shutdown(wait=False, cancel_futures=True)
            raise


def run(corpus: Corpus, folder: Path, source: Path) -> nbformat.NotebookNode:
    """One notebook, run on the folder; cells about another corpus are left out."""
    notebook = nbformat.read(source, as_version=4)
    if notebook.metadata.get("witness", {}).get("corpus") != corpus.digest:
        notebook.cells = [cell for cell in notebook.cells if SEEDS_ONLY not in cell.metadata.get("tags", [])]
    if corpus.excerpts:
        notebook.cells = [cell for cell in notebook.cells if FULL_TEXT_ONLY not in cell.metadata.get("tags", [])]
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--IPKernelApp.log_level=ERROR"],  # its warnings are about its own sockets
        resources={"metadata": {"path": str(source.parent)}},
    )
    try:
        with told(corpus) as edition:
            variables = {**os.environ, FOLDER_VARIABLE: str(folder.resolve()), "PYTHONUTF8": "1", **edition}
            asyncio.run(client.async_execute(env=variables))
    except CellExecutionError as error:
        raise NotebookError(f"{source.name}: a cell stopped with {error.ename}: {plain(error.evalue)}") from None
    except (DeadKernelError, TimeoutError) as error:
        raise NotebookError(f"{source.name}: the kernel stopped answering ({type(error).__name__})") from None
    return _kept(notebook)


def _kept(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
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
    finished = run(corpus, folder, source)
    for number, cell in enumerate(finished.cells):
        cell["id"] = f"{source.name[:2]}-{number:02}"
    nbformat.write(finished, source)


if __name__ == "__main__":  # make notebooks
    for each in paths():
        save(each, Path(sys.argv[1]))
