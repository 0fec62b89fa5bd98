"""News-like collections whose shared passages are known, because every word remembers where it was first written.

Each word that an author writes gets a number of its own, its *origin*. Who copies a word copies its origin; who puts
another word in its place, or adds one, writes anew. The truth is read from these numbers alone, never from the steps
that planted it: where two articles hold words of equal origin, in the same order on both sides and with at most `GAP`
other words between one and the next on either side, there is one passage, from the first such word to the last. It
counts if it holds at least `LEAST` of them. So a quotation inside a syndicated copy is also a passage between that copy
and every other article with the quotation, and an article reprinted whole is one passage, not one for each quotation.

Not planted, so wrong when found: the header and footer that a site puts on its pages (listed in `furniture`), and stock
phrases, which authors use independently of each other.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WORDS = 200_000  # word types
PHRASES = 30_000  # stock phrases
PHRASE_SHARE = 0.01  # of what an author sets down next, the share that is a stock phrase and not a single word
ARTICLE = 450  # words an author writes, a tenth more or less; quotations, header and footer make it about 600
STORY = 20  # articles in the largest story; a story of n articles is n times rarer than a story of one
SYNDICATED = 0.15  # of the later articles of a story
SITE = 200  # articles of a site, on average
SITES = 5  # sites at least, for even a small collection comes from several
GAP = 12  # words between two copied words of a passage; edits of one word in five leave such a gap once in 10^9
LEAST = 8  # copied words of a passage, lest two words kept by a cut be called one

# Rows of a table of tokens: number of the word (WORDS more if it has a capital), what is printed behind it, its origin.
WORD, AFTER, ORIGIN = range(3)
NOWHERE = -1  # the origin of words which no article can be said to copy
AFTERS = [" ", ", ", "; ", ". ", "? ", ".\n\n", ", “", ".” ", ".”\n\n", " | ", "\n\n", "\n"]
SPACE, COMMA, SEMICOLON, STOP, QUESTION, PARAGRAPH, OPEN, CLOSE, CLOSE_PARAGRAPH, BAR, BLANK, LINE = range(len(AFTERS))

Tokens = NDArray[np.int64]
Passage = tuple[int, int, int, int, int, int]  # left, left_start, left_end, right, right_start, right_end


class Planted(NamedTuple):
    """Articles, the passages they share, and what their sites added: all offsets half-open, in characters.

    >>> made = planted(30)
    >>> left, left_start, left_end, right, right_start, right_end = made.passages[0]
    >>> left < right, made.texts[left][left_start:left_end].isspace()
    (True, False)
    >>> planted(30).texts == made.texts != planted(30, seed=1).texts
    True
    """

    texts: list[str]
    passages: list[Passage]  # sorted; left is the smaller number of article
    furniture: list[tuple[int, int, int]]  # article, start, end


class Language(NamedTuple):
    """Words, and how often each unit (a word or a stock phrase) is written."""

    spelling: NDArray[np.object_]  # of each word, then of each word with a capital
    letters: NDArray[np.int64]  # in each spelling
    units: NDArray[np.int64]  # the words of all units, end to end
    starts: NDArray[np.int64]  # where in `units` each begins
    lengths: NDArray[np.int64]
    upto: NDArray[np.float64]  # cumulated frequency of units


@cache
def language() -> Language:
    """The invented language all collections are written in; frequent words are short, as in any language."""
    rng = np.random.default_rng(0)
    syllables = np.array([o + v for o in "b d f g k l m n p r s t v z br st tr kl sh".split() for v in "aeiou"], object)
    codas = np.array(["", "n", "s", "r", "l", "t"], object)
    spelling = []
    # A number drawn once names the syllables and the coda, so no two words are spelled alike.
    for count, words in ((1, 200), (2, 5_000), (3, WORDS - 5_200)):
        code = rng.choice(len(codas) * len(syllables) ** count, words, replace=False)
        code, coda = np.divmod(code, len(codas))
        word = codas[coda]
        for _ in range(count):
            code, syllable = np.divmod(code, len(syllables))
            word = syllables[syllable] + word
        spelling += word.tolist()
    spelling += [word.capitalize() for word in spelling]
    frequency = 1 / (np.arange(WORDS) + 2.7) ** 1.05  # Zipf and Mandelbrot
    # One word type in twenty is a name, and is never written small.
    for name in np.flatnonzero(rng.random(WORDS) < 0.05)[10:]:
        spelling[name] = spelling[name + WORDS]
    phrase_lengths = rng.integers(3, 9, PHRASES)
    phrase_words = np.searchsorted(frequency.cumsum() / frequency.sum(), rng.random(phrase_lengths.sum()))
    phrase_frequency = 1 / (np.arange(PHRASES) + 20)
    lengths = np.concatenate([np.ones(WORDS, np.int64), phrase_lengths])
    share = np.concatenate(
        [
            (1 - PHRASE_SHARE) * frequency / frequency.sum(),
            PHRASE_SHARE * phrase_frequency / phrase_frequency.sum(),
        ]
    )
    return Language(
        np.array(spelling, object),
        np.array([len(word) for word in spelling]),
        np.concatenate([np.arange(WORDS), phrase_words]),
        lengths.cumsum() - lengths,
        lengths,
        share.cumsum() / share.sum(),
    )


class Author:
    """Writes words that nobody wrote before, and edits what others wrote."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.written = 0

    def words(self, count: int) -> Tokens:
        """So many words and stock phrases with spaces after them."""
        speech = language()
        unit = np.searchsorted(speech.upto, self.rng.random(count))
        lengths = speech.lengths[unit]
        within = np.arange(lengths.sum()) - np.repeat(lengths.cumsum() - lengths, lengths)
        word = speech.units[np.repeat(speech.starts[unit], lengths) + within][:count]
        origin = np.arange(self.written, self.written + count)
        self.written += count
        return np.stack([word, np.full(count, SPACE), origin])

    def prose(self, count: int) -> Tokens:
        """Sentences of 8 to 30 words, in paragraphs of 2 to 5 sentences."""
        text = self.words(count)
        ends = self.rng.integers(8, 31, count // 8 + 1).cumsum() - 1
        ends = np.append(ends[ends < count - 8], count - 1)
        commas = self.rng.random(count)
        text[AFTER, commas < 0.06] = COMMA
        text[AFTER, commas < 0.005] = SEMICOLON
        text[AFTER, ends] = np.where(self.rng.random(len(ends)) < 0.95, STOP, QUESTION)
        breaks = self.rng.integers(2, 6, len(ends)).cumsum() - 1
        text[AFTER, ends[breaks[breaks < len(ends) - 2]]] = PARAGRAPH
        text[AFTER, -1] = PARAGRAPH
        text[WORD, np.append(0, ends[:-1] + 1)] += WORDS
        return text

    def quotation(self) -> Tokens:
        """What somebody said, in 30 to 80 words."""
        text = self.prose(int(self.rng.integers(30, 81)))
        text[AFTER, text[AFTER] == PARAGRAPH] = STOP
        text[AFTER, -1] = CLOSE
        return text

    def edited(self, text: Tokens, rate: float) -> Tokens:
        """A copy with that share of its words changed: 7 in 10 substituted, the others dropped or added."""
        draw = self.rng.random(text.shape[1]) / rate
        # Dropping the first or last word of a sentence would leave its capital or its stop behind.
        inside = (text[AFTER] == SPACE) & (text[WORD] < WORDS)
        copies = 1 - (inside & (draw >= 0.7) & (draw < 0.85)) + (inside & (draw >= 0.85) & (draw < 1))
        anew = np.append(np.flatnonzero(draw < 0.7), np.flatnonzero(copies == 2))
        at = copies.cumsum()[anew] - 1
        copy = np.repeat(text, copies, axis=1)
        new = self.words(len(at))
        copy[WORD, at] = new[WORD] + WORDS * (copy[WORD, at] >= WORDS)
        copy[ORIGIN, at] = new[ORIGIN]
        return copy

    def article(self, quotations: list[Tokens]) -> Tokens:
        """New prose with an edited copy of each of the quotations behind some sentence."""
        text = self.prose(int(self.rng.integers(ARTICLE * 9 // 10, ARTICLE * 11 // 10)))
        ends = np.flatnonzero(np.isin(text[AFTER], (STOP, QUESTION, PARAGRAPH)))
        cuts = np.sort(self.rng.choice(ends, len(quotations), replace=False)) + 1
        parts = np.split(text, cuts, axis=1)
        whole = [parts[0]]
        for quotation, before, after in zip(quotations, parts, parts[1:], strict=False):
            says = self.words(int(self.rng.integers(3, 9)))
            says[WORD, 0] += WORDS
            says[AFTER, -1] = OPEN
            said = self.edited(quotation, self.rng.uniform(0.02, 0.10))
            # The paragraph that ended before the quotation now ends behind it.
            if before[AFTER, -1] == PARAGRAPH:
                before[AFTER, -1] = STOP
                said[AFTER, -1] = CLOSE_PARAGRAPH
            whole += [says, said, after]
        return np.concatenate(whole, axis=1)

    def syndicated(self, text: Tokens) -> Tokens:
        """An article reprinted: 1 in 3 loses its last paragraphs, 1 in 5 has its paragraphs in another order."""
        copy = self.edited(text, self.rng.uniform(0.005, 0.03))
        ends = np.flatnonzero(np.isin(copy[AFTER], (PARAGRAPH, CLOSE_PARAGRAPH))) + 1
        paragraphs = np.split(copy, ends[:-1], axis=1)
        if self.rng.random() < 1 / 3:
            paragraphs = paragraphs[: int(np.ceil(len(paragraphs) * self.rng.uniform(0.4, 0.8)))]
        if self.rng.random() < 1 / 5:
            paragraphs = [paragraphs[at] for at in self.rng.permutation(len(paragraphs))]
        return np.concatenate(paragraphs, axis=1)

    def story(self, count: int) -> list[Tokens]:
        """Articles about one event, which share quotations; some of the later ones are reprints of earlier ones."""
        quotations = [self.quotation() for _ in range(1 + count // 4)]
        articles: list[Tokens] = []
        for _ in range(count):
            if articles and self.rng.random() < SYNDICATED:
                articles.append(self.syndicated(articles[self.rng.integers(len(articles))]))
            else:
                chosen = self.rng.permutation(len(quotations))[: self.rng.integers(1, 4)]
                articles.append(self.article([quotations[at] for at in chosen]))
        return articles

    def site(self) -> tuple[Tokens, Tokens]:
        """The header and footer on all pages of a site."""
        header, footer = self.words(int(self.rng.integers(12, 21))), self.prose(int(self.rng.integers(40, 61)))
        header[WORD] += WORDS
        header[AFTER] = BAR
        header[AFTER, -1] = BLANK
        footer[AFTER, -1] = LINE
        header[ORIGIN] = footer[ORIGIN] = NOWHERE
        return header, footer


AFTER_TEXTS = np.array(AFTERS, object)
AFTER_LETTERS = np.array([len(each) for each in AFTERS])


def printed(text: Tokens) -> tuple[str, NDArray[np.int64], NDArray[np.int64]]:
    """The text of an article, and where each of its words starts and ends in it."""
    speech = language()
    pieces = np.empty(2 * text.shape[1], object)
    pieces[0::2], pieces[1::2] = speech.spelling[text[WORD]], AFTER_TEXTS[text[AFTER]]
    letters = speech.letters[text[WORD]]
    starts = (letters + AFTER_LETTERS[text[AFTER]]).cumsum() - letters - AFTER_LETTERS[text[AFTER]]
    return "".join(pieces.tolist()), starts, starts + letters


def passages(origins: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Rows (left, first word, last word, right, first word, last word) that articles share by the rule above."""
    origin = np.concatenate(origins)
    article = np.repeat(np.arange(len(origins)), [len(each) for each in origins])
    at = np.concatenate([np.arange(len(each)) for each in origins])
    # No article holds an origin twice, so words of one origin are next to each other, one for each article.
    order = np.argsort(origin, kind="stable")
    order = order[np.searchsorted(origin[order], 0) :]  # without the words from nowhere
    links = [np.empty((4, 0), np.int64)]
    for lag in range(1, len(origins)):
        left, right = order[:-lag], order[lag:]
        same = origin[left] == origin[right]
        left, right = left[same], right[same]
        links.append(np.stack([article[left], article[right], at[left], at[right]]))
    link = np.concatenate(links, axis=1)
    link = link[:, np.lexsort((link[2], link[1], link[0]))]
    step = np.diff(link)
    goes_on = (step[:2] == 0).all(axis=0) & (step[2:] > 0).all(axis=0) & (step[2:] <= GAP + 1).all(axis=0)
    first = np.flatnonzero(np.append(True, ~goes_on)) if link.size else np.empty(0, np.int64)
    last = np.append(first[1:], link.shape[1])[: len(first)] - 1
    long = last - first + 1 >= LEAST
    head, tail = link[:, first[long]], link[:, last[long]]
    return np.stack([head[0], head[2], tail[2], head[1], head[3], tail[3]], axis=1)


def planted(count: int, seed: int = 0) -> Planted:
    """A collection of so many articles; the same count and seed make the same one.

    >>> made = planted(3, seed=5)
    >>> len(made.texts), len(made.furniture)
    (3, 6)
    """
    author = Author(seed)
    sites = [author.site() for _ in range(max(SITES, count // SITE))]
    popularity = 1 / np.arange(1, len(sites) + 1)
    size_weights = 1 / np.arange(1, STORY + 1)
    # Articles of one story must not lie side by side, as no collection is sorted by story.
    numbers = author.rng.permutation(count)
    texts = [""] * count
    found: list[Passage] = []
    furniture: list[tuple[int, int, int]] = []
    done = 0
    while done < count:
        size = int(author.rng.choice(STORY, p=size_weights / size_weights.sum())) + 1
        story = author.story(min(size, count - done))
        number = np.sort(numbers[done : done + len(story)]).tolist()
        done += len(story)
        author.rng.shuffle(number)
        # In order of their numbers, so that the left article of each passage is the one with the smaller number.
        by_number = sorted(zip(number, story, strict=True), key=lambda each: each[0])
        origins, starts, ends = [], [], []
        for each, body in by_number:
            header, footer = sites[author.rng.choice(len(sites), p=popularity / popularity.sum())]
            page = np.concatenate([header, body, footer], axis=1)
            texts[each], start, end = printed(page)
            furniture.append((each, 0, int(end[header.shape[1] - 1])))
            furniture.append((each, int(start[-footer.shape[1]]), int(end[-1])))
            origins.append(page[ORIGIN])
            starts.append(start)
            ends.append(end)
        for left, i, j, right, k, m in passages(origins).tolist():
            names = by_number[left][0], by_number[right][0]
            left_span, right_span = (starts[left][i], ends[left][j]), (starts[right][k], ends[right][m])
            found.append((names[0], *map(int, left_span), names[1], *map(int, right_span)))
    return Planted(texts, sorted(found), sorted(furniture))
