"""What is known of languages stands in their files and nowhere else, and each tells all that is asked."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

import bot
from bot.core.nouns import Span
from bot.core.reading.sentences import sentences
from bot.languages.known import LANGUAGES
from bot.languages.language import Reading

BOT = Path(bot.__file__).parent
WITHOUT_WORD_LISTS: dict[str, str] = {
    "core/reading": "",
    "library/parsing/told_language.py": "ʻ",
}
"""Folders and files of ``bot`` whose code holds no letters but plain Latin ones, and those that it may."""

FOREIGN_LETTER = re.compile(r"[^\W\d_a-zA-Z\u3040-\u30ff\u3400-\u9fff]")
COMMENT = re.compile(r'"""(?:.|\n)*?"""|#.*')


@pytest.mark.parametrize("place", WITHOUT_WORD_LISTS)
def test_no_words_of_a_language_stand_outside_the_languages(place: str) -> None:
    path = BOT / place
    for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
        code = COMMENT.sub("", file.read_text(encoding="utf-8"))
        assert set(FOREIGN_LETTER.findall(code)) <= set(WITHOUT_WORD_LISTS[place]), file.name


FALLS_BACK = {
    "en": "sentences.endings"
    " sentences.units sentences.dotted_ordinals sentences.also residue.agencies signs.own_letters"
    " signs.foreign_letters signs.needed_letters signs.foreign_words",
    "ru": "sentences.endings"
    " sentences.titles sentences.hours sentences.words_too sentences.dotted_ordinals residue.makers"
    " residue.joins_names residue.small_words signs.own_letters signs.words signs.words_share"
    " signs.foreign_words",
    "kk": "sentences.endings"
    " sentences.titles sentences.units sentences.hours sentences.words_too sentences.dotted_ordinals"
    " residue.makers residue.joins_names residue.agencies residue.references residue.author_cards"
    " residue.small_words signs.needed_letters sentences.inside",
    "de": "sentences.units sentences.hours sentences.also residue.small_words signs",
    "uk": "sentences.endings"
    " sentences.titles sentences.hours sentences.words_too sentences.dotted_ordinals residue.small_words"
    " signs.needed_letters signs.words signs.words_share signs.foreign_words",
    "fr": "sentences.endings"
    " sentences.units sentences.hours sentences.dotted_ordinals sentences.also residue.small_words"
    " signs",
    "es": "sentences.endings"
    " sentences.units sentences.words_too sentences.dotted_ordinals sentences.also residue.small_words"
    " signs",
    "it": "sentences.endings"
    " sentences.units sentences.hours sentences.words_too sentences.dotted_ordinals sentences.also"
    " residue.small_words signs",
}
"""What the files leave to the other languages' rules, or what the language has no use for."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_tells_all_that_reading_asks_or_is_known_to_fall_back(code: str) -> None:
    groups = {group.name: getattr(LANGUAGES[code].reading, group.name) for group in fields(Reading)}
    empty = {
        f"{name}.{field.name}"
        for name, group in groups.items()
        for field in fields(group)
        if getattr(group, field.name) == field.default
    }
    left = set(FALLS_BACK[code].split())
    assert {name for name in empty if name.split(".")[0] not in left} == left - set(groups)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_abbreviation_that_never_ends_a_sentence_does_not(code: str) -> None:
    for short in LANGUAGES[code].reading.sentences.inside:
        text = f"Abc {short}. Xyzzy ok."
        assert [span.of(text) for span in sentences(text, Span(0, len(text)), code)] == [text], short
