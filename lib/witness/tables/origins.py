"""Whom the articles lean on, what they call things, and how many witnesses that leaves."""

from typing import Any

from markupsafe import Markup

from witness import excerpts, markup
from witness.articles import Corpus
from witness.dependence import RULES, edges, groups
from witness.findings import findings as found_findings
from witness.passages import FIRM_KINDS, same_words
from witness.passages import passages as found_passages
from witness.quotations import quotations as found_quotations
from witness.spans import Span, words
from witness.tables.table import Table, segment_at, table
from witness.wording import distinctive as found_distinctive
from witness.wording import wording as found_wording


def wording(corpus: Corpus) -> Table:
    """One row is a label, reporting verb, hedge, headline word or distinctive word: where, and what it stands for.

    >>> from witness.corpus import from_texts
    >>> wording(from_texts({"1": "It may rain, Eva Orr said."}))[["text", "kind"]].values.tolist()
    [['may', 'hedge'], ['said', 'reporting verb']]
    """
    rows = [
        [each.span.article, each.span.start, each.span.end, corpus.text(each.span), each.referent, each.kind,
         segment_at(corpus, each.span)]
        for each in found_wording(corpus)
    ]  # fmt: skip
    return table(rows, ["article", "start", "end", "text", "referent", "kind", "segment"])


def distinctive(corpus: Corpus, most: int = 5) -> Table:
    """One row is one of the words most typical of an article: article, start, end, text, word, count, z.

    >>> from witness.corpus import from_texts
    >>> distinctive(from_texts({"1": "Ships left.", "2": "Rain fell."}), most=1).word.tolist()
    ['left', 'fell']

    `z` is the z-score of the log-odds; below 1.96 a word is typical by no more than chance may give. The place is that
    of the word's first use.
    """
    rows, count = [], dict.fromkeys(corpus.keys, 0)
    for each in found_distinctive(corpus):
        count[each.article] += 1
        if count[each.article] <= most:
            first = each.spans[0]
            rows.append([each.article, first.start, first.end, corpus.text(first), each.word, each.count, each.z])
    return table(rows, ["article", "start", "end", "text", "word", "count", "z"])


def dependence(corpus: Corpus) -> Table:
    """One row is how two articles depend on each other: article, leans_on, kind, share, credited, direction, and why.

    >>> from witness import load
    >>> table = dependence(load("seeds"))
    >>> table[table.kind == "copy"][["article", "leans_on", "direction"]].values.tolist()
    [['003', '000', 'leans']]

    `direction` is `leans` where the evidence says who leans, else `cannot tell`; then the article with the lower key
    stands first. `evidence` is a JSON array of spans, `rule` one of the rules that gave it, `why` the edge in words.
    """
    rows = []
    for each in edges(corpus):
        pair = (each.left, each.right) if each.leans in ("", each.left) else (each.right, each.left)
        direction = "leans" if each.leans else "cannot tell"
        places = [str(span) for piece in each.evidence for span in piece.spans]
        rules = [piece.rule for piece in each.evidence]
        rows.append([*pair, each.kind, each.share, each.credited, direction, places, rules, each.sentence])
    return table(rows, ["article", "leans_on", "kind", "share", "credited", "direction", "evidence", "rule", "why"])


def witnesses(corpus: Corpus) -> Table:
    """One row is an article in its group of one witness: group, article, own_share, own, quoted, copied, body_words.

    >>> from witness.corpus import from_texts
    >>> witnesses(from_texts({"1": "It rained all day.", "2": "Nobody waved at us."})).group.tolist()
    [1, 2]

    Groups are bound by copies and retellings, and numbered by their first article. Of the words of the body, `copied`
    stand in an article that this one copies or may copy, `quoted` are given to somebody else, `own` are the rest.
    """
    found = edges(corpus)
    copies = {(each.left, each.right): each.leans for each in found if each.kind == "copy"}
    rows: list[list[Any]] = []
    for number, family in enumerate(groups(corpus, found), 1):
        for key in family:
            body = [each.span for each in corpus[key].segments if each.kind == "body"]
            quoted = [each.inner for each in found_quotations(corpus[key]) if each.kind in ("quotation", "block")]
            copied = [
                Span(key, start, end)
                for each in found_passages(corpus)
                if each.kind in FIRM_KINDS and copies.get((each.left.article, each.right.article)) in ("", key)
                for side, runs in zip((each.left, each.right), same_words(each), strict=True) if side.article == key
                for start, end in runs
            ]  # fmt: skip
            kinds = [
                "quoted" if _inside(at, quoted) else "copied" if _inside(at, copied) else "own"
                for at, _ in words(corpus[key].raw) if _inside(at, body)
            ]  # fmt: skip
            count = [kinds.count(kind) for kind in ("own", "quoted", "copied")]
            rows.append([number, key, round(count[0] / max(1, len(kinds)), 4), *count, len(kinds)])
    return table(rows, ["group", "article", "own_share", "own", "quoted", "copied", "body_words"])


def bindings(corpus: Corpus) -> Table:
    """One row is a set of kinds that bind articles into one witness: binding, witnesses.

    >>> from witness import load
    >>> bindings(load("seeds")).witnesses.tolist()
    [4, 3, 1]
    """
    found = edges(corpus)
    kinds = [("copy",), ("copy", "relay"), ("copy", "relay", "shared source")]
    return table([[", ".join(each), len(groups(corpus, found, each))] for each in kinds], ["binding", "witnesses"])


def rules() -> Table:
    """One row is a rule of dependence: rule, looks_at.

    >>> rules().rule.tolist()[0]
    'copied text'
    """
    return table([list(each) for each in RULES.items()], ["rule", "looks_at"])


def by_witness(corpus: Corpus, rows: Table) -> Table:
    """A table with the column `witness`: the group of the row's article, so that totals may count both.

    >>> from witness import load
    >>> corpus = load("seeds")
    >>> by_witness(corpus, Table({"article": ["000", "003", "004"]})).witness.tolist()
    [1, 1, 3]
    """
    group = {key: number for number, family in enumerate(groups(corpus, edges(corpus)), 1) for key in family}
    return Table(rows.assign(witness=[group[key] for key in rows["article"]]))


class Findings(Table):
    """Findings that show themselves as sentences, each with the words it rests on."""

    def __repr__(self) -> str:
        return "\n".join(self["finding"])

    def _repr_html_(self) -> str:
        items = Markup("\n").join(
            Markup('<li><span class="about">{}</span> {}{}</li>').format(
                about, markup.text(finding), Markup("").join(_words(*place) for place in places)
            )
            for about, finding, places in zip(self["about"], self["finding"], self["rests_on"], strict=True)
        )
        return Markup('<ol class="findings">{}</ol>').format(items)


def findings(corpus: Corpus) -> Findings:
    """One row is a finding: what it is about, its sentence, and the words it rests on.

    >>> from witness.corpus import from_texts
    >>> findings(from_texts({"1": "It rained.", "2": "Nobody waved."})).about.tolist()
    ['witnesses']

    `rests_on` is a list of places, each an article's key, a start, an end and the words; at most two are shown.
    """
    rows = [
        [
            each.about,
            each.sentence,
            [[span.article, span.start, span.end, excerpts.text(corpus, span)] for span in each.spans[:2]],
        ]
        for each in found_findings(corpus)
    ]
    return Findings(rows, columns=["about", "finding", "rests_on"])


def _words(article: str, start: int, end: int, text: str) -> Markup:
    """The beginning of some words, as a link to where they stand."""
    said = Markup("<bdi>“{}”</bdi>").format(markup.text(markup.opening(" ".join(text.split()), 70)))
    address = markup.address(Span(article, start, end), markup.first_words(text), said)
    return Markup('<span class="rests">{} <bdi>{}</bdi></span>').format(address, markup.text(article))


def _inside(at: int, spans: list[Span]) -> bool:
    return any(each.start <= at < each.end for each in spans)
