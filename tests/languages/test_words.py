"""What the languages know of words and of asking, and where it counts."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.amounts import small_number
from bot.core.asking.asked import asked_for, asks_at_once
from bot.core.asking.dates import date_in_words, days_and_years, period
from bot.core.asking.filters import parse_filters
from bot.core.asking.follow_up import followed_up
from bot.core.words.evidence import CAPITAL, CAUSE, NUMBER, SPEECH, TIME, marks, refers_back
from bot.core.words.spoken import language_spoken
from bot.core.words.terms import fold, is_stop, term
from bot.languages.known import LANGUAGES
from bot.languages.language import Asked, Asking, Manners, Words

LEFT_EMPTY = {
    "en": {"words.before_year", "words.before_apostrophes", "asking.yes_no_within", "asking.yes_no_last"},
    "ru": {"words.before_month", "words.before_year"},
    "kk": {"words.before_month", "words.before_year", "words.before_places", "words.before_dates"},
    "de": {"words.before_month", "words.before_year"},
    "uk": {"words.before_month", "words.before_year"},
    "fr": {"words.before_month", "words.before_year"},
    "es": set[str](),
    "it": {"words.before_month"},
}
"""What a language does not have, or has not yet: its questions are read without it."""
SELDOM = {
    "words.irregular": {"kk", "uk"},
    "words.only_behind": {"ru", "kk", "de", "uk", "fr", "es", "it"},
    "words.names_too": {"ru", "kk", "de", "uk", "fr", "es"},
    "words.led_by": set(LANGUAGES),
    "words.interchanged": {"kk", "uk", "es", "it"},
    "words.before_apostrophes": {"ru", "kk", "de", "uk", "es"},
    "words.behind_apostrophes": {"ru", "kk", "de", "uk", "fr", "es", "it"},
    "words.joints": {"en", "ru", "kk", "uk", "fr", "es", "it"},
    "words.elided": set(LANGUAGES) - {"it"},
    "words.one": set(LANGUAGES) - {"it", "de"},
    "words.ten": set(LANGUAGES) - {"kk"},
    "words.unit_first": {"en", "ru", "kk", "uk", "fr", "es", "it"},
    "words.days": {"ru", "kk", "de", "uk", "es"},
    "words.capital_nouns": {"en", "ru", "kk", "uk", "fr", "es", "it"},
    "words.months_too": {"ru", "kk"},
    "words.ordinals": {"kk"},
    "words.years": {"kk"},
    "words.surely_years": {"kk"},
    "words.short_scales": {"kk"},
    "words.glued_scales": {"kk"},
    "asking.yes_no_links": {"ru", "kk"},
    "asking.yes_no_first": {"kk"},
    "asking.yes_no_within": {"kk", "de", "uk", "fr", "es", "it"},
    "asking.exists": {"ru", "kk", "uk", "es"},
    "asking.doubts": {"ru", "kk", "uk"},
    "asking.begins_another": {"kk"},
    "asking.begins_beside_whole": {"kk", "fr", "es", "it"},
    "asking.is_whole": {"kk", "fr", "es", "it"},
    "asking.yes_no_last": {"ru", "de", "uk", "fr", "es", "it"},
    "asking.asks_within": {"en", "ru", "de", "uk", "fr", "es", "it"},
    "asking.particles": {"en", "ru", "de", "uk", "fr", "es", "it"},
    "asking.prepositions": {"kk"},
    "asking.before_small_places": {"kk"},
}
"""Fields that only some languages fill."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_fills_every_field_or_is_listed_as_falling_back(code: str) -> None:
    known = LANGUAGES[code]
    groups: tuple[tuple[str, Words | Asking | Manners], ...] = (
        ("words", known.words),
        ("asking", known.asking),
        ("manners", known.manners),
    )
    empty = {
        f"{name}.{field.name}"
        for name, group in groups
        for field in fields(group)
        if not getattr(group, field.name) or getattr(group, field.name) == ("", "")
    }
    assert empty == LEFT_EMPTY[code] | {name for name, codes in SELDOM.items() if code in codes}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_twelve_months_and_the_numbers_from_two_to_twenty(code: str) -> None:
    words = LANGUAGES[code].words
    assert len(words.months) == 12
    assert len(words.small_numbers) == 19
    assert all(words.months)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_fact_is_asked_for_in_every_language(code: str) -> None:
    asking = LANGUAGES[code].asking
    told = {*asking.kinds, *([Asked.YES_NO] if asking.yes_no_first or asking.yes_no_last else [])}
    assert told == {*Asked} - {Asked.KEYWORDS}


QUESTIONS = {
    "de": {
        "Wie viele Kähne sind gesunken?": Asked.NUMBER,
        "Wann fror der Hafen zu?": Asked.TIME,
        "In welcher Stadt steht die Mühle?": Asked.PLACE,
        "Wer hat die Brücke gebaut?": Asked.PERSON,
        "Weshalb war die Ernte verloren?": Asked.CAUSE,
        "Was hat die Bürgermeisterin gesagt?": Asked.SPEECH,
        "Wie wurde das Eis gebrochen?": Asked.MANNER,
        "Was ist ein Kahn?": Asked.THING,
        "Ist der Hafen zugefroren?": Asked.YES_NO,
    },
    "uk": {
        "Скільки човнів затонуло?": Asked.NUMBER,
        "У якому році збудували міст?": Asked.TIME,
        "Звідки прийшли рибалки?": Asked.PLACE,
        "Хто збудував міст?": Asked.PERSON,
        "Чому загинув урожай?": Asked.CAUSE,
        "Що вона сказала про лід?": Asked.SPEECH,
        "Яким чином це вдалося їм?": Asked.MANNER,
        "Що це за міст?": Asked.THING,
        "Чи замерзла гавань?": Asked.YES_NO,
    },
    "fr": {
        "Combien de barques ont coulé ?": Asked.NUMBER,
        "En quelle année le pont a-t-il été construit ?": Asked.TIME,
        "Où se trouve le moulin ?": Asked.PLACE,
        "Qui a construit le pont ?": Asked.PERSON,
        "Pourquoi la récolte est-elle perdue ?": Asked.CAUSE,
        "Qu’est-ce que la maire a dit ?": Asked.SPEECH,
        "Comment la glace a-t-elle été brisée ?": Asked.MANNER,
        "Quelle est la devise du village ?": Asked.THING,
        "Est-ce que le port est gelé ?": Asked.YES_NO,
    },
    "es": {
        "¿Cuántas barcas se hundieron?": Asked.NUMBER,
        "¿En qué año se construyó el puente?": Asked.TIME,
        "¿Dónde está el molino?": Asked.PLACE,
        "¿Quién construyó el puente?": Asked.PERSON,
        "¿Por qué se perdió la cosecha?": Asked.CAUSE,
        "¿Qué ha dicho la alcaldesa?": Asked.SPEECH,
        "¿Cómo se rompió el hielo?": Asked.MANNER,
        "¿Qué es una barca?": Asked.THING,
        "¿Está helado el puerto?": Asked.YES_NO,
    },
}


@pytest.mark.parametrize(
    ("code", "question", "asked"),
    [(code, question, asked) for code, asks in QUESTIONS.items() for question, asked in asks.items()],
)
def test_a_question_is_understood_by_its_own_question_words(code: str, question: str, asked: Asked) -> None:
    assert language_spoken(question) == code
    assert asked_for(question) is asked


@pytest.mark.parametrize(
    "question",
    [
        "what was the man doing on the pier?",
        "Die Hard was on when?",
        "who is he and what has he done?",
        "Где живёт як?",
        "Кто из них был там до зимы?",
        "Бұл не және ол қайда?",
        "was it on or off?",
        "Mars rover",
    ],
)
def test_a_question_in_a_language_known_everywhere_is_never_taken_for_another(question: str) -> None:
    assert language_spoken(question) == ""


OTHERS = [code for code, known in LANGUAGES.items() if not known.is_everywhere]
EVERYWHERE = ["", *(code for code, known in LANGUAGES.items() if known.is_everywhere)]
OWN_WORDS = st.sampled_from(
    sorted({word for code in OTHERS for word in " ".join(LANGUAGES[code].words.months).split()})
    + sorted({word for code in OTHERS for row in LANGUAGES[code].words.small_numbers for word in row.split()})
    + ["weil", "sagte", "Uhr", "parce", "selon", "minuit", "dijo", "porque", "años", "заявила", "рік", "бо"]
)


@given(OWN_WORDS, st.sampled_from(EVERYWHERE))
def test_every_word_of_another_language_counts_nothing_in_texts_of_those_known_everywhere(
    word: str, language: str
) -> None:
    shared = [known.words for known in LANGUAGES.values() if known.is_everywhere]
    rows = [row for words in shared for row in (*words.months, *words.small_numbers)]
    names = {fold(name) for row in rows for name in row.split()}
    if fold(word) not in names:
        assert small_number(word, language) is None
        assert days_and_years(f"5 {word} 2021", language)[0] == set()
    assert marks(word, language) == marks(word, "")


@pytest.mark.parametrize(
    ("word", "language", "mark"),
    [
        ("Dezember", "de", TIME),
        ("zwölf", "de", NUMBER),
        ("weil", "de", CAUSE),
        ("erklärte", "de", SPEECH),
        ("грудня", "uk", TIME),
        ("тридцять", "uk", 0),
        ("оскільки", "uk", CAUSE),
        ("зазначив", "uk", SPEECH),
        ("août", "fr", TIME),
        ("onze", "fr", NUMBER),
        ("puisque", "fr", CAUSE),
        ("déclaré", "fr", SPEECH),
        ("agosto", "es", TIME),
        ("once", "es", NUMBER),
        ("porque", "es", CAUSE),
        ("afirmó", "es", SPEECH),
        ("once", "en", 0),
        ("die", "en", 0),
    ],
)
def test_a_word_is_evidence_in_its_own_language(word: str, language: str, mark: int) -> None:
    assert marks(word, language) & ~CAPITAL == mark


@pytest.mark.parametrize(
    ("text", "language"),
    [("Dieser sank.", "de"), ("Вона пішла.", "uk"), ("Celle-ci coula.", "fr"), ("Ellos huyeron.", "es")],
)
def test_a_sentence_leans_back_in_its_own_language_alone(text: str, language: str) -> None:
    assert refers_back(text, language)
    assert not refers_back(text, "en")


@given(st.dates(date(1000, 1, 1)), st.sampled_from(sorted(LANGUAGES)))
def test_every_day_in_words_of_every_language_is_a_period(day: date, code: str) -> None:
    words = LANGUAGES[code].words
    link = words.before_month and "de"
    names = words.months[day.month - 1].split()
    if code == "en":
        link = "of"
    forms = [" ".join(filter(None, [str(day.day), link, name, f"{day.year:04}"])) for name in names]
    assert {period(form) for form in forms} == {(day, day)}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Was ist am 3. Dez. 2019 passiert?", "Was ist am 3 Dezember 2019 passiert?"),
        ("Was ist am 03.12.2019 passiert?", "Was ist am 3 Dezember 2019 passiert?"),
        ("Що було 03.12.2019 і де це було?", "Що було 3 грудня 2019 і де це було?"),
        ("Qu’est-ce qui s’est passé le 03.12.2019 ?", "Qu’est-ce qui s’est passé le 3 décembre 2019 ?"),
        ("¿Qué pasó el 03.12.2019?", "¿Qué pasó el 3 diciembre 2019?"),
        ("¿Qué pasó el 3 de dic. de 2019?", "¿Qué pasó el 3 de diciembre de 2019?"),
    ],
)
def test_a_date_is_written_out_in_the_questions_language(text: str, written: str) -> None:
    assert date_in_words(text) == written


@pytest.mark.parametrize("code", LANGUAGES)
def test_filters_have_names_in_every_language(code: str) -> None:
    names = LANGUAGES[code].asking.filters
    text = f"x {names['before']}:2022 {names['after']}:2020 {names['source']}:courier {names['lang']}:en"
    found = parse_filters(text)[1]
    assert (found.before, found.after) == (date(2022, 1, 1), date(2020, 12, 31))
    assert (found.sources, found.languages, found.unclear) == (("courier",), ("en",), ())


@pytest.mark.parametrize(
    ("question", "earlier", "merged"),
    [
        ("und in Husum?", "Wie viele Kähne sanken in Kiel 2019?", "Wie viele Kähne sanken in Husum 2019?"),
        ("und wann?", "Wer baute die Brücke in Kiel?", "wann baute die Brücke in Kiel?"),
        ("а у Львові?", "Скільки човнів затонуло у Києві?", "Скільки човнів затонуло у Львові?"),
        ("et à Brest ?", "Combien de barques ont coulé à Nantes ?", "Combien de barques ont coulé à Brest?"),
        ("¿y en Vigo?", "¿Cuántas barcas se hundieron en Cádiz?", "¿Cuántas barcas se hundieron en Vigo?"),
    ],
)
def test_a_follow_up_leans_in_every_language(question: str, earlier: str, merged: str) -> None:
    assert followed_up(question, earlier) == merged


@pytest.mark.parametrize(
    "text",
    [
        "Кто бы ни пришёл, двери открыты",
        "Що б вони не казали, ми лишимося тут",
        "Was auch immer kommt, wir bleiben hier",
        "Quoi que tu dises, nous restons ici",
        "No matter what they say, we stay",
        "When the ice broke, the barges sank.",
    ],
)
def test_a_statement_that_begins_as_a_question_does_is_none(text: str) -> None:
    assert not asks_at_once(text)


def test_irregular_forms_and_elisions_share_a_term() -> None:
    assert term("starben", "de") == term("sterben", "de")
    assert term("murieron", "es") == term("morir", "es")
    assert term("vinrent", "fr") == term("venir", "fr")
    assert term("l’orage", "fr") == term("orage", "fr")


@pytest.mark.parametrize(("word", "language"), [("die", "de"), ("man", "de"), ("on", "fr"), ("he", "es")])
def test_a_stop_word_of_one_language_is_none_of_another(word: str, language: str) -> None:
    assert is_stop(word, language)
    assert is_stop(word, "en") == (word in {"on", "he"})
