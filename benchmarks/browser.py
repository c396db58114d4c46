"""Links to quotes, and the page, in a real browser: ./run bench browser [--quotes N] [--axe axe.min.js]

Six kinds of texts become web pages as sites make them, with menus, links and marks inside of sentences.
Quoth reads the pages and quotes their sentences; the browser opens each quote's link on a page that is
served here, and what it highlights is told by its pixels. Aim: at least 99 % highlight exactly the quote,
and it is on screen. With ``--axe`` (from the package axe-core) the page to read on is looked over for
readers with disabilities.
"""

import argparse
import asyncio
import base64
import io
import random
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
from aiohttp import web
from markdown_it import MarkdownIt
from PIL import Image
from rich.console import Console
from rich.table import Table

from bot.core.index.edition import Edition
from bot.core.nouns import Claim, Passage, Span
from bot.core.proving.quote import Quote, prove
from bot.core.proving.text_fragments import quote_link
from bot.library.corpus.folder import read_folder
from tests.stories.conftest import free_port
from tests.web.chromium import Chromium, chromium
from tests.web.http.test_upkeep import PAGES, TOKEN, desk_at
from tests.web.sites import Site, site

KINDS = {
    "news": "news/articles",
    "rules": "handbook/articles",
    "manuals": "manual/articles",
    "Russian news": "novosti/articles",
    "German rules": "satzung/articles",
    "forum": "narrative/articles",
}
POST = '<div class="post"><p class="by"><b>Reader {number}</b> wrote:</p><div class="body"><p>'
"""How a paragraph of a forum begins; every third is answered in a part that is folded."""
FOLDED = '<details><summary>Reader {number} answered:</summary><div class="body"><p>'
ROOT = Path(__file__).parents[1] / "tests" / "golden" / "learning"
STYLE = "body{width:760px;margin:0 auto;font:17px/1.5 sans-serif}::target-text{background:#ff00ff;color:#000}"
PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/all">{title}</a></li></ul></nav>
<main><article><h1>{title}</h1>{text}</article></main>
<footer><p>Read more at <a href="/">our home</a></p></footer></body>
</html>
"""
WINDOW = (900, 1400)
MARKED = (255, 0, 255)
ITEM_MARK = re.compile(r"^(?:\d{1,3}[.)]|[•*–-])\s+", re.MULTILINE)
TRIES = 10
"""Pictures that are taken until something is highlighted: the browser searches beside other work."""

EXPECTED = """
const [wanted, which] = arguments;
const places = [];
let text = "";
const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode()); ) {
  for (let i = 0; i < node.data.length; i++) {
    if (!/\\s/.test(node.data[i])) { text += node.data[i]; places.push([node, i]); }
  }
}
let at = -1;
for (let n = 0; n <= which; n++) at = text.indexOf(wanted, at + 1);
if (at < 0) return null;
const boxes = [];
for (let i = at; i < at + wanted.length; ) {
  const [node, first] = places[i];
  let last = first;
  while (i < at + wanted.length && places[i][0] === node) last = places[i++][1];
  const range = document.createRange();
  range.setStart(node, first);
  range.setEnd(node, last + 1);
  for (const box of range.getClientRects()) boxes.push([box.left, box.top, box.right, box.bottom]);
}
return boxes;
"""


@dataclass(frozen=True, slots=True)
class Found:
    """What the browser showed of one quote."""

    exact: bool
    on_screen: bool
    link: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench browser", description=__doc__)
    parser.add_argument("--quotes", type=int, default=70, help="of each of the six kinds")
    parser.add_argument("--wrong", action="store_true", help="show that a link to other words is noticed")
    parser.add_argument("--axe", type=Path, help="axe.min.js of the package axe-core")
    asyncio.run(measure(parser.parse_args()))


async def measure(options: argparse.Namespace) -> None:
    table = Table("pages", "quotes", "exact", "on screen", title="Links to quotes in Chromium")
    wrong: list[str] = []
    async with chromium() as browser:
        await browser.size(*WINDOW)
        for kind, folder in KINDS.items():
            found = [one async for one in opened(browser, ROOT / folder, options)]
            wrong += [one.link for one in found if not one.exact]
            exact, seen = (sum(getattr(one, name) for one in found) for name in ("exact", "on_screen"))
            table.add_row(kind, str(len(found)), f"{exact / len(found):.1%}", f"{seen / len(found):.1%}")
            print(f"{kind}: {exact} of {len(found)} exact, {seen} on screen", flush=True)
        Console().print(table)
        for link in wrong:
            print("not exact:", link)
        if options.axe:
            await look_over(browser, options.axe.read_text("utf-8"))


async def opened(browser: Chromium, folder: Path, options: argparse.Namespace) -> AsyncIterator[Found]:
    """Yield what the browser shows of quotes of the texts in a folder, spread over all of them."""
    with tempfile.TemporaryDirectory() as pages:
        make_pages(folder, Path(pages), is_forum=folder.parent.name == "narrative")
        articles = read_folder(Path(pages)).articles
        async with served(Path(pages)) as address:
            here = [replace(a, url=f"{address}/{a.file}") for a in articles]
            quotes = list(spread(Edition.of(here), options.quotes))
            for number, quote in enumerate(quotes):
                linked = quotes[number - 1] if options.wrong else quote
                yield await shown(browser, quote, quote_link(linked).replace("#", f"?{number}#", 1))


def make_pages(folder: Path, pages: Path, is_forum: bool) -> None:
    """Write each text of the folder as a web page, with a link or a mark in every seventh word or so."""
    chance = random.Random(19)
    for path in sorted(folder.glob("*.md")):
        _, header, text = path.read_text("utf-8").split("---\n", 2)
        title = re.search("^title: (.*)$", header, re.MULTILINE)
        language = re.search("^language: (.*)$", header, re.MULTILINE)
        marked = re.sub(r"(?<=[a-zа-яё] )([a-zа-яё]{5,})(?= [a-zа-яё])", lambda w: inline(w[1], chance), text)
        html = MarkdownIt("commonmark").enable("table").render(marked)
        page = PAGE.format(
            style=STYLE,
            language=language[1] if language else "en",
            title=escape(title[1].strip("\"'") if title else path.stem),
            text="".join(posts(html)) if is_forum else html,
        )
        (pages / f"{path.stem}.html").write_text(page, "utf-8")


def posts(html: str) -> Iterator[str]:
    """Yield the paragraphs of a text as posts of a forum."""
    for number, part in enumerate(html.split("<p>")):
        folded = number % 3 == 0
        end = "</p></div></details>" if folded else "</p></div></div>"
        begin = (FOLDED if folded else POST).format(number=number)
        yield begin + part.replace("</p>", end) if number else part


def inline(word: str, chance: random.Random) -> str:
    if chance.random() > 0.15:
        return word
    return chance.choice([f"[{word}](/{word})", f"*{word}*", f"**{word}**"])


def spread(edition: Edition, count: int) -> Iterator[Quote]:
    """Yield up to so many quotes: every other one a sentence, the others two that follow each other."""
    spans: list[tuple[Passage, Span]] = []
    for passage in edition.passages:
        for number, first in enumerate(passage.sentences):
            last = passage.sentences[min(number + number % 2, len(passage.sentences) - 1)]
            spans.append((passage, Span(first.start, last.end)))
    step = max(1, len(spans) // count)
    quotes = (prove(Claim.of(passage.article, span), edition) for passage, span in spans[::step][:count])
    return filter(None, quotes)


@asynccontextmanager
async def served(pages: Path) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_static("/", pages)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


async def shown(browser: Chromium, quote: Quote, link: str) -> Found:
    """Open the link, and compare what is highlighted with where the quote stands."""
    await browser.open("about:blank")
    await browser.open(link)
    said = ITEM_MARK.sub("", quote.text)  # a browser draws numbers of items, and finds nothing in them
    squeezed = "".join(said.split())
    before = "".join(quote.article.text[: quote.span.start].split())
    boxes = await browser.script(EXPECTED, squeezed, before.count(squeezed))
    marked = await highlighted(browser)
    if boxes is None or marked is None:
        return Found(False, False, link)
    inside = np.zeros_like(marked)
    around = np.zeros_like(marked)
    for left, top, right, bottom in np.array(boxes).round().astype(int):
        inside[max(top + 2, 0) : max(bottom - 2, 0), max(left + 1, 0) : max(right - 1, 0)] = True
        around[max(top - 3, 0) : max(bottom + 3, 0), max(left - 6, 0) : max(right + 6, 0)] = True
    if not inside.any():
        return Found(False, False, link)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    covered = (marked & inside).sum() / max(inside.sum(), 1)
    same_edges = bool(np.abs(edges(marked) - edges(inside)).max() <= 6)
    exact = bool(covered > 0.5) and same_edges and not (marked & ~around).any()
    return Found(exact, bool(top >= 0 and bottom <= WINDOW[1]), link)


def edges(pixels: np.ndarray[Any, np.dtype[np.bool_]]) -> np.ndarray[Any, np.dtype[np.int_]]:
    """Return the first and last row and column that have one."""
    rows, columns = np.nonzero(pixels)
    return np.array([rows.min(), rows.max(), columns.min(), columns.max()])


async def highlighted(browser: Chromium) -> np.ndarray[Any, np.dtype[np.bool_]] | None:
    """Return the pixels that are highlighted, None where none are."""
    for _ in range(TRIES):
        picture = Image.open(io.BytesIO(base64.b64decode(await browser.picture()))).convert("RGB")
        marked: np.ndarray[Any, np.dtype[np.bool_]] = (np.asarray(picture) == MARKED).all(axis=2)
        if marked.any():
            return marked
    return None


async def look_over(browser: Chromium, axe: str) -> None:
    """Print what axe-core finds on each kind of page of ours, light and dark."""
    articles = read_folder(ROOT.parents[2] / "corpus").articles
    first = articles[0]
    paths = (
        "/",
        "/?q=How+many+people+died+in+Almaty%3F",
        "/?q=Who+discovered+penicillin%3F",
        "/articles",
        f"/articles/{first.id}?quote=0-50&revision={first.revision}",
        f"/history/{first.id}",
        "/nothing",
    )
    table = Table("page", "", "serious or critical", "all", "kilobytes", title="axe-core on the page")
    with tempfile.TemporaryDirectory() as folder:
        async with site(Path(folder), list(articles)) as page:
            for path in paths:
                await looked_at(browser, page, path, axe, table)
    with tempfile.TemporaryDirectory() as folder:
        async with desk_at(Path(folder)) as desk:
            await looked_at(browser, desk.site, "/maintain/enter", axe, table)
            await browser.script(f"document.querySelector('[name=token]').value = '{TOKEN}'")
            await browser.script("document.querySelector('main form').submit()")
            for path in PAGES:
                await looked_at(browser, desk.site, path, axe, table)
    Console().print(table)


async def looked_at(browser: Chromium, page: Site, path: str, axe: str, table: Table) -> None:
    """Add to the table what is found on one page, light and dark."""
    for is_dark in (False, True):
        await browser.dark(is_dark)
        await browser.open(f"http://127.0.0.1:{page.port}{path}")
        size = len(await browser.script("return document.documentElement.outerHTML")) / 1000
        found = await browser.script(f"{axe}; return axe.run().then((r) => r.violations)")
        serious = [one["id"] for one in found if one["impact"] in {"serious", "critical"}]
        every = ", ".join(one["id"] for one in found)
        table.add_row(path, "dark" if is_dark else "light", ", ".join(serious), every, f"{size:.0f}")


if __name__ == "__main__":
    main()
