"""Whatever an article, a file name or a curated field contains is shown as text and does nothing."""

from witness.corpus import read
from witness.report.pages import article_files

from tests.pages.conftest import opened, site_pages


def test_nothing_runs_in_any_page(chromium, odd_report):
    for path in site_pages(odd_report):
        with opened(chromium, path) as page:
            assert page.evaluate("window.__pwned") is None, path.name
            assert page.locator("main script:not([type='application/json'])").count() == 0
            assert (
                page.locator("main :is(img:not([src^='data:']), iframe, object, embed, [onerror], [onload])").count()
                == 0
            )


def test_the_text_is_shown_as_it_is(chromium, odd_folder, odd_report):
    corpus = read(odd_folder)
    for article in corpus:
        file = article_files(corpus)[article.key]
        with opened(chromium, odd_report / "html" / file) as page:
            shown = page.locator(".words").all_text_contents()
        assert shown == [article.text(each.span) for each in article.segments if each.kind != "whitespace"]


def test_what_hides_or_reorders_is_made_visible_and_shut_in(chromium, odd_report):
    with opened(chromium, odd_report / "html" / "article-hostile.html") as page:
        points = page.locator(".unseen").evaluate_all("all => all.map(each => each.dataset.point)")
        assert points == ["U+202E", "U+202C", "U+2066", "U+2069", "U+200B"]
        isolated = page.locator(".unseen").evaluate_all("all => all.map(each => getComputedStyle(each).unicodeBidi)")
        assert set(isolated) == {"isolate"}


def test_the_ledger_shows_hostile_openings_as_text(chromium, odd_report):
    with opened(chromium, odd_report / "html" / "01-the-pages.html") as page:
        keys = page.locator(".on-screen select option").evaluate_all("all => all.map(each => each.value)")
        assert "<img src=x onerror=window." in keys  # the file name up to its first underscore
        for key in keys:
            page.locator(".on-screen select").select_option(key)
            assert page.evaluate("window.__pwned") is None
        page.locator(".on-screen select").select_option("hostile")
        assert "<script>window.__pwned = 1</script>" in page.locator(".on-screen .pieces").inner_text()


def test_names_of_pages_are_plain_whatever_the_keys_are(odd_report):
    for path in site_pages(odd_report):
        assert path.name.isascii()
        assert not set(path.name) & set("<>:\"'|?*&% ")
