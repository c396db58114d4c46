"""The sentence that introduces what somebody asks about."""

import pytest

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates, read
from bot.core.choosing.matching import introduces, presents
from bot.core.index.edition import Edition
from tests.core.texts import article

TALK = "The gantry broke. The gantry fell on the gantry beside it, and that gantry fell too."
TOLD = "A gantry is a bridge of steel that carries a crane over ships."


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("What is a gantry?", TOLD, "en"),
        ("what are gantries", TOLD, "en"),
        ("what does gantry mean", "Gantry means a bridge of steel.", "en"),
        ("What is the Coal Board?", "(2) The Coal Board CB is the body that sells coal.", "en"),
        ("Was ist der Rat?", "(1) Der Rat ist das oberste Organ.", "de"),
        ("Что такое лунка?", "Лунка — это круглое отверстие во льду.", "ru"),
        ("¿Qué es la almadía?", "La almadía es una balsa de troncos.", "es"),
    ],
)
def test_a_sentence_that_begins_with_it_and_says_what_it_is_introduces_it(
    question: str, sentence: str, language: str
) -> None:
    edition = Edition.of([article("one", sentence, title="", language=language)])
    said = read(sentence, language)
    assert introduces(understand(question, edition), said.words, said.terms, language)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is a gantry?", "The gantry is closed."),
        ("What is a gantry?", "The old harbour gantry is a bridge."),
        ("Where is the gantry?", TOLD),
        ("What is a gantry crane?", TOLD),
    ],
)
def test_another_sentence_or_question_does_not(question: str, sentence: str) -> None:
    edition = Edition.of([article("one", sentence, title="")])
    said = read(sentence, "en")
    assert not introduces(understand(question, edition), said.words, said.terms, "en")


def test_where_it_is_introduced_is_looked_at_however_often_others_name_it() -> None:
    edition = Edition.of(
        [*(article(f"talk{n}", TALK, title="") for n in range(20)), article("told", TOLD, title="")]
    )
    found = candidates(understand("What is a gantry?", edition), edition)
    assert TOLD in [candidate.text for candidate in found]


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Who is Ada Quill?", "The new master of the port is Ada Quill, who sailed for years.", "en"),
        ("who is ada quill", "Ada Quill, a former pilot, opened the baths.", "en"),
        ("Who is Ada Quill?", "On Monday Ada Quill (born 1980), the pilot, opened the baths.", "en"),
        ("Wer ist Ada Quill?", "Ihre Leiterin ist Ada Quill.", "de"),
        ("Wer ist Ada Quill?", "Ada Quill, die frühere Lotsin, öffnete das Bad.", "de"),
        ("Кто такая Ада Квилл?", "Ада Квилл — лоцман порта.", "ru"),
        ("Кто такая Ада Квилл?", "Начальница порта — Ада Квилл.", "ru"),
        ("Хто така Ада Квілл?", "Ада Квілл, колишня лоцманка, відкрила купальню.", "uk"),
        ("Qui est Ada Quill ?", "Ada Quill, ancienne pilote, a ouvert les bains.", "fr"),
        ("¿Quién es Ada Quill?", "Su directora es Ada Quill.", "es"),
    ],
)
def test_a_sentence_presents_somebody(question: str, sentence: str, language: str) -> None:
    edition = Edition.of([article("one", sentence, title="", language=language)])
    assert presents(understand(question, edition), sentence, language)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who is Ada Quill?", "Mayor Ada Quill said that the baths were closed."),
        ("Who is Ada Quill?", "The baths were closed, Ada Quill said."),
        ("Who is Ada Quill?", "The port is Ada Quill country."),
        ("Where is Ada Quill?", "Ada Quill, a former pilot, opened the baths."),
        ("What is a quill?", "The pen is a quill, a feather."),
    ],
)
def test_what_somebody_says_or_does_presents_nobody(question: str, sentence: str) -> None:
    edition = Edition.of([article("one", sentence, title="")])
    assert not presents(understand(question, edition), sentence, "en")
