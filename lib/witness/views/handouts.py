"""What a class reads beside the exercises: cards with the words of each text, cut and verbatim, and a glossary.

A card has the first and the last line of a page and, of what lies between, the sentences in which most can be found:
shared words, quotations, numbers. What is left out is shown as a number of words; nothing is
shortened in another way.
"""

from markupsafe import Markup

from witness import charts, markup
from witness.articles import Article, Corpus
from witness.exercises import MOST_TEXTS, strings, texts
from witness.numbers import numbers
from witness.passages import passages
from witness.pointers import tail
from witness.quotations import quotations
from witness.spans import Span, count_words, words

# A card has at most so many words.
MOST_WORDS = 225


class Handout:
    """A piece of reading that shows itself in a notebook and in a page."""

    def __init__(self, sentence: str, body: Markup):
        self.sentence, self.body = sentence, body

    def __str__(self) -> str:
        return self.sentence

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return str(self.body)


def excerpt(corpus: Corpus, article: Article, most: int = MOST_WORDS) -> list[Span]:
    """The sentences of an article's card, in order, at most `most` words together.

    >>> from witness.corpus import from_texts
    >>> corpus = from_texts({"1": "Rain\\n\\nIt rained. Six ships sank. Nobody waved.\\n\\nBy Eva Orr\\n"})
    >>> [corpus.text(each) for each in excerpt(corpus, corpus["1"], 7)]
    ['Rain', 'Six ships sank.', 'By Eva Orr']
    """
    text = next(each for each in texts(corpus) if each.key == article.key)
    places = words(article.raw)
    end = places[tail(text) - 1][1] if tail(text) else 0
    told = [each for each in article.sentences if each.start < end]
    weights = [
        *((span, 3) for each in passages(corpus) for span in (each.left, each.right) if each.words >= 8),
        *((each.span, 2) for each in quotations(article)),
        *((each.span, 1) for each in numbers(article)),
    ]

    def weight(sentence: Span) -> int:
        here = (each for each in weights if each[0].article == article.key)
        return sum(more for span, more in here if span.start < sentence.end and sentence.start < span.end)

    chosen, left = set(), most
    for each in [*told[:1], *told[-1:], *sorted(told[1:-1], key=lambda each: (-weight(each), each.start))]:
        size = count_words(article.text(each))
        if size <= left and each not in chosen:
            chosen.add(each)
            left -= size
    return sorted(chosen)


def cards(corpus: Corpus, language: str = "en") -> Handout:
    """A card for each text that the exercises use.

    >>> from witness import load
    >>> print(cards(load("seeds")))
    5 cards, at most 225 words each.
    """
    ui = strings(language)["ui"]
    shown = corpus.articles[:MOST_TEXTS]
    made = Markup("\n").join(_card(corpus, each, at, ui) for at, each in enumerate(shown))
    return Handout(
        ui["cards_said"].format(count=len(shown), most=MOST_WORDS), Markup('<div class="cards">{}</div>').format(made)
    )


def _card(corpus: Corpus, article: Article, at: int, ui: dict[str, str]) -> Markup:
    parts, reached, count = [], 0, 0
    for span in excerpt(corpus, article):
        gap = article.raw[reached : span.start]
        if count_words(gap):
            parts.append(
                Markup(' <span class="cut">{}</span> ').format(ui["cut"].format(count=f"{count_words(gap):,}"))
            )
        parts.append(Markup("<br>") if "\n" in gap and parts else Markup(" "))
        parts.append(markup.text(article.text(span)))
        count += count_words(article.text(span))
        reached = span.end
    rest = count_words(article.raw[reached:])
    parts.append(
        Markup(' <span class="cut">{}</span>').format(ui["cut"].format(count=f"{rest:,}")) if rest else Markup("")
    )
    return Markup('<div class="card"><h3>{} {} <small>{}</small></h3><p dir="auto" lang="">{}</p></div>').format(
        ui["card"], markup.label(article.name, *charts.accent(at)), ui["card_words"].format(count=count),
        Markup("").join(parts),
    )  # fmt: skip


def glossary(language: str = "en") -> Handout:
    """The words that the exercises use, each with what it means; exercises link to them.

    >>> print(glossary())
    48 words, each with what it means.
    """
    said = strings(language)
    rows = Markup("\n").join(
        Markup('<tr><th scope="row" id="term-{}">{}</th><td>{}</td></tr>').format(term, forms.split("|")[0], means)
        for term, (forms, means) in sorted(said["glossary"].items(), key=lambda each: each[1][0].lower())
    )
    table = Markup(
        '<table class="evidence glossary"><caption>{}</caption><thead><tr><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead>\n<tbody>{}</tbody></table>'
    ).format(said["ui"]["glossary_note"], said["ui"]["term"], said["ui"]["means"], rows)
    return Handout(said["ui"]["glossary_said"].format(count=len(said["glossary"])), table)
