"""The words by which an article says that somebody speaks, and the names it gives to those who do.

Attribution in news English has few forms: a name, a pronoun or a description stands beside a verb of saying, or after
"according to". The people of an article are those it calls by more than one name, with the titles and roles it sets
beside them; a surname, a role or a pronoun is resolved only where the article leaves one reading.
"""

import re
from dataclasses import dataclass, field

UPPER = "".join(chr(point) for point in range(0x41, 0x530) if chr(point).isupper())
WORD = rf"(?:(?:[{UPPER}]\.)+(?!\w)|[{UPPER}](?:[\w&]|[’'\-.](?=\w))*)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|zu|af|y|of|for|and|the)"
NAME = rf"(?:{WORD})(?:\s+(?:(?:{_PARTICLE}\s+){{0,2}}{WORD}))*"

TITLES = frozenset(
    "mr mrs ms miss dr prof professor judge justice sir dame lord lady president minister chancellor premier mayor "
    "senator governor captain general colonel major sergeant inspector commissioner coach king queen prince princess "
    "pope father sister brother rabbi imam herr frau monsieur madame señor señora signor signora forward center guard "
    "striker midfielder defender goalkeeper winger director chairman chairwoman spokesman spokeswoman actor singer "
    "prosecutor officer deputy councillor ambassador bishop archbishop reverend presiding chief justice".split()
)
_TITLE = rf"(?:{'|'.join(title.capitalize() for title in sorted(TITLES))})\.?"

PRONOUNS = frozenset("he she they it i we you".split())
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e|[Yy]ou)"

# A description goes on until a word that begins another clause.
_STOPS = (
    r"(?!(?:that|which|who|whom|whose|when|while|after|before|because|but|if|as|he|she|they|it|said|says|had|has|have|"
    r"was|were|is|are|will|would|in|on|at|to|with|the|an?|his|her|its|their|your|my|our|this|these|those|also|made|"
    r"issued|released|published|gave|put|then|later|and|behind)\b)"
)
_DET = r"(?:(?:the|an?|his|her|its|their|my|our)\s+)?"
_OF = rf"(?:(?:of|for|from|by|close to|behind|at)\s+{_DET})"
_ALSO_IN = rf"(?:(?:of|for|from|by|close to|behind|at|in|on|with)\s+{_DET})"
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|[Ss]ome|[Bb]oth|[Ss]omebody[’']s)"
)
_SOURCES = (
    r"(?:[Oo]fficials|[Pp]olice|[Ww]itnesses|[Rr]esearchers|[Ii]nvestigators|[Oo]rgani[sz]ers|[Cc]ritics|[Ss]cientists|"
    r"[Pp]rosecutors|[Rr]esidents|[Nn]eighbou?rs|[Ff]ans|[Uu]sers|[Ss]tate media|[Ll]awyers|[Aa]ttorneys|[Ss]upporters|"
    r"[Cc]olleagues|[Tt]eammates|[Dd]octors|[Ee]xperts|[Ss]ources|[Aa]ctivists|[Cc]ampaigners|[Ss]urvivors|[Rr]elatives|"
    r"[Cc]ourt documents|[Cc]ourt papers|[Dd]efence|[Dd]efense|[Pp]rosecution|[Ss]everal [a-z]+|[Mm]any [a-z]+)"
)
_ITEM = rf"(?:{_ALSO_IN})?{_STOPS}[\w’'&.\-]+"
_LONG_ITEM = rf"(?:{_OF})?{_STOPS}[\w’'&.\-]+"
DESCRIPTION = rf"(?:{_DETERMINER}(?:\s+{_ITEM}){{1,9}}?|{_SOURCES}(?:\s+{_ITEM}){{0,5}}?)"
_GREEDY = rf"(?:{_DETERMINER}(?:\s+{_LONG_ITEM}){{1,9}}|{_SOURCES}(?:\s+{_OF}{_STOPS}[\w’'&.\-]+){{0,2}})"
_HANDLE = r"@\w+"
_ROLED = rf"(?:{NAME}\s+(?:{_STOPS}(?!\w+ed\b|told\b)[a-z][\w-]*\s+){{1,3}}{NAME})"
_OWNER = rf"(?:{NAME}[’']s?(?:\s+{_STOPS}[\w\-]+){{1,4}}?)"
HEAD = rf"(?<![\w’'])(?:{_PRONOUN}(?!\w)|{DESCRIPTION}|{_OWNER}|{_ROLED}|{NAME}|{_HANDLE})"
LONG_HEAD = rf"(?:{_PRONOUN}(?!\w)|{_GREEDY}|{NAME}[’']s?(?:\s+{_STOPS}[\w\-]+){{1,4}}|{NAME}|{_HANDLE})"

# Verbs by which words are given to somebody; `_CALLS` give a word or two, as a label.
_SAYS = (
    "say|says|said|tell|tells|told|add|adds|added|ask|asks|asked|write|writes|wrote|posted|tweeted|replied|"
    "answered|announced|announces|stated|declared|declares|claimed|explained|explains|explain|insisted|"
    "insists|insist|argued|argues|argue|warned|warns|warn|admitted|admits|noted|stressed|recalled|recalls|"
    "remarked|reported|confirmed|confirms|denied|denies|promised|suggested|suggests|concluded|concludes|"
    "continued|continues|shouted|shouts|cried|whispered|joked|laughed|urged|agreed|agrees|complained|"
    "complains|conceded|concedes|responded|responds|commented|observed|observes|revealed|reveals|testified|"
    "testifies|reads|quoted|quotes|cited|cites|recorded|stipulated|demanded|predicted|predicts|repeated|"
    "called out|went on|goes on|put it|puts it|began|begins|emphasised|emphasises|emphasized|emphasizes|"
    "acknowledged|acknowledges|maintained|maintains|alleged|alleges|ruled|sighed|sighs|exclaimed|muttered|"
    "boasted|quipped|thundered|reckons|reckoned|mused|chuckled|grinned|smiled|shrugged|advised|ordered|"
    "pleaded|begged|hinted|vowed|pledged|countered|retorted|snapped|screamed|yelled|murmured|chanted|tweets|"
    "summed up|summed it up|confessed|recounted|lamented|fumed|recommended|recommends|listed|showed|"
    r"read(?! by| out| aloud)|"
    r"(?:replies|answers|claims|notes|stresses|reports|promi"
    r"ses|jokes|laughs|urges|comments|demands|lists|shows)(?=\s+that\b|:|,?\s*Ⴀ)"  # nouns elsewhere
)
_CALLS = (
    "calls|called|calling|describes|described|describing|dubs|dubbed|branded|labelled|labeled|accuses|accused|accusing|"
    "dismissed|dismisses|hailed|hails|praised|praises|criticised|criticises|criticized|criticizes|condemned|condemns|"
    "denounced|denounces|thanked|thanks|dedicated|dedicates|referred|refers|mocked|mocks"
)
CUE = rf"(?:{_SAYS}|{_CALLS})\b"
CALLS = re.compile(rf"(?:{_CALLS})\b")

# Verbs that make a sentence without marks the report of somebody's words.
_REPORTS = (
    "say|says|said|tell|tells|told|add|adds|added|asks|asked|announces|announced|states|stated|declared|"
    "claims|claimed|explain|explains|explained|insist|insists|insisted|argue|argues|argued|warn|warns|warned|"
    "admit|admits|admitted|notes|noted|stresses|stressed|recalls|recalled|reports|reported|confirms|confirmed|"
    "deny|denies|denied|promised|suggested|concluded|urged|conceded|revealed|testified|predicted|acknowledged|"
    "complained|emphasised|emphasized"
)
BETWEEN = (
    r"(?:has|have|had|also|later|then|once|now|already|previously|recently|respectively|reportedly|further|again|never|"
    r"even|still|just|only|always|often|likes to|like to|would|could|will|did|does|’d|'d|\w+ly|earlier|"
    r"therefore)"
)
_ASIDE = r"\s*\([^()]{1,40}\)|(?:,[^,;:Ⴀ.!?]{1,80}){1,3},"

SUBJECT_VERB = re.compile(rf"(?P<who>{HEAD})(?P<aside>{_ASIDE})?(?:\s+{BETWEEN}|’d|'d){{0,4}}\s+(?P<cue>{CUE})")
VERB_SUBJECT = re.compile(rf"[\s,–—-]*(?P<cue>{CUE})\s+(?P<who>(?:{_TITLE}\s+)?{LONG_HEAD})")
ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>(?:{_TITLE}\s+)?{LONG_HEAD}|"
    r"[a-z][\w’' \-]{2,50}?(?=[,.;:]|\s+(?:who|which|seen|obtained)\b|$))"
)
ACCORDING_NOBODY = re.compile(r"\b[Aa]ccording to\s*[,.]")
REPORTED = re.compile(rf"(?P<who>{HEAD})(?P<aside>{_ASIDE})?(?:\s+{BETWEEN}|’d|'d){{0,4}}\s+(?P<cue>(?:{_REPORTS})\b)")
MADE_STATEMENT = re.compile(
    rf"(?P<who>{HEAD})(?P<aside>{_ASIDE})?\s+(?:has |had |have |also )*"
    r"(?P<cue>(?:made|makes|issued|issues|released|releases|published|publishes|gave|gives|put out) "
    r"(?:an?|the following|this) (?:\w+ )?(?:statement|announcement|message|release|letter|declaration))"
)
STATEMENT = re.compile(r"statement|announcement|message|release|letter|declaration")
SAYING = re.compile(rf"\b(?:{_REPORTS}|[Aa]ccording)\b")  # a quick look before a slow one
WAS_QUOTED = re.compile(
    rf"(?P<who>{HEAD})(?P<aside>{_ASIDE})?\s+(?:was|were|is|are|has been)\s+quoted\s+"
    rf"(?:by\s+(?P<relay>{LONG_HEAD})\s+)?"
    r"as\s+(?P<cue>saying|telling|writing)"
)
SPOKE = re.compile(rf"[\s,–—-]*(?P<who>(?:[Hh]e|[Ss]he|I)(?!\w)|{NAME})\s+(?P<cue>\w{{2,}}ed)\b")
SIGNED = re.compile(rf"\s*[–—-]\s*(?P<who>{NAME})\s*[.,]?$")
QUOTED_AS = re.compile(
    rf"(?P<relay>{HEAD})(?:\s+{BETWEEN})?\s+(?:quoted|cited|quotes|cites)\s+(?P<who>{LONG_HEAD})\s+as\s+(?P<cue>\w+ing)"
)
CITING = re.compile(rf"\b(?:which|who)?\s*,?\s*(?:cited|cites|citing|quoted|quoting)\s+(?P<who>{LONG_HEAD})")

# Who passes words on: told the agency X; X, quoting Y; X reported that Y said.
TOLD = re.compile(
    rf"\b(?:told|tells|telling|interview with|speaking to|asked by|stopped by|Stopped by)\s+(?:the\s+(?P<kind>agency|"
    rf"newspaper|newspapers|paper|daily|weekly|broadcaster|station|magazine|website|site|network|channel|programme)\s+|"
    rf"the\s+)?(?P<who>{NAME})"
)
RELAYS = re.compile(r"(?:reported|reports|quoted|quotes|quoting|cited|cites|citing|said in a report)$")
_OUTLET = re.compile(
    r"\b(?:News|Press|Post|Times|Radio|TV|Television|Wire|Agency|Journal|Gazette|Herald|Tribune|Daily|Today|Echo|Mail|"
    r"Standard|Observer|Guardian|Star|Sun|Globe|Courier|Chronicle|Broadcasting|Zeitung|Presse)\b|^[A-Z]{2,5}$"
)


# Words that make a name that of a body, not of a person.
_BODY = re.compile(
    r"\b(?:News|Press|Post|Times|Radio|TV|Agency|University|College|Foundation|Museum|Court|Club|Council|Committee|Ministry|"
    r"Department|Office|Party|Union|Town|City|United|Cup|League|Street|Road|Park|River|Bridge|Bank|Group|Company|Ltd|Inc|"
    r"Corporation|Administration|Association|Institute|School|Hospital|Police|Church|Station|Program|Programme|Accords|"
    r"States|Kingdom|House|Congress|Centre|Center|Prize|Award|Act)\b"
)


def is_outlet(name: str, kind: str | None = None) -> bool:
    """Whether a name, or the word before it, is that of an agency, a paper or a station.

    >>> is_outlet("Coast Radio"), is_outlet("Ana Ruiz"), is_outlet("Telgraf", "agency")
    (True, False, True)
    """
    return bool(kind) or bool(_OUTLET.search(name))


# Words that tell whether "he" or "she" may stand for somebody.
HE = frozenset(
    "man boy father dad son grandson brother husband king prince lord sir spokesman chairman mr herr señor".split()
)
SHE = frozenset(
    "woman girl mother mum mom daughter grandmother sister wife widow queen princess lady dame spokeswoman chairwoman "
    "actress mrs ms miss frau señora her".split()
) - {"her"}

UTTERANCE = (
    r"(?:reply|answer|response|post|message|tweet|letter|note|comment|remark|words|account|statement|email|e-mail|text)"
)

# Words after which a subject may begin its clause.
BEFORE_SUBJECT = frozenset(
    "what that and but when as because while where if though although so then later meanwhile however afterwards "
    "yesterday today tonight now ago earlier morning evening afternoon night midnight noon week month year day hour "
    "since until".split()
)

# Nouns for whom "he" or "she" may stand though nobody gives a name.
HUMAN = frozenset(
    "man woman boy girl spokesman spokeswoman spokesperson official witness passenger resident teacher user pilot "
    "driver captain doctor nurse lawyer judge prosecutor officer detective minister mayor coach player manager "
    "director owner worker farmer fisherman student neighbour neighbor friend colleague mother father sister "
    "brother daughter son wife husband widow aunt uncle cousin grandmother grandfather expert researcher "
    "scientist professor engineer critic member person source employee staffer veteran volunteer activist "
    "organiser organizer tenant customer visitor tourist shopkeeper priest vicar survivor victim defendant "
    "accused".split()
)

_FULL = re.compile(
    rf"(?:(?P<title>{_TITLE})\s+)?(?P<name>{WORD}(?:\s+(?:(?:van|von|der|den|de|del|di|da|la|le|al|el|bin|ter)\s+){{0,2}}{WORD}){{1,3}})"
)
_ROLE_AFTER = re.compile(
    rf"(?P<name>{NAME})\s*,(?:\s*\d{{1,3}},)?\s+(?:who is\s+)?"
    r"(?P<role>(?:the|an?|its|her|his|their)\s+[^,.;:()Ⴀ]{3,70})"
)
_ROLE_BEFORE = re.compile(
    rf"\b(?P<role>(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Ii]ts|[Hh]er|[Hh]is|[Tt]heir)\s+[\w\s’'\-]{{3,60}}?),?\s+(?P<name>{NAME})"
)
NOT_NAMES = frozenset(
    "the a an in on at it he she they we i but and this that these those there when while after before if as "
    "for from to by with of no yes now then so his her its their our my last next one two three what who how "
    "why monday tuesday wednesday thursday friday saturday sunday another others someone somebody nobody "
    "everyone all some online stopped january february march april may june july august september october "
    "november december according also however meanwhile".split()
)


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
    persons: set[str] = field(default_factory=set)
    text: str = field(default="", repr=False)
    roles: dict[str, list[tuple[frozenset[str], str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "People":
        """The people of a text; of a very long one, of its beginning."""
        text = text[:_READ]
        people = cls(text=text)
        for found in _FULL.finditer(text):
            name = people.bare(found["name"])
            if len(name.split()) > 2 and re.search(r"\b(?:of|[Tt]he) $", text[: found.start("name")][-5:]):
                name = name.split(maxsplit=1)[1]  # Minister of Transport Jo Haukvik, the Portuguese Jo Haukvik
            if len(name.split()) > 1:
                people.names.setdefault(name)
            if found["title"] and len(name.split()) > 1:
                people._role(found["title"].rstrip("."), name)
        for pattern in (_ROLE_AFTER, _ROLE_BEFORE):
            for found in pattern.finditer(text):
                name = people.known(people.bare(found["name"]))
                if name and " " in name:
                    people._role(found["role"], name)
        for name in people.names:
            last = re.escape(name.split()[-1])
            alone = re.search(
                rf"(?<!{re.escape(name.split()[-2])} )(?<![Tt]he )\b{last}\s+(?:{CUE}|was|had|has|\w+ed)\b", text
            )
            aged = re.search(rf"{re.escape(name)},\s+\d{{1,3}},", text)
            titled = re.search(rf"{_TITLE}\s+(?:\S+\s+)?{last}\b", text)
            held = any(name == of for roles in people.roles.values() for _, of in roles)
            before = re.findall(rf"(\w+)\s+{re.escape(name)}\b", text)
            held = held or any(word.lower() in TITLES | HUMAN for word in before)
            called = re.search(
                rf"[a-z]\s+{re.escape(name)}\b(?:,| said| says| told)|"
                rf"{re.escape(name)}(?:\s+(?:said|says|told)|, (?:who|whose|defending|prosecuting|representing))\b",
                text,
            )
            if not _BODY.search(name) and (aged or titled or held or alone or called):
                people.persons.add(name)
        return people

    def _role(self, role: str, name: str) -> None:
        words = re.findall(r"\w+", re.split(r"\s(?:of|for|from|at|in|who|which|with|to)\s", role)[0].lower())
        rest = frozenset(re.findall(r"\w+", role.lower())) - NOT_NAMES
        if words and not words[-1].endswith("s"):
            self.roles.setdefault(words[-1], []).append((rest, name))

    def bare(self, name: str) -> str:
        """A name without titles before it and without what belongs to the sentence."""
        words = name.split()
        while words and (words[0].lower().rstrip(".") in TITLES or words[0].lower() in NOT_NAMES):
            words = words[1:]
        text = " ".join(words)
        return re.sub(r"[’']s?$", "", text).rstrip(".,")

    def known(self, name: str) -> str:
        """The one full name that a short form can mean; the form itself where several or none can be meant."""
        last_two = " ".join(name.split()[-2:])
        if len(name.split()) > 2 and last_two in self.names and name not in self.names:
            return last_two
        if name.isupper() and len(name) > 3:
            name = next((each for each in self.names if name in each.upper().split()), name)
        if name in self.names:
            fuller = [each for each in self.names if each != name and each.endswith(f" {name}")]
            return fuller[0] if len(fuller) == 1 else name
        fitting = [each for each in self.names if name in each.split() or each.endswith(f" {name}")]
        return fitting[0] if len(fitting) == 1 else name

    def named(self, text: str) -> list[str]:
        """The people and bodies named in a text, in order, by their full names; each once."""
        found = (self.known(self.bare(each[0])) for each in re.finditer(NAME, text))
        return list(dict.fromkeys(each for each in found if each and each in self.names))

    def _titled(self, plain: str) -> str:
        """A body described in small letters under the name it has in capitals, where the article gives that once."""
        tail = r"\s+".join(re.escape(word) for word in plain.split()[-3:])
        written = re.finditer(rf"(?:{WORD}[’']s\s+)?\b{tail}\b", self.text, re.IGNORECASE)
        named = {" ".join(each[0].split()) for each in written if re.fullmatch(rf"{WORD}(?:\s+{WORD})+", each[0])}
        return named.pop() if len(named) == 1 and len(plain.split()) > 3 else plain

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether nothing in the article speaks against "he" or "she" standing for somebody."""
        against = {"he": SHE, "she": HE}.get(pronoun.lower(), frozenset())
        said = {word for held in self.roles.values() for role, of in held if of == name for word in role}
        heads = {head for head, held in self.roles.items() for _, of in held if of == name}
        return not against & {*said, *heads, *(word.lower() for word in re.split(r"[\s’']+", name))}

    def canonical(self, who: str) -> str:
        """The name under which the article introduces whom a phrase describes; else the phrase without its article."""
        who = " ".join(who.split()).rstrip(",.")
        plain = re.sub(r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+", "", who)
        plain = re.sub(rf"({NAME}) (?:statement|report|announcement|release)$", r"\1", plain)
        if re.match(rf"{NAME}$", self.bare(plain) or "-"):
            return self.known(self.bare(plain))
        issued = re.search(
            r"\b(?:statement|release|announcement|post|message|tweet)\s+(?:from|by|of)\s+(?P<who>.+)$", plain
        )
        if issued:
            return self.canonical(issued["who"])
        owner = re.match(r"(?P<who>[\w.\-]+)[’']s?\s", plain)
        if owner:
            uttered = re.fullmatch(rf"(?P<who>{NAME})[’']s?\s+(?:\w+\s+)?{UTTERANCE}", plain)
            return self.canonical(uttered["who"]) if uttered else self._titled(plain)
        roled = re.fullmatch(rf"{NAME}\s+(?:[a-z][\w-]*\s+){{1,3}}(?P<name>{NAME})", plain)
        if roled:
            return self.known(self.bare(roled["name"]))
        tail = re.search(rf"(?P<name>{NAME})$", plain)
        if tail and not re.search(r"\b(?:of|for|from|at|to|by|in|and)\s", plain) and not re.search(r"[’']s\s", plain):
            return self.known(self.bare(tail["name"]))
        words = re.findall(r"\w+", re.split(r"\s(?:of|for|from|at|in|who)\s", plain)[0].lower())
        mine = frozenset(re.findall(r"\w+", plain.lower())) - NOT_NAMES
        held = self.roles.get(words[-1], []) if words else []
        fitting = {name for role, name in held if mine <= role} or {name for _, name in held if len(mine) == 1}
        definite = not re.match(r"(?:an?|one|another|some)\b", who.lower())
        return fitting.pop() if len(fitting) == 1 and definite else plain
