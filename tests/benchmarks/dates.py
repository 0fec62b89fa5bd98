"""Read the dates of keyed articles beside dateparser: what is found, what it is taken to mean, and how long it takes.

    python -m tests.benchmarks.dates

Both read the same bodies of the same articles and are told the same day of publication. dateparser's `search_dates`
gives words and one moment, no place and no stretch: its words are looked for in the text in their order, and its day
counts as right where it lies within the days of the key.
"""

import json
import time
from datetime import date, datetime
from typing import Any

from witness.articles import Article, part_of
from witness.corpus import from_texts, read
from witness.times import resolved_on

from tests import golden
from tests.conftest import SEEDS

Found = list[tuple[int, int, str, str]]  # start, end, the first and the last day


def ours(article: Article, day: str) -> Found:
    """Witness itself, on the article without the furniture of its page."""
    told = [each for each in resolved_on(article, day) if part_of(each.segment) == "article"]
    return [(each.span.start, each.span.end, each.earliest, each.latest) for each in told]


def dateparser_search(article: Article, day: str) -> Found:
    """dateparser, on the same segments, with the day of publication as its base."""
    from dateparser.search import search_dates

    settings: Any = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    found = []
    for each in article.segments:
        if part_of(each.kind) != "article":
            continue
        text, at = article.text(each.span), 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            place = text.find(words, at)
            if place >= 0:
                at = place + len(words)
                shown = moment.date().isoformat()
                found.append((each.span.start + place, each.span.start + at, shown, shown))
    return found


def main() -> None:
    """Print one line for each reader and set."""
    print(
        "| set | reader | F1 of what is found | right, of those found | seconds |\n| --- | --- | ---: | ---: | ---: |"
    )
    for name in ("seeds", "first", "second"):
        folder = golden.HERE / "facts" / name
        days = json.loads((folder / "dates.json").read_text(encoding="utf-8"))
        lines = (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()
        key = [row for line in lines if line and (row := json.loads(line))["is"] == "date"]
        texts = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}
        corpus = read(SEEDS) if name == "seeds" else from_texts(texts)
        for reader in (ours, dateparser_search):
            reader(corpus.articles[0], "2021-03-10")  # imports and compiled patterns are not counted
            started = time.perf_counter()
            told = {article.key: reader(article, days[article.key]) for article in corpus}
            seconds = time.perf_counter() - started
            hit = right = 0
            for row in key:
                over = [each for each in told[row["article"]] if each[0] < row["end"] and row["start"] < each[1]]
                if over:
                    told[row["article"]].remove(over[0])
                    hit += 1
                    first, last = (date.fromisoformat(each) if each else None for each in over[0][2:])
                    low, high = (date.fromisoformat(row[end]) if row[end] else None for end in ("earliest", "latest"))
                    exact = (first, last) == (low, high)
                    right += exact or (reader is not ours and bool(low and first and low <= first <= high))
            got = hit + sum(map(len, told.values()))
            share = 2 * hit / (len(key) + got)
            print(
                f"| {name} | {reader.__name__} | {share:.3f} | {right / max(1, hit):.3f} | {seconds:.3f} |", flush=True
            )


if __name__ == "__main__":
    main()
