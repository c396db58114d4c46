"""The last check of a page: whatever stands in it as an article's words is compared with the articles anew.

Words of articles stand in three kinds of elements only: ``blockquote``, a quote below a ``figure``, ``q``, in
which such a quote differs from another, and ``article``, a stretch of a stored text as a whole. In JSON they
stand in objects that name a ``revision``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass
from typing import Any, Final, final

from bot.basics.errors import MisquoteError
from bot.chat.pages.citations import shows_marks, title_of
from bot.core.index.edition import Edition
from bot.core.nouns import Article, ArticleId, Claim, Span
from bot.core.proving.fate import Held
from bot.core.proving.quote import prove
from bot.core.proving.seal import Seal
from bot.core.proving.showing import parts, text_of
from bot.core.replies import Figure
from bot.web.as_json import quote_object
from bot.web.elements import Element


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a stored article that is shown as it is, and the edition that has to have the article."""

    article: Article
    span: Span
    edition: Edition


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows: its title, its main part, and what that holds of articles, in order."""

    title: str
    body: Element
    held: tuple[Held, ...] = ()
    figures: tuple[Figure, ...] = ()
    """What some of these say where their sources differ."""
    stretch: Stretch | None = None
    asked: str = ""
    """What stands in the search field."""


_SEAL: Final = Seal("only sealed() makes a Sealed")


@final
@dataclass(frozen=True, slots=True)
class Sealed:
    """A sheet that may be sent: ``sealed`` alone makes one. Raises TypeError for anybody else."""

    sheet: Sheet
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        _SEAL.refuse_others(seal)


def sealed(sheet: Sheet) -> Sealed:
    """Return the sheet, sealed, if all words of articles in it are those of the articles, with their source.

    Raises MisquoteError otherwise.
    """
    figures = list(sheet.body.all("figure"))
    if len(figures) != len(sheet.held) or len(list(sheet.body.all("blockquote"))) != len(figures):
        raise MisquoteError("a page quotes more, or less, than its quotes")
    for figure, held in zip(figures, sheet.held, strict=True):
        _check_quote(figure, held)
    _check_figures(list(sheet.body.all("q")), sheet)
    _check_stretch(list(sheet.body.all("article")), sheet.stretch)
    return Sealed(sheet, _SEAL)


def sealed_object(value: Mapping[str, Any], *editions: Edition) -> Mapping[str, Any]:
    """Return the object if each quote and each article's text in it is as one of the editions has it.

    What differs has to stand in the quotes beside it.

    Raises MisquoteError otherwise.
    """
    for one in _objects(value):
        if "revision" in one and "text" in one and not any(_stands(one, edition) for edition in editions):
            raise MisquoteError("an object holds words that no article has, or another source of them")
        if not all(_is_inside(figure, one["quotes"]) for figure in one.get("differs", ())):
            raise MisquoteError("an object compares other words than its quotes have")
    return value


def _is_inside(figure: Mapping[str, Any], quotes: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether what a quote says stands in it, at its place."""
    quote = quotes[figure["quote"]]
    begins, ends = (figure[name] - quote["start"] for name in ("start", "end"))
    inside = 0 <= begins < ends <= len(quote["text"])
    return bool(inside and figure["text"] == quote["text"][begins:ends])


def _check_quote(figure: Element, held: Held) -> None:
    quote = held.quote
    if prove(quote.claim, held.edition) != quote:
        raise MisquoteError(f"{quote.article.file} has no such quote in edition {held.edition.id[:12]}")
    words = "".join(quotation.visible for quotation in figure.all("blockquote"))
    if words != text_of(quote, parts(quote)):
        raise MisquoteError(f"a page does not show {quote.span} of {quote.article.file} as it stands")
    below = "".join(caption.visible for caption in figure.all("figcaption"))
    if title_of(quote.citation) not in below:
        raise MisquoteError(f"a page does not name {quote.article.file}, which it quotes")
    if not shows_marks(below, quote.article):
        raise MisquoteError(f"a page does not warn of {quote.article.file}, which it quotes")


def _check_figures(shown: Sequence[Element], sheet: Sheet) -> None:
    """What differs is shown as it stands in quotes that the page shows whole, and that were checked."""
    if [one.visible for one in shown] != [figure.text for figure in sheet.figures]:
        raise MisquoteError("a page compares other words than its quotes have")
    if not {figure.quote for figure in sheet.figures} <= {held.quote for held in sheet.held}:
        raise MisquoteError("a page compares what it does not quote")


def _check_stretch(shown: Sequence[Element], stretch: Stretch | None) -> None:
    if len(shown) != (stretch is not None):
        raise MisquoteError("a page shows more, or less, than its article")
    if stretch is None:
        return
    article, span = stretch.article, stretch.span
    if stretch.edition.article(article.id) != article:
        raise MisquoteError(f"{article.file} is not so in edition {stretch.edition.id[:12]}")
    if _squeezed(shown[0].visible) != _squeezed(span.of(article.text)):
        raise MisquoteError(f"a page does not show {span} of {article.file} as it stands")


def _squeezed(text: str) -> str:
    """Return the text without white space, which stands between elements as their own."""
    return "".join(text.split())


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield all objects in a value."""
    if isinstance(value, Mapping):
        yield value
    children = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    for child in children:
        yield from _objects(child)


def _stands(told: Mapping[str, Any], edition: Edition) -> bool:
    """Tell whether an object is a quote of the edition with its source, or a whole text of it."""
    article = edition.article(ArticleId(str(told.get("article", told.get("id")))))
    if article is None or article.revision != told["revision"]:
        return False
    if "start" not in told:
        return bool(told["text"] == article.text)
    quote = prove(Claim.of(article, Span(told["start"], told["end"])), edition)
    return quote is not None and quote_object(quote) == {k: v for k, v in told.items() if k != "found_by"}
