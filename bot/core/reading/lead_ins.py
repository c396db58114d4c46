"""What stands above a block and has to be read with it: a quote of the block shows it, proven like the quote.

The question that is answered, the line before a list, the item above a deeper one, the head of a table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, Block, BlockKind, Span
from bot.core.reading.sentences import sentences
from bot.core.reading.shape import asks, ends_sentence, mark_style

_Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is being read: how its items are marked or how deep they lie, and what leads to it."""

    style: str
    level: int
    lead_ins: _Spans


def lead_ins(article: Article) -> tuple[_Spans, ...]:
    """Return the lead-ins of each block, outermost first."""
    return tuple(_Reader(article).read())


class _Reader:
    def __init__(self, article: Article) -> None:
        self._article = article
        self._question: _Spans = ()
        self._head: _Spans = ()
        self._lists: list[_List] = []
        self._last: tuple[Block, _Spans] | None = None
        self._has_questions = sum(map(self._asks, article.blocks)) > 1

    def read(self) -> Iterator[_Spans]:
        """Yield the lead-ins of one block after the other."""
        for block in self._article.blocks:
            found = self._above(block)
            yield found
            self._last = (block, found)

    def _above(self, block: Block) -> _Spans:
        if block.kind in {BlockKind.HEADING, BlockKind.QUESTION}:
            self._begin_section(block)
            return ()
        if block.kind is not BlockKind.ROW:
            self._head = (block.span,) if block.kind is BlockKind.HEAD else ()
        if block.kind is BlockKind.ROW:
            return (*self._question, *self._head)
        if block.kind is BlockKind.ITEM or (block.level and block.kind is BlockKind.NOTE):
            return self._above_item(block)
        if not block.inset:
            self._lists.clear()
        return self._question

    def _begin_section(self, block: Block) -> None:
        self._lists.clear()
        self._head = ()
        # A line that only looks like a heading may be the title of another page, if it alone asks.
        is_question = self._asks(block) and bool(
            block.kind is BlockKind.QUESTION or block.level or self._has_questions
        )
        self._question = (block.span,) if is_question and len(block.span) <= LIMITS.texts.lead_in else ()

    def _asks(self, block: Block) -> bool:
        if block.kind is BlockKind.HEADING:
            return asks(block.span.of(self._article.text))
        return block.kind is BlockKind.QUESTION

    def _above_item(self, block: Block) -> _Spans:
        style = "" if block.level else mark_style(block.span.of(self._article.text))
        while self._lists and not _is_of(self._lists[-1], style, block.level, self._lists):
            self._lists.pop()
        if not self._lists or (self._lists[-1].style, self._lists[-1].level) != (style, block.level):
            self._lists.append(_List(style, block.level, self._leading_to(block)))
        return self._lists[-1].lead_ins

    def _leading_to(self, item: Block) -> _Spans:
        """Return what leads to a list that begins with this item."""
        if self._last is None:
            return self._question
        block, above = self._last
        if block.kind not in {BlockKind.PROSE, BlockKind.ITEM, BlockKind.NOTE}:
            return self._question
        line = sentences(self._article.text, block.span, self._article.language)[-1]
        deeper = block.level and item.level > block.level
        if len(line) > LIMITS.texts.lead_in or (ends_sentence(line.of(self._article.text)) and not deeper):
            return self._question
        return (*above, line)


def _is_of(last: _List, style: str, level: int, lists: list[_List]) -> bool:
    """Tell whether an item continues the list or begins one inside of it."""
    if style or last.style:
        return last.style == style or all(known.style != style for known in lists)
    return last.level <= level
