"""A real browser, with the network off and every request and message noted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import program

# A browser that a test drives as root, and that must not speak to its maker's hosts.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = program("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, path: Path | str, **context: object) -> Iterator[Page]:
    """A page opened from the disk, offline; leaving it fails if it asked any host or said anything in the console."""
    with browser.new_context(offline=True, **context) as session:
        page = session.new_page()
        page.set_default_timeout(10_000)
        requests: list[str] = []
        messages: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(path if isinstance(path, str) else path.as_uri())
        yield page
        assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
        assert messages == []


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page; its requests and messages are checked when the test ends."""
    with ExitStack() as held:
        yield lambda path, **context: held.enter_context(opened(chromium, path, **context))


def site_pages(report: Path) -> list[Path]:
    """Every page of a built report, and the single file."""
    return [*sorted((report / "html").glob("*.html")), report / "witness.html"]
