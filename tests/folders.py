"""Folders of made-up articles, of any size, in several layouts and three languages, the same for the same number."""

import html
import random
import textwrap
from pathlib import Path

SIZES = (1, 2, 3, 5, 8, 13, 20, 30, 40, 50)

# What sentences are made of, language by language: who, says that, what, and how it goes on.
SENTENCES = {
    "en": (
        ("The harbour board", "Eva Orr, the pilot,", "The ferry company", "A fisherman of the town", "The coast guard"),
        ("said on Tuesday that", "denied in a statement that", "confirmed that", "warned on 3 May that"),
        ("the quay would close for three years", "seven ships had left before dawn", "nobody on the bridge was hurt",
         "12 million euros had been set aside", "the light would be out until 2031"),
        ("", "; the council meets next week", ", according to the Harbour Gazette", ", as the Northern Wire reported"),
    ),
    "de": (
        ("Der Hafenrat", "Die Lotsin Eva Orr", "Die Fährgesellschaft", "Ein Fischer aus dem Ort", "Die Küstenwache"),
        ("teilte am Dienstag mit, dass", "bestritt in einer Erklärung, dass", "bestätigte, dass", "warnte davor, dass"),
        ("der Kai drei Jahre lang gesperrt wird", "sieben Schiffe vor der Dämmerung ausgelaufen sind",
         "auf der Brücke niemand verletzt wurde", "12 Millionen Euro bereitstehen", "das Licht bis 2031 ausbleibt"),
        ("", "; der Rat tagt nächste Woche", ", wie der Hafenbote berichtete", ""),
    ),
    "es": (
        ("La junta del puerto", "La piloto Eva Orr", "La naviera", "Un pescador del pueblo", "La guardia costera"),
        ("dijo el martes que", "negó en un comunicado que", "confirmó que", "advirtió el 3 de mayo de que"),
        ("el muelle cerrará tres años", "siete barcos salieron antes del alba", "nadie resultó herido en el puente",
         "hay 12 millones de euros reservados", "el faro seguirá apagado hasta 2031"),
        ("", "; el consejo se reúne la próxima semana", ", según el Diario del Puerto", ""),
    ),
}  # fmt: skip
QUOTED = {
    "en": "“We were all asleep,” {} said.",
    "de": "„Wir haben geschlafen“, sagte {}.",
    "es": "«Dormíamos», dijo {}.",
}


def made_up(path: Path, number: int) -> Path:
    """Write folder `number`: its size, languages and layouts, and whether its articles copy each other, follow from it.

    Of every three folders the articles of one have nothing in common, those of the others share paragraphs, or are
    near copies of one page.
    """
    chance = random.Random(number)  # noqa: S311
    size = SIZES[number % len(SIZES)]
    languages = tuple(SENTENCES) if number % 7 == 0 else (tuple(SENTENCES)[number // 10 % 3],)
    shape = ("apart", "mixed", "near")[number % 3]
    stock = {each: [_paragraph(chance, each) for _ in range(chance.randint(4, 14))] for each in languages}
    path.mkdir(parents=True)
    for article in range(size):
        language = chance.choice(languages)
        if shape == "near":
            paragraphs = [each for each in stock[language] if chance.random() < 0.9] or stock[language]
        elif shape == "mixed":
            paragraphs = [
                chance.choice(stock[language]) if chance.random() < 0.4 else _paragraph(chance, language)
                for _ in range(chance.randint(2, 14))
            ]
        else:
            letters = str.maketrans("aeiou", "".join(chance.sample("aeiou", 5)))
            paragraphs = [_paragraph(chance, language).translate(letters) for _ in range(6)]
        suffix, text = _page(chance.randrange(8), _sentence(chance, language)[:70], paragraphs)
        (path / f"{article:02}_{language}{suffix}").write_text(text, encoding="utf-8", newline="")
    return path


def _sentence(chance: random.Random, language: str) -> str:
    who, says, what, on = (chance.choice(part) for part in SENTENCES[language])
    return f"{who} {says} {what}{on}."


def _paragraph(chance: random.Random, language: str) -> str:
    told = " ".join(_sentence(chance, language) for _ in range(chance.randint(1, 4)))
    return (
        f"{told} {QUOTED[language].format(chance.choice(('Eva Orr', 'Tom Hale')))}" if chance.random() < 0.4 else told
    )


def _page(layout: int, title: str, paragraphs: list[str]) -> tuple[str, str]:
    """A page in one of eight layouts: its suffix and its text."""
    body = "\n\n".join(paragraphs)
    if layout == 0:
        return ".txt", f"{title}\n\nBy Ada Lee\n\n{body}\n\nRead more: Herring returns to the bay\n"
    if layout == 1:
        return ".txt", f"PORT TOWN (Northern Wire) — {body}\n"
    if layout == 2:
        return ".md", f"# {title}\n\n*The Harbour Gazette, 3 May 2024*\n\n> {body}\n"
    if layout == 3:
        inner = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
        return ".html", f"<nav>Home News</nav><article><h1>{html.escape(title)}</h1>{inner}</article><footer>©</footer>"
    if layout == 4:
        return ".txt", title + "\n\n" + "\n\n".join(textwrap.fill(each, 70) for each in paragraphs)
    if layout == 5:
        listed = "\n\n".join(f"- {each}" for each in paragraphs)
        return ".txt", f"HARBOUR WEEKLY\nIssue 12\n\n{title.upper()}\n\n{listed}\n\nUnsubscribe | Forward to a friend\n"
    if layout == 6:
        return ".txt", "\r\n\r\n".join([title, *(f"{9 + at}:{15 + at} {each}" for at, each in enumerate(paragraphs))])
    return ".txt", "\n".join([title, *paragraphs])
