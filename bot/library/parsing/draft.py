"""What every format yields, and the one way from there to an article."""

import hashlib
import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from bot.basics.errors import ArticleError
from bot.core.nouns import SOURCE_FIELDS, Article, ArticleId, Block, BlockKind, CutAs, Span
from bot.languages.interface.messages import Message
from bot.library.parsing.decoding import refuse_long
from bot.library.parsing.header import Header
from bot.library.parsing.told_language import detect_language

if TYPE_CHECKING:
    from bot.core.index.duplicates import Sketch
    from bot.core.index.edition import Read

_Done = TypeVar("_Done")

_GAP = "\n\n"
CELLS_JOINED = " | "
"""What stands between the cells of a row; an empty cell has one on either side, too."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what its format knows of it: all but PROSE is one block of that kind.

    ``level`` and ``inset`` are those of ``Block``.
    """

    text: str
    kind: BlockKind = BlockKind.PROSE
    level: int = 0
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

    def digest(self, file: str) -> str:
        """Return what stands for all that ``read_draft`` looks at: equal drafts make equal articles."""
        facts = (file, self.key, self.page_starts, self.header.model_dump_json())
        texts = [piece.text for piece in self.pieces]
        known = [
            (n, piece.kind.value, piece.level, piece.inset)
            for n, piece in enumerate(self.pieces)
            if piece.kind is not BlockKind.PROSE or piece.level or piece.inset
        ]
        told = repr((facts, known, list(map(len, texts)))), *texts
        return hashlib.sha256("".join(told).encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Cutting:
    """What was cut from a page, and as what."""

    text: str
    cut_as: CutAs


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article, what its file says about it, and what was cut from it, in order.

    ``digest`` is that of its draft, "" where nobody knows it any more. ``read`` is the article with its
    passages and words, ``sketch`` what it is compared by with others, where they were made at once.
    """

    article: Article
    header: Header
    cut: tuple[Cutting, ...] = ()
    digest: str = ""
    read: "Read | None" = field(default=None, compare=False)
    sketch: "Sketch | None" = field(default=None, compare=False)


def read_draft(draft: Draft, file: str) -> Drafted:
    """Return the article of ``draft``, cleaned, its language detected where no header gives it.

    ``file`` is the path in the folder, with "/". Raises ArticleError if no text is left, or too much.
    """
    from bot.core.reading.clean import clean  # noqa: PLC0415 - a child makes drafts and cleans none

    source, hints = _joined(draft.pieces)
    refuse_long(source)
    cleaned = clean(source, hints, draft.header.title)
    if not any(block.kind.quotable for block in cleaned.blocks):
        raise ArticleError(Message.NO_SENTENCE)
    facts = draft.header.model_dump(include=set(SOURCE_FIELDS))
    facts["language"] = facts["language"] or detect_language(cleaned.text)
    article = Article(
        id=article_id(file, draft.key),
        file=file,
        text=cleaned.text,
        revision=hashlib.sha256(cleaned.text.encode()).hexdigest(),
        blocks=cleaned.blocks,
        page_starts=tuple(cleaned.offsets(draft.page_starts)),
        **facts,
    )
    cut = (Cutting(span.of(source).strip(), cut_as) for span, cut_as in cleaned.cuts)
    said = tuple(cutting for cutting in cut if re.search(r"\w", cutting.text))
    return Drafted(article, draft.header, said)


def read_through(draft: Draft, file: str) -> Drafted:
    """Return what ``read_draft`` does, passages and words made at once. Raises ArticleError too."""
    from bot.core.index.edition import read_whole  # noqa: PLC0415 - a child indexes none

    drafted = read_draft(draft, file)
    return replace(drafted, read=read_whole(drafted.article))


def read_and_sketched(draft: Draft, file: str) -> Drafted:
    """Return what ``read_through`` does, with its sketch. Raises ArticleError too."""
    from bot.core.index.duplicates import sketch  # noqa: PLC0415 - a child compares none

    drafted = read_through(draft, file)
    return replace(drafted, sketch=sketch(drafted.article.text))


@dataclass(frozen=True, slots=True)
class Hands:
    """How drafts are ``read``, and how that is ``begun``: what this returns gives the result when called.

    Of what comes in a row, so many are begun ``ahead`` of the one whose result is asked for.
    """

    read: Callable[[Draft, str], Drafted] = read_draft
    begun: Callable[..., Callable[[], Any]] = partial
    ahead: int = 0

    def in_turn(self, work: Iterable[Callable[[], _Done]]) -> Iterator[_Done]:
        """Yield the results of what was begun, in order; what making the row raises comes after these."""
        waiting = deque[Callable[[], _Done]]()
        row = iter(work)
        failure: Exception | None = None
        while failure is None:
            try:
                waiting.append(next(row))
            except StopIteration:
                break
            except Exception as error:
                failure = error
            if len(waiting) > self.ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()
        if failure:
            raise failure


OWN_HANDS = Hands()
"""Everything is done here, one after the other."""


def article_id(file: str, key: str = "") -> ArticleId:
    """Return the id of the article in ``file``: its path without the ending, then ``key``."""
    stem = unicodedata.normalize("NFC", re.sub(r"\.[^./]+$", "", file))
    return ArticleId(f"{stem}/{key}" if key else stem)


def _joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the pieces as one text, a blank line between them, and what is known of some of them."""
    texts, hints, offset = [], [], 0
    for piece in pieces:
        end = offset + len(piece.text)
        if piece.text and (piece.inset or piece.kind is not BlockKind.PROSE):
            hints.append(Block(Span(offset, end), piece.kind, piece.level, piece.inset))
        texts.append(piece.text)
        offset = end + len(_GAP)
    return _GAP.join(texts), tuple(hints)
