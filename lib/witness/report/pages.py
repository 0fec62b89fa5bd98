"""The body of each page: a notebook, an article, the index; and how an address becomes a link.

A body is HTML whose links name pages of the site. The same bodies make the single file, where each page is a section.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
import mistune
from markupsafe import Markup, escape
from nbconvert.exporters import TemplateExporter
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from witness import charts, excerpts, markup
from witness.articles import Article, Corpus, Segment, part_of
from witness.report.citations import citation
from witness.spans import Span, count_words

_TEMPLATES = Path(__file__).parent / "template"

# An article's page shows this many bytes of its text and says what it leaves out.
MOST_BYTES = 200_000

_ADDRESS = re.compile(r'<a class="address" data-address="([^"]*)" data-words="([^"]*)">')


@dataclass(frozen=True)
class Page:
    """A page of the report: its file, its short and its full title, and its body."""

    file: str
    title: str
    question: str
    body: str

    @property
    def stem(self) -> str:
        """The name under which the page is a section of the single file."""
        return self.file.removesuffix(".html")


def article_files(corpus: Corpus) -> dict[str, str]:
    """The file of each article's page: its key where that is plain, else made plain and told apart by a digest.

    >>> from witness import load
    >>> article_files(load("seeds"))["002"]
    'article-002.html'
    """
    files: dict[str, str] = {}
    for key in corpus.keys:
        plain = re.sub(r"[^A-Za-z0-9.-]+", "-", key).strip("-.")
        taken = {file.lower() for file in files.values()}
        if plain != key or len(plain) > 60 or f"article-{plain}.html".lower() in taken:
            plain = f"{plain[:40]}-{sha256(key.encode()).hexdigest()[:8]}".strip("-")
        files[key] = f"article-{plain}.html"
    return files


def fragment(span: Span, beginning: str = "") -> str:
    """The address of a span as a link has it, with the words by which it recognises its place.

    >>> fragment(Span("day 2", 3, 9), "The-moon")
    'day%202:3-9~The-moon'
    """
    words = f"~{markup.quoted(beginning)}" if beginning else ""
    return f"{markup.quoted(span.article)}:{span.start}-{span.end}{words}"


def linked(body: str, corpus: Corpus) -> str:
    """The body with each address made a link to the page of its article.

    An address whose words do not stand in the corpus, as in an example made up in a notebook, stays plain text.
    """
    files = article_files(corpus)

    def link(found: re.Match[str]) -> str:
        span, beginning = _parsed(found)
        if not _stands(corpus, span, beginning):
            return found[0]
        carried = markup.first_words(excerpts.beginning(corpus, span))
        return f'<a class="address" href="{escape(files[span.article])}#{escape(fragment(span, carried))}">'

    return _ADDRESS.sub(link, body)


def addresses(bodies: Iterable[str], corpus: Corpus) -> dict[str, list[tuple[Span, str]]]:
    """The spans of the corpus that bodies point to, by article, each with its first words."""
    found = {_parsed(each) for body in bodies for each in _ADDRESS.finditer(body)}
    carried = {
        (span, markup.first_words(excerpts.beginning(corpus, span)))
        for span, beginning in found
        if _stands(corpus, span, beginning)
    }
    by_article: dict[str, list[tuple[Span, str]]] = {key: [] for key in corpus.keys}
    for span, beginning in sorted(carried):
        by_article[span.article].append((span, beginning))
    return by_article


def _parsed(found: re.Match[str]) -> tuple[Span, str]:
    return Span.parse(unescape(found[1])), unescape(found[2])


def _stands(corpus: Corpus, span: Span, beginning: str) -> bool:
    if span.article not in corpus.keys or span.end > len(corpus[span.article].raw):
        return False
    carried = (corpus.text(span), excerpts.text(corpus, span), excerpts.beginning(corpus, span))
    return beginning in map(markup.first_words, carried)


def notebook_page(notebook: NotebookNode, name: str) -> Page:
    """A notebook as a page; its first heading is the question, and its file's name the short title."""
    number = name[:2]
    body, _resources = _exporter(number).from_notebook_node(notebook)
    question = re.search(r"<h1[^>]*>(.*?)</h1>", body)
    contents = re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', body)
    title = name.removesuffix(".ipynb")[3:].replace("-", " ").capitalize()
    if len(contents) > 1:
        items = "".join(f'<li><a href="#{place}">{title}</a></li>' for place, title in contents)
        toc = f'<nav class="toc" aria-label="Contents of {title}"><ol>{items}</ol></nav>'
        body = body.replace("</div>", f"</div>\n{toc}", 1)  # after the first piece of prose
    return Page(name.replace(".ipynb", ".html"), title, _plain(question[1]) if question else title, body)


def article_page(
    corpus: Corpus, article: Article, file: str, more: tuple[list[tuple[Span, str]], list[tuple[str, str]]]
) -> Page:
    """The page that carries an article's text, once, piece by piece, with an anchor for each address.

    `more` is those addresses, and tables of what the article holds, each a heading and its HTML.
    """
    pointed, layers = more
    shown, pieces = 0, []
    gaps = {each.span.start: article.text(each.span) for each in article.segments if each.kind == "whitespace"}
    for each in article.segments:
        text = article.text(each.span)
        if shown + len(text.encode()) > MOST_BYTES:
            text = text.encode()[: MOST_BYTES - shown].decode(errors="ignore")
        shown += len(text.encode())
        if text and each.kind != "whitespace":
            said = Span(article.key, each.span.start, each.span.start + len(text))
            pieces.append(_piece(corpus, each, (said, gaps.get(each.span.end, "")), pointed))
        if shown >= MOST_BYTES:
            break
    end = each.span.start + len(text)
    facts = [
        (name, markup.text(value))
        for name, value in (
            ("outlet", article.outlet), ("headline", article.headline), ("author", article.author),
            ("published", article.published), ("file", article.file), ("words", f"{article.words:,}"),
        )
        if value
    ]  # fmt: skip
    left_out = f"{len(article.raw) - end:,}" if end < len(article.raw) else ""
    body = render(
        "article.html.j2", key=article.key, label=_label(corpus, article), facts=facts,
        pieces=Markup("\n").join(pieces), shown=f"{end:,}", left_out=left_out, edition=_edition(corpus, article),
        citation=json.dumps(citation(article)),
        layers=[(heading, Markup(html)) for heading, html in layers if "<td" in html],  # noqa: S704 - tables escape
    )  # fmt: skip
    return Page(file, article.name, article.name, body)


def index_page(corpus: Corpus, notebooks: list[Page], articles: list[Page]) -> Page:
    """The first page: what is compared, and where to read on."""
    contents = [
        {"number": int(page.file[:2]), "href": page.file, "title": page.title, "question": page.question}
        for page in notebooks
    ]
    sources = [
        {"href": page.file, "label": _label(corpus, article), "words": f"{article.words:,}",
         "opening": markup.text(markup.opening(_first_text(article), 110))}
        for article, page in zip(corpus, articles, strict=True)
    ]  # fmt: skip
    body = render("index.html.j2", corpus=corpus, notebooks=contents, articles=sources)
    return Page("index.html", "Witness", corpus.event or "Several articles, one event", body)


def render(template: str, **values: Any) -> str:
    """A template of this folder, with whatever is not markup escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES, encoding="utf-8"), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["foreign"] = markup.text
    environment.filters["plain"] = lambda text: re.sub(r"⟦[^|⟧]+\|([^⟧]+)⟧", r"\1", text)  # terms, without their links
    return environment


def _piece(corpus: Corpus, segment: Segment, said: tuple[Span, str], pointed: list[tuple[Span, str]]) -> Markup:
    """One piece of an article's page as far as it is shown, with the anchors of the addresses that begin in it.

    `said` is its place and the white space after it.
    """
    shown, gap = said
    span, beginning = segment.span, markup.first_words(excerpts.beginning(corpus, shown))
    here = fragment(span, beginning)
    anchors = Markup("").join(
        Markup('<a id="{}"></a>').format(name)
        for other, words in pointed
        if span.start <= other.start < span.end
        for name in dict.fromkeys((fragment(other), fragment(other, words)))
        if name not in (fragment(span), here)
    )
    kind = Markup('<span class="kind">{}</span> ').format(segment.kind) if segment.kind != "body" else ""
    own = Markup(' id="{}"').format(here) if beginning else ""
    words = Markup("").join(
        _words(corpus, each, open_, gap if each.end == shown.end else "")
        for each, open_ in excerpts.pieces(corpus, shown)
    )
    return Markup(
        '<p class="piece" id="{}" data-kind="{}" data-rule="{}" data-part="{}">{}'
        '<a class="here"{} href="#{}" aria-label="Link to these words: {}">¶</a> {}{}</p>'
    ).format(
        fragment(span), segment.kind, segment.rule, part_of(segment.kind), anchors, own, here,
        beginning.replace("-", " "), kind, words,
    )  # fmt: skip


def _words(corpus: Corpus, span: Span, shown: bool, gap: str) -> Markup:
    """Words of an article where they stand, with the white space after them; or how many this edition leaves out."""
    text = corpus.text(span)
    said, name = (text, "words") if shown else (excerpts.text(corpus, span), "gap")
    return Markup('<span class="{}" dir="auto" data-start="{}" data-end="{}" data-after="{}">{}</span>').format(
        name, span.start, span.end, _attribute(gap), markup.text(said)
    )


def _edition(corpus: Corpus, article: Article) -> str:
    """What an article's page says of an edition that does not show all of it."""
    if not corpus.excerpts:
        return ""
    count = sum(count_words(article.raw[start:end]) for start, end in corpus.excerpts.shown[article.key])
    return (
        f"This edition shows excerpts: {count:,} of the {article.words:,} words. [n words] stands for as many "
        "that it leaves out; whatever the report finds, it finds in the whole text."
    )


def _attribute(foreign: str) -> Markup:
    """Foreign text as the value of an attribute, its returns kept."""
    return Markup(str(escape(foreign)).replace("\r", "&#13;"))  # noqa: S704 - escaped here


def _label(corpus: Corpus, article: Article) -> Markup:
    return markup.label(article.name, *charts.accent(corpus.keys.index(article.key)))


def _first_text(article: Article) -> str:
    return next(article.text(each.span) for each in article.segments if each.kind != "whitespace")


def _scrolled(html: str) -> str:
    """What a result needs that may be wider than a phone: to be reached, and so scrolled, by keyboard."""
    if html.startswith("<table"):
        return ' tabindex="0" role="group" aria-label="Table"'
    return ' tabindex="0" role="group" aria-label="Chart"' if html.startswith("<figure") else ""


def _plain(html: str) -> str:
    """The text of a line of HTML that mistune made."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def _exporter(number: str) -> TemplateExporter:
    """nbconvert with a template of ours: no style sheet, no script, no address of any host."""
    exporter = TemplateExporter(
        template_name="witness", template_file="index.html.j2", extra_template_basedirs=[str(_TEMPLATES)]
    )
    prose = mistune.create_markdown(renderer=_Prose(number), plugins=["table"])
    formatter = HtmlFormatter(nowrap=True)
    exporter.register_filter("prose", lambda text: prose(text))
    exporter.register_filter("code", lambda text: highlight(text, PythonLexer(), formatter))
    exporter.register_filter("scrolled", _scrolled)
    exporter.register_filter("said", lambda text: markup.text(text.strip("'\"")))
    return exporter


class _Prose(mistune.HTMLRenderer):
    """Markdown whose headings carry an address of their own and whose links lead from page to page."""

    def __init__(self, number: str):
        super().__init__(escape=True)
        self._number = number

    def heading(self, text: str, level: int, **_attributes: Any) -> str:
        """A heading with an address made of its words."""
        name = re.sub(r"[^a-z0-9]+", "-", _plain(text).lower()).strip("-")
        return f'<h{level} id="{self._number}-{name}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """A link, to a page where the notebook's leads to a notebook."""
        return super().link(text, url.replace(".ipynb", ".html"), title)
