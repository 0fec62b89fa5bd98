"""Other people's words: what an article quotes, whom it credits, and through whom the words came.

Words between marks are found by the marks; words reproduced without any, by the line that introduces them. The speaker
is whoever the article says is speaking: beside a verb of saying, after "according to", before a colon. A pronoun or a
short form stands for somebody only where the article leaves one reading; otherwise nobody is named, which is a finding
too. Each answer carries the rule that gave it. The chain leads from the article outwards to the first speaker it names.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from witness import speech
from witness.articles import Article
from witness.attribution import Source, Sources, passive, within_phrase
from witness.blocks import blocks
from witness.marks import Marks
from witness.paragraphs import Paragraph
from witness.spans import Span, count_words, fold, sentences, words

KINDS = ("quotation", "block", "term", "title", "indirect")

# With these words within marks end where they are a sentence, or the part of one before "she said".
_STOPS = (".", "!", "?", ",")

# Words within marks that are a sentence rather than a label.
_SENTENCE_WORDS = 4

# A sentence of more characters is none, but a page without stops; it is not searched for reports.
_LONGEST = 2_000

# A title has at most so many words.
_TITLE_WORDS = 7

# A label this short within what somebody reports is the writer's own distance, not the speaker's words.
_LABEL_WORDS = 3

# Characters before the marks in which a word may say what they hold.
_LEAD = 80

_WITHIN = "within another's words"


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


class _Reader:
    """One article, read paragraph by paragraph; what was said last is remembered for the next."""

    def __init__(self, article: Article):
        self.article = article
        self.sources = Sources(article)
        self.open: list[int] = []  # quotations of an utterance that goes on over paragraphs
        self.found: list[Quotation] = []
        self.held: list[tuple[int, int]] = []  # quotations within quotations, each with the one that holds it
        self.number = 0

    def read(self) -> list[Quotation]:
        """All quotations, in order."""
        turns, turn = dict(blocks(self.sources)), 0
        self.sources.stage.turns |= turns.keys()
        for place, here in enumerate(self.sources.paragraphs):
            source, start = turns.get(place, (None, 0))
            self.sources.block = source
            if source:
                if place - 1 not in turns or turns[place - 1][0] != source:
                    self.number += 1
                    turn = self.number
                span = here.span(start, len(here.text.rstrip()))
                self._add(here, (span, span), "block", source)
                self.found[-1] = replace(self.found[-1], utterance=turn)
            self.sources.stated(here)
            count = len(self.found)
            self._quotations(here, place)
            self._reports(here, {each.span.start for each in self.found[count:] if each.kind == "quotation"})
        self._said_again()
        self._relayed()
        return sorted(self.found, key=lambda each: (each.span.start, -each.span.end))

    def _quotations(self, here: Paragraph, place: int) -> None:
        """The marked words of a paragraph: first who speaks them, one beside the other, then what each of them is."""
        sources = [self.sources.of_marks(here, number) for number in range(len(here.outer))]
        self._inherit(here, sources)
        opens = bool(here.outer) and not here.text[: here.outer[0].start].strip()
        if opens and place and sources[0] is None and not self.sources.block:
            introduced = self._introduced(self.sources.paragraphs[place - 1])
            sources = [introduced if each is None else each for each in sources]
        places = []
        for number, source in enumerate(sources):
            self._quotation(here, number, source, goes_on=bool(self.open) and opens and number == 0)
            places.append(len(self.found) - 1)
        for number, inner in here.inner:
            if number >= 0:
                self._within(here, here.outer[number], inner, places[number])

    def _introduced(self, before: Paragraph) -> Source | None:
        """Who the paragraph before introduces, where it ends in a colon."""
        text = before.text.rstrip()
        if not text.endswith(":"):
            return None
        return self.sources.before(text.rstrip(":"), before.start) or self.sources.first_named(text, before.start)

    def _quotation(self, here: Paragraph, number: int, source: Source | None, goes_on: bool) -> None:
        each = here.outer[number]
        kind = _kind(here, number, source)
        source = source if source and kind == "quotation" else Source()
        if goes_on and not source.name:
            source = self._open_source()
        joined = number > 0 and kind == self.found[-1].kind == "quotation" and _interrupted(here, number)
        if not goes_on and not (joined and source.name in ("", self.found[-1].speaker)):
            self.number += 1
        spans = here.span(each.start, each.end), here.span(each.inner_start, each.inner_end)
        self._add(here, spans, kind, _through(self.sources.block, source))
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

    def _within(self, here: Paragraph, outer: Marks, inner: Marks, holder: int) -> None:
        """A quotation within a quotation stands for itself where the outer one gives its words to somebody else."""
        begin = max(outer.inner_start, inner.start - 10 * _LEAD)
        lead = here.text[begin : inner.start]
        start = max((end for _, end in sentences(lead)[:-1]), default=0)
        source = self.sources.before(lead[start:], here.start + begin + start, inner=True)
        if source is None:
            after = here.text[inner.end : min(outer.inner_end, inner.end + 10 * _LEAD)]
            source = self.sources.after(after, here.start + inner.end)
        said = here.text[inner.inner_start : inner.inner_end]
        label = count_words(said) < _LABEL_WORDS and said[-1:] not in _STOPS
        told = re.search(r"[.!?,:]\s*$|\b(?:it|that)\s*$", lead) and not label
        if speech.FORM["own_words"].search(lead) or not (source or told or speech.FORM["cue_last"].search(lead)):
            return
        if source is None or self.article.raw[source.start : source.end].lower() in speech.PRONOUNS:
            source = Source()
        if source.name and source.name == self.found[holder].speaker:
            return
        self.number += 1
        self.held.append((len(self.found), holder))
        spans = here.span(inner.start, inner.end), here.span(inner.inner_start, inner.inner_end)
        self._add(here, spans, "quotation", replace(source, rule="within another's words"))

    def _inherit(self, here: Paragraph, sources: list[Source | None]) -> None:
        """Marks without a source of their own take that of the marks beside them in one utterance or one sentence."""
        outer = here.outer
        for number in range(1, len(outer)):
            before = sources[number - 1]
            if sources[number] or not before or speech.FORM["rang"].match(here.hidden, outer[number].end):
                continue
            if _interrupted(here, number) or _one_sentence(here, number):
                sources[number] = replace(before, rule="same sentence")
            elif self._carried(here, number):
                sources[number] = replace(before, rule="carried over")
        for number in range(len(outer)):
            if sources[number] is None and _is_speech(here, number) and not self.sources.block:
                sources[number] = self.sources.beat(here, number)
        for number in range(len(outer) - 2, -1, -1):
            following = sources[number + 1]
            if sources[number] is not None or following is None or following.rule != "after":
                continue
            if not here.hidden[outer[number].end : outer[number + 1].start].strip(" ,–—-"):
                sources[number] = replace(following, rule="same utterance")

    def _carried(self, here: Paragraph, number: int) -> bool:
        """Whether words in the next sentence, too many for a label, are still of whom the last one quoted: nobody else
        is named between them, and nobody begins to speak."""
        between = here.hidden[here.outer[number - 1].end : here.outer[number].start]
        if len(between) > 3 * _LEAD or not _is_speech(here, number) or self.sources.people.named(between):
            return False
        stops = [found.end() for found in re.finditer(r"[.!?]\s", between)]
        opens = len(stops) == 1 and not between.rstrip().endswith(":")
        return opens and not speech.FORM["cue_word"].search(between, stops[0])

    def _said_again(self) -> None:
        """Quoted words of a headline that stand within one speaker's words in the article are that speaker's."""
        heads = [
            place for place, each in enumerate(self.found)
            if each.kind in ("quotation", "term") and not each.speaker and "headline" in each.segment
        ]  # fmt: skip
        known = [(f" {_plain(self.article.text(each.inner))} ", each) for each in self.found if each.speaker and heads]
        for place in heads:
            mine = _plain(self.article.text(self.found[place].inner))
            holders = {other.speaker: other for text, other in known if f" {mine} " in text}
            if len(holders) == 1 and " " in mine:
                (other,) = holders.values()
                said = {"speaker": other.speaker, "said_by": other.said_by, "chain": other.chain}
                self.found[place] = replace(self.found[place], kind="quotation", rule="said again", **said)  # type: ignore[arg-type]

    def _relayed(self) -> None:
        """What is quoted within another's words comes through whoever speaks them."""
        for place, holder in self.held:
            each, outer = self.found[place], self.found[holder]
            if outer.speaker:
                self.found[place] = replace(each, chain=(*outer.chain, *((each.speaker,) if each.speaker else ())))

    def _reports(self, here: Paragraph, quoted: set[int]) -> None:
        """The sentences that report somebody's words without marks; `quoted` is where those with marks begin."""
        kinds, block = ("body", "summary-bullet", "headline", "subheadline"), self.sources.block
        if here.segment.kind not in kinds or (block and "dialogue" in block.rule):
            return
        for start, end in sentences(here.hidden):
            sentence, span = here.hidden[start:end], here.span(start, end)
            if len(sentence) > _LONGEST or not speech.FORM["quick_look"].search(sentence):
                continue
            found = speech.FORM["reported"].search(sentence) or speech.FORM["according"].search(sentence)
            if not found or sentence.endswith(("?", ":")) or speech.FORM["according_nobody"].search(sentence):
                continue
            if not quoted.isdisjoint(range(span.start, span.end)):
                continue
            if found.re is speech.FORM["reported"] and (passive(sentence, found) or within_phrase(sentence, found)):
                continue
            source = self.sources.given(found, span.start, "reported", sentence)
            if source is not None:
                self.number += 1
                self._add(here, (span, span), "indirect", _through(block, source))

    def _add(self, here: Paragraph, spans: tuple[Span, Span], kind: str, source: Source) -> None:
        said_by = Span(self.article.key, source.start, source.end) if source.end else None
        chain = tuple(dict.fromkeys((self.article.key, *source.relays, *([source.name] if source.name else []))))
        about = source.name, said_by, source.cue, chain, self.number, source.rule, here.segment.kind
        self.found.append(Quotation(spans[0], spans[1], kind, *about))


def _kind(here: Paragraph, number: int, source: Source | None) -> str:
    """What words between marks are: somebody's words, a label that the writer holds at a distance, or a title."""
    each = here.outer[number]
    inner = here.text[each.inner_start : each.inner_end].strip()
    before = here.hidden[max(0, each.start - _LEAD) : each.start]
    count, stopped = count_words(inner), inner[-1:] in _STOPS
    calls = source is not None and bool(speech.FORM["calling"].match(source.cue))
    heavy = [word for word in re.findall(r"\w+", inner) if len(word) > 3]
    named = bool(heavy) and all(word[0].isupper() for word in heavy) and count <= _TITLE_WORDS and not stopped
    work = speech.FORM["work"].search(before) and inner[:1].isupper() and not stopped
    if work or (named and count > 1 and not calls):
        return "title"
    if speech.FORM["so_called"].search(before):
        return "title" if inner[:1].isupper() else "term"
    if source is None:
        return "quotation" if _is_speech(here, number) else "term"
    short = count <= _LABEL_WORDS and not stopped and not calls and source.rule == "before"
    return "term" if short and speech.FORM["owned_label"].search(before) else "quotation"


def _is_speech(here: Paragraph, number: int) -> bool:
    """Whether marked words are a sentence or most of one, whoever speaks them, and no label."""
    each = here.outer[number]
    inner = here.text[each.inner_start : each.inner_end].strip()
    return inner[-1:] in _STOPS or count_words(inner) >= _SENTENCE_WORDS


def _through(block: Source | None, source: Source) -> Source:
    """A source within a block comes through whoever speaks the block."""
    if block is None or not source.name or source.name == block.name:
        return source
    return replace(source, relays=(*block.relays, *([block.name] if block.name else []), *source.relays))


def _interrupted(here: Paragraph, number: int) -> bool:
    """Whether nothing but an attribution stands between a pair of marks and the one before."""
    between = here.hidden[here.outer[number - 1].end : here.outer[number].start]
    if len(between) >= 160:
        return False
    plain = between.lstrip(" ,–—-")
    said = (speech.FORM["verb_subject"], speech.FORM["subject_verb"], speech.FORM["according"], speech.FORM["spoke"])
    aside = re.match(r"\s*[–—-]+[^–—.!?]{1,60}[–—-]+\s*$", between)
    return bool(aside) or (any(each.match(plain) for each in said) and not re.search(r"[.!?]\s", between.rstrip()))


def _one_sentence(here: Paragraph, number: int) -> bool:
    """Whether a pair of marks stands in the sentence of the one before, and nobody begins to speak between them."""
    end, start = here.outer[number - 1].end, here.outer[number].start
    between = here.hidden[end - 1 : start]
    return start - end < 90 and not (re.search(r"[.!?]\s", between) or speech.FORM["cue_word"].search(between))


def _plain(text: str) -> str:
    folded = fold(text)
    return " ".join(folded[start:end] for start, end in words(folded))
