"""What the articles call the same thing, and in which tone: labels, reporting verbs, hedges, headlines, single words.

A label is compared only where it stands for the same thing: the forms of one name, or the terms of a topic that a
person marked as names for one thing. Words that are typical of an article are told by statistics, which say how sure
they are; on a few short articles they are sure of next to nothing, and that is their finding.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from witness.articles import Article, Corpus, part_of
from witness.coverage import search
from witness.names import mentions
from witness.quotations import quotations
from witness.spans import Span, fold, words

KINDS = ("label", "reporting verb", "hedge", "headline", "distinctive")

# A word is typical of an article where its z-score is at least this: one chance in twenty.
SURE = 1.96

# The weight of what is known beforehand, in words, against what an article shows.
_PRIOR = 500

# Words by which a sentence takes back some of what it says.
_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|probably|likely|unlikely|reportedly|allegedly|apparently|seemingly|"
    r"presumably|supposedly|appears? to|seems? to|suggests?|is (?:said|thought|believed|understood) to|"
    r"are (?:said|thought|believed|understood) to|if successful|if approved|in (?:the )?hopes? (?:of|to|that)|about|"
    r"around|roughly|approximately|some \d|nearly|almost|up to)\b",
    re.IGNORECASE,
)

# Of these a hedge is one only before a verb or a claim, not before a number; they are told apart by what follows.
_BEFORE_NUMBER = frozenset("about around roughly approximately nearly almost".split()) | {"up to"}

_STEM, _CONTENT = 5, 4


@dataclass(frozen=True, slots=True, order=True)
class Wording:
    """One word or phrase of an article: where, what it stands for or is about, and of which kind."""

    span: Span
    referent: str
    kind: str


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A word that one article uses more than the others, with its z-score and the places where it stands."""

    article: str
    word: str
    z: float
    count: int
    spans: tuple[Span, ...]


def wording(corpus: Corpus) -> list[Wording]:
    """Every label, reporting verb, hedge, headline word and distinctive word of a corpus, in the order of places.

    >>> from witness.corpus import from_texts
    >>> page = "The Harbour Board (HB) met. “It may sink,” Eva Orr warned. The HB agreed."
    >>> [(page[each.span.start:each.span.end], each.kind) for each in wording(from_texts({"1": page}))]
    [('Harbour Board', 'label'), ('HB', 'label'), ('warned', 'reporting verb'), ('HB', 'label')]

    `referent` of a label is the name or topic it stands for, of a reporting verb the speaker, of a headline's word
    whether the body bears it out. Words within quotation marks are no hedges of the article's own.
    """
    found = [*_labels(corpus)]
    for article in corpus:
        spoken = [each.span for each in quotations(article) if each.kind in ("quotation", "block")]
        found += [*_verbs(article), *_hedges(article, spoken), *_headline(article)]
    found += [
        Wording(span, f"z = {each.z:.2f}", "distinctive")
        for each in distinctive(corpus) if each.z >= SURE for span in each.spans
    ]  # fmt: skip
    return sorted(found)


def distinctive(corpus: Corpus) -> list[Distinctive]:
    """The words of each article by how typical they are of it: the highest z-score first, article by article.

    >>> from witness.corpus import from_texts
    >>> pages = {"1": "The ships left. The ships came back.", "2": "The rain fell. The rain stayed."}
    >>> first = distinctive(from_texts(pages))[0]
    >>> first.article, first.word, first.z < SURE
    ('1', 'ships', True)

    The log-odds ratio of a word in the article against all others, with an informative Dirichlet prior made of all
    articles together, divided by its standard deviation (Monroe, Colaresi and Quinn 2008, "Fightin' Words", equations
    16, 22 and 23). Furniture is left out. Nothing is compared where there is one article alone.
    """
    places = {article.key: _words(article) for article in corpus}
    if len(places) < 2:
        return []
    total: Counter[str] = Counter()
    for held in places.values():
        total.update({word: len(spans) for word, spans in held.items()})
    size = sum(total.values())
    found = []
    for key, held in places.items():
        own = sum(map(len, held.values()))
        scored = []
        for word, spans in held.items():
            prior = _PRIOR * total[word] / size
            here, there = len(spans) + prior, total[word] - len(spans) + prior
            if total[word] == size:
                continue  # the only word there is
            odds = math.log(here / (own + _PRIOR - here)) - math.log(there / (size - own + _PRIOR - there))
            z = odds / math.sqrt(1 / here + 1 / there)
            if z > 0:
                scored.append(Distinctive(key, word, round(z, 4), len(spans), tuple(spans)))
        found += sorted(scored, key=lambda each: (-each.z, each.word))
    return found


def _words(article: Article) -> dict[str, list[Span]]:
    """The words of an article itself, folded, with their places; a single letter is none."""
    held: dict[str, list[Span]] = defaultdict(list)
    for each in article.segments:
        if part_of(each.kind) == "article":
            folded = fold(article.read(each.span))
            for start, end in words(folded):
                if end - start > 1 and not folded[start:end].isdigit():
                    at = each.span.start
                    held[folded[start:end]].append(Span(article.key, at + start, at + end))
    return held


def _labels(corpus: Corpus) -> Iterator[Wording]:
    """The forms of names that have several, and what stands for a topic whose terms name one thing."""
    forms: dict[str, set[str]] = defaultdict(set)
    named = mentions(corpus)
    for each in named:
        forms[each.name].add(fold(corpus.text(each.span)))
    for each in named:
        if len(forms[each.name]) > 1:
            yield Wording(each.span, each.name, "label")
    for topic in corpus.topics:
        if topic.labels:
            for article in corpus:
                for span in search(article, topic.terms):
                    yield Wording(span, topic.topic, "label")


def _verbs(article: Article) -> Iterator[Wording]:
    """The cue of each quotation, at the place nearest to whom it gives the words."""
    seen = set()
    for each in quotations(article):
        if not each.cue or not each.said_by:
            continue
        sentence = article.sentence(each.said_by)
        text = article.text(sentence)
        found = [place.span() for place in re.finditer(rf"\b{re.escape(each.cue)}\b", text)]
        says = each.said_by.start - sentence.start
        near = min(found, key=lambda place: abs(place[0] - says), default=None)
        if near and (span := Span(article.key, sentence.start + near[0], sentence.start + near[1])) not in seen:
            seen.add(span)
            yield Wording(span, each.speaker, "reporting verb")


def _hedges(article: Article, spoken: list[Span]) -> Iterator[Wording]:
    reached = 0
    told = iter(spoken)
    near = next(told, None)
    for each in article.segments:
        if part_of(each.kind) != "article":
            continue
        text = article.read(each.span)
        for found in _HEDGE.finditer(text):
            start, end = each.span.start + found.start(), each.span.start + found.end()
            while near and near.start <= start:
                reached, near = max(reached, near.end), next(told, None)
            number = re.match(
                r"\s+(?:\$|£|€)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a |half)", text[found.end() :]
            )
            if start >= reached and found[0] != "May" and (found[0].lower() not in _BEFORE_NUMBER or number):
                yield Wording(Span(article.key, start, end), "", "hedge")


def _headline(article: Article) -> Iterator[Wording]:
    """The words of the headline that say something, and whether the body has them."""
    body = {
        folded[start:end][:_STEM]
        for each in article.segments if each.kind == "body"
        for folded in [fold(article.text(each.span))]
        for start, end in words(folded)
    }  # fmt: skip
    for each in article.segments:
        if each.kind == "headline":
            folded = fold(article.text(each.span))
            for start, end in words(folded):
                if end - start >= _CONTENT and folded[start:end] not in _SMALL:
                    there = "in the body" if folded[start:end][:_STEM] in body else "not in the body"
                    yield Wording(Span(article.key, each.span.start + start, each.span.start + end), there, "headline")


# Long words of a headline that say nothing of their own.
_SMALL = frozenset(
    "with from that this have they them their will into over after before about what when where your".split()
)
