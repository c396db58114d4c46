"""Who is talking to the bot: what a message asks it, or nothing."""

import re

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType

from bot.basics.limits import LIMITS
from bot.core.asking.filters import in_marks
from bot.core.asking.message import asks_whether_true, only_asks

_BLANK_OR_MARK = " \t\n,:;–—-"
_WORD = re.compile(r"\w")
_CLAIM = LIMITS.asking.question - 2
"""Signs of what is put in quotation marks."""
_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?", re.ASCII)


def addressed(message: Message, me: User, *, mentions: bool = True) -> str | None:
    """Return the question that a message asks the bot, "" where it asks without one, None if it does not.

    In a private chat every text is a question, in a group only /ask, a reply to the bot or a mention.
    "Arrived" never means "was meant for the bot": an administrator bot receives everything.
    """
    if _is_nobody(message):
        return None
    if command := command_of(message, me):
        name, rest = command
        return _question_of(message, me, rest) if name == "ask" else None
    if _starts_with_command(message):
        return None
    text = message.text or message.caption or ""
    if message.chat.type == ChatType.PRIVATE:
        return _passed_on(message, text) or _claim(message, me, text) or text.strip()
    if mentions and (rest_of := _without_mention(message, me)) is not None:
        return _question_of(message, me, rest_of)
    return text.strip() if _replies_to_me(message, me) else None


def only_replies(message: Message, me: User) -> bool:
    """Tell whether a message in a group replies to the bot, and neither commands it nor names it."""
    names = _without_mention(message, me) is not None or _starts_with_command(message)
    return message.chat.type != ChatType.PRIVATE and not names and _replies_to_me(message, me)


def command_of(message: Message, me: User) -> tuple[str, str] | None:
    """Return the command to this bot that a message begins with, and the text after it, exactly."""
    text = message.text or message.caption or ""
    match = _COMMAND.match(text) if _starts_with_command(message) else None
    if match is None or (match[2] and match[2].casefold() != (me.username or "").casefold()):
        return None
    return match[1].casefold(), text[match.end() :].strip()


def names_me(message: Message, me: User) -> bool:
    """Tell whether the command that a message begins with names this bot, as in /help@bot."""
    match = _COMMAND.match(message.text or message.caption or "")
    return bool(match and match[2] and match[2].casefold() == (me.username or "").casefold())


def _is_nobody(message: Message) -> bool:
    """Other bots, what was sent through a bot, and what a channel posted: nobody is asking."""
    if message.via_bot or message.is_automatic_forward or message.chat.type == ChatType.CHANNEL:
        return True
    is_bot = message.from_user is None or message.from_user.is_bot
    return is_bot and message.sender_chat is None  # anonymous administrators and channels may ask


def _starts_with_command(message: Message) -> bool:
    entities = message.entities or message.caption_entities
    return any(e.type == MessageEntity.BOT_COMMAND and e.offset == 0 for e in entities)


def _replies_to_me(message: Message, me: User) -> bool:
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created:  # every message in a topic replies to its root
        return False
    return replied.from_user is not None and replied.from_user.id == me.id


def _question_of(message: Message, me: User, words: str) -> str:
    """Return the words, or where there are none, what the message replies to, if that is somebody's text.

    Where the words only ask whether that is true, it is what is to be found: in quotation marks.
    """
    if _WORD.search(words):
        return _claim(message, me, words) or words
    return _replied_to(message, me)


def _claim(message: Message, me: User, words: str) -> str:
    """Return in quotation marks what somebody wrote, where the words ask if it is true; else ""."""
    return in_marks(_replied_to(message, me)[:_CLAIM]) if asks_whether_true(words) else ""


def _passed_on(message: Message, text: str) -> str:
    """Return in quotation marks what somebody else wrote and was forwarded, unless it asks; else ""."""
    return in_marks(text[:_CLAIM]) if message.forward_origin and not only_asks(text) else ""


def _replied_to(message: Message, me: User) -> str:
    """Return what the message replies to, or the part of it that was marked, if it is another's text."""
    replied = message.reply_to_message
    if replied is not None and _replies_to_me(message, me):
        return ""
    if message.quote and message.quote.text:
        return message.quote.text.strip()
    return (replied.text or replied.caption or "").strip() if replied else ""


def _without_mention(message: Message, me: User) -> str | None:
    """Return the text without the first mention of the bot, None if it is not mentioned."""
    name = f"@{me.username or ''}".casefold()
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = message.parse_entities(kinds) if message.text else message.parse_caption_entities(kinds)
    for entity, words in found.items():
        if words.casefold() == name or (entity.user and entity.user.id == me.id):
            return _cut(message.text or message.caption or "", entity)
    return None


def _cut(text: str, entity: MessageEntity) -> str:
    """Return the text without the entity, which is measured in UTF-16 units."""
    units = text.encode("utf-16-le")
    before = units[: 2 * entity.offset].decode("utf-16-le").rstrip()
    after = units[2 * (entity.offset + entity.length) :].decode("utf-16-le").lstrip(_BLANK_OR_MARK)
    return f"{before} {after}".strip()
