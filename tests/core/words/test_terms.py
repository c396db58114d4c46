import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.terms import BASES, WORDS, fold, is_stop, language_of_word, term


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Harbours", "harbour", "en"),
        ("paid", "pays", "en"),
        ("Spoken", "spoke", "en"),
        ("children's", "child", "en"),
        ("mayor’s", "mayor's", "en"),
        ("mayor's", "mayor", "en"),
        ("U.S.", "US", "en"),
        ("10,000", "10000", "en"),
        ("10\u00a0000", "10000", "ru"),
        ("05", "5", "en"),
        ("3,5", "3.5", "ru"),
        ("1980's", "1980", "en"),
        ("café", "CAFE", "en"),
        ("cafe\u0301", "café", "en"),
        ("ﬁsh", "fish", "en"),
        ("самолёт", "самолеты", "ru"),
        ("Алма\u0301тинский", "алматинского", "ru"),
        ("қаласының", "қаласы", "kk"),
        ("Straße", "strasse", "de"),
        ("l’orage", "orage", "fr"),
        ("İzmir'de", "izmir", "tr"),
        ("הַמִּגְדָּל", "מגדל", "he"),
        ("שֶׁבַּמִּגְדָּל", "מגדל", "he"),
        ("בית", "הבית", "he"),
        ("المِينَاءُ", "ميناء", "ar"),
        ("المـينـاء", "ميناء", "ar"),
        ("نَهرِ", "نهر", "fa"),
        ("ISPARTA", "ısparta", "tr"),
    ],
)
def test_spellings_of_one_word_share_a_term(one: str, other: str, language: str) -> None:
    assert term(one, language) == term(other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("йод", "иод", "ru"),
        ("мой", "мои", "kk"),
        ("3.5", "35", "en"),
        ("2021", "2022", "en"),
        ("ұл", "ул", "kk"),
    ],
)
def test_different_words_keep_different_terms(one: str, other: str, language: str) -> None:
    assert term(one, language) != term(other, language)


@pytest.mark.parametrize(
    ("word", "language", "read_in"),
    [
        ("harbour", "ru", "en"),
        ("harbour", "kk", "en"),
        ("гавань", "en", "ru"),
        ("гавань", "", "ru"),
        ("harbour", "", "en"),
        ("Hafen", "de", "de"),
        ("айлақ", "kk", "kk"),
        ("luka", "sr", "sr"),
        ("лука", "sr", "sr"),
        ("λιμάνι", "en", "el"),
        ("港", "ja", "ja"),
        ("2022", "ru", "ru"),
    ],
)
def test_a_word_is_read_in_its_scripts_language(word: str, language: str, read_in: str) -> None:
    assert language_of_word(word, language) == read_in


def test_without_a_stemmer_the_first_five_letters_are_the_term() -> None:
    assert term("теңіздегі", "kk") == "теңіз"


@pytest.mark.parametrize(
    ("word", "language"), [("Where", "en"), ("don’t", "en"), ("её", "ru"), ("Сколько", "ru"), ("кім", "kk")]
)
def test_stop_words_are_known_in_any_spelling(word: str, language: str) -> None:
    assert is_stop(word, language)


@pytest.mark.parametrize("word", ["US", "U.S.", "WHO", "IT", "harbour"])
def test_abbreviations_are_no_stop_words(word: str) -> None:
    assert not is_stop(word, "en")


def test_every_stop_word_is_written_folded() -> None:
    assert [w for known in WORDS.values() for w in known.stop_words if w != fold(w).replace("'", "")] == []


@pytest.mark.parametrize(
    "forms",
    [
        "запись записи записью",
        "архив архива",
        "день дней дня",
        "погиб погибли",
        "открыть откроется",
        "деньги денег",
    ],
)
def test_russian_forms_that_the_stemmer_parts_are_one_term(forms: str) -> None:
    assert len({term(form, "ru") for form in forms.split()}) == 1


def test_every_irregular_form_belongs_to_a_word_that_is_none() -> None:
    assert all(
        base not in bases and fold(form) == form for bases in BASES.values() for form, base in bases.items()
    )


@given(
    st.text(min_size=1) | st.sampled_from(["ʼ", "ŉ", "'"]),
    st.sampled_from(["az", "en", "ru", "kk", "tr", "fr", "hi", "ar", "ja", "sr", "xx", ""]),
)
def test_every_word_has_a_term(word: str, language: str) -> None:
    assert term(word, language)


@given(st.text())
def test_folding_is_done_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
