"""Who an article says is speaking, and how one knows.

The answer stands in the article's own sentence around quoted words: beside a verb of saying, after "according to",
before a colon. What is quoted is hidden first, so that nobody is found in it. A pronoun or a short form is resolved by
the sentence before it, then by who spoke last; where two readings are left, nobody is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from witness import marks, speech
from witness.articles import Article, Segment
from witness.marks import Marks
from witness.spans import sentences
from witness.speech import People

# Characters on either side of a quotation in which its own sentence lies.
_NEAR = 800

# Stands for each hidden letter: a capital that begins no name in the scripts whose names are known.
HIDDEN = "Ⴀ"

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
        self.article = article
        self.paragraphs = [each for each in article.segments if each.kind not in _LEFT_OUT]
        bylines = " ".join(article.text(each.span) for each in self.paragraphs if each.kind == "byline")
        kinds = ("headline", "subheadline", "summary-bullet", "body", "byline")
        self.people = People.of("\n¶\n".join(article.text(each.span) for each in self.paragraphs if each.kind in kinds))
        self.author = next(iter(self.people.named(bylines)), "")
        self.last = Source()
        self.guest = ""  # who answers in an interview
        self.unclear = False  # whether somebody spoke in the paragraph before and nobody said who
        self.block: Source | None = None  # whose words the present paragraph is
        self._statement = Source()  # whose statement was spoken of last

    def words_of(self, segment: Segment) -> str:
        """The text of one of the paragraphs."""
        return self.article.text(segment.span)

    def of_marks(self, text: str, masked: str, marked: tuple[list[Marks], int], at: int) -> Source | None:
        """Who an article says speaks the words in a pair of marks, from its own sentence; remembered for the next."""
        found = self._of_marks(text, masked, marked, at)
        if found and found.name:
            self.last = found
        return found

    def _of_marks(self, text: str, masked: str, marked: tuple[list[Marks], int], at: int) -> Source | None:
        outer, number = marked
        each = outer[number]
        stop = outer[number + 1].start if number + 1 < len(outer) else len(masked)
        after = masked[each.end : min(stop, each.end + _NEAR)]
        after = after[: (sentences(after) or [(0, 0)])[0][1]]
        relay = None
        if text[each.inner_end - 1 : each.inner_end] == "," or not _full_stop(text, masked, each):
            relay = self.after(after, at + each.end)
            if relay and relay.cue != "according to":
                return relay
        start = max(outer[number - 1].end if number else 0, each.start - _NEAR)
        start += max((end for _, end in sentences(masked[start : each.start])[:-1]), default=0)
        before = masked[start : each.start]
        found = self.before(before, at + start) or self._colon(before, at + start)
        if relay and found and found.name and found.name != relay.name:
            return replace(found, relays=(relay.name, *found.relays))  # "X told them that ..., according to Y"
        if relay:
            return relay
        if found or text[each.inner_end - 1 : each.inner_end] in (".", "!", "?"):
            return found
        later = speech.ACCORDING.search(after)
        place = at + each.end, later.start("who") if later else 0
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

    def stated(self, found: re.Match[str], at: int) -> None:
        """Remember whose statement the article speaks of."""
        who, (start, place) = self.subject(found, at)
        if who.lower() not in speech.PRONOUNS:
            name = self.people.canonical(who)
            self._statement = Source(name, start + place, start + place + len(who), found["cue"], (), "statement")

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
        place = next(
            (place for place, each in enumerate(self.paragraphs) if each.span.start <= at < each.span.end), None
        )
        if place is None:
            return ""
        segment, text = self.paragraphs[place], self.words_of(self.paragraphs[place])
        here = masked_text(text, marks.pairs(text))[: at - segment.span.start]
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
            if self.last.end > segment.span.start and again and set(named) <= {self.last.name}:
                return self.last.name if self._fits(self.last.name, who) else ""
            subject = re.match(rf"(?:[^,]{{0,40}},\s)?(?P<who>{speech.NAME})", piece)
            name = self.people.known(self.people.bare(subject["who"])) if subject else ""
            if name in named:
                return name
            if len(named) == 1:
                return named[0]
            single = name and " " not in name and re.search(rf"[^.!?\s] {re.escape(name)}\b", self.people.text)
            if single and re.search(r"\b(?:his|her|he|she|who)\b", piece):
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
        if self.last.end > here.span.start:
            return self.last.name
        if not place or self.unclear or self.last.end <= self.paragraphs[place - 1].span.start:
            return ""
        text = self.words_of(self.paragraphs[place - 1])
        plain = masked_text(text, marks.pairs(text))
        after = plain[max(0, self.last.end - self.paragraphs[place - 1].span.start) :]
        others = set(self._fitting(plain, who)) - {self.last.name}
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


def masked_text(text: str, pairs: list[Marks]) -> str:
    """A paragraph with its quoted words hidden, letter for letter; a sentence that ends within them ends still."""
    hidden = list(text)
    for each in pairs:
        if each.depth == 0:
            hidden[each.start : each.end] = HIDDEN * (min(each.end, len(text)) - each.start)
            last = text[each.inner_start : each.inner_end].rstrip("\"'”’»")[-1:]
            if last in (".", "!", "?") and each.end <= len(text):
                hidden[each.end - 1] = last
    return "".join(hidden[: len(text)])


def _full_stop(text: str, masked: str, each: Marks) -> bool:
    """Whether a new sentence begins after the marks; after a stop it always does."""
    after = masked[each.end :]
    if not re.match(rf"\s+[{speech.UPPER}\"“„«‘Ⴀ]", after):
        return False
    return text[each.inner_end - 1] == "." or not re.match(
        rf"\s+{speech.HEAD}\s+(?:{speech.BETWEEN}\s+)*{speech.CUE}", after
    )


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
