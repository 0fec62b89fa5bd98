import pytest
from witness.errors import CorpusError, EngineError, Fault, OutputError, SpanError, ViewError, WitnessError, plain


@pytest.mark.parametrize("error", [CorpusError([]), SpanError(), ViewError(), OutputError(), EngineError()])
def test_all_errors_are_one_family(error):
    assert isinstance(error, WitnessError)


def test_a_corpus_error_tells_every_fault():
    error = CorpusError([Fault("a.txt", "is empty", "add text"), Fault("b.txt", "is binary", "save as text")])
    assert str(error) == "a.txt: is empty; add text\nb.txt: is binary; save as text"


def test_a_message_cannot_move_the_cursor_or_reverse_the_line():
    assert plain("a\x1b[2J\u202eb\udc80") == "a\\x1b[2J\\u202eb\\udc80"
