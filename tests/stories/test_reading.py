"""From a quote in a chat to its sentence on the page to read on."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.fake_telegram import FakeTelegram, Group, Person
from tests.stories.conftest import free_port
from tests.stories.steps import asked, pressed
from tests.stories.world import HARBOUR, QUESTION, Served, serving
from tests.web.sites import site

READ = "Read in the article"


async def test_an_answer_leads_to_its_sentence_on_the_page(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, group: Group
) -> None:
    chat = telegram.private(aya)
    async with serving(telegram, tmp_path, web_url="https://quoth.test/read/") as bot:
        answer = await chat.asks(QUESTION)
        button = answer.button(READ)["url"]
        assert (await pressed(chat, aya, answer, "wider context")).button(READ)["url"] == button
        assert (await asked(group, aya, QUESTION)).button(READ)["url"] == button
        assert button.startswith("https://quoth.test/read/articles/")
        async with site(tmp_path, list(bot.shelf.current.articles)) as page:
            parts = urlsplit(button)
            got = await page.get(f"{parts.path.removeprefix('/read')}?{parts.query}")
    assert parts.fragment == "quote"
    assert got.words("//mark[@id='quote']") == [HARBOUR]


async def test_without_a_public_page_there_is_no_such_button(
    telegram: FakeTelegram, bot: Served, aya: Person
) -> None:
    answer = await telegram.private(aya).asks(QUESTION)
    labels = [button["text"] for button in answer.buttons]
    assert labels
    assert READ not in labels


async def test_the_page_is_served_beside_the_bot(telegram: FakeTelegram, tmp_path: Path, aya: Person) -> None:
    port = free_port()
    async with serving(telegram, tmp_path, web_listen=f"127.0.0.1:{port}"), site(tmp_path, []) as reader:
        reader.port = port
        assert HARBOUR in (await reader.get("/?q=How+many+mines+did+the+divers+find%3F")).words(
            "//blockquote"
        )
        assert HARBOUR in (await telegram.private(aya).asks(QUESTION)).quotes[0]


@pytest.mark.parametrize(
    ("settings", "shows"),
    [
        ({"web_scope": "elsewhere"}, False),
        ({"scope": "elsewhere"}, False),
        ({"scope": "elsewhere", "web_scope": "All"}, True),
    ],
)
async def test_the_page_keeps_to_its_scope_or_else_to_that_of_chats(
    telegram: FakeTelegram, tmp_path: Path, aya: Person, settings: dict[str, Any], *, shows: bool
) -> None:
    port = free_port()
    offered: dict[str, Any] = {"web_listen": f"127.0.0.1:{port}", "web_url": "https://quoth.test"}
    async with serving(telegram, tmp_path, **offered, **settings), site(tmp_path, []) as reader:
        reader.port = port
        got = await reader.get("/?q=How+many+mines+did+the+divers+find%3F")
        assert bool(got.words("//blockquote")) is shows
        answer = await telegram.private(aya).asks(QUESTION)
        assert READ not in [button["text"] for button in answer.buttons]
