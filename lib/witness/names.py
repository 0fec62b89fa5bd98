"""Who and what the articles mention, and by which of its names.

English news writes a name with capitals, and much else besides: the first word of a sentence, a title before a name, a
nationality, a headline. A word within a sentence that begins with a capital is a name unless a list says that it names
nobody; at the head of a sentence it is one only where the articles show elsewhere that it is. Names are then gathered:
a surname goes to the one person who bears it, initials to the one name they abbreviate, a short form to the one fuller
form. Where two are possible, a form stays by itself. The words and the patterns are data, in names.toml.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from witness import speech
from witness.articles import Article, Corpus, Segment, part_of
from witness.languages import is_english
from witness.people import People
from witness.spans import Span, fold, sentences

_DATA = tomllib.loads(files("witness").joinpath("names.toml").read_text(encoding="utf-8"))
_LISTS = {name: frozenset(entry.replace("_", " ") for entry in words.split()) for name, words in _DATA["lists"].items()}
_ALIASES: dict[str, str] = _DATA["aliases"]
_LISTS["titles"] |= speech.TITLES
_LISTS["openers"] |= speech.NOT_NAMES - {word.lower() for word in _LISTS["calendar"]}
_LISTS["nouns"] = _LISTS["institutions"] | _LISTS["landmarks"] | _LISTS["things"]
_LISTS["known"] = _LISTS["places"] | _LISTS["bodies"] | _ALIASES.keys() | {*_ALIASES.values()}


def _pattern(name: str) -> str:
    """A pattern with the lists and patterns that it names set in."""
    if name in _DATA["patterns"]:
        lines = "".join(_DATA["patterns"][name].strip("\n").split("\n"))
        return re.sub(r"\{([a-z_]+)\}", lambda part: _pattern(part[1]), lines)
    return speech.UPPER if name == "upper" else _either(_LISTS[name])


def _either(forms: Iterable[str]) -> str:
    """A pattern for one of some forms, the longest that fits; for none, one that never fits."""
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or "(?!)"


_RE = {name: re.compile(_pattern(name)) for name in _DATA["patterns"]}
_KNOWN, _PLACES, _NOUNS, _INSTITUTIONS, _OPENERS = (
    _LISTS[name] for name in "known places nouns institutions openers".split()
)
_HUMAN = speech.HUMAN | _LISTS["humans"]
_COMMON, _NEAR = _NOUNS | _KNOWN, ("the", "in", "at", "near")
_LONGEST = 200  # characters of a name
_FILL = "¤"  # stands for each letter of what is hidden
_PLAIN = str.maketrans("’‘`´ʼ‑", "'''''-")
_AT_HEAD, _AFTER_TITLE = "at the head of a sentence", "after a title"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name where it stands: its span, the canonical name, what it names, the segment's kind, and how it was found.

    `name` is the form that stands for it in all articles. `kind` is the curated one, or person, organization, place; it
    is empty where the rules cannot tell.
    """

    span: Span
    name: str
    kind: str
    segment: str
    rule: str


def mentions(corpus: Corpus) -> list[Mention]:
    """Every mention of a named person, body, place or thing in the articles, sorted by its place.

    >>> from witness.corpus import from_texts
    >>> page = "The mayor, Ana Ruiz, met Harbour Watch (HW) in Oslo on Monday. Ruiz said HW had won."
    >>> [(each.span.of(page), each.name, each.kind) for each in mentions(from_texts({"001": page}))][-2:]
    [('Ruiz', 'Ana Ruiz', 'person'), ('HW', 'Harbour Watch', 'organization')]

    Reads headlines, bullets and body, not the furniture of a page. No mention overlaps another. Curated names are found
    wherever their forms stand as whole words; the rest by rule. Time grows with the words.
    """
    return list(_found(corpus))


def dossier(corpus: Corpus, name: str) -> list[tuple[Mention, Span]]:
    """Every mention of a name, by its canonical form, each with the sentence around it.

    >>> from witness.corpus import from_texts
    >>> corpus = from_texts({"001": "It rained. The mayor, Ana Ruiz, met Tom Orr. Nobody waved, but Ruiz smiled."})
    >>> [(corpus.text(each.span), corpus.text(around)) for each, around in dossier(corpus, "Ana Ruiz")]
    [('Ana Ruiz', 'The mayor, Ana Ruiz, met Tom Orr.'), ('Ruiz', 'Nobody waved, but Ruiz smiled.')]

    A name that nobody mentions has an empty dossier.
    """
    return [(each, corpus[each.span.article].sentence(each.span)) for each in mentions(corpus) if each.name == name]


@lru_cache(maxsize=8)
def _found(corpus: Corpus) -> tuple[Mention, ...]:
    """All mentions; kept for the next who asks."""
    return tuple(_Groups(_Reader(corpus)).mentions())


@dataclass(slots=True)
class _Piece:
    """A segment as it is read: its text, the same with what is no name hidden, where sentences begin, what is sure."""

    segment: Segment
    plain: str
    text: str
    heads: set[int]
    style: str
    sure: list[tuple[int, int, str]] = field(default_factory=list)

    def keep(self, found: Iterable[tuple[int, int]], rule: str) -> None:
        """Take names that need no second look, and hide them, so that no other is found in them or over them."""
        parts, at = [], 0
        for start, end in found:
            if start >= at and _FILL not in self.text[start:end]:
                self.sure.append((start, end, rule))
                parts += [self.text[at:start], _FILL * (end - start)]
                at = end
        self.text = "".join([*parts, self.text[at:]])

    def form(self, start: int, end: int) -> str:
        """What stands there, with single spaces."""
        return " ".join(self.plain[start:end].split())

    def before(self, start: int) -> str:
        """The word before a place, without its full stop."""
        found = _RE["word_before"].search(self.plain, max(0, start - 20), start)
        return found["word"] if found else ""


class _Reader:
    """The articles, read twice: first for the names that are sure, then for the rest in their light."""

    def __init__(self, corpus: Corpus):
        self.curated = {form.translate(_PLAIN): each for each in corpus.names for form in (each.name, *each.aliases)}
        # Forms within sentences; those after "in" or before a country.
        self.within, self.placed = Counter[str](), Counter[str]()
        # Words with which longer names begin or end, and words in small letters.
        self.shorts, self.persons, self.surnames, self.lower = set[str](), set[str](), set[str](), set[str]()
        self.introduced: dict[tuple[str, str], str] = {}  # article and short form: the full one beside it
        self.people: dict[str, People] = {}
        pieces = [piece for article in corpus for piece in self._pieces(article)]
        self._learn(pieces)
        common = _NOUNS | _LISTS["plain"] | {word.capitalize() for word in self.lower | _OPENERS}
        forms = [*({*self.within, *self.shorts} - common), *self.curated, *_KNOWN]
        self.headline = _standing(forms, _pattern("initials"))
        self.capitals = _standing(form.upper() for form in forms)
        self.forms = [each for piece in pieces for each in self._read(piece)]

    def _pieces(self, article: Article) -> Iterator[_Piece]:
        kept = [(each, article.read(each.span)) for each in article.segments if part_of(each.kind) == "article"]
        text = "\n¶\n".join(raw for _, raw in kept)
        self.people[article.key] = People.of(_RE["endless"].sub(" ", text))
        # In German every noun has a capital: of what is not English only names that everybody knows are told.
        curated, english = _standing(self.curated), is_english(text)
        for segment, raw in kept:
            plain = raw.translate(_PLAIN)
            self.lower.update(_RE["lower"].findall(plain))
            starts = (_RE["letters"].search(raw, start) for start, _ in sentences(raw))
            heads = {each.end() for each in _RE["heads"].finditer(raw)} | {each.start() for each in starts if each}
            piece = _Piece(segment, plain, plain, heads, _style(plain, segment.kind) if english else "title")
            piece.keep((each.span() for each in curated.finditer(plain)), "curated")
            piece.text = _RE["masked"].sub(lambda found: _FILL * len(found[0]), piece.text)
            if not piece.style:
                piece.keep((each.span() for each in _RE["listed"].finditer(piece.text)), "spelled out")
                piece.keep(_spelled(piece.text), "spelled out")
                piece.keep((each.span(each.lastgroup or 0) for each in _RE["titled"].finditer(plain)), "between marks")
            yield piece

    def _learn(self, pieces: list[_Piece]) -> None:
        """What the sure names tell of the doubtful ones."""
        split = [name.split() for people in self.people.values() for name in people.persons]
        told = {" ".join(words[at:]) for words in split for at in range(len(words) - 1)}
        for piece in pieces:
            for each in () if piece.style else self._read(piece):
                start, end = (place - piece.segment.span.start for place in (each.span.start, each.span.end))
                form, words, before = each.name, each.name.split(), piece.before(start).lower()
                self.within[form] += each.rule != _AT_HEAD
                self.placed[form] += before == "in" or bool(_RE["in_country"].match(piece.plain, end))
                if len(words) > 1:
                    self.shorts.update(words[each.rule == _AT_HEAD :: len(words) - 1])
                if each.rule == _AFTER_TITLE or (form in told and before not in _NEAR and not {form, *words} & _COMMON):
                    self.persons.add(form)
                    self.surnames.add(words[-1])
                    self.shorts.update(words)
                short = _RE["introduced"].match(piece.plain, end)
                if short and (short["short"].upper() in _initials(form) or not _INSTITUTIONS.isdisjoint(words)):
                    self.introduced[each.span.article, short["short"]] = form

    def _read(self, piece: _Piece) -> list[Mention]:
        """The names of one piece by the forms in which they stand, in order."""
        if piece.style:
            known = self.headline if piece.style == "title" else self.capitals
            piece.keep((each.span() for each in known.finditer(piece.text)), "in a headline")
        key, at = piece.segment.span.article, piece.segment.span.start
        names = () if piece.style else self._named(piece)
        return [
            Mention(Span(key, at + start, at + end), piece.form(start, end), "", piece.segment.kind, rule)
            for start, end, rule in sorted([*piece.sure, *names])
        ]

    def _named(self, piece: _Piece) -> Iterator[tuple[int, int, str]]:
        """The places of names among words with capitals, each with the rule by which it is one."""
        for start, end in self._joined(piece):
            form, before = piece.form(start, end), piece.before(start)
            head, lone = start in piece.heads, " " not in form
            titled = before.lower() in _LISTS["titles"] and (before.istitle() or before not in _LISTS["surnames"])
            if lone and not (titled or self._names(form, piece, head, end)):
                continue
            number = _RE["number"].match(piece.text, end)
            if number and not self._person(form) and form not in _PLACES:
                end = number.end()
            rule = _AFTER_TITLE if titled else _AT_HEAD if head else "acronym" if lone and form.isupper() else ""
            yield start, end, rule or "within a sentence"

    def _joined(self, piece: _Piece) -> list[tuple[int, int]]:
        """Names put together over small words."""
        names: list[tuple[int, int]] = []
        for run in _RE["name"].finditer(piece.text):
            for place in self._parts(piece, *run.span()):
                if names and self._joins(piece, names[-1], place):
                    names[-1] = names[-1][0], place[1]
                else:
                    names.append(place)
        return names

    def _parts(self, piece: _Piece, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The names in words side by side, without what stands before them and is none."""
        while first := _RE["first"].match(piece.text, start, end):
            form = piece.form(start, end)
            leads = start in piece.heads and (_opens(first["word"]) or self._comes_before(form))
            if self._stands(form) or not (leads or first["word"] in ("The", "A", "An")):
                break
            start = first.end()
        titles = not _LISTS["titles"].isdisjoint(piece.form(start, end).lower().split())
        office = _RE["office"].fullmatch(piece.text, start, end) if titles else None
        apart = [office.span(group) for group in ("before", "after")] if office and self._is_office(office) else None
        for place in apart or [(start, end)]:
            yield from self._without_nation(piece, *place)

    def _stands(self, form: str) -> bool:
        """Whether a form begins with a name that everybody knows, or is one that stands within a sentence."""
        words = form.split()
        return self.within[form] > 0 or any(" ".join(words[:count]) in _KNOWN for count in range(1, 5))

    def _comes_before(self, form: str) -> bool:
        """Whether the first word of a sentence stands before a name, as in "Substitute Ana Ruiz"."""
        first, _, rest = form.partition(" ")
        if not rest or first in self.shorts or _NOUNS.issuperset(rest.split()):
            return False
        several = " " in rest
        common = first.lower() in self.lower and rest.split()[-1] not in _NOUNS and (several or self.within[rest] > 0)
        return common or first.lower() in _HUMAN or (several and rest in self.persons)

    def _is_office(self, found: re.Match[str]) -> bool:
        """Whether a title is one, and not part of a name: King Street, Stephen King."""
        before, after, title = (found["before"] or "").split(), (found["after"] or "").split(), found["office"].lower()
        if found[0] in self.surnames or (after and after[-1] in _NOUNS and (not after[1:] or title in _LISTS["royal"])):
            return False
        sure = not before or found["before"] in _KNOWN or before[-1].isupper() or self._nation(before[-1])
        return sure or not _INSTITUTIONS.isdisjoint(before) or (bool(after) and title not in _LISTS["surnames"])

    def _without_nation(self, piece: _Piece, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A name without a nationality before it, unless it is a body's, which may have one in its own name."""
        nation, form = _RE["nation_first"].match(piece.text, start, end), piece.form(start, end)
        if nation and not self._stands(form):
            rest = piece.form(nation.end(), end)
            own = " " not in rest and not self._stands(rest) and rest not in self.surnames
            start = start if rest and (own or rest.split()[-1] in _NOUNS) else nation.end()
        yield from [(start, end)] if start < end else []

    def _nation(self, word: str) -> bool:
        """Whether a word is a nationality or a language: from a list, or made from a place that the text names."""
        endings = (each for each in ("ian", "ean", "ese", "ish", "an", "n", "i") if word.endswith(each))
        stems = [word.removesuffix(each) + vowel for each in endings for vowel in ("", "a", "e", "ia", "y", "o")]
        made = any(len(stem) > 3 and (stem in _PLACES or self.placed[stem] > 0) for stem in stems)
        return word not in _KNOWN and (made or bool(_RE["nation"].fullmatch(word)))

    def _joins(self, piece: _Piece, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether a name goes on over what stands between two groups of words."""
        joint, one, other = _RE["joint"].fullmatch(piece.text, left[1], right[0]), piece.form(*left), piece.form(*right)
        if not joint or right[1] - left[0] > _LONGEST:
            return False
        owner = f"'{joint['owns']}" if joint["small"] is None else ""
        text = f"{one}{owner}|{owner or ' '.join(joint['small'].split())}|{other}"
        if _RE["one_always"].search(text) or text.replace("|", " ") in _KNOWN:
            return True
        if self._person(one) or self._person(other):
            return False
        known = one in _KNOWN or one in self.shorts or self.within[one] > 0 or left[0] in piece.heads
        the = "the " if piece.before(left[0]).lower() == "the" else ""
        return bool(_RE["one_name"].search(the + text) or (not known and _RE["one_unless_known"].search(text)))

    def _names(self, form: str, piece: _Piece, head: bool, end: int) -> bool:
        """Whether a word by itself is a name, by what is known of it or by what follows."""
        small, start = form.lower(), end - len(form)
        common = small in self.lower or small in _OPENERS
        if form in _KNOWN or {form, form.title()} & self.surnames:
            return True
        loud = form.isupper() and common and not any(form == short for _, short in self.introduced)
        if loud or _opens(form) or self._nation(form) or _RE["nobody"].fullmatch(form):
            return False
        if not head or self.within[form] or self._stands(form.title()) or _RE["inner"].search(form):
            return True
        plain = common or small in _HUMAN or form in _NOUNS
        return not plain and (form in self.shorts or bool(_RE["bearer"].match(piece.plain, start)))

    def _person(self, form: str) -> bool:
        return form in self.persons or form.split()[-1] in self.surnames


class _Groups:
    """Which forms are one name, what it is called, and what kind of thing it names."""

    def __init__(self, reader: _Reader):
        self.reader = reader
        # By article or "", and a word or initials: the longer names that have them.
        self.longer = defaultdict[tuple[str, str], dict[str, None]](dict)
        for each in reader.forms:
            words = (*fold(each.name).split(), *_initials(each.name)) if " " in each.name else ()
            for scope in (each.span.article, ""):
                for word in words:
                    self.longer[scope, word][each.name] = None

    def mentions(self) -> list[Mention]:
        """The forms that were found, under their canonical names."""
        names, kinds, written = dict[tuple[str, str], str](), dict[str, str](), {fold(form): form for form in _KNOWN}
        forms = dict.fromkeys((each.span.article, each.name) for each in self.reader.forms)
        for article, form in sorted(forms, key=lambda each: each[1].isupper()):
            name = self._resolved(form, article)
            names[article, form] = name = written.setdefault(fold(name).replace("-", " "), name)
            kinds[name] = kinds.get(name) or self._kind(name) or self._kind(form)
        placed = ((each, names[each.span.article, each.name]) for each in self.reader.forms)
        return [replace(each, name=name, kind=kinds[name]) for each, name in placed]

    def _resolved(self, form: str, article: str, depth: int = 3) -> str:
        """The name for which a form stands in an article; the form itself where none or several are possible."""
        if form in self.reader.curated:
            return self.reader.curated[form].name
        fuller = _ALIASES.get(form) or self.reader.introduced.get((article, form)) or self._fuller(form, article)
        return self._resolved(fuller, article, depth - 1) if depth and fuller not in ("", form) else form

    def _fuller(self, form: str, article: str) -> str:
        """The one longer name for which a form is short, in its article or else in all."""
        known = self.reader.people[article].known(form)
        if known in self.reader.persons and known != form:
            return known
        for scope in (article, ""):
            held = [self.longer.get((scope, key), ()) for key in (fold(form).split()[-1], form.replace(".", ""))]
            found = [each for each in chain(*held) if self._short_of(form, each)]
            outer = [each for each in found if not any(each != other and each in other for other in found)]
            if found:
                return outer[0] if len(outer) == 1 else ""
        return ""

    def _short_of(self, form: str, longer: str) -> bool:
        """Whether a form is short for a longer name: its end, a person's first name, or what may stand alone."""
        short, whole, person = fold(form), _RE["later"].sub("", fold(longer)), longer in self.reader.persons
        if short == whole or (form in _PLACES and not person):
            return False
        if form.replace(".", "") in _initials(longer):
            return len(form) > 2 and not person
        if whole.endswith(f" {short}"):
            return not {"of", "for", "on", "in"} & {*whole.removesuffix(short).split()}
        if whole.startswith(f"{short} "):
            return person or _LISTS["left_off"].issuperset(longer[len(form) :].split())
        return form in _INSTITUTIONS and any(f" {short} {small} " in f" {whole}" for small in ("of", "for", "on"))

    def _kind(self, form: str) -> str:
        """What a form names: as somebody wrote, or by the words of the form and of those beside it."""
        reader, words = self.reader, form.split()
        head = re.split(r" (?:of|for|on) ", form)[0].split()[-1:]
        if form in reader.curated:
            return reader.curated[form].kind
        if form in reader.persons or (form in reader.surnames and not reader.placed[form]):
            return "person"
        if form not in _PLACES and (form in _LISTS["bodies"] or "&" in form or _INSTITUTIONS.issuperset(head)):
            return "organization"
        if form in _PLACES or not _LISTS["landmarks"].isdisjoint([*head, *words[:-1][:1]]):
            return "place"
        if _LISTS["things"].issuperset(head) or not (reader.placed[form] or (form.isupper() and form.isalpha())):
            return ""
        return "place" if reader.placed[form] else "organization"


def _opens(word: str) -> bool:
    return word.lower() in _OPENERS and (len(word) == 1 or not word.isupper())


def _initials(form: str) -> tuple[str, str]:
    """The initials of a name: those of all its words, and those of its words with capitals."""
    first = "".join(word[0] for word in form.split())
    return first.upper(), "".join(each for each in first if each.isupper())


def _standing(forms: Iterable[str], other: str = "(?!)") -> re.Pattern[str]:
    """A pattern for forms where they stand as whole words and whole names, or for something other."""
    return re.compile(f"{_pattern('whole_before')}(?:{_either({*forms})}){_pattern('whole_after')}|{other}")


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """The long forms whose initials stand beside them, as in "Harbour Watch (HW)"."""
    for found in _RE["introduced"].finditer(text):
        near = _RE["unbroken"].search(text, max(0, found.start() - 120), found.start())
        for word in reversed(list(_RE["any_word"].finditer(text, *near.span()))) if near else ():
            stretch = text[word.start() : found.start()]
            if word[0][0].isupper() and found["short"].replace(".", "").upper() in _initials(stretch):
                yield word.start(), found.start()
                break


def _style(text: str, kind: str) -> str:
    """How a line is written: "capitals" throughout, "title" where its words have them, else nothing."""
    words = [word for word in _RE["any_word"].findall(text[:300]) if word.lower() not in _LISTS["minor"]]
    if len(words) < 3 or len(text) > 300 or text.isupper():
        return "capitals" if text.isupper() and len(text) < 300 else ""
    line = "headline" in kind or (len(words) > 5 and text.rstrip()[-1].isalnum() and "," not in text)
    return "title" if line and sum(not word[0].islower() for word in words) > 0.74 * len(words) else ""
