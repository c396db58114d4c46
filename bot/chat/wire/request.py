"""What the Bot API's server answers, looked at before it is believed: proxies answer in its place too."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import httpx
from telegram import (
    BotCommand,
    BotDescription,
    BotShortDescription,
    ChatMember,
    File,
    Message,
    User,
    WebhookInfo,
)
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

Fits = Callable[[Any], bool]
"""Tells whether something is what a method has as its result."""


@dataclass(slots=True)
class TelegramClock:
    """What time it is where messages are dated, as the last answer told; until there is one, by our clock.

    A machine's clock may be days ahead, or jump; in between seconds are counted.
    """

    _told: datetime | None = None
    _told_at: float = 0.0

    async def hear(self, answer: httpx.Response) -> None:
        """Set it by an answer of the server."""
        with suppress(ValueError):  # it has no date, or an odd one
            told = parsedate_to_datetime(answer.headers.get("Date", ""))
            self._told = told if told.tzinfo else told.replace(tzinfo=UTC)
            self._told_at = time.monotonic()

    def now(self) -> datetime:
        """Return the time, in UTC."""
        if self._told is None:
            return datetime.now(UTC)
        return self._told + timedelta(seconds=time.monotonic() - self._told_at)


class CheckedRequest(HTTPXRequest):
    """Takes an answer only where it is the Bot API's; any other is a failure of the network.

    So it counts as a call that may have been obeyed, and is repeated where that does no harm. Nothing but
    the server's own word says that the token is unknown.
    """

    async def do_request(self, url: str, method: str, *given: Any, **more: Any) -> tuple[int, bytes]:
        """Make the call and return status and body. Raises TelegramError."""
        code, body = await super().do_request(url, method, *given, **more)
        succeeded = HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES
        if succeeded and method == "GET":  # a file
            return code, body
        if not _is_answer(body, url.rpartition("/")[2], succeeded):
            raise NetworkError(f"the answer ({code}) is not Telegram's")
        return code, body


def _is_answer(body: bytes, method: str, succeeded: bool) -> bool:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(said, dict) or said.get("ok") is not succeeded:
        return False
    return _is_result(said.get("result"), method) if succeeded else _is_refusal(said)


def _is_refusal(said: dict[str, Any]) -> bool:
    parameters = said.get("parameters", {})
    return (
        isinstance(said.get("description"), str)
        and isinstance(parameters, dict)
        and type(parameters.get("retry_after", 1)) is int
        and type(parameters.get("migrate_to_chat_id", 1)) is int
    )


def _is_result(result: object, method: str) -> bool:
    fits = _RESULTS.get(method, _is_truth)
    if method.startswith("send") and method != "sendChatAction":
        fits = _is_message
    elif method.startswith("edit"):
        fits = _is_change
    try:
        return fits(result)
    except Exception:  # whatever a library raises for what it does not know
        return False


def _is_truth(result: object) -> bool:
    return isinstance(result, bool)


def _is_message(result: Any) -> bool:
    return type(result["message_id"]) is int and Message.de_json(result, None).chat.id != 0


def _is_change(result: object) -> bool:
    return result is True or _is_message(result)


def _like(kind: Any) -> Fits:
    return lambda result: isinstance(result, dict) and bool(kind.de_json(result, None))


def _many(kind: Any) -> Fits:
    one = _like(kind)
    return lambda result: isinstance(result, list) and all(map(one, result))


_RESULTS: dict[str, Fits] = {
    "getMe": _like(User),
    "getUpdates": lambda result: isinstance(result, list),  # each is looked at by itself
    "getMyCommands": _many(BotCommand),
    "getMyDescription": _like(BotDescription),
    "getMyShortDescription": _like(BotShortDescription),
    "getChatMember": _like(ChatMember),
    "getChatAdministrators": _many(ChatMember),
    "getFile": _like(File),
    "getWebhookInfo": _like(WebhookInfo),
}
