"""What every format yields, and the one way from there to an article."""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.basics.errors import ArticleError
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Span
from bot.core.reading.clean import Cleaned, clean
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import refuse_long
from bot.library.parsing.header import Header
from bot.library.parsing.language import detect_language

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, or a stretch of text; ``inset`` is what stands in a list or a block quotation."""

    text: str
    heading: bool = False
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it.

    ``key`` tells apart the articles of one file, ``line`` is where in the file this one stands.
    ``page_starts`` are offsets in the text of its first piece; empty where the format has no pages.
    """

    pieces: tuple[Piece, ...]
    header: Header
    key: str = ""
    line: int | None = None
    page_starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article, what its file says about it, and the lines of it that were cut as residue."""

    article: Article
    header: Header
    cut: tuple[str, ...] = ()


def read_draft(draft: Draft, file: str) -> Drafted:
    """Return the article of ``draft``, cleaned, its language detected where no header gives it.

    ``file`` is the path in the folder, with "/". Raises ArticleError if no text is left, or too much.
    """
    source, hints, insets = _joined(draft.pieces)
    refuse_long(source)
    cleaned = clean(source, hints, draft.header.title)
    if not any(block.kind is BlockKind.PROSE for block in cleaned.blocks):
        raise ArticleError(Message.NO_SENTENCE)
    header = draft.header
    article = Article(
        id=article_id(file, draft.key),
        file=file,
        text=cleaned.text,
        revision=hashlib.sha256(cleaned.text.encode()).hexdigest(),
        blocks=tuple(_with_insets(cleaned, insets)),
        title=header.title,
        publisher=header.publisher,
        author=header.author,
        published=header.published,
        modified=header.modified,
        url=header.url,
        language=header.language or detect_language(cleaned.text),
        page_starts=tuple(cleaned.offsets(draft.page_starts)),
    )
    cut = (line.strip() for span in cleaned.removed for line in span.of(source).split("\n"))
    return Drafted(article, header, tuple(line for line in cut if re.search(r"\w", line)))


def article_id(file: str, key: str = "") -> ArticleId:
    """Return the id of the article in ``file``: its path without the ending, then ``key``."""
    stem = unicodedata.normalize("NFC", re.sub(r"\.[^./]+$", "", file))
    return ArticleId(f"{stem}/{key}" if key else stem)


def _joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], list[Span]]:
    """Return the pieces as one text, a blank line between them, and where headings and insets are."""
    texts, headings, insets, offset = [], [], [], 0
    for piece in pieces:
        end = offset + len(piece.text)
        if piece.heading:
            headings.append(Block(Span(offset, end), BlockKind.HEADING))
        elif piece.inset:
            insets.append(Span(offset, end))
        texts.append(piece.text)
        offset = end + len(_GAP)
    return _GAP.join(texts), tuple(headings), insets


def _with_insets(cleaned: Cleaned, insets: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks, those that begin in one of the source's ``insets`` (in order) marked so."""
    starts = cleaned.offsets(span.start for span in insets)
    ends = cleaned.offsets(span.end for span in insets)
    for block in cleaned.blocks:
        n = bisect_right(ends, block.span.start)
        inset = n < len(insets) and starts[n] <= block.span.start
        yield replace(block, inset=True) if inset else block
