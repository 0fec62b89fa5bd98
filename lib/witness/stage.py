"""Who is on stage: whom an article has just spoken of, sentence by sentence, and whom "she" may therefore mean.

A reader who meets "she said" thinks of the one the last sentence was about. So each sentence keeps the people it
speaks of: its subject, and the others. A pronoun means the subject where gender allows it and nobody else presses
forward; where two could be meant, nobody is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from witness import speech
from witness.paragraphs import HIDDEN, Paragraph
from witness.people import People
from witness.spans import sentences

# Sentences with words of their own, and paragraphs, over which a pronoun reaches back.
_REACH, _FAR = 4, 4

# What tells of people; the first two tell in order.
_TELLING = ("body", "summary-bullet", "headline", "subheadline", "caption")

# What begins a clause that may have a subject of its own.
_ANEW = ("and", "but", ";", "–", "—")

# A sentence of more characters is none, but a page without stops; nobody is looked for beyond.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Mention:
    """One whom a sentence speaks of: where, under which name, of which gender, and whether as its subject.

    The name is empty where it is a pronoun that leaves two readings.
    """

    start: int
    end: int
    name: str
    gender: str
    subject: bool
    aside: bool = False  # whether they stand after "by", "against" or the like
    kin: str = ""  # "she" where the article calls them "her sister"


class Stage:
    """The people of whom the sentences of one article speak, in order."""

    def __init__(self, people: People, paragraphs: Sequence[Paragraph]):
        self.people = people
        self.turns: set[int] = set()  # paragraphs that are somebody's words, as far as they are known
        self._casts: list[list[Mention]] = []  # the people of each sentence that has been read
        self._told: list[tuple[int, int, list[Mention]]] = []  # each sentence's end, paragraph and people as they stand
        self._starts: list[int] = []
        self._paragraphs: list[int] = []  # the paragraphs that have words of their own
        for place, here in enumerate(paragraphs):
            if here.segment.kind not in _TELLING:
                continue
            before: list[Mention] = []
            for start, end in sentences(here.hidden):
                text, at = here.hidden[start : min(end, start + _LONGEST)], here.start + start
                if not re.search(rf"[^\W{HIDDEN}]", text):
                    continue
                cast = [] if len(text) == _LONGEST else list(self._mentions(text, at))
                self._learn(text, at, cast or before)
                before = cast
                if here.segment.kind in _TELLING[:2]:
                    if self._paragraphs[-1:] != [place]:
                        self._paragraphs.append(place)
                    self._starts.append(at)
                    self._told.append((here.start + end, place, cast))

    def _mentions(self, text: str, at: int) -> Iterator[Mention]:
        """Those of whom a sentence speaks: names of people, pronouns that are subjects, and nameless people."""
        form, people = speech.FORM, self.people
        named = [(*each.span(), people.known(people.bare(each[0]))) for each in form["person"].finditer(text)]
        named = [each for each in named if each[2] in people.persons and not text.startswith(":", each[1])]
        named += [(*each.span(), each[0]) for each in form["handle"].finditer(text)]
        found = [(*each, people.gender(each[2])) for each in named]
        found += [(*each.span(), "", each[0].lower()) for each in form["she_or_he"].finditer(text)]
        for each in form["described"].finditer(text):
            start, end = each.span("who")
            if people.noun(each["who"]) not in speech.HUMAN or any(
                (end <= first and form["beside"].fullmatch(text, end, first)) or last <= start <= last + 6 or
                start <= first < end for first, last, _ in named
            ):  # fmt: skip
                continue
            name = people.canonical(each["who"])
            if form["national"].match(each["who"]) and name[:1].isupper():
                name = ""  # somebody whom the article has named elsewhere
            found.append((start, end, name, people.gender(name)))
        subject = False
        for start, end, name, gender in sorted(found):
            owner = text[start:end].endswith(("’s", "'s", "’", "'"))
            oblique = bool(form["oblique"].search(text, max(0, start - 60), start))
            leads = text[start] == "@" or self._leads(text, start, subject)
            leads = not owner and ((leads and not oblique) or bool(name and form["followed"].match(text, end)))
            subject = subject or leads
            whose = form["his_or_her"].match(text, start, end)
            kin = form["kin_before"].search(text, max(0, start - 60), start) or whose
            kin = kin or form["kin_after"].match(text, end)
            if leads or not whose:
                called = "" if not kin else "he" if kin[1].lower() == "his" else "she"
                yield Mention(at + start, at + end, name, gender, leads, owner or oblique, called)

    @staticmethod
    def _leads(text: str, start: int, already: bool) -> bool:
        """Whether what stands there is the subject of its clause: nothing but its role stands before it."""
        before = text[max(0, start - 100) : start]
        turned = speech.FORM["inverted"].search(before)
        clause = turned or speech.FORM["clause"].search(before)
        if clause is None or speech.FORM["no_role"].search(clause["role"]):
            return False
        named = clause["the"] or speech.FORM["a_role"].fullmatch((clause["role"].split() or [""])[-1])
        return bool(named) and (not already or bool(turned) or clause["how"].strip().lower() in _ANEW)

    def _learn(self, text: str, at: int, cast: list[Mention]) -> None:
        """Learn who is "he" and who is "she" from a sentence that speaks of one person only, or goes on about one."""
        here = [each for each in cast if each.start >= at]
        names = {each.name for each in cast if each.name}
        if len(names) != 1 or not (here or re.match(r"(?:He|She)\b", text)):
            return
        if here and speech.FORM["inverted"].search(text[: here[0].start - at]):
            return  # "says Orr, before she can speak"
        first = min((each.end - at for each in here if each.name), default=0)
        said = {gender for gender in ("he", "she") if speech.FORM[f"of_{gender}"].search(text, first)}
        if len(said) == 1 and min(names)[:1].isupper() and not said & {each.kin for each in cast}:
            self.people.learned[names.pop()][said.pop()] += 1

    def _read(self, at: int) -> int:
        """The number of the sentence at a place, when those up to it have been read and their pronouns resolved."""
        number = bisect_right(self._starts, at) - 1
        while len(self._casts) <= number:
            _, place, cast = self._told[len(self._casts)]
            self._casts.append([])
            for each in cast:
                unclear = each.gender and not each.name
                name = self.meant(each.gender, each.start, place) if unclear else each.name
                self._casts[-1].append(replace(each, name=name))
        return number

    def fits(self, name: str, gender: str, without: str = "") -> bool:
        """Whether nothing in the article speaks against a pronoun's standing for somebody."""
        return name != without and (not gender or self.people.gender(name, sure=True) in ("", gender))

    def meant(self, gender: str, at: int, place: int, without: str = "") -> str:
        """Whom "he" or "she", or with no gender "the Belgian", stands for; nobody where two readings are left.

        The last sentence that speaks of anybody who fits decides where that is its named subject, or one of the
        pronoun's gender; otherwise only if the one before it does not lead to somebody else.
        """
        here = number = self._read(at)
        reach, chosen, leads, where = _REACH, "", False, place
        while number >= 0 and reach:
            (_, paragraph, _), cast, own = self._told[number], self._casts[number], here == number
            if bisect_right(self._paragraphs, place) - bisect_right(self._paragraphs, paragraph) >= _FAR:
                break
            number -= 1
            if paragraph in self.turns and place not in self.turns:
                continue
            reach -= bool(cast)
            fitting = [each for each in cast if each.end <= at and self._may(each, gender, without)]
            if own:
                fitting = [each for each in fitting if each.subject or (gender and each.name and not each.aside)]
            if chosen and not leads and paragraph != where:
                return chosen  # a new paragraph seldom goes on about those before
            if fitting and chosen:
                firm = [
                    each.name for each in fitting
                    if not each.name or (each.subject and (not leads or self._sure(each.name, gender)))
                ]  # fmt: skip
                return "" if set(firm) - {chosen} else chosen
            if fitting:
                chosen, where = self._chosen(fitting, gender), paragraph
                leads = any(each.name == chosen and each.subject for each in fitting)
                named = chosen in self.people.names and not own
                far = not leads or here - number > 2
                if gender and far and self.people.gender(chosen) not in ("", gender):
                    return ""
                if not chosen or not gender or (leads and (named or self._sure(chosen, gender))):
                    return chosen
        return chosen

    def _may(self, each: Mention, gender: str, without: str) -> bool:
        return self.fits(each.name, gender, without) if each.name else gender in ("", each.gender)

    def _sure(self, name: str, gender: str) -> bool:
        return bool(gender) and self.people.gender(name) == gender

    def _chosen(self, fitting: list[Mention], gender: str) -> str:
        """The one of a sentence's people who is meant: its only subject, unless another is surer to be."""
        subjects = {each.name for each in fitting if each.subject}
        others = {each.name for each in fitting} - subjects - {""}
        if "" in subjects or len(subjects) > 1:
            return ""
        if not subjects:
            return min(others) if len(others) == 1 and others & self.people.names.keys() else ""
        (name,) = subjects
        kin = gender and any(each.kin == gender for each in fitting)  # "her sister" and she are two
        rivals = (
            kin
            or (gender and not all(each.name for each in fitting))
            or any(self._sure(other, gender) for other in others)
        )
        return "" if rivals and not self._sure(name, gender) else name

    def subject(self, at: int) -> Mention | None:
        """The only person who is a subject in the sentence that runs on to a place."""
        number = self._read(at - 1)
        subjects = [each for each in self._casts[number] if each.subject and each.end <= at] if number >= 0 else []
        return subjects[0] if len({each.name for each in subjects}) == 1 and subjects[0].name else None

    def nearest(self, at: int) -> Mention | None:
        """Who is spoken of last before a place, in its sentence."""
        number = self._read(at - 1)
        found = [each for each in self._casts[number] if each.end <= at] if number >= 0 else []
        return found[-1] if found and found[-1].name else None

    def acting(self, at: int, place: int) -> Mention | None:
        """The only person who is the subject of the sentence that ends before a place, in its paragraph."""
        number = self._read(at - 1)
        end, paragraph, _ = self._told[number] if number >= 0 else (0, -1, [])
        return self.subject(end) if at - 3 < end <= at and paragraph == place else None

    def again(self, noun: str, at: int) -> str:
        """The nameless person whom the article has just introduced by a noun: "the minister" after "one minister"."""
        number = self._read(at)
        near = [each for cast in self._casts[max(0, number - _REACH) : number + 1] for each in cast if each.end <= at]
        return next((each.name for each in reversed(near) if self.people.noun(each.name) == noun), "")

    def near(self, at: int, place: int) -> bool:
        """Whether anybody has been spoken of in the paragraph so far."""
        number = self._read(at)
        first = max(0, number - _REACH)
        told = zip(self._told[first : number + 1], self._casts[first : number + 1], strict=True)
        return any(each.name for (_, paragraph, _), cast in told if paragraph == place for each in cast)
