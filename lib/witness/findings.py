"""What the report has found, in a few sentences, each made from data and resting on words that can be opened.

A finding is asked for by a small function that either says it or, where the articles do not bear it out, says nothing.
None is written for one event: on another folder the same functions say what holds there.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from witness.articles import Corpus, part_of
from witness.claims import status
from witness.coverage import coverage
from witness.dependence import edges, groups
from witness.differences import differences
from witness.quotations import quotations
from witness.spans import Span, count_words
from witness.times import dates
from witness.versions import versions


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence, what it is about, and the words it rests on."""

    about: str
    sentence: str
    spans: tuple[Span, ...]


def findings(corpus: Corpus) -> list[Finding]:
    """The findings that hold for a corpus, in the order in which a reader would want them; at most nine.

    >>> from witness.corpus import from_texts
    >>> [each.sentence for each in findings(from_texts({"1": "It rained.", "2": "Nobody waved."}))]
    ['2 articles are 2 independent witnesses: nothing shows that one of them leans on another.']
    """
    return [found for ask in _ASKED for found in ask(corpus)]


def _witnesses(corpus: Corpus) -> Iterator[Finding]:
    found = edges(corpus)
    families = groups(corpus, found)
    told = f"{len(corpus)} articles are {len(families)} independent witness{'es' if len(families) != 1 else ''}"
    bound = [each for each in found if each.kind in ("copy", "relay")]
    telling = [next((piece for piece in each.evidence if piece.leans), each.evidence[0]) for each in bound]
    spans = tuple(dict.fromkeys(piece.spans[0] for piece in telling))
    if len(corpus) < 2:
        return
    if not bound:
        yield Finding("witnesses", f"{told}: nothing shows that one of them leans on another.", ())
    else:
        together = "; ".join(" with ".join(family) for family in families[:20] if len(family) > 1)
        yield Finding("witnesses", f"{told}, for these count as one each: {together}.", spans)


def _copy(corpus: Corpus) -> Iterator[Finding]:
    copies = sorted((each for each in edges(corpus) if each.kind == "copy"), key=lambda each: (-each.share, each.left))
    for each in copies[:1]:
        key = each.leans or min((each.left, each.right), key=lambda key: corpus[key].body_words)
        other = each.right if key == each.left else each.left
        own = next(piece for piece in each.evidence if piece.rule == "copied text")
        credit = "says where it comes from" if each.credited else "does not say where it comes from"
        told = f"{each.share:.0%} of the body of {key} stands in {other}, {own.words} words"
        yield Finding("copies", f"{told}; {key} {credit}.", own.spans[:2])


def _drift(corpus: Corpus) -> Iterator[Finding]:
    for each in [version for version in versions(corpus) if version.kind == "slip"][:1]:
        change, speaker = each.changes[0], each.quotation.speaker
        there, here = corpus.text(change.left), corpus.text(change.right)
        key, other = each.quotation.span.article, each.differs_from.span.article
        what = f"words that both give to {speaker}" if speaker == each.differs_from.speaker else "a quotation"
        told = f"{key} prints “{here}” where {other} has “{there}”, in {what}."
        yield Finding("quotations", told, (change.right, change.left))


def _speakers(corpus: Corpus) -> Iterator[Finding]:
    for each in [found for found in differences(corpus) if found.kind == "speaker"][:1]:
        yield Finding("quotations", f"The same words have two speakers: {each.sentence}", (each.left, each.right))


def _nameless(corpus: Corpus) -> Iterator[Finding]:
    lost = [
        each for article in corpus for each in quotations(article)
        if each.kind in ("quotation", "block") and not each.speaker and part_of(each.segment) == "article"
    ]  # fmt: skip
    if lost:
        count = Counter(each.span.article for each in lost)
        told = ", ".join(f"{number} in {key}" for key, number in count.most_common(3))
        verb = "quotations name" if len(lost) > 1 else "quotation names"
        yield Finding(
            "quotations", f"{len(lost)} {verb} nobody as the speaker: {told}.", tuple(each.span for each in lost[:3])
        )


def _claims(corpus: Corpus) -> Iterator[Finding]:
    at_odds = [each for each in corpus.claims if each.exclusive and len({one.answer for one in each.answers}) > 1]
    at_odds.sort(key=lambda each: (not each.argued, -len(each.answers)))
    for each in at_odds[:1]:
        answers = {one.answer: one for one in reversed(each.answers)}
        told = ", ".join(f"“{one.answer}” in {one.article}" for one in reversed(answers.values()))
        note = " Both can hold, for reasons that are given." if status(each) != "contradict" else ""
        yield Finding("differences", f"{each.question} {told}.{note}", tuple(one.spans[0] for one in answers.values()))
    if not at_odds:
        for candidate in [found for found in differences(corpus) if found.kind in ("number", "date")][:1]:
            yield Finding("differences", candidate.sentence, (candidate.left, candidate.right))


def _silence(corpus: Corpus) -> Iterator[Finding]:
    cells = coverage(corpus)
    if len(corpus) > 1 and cells:
        held: dict[str, list[str]] = {}
        for each in cells:
            held.setdefault(each.topic, []).extend([each.article] if each.spans else [])
        alone = Counter(keys[0] for keys in held.values() if len(keys) == 1)
        if alone:
            key, count = min(alone.items(), key=lambda each: (-each[1], each[0]))
            topic = next(topic for topic, keys in held.items() if keys == [key])
            spans = next(each.spans[:1] for each in cells if each.topic == topic and each.article == key)
            told = f"Only {key} speaks of “{topic}”"
            rest = f", and of {count - 1} more of the {len(held)} topics" if count > 1 else ""
            yield Finding("silence", f"{told}{rest}.", spans)


def _time(corpus: Corpus) -> Iterator[Finding]:
    told = [
        each for article in corpus for each in dates(article, corpus.reference_date)
        if part_of(each.segment) == "article"
    ]  # fmt: skip
    leaning = [each for each in told if each.anchor == "reference date"]
    unresolved = sum(not each.earliest for each in told)
    if told and not any(article.published for article in corpus):
        rest = f"{len(leaning)} of their {len(told)} dates rest on a day given from outside"
        rest = rest if leaning else f"{unresolved} of their {len(told)} dates stay open"
        spans = tuple(each.span for each in leaning[:2])
        yield Finding("time", f"No article is known to state on which day it was published; {rest}.", spans)


def _own(corpus: Corpus) -> Iterator[Finding]:
    shares = []
    for article in corpus:
        spoken, reached = 0, 0
        for each in quotations(article):
            if each.kind in ("quotation", "block") and each.segment == "body" and each.span.end > reached:
                spoken += count_words(article.raw[max(reached, each.inner.start) : each.inner.end])
                reached = each.span.end
        shares.append((1 - spoken / max(1, article.body_words), article.key))
    least, most = min(shares), max(shares)
    if least[0] < 1:
        spans = tuple(each.span for each in quotations(corpus[least[1]]) if each.kind in ("quotation", "block"))[:2]
        told = f"Of the body of {least[1]}, {1 - least[0]:.0%} are other people's words"
        yield Finding(
            "quotations", f"{told}; of {most[1]}, {1 - most[0]:.0%}." if len(corpus) > 1 else f"{told}.", spans
        )


_ASKED: tuple[Callable[[Corpus], Iterator[Finding]], ...] = (
    _witnesses, _copy, _drift, _speakers, _nameless, _claims, _silence, _time, _own,
)  # fmt: skip
