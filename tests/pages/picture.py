"""Take the README's picture from the built report: `make picture`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import program
from tests.pages.conftest import CHROMIUM_OPTIONS

ROOT = Path(__file__).parents[2]


def take(target: Path) -> None:
    """The ledger with one page opened and one kind left out, as a reader sees it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=CHROMIUM_OPTIONS)
        page = browser.new_page(viewport={"width": 1000, "height": 640}, color_scheme="light")
        page.goto((ROOT / "build" / "html" / "01-the-pages.html").as_uri())
        page.locator(".on-screen select").select_option("001")
        page.locator(".on-screen fieldset input").first.click()
        page.locator('[id="01-judge-for-yourself"]').evaluate("each => each.scrollIntoView()")
        page.mouse.click(5, 5)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "README.png")
