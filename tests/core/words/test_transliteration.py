import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.words.transliteration import spelling_key


@pytest.mark.parametrize(
    "spellings",
    [
        "Tokayev Toqaev Tokaev Токаев Токаева Тоқаев TOKAYEV",
        "Zhanaozen Janaozen Zhangaozen Jańaózen Жанаозен Жаңаөзен",
        "Aktobe Aqtobe Aqtöbe Актобе Ақтөбе",
        "Nursultan Нурсултан Нұрсұлтан",
        "Vikram Vicram Викрам",
        "Mangystau Mangistau Mangghystau Мангистау Маңғыстау",
        "Nazarbayev Nazarbaev Nazarbayeva Назарбаев",
        "Akhmedyarov Akhmediyarov Ахмедьяров",
        "Kassym Qasym Касым Қасым",
        "Taldykorgan Taldyqorghan Талдықорған",
        "Yevgeny Evgeny Yevgeniy Евгений",
        "Alexander Aleksandr Александр",
        "Shymkent Şymkent Шымкент",
        "Dzhambul Jambul Джамбул",
        "Khrushchev Хрущёв Хрущев",
        "Aliyev Əliyev Алиев",
    ],
)
def test_the_spellings_of_a_name_share_a_key(spellings: str) -> None:
    assert len({spelling_key(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokayev", "Tokarev"),
        ("Almaty", "Atyrau"),
        ("Karim", "Harim"),
        ("Shymkent", "Chimkent"),
        ("Ivanov", "Ivanova-Petrova"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize("word", ["", "Yuri", "Oma", "Ая", "港"])
def test_a_short_name_has_no_key(word: str) -> None:
    assert spelling_key(word) == ""


@given(st.text())
def test_every_key_is_of_any_case(word: str) -> None:
    assert spelling_key(word.upper()) == spelling_key(word.upper().lower())
