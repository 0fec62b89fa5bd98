"""From a folder to a corpus, or to a plain list of what is wrong with it.

A folder holds one article a file (`.txt`, `.md`, `.html`) and, if somebody wrote one, a `corpus.toml` that says what is
known about them. Files are read as UTF-8 wherever Witness runs. Nothing is guessed and nothing is repaired: a folder is
read whole, or refused with every fault named.
"""

import json
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from witness import curation
from witness.articles import Article, Corpus, Excerpts
from witness.errors import CorpusError, Fault
from witness.segments import segment
from witness.spans import Span, count_words
from witness.webpage import Facts, Hints, text_of

SUFFIXES = (".txt", ".md", ".html", ".htm")

# Each two articles are compared: a report on more of them is none that anybody reads.
MOST_ARTICLES = 500

# The variable by which a report tells its notebooks which folder they are about.
FOLDER_VARIABLE = "WITNESS_FOLDER"

# The variable by which it tells them which excerpts its edition shows: a file that holds them. Without it all is shown.
EXCERPTS_VARIABLE = "WITNESS_EXCERPTS"

_CORPUS_FIELDS = ("event", "reference_date", "article")
_ARTICLE_FIELDS = (
    "file", "key", "stated", "outlet", "headline", "author", "published", "retrieved", "url", "archive_url",
    "version_of", "correction",
)  # fmt: skip
# What a text can state, and what else an article carries of its entry.
STATED_FIELDS = ("outlet", "headline", "author", "published")
_KNOWN_FIELDS = (*STATED_FIELDS, "retrieved", "url")

_DATES = ("reference_date", "published", "retrieved")
_URLS = ("url", "archive_url")


class Page(NamedTuple):
    """What a file holds: its text, the digest of its bytes, and what its markup, if any, says of lines and article."""

    raw: str
    digest: str
    hints: Hints
    facts: Facts


def load(folder: str | os.PathLike[str] | None = None) -> Corpus:
    """The corpus a notebook is about: `folder`, else the folder being reported, else the nearest `seeds/`.

    >>> load("seeds").keys
    ['000', '001', '002', '003', '004']

    The nearest `seeds/` is looked for here and then in each folder above. Raises CorpusError where there is none.
    """
    path = Path(folder or os.environ.get(FOLDER_VARIABLE) or _nearest_seeds())
    return _unchanged(path, _state(path), os.environ.get(EXCERPTS_VARIABLE, "") if folder is None else "")


@lru_cache(maxsize=4)
def _unchanged(path: Path, _state: tuple[tuple[str, int, int], ...], edition: str) -> Corpus:
    """A folder is read again when its files have changed, and what was found in it is found again only then."""
    corpus = read(path)
    if not edition:
        return corpus
    return replace(corpus, excerpts=Excerpts(**json.loads(Path(edition).read_text(encoding="utf-8"))))


def _state(path: Path) -> tuple[tuple[str, int, int], ...]:
    """The files of a folder, each with its size and the time when it was written; empty where there is no folder."""
    try:
        files = [(entry.name, entry.stat()) for entry in os.scandir(path)]
    except OSError:
        return ()
    return tuple(sorted((name, told.st_size, told.st_mtime_ns) for name, told in files))


@contextmanager
def told(corpus: Corpus) -> Iterator[dict[str, str]]:
    """The variable that tells notebooks which excerpts an edition shows; no variable where it shows everything."""
    if not corpus.excerpts:
        yield {}
        return
    with TemporaryDirectory(prefix="witness-") as place:
        file = Path(place) / "excerpts.json"
        file.write_text(json.dumps(asdict(corpus.excerpts)), encoding="utf-8")
        yield {EXCERPTS_VARIABLE: str(file)}


def from_texts(texts: dict[str, str]) -> Corpus:
    """A corpus made of texts that are at hand, by key; for small examples and pasted articles.

    >>> from_texts({"left": "The ships left.", "right": "Two ships left."}).sentence
    '2 articles, 6 words.'
    """
    pages = {key: Page(raw, sha256(raw.encode()).hexdigest(), {}, {}) for key, raw in texts.items()}
    return Corpus(tuple(_article(key, f"{key}.txt", pages[key], {}, {}) for key in sorted(texts)))


def from_files(files: dict[str, bytes | str]) -> Corpus:
    """A corpus made of files that are at hand, by name: their bytes as stored, or a text.

    >>> from_files({"gazette_0502.txt": b"The ships left.", "pasted.txt": "Two ships left."}).keys
    ['gazette', 'pasted']

    They are read and refused as the files of a folder are. Raises CorpusError with all faults at once.
    """
    faults: list[Fault] = []
    pages: dict[str, Page] = {}
    for name, stored in files.items():
        try:
            if not name.lower().endswith(SUFFIXES):
                raise _fault(name, "this is no article that can be read", "give a .txt, .md or .html file")
            raw = stored.encode("utf-8", "surrogatepass") if isinstance(stored, str) else stored
            pages[name] = _page(raw, name)
        except CorpusError as error:
            faults += error.faults
    keys = _keys(sorted(pages), {}, faults)
    if not files:
        faults.append(Fault("your articles", "there are none", "choose files, or paste a text"))
    if faults:
        raise CorpusError(faults)
    articles = (_article(key, file, pages[file], {}, {}) for file, key in keys.items())
    return Corpus(tuple(sorted(articles, key=lambda each: each.key)))


def check(folder: str | os.PathLike[str]) -> list[Fault]:
    """Everything that is wrong with a folder; an empty list where it can be reported.

    >>> [str(fault) for fault in check("no-such-folder")]
    ['no-such-folder: there is no such folder; check the name, or make it and put one article a file into it']
    """
    try:
        read(folder)
    except CorpusError as error:
        return list(error.faults)
    return []


def read(folder: str | os.PathLike[str]) -> Corpus:
    """The corpus in a folder.

    >>> corpus = read("seeds")
    >>> corpus["002"].outlet, corpus["002"].words > 600
    ('CNN', True)

    Reads `.txt`, `.md` and `.html` files that lie in the folder itself; hidden files and a README are not articles.
    Raises CorpusError with all faults at once. Cost grows with the size of the files; each is read once.
    """
    path = Path(folder)
    files = _article_files(path)
    if len(files) > MOST_ARTICLES:
        what = f"{len(files):,} articles, and each two are compared; the most is {MOST_ARTICLES}"
        raise CorpusError([Fault(str(path), what, "choose fewer, or find shared passages with: witness passages")])
    faults: list[Fault] = []
    pages: dict[str, Page] = {}
    for file in files:
        try:
            pages[file] = _page(_bytes(_stored(path, file), file), file)
        except CorpusError as error:
            faults += error.faults
    known, about = _curated(path, files, faults)
    keys = _keys(sorted(pages), about, faults)
    texts = {key: pages[file].raw for file, key in keys.items()}
    stated = {key: _stated(key, about.get(file, {}), texts, faults) for file, key in keys.items()}
    kept = curation.read(path, texts, faults)
    if faults:
        raise CorpusError(faults)
    articles = [_article(key, file, pages[file], about.get(file, {}), stated[key]) for file, key in keys.items()]
    return Corpus(
        tuple(sorted(articles, key=lambda each: each.key)),
        event=str(known.get("event", "")),
        reference_date=str(known.get("reference_date", "")),
        **kept,
    )


def texts(folder: str | os.PathLike[str]) -> Iterator[tuple[str, str]]:
    """The name and text of each article in a folder, one after the other and sorted by name.

    >>> [name[:3] for name, _ in texts("seeds")]
    ['000', '001', '002', '003', '004']

    Only one is held at a time. Raises CorpusError at the first that cannot be read.
    """
    path = Path(folder)
    for name in _article_files(path):
        yield name, _page(_bytes(_stored(path, name), name), name).raw


def _nearest_seeds() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "seeds").is_dir():
            return folder / "seeds"
    raise CorpusError([Fault("seeds", "there is no such folder here or above", "name a folder: witness.load(FOLDER)")])


def _article_files(path: Path) -> list[str]:
    """The names of the files that hold articles, sorted."""
    try:
        names = sorted(_as_utf8(name) for name in os.listdir(path))
    except FileNotFoundError:
        way_out = "check the name, or make it and put one article a file into it"
        raise CorpusError([Fault(str(path), "there is no such folder", way_out)]) from None
    except NotADirectoryError:
        raise CorpusError([Fault(str(path), "this is a file, not a folder", "give the folder it lies in")]) from None
    except OSError as error:
        raise CorpusError([Fault(str(path), f"cannot be read ({error.strerror})", "check its permissions")]) from None
    files = [
        name
        for name in names
        if name.lower().endswith(SUFFIXES)
        and not name.startswith(".")
        and os.path.splitext(name)[0].lower() != "readme"
        and not _stored(path, name).is_dir()
    ]
    if not files:
        way_out = "put one article a file into it, as .txt, .md or .html"
        raise CorpusError([Fault(str(path), "no article in this folder", way_out)])
    return files


def _as_utf8(name: str) -> str:
    """A file's name read as UTF-8, whatever the locale; bytes that are none stay as unpaired surrogates."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def _stored(path: Path, name: str) -> Path:
    """Where the file of that name lies, in the letters by which this locale reaches it."""
    return path / os.fsdecode(name.encode("utf-8", "surrogateescape"))


def _bytes(path: Path, name: str) -> bytes:
    """What a file holds."""
    try:
        if Path(os.path.realpath(path.parent)) not in Path(os.path.realpath(path)).parents:
            raise _fault(name, "this is a link that leads out of the folder", "put a copy of the article here")
        if not stat.S_ISREG(path.stat().st_mode):
            raise _fault(name, "this is not a regular file", "put the article's text into a file of its own")
        return path.read_bytes()
    except OSError as error:
        raise _fault(name, f"cannot be read ({error.strerror})", "check the file and its permissions") from None


def _page(stored: bytes, name: str) -> Page:
    """A file's text, the digest of its bytes, and what its markup says."""
    if not name.isprintable():
        raise _fault(name, "the file's name holds characters that cannot be shown", "rename the file")
    if not stored:
        raise _fault(name, "the file is empty", "add the article's text or remove the file")
    if stored.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _fault(name, "the file is UTF-16", "save the file as UTF-8")
    try:
        raw = stored.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = stored.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} (0x{stored[error.start]:02x}, line {line}) is not valid UTF-8"
        raise _fault(name, what, "save the file as UTF-8") from None
    if "\0" in raw:
        what = f"character {raw.index(chr(0))} is NUL, as in a binary file"
        raise _fault(name, what, "save the article as plain text")
    hints: Hints = {}
    facts: Facts = {}
    if name.lower().endswith((".html", ".htm")):
        raw, hints, facts = text_of(name, raw)
    if not count_words(raw):
        raise _fault(name, "the file holds no words", "add the article's text or remove the file")
    return Page(raw, sha256(stored).hexdigest(), hints, facts)


def _fault(name: str, what: str, way_out: str) -> CorpusError:
    return CorpusError([Fault(name, what, way_out)])


def _curated(path: Path, files: list[str], faults: list[Fault]) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """What `corpus.toml` says of the corpus, and of each file; empty where there is none."""
    name = "corpus.toml"
    known = curation.toml(path / name, faults)
    faults += _field_faults(name, known, _CORPUS_FIELDS)
    entries = curation.entries(name, known, "article", faults)
    about: dict[str, dict[str, Any]] = {}
    for entry in entries:
        file = entry.get("file", "")
        faults += _field_faults(f"{name}, article {file!r}", entry, _ARTICLE_FIELDS)
        if file not in files:
            faults.append(Fault(name, f"file = {file!r} is not an article of this folder", "name a file that is here"))
        elif file in about:
            faults.append(Fault(name, f"file = {file!r} is described twice", "keep one of the two"))
        about[str(file)] = entry
    return known, about


def _field_faults(where: str, table: dict[str, Any], known: tuple[str, ...]) -> list[Fault]:
    """The fields that are unknown, or whose value cannot be what the field means."""
    faults = []
    for field, value in table.items():
        if field not in known:
            faults.append(Fault(where, f"the field {field!r} is unknown", f"use one of {', '.join(known)}"))
        elif field in _DATES and not _is_date(value):
            faults.append(Fault(where, f"{field} = {str(value)!r} is not a date", "write it as 2021-03-09"))
        elif field in _URLS and not re.match(r"https?://[^\s/]", str(value)):
            faults.append(Fault(where, f"{field} = {str(value)!r} is refused", "give an http or https address"))
        elif field == "stated" and not isinstance(value, dict):
            faults.append(Fault(where, f"stated = {value!r} is not a table", "write it as [article.stated]"))
        elif field not in (*_DATES, "article", "stated") and not isinstance(value, str):
            faults.append(Fault(where, f"{field} = {value!r} is not text", "put it in quotation marks"))
    return faults


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _keys(files: list[str], about: dict[str, dict[str, Any]], faults: list[Fault]) -> dict[str, str]:
    """The key of each file: the curated one, else the stem up to its first `_` where that is unique, else the stem."""
    stems = {file: os.path.splitext(file)[0] for file in files}
    short = {file: stem.partition("_")[0] or stem for file, stem in stems.items()}
    uses = Counter(short.values())
    keys = {
        file: str(about.get(file, {}).get("key") or (short[file] if uses[short[file]] == 1 else stems[file]))
        for file in files
    }
    owners: dict[str, str] = {}
    for file, key in keys.items():
        if not key.isprintable() or key != key.strip() or len(key) > 100:
            faults.append(Fault(file, f"the key {key!r} cannot be used", "give a short printable key in corpus.toml"))
        if key in owners:
            way_out = "rename one of them, or give each a key in corpus.toml"
            faults.append(Fault(file, f"the key {key!r} is also that of {owners[key]}", way_out))
        owners.setdefault(key, file)
    return keys


def _stated(key: str, entry: dict[str, Any], texts: dict[str, str], faults: list[Fault]) -> dict[str, Span]:
    """Where a text states what a curated entry says: `stated.FIELD = words`, or with the key of another article."""
    spans = {}
    for field, evidence in dict(entry.get("stated", {})).items():
        where = f"corpus.toml, article {entry['file']!r}, stated.{field}"
        article, words = key, evidence
        if isinstance(evidence, dict) and set(evidence) == {"article", "words"}:
            article, words = evidence["article"], evidence["words"]
        if field not in STATED_FIELDS or field not in entry:
            faults.append(Fault(where, "there is no such field beside it", f"use one of {', '.join(STATED_FIELDS)}"))
        elif not isinstance(words, str) or article not in texts:
            faults.append(
                Fault(where, f"{evidence!r} names no words", 'write "words", or {article = "KEY", words = "words"}')
            )
        elif texts[article].count(words) != 1:
            times = f"{texts[article].count(words)} times" if words in texts[article] else "not"
            faults.append(Fault(where, f"{words!r} stands {times} in {article}", "copy words that stand there once"))
        else:
            at = texts[article].index(words)
            spans[field] = Span(article, at, at + len(words))
    return spans


def _article(key: str, file: str, page: Page, entry: dict[str, Any], stated: dict[str, Span]) -> Article:
    """An article with what its entry says; the page's own headline where the entry names none."""
    pieces = segment(key, page.raw, page.hints)
    facts = {field: str(entry[field]) for field in _KNOWN_FIELDS if field in entry}
    markup = {field: where for field, (_, where) in page.facts.items() if field not in facts}
    facts |= {field: page.facts[field][0] for field in markup}
    titles = [each.span for each in pieces if each.kind == "headline"]
    if titles and "headline" not in facts:
        facts["headline"], stated = titles[0].of(page.raw), {**stated, "headline": titles[0]}
    return Article(key, file, page.raw, pieces, page.digest, stated=stated, markup=markup, **facts)
