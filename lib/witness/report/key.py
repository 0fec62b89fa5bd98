"""The teacher's key: what the analysis finds in the articles for each exercise, made when the kit is made.

It is stored nowhere and stands in teacher files alone. For shares and runs it uses the method of the checks, for
speakers, versions, differences and groups that of the report. It is a sample of what holds, not the list of it.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from witness import markup, pointers
from witness.articles import Corpus, part_of
from witness.coverage import coverage
from witness.dependence import edges, groups
from witness.differences import differences
from witness.exercises import strings, texts
from witness.passages import passages
from witness.pointers import Text, copied, copies, runs
from witness.quotations import quotations
from witness.spans import Span, count_words
from witness.versions import versions

# Lines for one exercise, and letters of the words that a line shows.
MOST_LINES, MOST_LETTERS = 4, 88


class Line(NamedTuple):
    """One line of the key: what holds, where its words stand, and the figures in it."""

    said: str
    spans: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()


def key(corpus: Corpus, language: str = "en") -> dict[str, list[Line]]:
    """What holds for each exercise, a few lines each; none where the articles have nothing of the kind.

    >>> from witness import load
    >>> [line.said for line in key(load("seeds"))["E12"]]
    ['3: 000 003 · 001 002 · 004']
    """
    said = strings(language)["kit"]["finds"]
    return {name: list(dict.fromkeys(find(corpus, said)))[:MOST_LINES] for name, find in _FINDS.items()}


def longest(corpus: Corpus) -> list[tuple[int, Span, Span]]:
    """The longest run of each two texts that are no copies, the longest first: its words, and where it stands.

    >>> from witness import load
    >>> longest(load("seeds"))[0][0]
    93
    """
    found = []
    for left, right in combinations(texts(corpus), 2):
        held = runs(left.folded, right.folded, pointers.RUN)
        if held and not copies(left, right):
            at, there, size = max(held, key=lambda each: (each[2], -each[0], -each[1]))
            found.append((size, _span(corpus, left, at, size), _span(corpus, right, there, size)))
    return sorted(found, key=lambda each: (-each[0], each[1]))


def ends(corpus: Corpus) -> list[tuple[Text, int, Text]]:
    """Each text, the number of words up to the end of its article, and the text with which it shares most.

    >>> from witness import load
    >>> [(text.key, other.key) for text, _, other in ends(load("seeds"))][0]
    ('000', '003')
    """
    found = []
    for text in texts(corpus):
        kept = [each.span for each in corpus[text.key].segments if part_of(each.kind) == "article"]
        words = count_words(corpus[text.key].raw[: kept[-1].end]) if kept else 0
        others = [each for each in texts(corpus) if each is not text]
        if others:
            found.append((text, words, max(others, key=lambda each: copied(text, each))))
    return found


def _span(corpus: Corpus, text: Text, first: int, size: int) -> Span:
    """Where some words of a text stand."""
    start = sum(map(len, text.raw[:first])) + sum(map(len, text.before[: first + 1]))
    length = sum(map(len, text.raw[first : first + size])) + sum(map(len, text.before[first + 1 : first + size]))
    return Span(text.key, start, start + length)


def _short(corpus: Corpus, span: Span, most: int = MOST_LETTERS) -> str:
    return markup.opening(" ".join(corpus.text(span).split()), most)


def _speaking(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    asked = ("byline", "author-bio", "contributor-credit", "dateline", "source-link", "caption", "credit")
    for article in corpus:
        held = [each for each in article.segments if each.kind in asked]
        if held:
            told = "; ".join(f"{each.kind} “{_short(corpus, each.span, 36)}”" for each in held[:3])
            yield Line(f"{article.key}: {told}", tuple(each.span for each in held[:3]))


def _stops(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    for text, words, other in sorted(ends(corpus), key=lambda each: -len(each[0].raw) / max(1, each[1])):
        page, article = (f"{copied(text, other, most):.1f}" for most in (len(text.raw), words))
        last = _span(corpus, text, max(0, words - 6), min(6, words))
        shares = said["shares"].format(page=page, article=article, other=other.key)
        yield Line(f"{text.key}: “… {_short(corpus, last)}”; {shares}", (last,), (page, article))


def _echoes(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    for size, left, right in longest(corpus):
        told = f"{left.article}, {right.article}: {said['words'].format(count=size)}, “{_short(corpus, left)}”"
        yield Line(told, (left, right), (str(size),))


def _moved(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    held = [each for each in versions(corpus) if each.changes and each.kind not in ("same", "punctuation", "trimmed")]
    for each in sorted(held, key=lambda each: (each.kind != "slip", each.utterance)):
        here, there = each.quotation.inner, each.differs_from.inner
        both = [change for change in each.changes if len(change.left) and len(change.right)]
        change = (both or each.changes)[0]
        told = f"“{_short(corpus, change.left, 40)}” → “{_short(corpus, change.right, 40)}”"
        yield Line(f"{there.article}, {here.article} ({each.kind}): {told}", (there, here))


def _ladders(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    held = [each for article in corpus for each in quotations(article) if part_of(each.segment) == "article"]
    far = sorted((each for each in held if len(each.chain) > 2), key=lambda each: (-len(each.chain), each.span))
    lost = [each for each in held if not each.speaker and each.kind in ("quotation", "block")]
    for each in [*far[:2], *lost[:2]]:
        chain = " < ".join(each.chain) if each.speaker else f"{each.span.article} < {said['nobody']}"
        yield Line(f"{chain}: “{_short(corpus, each.inner, 60)}”", (each.span,))


def _mouths(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    yield from (_difference(each) for each in differences(corpus) if each.kind == "speaker")


def _counts(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    yield from (_difference(each) for each in differences(corpus) if each.kind == "number")


def _difference(each: Any) -> Line:
    return Line(each.sentence, (each.left, each.right))


def _days(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    for text in texts(corpus):
        held = {at: month for at, month in pointers.months(text).items() if at < pointers.tail(text)}
        told = [f"“{text.raw[at]}” {first}" for at, (first, last) in sorted(held.items()) if first == last != ""]
        if told:
            spans = tuple(_span(corpus, text, at, 1) for at in sorted(held))
            yield Line(f"{text.key}: {', '.join(told[:6])}", spans)


def _silence(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    held: dict[str, list[Any]] = {}
    for each in coverage(corpus):
        held.setdefault(each.topic, []).extend([each] if each.spans else [])
    for topic, cells in held.items():
        if len(cells) == 1 and len(corpus) > 1:
            [cell] = cells
            yield Line(f"{topic}: {said['only'].format(key=cell.article)}, “{_short(corpus, cell.spans[0], 50)}”",
                       cell.spans[:1])  # fmt: skip


def _frames(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    for article in corpus:
        lead = [each for each in article.segments if each.kind == "headline"][:1]
        lead = lead or [each for each in article.segments if each.kind == "body"][:1]
        for each in lead:
            yield Line(f"{article.key}: “{_short(corpus, article.sentence(each.span))}”", (each.span,))


def _fooled(corpus: Corpus, said: dict[str, str]) -> Iterator[Line]:
    apart = {(left.key, right.key) for left, right in combinations(texts(corpus), 2) if not copies(left, right)}
    held = [each for each in passages(corpus) if (each.left.article, each.right.article) in apart]
    alarms = [each for each in held if each.kind == "echo" and 4 <= each.words <= 12]
    misses = [each for each in held if each.kind == "reworded"]
    for each in [*sorted(alarms, key=lambda each: -each.words)[:2], *misses[:2]]:
        told = f"{each.left.article}, {each.right.article} ({each.kind}): “{_short(corpus, each.left, 60)}”"
        yield Line(told, (each.left, each.right))


def _witnesses(corpus: Corpus, _said: dict[str, str]) -> Iterator[Line]:
    held = groups(corpus, edges(corpus))
    yield Line(f"{len(held)}: {' · '.join(' '.join(group) for group in held)}", (), (str(len(held)),))


_FINDS: dict[str, Callable[[Corpus, dict[str, str]], Iterator[Line]]] = {
    "E1": _speaking, "E2": _stops, "E3": _echoes, "E4": _moved, "E5": _ladders, "E6": _mouths, "E7": _counts,
    "E8": _days, "E9": _silence, "E10": _frames, "E11": _fooled, "E12": _witnesses,
}  # fmt: skip


def quiz(corpus: Corpus, language: str = "en") -> str:
    """The closed questions as GIFT, the plain text that learning platforms read: with their answers, so for teachers.

    >>> from witness import load
    >>> "{#93:0}" in quiz(load("seeds"))
    True
    """
    said, glossary = strings(language)["kit"]["quiz"], list(strings(language)["glossary"].values())
    items = []
    for at in range(0, len(glossary) - len(glossary) % 6, 6):
        pairs = "\n".join(
            f"  ={_gift(means)} -> {_gift(forms.split('|')[0])}" for forms, means in glossary[at : at + 6]
        )
        items.append(f"{_gift(said['match'])} {{\n{pairs}\n}}")
    items += [f"{_gift(said['echo'])} {{#{size}:0}}" for size, *_ in longest(corpus)[:1]]
    items.append(f"{_gift(said['witnesses'].format(count=len(corpus)))} {{#{len(groups(corpus, edges(corpus)))}:0}}")
    for text, _, other in ends(corpus):
        if copied(text, other) > 1:
            asked = said["share"].format(key=text.key, other=other.key)
            items.append(f"{_gift(asked)} {{#{copied(text, other):.1f}:1.5}}")
    for left, right in combinations(texts(corpus), 2):
        if copies(left, right):
            items.append(
                f"{_gift(said['copy'].format(key=left.key, other=right.key))} {{F#{_gift(said['copy_said'])}}}"
            )
    items.append(f"{_gift(said['states'])} {{T#{_gift(said['states_said'])}}}")
    return "\n\n".join(f"::{number:02}:: {item}" for number, item in enumerate(items, 1)) + "\n"


def _gift(text: str) -> str:
    """Text in which no character is a sign of the format."""
    return re.sub(r"([~=#{}:\\])", r"\\\1", " ".join(text.split()))
