"""The public edition, measured from outside: every file that is written, and how much of each article stands in it."""

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness import excerpts, read
from witness.corpus import from_texts
from witness.report.build import build
from witness.report.command import main
from witness.report.edition import page
from witness.spans import Span, count_words

from tests.conftest import HOSTILE, ODD, SEEDS, write_folder

# So many words of an article in a row are an excerpt of it.
RUN = 6

TIDE = (
    "The ferry Annabel struck the northern mole of Port Selm shortly before six on Tuesday evening. "
    "Nobody aboard was gravely hurt, but eleven passengers were taken to the town hospital with bruises. "
    "The harbour master, Ines Dahl, said that the ship had lost her steering in the narrows between the two lights. "
    "“We heard the horn five times and then a long grinding noise that none of us will ever forget,” she told us. "
    "Divers found a gash of four metres below the waterline, and pumps kept the vessel upright through the night. "
    "The company that owns the ferry promised to repay every fare and to send a second ship before the weekend. "
    "Fishermen who had tied up early because of the fog helped to bring the passengers ashore in small boats. "
    "An inquiry will be opened by the coastal office in the capital and is expected to last until early autumn.\n\n"
)
FOLDERS: dict[str, dict[str, str | bytes]] = {
    "harbour": {
        "courier.txt": "Ferry strikes the mole at Port Selm\n\n" + TIDE + "The Courier will report again on Friday.\n",
        "herald.txt": "Fog and a long grinding noise\n\n" + TIDE.replace("eleven", "nine").replace("four", "five"),
        "mirror.txt": "A night on the pumps\n\nOur reporter stood on the quay until dawn and counted the pumps. " * 2
        + "Ines Dahl told us: “We heard the horn five times and then a long grinding noise that none of us will ever "
        "forget, and then it was quiet.” She had not slept. Two pumps failed at three, and a third came by road.\n",
        "short.txt": "A ship struck the mole at Selm on Tuesday, and nobody was gravely hurt there. Pumps kept her "
        "upright through the night, said the harbour office, and the fog lifted late.\n",
        "corpus.toml": 'event = "The ferry Annabel struck the northern mole of Port Selm shortly before six"\n'
        '[[article]]\nfile = "courier.txt"\nheadline = "Nobody aboard was gravely hurt, but eleven passengers were '
        'taken to the town hospital with bruises"\n',
        "topics.toml": '[[topic]]\ntopic = "Help"\nterms = ["Fishermen who had tied up early because of the fog"]\n',
        "names.toml": '[[name]]\nname = "The company that owns the ferry promised to repay"\nkind = "organisation"\n',
        "claims.toml": '[[claim]]\nkey = "cause"\nquestion = "What went wrong in the narrows between the two lights?"\n'
        '[[claim.answer]]\narticle = "courier"\nanswer = "the ship had lost her steering in the narrows between"\n'
        'words = "the ship had lost her steering in the narrows between the two lights"\n',
    },
    "hostile": {
        "hostile.txt": HOSTILE + "window.__pwned " * 300,
        "odd.txt": ODD + "Twelve grey geese crossed the sound and were not seen again by anybody on the shore. " * 3,
        "poem.txt": "\n\n".join(f"The {word} sea sings." for word in
                                "grey old cold wide deep loud salt dark long late lone last".split()) + "\n",
        "interface.txt": "How to read us\n\nEach line below is a piece of the page as it was stored; what is not body "
        "text names its kind. default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; "
        "form-action 'none'. A table counts verbatim near-verbatim echo reworded none left right both, and no more.\n",
        "five.txt": "Only five words stand here.\n",
    },
}  # fmt: skip


class Reader(HTMLParser):
    """What a page holds: its text, the values of its attributes, its payloads, its pictures."""

    def __init__(self, html: str):
        super().__init__()
        self.text: list[str] = []
        self.values: list[str] = []
        self.payloads: list[object] = []
        self._inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._inside = tag if tag in ("script", "style") else self._inside
        self._inside = "json" if ("type", "application/json") in attrs else self._inside
        for name, value in attrs:
            head, _, data = (value or "").partition("base64,")
            if head.startswith("data:image/svg+xml"):
                drawn = Reader(base64.b64decode(data).decode())
                self.text += drawn.text
                self.values += drawn.values
            elif name != "content":  # the policy, which is ours whatever an article says
                self.values.append(value or "")

    def handle_endtag(self, tag):
        self._inside = "" if tag in ("script", "style") else self._inside

    def handle_comment(self, data):
        self.text.append(data)

    def handle_data(self, data):
        if self._inside == "json":
            self.payloads.append(json.loads(data))
        elif not self._inside:
            self.text.append(data)


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def said(text: str) -> list[str]:
    return "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in text).casefold().split()


def texts(file: Path) -> Iterator[str]:
    """What a file says, as one reads it from the beginning; what a page carries for its script, text by text."""
    written = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        seen = Reader(written)
        yield " ".join(seen.text)
        yield from seen.values
        yield from strings(seen.payloads)
    elif file.suffix == ".csv":
        yield " ".join(" ".join(row) for row in csv.reader(io.StringIO(written)))
    elif file.suffix == ".json":
        yield " ".join(strings([list(row.values()) for row in json.loads(written)]))
    else:
        yield written


def measured(folder: Path, *outs: Path) -> dict[str, tuple[int, int, float]]:
    """For each article the words of its body, the longest run of them in any one text, and the share of all runs."""
    bodies = {
        each.key: said("\n".join(each.text(piece.span) for piece in each.segments if piece.kind == "body"))
        for each in read(folder)
    }
    where: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for key, words in bodies.items():
        for at in range(len(words) - RUN + 1):
            where.setdefault(tuple(words[at : at + RUN]), []).append((key, at))
    covered: dict[str, set[int]] = {key: set() for key in bodies}
    longest = dict.fromkeys(bodies, 0)
    for file in (file for out in outs for file in sorted(out.rglob("*")) if file.is_file()):
        for text in texts(file):
            words, lengths = said(text), {}
            for at in range(len(words) - RUN + 1):
                found = where.get(tuple(words[at : at + RUN]), [])
                lengths = {(key, place): lengths.get((key, place - 1), RUN - 1) + 1 for key, place in found}
                for (key, place), length in lengths.items():
                    covered[key].update(range(place, place + RUN))
                    longest[key] = max(longest[key], length)
    return {key: (len(words), longest[key], len(covered[key]) / max(1, len(words))) for key, words in bodies.items()}


@pytest.fixture(scope="module", params=["seeds", *FOLDERS])
def edition(request, tmp_path_factory) -> tuple[Path, Path, Path]:
    """A folder, the edition of excerpts of its report, and that of its tables."""
    place = tmp_path_factory.mktemp(request.param)
    folder = SEEDS if request.param == "seeds" else write_folder(place / "articles", FOLDERS[request.param])
    if request.param == "seeds":
        report = request.getfixturevalue("seeds_excerpts")
    else:
        report = place / "report"
        build(folder, report, excerpts.edition(read(folder)))
    for form in ("csv", "json"):
        main(["tables", str(folder), "-o", str(place / form), "--excerpts", "--format", form])
    return folder, report, place


def test_all_that_is_written_keeps_both_limits(edition):
    folder, report, place = edition
    for key, (words, longest, share) in measured(folder, report, place / "csv", place / "json").items():
        assert longest <= 60, key
        assert share <= 0.25, (key, words, share)


def test_an_edition_is_no_empty_report(edition):
    folder, report, place = edition
    told = measured(folder, report, place / "csv")
    assert any(share > 0.2 for _, _, share in told.values()) or "hostile" in folder.parent.name
    assert "edition of excerpts" in (report / "html" / "index.html").read_text("utf-8")


def test_the_full_edition_would_not_keep_them(seeds_report):
    assert all(share > 0.9 for _, _, share in measured(SEEDS, seeds_report).values())


def test_nothing_in_an_article_can_touch_the_policy_of_a_page(edition):
    policy = "default-src 'none'; script-src {0}; style-src {0}; img-src data:; base-uri 'none'; form-action 'none'"
    for file in sorted((edition[1] / "html").glob("*.html")):
        found = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', file.read_text("utf-8"))
        assert [unescape(each) for each in found] == [policy.format("'self'")]


def test_other_limits_hold_as_well(tmp_path):
    main(["tables", str(SEEDS), "-o", str(tmp_path), "--excerpts", "--most-words", "12", "--most-share", "0.1"])
    told = measured(SEEDS, tmp_path)
    assert all(longest <= 12 and share <= 0.1 for _, longest, share in told.values())
    assert any(longest > 8 for _, longest, _ in told.values())


def test_the_same_folder_gives_the_same_excerpts(tmp_path):
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "witness", "tables", str(SEEDS), "-o", str(out), "--excerpts"]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        made.append({each.name: each.read_bytes() for each in sorted(out.iterdir())})
    assert made[0] == made[1]


@pytest.mark.parametrize("option", [["--most-words", "5"], ["--most-words", "many"], ["--most-share", "25"]])
def test_a_limit_that_is_none_is_wrong_usage(option, capsys):
    with pytest.raises(SystemExit) as refused:
        main(["tables", str(SEEDS), "-o", "nowhere", "--excerpts", *option])
    assert refused.value.code == 2
    assert "argument --most" in capsys.readouterr().err


def test_a_long_passage_shows_its_two_ends():
    long = " ".join(f"word{number}" for number in range(150)).replace("word", "kelp") + "."
    text = "It rained. " + long + " Nobody waved. " + " ".join(f"sand{number}" for number in range(300)) + "."
    corpus = excerpts.edition(from_texts({"1": text, "2": "Fog came. " + long + " " + text[900:].upper()}))
    shown = excerpts.text(corpus, Span("1", 11, 11 + len(long)))
    assert shown == (
        f"{' '.join(f'kelp{number}' for number in range(25))} [100 words] "
        f"{' '.join(f'kelp{number}' for number in range(125, 150))}."
    )


def test_of_thirty_words_seven_may_be_shown_and_of_five_none():
    thirty = "The “old north pier of Selm is sinking fast into soft grey mud,” said Ana Ruiz" + " today again" * 7 + "."
    corpus = excerpts.edition(
        from_texts({"1": thirty, "2": thirty.replace("fast", "slowly"), "five": "It is five words long."})
    )
    for key in ("1", "2"):
        assert corpus[key].body_words == 30
        assert sum(count_words(corpus[key].raw[start:end]) for start, end in corpus.excerpts.shown[key]) in (6, 7)
    assert excerpts.text(corpus, Span("five", 0, 22)) == "[5 words]."


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("a b c d e f g Ж 9 , . \n\n “".split(" ")), max_size=120).map(" ".join), st.integers(6, 20)
)
def test_pieces_divide_any_span_and_masks_move_no_offset(text, most):
    text = f"Two ships left. {text} “{text}” said Eva Orr."
    corpus = excerpts.edition(from_texts({"1": text, "2": text[::2] + " words"}), most, 0.5)
    for start, end in ((0, len(text)), (3, len(text) // 2), (len(text) // 3, len(text))):
        span = Span("1", start, end)
        pieces = excerpts.pieces(corpus, span)
        assert "".join(corpus.text(piece) for piece, _ in pieces) == corpus.text(span)
        masked = excerpts.masked(corpus, span)
        assert len(masked) == len(span)
        assert all(mask in (letter, excerpts.BLANK) for mask, letter in zip(masked, corpus.text(span), strict=True))
        assert excerpts.gaps(masked) == excerpts.text(corpus, span)
    for key in ("1", "2"):
        shown = sum(count_words(corpus[key].raw[low:high]) for low, high in corpus.excerpts.shown[key])
        assert shown <= corpus[key].words


def test_the_gate_knows_words_in_any_dress():
    text = "The ferry struck the mole before dawn, and 11 passengers were taken ashore by boat."
    shown = page(excerpts.edition(from_texts({"1": text}), most_share=0))
    svg = base64.b64encode(b"<svg><text>struck the mole before dawn, and 11</text></svg>").decode()
    for html in (
        "<p>THE FERRY <b>struck</b> the\n<i>mole</i> before</p>",
        "<p title='x' aria-label=\"The ferry struck the mole before\">x</p>",
        '<script type="application/json">{"a":["The ferry struck the mole before dawn"]}</script>',
        "<td>The ferry struck</td><td>the mole before dawn</td>",
        f'<img src="data:image/svg+xml;base64,{svg}">',
        "<!-- The ferry struck the mole before dawn -->",
    ):
        seen = Reader(shown(html))
        assert " ".join([*seen.text, *seen.values, *strings(seen.payloads)]).lower().count("mole") == 0, html
    assert shown("<p>The ferry struck the mole.</p>") == "<p>The ferry struck the mole.</p>"
    assert shown('<script>const x = "The ferry struck the mole before";</script>').count("mole") == 1


def test_the_full_text_edition_passes_as_it_is():
    corpus = from_texts({"1": "The ferry struck the mole before dawn."})
    assert page(corpus)("<p>The ferry struck the mole before dawn.") == "<p>The ferry struck the mole before dawn."
    assert excerpts.text(corpus, Span("1", 0, 38)) == corpus["1"].raw
