"""What maintainers are told unasked: once a day if they want it, and never in their quiet time."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from telegram import Bot
from telegram.error import Forbidden, TelegramError

from bot.basics.hours import Hours, Times, clock_time, minute_of, zone_of
from bot.basics.limits import LIMITS
from bot.chat.maintainers.desk import Request
from bot.chat.maintainers.reports import Reports
from bot.chat.maintainers.unasked.offering import Offering
from bot.chat.maintainers.unasked.subscribing import Subscribing
from bot.chat.pages.page import Ours
from bot.chat.pages.post import send
from bot.chat.wire.tasks import for_ever
from bot.chat.wording.markup import Html, join
from bot.chat.wording.texts import Language, language_of, text
from bot.languages.interface.messages import Message as Words
from bot.storage.maintaining.keepers import Keeper, Keepers

log = logging.getLogger(__name__)

_OFF = "off"


@dataclass(frozen=True, slots=True)
class Notices:
    """Tells maintainers what is due, at times that each chooses; ``times`` are those of the settings."""

    keepers: Keepers
    reports: Reports
    offering: Offering
    subscribing: Subscribing
    maintainers: frozenset[int]
    times: Times
    clock: Callable[[], float] = time.time
    out_of_reach: set[int] = field(default_factory=set)
    """Who has no private chat with the bot, or has blocked it, until they write again."""

    async def heard(self, user_id: int, language: Language) -> None:
        """Remember in which language somebody who writes is spoken to. Raises StorageError."""
        self.out_of_reach.discard(user_id)
        if (await self.keepers.of(user_id)).language != language:
            await self.keepers.change(user_id, language=language.value)

    async def daily(self, request: Request) -> None:
        """Let a report come each day at the time that is given, or none, and say what holds."""
        wanted, zone = _wanted(request)
        try:
            minute = minute_of(wanted) if wanted not in {"", _OFF} else None
            times = await self._with_zone(request, zone)
        except ValueError:
            await request.tell(Words.NOTICES_USAGE)
            return
        if minute is not None and times.quiet.holds(minute):
            await request.tell(Words.NOTICES_AT_NIGHT, time=clock_time(minute), quiet=str(times.quiet))
            return
        if wanted:
            await self.keepers.change(request.reader, daily=minute, told_at=self.clock())
        await self._state(request)

    async def quiet(self, request: Request) -> None:
        """Let it be quiet at the hours that are given, or never, and say what holds."""
        wanted, zone = _wanted(request)
        try:
            hours = Hours.parse(wanted)
            await self._with_zone(request, zone)
        except ValueError:
            await request.tell(Words.NOTICES_USAGE)
            return
        if wanted:
            await self.keepers.change(request.reader, quiet=str(hours))
        await self._state(request)

    async def work(self, bot: Bot) -> None:
        """Tell whoever is due, for ever. Raises nothing: what fails is tried again."""
        await for_ever(partial(self.round, bot), LIMITS.waiting.notices, "maintainers have to wait")

    async def round(self, bot: Bot) -> None:
        """Tell all who are due now. Raises StorageError."""
        for maintainer in sorted(self.maintainers - self.out_of_reach):
            keeper, now = await self.keepers.of(maintainer), self.clock()
            if keeper.told_at > now:  # the clock was ahead: else nothing would be told until then
                await self.keepers.change(maintainer, told_at=now)
            elif not self._times_of(keeper).is_quiet(now):
                await self._tell(bot, keeper, now)

    async def _tell(self, bot: Bot, keeper: Keeper, now: float) -> None:
        try:
            await self.offering.tell(bot, keeper)
            await self.offering.offer(bot, keeper, now)
            if keeper.daily is not None and self._times_of(keeper).is_due(keeper.daily, keeper.told_at, now):
                await self._report(bot, keeper, now)
        except Forbidden as error:
            log.info("maintainer %d cannot be told anything: %s", keeper.user_id, error)
            self.out_of_reach.add(keeper.user_id)
        except TelegramError as error:
            log.debug("maintainer %d is told later: %s", keeper.user_id, error)

    async def _report(self, bot: Bot, keeper: Keeper, now: float) -> None:
        if report := await self.reports.since(keeper.told_at, language_of(keeper.language)):
            await send(bot, keeper.user_id, report)
        await self.keepers.change(keeper.user_id, told_at=now)

    async def _with_zone(self, request: Request, zone: str) -> Times:
        """Keep a time zone that is given, and return what holds then. Raises ValueError if none is known."""
        if zone:
            await self.keepers.change(request.reader, zone=zone_of(zone).key)
        return self._times_of(await self.keepers.of(request.reader))

    def _times_of(self, keeper: Keeper) -> Times:
        quiet = Hours.parse(keeper.quiet) if keeper.quiet else self.times.quiet
        return Times(quiet, zone_of(keeper.zone) if keeper.zone else self.times.zone)

    async def _state(self, request: Request) -> None:
        """Say when a report comes, and when there is silence."""
        keeper = await self.keepers.of(request.reader)
        times = self._times_of(keeper)
        await request.say(Ours(join(_lines(keeper, times, request.language), "\n")))


def _wanted(request: Request) -> tuple[str, str]:
    """Return the time or hours that a command gives, and the time zone; "" for what it does not."""
    first, _, zone = request.words.strip().replace("–", "-").partition(" ")
    return first.casefold(), zone.strip()


def _lines(keeper: Keeper, times: Times, language: Language) -> list[Html]:
    if keeper.daily is None:
        daily = text(Words.NOTICES_NONE, language)
    else:
        daily = text(Words.NOTICES_DAILY, language, time=clock_time(keeper.daily), zone=times.zone.key)
    if times.quiet == Hours():
        return [daily, text(Words.NOTICES_NO_QUIET, language)]
    return [daily, text(Words.NOTICES_QUIET, language, quiet=str(times.quiet), zone=times.zone.key)]
