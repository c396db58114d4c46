"""Questions that lean on the one before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.follow_up import continued, followed_up
from bot.core.index.edition import Edition
from bot.core.words.tokens import words
from tests.core.texts import article

BOATS = "How many boats sank in Tarn on 5 March 2021?"
QUILL = "What did Quill say about the ice in Tarn?"


@pytest.mark.parametrize(
    ("question", "earlier", "merged"),
    [
        ("and in Lanternby?", BOATS, "How many boats sank in Lanternby on 5 March 2021?"),
        ("And near Lanternby?", BOATS, "How many boats sank near Lanternby on 5 March 2021?"),
        ("in Lanternby?", BOATS, "How many boats sank in Lanternby on 5 March 2021?"),
        ("Lanternby?", BOATS, "How many boats sank in Lanternby on 5 March 2021?"),
        ("what about Old Lanternby", BOATS, "How many boats sank in Old Lanternby on 5 March 2021?"),
        ("and on 6 March?", BOATS, "How many boats sank in Tarn on 6 March 2021?"),
        ("and on 07.04.2022?", BOATS, "How many boats sank in Tarn on 7 April 2022?"),
        ("and in Quay in May 2020?", BOATS, "How many boats sank in Quay in May 2020?"),
        ("and ferries?", BOATS, "How many ferries sank in Tarn on 5 March 2021?"),
        ("and how many ferries?", BOATS, "how many ferries sank in Tarn on 5 March 2021?"),
        ("and why?", BOATS, "why boats sank in Tarn on 5 March 2021?"),
        ("when?", "Who drowned in Tarn?", "when drowned in Tarn?"),
        ("and Pavel Dunn?", QUILL, "What did Pavel Dunn say about the ice in Tarn?"),
        ("in 2020?", "Who drowned in Tarn?", "Who drowned in Tarn in 2020?"),
        ("and in lanternby", "how many sank in tarn", "how many sank in lanternby?"),
        (
            "а в Кемнице?",
            "Сколько лодок утонуло в Тарне 5 марта?",
            "Сколько лодок утонуло в Кемнице 5 марта?",
        ),
        ("а 6 марта?", "Сколько лодок утонуло в Тарне 5 марта?", "Сколько лодок утонуло в Тарне 6 марта?"),
        ("А что насчёт Данна?", "Что сказала Квилл?", "Что сказала Данна?"),
        ("ал Таразда ше?", "Алматыда қанша қайық батты?", "Таразда қанша қайық батты?"),
        ("and when?", "boats Tarn", "when boats Tarn?"),
        ("and the pier?", "Who owns the ferry?", "Who owns the pier?"),
        ("and ice days?", "How many storm days were there?", "How many ice days were there?"),
        ("and a bicycle?", "How much does a ticket cost?", "How much does a bicycle cost?"),
        ("und die Fähre?", "Wann brannte der Steg?", "Wann brannte der Fähre?"),
        ("et le quai ?", "À qui appartient la barque ?", "À qui appartient la quai?"),
        ("¿y el faro?", "¿A quién pertenece la barca?", "¿A quién pertenece la faro?"),
        ("and the master?", "Who was seen in Tarn?", "Who was seen in Tarn master?"),
        ("and the rowing clubs?", BOATS, "How many rowing clubs sank in Tarn on 5 March 2021?"),
        ("and ferries and rafts?", BOATS, "How many ferries and rafts sank in Tarn on 5 March 2021?"),
        ("and in Quay and Lanternby?", BOATS, "How many boats sank in Quay and Lanternby on 5 March 2021?"),
        ("and Dunn and Varrin?", QUILL, "What did Dunn and Varrin say about the ice in Tarn?"),
        ("and in Quay in Lanternby?", BOATS, "How many boats sank in Quay on 5 March 2021 in Lanternby?"),
        (
            "and in Quay?",
            f"{BOATS} after:2021-11-01",
            "How many boats sank in Quay on 5 March 2021? after:2021-11-01",
        ),
        (
            "and in Quay? after:2022",
            f"{BOATS} after:2021 lang:en",
            "How many boats sank in Quay on 5 March 2021? lang:en after:2022",
        ),
        ("source:courier", BOATS, f"{BOATS} source:courier"),
        ("And before:2021-11-01?", BOATS, f"{BOATS} before:2021-11-01"),
        ("and in Quay?", 'sank "in the bay" in Tarn', 'sank "in the bay" in Quay?'),
        ("and during storms?", BOATS, "How many boats sank in Tarn on 5 March 2021 during storms?"),
    ],
)
def test_a_follow_up_replaces_what_is_of_its_kind(question: str, earlier: str, merged: str) -> None:
    assert followed_up(question, earlier) == merged


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Lanternby?",
        "And who is Pavel Dunn?",
        "And when did the ferry leave the harbour of Quay?",
        "and did they pay the fishermen?",
        "Is there ice in Lanternby?",
        "icebreaker price council",
        "boats in Lanternby",
        "thanks",
        "and",
        "?",
        "А. И. Куприн где жил?",
        "И. И. Левитан — кто он?",
        "А когда паром вышел из гавани Кемница?",
        "Mayor Quill said that 14 boats were crushed by the ice in Tarn.",
        "and the mayor's new moorings for fishermen before autumn in Tarn",
    ],
)
def test_a_question_of_its_own_is_left_alone(question: str) -> None:
    assert followed_up(question, BOATS) == question


@pytest.mark.parametrize("earlier", ["", " ", "?"])
def test_without_an_earlier_question_there_is_nothing_to_lean_on(earlier: str) -> None:
    assert followed_up("and in Lanternby?", earlier) == "and in Lanternby?"


TELLING = ["Lanternby", "Tarn", "5", "March", "boats", "ferries", "2020", "Таразе"]
OTHERS = ["and", "in", "near", "on", "what about", "when", "who", "?", ",", "а", "в", "the"]
WORDS = st.lists(st.sampled_from(TELLING + OTHERS), max_size=8).map(" ".join)


@given(WORDS, st.one_of(WORDS, st.just(BOATS), st.just(QUILL)))
def test_every_telling_word_of_a_follow_up_is_kept(question: str, earlier: str) -> None:
    merged = followed_up(question, earlier)
    assert set(question.split()) & set(TELLING) <= {word.text for word in words(merged)}


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_pair_of_texts_gives_a_question(question: str, earlier: str) -> None:
    assert followed_up(question, earlier) is not None


@given(st.lists(WORDS, max_size=30))
def test_every_chain_of_follow_ups_stays_within_the_limit(replies: list[str]) -> None:
    question = BOATS
    for reply in replies * 3:
        question = followed_up(f"and during {reply} storms?", question)
        assert len(question) <= LIMITS.asking.searched


@pytest.mark.parametrize("unit", ["我", "a ", "1,", " ", "и ", "what ", "A.", "May 5 "])
def test_a_text_that_is_longer_than_is_read_stands_alone(unit: str) -> None:
    long = unit * 4096
    assert followed_up(long, BOATS) == long
    assert followed_up("and in Quay?", long) == "and in Quay?"


@pytest.mark.parametrize(
    ("question", "merged"),
    [
        ("since when?", "since when boats sank in Tarn on 5 March 2021?"),
        ("and in Lanternby?", "How many boats sank in Lanternby on 5 March 2021?"),
        ("in Lanternby?", "How many boats sank in Lanternby on 5 March 2021?"),
        ("what about ferries?", "How many ferries sank in Tarn on 5 March 2021?"),
        ("Lanternby?", "Lanternby?"),
        ("Pavel Dunn?", "Pavel Dunn?"),
        ("Who is Pavel Dunn?", "Who is Pavel Dunn?"),
    ],
)
def test_a_name_alone_may_be_what_is_asked_about_next(question: str, merged: str) -> None:
    assert followed_up(question, BOATS, closely=True) == merged


@pytest.mark.parametrize(
    ("question", "earlier", "merged"),
    [
        ("seit wann?", "Wer wohnt in Tarn?", "seit wann wohnt in Tarn?"),
        ("с каких пор?", "Кто живёт в Тарне?", "с каких пор живёт в Тарне?"),
        ("depuis quand ?", "Qui habite à Tarn ?", "depuis quand habite à Tarn?"),
        ("¿desde cuándo?", "¿Quién vive en Tarn?", "¿desde cuándo vive en Tarn?"),
    ],
)
def test_question_words_of_several_words_follow_up(question: str, earlier: str, merged: str) -> None:
    assert followed_up(question, earlier) == merged


def test_words_that_only_say_where_to_look_are_put_to_the_question_before() -> None:
    edition = Edition.of([article("one", "A boat sank."), article("two", "Лодка утонула.", language="ru")])
    assert continued("in Russian", "What sank?", edition.facets) == "What sank? in Russian"
    assert continued("in Russian", "", edition.facets) == "in Russian"
    assert continued("and in Quay?", "What sank in Tarn?", edition.facets) == "What sank in Quay?"


@pytest.mark.parametrize("question", ["And how much does the lamp cost?", "and who is the chair?"])
def test_a_question_with_a_verb_of_its_own_stands_alone(question: str) -> None:
    assert followed_up(question, BOATS) == question
