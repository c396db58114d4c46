"""What Telegram says: the token, how the bot is set up, who else receives for it, what it may in groups."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from telegram import Bot, ChatMember, User, WebhookInfo
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.basics.errors import BotError
from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.chat.wire.request import CheckedRequest
from bot.serving.doctor.finding import Finding, bad, good, noted
from bot.storage.chats import Chats
from bot.storage.data_folder import DATABASE
from bot.storage.database import Database, version_of
from bot.storage.lock import is_held
from bot.storage.schema import DATA_VERSION

_GROUPS = 20
"""Groups that are asked about: each is a call."""
_CLOCK = 60
"""Seconds that a clock may be wrong: Telegram's times are compared with ours where messages are old."""


async def look_at_telegram(settings: Settings) -> AsyncIterator[Finding]:
    """Yield what is found. Nothing is changed, and no update is lost."""
    if settings.token is None:
        yield bad("token", "not set", "set BOT_TOKEN to what @BotFather gave you, or call init")
        return
    yield await _clock(settings)
    seconds = settings.api_timeout_seconds
    request = CheckedRequest(1, read_timeout=seconds, connect_timeout=seconds)
    bot = Bot(settings.required_token, settings.api_base_url, request=request, get_updates_request=request)
    try:
        me = await bot.get_me()
        yield good("token", f"@{me.username}")
        for finding in _profile(me):
            yield finding
        async for finding in _receiving(bot, settings):
            yield finding
        yield await _groups(bot, me, settings)
    except InvalidToken:
        yield bad("token", "Telegram does not know it", "ask @BotFather for it: /mybots, API Token")
    except TelegramError as error:
        yield bad(
            "Telegram", f"no answer from {_origin(settings)}: {error}", "look at network, proxy and firewall"
        )
    finally:
        await request.shutdown()


def _profile(me: User) -> list[Finding]:
    inline, groups = "inline mode", "privacy mode"
    return [
        good(inline, "on") if me.supports_inline_queries else noted(inline, "off", "@BotFather: /setinline"),
        noted(groups, "off: groups send all that they write", "@BotFather: /setprivacy, Enable")
        if me.can_read_all_group_messages
        else good(groups, "on"),
        good("groups", "can be added")
        if me.can_join_groups
        else noted("groups", "cannot be added", "@BotFather: /setjoingroups, Enable"),
    ]


async def _receiving(bot: Bot, settings: Settings) -> AsyncIterator[Finding]:
    info = await bot.get_webhook_info()
    yield _webhook(info, settings)
    if not info.url and not is_held(settings.data):
        yield await _other_poller(bot)


def _webhook(info: WebhookInfo, settings: Settings) -> Finding:
    waiting = f"{info.pending_update_count} update(s) wait"
    if not settings.webhook_url:
        if info.url:
            return noted(
                "webhook", f"set, though BOT_WEBHOOK_URL is not; {waiting}", "serve removes it and polls"
            )
        return good("webhook", f"not set, the bot polls; {waiting}")
    if info.url != settings.webhook_url:
        return noted("webhook", f"not this BOT_WEBHOOK_URL; {waiting}", "serve sets it")
    if info.last_error_message:
        return bad(
            "webhook", f"Telegram says: {info.last_error_message}; {waiting}", "look at the proxy before it"
        )
    return good("webhook", f"set; {waiting}")


async def _other_poller(bot: Bot) -> Finding:
    """Poll without confirming anything: whoever else polls does so again meanwhile, and ends this poll."""
    try:
        await bot.get_updates(limit=1, timeout=int(LIMITS.waiting.other_poller))
    except Conflict:
        return bad("polling", "another process polls with this token", "stop it, or use another token")
    return good("polling", "nobody else polls with this token")


async def _groups(bot: Bot, me: User, settings: Settings) -> Finding:
    database = settings.data / DATABASE
    try:
        if not database.exists() or version_of(database) != DATA_VERSION:
            return noted("rights in groups", "no group is known yet")
        async with Database.open(database) as opened:
            groups = await Chats(opened).groups(_GROUPS)
        counted = Counter([await _right(bot, me, group) for group in groups])
    except BotError as error:
        return bad("rights in groups", str(error), "see the line on the database")
    told = ", ".join(f"{right} in {count}" for right, count in counted.most_common())
    if not groups:
        return noted("rights in groups", "no group is known yet")
    if "may not write" in counted:
        return bad("rights in groups", told, "ask an administrator to let the bot write")
    return good("rights in groups", told)


async def _right(bot: Bot, me: User, group: int) -> str:
    try:
        member = await bot.get_chat_member(group, me.id)
    except TelegramError:
        return "not a member"
    if member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        return "not a member"
    may_write = getattr(member, "can_send_messages", True)
    return member.status if may_write else "may not write"


async def _clock(settings: Settings) -> Finding:
    try:
        async with httpx.AsyncClient(timeout=settings.api_timeout_seconds) as client:
            answer = await client.head(_origin(settings))
        theirs = parsedate_to_datetime(answer.headers["Date"])
    except (httpx.HTTPError, KeyError, ValueError):
        return noted("clock", "not compared: no answer with a date")
    off = abs((datetime.now(UTC) - theirs).total_seconds())
    if off > _CLOCK:
        return bad(
            "clock", f"differs from Telegram's by {off:,.0f} s", "let the clock be set from the network (NTP)"
        )
    return good("clock", "as Telegram's")


def _origin(settings: Settings) -> str:
    """Return the server without a path, which may hold a secret."""
    return str(httpx.URL(settings.api_base_url).copy_with(raw_path=b"/", username=None, password=None))
