"""Whom an article names, and whom its short forms, titles and roles may mean.

The people of an article are those it calls by more than one name, with the titles and roles it sets beside them; a
surname, a role or a pronoun is resolved only where the article leaves one reading.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from witness import speech

# Forms of address, after which a name begins wherever they stand.
_ADDRESS = frozenset("mr mrs ms dr prof sir dame cllr".split())

# What stands before the noun of a description ends where one of these begins.
_WITH_MORE = re.compile(r"\s(?:of|for|from|at|in|on|by|with|to|close|behind|who|which)\s")

# So many names with one word in common are not told apart.
_MANY = 50

# Characters of an article that are read for names.
_READ = 200_000


@dataclass
class People:
    """Whom an article names, and by which short forms and roles it may mean them.

    >>> people = People.of("Judge Ana Ruiz spoke. Tom Orr, the harbour master, laughed. Ms Ruiz left.")
    >>> people.canonical("Ruiz"), people.canonical("the harbour master"), people.canonical("the pilot")
    ('Ana Ruiz', 'Tom Orr', 'pilot')
    """

    names: dict[str, None] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)  # names of whom the text speaks as of people
    text: str = field(default="", repr=False)
    roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    learned: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # how often "he" or "she"
    _heads: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set), repr=False)  # the nouns of a name
    _holding: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list), repr=False)  # names by word
    _capitals: dict[str, str] = field(default_factory=dict, repr=False)  # the names by their form in capitals

    @classmethod
    def of(cls, text: str) -> "People":
        """The people of a text; of a very long one, of its beginning."""
        people = cls(text=speech.FORM["nickname"].sub("", text[:_READ]))
        for found in speech.FORM["full_name"].finditer(people.text):
            name = people.bare(found["name"])
            before = people.text[max(0, found.start("name") - 30) : found.start("name")]
            of = re.search(r"(\w+) of $", before)
            held = of and of[1].lower() in speech.TITLES | speech.HUMAN
            if len(name.split()) > 2 and (held or speech.FORM["national"].match(name)):
                name = name.split(maxsplit=1)[1]  # Minister of Transport Jo Haukvik, the Portuguese Jo Haukvik
            elif speech.FORM["within_body"].search(before):
                continue  # the Guild of Harbour Pilots
            if " " in name and name not in people.names:
                people.names[name] = None
                for word in dict.fromkeys(name.split()):
                    people._holding[word].append(name)
            office = found[0].removesuffix(name).split()
            if office and " " in name and office[-1].lower().rstrip(".") in speech.TITLES | speech.HUMAN:
                people._role(office[-1].rstrip("."), name)
        for form in ("role_after", "role_before"):
            for found in speech.FORM[form].finditer(people.text):
                name = people.known(people.bare(found["name"]))
                cut = form == "role_before" and found["role"].split()[-1].lower() in speech.PLACING | {"the"}
                if " " in name and not cut:
                    people._role(found["role"], name)
        people._meet()
        for found in speech.FORM["single_name"].finditer(people.text):
            name = people.bare(found["name"])
            if name and people.known(name) == name and not speech.FORM["body"].search(name):
                people.names[name] = None
                people.persons.add(name)
                people._role(found["role"], name)
        people._capitals = {name.upper(): name for name in [*people._holding, *people.names]}
        return people

    def _meet(self) -> None:
        """Tell people from bodies and places by the words beside their names, wherever they are named."""
        self.persons |= {name for name in self._heads if not speech.FORM["body"].search(name)}
        bodies = set()  # people have no "the" before their names
        for found in speech.FORM["person"].finditer(self.text):
            before = self.text[max(0, found.start() - 25) : found.start()]
            after = self.text[found.end() : found.end() + 40]
            said, short = found[0].split()[0].lower().rstrip("."), self.bare(found[0])
            name = self.known(short)
            if name not in self.names or speech.FORM["body"].search(name):
                continue
            beside = (re.findall(r"(\w+),?\s+$", before) or ["of"])[0]
            title = said in speech.TITLES or beside.lower() in speech.TITLES | speech.HUMAN
            for gender in ("he", "she"):
                self.learned[name][gender] += 2 * (said in speech.WORDS[gender])
            with_article = said == "the" or beside == "the"
            if " " in short:
                title = title or any(_first(short) in speech.WORDS[names] for names in ("he_names", "she_names"))
                aside = after.startswith(",") and beside.islower() and beside not in speech.PLACING
                title = title or aside or bool(speech.FORM["as_a_person"].match(after))
            elif not with_article:
                title = title or bool(speech.FORM["acts_alone"].match(after))
            if with_article and short == name and not title:
                bodies.add(name)
            if title:
                self.persons.add(name)
        self.persons -= bodies

    def _role(self, role: str, name: str) -> None:
        words = re.findall(r"\w+", _WITH_MORE.split(role)[0].lower())
        rest = frozenset(re.findall(r"\w+", role.lower())) - speech.NOT_NAMES
        if words and not words[-1].endswith("s"):
            self.roles.setdefault(words[-1], []).append((rest, name))
            self._heads[name].add(words[-1])

    def gender(self, name: str, sure: bool = False) -> str:
        """Whether an article would say "he" or "she" of somebody; empty where nothing tells.

        >>> people = People.of("Mr Tom Ruiz, Eva Orr and R. Hale came.")
        >>> [people.gender(name) for name in people.names]
        ['he', 'she', '']
        """
        heads = set(self._heads.get(name, ())) if name in self.names else set(_WITH_MORE.split(name)[0].split())
        learned = self.learned.get(name, Counter())
        more = learned["he"] - learned["she"]
        first = _first(name) if name[:1].isupper() and abs(more) < 2 else ""
        ending = not more and not sure and bool(re.search(r"\w{3}a$", first))
        for he, she in (
            (heads & speech.WORDS["he"], heads & speech.WORDS["she"]),
            (first in speech.WORDS["he_names"], first in speech.WORDS["she_names"] or ending),
            (more > 0, more < 0),
        ):
            if bool(he) != bool(she):
                return "he" if he else "she"
        return ""

    @staticmethod
    def noun(who: str) -> str:
        """The noun of a description: "the pilot of the boat" is a pilot."""
        return (_WITH_MORE.split(who.lower())[0].split() or [""])[-1]

    def bare(self, name: str) -> str:
        """A name without titles before it and without what belongs to the sentence."""
        words = name.split()
        low = [word.lower().rstrip(".") for word in words]
        called = [place for place, word in enumerate(low[:-1]) if word in _ADDRESS or (
            word in speech.TITLES | speech.HUMAN and words[place][:1].isupper() and place < len(low) - 2)]  # fmt: skip
        start = called[-1] + 1 if called else 0
        while start < len(words) and low[start] in speech.TITLES | speech.NOT_NAMES:
            start += 1
        return re.sub(r"[’']s?$", "", " ".join(words[start:])).rstrip(".,")

    def known(self, name: str) -> str:
        """The one full name that a short form can mean; the form itself where several or none can be meant."""
        last_two = " ".join(name.split()[-2:])
        if len(name.split()) > 2 and last_two in self.names and name not in self.names:
            return last_two
        if name.isupper() and len(name) > 3:
            name = self._capitals.get(name, name)
        held = self._holding.get(name.split()[-1], []) if name else []
        ends = (f" {name}", f" {name[:1].lower()}{name[1:]}")  # "De Vries" for Ana de Vries
        fuller = [each for each in held[:_MANY] if each != name and (" " not in name or each.endswith(ends))]
        return fuller[0] if len(fuller) == 1 else name

    def named(self, text: str) -> list[str]:
        """The people and bodies named in a text, in order, by their full names; each once."""
        found = (self.known(self.bare(each[0])) for each in speech.FORM["name"].finditer(text))
        return list(dict.fromkeys(each for each in found if each and each in self.names))

    def canonical(self, who: str) -> str:
        """The name under which the article introduces whom a phrase describes; else the phrase without its article."""
        who = " ".join(who.split()).rstrip(",.")
        plain = re.sub(r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:own\s+)?", "", who)
        plain = speech.FORM["released"].sub(r"\1", plain)
        if speech.FORM["name"].fullmatch(self.bare(plain)):
            return self.known(self.bare(plain))
        placed = speech.FORM["placed"].match(plain)
        if placed and self.known(self.bare(placed["name"])) in self.persons:
            return self.known(self.bare(placed["name"]))
        issued = speech.FORM["issued"].search(plain)
        if issued:
            return self.canonical(issued["who"])
        owner = re.match(r"(?P<who>[\w.\-]+)[’']s?\s", plain)
        if owner:
            uttered = speech.FORM["uttered"].fullmatch(plain)
            return self.canonical(uttered["who"]) if uttered else plain
        tail = speech.FORM["ends_named"].search(plain)
        if tail and not re.search(r"\b(?:of|for|from|at|to|by|in|on|with|and)\s|[’']s\s", plain):
            return self.known(self.bare(tail["name"]))
        words = re.findall(r"\w+", _WITH_MORE.split(plain)[0].lower())
        mine = frozenset(re.findall(r"\w+", plain.lower())) - speech.NOT_NAMES
        held = self.roles.get(words[-1], []) if words else []
        fitting = {name for role, name in held if mine <= role} or {name for _, name in held if len(mine) == 1}
        definite = not re.match(r"(?:an?|one|another|some)\b", who.lower())
        return fitting.pop() if len(fitting) == 1 and definite else plain


def _first(name: str) -> str:
    """The given name, or the first half of one like Anne-Marie."""
    return name.lower().split()[0].split("-")[0]
