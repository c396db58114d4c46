"""Who asks how things stand at present."""

import pytest

from bot.core.asking.asked import asks_of_now


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Lanternby now?",
        "what is the latest figure?",
        "Latest news from Tarn",
        "Кто сейчас мэр Тарна?",
        "Wer ist derzeit Bürgermeister von Tarn?",
        "Qui est maintenant maire de Tarn ?",
        "¿Quién es actualmente el alcalde de Tarn?",
        "Хто зараз мер Тарна?",
        "Тарнның әкімі қазір кім?",
    ],
)
def test_it_is_told_in_every_language(question: str) -> None:
    assert asks_of_now(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who was the mayor of Lanternby in 2019?",
        "Who writes for Tarn Today?",
        "What do nowcasts show?",
        "Who knows the harbour?",
    ],
)
def test_names_and_parts_of_words_do_not_ask_for_it(question: str) -> None:
    assert not asks_of_now(question)
