"""How many, how much, how old, which in a row: the quantities that an article writes, and what they count.

A quantity is a number with the words that set bounds to it, its unit, and the noun that it counts. No dictionary tells
nouns from verbs here: the noun is the last word of the run that begins at the number and ends where a function word, a
verb or a stop stands; after most numbers it must look like a plural. Numbers that belong to a name, a date, a time of
day or a set phrase count nothing and are left out. In another language than English only digits with a sign for their
unit are read. The words and the patterns they make are data, in numbers.toml.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from witness import speech
from witness.articles import Article, Segment
from witness.languages import is_english
from witness.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """A quantity as an article writes it: where, how much, of which unit, and what it counts.

    The span goes from the words that bound the number to the last word of the noun counted. `upper` ends a range.
    `unit` is a singular noun, "$", "€", "£", the ISO code of another money, "percent", "ordinal", or empty for a plain
    count; `counts` is the noun as it stands, or empty; `bound` is one of "", "about", "at least", "more than",
    "at most", "less than". `segment` is the kind of segment it stands in; `rule` says as what it was read: count,
    measure, money, age, score, rank, share (of a whole), ratio (one in five), size (hundreds), sign (not English).
    """

    span: Span
    value: float
    upper: float | None
    unit: str
    counts: str
    bound: str
    segment: str
    rule: str


def numbers(article: Article) -> list[Number]:
    """The quantities of an article, in order, those of its page's furniture too.

    >>> from witness.corpus import from_texts
    >>> text = "More than 40 wooden boats sank in 1990, a third of them within two days. The £5m plan came third."
    >>> article = from_texts({"001": text})["001"]
    >>> [(article.text(each.span), each.value, each.unit, each.counts) for each in numbers(article)][:3]
    [('More than 40 wooden boats', 40.0, '', 'boats'), ('a third', 0.3333, '', ''), ('two days', 2.0, 'day', '')]

    Values are plain numbers: a dozen is 12, hundreds are 100, two-thirds are 0.6667. Spans may lie within one another:
    "two of the three boats" is two quantities. Time grows with the length of the text.
    """
    opening = article.raw[:_OPENING]
    reads = _read if is_english(opening) else _read_signs
    names = frozenset(_p("named").findall(opening)) | ({"£"} if "£" in opening else set())
    lines = (_Line.of(each, article.read(each.span), names) for each in article.segments if each.kind != "whitespace")
    return sorted({number for line in lines for number in reads(line)}, key=lambda each: (each.span, each.value))


# Characters of an article by which its language, its money and its names are told.
_OPENING = 200_000

_DATA = tomllib.loads(files("witness").joinpath("numbers.toml").read_text(encoding="utf-8"))
_LISTS = {name: frozenset(each.replace("_", " ") for each in text.split()) for name, text in _DATA["lists"].items()}
_FORMS = {
    name: {form.replace("_", " "): shown for shown, forms in rows.items() for form in forms.split()}
    for name, rows in _DATA["forms"].items()
}
_VALUES: dict[str, dict[str, float]] = _DATA["values"]
_SCALES = {**_VALUES["long_scales"], **_VALUES["short_scales"]}
_ADDENDS = {**_VALUES["ones"], **_VALUES["tens"], **_VALUES["halves"]}
_HUMAN = speech.HUMAN | _LISTS["persons"]


def _either(entries: Iterable[str]) -> str:
    """Any of some entries, the longest first; a space may also be a hyphen."""
    ordered = sorted(entries, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"[\s-]") for each in ordered)


# What a name in braces stands for within a pattern.
_GROUPS = {name: _either(entries) for name, entries in {**_LISTS, **_FORMS, **_VALUES}.items()}
for _name, _pieces in _DATA["patterns"].items():
    _GROUPS[_name] = re.sub(r"\{([a-z_]+)\}", lambda found: _GROUPS[found[1]], "".join(_pieces))


@cache
def _p(name: str) -> re.Pattern[str]:
    """A pattern of the data, compiled when it is first asked for."""
    return re.compile(_GROUPS[name])


# Where a noun stands in its line.
_Noun = tuple[int, int] | None

# A quantity and where the words end that make its number.
_Read = tuple[Number, int] | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A segment as it is read: with dates hidden, whether it has a title's capitals, and the names of its article."""

    segment: Segment
    text: str
    raw: str
    titled: bool
    names: frozenset[str]

    @classmethod
    def of(cls, segment: Segment, raw: str, names: frozenset[str]) -> "_Line":
        """A segment made ready to be read."""
        words = re.findall(r"[^\W\d_][\w’']{3,}", raw) if len(raw) < 250 else []
        titled = len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
        line = cls(segment, raw, raw, titled, names)
        if not _p("starts").search(raw):
            return line  # without a number, no date need be told from one
        hidden = list(raw)
        for start, end in _dates(line):
            hidden[start:end] = "\ue000" * (end - start)
        return replace(line, text="".join(hidden))

    def behind(self, name: str, at: int, reach: int = 48) -> re.Match[str] | None:
        """Where a pattern ends at a place, within the characters that it may reach back."""
        return _p(name).search(self.text[max(0, at - reach) : at])

    def ahead(self, name: str, at: int) -> re.Match[str] | None:
        """Where a pattern begins at a place."""
        return _p(name).match(self.text, at)

    def number(self, place: tuple[int, int], value: float, unit: str, rule: str, noun: _Noun = None) -> Number:
        """A quantity at a place of the line with the noun that it counts; what bounds it is looked for before it."""
        (start, end), named, here = place, "", self.segment.span
        if bound := self.behind("bound", start):
            said = re.sub(r"[\s-]+", " ", bound["bound"]).casefold()
            # "Over two days" is in their course.
            named = "" if said == "over" and unit in _LISTS["times"] and rule != "age" else _FORMS["bounds"][said]
            start -= len(bound[0])
        span = Span(here.article, here.start + start, here.start + max(end, noun[1] if noun else 0))
        counts = self.raw[slice(*noun)] if noun else ""
        return Number(span, round(value, 4), None, unit, counts, named, self.segment.kind, rule)


def _read(line: _Line) -> Iterator[Number]:
    """The quantities of a line of English."""
    at = follows = 0
    for start in (found.start() for found in _p("starts").finditer(line.text)):
        if start < at:
            continue
        if read := _ratio(line, start) or _share(line, start) or _size(line, start) or _rank(line, start):
            yield read[0]
            at = read[1]
        elif found := line.ahead("follower" if start == follows > 0 else "number", start):
            ranged = found["second"] is not None and _is_range(line, found)
            scored = found["second"] is not None and not ranged and found["joint"] in "-–—"
            if number := _quantity(line, found, ranged, scored or start == follows > 0):
                yield number
            at = found.end() if ranged or (scored and not number) else found.end("first")
            follows = found.start("second") if scored and number else 0


def _read_signs(line: _Line) -> Iterator[Number]:
    """Digits with a sign for their unit, for lines that are not English."""
    for found in _p("signed").finditer(line.text):
        if sign := (found["money"] or found["form"] or "").strip():
            value = float(re.sub(r"[^0-9]", "", found["value"]) + "." + (found["part"] or "0"))
            yield line.number(found.span(), value, _FORMS["money"].get(sign) or _unit(line, 0, sign, value), "sign")


def _value(text: str) -> float:
    """The value of a number in words, digits or both; 1 where a word such as "several" is multiplied."""
    total = current = 0.0
    for word in re.findall(r"[0-9][0-9,.]*|[^\W\d_]+|[½¼¾⅓⅔]", text.casefold()):
        if _SCALES.get(word, 0) >= 1000:
            total, current = (total + current or 1) * _SCALES[word], 0
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
        else:
            current += float(word.replace(",", "").rstrip(".")) if word[0].isdigit() else _ADDENDS.get(word, 0)
    return round(total + current, 4) or float("0" not in text and text.casefold() != "zero")


def _ends(found: re.Match[str]) -> tuple[float, float]:
    """The two ends of a range: in "10 to 15 million" both are millions."""
    shared = not found["scale"] and _value(found["value"]) < _value(found["value2"])
    scale = found["scale"] or (found["scale2"] if shared else "") or ""
    return _value(found["value"] + scale), _value(found["value2"] + (found["scale2"] or ""))


def _is_range(line: _Line, found: re.Match[str]) -> bool:
    """Whether two numbers are the ends of one range, and not a score, a vote, or from one to the other."""
    joint, start, (low, high) = found["joint"].strip("- "), found.start("first"), _ends(found)
    told = found["money2"] or found["mark"] or found["scale2"]
    measured = line.ahead("unit", found.end()) or found["aged"]
    if low >= high or found["money2"] not in (None, found["money"]):
        return False
    if joint in ("", "–", "—"):
        return bool(told or found["money"] or measured or _noun(line, found.end()))
    if joint == "and":
        return bool(line.behind("between_two", start) or found["joint"][0] == "-")
    moves = line.behind("from_one", start) or ((told or not measured) and line.behind("moves", start))
    return not (found["money"] and not told) and (joint == "or" or not moves)  # not £10 to 200 people


def _quantity(line: _Line, found: re.Match[str], ranged: bool, scored: bool) -> Number | None:
    """What an amount says, from its unit and the noun after it; None where it is part of a name or a set phrase."""
    start, end = found.start(), found.end() if ranged else found.end("first")
    value, upper = _ends(found) if ranged else (_value(found["value"] + (found["scale"] or "")), None)
    plain = not found["scale"] and not found["money"]
    one = plain and not ranged and found["value"].casefold() == "one"
    tail = line.ahead("tail_paid" if found["money"] else "tail", end)
    if scored or not tail:
        fits = plain and found["value"].isdigit() and value < 1000 and not line.ahead("glued", found.end())
        fits = fits and not _in_name(line, found, counted=True, measured=value < 100)
        return line.number((start, end), value, "", "score") if fits else None
    form, noun, rule = tail["word"] or tail["touching"] or (tail["feet"] and "ft") or "", None, "count"
    unit = _FORMS["money"][found["money"].strip()] if found["money"] else _unit(line, start, form, value)
    if unit or tail["trail"]:
        noun, rule = _counted(line, start, tail, value != 1), "measure" if form else "money"
        end, rule = (tail.end("old"), "age") if tail["old"] else (max(end, tail.end("unit")), rule)
    elif line.ahead("glued", end):
        return None
    elif found["quake"]:
        unit, rule, noun = "magnitude", "measure", _noun(line, end, many=False, strict=True)
    elif found["aged"] or (plain and 0 < value <= 120 and _is_age(line, start, end)):
        unit, rule = "year", "age"
    elif line.text[end : end + 1] == "-" and not tail["closing"]:
        if one or not (compound := line.ahead("compound", end)):
            return None
        noun = compound.span("noun")
    else:
        noun = _of(line, tail.end()) or (None if one else _noun(line, tail.end()))
    if one and not unit and not noun:
        noun = _noun(line, end, many=False)
        if not noun or line.raw[slice(*noun)].casefold() in _LISTS["one_phrases"] | _LISTS["either"]:
            return None
        if line.raw[end + 1].isupper() and not line.titled:
            return None  # One Canada Square
    idle = one and (line.behind("idle_one", start) or line.ahead("one_of", start))
    if idle or not (value or noun or unit) or _in_name(line, found, bool(noun), bool(unit)):
        return None
    made = line.number((start, end), -value if found["minus"] else value, unit, rule, noun)
    closing = (tail["closing"] or tail["after"] or "").strip().casefold()
    return replace(made, upper=upper, bound=made.bound or _FORMS["bounds_after"].get(closing, ""))


def _unit(line: _Line, start: int, form: str, value: float) -> str:
    """The unit that a form stands for; pounds are money where they are many, or paid, or the article has their sign."""
    low, units = re.sub(r"[\s-]", " ", form).casefold(), _FORMS["units"]
    paid = low in ("pound", "pounds") and (value >= 1e6 or "£" in line.names or line.behind("spends", start))
    return "£" if paid else _FORMS["short_units"].get(form) or units.get(low) or units.get(low.removesuffix("s"), "")


def _counted(line: _Line, start: int, tail: re.Match[str], several: bool = True) -> _Noun:
    """The noun that an amount with a unit is said of: miles of levees, a tunnel of 12 miles, a £5m plan."""
    at, form, determined = tail.end(), (tail["word"] or "").casefold(), bool(line.behind("determined", start))
    if tail["old"] or tail["trail"] or tail["join"] == "-" or tail["owner"]:
        return None if tail["old"] else _noun(line, at, many=False)
    if line.ahead("of", at):
        stretch = _unit(line, start, form, 0) in _LISTS["stretches"] and line.ahead("of_place", at)
        return None if stretch or line.behind("within", start) else _of(line, at, many=False)
    singular = several and form in _FORMS["units"] and form not in _LISTS["plural_units"]
    single = determined or singular or not tail["unit"]
    winds = form != "%" and not form.endswith("s") and form not in _FORMS["units"]  # of 60mph
    return _noun(line, at, many=not single, strict=not determined) if single or winds else None


def _is_age(line: _Line, start: int, end: int) -> bool:
    """Whether the words beside a bare number make it an age: who is 41, Ana Ruiz, 41, children under 5."""
    ends, aged, apposed = line.ahead("ending", end), line.behind("aged", start), line.behind("apposed", start)
    if line.text[end : end + 1] == "-" or _noun(line, end):
        return False
    if aged:
        known = (not aged["person"] or aged["person"] in _HUMAN) and (not aged["name"] or aged["name"] in line.names)
        return known and bool(ends if aged["name"] else _ends_run(line, end))
    if ends and apposed and line.text[start].isdigit():
        return apposed["who"][0].isupper() or apposed["who"].casefold() in _HUMAN
    return bool(line.behind("of_persons", start))


def _in_name(line: _Line, found: re.Match[str], counted: bool, measured: bool) -> bool:
    """Whether a number belongs to the word beside it, as in Route 66, or is the number of a list's item."""
    start, end, value = found.start(), found.end("first"), found["value"]
    bare, result = not (counted or measured), line.ahead("result", 0)
    played = result and start < result.end()
    strange = value[0].isupper() and not line.titled and not line.behind("opens", start)
    model = bare and value.isdigit() and not (line.titled or played) and line.ahead("model", end)
    if strange or model or line.behind("numbered", start) or (bare and line.behind("weakly", start)):
        return True
    if start == 0 and line.ahead("item", end):
        return True
    plain = measured or played or value[0].isalpha() or found["scale"] or "," in value or line.behind("bound", start)
    capital = None if plain else line.behind("capital", start)
    acts = capital and capital["word"].casefold().endswith(("s", "ed"))
    return (
        bool(capital) and not (counted and (line.titled or line.behind("placed", start))) and not (acts and line.titled)
    )


def _ratio(line: _Line, start: int) -> _Read:
    """One in five voters, one voter in five, three out of 10."""
    if found := line.ahead("ratio", start):
        top, bottom = _value(found["top"] or "one"), _value(found["bottom"])
        noun = found.span("thing") if found["thing"] else _noun(line, found.end())
        if top < bottom and (noun or top == 1 or bottom in (3, 4, 5, 10, 100)):
            return line.number(found.span(), top / bottom, "", "ratio", noun), found.end()
    return None


def _share(line: _Line, start: int) -> _Read:
    """Half the town, two-thirds of voters, a two-thirds majority, a quarter of an hour."""
    found = line.ahead("share", start)
    if not found or (found["half"] and line.behind("no_half", start)):
        return None
    part, end = (found["part"] or found["parts"] or "half").casefold(), found.end()
    size, unit, noun = _value(found["tops"] or "one") / _VALUES["parts"].get(part, 2), "", None
    ends, whole = _ends_run(line, end) and line.text[end : end + 1] != "-", line.ahead("whole", end)
    if not found["tops"] and found[0][0] in "aA" and (added := line.behind("hour_and", start)):
        return line.number((start - len(added[0]), end), 1 + size, _unit(line, start, added["form"], 1), "share"), end
    if (piece := line.ahead("piece", end)) and (tail := line.ahead("tail", piece.end())):
        unit, end = _unit(line, start, tail["word"], 1), tail.end("word")
        noun = _noun(line, end, many=False) if tail["join"] == "-" else None
    elif line.ahead("of", end):
        noun = _of(line, end, many=False)
    elif (found["half"] and whole) or (found["joins"] == "-" and line.behind("determined", start)):
        noun = _noun(line, whole.end() if whole else end, many=False, nested=True)
    elif not ends or (found["another"] and not (line.behind("counted", start) or line.ahead("have", end))):
        return None  # a third may also be one more
    return line.number((start, end), size, unit, "share", noun), end


def _size(line: _Line, start: int) -> _Read:
    """Hundreds of people, tens of thousands, billions of dollars; not the scores of a test."""
    found = line.ahead("size", start)
    if not found or (found["size"][0] in "sS" and not line.behind("scores", start)):
        return None
    unit, end, of = "", found.end(), line.ahead("of", found.end())
    noun = _of(line, end) if of else _noun(line, end) if line.text[end : end + 5] == " more" else None
    if of and (tail := line.ahead("tail", of.end() - 1)) and tail["word"]:
        unit, end, noun = _unit(line, start, tail["word"], 1e6), tail.end("word"), _counted(line, start, tail)
    value = _VALUES["many"][found["size"].casefold()] * _VALUES["many"].get((found["more"] or "").casefold(), 1)
    return line.number((start, end), value, unit, "size", noun), found.end()


def _rank(line: _Line, start: int) -> _Read:
    """The third country, their 20th anniversary, the second-largest port; not "at first", not a second later."""
    found, opens, led = line.ahead("rank", start), line.behind("opens", start), line.behind("leads", start)
    if not found or (found[0][0].isupper() and not line.titled and not opens):
        return None
    word, tens, end = (found["word"] or "").casefold(), (found["tens"] or "").casefold(), found.end("rank")
    noun: _Noun = found.span("noun") if found["noun"] else None
    noun = noun or _noun(line, found.end(), many=False, strict=not (opens or led))
    head = line.raw[slice(*noun)].split()[-1] if noun else ""
    named = head[:1].isupper() and not line.titled and not ((word and led and not opens) or line.behind("owned", start))
    if named or (word == "first" and line.behind("adverb", start)):
        return None
    stands = noun or (line.ahead("alone", end) and line.behind("ranked", start))
    if not stands and not (line.ahead("acts", end) and line.behind("another", start)):
        return None
    noun = None if head.endswith("est") and head not in _LISTS["no_endings"] else noun or _of(line, end)
    value = float(found["digits"] or _VALUES["ranks"][word] + _VALUES["tens"].get(tens, 0))
    return line.number((start, end), value, "ordinal", "rank", noun), end


def _run(line: _Line, at: int, nested: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words from a place that may belong to one noun: of each the letter of its kind, and its place."""
    kind = low = ""
    for _ in range(8):
        step = line.ahead("step", at)
        if not step or (step["comma"] and low not in _LISTS["adjectives"]):
            return
        word, capital = step["word"], step["word"][0].isupper() and not line.titled
        low = word if len(word) > 1 and word.isupper() and capital else word.casefold().replace("’", "'")
        number, at = _p("numeral").match(low), step.end()
        if (low in _LISTS["stops"] and low != "and") or low in _LISTS["verbs"] or (number and not nested):
            return
        if not number and (found := _p("kind").match(low.removesuffix("'s"))):
            owned, named = 2 * low.endswith("'s"), capital and kind in tuple("nscm")
            plural, kind = found.lastgroup in ("s", "m", "z"), found.lastgroup or "n"
            if step["own"] or owned or named:
                kind = ("S" if plural else "X") if named else "p" if plural else "o"
            kind = "a" if capital and kind == "n" else kind
            yield kind, (step.start("word"), step.end("word") - owned)


def _ends_run(line: _Line, at: int) -> bool:
    return next(_run(line, at, nested=False), "_")[0] == "_"


def _noun(line: _Line, at: int, many: bool = True, strict: bool = False, nested: bool = False) -> _Noun:
    """The noun of the run from a place: a plural where `many`; `strict` wants no participle first."""
    run = list(_run(line, at, nested))
    kinds = "".join(kind for kind, _ in run)
    found = _p("many_run" if many else "nested_run" if nested else "single_run").match(kinds)
    if not found or not found[0] or (strict and kinds[0] in "evzg"):
        return None
    head = _p("head_run").search(found[0])
    return (run[head.start() if head else 0][1][0], run[found.end() - 1][1][1])


def _of(line: _Line, at: int, many: bool = True) -> _Noun:
    """The noun after "of", which may have a number of its own: two of the three boats."""
    of = line.ahead("of", at)
    return _noun(line, of.end() - 1, many, nested=True) if of else None


def _dates(line: _Line) -> Iterator[tuple[int, int]]:
    """Where dates, times of day, addresses and telephone numbers stand; `times.dates` may tell the dates instead."""
    for found in (found for name in ("address", "clock", "calendar", "ago") for found in _p(name).finditer(line.text)):
        start, groups = found.start(), found.groupdict()
        counts = groups.get("year") and line.ahead("quantity", found.end()) and not line.behind("year_before", start)
        if not counts and (not groups.get("ahead") or line.behind("future", start, reach=96)):
            yield found.span()
