"""Messages of a chat as articles, one a day: each message is quotable, below who wrote it and when."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.core.nouns import BlockKind
from bot.languages.beyond.chat_notices import NO_MESSAGE
from bot.library.parsing.decoding import tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.header import Header

LONGEST_POST = 1_000
"""Characters of a post or message, whose lines seldom end in a full stop; a longer text is an article."""

_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Posted:
    """What somebody wrote. ``head`` is who and when, as it is shown; ``day`` is None where unknown."""

    head: str
    text: str
    day: date | None = None


def chat_drafts(messages: Iterable[Posted], header: Header) -> Iterator[Draft]:
    """Yield an article for each day of a chat, under the chat's header.

    Messages without words, and those that the messenger put in for a file or for what was deleted, are left
    out. Those of an unknown day are one article.
    """
    days = defaultdict[date | None, list[Piece]](list)
    for message in messages:
        if is_written(message.text):
            days[message.day] += message_pieces(message.head, message.text)
    for day, pieces in days.items():
        dated = Header(published=day).over(header) if day else header
        yield Draft(tuple(pieces), dated, key=day.isoformat() if day else "")


def is_written(text: str) -> bool:
    """Tell whether a message has words of its own."""
    return bool(re.search(r"\w", text)) and NO_MESSAGE.fullmatch(text.strip("\u200e \n")) is None


def message_pieces(head: str, text: str) -> tuple[Piece, ...]:
    """Return a message: its lines are quotable below ``head``, which may be empty; a long one has prose."""
    text = tidy(text).strip()
    above = (Piece(one_line_of(head), BlockKind.NOTE, 1, inset=True),) if head.strip() else ()
    if len(text) > LONGEST_POST:
        return (*above, *(Piece(part.strip()) for part in _PARAGRAPHS.split(text)))
    return (*above, Piece(text, BlockKind.ITEM, 2 if above else 0, inset=bool(above)))


def one_line_of(text: str) -> str:
    """Return a text tidied and on one line."""
    return " ".join(tidy(text).split())
