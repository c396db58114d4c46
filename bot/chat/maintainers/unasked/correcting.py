"""Whoever has received a quote is told, once, when its article says something else."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from telegram import Bot, Chat, Message
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.basics.limits import LIMITS
from bot.chat.access.admission import Admission
from bot.chat.access.sight import Seen, Sight
from bot.chat.pages.page import Ours, checked
from bot.chat.pages.post import Post, Sendable, send
from bot.chat.pages.render import render_correction
from bot.chat.talk.replying import Replying
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.tasks import for_ever
from bot.chat.wording.texts import Language, language_of, text
from bot.core.nouns import Article
from bot.core.proving.fate import Became
from bot.languages.interface.messages import Message as Words
from bot.library.editions.past import Past
from bot.storage.chats import Chats
from bot.storage.personal.corrections import Correction, Corrections

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Correcting:
    """Tells all chats that wait, one after the other, as fast as Telegram allows, also after a kill.

    A message announces what has changed and is then made to show it: an edit can be repeated where nobody
    knows whether it has arrived, so nobody is shown a correction twice, and nobody misses one.
    """

    sight: Sight
    past: Past
    corrections: Corrections
    chats: Chats
    replying: Replying
    admission: Admission
    allowance: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.corrections_a_minute))
    """Of each chat: Telegram lets a bot send about so many messages to a group."""

    async def work(self, bot: Bot) -> None:
        """Tell whoever waits, for ever. Raises nothing: what fails is tried again."""
        await for_ever(partial(self._round, bot), LIMITS.waiting.corrections, "corrections have to wait")

    async def _round(self, bot: Bot) -> None:
        """Tell all who can be told now."""
        later = set[int]()
        while correction := await self.corrections.next(later):
            if self.allowance.take(correction.chat_id):
                later.add(correction.chat_id)
                continue
            try:
                await self._tell(bot, correction)
            except (Forbidden, BadRequest) as error:
                log.info("chat %d cannot be told of a correction: %s", correction.chat_id, error)
                await self.corrections.end(correction)
            except TelegramError as error:
                log.warning("chat %d is told of a correction later: %s", correction.chat_id, error)
                later.add(correction.chat_id)
            await asyncio.sleep(LIMITS.waiting.between_corrections)

    async def _tell(self, bot: Bot, correction: Correction) -> None:
        """Announce a correction, and show it in the place of what announces it. Raises TelegramError."""
        choices = await self.chats.choices(correction.chat_id)
        language = language_of(choices.language or correction.language)
        page = await self._seen_page(correction, language)
        if page is None:
            await self.corrections.end(correction)
            return
        if correction.announced is None:
            announced = Ours(text(Words.CORRECTION, language))
            sent = await send(bot, correction.chat_id, announced, correction.answer_message)
            await self.corrections.announce(correction, sent.message_id)
            place = sent
        else:
            place = _message(bot, correction.chat_id, correction.announced)
        await self.replying.redraw(place, Post(page))
        await self.corrections.end(correction)

    async def _seen_page(self, correction: Correction, language: Language) -> Sendable | None:
        """Return what is to be told, None too where the chat does not see the article, or is not served."""
        if not await self.admission.serves(correction.chat_id):
            return None
        seen = await self.sight.of(correction.chat_id)
        return await asyncio.to_thread(self._page, correction, seen, language)

    def _page(self, correction: Correction, seen: Seen, language: Language) -> Sendable | None:
        """Return what is to be told, None where the quote stands as it stood. Raises MisquoteError.

        Old words are shown only where their own edition is kept: else nothing could prove them.
        """
        claim, edition = correction.claim, seen.edition
        article = edition.article(claim.article_id)
        fate = self.past.fate(claim.revision, claim.span, edition, claim.article_id)
        if edition.is_part and not (fate and seen.admits_past(fate.then.quote.article)):
            return None
        if fate is None:
            return Ours(text(Words.ARTICLE_CHANGED if article else Words.ARTICLE_GONE, language))
        if fate.became in {Became.STANDS, Became.MOVED} and not _is_marked(article):
            return None
        editions = (held.edition for held in (fate.then, fate.now) if held)
        return checked(render_correction(fate, language), *editions)


def _is_marked(article: Article | None) -> bool:
    return article is not None and bool(article.marks)


def _message(bot: Bot, chat_id: int, number: int) -> Message:
    """Return a message of ours by its number, to be edited."""
    kind = ChatType.PRIVATE if chat_id > 0 else ChatType.SUPERGROUP
    message = Message(number, datetime.now(UTC), Chat(chat_id, kind))
    message.set_bot(bot)
    return message
