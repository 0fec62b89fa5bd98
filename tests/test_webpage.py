import subprocess
import sys

import pytest
from witness.corpus import check, read
from witness.quotations import quotations

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


HEAD = """<meta property="og:site_name" content="Harbour &amp; Coast"><meta name="author" content="Ada Lee">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-05-02T06:00:00+01:00",
"author": [{"name": "Somebody Else"}]}]}</script>"""


def test_what_the_head_of_a_page_says_is_known_with_its_place(folder):
    [article] = read(folder({"ships.html": PAGE.replace("<head>", "<head>" + HEAD)}))
    assert (article.outlet, article.author, article.published) == ("Harbour & Coast", "Ada Lee", "2024-05-02")
    assert article.markup == {
        "outlet": '<meta property="og:site_name">',
        "author": '<meta name="author">',
        "published": '"datePublished" of schema.org',
    }


def test_what_a_person_wrote_down_comes_before_the_head_of_a_page(folder):
    known = '[[article]]\nfile = "ships.html"\nauthor = "A. Lee"\n'
    [article] = read(folder({"ships.html": PAGE.replace("<head>", "<head>" + HEAD), "corpus.toml": known}))
    assert (article.author, "author" in article.markup) == ("A. Lee", False)


@pytest.mark.parametrize("head", [
    '<meta property="og:site_name">', '<meta name="author" content="https://gazette.example/ada">',
    '<meta name="date" content="yesterday">', '<script type="application/ld+json">{"@type": ["Article"</script>',
    '<script type="application/ld+json">' + "[" * 5000 + '</script>',
    '<meta property="og:site_name" content="One"><meta property="og:site_name" content="Another">',
])  # fmt: skip
def test_what_a_head_says_badly_is_not_told(folder, head):
    [article] = read(folder({"ships.html": PAGE.replace("<head>", "<head>" + head)}))
    assert article.markup == {}


@pytest.mark.parametrize(("before", "speaker"), [
    ("<p>In a letter to the town Eva Orr wrote</p>", "Eva Orr"), ("<p>The gate of the town has a sign.</p>", ""),
])  # fmt: skip
def test_a_block_quotation_of_the_page_is_one(folder, before, speaker):
    block = "<blockquote><p>We were all asleep.</p><p>Nobody told us.</p></blockquote>"
    page = f"<article><h1>Port sleeps</h1><p>Eva Orr is the pilot.</p>{before}{block}<p>It rained.</p><p>So it did.</p>"
    [article] = read(folder({"ships.html": page}))
    found = [(each.kind, each.speaker, article.text(each.span)) for each in quotations(article)]
    assert found == [("block", speaker, "We were all asleep."), ("block", speaker, "Nobody told us.")]
