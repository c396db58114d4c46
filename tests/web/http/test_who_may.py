"""What each address answers to whom: each cell of the table in SECURITY.md is tried."""

import json
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest

from bot.basics.settings import Listen
from bot.chat.wire.metrics import Metrics
from bot.chat.wire.webhook import operations, webhook
from bot.web.http.server import Offer
from tests.chat.articles import article
from tests.stories.conftest import free_port
from tests.tables import table
from tests.web.sites import site

SECRET = "SecretOfTheWebhook"
ADDRESSES = table(".github/SECURITY.md", "address")
_JSON = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "https://elsewhere.test"}
_TOLD = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
TEXTS = {"question": "mines", "text": "mines"}
MESSAGE = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
WAYS: dict[str, tuple[str, dict[str, str]]] = {
    "GET": ("GET", {"Origin": "https://elsewhere.test"}),
    "POST": ("POST", _JSON),
    "POST with the secret": ("POST", {**_JSON, **_TOLD}),
    "a form of another site": ("POST", _FORM),
    "any other method": ("DELETE", {"Origin": "https://elsewhere.test"}),
}


def path_of(row: str) -> str:
    """Return an address of the kind that a row names, with a question where one is due."""
    place, _, named = row.partition(": ")
    path = named.strip("`") if named.startswith("`") else "/any/other"
    known = article()
    for word, value in (("ID", known.id), ("REVISION", known.revision), ("START-END", "0-43")):
        path = path.replace(word, value)
    return path + ("?question=mines&text=mines" if place == "page" else "")


@pytest.mark.parametrize("row", ADDRESSES)
async def test_an_address_answers_whom_the_table_says(tmp_path: Path, row: str) -> None:
    received: list[object] = []

    async def receive(body: object) -> bool:
        received.append(body)
        return True

    async with AsyncExitStack() as stack:
        port = free_port()
        listen = Listen("127.0.0.1", port)
        client = await stack.enter_async_context(aiohttp.ClientSession())
        if row.startswith("webhook"):
            await stack.enter_async_context(webhook(listen, SECRET, receive))
        elif row.startswith("health"):
            metrics = Metrics()
            metrics.heard()
            await stack.enter_async_context(operations(listen, metrics))
        else:
            served = await stack.enter_async_context(
                site(tmp_path, [article()], offer=Offer(assistants=True))
            )
            port = served.port
        found = {}
        for column, (method, headers) in WAYS.items():
            told = MESSAGE if row.startswith("assistants") else TEXTS
            body = json.dumps(told) if method == "POST" else None
            address = f"http://127.0.0.1:{port}{path_of(row)}"
            async with client.request(method, address, data=body, headers=headers) as said:
                found[column] = str(said.status)
                assert "Access-Control-Allow-Origin" not in said.headers
    assert found == ADDRESSES[row]
    assert len(received) == (1 if row.startswith("webhook") else 0)
