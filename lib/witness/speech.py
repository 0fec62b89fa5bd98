"""The words by which an article says that somebody speaks, and the names it gives to those who do.

Attribution in news English has few forms: a name, a pronoun or a description stands beside a verb of saying, or after
"according to". The words and the forms in which they stand together are data, in speech.toml; here they are read.
"""

import re
import tomllib
from importlib.resources import files

_DATA = tomllib.loads(files("witness").joinpath("speech.toml").read_text(encoding="utf-8"))
_FORMS: dict[str, str] = _DATA.pop("forms")

# The capital letters of the Latin, Greek and Cyrillic alphabets, as ranges: patterns that hold them are made sooner.
_CAPITALS = "".join(chr(point) if chr(point).isupper() else " " for point in range(0x41, 0x530)).split()
UPPER = "".join(run if len(run) < 3 else f"{run[0]}-{run[-1]}" for run in _CAPITALS)

# The words of each list.
WORDS = {name: frozenset(entry.replace("_", " ") for entry in text.split()) for name, text in _DATA.items()}

# Each list and each form as part of a pattern; a form may hold those before it.
PART = {name: "|".join(re.escape(entry.replace("_", " ")) for entry in text.split()) for name, text in _DATA.items()}
PART |= {"upper": UPPER, "hidden": "Ⴀ", "Titles": "|".join(sorted(word.capitalize() for word in WORDS["titles"]))}
for _name, _form in _FORMS.items():
    PART[_name] = re.sub(r"%(\w+)%", lambda part: PART[part[1]], _form.replace("\n", ""))


class _Forms(dict[str, re.Pattern[str]]):
    """Each form as a pattern, made when it is first asked for."""

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = pattern = re.compile(PART[name])
        return pattern


FORM = _Forms()
PRONOUNS = frozenset("he she they it i we you".split())
TITLES, HUMAN, NOT_NAMES, PLACING = (WORDS[name] for name in ("titles", "human", "not_names", "placing"))


def is_outlet(name: str, kind: str | None = None) -> bool:
    """Whether a name, or the word before it, is that of an agency, a paper or a station.

    >>> is_outlet("Coast Radio"), is_outlet("Ana Ruiz"), is_outlet("Telgraf", "agency")
    (True, False, True)
    """
    return bool(kind) or bool(FORM["outlet"].search(name))
