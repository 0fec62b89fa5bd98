"""The files of a report: a site of one page a notebook and one an article, and the same as a single file.

No page asks anything of any host: the policy in its head forbids it, and names by their digests the only script and
style that may act.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup
from nbformat import NotebookNode

import witness
from witness import markup, tables, views
from witness.articles import Corpus
from witness.report import edition
from witness.report.pages import (
    Page,
    addresses,
    article_files,
    article_page,
    fragment,
    index_page,
    linked,
    notebook_page,
    render,
)
from witness.spans import Span
from witness.views import view

_HERE = Path(__file__).parent

# What an article's page says of its own words: a heading, a table, and the columns that are shown.
_LAYERS = (
    ("Other people’s words in this article", tables.quotations,
     ["article", "start", "end", "kind", "speaker", "chain", "rule", "text"]),
    ("Names in this article", tables.mentions, ["article", "start", "end", "text", "name", "kind", "rule"]),
    ("Dates in this article and on its page", tables.dates,
     ["article", "start", "end", "text", "earliest", "latest", "anchor", "segment"]),
)  # fmt: skip

# The kinds of view whose scripts a page carries.
_VIEWS = (
    views.Ledger, views.Room, views.Ladder, views.Matrix, views.Timeline, views.Tree, views.Guess, views.Exercises,
    views.Paste,
)  # fmt: skip

# A heading and a table as HTML.
Layers = list[tuple[str, str]]

_POLICY = "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'"


def files(corpus: Corpus, runs: Iterable[tuple[str, NotebookNode]], layers: dict[str, Layers]) -> dict[str, str]:
    """The text of each file by its path: `html/…` is the site, `witness.html` the single file.

    `runs` are the notebooks, by name, as they were run; `layers` is what the page of each article says of its words.
    """
    pages, shown, gaps = _pages(corpus, runs, layers), edition.page(corpus), bool(corpus.excerpts)
    site = {page.file: shown(_site_page(corpus, pages, page)) for page in pages}
    site |= {"assets/witness.css": style(gaps), "assets/witness.js": script(gaps=gaps)}
    single = shown(_single_file(corpus, pages))
    return {f"html/{name}": text for name, text in site.items()} | {"witness.html": single}


def layers(corpus: Corpus) -> dict[str, Layers]:
    """What the page of each article says of its words: headings, each with a table as HTML; by key."""
    made = [(heading, made_by(corpus), columns) for heading, made_by, columns in _LAYERS]
    return {
        key: [(heading, table[table.article == key][columns]._repr_html_()) for heading, table, columns in made]
        for key in corpus.keys
    }


def style(gaps: bool = False) -> str:
    """The style sheet of every page: the report's own, then the views', then that of gaps if the edition has any."""
    whole = (_HERE / "style.css").read_text(encoding="utf-8") + view.source("view.css")
    return whole + (_HERE / "excerpts.css").read_text(encoding="utf-8") if gaps else whole


def script(kinds: Sequence[type[view.View]] = _VIEWS, page: str = "", gaps: bool = False) -> str:
    """The script of a page: what views share, the modules of its views as functions, and what the page itself does.

    An ES module cannot be loaded from a file by its address, so `export default` becomes the return of a function.
    """
    modules = "".join(
        f"views.{each.name} = (() => {{\n"
        + view.source(f"{each.name}.js").replace("export default ", "return ")
        + "})();\n"
        for each in kinds
    )
    names = ("exports.js", *(["excerpts.js"] if gaps else []), "page.js")
    page = page or "".join((_HERE / name).read_text(encoding="utf-8") for name in names)
    shared = view.source("common.js") + view.source("shim.js")
    return f'(() => {{\n"use strict";\n{shared}const views = {{}};\n{modules}{page}}})();\n'


def policy(the_script: str, the_style: str) -> str:
    """The policy of a page that holds its own script and style, by their digests."""
    return _POLICY.format(_hash(the_script), _hash(the_style))


def _pages(corpus: Corpus, runs: Iterable[tuple[str, NotebookNode]], held: dict[str, Layers]) -> list[Page]:
    """The index, the notebooks and the articles, in reading order, their addresses made links."""
    named = article_files(corpus)
    essays = [notebook_page(run, name) for name, run in runs]
    shown = [html for tables in held.values() for _, html in tables]
    pointed = addresses([*(page.body for page in essays), *shown], corpus)
    articles = [article_page(corpus, each, named[each.key], (pointed[each.key], held[each.key])) for each in corpus]
    pages = [index_page(corpus, essays, articles), *essays, *articles]
    return [Page(each.file, each.title, each.question, linked(each.body, corpus)) for each in pages]


def _site_page(corpus: Corpus, pages: list[Page], page: Page) -> str:
    return _shell(
        corpus, pages, title=page.title if page is pages[0] else f"{page.question} – Witness",
        body=f'<div data-page="{page.stem}">\n{page.body}\n{_onward(pages, page)}</div>',
        current=page.file, home="index.html",
        article_pages=markup.json_text(article_files(corpus)), policy=_POLICY.format("'self'", "'self'"),
    )  # fmt: skip


def _onward(pages: list[Page], page: Page) -> str:
    """The way to the page before and the page after."""
    place = pages.index(page)
    ways = [(word, pages[other]) for word, other in (("Before", place - 1), ("Next", place + 1))
            if 0 <= other < len(pages)]  # fmt: skip
    items = Markup("").join(
        Markup('<li class="{}">{}: <a href="{}">{}</a></li>').format(word.lower(), word, each.file, each.title)
        for word, each in ways
    )
    return Markup('<nav class="onward" aria-label="Before and next"><ul>{}</ul></nav>\n').format(items)


def _single_file(corpus: Corpus, pages: list[Page]) -> str:
    """All pages as sections of one: headings one level lower, links within the file."""
    stems = {page.file: page.stem for page in pages}

    def within(found: re.Match[str]) -> str:
        file, place = found.groups()
        return f'href="#{place or stems[file]}"'

    link = re.compile(f'href="({"|".join(re.escape(file) for file in stems)})(?:#([^"]*))?"')
    sections = [
        f'<section id="{page.stem}" data-page="{page.stem}">\n'
        + link.sub(within, _lowered(page.body) if page is not pages[0] else page.body)
        + "\n</section>"
        for page in pages
    ]
    the_style, the_script = style(bool(corpus.excerpts)), script(gaps=bool(corpus.excerpts))
    return link.sub(within, _shell(
        corpus, pages, title=pages[0].question, body="\n".join(sections), current="", home="index.html",
        article_pages=markup.json_text(dict.fromkeys(corpus.keys, "")),
        policy=policy(the_script, the_style), style=the_style, script=the_script,
    ))  # fmt: skip


def _lowered(body: str) -> str:
    return re.sub(r"<(/?)h([1-5])\b", lambda found: f"<{found[1]}h{int(found[2]) + 1}", body)


def _shell(corpus: Corpus, pages: list[Page], *, body: str, style: str = "", script: str = "", **values: object) -> str:
    first = corpus.articles[0]
    example = f"{article_files(corpus)[first.key]}#{fragment(Span(first.key, 0, min(20, len(first.raw))))}"
    return render(
        "page.html.j2",
        version=witness.__version__,
        menu=[{"href": page.file, "title": page.title} for page in pages if re.match(r"[0-9]{2}-", page.file)],
        body=Markup(body),  # noqa: S704 - the bodies escape what they hold
        foot=Markup(render("foot.html.j2", version=witness.__version__, corpus=corpus, example=example)),  # noqa: S704
        style=Markup(style),  # noqa: S704 - files of this package
        script=Markup(script),  # noqa: S704
        **values,
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
