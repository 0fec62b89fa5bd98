"""Somebody's words reproduced without marks: the paragraphs under a line that introduces them, and dialogues.

A line that ends in a colon and speaks of saying opens a block. Where the block ends is seldom said: it goes on while
its paragraphs speak in the first person or name whom the block gives words to, and ends at the first that does neither.
In a dialogue every turn has its speaker's name before it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from witness import speech
from witness.attribution import Source, Sources
from witness.paragraphs import Paragraph
from witness.spans import sentences


def blocks(sources: Sources) -> Iterator[tuple[int, tuple[Source, int]]]:
    """Paragraphs that are somebody's words, by number: the source, and where in the paragraph the words begin."""
    paragraphs = sources.paragraphs
    labels = Counter(
        found["who"]
        for each in paragraphs
        if each.segment.kind == "body" and (found := speech.FORM["label"].match(each.text))
    )
    talk = {who for who, count in labels.items() if count > 1}
    talk |= {who for who in labels if len(talk) > 1 and (who.isupper() or _initials(who) in talk)}
    if len(talk) > 1:
        yield from _dialogue(sources, talk)
        return
    quoted = _quoted(paragraphs)
    place = 0
    while place < len(paragraphs):
        here = paragraphs[place]
        place += 1
        if place in quoted:
            source = _introducer(sources, here)
            while place in quoted:
                yield place, (source, quoted[place])
                place += 1
            continue
        if (
            here.segment.kind != "body"
            or not here.text.rstrip().endswith(":")
            or not speech.FORM["introduces"].search(here.text)
        ):
            continue
        source = _introducer(sources, here)
        first = place
        while place < len(paragraphs) and _continues(sources, first, place):
            yield place, (source, 0)
            place += 1


def _quoted(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """Paragraphs that the page itself sets apart as quoted, by number, and where their words begin.

    That is what the element blockquote says, and a mark > before each; a page that is so in its greater part is a
    letter passed on. Words between marks are read by those.
    """
    bodies = [place for place, each in enumerate(paragraphs) if each.segment.kind == "body"]
    found = {
        place: len(mark[0])
        for place in bodies
        if (mark := re.match(r"(?:>\s*)+" if paragraphs[place].text[:1] == ">" else "", paragraphs[place].text))
        and (mark[0] or paragraphs[place].segment.rule == "blockquote")
        and not paragraphs[place].outer
    }
    return found if 2 * len(found) < len(bodies) and 0 not in found else {}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _introducer(sources: Sources, here: Paragraph) -> Source:
    text = here.text.rstrip()
    start, end = sentences(text)[-1]
    sentence, at = text[start:end], here.start + start
    source = sources.before(sentence.rstrip(":").rstrip(), at) or sources.first_named(sentence, at)
    return replace(source, rule="block after an introducer") if source else Source(rule="block, nobody named")


def _continues(sources: Sources, first: int, place: int) -> bool:
    """Whether a paragraph still belongs to the block that began at `first`."""
    paragraphs = sources.paragraphs
    here, text = paragraphs[place], paragraphs[place].text
    if here.segment.kind != "body" or text.lstrip()[:1] in "\"“„«»‘'" or text.rstrip().endswith(":"):
        return False
    if place == first:
        return True
    if speech.FORM["made_statement"].search(text):
        return False
    if speech.FORM["first_person"].search(paragraphs[first].text):
        # A statement in the first person ends where its speaker is spoken of, or somebody else begins to speak.
        if speech.FORM["first_person"].search(here.hidden):
            return True
        people = set(sources.people.named(text)) & sources.people.persons
        speaks = speech.FORM["subject_verb"].search(here.hidden) or speech.FORM["according"].search(here.hidden)
        return not people and not speaks and not re.search(r"[^\W\d_]+:$|\b(?:Mr|Mrs|Ms|Dr)\b", text.rstrip())
    block = paragraphs[place - 1].text
    mine, its = ({sources.people.bare(name) for name in speech.FORM["name"].findall(part)} for part in (text, block))
    return any(
        name in sources.people.names or (len(name) > 2 and name.isupper()) or name in _agents(sources, block)
        for name in mine & its
        if name
    )


def _agents(sources: Sources, text: str) -> set[str]:
    """The names to which a text gives words."""
    found = [*speech.FORM["subject_verb"].finditer(text), *speech.FORM["according"].finditer(text)]
    return {sources.people.bare(name) for each in found for name in speech.FORM["name"].findall(each["who"])}


def _dialogue(sources: Sources, talk: set[str]) -> Iterator[tuple[int, tuple[Source, int]]]:
    paragraphs = sources.paragraphs
    labelled = [
        place for place, each in enumerate(paragraphs)
        if (found := speech.FORM["label"].match(each.text)) and found["who"] in talk
    ]  # fmt: skip
    asked: Counter[str] = Counter()
    for place in labelled:
        text = paragraphs[place].text.rstrip()
        asked[text.partition(":")[0]] += 1 if text.endswith("?") else -1
    for who in sorted(talk):
        if asked[who] > 0:  # who asks is the paper, or speaks for it
            sources.people.persons.discard(sources.people.canonical(who))
    turns = Counter(paragraphs[place].text.partition(":")[0] for place in labelled)
    guests = sorted((who for who in talk if asked[who] <= 0), key=lambda who: (-turns[who], who))
    if guests and all(turns[who] < turns[guests[0]] for who in guests[1:]):
        sources.guest = _turn(sources, guests[0], labelled[0])
    source = Source()
    for place in range(labelled[0], labelled[-1] + 1):
        found = speech.FORM["label"].match(paragraphs[place].text)
        if paragraphs[place].segment.kind != "body" and not found:
            continue
        start = 0
        if found and found["who"] in talk:
            at, who = paragraphs[place].start, found["who"]
            name = _turn(sources, who, labelled[0])
            start = found.end()
            source = Source(name, at, at + len(who), "", (), "label of a dialogue")
        yield place, (source, start)


def _turn(sources: Sources, label: str, first: int) -> str:
    """Whom a label names: the asker of Q, the only person introduced for A, else the name or the initials."""
    if label == "Q":
        return sources.author
    before = "\n¶\n".join(each.text for each in sources.paragraphs[:first] if each.segment.kind != "byline")
    people = [name for name in sources.people.named(before) if name in sources.people.persons]
    if label == "A":
        return people[0] if len(people) == 1 else ""
    named = [name for name in sources.people.names if label == _initials(name)]
    return named[0] if len(named) == 1 else sources.people.canonical(label)
