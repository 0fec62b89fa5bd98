"""Other people's words: what an article quotes, whom it credits, and through whom the words came.

Words between marks are found by the marks; words reproduced without any, by the line that introduces them. The speaker
is whoever the article says is speaking: beside a verb of saying, after "according to", before a colon. A pronoun or a
short form stands for somebody only where the article leaves one reading; otherwise nobody is named, which is a finding
too. Each answer carries the rule that gave it. The chain leads from the article outwards to the first speaker it names.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from witness import marks, speech
from witness.articles import Article, Segment
from witness.attribution import Source, Sources, masked_text, passive, within_phrase
from witness.blocks import blocks
from witness.marks import Marks
from witness.spans import Span, count_words, fold, sentences, words

KINDS = ("quotation", "block", "term", "title", "indirect")

# Words within marks that are a sentence rather than a label.
_SENTENCE_WORDS = 4

# A sentence of more characters is none, but a page without stops; it is not searched for reports.
_LONGEST = 2_000

# A title has at most so many words.
_TITLE_WORDS = 7

# A label this short within what somebody reports is the writer's own distance, not the speaker's words.
_LABEL_WORDS = 3

# Characters after which somebody who spoke is no longer who "he" or "she" stands for.
_FAR = 900

_WITHIN = "within another's words"
_WORK = re.compile(
    r"\b(?:song|film|movie|book|novel|play|poem|album|lp|single|series|show|programme|program|podcast|exhibition|title|"
    r"titled|entitled|ship|schooner|boat|operation|opera|painting|magazine|episode|essay|documentary|hymn|tune|project|monthly|weekly|daily|newspaper|journal|blog|column)"
    r"\s*,?\s*$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:is|are|was|were|been|be|so-?)\s*called\s*,?\s*$|\ban?\s+[\w-]+\s+called\s*$|\bknown\b[^.]*\bas\s*$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:its|the|their|his|her|this|that|so-called)\s*(?:\w+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are not the article's own: where, of which kind, who is said to speak, and why that is known.

    `span` includes the marks, `inner` does not. `speaker` is empty where nobody is named; `said_by` is the span that
    says who, `cue` the word that attributes. `chain` begins with the article's key. Parts of one utterance that the
    article interrupts have one `utterance` number.
    """

    span: Span
    inner: Span
    kind: str
    speaker: str
    said_by: Span | None
    cue: str
    chain: tuple[str, ...]
    utterance: int
    rule: str
    segment: str


def quotations(article: Article) -> list[Quotation]:
    """The quoted and attributed words of an article, in order.

    >>> from witness.corpus import from_texts
    >>> page = 'Mayor Ana Ruiz spoke. “It is sinking,” she said. “Stay away.” The quay, she added, will close.'
    >>> for each in quotations(from_texts({"001": page})["001"]):
    ...     print(each.kind, page[each.span.start : each.span.end], each.speaker, each.utterance)
    quotation “It is sinking,” Ana Ruiz 1
    quotation “Stay away.” Ana Ruiz 1
    indirect The quay, she added, will close. Ana Ruiz 2

    Time grows with the article's length; the answer is kept for the next who asks.
    """
    return list(_read(article))


@lru_cache(maxsize=256)
def _read(article: Article) -> tuple[Quotation, ...]:
    return tuple(_Reader(article).read())


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph as it is read: its text, the same with quoted words hidden, its pairs of marks, whose block it is."""

    segment: Segment
    text: str
    hidden: str
    pairs: list[Marks]
    block: Source | None

    @property
    def outer(self) -> list[Marks]:
        """The pairs that lie in no other."""
        return [each for each in self.pairs if each.depth == 0]

    def span(self, start: int, end: int) -> Span:
        """A place in the paragraph as a place in the article."""
        at = self.segment.span.start
        return Span(self.segment.span.article, at + start, at + end)


class _Reader:
    """One article, read paragraph by paragraph; what was said last is remembered for the next."""

    def __init__(self, article: Article):
        self.article = article
        self.sources = Sources(article)
        self.open: list[int] = []  # quotations of an utterance that goes on over paragraphs
        self.found: list[Quotation] = []
        self.number = 0

    def read(self) -> list[Quotation]:
        """All quotations, in order."""
        texts = [self.article.text(each.span) for each in self.sources.paragraphs]
        turns, turn = dict(blocks(self.sources)), 0
        for place, segment in enumerate(self.sources.paragraphs):
            source, start = turns.get(place, (None, 0))
            pairs = marks.pairs(texts[place], texts[place + 1] if place + 1 < len(texts) else "")
            here = _Paragraph(segment, texts[place], masked_text(texts[place], pairs), pairs, source)
            self.sources.block = source
            if source:
                if place - 1 not in turns or turns[place - 1][0] != source:
                    self.number += 1
                    turn = self.number
                span = here.span(start, len(here.text.rstrip()))
                self._add(span, span, "block", source, segment)
                self.found[-1] = replace(self.found[-1], utterance=turn)
            if speech.STATEMENT.search(here.hidden):
                for each in speech.MADE_STATEMENT.finditer(here.hidden):
                    self.sources.stated(each, here.segment.span.start)
            count = len(self.found)
            self._quotations(here, place)
            self._reports(here)
            self.sources.unclear = any(each.kind == "quotation" and not each.speaker for each in self.found[count:])
        self._said_again()
        self._relayed()
        return sorted(self.found, key=lambda each: (each.span.start, -each.span.end))

    def _quotations(self, here: _Paragraph, place: int) -> None:
        """The marked words of a paragraph: first who speaks them, one beside the other, then what each of them is."""
        outer = here.outer
        sources = [
            self.sources.of_marks(here.text, here.hidden, (outer, number), here.segment.span.start)
            for number in range(len(outer))
        ]
        self._inherit(here, sources)
        if outer and sources[0] is None and not here.block and not here.text[: outer[0].start].strip() and place:
            introduced = self._introduced(self.sources.paragraphs[place - 1])
            sources = [introduced if each is None else each for each in sources]
        for number, each in enumerate(outer):
            self._quotation(here, number, sources[number])
            holder = self.found[-1].speaker
            for inner in here.pairs:
                if inner.depth == 1 and each.start < inner.start < each.end:
                    self._within(here, each, inner, holder)

    def _introduced(self, before: Segment) -> Source | None:
        """Who the paragraph before introduces, where it ends in a colon."""
        text = self.article.text(before.span).rstrip()
        if not text.endswith(":"):
            return None
        at = before.span.start
        return self.sources.before(text.rstrip(":"), at) or self.sources.first_named(text, at)

    def _quotation(self, here: _Paragraph, number: int, source: Source | None) -> None:
        each = here.outer[number]
        kind = _kind(here, each, source)
        source = source if source and kind == "quotation" else Source()
        goes_on = bool(self.open) and not here.text[: each.start].strip()
        if goes_on and not source.name:
            source = self._open_source()
        joined = number > 0 and kind == "quotation" and _one_utterance(here.hidden, here.outer[number - 1], each)
        joined = joined and self.found[-1].kind == "quotation" and source.name in ("", self.found[-1].speaker)
        if not goes_on and not joined:
            self.number += 1
        inner = here.span(each.inner_start, each.inner_end)
        self._add(here.span(each.start, each.end), inner, kind, _through(here.block, source), here.segment)
        for earlier in self.open if goes_on and source.name else ():
            if not self.found[earlier].speaker:
                found = self.found[earlier]
                self.found[earlier] = replace(self.found[-1], span=found.span, inner=found.inner, rule="goes on")
        self.open = [] if each.closed else [*self.open, len(self.found) - 1]

    def _open_source(self) -> Source:
        """The source of an utterance that was left open in the paragraph before."""
        first = self.found[self.open[0]]
        if not first.speaker or first.said_by is None:
            return Source()
        return Source(first.speaker, first.said_by.start, first.said_by.end, first.cue, first.chain[1:-1], "goes on")

    def _within(self, here: _Paragraph, outer: Marks, inner: Marks, holder: str) -> None:
        """A quotation within a quotation stands for itself where the outer one gives its words to somebody else."""
        lead = here.text[outer.inner_start : inner.start]
        start = max((end for _, end in sentences(lead)[:-1]), default=0)
        source = self.sources.before(lead[start:], here.span(outer.inner_start + start, inner.start).start)
        if source is None:
            source = self.sources.after(here.text[inner.end : outer.inner_end], here.span(inner.end, inner.end).start)
        if source is None or re.search(r"\b(?:words?|phrase|term)\s*$", lead):
            return
        if self.article.raw[source.start : source.end].lower() in speech.PRONOUNS:
            source = Source()
        if source.name and source.name == holder:
            return
        self.number += 1
        last = self.sources.last
        inside = here.span(inner.inner_start, inner.inner_end)
        self._add(here.span(inner.start, inner.end), inside, "quotation", replace(source, rule=_WITHIN), here.segment)
        self.sources.last = last

    def _inherit(self, here: _Paragraph, sources: list[Source | None]) -> None:
        """Marks without a source of their own take that of the marks beside them in one utterance or one sentence."""
        outer = here.outer
        for number in range(1, len(outer)):
            before = sources[number - 1]
            if sources[number] is not None or before is None:
                continue
            between = here.hidden[outer[number - 1].end : outer[number].start]
            last = not here.hidden[outer[number].end :].strip(" .")
            if last and "according" in before.cue and not self.sources.people.named(between) and len(between) < 200:
                sources[number] = replace(before, rule="carried over")
            elif _one_utterance(here.hidden, outer[number - 1], outer[number]) or (
                not re.search(r"[.!?]\s", f"{here.hidden[outer[number - 1].end - 1]}{between}")
                and len(between) < 90
                and not re.search(rf"\b{speech.CUE}", between)
            ):
                sources[number] = replace(before, rule="same sentence")
        for number in range(len(outer) - 2, -1, -1):
            following = sources[number + 1]
            if sources[number] is not None or following is None or following.rule != "after":
                continue
            if not here.hidden[outer[number].end : outer[number + 1].start].strip(" ,–—-"):
                sources[number] = replace(following, rule="same utterance")

    def _said_again(self) -> None:
        """Quoted words of a headline that stand within one speaker's words in the article are that speaker's."""
        known = [(f" {_plain(self.article.text(each.inner))} ", each) for each in self.found if each.speaker]
        for place, each in enumerate(self.found):
            if each.kind not in ("quotation", "term") or each.speaker or "headline" not in each.segment:
                continue
            mine = _plain(self.article.text(each.inner))
            holders = {other.speaker: other for text, other in known if f" {mine} " in text}
            if len(holders) == 1 and " " in mine:
                (other,) = holders.values()
                said = {"speaker": other.speaker, "said_by": other.said_by, "chain": other.chain}
                self.found[place] = replace(each, kind="quotation", rule="said again", **said)  # type: ignore[arg-type]

    def _relayed(self) -> None:
        """What is quoted within another's words comes through whoever speaks them."""
        for place, each in enumerate(self.found):
            if each.rule != _WITHIN:
                continue
            holder = next(
                (other for other in self.found if other.span != each.span and other.kind == "quotation"
                 and other.span.start <= each.span.start and each.span.end <= other.span.end), None
            )  # fmt: skip
            if holder and holder.speaker:
                speaker = (each.speaker,) if each.speaker else ()
                self.found[place] = replace(each, chain=(*holder.chain, *speaker))

    def _reports(self, here: _Paragraph) -> None:
        """The sentences that report somebody's words without marks."""
        kinds = ("body", "summary-bullet", "headline", "subheadline")
        if here.segment.kind not in kinds or (here.block and "dialogue" in here.block.rule):
            return
        quoted = [each.span.start for each in self.found if each.kind == "quotation"]
        for start, end in sentences(here.hidden):
            sentence, span = here.hidden[start:end], here.span(start, end)
            if len(sentence) > _LONGEST:
                continue
            if not speech.SAYING.search(sentence):
                continue
            found = speech.REPORTED.search(sentence) or speech.ACCORDING.search(sentence)
            if not found or sentence.endswith(("?", ":")) or speech.ACCORDING_NOBODY.search(sentence):
                continue
            if any(span.start <= place < span.end for place in quoted):
                continue
            if found.re is speech.REPORTED and (passive(sentence, found) or within_phrase(sentence, found)):
                continue
            aside = found.re is speech.REPORTED
            who, place = (
                self.sources.subject(found, span.start) if aside else (found["who"], (span.start, found.start("who")))
            )
            cue = found["cue"] if aside else "according to"
            source = self.sources.resolved(who, place, (cue, "reported"), sentence)
            if source is not None:
                self.number += 1
                self._add(span, span, "indirect", _through(here.block, source), here.segment)

    def _add(self, span: Span, inner: Span, kind: str, source: Source, segment: Segment) -> None:
        said_by = Span(self.article.key, source.start, source.end) if source.end else None
        chain = tuple(dict.fromkeys((self.article.key, *source.relays, *([source.name] if source.name else []))))
        who = (source.name, said_by, source.cue, chain)
        self.found.append(Quotation(span, inner, kind, *who, self.number, source.rule, segment.kind))
        if source.name and kind not in ("term", "title"):
            self.sources.last = source


def _kind(here: _Paragraph, each: Marks, source: Source | None) -> str:
    """What words between marks are: somebody's words, a label that the writer holds at a distance, or a title."""
    inner = here.text[each.inner_start : each.inner_end].strip()
    before, count, stopped = here.hidden[: each.start], count_words(inner), inner[-1:] in tuple(".!?,")
    calls = source is not None and bool(speech.CALLS.match(source.cue))
    heavy = [word for word in re.findall(r"\w+", inner) if len(word) > 3]
    named = bool(heavy) and all(word[0].isupper() for word in heavy) and count <= _TITLE_WORDS and not stopped
    if (_WORK.search(before) and inner[:1].isupper() and not stopped) or (named and count > 1 and not calls):
        return "title"
    if _CALLED.search(before):
        return "title" if inner[:1].isupper() else "term"
    if source is None:
        return "quotation" if stopped or count >= _SENTENCE_WORDS else "term"
    label = count <= _LABEL_WORDS and not stopped and bool(_OWNED.search(before)) and source.rule == "before"
    return "term" if label and not calls else "quotation"


def _through(block: Source | None, source: Source) -> Source:
    """A source within a block comes through whoever speaks the block."""
    if block is None or not source.name or source.name == block.name:
        return source
    return replace(source, relays=(*block.relays, *([block.name] if block.name else []), *source.relays))


def _one_utterance(masked: str, first: Marks, second: Marks) -> bool:
    """Whether the article only interrupts: nothing but an attribution stands between two pairs of marks."""
    between = masked[first.end : second.start]
    plain = between.lstrip(" ,–—-")
    said = (speech.VERB_SUBJECT, speech.SUBJECT_VERB, speech.ACCORDING, speech.SPOKE)
    attributed = any(pattern.match(plain) for pattern in said)
    aside = re.match(r"\s*[–—-]+[^–—.!?]{1,60}[–—-]+\s*$", between)
    sentences_between = re.findall(r"[.!?](?=\s)", between.rstrip())
    return bool(aside) or (len(between) < 160 and attributed and not sentences_between)


def _plain(text: str) -> str:
    folded = fold(text)
    return " ".join(folded[start:end] for start, end in words(folded))
