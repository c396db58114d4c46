"""Every text of a page is an article's own, a field of its citation, what the reader has asked, or a sentence
of the catalogue in the reader's language: the pages are walked, and each text of theirs is tried.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bot.chat.pages.citations import facts_of, title_of
from bot.chat.wording.texts import Language
from bot.core.nouns import Article
from bot.core.proving.quote import cite
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import wording
from tests.core.texts import article, harbour, orchard
from tests.transcript_audit import line_pattern
from tests.web.http.test_upkeep import PAGES, WEIR, desk_at
from tests.web.sites import Got, site

ARTICLES = [
    harbour(),
    orchard(),
    article(
        "ice",
        "The ice of 3 February crushed 16 boats in the harbour, the harbour master counted. Nobody was hurt.",
        title="Boats in the ice",
        publisher="The Skerry Post",
        published=date(2031, 2, 5),
    ),
]
ASKED = [
    "How many boats were crushed by the ice?",
    "How many boats were crushed by the ice? What grows in the orchard?",
    "“Mayor Edda Quill said that 40 boats were crushed by the ice.”",
    "What is the mayor of Brumholt called, and when was the glacier sold?",
    "thanks",
    "?",
    "boats after:2099",
    "boats before:then",
    "wo sind die Boote",
    "сколько лодок",
]
OWN = {"Quoth"}
_IN_THE_QUESTIONS_LANGUAGE = (Message.REFUSED_SMALL_TALK, Message.OTHER_LANGUAGE)
"""What is said in the language of a question, whatever the page speaks."""
_FIGURES = re.compile(r"[\d\s.,:;/%×–→#()-]*|[0-9a-f]{8,64}|—|\w\w")
_SHOWN = ("title", "placeholder", "aria-label", "alt")
"""Attributes that people read or hear."""


def texts(got: Got) -> Iterator[str]:
    """Each text of a page that is not an article's own, by itself."""
    tree = got.tree
    for foreign in tree.xpath("//blockquote | //article | //script"):
        foreign.drop_tree()
    yield from (str(text) for text in tree.xpath("//text()"))
    for name in _SHOWN:
        yield from (str(value) for value in tree.xpath(f"//@{name}"))


@cache
def sentences(language: Language) -> tuple[re.Pattern[str], ...]:
    """All that the catalogue says in a language, line by line, with places for values."""
    said = [wording(message, language) for message in Message]
    said += [wording(message, other) for message in _IN_THE_QUESTIONS_LANGUAGE for other in Language]
    lines = (line.strip() for one in said for line in one.replace("**", "").split("\n"))
    return tuple(re.compile(line_pattern(line), re.DOTALL) for line in lines if line)


def strange(got: Got, language: Language, articles: list[Article], said: set[str]) -> list[str]:
    """The texts of a page that are nobody's."""
    known = OWN | said | {word for text in said for word in re.findall(r"[\w’'.-]+", text.casefold())}
    for one in articles:
        citation = cite(one)
        facts = ", ".join(facts_of(citation, language))
        fields = (
            title_of(citation),
            facts,
            f"{title_of(citation)} – Quoth",
            one.publisher,
            one.language,
            one.file,
        )
        known |= {*fields, *(f"{title_of(citation)} – {wording(Message.PAGE_HISTORY, language)} – Quoth",)}
        known |= set(re.findall(r"[\w’'.-]+", one.text.casefold()))  # other spellings that were searched
    lines = (line for text in texts(got) for line in text.split("\n"))
    return [line for line in lines if not _is_known(" ".join(line.split()), known, language)]


def _is_known(line: str, known: set[str], language: Language) -> bool:
    bare = line.removeprefix("– ").removesuffix(" – Quoth").strip(" ,")
    if _FIGURES.fullmatch(bare) or bare in known or line in known:
        return True
    matches = (pattern.fullmatch(bare) for pattern in sentences(language))
    return any(
        all(_is_value(value, line, known, language) for value in found.groups()) for found in matches if found
    )


def _is_value(value: str | None, line: str, known: set[str], language: Language) -> bool:
    """Tell whether what stands in a sentence is known too, or another sentence of ours."""
    if value and value != line and len(value) < len(line) and _is_known(value, known, language):
        return True
    words = re.split(r"[\s,:;→“”„«»'\"?]+", (value or "").casefold())
    return value in known or all(_FIGURES.fullmatch(w) or w in known or w.rstrip(".") in known for w in words)


@pytest.mark.parametrize("language", Language)
async def test_every_sentence_of_ours_is_the_catalogues_in_the_readers_language(
    tmp_path: Path, language: Language
) -> None:
    revision = ARTICLES[0].revision
    paths = [
        "/",
        "/articles",
        "/nothing",
        *(f"/articles/{one.id}" for one in ARTICLES),
        f"/articles/harbour?quote=0-51&revision={'0' * 64}",
        "/history/harbour",
        f"/q/{revision}/0-51",
    ]
    async with site(tmp_path, ARTICLES) as page:
        for path in [*paths, *ASKED]:
            is_asked = path in ASKED
            got = await page.get(f"/?q={path}" if is_asked else path, Accept_Language=language.value)
            said = {path.strip(), *path.split()} if is_asked else set()
            assert strange(got, language, ARTICLES, said | {got.tree.get("lang")}) == [], path


@pytest.mark.parametrize("language", Language)
async def test_it_is_so_on_the_pages_of_maintainers(tmp_path: Path, language: Language) -> None:
    async with desk_at(tmp_path) as desk:
        await desk.enter()
        desk.site.client.headers.update({"Accept-Language": language.value})
        articles = [*desk.shop.upkeep.shelf.current.articles]
        edition = desk.shop.upkeep.shelf.current.id[:8]
        said = {
            "odd.md",
            "published",
            "publisher",
            "never",
            "title",
            "url",
            "kiln",
            "aya",
            "weir",
            "weir.md",
            "mill",
            "news",
            edition,
        }
        for path in PAGES:
            assert strange(await desk.get(path), language, articles, said | {"UTC"}) == [], path
        shown = await desk.upload(("weir.md", WEIR.encode()))
        assert strange(shown, language, articles, said | {"The weir"}) == []
        looked = await desk.done(await desk.post("/maintain/reload"))
        assert strange(looked, language, articles, said) == []


def test_the_walk_notices_what_is_nobodys() -> None:
    words = b"<p>The mayor is right.</p><blockquote>14 boats.</blockquote><p>Articles</p><p>Artikel</p>"
    got = Got(200, {}, f"<html><body>{words.decode()}</body></html>")
    assert strange(got, Language.ENGLISH, [], set()) == ["The mayor is right.", "Artikel"]
