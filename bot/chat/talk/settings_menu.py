"""A group's settings, changed with buttons by its administrators, and the language that a person chooses."""

from dataclasses import dataclass, replace

from telegram import CallbackQuery, Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.basics.limits import LIMITS
from bot.chat.pages.buttons import Choose, Setting, labelled
from bot.chat.pages.page import Ours
from bot.chat.pages.post import Post, reply
from bot.chat.talk.administrators import Administrators
from bot.chat.talk.replying import Replying
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.markup import join
from bot.chat.wording.speaking import language_of_press
from bot.chat.wording.texts import Language, plain, text
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats, Choices

_LANGUAGES = ("", *Language)
_IN_A_ROW = 4
"""Names of languages that stand side by side."""


@dataclass(frozen=True, slots=True)
class SettingsMenu:
    """Shows the settings to administrators; their rights are looked at again on every press."""

    chats: Chats
    administrators: Administrators
    replying: Replying

    async def may_open(self, message: Message) -> bool:
        """Tell whether an administrator of the group wrote the message, be it without a name."""
        if message.sender_chat:
            return message.sender_chat.id == message.chat.id
        author = message.from_user
        return author is not None and await self.administrators.include(author.id, message.chat)

    async def open(self, message: Message, language: Language) -> None:
        """Send the settings, or say who may see them."""
        if message.chat.type == Chat.PRIVATE:
            await reply(message, Ours(text(Words.GROUPS_ONLY, language)))
        elif not await self.may_open(message):
            await reply(message, Ours(text(Words.ADMINISTRATORS_ONLY, language)))
        else:
            choices = await self.chats.choices(message.chat.id)
            await self.replying.reply(message, _menu(choices, language))

    async def open_languages(self, message: Message, language: Language) -> None:
        """Let a person choose the language of all that is said to them, a group's administrators its own."""
        if message.chat.type == Chat.PRIVATE:
            await self.replying.reply(message, _language_menu(language))
        else:
            await self.open(message, language)

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        return {Choose: self.on_choose}

    async def on_choose(self, query: CallbackQuery, choice: Choose) -> None:
        """Keep what an administrator chose, whoever opened the menu, and show it."""
        message, language = pressed_message(query), await language_of_press(query, self.chats)
        if message is None:
            await acknowledge(query, plain(Words.BUTTON_TOO_OLD, language))
            return
        in_private = message.chat.type == Chat.PRIVATE
        choices = _chosen(await self.chats.choices(message.chat.id), choice)
        if choices is None or (in_private and choice.setting is not Setting.LANGUAGE):
            await acknowledge(query, plain(Words.BUTTON_TOO_OLD, language))
        elif not (in_private or await self.administrators.include(query.from_user.id, message.chat)):
            await acknowledge(query, plain(Words.ADMINISTRATORS_ONLY, language))
        else:
            await self.chats.choose(message.chat.id, choices)
            language = await language_of_press(query, self.chats)
            await acknowledge(query, plain(Words.SETTINGS_SAVED, language))
            shown = _language_menu(language) if in_private else _menu(choices, language)
            await self.replying.redraw(message, shown)


def _chosen(choices: Choices, choice: Choose) -> Choices | None:
    """Return the choices with one changed, None for a value that the setting does not have."""
    value = choice.value
    match choice.setting:
        case Setting.LANGUAGE if value < len(_LANGUAGES):
            return replace(choices, language=str(_LANGUAGES[value]))
        case Setting.QUOTES if 1 <= value <= LIMITS.asking.quotes:
            return replace(choices, quotes=value)
        case Setting.MENTIONS if value <= 1:
            return replace(choices, mentions=bool(value))
        case Setting.QUIET if value <= 1:
            return replace(choices, quiet=bool(value))
        case _:
            return None


def _language_menu(language: Language) -> Post:
    """Return the languages that a person can choose from."""
    heading = Ours(text(Words.CHOOSE_LANGUAGE, language))
    return Post(heading, InlineKeyboardMarkup(_languages(language, Words.LANGUAGE_OF_APP)))


def _menu(choices: Choices, language: Language) -> Post:
    """Return the settings, a button each that says what is chosen and leads to the next value."""
    heading = join([text(Words.SETTINGS_HEADING, language), text(Words.SETTINGS_HINT, language)], "\n")
    number = _LANGUAGES.index(choices.language) if choices.language in _LANGUAGES else 0
    labels = {
        Choose(Setting.LANGUAGE, (number + 1) % len(_LANGUAGES)): plain(
            Words.SETTING_LANGUAGE, language, value=_language_name(choices, language)
        ),
        Choose(Setting.QUOTES, choices.quotes % LIMITS.asking.quotes + 1): plain(
            Words.SETTING_QUOTES, language, count=choices.quotes
        ),
        Choose(Setting.MENTIONS, int(not choices.mentions)): plain(
            Words.SETTING_MENTIONS, language, value=_yes_or_no(choices.mentions, language)
        ),
        Choose(Setting.QUIET, int(not choices.quiet)): plain(
            Words.SETTING_QUIET, language, value=_yes_or_no(choices.quiet, language)
        ),
    }
    rows = [[labelled(label, choose)] for choose, label in labels.items()]
    return Post(Ours(heading), InlineKeyboardMarkup(rows + _languages(language)))


def _languages(
    language: Language, usual: Words = Words.SETTING_LANGUAGE_OF_ASKER
) -> list[list[InlineKeyboardButton]]:
    """Return a button for what is usual, and one for each language by its own name."""
    asker = labelled(plain(usual, language), Choose(Setting.LANGUAGE, 0))
    buttons = [
        labelled(plain(Words.LANGUAGE_NAME, known), Choose(Setting.LANGUAGE, number))
        for number, known in enumerate(Language, 1)
    ]
    return [[asker]] + [buttons[first : first + _IN_A_ROW] for first in range(0, len(buttons), _IN_A_ROW)]


def _language_name(choices: Choices, language: Language) -> str:
    if choices.language in set(Language):
        return plain(Words.LANGUAGE_NAME, Language(choices.language))
    return plain(Words.SETTING_LANGUAGE_OF_ASKER, language)


def _yes_or_no(value: object, language: Language) -> str:
    return plain(Words.SETTING_ON if value else Words.SETTING_OFF, language)
