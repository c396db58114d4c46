"""No secret is in anything that is written: logs at debug level, messages, figures, files, process lists."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.basics.settings import name_of, read_settings
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.folders import KILN
from tests.stories.conftest import free_port
from tests.stories.process import SECRETS, process
from tests.stories.secrets import GIVEN, PAGE_TOKEN, SENT_AS, kept, secret_fields, told_of
from tests.stories.test_handing import ODD
from tests.stories.test_maintenance import document, told


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A Telegram for a bot that reads a folder of its own."""
    async with FakeTelegram() as fake:
        fake.server.patience = 60.0  # the process loads its models first
        yield fake


@asynccontextmanager
async def echo(keys: list[str]) -> AsyncIterator[str]:
    """An encoder that refuses and tells whoever asks all that was said, the key included."""

    async def refuse(request: web.Request) -> web.Response:
        keys.append(request.headers.get("Authorization", ""))
        return web.Response(status=401, text=f"no such key: {dict(request.headers)} {await request.text()}")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", refuse)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        await runner.cleanup()


def below(pid: int) -> Iterator[int]:
    """Yield a process and all that it has started."""
    yield pid
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from below(int(child))


def listed(pid: int) -> str:
    """Return what others on the machine read of a process and those that it has started."""
    return "\n".join(Path(f"/proc/{number}/cmdline").read_text() for number in below(pid))


async def entered(client: aiohttp.ClientSession, address: str) -> str:
    """Enter the page of maintainers, at first with a wrong token; return what the browser holds then."""
    for token in (PAGE_TOKEN[1:], PAGE_TOKEN):
        async with client.post(address, data={"token": token}, allow_redirects=False) as got:
            cookie = got.headers.get("Set-Cookie", "")
    return cookie.partition("=")[2].partition(";")[0]


async def printed(settings: dict[str, str], *command: str) -> str:
    """Return all that a command prints."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *command),
        env={**os.environ, **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    return (await child.communicate())[0].decode()


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="process lists are read as Linux has them")
async def test_no_secret_is_in_anything_that_is_written(telegram: FakeTelegram, tmp_path: Path) -> None:
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    corpus.mkdir()
    data.mkdir()
    (corpus / "kiln.md").write_text(f"---\ntitle: The kiln\nurl: http://127.0.0.1/kiln\n---\n\n{KILN}\n")
    aya, operators = telegram.user("Aya"), telegram.private(telegram.user("Operator"))
    chat, keys = telegram.private(aya), list[str]()
    hook, health, page = (f"127.0.0.1:{free_port()}" for _ in range(3))
    async with echo(keys) as encoder:
        settings = SECRETS | {
            "BOT_CORPUS": str(corpus),
            "BOT_LOG_LEVEL": "DEBUG",
            "BOT_LOG_FORMAT": "json",
            "BOT_MAINTAINERS": str(aya.id),
            "BOT_ERROR_CHAT": str(operators.id),
            "BOT_WEBHOOK_URL": f"http://{hook}/hook",
            "BOT_WEBHOOK_LISTEN": hook,
            "BOT_HEALTH_LISTEN": health,
            "BOT_WEB_LISTEN": page,
            "BOT_MEANING": "true",
            "BOT_MEANING_URL": encoder,
            "BOT_MEANING_MODEL": "any",
            "BOT_REFRESH_HOURS": "1",
        }
        async with process(telegram, data, "bot", "serve", **settings) as bot:
            for words in ("/start", "How long was the kiln at Orrin Bank fired?", "/proof 1", "/status"):
                await chat.asks(words)
            chat.says("", **document(telegram, "weir.html", b"<p>The weir below Tessel Mill broke.</p>"))
            await told(chat, "Add this article?")
            chat.says("", **document(telegram, "torn.docx", b"PK\x03\x04 no archive"))
            await told(chat, "torn.docx")
            chat.says("/reload")
            await told(chat, "Nothing has changed")
            chat.says("/follow http://127.0.0.1/feed")
            await told(chat, "cannot be followed")
            telegram.server.faults.add("odd", "sendMessage", body=f"<html>{TOKEN}</html>")
            telegram.update("callback_query", {"id": "1", "data": f"poison {TOKEN}"})
            await chat.asks("/gaps")
            async with aiohttp.ClientSession() as other:
                async with other.post(f"http://{hook}/hook", data=b"{}") as refused:
                    assert refused.status == web.HTTPForbidden.status_code
                session = await entered(other, f"http://{page}/maintain/enter")
                async with other.get(f"http://{health}/metrics") as figures:
                    metrics = await figures.text()
            processes = listed(bot.child.pid)
        shown = await printed({**telegram.environment, **settings}, "settings")
    said = json.dumps([(sent.text, sent.message) for sent in telegram.transcript])
    written = {
        "files and logs": kept(tmp_path),
        "messages": said,
        "figures": metrics,
        "processes": processes,
        "settings": shown,
    }
    assert session
    assert telegram.server.webhook["secret_token"] == GIVEN["webhook_secret"]
    assert set(keys) == {f"Bearer {GIVEN['meaning_key']}"}
    assert told_of(written, session) == []
    assert "cannot be looked at now" in written["files and logs"]


@pytest.mark.parametrize("command", [("index",), ("index", "--back"), ("ask", ODD), ("doctor",)])
async def test_the_password_of_the_index_is_in_nothing_that_a_command_writes(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(KILN)
    keys = list[str]()
    async with echo(keys) as index:
        settings = SECRETS | {
            "BOT_CORPUS": str(corpus),
            "BOT_DATA": str(tmp_path / "data"),
            "BOT_LOG_LEVEL": "DEBUG",
            "BOT_INDEX": index.replace("http:", "opensearch:").replace("/v1", "/articles"),
            "BOT_API_BASE_URL": index,
            "BOT_API_BASE_FILE_URL": index,
        }
        said = await printed(settings, *command)
    assert f"Basic {SENT_AS}" in keys, said[-1500:]
    assert told_of({"printed": said, "files": kept(tmp_path)}) == []


def test_no_secret_is_in_what_settings_show(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in secret_fields():
        monkeypatch.setenv(name_of(field), GIVEN[field])
    settings = read_settings()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert [value for value in GIVEN.values() if value in shown] == []
    assert all(isinstance(getattr(settings, field), SecretStr) for field in secret_fields())
