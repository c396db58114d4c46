"""The page shows the articles in its scope: at no address is there a word of others, now or as they were."""

import asyncio
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote as percent_encoded

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mcp import Client

from bot.chat.access.scope import EVERYTHING, Scope
from bot.core.index.edition import Edition
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.web.http.server import Offer, application
from tests.stories.planted import Secret, plant, questions
from tests.web.sites import Site, shelf_served

OFFER = Offer(assistants=True)


def filled(address: str, edition: Edition, secret: Secret) -> list[str]:
    """Return an address of the page with all that can stand in it."""
    names = [percent_encoded(one.id) for one in edition.listed]
    places = [f"{p.article.revision}\0{s.start}-{s.end}" for p in edition.passages for s in p.sentences]
    asked = [percent_encoded(question) for question in questions(secret)]
    by_words = {"/": "/?q=", "/api/ask": "/api/ask?question=", "/api/verify": "/api/verify?text="}
    if address in by_words:
        return [address, *(by_words[address] + words for words in asked)]
    if "/q/" in address or "/quotes/" in address:
        way, between = ("/q/", "/") if "/q/" in address else ("/api/quotes/", ":")
        return [way + place.replace("\0", between) for place in places]
    return [address.replace("(.+)", name) for name in names] if "(.+)" in address else [address]


async def all_that_is_shown(page: Site, *editions: Edition, secret: Secret) -> str:
    """Return what stands at every address of articles in the editions, and what every tool gives."""
    house = None  # the addresses alone are read
    rules = application(house).wildcard_router.rules  # type: ignore[arg-type]
    patterns = [rule.matcher.regex.pattern.removesuffix("$") for rule in rules]  # type: ignore[attr-defined]
    addresses = {
        one
        for pattern in patterns
        if "assets" not in pattern and pattern != "/api/.*"
        for edition in editions
        for one in filled(pattern.replace("\\.", "."), edition, secret)
    }
    shown = [(await page.get(address)).text for address in sorted(addresses)]
    async with Client(f"http://127.0.0.1:{page.port}/mcp") as client:
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == {"ask", "verify", "show"}
        calls: list[tuple[str, dict[str, str]]] = [("show", {})]
        calls += [("show", {"article": str(one.id)}) for edition in editions for one in edition.listed]
        calls += [("ask", {"question": words}) for words in questions(secret)]
        calls += [("verify", {"text": words}) for words in questions(secret)]
        for name, given in calls:
            told = (await client.call_tool(name, given)).model_dump_json()
            shown.append(told.replace(given.get("article", "\0"), ""))  # an unknown name is told again
    return "\n".join(shown)


def read(shelf: Shelf) -> None:
    shelf.put(shelf.prepare())


async def leaked(folder: Path, secret: Secret, scope: Scope, *, moved: bool) -> list[str]:
    """Return the hidden words a page of this scope shows; ``moved`` out of sight after a first reading."""
    corpus = folder / "corpus"
    path = plant(corpus, secret)
    shelf = Shelf(corpus, Editions(folder / "editions"))
    if moved:
        shutil.move(path, corpus / "open" / path.name)
        await asyncio.to_thread(read, shelf)
        shutil.move(corpus / "open" / path.name, path)
    before = shelf.current
    await asyncio.to_thread(read, shelf)
    async with shelf_served(shelf, 100_000, offer=OFFER, scope=scope) as page:
        return secret.leaked(await all_that_is_shown(page, before, shelf.current, secret=secret))


@pytest.mark.parametrize("moved", [False, True])
@settings(max_examples=1, phases=[Phase.generate])
@given(seed=st.integers(0, 1000), scope=st.sampled_from(["open", "tag:open", "open/kiln.md, tag:orrin"]))
def test_no_address_shows_a_word_that_is_out_of_scope(seed: int, scope: str, moved: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shown = asyncio.run(leaked(Path(folder), Secret.made(seed), Scope.parse(scope), moved=moved))
    assert shown == []


async def test_a_page_without_a_scope_shows_all_of_them(tmp_path: Path) -> None:
    secret = Secret.made(1)
    assert await leaked(tmp_path, secret, EVERYTHING, moved=False) == list(secret.hidden)
