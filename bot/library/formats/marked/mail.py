"""Mail (.eml, .mbox): a message is an article, its subject the title; answered messages are cut."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from itertools import pairwise
from typing import Any, cast

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.languages.interface.messages import Message
from bot.library.formats.exports.left_out import left_out
from bot.library.formats.saved.preformatted import own_words
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.decoding import decode_raw, tidy
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header, found_header

_BEGINS = re.compile(rb"^From [^\n]{1,200}\n(?=[!-9;-~]{1,60}:)", re.MULTILINE)
_UNREAD = frozenset({"drafts", "draft", "trash", "spam"})
_HEX = re.compile(r"[0-9a-fA-F]{1,8}")
_KINDS = ("plain", "html")


class _Shortly(EmailPolicy):
    """Reads fields as the package does, those that it takes long for excepted."""

    def header_fetch_parse(self, name: str, value: Any) -> Any:
        """Return a field as an object. Raises ArticleError if it is longer than any to be read."""
        if len(value) > LIMITS.files.mail_field:
            raise ArticleError(Message.NAME_TOO_LONG, name=repr(name[:30]), limit=LIMITS.files.mail_field)
        return super().header_fetch_parse(name, value)


_POLICY = _Shortly()


def parse_mail(data: bytes, beside: Header) -> Drafts:
    """Yield the article of each message, or why one was refused, and how many drafts and deleted ones are.

    Raises ArticleError if there are too many.
    """
    messages, unread = list(_messages(data)), 0
    for number, raw in enumerate(messages, 1):
        try:
            _refuse_many(raw.count(b"\n--"))  # that may begin a part: the package takes 0.2 ms for each
            message = cast("EmailMessage", message_from_bytes(raw, policy=_POLICY))
            if _is_unread(message):
                unread += 1
                continue
            yield _draft(message, beside, str(number) if len(messages) > 1 else "")
        except ArticleError as error:
            yield error
        except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:
            # what the package makes of odd headers is not always what it says
            yield ArticleError(Message.DOCX_BROKEN, kind=type(error).__name__)
    yield from left_out({"draft, deleted or spam": unread} if unread else {})


def _is_unread(message: EmailMessage) -> bool:
    """Tell whether a mail program kept it as a draft, as spam or as deleted."""
    labels = {label.strip().lower() for label in str(message["x-gmail-labels"] or "").split(",")}
    status = str(message["x-mozilla-status"] or "0")
    return not labels.isdisjoint(_UNREAD) or (
        _HEX.fullmatch(status) is not None and bool(int(status, 16) & 8)
    )


def _messages(data: bytes) -> Iterator[bytes]:
    starts = [found.start() for found in _BEGINS.finditer(data)] if data.startswith(b"From ") else []
    _refuse_many(len(starts))
    for start, end in pairwise([*(starts or [0]), len(data)]):
        yield data[start:end]


def _refuse_many(parts: int) -> None:
    if parts > LIMITS.files.members:
        raise ArticleError(Message.TOO_MANY_PARTS, size=parts, limit=LIMITS.files.members)


def _draft(message: EmailMessage, beside: Header, key: str) -> Draft:
    if not (message["from"] or message["subject"]):
        raise ArticleError(Message.NO_ARTICLE)
    name, address = parseaddr(str(message["from"] or ""))
    found = {
        "title": str(message["subject"] or ""),
        "author": name or address,
        "published": str(message["date"] or ""),
    }
    body = message.get_body(_KINDS)
    if body is None:
        raise ArticleError(Message.NO_SENTENCE)
    content = body.get_payload(decode=True)
    text = decode_raw(content if isinstance(content, bytes) else b"", body.get_content_charset() or "")
    pieces = whole_text(text) if body.get_content_subtype() == "html" else (Piece(own_words(tidy(text))),)
    return Draft(pieces, beside.over(found_header(found)), key)


FORMATS = (Format(suffixes=(".eml", ".mbox"), media_types=(), holds_many=True, parse=parse_mail),)
