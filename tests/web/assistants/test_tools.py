"""What assistants get: the JSON of the shell, proven once more, and clear words where they call wrongly."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.library.editions.remembered import Memory
from bot.library.learned import load_model
from bot.web.as_json import reply_object
from bot.web.http.server import Offer
from tests.core.models import model
from tests.core.texts import harbour, orchard
from tests.web.sites import Site, site

SAMPLES = Path(__file__).parents[3] / "corpus"
QUESTION = "How many boats were crushed by the ice?"
BOATS = "Mayor Edda Quill said that 14 boats were crushed by the ice."
OFFER = Offer("https://quoth.example", assistants=True)
PIPES = {"BOT_MEANING": "false", "PATH": os.environ.get("PATH", "")}
COMMAND = [sys.executable, "-m", "bot", "mcp", "--corpus", str(SAMPLES), "--quiet"]
WRONG = [
    ("ask", {}),
    ("ask", {"question": ""}),
    ("ask", {"question": "x" * 5_000}),
    ("ask", {"question": 7}),
    ("ask", {"question": QUESTION, "more": "x"}),
    ("verify", {"question": QUESTION}),
    ("show", {"page": 0}),
    ("show", {"page": True}),
    ("show", {"page": "1"}),
    ("show", {"article": "../../etc/passwd"}),
    ("drop", {"table": "articles"}),
]


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path, [harbour(), orchard()], offer=OFFER) as served:
        yield served


@asynccontextmanager
async def connected(page: Site) -> AsyncIterator[Client]:
    async with Client(f"http://127.0.0.1:{page.port}/mcp") as client:
        yield client


def told(result: CallToolResult) -> dict[str, Any]:
    """The object that a tool gave, which is also what its text says."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    assert not result.is_error, content.text
    assert json.loads(content.text) == result.structured_content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def refused(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    assert result.is_error
    assert result.structured_content is None
    return content.text


async def test_over_http_a_tool_gives_what_the_shell_gives(page: Site) -> None:
    edition = page.shelf.current
    async with connected(page) as client:
        offered = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(offered) == {"ask", "verify", "show"}
        assert all(tool.annotations and tool.annotations.read_only_hint for tool in offered.values())
        expected = json.loads(json.dumps(reply_object(QUESTION, answer(QUESTION, edition, model()))))
        assert told(await client.call_tool("ask", {"question": QUESTION})) == expected
        verified = told(await client.call_tool("verify", {"text": BOATS.replace("14", "40")}))
        assert (verified["status"], verified["only_pasted"]) == ("differs", ["40"])
        assert verified["quotes"][0]["text"] == BOATS
        shown = told(await client.call_tool("show", {"article": "harbour"}))
        assert shown["text"] == harbour().text
        assert BOATS in [shown["text"][start:end] for start, end in shown["sentences"]]
        listed = told(await client.call_tool("show", {}))
        assert [one["id"] for one in listed["articles"]] == ["harbour", "orchard"]
        page.shelf.current = Edition.of([orchard()])
        assert told(await client.call_tool("ask", {"question": QUESTION}))["status"] == "abstain"


@pytest.mark.parametrize(("tool", "arguments"), WRONG)
async def test_whoever_calls_wrongly_is_told_how(page: Site, tool: str, arguments: dict[str, Any]) -> None:
    async with connected(page) as client:
        said = refused(await client.call_tool(tool, arguments))
        assert said.startswith((f"{tool} takes", "There is no article ../..", "There is no tool drop"))
        assert told(await client.call_tool("ask", {"question": QUESTION}))["status"] == "answer"


def message(tool: str, **arguments: object) -> bytes:
    """A call as it goes over the wire, without any session."""
    params = {"name": tool, "arguments": arguments}
    return json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}).encode()


HEADERS = {"Content_Type": "application/json", "Accept": "application/json, text/event-stream"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "quoth.example"}, 200),
        ({"Host": "localhost:8082", "Origin": "http://localhost:3000"}, 200),
        ({"Origin": "https://quoth.example"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:80"}, 421),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content_Type": "text/plain"}, 400),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 400),
    ],
)
async def test_only_hosts_and_origins_of_ours_are_answered(
    page: Site, headers: dict[str, str], status: int
) -> None:
    got = await page.ask("POST", "/mcp", message("ask", question=QUESTION), **HEADERS | headers)
    assert got.status == status
    assert (BOATS in got.text) == (status == 200)


async def test_errors_are_said_in_the_language_that_is_read(page: Site) -> None:
    got = await page.ask("POST", "/mcp", message("ask"), **HEADERS, Accept_Language="de")
    assert "ask nimmt question" in json.loads(got.text)["result"]["content"][0]["text"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"7", b'{"jsonrpc": "2.0"}', b"[" * 10_000, b"\xff"])
async def test_what_is_no_message_is_refused(page: Site, body: bytes) -> None:
    got = await page.ask("POST", "/mcp", body, **HEADERS)
    assert 400 <= got.status < 500
    assert "Traceback" not in got.text
    assert (await page.ask("POST", "/mcp", message("show"), **HEADERS)).status == 200


async def test_there_are_no_streams_no_sessions_and_an_allowance(tmp_path: Path) -> None:
    async with site(tmp_path, [harbour()], a_minute=2, offer=OFFER) as page:
        assert [(await page.ask(method, "/mcp")).status for method in ("GET", "DELETE", "PUT")] == [405] * 3
        statuses = [(await page.ask("POST", "/mcp", message("show"), **HEADERS)).status for _ in range(3)]
        assert statuses == [200, 200, 429]
        assert (await page.ask("POST", "/mcp", b" " * 200_000, **HEADERS)).status in {400, 413}


async def test_without_being_switched_on_there_is_nothing(tmp_path: Path) -> None:
    async with site(tmp_path, [harbour()]) as page:
        assert (await page.ask("POST", "/mcp", message("show"), **HEADERS)).status == 404


async def test_over_pipes_the_packages_own_client_asks_verifies_and_shows() -> None:
    loaded = load_model()
    edition = Memory(None).open(SAMPLES, loaded.background).edition
    question = "How many people died in Almaty?"
    expected = json.loads(json.dumps(reply_object(question, answer(question, edition, loaded))))
    server = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=PIPES)
    async with Client(server) as client:
        assert told(await client.call_tool("ask", {"question": question})) == expected
        words = expected["quotes"][0]["text"]
        assert told(await client.call_tool("verify", {"text": words}))["status"] == "verbatim"
        shown = told(await client.call_tool("show", {"article": expected["quotes"][0]["article"]}))
        assert words in shown["text"]
        assert refused(await client.call_tool("ask", {})).startswith("ask takes question")


async def test_the_output_carries_the_protocol_alone() -> None:
    child = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **PIPES, "BOT_LOG_LEVEL": "DEBUG"},
    )
    client = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "t", "version": "1"},
    }
    hello = {"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": client}
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    lines = [json.dumps(hello).encode(), b"no message", json.dumps(ready).encode(), message("ask"), b""]
    assert child.stdin
    assert child.stdout
    child.stdin.write(b"\n".join(lines))
    said = [json.loads(await child.stdout.readline())]
    while said[-1].get("id") != 1:
        said.append(json.loads(await child.stdout.readline()))
    out, errors = await child.communicate(b"")
    assert out == b""
    assert all(one["jsonrpc"] == "2.0" for one in said)
    assert {one.get("id") for one in said} >= {0, 1}
    assert said[-1]["result"]["isError"]
    assert child.returncode == 0
    assert b"Traceback" not in errors


async def test_an_address_that_is_taken_is_named(page: Site) -> None:
    child = await asyncio.create_subprocess_exec(
        *COMMAND,
        "--listen",
        f"127.0.0.1:{page.port}",
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **PIPES, "BOT_DATA": str(page.shelf.corpus.parent / "data")},
    )
    _, errors = await child.communicate()
    assert child.returncode == 1
    assert b"in use" in errors


async def test_a_client_that_hangs_up_holds_nothing(page: Site) -> None:
    timeout = aiohttp.ClientTimeout(total=0.001)
    headers = {name.replace("_", "-"): value for name, value in HEADERS.items()}
    address = f"http://127.0.0.1:{page.port}/mcp"
    for _ in range(20):
        with pytest.raises(TimeoutError):
            await page.client.post(
                address, data=message("ask", question=QUESTION), headers=headers, timeout=timeout
            )
    assert (await page.ask("POST", "/mcp", message("show"), **HEADERS)).status == 200
