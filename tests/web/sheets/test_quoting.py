"""What becomes of a quote when its article changes, and how the permanent page says so."""

import pytest

from bot.chat.wording.texts import Language
from bot.core.index.edition import Edition
from bot.core.nouns import Article, Span
from bot.core.proving.fate import Became, Fate, fate_of
from bot.web.gate import sealed
from bot.web.sheets.quoting import quote_sheet
from tests.core.texts import article, harbour, orchard

BOATS = "Mayor Edda Quill said that 14 boats were crushed by the ice."


def fate(words: str, *current: Article) -> Fate | None:
    old = harbour()
    start = old.text.index(words)
    reading = Edition.of([old]).entries[old.id]
    return fate_of(reading, Span(start, start + len(words)), Edition.of(current))


def edited(old: str, new: str) -> Article:
    return article("harbour", harbour().text.replace(old, new))


@pytest.mark.parametrize(
    ("current", "became", "now"),
    [
        (harbour(), Became.STANDS, BOATS),
        (edited("Fishermen cut a channel with saws.", "Nobody sailed."), Became.MOVED, BOATS),
        (edited("14 boats", "15 boats"), Became.REWORDED, BOATS.replace("14", "15")),
        (edited(BOATS + " ", ""), Became.LOST, None),
        (orchard(), Became.GONE, None),
    ],
)
def test_what_has_become_of_a_quote(current: Article, became: Became, now: str | None) -> None:
    found = fate(BOATS, current)
    assert found
    assert (found.became, found.then.quote.text) == (became, BOATS)
    assert (found.now.quote.text if found.now else None) == now
    page = sealed(quote_sheet(found, Language.ENGLISH)).sheet.body
    shown = [figure.visible for figure in page.all("blockquote")]
    assert shown == ([BOATS] if became is Became.STANDS or now is None else [BOATS, now])


@pytest.mark.parametrize("current", [harbour(), orchard()])
def test_what_never_was_a_quote_has_no_fate(current: Article) -> None:
    assert fate("Edda Quill said", current) is None


def test_the_page_tells_how_anybody_can_check_the_quote() -> None:
    found = fate(BOATS, harbour())
    assert found
    page = quote_sheet(found, Language.ENGLISH).body.visible
    assert harbour().revision in page
    assert f"Characters: {found.then.quote.span.start} to {found.then.quote.span.end}" in page
