"""An article of twenty million characters in one line: read, tabled and checked whole, within a minute and 2 GB."""

import resource
import subprocess
import sys
import time

import pytest


@pytest.mark.parametrize("words", ["The ships left at dawn. ", "x"])
def test_twenty_megabytes_in_one_line(folder, tmp_path, words):
    where = folder({"long.txt": words * (20_000_000 // len(words))})
    for command in (["check", where], ["tables", where, "-o", tmp_path / "out"]):
        started = time.monotonic()
        subprocess.run([sys.executable, "-m", "witness", *map(str, command)], check=True, capture_output=True)
        assert time.monotonic() - started < 60
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2_000_000  # kilobytes, of the largest child so far
