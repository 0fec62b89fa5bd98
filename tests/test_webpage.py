import subprocess
import sys

import pytest
from witness.corpus import check, read

PAGE = """<!DOCTYPE html><html><head><title>Ships leave | Gazette</title><script>track()</script></head><body>
<nav><a href="/">Home</a> <a href="/n">News</a></nav>
<div>We use cookies to improve your experience; accept all or manage your settings.</div>
<article><h1>Two ships leave port</h1><p>By Ada Lee</p>
<figure><img src="x.jpg" alt=""><figcaption>The harbour at dawn.</figcaption></figure>
<p>Two ships left the port at <b>dawn</b> on Monday, and nobody on the quay waved &amp; nobody&nbsp;wept.</p>
<blockquote><p>We did not wave because we were asleep at that time of the day, said the pilot.</p></blockquote>
<h2>What the pilots say</h2>
<p>The pilots of the harbour say that they were asleep when the two ships left the port at dawn.<!-- hidden --></p>
<ul><li>tea for the crew</li><li>bread for the cook</li></ul></article>
<aside><h3>Related articles</h3><ul><li><a href="/h">Herring returns to the bay</a></li></ul></aside>
<footer>© Gazette</footer></body></html>"""


def kinds(folder) -> dict[str, tuple[str, str]]:
    [article] = read(folder({"ships.html": PAGE}))
    return {article.text(each.span): (each.kind, each.rule) for each in article.segments if each.kind != "whitespace"}


def test_the_text_is_what_a_browser_shows_and_nothing_is_lost(folder):
    assert list(kinds(folder)) == [
        "Home News",
        "We use cookies to improve your experience; accept all or manage your settings.",
        "Two ships leave port",
        "By Ada Lee",
        "The harbour at dawn.",
        "Two ships left the port at dawn on Monday, and nobody on the quay waved & nobody wept.",
        "We did not wave because we were asleep at that time of the day, said the pilot.",
        "What the pilots say",
        "The pilots of the harbour say that they were asleep when the two ships left the port at dawn.",
        "tea for the crew",
        "bread for the cook",
        "Related articles",
        "Herring returns to the bay",
        "© Gazette",
    ]


def test_elements_with_a_plain_meaning_give_their_lines_a_kind(folder):
    found = kinds(folder)
    assert found["Home News"] == ("chrome", "nav")
    assert found["Two ships leave port"] == ("headline", "h1")
    assert found["The harbour at dawn."] == ("caption", "figcaption")
    assert found["What the pilots say"] == ("subheadline", "heading-element")
    assert found["© Gazette"] == ("chrome", "footer")
    assert found["By Ada Lee"] == ("byline", "written-by")
    assert found["tea for the crew"] == ("body", "list-item")
    bodies = [text for text, (kind, _rule) in found.items() if kind == "body"]
    assert len(bodies) == 5


def test_what_stands_outside_the_article_is_not_its_body(folder):
    found = kinds(folder)
    assert found["Related articles"][0] != "body"
    assert found["Herring returns to the bay"][0] != "body"


@pytest.mark.parametrize("markup", ["", "<html></html>", "<!-- nothing -->", "<p> </p>"])
def test_a_page_without_words_is_refused_by_name(folder, markup):
    [fault] = check(folder({"empty.html": markup}))
    assert fault.where == "empty.html"


def test_deep_and_broken_markup_is_read_or_refused(folder):
    deep = "<div>" * 5000 + "It rained." + "</div>" * 5000
    files = {"deep.html": deep, "broken.html": "<p>It <b>rained</p></b> all <td>day", "fine.txt": "It rained."}
    assert {fault.where for fault in check(folder(files))} <= {"deep.html"}


def test_without_trafilatura_one_sentence_says_what_to_install(folder):
    hide = "import sys; sys.modules['trafilatura'] = None; from witness import check; print(*check(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", hide, str(folder({"ships.html": PAGE}))], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "ships.html: reading HTML needs trafilatura; "
        "install it with pip install 'witness[html]', or save the article as text\n"
    )
