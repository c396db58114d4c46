"""Every language says everything: its own sentences, the same values and markup, forms for all numbers."""

import re
from collections import Counter
from collections.abc import Callable
from string import Formatter

import pytest
from babel import Locale

from bot.chat.wording.texts import Language
from bot.languages.interface.catalogue import Catalogue
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import catalogue
from bot.languages.known import LANGUAGES

ORDER = ("zero", "one", "two", "few", "many", "other")
EVERY = pytest.mark.parametrize("language", Language)


def faulty(language: Language, is_faulty: Callable[[str, str], bool]) -> list[str]:
    """The messages whose sentence in the language is faulty beside the English one."""
    said, english = catalogue(language).sentences, catalogue("en").sentences
    return [message.name for message in Message if is_faulty(said[message.name], english[message.name])]


def values(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def choices(template: str) -> list[int]:
    return [forms.count("|") + 1 for _, _, forms, _ in Formatter().parse(template) if forms]


def kinds(language: Language) -> list[str]:
    """The CLDR's kinds of whole numbers of which anything is ever counted."""
    rule = Locale.parse(language).plural_form
    return sorted({rule(number) for number in range(1000)}, key=ORDER.index)


@EVERY
def test_every_message_is_said_and_nothing_else(language: Language) -> None:
    assert set(catalogue(language).sentences) == {message.name for message in Message}
    assert faulty(language, lambda said, _: said.strip() == "") == []


@EVERY
def test_every_message_has_the_same_values_and_markup(language: Language) -> None:
    assert faulty(language, lambda said, english: values(said) != values(english)) == []
    assert faulty(language, lambda said, english: said.count("**") != english.count("**")) == []


@EVERY
def test_every_choice_by_number_has_a_form_for_each_kind_of_number(language: Language) -> None:
    count = len(kinds(language))
    assert faulty(language, lambda said, _: not set(choices(said)) <= {count}) == []


@EVERY
def test_every_number_takes_the_form_that_the_cldr_gives_it(language: Language) -> None:
    rule, known = Locale.parse(language).plural_form, kinds(language)
    for number in range(1000):
        assert known[catalogue(language).plural(number)] == rule(number)


@EVERY
def test_months_and_grouping_are_those_of_the_cldr(language: Language) -> None:
    locale = Locale.parse(language)
    said: Catalogue = catalogue(language)
    assert said.sentences["MONTHS"].split("|") == list(locale.months["format"]["wide"].values())
    assert said.grouping == locale.number_symbols["latn"]["group"]


@EVERY
def test_what_telegram_shows_in_small_places_is_short_enough(language: Language) -> None:
    said = catalogue(language).sentences
    longest = {"DESCRIPTION": 512, "SHORT_DESCRIPTION": 120, "INLINE_HINT": 64, "INLINE_NOTHING": 64}
    pop_ups = ("THANKS", "CANCELLED", "ARTICLE_CHANGED", "ANSWER_UNKNOWN", "SETTINGS_SAVED", "GROUPS_ONLY")
    longest |= dict.fromkeys(pop_ups, 200)
    longest |= {name: 256 for name in said if name.startswith("COMMAND_")}
    longest |= {name: 32 for name in said if name.startswith("BUTTON_")}
    longest |= {"BUTTON_TOO_OLD": 200, "BUTTON_OF_ANOTHER": 200}
    assert [name for name, most in longest.items() if not 1 <= len(said[name]) <= most] == []


@EVERY
def test_no_two_buttons_read_the_same(language: Language) -> None:
    labels = Counter(
        said for name, said in catalogue(language).sentences.items() if name.startswith("BUTTON_")
    )
    assert max(labels.values()) == 1


@EVERY
def test_a_language_has_one_name(language: Language) -> None:
    assert catalogue(language).sentences["LANGUAGE_NAME"] == LANGUAGES[language].name


@EVERY
def test_the_filters_that_are_shown_are_those_of_the_language(language: Language) -> None:
    for name in ("HELP", "REFUSED_BAD_FILTER"):
        shown = re.findall(r"(\w+):(?=\w)", catalogue(language).sentences[name])
        assert set(shown) == set(LANGUAGES[language].asking.filters.values())


@EVERY
def test_help_names_the_same_commands(language: Language) -> None:
    def commands(name: str, code: str) -> set[str]:
        return set(re.findall(r"/[a-z]+", catalogue(code).sentences[name]))

    for name in ("START", "HELP", "GROUP_HELLO", "PRIVACY", "UNKNOWN_COMMAND"):
        assert commands(name, language) == commands(name, "en")


@EVERY
def test_signs_are_set_as_the_language_sets_them(language: Language) -> None:
    """No apostrophe of typewriters but in English; in French no line begins with a sign."""
    signs = r" [;:!?»]|« " if language is Language.FRENCH else r" [;:!?,](?!\w)"
    wrong = re.compile(signs if language is Language.ENGLISH else rf"{signs}|[^\W\d_]'[^\W\d_]")
    assert faulty(language, lambda said, _: bool(wrong.search(said))) == []
