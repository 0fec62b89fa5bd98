import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from witness.articles import KINDS
from witness.layout import LAYOUT_RULES
from witness.lines import ends_sentence
from witness.segments import FORM_RULES, segment


def kinds(page: str) -> list[tuple[str, str]]:
    return [(each.kind, each.span.of(page)) for each in segment("page", page) if each.kind != "whitespace"]


PROSE = "The two ships left the port at dawn, and nobody on the quay waved."


def test_a_short_first_line_without_a_stop_is_the_headline():
    assert kinds(f"Two ships leave port\n\n{PROSE}") == [("headline", "Two ships leave port"), ("body", PROSE)]


@pytest.mark.parametrize("first", ["The ships left at dawn.", "“The ships have left.”", " ".join(["long"] * 29)])
def test_other_first_lines_are_body(first):
    assert kinds(f"{first}\n\n{PROSE}")[0] == ("body", first)


def test_a_page_of_one_line_has_no_headline():
    assert kinds("Two ships leave port") == [("body", "Two ships leave port")]


# One invented page for each rule: the rule, the line it claims, and the page around it, where `PROSE` is a paragraph.
SAMPLES = [
    ("lone-sign", "chrome", "X", "X\nTwo ships leave port\nPROSE"),
    ("cookies", "chrome", "We use cookies to improve your visit; accept all or manage your settings.", "LINE\nPROSE"),
    ("correction", "correction", "Correction: an earlier version gave the wrong day.", "PROSE\nLINE"),
    ("contributors", "contributor-credit", "Ada Lee contributed to this report.", "PROSE\nLINE"),
    ("origin", "source-link", "Source: Harbour Gazette", "PROSE\nLINE"),
    ("announced-origin", "source-link", "Ships leave port - Harbour Gazette", "PROSE\nSee the rest here:\nLINE"),
    ("written-by", "byline", "By Ada Lee, harbour correspondent", "Two ships leave port\nLINE\nPROSE"),
    ("written-by", "byline", "Published 3 May 2021, 10:12", "Two ships leave port\nLINE\nPROSE"),
    ("picture-credit", "credit", "Photo: Ada Lee", "PROSE\nLINE\nPROSE"),
    ("picture-credit", "credit", "Harbour Board/Ada Lee", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Read more: Ferries through the ages", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Our harbour newsletter reaches you every Friday. Sign up here.", "PROSE\nLINE\nPROSE"),
    ("machinery", "chrome", "2 min read", "Two ships leave port\nLINE\nPROSE"),
    ("machinery", "chrome", "Share Tweet Print", "PROSE\nLINE\nPROSE"),
    ("machinery", "chrome", "Home › Harbours › North", "LINE\nTwo ships leave port\nPROSE"),
    ("written-by", "byline", "News provided by", "Two ships leave port\nLINE\nHarbour Works\nPROSE"),
    ("origin", "source-link", "SOURCE Harbour Works", "PROSE\nLINE"),
    ("origin", "source-link", "(harbourgazette.example)", "Two ships leave port\nLINE\nPROSE"),
    ("origin", "source-link", "Materials provided by the harbour office.", "PROSE\nLINE"),
    ("correction", "correction", "This is a corrected transcript.", "PROSE\nLINE"),
    ("correction", "correction", "Correction 14:41: an earlier entry gave the wrong quay.", "PROSE\nLINE\nPROSE"),
    ("correction", "correction", "In Saturday's column we misnamed the pilot. She is Ada Lee.", "PROSE\nLINE"),
    ("correction", "correction", "Dieser Artikel wurde am 3. Mai korrigiert.", "PROSE\nLINE"),
    ("sign-up", "promo", "Get storm alerts on every phone with the Gazette app.", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Las noticias del puerto son de todos. Suscríbete hoy mismo.", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Lees alle verhalen uit de haven voor 2 euro per maand.", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "MORE: Where every ferry stands this fall", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "(If you like this, you can sign up for my letter.)", "PROSE\nLINE\nPROSE"),
    ("machinery", "chrome", "You must be logged in to reply.", "PROSE\nLINE"),
    ("machinery", "chrome", "Already a subscriber? Log in", "PROSE\nLINE\nPROSE"),
    ("machinery", "chrome", "Last updated 2 minutes ago", "Two ships leave port\nLINE\nPROSE"),
    ("machinery", "chrome", "Posted: Thu Mar 06, 8:14 pm", "Two ships leave port\nLINE\nPROSE"),
    ("machinery", "chrome", "Harbour Gazette – Privacy – Cookies", "PROSE\nLINE"),
    ("machinery", "chrome", "[Image: quay.png]", "PROSE\nLINE\nPROSE"),
    ("picture-credit", "credit", "Chart: Harbour Board", "PROSE\nLINE\nPROSE"),
    ("picture-credit", "credit", "(Gazette file photo)", "PROSE\nLINE\nPROSE"),
    ("glued-rights", "chrome", "Purchase Licensing Rights",
     "Two ships leave port\nThe harbour at dawn. HARBOUR PRESS/Ada Lee LINE\nPROSE"),
    ("compiled", "byline", "Transcribed by Ada Lee", "Two ships leave port\nLINE\nPROSE\nPROSE"),
    ("compiled", "contributor-credit", "Edited by Ada Lee", "Two ships leave port\nBy Rosa Roy\nPROSE\nLINE"),
    ("ticker-name", "byline", "Ada Lee, at the old quay",
     "Ships leave port: live\n9:10\nPROSE\n9:20\nShips are out\nLINE\nPROSE\n9:30\nPROSE"),
    ("bare-name", "byline", "Ada Lee at Foundry Quay", "Two ships leave the old port\nLINE\nPROSE\nPROSE"),
    ("about-the-author", "author-bio", "Ada lives by the water with two cats.",
     "Two ships leave port\nBy Ada Lee\nPROSE\nPROSE\nPROSE\nPROSE\nLINE"),
    ("after-a-picture", "caption", "The harbour lies in the first light.",
     "Two ships leave port\nShare\nPhoto: Ada Lee\nLINE\nPROSE\nPROSE"),
    ("shows", "caption", "Figure 2. Ships by the hour.", "PROSE\nLINE\nPROSE"),
    ("key-point", "summary-bullet", "Nobody was hurt.",
     "Two ships leave port\nKey points\nTwo ships left.\nLINE\nPROSE\nPROSE"),
    ("more-to-read", "link-list", "Who owns the quay?", "PROSE\nRelated articles\nThe last pilot\nLINE\nShare\nPROSE"),
    ("after-the-end", "link-list", "Also this week", "PROSE\nLINE\nHerring is back in the bay\nWhy gulls laugh so"),
    ("heading", "subheadline", "Before we set off", "Two ships leave port\nPROSE\nLINE\n• rope and tar\nPROSE\nPROSE"),
    ("heading", "subheadline", "A price nobody could refuse", "Two ships leave port\nPROSE\nLINE\nPROSE\nPROSE"),
    ("heading", "subheadline", "Step one: the rope", "Two ships leave port\nPROSE\nLINE\nPROSE\nPROSE"),
    ("heading", "subheadline", "Bridge will stay shut",
     "Ships leave port: live\n9:10\nPROSE\nPROSE\n9:20\nLINE\nPROSE\n9:30\nPROSE"),
    ("heading", "subheadline", "2. Cable car is closed",
     "Harbour in brief\nPROSE\nPROSE\nLINE\nMONTE ALBO — PROSE\nPROSE"),
    ("glued-credit", "credit", "(Gazette file photo)", "Two ships leave port\nThe harbour at dawn LINE\nPROSE"),
    ("spaced-credit", "credit", "Ada Lee / Harbour Today",
     "Two ships leave port\nShare\nLINE\nThe harbour at dawn.\nPROSE\nPROSE"),
    ("glued-dateline", "dateline", "Ellin.", "Two ships leave Ellin\nFoto: Ada Lee\nLINE PROSE PROSE"),
    ("pictured-by", "credit", "Photographs by Ada Lee",
     "Two ships leave the old port\nLINE\nBy Rosa Roy\nPROSE\nPROSE"),
    ("below-the-byline", "caption", "The old quay has stood empty for ten years",
     "Two ships leave the old port\nBy Rosa Roy\nLINE\nADA LEE\nPROSE\nPROSE"),
    ("below-the-byline", "credit", "ADA LEE",
     "Two ships leave the old port\nBy Rosa Roy\nThe old quay has stood empty for ten years\nLINE\nPROSE\nPROSE"),
    ("known-name", "credit", "Ada Lee",
     "Two ships leave the old port\nPhotograph by Ada Lee\nPROSE\nPROSE\nA rope, and a knot.\nLINE\nPROSE"),
    ("known-name", "byline", "Rosa Roy",
     "Ships leave port: live\nRosa Roy (now) and Ada Lee (earlier)\n9:10\nPROSE\n9:20\nLINE\nPROSE\n9:30\nPROSE"),
    ("signature", "byline", "Port Ellin",
     "Two ships leave the old port\nPROSE\nPROSE\nYours faithfully,\nAda Lee\nLINE"),
    ("dated", "chrome", "Saturday, 3 May 2021", "The Gazette\nLINE\nTwo ships leave the old port\nPROSE\nPROSE"),
    ("numbered-heading", "subheadline", "2. Ferry fares up",
     "Five things to know today\nPROSE\n1. Quay sold\nPROSE\nLINE\nPROSE\n3. Herring is back\nPROSE"),
    ("numbered-heading", "subheadline", "Weekend two: rope",
     "How I mended a boat\nPROSE\nWeekend one: rust\nPROSE\nLINE\nPROSE\nWeekend three: oh, it floats\nPROSE"),
    ("heading", "subheadline", "Analysis", "Two ships leave the old port\nPROSE\nLINE\nThe tide turns\nPROSE\nPROSE"),
    ("attributed", "pull-quote", "Ada Lee, pilot",
     "Two ships leave\nPROSE\nPROSE\n“nobody on the quay waved”\nLINE\nPROSE"),
    ("press-office", "promo", "ada@harbour.example",
     "RELEASE 18-044\nTwo ships leave the old port\nPROSE\nPROSE\nAda Lee\nPort Ellin\nLINE"),
    ("about-the-company", "promo", "About the Harbour Works: The Works build quays.",
     "FOR IMMEDIATE RELEASE\nTwo ships leave port\nPROSE\nLINE\nPROSE"),
    ("about-the-author", "author-bio", "Marsh covers the northern ports and is based in Ellin.",
     "Two ships leave port\nBy Ada Marsh\nPROSE\nPROSE\nPROSE\nPROSE\nLINE"),
    ("more-to-read", "promo", "This one rope ended my knee pain (RopeGenius)",
     "Two ships leave port\nPROSE\nPROSE\nSponsored stories\nLINE\nShare"),
    ("more-to-read", "link-list", "By Ada Lee",
     "Two ships leave port\nPROSE\nPROSE\nPROSE\nPROSE\nPROSE\nPROSE\nRelated articles\nThe last pilot of the bay\n"
     "LINE\nWhy gulls laugh so much"),
    ("remarks", "chrome", "Good riddance, I say.",
     "Two ships leave port\nPosts: 12\n« on: May 04, 2017, 07:01:40 AM »\nPROSE\nPROSE\nPROSE\nLogged\n"
     "rope_sid\n« Reply #1 on: May 05, 2017, 08:51:40 AM »\n"
     "LINE"),
    ("written-by", "byline", "16:08, 22 Aug 2022 UPDATED 18:31, 22 Aug 2022", "Two ships leave port\nLINE\nPROSE"),
    ("written-by", "byline", "Column by Ada Lee", "Two ships leave port\nLINE\nPROSE"),
    ("correction", "correction", "Clarification, 2 December: the pilot works for the port.", "PROSE\nPROSE\nLINE"),
    ("correction", "correction", "A story on Friday misspelled the name of the pilot.", "PROSE\nPROSE\nLINE"),
    ("contributors", "contributor-credit", "Lee reported from Ellin. The writers Rosa Roy and Bo Dahl contributed.",
     "PROSE\nPROSE\nLINE"),
    ("origin", "source-link", "Dieser Artikel erschien zuerst in der Hafenzeitung.", "PROSE\nPROSE\nLINE"),
    ("origin", "source-link", "This story originally appeared in the Harbour Gazette.", "PROSE\nPROSE\nLINE"),
    ("sign-up", "promo", "We rely on readers like you to keep our newsroom running.", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Did you see the ships? Send your pictures to desk@gazette.example", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "TRACK THE STORM: See the latest map", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Jetzt 4 Wochen für 1 € testen", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Descarga nuestra app y recibe las noticias en tu móvil.", "PROSE\nLINE\nPROSE"),
    ("sign-up", "promo", "Follow our coverage of the storm: https://gazette.example/storm", "PROSE\nLINE\nPROSE"),
    ("machinery", "chrome", "We and our 842 partners store and access information on a device.", "LINE\nPROSE\nPROSE"),
    ("machinery", "chrome", "This material may not be published or rewritten without permission.",
     "PROSE\nPROSE\nLINE"),
    ("machinery", "chrome", "An office of the port. Contact us  Site help  Terms of use", "PROSE\nPROSE\nLINE"),
    ("picture-credit", "credit", "Visualisierung: Büro Hafen", "PROSE\nLINE\nPROSE"),
    ("picture-credit", "credit", "Lee et al., Port Letters, 2024 (CC BY 4.0)", "PROSE\nLINE\nPROSE"),
    ("shows", "caption", "Ada Lee (left) with Bo Dahl at the opening of the quay.",
     "Two ships leave port\nPROSE\nLINE\nPROSE"),
    ("shows", "caption", "Watch: Gulls descend on the quay", "Two ships leave port\nPROSE\nLINE\nPROSE"),
    ("file-name", "chrome", "IMG_0042.JPG", "PROSE\nLINE\nPROSE"),
    ("file-name", "chrome", "harbour_dawn.jpg", "Two ships leave port\nLINE\nPROSE"),
    ("repeated-ending", "link-list", "Calm at sea [Added: May 9th, 2012]",
     "PROSE\nDawn at sea [Added: May 3rd, 2012]\nLINE\nFog at sea [Added: May 12th, 2012]"),
    ("first-title", "headline", "Two ships leave port", "The Gazette\nLINE\nPROSE"),
    ("title-above-a-name", "headline", "Two ships leave port",
     "Look what the paper says today, you lot, I laughed so much.\nLINE\nBy Ada Lee\nPROSE\nPROSE"),
    ("same-title", "headline", "Two ships leave port", "LINE\nBy Ada Lee\nLINE\nPROSE"),
    ("above-the-title", "chrome", "The Harbour Gazette", "LINE\nTwo ships leave the old port\nPROSE"),
    ("remarks", "chrome", "Good riddance, I say.", "PROSE\nPROSE\nComments (2)\nLINE"),
    ("about-the-company", "promo", "Harbour Works builds quays.",
     "FOR IMMEDIATE RELEASE\nTwo ships leave port\nPROSE\nAbout Harbour Works\nLINE"),
    ("more-to-read", "link-list", "When the ferries stopped", "PROSE\nRelated articles\nLINE\nThe last pilot"),
    ("contact", "promo", "press@harbour.example", "PROSE\nPress contact: the harbour office\nAda Lee\nLINE"),
    ("place-and-time", "dateline", "Port Ellin – 14 Sept 2025 – 05:30", "Two ships leave the port\nLINE\nPROSE"),
    ("bare-name", "byline", "Ada Lee", "Two ships leave port\nLINE\nPROSE"),
    ("about-the-author", "author-bio", "Ada Lee covers the harbour and whatever floats in it.",
     "Two ships leave port\nBy Ada Lee\nPROSE\nLINE"),
    ("after-a-picture", "caption", "The harbour at dawn.", "Two ships leave port\nharbour_dawn.jpg\nLINE\nPROSE"),
    ("spaced-credit", "credit", "Harbour Board / Ada Lee",
     "Two ships leave port\nThe harbour lies in the first light of the day.\nLINE\nPROSE"),
    ("before-a-credit", "caption", "The harbour at dawn.", "Two ships leave port\nLINEHarbour Board\nPROSE"),
    ("glued-credit", "credit", "Harbour Board", "Two ships leave port\nThe harbour at dawn.LINE\nPROSE"),
    ("shows", "caption", "A file photo shows the harbour at dawn.", "Two ships leave port\nLINE\nPROSE"),
    ("key-point", "summary-bullet", "• Two ships left at dawn", "Two ships leave port\nLINE\nPROSE"),
    ("deck", "subheadline", "Nobody waved.", "Two ships leave port\nLINE\nBy Ada Lee\nPROSE"),
    ("eye-catcher", "pull-quote", "“nobody on the quay waved”", "PROSE\nLINE\nAnd that was that, the pilot told us."),
    ("above-the-byline", "caption", "Ada Lee looks out over the harbour in the first light of the day.",
     "Two ships leave port\nFew in the harbour saw it happen, and nobody waved.\nLINE\nBy Ada Lee" + 8 * "\nPROSE"),
    ("to-the-reader", "promo", "Your Saturday deserves better, and the Gazette magazine brings it to the door.",
     "Two ships leave port\nPROSE\nLINE\nPROSE"),
    ("in-the-head", "chrome", "Dark mode off", "Two ships leave port\nBy Ada Lee\nLINE\nPROSE\nPROSE"),
    ("teaser", "promo", "See all photos", "PROSE\nLINE\nPROSE"),
    ("after-the-end", "link-list", "Herring returns to the bay", "PROSE\nTides\nLINE\nWhy gulls laugh so much"),
    ("heading", "subheadline", "What the pilots say", "Two ships leave port\nPROSE\nLINE\nPROSE\nPROSE"),
    ("glued-dateline", "dateline", "PORT ELLIN, May 3 (Harbour Press) —", "Two ships leave port\nLINE PROSE"),
    ("glued-sign", "byline", "(al/rb)", "Two ships leave port\nPROSE LINE"),
    ("salutation", "body", "Dear Editor,", "Two ships leave the old port\nLINE\nPROSE\nPROSE"),
    ("described", "caption", "An image of a ship at the old quay",
     "Two ships leave the old port\nLINE\nBy Ada Lee\nPROSE\nPROSE"),
    ("told-twice", "caption", "The old quay at dawn, with a ship",
     "Two ships leave port\nBy Bo Dahl\nLINE\nThe old quay at dawn, with a ship. Photo: Ada Lee\nPROSE\nPROSE"),
    ("credit-first", "caption", "Ada Lee/Harbour Shelves of tarred rope",
     "Two ships leave port\nPROSE\nLINE\nEach rope has its shelf\nPROSE"),
    ("above-a-caption", "caption", "A quay with a ship at it",
     "Two ships leave the old port\nBy Bo Dahl\nShare\nLINE\nThe harbour at dawn. Photo: Ada Lee\nPROSE\nPROSE"),
    ("initials", "credit", "A. Lee and B. C. Dahl",
     "Two ships leave port\nPROSE\nRopes held for as long as three days.\nLINE\nPROSE\nPROSE"),
    ("deck-below-a-name", "subheadline", "The pilots have waited for this day for three long years.",
     "Two ships leave port\nBy Bo Dahl\nLINE\nShare\nThe harbour at dawn. Photo: Ada Lee\nPROSE\nPROSE"),
    ("quoted-heading", "subheadline", "“Nobody on the quay”", "Two ships leave port\nPROSE\nLINE\nPROSE\nPROSE"),
    ("cards", "link-list", "Islands",
     "Two ships leave port\nPROSE\nPROSE\nIt rained on.\nShare\nPorts\nThe last pilot of the bay\nLINE\n"
     "Why the gulls laugh so much"),
    ("signed-cards", "link-list", "Gulls laugh at the pilots",
     "Two ships leave port\nPROSE\nPROSE\nIt rained on.\nShare\nLINE\nBy Ada Lee"),
    ("twice-below", "link-list", "Live: gulls are back in the bay",
     "Two ships leave port\nPROSE\nPROSE\nShare\nLINE\nTides\nLINE"),
    ("sign-up-box", "promo", "The harbour in five minutes, every Friday",
     "Two ships leave port\nPROSE\nNewsletter\nLINE\nSubscribe\nPROSE\nPROSE"),
    ("author-box", "author-bio", "I build boats and write about them.",
     "Two ships leave port\nBy Ada Lee\nPROSE\nPROSE\nPROSE\nPROSE\nAbout Ada Lee\nLINE"),
    ("author-box", "author-bio", "ADA LEE",
     "Two ships leave port\nBy Ada Lee\nPROSE\nPROSE\nPROSE\nPROSE\nLINE\nLee covers the northern ports."),
    ("beside-a-member", "chrome", "wrong side of the river",
     "Two ships leave port\nPROSE\nPROSE\nrope_sid\nPosts: 112\nJoined: Sat Feb 11, 2012\nLINE"),
    ("mail-signature", "chrome", "If it floats, Ada Lee is late for it.",
     "Two ships leave port\nPROSE\nPROSE\n--\nLINE"),
    ("letters", "byline", "Upper Ellin",
     "Two ships leave the old port\nPROSE\nAda Lee\nPort Ellin\nPROSE\nDr B Dahl (retd)\nLINE\nPROSE\nPROSE"),
    ("more-to-read", "link-list", "In “Ropes”",
     "Two ships leave port\nPROSE\nPROSE\nRelated\nThe last pilot of the bay\nLINE\nWhy gulls laugh so much"),
    ("glued-credit", "credit", "(Image: Harbour Board)", "Two ships leave port\nThe harbour at dawn todayLINE\nPROSE"),
    ("picture-credit", "caption", "Image: Ada Lee waves from the old quay", "PROSE\nLINE\nPROSE"),
    ("place-and-time", "dateline", "PORT ELLIN —", "Two ships leave the old port\nBy Ada Lee\nLINE\nPROSE\nPROSE"),
    ("ticker-name", "byline", "Harbour correspondent",
     "Ships leave port: live\nRosa Roy (now) and Ada Lee (earlier)\n9:10\nPROSE\n9:20\nShips are out\n"
     "Rosa Roy, at the quay\nLINE\nPROSE\n9:30\nPROSE"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "kind", "line", "page"), SAMPLES, ids=[f"{rule}: {line}"[:50] for rule, _, line, _ in SAMPLES]
)
def test_each_rule_claims_its_sample(rule, kind, line, page):
    page = page.replace("PROSE", PROSE).replace("LINE", line)
    assert (kind, rule, line) in [(each.kind, each.rule, each.span.of(page)) for each in segment("page", page)]


def test_every_rule_has_a_sample():
    names = {rule.__name__.replace("_", "-") for rule in (*FORM_RULES, *LAYOUT_RULES)}
    assert names <= {rule for rule, *_ in SAMPLES}


@pytest.mark.parametrize(
    "paragraph",
    [
        "She baked cookies for the crew, as you do when the wind is wrong.",
        "Via Roma was closed to lorries.",
        "Loading docks stood empty all week.",
        "No comment.",
        "At the hatch stood the cook",
        "Nobody on the quay said a word, and the pilots went home without their pay",
        "“We are done,” she said.",
        "- tea for the crew",
        "14:32",
        "Q. Did you see the ships?",
        "* the weather",
        "12 guests were hurt.",
        "Follow the river for a mile and you come to the mill.",
        "Read the label and you will find no mention of honey.",
        "Help us, they shouted from the roof.",
        "Your support kept me going, she told the crowd.",
        "Subscribers to the water scheme pay 12 crowns a month and receive a bill in spring.",
        "In Monday's meeting we wrongly assumed that the gate was shut, the engineer admitted.",
        "Text from the mayor arrived at nine.",
        "You must register with the police within three days.",
        "Mehr als 300 Menschen kamen.",
        "Suivez la route jusqu'au pont, dit-elle.",
        "Lesen Sie den Satz noch einmal, sagte der Richter.",
        "To see the paintings, visit the chapel before noon.",
        "Have the fish gone? Write to the ministry, the officials kept saying.",
        "Shares rose 3 % off their low.",
        "Editing by committee is never a good idea.",
        "Translated from the Greek, the word means harbour.",
        "First published in 1932, the novel was soon forgotten.",
        "The officer on duty gave the wrong address to the ambulance.",
        "The story has been changed so often that nobody knows who began it.",
        "This report adds to the pressure on the mayor.",
        "There are 12 guests in the hotel, and none of them is happy.",
        "Tap water is safe to drink.",
        "Nella foto si vede un uomo con un cappello.",
        "Our new book of rules was thinner than the old one.",
        "This issue is for members of parliament to decide.",
        "The ministry is not responsible for the content of the letter, a spokesman said.",
        "Members of the union voted for the deal on Tuesday.",
        "Listeners heard the news on the radio app that the port had built.",
        "Still: 4.03.",
        "Tern County: 88,104",
        "May I make three suggestions, all of them cheap?",
    ],
)
def test_the_body_is_not_taken_for_furniture(paragraph):
    assert ("body", paragraph) in kinds(f"Two ships leave port\n{PROSE}\n{paragraph}\n{PROSE}\nIt rained on.")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n \t\n", "\u2028"])
def test_any_line_end_parts_two_pieces(newline):
    assert [text for _kind, text in kinds(f"It rained.{newline}It stopped.")] == ["It rained.", "It stopped."]


def test_white_space_around_a_line_belongs_to_the_white_space():
    page = "  It rained.  \n"
    assert [(each.kind, each.span.start, each.span.end) for each in segment("page", page)] == [
        ("whitespace", 0, 2),
        ("body", 2, 12),
        ("whitespace", 12, 15),
    ]


@given(st.text(st.sampled_from("ab .\n\r\t\u00a0\u2028\ufeff🚀\u0301")))
def test_every_character_is_in_exactly_one_piece(page):
    pieces = segment("page", page)
    assert "".join(each.span.of(page) for each in pieces) == page
    assert [each.span.start for each in pieces[1:]] == [each.span.end for each in pieces[:-1]]
    for each in pieces:
        assert (each.kind == "whitespace") == (not each.span.of(page).strip())
        assert each.rule


# Lines as pages have them, in any order, between line ends of any kind.
_LINES = st.one_of(
    st.sampled_from([line for _, _, line, _ in SAMPLES] + [PROSE, "", "  ", "•", "»"]), st.text(max_size=60)
)


@settings(max_examples=1000)
@given(st.lists(st.tuples(_LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", ""])), max_size=25))
def test_generated_pages_are_cut_without_loss(lines):
    page = "".join(line + end for line, end in lines)
    pieces = segment("page", page)
    assert "".join(each.span.of(page) for each in pieces) == page
    for each in pieces:
        assert each.kind in KINDS
        assert each.rule
        assert (each.kind == "whitespace") == (not each.span.of(page).strip())


def test_closing_marks_do_not_hide_a_stop():
    assert ends_sentence("(“We are done.”)")
    assert not ends_sentence("“Done”")


def test_lines_cut_at_a_fixed_width_are_one_piece():
    paragraph = (
        "The two ships left the port at\ndawn, and nobody on the quay waved\nto either of them, the pilot told us."
    )
    page = f"Two ships leave port\n\n{paragraph}\n\n{paragraph}\n"
    assert kinds(page) == [("headline", "Two ships leave port"), ("body", paragraph), ("body", paragraph)]
    doubled = page.replace("\n", " \r\n")
    assert [kind for kind, _ in kinds(doubled)] == ["headline", "body", "body"]
    assert "".join(each.span.of(doubled) for each in segment("page", doubled)) == doubled


def test_a_place_before_lines_cut_at_a_fixed_width_is_a_piece():
    first = "PORT ELLIN, May 3 (HP) — The two \nships left the port at dawn, and \nnobody on the quay waved to them, \n"
    page = f"Two ships leave port\n\n{first}said a pilot on the radio today, \nand the boats went with them."
    page = page.replace("\n", "\r\n")
    found = kinds(page)
    assert found[1] == ("dateline", "PORT ELLIN, May 3 (HP) —")
    assert found[2][0] == "body"
    assert found[2][1].startswith("The two")
    assert found[2][1].endswith("went with them.")


def test_short_lists_are_not_taken_for_one_paragraph():
    needs = "tea for the crew of the ship\nrope\nsix lamps for the long night at sea\ntar"
    page = f"Two ships leave port\n{PROSE}\n{needs}\n{PROSE}"
    assert ("body", "rope") in kinds(page)
