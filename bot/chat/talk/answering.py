"""A question comes in, verified quotes or an honest refusal go out, once."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Protocol

from telegram import Message, Update
from telegram.constants import ChatAction, ChatType, ReactionEmoji
from telegram.error import TelegramError
from telegram.ext import CallbackContext

from bot.basics.limits import LIMITS
from bot.chat.access.sight import Seen, Sight
from bot.chat.pages.ages import Occasion
from bot.chat.pages.buttons import MoreQuotes, Proof, ReadingAt, ReadPassage, WiderContext, nowhere
from bot.chat.pages.page import Ours
from bot.chat.pages.places import named
from bot.chat.pages.post import Post, reply
from bot.chat.talk.addressing import addressed, only_replies
from bot.chat.talk.replying import Replying
from bot.chat.talk.views import Scene, View
from bot.chat.wire import telegram
from bot.chat.wire.allowance import Allowance, Refused
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.turns import Turns
from bot.chat.wording.speaking import language_for
from bot.chat.wording.texts import Language, text
from bot.core.asking.filters import without_marks
from bot.core.asking.follow_up import continued
from bot.core.asking.message import asks_something, may_be_among_people
from bot.core.asking.pointing import Pointing, PointsAt, pointed
from bot.core.asking.worded_filters import only_filters
from bot.core.index.edition import Edition
from bot.core.replies import NO_GAPS, SHARES_WORDS, Abstention, Answer, Reply, is_talk, together
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats, Choices
from bot.storage.journal import Entry, Given, Journal
from bot.storage.told import Told, told_of

Context = CallbackContext[Any, Any, Any, Any]
Show = Callable[[Message, View | ReadPassage, Language], Awaitable[None]]


class Answerer(Protocol):
    """Whatever answers a question from an edition, with up to ``most`` quotes."""

    def __call__(self, text: str, edition: Edition, /, *, most: int = LIMITS.asking.quotes_found) -> Reply:
        """Answer or abstain; never fail."""
        ...


@dataclass(frozen=True, slots=True)
class Rules:
    """How much may be asked, and how late."""

    user: Allowance
    chat: Allowance
    edit_time: timedelta
    group_backlog: timedelta


@dataclass(frozen=True, slots=True)
class AskedMessage:
    """A message that asks the bot something; ``text`` is "" where it does not say what."""

    message: Message
    text: str
    language: Language
    choices: Choices
    seen: Seen
    """What its chat sees."""
    leans_on: str = ""
    """The earlier question that this one follows up, whose words were added; "" if none were."""
    view: View | ReadPassage | None = None
    """What it asks to be shown, of an answer that was given, "more", "source?", or an article by its name."""
    only_replies: bool = False
    """Whether it asks the bot by nothing but being a reply to it, in a group: it may be meant for people."""
    may_be_talk: bool = False
    """Whether its words, too, may be meant for people: then only a sure answer is given."""

    @property
    def in_group(self) -> bool:
        """Tell whether others read along."""
        return self.message.chat.type != ChatType.PRIVATE

    @property
    def asker(self) -> int:
        """The id of whoever asks, a person or a chat in whose name it is asked."""
        asker = self.message.sender_chat or self.message.from_user or self.message.chat
        return asker.id

    @property
    def keeps_quiet(self) -> bool:
        """Tell whether a refusal is left out here."""
        return self.in_group and (self.choices.quiet or self.only_replies)

    @property
    def is_edit(self) -> bool:
        """Tell whether the message was changed after it was sent."""
        return self.message.edit_date is not None


def _our_time() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers whoever asks; everything else meets silence."""

    sight: Sight
    answer: Answerer
    journal: Journal
    chats: Chats
    replying: Replying
    rules: Rules
    metrics: Metrics
    show: Show
    """Shows something of an answer that was given, or an article, in reply to a message."""
    turns: Turns
    reading: ReadingAt = nowhere
    old_after: int = 0
    """The age of a source, in days, from which on it is told; never where it is 0."""
    hands_over: bool = False
    """Whether maintainers can be asked what was refused."""
    now: Callable[[], datetime] = _our_time
    """The time by the clock that dates messages."""

    async def on_message(self, update: Update, context: Context) -> None:
        """Answer a new or edited message, if it asks the bot."""
        message = update.effective_message
        question = await self._question(message, context) if message else None
        if question is None or self._comes_too_late(question):
            return
        given = await self.journal.given_to(question.message.chat.id, question.message.message_id)
        if given and not question.is_edit:
            if given.answer_message is None and not _kept_to_itself(question, given):
                await self.replying.offer(question.message, given.id, question.language)
            return
        await self._answer_if_allowed(question, given)

    async def _question(self, message: Message, context: Context) -> AskedMessage | None:
        choices = await self._choices(message)
        words = addressed(message, context.bot.bot, mentions=choices.mentions)
        if words is None:
            return None
        seen = await self.sight.of(message.chat.id)
        language = await language_for(message.from_user, message.chat, self.chats)
        words = words[: LIMITS.asking.question]
        if message.chat.type == ChatType.PRIVATE and (place := named(words, seen.edition)):
            return AskedMessage(message, words, language, choices, seen, view=place)
        earlier = await self._earlier(message) if words else None
        if earlier and not earlier.reason and (pointing := pointed(words)):
            view = _view(pointing, earlier, earlier.told.shown_first(choices.quotes))
            return AskedMessage(message, words, language, choices, seen, view=view)
        before = await self.journal.question_to(earlier.id) if earlier else ""
        replies = only_replies(message, context.bot.bot)
        narrows = bool(before) and only_filters(words, seen.edition.facets)
        if replies and not narrows and not asks_something(words):
            return None  # people talk to each other below an answer
        talk = replies and not narrows and may_be_among_people(words)
        alone = message.reply_to_message is None
        merged = words if talk else continued(words, before, seen.edition.facets, closely=alone)
        leans_on = before if merged != words else ""
        asked = AskedMessage(message, merged, language, choices, seen, leans_on)
        return replace(asked, only_replies=replies, may_be_talk=talk)

    async def _earlier(self, message: Message) -> Given | None:
        """Return the answer that the message replies to or, in a private chat, the last one.

        None if it replies to something else, or the last one is long ago.
        """
        chat = message.chat
        if replied := message.reply_to_message:
            return await self.journal.given_as(chat.id, replied.message_id)
        if chat.type != ChatType.PRIVATE or message.edit_date:
            return None
        others = (reason.value for reason in NO_GAPS)
        return await self.journal.latest(chat.id, LIMITS.asking.follow_up_seconds, others)

    async def _choices(self, message: Message) -> Choices:
        if message.chat.type == ChatType.PRIVATE:
            return Choices(quotes=LIMITS.asking.quotes)
        return await self.chats.choices(message.chat.id)

    def _comes_too_late(self, question: AskedMessage) -> bool:
        """Tell whether a group has moved on, or the question was edited long after it was asked."""
        message = question.message
        if message.edit_date:
            return message.edit_date - message.date > self.rules.edit_time
        late = question.in_group and self.now() - message.date > self.rules.group_backlog
        if late:
            self.metrics.count("questions", "too_late")
        return late

    async def _answer_if_allowed(self, question: AskedMessage, given: Given | None) -> None:
        words, refused = self._refused(question)
        if refused:
            self.metrics.count("questions", "over_limit")
            if refused.first:
                await _say(question, words, seconds=refused.wait)
        elif question.view:
            await self.show(question.message, question.view, question.language)
        elif not question.text:
            await _say(question, Words.ASK_USAGE if question.in_group else Words.REFUSED_EMPTY_QUESTION)
        else:
            await self._answer(question, given)

    def _refused(self, question: AskedMessage) -> tuple[Words, Refused | None]:
        """Tell whether this is too much, and whose limit says so."""
        message = question.message
        key = question.asker
        ago = max(0.0, (self.now() - (message.edit_date or message.date)).total_seconds())
        by_user = self.rules.user.take(key, ago)
        if by_user or not question.in_group:
            return Words.TOO_MANY_QUESTIONS, by_user
        by_chat = self.rules.chat.take(message.chat.id, ago)
        if by_chat:
            self.rules.user.give_back(key)
        return Words.TOO_MANY_IN_CHAT, by_chat

    async def _answer(self, question: AskedMessage, given: Given | None) -> None:
        started = time.monotonic()
        edition = question.seen.edition
        think = partial(self.answer, question.text, edition)
        async with typing_shown(question.message):
            reply = together(await self.turns.think("chat", question.asker, think))
        self._count(reply)
        if question.in_group and is_talk(reply):
            return  # thanks need no reply that all others read
        entry = _entry(question, reply)
        was_told = given is not None and given.answer_message is not None
        if question.keeps_quiet and not was_told and not _is_answered(question, reply):
            if _is_gap(question, reply):
                await self.journal.begin(entry)  # nobody is told, but the articles have a gap all the same
            if not _may_be_talk(question, reply):
                await _shrug(question)
            return
        scene = self._scene(question)
        drawn = scene.first(reply, entry.told)
        answer_id = await self.journal.begin(entry)
        await self._deliver(question, given, (answer_id, scene.posted(drawn, answer_id)), entry.told)
        self.metrics.answered_in(time.monotonic() - started)

    def _count(self, reply: Reply) -> None:
        self.metrics.count("questions", "answered" if isinstance(reply, Answer) else "refused")
        if isinstance(reply, Abstention):
            self.metrics.count("refusals", reply.reason.value)

    def _scene(self, question: AskedMessage) -> Scene:
        bot = question.message.get_bot().username if question.in_group else ""
        most = question.choices.quotes
        occasion = Occasion.now(self.old_after, in_group=question.in_group)
        scene = Scene(question.seen, question.language, most, bot, self.reading, occasion)
        return replace(scene, hands_over=self.hands_over)

    async def _deliver(
        self, question: AskedMessage, given: Given | None, answer: tuple[int, Post], told: Told
    ) -> None:
        message, (answer_id, post) = question.message, answer
        if given and given.answer_message:
            place = Message(given.answer_message, message.date, message.chat)
            place.set_bot(message.get_bot())
            await self.replying.change(place, answer_id, post)
        elif given and await self._may_have_arrived(question, given):
            await self.replying.offer(message, answer_id, question.language)
        else:
            place, about = asked_about(message, told)
            await self.replying.give(place, answer_id, replace(post, about=about), question.language)

    async def _may_have_arrived(self, question: AskedMessage, given: Given) -> bool:
        """Tell whether an answer to the question as it was may stand there, which nobody knows as a message.

        What was owed to it is owed no longer.
        """
        surely_not = await self.replying.owed.take_back(given.id)
        return not surely_not and not _kept_to_itself(question, given)


@asynccontextmanager
async def typing_shown(message: Message) -> AsyncIterator[None]:
    """Show in the chat that an answer is being made, for as long as it takes, if it takes a while."""

    async def show() -> None:
        await asyncio.sleep(LIMITS.waiting.typing)
        thread = message.message_thread_id if message.is_topic_message else None
        while True:
            with suppress(TelegramError):
                await message.chat.send_action(ChatAction.TYPING, message_thread_id=thread)
            await asyncio.sleep(telegram.TYPING_SECONDS)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()


def asked_about(message: Message, told: Told) -> tuple[Message, str]:
    """Return the message that an answer hangs on, and the words of it that were looked up, "" for all."""
    pasted = told.words.pasted
    for place in (message.reply_to_message, message) if pasted else ():
        words = (place.text or place.caption or "") if place else ""
        if place and pasted and pasted.text in without_marks(words):
            part = pasted.text if pasted.text in words else ""
            return place, part if len(part) <= telegram.REPLIED_PART else ""
    return message, ""


def _view(pointing: Pointing, given: Given, shown: int) -> View:
    """Return what is pointed at of an answer of which so many quotes were shown at first."""
    match pointing.at:
        case PointsAt.MORE:
            return MoreQuotes(given.id, shown)
        case PointsAt.SOURCE:
            return Proof(given.id, 0)
        case PointsAt.SPEAKER:
            return WiderContext(given.id, 0)
        case PointsAt.QUOTE:
            return WiderContext(given.id, pointing.quote)


async def _shrug(question: AskedMessage) -> None:
    """Show whoever replied to the bot that it knows no answer, where the group allows this sign."""
    if question.only_replies and not question.choices.quiet:
        with suppress(TelegramError):
            await question.message.set_reaction(ReactionEmoji.SHRUG)


def _is_answered(question: AskedMessage, reply: Reply) -> bool:
    """Tell whether a group should read the reply: what may be talk only if it is answered surely."""
    return isinstance(reply, Answer) and not (reply.hedged and _may_be_talk(question, reply))


def _is_gap(question: AskedMessage, reply: Reply) -> bool:
    """Tell whether what was not answered is a question to the articles: a mere reply has words of theirs."""
    if not question.only_replies:
        return True
    shares_words = isinstance(reply, Abstention) and reply.reason in SHARES_WORDS
    return shares_words and not _may_be_talk(question, reply)


def _may_be_talk(question: AskedMessage, reply: Reply) -> bool:
    return question.only_replies and (question.may_be_talk or reply.like_talk)


def _kept_to_itself(question: AskedMessage, given: Given) -> bool:
    """Tell whether a group was spared this refusal: it is a gap, but nothing was said."""
    return question.keeps_quiet and bool(given.reason) and given.answer_message is None


def _entry(question: AskedMessage, reply: Reply) -> Entry:
    message = question.message
    person = message.from_user if message.sender_chat is None else None
    return Entry(
        chat_id=message.chat.id,
        question_message=message.message_id,
        asker_id=person.id if person else None,
        question=question.text,
        edition=question.seen.edition.id,
        reason=reply.reason.value if isinstance(reply, Abstention) else "",
        claims=tuple(quote.claim for quote in reply.quotes) if isinstance(reply, Answer) else (),
        told=told_of(reply, understood=question.leans_on),
        language=question.language,
        scope=str(question.seen.scope),
    )


async def _say(question: AskedMessage, words: Words, **values: int) -> None:
    await reply(question.message, Ours(text(words, question.language, **values)))
