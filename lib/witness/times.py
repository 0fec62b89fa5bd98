"""Dates as an article writes them, and the days they stand for.

"Last Tuesday" means nothing without the day on which it was printed; "in March" needs the tense of its sentence as
well. Each expression is kept as it stands, with the days it stands for, and with what that was concluded from. Where
nothing decides, the days stay empty. Figures that only look like years (in names, prices, amounts) are passed over,
and a page in another language is read for dates in figures alone. Words and forms are data, in times.toml.
"""

import re
import tomllib
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from math import prod
from typing import NamedTuple

from witness.articles import KINDS, Article
from witness.languages import is_english
from witness.spans import Span, fold, sentences

GRANULARITIES = ("day", "week", "month", "season", "year", "decade", "unresolved")


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A temporal expression: where, its value in the manner of TIMEX3, the days from `earliest` to `latest`, and why.

    Days are ISO 8601 and inclusive; both are empty where the expression is unresolved, and `value` has X for what is
    not known. `anchor` is what decided: empty where the words alone tell, "published", "byline", "reference date", or
    "text" for another expression of the article. `segment` is the kind of the segment it lies in.
    """

    span: Span
    value: str
    earliest: str
    latest: str
    granularity: str
    anchor: str
    segment: str
    rule: str


def dates(article: Article, reference: str = "") -> list[Date]:
    """The temporal expressions of an article, in all its segments, in order.

    >>> from witness.corpus import from_texts
    >>> page = "Ships leave\\n\\nTwo ships left on Tuesday. A third will follow in early June, as in 1998."
    >>> article = from_texts({"001": page})["001"]
    >>> for each in dates(article, "2021-03-10"):
    ...     print(each.span.of(page), each.value, each.earliest, each.latest, each.anchor or "-")
    Tuesday 2021-03-09 2021-03-09 2021-03-09 reference date
    early June 2021-06 2021-06-01 2021-06-30 reference date
    1998 1998 1998-01-01 1998-12-31 -

    They are resolved by the day of publication, else by the one full day in a byline or dateline, else by `reference`.
    What is no ISO day is no anchor. Time grows with the length of the text: some milliseconds an article.
    """
    told = {"published": article.published, "byline": _byline_day(article), "reference date": reference}
    anchor = next((name for name, text in told.items() if _iso_day(text)), "published")
    return _read(article, _Calendar(_iso_day(told[anchor]), anchor, []))


def resolved_on(article: Article, day: str) -> list[Date]:
    """The same expressions as if the article had been published on another day.

    >>> from witness.corpus import from_texts
    >>> article = from_texts({"001": "It rained on Tuesday."})["001"]
    >>> [each.earliest for day in ("2021-03-10", "2021-03-19") for each in resolved_on(article, day)]
    ['2021-03-09', '2021-03-16']
    """
    return dates(replace(article, published=day))


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _byline_day(article: Article) -> str:
    """The one full day of bylines and datelines; a day on which the page was changed again does not count."""
    told = _read(article, _Calendar(None, "", []), ("byline", "dateline"))
    near = {article.raw[max(0, each.span.start - 40) : each.span.start]: each for each in told}
    days = {day.value for lead, day in near.items() if day.value == day.earliest and not _FORMS["changed"].search(lead)}
    return days.pop() if len(days) == 1 else ""


def _read(article: Article, calendar: "_Calendar", kinds: tuple[str, ...] = KINDS) -> list[Date]:
    english, found = is_english(article.raw), []
    for piece in (each for each in article.segments if each.kind in kinds):
        page = _Page(article.read(piece.span), piece.kind)
        for each in page.written():
            stretch, anchor = calendar.resolved(each, page)
            if (stretch or each.rule != "ahead") and (english or (stretch and each.rule in ("iso", "figures"))):
                first, last, granularity = stretch or ("", "", "unresolved")
                span = Span(article.key, piece.span.start + each.start, piece.span.start + (each.to or each).end)
                value = _value(stretch) if stretch else _unknown(each.rule, each.parts)
                found.append(Date(span, value, str(first), str(last), granularity, anchor, piece.kind, each.rule))
    return found


# The words and forms.

_DATA = tomllib.loads(files("witness").joinpath("times.toml").read_text(encoding="utf-8"))
_LISTS = {name: [entry.replace("_", " ") for entry in words.split()] for name, words in _DATA["words"].items()}
_LISTS["holidays"] = list(_DATA["holidays"])
_SETS = {name: frozenset(words) for name, words in _LISTS.items()}
_SHIFTS, _TOLD, _DELTAS = _DATA["shifts"], _DATA["told"], _DATA["shifts"] | _DATA["told"]
_FAMILIES, _HOLIDAYS, _RANKS = _DATA["families"], _DATA["holidays"], _DATA["ranks"]
_DAY, _MONTHS = timedelta(1), {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_NUMBERS = {word: n for name in ("counts", "ordinals") for n, word in enumerate(_LISTS[name], 1)} | _DATA["numbers"]

# The first word of an expression's head, and what it is the head of.
_HEADS = {word: kind for name, kind in _DATA["heads"].items() for word in _LISTS[name]}


def _form(name: str) -> str:
    """A list's words as one of them, or a form with its parts put in."""
    if name in _DATA["forms"]:
        return re.sub(r"\{([a-z_]+)\}", lambda part: _form(part[1]), _DATA["forms"][name])
    found = "|".join(re.escape(word) for word in sorted(_LISTS[name], key=len, reverse=True))
    return found.replace(r"\ ", r"\s+").replace("'", "['’]")


_FORMS = {name: re.compile(_form(name), re.VERBOSE) for name in _DATA["forms"]}
_UNITS = [(rule, re.compile(form), times.split()) for rule, times, form in _DATA["units"]]

_Parts = dict[str, str]
_Stretch = tuple[date, date, str]


class _Written(NamedTuple):
    """An expression as it stands in a text: where, of which form, its parts by name, and the other end of a range."""

    start: int
    end: int
    rule: str
    parts: _Parts
    to: "_Written | None" = None


def _groups(found: re.Match[str] | None) -> _Parts:
    """The parts a form found; names that differ in their number only are one."""
    return {name.strip("_1234"): words for name, words in found.groupdict().items() if words} if found else {}


def _number(words: str) -> int:
    """The number that words or figures count to; 0 where they do not say."""
    figures = re.match(r"\d+", words)
    return int(figures[0]) if figures else sum(_NUMBERS.get(word, 0) for word in re.split(r"[-.\s]+", words.lower()))


class _Page(NamedTuple):
    """The text of one segment, as it is read for dates."""

    text: str
    kind: str

    def written(self) -> list[_Written]:
        """The expressions in order, ranges as one."""
        found = [_Written(0, 0, "", {})]
        for word in re.finditer(r"\w+", self.text):
            kind, last = "figure" if word[0][0].isdecimal() else _HEADS.get(word[0], ""), found[-1]
            if kind and word.start() >= last.end and (each := self._found(word, kind)):
                each = each if each.start >= last.end else each._replace(start=word.start())
                linked = self._linked(last, each)
                found[len(found) - linked :] = [last._replace(end=each.end, to=each) if linked else each]
        return found[1:]

    def _fits(self, kind: str, start: int, end: int) -> bool:
        """Whether what stands about a head leaves it a date."""
        around = "\0".join((self.text[max(0, start - 40) : start], self.text[start:end], self.text[end : end + 60]))
        none, sure, doubt = (_FORMS[f"{kind}_{what}"].search(around) for what in ("not", "if", "unless"))
        return not none and (bool(sure) or not doubt)

    def _before(self, form: str, place: int) -> tuple[_Parts, int]:
        """What of a form stands right before a place: its parts, and where the date begins with them."""
        found = _FORMS[form].search(self.text, max(0, place - 50), place) if form in _FORMS else None
        if not found:
            return {}, place
        starts = [found.start(name) for name, words in found.groupdict().items() if words and name[0] != "_"]
        return _groups(found), min(starts, default=place)

    def _found(self, word: re.Match[str], kind: str) -> _Written | None:
        """The expression with that head, if it is one."""
        head = _FORMS[kind].match(self.text, word.start()) if kind in _FORMS else word
        if not head:
            return None
        kind, end = head.lastgroup or kind, head.end()
        day, start = self._before(f"{kind}_day", head.start())
        after = _FORMS["year_after_day" if day else f"{kind}_after"].match(self.text, end, end + 80)
        parts = {kind: head[0]} | _groups(head) | day | _groups(after)
        rule = "day" if kind == "month" and "day" in parts else kind
        if not after or not self._fits(rule, start if rule == "day" else head.start(), end):
            return None
        before, start = self._before(f"before_{kind}" if f"before_{kind}" in _FORMS else "before", start)
        parts = {name: " ".join(words.lower().split()) for name, words in before.items()} | parts
        if kind in ("unit", "today"):
            return self._unit(start, after.end(), parts, head[0].lower())
        parts |= _HOLIDAYS.get(" ".join(head[0].replace("’", "'").split()), {})
        return _Written(start, after.end(), rule, parts)

    def _unit(self, start: int, end: int, parts: _Parts, unit: str) -> _Written | None:
        """A unit of the calendar, by the words about it."""
        lead, the, shift, count = (parts.get(name, "") for name in _LISTS["about"])
        lead = "" if lead == "in" and self._before("rare", start)[0] else lead
        number, edge = _number(count or the), (parts.get("edge") or parts.get("part", ""))[:3]
        the, many = _DATA["articles"].get(the, the and "own"), "n" if number else count and "few"
        name = "daytime" if unit in _SETS["daytimes"] and unit != "night" else unit
        many = "nth" if "ordinal" in parts else many
        about = (lead, edge, the, shift, many, name, parts.get("after") or parts.get("next"))
        signature = " ".join("_".join((each or "-").split()) for each in about)
        values = {"n": number, "-n": -number, "shift": _SHIFTS.get(shift, 0), "told": _TOLD.get(shift, 0)}
        for rule, form, times in _UNITS:
            if form.fullmatch(signature):
                total = prod(values[each] if each in values else int(each) for each in times)
                unit = unit.removesuffix("s") if unit in _SETS["units"] else "day"
                return _Written(start, end, rule, parts | {"unit": unit, "times": str(total), rule: unit})
        return None

    def _linked(self, left: _Written, right: _Written) -> bool:
        """Whether two expressions are the ends of a range."""
        link = _FORMS["range"].fullmatch(self.text[left.end : right.start][:20])
        if not link or left.to or not left.end:
            return False
        lead = link["word"] != "and" or self._before("range_lead", left.start)[0]
        return bool(lead) and _FAMILIES.get(left.rule) == _FAMILIES.get(right.rule, 0)

    def leaning(self, each: _Written) -> tuple[int, str]:
        """Whether the sentence tells of what is over (-1) or to come (1) at a date, and by what form of verb."""
        first, start = max(0, each.start - 300), min(300, each.start)
        near, end = self.text[first : each.end + 200], each.end - first
        begin, close = next((each for each in sentences(near) if each[0] <= start < each[1]), (0, len(near)))
        plain = fold(re.sub(r"\b(?:May|Will|Mark)\b", lambda name: "#" * len(name[0]), near))
        side, form = _leaning(plain[begin:start], plain[end : max(close, end)])
        # A caption tells in the present what its picture shows.
        side = -1 if self.kind == "caption" and form == "present" else side
        # A sentence without a verb that is known is of the present, since the verbs of the past are known.
        whole = self.kind == "body" and close - begin > 25 and re.search(r"[.!?][\"'”’»)]*\Z", near[begin:close])
        return side or int(bool(whole)), form


def _verbs(clause: str) -> list[re.Match[str]]:
    return [each for each in _FORMS["verb"].finditer(clause) if each.lastgroup]


def _leaning(before: str, after: str) -> tuple[int, str]:
    """The side of the nearest verb before in the clause, else of the next one after, and its form."""
    near, beyond = _FORMS["clause"].split(before)[-1], _FORMS["clause"].split(after)[0]
    if sure := _FORMS["sure"].search(near):
        return (-1, "over") if sure.lastgroup else (1, "ahead")
    onward = _verbs(beyond)[:1]
    at_once = onward and not beyond[: onward[0].start()].strip()
    # In "said the vote on Monday will" another clause has begun.
    behind = [] if at_once and _FORMS["says"].search(near) else _verbs(near)[-1:]
    if not behind and (at_once or (set(near.split()) <= _SETS["follow"] and not _FORMS["goes_on"].match(beyond))):
        behind = onward
    verb = next(iter(behind or _verbs(before)[-1:] or _verbs(after)), None)
    if not verb:
        return int(bool(_FORMS["to_come"].search(before))), ""
    if _FORMS["until"].search(near) and _FORMS["put_off"].search(f"{near[: verb.start()][-12:]}{verb[0]}"):
        return 1, "ahead"
    over = verb.lastgroup in ("over", "over_then") or (verb.lastgroup == "asked" and verb.string is not near)
    return -1 if over else 1, verb.lastgroup or ""


class _Calendar(NamedTuple):
    """What dates are resolved by: the day of publication, its name, and the dates told before."""

    today: date | None
    anchor: str
    told: list[_Stretch]

    def resolved(self, each: _Written, page: _Page | None) -> tuple[_Stretch | None, str]:
        """The stretch of days that an expression stands for, and by what; None where nothing tells."""
        try:
            stretch, anchor = self._one(each, page)
            if stretch and each.to:
                alone = each.to.rule in _SETS["lone"] and not {"year", "of", "shift", "week"} & each.to.parts.keys()
                right, _ = (self._replace(today=stretch[0]) if alone else self)._one(each.to, None if alone else page)
                begin = _moved("year", stretch[0], -1) if right and stretch[0] > right[1] else stretch[0]
                stretch = (begin, right[1], stretch[2]) if right else None
        except (ValueError, OverflowError, LookupError):
            return None, ""
        if not stretch or stretch[0] > stretch[1]:
            return None, ""
        self.told.append(stretch)
        return stretch, anchor

    def _one(self, each: _Written, page: _Page | None) -> tuple[_Stretch | None, str]:
        """One expression, without the other end of its range; without its page what is to come."""
        find = self._recurring if each.rule in _SETS["recurring"] else self._counted
        stretch, anchor = (_years(each.parts), "") if each.rule in ("decade", "year") else find(each, page)
        return (_cut(stretch, each.parts) if stretch else None), anchor

    def _last(self, unit: str) -> tuple[date, date] | tuple[None, None]:
        """The first and last day of the date told last that is no longer than a unit."""
        return next((each[:2] for each in self.told[:-60:-1] if _RANKS[each[2]] <= _RANKS[unit]), (None, None))

    def _recurring(self, each: _Written, page: _Page | None) -> tuple[_Stretch | None, str]:
        """What every year or week has: in the one that is told, or in the nearest on the side of the tense."""
        rule, parts, base, anchor = each.rule, each.parts, self.today, self.anchor
        shift, of, the = (parts.get(name, "") for name in ("shift", "of", "determiner"))
        if {shift, of} & _TOLD.keys():
            base, anchor = self._last("day" if rule == "weekday" else "decade")[0], "text"
        if "year" in parts:
            base, anchor, of = date(int(parts["year"]), 1, 1), "", "this"
        if rule == "weekday" and "month" in parts:
            the, shift, parts = "", "", parts | {"ordinal": parts.get("ordinal", shift)}
        wanted = tuple(sorted((name, parts[name]) for name in _SETS["wanted"] & parts.keys()))
        vague = the == "one" or (rule == "weekday" and the in _SETS["indefinite"]) or ("ordinal", "") in wanted
        if base is None or not wanted or vague:
            return None, ""
        size, winter = rule if rule in ("month", "season") else "day", parts.get("season", "").lower() == "winter"
        if of or (shift in ("this", "that") and size != "day" and not winter):
            year = base.year + _DELTAS.get(of, 0)
            found = _searched(wanted, date(year, 12 if winter else 1, 1), 1)
            return ((*found, size) if found[0].year == year else None), anchor
        side, form = _DELTAS.get(shift, 0), "ahead"
        if "week" in parts:
            base, page = _around("week", _moved("week", base, _SHIFTS[parts["week"]]))[0], None
        if not shift or (shift == "this" and (rule == "weekday" or 4 < base.month < 12)):
            side, form = page.leaning(each) if page else (1, "ahead")
            side = side or {"weekday": 1 if shift else -1, "weekend": -1}.get(rule, 0)
        found, close = _searched(wanted, base, side, bool(_DELTAS.get(shift))), _searched(wanted, base, 0)
        # Who leaves out the year hardly means one that is not his own, where in his own the day is near.
        slip = (rule == "day" or form == "due") and form != "ahead" and found[0].year != base.year
        return (*(close if slip and abs(close[0] - base) < timedelta(95) else found), size), anchor

    def _counted(self, each: _Written, page: _Page | None) -> tuple[_Stretch | None, str]:
        """What is counted from the day of publication, or from a date told before."""
        rule, unit, times = each.rule, each.parts["unit"], int(each.parts["times"])
        base, anchor = (self._last(unit)[times > 0], "text") if rule == "told" else (self.today, self.anchor)
        if base is None or rule == "vague" or (rule == "ahead" and page and page.leaning(each)[1] != "ahead"):
            return None, ""
        day = _moved(unit, base, times)
        if rule == "stretch":
            return (min(day, base), max(day, base), "week" if unit == "fortnight" else unit), anchor
        return _around("year" if unit == "decade" and rule in ("ago", "from now", "ahead") else unit, day), anchor


# The calendar.


def _moved(unit: str, day: date, times: int) -> date:
    """A day so many units on; at the month's end where that month is shorter."""
    if unit not in _MONTHS:
        return day + timedelta(times * {"day": 1, "fortnight": 14}.get(unit, 7))
    year, month = divmod(day.year * 12 + day.month - 1 + times * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _around(unit: str, day: date) -> _Stretch:
    """The unit of the calendar in which a day lies; weeks begin on Monday."""
    if unit not in _MONTHS:
        back, days = {"day": (0, 0), "weekend": (day.weekday() - 5, 1)}.get(unit, (day.weekday(), 6))
        return day - back * _DAY, day + (days - back) * _DAY, "day" if days < 2 else "week"
    back = day.year % 10 if unit == "decade" else 0
    first = date(day.year - back, (day.month - 1) // _MONTHS[unit] * _MONTHS[unit] + 1, 1)
    return first, _moved(unit, first, 1) - _DAY, "month" if unit == "quarter" else unit


@lru_cache(4096)
def _searched(wanted: tuple[tuple[str, str], ...], base: date, side: int, strictly: bool = False) -> tuple[date, date]:
    """The nearest days that are wanted, before a day (-1), after it (1) or on either side; `strictly`: without it."""
    parts = dict(wanted)
    month, weekday, first, till, nth = (_number(parts.get(name, "")) for name in _LISTS["days_of"])
    months = _DATA["seasons"].get(parts.get("season", "").lower(), [month])

    def fits(day: date) -> bool:
        if "easter" in parts:
            return str(day - int(parts["easter"]) * _DAY) in _SETS["easter"]
        if (months != [0] and day.month not in months) or ("weekend" in parts and day.weekday() < 5):
            return False
        if weekday and (day.isoweekday() != weekday or (nth > 0 and (day.day - 1) // 7 != nth - 1)):
            return False
        return first <= day.day <= (till or first or 31) and (nth >= 0 or (day + 7 * _DAY).month != day.month)

    while strictly and fits(base):
        base += side * _DAY
    near = (base + away * sign * _DAY for away in range(400) for sign in ((side,) if side else (-1, 1)))
    begin = end = next((day for day in near if fits(day)), None)
    while begin and fits(begin - _DAY):
        begin -= _DAY
    while end and fits(end + _DAY):
        end += _DAY
    return (begin, end) if begin and end else (date.max, date.min)


def _years(parts: _Parts) -> _Stretch | None:
    """A year, a decade, or years from one to another; None where the century is not told."""
    first, till = parts.get("from", parts.get("decade", "")), parts.get("till", "")
    first = _DATA["decades"].get(first, first)
    last = first[: 4 - len(till)] + till
    if not first:
        return None
    first, last, size = first.ljust(4, "0"), last.ljust(4, "9"), "year" if first[3:] else "decade"
    return date(int(first), 1, 1), date(int(last), 12, 31), size


def _cut(stretch: _Stretch, parts: _Parts) -> _Stretch:
    """What the words before a date leave of it, or make of it."""
    (first, last, size), around, part = stretch, parts.get("around", ""), parts.get("part", "").split()
    edge = _DATA["edges"].get(parts.get("edge", "").split(" ")[0])
    if edge is not None and {"from", "decade"} & parts.keys():
        unit, cuts = ("month", (0, 4, 8, 12)) if size == "year" else ("year", (0, 4, 7, 10))
        return _moved(unit, first, cuts[edge]), _moved(unit, first, cuts[edge + 1]) - _DAY, size
    if around.startswith("week"):
        return _around(around.split()[0], last if around.endswith("ending") else first)
    if not part:
        return stretch
    # The second quarter, the first three months, the last week of a longer stretch.
    unit = {"q": "quarter", "h": "half"}.get(part[0][:-1]) or part[-1].removesuffix("s")
    which, count = _number(part[0].strip("qh")), _number(" ".join(part[1:-1])) or 1
    begin = _moved(unit, last + _DAY, -count) if which < 0 else _moved(unit, first, (which - 1) * count)
    end = last if which < 0 else min(last, _moved(unit, begin, count) - _DAY)
    return begin, end, {"quarter": "month", "half": "month"}.get(unit, unit)


def _value(stretch: _Stretch) -> str:
    """A stretch in the manner of TIMEX3; of more than one unit as an interval of ISO 8601."""
    values = []
    for day in stretch[:2]:
        season = f"{day.year - (day.month < 3)}-{('WI', 'SP', 'SU', 'FA')[day.month % 12 // 3]}"
        size = {"decade": 3, "year": 4, "month": 7}.get(stretch[2], 10)
        values.append({"week": day.strftime("%G-W%V"), "season": season}.get(stretch[2], str(day)[:size]))
    return "/".join(dict.fromkeys(values))


def _unknown(rule: str, parts: _Parts) -> str:
    """The value of what is unresolved, with X for what is not known."""
    known = {name: f"{_number(words):02}" for name, words in parts.items()}
    year, month, day = parts.get("year", "XXXX"), known.get("month", "XX"), known.get("day", "XX")
    values = {"weekday": f"XXXX-WXX-{known.get('weekday', 'XX')[-1]}", "month": f"{year}-{month}", "week": "XXXX-WXX"}
    return (values | {"year": year}).get(parts.get("unit", rule), f"{year}-{month}-{day}")
