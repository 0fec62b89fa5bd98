"""An answer to an exercise, beside the texts it points into: what it says, and the tests that rules put to it.

Each test asks one thing of the words a pupil gave, in the place where they stand: are they there, is a name among them,
does the other text have them too. A test knows no right answer; it reads. Rules, which are data, say which tests an
exercise puts and in which order, and every test has its twin in exercises.js.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from witness import pointers
from witness.pointers import Text, copied, copies, is_name, lexicon, listed, months, runs, starts, stems, tail

# Words in a row that make two texts of one group echo each other, and those that a quotation shares with a text.
_ECHO, _QUOTED = 10, 5

# A paragraph of so many words is a part of an article; words within which a name may follow a word of saying.
_PARAGRAPH, _AFTER = 15, 4

# Words at the ends of an echo that may be chance, such as a "the" that begins both next sentences.
_EDGE = 2

# Percentage points by which a share may be off; lines that are near; months of a tight interval.
_TOLERANCE, _NEAR, _TIGHT = 1.5, 2, 5

_DAY = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_NUMBER = re.compile("[0-9]{1,6}(?:[.][0-9]{1,6})?")
_CITE = re.compile(r"\[([^\[\]:]+):([^\[\]]+)\]")


class Field(NamedTuple):
    """What a pupil fills in: its name, its kind, and the values of a choice or the text of some words."""

    name: str
    kind: str
    more: tuple[str, ...]

    def names(self, keys: Sequence[str]) -> list[str]:
        """The names under which an answer gives what is filled in.

        >>> Field("left", "pointer", ()).names([]), Field("group", "groups", ()).names(["1", "2"])
        (['left', 'left.in'], ['group.1', 'group.2'])
        """
        if self.kind == "groups":
            return [f"{self.name}.{key}" for key in keys]
        return [self.name, f"{self.name}.in"] if self.kind == "pointer" else [self.name]


class Sheet:
    """One answer beside the texts: what it says, and whether it passes a test; each test is a method of its name.

    >>> text = pointers.text("1", "", "The quay sank, said Eva Orr.")
    >>> sheet = Sheet([Field("left", "pointer", ())], {"left": "THE QUAY", "left.in": "1"}, [text])
    >>> sheet.keeps("stands", ["left"]), sheet.keeps("least", ["left", "3"])
    (True, False)
    """

    def __init__(self, fields: Sequence[Field], answer: Mapping[str, str], all_texts: Sequence[Text]):
        self.answer, self.all = answer, all_texts
        self.by_key = {each.key: each for each in all_texts}
        self.fields = {field.name: field for field in fields}

    def keeps(self, test: str, arguments: Sequence[str]) -> bool:
        """Whether the answer passes a test of the rules."""
        asked: Callable[..., Any] = getattr(self, f"_{test}")
        return bool(asked(*arguments))

    # What an answer says.

    def value(self, name: str) -> str:
        """What was written for a name, without white space around it."""
        return self.answer.get(name, "").strip()

    def words(self, name: str) -> tuple[str, ...]:
        """The words that were written for a name, folded."""
        return pointers.folded(self.value(name))

    def _text(self, name: str) -> Text | None:
        """The text in which a field points, or which it names."""
        field = self.fields.get(name)
        if field and field.kind == "words":
            name = field.more[0]
        elif field and field.kind == "pointer":
            name = f"{name}.in"
        return self.by_key.get(self.value(name))

    def _place(self, name: str) -> tuple[Text, range]:
        """The text in which a field points, and the words it points to: none if they are not there."""
        text, words = self._text(name), self.words(name)
        found = starts(text, words) if text else []
        return text or pointers.text("", "", ""), range(found[0], found[0] + len(words)) if found else range(0)

    def _raw(self, name: str) -> list[str]:
        text, place = self._place(name)
        return [text.raw[at] for at in place]

    def _lines(self, name: str, words: tuple[str, ...] = ()) -> set[int]:
        """The lines of a field's text that have its words, or others."""
        text, words = self._text(name), words or self.words(name)
        return {text.line[at + more] for at in starts(text, words) for more in range(len(words))} if text else set()

    def _around(self, name: str, reach: int) -> list[int]:
        """The words of the lines that lie about a field's place."""
        text, place = self._place(name)
        here = {text.line[at] for at in place}
        return [at for at, line in enumerate(text.line) if any(abs(line - each) <= reach for each in here)]

    # The tests. Fields are named; a number is written as it is.

    def _filled(self, *names: str) -> bool:
        """Whether something is given for each field, and what is chosen is among what there is."""
        for field in (self.fields[name] for name in names):
            given = [self.value(each) for each in field.names(list(self.by_key))]
            known = {"article": self.by_key.keys(), "pointer": self.by_key.keys(), "choice": field.more}.get(field.kind)
            if not all(given) or (known is not None and given[-1] not in known):
                return False
        return True

    def _differ(self, left: str, right: str) -> bool:
        return self.value(left) != self.value(right)

    def _stands(self, name: str) -> bool:
        return len(self._place(name)[1]) > 0

    def _anywhere(self, name: str) -> bool:
        return any(starts(text, self.words(name)) for text in self.all)

    def _also(self, name: str, other: str) -> bool:
        text = self._text(other)
        return bool(text and starts(text, self.words(name)))

    def _least(self, name: str, least: str) -> bool:
        return len(self.words(name)) >= (int(least) if least.isdecimal() else int(self.value(least)))

    def _most(self, name: str, most: str) -> bool:
        return len(self.words(name)) <= int(most)

    _long = _least

    def _ranged(self, name: str, least: str, most: str) -> bool:
        written = self.value(name)
        return bool(re.fullmatch("[0-9]{1,3}", written)) and int(least) <= int(written) <= int(most)

    def _never(self) -> bool:
        return False

    def _any(self, name: str, *lists: str) -> bool:
        text, place = self._place(name)
        return any(
            at in months(text) if each == "dates" else listed(each, text.folded[at]) for each in lists for at in place
        )

    def _any_near(self, name: str, each: str) -> bool:
        text = self._place(name)[0]
        return any(listed(each, text.folded[at]) for at in self._around(name, 1))

    def _name(self, name: str) -> bool:
        return any(map(is_name, self._raw(name)))

    def _named(self, name: str) -> bool:
        raw = self._raw(name)
        return any(is_name(left) and is_name(right) for left, right in pairwise(raw))

    def _before_tail(self, name: str) -> bool:
        text, place = self._place(name)
        return place.stop <= tail(text)

    def _silent(self, name: str, phrases: str) -> bool:
        text = self._text(name)
        said = lexicon()["phrases"][phrases]
        return text is not None and not any(pointers.has_phrase(text, phrase, tail(text)) for phrase in said)

    # Shares.

    def _end(self) -> tuple[Text, int]:
        """The text whose end is marked, and how many of its words are kept."""
        text, words = self._text("end"), self.words("end")
        found = starts(text, words) if text else []
        return text or pointers.text("", "", ""), found[-1] + len(words) if found else 0

    def _paragraphs(self, first: int, last: int) -> list[range]:
        """The paragraphs of the article, none of a list, that begin between two words."""
        text, _ = self._end()
        lines = [range(*line) for line in text.lines if first <= line[0] < min(last, tail(text))]
        return [line for line in lines if len(line) >= _PARAGRAPH and pointers.stopped(text, line.stop)]

    def _kept_clean(self, _name: str) -> bool:
        text, end = self._end()
        return end <= tail(text)

    def _rest_most(self, _name: str, most: str) -> bool:
        text, end = self._end()
        return len(self._paragraphs(end, len(text.raw))) <= int(most)

    def _kept_plain(self, _name: str) -> bool:
        text, end = self._end()
        kept = self._paragraphs(0, end)
        return not kept or not any(listed("readers", text.folded[at]) for at in kept[-1])

    def _figure(self, name: str) -> float | None:
        written = re.sub(r"[%\s]", "", self.value(name)).replace(",", ".")
        return float(written) if _NUMBER.fullmatch(written) else None

    def _number(self, name: str) -> bool:
        return self._figure(name) is not None

    def _share(self, name: str, base: str) -> bool:
        (text, end), other, figure = self._end(), self._text("other"), self._figure(name)
        if not other or figure is None:
            return False
        kept = copied(text, other, end)
        of = {"kept": kept, "fraction": kept / 100, "rest": 100 - kept}
        right = of[base] if base in of else copied(text, other) if base == "whole" else copied(other, text)
        return abs(figure - right) <= (_TOLERANCE / 100 if base == "fraction" else _TOLERANCE)

    def _unmistaken(self, name: str, right: str, wrong: str) -> bool:
        return self._share(name, right) or not self._share(name, wrong)

    # Echoes.

    def _independent(self, left: str, right: str) -> bool:
        one, other = self._text(left), self._text(right)
        return bool(one and other and not copies(one, other))

    def _whole(self, name: str, other: str) -> bool:
        """Whether the words are a run of both texts, but for a word or two at its ends."""
        text, there, size = self._text(name), self._text(other), len(self.words(name))
        found = runs(text.folded, there.folded, size) if text and there else ()
        return any(
            first <= at and at + size <= first + most and most <= size + _EDGE
            for first, _, most in found for at in starts(text, self.words(name))  # type: ignore[arg-type]
        )  # fmt: skip

    def _longest(self, name: str, other: str) -> bool:
        text, there = self._text(name), self._text(other)
        return bool(text and there and not runs(text.folded, there.folded, len(self.words(name)) + _EDGE + 1))

    def _longest_of_all(self, name: str) -> bool:
        pairs = [pair for pair in combinations(self.all, 2) if not copies(*pair)]
        return not any(runs(left.folded, right.folded, len(self.words(name)) + _EDGE + 1) for left, right in pairs)

    def _beside(self, name: str, left: str, right: str) -> bool:
        """Whether a pointer lies on the lines of the echo, or next to them, in one of its two texts."""
        echo = [self._lines(each, self.words(left)) for each in (left, right) if self._text(each) is self._text(name)]
        return any(abs(here - there) <= 1 for lines in echo for there in lines for here in self._lines(name))

    def _unsaid(self, left: str, right: str) -> bool:
        """Whether no word of saying stands on the lines of the echo, or on the line before."""
        for name in (left, right):
            text, lines = self._text(name), self._lines(name, self.words(left))
            near = [at for at, line in enumerate(text.line) if {line, line + 1} & lines] if text else []
            if text and any(listed("cues", text.folded[at]) for at in near):
                return False
        return True

    def _changed(self, left: str, right: str) -> bool:
        return self.words(left) != self.words(right)

    def _alike(self, left: str, right: str, least: str) -> bool:
        one, other = Counter(self.words(left)), Counter(self.words(right))
        return 100 * (one & other).total() >= int(least) * min(one.total(), other.total())

    def _unrun(self, left: str, right: str, least: str) -> bool:
        return not runs(self.words(left), self.words(right), int(self.value(least)))

    def _tells(self, name: str, of: str) -> bool:
        """Whether a reason names a text, by its key or its outlet."""
        text, said = self._text(of.removesuffix(".in")), self._place_in(name)
        return bool(text and any(starts(said, pointers.folded(each)) for each in (text.key, text.outlet) if each))

    def _place_in(self, name: str) -> Text:
        return pointers.text("", "", self.value(name))

    # Chains, speakers, numbers.

    def _nameless(self, name: str) -> bool:
        """Whether no name follows a word of saying before the next mark, or within four words."""
        text, place = self._place(name)
        for cue in (at for at in place if listed("cues", text.folded[at])):
            for at in range(cue + 1, min(cue + 1 + _AFTER, len(text.raw))):
                if text.before[at].strip():
                    break
                if is_name(text.raw[at]):
                    return False
        return True

    def _end_of_chain(self, name: str) -> bool:
        """Whether a place gives its words to a first speaker by name, or to nobody at all."""
        text = self._place(name)[0]
        said = any(listed("cues", text.folded[at]) for at in self._around(name, 0))
        return not said or (self._any(name, "cues") and self._name(name))

    def _apart(self, left: str, right: str) -> bool:
        (text, here), (other, there) = self._place(left), self._place(right)
        return text is not other or not set(here) & set(there)

    def _quoted(self, name: str, quote: str) -> bool:
        return bool(self._quotes(name, quote))

    def _quotes(self, name: str, quote: str) -> set[int]:
        """The lines of a text on which words of a quotation stand in a row."""
        text, words = self._text(name), self.words(quote)
        found = runs(text.folded, words, min(_QUOTED, len(words))) if text else ()
        return {text.line[at] for at, _, _ in found} if text else set()

    def _close(self, name: str, quote: str) -> bool:
        return any(abs(here - there) <= _NEAR for here in self._lines(name) for there in self._quotes(name, quote))

    def _who(self, name: str) -> set[str]:
        """The names at a place; without one, its words for speakers."""
        text, place = self._place(name)
        named = {text.folded[at] for at in place if is_name(text.raw[at])}
        return named or {text.folded[at] for at in place if listed("speakers", text.folded[at])}

    def _speaker(self, name: str) -> bool:
        return bool(self._who(name))

    def _one_speaker(self, left: str, right: str) -> bool:
        return bool(self._who(left) & self._who(right))

    def _two_speakers(self, left: str, right: str) -> bool:
        return not self._one_speaker(left, right)

    def _numbers(self, name: str) -> set[int]:
        known = lexicon()["numbers"]
        words = (str(known.get(word, word)) for word in self.words(name))
        return {int(word) for word in words if re.fullmatch("[0-9]{1,9}", word)}

    def _counted(self, name: str) -> bool:
        return bool(self._numbers(name))

    def _one_thing(self, left: str, right: str) -> bool:
        one, other = (
            {word[: pointers.STEM] for word in self.words(name)
             if len(word) > 3 and not listed("small", word) and word not in lexicon()["numbers"]}
            for name in (left, right)
        )  # fmt: skip
        return bool(one & other)

    def _unequal(self, left: str, right: str) -> bool:
        return self._numbers(left) != self._numbers(right)

    def _timed(self, *names: str) -> bool:
        """Whether the lines of each place have a word of time."""
        return all(
            any(at in months(text) or listed("times", text.folded[at]) for at in self._around(name, 0))
            for name in names for text in [self._place(name)[0]]
        )  # fmt: skip

    # Days.

    def _day(self, name: str) -> bool:
        return bool(_DAY.fullmatch(self.value(name)))

    def _meant(self, name: str) -> list[tuple[str, str]]:
        text, place = self._place(name)
        return [months(text)[at] for at in place if at in months(text)]

    def _settled(self, name: str) -> bool:
        return all(first for first, _ in self._meant(name))

    def _order(self, left: str, right: str) -> bool:
        return self.value(left) <= self.value(right)

    def _within(self, name: str, clue: str) -> bool:
        meant = self._meant(clue)
        return min(first for first, _ in meant) <= self.value(name)[:7] <= max(last for _, last in meant)

    def _tight(self, left: str, right: str) -> bool:
        first, last = (int(self.value(name)[:4]) * 12 + int(self.value(name)[5:7]) for name in (left, right))
        return last - first <= _TIGHT

    # Absence, frames.

    def _two(self, first: str, second: str) -> bool:
        words = [self.words(name) for name in (first, second)]
        return words[0] != words[1] and all(len("".join(each)) > 2 for each in words)

    def _bears(self, fact: str, first: str, second: str) -> bool:
        """Whether a search word comes from the fact, in this form or another."""
        asked, searched = self.words(fact), (*self.words(first), *self.words(second))
        same = {word for word in asked if not listed("small", word)} & set(searched)
        return bool(same or stems(asked) & stems(searched))

    def _lacks(self, other: str, first: str, second: str) -> bool:
        text = self._text(other)
        return text is not None and not any(starts(text, self.words(name)) for name in (first, second))

    def _formless(self, other: str, first: str, second: str) -> bool:
        """Whether no word of a text begins as the search words do."""
        text = self._text(other)
        searched = stems([*self.words(first), *self.words(second)])
        return text is not None and not searched & stems(text.folded[: tail(text)])

    def _unparaphrased(self, other: str, fact: str) -> bool:
        """Whether no line of a text has most of the longer words of a fact, in any form."""
        text, asked = self._text(other), stems(self.words(fact))
        lines = [stems(text.folded[first:last]) for first, last in text.lines] if text else []
        return len(asked) < 2 or not any(5 * len(asked & line) >= 3 * len(asked) for line in lines)

    def _opening(self, name: str, most: str) -> bool:
        return self._place(name)[1].stop <= int(most)

    def _weighty(self, name: str) -> bool:
        return any(len(word) > 3 and not listed("small", word) for word in self.words(name))

    def _common(self, name: str) -> bool:
        """Whether one of the words stands without a capital in some text, and so is not only a name."""
        words = {word for word in self.words(name) if not listed("small", word)}
        return any(text.raw[at] == word for text in self.all for at, word in enumerate(text.folded) if word in words)

    # Groups and the brief.

    def _group(self, name: str) -> dict[str, str]:
        return {text.key: self.value(f"{name}.{text.key}") for text in self.all}

    def _together(self, name: str) -> bool:
        group = self._group(name)
        return all(
            group[left.key] == group[right.key] for left, right in combinations(self.all, 2) if copies(left, right)
        )

    def _echoing(self, name: str) -> bool:
        """Whether each text that is grouped with others has a long run of words in common with one of them."""
        group = self._group(name)
        for text in self.all:
            others = [each for each in self.all if each is not text and group[each.key] == group[text.key]]
            if others and not any(runs(text.folded, each.folded, _ECHO) for each in others):
                return False
        return True

    def _cited(self, name: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(key.strip(), pointers.folded(words)) for key, words in _CITE.findall(self.value(name))]

    def _own(self, name: str) -> tuple[str, ...]:
        return pointers.folded(_CITE.sub(" ", self.value(name)))

    def _brief_least(self, name: str, least: str) -> bool:
        return len(self._own(name)) >= int(least)

    def _brief_most(self, name: str, most: str) -> bool:
        return len(self._own(name)) <= int(most)

    def _cites(self, name: str, least: str) -> bool:
        return len(self._cited(name)) >= int(least)

    def _opens(self, name: str) -> bool:
        return all(key in self.by_key and len(words) > 2 and starts(self.by_key[key], words)
                   for key, words in self._cited(name))  # fmt: skip

    def _routes(self, name: str, groups: str) -> bool:
        group = self._group(groups)
        return len({group[key] for key, _ in self._cited(name)}) > 1

    def _hedged(self, name: str) -> bool:
        return any(listed("hedges", word) for word in self._own(name))
