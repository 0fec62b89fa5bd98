"""The words by which an article says that somebody speaks, and the names it gives to those who do.

Attribution in news English has few forms: a name, a pronoun or a description stands beside a verb of saying, or after
"according to". The words are data, in speech.toml; how they stand together is told here.
"""

import re
import tomllib
from importlib.resources import files

_LISTS: dict[str, str] = tomllib.loads(files("witness").joinpath("speech.toml").read_text(encoding="utf-8"))


def _entries(name: str) -> tuple[str, ...]:
    return tuple(entry.replace("_", " ") for entry in _LISTS[name].split())


def _either(name: str) -> str:
    return "|".join(re.escape(entry) for entry in _entries(name))


UPPER = "".join(chr(point) for point in range(0x41, 0x530) if chr(point).isupper())
WORD = rf"(?:(?:[{UPPER}]\.)+(?!\w)|[{UPPER}](?:[\w&]|[’'\-.](?=\w))*)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ter|zu|af|y|of|for|and|the)"
NAME = rf"(?:{WORD})(?:\s+(?:(?:{_PARTICLE}\s+){{0,2}}{WORD}))*"

TITLES = frozenset(_entries("titles"))
TITLE = rf"(?:{'|'.join(title.capitalize() for title in sorted(TITLES))})\.?"

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
    rf"{_either('says')}|read(?! by| out| aloud)|"
    rf"(?:{_either('says_or_noun')})(?=\s+that\b|:|,?\s*Ⴀ)"  # nouns elsewhere
)
_CALLS = _either("calls")
CUE = rf"(?:{_SAYS}|{_CALLS})\b"
CALLS = re.compile(rf"(?:{_CALLS})\b")

# Verbs that make a sentence without marks the report of somebody's words.
_REPORTS = _either("reports")
BETWEEN = (
    r"(?:has|have|had|also|later|then|once|now|already|previously|recently|respectively|reportedly|further|again|never|"
    r"even|still|just|only|always|often|likes to|like to|would|could|will|did|does|’d|'d|\w+ly|earlier|"
    r"therefore)"
)
_ASIDE = r"\s*\([^()]{1,40}\)|(?:,[^,;:Ⴀ.!?]{1,80}){1,3},"

SUBJECT_VERB = re.compile(rf"(?P<who>{HEAD})(?P<aside>{_ASIDE})?(?:\s+{BETWEEN}|’d|'d){{0,4}}\s+(?P<cue>{CUE})")
VERB_SUBJECT = re.compile(rf"[\s,–—-]*(?P<cue>{CUE})\s+(?P<who>(?:{TITLE}\s+)?{LONG_HEAD})")
ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?P<who>(?:{TITLE}\s+)?{LONG_HEAD}|"
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

# Who passes words on: told the agency X; X, quoting Y; X reported that Y said.
TOLD = re.compile(
    rf"\b(?:told|tells|telling|interview with|speaking to|asked by|stopped by|Stopped by)\s+(?:the\s+(?P<kind>agency|"
    rf"newspaper|newspapers|paper|daily|weekly|broadcaster|station|magazine|website|site|network|channel|programme)\s+|"
    rf"the\s+)?(?P<who>{NAME})"
)
RELAYS = re.compile(r"(?:reported|reports|quoted|quotes|quoting|cited|cites|citing|said in a report)$")
_OUTLET = re.compile(rf"\b(?:{_either('outlets')})\b|^[A-Z]{{2,5}}$")


def is_outlet(name: str, kind: str | None = None) -> bool:
    """Whether a name, or the word before it, is that of an agency, a paper or a station.

    >>> is_outlet("Coast Radio"), is_outlet("Ana Ruiz"), is_outlet("Telgraf", "agency")
    (True, False, True)
    """
    return bool(kind) or bool(_OUTLET.search(name))


# Words that tell whether "he" or "she" may stand for somebody.
HE = frozenset(_entries("he"))
SHE = frozenset(_entries("she"))

# What somebody's words may be called.
UTTERANCE = rf"(?:{_either('utterances')})"

# Words after which a subject may begin its clause.
BEFORE_SUBJECT = frozenset(_entries("before_subject"))

# Nouns for whom "he" or "she" may stand though nobody gives a name.
HUMAN = frozenset(_entries("human"))

# Words that begin sentences with a capital and are no names.
NOT_NAMES = frozenset(_entries("not_names"))

# A name after one of these may be that of a place or a body.
PLACING = frozenset(_entries("placing"))

# Words that make a name that of a body, not of a person.
BODY = re.compile(rf"\b(?:{_either('bodies')})\b")
