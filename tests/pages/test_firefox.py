"""A smoke test in Firefox, spoken to over WebDriver BiDi: alive, offline, silent, the policy in force."""

import json
import re
import subprocess
from itertools import count
from pathlib import Path

import pytest
import websocket

from tests.conftest import program
from tests.pages.conftest import site_pages


class Firefox:
    """A Firefox of our own, with an empty profile and a reader's defaults; it ends with the test."""

    def __init__(self, path: str, profile: Path):
        preferences = {
            "app.update.disabledForTesting": True,
            "datareporting.policy.dataSubmissionEnabled": False,
            "network.proxy.type": 1,  # a proxy that is not there: nothing leaves this machine
            **{f"network.proxy.{kind}": "127.0.0.1" for kind in ("http", "ssl", "socks")},
            **{f"network.proxy.{kind}_port": 9 for kind in ("http", "ssl", "socks")},
        }
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items())
        (profile / "user.js").write_text("\n".join(lines))
        self.process = subprocess.Popen(
            [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        for line in self.process.stderr:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
                break
        self.socket = websocket.create_connection(f"{found[1]}/session", timeout=60, suppress_origin=True)
        self.numbers, self.events = count(1), []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        self.context = self.call("browsingContext.getTree")["contexts"][0]["context"]

    def call(self, method: str, **parameters: object) -> dict:
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]
            self.events.append(answer)

    def open(self, path: Path) -> None:
        self.call("browsingContext.navigate", context=self.context, url=path.as_uri(), wait="complete")

    def ask(self, expression: str) -> object:
        answer = self.call(
            "script.evaluate", expression=expression, awaitPromise=True, target={"context": self.context}
        )
        return answer["result"].get("value")

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stderr.close()


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    browser = Firefox(program("firefox"), tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


def test_every_page_is_silent_and_asks_no_host(firefox, seeds_report):
    firefox.events.clear()
    for path in site_pages(seeds_report):
        firefox.open(path)
        assert firefox.ask("performance.getEntriesByName('witness-ready').length") == 1, path.name
    urls = [each["params"]["request"]["url"] for each in firefox.events if each["method"].startswith("network")]
    assert [url for url in urls if not url.startswith(("file:", "data:", "about:"))] == []
    assert [each["params"]["text"] for each in firefox.events if each["method"] == "log.entryAdded"] == []


@pytest.mark.parametrize("file", ["html/01-the-pages.html", "witness.html"])
def test_the_ledger_is_alive(firefox, seeds_report, file):
    firefox.open(seeds_report / file)
    assert firefox.ask("document.querySelector('.ledger .sentence').textContent").startswith("000: 581 of 600")
    firefox.ask("document.querySelector('.on-screen fieldset input').click()")
    assert firefox.ask("document.querySelector('.ledger .sentence').textContent").startswith("000: 541 of 600")


def test_an_address_opens_its_words(firefox, seeds_report):
    firefox.open(seeds_report / "html" / "article-001.html")
    firefox.ask("location.hash = '#001:4-11'; new Promise(done => setTimeout(done, 200))")
    assert firefox.ask("document.querySelector('mark.opened').textContent") == "Russian"


def test_the_policy_is_in_force(firefox, seeds_report):
    firefox.open(seeds_report / "html" / "index.html")
    firefox.ask(
        "{const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)}"
    )
    assert firefox.ask("String(window.ran)") == "undefined"
    assert firefox.ask("getComputedStyle(document.body).marginTop") == "0px"


def test_pasted_texts_are_compared(firefox, seeds_report):
    firefox.open(seeds_report / "html" / "09-your-turn.html")
    firefox.ask(
        "{const field = document.querySelector('.on-screen [data-of=right]'); field.value = 'Nobody waved.';"
        "field.dispatchEvent(new Event('input'))}"
    )
    told = firefox.ask("document.querySelector('.on-screen .paste .sentence').textContent")
    assert "0 of 2 of the second, 0%" in told


def test_a_chart_drawn_from_its_data_address_may_be_read_back(firefox, seeds_report):
    """A canvas that a picture has tainted refuses; then no PNG could be saved."""
    firefox.open(seeds_report / "html" / "05-silence.html")
    written = firefox.ask(
        "(() => { const save = HTMLAnchorElement.prototype.click; let saved = '';"
        "HTMLAnchorElement.prototype.click = function () { saved = this.href };"
        "document.querySelector('[aria-label=\"Save chart as PNG\"]').click();"
        "HTMLAnchorElement.prototype.click = save; return saved })()"
    )
    assert written.startswith("data:image/png;base64,")
    assert len(written) > 10_000
