"""An answer that was given is looked at again, by button, deep link or /proof, by whoever may see it."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberRestricted,
    Message,
    MessageReactionUpdated,
    ReactionType,
    ReactionTypeEmoji,
    User,
)
from telegram.constants import ReactionEmoji
from telegram.error import TelegramError

from bot.basics.limits import LIMITS
from bot.chat.access.sight import Seen, Sight
from bot.chat.pages.ages import Occasion
from bot.chat.pages.buttons import (
    MoreQuotes,
    Proof,
    Rate,
    ReadingAt,
    ShowAnswer,
    Tools,
    WiderContext,
    nowhere,
)
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import Post, reply
from bot.chat.pages.render import render_past_proof
from bot.chat.talk.replying import Replying
from bot.chat.talk.views import Scene, View
from bot.chat.wire.pressing import Presses, acknowledge, pressed_message
from bot.chat.wording.speaking import language_for, language_of_press
from bot.chat.wording.texts import Language, plain, text
from bot.core.nouns import Claim
from bot.core.proving.fate import Became
from bot.languages.interface.messages import Message as Words
from bot.library.editions.past import Past
from bot.storage.chats import Chats
from bot.storage.journal import Given, Journal

_NUMBERS = re.compile(r"([0-9]{1,18})(?:\s+([0-9]{1,2}))?")
"""An answer's number and a quote's."""
_THUMBS = {str(ReactionEmoji.THUMBS_UP): True, str(ReactionEmoji.THUMBS_DOWN): False}
"""The reactions that are opinions, as the buttons of the same sign."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """Works after a restart and after a reload: all that it needs is in the journal and in sight."""

    sight: Sight
    journal: Journal
    chats: Chats
    replying: Replying
    past: Past
    reading: ReadingAt = nowhere
    old_after: int = 0
    """The age of a source, in days, from which on it is told; never where it is 0."""
    hands_over: bool = False
    """Whether maintainers can be asked what was refused."""

    @property
    def presses(self) -> Presses:
        """What is done when one of these buttons is pressed."""
        views: Presses = dict.fromkeys((MoreQuotes, WiderContext, Proof, Tools), self.on_view)
        return {**views, ShowAnswer: self.on_show, Rate: self.on_rate}

    async def on_view(self, query: CallbackQuery, view: View) -> None:
        """Show something else of an answer in its message; in a group only for whoever asked."""
        given, message = await self.seen(query, view.answer), pressed_message(query)
        if given is None or message is None:
            await self._tell(query, Words.ANSWER_UNKNOWN)
        elif message.chat.type != Chat.PRIVATE and not _may_press(query.from_user, message, given):
            await self._tell(query, Words.BUTTON_OF_ANOTHER)
        elif post := await self._shown(query, message, given, view):
            await self.replying.redraw(message, post)

    async def on_show(self, query: CallbackQuery, action: ShowAnswer) -> None:
        """Show an answer that may not have arrived, in the place of the message with the button."""
        given, message = await self.seen(query, action.answer), pressed_message(query)
        if given is None or message is None or given.chat_id != message.chat.id:
            await self._tell(query, Words.ANSWER_UNKNOWN)
        elif post := await self._shown(query, message, given, MoreQuotes(given.id, 0)):
            await self.replying.change(message, given.id, post)

    async def on_rate(self, query: CallbackQuery, rate: Rate) -> None:
        """Keep an opinion; everybody who sees an answer may have one, and change it."""
        given = await self.seen(query, rate.answer)
        if given is None:
            await self._tell(query, Words.ANSWER_UNKNOWN)
            return
        await self.journal.rate(given.id, query.from_user.id, useful=rate.useful)
        await self._tell(query, Words.THANKS)

    async def on_reaction(self, change: MessageReactionUpdated) -> None:
        """Take a thumb below an answer for an opinion, its removal for none; a sign of ours shows that."""
        given = await self.journal.given_as(change.chat.id, change.message_id)
        before, after = _opinion(change.old_reaction), _opinion(change.new_reaction)
        if given is None or change.user is None or before == after:
            return
        if after is None:
            counts = await self.journal.unrate(given.id, change.user.id)
        else:
            await self.journal.rate(given.id, change.user.id, useful=after)
            counts = True
        with suppress(TelegramError):  # a group may allow no reactions
            await change.get_bot().set_message_reaction(
                change.chat.id, change.message_id, ReactionEmoji.WRITING_HAND if counts else None
            )

    async def open(self, message: Message, view: View, language: Language) -> None:
        """Show something of an answer in a message of its own, in reply to ``message``."""
        given = await self.journal.given(view.answer)
        person = None if message.sender_chat else message.from_user
        if given is None or not await _may_see(given, person, message.chat):
            shown: Post | Words = Words.ANSWER_UNKNOWN
        else:
            shown = await self._view(message, given, view, language)
        await self.replying.reply(
            message, Post(Ours(text(shown, language))) if isinstance(shown, Words) else shown
        )

    async def post(self, message: Message, given: Given, language: Language) -> Post:
        """Return the message that shows an answer at first, in reply to ``message``, as it stands now."""
        shown = (await self._scene(message, language)).show(given, MoreQuotes(given.id, 0))
        return Post(Ours(text(shown, language))) if isinstance(shown, Words) else shown

    async def prove(self, message: Message, words: str, language: Language) -> None:
        """Show where a quote stands: of the answer replied to, or of the one with that number."""
        match, replied = _NUMBERS.fullmatch(words), message.reply_to_message
        if match:
            quote = max(int(match[2] or 1), 1) - 1
            await self.open(message, Proof(int(match[1]), quote), language)
        elif replied and (given := await self.journal.given_as(message.chat.id, replied.message_id)):
            await self.open(message, Proof(given.id, 0), language)
        else:
            await reply(message, Ours(text(Words.PROOF_USAGE, language)))

    async def seen(self, query: CallbackQuery, answer_id: int) -> Given | None:
        """Return the answer, None where whoever presses may not see it: what a button says can be forged."""
        given = await self.journal.given(answer_id)
        if given is None or query.message is None:
            return None
        return given if await _may_see(given, query.from_user, query.message.chat) else None

    async def _shown(self, query: CallbackQuery, message: Message, given: Given, view: View) -> Post | None:
        """Answer the press, and return what to show; None where a pop-up says why nothing is shown."""
        language = await language_for(query.from_user, message.chat, self.chats)
        shown = await self._view(message, given, view, language)
        if isinstance(shown, Words):
            await acknowledge(query, plain(shown, language))
            return None
        await acknowledge(query)
        return shown

    async def _view(self, message: Message, given: Given, view: View, language: Language) -> Post | Words:
        """Return what is to be shown; a quote that does not stand any more is proven as it stood."""
        scene = await self._scene(message, language)
        shown = scene.show(given, view)
        was_shown = isinstance(shown, Words) and scene.seen.may_show(given)
        if was_shown and isinstance(view, Proof) and view.quote < len(given.claims):
            claim = given.claims[view.quote]
            return await asyncio.to_thread(self._proven_then, claim, scene.seen, language) or shown
        return shown

    def _proven_then(self, claim: Claim, seen: Seen, language: Language) -> Post | None:
        fate = self.past.fate(claim.revision, claim.span, seen.edition, claim.article_id)
        if fate is None or fate.became is Became.STANDS or fate.then.quote.text != claim.text:
            return None
        if not seen.admits_past(fate.then.quote.article):
            return None
        editions = (held.edition for held in (fate.then, fate.now) if held)
        return Post(checked(render_past_proof(fate, language), *editions))

    async def _scene(self, message: Message, language: Language) -> Scene:
        most, bot = LIMITS.asking.quotes, ""
        if message.chat.type != Chat.PRIVATE:
            choices = await self.chats.choices(message.chat.id)
            most, bot = choices.quotes, message.get_bot().username
        return Scene(
            await self.sight.of(message.chat.id),
            language,
            most,
            bot,
            self.reading,
            Occasion.now(self.old_after, in_group=bool(bot)),
            message.get_bot().supports_inline_queries,
            self.hands_over,
        )

    async def _tell(self, query: CallbackQuery, words: Words) -> None:
        await acknowledge(query, plain(words, await language_of_press(query, self.chats)))


def _opinion(reactions: Sequence[ReactionType]) -> bool | None:
    """Return what a person's reactions say of an answer, None for nothing, or for both."""
    said = {
        _THUMBS[one.emoji] for one in reactions if isinstance(one, ReactionTypeEmoji) and one.emoji in _THUMBS
    }
    return said.pop() if len(said) == 1 else None


def _may_press(user: User, message: Message, given: Given) -> bool:
    """Tell whether the buttons in a group are a person's own: who asked, or who had this message shown."""
    replied = message.reply_to_message
    caller = replied.from_user if replied and replied.sender_chat is None else None
    return given.asker_id in {None, user.id} or (caller is not None and caller.id == user.id)


async def _may_see(given: Given, user: User | None, chat: Chat) -> bool:
    """Tell whether an answer may be shown to ``user`` in ``chat``: where it was given, or to whoever asked.

    An answer in a group may also be seen elsewhere by its members. Where Telegram does not say who is a
    member, nobody is.
    """
    if given.chat_id == chat.id:
        return True
    if user is None or given.chat_id > 0:
        return False
    if given.asker_id == user.id:
        return True
    try:
        async with asyncio.timeout(LIMITS.waiting.rights):
            member = await chat.get_bot().get_chat_member(given.chat_id, user.id)
    except (TelegramError, TimeoutError):
        return False
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in {ChatMember.LEFT, ChatMember.BANNED}
