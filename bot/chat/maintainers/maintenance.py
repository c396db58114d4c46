"""Commands of maintainers: reload, return to an edition, and all that only they may see."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from telegram import Chat, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters
from telegram.ext.filters import MessageFilter

from bot.basics.limits import LIMITS
from bot.chat.maintainers.allowing import Allowing
from bot.chat.maintainers.contributing import Contributing
from bot.chat.maintainers.desk import Desk, Request
from bot.chat.maintainers.reload_report import short_id
from bot.chat.maintainers.reports import Reports, deed_line
from bot.chat.maintainers.rights import Rights, is_anonymous
from bot.chat.maintainers.scoping import Scoping
from bot.chat.maintainers.unasked.notices import Notices
from bot.chat.pages.buttons import BUTTONS, Cancel, Confirm, Decide, Dismiss, parse_button
from bot.chat.pages.codes import pattern_of
from bot.chat.pages.page import Ours
from bot.chat.pages.post import reply
from bot.chat.talk.addressing import command_of
from bot.chat.talk.answering import Context
from bot.chat.wire.allowance import Allowance
from bot.chat.wire.pressing import acknowledge, stands_below
from bot.chat.wire.tasks import Tasks
from bot.chat.wording.markup import join
from bot.chat.wording.speaking import language_for, language_of_press
from bot.chat.wording.texts import plain, text
from bot.core.asking.message import only_asks
from bot.languages.interface.messages import Message as Words
from bot.storage.chats import Chats
from bot.storage.maintaining.discoveries import Sort
from bot.upkeep import Actor

log = logging.getLogger(__name__)

Does = Callable[[Request], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Obeys maintainers; others get a short word in private, and silence in groups."""

    desk: Desk
    rights: Rights
    reports: Reports
    contributing: Contributing
    allowing: Allowing
    scoping: Scoping
    notices: Notices
    tasks: Tasks
    anonymous: Allowance = field(default_factory=lambda: Allowance(LIMITS.asking.anonymous_a_minute))
    """Of each group whose anonymous writers give commands: any stranger may have a group of their own."""

    async def on_command(self, update: Update, context: Context) -> None:
        """Do what a maintainer's command says, beside everything else."""
        message = update.message
        command = command_of(message, context.bot.bot) if message else None
        if message is None or command is None:
            return
        given = next(known for known in MAINTAINER_COMMANDS if known.name == command[0])
        does = partial(given.does, self)
        await self._obey(message, command[1], does, update, context, again=given.name not in _READ_ANEW)

    async def on_material(self, update: Update, context: Context) -> None:
        """Look at a document, or a post that was forwarded, as something to add."""
        if message := update.message:
            await self._obey(message, "", self.contributing.offer, update, context, again=True)

    @property
    def _chats(self) -> Chats:
        return self.scoping.sight.chats

    async def on_correction(self, update: Update, context: Context) -> None:
        """Correct the preview that a maintainer replies to."""
        if message := update.message:
            await self._obey(message, message.text or "", self.contributing.edit, update, context)

    async def on_press(self, update: Update, context: Context) -> None:
        """Do, or give up, what waits for this press; only maintainers press."""
        query = update.callback_query
        actor = self.rights.actor(query.from_user) if query else None
        if query is None or not isinstance(query.message, Message):
            return
        language, action = await language_of_press(query, self._chats), parse_button(query.data or "")
        if actor is None and isinstance(action, Confirm | Cancel):
            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))
            return
        is_there = stands_below(query.message, query.data or "")
        given = action if is_there and isinstance(action, Confirm | Cancel) else None
        deed = self.desk.waiting.take(given.operation) if given else None
        if deed is None or actor is None:
            await acknowledge(query, plain(Words.BUTTON_TOO_OLD, language))
            return
        await acknowledge(query)
        with suppress(TelegramError):
            await query.message.edit_reply_markup(None)
        if isinstance(action, Cancel):
            await reply(query.message, Ours(text(Words.CANCELLED, language)))
            return
        # Again it finds nothing to do, but says so: what waits for a press does not outlive the process.
        self._begin(deed(actor, query.message), update, context, again=True)

    async def on_decision(self, update: Update, context: Context) -> None:
        """Decide about what was found on the web; only maintainers press."""
        query = update.callback_query
        if query is None or not isinstance(query.message, Message):
            return
        actor, action = self.rights.actor(query.from_user), parse_button(query.data or "")
        language, offering = await language_of_press(query, self._chats), self.notices.offering
        if actor is None:
            await acknowledge(query, plain(Words.MAINTAINERS_ONLY, language))
            return
        action = action if stands_below(query.message, query.data or "") else None
        if isinstance(action, Dismiss) and await offering.findings.dismiss(action.first, action.last):
            await acknowledge(query, plain(Words.FOLLOW_DISMISSED, language))
            await _without_buttons(query.message)
            return
        decision = action if isinstance(action, Decide) else None
        finding = await offering.findings.get(decision.finding) if decision else None
        if finding is None or decision is None:
            await acknowledge(query, plain(Words.BUTTON_TOO_OLD, language))
            return
        await acknowledge(query)
        if finding.sort is not Sort.ENTRY:  # others are offered below the same message
            await _without_buttons(query.message)
        request = Request(actor, query.message, "", language)
        self._begin(offering.decide(request, decision, finding), update, context)

    async def _obey(  # noqa: PLR0913 (an update, and what it asks for)
        self,
        message: Message,
        words: str,
        does: Does,
        update: Update,
        context: Context,
        *,
        again: bool = False,
    ) -> None:
        language = await language_for(message.from_user, message.chat, self._chats)
        actor = self.rights.writer(message)
        if actor:
            self._begin(does(Request(actor, message, words, language)), update, context, again=again)
            await self.notices.heard(actor.id or 0, language)
        elif is_anonymous(message):
            if self.anonymous.take(message.chat.id):
                return

            async def confirmed(actor: Actor, _: Message) -> None:
                await does(Request(actor, message, words, language))

            keyboard = self.desk.waiting.keyboard(confirmed, Words.BUTTON_CONFIRM, language, None)
            await reply(message, Ours(text(Words.CONFIRM_IN_PERSON, language)), keyboard)
        elif message.chat.type == ChatType.PRIVATE:
            await reply(message, Ours(text(Words.MAINTAINERS_ONLY, language)))

    def _begin(self, work: Awaitable[None], update: Update, context: Context, *, again: bool = False) -> None:
        """Do the work beside the chats; ``again`` says that it is to come again where the process dies."""

        async def trouble(error: Exception) -> None:
            await context.application.process_error(update, error)

        async def run() -> None:
            await work

        self.tasks.begin(run(), trouble, update.update_id if again else None)


async def _without_buttons(message: Message) -> None:
    with suppress(TelegramError):
        await message.edit_reply_markup(None)


async def _reload(house: Maintenance, request: Request) -> None:
    upkeep = house.desk.upkeep
    dry = request.words.casefold().startswith("dry")
    work = upkeep.look(request.actor) if dry else upkeep.reload(request.actor, silently=True)
    await house.desk.follow(request, work)


async def _editions(house: Maintenance, request: Request) -> None:
    kept = {k.facts.edition: k.facts for k in reversed(house.desk.upkeep.shelf.editions.all())}
    lines = [
        text(
            Words.EDITIONS_LINE,
            request.language,
            edition=short_id(facts.edition),
            moment=f"{datetime.fromtimestamp(facts.made_at, UTC):%Y-%m-%d %H:%M}",
            count=facts.articles,
        )
        for facts in sorted(kept.values(), key=lambda facts: -facts.made_at)
    ]
    await request.say(Ours(join([text(Words.EDITIONS_HEADING, request.language), *lines], "\n")))


async def _roll_back(house: Maintenance, request: Request) -> None:
    upkeep = house.desk.upkeep
    if not request.words:
        await request.tell(Words.ROLLBACK_USAGE)
        return
    kept = upkeep.shelf.editions.find(request.words.casefold())
    if kept is None:
        await request.tell(Words.EDITION_UNKNOWN, edition=request.words[:64])
        return
    await house.desk.follow(request, upkeep.roll_back(request.actor, kept), Words.ROLLBACK_UNKEPT)


async def _undo(house: Maintenance, request: Request) -> None:
    """Ask whether the last change is to be taken back; then the edition before it serves again."""
    upkeep = house.desk.upkeep
    last = await upkeep.history.last_change()
    kept = upkeep.shelf.editions.find(last[1].from_edition) if last else None
    if last is None or kept is None:
        await request.tell(Words.UNDO_NOTHING)
        return

    async def undo(actor: Actor, message: Message) -> None:
        again = Request(actor, message, "", request.language)
        work = upkeep.roll_back(actor, kept)
        await house.desk.follow(again, work, Words.ROLLBACK_UNKEPT, undo)

    asked = [text(Words.UNDO_CONFIRM, request.language), deed_line(*last, request.language)]
    await house.desk.confirm(request, Ours(join(asked, "\n")), undo)


Obeys = Callable[[Maintenance, Request], Awaitable[None]]


def _in_private(does: Obeys) -> Obeys:
    """Return what reports to the maintainer alone: a group sees only where the report is."""

    async def does_in_private(house: Maintenance, request: Request) -> None:
        asked, reader = request.message, request.actor.id
        if asked.chat.type == ChatType.PRIVATE or reader is None:
            await does(house, request)
            return
        private = Message(asked.message_id, asked.date, Chat(reader, ChatType.PRIVATE))
        private.set_bot(asked.get_bot())
        try:
            await does(house, replace(request, message=private))
        except (Forbidden, BadRequest) as error:
            log.info("maintainer %d has no private chat with the bot: %s", reader, error)
            await request.tell(Words.OPEN_PRIVATE_FIRST)
        else:
            await request.tell(Words.REPORTED_IN_PRIVATE)

    return does_in_private


async def _allow(house: Maintenance, request: Request) -> None:
    """Say who is served, or list them for the maintainer alone."""
    if request.words or request.message.reply_to_message:
        await house.allowing.obey(request)
    else:
        await _in_private(lambda house, request: house.allowing.tell(request))(house, request)


async def _scope(house: Maintenance, request: Request) -> None:
    """Say what a chat sees, or tell it to the maintainer alone."""
    asked_in = request.message.chat.id
    if request.words:
        await house.scoping.obey(request)
    else:
        await _in_private(lambda house, request: house.scoping.tell(request, asked_in))(house, request)


@dataclass(frozen=True, slots=True)
class MaintainerCommand:
    """A command of maintainers, how their menus describe it, and what it does."""

    name: str
    described: Words
    does: Obeys


_READ_ANEW = frozenset({"reload", "edit", "rollback"})
"""Those that read the articles anew: they do not come again after a death, which may be their doing."""


def _report(name: str, described: Words, does: Obeys) -> MaintainerCommand:
    """Return a command whose report goes to whoever asks for it alone: it tells what others asked."""
    return MaintainerCommand(name, described, _in_private(does))


MAINTAINER_COMMANDS = (
    MaintainerCommand("reload", Words.COMMAND_RELOAD, _reload),
    MaintainerCommand("add", Words.COMMAND_ADD, lambda house, request: house.contributing.add(request)),
    MaintainerCommand("edit", Words.COMMAND_EDIT, lambda house, request: house.contributing.edit(request)),
    MaintainerCommand(
        "remove", Words.COMMAND_REMOVE, lambda house, request: house.contributing.remove(request)
    ),
    _report("editions", Words.COMMAND_EDITIONS, _editions),
    MaintainerCommand("rollback", Words.COMMAND_ROLLBACK, _roll_back),
    MaintainerCommand("undo", Words.COMMAND_UNDO, _undo),
    MaintainerCommand("allow", Words.COMMAND_ALLOW, _allow),
    MaintainerCommand("scope", Words.COMMAND_SCOPE, _scope),
    _report("history", Words.COMMAND_HISTORY, lambda house, request: house.reports.history(request)),
    _report("gaps", Words.COMMAND_GAPS, lambda house, request: house.reports.gaps(request)),
    _report("stats", Words.COMMAND_STATS, lambda house, request: house.reports.stats(request)),
    _report("notices", Words.COMMAND_NOTICES, lambda house, request: house.notices.daily(request)),
    _report("quiet", Words.COMMAND_QUIET, lambda house, request: house.notices.quiet(request)),
    _report("follow", Words.COMMAND_FOLLOW, lambda house, request: house.notices.subscribing.follow(request)),
    _report(
        "unfollow", Words.COMMAND_UNFOLLOW, lambda house, request: house.notices.subscribing.unfollow(request)
    ),
    _report("status", Words.COMMAND_STATUS, lambda house, request: house.reports.status(request)),
)
"""All that only maintainers may type after a slash, in the order of their menu."""

_COMMAND = rf"(?i)^/(?:{'|'.join(known.name for known in MAINTAINER_COMMANDS)})(?:@\w+)?(?:\s|$)"

_PRESSES = pattern_of("".join(kind.letter for kind in BUTTONS if kind.carries in {Confirm, Cancel}))
_DECISIONS = pattern_of("".join(kind.letter for kind in BUTTONS if kind.carries in {Decide, Dismiss}))


class _Asks(MessageFilter):
    """Lets through what only asks: whoever forwards a question wants an answer."""

    def filter(self, message: Message) -> bool:
        return only_asks(message.text or message.caption or "")


def register_maintenance(app: Application, maintenance: Maintenance) -> None:  # type: ignore[type-arg]
    """Add the handlers; they come before all others."""
    new = filters.UpdateType.MESSAGE
    command = filters.Regex(_COMMAND) | filters.CaptionRegex(_COMMAND)
    maintainer = filters.User(maintenance.rights.maintainers)
    material = (filters.Document.ALL | (filters.FORWARDED & ~_Asks())) & filters.ChatType.PRIVATE
    app.add_handler(MessageHandler(new & command, maintenance.on_command))
    app.add_handler(MessageHandler(new & maintainer & material, maintenance.on_material))
    app.add_handler(
        MessageHandler(new & maintainer & maintenance.contributing.is_correction, maintenance.on_correction)
    )
    app.add_handler(CallbackQueryHandler(maintenance.on_press, pattern=_PRESSES))
    app.add_handler(CallbackQueryHandler(maintenance.on_decision, pattern=_DECISIONS))
