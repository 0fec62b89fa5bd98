"""Dates as written and as resolved, on small invented articles and against keys made by reading."""

import json
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.articles import MOST_READ, Article, Segment, part_of
from witness.corpus import from_texts, read
from witness.spans import Span
from witness.times import GRANULARITIES, dates, resolved_on

from tests import golden
from tests.conftest import SEEDS

# A Wednesday.
DAY = "2021-03-10"


def found(page: str, day: str = DAY) -> list[tuple[str, str, str]]:
    """The expressions of a page with their first and last days."""
    article = from_texts({"001": page})["001"]
    return [(page[each.span.start : each.span.end], each.earliest, each.latest) for each in resolved_on(article, day)]


def one(page: str) -> tuple[str, str, str]:
    (only,) = found(page)
    return only


@pytest.mark.parametrize(
    ("page", "text", "earliest", "latest"),
    [
        ("It sank on 3 May 2019.", "3 May 2019", "2019-05-03", "2019-05-03"),
        ("It sank on Friday, May 3rd, 2019.", "Friday, May 3rd, 2019", "2019-05-03", "2019-05-03"),
        ("It sank on the third of May 2019.", "third of May 2019", "2019-05-03", "2019-05-03"),
        ("It sank on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11", "2001-09-11"),
        ("It sank on 2019-05-03.", "2019-05-03", "2019-05-03", "2019-05-03"),
        ("It sank on 13/5/2019.", "13/5/2019", "2019-05-13", "2019-05-13"),
        ("It sank on 5/13/2019.", "5/13/2019", "2019-05-13", "2019-05-13"),
        ("It rained from 3 to 7 June 2019.", "3 to 7 June 2019", "2019-06-03", "2019-06-07"),
        ("It rained from June 28 to July 4, 2019.", "June 28 to July 4, 2019", "2019-06-28", "2019-07-04"),
        ("It sank in the night of 12 to 13 June 2019.", "night of 12 to 13 June 2019", "2019-06-12", "2019-06-13"),
        ("It sank in the week of 3 May 2019.", "week of 3 May 2019", "2019-04-29", "2019-05-05"),
        ("It was built between 2014 and 2017.", "2014 and 2017", "2014-01-01", "2017-12-31"),
        ("It closed after the 1998-99 season.", "1998-99", "1998-01-01", "1999-12-31"),
        ("It sank in early 2019.", "early 2019", "2019-01-01", "2019-04-30"),
        ("It was built by the end of the 2020s.", "end of the 2020s", "2027-01-01", "2029-12-31"),
        ("It was built in the ’90s.", "’90s", "1990-01-01", "1999-12-31"),
        ("It sank in the winter of 1990-91.", "winter of 1990-91", "1990-12-01", "1991-02-28"),
        ("It grew in the third quarter of 2019.", "third quarter of 2019", "2019-07-01", "2019-09-30"),
        ("It grew in the first three months of 2019.", "first three months of 2019", "2019-01-01", "2019-03-31"),
        ("It sank on the first Monday in May 2019.", "first Monday in May 2019", "2019-05-06", "2019-05-06"),
        ("It sank on Good Friday 2019.", "Good Friday 2019", "2019-04-19", "2019-04-19"),
        ("The spire was begun in 1215.", "1215", "1215-01-01", "1215-12-31"),
    ],
)
def test_words_that_tell_alone(page, text, earliest, latest):
    assert found(page, "") == [(text, earliest, latest)]


@pytest.mark.parametrize(
    ("page", "text", "earliest", "latest"),
    [
        ("It sank yesterday morning.", "yesterday morning", "2021-03-09", "2021-03-09"),
        ("It sank last Wednesday.", "last Wednesday", "2021-03-03", "2021-03-03"),
        ("It sank this past Tuesday.", "this past Tuesday", "2021-03-09", "2021-03-09"),
        ("It sank on Tuesday last week.", "Tuesday last week", "2021-03-02", "2021-03-02"),
        ("It sank earlier this week.", "earlier this week", "2021-03-08", "2021-03-14"),
        ("It sank at the weekend.", "weekend", "2021-03-06", "2021-03-07"),
        ("It will sink at the weekend.", "weekend", "2021-03-13", "2021-03-14"),
        ("It sank two weeks ago.", "two weeks ago", "2021-02-22", "2021-02-28"),
        ("It sank a year ago.", "year ago", "2020-01-01", "2020-12-31"),
        ("It sank in October last year.", "October last year", "2020-10-01", "2020-10-31"),
        ("It sank last December.", "last December", "2020-12-01", "2020-12-31"),
        ("It has sunk over the past decade.", "past decade", "2011-03-10", "2021-03-10"),
        ("It will cost much over the next five years.", "next five years", "2021-03-10", "2026-03-10"),
        ("It will sink in two years.", "in two years", "2023-01-01", "2023-12-31"),
        ("It will sink by the end of the year.", "end of the year", "2021-01-01", "2021-12-31"),
        ("It has rained since the turn of the year.", "turn of the year", "2021-01-01", "2021-01-01"),
        ("It sank before Christmas.", "Christmas", "2020-12-25", "2020-12-25"),
        ("It will sink on Monday or Tuesday.", "Monday or Tuesday", "2021-03-15", "2021-03-16"),
        ("It is to sink in May or June.", "May or June", "2021-05-01", "2021-06-30"),
        ("This winter is mild.", "This winter", "2020-12-01", "2021-02-28"),
    ],
)
def test_words_that_the_day_of_publication_resolves(page, text, earliest, latest):
    assert found(page) == [(text, earliest, latest)]


@pytest.mark.parametrize(
    ("page", "earliest"),
    [
        ("The quay closed on Monday.", "2021-03-08"),
        ("The quay will close on Monday.", "2021-03-15"),
        ("The quay closes on Monday.", "2021-03-15"),
        ("The quay is to be closed on Monday.", "2021-03-15"),
        ("The mayor agreed to close the quay on Monday.", "2021-03-15"),
        ("The mayor, who resigned on Monday, will be missed.", "2021-03-08"),
        ("The mayor, who will resign on Monday, was not missed.", "2021-03-15"),
        ("On Monday the quay closed.", "2021-03-08"),
        ("Monday’s vote will be close.", "2021-03-15"),
        ("The mayor said the vote on Monday will be close.", "2021-03-15"),
        ("Two ships have sunk since Monday.", "2021-03-08"),
        ("The quay is closed until Monday.", "2021-03-15"),
        ("The vote was put off until Monday.", "2021-03-15"),
        ("The party was split ahead of Monday’s vote.", "2021-03-15"),
        ("The mayor is accused of lying on Monday.", "2021-03-08"),
        ("The captain could not be reached on Monday.", "2021-03-08"),
        ("The Rovers travel to the island on Monday.", "2021-03-15"),
        ("The quay closed in October.", "2020-10-01"),
        ("The quay will close in October.", "2021-10-01"),
        ("The fire is thought to have begun on 16 January.", "2021-01-16"),
        ("The court sentences her on 24 April.", "2021-04-24"),
        ("Residents have until 22 April to object.", "2021-04-22"),
    ],
)
def test_tense_tells_the_side(page, earliest):
    assert one(page)[1] == earliest


def test_another_date_of_the_article_decides():
    page = "It sank on 30 March 2019. The next day she left. Two years later it was raised, as that summer was dry."
    assert [each[1:] for each in found(page)] == [
        ("2019-03-30", "2019-03-30"),
        ("2019-03-31", "2019-03-31"),
        ("2021-01-01", "2021-12-31"),
        ("2021-06-01", "2021-08-31"),
    ]
    anchors = [each.anchor for each in resolved_on(from_texts({"001": page})["001"], DAY)]
    assert anchors == ["", "text", "text", "text"]


@pytest.mark.parametrize(
    "page",
    [
        "Her 1956 DeSoto, Artemis 2024 and the 2021 Space Calendar stood by Euro 2020.",
        "The Press Law of 2003 and the Harbour Act 1998 hold.",
        "2 min read",
        "Some 2000 people in 1500 houses and 1,900 homes had no light.",
        "It leaves at 19.45, at 1900 GMT and at 2030 hours.",
        "He is in his 70s; she, in her late sixties, is not. Highs in the 70s.",
        "They won 3-1 in March Street.",
        "Call 020 7946 2019 or 555-2019, or see example.com/2021/03/09/quay.",
        "It came four months after the storm and will last two weeks.",
        "It was the third fire in two weeks, and in 50 years she had seen none.",
        "Flight 1549 left room 2019 by Route 2020 for $2000 or 1999 euros.",
        "You may march on; he fell, a second late, and sat in the sun.",
        "Mrs May met Theresa May at the March for Science, and April Jones.",
        "Sheffield Wednesday read the Sunday Times.",
        "She read “1984” by the Christmas tree.",
        "They sing every Tuesday, on Sundays and each January.",
    ],
)
def test_what_only_looks_like_a_date(page):
    assert found(page) == []


@pytest.mark.parametrize(
    ("page", "value"),
    [
        ("It sank on 31 February 2020.", "2020-02-31"),
        ("It sank on 3/5/2019.", "2019-XX-XX"),
        ("It sank on a Friday in March.", "XXXX-WXX-5"),
        ("It sank on a wet Tuesday.", "XXXX-WXX-2"),
        ("It sank a few weeks ago.", "XXXX-WXX"),
    ],
)
def test_what_nothing_resolves(page, value):
    (only,) = resolved_on(from_texts({"001": page})["001"], DAY)
    assert (only.value, only.earliest, only.latest, only.granularity) == (value, "", "", "unresolved")


def test_without_a_day_nothing_is_guessed():
    page = "It sank on Tuesday, on 13 October, in May and last year."
    values = [(each.value, each.granularity) for each in dates(from_texts({"001": page})["001"], "2021-02-31")]
    assert values == [
        ("XXXX-WXX-2", "unresolved"), ("XXXX-10-13", "unresolved"), ("XXXX-05", "unresolved"), ("XXXX", "unresolved"),
    ]  # fmt: skip


def test_values_are_written_as_in_timex():
    page = "Tuesday, last week, in February, last winter, last year and in the 2020s, from 2014 to 2017, it rained."
    values = [each.value for each in resolved_on(from_texts({"001": page})["001"], DAY)]
    assert values == ["2021-03-09", "2021-W09", "2021-02", "2020-WI", "2020", "202", "2014/2017"]


def test_what_it_is_resolved_by():
    page = (
        "Two ships leave the port\n\nBy Ana Ruiz\nPublished 3 May 2019 | Updated 5 May 2019\n\n"
        "Two ships left the port at dawn on Monday, and nobody on the quay waved to them.\n"
    )
    kinds = [("headline", 0, 24), ("whitespace", 24, 26), ("byline", 26, 73), ("whitespace", 73, 75), ("body", 75, 156)]
    pieces = tuple(Segment(Span("001", start, end), kind, "by hand") for kind, start, end in kinds)
    article = Article("001", "001.txt", page, pieces)
    known = replace(article, published="2019-05-08")
    for each, day, anchor in ((known, "2019-05-06", "published"), (article, "2019-04-29", "byline")):
        last = dates(each, DAY)[-1]
        assert (last.earliest, last.anchor, last.segment) == (day, anchor, "body")
    bare = from_texts({"001": "It sank on Monday."})["001"]
    assert [(each.earliest, each.anchor) for each in dates(bare, DAY)] == [("2021-03-08", "reference date")]
    assert [(each.earliest, each.anchor) for each in dates(bare, "10 March")] == [("", "")]


def test_another_day_of_publication():
    page = "It sank on Tuesday, and not on 3 May 2019 or last year."
    article = replace(from_texts({"001": page})["001"], published="2021-03-10")
    assert dates(article) == resolved_on(article, "2021-03-10")
    assert [each.earliest for each in resolved_on(article, "2020-01-17")] == ["2020-01-14", "2019-05-03", "2019-01-01"]


def test_in_another_language_only_figures_are_read():
    page = "Das Freibad ist am 5. August 2021 und im Mai nicht auf. Stand: 2021-08-05, 13.08.2021, 03.08.2021."
    assert found(page) == [("2021-08-05", "2021-08-05", "2021-08-05"), ("13.08.2021", "2021-08-13", "2021-08-13")]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2020-02-29", "", "yesterday"])
def test_the_ends_of_the_calendar(day):
    page = "Yesterday, last year, a decade ago, on 29 February, next Friday and last winter it rained and will rain."
    assert len(found(page, day)) == 6


PIECES = [
    *"“”()–-,.", "Monday", "May", "31", "1998", "2019-20", "’90s", "the", "last", "next", "that", "of", "in", "ago",
    "two", "weeks", "year", "later", "until", "from", "to", "and", "winter", "Easter", "first", "Q3", "end", "tonight",
    "will", "said", "Sept.", "12/5/2019", "2021-02-31", "2021-13-45", "weekend", "few", "٢٠٢١", "👩‍🚀", "nai\u0308ve",
    "\r\n", "\n\n", "\x00", "İ",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.sampled_from([DAY, "", "9999-12-31"]))
def test_whatever_the_page_every_span_lies_in_it(page, day):
    article = from_texts({"001": page})["001"]
    mine = resolved_on(article, day)
    assert mine == sorted(mine) == resolved_on(article, day)
    assert all(before.span.end <= after.span.start for before, after in pairwise(mine))
    for each in mine:
        text = page[each.span.start : each.span.end]
        assert text == text.strip() != ""
        assert each.granularity in GRANULARITIES
        assert bool(each.earliest) == bool(each.latest) == (each.granularity != "unresolved")
        assert each.earliest <= each.latest


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000_000,
        "On Monday the council said that 14 schools would close by the end of next year, whatever it cost. " * 20_000,
    ],
    ids=["letters", "sentences"],
)
def test_a_line_of_megabytes_takes_no_minute(text):
    article = Article("001", "001.txt", text, (Segment(Span("001", 0, len(text)), "body", "by hand"),))
    started = time.process_time()
    assert len(resolved_on(article, DAY)) == 2 * text[:MOST_READ].count("Monday")
    assert time.process_time() - started < 20


# Against keys made by reading.


def scored(name: str) -> dict[str, float]:
    """Expressions found (F1; spans overlap one to one) and, of these, the share whose days are right, over a set."""
    folder = golden.HERE / "facts" / name
    rows = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines() if line]
    texts = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}
    wanted = got = hit = right = 0
    for article in read(SEEDS) if name == "seeds" else from_texts(texts):
        day = json.loads((folder / "dates.json").read_text(encoding="utf-8"))[article.key]
        mine = [each for each in resolved_on(article, day) if part_of(each.segment) == "article"]
        key = [row for row in rows if row["article"] == article.key and row["is"] == "date"]
        wanted, got = wanted + len(key), got + len(mine)
        for row in key:
            over = [each for each in mine if each.span.start < row["end"] and row["start"] < each.span.end]
            if over:
                mine.remove(over[0])
                hit += 1
                right += (over[0].earliest, over[0].latest) == (row["earliest"], row["latest"])
    return {"found": 2 * hit / (wanted + got), "value": right / hit}


@pytest.mark.parametrize(("name", "found", "value"), [("seeds", 1.0, 1.0), ("first", 0.984, 1.0)])
def test_dates_are_those_a_careful_reader_gives(name, found, value):
    now = scored(name)
    assert now["found"] >= found
    assert now["value"] >= value
