import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.core.words.terms import term
from bot.core.words.tokens import analyse, question_terms, word_texts, words

LANGUAGES = ["en", "ru", "kk", "tr", "fr", "hi", "ja", "xx", ""]


def article_of(text: str, title: str = "", language: str = "en") -> Article:
    revision = hashlib.sha256(text.encode()).hexdigest()
    block = Block(Span(0, len(text)), BlockKind.PROSE)
    return Article(ArticleId("a"), "a.md", text, revision, (block,), title=title, language=language)


def texts_of(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("… — !", []),
        ("The ferry, at last", ["The", "ferry", "at", "last"]),
        ("U.S. and e.g. this.", ["U.S.", "and", "e.g.", "this"]),
        ("the end. A start", ["the", "end", "A", "start"]),
        ("10,000 or 10\u00a0000 or 3.5%", ["10,000", "10\u00a0000", "3.5"]),
        ("on 05.01.2022, 164 people", ["on", "05", "01", "2022", "164", "people"]),
        ("North-East O’Hara don't", ["North", "East", "O’Hara", "don't"]),
        ("'quoted' snake_case", ["quoted", "snake", "case"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("港の船 ABC", ["港の", "の船", "ABC"]),
        ("港 と", ["港", "と"]),
    ],
)
def test_words_stand_as_they_are_written(text: str, found: list[str]) -> None:
    assert [t for t in texts_of(text) if t != "or"] == found


@given(st.text())
def test_every_word_stands_in_its_text_in_order(text: str) -> None:
    found = list(words(text))
    assert all(word.span.of(text) == word.text for word in found)
    assert [word.span for word in found] == sorted(word.span for word in found)


@given(
    st.text() | st.lists(st.sampled_from([*"aé9.,' ’-", "\u0301", "1.000", "U.S.", "йa", "語"])).map("".join)
)
def test_every_word_is_the_same_without_its_place(text: str) -> None:
    assert word_texts(text) == [word.text for word in words(text)]


@given(st.text())
def test_every_letter_and_digit_is_inside_a_word(text: str) -> None:
    covered = {n for word in words(text) for n in range(word.span.start, word.span.end)}
    assert {n for n, c in enumerate(text) if c.isalnum()} <= covered


def test_stop_words_of_a_question_are_marked() -> None:
    found = question_terms("Where did the ferry sink?", ["en"])
    assert [w.surface for w in found if not w.is_stop] == ["ferry", "sink"]
    assert found[3].span.of("Where did the ferry sink?") == "ferry"


def test_a_question_of_stop_words_keeps_them_all() -> None:
    assert not any(word.is_stop for word in question_terms("Who are they?", ["en"]))


def test_a_shouted_question_loses_its_stop_words_too() -> None:
    found = question_terms("WHERE DID THE FERRY SINK?", ["en"])
    assert [w.surface for w in found if not w.is_stop] == ["FERRY", "SINK"]


def test_stop_words_follow_the_questions_own_language() -> None:
    english = question_terms("How did the captain die?", ["de", "en"])
    german = question_terms("Wie ist die Fähre gesunken?", ["de", "en"])
    assert [w.surface for w in english if not w.is_stop] == ["captain", "die"]
    assert [w.surface for w in german if not w.is_stop] == ["Fähre", "gesunken"]


def test_a_question_is_read_in_every_language_of_the_edition() -> None:
    (word,) = question_terms("теңіздегі", ["kk", "ru", "en"])
    assert set(word.terms) == {term("теңіздегі", "kk"), term("теңіздегі", "ru")}


def test_a_question_to_an_empty_edition_is_read_by_its_script() -> None:
    assert [w.terms for w in question_terms("harbours гавани", [])] == [
        (term("harbour", "en"),),
        (term("гавань", "ru"),),
    ]


def test_an_analysed_article_holds_the_words_of_sentences_and_headings() -> None:
    text = "Storm\n\nThe ferry sank. Nobody died.\n\nThe port closed."
    article = article_of(text, title="Ferry lost")
    heading = Span(0, 5)
    first = Passage(article, Span(7, 35), (Span(7, 22), Span(23, 35)), (heading,))
    second = Passage(article, Span(37, 53), (Span(37, 53),))
    found = analyse(article, [first, second])

    def read(ids: np.ndarray) -> list[str]:
        return [found.words[i] for i in ids]

    assert read(found.ids) == texts_of("The ferry sank. Nobody died. The port closed.")
    assert found.sentence_starts.tolist() == [0, 3, 5, 8]
    assert found.passage_starts.tolist() == [0, 2, 3]
    assert read(found.heading_ids) == ["Ferry", "lost", "Storm", "Ferry", "lost"]
    assert found.heading_starts.tolist() == [0, 3, 5]
    assert len(set(found.words)) == len(found.words)


def test_an_article_without_passages_is_analysed_to_nothing() -> None:
    found = analyse(article_of("x"), [])
    assert (len(found.ids), found.sentence_starts.tolist(), found.passage_starts.tolist()) == (0, [0], [0])


@pytest.mark.parametrize("sign", ["a", "Я", "7", "é"])
def test_a_word_longer_than_any_is_read_as_several(sign: str) -> None:
    assert texts_of(sign * LIMITS.texts.word) == [sign * LIMITS.texts.word]
    assert texts_of(sign * (LIMITS.texts.word + 1)) == [sign * LIMITS.texts.word, sign]


@given(
    st.lists(st.sampled_from(["a", "A.", "7", "1,", "100 ", "l'", "'", "क", "\u093e", "я", "."]), min_size=1),
    st.integers(1, 400),
)
def test_every_run_of_signs_is_read_in_words_of_bounded_length(signs: list[str], times: int) -> None:
    text = "".join(signs) * times
    found = list(words(text))
    assert all(len(word.text) < 50 * LIMITS.texts.word for word in found)
    assert all(text.startswith(word.text, word.start) for word in found)


@pytest.mark.parametrize(
    ("language", "marked", "bare"),
    [
        ("he", "הַמִּגְדָּל שֶׁל מַרוֹ נִשְׂרַף בִּשְׁנַת", "המגדל מרו נשרף"),
        ("ar", "اِحْتَرَقَ البُرْجُ القَدِيمُ فِي سَنَةِ", "احترق البرج القديم"),
        ("ar", "اِحْتَرَقَ البُرْجُ القَدِيمُ فِي سَنَةِ", "برج قديم"),
        ("hi", "मारो का पुराना मीनार जल गया", "पुराना मीनार"),
        ("fr", "La cre\u0302pe de l’e\u0301te\u0301", "crêpe été"),
    ],
)
def test_signs_above_and_below_letters_part_no_question_from_a_text(
    language: str, marked: str, bare: str
) -> None:
    for text, question in ((marked, bare), (bare, bare)):
        known = {term for word in question_terms(text, [language]) for term in word.terms}
        assert [w.surface for w in question_terms(question, [language]) if known.isdisjoint(w.terms)] == []
    known = {term for word in question_terms(bare, [language]) for term in word.terms}
    found = [w for w in question_terms(marked, [language]) if not known.isdisjoint(w.terms)]
    assert len(found) == len(bare.split())
