"""What a maintainer asks for, and how it is followed: one message, edited now and then until it is done."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from telegram import InlineKeyboardMarkup, Message
from telegram.error import TelegramError

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.chat.maintainers.reload_report import render_report, short_id
from bot.chat.maintainers.waiting import OnConfirm, Waiting
from bot.chat.pages.page import Ours
from bot.chat.pages.post import Sendable, attach, redraw, reply
from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Filling, Language, text
from bot.languages.interface.messages import Message as Words
from bot.library.editions.changes import ReloadReport
from bot.upkeep import Actor, Busy, FilesChanged, Outcome, Upkeep


@dataclass(frozen=True, slots=True)
class Request:
    """A maintainer asks for something: ``words`` are what follows the command."""

    actor: Actor
    message: Message
    words: str
    language: Language

    @property
    def reader(self) -> int:
        """Who asks, by the number of their account."""
        return self.actor.id or 0

    async def say(self, page: Sendable, keyboard: InlineKeyboardMarkup | None = None) -> Message:
        """Reply."""
        return await reply(self.message, page, keyboard)

    async def tell(self, words: Words, **values: Filling) -> None:
        """Reply with a message of the catalogue."""
        await self.say(Ours(text(words, self.language, **values)))


@dataclass(frozen=True, slots=True)
class Desk:
    """Does deeds for maintainers and tells them how it went."""

    upkeep: Upkeep
    waiting: Waiting = field(default_factory=Waiting)

    async def follow(
        self,
        request: Request,
        work: Coroutine[Any, Any, Outcome],
        changed: Words = Words.FILES_CHANGED_SINCE,
        again: OnConfirm | None = None,
    ) -> ReloadReport | None:
        """Do the work, show its progress in one message, and its outcome in the end.

        Returns the report, None where there is none; ``changed`` says that the files have changed. Where
        somebody else is at it, a button does ``again`` later what was confirmed.
        """
        place = await request.say(Ours(text(Words.RELOAD_PROGRESS, request.language, done=0, count=0)))
        try:
            outcome = await self._shown(request, place, work)
        except BotError as error:
            edition = short_id(self.upkeep.shelf.current.id)
            failed = text(Words.RELOAD_FAILED, request.language, problem=error.sentence, edition=edition)
            await _change(place, failed)
            return None
        match outcome:
            case Busy():
                running = text(Words.RELOAD_RUNNING, request.language, who=outcome.who.name)
                await redraw(place, Ours(running), self._confirming(request, again) if again else None)
            case FilesChanged():
                await _change(place, text(changed, request.language))
            case ReloadReport():
                await self._report(request, place, outcome)
                return outcome
        return None

    async def _shown(self, request: Request, place: Message, work: Coroutine[Any, Any, Outcome]) -> Outcome:
        task = asyncio.create_task(work)
        try:
            while not (await asyncio.wait([task], timeout=LIMITS.waiting.progress))[0]:
                if busy := self.upkeep.busy:
                    words = text(Words.RELOAD_PROGRESS, request.language, done=busy.done, count=busy.total)
                    with suppress(TelegramError):
                        await _change(place, words)
            return task.result()
        finally:
            task.cancel()

    async def _report(self, request: Request, place: Message, report: ReloadReport) -> None:
        rendered = render_report(report, request.language)
        await redraw(place, Ours(rendered.message), self._apply(request, report))
        if rendered.attachment:
            await attach(request.message, Ours(rendered.attachment), f"{short_id(report.after)}.txt")

    def _apply(self, request: Request, report: ReloadReport) -> InlineKeyboardMarkup | None:
        """Return the button that does what was only looked at."""
        if report.applied or report.same:
            return None

        async def apply(actor: Actor, message: Message) -> None:
            again = Request(actor, message, "", request.language)
            await self.follow(again, self.upkeep.reload(actor, report.files), again=apply)

        return self.waiting.keyboard(apply, Words.BUTTON_APPLY, request.language, request.actor.id)

    async def confirm(self, request: Request, page: Sendable, deed: OnConfirm) -> Message:
        """Ask for a press before the deed is done."""
        return await request.say(page, self._confirming(request, deed))

    def _confirming(self, request: Request, deed: OnConfirm) -> InlineKeyboardMarkup:
        return self.waiting.keyboard(deed, Words.BUTTON_CONFIRM, request.language, request.actor.id)


async def _change(place: Message, words: Html) -> None:
    """Put words of our own in the place of what a message shows. Raises TelegramError."""
    await redraw(place, Ours(words))
