"""Articles of the reader's own: what two texts share, and whole articles brought into JupyterLab."""

import json
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ipywidgets import FileUpload, Textarea
from witness import views
from witness.corpus import from_files, read
from witness.errors import CorpusError
from witness.passages import in_common
from witness.spans import fold, words
from witness.views.bring import brought

from tests.conftest import HOSTILE, ODD

CASES = json.loads((Path(__file__).parents[1] / "cases" / "paste.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['left'][:20]!r} {case['least']}")
def test_the_cases_hold(case):
    found = in_common(case["left"], case["right"], case["least"])
    assert [[list(span) for span in side] for side in found] == case["places"]


TEXTS = st.lists(st.sampled_from(["one", "Two", "THREE", "naïve", "🚀", "four,", "x\u0301", "\r\n"]), max_size=24).map(
    " ".join
)


def shared_by_definition(text, other, least):
    """The words of a text that lie in a run of `least` words that the other has: every pair of places is tried."""
    own, others = ([fold(each[start:end]) for start, end in words(each)] for each in (text, other))
    return {
        at + more
        for at in range(len(own) - least + 1)
        for there in range(len(others) - least + 1)
        if own[at : at + least] == others[there : there + least]
        for more in range(least)
    }


@given(TEXTS, TEXTS, st.integers(2, 5))
def test_shared_words_are_those_of_the_definition(left, right, least):
    for text, other, found in zip((left, right), (right, left), in_common(left, right, least), strict=True):
        places = words(text)
        held = {at for at, (start, end) in enumerate(places) for a, b in found if a <= start and end <= b}
        assert held == shared_by_definition(text, other, least)
        assert all(before[1] < after[0] for before, after in pairwise(found))


def test_the_view_says_what_it_leaves_out():
    view = views.paste("one two " * 20_000, "one two")
    view.least = 2
    assert view.sentence == (
        "25,000 of 25,000 words of the first text, 100%, and 2 of 2 of the second, 100%, stand in runs of 2 words or "
        "more that both have. The last 60,000 characters of the first text are left out."
    )


def test_on_paper_both_texts_stand_with_their_marks_and_as_text():
    paper = views.paste(HOSTILE, "The order is reversed, and isolated there, with zero width.").paper()
    assert "<script" not in paper
    assert "&lt;script&gt;window.__pwned = 1&lt;/script&gt;" in paper
    assert "witness report FOLDER -o OUT" in paper
    assert "<mark>two words</mark>" in views.Paste(left="two words", right="Two words", least=2).paper()


class TestBrought:
    def test_files_and_pasted_texts_become_articles_like_those_of_a_folder(self, folder):
        files = {"odd.txt": ODD.encode(), "page.html": b"<html><body><p>Nobody waved at the ships.</p></body></html>"}
        corpus, stored = from_files(files), read(folder(files))
        assert corpus.keys == stored.keys == ["odd", "page"]
        assert corpus.digest == stored.digest
        assert [each.raw for each in corpus] == [each.raw for each in stored]

    @pytest.mark.parametrize(
        ("name", "stored", "fault"),
        [
            ("a.txt", b"", "a.txt: the file is empty; add the article's text or remove the file"),
            ("a.txt", b"caf\xe9", "a.txt: byte 3 (0xe9, line 1) is not valid UTF-8; save the file as UTF-8"),
            ("a.txt", "a \ud800 b", "a.txt: byte 2 (0xed, line 1) is not valid UTF-8; save the file as UTF-8"),
            ("a.txt", b"\xff\xfeh\0", "a.txt: the file is UTF-16; save the file as UTF-8"),
            ("a.pdf", b"%PDF", "a.pdf: this is no article that can be read; give a .txt, .md or .html file"),
            ("a.txt", b"...", "a.txt: the file holds no words; add the article's text or remove the file"),
        ],
    )
    def test_each_fault_is_one_plain_sentence(self, name, stored, fault):
        with pytest.raises(CorpusError) as raised:
            from_files({name: stored})
        assert str(raised.value) == fault

    def test_nothing_brought_is_said_too(self):
        with pytest.raises(CorpusError, match="choose files, or paste a text"):
            from_files({})

    def test_a_line_of_equals_signs_divides_pasted_articles_and_a_headline_under_one_is_none(self):
        corpus = brought([], "It rained.\n=====\n\nNobody waved. 3 === 3\n======  \n")
        assert [each.raw for each in corpus] == ["It rained.", "Nobody waved. 3 === 3"]

    def test_the_room_opens_on_what_is_brought_and_faults_are_told_in_the_line(self):
        own = views.bring(FileUpload(multiple=True), Textarea())
        story = "The old harbour will be closed to all ships for three years because the quay is sinking."
        own.text.value = story
        assert own.line.value == "1 article, 17 words. Bring another to compare it with."
        own.text.value = f"{story}\n=====\nIt rained. {story}"
        assert own.line.value == "2 articles, 36 words. 1 shared passage; the room below shows them."
        assert own.children[-1].sentence.startswith("pasted-1 and pasted-2: 1 passage of 6 words or more in common.")
        own.files.set_trait("value", (upload("bad.txt", b"\xff\xff"), upload("evil<b>.pdf", b"x")))
        assert own.line.value == (
            "bad.txt: byte 0 (0xff, line 1) is not valid UTF-8; save the file as UTF-8 – "
            "evil<b>.pdf: this is no article that can be read; give a .txt, .md or .html file"
        )
        assert len(own.children) == 3
        own.files.set_trait("value", ())
        own.text.value = " "
        assert own.line.value.startswith("Choose files, or paste a text")


def upload(name, content):
    return {
        "name": name,
        "type": "",
        "size": len(content),
        "content": memoryview(content),
        "last_modified": datetime.now(UTC),
    }
