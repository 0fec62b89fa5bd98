"""Three invented folders for the exercises (tests/lessons), answers that hold on them, and the mistakes pupils make.

Nothing here was taken from what a check said. The texts were written so that each exercise has an answer; which answer
holds, and which message a mistake must get, follows from how the texts and the mistakes were made. `python -m
tests.lessons_cases` writes the cases that Python and the page are both held to.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases" / "exercises.json"
FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "lessons").glob("*/lesson.toml"))

Answer = dict[str, str]


class Lesson:
    """A folder of texts, an answer to each exercise, and the places that mistakes point to."""

    def __init__(self, folder: Path):
        written = tomllib.loads((folder / "lesson.toml").read_text(encoding="utf-8"))
        self.name, self.folder = folder.name, folder
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
        self.answers: dict[str, Answer] = written["answers"]
        self.places: dict[str, Any] = written["places"]
        self.answers["E2"] |= self._shares()

    def _shares(self) -> dict[str, str]:
        """What part of the page, and of the article, its copy has; counted by another rule than the library's."""
        text, copy = (self.texts[self.answers["E2"][name]] for name in ("text", "other"))
        shared = _count(copy.split("\n", 1)[1])
        article = shared + sum(map(_count, self.places["article_alone"]))
        return {"before": f"{100 * shared / _count(text):.1f}", "after": f"{100 * shared / article:.1f}"}


def _count(text: str) -> int:
    return len(re.findall(r"[^\W_]+", text))


LESSONS = [Lesson(folder) for folder in FOLDERS]

# Fields whose words may be copied in another dress.
_COPIED = re.compile(r"end|quote|first|second|\w+_words")


def variants(answer: Answer) -> Iterator[Answer]:
    """An answer in three dresses: as it is, in capitals, and with other quotation marks, line breaks and spaces."""

    def dressed(dress: Any) -> Answer:
        return {
            name: dress(words) if f"{name}.in" in answer or _COPIED.fullmatch(name) else words
            for name, words in answer.items()
        }

    yield answer
    yield dressed(str.upper)
    yield dressed(lambda words: f"  “{words.replace(' ', chr(10) + ' ')}” ")


def mistakes(lesson: Lesson) -> Iterator[tuple[str, Answer, str, str]]:
    """Answers with one mistake each: the exercise, the answer, and the state and message it must get."""
    right, places, nowhere = lesson.answers, lesson.places, "penguins waved at nobody here"
    copy_left, copy_right, copied = places["copies"]

    def wrong(exercise: str, message: str, state: str = "not yet", **changes: str) -> tuple[str, Answer, str, str]:
        named = {name.replace("__", "."): words for name, words in changes.items()}
        return exercise, {**right[exercise], **named}, state, message

    author = {"author": "stated"}
    text = right["E1"]["text"]
    yield wrong("E1", "empty", date="")
    yield wrong("E1", "lost", author_words=nowhere)
    yield wrong("E1", "no_author", author_words=places["unnamed"][1], **author)
    yield wrong("E1", "no_outlet", outlet="stated", outlet_words=places["small"][1], text=places["small"][0],
                author="stated", author_words=places["small"][1])  # fmt: skip
    yield wrong("E1", "no_date", date="stated", date_words=places["names"][1])
    yield wrong("E1", "after", date="stated", date_words=places["tail"][1])
    yield wrong("E1", "author_there", author="silent")
    yield wrong("E1", "picture", "cannot judge", image="stated", image_words=places["names"][1])
    yield wrong("E1", "image_there", text=places["uncued"][0], author="silent")
    yield wrong("E2", "empty", after="")
    yield wrong("E2", "same", other=text)
    yield wrong("E2", "lost", end=nowhere)
    yield wrong("E2", "list", end=places["list"])
    yield wrong("E2", "early", end=places["early"])
    yield wrong("E2", "figure", after="half")
    yield wrong("E2", "whole", after=right["E2"]["before"])
    yield wrong("E2", "fraction", after=f"{float(right['E2']['after']) / 100:.2f}")
    yield wrong("E2", "left_over", after=f"{100 - float(right['E2']['after']):.1f}")
    yield wrong("E2", "after", after="47")
    yield wrong("E2", "before", before="13")
    yield wrong("E3", "empty", right="")
    yield wrong("E3", "nowhere", left=nowhere)
    yield wrong("E3", "elsewhere", left__in="radio")
    yield wrong("E3", "same", right=right["E3"]["left.in"])
    yield wrong("E3", "one", right="radio")
    yield wrong("E3", "copies", left=copied, left__in=copy_left, right=copy_right)
    yield wrong("E3", "short", left=" ".join(right["E3"]["left"].split()[:4]))
    yield wrong("E3", "goes_on", left=" ".join(right["E3"]["left"].split()[:9]))
    yield wrong("E3", "point", credit="")
    yield wrong("E3", "credit_lost", credit=nowhere)
    yield wrong("E3", "far", credit=places["far"][1])
    yield wrong("E3", "uncued", credit=places["uncued"][1], credit__in=places["uncued"][0])
    yield wrong("E3", "said", credited="no")
    yield wrong("E4", "empty", kind="")
    yield wrong("E4", "left_lost", left=nowhere)
    yield wrong("E4", "right_lost", right=nowhere)
    yield wrong("E4", "same", right=right["E4"]["left"], right__in=right["E4"]["left.in"])
    yield wrong("E4", "context", left=" ".join(right["E4"]["left"].split()[:2]))
    yield wrong("E4", "punctuation", right=places["same_words"], right__in=copy_right)
    yield wrong("E4", "strangers", right=places["strange"], right__in=places["deep"][0])
    yield wrong("E4", "one_side", reason=f"{right['E4']['right.in']} is not like the other at all")
    yield wrong("E4", "reason", reason=f"{right['E4']['right.in']} and {right['E4']['left.in']}")
    yield wrong("E5", "empty", kind2="")
    yield wrong("E5", "lost", link2=nowhere)
    yield wrong("E5", "kind", kind3="")
    yield wrong("E5", "uncued", link1=places["uncued"][1], link1__in=places["uncued"][0])
    yield wrong("E5", "no_cue", link3=places["uncued"][1], link3__in=places["uncued"][0])
    yield wrong("E5", "has_name", kind1="missing")
    yield wrong("E5", "no_end", kind3="ends")
    yield wrong("E5", "twice", link2=right["E5"]["link1"], link2__in=right["E5"]["link1.in"], kind2="named")
    yield wrong("E6", "empty", label="")
    yield wrong("E6", "short", quote=" ".join(right["E6"]["quote"].split()[:3]))
    yield wrong("E6", "one_text", right=right["E6"]["left"], right__in=right["E6"]["left.in"])
    yield wrong("E6", "lost", left=nowhere)
    yield wrong("E6", "absent", right=places["unquoted"], right__in="radio")
    yield wrong("E6", "nobody", left=places["speakerless"][1], left__in=places["speakerless"][0])
    yield wrong("E6", "not_same", label="same")
    yield wrong("E6", "not_different", left=places["one_speaker"], right=places["one_speaker"])
    yield wrong("E6", "reason", label="unclear", reason="hm")
    yield wrong("E7", "empty", label="")
    yield wrong("E7", "lost", left=nowhere)
    yield wrong("E7", "one_text", right=right["E7"]["left"], right__in=right["E7"]["left.in"])
    yield wrong("E7", "no_number", left=places["unnamed"][1], left__in=places["unnamed"][0])
    yield wrong("E7", "two_things", left=places["other_thing"])
    yield wrong("E7", "equal", left=places["equal"], right=places["equal"])
    yield wrong("E7", "clash", "cannot judge", label="conflict")
    yield wrong("E7", "lookup", lookup="no")
    yield wrong("E8", "empty", to="")
    yield wrong("E8", "format", to="5 May")
    yield wrong("E8", "lost", from_clue=nowhere)
    yield wrong("E8", "undated", from_clue=places["relative"][1])
    yield wrong("E8", "after", to="2012-06-09", to_clue=places["tail"][1])
    yield wrong("E8", "backwards", **{"from": "2020-10-01"})
    yield wrong("E8", "from_off", **{"from": "2018-01-01"})
    yield wrong("E8", "to_off", to="2024-01-01")
    yield wrong("E9", "empty", first="")
    yield wrong("E9", "lost", fact=nowhere)
    yield wrong("E9", "same", other=right["E9"]["fact.in"])
    yield wrong("E9", "one_word", second=right["E9"]["first"])
    yield wrong("E9", "off", first="penguin", second="iceberg")
    yield wrong("E9", "present", first=places["present"])
    yield wrong("E9", "form", fact=places["form"][0], first=places["form"][1], second=places["form"][2])
    yield wrong("E10", "empty", frame="")
    yield wrong("E10", "own", frame="own")
    yield wrong("E10", "lost", proof=nowhere)
    yield wrong("E10", "long", proof=" ".join(lesson.texts[copy_left].split()[:24]), proof__in=copy_left)
    yield wrong("E10", "small", proof=places["small"][1], proof__in=places["small"][0])
    yield wrong("E10", "names", proof=places["names"][1], proof__in=places["names"][0])
    yield wrong("E11", "empty", why="")
    yield wrong("E11", "size", size="50")
    yield wrong("E11", "lost", alarm=nowhere)
    yield wrong("E11", "same", other=right["E11"]["alarm.in"])
    yield wrong("E11", "alarm_one", alarm=places["uncued"][1])
    yield wrong("E11", "copies", alarm=copied, alarm__in=copy_left, other=copy_right)
    yield wrong("E11", "alarm_short", size="9")
    yield wrong(
        "E11", "alarm_long", alarm=right["E3"]["left"], alarm__in=right["E3"]["left.in"], other=right["E3"]["right"]
    )
    yield wrong("E11", "miss_lost", miss_left=nowhere)
    yield wrong("E11", "miss_same", miss_right=right["E11"]["miss_left"], miss_right__in=right["E11"]["miss_left.in"])
    yield wrong("E11", "miss_short", miss_left=" ".join(right["E11"]["miss_left"].split()[:3]))
    yield wrong("E11", "miss_strangers", miss_left=places["strange"], miss_left__in=places["deep"][0])
    yield wrong("E11", "caught", miss_right=right["E11"]["miss_left"], miss_right__in=copy_left)
    yield wrong("E11", "why", why="no")
    yield wrong("E12", "empty", **{"group__radio": ""})
    yield wrong("E12", "copies_apart", **{f"group__{copy_right}": "4"})
    yield wrong("E12", "strangers", **{"group__radio": "1"})
    yield wrong("E12", "short", brief="It is not known.")
    yield wrong("E12", "long", brief=f"{right['E12']['brief']} {'word ' * 90}")
    yield wrong("E12", "cites", brief=re.sub(r"\[radio[^\]]*\]", "", right["E12"]["brief"]))
    yield wrong("E12", "cite_lost", brief=right["E12"]["brief"].replace("[radio: ", f"[radio: {nowhere} "))
    yield wrong(
        "E12", "one_route", brief=re.sub(r"\[radio[^\]]*\]", f"[{copy_right}: {copied}]", right["E12"]["brief"])
    )
    hedged = re.sub(r"\] [^\]\[]*$", "]", right["E12"]["brief"])
    yield wrong("E12", "sure", brief=hedged)


def cases() -> list[dict[str, Any]]:
    """Every case: the folder, the exercise, the answer, and the state it must get; the message too, for a mistake."""
    made = []
    for lesson in LESSONS:
        for exercise, answer in lesson.answers.items():
            made += [
                {"lesson": lesson.name, "exercise": exercise, "answer": each, "state": "holds", "message": ""}
                for each in variants(answer)
            ]
        made += [
            {"lesson": lesson.name, "exercise": exercise, "answer": answer, "state": state, "message": message}
            for exercise, answer, state, message in mistakes(lesson)
        ]
    return made


if __name__ == "__main__":
    CASES.write_text(
        "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in cases()) + "\n]\n", encoding="utf-8"
    )
