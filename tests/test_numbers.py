"""Quantities and what they count, on small invented sentences and against keys made by reading."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.articles import ARTICLE_KINDS, Article, Segment
from witness.corpus import from_texts, read
from witness.numbers import Number, numbers
from witness.spans import Span

from tests import golden
from tests.conftest import ODD, SEEDS


def article(text: str, kind: str = "body") -> Article:
    return Article("001", "001.txt", text, (Segment(Span("001", 0, len(text)), kind, "test"),))


def found(text: str) -> list[Number]:
    return numbers(article(text))


def told(text: str) -> list[tuple[str, float, str, str]]:
    return [(each.span.of(text), each.value, each.unit, each.counts) for each in found(text)]


def short(text: str) -> str:
    """Words, value, unit and noun of each quantity of a text, as the tables below have them."""
    return "; ".join(f"{words} = {value:g} {unit}|{counts}" for words, value, unit, counts in told(text))


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("More than 40 wooden boats sank.", "More than 40 wooden boats = 40 |boats"),
        ("Seven other countries signed.", "Seven other countries = 7 |countries"),
        ("Forty crane drivers walked out.", "Forty crane drivers = 40 |crane drivers"),
        ("Two hundred and fifty sheep died.", "Two hundred and fifty sheep = 250 |sheep"),
        ("Twenty-one ships left with 300 crew.", "Twenty-one ships = 21 |ships; 300 crew = 300 |crew"),
        ("Ten newly built homes burned.", "Ten newly built homes = 10 |homes"),
        ("Two oil and gas workers waved.", "Two oil and gas workers = 2 |gas workers"),
        ("Five German tourists met two US officials.",
         "Five German tourists = 5 |tourists; two US officials = 2 |officials"),
        ("Two countries’ respective agencies met.", "Two countries = 2 |countries"),
        ("The two were held; three more men fled.", "two = 2 |; three more men = 3 |men"),
        ("It drew 5m viewers and 1.5bn clicks.", "5m viewers = 5e+06 |viewers; 1.5bn clicks = 1.5e+09 |clicks"),
        ("A few dozen farmers came.", "A few dozen farmers = 12 |farmers"),
        ("Half a million people marched.", "Half a million people = 500000 |people"),
        ("The 11-member board met.", "11-member = 11 |member"),
        ("An 800-strong crowd cheered.", "800-strong crowd = 800 |crowd"),
        ("It won three times.", "three times = 3 |times"),
        ("On Friday one man died.", "one man = 1 |man"),
    ],
)  # fmt: skip
def test_what_is_counted(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("A 12-kilometre tunnel opened.", "12-kilometre tunnel = 12 kilometre|tunnel"),
        ("They shored up 12 miles of levees.", "12 miles of levees = 12 mile|levees"),
        ("Within two hours of the attack it rained.", "two hours = 2 hour|"),
        ("It took two and a half years, then an hour and a half.",
         "two and a half years = 2.5 year|; an hour and a half = 1.5 hour|"),
        ("He got two weeks' notice and five years' jail.",
         "two weeks' notice = 2 week|notice; five years' jail = 5 year|jail"),
        ("It was 20C inland, minus 5C on the hills.", "20C = 20 degree|; minus 5C = -5 degree|"),
        ("Winds of 60mph and 90mph gusts hit.", "60mph = 60 mile per hour|; 90mph gusts = 90 mile per hour|gusts"),
        ("A magnitude 6.4 earthquake struck.", "magnitude 6.4 earthquake = 6.4 magnitude|earthquake"),
        ("Eighty per cent of homes lost power.", "Eighty per cent of homes = 80 percent|homes"),
        ("A 5% pay rise was offered.", "5% pay rise = 5 percent|pay rise"),
        ("Police seized 2kg of cocaine.", "2kg of cocaine = 2 kilogram|cocaine"),
        ("Ten painful years passed.", "Ten painful years = 10 year|"),
        ("He is 6'2\" and weighs 200 pounds.", "6'2\" = 6 foot|; 200 pounds = 200 pound|"),
    ],
)  # fmt: skip
def test_measures_and_what_they_are_of(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Councillors back £14.2m plan to close it.", "£14.2m plan = 1.42e+07 £|plan"),
        ("It cost $3.5 million, US$40 or A$60.", "$3.5 million = 3.5e+06 $|; US$40 = 40 $|; A$60 = 60 AUD|"),
        ("It will cost Rs 780 crore.", "Rs 780 crore = 7.8e+09 INR|"),
        ("They paid two dollars, 1.1 million euros or 40 Australian dollars.",
         "two dollars = 2 $|; 1.1 million euros = 1.1e+06 €|; 40 Australian dollars = 40 AUD|"),
        ("They paid forty pounds.", "forty pounds = 40 £|"),
        ("The $50,000-a-year job went.", "$50,000-a-year job = 50000 $|job"),
        ("Billions of dollars were spent.", "Billions of dollars = 1e+09 $|"),
    ],
)  # fmt: skip
def test_money(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("It is the third country to do so.", "third country = 3 ordinal|country"),
        ("On its 20th anniversary it sank.", "20th anniversary = 20 ordinal|anniversary"),
        ("It is the second-largest port.", "second-largest port = 2 ordinal|port"),
        ("It is the third of nine stops.", "third of nine stops = 3 ordinal|stops; nine stops = 9 |stops"),
        ("She came third; they finished second.", "third = 3 ordinal|; second = 2 ordinal|"),
        ("She scored in the 88th minute for the first time.",
         "88th minute = 88 ordinal|minute; first time = 1 ordinal|time"),
        ("She won her 11th Grand Slam title.", "11th Grand Slam title = 11 ordinal|title"),
        ("A third man fled. A fourth was hurt.", "third man = 3 ordinal|man; fourth = 4 ordinal|"),
    ],
)  # fmt: skip
def test_ranks(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Half of the town's 300 teachers struck.",
         "Half of the town's 300 teachers = 0.5 |teachers; 300 teachers = 300 |teachers"),
        ("About two-thirds of voters agreed.", "About two-thirds of voters = 0.6667 |voters"),
        ("Half the town slept half an hour.", "Half the town = 0.5 |town; half an hour = 0.5 hour|"),
        ("It fell by a third.", "a third = 0.3333 |"),
        ("A two-thirds majority is needed.", "two-thirds majority = 0.6667 |majority"),
        ("One in five voters stayed away.", "One in five voters = 0.2 |voters"),
        ("Six of the nine judges agreed.", "Six of the nine judges = 6 |judges; nine judges = 9 |judges"),
        ("Hundreds of thousands of people fled.", "Hundreds of thousands of people = 100000 |people"),
        ("Dozens died; tens of thousands fell ill.", "Dozens = 12 |; tens of thousands = 10000 |"),
    ],
)  # fmt: skip
def test_parts_and_sizes(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Ana Ruiz, 43, waved at her son, 12.", "43 = 43 year|; 12 = 12 year|"),
        ("She is 43. Tom Orr, who is forty-one, waved.", "43 = 43 year|; forty-one = 41 year|"),
        ("Two men, aged 23 and 31, were held.", "Two men = 2 |men; aged 23 = 23 year|; 31 = 31 year|"),
        ("The 6-year-old boy has a 10-month-old sister.", "6-year-old = 6 year|; 10-month-old = 10 month|"),
        ("Children under 5 get in free.", "under 5 = 5 year|"),
        ("Turnout was 41, and the score 34.", "41 = 41 |; 34 = 34 |"),
    ],
)
def test_ages(text, quantities):
    assert short(text) == quantities


def test_scores_and_votes_are_two_numbers_and_ranges_are_one():
    assert short("They won 3-1 at home.") == "3 = 3 |; 1 = 1 |"
    assert short("Castle 4 United 1: keeper sinks visitors") == "4 = 4 |; 1 = 1 |"
    assert short("The council voted 31 to 17.") == "31 = 31 |; 17 = 17 |"
    assert short("It rose from 10 to 15 euros.") == "10 = 10 |; 15 euros = 15 €|"
    ranges = [
        ("10 to 15 boats sank", 10, 15), ("£88m–£91m was lost", 88e6, 91e6), ("$5-10 million went", 5e6, 10e6),
        ("two or three men fled", 2, 3), ("pupils aged 6 to 12 left", 6, 12),
        ("between 20 and 30 homes burned", 20, 30),
        ("18- to 24-year-olds voted", 18, 24),
    ]  # fmt: skip
    for text, low, high in ranges:
        assert [(each.value, each.upper) for each in found(f"It said that {text}.")] == [(low, high)], text


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("about 40 boats", "about"), ("some 40 boats", "about"), ("nearly 40 boats", "about"),
        ("40-odd boats", "about"),
        ("at least 40 boats", "at least"), ("no fewer than 40 boats", "at least"), ("40 or more boats", "at least"),
        ("more than 40 boats", "more than"), ("just over 40 boats", "more than"), ("up to 40 boats", "at most"),
        ("fewer than 40 boats", "less than"), ("just under 40 boats", "less than"), ("40 boats", ""),
    ],
)  # fmt: skip
def test_bounds(words, bound):
    (only,) = found(f"They sank {words}.")
    assert (only.bound, only.counts, only.span.of(f"They sank {words}.")) == (bound, "boats", words)


@pytest.mark.parametrize(
    "text",
    [
        "One of the men waved, no one else. One day it will rain.", "One after another they left, one by one.",
        "At first it rained; a second later it did not. First, it rained.", "He was first elected by monks.",
        "The first lady met the First Minister after the Second World War.",
        "He drove in Formula One and flew on Apollo 11, a Boeing 737 and the 737 Max.",
        "G7 leaders met after 9/11 and Covid-19.", "They drove Route 66 to Number 10, open 24/7.",
        "Call 020 7946 0018 or 555-0199 or +44 20 7946 0018.", "The postcode is SW1A 2AA, at 12 High Street.",
        "He wore No. 7 in row 12, seat 4; see page 9 and chapter three.", "A couple of men left twice; both fell.",
        "People in their fifties and the under-21s played in the ’90s.",
        "Two-way traffic, six-figure sums, double figures.",
        "It opens at 9.30am on 3 May 2019, or 6:12 p.m. on Jan. 17, at about four.",
        "In 2015 people voted; the 2016 elections failed.",
        "Two weeks ago, in the past three years, in mid-2022 and in 1998-99 it rained.",
        "It will be freed in two years.",
        "See https://example.com/2020/12 or write to a12@example.com, #12.",
        "It lives on 42nd Street, in the 6th Circuit.",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_number(text):
    assert told(text) == []


def test_the_number_in_a_date_is_none_and_beside_one_is():
    text = "On 3 May 2019 about 2000 people, 40 of them armed, met for the first time in 12 years."
    assert (
        short(text) == "about 2000 people = 2000 |people; 40 = 40 |; first time = 1 ordinal|time; 12 years = 12 year|"
    )


def test_the_segment_tells_furniture():
    assert [(each.segment, each.unit) for each in numbers(article("4 min read", "chrome"))] == [("chrome", "minute")]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Die Polizei nahm zwölf Männer und 40 Frauen fest, und das kostete 3,5 % der Steuern und 1.200 €.",
         "3,5 % = 3.5 percent|; 1.200 € = 1200 €|"),
        ("Le train a coûté 30 € et les 40 passagers ont fait 12 km dans la nuit.",
         "30 € = 30 €|; 12 km = 12 kilometre|"),
        ("قتل 12 شخصا في المدينة يوم 3 مايو", ""),
    ],
)  # fmt: skip
def test_in_other_languages_only_digits_with_a_sign_are_read(text, quantities):
    assert short(text) == quantities


@pytest.mark.parametrize(
    "text", ["", ODD, "🚀" * 20, "12" * 400, "½ of", "1,", "$", "one", "£ -", "’" * 30, "٣ ٤", "²"]
)
def test_odd_pages_give_a_sensible_result(text):
    for each in numbers(from_texts({"001": text})["001"]) if text else []:
        assert each.rule


_PIECES = [
    *"0123456789.,-–—$£%()'’\n", "12", "1,500", "2019", "3.5", "bn", "million", "half", "a", "an", "one", "two",
    "third", "first",
    "of", "the", "to", "and", "between", "aged", "year-old", "boats", "men's", "people", "Kate", "May", "minus",
    "magnitude", "°C", "km", "\u2028", "e\u0301", "🚀", "per cent", "hundreds", "from", "US", "residents'",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.sampled_from(["", " "]))
def test_whatever_the_page_every_span_lies_in_it(pieces, between):
    text = "The men and the boats. " + between.join(pieces)
    page = from_texts({"001": text})["001"]
    mine = numbers(page)
    assert mine == numbers(page) == sorted(mine, key=lambda each: each.span)
    assert len({each.span for each in mine}) == len(mine)
    for each in mine:
        assert 0 <= each.span.start < each.span.end <= len(page.raw)
        assert each.counts in page.text(each.span)
        assert each.upper is None or each.upper > each.value


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "12 men and a third of the 9 boats sank in May 2019. " * 2_000, "1" * 300_000]
)
def test_a_long_line_takes_no_minute(text):
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 20


# Against keys made by reading.


def keyed(name: str):
    """The articles of a set with the numbers of their keys; of the seeds the keys list the body alone."""
    folder = golden.HERE / "facts" / name
    rows = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines() if line]
    seeds = {each.key: each for each in read(SEEDS)} if name == "seeds" else {}
    for stem in sorted({row["article"] for row in rows}):
        page = seeds.get(stem) or from_texts({stem: (folder / f"{stem}.txt").read_bytes().decode()})[stem]
        kept = ("body",) if seeds else ARTICLE_KINDS
        mine = [each for each in numbers(page) if each.segment in kept]
        yield page, [row for row in rows if row["article"] == stem and row["is"] == "number"], mine


def scored(name: str) -> dict[str, float]:
    """Found (F1, by the greatest overlaps, one to one), and value, unit and noun all right, of those in the key."""
    wanted = got = hit = right = 0
    for _, rows, mine in keyed(name):
        overlaps = sorted(
            (min(row["end"], each.span.end) - max(row["start"], each.span.start), -len(each.span), at, other)
            for at, row in enumerate(rows) for other, each in enumerate(mine)
            if row["start"] < each.span.end and each.span.start < row["end"]
        )  # fmt: skip
        pairs: dict[int, int] = {}
        for *_, at, other in reversed(overlaps):
            if at not in pairs and other not in pairs.values():
                pairs[at] = other
        wanted, got, hit = wanted + len(rows), got + len(mine), hit + len(pairs)
        for at, other in pairs.items():
            row, each = rows[at], mine[other]
            heads = [text.casefold().split()[-1:] for text in (row["counts"], each.counts)]
            right += abs(row["value"] - each.value) < 1e-3 and row["unit"] == each.unit and heads[0] == heads[1]
    return {"found_share": 2 * hit / (wanted + got), "counts_share": right / wanted}


@pytest.mark.parametrize(("name", "least"), [("first", 0.99), ("seeds", 0.99)])
def test_numbers_are_those_a_careful_reader_finds(name, least):
    now = scored(name)
    assert now["found_share"] >= least
    assert now["counts_share"] >= least
