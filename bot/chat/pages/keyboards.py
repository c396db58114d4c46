"""The buttons below messages: what can be done from each view of an answer, or of an article."""

from collections.abc import Iterable
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from bot.chat.pages.codes import (
    Action,
    MoreQuotes,
    OpenAnswer,
    OpenProof,
    Proof,
    Rate,
    ReadPassage,
    SourcesPage,
    Target,
    WiderContext,
    button_data,
    start_payload,
)
from bot.chat.wording.texts import Language, plain
from bot.languages.interface.messages import Message as Words

_A_ROW = 5
"""Buttons with a number on them that stand side by side."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer as its buttons need it: its number, how many quotes it has, where it is shown.

    ``bot`` is the bot's username in groups, where the private chat is offered, and "" in private.
    """

    id: int
    quotes: int
    language: Language
    bot: str = ""

    def below_quotes(self, first: int, shown: int) -> InlineKeyboardMarkup:
        """Return the buttons below ``shown`` quotes from number ``first`` on (the lead is 0)."""
        after = first + shown
        back = [self._act(Words.BUTTON_PREVIOUS, MoreQuotes(self.id, 0))] if first else []
        more = [self._act(Words.BUTTON_MORE, MoreQuotes(self.id, after))] if after < self.quotes else []
        context = self._act(Words.BUTTON_CONTEXT, WiderContext(self.id, first))
        proof = [] if self.bot else [self._proof(first)]
        return self._with_opinions([*back, *more, context], proof)

    def below_context(self, quote: int) -> InlineKeyboardMarkup:
        """Return the buttons below the neighbours of a quote."""
        back = self._act(Words.BUTTON_PREVIOUS, MoreQuotes(self.id, 0))
        onward = [self._act(Words.BUTTON_NEXT, WiderContext(self.id, quote + 1))]
        return self._with_opinions([back, self._proof(quote), *(onward if quote + 1 < self.quotes else [])])

    def below_proof(self, quote: int) -> InlineKeyboardMarkup:
        """Return the buttons below the proof of a quote."""
        back = self._act(Words.BUTTON_PREVIOUS, MoreQuotes(self.id, 0))
        context = self._act(Words.BUTTON_CONTEXT, WiderContext(self.id, quote))
        onward = [self._act(Words.BUTTON_NEXT, Proof(self.id, quote + 1))]
        return self._with_opinions([back, context, *(onward if quote + 1 < self.quotes else [])])

    def _with_opinions(self, *rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
        opinions = [
            self._act(Words.BUTTON_USEFUL, Rate(self.id, useful=True)),
            self._act(Words.BUTTON_NOT_USEFUL, Rate(self.id, useful=False)),
        ]
        private = [self._open(Words.BUTTON_OPEN_PRIVATE, OpenAnswer(self.id))] if self.bot else []
        return _keyboard([*rows, opinions, private])

    def _proof(self, quote: int) -> InlineKeyboardButton:
        if self.bot:
            return self._open(Words.BUTTON_PROOF, OpenProof(self.id, quote))
        return self._act(Words.BUTTON_PROOF, Proof(self.id, quote))

    def _act(self, words: Words, action: Action) -> InlineKeyboardButton:
        return button(words, self.language, action)

    def _open(self, words: Words, target: Target) -> InlineKeyboardButton:
        return link_button(words, self.language, self.bot, target)


def button(words: Words, language: Language, action: Action) -> InlineKeyboardButton:
    """Return a button that does something here."""
    return InlineKeyboardButton(plain(words, language), callback_data=button_data(action))


def link_button(words: Words, language: Language, bot: str, target: Target) -> InlineKeyboardButton:
    """Return a button that opens the private chat with the bot of that username."""
    url = create_deep_linked_url(bot, start_payload(target))
    return InlineKeyboardButton(plain(words, language), url=url)


def below_sources(
    page: int, pages: int, articles: Iterable[tuple[int, int]], language: Language
) -> InlineKeyboardMarkup | None:
    """Return the buttons below a page of sources; ``articles`` are numbers in the list with article keys."""
    numbered = [
        InlineKeyboardButton(str(number), callback_data=button_data(ReadPassage(key, 1)))
        for number, key in articles
    ]
    rows = [numbered[start : start + _A_ROW] for start in range(0, len(numbered), _A_ROW)]
    turns = [
        button(words, language, SourcesPage(target))
        for words, target in ((Words.BUTTON_PREVIOUS, page - 1), (Words.BUTTON_NEXT, page + 1))
        if 1 <= target <= pages
    ]
    return _keyboard([*rows, turns]) if numbered or turns else None


def below_passage(place: ReadPassage, count: int, sources: int, language: Language) -> InlineKeyboardMarkup:
    """Return the buttons below one of ``count`` passages; ``sources`` is the article's page in the list."""
    turns = [
        button(words, language, ReadPassage(place.key, target))
        for words, target in (
            (Words.BUTTON_PREVIOUS, place.number - 1),
            (Words.BUTTON_NEXT, place.number + 1),
        )
        if 1 <= target <= count
    ]
    return _keyboard([turns, [button(Words.BUTTON_SOURCES, language, SourcesPage(sources))]])


def _keyboard(rows: Iterable[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])
