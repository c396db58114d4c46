"""The page in a real browser: asked by keyboard, read on a telephone and in the dark."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.nouns import ArticleId
from tests.core.texts import article, harbour, orchard
from tests.web.chromium import BROWSER, DRIVER, ENTER, MISSING, TAB, Chromium, chromium
from tests.web.http.test_upkeep import PAGES, TOKEN, WEIR, desk_at
from tests.web.sites import Site, site

pytestmark = pytest.mark.skipif(not (DRIVER and BROWSER), reason=MISSING)

QUESTION = "How many boats were crushed by the ice?"
BOATS = "Mayor Edda Quill said that 14 boats were crushed by the ice."
LONG = article("long", "\n\n".join(f"The ferry {n} left at noon. Nobody waved." for n in range(600)))
WORD = replace(
    article("word", "A word of " + "endless" * 60 + " length is kept. It breaks."),
    id=ArticleId("word"),
    title="Endless" * 30,
    publisher="Longwinded" * 20,
)
ON_SCREEN = """
const box = document.getElementById("quote").getBoundingClientRect();
return box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
"""
CONTRAST = """
const parts = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((c) => c / 255)
  .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const light = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const ground = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$|transparent/.test(colour)) return colour;
  }
};
return Math.min(...[...document.querySelectorAll("p, a, mark, summary, figcaption, blockquote, h1, button")]
  .map((e) => [light(parts(getComputedStyle(e).color)), light(parts(ground(e)))])
  .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)));
"""


async def until(browser: Chromium, code: str) -> None:
    while not await browser.script(code):
        pass


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path, [harbour(), orchard(), LONG, WORD]) as served:
        yield served


@pytest.fixture
async def browser() -> AsyncIterator[Chromium]:
    async with chromium() as opened:
        yield opened


async def test_asked_by_keyboard_alone_the_quote_is_found_in_its_article(
    page: Site, browser: Chromium
) -> None:
    await browser.size(320, 640)
    await browser.open(f"http://127.0.0.1:{page.port}/")
    await browser.press("/", *QUESTION, ENTER)
    while await browser.script("return document.querySelector('blockquote') === null"):
        pass
    assert await browser.script("return document.querySelector('blockquote').innerText") == BOATS
    while await browser.script("return document.activeElement.innerText") != "Read in the article":
        await browser.press(TAB)
    outline = "return getComputedStyle(document.activeElement).outlineStyle"
    assert await browser.script(outline) == "solid"
    await browser.press(ENTER)
    while not await browser.script("return location.pathname.startsWith('/articles/')"):
        pass
    assert await browser.script("return document.getElementById('quote').innerText") == BOATS
    assert await browser.script(ON_SCREEN)
    assert await browser.script("return document.activeElement.id") == "quote"
    assert await browser.troubles() == []


async def test_the_quote_is_on_screen_also_deep_in_an_article_and_without_a_script(
    page: Site, browser: Chromium
) -> None:
    await browser.size(800, 600)
    await browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
    words = "The ferry 400 left at noon."
    start = LONG.text.index(words)
    address = f"/articles/long?quote={start}-{start + len(words)}&revision={LONG.revision}#quote"
    await browser.open(f"http://127.0.0.1:{page.port}{address}")
    await browser.devtools("Emulation.setScriptExecutionDisabled", value=False)
    assert await browser.script("return document.getElementById('quote').innerText") == words
    assert await browser.script(ON_SCREEN)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
async def test_every_page_fits_a_telephone_and_can_be_read(
    page: Site, browser: Chromium, is_dark: bool
) -> None:
    await browser.size(320, 640)
    await browser.dark(is_dark)
    span = f"quote=0-51&revision={harbour().revision}"
    for path in (
        "/",
        "/?q=How+many+boats%3F",
        "/?q=How+many+boats%3F&after=2030-01-01",
        "/articles",
        f"/articles/harbour?{span}#quote",
        "/articles/word",
    ):
        await browser.open(f"http://127.0.0.1:{page.port}{path}")
        assert await browser.script("return document.documentElement.scrollWidth") <= 320, path
        assert await browser.script("return document.querySelector('header button').offsetHeight") <= 48, path
        assert await browser.script(CONTRAST) >= 4.5, path
    ground = await browser.script("return getComputedStyle(document.body).backgroundColor")
    assert (int(ground.partition("(")[2].partition(",")[0]) < 60) == is_dark
    assert await browser.troubles() == []


async def test_a_maintainer_enters_uploads_and_confirms_on_a_telephone(
    tmp_path: Path, browser: Chromium
) -> None:
    file = tmp_path / "weir.md"
    file.write_text(WEIR)
    async with desk_at(tmp_path) as desk:
        await browser.size(320, 640)
        await browser.open(f"http://127.0.0.1:{desk.site.port}/maintain")
        await browser.script("document.querySelector('[name=token]').focus()")
        await browser.press(*TOKEN, ENTER)
        await until(browser, "return location.pathname === '/maintain'")
        for path in PAGES:
            await browser.open(f"http://127.0.0.1:{desk.site.port}{path}")
            assert await browser.script("return document.documentElement.scrollWidth") <= 320, path
            assert await browser.script(CONTRAST) >= 4.5, path
        await browser.open(f"http://127.0.0.1:{desk.site.port}/maintain/add")
        await browser.give("input[type=file]", str(file))
        await browser.script("document.querySelector('main form button').focus()")
        await browser.press(ENTER)
        await until(browser, "return document.querySelector('blockquote') !== null")
        await browser.script("document.querySelector('main form button').focus()")
        await browser.press(ENTER)
        await until(browser, "return location.pathname.startsWith('/maintain/deeds/')")
        await until(browser, "return document.querySelector('main').innerText.includes('weir.md')")
        assert (tmp_path / "corpus" / "weir.md").read_text() == WEIR
        assert await browser.troubles() == []
