"""Collections of news-like articles with planted shared passages, for testing text-reuse detection."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate, combinations
from itertools import count as counter
from random import Random
from typing import NamedTuple

PLAIN, SPELLING, HYPHEN, NUMERAL, TITLE = range(5)
BRIDGE = 10  # edited words bridged within one passage
LEAST_COMMON = 12  # words in common that make a passage
LEAST_AGREEMENT = 0.78  # stories with a passage below this are written anew
LARGEST_STORY = 8

Passage = tuple[int, int, int, int, int, int]
Entry = tuple[tuple[str, str], int]


class Token(NamedTuple):
    """One word with its two house-style forms, the rule that selects one, its origin and its punctuation."""

    forms: tuple[str, str]
    kind: int
    origin: int
    before: str = ""
    after: str = ""


Sentence = list[Token]


@dataclass(frozen=True)
class Planted:
    """Texts and the passages they share: (left, left_start, left_end, right, right_start, right_end)."""

    texts: list[str]
    passages: list[Passage]


@dataclass(frozen=True)
class Alphabet:
    """What the invented words of one language are made of."""

    name: str
    share: float
    onsets: list[str]
    vowels: list[str]
    endings: list[str]
    spellings: list[tuple[str, str]]
    function_words: list[str]
    numbers: list[str]
    said: list[str]
    prefixes: list[str]
    quotes: list[tuple[str, str]]


ALPHABETS = [
    Alphabet(
        "latin",
        0.55,
        "b c d f g h l m n p r s t v st tr pl br gr sh ch cl".split(),
        "a e i o u ea ou".split(),
        "n r s t l d ng nt rd st ment tion al er ed ing y".split(),
        [("our", "or"), ("ise", "ize"), ("tre", "ter"), ("elled", "eled"), ("ogue", "og"), ("ence", "ense")],
        "the of to and in a that for it on was is with as by at he from but be has his they have this will an which "
        "their are who not had were she been more one said or its after would about there when up than out".split(),
        "two three four five six seven eight nine ten eleven twelve".split(),
        ["she said", "he said", "they said", "he told reporters", "she added", "he went on"],
        ["co", "re", "pre", "non", "anti", "mid"],
        [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")],
    ),
    Alphabet(
        "cyrillic",
        0.17,
        "б в г д ж з к л м н п р с т х ч ш ст пр кр гр вл".split(),
        "а е и о у ы я ю".split(),
        "н р с т л к ть ний ного ная ом ами ство ость ет ла ский".split(),
        [("ённый", "енный"), ("ие", "ье"), ("ёр", "ер"), ("ция", "цыя")],
        "и в не на что он с как это по но из у за от к для его так же до или они бы был была было есть о об при со мы "
        "вы все уже если еще когда то этот который также после над через".split(),
        "два три четыре пять шесть семь восемь девять десять одиннадцать".split(),
        ["сказал он", "сказала она", "отметил он", "добавила она вчера", "сообщили они"],
        ["контр", "вице", "экс", "медиа"],
        [("«", "»"), ("„", "“"), ('"', '"')],
    ),
    Alphabet(
        "greek",
        0.12,
        "β γ δ ζ θ κ λ μ ν π ρ σ τ φ χ στ πρ κρ τρ".split(),
        "α ε η ι ο υ ω ου αι ά έ ί ό".split(),
        "ς ν σης μα ση τος κού λία ρας μένος τικό ναι ει".split(),
        [("ωση", "ωσις"), ("αυγο", "αβγο"), ("εία", "εια"), ("ώνω", "όνω")],
        "και το να του η της με που την από για είναι στο ο τα στην τον οι ότι θα δεν σε τους των μια τη ένα ως αλλά "
        "κατά μετά αν όπως πως πριν ή στα στις ήταν έχει αυτό".split(),
        "δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα".split(),
        ["είπε ο ίδιος", "είπε", "δήλωσε η ίδια", "πρόσθεσε χθες"],
        ["αντι", "προ", "μετα", "υπο"],
        [("«", "»"), ("“", "”"), ('"', '"')],
    ),
    Alphabet(
        "accented",
        0.16,
        "b c d f g j l m n p r s t v ç pr tr bl cr č š ř".split(),
        "a e i o u é è ê â ô ö ü í ů".split(),
        "n r s t l x tion ment eur ère é ée ité aux ské ních ová".split(),
        [("ître", "itre"), ("clef", "clé"), ("ôme", "ome"), ("œur", "oeur"), ("èrement", "érement")],
        "le la de et les des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont avec été ont "
        "cette aux mais comme ou son sa elle ses leur entre deux après sans même être".split(),
        "trois quatre cinq six sept huit neuf dix onze douze treize".split(),
        ["dit elle", "expliqua le témoin", "ajoute t on", "assure celui ci", "selon lui"],
        ["contre", "anti", "sous", "vice"],
        [("« ", " »"), ("“", "”"), ('"', '"')],
    ),
]


@dataclass(frozen=True)
class House:
    """The style sheet of one site."""

    rules: tuple[int, ...]
    quotes: tuple[str, str]
    commas_inside: bool
    dash: str
    paragraph_break: str
    wrap: int
    headline_case: str
    dateline: list[str]
    disclaimer: list[str]


@dataclass
class Article:
    """An article before typesetting."""

    house: House
    headline: Sentence
    paragraphs: list[list[Sentence]]


@dataclass
class Typeset:
    """A text with the origin, the surface and the offsets of each of its words."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    column: int = 0
    origins: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def put(self, piece: str) -> None:
        """Append characters that belong to no word."""
        self.pieces.append(piece)
        self.length += len(piece)
        self.column = len(piece) - 1 - piece.rfind("\n") if "\n" in piece else self.column + len(piece)

    def put_word(self, word: str, origin: int) -> None:
        """Append a word and record where it stands."""
        self.origins.append(origin)
        self.words.append(word.casefold())
        self.spans.append((self.length, self.length + len(word)))
        self.put(word)


class Language:
    """The vocabulary, the stock phrases and the sites of one language."""

    def __init__(self, alphabet: Alphabet, seed: int, houses: int) -> None:
        self.alphabet = alphabet
        self.rng = Random(f"{seed} {alphabet.name}")
        taken = set(alphabet.function_words)
        content: list[Entry] = []
        while len(content) < 9000:
            word = self.invent()
            if word not in taken:
                taken.add(word)
                content.append(self.styled(word))
        self.entries: list[Entry] = [((word, word), PLAIN) for word in alphabet.function_words] + content
        function = [1 / (rank + 3) for rank in range(len(alphabet.function_words))]
        scale = 0.45 / sum(function)
        weights = [weight * scale for weight in function]
        plain = [1 / (rank + 30) ** 0.9 for rank in range(len(content))]
        weights += [weight * 0.55 / sum(plain) for weight in plain]
        self.cumulative = list(accumulate(weights))
        self.stock = [self.draw(self.rng, self.rng.randint(3, 6)) for _ in range(60)]
        self.houses = [self.house() for _ in range(houses)]

    def invent(self) -> str:
        """Invent a word of one to three syllables and an ending."""
        rng, alphabet = self.rng, self.alphabet
        syllables = rng.choices((1, 2, 3), (3, 5, 2))[0]
        body = "".join(rng.choice(alphabet.onsets) + rng.choice(alphabet.vowels) for _ in range(syllables))
        return body + rng.choice(alphabet.endings)

    def styled(self, word: str) -> Entry:
        """Give some words a second form that other sites prefer."""
        chance = self.rng.random()
        if chance < 0.05:
            first, second = self.rng.choice(self.alphabet.spellings)
            return (word[:5] + first, word[:5] + second), SPELLING
        if chance < 0.08:
            prefix = self.rng.choice(self.alphabet.prefixes)
            return (prefix + "-" + word, prefix + word), HYPHEN
        if chance < 0.11:
            return (word, word[0].upper() + word[1:]), TITLE
        return (word, word), PLAIN

    def draw(self, rng: Random, size: int) -> list[Entry]:
        """Draw words by their frequency."""
        return rng.choices(self.entries, cum_weights=self.cumulative, k=size)

    def house(self) -> House:
        """Make up the style sheet of a site."""
        rng = self.rng
        disclaimer = [entry[0][0] for entry in self.draw(rng, rng.randint(8, 10))]
        return House(
            rules=(0, *(rng.randint(0, 1) for _ in range(4))),
            quotes=rng.choice(self.alphabet.quotes),
            commas_inside=rng.random() < 0.5,
            dash=rng.choice([" - ", " – ", " — ", " -- ", ": "]),
            paragraph_break=rng.choice(["\n\n", "\n\n", "\n", "\n    ", "\r\n\r\n"]),
            wrap=rng.choice([0, 0, 0, 72, 60]),
            headline_case=rng.choice(["sentence", "sentence", "title", "upper"]),
            dateline=[self.invent().upper() for _ in range(rng.choice((0, 0, 1, 2)))],
            disclaimer=disclaimer if rng.random() < 0.7 else [],
        )


class Desk:
    """Writes, copies and edits the articles of one story."""

    def __init__(self, language: Language, rng: Random, origins: Iterator[int]) -> None:
        self.language, self.rng, self.origins = language, rng, origins
        names = [language.draw(rng, 40)[i][0][0] for i in range(8)]
        self.names: list[Entry] = [((name[0].upper() + name[1:],) * 2, PLAIN) for name in names if len(name) > 3]
        self.names += [entry for entry in language.draw(rng, 12) if len(entry[0][0]) > 3]

    def tokens(self, entries: list[Entry]) -> Sentence:
        """Give words new origins."""
        return [Token(forms, kind, next(self.origins)) for forms, kind in entries]

    def sentence(self, size: int) -> Sentence:
        """Write a sentence with names of the story, numbers, stock phrases, commas and quotations."""
        rng, numbers = self.rng, self.language.alphabet.numbers
        entries = self.language.draw(rng, size)
        for i in range(size):
            chance = rng.random()
            if chance < 0.06:
                entries[i] = rng.choice(self.names)
            elif chance < 0.075:
                value = rng.randrange(len(numbers))
                first = 3 if self.language.alphabet.name == "accented" else 2
                entries[i] = (numbers[value], str(value + first)), NUMERAL
        stock = rng.choice(self.language.stock)
        if size > len(stock) + 3 and rng.random() < 0.2:
            at = rng.randrange(1, size - len(stock))
            entries[at : at + len(stock)] = stock
        sentence = self.tokens(entries)
        for i in range(2, size - 2):
            if rng.random() < 0.07:
                sentence[i] = sentence[i]._replace(after=",")
        sentence[-1] = sentence[-1]._replace(after=rng.choice("......?"))
        if rng.random() < 0.2:
            sentence[0] = sentence[0]._replace(before="“")
            sentence[-1] = sentence[-1]._replace(after=".”")
        return sentence

    def sentences(self, words: int) -> list[Sentence]:
        """Write sentences of at most the given number of words together."""
        result = []
        while words >= 8:
            size = min(self.rng.randint(8, 28), words)
            size = words if words - size < 8 and words <= 30 else size
            result.append(self.sentence(size))
            words -= size
        return result

    def typo(self, sentence: Sentence) -> int:
        """Mistype a letter of a word."""
        rng, i = self.rng, self.rng.randrange(len(sentence))
        word, kind = sentence[i].forms[0], sentence[i].kind
        if len(word) < 4 or kind != PLAIN:
            return 0
        at = rng.randrange(1, len(word) - 1)
        other = rng.choice(self.language.alphabet.vowels)
        wrong = rng.choice(
            [
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + other + word[at + 1 :],
            ]
        )
        sentence[i] = sentence[i]._replace(forms=(wrong, wrong))
        return 1

    def inflect(self, sentence: Sentence) -> int:
        """Give a word another ending."""
        i = self.rng.randrange(len(sentence))
        word, kind = sentence[i].forms[0], sentence[i].kind
        if len(word) < 5 or kind != PLAIN:
            return 0
        changed = word[:-1] + self.rng.choice(self.language.alphabet.endings)
        sentence[i] = sentence[i]._replace(forms=(changed, changed))
        return 1

    def swap(self, sentence: Sentence) -> int:
        """Change the order of two neighbouring words, the second of which counts as new."""
        i = self.rng.randrange(len(sentence) - 1)
        first, second = sentence[i], sentence[i + 1]
        sentence[i] = first._replace(forms=second.forms, kind=second.kind, origin=next(self.origins))
        sentence[i + 1] = second._replace(forms=first.forms, kind=first.kind, origin=first.origin)
        return 1

    def drop(self, sentence: Sentence) -> int:
        """Drop a clause of up to six words."""
        size = self.rng.choice((1, 1, 2, 3, 4, 5, 6))
        if len(sentence) < size + 6:
            return 0
        at = self.rng.randrange(1, len(sentence) - size)
        if any("“" in token.before or "”" in token.after for token in sentence[at : at + size]):
            return 0
        del sentence[at : at + size]
        return size

    def add(self, sentence: Sentence) -> int:
        """Add a clause of up to six words."""
        size = self.rng.choice((1, 1, 2, 3, 4, 5, 6))
        clause = self.tokens(self.language.draw(self.rng, size))
        if size > 2:
            clause[-1] = clause[-1]._replace(after=",")
        at = self.rng.randrange(1, len(sentence))
        sentence[at:at] = clause
        return size

    def attribute(self, sentence: Sentence) -> int:
        """Interrupt a quotation with an attribution."""
        if sentence[0].before != "“" or not sentence[-1].after.endswith("”") or len(sentence) < 7:
            return 0
        at = self.rng.randrange(3, len(sentence) - 2)
        if any(token.before or "”" in token.after for token in sentence[at - 1 : at + 1]):
            return 0
        clause = self.tokens([((word, word), PLAIN) for word in self.rng.choice(self.language.alphabet.said).split()])
        clause[-1] = clause[-1]._replace(after=",")
        sentence[at - 1] = sentence[at - 1]._replace(after=",”")
        sentence[at] = sentence[at]._replace(before="“")
        sentence[at:at] = clause
        return len(clause)

    def edit(self, sentences: list[Sentence], rate: float) -> list[Sentence]:
        """Copy sentences with about the given share of words changed."""
        result = [list(sentence) for sentence in sentences]
        edits = [self.typo, self.inflect, self.swap, self.drop, self.add, self.attribute]
        budget = rate * sum(map(len, result))
        while self.rng.random() * 3 < budget:
            edit = self.rng.choices(edits, (8, 2, 3, 3, 3, 5))[0]
            budget -= edit(self.rng.choice(result)) or 0.1
        return result

    def grouped(self, sentences: list[Sentence], least: int, most: int) -> list[list[Sentence]]:
        """Set sentences in paragraphs."""
        result, at = [], 0
        while at < len(sentences):
            size = self.rng.randint(least, most)
            if len(sentences) - at - size < least:
                size = len(sentences) - at
            result.append(sentences[at : at + size])
            at += size
        return result

    def move(self, paragraphs: list[list[Sentence]], block: list[Sentence]) -> None:
        """Move a sentence of a block to another place in the article."""
        sentence = self.rng.choice(block)
        for paragraph in paragraphs:
            paragraph[:] = [other for other in paragraph if other is not sentence]
        paragraphs[:] = [paragraph for paragraph in paragraphs if paragraph]
        paragraph = self.rng.choice(paragraphs)
        paragraph.insert(self.rng.randint(0, len(paragraph)), sentence)

    def compose(self, house: House, headline: Sentence, blocks: list[list[Sentence]]) -> Article:
        """Write an article around copied blocks, with at least one own paragraph between any two."""
        rng = self.rng
        copied = sum(len(sentence) for block in blocks for sentence in block)
        own = max(rng.randint(310, 850) - copied, 20 * (len(blocks) + 1))
        paragraphs = self.grouped(self.sentences(own), 2, 4)
        while len(paragraphs) < len(blocks) + 1:
            paragraphs.append([self.sentence(rng.randint(12, 20))])
        for at, block in zip(
            sorted(rng.sample(range(len(paragraphs) + 1), len(blocks)), reverse=True), blocks, strict=True
        ):
            pieces = self.grouped(block, 1, 4)
            if at and rng.random() < 0.3:
                paragraphs[at - 1] = paragraphs[at - 1] + pieces.pop(0)
            paragraphs[at:at] = pieces
        for block in blocks:
            if len(block) > 2 and rng.random() < 0.2:
                self.move(paragraphs, block)
        return Article(house, headline, paragraphs)

    def reprint(self, article: Article, house: House, headline: Sentence) -> Article:
        """Reprint an article with new paragraphs and few edits, often shortened from the end."""
        rng = self.rng
        sentences = [sentence for paragraph in article.paragraphs for sentence in paragraph]
        size = sum(map(len, sentences))
        limit = rng.randint(min(size, max(330, size // 2)), size) if rng.random() < 0.7 else size
        while size > limit and size - len(sentences[-1]) > 305:
            size -= len(sentences.pop())
        sentences = self.edit(sentences, rng.uniform(0, 0.025))
        paragraphs = self.grouped(sentences, 1, rng.randint(2, 5))
        if rng.random() < 0.15:
            self.move(paragraphs, sentences)
        return Article(house, headline, paragraphs)

    def story(self, size: int) -> list[Article]:
        """Write articles that share some of the story's passages."""
        rng = self.rng
        sources = [self.sentences(rng.randint(25, 120)) for _ in range(rng.randint(1, 4) if size > 1 else 0)]
        versions = [[source] for source in sources]
        headlines = [self.sentence(rng.randint(5, 10)) for _ in range(2)]
        articles: list[Article] = []
        for house in rng.sample(self.language.houses, size):
            fresh = rng.random() < 0.6
            headline = self.sentence(rng.randint(5, 10)) if fresh else self.edit([rng.choice(headlines)], 0.05)[0]
            if articles and rng.random() < 0.15:
                original = rng.choice(articles)
                kept = original.headline if rng.random() < 0.6 else headline
                articles.append(self.reprint(original, house, kept))
                continue
            rate = rng.uniform(0, 0.06)
            blocks = []
            for known in versions:
                if rng.random() < 0.3:
                    continue
                block = rng.choice(known) if rng.random() < 0.3 else known[0]
                if len(block) > 3 and rng.random() < 0.2:
                    block = block[1:] if rng.random() < 0.3 else block[:-1]
                blocks.append(self.edit(block, rate))
                known.append(blocks[-1])
            if rng.random() < 0.5:
                rng.shuffle(blocks)
            articles.append(self.compose(house, headline, blocks))
        return articles


def marks(house: House, punctuation: str) -> str:
    """Set punctuation in the style of a site."""
    if not house.commas_inside and punctuation in (",”", ".”"):
        punctuation = punctuation[::-1]
    opening, closing = house.quotes
    return "".join({"“": opening, "”": closing}.get(mark, mark) for mark in punctuation)


def typeset(article: Article) -> Typeset:
    """Turn an article into characters, words, origins and offsets."""
    house, result = article.house, Typeset()
    styles = {"title": lambda word: word[0].upper() + word[1:], "upper": str.upper, "sentence": str}
    case = styles[house.headline_case]
    for i, token in enumerate(article.headline):
        word = token.forms[house.rules[token.kind]]
        result.put(" " if i else "")
        result.put_word(case(word if i else word[0].upper() + word[1:]), token.origin)
    for number, paragraph in enumerate(article.paragraphs):
        result.put(house.paragraph_break)
        if number == 0 and house.dateline:
            for i, word in enumerate(house.dateline):
                result.put(" " if i else "")
                result.put_word(word, -1)
            result.put(house.dash)
        first = True
        for sentence in paragraph:
            for i, token in enumerate(sentence):
                if not first:
                    result.put("\n" if house.wrap and result.column > house.wrap else " ")
                first = False
                word = token.forms[house.rules[token.kind]]
                result.put(marks(house, token.before))
                result.put_word(word if i else word[0].upper() + word[1:], token.origin)
                result.put(marks(house, token.after))
    for i, word in enumerate(house.disclaimer):
        result.put(" " if i else house.paragraph_break)
        result.put_word(word if i else word[0].upper() + word[1:], -1)
    result.put("." if house.disclaimer else "")
    return result


def stretches(left: list[int], right: list[int]) -> list[list[tuple[int, int]]]:
    """Chain the word positions of common origin, bridging short edits on both sides."""
    where = {origin: j for j, origin in enumerate(right) if origin >= 0}
    chains: list[list[tuple[int, int]]] = []
    for i, origin in enumerate(left):
        if origin not in where:
            continue
        j = where[origin]
        gaps = [(i - chain[-1][0], j - chain[-1][1]) for chain in chains]
        near = [(sum(gap), at) for at, gap in enumerate(gaps) if min(gap) > 0 and max(gap) <= BRIDGE + 1]
        if near:
            chains[min(near)[1]].append((i, j))
        else:
            chains.append([(i, j)])
    return [chain for chain in chains if len(chain) >= LEAST_COMMON]


def shared(pages: list[Typeset]) -> tuple[list[Passage], float]:
    """Return the passages of a story and the lowest agreement of any of them."""
    passages: list[Passage] = []
    lowest = 1.0
    for (left, one), (right, two) in combinations(enumerate(pages), 2):
        for chain in stretches(one.origins, two.origins):
            (i, j), (k, m) = chain[0], chain[-1]
            agreeing = sum(one.words[first] == two.words[second] for first, second in chain)
            lowest = min(lowest, agreeing / (max(k - i, m - j) + 1))
            passages.append((left, one.spans[i][0], one.spans[k][1], right, two.spans[j][0], two.spans[m][1]))
    return passages, lowest


def planted(count: int, seed: int = 0) -> Planted:
    """Make a collection of articles and the passages they share."""
    rng = Random(f"{seed} collection")
    languages = [Language(alphabet, seed, max(LARGEST_STORY, count // 60)) for alphabet in ALPHABETS]
    order = rng.sample(range(count), count)
    origins = counter()
    texts = [""] * count
    passages: list[Passage] = []
    written = 0
    while written < count:
        language = rng.choices(languages, [alphabet.share for alphabet in ALPHABETS])[0]
        size = min(rng.choices(range(1, LARGEST_STORY + 1), (8, 8, 7, 5, 4, 3, 2, 1))[0], count - written)
        pages = [typeset(article) for article in Desk(language, rng, origins).story(size)]
        found, lowest = shared(pages)
        if lowest < LEAST_AGREEMENT:
            continue
        places = order[written : written + size]
        for place, page in zip(places, pages, strict=True):
            texts[place] = "".join(page.pieces)
        for passage in found:
            one, two = (places[passage[0]], *passage[1:3]), (places[passage[3]], *passage[4:])
            passages.append((*min(one, two), *max(one, two)))
        written += size
    return Planted(texts, sorted(passages))


def words_of(text: str) -> list[str]:
    """Split a text into words without regard to case."""
    return re.findall(r"\w+(?:-\w+)*", text.casefold())


def agreement(one: list[str], two: list[str]) -> float:
    """Return the share of words that agree in order."""
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(two))


def check(count: int, seed: int = 0) -> None:
    """Assert what every collection must hold and print its statistics."""
    start = time.perf_counter()
    made = planted(count, seed)
    seconds = time.perf_counter() - start
    assert len(made.texts) == count and len(set(made.texts)) == count
    assert len(set(made.passages)) == len(made.passages)
    for left, left_start, left_end, right, right_start, right_end in made.passages:
        assert 0 <= left < right < count
        for text, begin, end in (made.texts[left], left_start, left_end), (made.texts[right], right_start, right_end):
            assert 0 <= begin < end <= len(text)
            assert text[begin].isalnum() and text[end - 1].isalnum()
            assert begin == 0 or not text[begin - 1].isalnum()
            assert end == len(text) or not text[end].isalnum()
    sample = Random(seed).sample(made.passages, min(200, len(made.passages)))
    pairs = [
        (words_of(made.texts[left][start:end]), words_of(made.texts[right][begin:stop]))
        for left, start, end, right, begin, stop in sample
    ]
    shares = [agreement(one, two) for one, two in pairs]
    assert min(shares) >= 0.75, min(shares)
    sizes = [len(words_of(text)) for text in made.texts]
    lengths = sorted(len(words_of(made.texts[left][start:end])) for left, start, end, *_ in made.passages)
    print(
        f"{count} texts of {sum(sizes) / count:.0f} words ({min(sizes)}-{max(sizes)}), {len(lengths)} passages of "
        f"{sum(lengths) / len(lengths):.0f} words (median {lengths[len(lengths) // 2]}, {lengths[0]}-{lengths[-1]}), "
        f"agreement {sum(shares) / len(shares):.3f} (least {min(shares):.3f}), {seconds:.1f} s"
    )


if __name__ == "__main__":
    assert planted(60, 3) == planted(60, 3) != planted(60, 4)
    for seed in range(3):
        check(1000, seed)
    check(10000)
