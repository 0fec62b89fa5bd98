"""Who an article says is speaking, and how one knows.

The answer stands in the article's own sentence around quoted words: beside a verb of saying, after "according to",
before a colon. What is quoted is hidden first, so that nobody is found in it. A pronoun means whoever is on stage (see
stage.py); where two readings are left, nobody is named.
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
from witness.stage import Stage

# Characters on either side of a quotation in which its own sentence lies.
_NEAR = 800

# The forms of attribution that may follow marks, in the order in which they are tried.
_AFTER = ("signed", "verb_subject", "according_after", "quoted_after", "subject_after", "spoke")
_AFTER_COMMA = ("open_after", "open_before")

# Whose words "his post" are, and whom "him" means; whose account it is may follow.
_POINTING_TO = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}
_POINTING = _POINTING_TO.keys()
_ACCOUNTS = frozenset(("user", "account", "poster"))


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
    """Those who speak in one article, as far as it has been read."""

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
        self.stage = Stage(self.people, self.paragraphs)
        self.guest = ""  # who answers in an interview
        self.block: Source | None = None  # whose words the present paragraph is
        self._statement = Source()  # whose statement was spoken of last

    def of_marks(self, here: Paragraph, number: int) -> Source | None:
        """Who an article says speaks the words in a pair of marks, from its own sentence."""
        each, hidden = here.outer[number], here.hidden
        stop = here.outer[number + 1].start if number + 1 < len(here.outer) else len(hidden)
        after = hidden[each.end : min(stop, each.end + _NEAR)]
        after = after[: (sentences(after) or [(0, 0)])[0][1]]
        relay = None
        if here.ending(number) == "," or not _full_stop(here, number):
            relay = self.after(after, here.start + each.end, here.ending(number) == ",")
            if relay and relay.cue != "according to":
                return relay
        if speech.FORM["rang"].match(after):
            return None
        titled = speech.FORM["headline"].match(after) if here.segment.kind != "body" else None
        if titled and self.people.canonical(titled["who"]) in self.people.persons:
            return self.given(titled, here.start + each.end, "after", after)  # ‘It is sinking’: Ana Ruiz on the quay
        start = max(here.outer[number - 1].end if number else 0, each.start - _NEAR)
        start += max((end for _, end in sentences(hidden[start : each.start])[:-1]), default=0)
        before = hidden[start : each.start]
        found = self.before(before, here.start + start) or self._colon(before, here.start + start)
        if relay and found and found.name and found.name != relay.name:
            return replace(found, relays=(relay.name, *found.relays))  # "X told them that ..., according to Y"
        if relay or found or here.ending(number) in (".", "!", "?"):
            return relay or found
        later = speech.FORM["according"].search(after)
        return self.given(later, here.start + each.end, "after", after) if later else None

    def after(self, after: str, at: int, comma: bool = False) -> Source | None:
        """From what follows the marks: "said X", "X said", "according to X"; after a comma with any verb."""
        for name in (*_AFTER, *(_AFTER_COMMA if comma else ())):
            found = speech.FORM[name].match(after)
            if found:
                return self.given(found, at, "after", after)
        return None

    def before(self, before: str, at: int, inner: bool = False) -> Source | None:
        """From what leads to the marks in their sentence: the last who is given words; those before are relays.

        Who is on stage is not asked for `inner` words, which stand within another's.
        """
        form = speech.FORM
        if form["according_nobody"].search(before) or form["behalf"].search(before):
            return None
        quoted = form["quoted_as"].search(before) or form["was_quoted"].search(before)
        if quoted:
            return self.given(quoted, at, "before", before)
        according = form["according"].search(before)
        given = [each for name in ("subject_verb", "made_statement") for each in _subjects(form[name], before)]
        given = sorted([*given, *form["by"].finditer(before)], key=lambda each: each.start("cue"))
        given = [each for each in given if not according or each.start("cue") > according.end()]
        relay = self.people.canonical(according["who"]) if according else ""
        if not given and according:
            near = self.stage.subject(at + len(before))
            if near and (speech.is_outlet(relay) or form["outlet_kind"].search(according["who"])):
                return Source(near.name, near.start, near.end, "according to", (relay,), "before")
            return self.given(according, at, "before", before)
        if not given:
            return self._elided(before, at, inner)
        source = self.given(given[-1], at, "before", before)
        relays = tuple(
            self.people.canonical(other["who"]) for other in given[:-1]
            if form["relays"].search(other["cue"]) and other["who"].lower() not in speech.PRONOUNS
        )  # fmt: skip
        relays = (relay, *relays) if relay else relays
        return replace(source, relays=(*relays, *source.relays)) if source and relays else source

    def given(self, found: re.Match[str], at: int, rule: str, sentence: str) -> Source | None:
        """A source from one of the forms of attribution, with its relay where the form names one."""
        groups = found.groupdict()
        who, place = self.subject(found, at)
        source = self.resolved(who, place, ((groups.get("cue") or "").lower(), rule), sentence)
        relay = self.people.canonical(groups["relay"]) if groups.get("relay") else ""
        return replace(source, relays=(relay,)) if source and relay not in ("", source.name) else source

    def _elided(self, before: str, at: int, inner: bool) -> Source | None:
        """From a verb of saying whose subject stands further off, or from what somebody's words are called."""
        owned = speech.FORM["owned"].search(before)
        found = next(reversed(list(speech.FORM["elided"].finditer(before))), None)
        if owned or not found:
            return self.given(owned, at, "before", before) if owned else None
        if found["rel"]:
            person = None if inner else self.stage.nearest(at + found.start())
            if person:
                return Source(person.name, person.start, person.end, found["cue"], (), "before")
            near = speech.FORM["antecedent"].search(before[: found.start()])
            return self.given(near, at, "before", before) if near else None
        subject = None if inner else self.stage.subject(at + found.start())
        if subject:
            return Source(subject.name, subject.start, subject.end, found["cue"] or found["saying"] or "", (), "before")
        acts = speech.FORM["acts"].finditer(before, 0, found.start())
        every = [each for each in acts if not within_phrase(before, each)]
        return self.given(every[-1], at, "before", before) if every and not found[0].startswith("with") else None

    def beat(self, here: Paragraph, number: int) -> Source | None:
        """From the sentence before, where it is of one person, and words follow that nobody else is given."""
        if here.ending(number) not in (".", "!", "?") or not _full_stop(here, number, last=True):
            return None
        near = self.stage.acting(here.start + here.outer[number].start, bisect_right(self._starts, here.start) - 1)
        return Source(near.name, near.start, near.end, "", (), "beat") if near else None

    def _colon(self, before: str, at: int) -> Source | None:
        """From a sentence without a verb of saying that ends in a colon before the marks: its first person."""
        if not before.rstrip().endswith(":") or speech.FORM["behalf"].search(before):
            return None
        found, told = self.first_named(before, at), re.search(r"\b[Ss]?[Hh]e\b", before)
        near = self.stage.subject(at + len(before)) if not found and not told else None
        return Source(near.name, near.start, near.end, "", (), "colon") if near else found

    def first_named(self, sentence: str, at: int) -> Source | None:
        """Whom a sentence that ends in a colon is about: its pronoun, or the person it begins with."""
        found = re.search(r"\b(?P<who>[Ss]?[Hh]e)\b", sentence) or speech.FORM["leading"].match(sentence)
        if not found or (found["who"].lower() not in speech.PRONOUNS and not self.people.named(found["who"])):
            return None
        return self.resolved(found["who"], (at, found.start("who")), ("", "colon"), sentence)

    def stated(self, here: Paragraph) -> None:
        """Remember whose statement a paragraph speaks of."""
        if speech.FORM["statement"].search(here.hidden):
            for found in speech.FORM["made_statement"].finditer(here.hidden):
                who, (at, start) = self.subject(found, here.start)
                if who.lower() not in speech.PRONOUNS:
                    span = at + start, at + start + len(who)
                    self._statement = Source(self.people.canonical(who), *span, found["cue"], (), "statement")

    def subject(self, found: re.Match[str], at: int) -> tuple[str, tuple[int, int]]:
        """The name beside a description, where the sentence sets one: "her coach, Piet Orr, 58, had told"."""
        who, aside = found["who"], found.groupdict().get("aside")
        ends = speech.FORM["ends_named"].search(who)
        if aside and not (ends and self.people.canonical(ends["name"]) in self.people.persons):
            named = speech.FORM["aside_named"].search(aside)
            if named and " " in named["name"]:
                return named["name"], (at, found.start("aside") + named.start("name"))
        return who, (at, found.start("who"))

    def resolved(self, who: str, place: tuple[int, int], how: tuple[str, str], sentence: str) -> Source | None:
        """A source from the phrase that names it; a pronoun only where one reading is left."""
        (at, start), (cue, rule) = place, how
        span = at + start, at + start + len(who)
        relays = tuple(
            self.people.bare(found["who"]) for found in speech.FORM["told"].finditer(sentence)
            if speech.is_outlet(self.people.bare(found["who"]), found["kind"])
        )  # fmt: skip
        mine = self.block.name if self.block else self.author
        if who.lower() in (speech.NOT_NAMES - speech.PRONOUNS - _POINTING) | {"we"} or (who == "I" and not mine):
            return None
        if speech.FORM["written"].search(who) and not speech.FORM["whose"].match(who):
            author = speech.FORM["author"].match(sentence, start + len(who))
            if author:
                return self.resolved(author["who"], (at, author.start("who")), how, sentence)
            if not speech.FORM["letter"].search(who):
                return Source("", *span, cue, (), "cannot tell")
        handle = speech.FORM["handle_after"].match(sentence, start + len(who))
        name = (
            self._meant(who, at + start) if not handle or not _ACCOUNTS & set(who.lower().split()) else handle["name"]
        )
        if not name:
            return Source("", *span, cue, (), "cannot tell") if rule != "colon" else None
        source = Source(name, *span, cue, relays, rule)
        if "statement" in who.lower() or "statement" in sentence.lower():
            self._statement = source
        return source

    def _meant(self, who: str, at: int) -> str:
        """Whom a phrase, a pronoun or "the Belgian" stands for, or nobody where two readings are left."""
        speaks = self.block.name if self.block else ""  # who speaks says "I"
        place, said = bisect_right(self._starts, at) - 1, who.lower()
        owned = speech.FORM["his_words"].match(who)
        gender = _POINTING_TO.get(owned["whose"].lower() if owned else said, "")
        if said == "the statement":
            return self._statement.name or "statement"
        if said in ("they", "it", "the agency"):
            return self._body(at, place)
        if said == "you":
            return self.guest if speaks and speaks != self.guest else ""
        if who == "I":
            return speaks or self.author
        if not gender and not speech.FORM["pointing"].match(who):
            noun = re.fullmatch(r"[Tt]he (\w+)", who)
            name = (noun and self.stage.again(noun[1], at)) or self.people.canonical(who)
            return "" if name.startswith("of ") else name  # one of them
        name = self.stage.meant(gender, at, place, speaks)
        if not name and self.guest and self.guest != speaks and self.stage.fits(self.guest, gender):
            return self.guest if not self.stage.near(at, place) else ""
        return name

    def _body(self, at: int, place: int) -> str:
        """The body or the people whose report the sentence before gives."""
        start = self.paragraphs[place].start
        here = self.paragraphs[place].hidden[max(0, at - start - _NEAR) : at - start]
        pieces = [here[start:end] for start, end in sentences(here)]
        if pieces and not here.rstrip().endswith((".", "!", "?")):
            pieces = pieces[:-1]  # the pronoun's own sentence
        last = next((piece for piece in reversed(pieces) if piece.strip(f"{HIDDEN} .!?")), "")
        found = speech.FORM["made_statement"].search(last) or speech.FORM["reported"].search(last)
        if not found or within_phrase(last, found) or found["who"].lower() in speech.PRONOUNS:
            return ""
        who = self.subject(found, 0)[0]
        return self.people.canonical(who) if who.lower().split()[-1] not in speech.HUMAN else ""


def _full_stop(here: Paragraph, number: int, last: bool = False) -> bool:
    """Whether a new sentence begins after the marks; after a stop it always does."""
    after = here.hidden[here.outer[number].end : here.outer[number].end + _NEAR]
    if last and not after.strip():
        return True
    if not re.match(rf"\s+[{speech.UPPER}\"“„«‘{HIDDEN}]", after):
        return False
    return here.ending(number) == "." or not speech.FORM["spoken"].match(after)


def _subjects(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """Those to whom a sentence gives words, each once; a phrase that hangs on another is passed over."""
    at = 0
    while found := pattern.search(sentence, at):
        if within_phrase(sentence, found):
            at = found.start("who") + 1
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
    if before is None or speech.FORM["opens_with_place"].search(sentence[: found.start("who")]):
        return False
    return before[1].lower() in speech.PLACING - speech.WORDS["before_subject"] or (
        before[1].islower() and before[1] not in speech.WORDS["before_subject"]
    )
