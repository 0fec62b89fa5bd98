"""Whom an article names, and whom its short forms, titles and roles may mean.

The people of an article are those it calls by more than one name, with the titles and roles it sets beside them; a
surname, a role or a pronoun is resolved only where the article leaves one reading.
"""

import re
from dataclasses import dataclass, field

from witness import speech

_FULL = re.compile(
    rf"(?:(?P<title>{speech.TITLE})\s+)?(?P<name>{speech.WORD}(?:\s+(?:(?:van|von|der|den|de|del|di|da|la|le|al|el|bin|ter)\s+){{0,2}}{speech.WORD}){{1,3}})"
)
_ROLE_AFTER = re.compile(
    rf"(?P<name>{speech.NAME})\s*,(?:\s*\d{{1,3}},)?\s+(?:who is\s+)?"
    r"(?P<role>(?:the|an?|its|her|his|their)\s+[^,.;:()Ⴀ]{3,70})"
)
_ROLE_BEFORE = re.compile(
    rf"\b(?P<role>(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir)\s+[\w\s’'\-]{{3,60}}?),?\s+(?P<name>{speech.NAME})"
)
# What follows a person's name: an age, a verb of saying, "who"; or, after a surname alone, that somebody acts.
_AS_A_PERSON = re.compile(
    r",\s+\d{1,3},|\s+(?:said|says|told)\b|, (?:who|whose|defending|prosecuting|representing)\b|"
    rf",\s+(?:[a-z-]+\s+){{0,2}}(?:{'|'.join(sorted(speech.HUMAN))})\b"
)
_ACTS = re.compile(rf"\s+(?:{speech.CUE}|was|had|has|\w+ed)\b")

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
    singles: set[str] = field(default_factory=set)  # single names that stand within a sentence, not only at its head
    text: str = field(default="", repr=False)
    roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)
    _holding: dict[str, list[str]] = field(default_factory=dict, repr=False)  # the full names that hold a word

    @classmethod
    def of(cls, text: str) -> "People":
        """The people of a text; of a very long one, of its beginning."""
        people = cls(text=text[:_READ])
        titled = []
        for found in _FULL.finditer(people.text):
            name = people.bare(found["name"])
            start = found.start("name")
            if len(name.split()) > 2 and re.search(r"\b(?:of|[Tt]he) $", people.text[max(0, start - 5) : start]):
                name = name.split(maxsplit=1)[1]  # Minister of Transport Jo Haukvik, the Portuguese Jo Haukvik
            if len(name.split()) > 1 and name not in people.names:
                people.names[name] = None
                for word in dict.fromkeys(name.split()):
                    people._holding.setdefault(word, []).append(name)
            if found["title"] and len(name.split()) > 1:
                titled.append((found["title"].rstrip("."), name))
        for title, name in titled:
            people._role(title, name)
        for pattern in (_ROLE_AFTER, _ROLE_BEFORE):
            for found in pattern.finditer(people.text):
                name = people.known(people.bare(found["name"]))
                if " " in name:
                    people._role(found["role"], name)
        people._meet()
        return people

    def _meet(self) -> None:
        """Tell people from bodies and places by the words beside their names, wherever they are named."""
        held = {name for roles in self.roles.values() for _, name in roles}
        self.persons |= {name for name in held if not speech.BODY.search(name)}
        for found in re.finditer(speech.NAME, self.text):
            before = self.text[max(0, found.start() - 25) : found.start()]
            after = self.text[found.end() : found.end() + 40]
            said, short = found[0].split(), self.bare(found[0])
            if short and " " not in short and re.search(r"[^.!?\s] $", before):
                self.singles.add(short)
            name = self.known(short)
            if name not in self.names or speech.BODY.search(name):
                continue
            title = said[0].lower().rstrip(".") in speech.TITLES
            beside = re.search(r"(\w+)\s+$", before)
            role = beside is not None and beside[1].lower() in speech.TITLES | speech.HUMAN
            alone = " " not in short and not re.search(r"\b[Tt]he $", before) and _ACTS.match(after)
            aside = (
                beside is not None and after.startswith(",") and beside[1].islower() and beside[1] not in speech.PLACING
            )
            if title or role or alone or (" " in short and (aside or _AS_A_PERSON.match(after))):
                self.persons.add(name)

    def _role(self, role: str, name: str) -> None:
        words = re.findall(r"\w+", re.split(r"\s(?:of|for|from|at|in|who|which|with|to)\s", role)[0].lower())
        rest = frozenset(re.findall(r"\w+", role.lower())) - speech.NOT_NAMES
        if words and not words[-1].endswith("s"):
            self.roles.setdefault(words[-1], []).append((rest, name))

    def bare(self, name: str) -> str:
        """A name without titles before it and without what belongs to the sentence."""
        words = name.split()
        while words and (words[0].lower().rstrip(".") in speech.TITLES or words[0].lower() in speech.NOT_NAMES):
            words = words[1:]
        text = " ".join(words)
        return re.sub(r"[’']s?$", "", text).rstrip(".,")

    def known(self, name: str) -> str:
        """The one full name that a short form can mean; the form itself where several or none can be meant."""
        last_two = " ".join(name.split()[-2:])
        if len(name.split()) > 2 and last_two in self.names and name not in self.names:
            return last_two
        if name.isupper() and len(name) > 3:
            name = next((word for word in self._holding if word.upper() == name), name)
        held = self._holding.get(name.split()[-1], []) if name else []
        fuller = [each for each in held if each != name and (each.endswith(f" {name}") or " " not in name)]
        return fuller[0] if len(fuller) == 1 else name

    def named(self, text: str) -> list[str]:
        """The people and bodies named in a text, in order, by their full names; each once."""
        found = (self.known(self.bare(each[0])) for each in re.finditer(speech.NAME, text))
        return list(dict.fromkeys(each for each in found if each and each in self.names))

    def _titled(self, plain: str) -> str:
        """A body described in small letters under the name it has in capitals, where the article gives that once."""
        tail = r"\s+".join(re.escape(word) for word in plain.split()[-3:])
        written = re.finditer(rf"(?:{speech.WORD}[’']s\s+)?\b{tail}\b", self.text, re.IGNORECASE)
        named = {
            " ".join(each[0].split())
            for each in written
            if re.fullmatch(rf"{speech.WORD}(?:\s+{speech.WORD})+", each[0])
        }
        return named.pop() if len(named) == 1 and len(plain.split()) > 3 else plain

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing in the article speaks against "he" or "she" standing for somebody."""
        against = {"he": speech.SHE, "she": speech.HE}.get(pronoun.lower(), frozenset())
        said = {word for held in self.roles.values() for role, of in held if of == name for word in role}
        heads = {head for head, held in self.roles.items() for _, of in held if of == name}
        return not against & {*said, *heads, *(word.lower() for word in re.split(r"[\s’']+", name))}

    def canonical(self, who: str) -> str:
        """The name under which the article introduces whom a phrase describes; else the phrase without its article."""
        who = " ".join(who.split()).rstrip(",.")
        plain = re.sub(r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+", "", who)
        plain = re.sub(rf"({speech.NAME}) (?:statement|report|announcement|release)$", r"\1", plain)
        if re.match(rf"{speech.NAME}$", self.bare(plain) or "-"):
            return self.known(self.bare(plain))
        issued = re.search(
            r"\b(?:statement|release|announcement|post|message|tweet)\s+(?:from|by|of)\s+(?P<who>.+)$", plain
        )
        if issued:
            return self.canonical(issued["who"])
        owner = re.match(r"(?P<who>[\w.\-]+)[’']s?\s", plain)
        if owner:
            uttered = re.fullmatch(rf"(?P<who>{speech.NAME})[’']s?\s+(?:\w+\s+)?{speech.UTTERANCE}", plain)
            return self.canonical(uttered["who"]) if uttered else self._titled(plain)
        roled = re.fullmatch(rf"{speech.NAME}\s+(?:[a-z][\w-]*\s+){{1,3}}(?P<name>{speech.NAME})", plain)
        if roled:
            return self.known(self.bare(roled["name"]))
        tail = re.search(rf"(?P<name>{speech.NAME})$", plain)
        if tail and not re.search(r"\b(?:of|for|from|at|to|by|in|and)\s", plain) and not re.search(r"[’']s\s", plain):
            return self.known(self.bare(tail["name"]))
        words = re.findall(r"\w+", re.split(r"\s(?:of|for|from|at|in|who)\s", plain)[0].lower())
        mine = frozenset(re.findall(r"\w+", plain.lower())) - speech.NOT_NAMES
        held = self.roles.get(words[-1], []) if words else []
        fitting = {name for role, name in held if mine <= role} or {name for _, name in held if len(mine) == 1}
        definite = not re.match(r"(?:an?|one|another|some)\b", who.lower())
        return fitting.pop() if len(fitting) == 1 and definite else plain
