"""The pages as readers meet them, over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote as percent_encoded

import pytest

from bot.chat.wording.texts import Language, plain
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId
from bot.core.replies import Answer
from bot.languages.interface.messages import Message
from bot.web.http.base import POLICY
from tests.core.index.unreachable import cut_off
from tests.core.models import model
from tests.core.texts import article, harbour, orchard
from tests.web.sites import Site, site

QUESTION = "How many boats were crushed by the ice?"
BOATS = "Mayor Edda Quill said that 14 boats were crushed by the ice."


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Site]:
    harbour_ = replace(harbour(), publisher="Lantern Post", url="https://lantern.test/ice")
    async with site(tmp_path, [harbour_, orchard()]) as served:
        yield served


def asked(question: str, **filters: str) -> str:
    return "/?" + "&".join(f"{k}={percent_encoded(v)}" for k, v in {"q": question, **filters}.items())


async def test_a_question_gets_the_quotes_that_the_chat_gives(page: Site) -> None:
    reply = answer(QUESTION, page.shelf.current, model())
    assert isinstance(reply, Answer)
    got = await page.get(asked(QUESTION))
    assert got.status == 200
    assert got.words("//blockquote/span[@class='said']") == [" ".join(q.text.split()) for q in reply.quotes]
    assert got.words("//blockquote")[0] == BOATS
    assert "Harbour – Lantern Post, 5 February 2024" in got.words("//figcaption")[0]


async def test_a_doubtful_answer_is_headed_so(tmp_path: Path) -> None:
    async with site(tmp_path, [harbour()], log_odds=-1.0) as served:
        got = await served.get(asked(QUESTION))
    heading, quotes = got.tree.xpath("//p[@class='ours'] | //ol")[:2]
    assert heading.text_content() == plain(Message.CLOSEST_PASSAGES)
    assert quotes.tag == "ol"


async def test_a_refusal_quotes_nothing_and_points_to_articles(page: Site) -> None:
    got = await page.get(asked("Who discovered penicillin?"))
    assert (got.status, got.words("//blockquote")) == (200, [])
    assert plain(Message.REFUSED_NO_MATCH) in got.words("//p")


async def test_several_questions_are_answered_each_under_its_own_words(page: Site) -> None:
    got = await page.get(asked(f"{QUESTION} What did the council pay for the icebreaker?"))
    assert got.words("//h2") == [
        plain(Message.PART_ASKED, words=QUESTION),
        plain(Message.PART_ASKED, words="What did the council pay for the icebreaker?"),
    ]


async def test_a_quote_opens_its_article_at_the_very_sentence(page: Site) -> None:
    answered = await page.get(asked(QUESTION))
    way = answered.tree.xpath("//a[text()='Read in the article']/@href")[0]
    address, _, fragment = way.partition("#")
    got = await page.get(address)
    assert fragment == "quote"
    assert got.words("//article//mark[@id='quote']") == [BOATS]
    assert got.words("//article/p") == [" ".join(p.split()) for p in harbour().text.split("\n\n")]


async def test_an_article_that_has_changed_highlights_nothing_and_says_so(page: Site) -> None:
    way = (await page.get(asked(QUESTION))).tree.xpath("//a[text()='Read in the article']/@href")[0]
    changed = article("harbour", "It rained. " + harbour().text)
    page.shelf.current = Edition.of([changed, orchard()])
    got = await page.get(way.partition("#")[0])
    assert got.words("//mark") == []
    assert plain(Message.ARTICLE_CHANGED) in got.words("//p[@role='status']")


async def test_a_permanent_link_proves_the_quote(page: Site) -> None:
    way = (await page.get(asked(QUESTION))).tree.xpath("//a[text()='Permanent link']/@href")[0]
    got = await page.get(way)
    assert got.words("//blockquote") == [BOATS]
    assert plain(Message.PAGE_PROVEN) in got.words("//p")
    assert (await page.get(way[:-1])).status == 404
    assert (await page.get(f"/q/{'0' * 64}/0-10")).status == 404


async def test_a_permanent_link_holds_when_the_article_gets_another_name(page: Site) -> None:
    way = (await page.get(asked(QUESTION))).tree.xpath("//a[text()='Permanent link']/@href")[0]
    page.shelf.current = Edition.of([replace(harbour(), id=ArticleId("ice"))])
    got = await page.get(way)
    assert plain(Message.PAGE_PROVEN) in got.words("//p")
    assert got.tree.xpath("//figcaption/a/@href") == ["/articles/ice"]


async def test_filters_ask_within_a_source_a_time_and_a_language(page: Site) -> None:
    inside = await page.get(asked(QUESTION, source="Lantern Post", after="2024-01-01", lang="en"))
    outside = await page.get(asked(QUESTION, before="2020-01-01"))
    assert inside.words("//blockquote")[0] == BOATS
    assert outside.words("//blockquote") == []
    assert inside.tree.xpath("//select[@name='source']/option[@selected]/text()") == ["Lantern Post"]
    assert inside.tree.xpath("//input[@name='after']/@value") == ["2024-01-01"]


async def test_the_list_leads_to_every_article(tmp_path: Path) -> None:
    many = [replace(harbour(), id=ArticleId(f"ice/{n:03} ü"), title=f"Ice {n}") for n in range(120)]
    async with site(tmp_path, many) as served:
        addresses = []
        for number in (1, 2, 3):
            got = await served.get(f"/articles?page={number}")
            addresses += got.tree.xpath("//main//li/a/@href")
        assert len(set(addresses)) == 120
        assert (await served.get(addresses[77])).words("//h1") == ["Ice 77"]


async def test_everything_is_said_in_the_readers_language(page: Site) -> None:
    got = await page.get("/articles", Accept_Language="uk, en;q=0.5")
    assert got.tree.get("lang") == "uk"
    assert got.words("//h1") == [plain(Message.PAGE_ARTICLES, Language.UKRAINIAN)]
    assert got.headers["Vary"].startswith("Accept-Language")


@pytest.mark.parametrize("path", ["/", asked(QUESTION), "/articles", "/articles/harbour", "/nothing"])
async def test_every_page_asks_nobody_else_for_anything(page: Site, path: str) -> None:
    got = await page.get(path)
    loaded = got.tree.xpath("//@src | //link/@href")
    assert [address.partition("?")[0] for address in loaded] == ["/assets/style.css", "/assets/script.js"]
    assert got.tree.xpath("//script[not(@src)] | //style | //iframe | //@style") == []
    assert got.headers["Content-Security-Policy"] == POLICY
    assert got.headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in got.headers
    assert "Set-Cookie" not in got.headers
    for address in loaded:
        file = await page.get(address)
        assert (file.status, "immutable" in file.headers["Cache-Control"]) == (200, True)


@pytest.mark.parametrize("path", ["/", asked(QUESTION), "/articles", "/articles/harbour", "/history/harbour"])
async def test_every_page_can_be_found_around_by_a_screen_reader(page: Site, path: str) -> None:
    got = await page.get(path)
    assert len(got.tree.xpath("//h1")) == 1
    assert len(got.tree.xpath("//main[@id='main']")) == 1
    assert got.tree.xpath("//body/*[1]/@href") == ["#main"]
    assert got.tree.xpath("//input[not(@aria-label) and not(ancestor::label)]") == []
    ids = got.tree.xpath("//@id")
    assert len(ids) == len(set(ids))


class Strict(HTMLParser):
    """Notes elements that are closed in another order than they were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in {"meta", "link", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize("path", ["/", asked(QUESTION), "/articles", "/articles/harbour", "/history/harbour"])
async def test_every_page_is_well_formed(page: Site, path: str) -> None:
    parser = Strict()
    parser.feed((await page.get(path)).text)
    assert (parser.open, parser.wrong) == ([], [])


async def test_what_has_not_changed_is_not_sent_again(page: Site) -> None:
    first = await page.get("/articles/harbour")
    again = await page.get("/articles/harbour", If_None_Match=first.headers["Etag"])
    assert (again.status, again.text) == (304, "")


async def test_an_article_without_facts_has_a_page(tmp_path: Path) -> None:
    bare = replace(harbour(), title="", published=None, language="")
    async with site(tmp_path, [bare]) as served:
        assert (await served.get("/articles/harbour")).words("//h1") == ["harbour.md"]
        assert (await served.get("/")).status == 200


async def test_no_articles_are_no_trouble(tmp_path: Path) -> None:
    async with site(tmp_path, []) as served:
        assert plain(Message.SOURCES_NONE) in (await served.get("/articles")).words("//p")
        for path in ("/", asked(QUESTION)):
            assert (await served.get(path)).words("//main/p") == [plain(Message.REFUSED_EMPTY_CORPUS)], path


async def test_an_index_that_is_back_is_asked_again(page: Site) -> None:
    page.shelf.current, elsewhere = cut_off(page.shelf.current)
    assert plain(Message.REFUSED_CANNOT_LOOK_UP) in (await page.get(asked(QUESTION))).words("//p")
    elsewhere.cut_off = False
    assert plain(Message.REFUSED_CANNOT_LOOK_UP) not in (await page.get(asked(QUESTION))).words("//p")
