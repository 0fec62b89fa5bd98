"""A matrix: questions, topics, names or differences down the side, articles across, and the words behind each cell.

Six views are made of it. A reader narrows the rows, chooses one, and reads side by side what each article has, or by
what its absence was found. What has been put aside as a false alarm can be taken back.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from markupsafe import Markup
from traitlets import Bool, List, TraitError, Unicode, validate

from witness import charts, excerpts, markup
from witness import claims as judged
from witness import coverage as searched
from witness import differences as differing
from witness import wording as worded
from witness.articles import STATUSES, Corpus, part_of
from witness.names import mentions
from witness.numbers import numbers
from witness.quotations import quotations
from witness.spans import Span, fold
from witness.times import dates
from witness.views.view import View, table

# What a page shows of a large folder: rows, and letters of each place.
MOST_ROWS, MOST_LETTERS = 60, 200

# Filled cells, the places in them and the letters of those: with more articles, fewer rows are shown, and less of each.
_MOST_CELLS, _MOST_PLACES, _MOST_IN_ALL = 240, 300, 30_000

# Letters of a place to which a rule led; the article's page has the rest.
_MOST_OF_A_PIECE = 60

# Letters of article text that a page carries so that a reader may search it.
_MOST_TEXT = 120_000


class Matrix(View):
    """Rows, articles, and the cell where they meet.

    >>> from witness.corpus import from_texts
    >>> pages = {"1": "Nobody waved. We met Eva Orr.", "2": "It rained. Eva Orr met Tom Hale and Tom Hale."}
    >>> view = names(from_texts(pages))
    >>> print(view.sentence)
    2 names: 1 in all articles, 1 in one. Eva Orr – 2 mentions in 2 of 2 articles.

    `row` is the key of the chosen row, or empty; `tag`, `group` and `article` narrow the rows, each empty for all;
    `aside` are the keys of rows that the reader put aside; `words` is what a reader searches for in a matrix of topics.
    """

    name: ClassVar[str] = "matrix"
    state: ClassVar[tuple[str, ...]] = ("row", "tag", "group", "article", "aside", "words")

    row = Unicode(help="the key of the chosen row").tag(sync=True, page=True)
    tag = Unicode(help="show the rows with this tag only").tag(sync=True, page=True)
    group = Unicode(help="show the rows of this group only").tag(sync=True, page=True)
    article = Unicode(help="show the rows in which this article has something").tag(sync=True, page=True)
    aside: List[Any] = List(help="the keys of the rows put aside").tag(sync=True, page=True)
    words = Unicode(help="the reader's own search words").tag(sync=True, page=True)
    terms: List[Any] = List(help="what a row, a tag and a group are called, one and several").tag(sync=True, page=True)
    articles: List[Any] = List(help="[key, name, mark, palette] of each article").tag(sync=True, page=True)
    tags: List[Any] = List(help="the tags that rows may have, in order").tag(sync=True, page=True)
    rows: List[Any] = List(
        help="[key, title, tag, group, why, cells, what an empty cell means]; a cell is [label, note, places], one an"
        " article; a place is [start, end, first words, text]"
    ).tag(sync=True, page=True)
    left_out = Unicode(help="what is not shown, in words").tag(sync=True, page=True)
    puts_aside = Bool(help="whether rows may be put aside").tag(sync=True, page=True)
    texts: List[Any] = List(help="[key, [[start, text]]] of what may be searched").tag(sync=True, page=True)

    @validate("row", "tag", "group", "article")
    def _known(self, proposal: dict[str, Any]) -> str:
        field, value = proposal["trait"].name, str(proposal["value"])
        known = {
            "row": [key for key, *_ in self.rows],
            "tag": self.tags,
            "group": self.groups,
            "article": [key for key, *_ in self.articles],
        }[field]
        if value and value not in known:
            raise TraitError(f"{field} = {value!r} is not in this matrix; choose one of {', '.join(known)}")
        return value

    @property
    def groups(self) -> list[str]:
        """The groups of the rows, in their order."""
        return list(dict.fromkeys(group for _, _, _, group, *_ in self.rows if group))

    @property
    def shown(self) -> list[list[Any]]:
        """The rows that are neither put aside nor filtered out."""
        place = [key for key, *_ in self.articles].index(self.article) if self.article else -1
        return [
            row for row in self.rows
            if row[0] not in self.aside and self.tag in ("", row[2]) and self.group in ("", row[3])
            and (place < 0 or row[5][place][2])
        ]  # fmt: skip

    def found(self) -> list[tuple[str, int]]:
        """How often each article that may be searched has the reader's own words, which commas divide."""
        terms = self.words.split(",")
        return [(key, sum(len(searched.places(text, terms)) for _, text in pieces)) for key, pieces in self.texts]

    @property
    def sentence(self) -> str:
        """How many rows are shown, by tag, and what the chosen one says; or what the reader's own words find."""
        if self.words.strip(" ,*"):
            told = ", ".join(f"{count} × in {key}" for key, count in self.found() if count)
            return f"“{_flat(self.words)}” is found {told or 'nowhere'}."
        count = Counter(row[2] for row in self.shown)
        told = ", ".join(f"{count[tag]} {tag}" for tag in self.tags if count[tag])
        one, several = self.terms[:2]
        line = f"{len(self.shown)} {one if len(self.shown) == 1 else several}{': ' if told else ''}{told}."
        chosen = next((row for row in self.rows if row[0] == self.row), None)
        return f"{line} {chosen[1]} – {chosen[4].split('. ')[0].removesuffix('.')}." if chosen else line

    def paper(self) -> Markup:
        """Every row with the words behind each of its cells."""
        if not self.rows:
            return Markup("<p>{}</p>").format(self.sentence)
        labels = [markup.label(*article[1:]) for article in self.articles]
        columns = ("article", "what it has", "its words")
        left_out = Markup("<p>{}</p>").format(self.left_out) if self.left_out else ""
        return left_out + Markup("\n").join(
            table(columns, self._told(row, labels), Markup("{} <small>{}</small>").format(markup.text(row[1]), row[2]))
            + Markup('<p class="note">{} {}</p>').format(markup.text(row[4]), self._silent(row))
            for row in self.rows
        )

    def _told(self, row: list[Any], labels: list[Markup]) -> Iterable[list[Any]]:
        for (key, *_), label, (said, note, places) in zip(self.articles, labels, row[5], strict=True):
            words = [
                markup.address(Span(key, start, end), first, Markup("<bdi>{}</bdi>").format(markup.text(text)))
                for start, end, first, text in places
            ]
            if places:
                what = Markup("<bdi>{}</bdi>").format(markup.text(said))
                yield [label, what, Markup(" · ").join([*words, markup.text(note)])]

    def _silent(self, row: list[Any]) -> Markup:
        """Which articles have nothing in a row, and what that means."""
        keys = [key for (key, *_), (_, _, places) in zip(self.articles, row[5], strict=True) if not places]
        return (
            Markup("Nothing in {}: {}").format(", ".join(keys), markup.text(row[6])) if keys and row[6] else Markup("")
        )


def claims(corpus: Corpus) -> Matrix:
    """The questions of `claims.toml`, with each article's answer; opened at the first that is contradicted.

    >>> from witness import load
    >>> claims(load("seeds")).rows[0][1]
    'When was the agreement made known?'
    """
    rows: list[list[Any]] = []
    for claim in corpus.claims:
        answers = {each.article: each for each in claim.answers}
        cells = [
            _cell(corpus, answers[key].answer, answers[key].spans) if key in answers
            else ["", "", []]
            for key in corpus.keys
        ]  # fmt: skip
        why = " ".join(filter(None, (judged.reason(claim), claim.note)))
        rows.append([claim.key, claim.question, judged.status(claim), claim.topic, why, cells, _UNANSWERED])
    tags = list(STATUSES)
    first = min(rows, key=lambda row: tags.index(row[2]))[0] if rows else ""
    return _matrix(corpus, ("question", "questions", "status", "topic"), rows, tags, first)


def coverage(corpus: Corpus) -> Matrix:
    """Topics, and where each article speaks of them; an empty cell says what was searched for.

    >>> from witness import load
    >>> view = coverage(load("seeds"))
    >>> next(row for row in view.rows if row[0] == "Who may join")[2]
    'in all articles'
    """
    rows: dict[str, list[Any]] = {}
    for each in searched.coverage(corpus):
        row = rows.setdefault(each.topic, [each.topic, each.topic, "", "", "", [], "none of these words was found."])
        looked = "Searched for: " + ", ".join(each.searched_for) + "."
        row[4] = looked
        label = f"{len(each.spans)} ×, from {each.first_position:.0%}" if each.first_position is not None else ""
        row[5].append(_cell(corpus, label, _sentences(corpus, each.spans)) if each.spans else ["", "", []])
    made = _matrix(corpus, ("topic", "topics", "spread", "group"), _spread(rows.values()), list(_SPREAD), "")
    if corpus.excerpts:
        made.edition = _UNSEARCHED
        return made
    kept, letters = [], 0
    for article in corpus:
        pieces = [each.span for each in article.segments if part_of(each.kind) == "article"]
        letters += sum(len(span) for span in pieces)
        if letters <= _MOST_TEXT:
            kept.append([article.key, [[span.start, article.text(span)] for span in pieces]])
    made.texts = kept
    return made


def names(corpus: Corpus) -> Matrix:
    """Names, and every sentence in which each article mentions them: a dossier a name.

    >>> from witness import load
    >>> names(load("seeds")).rows[0][0]
    'China'
    """
    held: dict[str, dict[str, list[Span]]] = {}
    kinds: dict[str, str] = {}
    for each in mentions(corpus):
        held.setdefault(each.name, {}).setdefault(each.span.article, []).append(each.span)
        kinds[each.name] = each.kind
    count = {name: sum(map(len, spans.values())) for name, spans in held.items()}
    chosen = sorted(held, key=lambda name: (-len(held[name]), -count[name], name))
    rows: list[list[Any]] = []
    for name in chosen[: _within(len(held[name]) for name in chosen)]:
        cells = [
            _cell(corpus, _counted(len(spans), "mention"), _sentences(corpus, spans))
            if (spans := held[name].get(key, [])) else ["", "", []]
            for key in corpus.keys
        ]  # fmt: skip
        why = f"{_counted(count[name], 'mention')} in {len(held[name])} of {len(corpus)} articles."
        rows.append([name, name, "", kinds[name] or "kind not told", why, cells, "no form of this name was found."])
    made = _matrix(
        corpus, ("name", "names", "spread", "kind"), _spread(rows), list(_SPREAD), chosen[0] if chosen else ""
    )
    if len(chosen) > len(rows):
        made.left_out = f"{len(chosen) - len(rows):,} names of fewer articles are not shown; the table has them."
    return made


def labels(corpus: Corpus) -> Matrix:
    """What each article calls the same thing: names with several forms, and topics whose terms are labels.

    >>> from witness import load
    >>> view = labels(load("seeds"))
    >>> next(row for row in view.rows if row[1] == "Labels for Russia's refusal")[4]
    'Called “dodged”, “opted not to sign”, “snubbed” and “snubbing”.'
    """
    held: dict[str, dict[str, dict[str, list[Span]]]] = {}
    for each in worded.wording(corpus):
        if each.kind == "label":
            by_article = held.setdefault(each.referent, {})
            said = _flat(corpus.text(each.span))
            by_article.setdefault(each.span.article, {}).setdefault(said, []).append(each.span)
    rows: list[list[Any]] = []
    ordered = sorted(held.items(), key=lambda each: (-len(each[1]), each[0]))
    for referent, by_article in ordered[: _within(len(each) for _, each in ordered)]:
        forms = sorted({word for words in by_article.values() for word in words}, key=lambda word: (fold(word), word))
        cells = []
        for key in corpus.keys:
            words = by_article.get(key, {})
            spans = _sentences(corpus, [places[0] for places in words.values()])
            told = ", ".join(f"{word} ({len(places)})" if len(places) > 1 else word for word, places in words.items())
            cells.append(_cell(corpus, told, spans) if words else ["", "", []])
        listed = ", ".join(f"“{word}”" for word in forms[:-1]) + (" and " if len(forms) > 1 else "")
        rows.append([referent, referent, "", "", f"Called {listed}“{forms[-1]}”.", cells, "not named."])
    return _matrix(
        corpus, ("thing", "things", "spread", "group"), _spread(rows), list(_SPREAD), rows[0][0] if rows else ""
    )


def differences(corpus: Corpus) -> Matrix:
    """Differences found by rule, the likeliest first; each may be put aside.

    >>> from witness.corpus import from_texts
    >>> left = "Fire crews pulled seven people from the burning ferry."
    >>> right = "Nine people were pulled from the burning ferry by fire crews."
    >>> differences(from_texts({"1": left, "2": right})).rows[0][1]
    'seven people – Nine people'
    """
    found = differing.differences(corpus)
    rows: list[list[Any]] = []
    for each in found[:MOST_ROWS]:
        sides = {side.article: side for side in (each.left, each.right)}
        cells = [
            _cell(corpus, corpus.text(sides[key]), _sentences(corpus, [sides[key]])) if key in sides else ["", "", []]
            for key in corpus.keys
        ]
        title = f"{_flat(corpus.text(each.left))} – {_flat(corpus.text(each.right))}"
        why = f"{each.sentence} Surroundings alike by {each.score:.2f} of 1."
        key = f"{each.kind} {each.left} {each.right}"
        rows.append(
            [key, markup.opening(title, 80), each.kind, f"{each.left.article} and {each.right.article}", why, cells, ""]
        )
    out = (
        f"{len(found) - MOST_ROWS:,} less likely candidates are not shown; the table has them."
        if found[MOST_ROWS:]
        else ""
    )
    tags = [kind for kind in differing.KINDS if any(row[2] == kind for row in rows)]
    first = rows[0][0] if rows else ""
    made = _matrix(corpus, ("candidate", "candidates", "kind", "pair of articles"), rows, tags, first)
    made.puts_aside, made.left_out = True, out
    return made


def rules(corpus: Corpus) -> Matrix:
    """Every rule that decided something here, and the words for which it did, article by article.

    >>> from witness import load
    >>> rules(load("seeds")).sentence
    '43 rules: 21 pages, 6 quotations, 2 names, 9 dates, 5 numbers.'
    """
    read = {
        "pages": [(each.span, each.rule) for article in corpus for each in article.segments
                  if each.kind != "whitespace"],
        "quotations": [(each.span, each.rule) for article in corpus for each in quotations(article)],
        "names": [(each.span, each.rule) for each in mentions(corpus)],
        "dates": [(each.span, each.rule) for article in corpus for each in dates(article, corpus.reference_date)],
        "numbers": [(each.span, each.rule) for article in corpus for each in numbers(article)],
    }  # fmt: skip
    rows: list[list[Any]] = []
    for part, found in read.items():
        for rule, count in sorted(Counter(rule for _, rule in found).items()):
            held = {key: [span for span, by in found if by == rule and span.article == key] for key in corpus.keys}
            cells: list[list[Any]] = [
                _cell(corpus, f"{len(each)} ×", each) if each else ["", "", []] for each in held.values()
            ]
            for place in (place for cell in cells for place in cell[2]):
                place[3] = markup.opening(place[3], _MOST_OF_A_PIECE)
            rows.append(
                [f"{part} {rule}", rule, part, "", f"It decided {_counted(count, 'time')}.", cells, "it did not."]
            )
    return _matrix(corpus, ("rule", "rules", "part", "group"), rows[:MOST_ROWS], list(read), "")


_UNSEARCHED = (
    "The full-text edition has a field here for search words of your own; this edition carries no text to search."
)
_UNANSWERED = "whoever wrote the questions found no answer."
_SPREAD = ("in all articles", "in several", "in one", "in none")


def _spread(rows: Iterable[list[Any]]) -> list[list[Any]]:
    """Rows tagged by how many articles have something in them."""
    tagged = []
    for row in rows:
        filled = sum(bool(places) for _, _, places in row[5])
        place = 0 if filled == len(row[5]) else 3 if not filled else 2 if filled == 1 else 1
        tagged.append([*row[:2], _SPREAD[place], *row[3:]])
    return tagged


def _matrix(corpus: Corpus, terms: Sequence[str], rows: list[list[Any]], tags: list[str], row: str) -> Matrix:
    """A matrix whose cells together hold no more than a page bears."""
    articles = [[each.key, each.name, *charts.accent(place)] for place, each in enumerate(corpus)]
    cells = [cell for each in rows for cell in each[5]]
    letters = max(40, min(MOST_LETTERS, _MOST_IN_ALL // max(1, sum(bool(places) for _, _, places in cells))))
    most = max((len(places) for _, _, places in cells), default=1)
    while most > 1 and sum(min(most, len(places)) for _, _, places in cells) > _MOST_PLACES:
        most -= 1
    for cell in cells:
        more = len(cell[2]) - most
        cell[1] = f"and {_counted(more, 'more place')}" if more > 0 else ""
        cell[2] = [[*place[:3], markup.opening(place[3], letters)] for place in cell[2][:most]]
    made = Matrix(terms=list(terms), articles=articles, tags=tags, rows=rows)
    made.row = row
    return made


def _cell(corpus: Corpus, label: str, spans: Iterable[Span]) -> list[Any]:
    """What an article has, with its places; `_matrix` keeps as many of them as a page bears, and says how many not."""
    places = [
        [span.start, span.end, markup.first_words(excerpts.beginning(corpus, span)), _flat(excerpts.text(corpus, span))]
        for span in spans
    ]
    return [_flat(label), "", places]


def _within(filled: Iterable[int], most: int = MOST_ROWS) -> int:
    """How many rows may be shown, when each has so many filled cells."""
    total = rows = 0
    for cells in filled:
        total += cells
        if rows and (total > _MOST_CELLS or rows >= most):
            break
        rows += 1
    return rows


def _sentences(corpus: Corpus, spans: Iterable[Span]) -> list[Span]:
    """The sentences in which spans begin, each once."""
    return list(dict.fromkeys(corpus[span.article].sentence(span) for span in spans))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _flat(text: str) -> str:
    return " ".join(text.split())
