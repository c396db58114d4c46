import pickle

from bot.basics.errors import ArticleError, CorpusError
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import Said, say


def test_an_error_is_english_for_a_log_and_any_language_for_a_chat() -> None:
    error = CorpusError(Message.CHANGED_WHILE_READ, file="a.md")
    assert str(error) == "a.md has changed while it was read; try again when nobody writes"
    assert isinstance(error.sentence, Said)
    assert error.sentence.said("ru") == "a.md изменился во время чтения; повторите, когда никто не пишет"


def test_an_error_within_an_error_is_said_in_the_same_language() -> None:
    error = ArticleError(Message.LEFT_OUT, 3, problem=say(Message.FILE_EMPTY), file="a.md")
    assert error.reason == "the file is empty (a.md is left out until then)"
    assert isinstance(error.sentence, Said)
    assert error.sentence.said("ru") == "файл пуст (до тех пор a.md не учитывается)"


def test_a_number_in_an_error_is_grouped_as_the_language_does() -> None:
    sentence = say(Message.TOO_MANY_BYTES, size=1234567, limit=1000000)
    assert "1,234,567 bytes" in str(sentence)
    assert "1\u00a0234\u00a0567" in sentence.said("ru")


def test_an_error_comes_whole_out_of_another_process() -> None:
    error = ArticleError(Message.YAML_KEY_TWICE, 7, key="'title'", first="2")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    assert (back.reason, back.line, back.sentence) == (error.reason, 7, error.sentence)
