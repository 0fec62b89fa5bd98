"""Who an article says is speaking, and how one knows.

The answer stands in the article's own sentence around quoted words: beside a verb of saying, after "according to",
before a colon. What is quoted is hidden first, so that nobody is found in it. A pronoun or a short form is resolved by
the sentence before it, then by who spoke last; where two readings are left, nobody is named.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from witness import speech
from witness.articles import Article
from witness.paragraphs import HIDDEN, Paragraph
from witness.people import People
from witness.spans import sentences

# Characters on either side of a quotation in which its own sentence lies.
_NEAR = 800

_BEHALF = re.compile(r"\bon (?:his|her|their|behalf)\b.*\bbehalf\b|\bon behalf of\b")

# What belongs to a page and not to anybody's speech.
_LEFT_OUT = ("link-list", "whitespace", "chrome")


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks: the name, the phrase's offsets, the cue, the relays, the rule; no name where nobody is named."""

    name: str = ""
    start: int = 0
    end: int = 0
    cue: str = ""
    relays: tuple[str, ...] = ()
    rule: str = "nobody named"


class Sources:
    """Those who speak in one article, as far as it has been read: `last` is who spoke last."""

    def __init__(self, article: Article):
        segments = [each for each in article.segments if each.kind not in _LEFT_OUT]
        texts = [article.text(each.span) for each in segments]
        self.paragraphs = [
            Paragraph.of(segment, text, following or "")
            for segment, text, following in zip_longest(segments, texts, texts[1:])
        ]
        self._starts = [each.start for each in self.paragraphs]
        kinds = ("headline", "subheadline", "summary-bullet", "body", "byline")
        self.people = People.of("\n¶\n".join(each.text for each in self.paragraphs if each.segment.kind in kinds))
        bylines = " ".join(each.text for each in self.paragraphs if each.segment.kind == "byline")
        self.author = next(iter(self.people.named(bylines)), "")
        self.last = Source()
        self.guest = ""  # who answers in an interview
        self.unclear = False  # whether somebody spoke in the paragraph before and nobody said who
        self.block: Source | None = None  # whose words the present paragraph is
        self._statement = Source()  # whose statement was spoken of last

    def of_marks(self, here: Paragraph, number: int) -> Source | None:
        """Who an article says speaks the words in a pair of marks, from its own sentence; remembered for the next."""
        found = self._of_marks(here, number)
        if found and found.name:
            self.last = found
        return found

    def _of_marks(self, here: Paragraph, number: int) -> Source | None:
        each, hidden = here.outer[number], here.hidden
        stop = here.outer[number + 1].start if number + 1 < len(here.outer) else len(hidden)
        after = hidden[each.end : min(stop, each.end + _NEAR)]
        after = after[: (sentences(after) or [(0, 0)])[0][1]]
        relay = None
        if here.ending(number) == "," or not _full_stop(here, number):
            relay = self.after(after, here.start + each.end)
            if relay and relay.cue != "according to":
                return relay
        start = max(here.outer[number - 1].end if number else 0, each.start - _NEAR)
        start += max((end for _, end in sentences(hidden[start : each.start])[:-1]), default=0)
        before = hidden[start : each.start]
        found = self.before(before, here.start + start) or self._colon(before, here.start + start)
        if relay and found and found.name and found.name != relay.name:
            return replace(found, relays=(relay.name, *found.relays))  # "X told them that ..., according to Y"
        if relay or found or here.ending(number) in (".", "!", "?"):
            return relay or found
        later = speech.ACCORDING.search(after)
        place = here.start + each.end, later.start("who") if later else 0
        return self.resolved(later["who"], place, ("according to", "after"), after) if later else None

    def after(self, after: str, at: int) -> Source | None:
        """From what follows the marks: "said X", "X said", "according to X"."""
        found = speech.SIGNED.match(after)
        if found:
            return self.resolved(found["who"], (at, found.start("who")), ("", "after"), after)
        found = speech.VERB_SUBJECT.match(after)
        if found:
            who, start = found["who"], found.start("who")
            aside = re.match(rf"\s*,\s*(?P<name>{speech.NAME})", after[found.end() :])
            if aside and not re.match(speech.NAME, who) and " " in aside["name"]:
                who, start = aside["name"], found.end() + aside.start("name")
            return self.resolved(who, (at, start), (found["cue"], "after"), after)
        found = speech.ACCORDING.match(after.lstrip(" ,–—-"))
        if found:
            start = len(after) - len(after.lstrip(" ,–—-")) + found.start("who")
            return self.resolved(found["who"], (at, start), ("according to", "after"), after)
        shift = len(after) - len(after.lstrip(" ,–—-…"))
        found = speech.QUOTED_AS.match(after[shift:])
        if found:
            source = self.resolved(found["who"], (at + shift, found.start("who")), (found["cue"], "after"), after)
            relay = self.people.canonical(found["relay"])
            return replace(source, relays=(relay,)) if source and relay != source.name else source
        found = speech.SUBJECT_VERB.match(after[shift:])
        if found:
            return self.resolved(*self.subject(found, at + shift), (found["cue"], "after"), after)
        found = speech.SPOKE.match(after)
        return self.resolved(found["who"], (at, found.start("who")), (found["cue"], "after"), after) if found else None

    def before(self, before: str, at: int) -> Source | None:
        """From what leads to the marks in their sentence: the last who is given words; those before are relays."""
        if speech.ACCORDING_NOBODY.search(before) or _BEHALF.search(before):
            return None
        quoted = speech.QUOTED_AS.search(before)
        if quoted:
            source = self.resolved(quoted["who"], (at, quoted.start("who")), (quoted["cue"], "before"), before)
            return replace(source, relays=(self.people.canonical(quoted["relay"]),)) if source else None
        passively = speech.WAS_QUOTED.search(before)
        if passively:
            who, place = self.subject(passively, at)
            source = self.resolved(who, place, (passively["cue"], "before"), before)
            relay = passively["relay"]
            return replace(source, relays=(self.people.canonical(relay),) if relay else ()) if source else None
        according = next(speech.ACCORDING.finditer(before), None)
        given = [*_subjects(speech.SUBJECT_VERB, before), *_subjects(speech.MADE_STATEMENT, before)]
        given.sort(key=lambda each: each.start("cue"))
        given = [each for each in given if not according or each.start("cue") > according.end()]
        if not given and according:
            rest = before[according.end() :].lstrip(", ")
            described = self._described(rest)
            if described:
                relay = self.people.canonical(according["who"])
                start = at + len(before) - len(rest)
                return Source(described, start, start + len(described), "according to", (relay,), "before")
            if self._fitting(rest, ""):
                return Source(rule="cannot tell")
        if not given and according:
            return self.resolved(according["who"], (at, according.start("who")), ("according to", "before"), before)
        if not given:
            return None
        each = given[-1]
        who, place = self.subject(each, at)
        source = self.resolved(who, place, (each["cue"], "before"), before)
        relays = tuple(
            self.people.canonical(other["who"]) for other in given[:-1]
            if speech.RELAYS.search(other["cue"]) and other["who"].lower() not in speech.PRONOUNS
        )  # fmt: skip
        if according:
            relays = (self.people.canonical(according["who"]), *relays)
        return replace(source, relays=(*relays, *source.relays)) if source and relays else source

    def _colon(self, before: str, at: int) -> Source | None:
        """From a sentence without a verb of saying that ends in a colon before the marks: its first person."""
        if not before.rstrip().endswith(":"):
            return None
        return self.first_named(before, at)

    def first_named(self, sentence: str, at: int) -> Source | None:
        """Whom a sentence that ends in a colon is about: its pronoun, or the person it begins with."""
        found = re.search(r"\b(?P<who>[Ss]?[Hh]e)\b", sentence) or re.match(
            rf"\s*(?P<who>{speech.HEAD})[\s,]", sentence
        )
        if not found or (found["who"].lower() not in speech.PRONOUNS and not self.people.named(found["who"])):
            return None
        return self.resolved(found["who"], (at, found.start("who")), ("", "colon"), sentence)

    def stated(self, here: Paragraph) -> None:
        """Remember whose statement a paragraph speaks of."""
        if not speech.STATEMENT.search(here.hidden):
            return
        for found in speech.MADE_STATEMENT.finditer(here.hidden):
            who, (at, start) = self.subject(found, here.start)
            if who.lower() not in speech.PRONOUNS:
                span = at + start, at + start + len(who)
                self._statement = Source(self.people.canonical(who), *span, found["cue"], (), "statement")

    def subject(self, found: re.Match[str], at: int) -> tuple[str, tuple[int, int]]:
        """The name beside a description, where the sentence sets one: "her coach, Piet Orr, 58, had told"."""
        who, start = found["who"], found.start("who")
        if found["aside"] and not re.fullmatch(speech.NAME, who):
            named = re.search(rf",\s*(?P<name>{speech.NAME})", found["aside"])
            if named and " " in named["name"]:
                return named["name"], (at, found.start("aside") + named.start("name"))
        return who, (at, start)

    def resolved(self, who: str, place: tuple[int, int], how: tuple[str, str], sentence: str) -> Source | None:
        """A source from the phrase that names it; a pronoun only where one reading is left."""
        (at, start), (cue, rule) = place, how
        span = at + start, at + start + len(who)
        relays = tuple(
            self.people.bare(found["who"]) for found in speech.TOLD.finditer(sentence)
            if speech.is_outlet(self.people.bare(found["who"]), found["kind"])
        )  # fmt: skip
        if who.lower() in speech.NOT_NAMES - speech.PRONOUNS or who.lower() == "we" or (who == "I" and not self.author):
            return None
        handle = re.match(r"(?:\s+\w+){0,4}\s+(?P<name>@\w+)", sentence[start + len(who) :])
        owned = re.match(rf"(?P<whose>[Hh]is|[Hh]er)\s+(?:\w+\s+){{0,2}}?{speech.UTTERANCE}\b", who)
        if handle and set(who.lower().split()) & {"user", "account", "poster"}:
            name = handle["name"]
        elif owned:
            name = self._meant("he" if owned["whose"].lower() == "his" else "she", at + start)
        elif who.lower() == "you":
            name = self.guest if self.block and self.block.name != self.guest else ""
        elif who == "I":
            name = self.author
        else:
            name = self._meant(who, at + start) if self._points_back(who) else self.people.canonical(who)
            name = "" if name.startswith("of ") else name  # one of them
        if not name:
            return Source("", *span, cue, (), "cannot tell") if rule != "colon" else None
        source = Source(name, *span, cue, relays, rule)
        if "statement" in who.lower() or "statement" in sentence.lower():
            self._statement = source
        return source

    def _points_back(self, who: str) -> bool:
        return who.lower() in speech.PRONOUNS or bool(
            re.fullmatch(rf"[Tt]he (?:statement|agency|{speech.WORD})", who) and self.people.canonical(who) == who[4:]
        )

    def _meant(self, who: str, at: int) -> str:
        """Whom a pronoun, "the statement" or "the Belgian" stands for, or nobody where two readings are left."""
        if "statement" in who.lower():
            return self._statement.name or "statement"
        place = bisect_right(self._starts, at) - 1
        start = self.paragraphs[place].start
        here = self.paragraphs[place].hidden[max(0, at - start - _NEAR) : at - start]
        pieces = [here[start:end] for start, end in sentences(here)]
        if pieces and not here.rstrip().endswith((".", "!", "?")):
            pieces = pieces[:-1]  # the pronoun's own sentence
        pieces = [piece for piece in pieces if piece.strip(f"{HIDDEN} .!?")]
        if who.lower() in ("they", "it"):
            found = (speech.MADE_STATEMENT.search(pieces[-1]) or speech.REPORTED.search(pieces[-1])) if pieces else None
            if found and within_phrase(pieces[-1], found):
                return ""
            if found and found["who"].lower() not in speech.PRONOUNS:
                return self.people.canonical(self.subject(found, 0)[0])
            return ""
        same = who.lower() if who.lower() in speech.PRONOUNS else "he|she"
        for piece in reversed(pieces[-3:]):
            named = self._fitting(piece, who)
            described = self._described(piece)
            again = re.search(rf"\b(?:{same})\b", piece, re.IGNORECASE)
            if described and (described.startswith("@") or not again):
                return described if self.people.may_be(described, who) else ""
            if self.last.end > start and again and set(named) <= {self.last.name}:
                return self.last.name if self._fits(self.last.name, who) else ""
            subject = re.match(rf"(?:[^,]{{0,40}},\s)?(?P<who>{speech.NAME})", piece)
            name = self.people.known(self.people.bare(subject["who"])) if subject else ""
            if name in named:
                return name
            if len(named) == 1:
                return named[0]
            if (
                name in self.people.singles
                and self.people.may_be(name, who)
                and re.search(r"\b(?:his|her|he|she|who)\b", piece)
            ):
                return name  # a single name of whom the sentence speaks as of a person
            if named or not again:
                return self._asked(who, here)
        return self._spoke_last(who, place) or self._asked(who, here)

    def _asked(self, who: str, here: str) -> str:
        """Who is interviewed, where nobody else can be meant."""
        return self.guest if self.guest and self._fits(self.guest, who) and not self._fitting(here, who) else ""

    def _spoke_last(self, who: str, place: int) -> str:
        """Who spoke last, where the paragraph before leaves no doubt that a pronoun means them."""
        here = self.paragraphs[place]
        if not self.last.end or not self._fits(self.last.name, who):
            return ""
        if self.last.end > here.start:
            return self.last.name
        before = self.paragraphs[place - 1]
        if not place or self.unclear or self.last.end <= before.start:
            return ""
        after = before.hidden[max(0, self.last.end - before.start) :]
        others = set(self._fitting(before.hidden[-2 * _NEAR :], who)) - {self.last.name}
        return "" if others or re.search(rf"\b{who.capitalize()}\b", after) else self.last.name

    def _described(self, sentence: str) -> str:
        """The nameless person whom a sentence is about, by the noun that describes them."""
        handle = re.match(r"\s*\w+ (?:user|account|poster|commenter)\b[^.]{0,30}?(?P<who>@\w+)", sentence)
        if handle:
            return handle["who"]
        found = re.match(
            rf"\s*(?P<who>{speech.DESCRIPTION})(?:\s+who\s[^,]{{1,60}}?)?\s+(?:{speech.CUE}|\w+ed\b|\w+s\b|was\b|had\b|has\b|is\b)",
            sentence,
        )
        if (
            not found
            or re.search(speech.NAME, found["who"][4:])
            or not speech.HUMAN & set(found["who"].lower().split())
        ):
            return ""
        return self.people.canonical(found["who"])

    def _fitting(self, text: str, who: str) -> list[str]:
        """The people named in a text for whom a pronoun may stand."""
        return [name for name in self.people.named(text) if self._fits(name, who)]

    def _fits(self, name: str, who: str) -> bool:
        speaks = self.block is not None and name == self.block.name  # who speaks says "I"
        known = name in self.people.persons or (name not in self.people.names and not name[:1].isupper())
        return known and not speaks and self.people.may_be(name, who)


def _full_stop(here: Paragraph, number: int) -> bool:
    """Whether a new sentence begins after the marks; after a stop it always does."""
    end = here.outer[number].end
    after = here.hidden[end : end + _NEAR]
    if not re.match(rf"\s+[{speech.UPPER}\"“„«‘{HIDDEN}]", after):
        return False
    spoken = rf"\s+{speech.HEAD}\s+(?:{speech.BETWEEN}\s+)*{speech.CUE}"
    return here.ending(number) == "." or not re.match(spoken, after)


def _subjects(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """Those to whom a sentence gives words, each once; a phrase that hangs on another is passed over."""
    at = 0
    while found := pattern.search(sentence, at):
        if within_phrase(sentence, found):
            at = found.end("who")
        else:
            at = found.end("cue")
            if not passive(sentence, found):
                yield found


def passive(sentence: str, found: re.Match[str]) -> bool:
    """Whether the verb says what something is called, not what somebody says."""
    before = sentence[: found.start("cue")]
    return bool(re.search(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", before))


def within_phrase(sentence: str, found: re.Match[str]) -> bool:
    """Whether what looks like a subject belongs to a phrase before it: "who had seen the replay described".

    A subject begins its clause: before it stand a stop, a conjunction or a word of time.
    """
    if found["who"].lower() in speech.PRONOUNS:
        return False
    before = re.search(r"([^\W\d_]+)\s+$", sentence[: found.start("who")])
    return before is not None and before[1].islower() and before[1] not in speech.BEFORE_SUBJECT
