"""How long a report takes, beside the running of one notebook that only imports what every notebook imports.

Run as `python -m tests.benchmarks.report`. Each line is the best of three, the stages alternating with the baseline.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from tests.folders import SENTENCES

ROUNDS = 3
IMPORTS = "import pandas, ipywidgets\nimport matplotlib.pyplot as plt"


def five(path: Path) -> Path:
    """Five articles of about a thousand words, which share some of their sentences."""
    chance = random.Random(5)
    path.mkdir()
    for number in range(5):
        told = [" ".join(chance.choice(part) for part in SENTENCES["en"]).replace(" ,", ",") + "." for _ in range(70)]
        paragraphs = [" ".join(told[at : at + 4]) for at in range(0, len(told), 4)]
        (path / f"{number}.txt").write_text("\n\n".join([f"Ships leave, part {number}", *paragraphs]), encoding="utf-8")
    return path


def timed(*command: object) -> float:
    """The seconds of wall time that a command takes."""
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", *map(str, command)], check=True, capture_output=True)
    return time.monotonic() - started


def main() -> None:
    """Print the baseline and each stage in seconds, and as a ratio to the baseline."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        articles, out = five(place / "articles"), place / "out"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(IMPORTS)]), place / "imports.ipynb")
        seconds: dict[str, list[float]] = {}

        def note(stage: str, *command: object) -> None:
            seconds.setdefault(stage, []).append(timed(*command))

        for round_ in range(ROUNDS):
            shutil.rmtree(out, ignore_errors=True)
            note("one notebook that only imports", "nbclient.cli", place / "imports.ipynb")
            note("witness check", "witness", "check", articles)
            note("witness tables", "witness", "tables", articles, "-o", place / "tables")
            note("witness report, first", "witness", "report", articles, "-o", out)
            note("witness report, nothing changed", "witness", "report", articles, "-o", out)
            with (articles / "0.txt").open("a", encoding="utf-8") as changed:
                changed.write(f"\n\nNobody waved for the {round_ + 1}th time.")
            note("witness report, one article changed", "witness", "report", articles, "-o", out)
    baseline = min(seconds["one notebook that only imports"])
    for stage, each in seconds.items():
        print(f"{stage:36} {min(each):6.2f} s  {min(each) / baseline:5.2f} of the baseline")


if __name__ == "__main__":
    main()
