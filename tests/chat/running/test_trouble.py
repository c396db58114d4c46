import pytest

from bot.basics.errors import StorageError
from bot.chat.running.trouble import outline


def failing(question: str) -> None:
    try:
        int(question)
    except ValueError as error:
        raise StorageError("the disk is full") from error


def test_an_outline_tells_where_and_what_but_nothing_that_was_asked() -> None:
    with pytest.raises(StorageError) as caught:
        failing("how many mines")
    lines = "\n".join(outline(caught.value))
    assert "StorageError: the disk is full" in lines
    assert "ValueError" in lines
    assert "test_trouble.py" in lines
    assert "mines" not in lines
