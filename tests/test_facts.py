"""Names, dates and numbers against keys made by reading: two sets of articles, and the five of the seeds."""

import json
from collections import Counter
from pathlib import Path

import pytest
from witness.corpus import from_texts, read
from witness.names import mentions

from tests import golden, test_numbers, test_times
from tests.conftest import SEEDS

ROWS = [
    row for row in json.loads((Path(__file__).parent / "quality.json").read_text(encoding="utf-8"))
    if row["what"] == "facts"
]  # fmt: skip
ARTICLE = ("headline", "subheadline", "summary-bullet", "body")


def names_scored(name: str, curated: bool, most: int | None = None) -> float:
    """Mentions with the right place and the right group (F1); of the `most` names that are mentioned most, or of all.

    A group of ours stands for the key's name with which it shares most mentions, one to one.
    """
    folder = golden.HERE / "facts" / name
    lines = (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines if line and (row := json.loads(line))["is"] == "name"]
    if name == "seeds":
        whole = read(SEEDS)
        corpora = [whole if curated else from_texts({each.key: each.raw for each in whole})]
    else:
        corpora = [from_texts({path.stem: path.read_bytes().decode()}) for path in sorted(folder.glob("*.txt"))]
    kept = {row["name"] for row in rows}
    if most:
        kept = {each for each, _ in Counter(row["name"] for row in rows).most_common(most)}
    wanted = got = hit = 0
    for corpus in corpora:
        key = {(row["article"], row["start"], row["end"]): row["name"] for row in rows if row["article"] in corpus.keys}
        mine = {
            (each.span.article, each.span.start, each.span.end): each.name
            for each in mentions(corpus) if each.segment in ARTICLE
        }  # fmt: skip
        shared = Counter((mine[place], key[place]) for place in sorted(mine.keys() & key.keys()))
        stands_for: dict[str, str] = {}
        for group, of in sorted(shared, key=lambda pair: (-shared[pair], pair)):
            if of not in stands_for.values():
                stands_for.setdefault(group, of)
        wanted += sum(of in kept for of in key.values())
        for place, group in mine.items():
            of = stands_for.get(group)
            got += of in kept or key.get(place) in kept or (most is None)
            hit += of in kept and key.get(place) == of
    return 2 * hit / (wanted + got)


def scored(kind: str, name: str) -> tuple[float, float]:
    """What is found, and what of it is right, as the table of quality has it."""
    if kind == "names":
        return names_scored(name, curated=True), names_scored(name, curated=True, most=20)
    if kind == "names without curation":
        return names_scored(name, curated=False), names_scored(name, curated=False, most=20)
    found = test_times.scored(name) if kind == "dates" else test_numbers.scored(name)
    share, right = found.values()
    return share, right


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['set']}")
def test_facts_are_those_a_careful_reader_gives(row):
    found, right = scored(row["kind"], row["set"])
    assert found >= row["found_share"]
    assert right >= row["value_share"]
