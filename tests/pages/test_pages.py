"""The built pages as a reader's browser meets them: offline, from the disk, in every light."""

import gzip
import re
from importlib.resources import files
from statistics import median

import pytest
from witness.corpus import read

from tests.conftest import SEEDS
from tests.pages.conftest import opened, site_pages

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

POLICY = re.compile(
    r"default-src 'none'; script-src ('self'|'sha256-[^']+'); style-src ('self'|'sha256-[^']+'); "
    r"img-src data:; base-uri 'none'; form-action 'none'"
)
SHAPES = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]


def violations(page) -> list[str]:
    """What axe finds; it is put in by the test, past the policy that the page keeps."""
    found = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations'], preload: false})).violations"
    )
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


@pytest.fixture(scope="module")
def pages(seeds_report):
    return site_pages(seeds_report)


def test_there_is_a_page_for_each_notebook_and_article(seeds_report):
    assert [each.name for each in site_pages(seeds_report)] == [
        "00-start-here.html", "01-the-pages.html", "02-shared-words.html", "03-quotations.html",
        "04-differences.html", "05-silence.html", "06-time.html", "07-other-words.html", "08-witnesses.html",
        "09-your-turn.html", "10-method-and-limits.html",
        *(f"article-00{n}.html" for n in range(5)), "index.html",
        "witness.html",
    ]  # fmt: skip


def test_every_page_opens_offline_with_no_request_and_no_message(chromium, pages):
    for path in pages:
        with opened(chromium, path) as page:
            assert page.locator("h1").count() == 1


def test_the_policy_stands_word_for_word_and_is_in_force(chromium, pages):
    for path in pages:
        with opened(chromium, path) as page:
            policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
            assert POLICY.fullmatch(policy), policy
        refusals = (
            "() => new Promise(done => { addEventListener('securitypolicyviolation', e => done(e.effectiveDirective));"
            "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);"
            "setTimeout(() => done('nothing'), 500) })"
        )
        with chromium.new_context(offline=True) as session:
            page = session.new_page()
            page.goto(path.as_uri())
            assert page.evaluate(refusals) == "script-src-elem"
            assert page.evaluate("window.ran") is None


def test_no_page_has_an_inline_style_or_names_a_host(pages, seeds_report):
    for path in [*pages, *(seeds_report / "html" / "assets").iterdir()]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle\s*=\s*[\"']", text), path.name
        assert not re.search(r"(src|href)=\"(https?:)?//", text), path.name
        assert not re.search(r"url\(|@import|sourceMappingURL", text), path.name


@pytest.mark.parametrize(("width", "scheme"), SHAPES)
def test_axe_finds_nothing(chromium, pages, width, scheme):
    for path in pages:
        with opened(
            chromium, path, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        ) as page:
            page.evaluate(AXE)
            assert violations(page) == [], path.name
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{path.name} is {wide} px too wide at {width} px"


def test_axe_finds_nothing_with_the_scripts_removed(chromium, pages, tmp_path):
    for path in pages:
        bare = path.with_name(f"bare-{path.name}")
        bare.write_text(re.sub(r"<script\b.*?</script>", "", path.read_text("utf-8"), flags=re.DOTALL), "utf-8")
        try:
            for width, scheme in SHAPES:
                with opened(
                    chromium, bare, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
                ) as page:
                    page.evaluate(AXE)
                    assert violations(page) == [], path.name
        finally:
            bare.unlink()


def test_the_whole_text_is_there_without_script(chromium, seeds_report):
    corpus = read(SEEDS)
    for article in corpus:
        with opened(chromium, seeds_report / "html" / f"article-{article.key}.html", java_script_enabled=False) as page:
            shown = page.locator(".words").all_text_contents()
        assert shown == [article.text(each.span) for each in article.segments if each.kind != "whitespace"]
    with opened(chromium, seeds_report / "witness.html", java_script_enabled=False) as page:
        assert len(page.locator(".words").all_text_contents()) == sum(
            each.kind != "whitespace" for article in corpus for each in article.segments
        )
        assert not page.locator("select, input, button").count()


def test_on_paper_every_page_of_the_ledger_is_complete(chromium, seeds_report):
    corpus = read(SEEDS)
    pieces = sum(each.kind != "whitespace" for article in corpus for each in article.segments)
    for scripted in (True, False):
        with opened(chromium, seeds_report / "html" / "01-the-pages.html", java_script_enabled=scripted) as page:
            page.emulate_media(media="print")
            assert page.locator(".on-paper").is_visible()
            assert page.locator(".on-paper tbody tr").count() == pieces + len(corpus)
            assert not page.locator(".on-screen select").is_visible() if scripted else True


def test_pages_keep_their_budget(seeds_report):
    def told(path):
        parts = re.split(r'(?=<(?:div class="cell"|div class="prose"|article|footer|script))', path.read_text("utf-8"))
        return ", ".join(f"{len(each.encode()):,} {each[:40]!r}" for each in sorted(parts, key=len)[-4:])

    for path in (seeds_report / "html").glob("*.html"):
        stored = path.read_bytes()
        assert len(stored) <= 400_000, f"{path.name} grew: {told(path)}"
        assert len(gzip.compress(stored)) <= 100_000, f"{path.name} grew: {told(path)}"
    assert (seeds_report / "witness.html").stat().st_size <= 2_000_000


def test_the_ledger_is_ready_within_half_a_second_and_answers_within_a_tenth(chromium, seeds_report):
    ready, answered = [], []
    for _ in range(5):
        with opened(chromium, seeds_report / "html" / "01-the-pages.html") as page:
            ready.append(page.evaluate("performance.getEntriesByName('witness-ready')[0].startTime"))
            answered.append(
                page.evaluate("""() => { const started = performance.now();
                    document.querySelector(".on-screen fieldset input").click();
                    document.body.getBoundingClientRect(); return performance.now() - started }""")
            )
    assert median(ready) <= 500
    assert median(answered) <= 100


def test_everything_can_be_reached_by_keyboard(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "01-the-pages.html") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.locator(".on-screen select").focus()
        page.keyboard.press("ArrowDown")
        assert page.locator(".sentence").inner_text().startswith("001:")
        page.locator(".on-screen fieldset input").first.focus()
        page.keyboard.press("Space")
        assert page.locator(".sentence").inner_text().startswith("001: 500 of 511")
