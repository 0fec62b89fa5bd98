"""The notebooks as they are saved: run in order, complete without a kernel, small, and free of machine and moment."""

import itertools
import re

import nbformat
import pytest
from witness.corpus import read
from witness.report.notebooks import paths

from tests.conftest import SEEDS

NOTEBOOKS = [pytest.param(nbformat.read(path, as_version=4), id=path.name) for path in paths()]


@pytest.mark.parametrize("notebook", NOTEBOOKS)
class TestSaved:
    def test_cells_are_numbered_from_one_in_order(self, notebook):
        counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
        assert counts == list(range(1, len(counts) + 1))

    def test_results_are_html_and_plain_text_and_nothing_went_wrong(self, notebook):
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                assert output.output_type in ("stream", "execute_result", "display_data")
                assert output.get("name", "stdout") == "stdout"
                assert set(output.get("data", {})) <= {"text/html", "text/plain"}

    def test_code_is_short_and_defines_nothing(self, notebook):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                lines = [line for line in cell.source.splitlines() if line.strip()]
                assert len(lines) <= (8 if "remove-input" in cell.metadata.get("tags", []) else 3), cell.source
                assert not re.search(r"^\s*(def|class|lambda)\b", cell.source, re.MULTILINE)

    def test_it_begins_with_its_question_and_loads_the_folder(self, notebook):
        assert re.match(r"# [^\n]+\?\n", notebook.cells[0].source)
        assert "corpus = witness.load()" in notebook.cells[1].source

    def test_it_has_one_first_heading_and_skips_no_level(self, notebook):
        prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
        levels = [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))

    def test_no_number_is_typed_in_its_prose(self, notebook):
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and "seeds-only" not in cell.metadata.get("tags", []):
                assert not re.search(r"(?<![\w-])\d[\d,.]*\b(?!-the)", re.sub(r"\(.*?\)", "", cell.source)), cell.source

    def test_it_holds_no_path_and_is_small(self, notebook):
        written = nbformat.writes(notebook)
        assert not re.search(r"/(home|root|tmp|work|Users)/", written)
        assert len(written) < 300_000

    def test_it_was_saved_with_the_articles_that_are_here(self, notebook):
        assert notebook.metadata.witness.corpus == read(SEEDS).digest


def test_the_second_and_later_have_a_figure_a_view_and_a_stock_control():
    for path in paths()[1:]:
        written = path.read_text(encoding="utf-8")
        assert '<figure class=\\"chart\\">' in written
        assert 'class=\\"witness-view\\"' in written
        assert 'class=\\"needs-kernel\\"' in written
