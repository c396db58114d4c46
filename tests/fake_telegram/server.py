"""A Bot API over real HTTP, on a local port."""

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email.utils import formatdate
from typing import Any

from aiohttp import ClientError, ClientSession, web

from tests.fake_telegram.faults import Fault, FaultPlan
from tests.fake_telegram.markup import Json
from tests.fake_telegram.methods import Methods
from tests.fake_telegram.rooms import Upload
from tests.fake_telegram.rules import ApiError
from tests.fake_telegram.transcript import Transcript
from tests.fake_telegram.world import World

_TEXTS = re.compile(
    r"text|caption|parse_mode|action|language_code|file_id|inline_message_id|callback_query_id"
    r"|inline_query_id|next_offset|url|secret_token|short_description|description"
)
_UPDATE_CALLS = {"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"}


class Server:
    """Answers calls, hands out updates, keeps the transcript, wakes whoever waits for a change."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token
        self.methods = Methods(world)
        self.faults = FaultPlan()
        self.transcript = Transcript()
        self.calls: list[tuple[str, Json]] = []
        self.webhook: Json = {}
        self.webhook_statuses: list[int] = []
        self.allowed_updates: list[str] | None = None
        self.url = ""
        self.patience = 20.0
        """Seconds after which a story that waits in vain fails."""
        self._changed = asyncio.Event()
        self.polls = 0
        """Calls of getUpdates so far."""
        self._pusher: asyncio.Task[None] | None = None
        self._stopping = asyncio.Event()
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", f"/bot{token}/{{method}}", self._answer)
        app.router.add_get(f"/file/bot{token}/documents/{{file_id}}", self._download)
        app.router.add_route("*", "/{rest:.*}", self._unauthorized)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)

    async def start(self) -> None:
        await self._runner.setup()
        await self._listen(0)
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"

    async def _listen(self, port: int) -> None:
        self._site = web.TCPSite(self._runner, "127.0.0.1", port, backlog=1024)
        await self._site.start()

    @asynccontextmanager
    async def out_of_reach(self) -> AsyncIterator[None]:
        """Take no connection while the block runs; those that there are end."""
        port = int(self._runner.addresses[0][1])
        await self._site.stop()
        for connection in self._runner.server.connections if self._runner.server else ():
            connection.force_close()
        try:
            yield
        finally:
            await self._listen(port)

    async def stop(self) -> None:
        self._stopping.set()
        self.changed()
        if self._pusher:
            self._pusher.cancel()
        await self._runner.cleanup()

    def changed(self) -> None:
        """Wake everybody who waits in ``until``."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, condition: Callable[[], object], waited_for: str) -> None:
        """Wait until ``condition`` holds; fail with the transcript after ``patience`` seconds."""
        try:
            async with asyncio.timeout(self.patience):
                while not condition():
                    await self._changed.wait()
        except TimeoutError:
            last = [(sent.chat_id, sent.method, sent.text) for sent in self.transcript[-5:]]
            raise AssertionError(f"waited in vain for {waited_for}; last sent: {last}") from None

    async def _unauthorized(self, _: web.Request) -> web.Response:
        return _failure(ApiError(401, "Unauthorized"))

    async def _download(self, request: web.Request) -> web.Response:
        content = self.world.files.get(request.match_info["file_id"])
        return web.Response(body=content) if content is not None else web.Response(status=404)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            data = await _read(request)
        except ConnectionResetError:  # the bot was killed while it spoke
            return web.Response(status=400)
        fault = self.faults.next(method, data.get("chat_id"))
        if fault and fault.kind not in ("lost_reply", "hang", "odd"):
            self.changed()
            return _fail_before(request, fault)
        try:
            result = await self._call(method, data)
        except ApiError as error:
            response = _failure(error)
        else:
            response = web.json_response({"ok": True, "result": result})
        response.headers["Date"] = formatdate(self.world.clock, usegmt=True)
        self.changed()
        if fault and fault.kind == "odd":
            return web.Response(status=fault.status, text=fault.body)
        if fault and fault.kind == "hang":
            await self._stopping.wait()
        if fault and request.transport:
            request.transport.abort()
        return response

    async def _call(self, method: str, data: Json) -> Any:
        if method == "getUpdates":
            return await self._get_updates(data)
        if method in _UPDATE_CALLS:
            return self._change_webhook(method, data)
        self.calls.append((method, data))
        result = self.methods.call(method, data)
        self.transcript.add(method, data, result)
        return result

    async def _get_updates(self, data: Json) -> list[Json]:
        if self.webhook.get("url"):
            raise ApiError(
                409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
            )
        if type(data.get("timeout", 0)) is not int:
            self.methods.complaints.append(f"getUpdates got a timeout that is no integer: {data['timeout']}")
        self.polls += 1
        mine = self.polls
        self._remember_allowed(data)
        offset = data.get("offset", 0)
        self.world.updates = [u for u in self.world.updates if u.get("update_id", offset) >= offset]
        self.changed()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(data.get("timeout", 0)):
                while mine == self.polls and not self._pending() and not self._stopping.is_set():
                    await self._changed.wait()
        if mine != self.polls:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
                " is running",
            )
        return self._pending()[: data.get("limit", 100)]

    def _remember_allowed(self, data: Json) -> None:
        if "allowed_updates" in data:
            self.allowed_updates = data["allowed_updates"]

    def _pending(self) -> list[Json]:
        allowed = self.allowed_updates
        return [u for u in self.world.updates if allowed is None or _kind(u) in allowed]

    def _change_webhook(self, method: str, data: Json) -> Json | bool:
        if method == "getWebhookInfo":
            pending = len(self.world.updates)
            return {
                "url": self.webhook.get("url", ""),
                "has_custom_certificate": False,
                "pending_update_count": pending,
            }
        if self._pusher:
            self._pusher.cancel()
            self._pusher = None
        self.webhook = data if method == "setWebhook" else {}
        self._remember_allowed(data)
        if self.webhook.get("url"):
            self._pusher = asyncio.create_task(self._push())
        return True

    async def _push(self) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with ClientSession(headers=headers) as session:
            while True:
                while not self._pending():
                    await self._changed.wait()
                update = self._pending()[0]
                if await self._post(session, update):
                    self.world.updates.remove(update)
                    self.changed()

    async def _post(self, session: ClientSession, update: Json) -> bool:
        try:
            async with session.post(self.webhook["url"], json=update) as response:
                self.webhook_statuses.append(response.status)
                return response.ok
        except ClientError:
            await asyncio.sleep(0.01)  # the bot is not listening yet, or is being restarted
            return False


async def _read(request: web.Request) -> Json:
    if request.content_type == "application/json":
        body = await request.json()
        return dict(body)
    fields = await request.post()
    data: Json = {}
    for name, value in fields.items():
        if isinstance(value, web.FileField):
            data[name] = Upload(value.file.read(), value.filename)
        elif isinstance(value, bytes | bytearray):
            data[name] = bytes(value)
        else:
            data[name] = value if _TEXTS.fullmatch(name) else _value(value)
    for name, value in data.items():
        if isinstance(value, str) and value.startswith("attach://"):
            data[name] = data[value.removeprefix("attach://")]
    return {k: v for k, v in data.items() if not k.startswith("attached")}


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _kind(update: Json) -> str:
    return next((key for key in update if key != "update_id"), "")


def _fail_before(request: web.Request, fault: Fault) -> web.Response:
    if fault.kind == "429":
        wait = fault.retry_after
        return _failure(ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait))
    if fault.kind == "401":
        return _failure(ApiError(401, "Unauthorized"))
    if fault.kind == "500":
        return _failure(ApiError(500, "Internal Server Error"))
    if fault.kind == "502":
        return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>")
    if request.transport:
        request.transport.abort()
    return web.Response(status=500)


def _failure(error: ApiError) -> web.Response:
    body: Json = {"ok": False, "error_code": error.code, "description": str(error)}
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.code)
