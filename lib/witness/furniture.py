"""The words and signs by which a page's furniture is known, in some European languages, from `vocabulary.toml`.

Each name below is a table of that file, which says what it is; a word or a language is added there. Patterns are
matched against folded text (small letters, plain quotation marks) unless their name ends in `_AS_WRITTEN`.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

_TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8")
)

# What the entries of a table become, by its kind.
_FORMS = {"pattern": "{}", "any-case": "{}", "starts": r"(?:{})(?!\w)", "part": "{}", "any": "(?:{})"}


def _text(name: str) -> str:
    """The regular expression of a table; a part's name in braces stands for the part."""
    table = _TABLES[name]
    choices = "|".join("".join(entry) for entry in table["entries"])
    return re.sub(r"\{([a-z_]+)\}", lambda part: _text(part[1]), _FORMS[table["kind"]].format(choices))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_text(name), re.IGNORECASE if _TABLES[name]["kind"] == "any-case" else 0)


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLES[name]["entries"])


# Machinery, corrections, helpers and sources.
LONG_CHROME = _pattern("long_chrome")
CHROME = _pattern("chrome")
COOKIES = _pattern("cookies")
CORRECTION = _pattern("correction")
CONTRIBUTORS = _pattern("contributors")
BY_A_THING_AS_WRITTEN = _pattern("by_a_thing_as_written")
SOURCE = _pattern("source")
FROM_A_PAPER_AS_WRITTEN = _pattern("from_a_paper_as_written")
ADDRESS_ONLY = _pattern("address_only")

# Days and bylines.
BYLINE_AS_WRITTEN = _pattern("byline_as_written")
NAMES_AS_WRITTEN = _pattern("names_as_written")
SIGNED = _pattern("signed")
MASTHEAD = _pattern("masthead")
CODE_AS_WRITTEN = _pattern("code_as_written")
JOINTS = _words("joints")
POST = _pattern("post")
FROM_A_PLACE = _pattern("from_a_place")
DAY = _pattern("day")
PLACE_AND_TIME_AS_WRITTEN = _pattern("place_and_time_as_written")

# Datelines.
DATELINE_AS_WRITTEN = _pattern("dateline_as_written")
PLACE_AS_WRITTEN = _pattern("place_as_written")
GLUED_RIGHTS_AS_WRITTEN = _pattern("glued_rights_as_written")

# Pictures and names.
CREDIT_AS_WRITTEN = _pattern("credit_as_written")
COPYRIGHT_NAME_AS_WRITTEN = _pattern("copyright_name_as_written")
STROKE_CREDIT_AS_WRITTEN = _pattern("stroke_credit_as_written")
GLUED_CREDIT_AS_WRITTEN = _pattern("glued_credit_as_written")
BRACKETED_CREDIT_AS_WRITTEN = _pattern("bracketed_credit_as_written")
GLUED_SIGN_AS_WRITTEN = _pattern("glued_sign_as_written")
OFFICE_CREDIT_AS_WRITTEN = _pattern("office_credit_as_written")
SPACED_CREDIT_AS_WRITTEN = _pattern("spaced_credit_as_written")
SHOWS = _pattern("shows")
NAME_AS_WRITTEN = _pattern("name_as_written")
BEGINS_WITH_NAME_AS_WRITTEN = _pattern("begins_with_name_as_written")
NAME_AND_PLACE_AS_WRITTEN = _pattern("name_and_place_as_written")
DESK_AND_PLACE_AS_WRITTEN = _pattern("desk_and_place_as_written")
CREDITED_AS_WRITTEN = _pattern("credited_as_written")

# Authors.
OF_AN_AUTHOR = _pattern("of_an_author")
DOES = _pattern("does")
IS = _pattern("is")
PROFESSION = _pattern("profession")
WRITES = _pattern("writes")

# Headings, lists and stamps.
KEY_POINTS = _pattern("key_points")
BRIEFS = _pattern("briefs")
BULLET = _pattern("bullet")
LABELLED_AS_WRITTEN = _pattern("labelled_as_written")
SPONSORED = _pattern("sponsored")
TOPICAL = _pattern("topical")
STAMP_WORDS = _pattern("stamp_words")
A_DAY = _pattern("a_day")
AN_HOUR = _pattern("an_hour")
BARE_DATE = _pattern("bare_date")
SIGNATURE = _pattern("signature")
RELATED = _pattern("related")
ASKS = _pattern("asks")
CLAUSE = _pattern("clause")
PRONOUN = _pattern("pronoun")
STEP = _pattern("step")
OF_A_THING = _pattern("of_a_thing")

# Announcements, addresses and remarks.
ANNOUNCEMENT = _pattern("announcement")
RELEASE = _pattern("release")
PICTURED_BY = _pattern("pictured_by")
ABOUT_US_AND = _pattern("about_us_and")
WEEKDAY = _pattern("weekday")
CONTACT = _pattern("contact")
ABOUT_US = _pattern("about_us")
REMARKS = _pattern("remarks")
STAMP = _pattern("stamp")
FILE_NAME_AS_WRITTEN = _pattern("file_name_as_written")
PICTURE_HOLDER = _pattern("picture_holder")
COMPILED = _pattern("compiled")
OF_THE_PAGE = _pattern("of_the_page")
LOG_IN = _pattern("log_in")
FAREWELL = _pattern("farewell")
SEPARATOR = _pattern("separator")

# The page for itself: what it bids, offers and sells its readers.
PROMO = _pattern("promo")
OFFERS = _pattern("offers")
READER = _pattern("reader")
GOODS = _pattern("goods")
PRICE = _pattern("price")
BIDS = _pattern("bids")
YOU = _pattern("you")
SOLD = _pattern("sold")
OFFER_LINE = _pattern("offer_line")
GOODS_OF_A_PAGE = _pattern("goods_of_a_page")
CALLING_AS_WRITTEN = _pattern("calling_as_written")
FOLLOWS = _pattern("follows")
OURSELVES = _pattern("ourselves")
INVITATION = _pattern("invitation")
SAID = _pattern("said")

# Boxes, cards, letters and scores.
LETTERS = _pattern("letters")
SENDS = _pattern("sends")
ABOUT_AUTHOR = _pattern("about_author")
LETTER_NAME_AS_WRITTEN = _pattern("letter_name_as_written")
OF_A_MEMBER = _pattern("of_a_member")
OF_A_CARD = _pattern("of_a_card")
MATCH_FACTS_AS_WRITTEN = _pattern("match_facts_as_written")
CREDIT_FIRST_AS_WRITTEN = _pattern("credit_first_as_written")
PICTURE_TOLD = _pattern("picture_told")
DESK = _pattern("desk")
ALT_TEXT_AS_WRITTEN = _pattern("alt_text_as_written")
INITIALS_AS_WRITTEN = _pattern("initials_as_written")
SALUTATION = _pattern("salutation")

# Words that stand alone: on buttons, in menus, above lists.
BUTTONS = _words("buttons")
ALONE = _words("alone")
TALK = _words("talk")
SECTIONS = _words("sections")
LABELS = _words("labels")
FEET = _words("feet")

# The words of buttons, one by one: a line made of nothing else is a row of them.
BUTTON_WORDS = frozenset(word for each in BUTTONS for word in re.findall(r"\w+", each)) - _words("small_words")
