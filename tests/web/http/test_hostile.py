"""Whoever writes an article, a question or a request, the page stays the page."""

import asyncio
import string
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote as percent_encoded

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from bot.basics.limits import LIMITS
from bot.chat.wire import listening
from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Span
from bot.core.proving.fate import fate_of
from bot.core.replies import Abstention, Reason
from bot.web.gate import Sheet, sealed
from bot.web.http import server
from bot.web.sheets.article_text import Looking, article_sheet
from bot.web.sheets.frame import document
from bot.web.sheets.listing import list_sheet
from bot.web.sheets.quoting import quote_sheet
from bot.web.sheets.replied import FormQuestion, answer_sheet, start_sheet
from tests.core.texts import article, harbour
from tests.web.sites import Site, site
from tests.web.test_elements import TRICKS

TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "form",
        "input",
        "button",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "figure",
        "blockquote",
        "span",
        "figcaption",
        "details",
        "summary",
        "label",
        "select",
        "option",
        "article",
        "mark",
        "pre",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "rel",
        "href",
        "src",
        "defer",
        "class",
        "id",
        "role",
        "action",
        "method",
        "type",
        "value",
        "required",
        "maxlength",
        "aria-label",
        "placeholder",
        "autocomplete",
        "aria-keyshortcuts",
        "dir",
        "tabindex",
        "cite",
        "hidden",
        "open",
        "selected",
    ]
)
HOSTILE = st.lists(
    st.sampled_from([*TRICKS, *string.punctuation, "a ", "\u202e", "\x00", "🙂"]), max_size=8
).map("".join)
WORDS = st.tuples(HOSTILE, HOSTILE).map(lambda two: f"The ice {two[0]} broke. It held {two[1]} for a week.")


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with hostile words in each field that somebody else writes."""
    return replace(
        article("x", draw(WORDS)),
        id=ArticleId(draw(HOSTILE) or "x"),
        file=draw(HOSTILE) or "x",
        title=draw(HOSTILE),
        publisher=draw(HOSTILE),
        author=draw(HOSTILE),
        url="https://a.test/" + draw(HOSTILE),
        language=draw(st.sampled_from(["en", "", '"><script>'])),
    )


def sheets(source: Article, question: str) -> list[Sheet]:
    """Every page that shows the article or the question."""
    edition = Edition.of([source])
    reading = edition.entries[source.id]
    fates = [fate_of(reading, s, edition) for passage in edition.passages for s in passage.sentences]
    refusal = Abstention(Reason.NO_MATCH, 0.0, (question or "x",))
    asked = FormQuestion(question, question, question, question, question)
    return [
        start_sheet(edition, Language.ENGLISH),
        list_sheet(edition, 1, Language.ENGLISH),
        article_sheet(source, edition, Language.ENGLISH, Looking(Span(0, 5), note=question)),
        answer_sheet(asked, refusal, edition, Language.ENGLISH),
        *(quote_sheet(fate, Language.ENGLISH) for fate in fates if fate),
    ]


@given(source=articles(), question=HOSTILE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_field_of_an_article_and_no_question_becomes_markup(source: Article, question: str) -> None:
    for sheet in sheets(source, question):
        tree = html.document_fromstring(document(sealed(sheet), Language.ENGLISH))
        found = list(tree.iter())
        assert {one.tag for one in found} <= TAGS
        assert {name for one in found for name in one.attrib} <= ATTRIBUTES
        assert len(tree.xpath("//script")) == 1
        leads = tree.xpath("//@href | //@src | //@action")
        assert all(address.startswith(("/", "#", "http://", "https://")) for address in leads)


PATHS = (
    "/assets/..%2f..%2fapp.py",
    "/assets/%2e%2e/%2e%2e/pyproject.toml",
    "/assets//etc/passwd",
    "/articles/..%2f..%2f..%2fetc%2fpasswd",
    "/articles/%00",
    "/history/../../etc/passwd",
    "/q/..%2f/1-2",
    "/%2e%2e/%2e%2e/etc/passwd",
)


@pytest.mark.parametrize("path", PATHS)
async def test_no_address_leads_to_a_file(tmp_path: Path, path: str) -> None:
    async with site(tmp_path, [harbour()]) as served:
        status = await raw(served, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
    assert status.split()[1] in {"400", "404"}
    assert "root:" not in status


async def raw(served: Site, sent: bytes) -> str:
    """Send bytes as they are; return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    try:
        writer.write(sent)
        return (await asyncio.wait_for(reader.read(), 20)).decode(errors="replace")
    except ConnectionError:
        return ""
    finally:
        writer.close()


async def test_who_asks_too_much_is_told_when_to_come_again(tmp_path: Path) -> None:
    async with site(tmp_path, [harbour()], a_minute=2) as served:
        got = [await served.get(f"/?q=boats{n}") for n in range(3)]
        assert [one.status for one in got] == [200, 200, 429]
        assert 1 <= int(got[2].headers["Retry-After"]) <= 60
        assert (await served.get("/api/ask?question=boats")).status == 429
        assert (await served.get("/articles/harbour")).status == 200


async def test_a_body_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    head = f"POST /api/ask HTTP/1.1\r\nHost: a\r\nContent-Length: {LIMITS.servers.asked + 1}\r\n\r\n"
    async with site(tmp_path, [harbour()]) as served:
        assert (await raw(served, head.encode())).startswith("HTTP/1.1 400")
        long = b"GET /?q=" + b"a" * LIMITS.servers.head + b" HTTP/1.1\r\nHost: a\r\n\r\n"
        assert " 200 " not in await raw(served, long)


@pytest.mark.parametrize(
    "sent",
    [b"GET / HT", b"POST /api/ask HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"],
    ids=["head", "body"],
)
async def test_a_slow_client_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    hasty = replace(LIMITS, servers=replace(LIMITS.servers, body_seconds=0.05, page_seconds=0.05))
    for module in (server, listening):
        monkeypatch.setattr(module, "LIMITS", hasty)
    async with site(tmp_path, [harbour()]) as served:
        assert await raw(served, sent) == ""


async def test_one_address_cannot_take_all_connections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(LIMITS, servers=replace(LIMITS.servers, connections_of_one=2))
    monkeypatch.setattr(server, "LIMITS", few)
    ask = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    async with site(tmp_path, [harbour()]) as served:
        idle = [await asyncio.open_connection("127.0.0.1", served.port) for _ in range(2)]
        for _, writer in idle:
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        for reader, _ in idle:
            await reader.readline()
        assert await raw(served, ask) == ""
        idle[0][1].close()
        await idle[0][1].wait_closed()
        while not (await raw(served, ask)).startswith("HTTP/1.1 200"):
            pass
        idle[1][1].close()


async def test_a_trouble_of_ours_is_named_and_not_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with site(tmp_path, [harbour()]) as served:
        served.shelf.current = None  # type: ignore[assignment]
        got = await served.get("/?q=secret+words")
    name = got.words("//main/p")[0].partition(" as ")[2].partition(".")[0]
    assert got.status == 500
    assert name in caplog.text
    assert "secret" not in caplog.text
    assert "Traceback" not in got.text


@pytest.mark.parametrize(
    "question", ["a" * 5_000, "?" * 300, "🙂" * 900, "\u202e" * 50, "source: before: lang:"]
)
async def test_every_question_gets_a_page(tmp_path: Path, question: str) -> None:
    async with site(tmp_path, [harbour()]) as served:
        got = await served.get(f"/?q={percent_encoded(question)}")
    assert got.status == 200
