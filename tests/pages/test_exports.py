"""What a reader takes away from a page: tables, charts, annotations and citations, whole, valid and inert."""

import csv
import io
import json
import struct
from base64 import b64decode

import pytest
from witness import tables
from witness.corpus import read
from witness.markup import opening
from witness.report import exports
from witness.report.citations import citation
from witness.spans import Span

from tests.conftest import HOSTILE, ODD, SEEDS
from tests.pages.conftest import opened
from tests.pages.test_pages import AXE, violations
from tests.report.test_exports import check_annotation, check_citation


def saved(page, button) -> tuple[str, bytes]:
    """The name and the bytes of what a button saves."""
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def line_of(page, columns):
    """The line of buttons below the table that has these columns."""
    for line in page.locator("p.save:has-text('Save table')").all():
        heads = line.evaluate("""line => [...(line.previousElementSibling?.querySelector("table") ??
            line.parentElement.querySelector("table")).tHead.rows[0].cells].map(each => each.textContent)""")
        if heads == columns:
            return line
    raise AssertionError(f"no table has the columns {columns}")


def test_a_table_is_saved_as_witness_tables_writes_it(chromium, seeds_report, tmp_path):
    with opened(chromium, seeds_report / "html" / "05-silence.html") as page:
        columns = ["topic", "article", "mentions", "first_position", "searched_for"]
        line = line_of(page, columns)
        (json_name, as_json), (csv_name, as_csv) = (
            saved(page, line.get_by_role("button", name=f"Save table as {form}")) for form in ("JSON", "CSV")
        )
        said = line.inner_text()
    made = tables.coverage(read(SEEDS))[columns].head(tables.SHOWN_ROWS)
    tables.write(made, tmp_path / "made.csv")
    tables.write(made, tmp_path / "made.json")
    assert (json_name, csv_name) == ("05-silence-table-2.json", "05-silence-table-2.csv")
    assert json.loads(as_json) == json.loads((tmp_path / "made.json").read_text("utf-8"))
    rows, expected = (
        list(csv.reader(io.StringIO(text))) for text in (as_csv.decode(), (tmp_path / "made.csv").read_text("utf-8"))
    )
    assert rows[0] == expected[0]
    for row, other in zip(rows[1:], expected[1:], strict=True):
        assert [row[0], row[1], row[2], json.loads(row[4])] == [other[0], other[1], other[2], json.loads(other[4])]
        assert row[3] == other[3] or float(row[3]) == float(other[3])
    assert as_csv.decode().splitlines()[0] == '"topic","article","mentions","first_position","searched_for"'
    total = len(tables.coverage(read(SEEDS)))
    assert (
        f"Saved as shown. Here stand 30 of {total} rows only. The command “witness tables” writes them whole." in said
    )


def test_rows_with_a_place_carry_their_address_and_cut_texts_are_counted(chromium, seeds_report):
    corpus = read(SEEDS)
    with opened(chromium, seeds_report / "html" / "article-002.html") as page:
        columns = ["article", "start", "end", "kind", "speaker", "chain", "rule", "text"]
        line = line_of(page, columns)
        _, written = saved(page, line.get_by_role("button", name="Save table as JSON"))
        said = line.inner_text()
    rows, made = json.loads(written), tables.quotations(corpus).query("article == '002'").to_dict("records")
    assert len(rows) == len(made)
    for row, whole in zip(rows, made, strict=True):
        assert list(row) == ["article", "article_address", *columns[1:]]
        assert row["article_address"] == f"002:{whole['start']}-{whole['end']}"
        assert row["text"] == opening(whole["text"])
        assert corpus.text(Span.parse(row["article_address"])) == whole["text"]
    cut = sum(len(each["text"]) > 90 for each in made)
    assert f"{cut} long texts end in “…”" in said


def test_a_views_table_is_saved_as_it_stands_now(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "01-the-pages.html") as page:
        view = page.locator(".on-screen .ledger").first
        view.locator("select").select_option("001")
        view.locator("fieldset input").first.click()
        totals, pieces = (view.locator("p.save").nth(number) for number in (0, 1))
        _, written = saved(page, totals.get_by_role("button", name="Save table as JSON"))
        second = json.loads(written)[1]
        assert (second["article"], second["on the page"], second["counted"], second["share"]) == ("001", 511, 500, 0.98)
        _, written = saved(page, pieces.get_by_role("button", name="Save table as JSON"))
        [first, *_] = json.loads(written)
        assert first["count"] is False
        assert first["kind and rule"] == "headline first-title"
        assert first["it begins_address"].startswith("001:0-")


def test_no_text_is_altered_and_formulas_are_told(chromium, odd_folder, odd_report):
    """Tables of hostile articles: the text arrives as it is, and nothing runs on its way."""
    with opened(chromium, odd_report / "html" / "01-the-pages.html") as page:
        view = page.locator(".on-screen .ledger").first
        view.locator("select").select_option("hostile")
        line = view.locator("p.save").nth(1)
        _, written = saved(page, line.get_by_role("button", name="Save table as CSV"))
        said = line.inner_text()
        assert page.evaluate("window.__pwned") is None
    openings = [row["it begins"] for row in csv.DictReader(io.StringIO(written.decode(), newline=""))]
    assert any(text.startswith("<h1>Breaking</h1> <script>window.__pwned = 1</script>") for text in openings)
    assert any(text.startswith('=HYPERLINK("http://example.invalid"') for text in openings)
    assert any("order \u202eis reversed\u202c here" in text for text in openings)
    assert "1 text, unaltered, would run as a formula in a spreadsheet." in said


@pytest.mark.parametrize("file", ["html/05-silence.html", "witness.html"])
def test_a_chart_is_saved_as_svg_and_as_png(chromium, seeds_report, file):
    with opened(chromium, seeds_report / file) as page:
        figure = page.locator("[data-page='05-silence'] figure.chart")
        source = figure.locator("img").get_attribute("src")
        width, height = figure.locator("img").evaluate("each => [each.naturalWidth, each.naturalHeight]")
        svg_name, svg = saved(page, figure.get_by_role("button", name="Save chart as SVG"))
        png_name, png = saved(page, figure.get_by_role("button", name="Save chart as PNG"))
    assert (svg_name, png_name) == ("05-silence-chart-1.svg", "05-silence-chart-1.png")
    assert svg == b64decode(source.split(",")[1])
    assert png.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", png[16:24]) == (2 * width, 2 * height)
    assert len(png) > 10_000  # a tainted or empty canvas gives less, or nothing


def copied(page, name):
    button = page.get_by_role("button", name=name).element_handle()
    button.click()
    page.wait_for_function("button => button.textContent === 'Copied'", arg=button)
    return json.loads(page.evaluate("navigator.clipboard.readText()"))


def aside(chromium, path, place):
    return opened(chromium, f"{path.as_uri()}#{place}", permissions=["clipboard-read", "clipboard-write"])


@pytest.mark.parametrize("file", ["html/article-002.html", "witness.html"])
def test_chosen_words_are_copied_as_an_annotation_over_two_paragraphs(chromium, seeds_report, file):
    corpus = read(SEEDS)
    raw = corpus["002"].raw
    start = raw.index("Russian space agency Roscosmos said")
    end = raw.index("The lunar space station will be") + len("The lunar")
    with aside(chromium, seeds_report / file, f"002:{start}-{end}") as page:
        made = copied(page, "Copy annotation")
    page_address = (seeds_report / file).as_uri()
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    check_annotation(made, {page_address: raw})
    assert made["target"] == [exports.target(corpus, Span("002", start, end), page_address)]
    assert made["id"].startswith(f"{page_address}#002:{start}-{end}~Russian-space-agency-Roscosmos")


@pytest.mark.parametrize(
    "words", ["🚀", "👩‍🚀 at", "nai\u0308ve", "غادرتا", "of it\rthird", "Liftoff 👩‍🚀 at last\r\n\r\nThe"]
)
def test_annotations_count_code_points_and_keep_every_newline(chromium, odd_folder, odd_report, words):
    corpus = read(odd_folder)
    raw = corpus["odd"].raw
    span = Span("odd", raw.index(words), raw.index(words) + len(words))
    path = odd_report / "html" / "article-odd.html"
    with aside(chromium, path, str(span)) as page:
        made = copied(page, "Copy annotation")
    assert made["target"] == [exports.target(corpus, span, path.as_uri())]


def test_hostile_words_are_copied_as_they_are(chromium, odd_folder, odd_report):
    corpus = read(odd_folder)
    raw = corpus["hostile"].raw
    span = Span("hostile", 0, len(raw.rstrip()))
    path = odd_report / "html" / "article-hostile.html"
    with aside(chromium, path, str(span)) as page:
        made = copied(page, "Copy annotation")
        assert page.evaluate("window.__pwned") is None
    assert made["target"] == [exports.target(corpus, span, path.as_uri())]


def test_the_citation_is_pythons_and_a_curated_address_is_the_source(chromium, folder, tmp_path):
    from witness.report.build import build

    about = (
        '[[article]]\nfile = "odd.txt"\noutlet = "</script><b onclick=alert(1)>\\"&amp;"\nauthor = "Ana Ruiz"\n'
        'published = 2024-05-02\nurl = "https://example.org/ferry?a=1&b=%22"\n'
    )
    where = folder({"odd.txt": ODD, "plain.txt": HOSTILE, "corpus.toml": about})
    build(where, tmp_path / "out")
    corpus = read(where)
    for key in corpus.keys:
        path = tmp_path / "out" / "html" / f"article-{key}.html"
        with aside(chromium, path, f"{key}:0-4") as page:
            [item] = copied(page, "Copy citation")
            made = copied(page, "Copy annotation")
        check_citation(item)
        assert item == citation(corpus[key])
        assert made["target"][0]["source"] == (corpus[key].url or path.as_uri())


def test_there_is_a_button_for_every_table_and_chart_that_is_seen_and_none_on_paper(chromium, seeds_report):
    for path in [*sorted((seeds_report / "html").glob("*.html")), seeds_report / "witness.html"]:
        with opened(chromium, path) as page:
            seen = page.locator(":is(main, footer) table").evaluate_all(
                "all => all.filter(each => !each.closest('.on-paper')).length"
            )
            charts = page.locator("figure.chart").count()
            assert page.get_by_text("Save table:").count() == seen, path.name
            assert page.get_by_text("Save chart:").count() == charts, path.name
            page.emulate_media(media="print")
            assert not page.locator(".save:visible").count()


def test_saving_works_by_keyboard_and_says_what_was_saved(chromium, seeds_report):
    with opened(chromium, seeds_report / "html" / "00-start-here.html", bypass_csp=True) as page:
        button = page.locator("p.save:visible").get_by_role("button", name="Save table as CSV").first
        button.focus()
        with page.expect_download():
            page.keyboard.press("Enter")
        assert page.locator("p.save [role=status]:has-text('Saved as shown.')").count() == 1
        page.evaluate(AXE)
        assert violations(page) == []
