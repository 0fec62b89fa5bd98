"""Questions that a careful reader puts to all the articles, and what their answers have to do with each other.

The questions, answers and proofs are written by a person, in `claims.toml`; that the words stand where they are said
to stand is checked when the folder is read. What is computed here is the status: whether those who answer agree. A
status that a note argues otherwise keeps its note.
"""

from collections import Counter

from witness.articles import Claim, Corpus


def status(claim: Claim) -> str:
    """How the answers to a question stand to each other: only-one, agree, differ or contradict.

    >>> from witness.articles import Answer
    >>> seven, eight = Answer("1", "seven", ()), Answer("2", "eight", ())
    >>> status(Claim("count", "How many?", (seven, eight)))
    'differ'
    >>> status(Claim("count", "How many?", (seven, eight), exclusive=True))
    'contradict'

    Answers agree where they are written alike, but for case. They contradict where they differ and at most one can be
    true. What a note argues comes before what is computed.
    """
    return claim.argued or _computed(claim)


def reason(claim: Claim) -> str:
    """Why a question has its status, as one sentence; the note is not repeated.

    >>> from witness.articles import Answer
    >>> three = Answer("1", "seven", ()), Answer("2", "eight", ()), Answer("3", "seven", ())
    >>> reason(Claim("count", "How many?", three))
    '“seven” in 2 articles, “eight” in 1.'
    """
    said = Counter(each.answer for each in claim.answers)
    counts = [f"“{answer}” in {count}" for answer, count in said.items()]
    counts[0] += " article" if claim.answers and said[claim.answers[0].answer] == 1 else " articles"
    told = ", ".join(counts)
    exclusive = "; at most one of them can be true" if claim.exclusive and len(said) > 1 else ""
    argued = f"; a note argues that they {claim.argued}" if claim.argued and claim.argued != _computed(claim) else ""
    return f"{told}{exclusive}{argued}."


def silent(corpus: Corpus, claim: Claim) -> list[str]:
    """The keys of the articles that do not answer a question.

    >>> silent(Corpus(()), Claim("count", "How many?", ()))
    []
    """
    answering = {each.article for each in claim.answers}
    return [key for key in corpus.keys if key not in answering]


def _computed(claim: Claim) -> str:
    answers = {each.answer.casefold() for each in claim.answers}
    if len(claim.answers) < 2:
        return "only-one"
    if len(answers) == 1:
        return "agree"
    return "contradict" if claim.exclusive else "differ"
