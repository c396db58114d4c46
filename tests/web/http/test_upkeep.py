"""Maintainers on the page: who has no token sees and does nothing, who has one sees first and then does."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from bot.basics.limits import LIMITS
from bot.core.nouns import ArticleId, Claim, Span
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.storage.database import Database
from bot.storage.figures import Figures
from bot.storage.journal import Entry, Journal
from bot.storage.maintaining.discoveries import Discoveries, Discovery, Sort
from bot.storage.maintaining.followed import Lists
from bot.storage.maintaining.history import History
from bot.upkeep import Actor, Upkeep
from bot.web.http import upkeep_handlers
from bot.web.http.server import Offer
from bot.web.http.sessions import Sessions, hash_of, holder, new_token
from bot.web.http.workshop import Workshop
from tests.folders import KILN
from tests.tables import table
from tests.web.sites import Got, Site, shelf_served

TOKEN = new_token()
KEYS = (f"ben:{hash_of(new_token())}", f"aya:{hash_of(TOKEN)}")
WEIR = (
    "---\ntitle: The weir\npublisher: Mill News\n---\n\n"
    "The weir below Tessel Mill broke. It was mended in June."
)
TRICK = "<script>alert(1)</script>"
FORM = {"Content_Type": "application/x-www-form-urlencoded"}
CHANGED = Discovery(
    Sort.CHANGED,
    "kiln",
    "https://mill.example/kiln",
    name="kiln.html",
    data=f"<p>{KILN.replace('nine', 'eleven')}</p>".encode(),
)
PAGES = [
    "/maintain",
    "/maintain/articles",
    "/maintain/add",
    "/maintain/editions",
    "/maintain/gaps",
    "/maintain/votes",
    "/maintain/web",
]


@dataclass(slots=True)
class Desk:
    """A maintainer's browser: it holds the cookie and sends the proof of the form that it has opened."""

    site: Site
    shop: Workshop
    cookie: str = ""
    proof: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str) -> Got:
        return await self.site.get(path, Cookie=f"quoth_session={self.cookie}")

    async def post(self, path: str, **fields: str) -> Got:
        body = urlencode({"proof": self.proof} | fields).encode()
        return await self.site.ask(
            "POST", path, body, Cookie=f"quoth_session={self.cookie}", **FORM, **self.headers
        )

    async def enter(self, token: str = TOKEN) -> Got:
        got = await self.site.ask("POST", "/maintain/enter", urlencode({"token": token}).encode(), **FORM)
        if got.status == 303:
            self.cookie = got.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
            (self.proof,) = set((await self.get("/maintain")).tree.xpath("//input[@name='proof']/@value"))
        return got

    async def upload(self, *files: tuple[str, bytes], proof: str | None = None) -> Got:
        form = aiohttp.FormData()
        form.add_field("proof", self.proof if proof is None else proof)
        for name, data in files:
            form.add_field("files", io.BytesIO(data), filename=name, content_type="text/plain")
        address = f"http://127.0.0.1:{self.site.port}/maintain/add"
        headers = {"Cookie": f"quoth_session={self.cookie}"}
        async with self.site.client.post(address, data=form, headers=headers, allow_redirects=False) as said:
            return Got(said.status, said.headers, await said.text())

    async def done(self, begun: Got) -> Got:
        """Look at a deed until it is done."""
        assert begun.status == 303, begun.text
        number = begun.headers["Location"].rpartition("/")[2]
        await asyncio.wait([self.shop.deeds[number].task])
        return await self.get(begun.headers["Location"])


@asynccontextmanager
async def desk_at(folder: Path) -> AsyncIterator[Desk]:
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "kiln.md").write_text(KILN)
    (corpus / "odd.md").write_text("---\npublished: never\n---\n\nA word.")
    async with Database.open(folder / "quoth.db") as database:
        shelf = Shelf(corpus, Editions(folder / "editions"))
        upkeep = Upkeep(shelf, Figures(database), History(database))
        await upkeep.start()
        shop = Workshop(upkeep, Journal(database), Discoveries(database), Lists(database), KEYS, kept_days=90)
        async with shelf_served(shelf, offer=Offer(shop=shop)) as served:
            yield Desk(served, shop)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk_at(tmp_path) as made:
        await made.enter()
        yield made


def test_only_the_very_token_opens() -> None:
    assert holder(TOKEN, KEYS) == "aya"
    assert [holder(wrong, KEYS) for wrong in ("", TOKEN[:-1], TOKEN + "x", hash_of(TOKEN), "aya")] == [""] * 5
    assert TOKEN not in "".join(KEYS)


def test_a_session_is_over_when_it_is_ended_unused_or_one_of_too_many() -> None:
    now = 0.0
    sessions = Sessions(lambda: now)
    held = [sessions.begin("aya") for _ in range(LIMITS.servers.sessions + 1)]
    assert sessions.find(held[0]) is None
    assert sessions.find(held[1])
    sessions.end(held[1])
    assert sessions.find(held[1]) is None
    now = LIMITS.servers.session_seconds + 1
    assert sessions.find(held[2]) is None
    assert len(set(held)) == len(held)


async def test_who_has_no_session_sees_and_does_nothing(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        for cookie in ("", "x", "é" * 50, TOKEN):
            desk.cookie = cookie if cookie.isascii() else ""
            for path in PAGES:
                got = await desk.get(path)
                assert (got.status, got.headers["Location"]) == (303, "/maintain/enter")
                assert "kiln" not in got.text
            for path in (
                "/maintain/reload",
                "/maintain/editions",
                f"/maintain/add/{'0' * 16}",
                "/maintain/leave",
            ):
                assert (await desk.post(path)).status == 303
            assert (await desk.upload(("weir.md", WEIR.encode()))).status == 303
        assert desk.shop.deeds == {}
        assert desk.shop.uploads == {}
        assert {path.name for path in desk.shop.upkeep.shelf.corpus.iterdir()} == {"odd.md", "kiln.md"}


async def test_without_keys_there_is_no_such_page(tmp_path: Path) -> None:
    async with shelf_served(Shelf(tmp_path, Editions(tmp_path / "editions"))) as site:
        assert [(await site.get(path)).status for path in ("/maintain", "/maintain/enter")] == [404, 404]


async def test_a_wrong_token_is_refused_and_guessing_is_slow(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        tries = [(await desk.enter("guess")).status for _ in range(LIMITS.servers.logins_a_minute + 1)]
        assert tries == [403] * LIMITS.servers.logins_a_minute + [429]
        assert (await desk.enter()).status == 429, "the right one has to wait too"


async def test_a_session_is_held_by_a_cookie_that_no_script_and_no_other_site_sends(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        cookie = (await desk.enter()).headers["Set-Cookie"]
        assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/maintain"))
        assert TOKEN not in cookie
        assert (await desk.get("/maintain")).headers["Cache-Control"] == "no-store"
        desk.shop.public = "https://quoth.example"
        assert "Secure" in (await desk.enter()).headers["Set-Cookie"]
        assert (await desk.post("/maintain/leave")).headers["Location"] == "/maintain/enter"
        assert (await desk.get("/maintain")).status == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
async def test_no_other_site_can_send_a_form(desk: Desk, headers: dict[str, str]) -> None:
    desk.headers = headers
    for path in ("/maintain/reload", "/maintain/editions", "/maintain/enter", "/maintain/leave"):
        assert (await desk.post(path)).status == 403
    assert desk.shop.deeds == {}
    desk.headers = {}
    assert (await desk.get("/maintain")).status == 200


async def test_a_form_needs_the_proof_of_its_session(desk: Desk) -> None:
    for proof in ("", "x", desk.proof[:-1], desk.cookie):
        desk.proof, right = proof, desk.proof
        assert (await desk.post("/maintain/reload", dry="1")).status == 403
        assert (await desk.upload(("weir.md", WEIR.encode()))).status == 403
        desk.proof = right
    assert desk.shop.deeds == {}
    assert desk.shop.uploads == {}


async def test_articles_stand_in_a_table_below_the_problems(desk: Desk) -> None:
    got = await desk.get("/maintain/articles")
    assert got.words("//tbody/tr/td[1]") == ["kiln"]
    assert got.words("//tbody/tr/td[3]") == ["title, publisher, published, url"]
    assert any("odd.md" in line for line in got.words("//main//li"))


async def test_an_upload_is_seen_first_and_added_when_it_is_confirmed(desk: Desk) -> None:
    shown = await desk.upload(
        ("weir.md", WEIR.encode()), (f"{TRICK}.md", b"The weir has a twin. It stands."), ("x.exe", b"MZ")
    )
    assert shown.status == 200
    corpus = desk.shop.upkeep.shelf.corpus
    assert not (corpus / "weir.md").exists()
    assert "The weir below Tessel Mill broke. It was mended in June." in shown.words("//blockquote")
    assert "Publisher: Mill News" in shown.words("//p")
    assert any("x.exe" in line for line in shown.words("//p"))
    assert shown.tree.xpath("//script/@src") == shown.tree.xpath("//script/@src")[:1]
    (confirm,) = shown.tree.xpath("//form[contains(@action, '/maintain/add/')]/@action")
    told = await desk.done(await desk.post(confirm))
    assert (corpus / "weir.md").read_text() == WEIR
    assert any("weir" in line for line in told.words("//main//p"))
    assert desk.shop.upkeep.shelf.current.article(ArticleId("weir"))
    assert (await desk.post(confirm)).status == 404, "an upload is added once"
    deeds = [deed for _, deed in await desk.shop.upkeep.history.last(1)]
    assert (deeds[0].name, "aya" in deeds[0].details) == ("add", True)


def outside_of_editions(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "editions" not in path.parts}


@pytest.mark.parametrize(
    "name", ["../../evil.md", "/etc/passwd.md", "..\\evil.md", ".hidden.md", "a" * 400 + ".md"]
)
async def test_no_name_of_a_file_leads_out_of_the_folder(desk: Desk, name: str, tmp_path: Path) -> None:
    shown = await desk.upload((name, b"The weir has a twin. It stands."))
    (confirm,) = shown.tree.xpath("//form[contains(@action, '/maintain/add/')]/@action")
    before = outside_of_editions(tmp_path)
    await desk.done(await desk.post(confirm))
    new = outside_of_editions(tmp_path) - before
    assert {path.parent for path in new} == {tmp_path / "corpus"}


async def test_an_upload_is_bounded_and_a_strangers_is_not_read(desk: Desk) -> None:
    large = ("large.md", b"A word. " * (LIMITS.files.one // 8 + 1))
    with pytest.raises((aiohttp.ClientError, AssertionError)):
        assert (await desk.upload(large)).status == 200
    desk.cookie = ""
    with pytest.raises((aiohttp.ClientError, AssertionError)):
        assert (await desk.upload(large)).status == 200
    assert desk.shop.uploads == {}


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\n\r\n--x--", b"\xff" * 1000])
async def test_what_is_no_form_with_files_is_refused(desk: Desk, body: bytes) -> None:
    cookie = f"quoth_session={desk.cookie}"
    got = await desk.site.ask(
        "POST", "/maintain/add", body, Content_Type="multipart/form-data; boundary=x", Cookie=cookie
    )
    assert got.status in {400, 403}


async def test_an_article_is_corrected_by_lines_and_only_what_was_changed_is_written(desk: Desk) -> None:
    await desk.done(await desk.post("/maintain/add/" + (await added(desk, WEIR))))
    shown = await desk.get("/maintain/edit/weir")
    (lines,) = shown.words("//textarea")
    assert lines == "title: The weir publisher: Mill News language: en"
    assert shown.tree.xpath("//label[textarea]")
    changed = "title: The weir of Tessel\npublisher: Mill News\n"
    told = await desk.done(await desk.post("/maintain/edit/weir", lines=changed))
    assert told.status == 200
    article = desk.shop.upkeep.shelf.current.article(ArticleId("weir"))
    assert article
    assert (article.title, article.publisher) == ("The weir of Tessel", "Mill News")
    deeds = [deed for _, deed in await desk.shop.upkeep.history.last(1)]
    assert (deeds[0].name, deeds[0].details.startswith("weir.md: title aya")) == ("edit", True)


@pytest.mark.parametrize("lines", ["", "colour: red", f"published: {TRICK}", "no colon"])
async def test_lines_that_correct_nothing_are_shown_again_with_the_reason(desk: Desk, lines: str) -> None:
    shown = await desk.post("/maintain/edit/kiln", lines=lines)
    assert shown.status == 200
    assert shown.words("//*[@role='alert']")
    assert shown.tree.xpath("//script/@src") == shown.tree.xpath("//script/@src")[:1]
    assert desk.shop.deeds == {}


async def test_a_removed_article_is_brought_back_by_going_back(desk: Desk) -> None:
    before = desk.shop.upkeep.shelf.current.id
    assert any("kiln.md" in line for line in (await desk.get("/maintain/edit/kiln")).words("//p"))
    await desk.done(await desk.post("/maintain/remove/kiln"))
    assert not (desk.shop.upkeep.shelf.corpus / "kiln.md").exists()
    assert (await desk.get("/maintain/edit/kiln")).status == 404
    await desk.done(await desk.post("/maintain/editions", edition=before))
    assert (desk.shop.upkeep.shelf.corpus / "kiln.md").read_text() == KILN


async def test_what_nobody_has_read_is_not_corrected_or_removed(desk: Desk) -> None:
    kiln = desk.shop.upkeep.shelf.corpus / "kiln.md"
    kiln.write_text("Something else.")
    for path, fields in (("edit", {"lines": "title: Kilns"}), ("remove", {})):
        told = await desk.done(await desk.post(f"/maintain/{path}/kiln", **fields))
        assert any("kiln.md" in line for line in told.words("//p"))
    assert kiln.read_text() == "Something else."


async def added(desk: Desk, text: str) -> str:
    """Offer an article, and return the number of the upload."""
    shown = await desk.upload(("weir.md", text.encode()))
    (confirm,) = shown.tree.xpath("//form[contains(@action, '/maintain/add/')]/@action")
    return str(confirm).rpartition("/")[2]


async def test_a_reload_is_looked_at_then_applied_unless_the_files_have_changed(desk: Desk) -> None:
    shelf = desk.shop.upkeep.shelf
    (shelf.corpus / "weir.md").write_text(WEIR)
    looked = await desk.done(await desk.post("/maintain/reload", dry="1"))
    assert "weir" in looked.words("//main//p")
    assert shelf.current.article(ArticleId("weir")) is None
    (files,) = looked.tree.xpath("//input[@name='files']/@value")
    (shelf.corpus / "weir.md").write_text(WEIR + "\n\nIt broke again.")
    await desk.done(await desk.post("/maintain/reload", files=files))
    assert shelf.current.article(ArticleId("weir")) is None, "these are other files than were looked at"
    await desk.done(await desk.post("/maintain/reload"))
    assert shelf.current.article(ArticleId("weir"))


async def test_one_at_a_time_and_progress_is_told(desk: Desk) -> None:
    held, go = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        desk.shop.upkeep.busy = None
        held.set()
        await go.wait()

    async def work() -> object:
        await slow()
        return await desk.shop.upkeep.look(Actor("aya"))

    number = desk.shop.begin(work())  # type: ignore[arg-type]
    await held.wait()
    under_way = await desk.get(f"/maintain/deeds/{number}")
    assert under_way.headers["Refresh"] == "2"
    go.set()
    await asyncio.wait([desk.shop.deeds[number].task])
    over = await desk.get(f"/maintain/deeds/{number}")
    assert "Refresh" not in over.headers
    assert (await desk.get(f"/maintain/deeds/{'0' * 16}")).status == 404


async def test_an_edition_can_be_gone_back_to(desk: Desk) -> None:
    shelf = desk.shop.upkeep.shelf
    (shelf.corpus / "weir.md").write_text(WEIR)
    await desk.done(await desk.post("/maintain/reload"))
    listed = await desk.get("/maintain/editions")
    (edition,) = listed.tree.xpath("//input[@name='edition']/@value")
    await desk.done(await desk.post("/maintain/editions", edition=edition))
    assert shelf.current.article(ArticleId("weir")) is None
    assert not (shelf.corpus / "weir.md").exists()
    assert (await desk.post("/maintain/editions", edition="ffff")).status == 404


async def test_gaps_and_votes_are_shown_and_never_who_asked(desk: Desk) -> None:
    journal = desk.shop.journal
    await journal.begin(Entry(-7654321, 1, 123456789, f"Who is {TRICK}?", "e", reason="no_match"))
    claim = Claim(ArticleId("kiln"), "r", Span(0, 4), "The ")
    answer = await journal.begin(Entry(-7654321, 2, 123456789, "What burned?", "e", claims=(claim,)))
    await journal.rate(answer, 987654321, useful=True)
    gaps, votes = await desk.get("/maintain/gaps"), await desk.get("/maintain/votes")
    assert gaps.words("//main//li") == [f"1 × Who is {TRICK}?"]
    assert votes.words("//tbody/tr[1]/td")[1:3] == ["1", "0"]
    assert len(votes.tree.xpath("//svg[@role='img' and @aria-label]")) == 2
    for got in (gaps, votes):
        assert len(got.tree.xpath("//script")) == 1
        assert not any(number in got.text for number in ("7654321", "123456789", "987654321"))


WHO_MAY = table(".github/SECURITY.md", "page of maintainers")


def test_every_page_stands_in_the_table() -> None:
    paths = {re.sub(r"\(.*\)", "ID", path) for path, _ in upkeep_handlers.ROUTES}
    assert {row.strip("`") for row in WHO_MAY} == paths


@pytest.mark.parametrize("row", WHO_MAY)
async def test_a_page_answers_whom_the_table_says(desk: Desk, row: str) -> None:
    upkeep = desk.shop.upkeep
    is_upload, fields = row == "`/maintain/add`", {"token": TOKEN, "edition": upkeep.shelf.current.id}
    offered = (await desk.upload(("weir.md", WEIR.encode()))).tree.xpath("//form/@action")
    number = desk.shop.begin(upkeep.look(Actor("aya"))) if "deeds" in row else next(iter(desk.shop.uploads))
    assert f"/maintain/add/{number}" in offered or "deeds" in row
    await desk.shop.findings.add(CHANGED)
    number = "1" if "web" in row else number
    is_of_article = row in {"`/maintain/edit/ID`", "`/maintain/remove/ID`"}
    path = row.strip("`").replace("ID", "kiln" if is_of_article else number)

    async def post(**more: str) -> int:
        if is_upload:
            return (await desk.upload(("weir.md", WEIR.encode()), proof=more.get("proof"))).status
        return (await desk.post(path, **{**fields, **more})).status

    cookie, desk.cookie = desk.cookie, ""
    stranger = {"token": "guess"}
    found = [(await desk.get(path)).status, 0, await post(**stranger)]
    desk.cookie = cookie
    found[1] = (await desk.get(path)).status
    found.append(await post(proof=""))
    desk.headers = {"Origin": "https://elsewhere.test"}
    found.append((await desk.post(path, **fields)).status)
    desk.headers = {}
    found.append(await post())
    assert dict(zip(WHO_MAY[row], map(str, found), strict=True)) == WHO_MAY[row]


def test_every_page_but_the_entry_asks_for_a_session() -> None:
    handlers = {handler for path, handler in upkeep_handlers.ROUTES if path != "/maintain/enter"}
    assert all(issubclass(handler, upkeep_handlers.Inside) for handler in handlers)


async def test_what_was_found_on_the_web_and_what_is_followed_is_shown(desk: Desk) -> None:
    shop, url = desk.shop, "https://mill.example/feed"
    assert shop.upkeep.article("kiln") is not None
    await shop.findings.add(Discovery(Sort.GONE, "kiln", "https://mill.example/kiln", "410"))
    await shop.findings.add_entries({"https://mill.example/new": "<b>The new</b>"}, url)
    await shop.lists.add(url, 0.0, ())
    shown = (await desk.get("/maintain/web")).text
    assert "answers 410 now" in shown
    assert "https://mill.example/new" in shown
    assert f"{url} (next look: 1970-01-01 00:00 UTC)" in shown


async def test_what_a_page_says_otherwise_is_read_before_it_is_decided(desk: Desk) -> None:
    await desk.shop.findings.add(CHANGED)
    (address,) = re.findall(r'href="(/maintain/web/[0-9]+)"', (await desk.get("/maintain/web")).text)
    shown = (await desk.get(address)).text
    quotes = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", shown)
    assert [words in quote for words, quote in zip(("eleven days", "nine days"), quotes, strict=True)] == [
        True,
        True,
    ]
    assert (await desk.get(f"{address}0")).status == 404
