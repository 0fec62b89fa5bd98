import pytest
from traitlets import TraitError
from witness import views
from witness.corpus import from_texts

from tests.conftest import HOSTILE, ODD

STORY = "The old harbour will be closed to all ships for three years because the quay is sinking."
PROMO = "Read more: Nobody waved at the ships that left the port at dawn."
OTHER = "People went home and spoke of other things for the rest of the day."
PAGES = {
    "east": f"Harbour closes\n\nIt rained. {STORY}\n\n{PROMO}",
    "north": f'Nobody waves\n\nThe mayor said: "{STORY}"\n\n{OTHER}\n\n{PROMO}',
    "south": "Fish\n\nTwelve boats went out before dawn and came home with the largest catch in years.",
}


@pytest.fixture
def room():
    return views.room(from_texts(PAGES))


def test_it_opens_at_the_two_that_share_most(room):
    assert (room.left, room.right) == ("east", "north")
    assert room.sentence == (
        "east and north: 1 passage of 6 words or more in common. 17 of 21 words of east are shared, 81%; "
        "17 of 36 of north, 47%."
    )


def test_two_that_share_nothing(room):
    room.right = "south"
    assert room.shown() == []
    assert "0 of 21 words of east are shared, 0%" in room.sentence


def test_one_article_beside_itself_shows_nothing(room):
    room.right = "east"
    assert room.shown() == []


def test_longer_passages_only(room):
    room.least = 18
    assert room.shown() == []


def test_only_what_is_credited(room):
    room.credits = ["none"]
    assert room.shown() == []
    room.credits = ["right"]
    assert len(room.shown()) == 1


def test_furniture_counts_when_asked(room):
    room.furniture = True
    assert len(room.shown()) == 2
    assert room.coverage()[0][1] > 21


def test_stepping_goes_round(room):
    room.furniture = True
    seen = []
    for _ in range(3):
        room.step()
        seen.append(room.passage)
    assert seen[0] == seen[2] != seen[1]
    room.step(-1)
    assert room.passage == seen[1]


@pytest.mark.parametrize(
    ("trait", "value", "said"),
    [("left", "west", "choose one of east, north, south"), ("kinds", ["copied"], "choose from verbatim")],
)
def test_a_setting_that_cannot_be_says_which_can(room, trait, value, said):
    with pytest.raises(TraitError, match=said):
        setattr(room, trait, value)


def test_a_folder_of_one_article_has_a_room():
    room = views.room(from_texts({"only": STORY}))
    assert room.sentence.startswith("only and only: 0 passages")
    assert "No two articles share a passage" in room.paper()


def test_hostile_words_stay_words():
    room = views.room(from_texts({"1": f"{HOSTILE} {STORY}", "2": f"{STORY} {HOSTILE}", "3": ODD}))
    assert "<script>" not in str(room.html()).replace('<script type="application/json">', "")


def test_long_passages_show_their_two_ends_on_paper():
    long = " ".join(f"word{number}" for number in range(200))
    paper = str(views.room(from_texts({"1": f"It rained. {long}.", "2": f"{long}. Nobody waved."})).paper())
    assert "[150 words]" in paper
    assert "word100" not in paper
