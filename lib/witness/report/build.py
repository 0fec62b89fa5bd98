"""The report on a folder: a site of one page a notebook and one an article, and the same as a single file.

Everything is made in memory from one run of the notebooks, then written at once. No page asks anything of any host:
the policy in its head forbids it, and names by their digests the only script and style that may act.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

import witness
from witness import markup, tables, views
from witness.articles import Corpus
from witness.corpus import read
from witness.report import edition, notebooks
from witness.report.outputs import replacing
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
_VIEWS = (views.Ledger, views.Room, views.Ladder, views.Matrix, views.Timeline, views.Tree, views.Guess)

_POLICY = "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'"


def build(folder: Path, out: Path, corpus: Corpus | None = None) -> None:
    """Write the report on `folder` into `out`: the site `html/` and the single file `witness.html`.

    Runs every notebook once. `corpus` is an edition of what the folder holds, if not all is to be shown. Raises
    CorpusError, NotebookError or OutputError, and then leaves `out` as it was.
    """
    corpus = corpus or read(folder)
    shown = edition.page(corpus)
    with replacing(out, ("html", "witness.html"), folder) as place:
        pages = _pages(corpus, folder)
        site = place / "html"
        (site / "assets").mkdir(parents=True)
        for name, text in {"witness.css": style(corpus), "witness.js": script(corpus)}.items():
            _write(site / "assets" / name, text)
        for page in pages:
            _write(site / page.file, shown(_site_page(corpus, pages, page)))
        _write(place / "witness.html", shown(_single_file(corpus, pages)))


def style(corpus: Corpus) -> str:
    """The style sheet of every page: the report's own, then the views', then that of gaps if the edition has any."""
    whole = (_HERE / "style.css").read_text(encoding="utf-8") + view.source("view.css")
    return whole + (_HERE / "excerpts.css").read_text(encoding="utf-8") if corpus.excerpts else whole


def script(corpus: Corpus) -> str:
    """The script of every page: what views share, each view's module as a function, and what opens addresses.

    An ES module cannot be loaded from a file by its address, so `export default` becomes the return of a function.
    """
    modules = "".join(
        f"views.{each.name} = (() => {{\n"
        + view.source(f"{each.name}.js").replace("export default ", "return ")
        + "})();\n"
        for each in _VIEWS
    )
    files = ("excerpts.js", "page.js") if corpus.excerpts else ("page.js",)
    page = "".join((_HERE / file).read_text(encoding="utf-8") for file in files)
    shared = view.source("common.js") + view.source("shim.js")
    return f'(() => {{\n"use strict";\n{shared}const views = {{}};\n{modules}{page}}})();\n'


def _pages(corpus: Corpus, folder: Path) -> list[Page]:
    """The index, the notebooks and the articles, in reading order, their addresses made links."""
    files = article_files(corpus)
    sources = notebooks.paths()
    runs = notebooks.run_all(corpus, folder, sources)
    essays = [notebook_page(run, source.name) for run, source in zip(runs, sources, strict=True)]
    made = [(heading, made_by(corpus), columns) for heading, made_by, columns in _LAYERS]
    layers = {
        key: [(heading, table[table.article == key][columns]._repr_html_()) for heading, table, columns in made]
        for key in corpus.keys
    }
    shown = [html for held in layers.values() for _, html in held]
    pointed = addresses([*(page.body for page in essays), *shown], corpus)
    articles = [article_page(corpus, each, files[each.key], (pointed[each.key], layers[each.key])) for each in corpus]
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
    the_style, the_script = style(corpus), script(corpus)
    return link.sub(within, _shell(
        corpus, pages, title=pages[0].question, body="\n".join(sections), current="", home="index.html",
        article_pages=markup.json_text(dict.fromkeys(corpus.keys, "")),
        policy=_POLICY.format(_hash(the_script), _hash(the_style)), style=the_style, script=the_script,
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


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
