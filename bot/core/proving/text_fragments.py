"""Links that open an article at the very sentence, by text fragments.

``#:~:text=[prefix-,]start[,end][,-suffix]``, as the WICG draft "URL Fragment Text Directives" says: a browser
takes the first match, ignoring case, accents and the amount of white space; each term lies in one block.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, Block, BlockKind, Span
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import Quote

EXACT_UP_TO = 300
"""Characters up to which a quote is named in full, as the draft recommends; a longer one by its two ends."""

_WORD = re.compile(r"[^\s、。，；！？]+[、。，；！？]*|\S+")
_ITEM_MARK = re.compile(r"(?:\d{1,3}[.)]|[•*–-])\s+")
"""What stands before an item in our text; on a page it is drawn by the browser, which does not search it."""
_TERM_WORDS = (6, 12, 24)
_CONTEXT_WORDS = (3, 6, 12, 24, 48)
_CLEAR_FROM = 4
"""Words; a shorter quote gets context even where it is the only one: the draft's advice again."""
_LONG_WORD = 40
"""Characters; so many are clear however few words they are (some scripts set no blanks)."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a directive, as ranges of the article's text."""

    start: Span
    end: Span | None = None
    prefix: Span | None = None
    suffix: Span | None = None


def quote_link(quote: Quote) -> str:
    """Return the article's URL, leading to the quote's own words; "" where the article has no URL.

    An element's ``#fragment`` stays, as what the browser falls back to. A PDF is opened at the page.
    Of identical words in identical surroundings a browser shows the first.
    """
    article = quote.article
    if not article.url:
        return ""
    url = opened_at(article.url)
    address, _, fragment = url.partition("#")
    element = fragment.partition(":~:")[0]
    page = quote.citation.page
    if page and not element and urlsplit(address).path.lower().endswith(".pdf"):
        return f"{address}#page={page}"
    exact = f"{address}#{element}:~:text={_written(_terms(article, quote.span), article.text)}"
    return exact if len(exact) <= LIMITS.texts.link else url


def _written(terms: _Terms, text: str) -> str:
    parts = (
        f"{_encoded(terms.prefix, text)}-," if terms.prefix else "",
        _encoded(terms.start, text),
        f",{_encoded(terms.end, text)}" if terms.end else "",
        f",-{_encoded(terms.suffix, text)}" if terms.suffix else "",
    )
    return "".join(parts)


def _encoded(term: Span, text: str) -> str:
    """Percent-encode what the syntax does not allow in a term, ``-`` ``,`` ``&`` among it."""
    return percent_encoded(" ".join(term.of(text).split()), safe="").replace("-", "%2D")


def _terms(article: Article, span: Span) -> _Terms:
    pieces = _pieces(article, span)
    words = _words(article.text, pieces[0])
    span = Span(pieces[0].start, span.end)
    if len(pieces) == 1 and (len(span) <= EXACT_UP_TO or len(words) < _CLEAR_FROM):
        return _exact(article, span)
    start, prefix = _start(article, span, words if len(pieces) > 1 else words[:-1])
    rest = Span(start.end, span.end)
    end, suffix = _end(article, rest, _words(article.text, _pieces(article, rest)[-1]))
    return _Terms(start, end, prefix, suffix)


def _exact(article: Article, span: Span) -> _Terms:
    clear = len(span) >= _LONG_WORD or len(_words(article.text, span)) >= _CLEAR_FROM
    once = _once(article.text, span)
    if clear and once:
        return _Terms(span)
    prefix = suffix = None
    for prefix, suffix in _contexts(article, span):
        # Between two blocks a page may hold what was cut, so what is clear enough does not build on both.
        if once and not _in_one_block(article, _around(span, prefix, suffix)):
            continue
        if _once(article.text, _around(span, prefix, suffix)):
            return _Terms(span, None, prefix, suffix)
    return _Terms(span) if once else _Terms(span, None, prefix, suffix)


def _start(article: Article, span: Span, words: list[Span]) -> tuple[Span, Span | None]:
    """Return the fewest first words that stand nowhere else, with a prefix if none do."""
    start = span
    for count in _TERM_WORDS:
        start = Span(span.start, words[:count][-1].end)
        if _once(article.text, start):
            return start, None
    prefix = None
    for count in _CONTEXT_WORDS:
        prefix = _before(article, span.start, count)
        if _once(article.text, _around(start, prefix)):
            break
    return start, prefix


def _end(article: Article, rest: Span, words: list[Span]) -> tuple[Span, Span | None]:
    """Return the fewest last words that a reader of ``rest`` meets only at its end, else with a suffix."""
    end = rest
    for count in _TERM_WORDS:
        end = Span(words[-count:][0].start, rest.end)
        if _only_last(article.text, rest, end):
            return end, None
    suffix = None
    for count in _CONTEXT_WORDS:
        suffix = _after(article, rest.end, count)
        if _only_last(article.text, _around(rest, None, suffix), _around(end, None, suffix)):
            break
    return end, suffix


def _contexts(article: Article, span: Span) -> Iterator[tuple[Span | None, Span | None]]:
    for count in _CONTEXT_WORDS:
        prefix, suffix = _before(article, span.start, count), _after(article, span.end, count)
        yield from filter(any, ((prefix, None), (None, suffix), (prefix, suffix)))


def _before(article: Article, offset: int, count: int) -> Span | None:
    """Return up to ``count`` words before the offset, all from one block."""
    for block in reversed(article.blocks):
        begin = _begins(article, block)
        if begin < offset:
            words = _words(article.text, Span(begin, min(offset, block.span.end)))
            if words:
                return Span(words[-count:][0].start, words[-1].end)
    return None


def _after(article: Article, offset: int, count: int) -> Span | None:
    """Return up to ``count`` words after the offset, all from one block."""
    for block in article.blocks:
        if block.span.end > offset:
            words = _words(article.text, Span(max(offset, _begins(article, block)), block.span.end))
            if words:
                return Span(words[0].start, words[:count][-1].end)
    return None


def _around(span: Span, prefix: Span | None, suffix: Span | None = None) -> Span:
    return Span(prefix.start if prefix else span.start, suffix.end if suffix else span.end)


def _pieces(article: Article, span: Span) -> list[Span]:
    """Return the part of the range in each block that it touches."""
    blocks = [block for block in article.blocks if block.span.overlaps(span)]
    pieces = ((max(_begins(article, b), span.start), min(b.span.end, span.end)) for b in blocks)
    return [Span(start, end) for start, end in pieces if start < end] or [span]


def _begins(article: Article, block: Block) -> int:
    """Return where the words of a block begin that a browser finds."""
    if block.kind is not BlockKind.ITEM:
        return block.span.start
    mark = _ITEM_MARK.match(article.text, block.span.start, block.span.end)
    return mark.end() if mark and mark.end() < block.span.end else block.span.start


def _in_one_block(article: Article, span: Span) -> bool:
    return len(_pieces(article, span)) == 1


def _words(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end)]


def _once(text: str, span: Span) -> bool:
    """Tell whether these words stand only here; in doubt (parts of words, joined words) they do not."""
    page, words = _folded(text), _fold(span.of(text))
    return page.find(words) == page.rfind(words)


def _only_last(text: str, rest: Span, end: Span) -> bool:
    words = _fold(rest.of(text))
    ending = _fold(end.of(text))
    return words.find(ending) == len(words) - len(ending)


def _fold(text: str) -> str:
    """Keep what a browser compares, and no white space, so that a match here is never missed there."""
    letters = "".join(unicodedata.normalize("NFKD", text).casefold().split())
    for mark in filter(unicodedata.combining, set(letters)):
        letters = letters.replace(mark, "")
    return letters


@lru_cache(maxsize=LIMITS.caches.fragments)
def _folded(text: str) -> str:
    return _fold(text)
