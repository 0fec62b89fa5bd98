"""Names, topics and claims that somebody wrote down: what is read, and what is refused by name."""

import pytest
from witness.corpus import check, read

from tests.conftest import SEEDS, SHIPS

CLAIM = """
[[claim]]
key = "ships"
question = "How many ships left?"
[[claim.answer]]
article = "north"
answer = "two"
words = "Two ships left the port"
"""


def faults(folder, **files: str) -> list[str]:
    return [str(fault) for fault in check(folder({**SHIPS, **{f"{name}.toml": text for name, text in files.items()}}))]


def test_claims_names_and_topics_are_carried_with_the_places_of_their_words(folder):
    names = '[[name]]\nname = "harbour master"\nkind = "person"\naliases = ["master"]\n'
    topics = '[[topic]]\ntopic = "Silence"\nterms = ["nothing", "nobody"]\n'
    corpus = read(folder({**SHIPS, "claims.toml": CLAIM, "names.toml": names, "topics.toml": topics}))
    (claim,) = corpus.claims
    assert [corpus.text(span) for span in claim.answers[0].spans] == ["Two ships left the port"]
    assert corpus.names[0].aliases == ("master",)
    assert corpus.topics[0].terms == ("nothing", "nobody")


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (CLAIM.replace("Two ships left", "Ten ships left"),
         "claims.toml, claim 'ships', answer 'north' of north: 'Ten ships left the port' does not stand in north; "
         "copy the words from the article"),
        (CLAIM.replace('words = "Two ships left the port"', 'words = "port"'),
         "claims.toml, claim 'ships', answer 'north' of north: 'port' stands 2 times in north; "
         "copy more words, or give the characters right before them as after = '...'"),
        (CLAIM.replace('"north"', '"east"'),
         "claims.toml, claim 'ships', answer 'east' of east: article = 'east' is not an article of this folder; "
         "use one of north, south"),
        (CLAIM.replace("[[claim.answer]]", 'mood = "calm"\n[[claim.answer]]'),
         "claims.toml, claim 'ships': the field 'mood' is unknown; "
         "use one of key, question, answer, topic, exclusive, status, note"),
        (CLAIM.replace("[[claim.answer]]", 'status = "agree"\n[[claim.answer]]'),
         "claims.toml, claim 'ships': status = 'agree' is argued by nothing; add a note that says why"),
        (CLAIM.replace("[[claim.answer]]", 'status = "odd"\nnote = "x"\n[[claim.answer]]'),
         "claims.toml, claim 'ships': status = 'odd' is unknown; use one of contradict, differ, agree, only-one"),
        (CLAIM.replace('question = "How many ships left?"\n', ""),
         "claims.toml, claim 'ships': the field 'question' is missing; add it"),
        (CLAIM + CLAIM, "claims.toml, claim 'ships': key = 'ships' stands twice; keep one of the two"),
        (CLAIM + '[[claim.answer]]\narticle = "north"\nanswer = "2"\nwords = "at dawn"\n',
         "claims.toml, claim 'ships', answer 'north' of north: the article answers twice; "
         "write both places as one list of words"),
        ("[claim]\nkey = 1", "claims.toml: claim is not a list of tables; write each claim under [[claim]]"),
    ],
)  # fmt: skip
def test_a_claim_that_the_texts_do_not_bear_out_is_refused(folder, claims, told):
    assert faults(folder, claims=claims) == [told]


def test_words_that_stand_twice_are_told_apart_by_what_stands_before_them(folder):
    claims = CLAIM.replace('words = "Two ships left the port"', 'words = "port"\nafter = "left the "')
    corpus = read(folder({**SHIPS, "claims.toml": claims}))
    (span,) = corpus.claims[0].answers[0].spans
    assert corpus["north"].raw[span.start - 9 : span.end] == "left the port"


def test_a_form_may_not_belong_to_two_names(folder):
    names = '[[name]]\nname = "Eva Orr"\nkind = "person"\naliases = ["Orr"]\n[[name]]\nname = "Orr"\nkind = "place"\n'
    assert faults(folder, names=names) == [
        "names.toml, name 'Orr': 'Orr' is also a form of 'Eva Orr'; keep it at one of the two"
    ]


@pytest.mark.parametrize(
    ("topics", "told"),
    [
        ('[[topic]]\ntopic = "Law"\n', "topics.toml, topic 'Law': the field 'terms' is missing; add it"),
        ('[[topic]]\ntopic = "Law"\nterms = "law"\n',
         "topics.toml, topic 'Law': terms = 'law' cannot be; write it as [\"one\", \"two\"]"),
        ('[[topics]]\ntopic = "Law"\n', "topics.toml: the field 'topics' is unknown; use only [[topic]]"),
    ],
)  # fmt: skip
def test_a_topic_that_cannot_be_searched_for_is_refused(folder, topics, told):
    assert faults(folder, topics=topics) == [told]


def test_all_faults_of_all_files_come_at_once(folder):
    told = faults(folder, claims="[[claim]]", names="[[name]]", topics="= 3")
    assert {line.split(".toml")[0] for line in told} == {"claims", "names", "topics"}


def test_the_ledger_of_the_seeds_has_the_questions_a_reader_would_ask():
    corpus = read(SEEDS)
    assert len(corpus.claims) >= 30
    assert all(
        span.article == answer.article for each in corpus.claims for answer in each.answers for span in answer.spans
    )
