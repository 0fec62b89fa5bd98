"""A sensible report on any folder: one article, fifty, near copies, strangers, three languages."""

import sys

import pytest
from witness.corpus import read
from witness.report.build import build
from witness.report.pages import MOST_BYTES

from tests.folders import made_up


def within_budget(corpus, html) -> list[str]:
    """The pages that are heavier than they may be: 300 kB, and three times the article text that they can show."""
    shown = sum(min(MOST_BYTES, len(each.raw.encode())) for each in corpus)
    return [
        f"{path.name}: {path.stat().st_size:,} bytes"
        for path in sorted(html.glob("*.html"))
        if path.stat().st_size > 300_000 + 3 * shown
    ]


# One article, twenty near copies, fifty strangers.
@pytest.mark.parametrize("number", [0, 26, 39])
def test_a_made_up_folder_gets_a_report_within_its_budget(tmp_path, number):
    folder = made_up(tmp_path / "articles", number)
    build(folder, tmp_path / "out")
    assert within_budget(read(folder), tmp_path / "out" / "html") == []


@pytest.mark.parametrize(
    "articles",
    [
        {"a.txt": "Rain."},
        {"a.txt": "Rain.", "b.txt": "…1"},
        {"a.txt": "😀 e\u0301\r\n" * 3, "b.txt": "\ufeffרעש 5 مطر"},
    ],
)
def test_a_few_words_get_a_report(folder, tmp_path, articles):
    build(folder(articles), tmp_path / "out")
    assert "Rain" in (tmp_path / "out" / "witness.html").read_text("utf-8") or len(articles) == 2


if __name__ == "__main__":  # python -m tests.report.test_any_folder OUT: all sixty, a line each
    import time
    from pathlib import Path

    for each in range(60):
        where = Path(sys.argv[1]) / f"{each:02}"
        started = time.monotonic()
        build(made_up(where / "articles", each), where / "out")
        corpus = read(where / "articles")
        heavy = within_budget(corpus, where / "out" / "html")
        print(each, len(corpus), f"{time.monotonic() - started:.1f} s", heavy or "within the budget", flush=True)
