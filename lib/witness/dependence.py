"""Who depends on whom: which articles lean on which, by what evidence, and how many independent witnesses are left.

Each rule looks at two articles and gathers evidence: words copied, words credited, a line that names the other, an
error that both share. Together the evidence says of which kind the dependence is, and only evidence that points one way
says who leans on whom; without it the direction is open. Articles bound by copying or retelling are one witness.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from witness import speech
from witness.articles import Article, Corpus
from witness.names import mentions
from witness.outlets import credit_lines, holds, house, names_a_paper, plain_name, release_marks
from witness.passages import FIRM_KINDS, Passage, passages, same_words
from witness.quotations import quotations
from witness.spans import Cover, Span, count_words, fold
from witness.speech import is_outlet
from witness.versions import related, versions

KINDS = ("copy", "relay", "shared source", "chance", "none")

# Words of the article's own voice that two articles must share to be held for one copied text: in one run, and as a
# share of the shorter body. Fewer are a phrase that two writers may both find.
_RUN, _SHARE = 16, 0.12

# A body of which so much stands in the other is a copy of it, or the other way round.
_CONTAINED = 0.9

# An article retells another where it gives it so much of its body; less is one source among several.
_RETOLD = 0.1

# Quoted words that two articles must share to have them from one source.
_QUOTED = 12

# An utterance of which two articles have so much, both as quoted words, is from one source: the words of a passage.
_WHOLE, _UNCHANGED = 8, ("same", "punctuation", "trimmed")

_THE_PAPER = re.compile(
    r"\b[Tt]he (?:paper|newspaper|agency|station|broadcaster|outlet|network|magazine|website|site)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What one rule found about two articles: its sentence, its places, and which of the two it says leans, if any."""

    rule: str
    spans: tuple[Span, ...]
    sentence: str
    leans: str = ""
    words: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """How two articles depend on each other, left before right in the order of keys.

    `share` is the part of the leaning body, else of the shorter, that stands in the other, 0 to 1; `leans` is the key
    of the article that leans on the other, empty where no evidence decides; `credited` says whether it says so.
    """

    left: str
    right: str
    kind: str
    share: float
    credited: bool
    leans: str
    evidence: tuple[Evidence, ...]

    @property
    def sentence(self) -> str:
        """The edge as one sentence."""
        pair = f"{self.left} and {self.right}"
        if self.kind in ("none", "chance"):
            what = "have no words of note in common" if self.kind == "none" else "share a few words by chance"
            return f"{pair} {what}."
        if self.kind == "shared source":
            return f"{pair} have words from one source in common; neither is seen to lean on the other."
        verb = "copies" if self.kind == "copy" else "retells"
        if not self.leans:
            return f"One of {pair} {verb} the other; which of them cannot be told."
        other = self.right if self.leans == self.left else self.left
        return f"{self.leans} {verb} {other}, {'and says so' if self.credited else 'without saying so'}."


def edges(corpus: Corpus, without: Collection[str] = ()) -> list[Edge]:
    """How each two articles of a corpus depend on each other, in the order of keys.

    >>> from witness import load
    >>> found = {(each.left, each.right): each for each in edges(load("seeds"))}
    >>> found["000", "003"].kind, found["000", "003"].leans
    ('copy', '003')

    `without` names rules that are not asked; see RULES.
    """
    held = _gathered(corpus)
    return _by_way([
        _edge(corpus, pair, [each for each in evidence if each.rule not in without])
        for pair, evidence in held.items()
    ])  # fmt: skip


def groups(corpus: Corpus, found: Sequence[Edge], kinds: Collection[str] = ("copy", "relay")) -> list[list[str]]:
    """The articles that are one witness together, by the kinds of edge that bind; each group and all groups sorted.

    >>> from witness import load
    >>> corpus = load("seeds")
    >>> groups(corpus, edges(corpus))
    [['000', '003'], ['001', '002'], ['004']]
    """
    first = {key: key for key in corpus.keys}

    def root(key: str) -> str:
        while first[key] != key:
            key = first[key]
        return key

    for each in found:
        if each.kind in kinds:
            low, high = sorted((root(each.left), root(each.right)))
            first[high] = low
    together: dict[str, list[str]] = defaultdict(list)
    for key in corpus.keys:
        together[root(key)].append(key)
    return list(together.values())


def _copied(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Words in the voice of both articles, not given to anybody by either."""
    own = [each for each in shared if each.words >= _RUN and not _quoting(corpus, each)]
    words = min(_held(corpus, pair, key, own) for key in pair)
    shorter = min(corpus[key].body_words for key in pair)
    if own and words >= _SHARE * shorter:
        spans = tuple(side for each in own for side in (each.left, each.right))
        yield Evidence("copied text", spans, f"{words} words in the articles' own voice are the same.", "", words)


def _retold(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """One article gives words, or a report, to the paper or agency that the other is."""
    for key, other in (pair, pair[::-1]):
        own = {plain_name(name) for name in house(corpus[key])}
        if release_marks(corpus[other]):
            continue  # a company's name tells of the company
        names = [name for name in house(corpus[other]) if plain_name(name) not in own]
        known = {plain_name(name) for name in names}
        cited = {
            each.inner for each in quotations(corpus[key]) if any(plain_name(step) in known for step in each.chain[1:])
        } or {each for each in _told(corpus[key]) if any(holds(corpus.text(each), name) for name in names)}
        if cited:  # and what the article then gives to "the paper"
            first = min(cited)
            cited |= {each for each in _told(corpus[key]) if each > first and _THE_PAPER.search(corpus.text(each))}
            words = sum(count_words(corpus.text(each)) for each in cited)
            sentence = f"{key} gives {words} words to the paper of {other}."
            yield Evidence("cites the other", tuple(sorted(cited)), sentence, key, words)


def _linked(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """A line of credit that names the other's paper."""
    for key, other in (pair, pair[::-1]):
        own = {plain_name(name) for name in house(corpus[key])[:1]}
        names = [name for name in house(corpus[other]) if plain_name(name) not in own]
        spans = tuple(span for span, text in credit_lines(corpus[key]) if any(holds(text, name) for name in names))
        if spans and not any(
            holds(text, name) for name in house(corpus[key])[:1] for _, text in credit_lines(corpus[other])
        ):
            yield Evidence("names the other", spans, f"A line of {key} names the paper of {other}.", key)


def _slipped(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """A quotation that both have, with a word miscopied in one of them."""
    held = [each for each in versions(corpus) if each.quotation.span.article in pair]
    for each in held:
        if each.kind == "slip":
            key = each.quotation.span.article
            others = [
                other for other in held if other.utterance == each.utterance and other.quotation.span.article != key
            ]
            for other in [other for other in others if other.kind in ("same", "punctuation")][:1]:
                spans = (other.quotation.span, each.quotation.span)
                yield Evidence("a slip", spans, f"{key} miscopies a quotation that {_other(pair, key)} has.", key)


def _dropped(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Containment that runs one way: all of one body stands in the other, which has more."""
    shares = _shares(corpus, pair, shared)
    for key, other in (pair, pair[::-1]):
        if shares[key] >= _CONTAINED and corpus[other].article_words > 1.1 * corpus[key].article_words:
            sentence = f"{shares[key]:.0%} of the body of {key} stands in {other}, which has more."
            yield Evidence("contained", tuple(_side(each, key) for each in shared), sentence, key)


def _unintroduced(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Copied words that call somebody by a surname whom only the other article has introduced."""
    for key, other in (pair, pair[::-1]):
        for name in _persons(corpus):
            surname = name.split()[-1]
            there, here = corpus[other].raw, corpus[key].raw
            if (
                name in there
                and name not in here
                and (found := re.search(rf"\b(?:Mr|Mrs|Ms|Dr)\.? {re.escape(surname)}\b", here))
            ):
                spans = (Span(key, *found.span()), Span(other, there.index(name), there.index(name) + len(name)))
                if any(_side(each, key).start <= found.start() < _side(each, key).end for each in shared):
                    yield Evidence(
                        "not introduced", spans, f"{key} does not say who “{found[0]}” is; {other} does.", key
                    )
                    break


def _released(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """A press release, and an article that has words of it."""
    marked = [key for key in pair if release_marks(corpus[key])]
    if len(marked) == 1 and shared:
        spans = tuple(release_marks(corpus[marked[0]]))
        yield Evidence("a press release", spans, f"{marked[0]} is marked as a press release.", _other(pair, marked[0]))


def _credited_alike(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Lines of credit in both that name one paper or agency, which is none of the folder's."""
    houses = {plain_name(name) for article in corpus for name in house(article)[:1]}
    named = [
        {
            plain_name(name): span
            for span, text in credit_lines(corpus[key])
            for part in re.split(r"\b(?:With|with|From|By|Source|and)\b:?", text)
            for name in re.findall(speech.PART["name"], part)
            if names_a_paper(name) and is_outlet(name)
        }
        for key in pair
    ]
    common = sorted((named[0].keys() & named[1].keys()) - houses)
    if common:
        spans = (named[0][common[0]], named[1][common[0]])
        yield Evidence("the same credit", spans, "A line of credit in both names the same paper or agency.")


def _sourced(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Words that either gives to somebody else, or statements of one speaker in two translations."""
    quoting = [each for each in shared if _quoting(corpus, each)]
    words = sum(each.words for each in quoting)
    whole = _by_utterance(corpus).get(pair, ())
    if words >= _QUOTED or whole:
        spans = tuple(side for each in quoting for side in (each.left, each.right)) or whole
        words = words or min(count_words(corpus.text(span)) for span in whole)
        yield Evidence("shared quotation", spans, f"{words} words that are quoted stand in both.", "", words)
    alike = [each for each in related(corpus) if {each[0].span.article, each[1].span.article} == set(pair)]
    if alike:
        spans = tuple(side.span for each in alike for side in each[:2])
        yield Evidence("parallel statement", spans, "Both quote a statement, in words that are alike but not the same.")


def _foreign(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """Two languages in which somebody of the same name is quoted: what is the same cannot be seen in the words."""
    if not _small_words(corpus[pair[0]]) & _small_words(corpus[pair[1]]):
        named = [
            {
                each[0].split()[-1]: each.span()
                for each in speech.FORM["name"].finditer(corpus[key].raw)
                if " " in each[0]
            }
            for key in pair
        ]
        both = sorted(named[0].keys() & named[1].keys())
        quoted = all(any(each.kind in ("quotation", "block") for each in quotations(corpus[key])) for key in pair)
        if both and quoted:
            spans = tuple(Span(key, *held[both[0]]) for key, held in zip(pair, named, strict=True))
            yield Evidence("another language", spans, "The two are in different languages, and name the same person.")


def _idle(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> Iterator[Evidence]:
    """A few words that run alike."""
    every = _by_pair(corpus).get(pair, ())
    found = [each for each in every if each.kind == "echo" or (each.kind in FIRM_KINDS and each.words < _RUN)]
    if found:
        spans = tuple(side for each in found for side in (each.left, each.right))
        yield Evidence("a few words", spans, "A few words run alike, too few or too common to mean anything.")


# The rules, in the order in which they are asked; each gives evidence under the names beside it.
_ASKED: tuple[Callable[..., Iterator[Evidence]], ...] = (
    _copied, _retold, _linked, _slipped, _unintroduced, _released, _dropped, _credited_alike, _sourced, _foreign, _idle,
)  # fmt: skip

# What a reader may switch off, with what it looks at.
RULES = {
    "copied text": "words in the voice of both articles, given to nobody",
    "cites the other": "words that one gives to the paper or agency that the other is",
    "names the other": "a line of credit that names the other's paper",
    "a slip": "a word miscopied within a quotation that both have",
    "not introduced": "a surname in copied words whose bearer only the other introduces",
    "a press release": "marks of a press release on one of the two",
    "contained": "all of one body standing in the other, which has more",
    "the same credit": "lines of credit that name one agency",
    "shared quotation": "words that stand in both within quotations",
    "parallel statement": "quotations alike that are not the same words",
    "another language": "one person named and quoted in two languages",
    "a few words": "short or common runs",
}

# Evidence that says who leans. A slip shows only that a word was changed in one of two, and containment nothing, for a
# text may be added to as well as cut; they go with other evidence, and decide nothing.
_DECISIVE = frozenset({"cites the other", "names the other", "not introduced", "a press release"})


@lru_cache(maxsize=8)
def _by_pair(corpus: Corpus) -> dict[tuple[str, str], list[Passage]]:
    """The passages of each two articles that share any."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for each in passages(corpus):
        found[each.left.article, each.right.article].append(each)
    return dict(found)


@lru_cache(maxsize=8)
def _by_utterance(corpus: Corpus) -> dict[tuple[str, str], tuple[Span, ...]]:
    """For each two articles, the quotation that both have of one utterance, in words that are the same."""
    held = [each for each in versions(corpus) if count_words(corpus.text(each.quotation.span)) >= _WHOLE]
    held = [each for each in held if each.quotation.kind == "quotation" and each.kind in _UNCHANGED]
    return {
        (left.quotation.span.article, right.quotation.span.article): (left.quotation.span, right.quotation.span)
        for left, right in combinations(sorted(held, key=lambda each: each.quotation.span), 2)
        if left.utterance == right.utterance and left.quotation.span.article != right.quotation.span.article
    }


@lru_cache(maxsize=8)
def _persons(corpus: Corpus) -> tuple[str, ...]:
    """The full names of people whom the articles mention."""
    return tuple(sorted({each.name for each in mentions(corpus) if " " in each.name and each.kind == "person"}))


@lru_cache(maxsize=8)
def _gathered(corpus: Corpus) -> dict[tuple[str, str], list[Evidence]]:
    """All evidence about each two articles, in the order of keys."""
    shared = {
        pair: [each for each in held if each.kind in FIRM_KINDS] for pair, held in _by_pair(corpus).items()
    }  # fmt: skip
    return {
        pair: [found for rule in _ASKED for found in rule(corpus, pair, shared.get(pair, []))]
        for pair in combinations(corpus.keys, 2)
    }


def _edge(corpus: Corpus, pair: tuple[str, str], evidence: list[Evidence]) -> Edge:
    """What the evidence comes to."""
    rules = {each.rule for each in evidence}
    if "copied text" in rules:
        kind = "shared source" if "the same credit" in rules and not rules & _DECISIVE else "copy"
    elif any(
        each.rule == "cites the other" and each.words >= _RETOLD * corpus[each.leans].body_words for each in evidence
    ):
        kind = "relay"
    elif rules & {"shared quotation", "parallel statement", "another language"}:
        kind = "shared source"
    elif "cites the other" in rules:
        kind = "relay"
    else:
        kind = "chance" if "a few words" in rules else "none"
    leaning = {each.leans for each in evidence if each.rule in _DECISIVE}
    leans = leaning.pop() if len(leaning) == 1 and kind in ("copy", "relay") else ""
    credited = any(each.rule in ("cites the other", "names the other") and each.leans == leans for each in evidence)
    shares = _shares(corpus, pair, [each for each in _by_pair(corpus).get(pair, ()) if each.kind in FIRM_KINDS])
    share = shares[leans] if leans else max(shares.values())
    return Edge(*pair, kind, round(share, 4), bool(leans) and credited, leans, tuple(evidence))


def _by_way(found: list[Edge]) -> list[Edge]:
    """Who leans on the copy of a text leans on the text."""
    leans = {
        (each.leans, _other((each.left, each.right), each.leans))
        for each in found
        if each.leans and each.kind == "copy"
    }
    told = []
    for each in found:
        pair = (each.left, each.right)
        ways = [key for key in pair for middle in {on for of, on in leans if of == key}
                if (middle, _other(pair, key)) in leans] if each.kind == "copy" and not each.leans else []  # fmt: skip
        told.append(replace(each, leans=ways[0]) if len(set(ways)) == 1 else each)
    return told


def _quoting(corpus: Corpus, passage: Passage) -> bool:
    """Whether either article gives most of the words to somebody."""
    for side in (passage.left, passage.right):
        held = [each.span for each in quotations(corpus[side.article]) if each.kind in ("quotation", "block")]
        inside = sum(max(0, min(side.end, span.end) - max(side.start, span.start)) for span in held)
        if 2 * inside > len(side):
            return True
    return False


def _shares(corpus: Corpus, pair: tuple[str, str], shared: Sequence[Passage]) -> dict[str, float]:
    """How much of each body stands in the other."""
    return {key: min(1.0, _held(corpus, pair, key, shared) / max(1, corpus[key].body_words)) for key in pair}


def _held(corpus: Corpus, pair: tuple[str, str], key: str, shared: Sequence[Passage]) -> int:
    """How many words of an article its passages with the other hold, each once."""
    raw, reached, words = corpus[key].raw, 0, 0
    for start, end in sorted(run for each in shared for run in same_words(each)[0 if key == pair[0] else 1]):
        words += count_words(raw[max(start, reached) : end])
        reached = max(reached, end)
    return words


@lru_cache(maxsize=256)
def _small_words(article: Article) -> frozenset[str]:
    """The short words that an article uses most: what its language is made of."""
    count = Counter(word for word in fold(article.raw).split() if 1 < len(word) <= 3 and word.isalpha())
    return frozenset(word for word, _ in count.most_common(6))


@lru_cache(maxsize=256)
def _told(article: Article) -> list[Span]:
    """The sentences of the body."""
    bodies = Cover()
    for each in article.segments:
        if each.kind == "body":
            bodies.add(each.span)
    return [each for each in article.sentences if bodies.holds(each)]


def _other(pair: tuple[str, str], key: str) -> str:
    return pair[1] if key == pair[0] else pair[0]


def _side(passage: Passage, key: str) -> Span:
    return passage.left if passage.left.article == key else passage.right
