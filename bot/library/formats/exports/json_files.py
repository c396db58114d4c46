"""JSON: the exports of Telegram, Slack, Discord, Discourse and Ghost, JSON Feed, and lists of articles."""

import json
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any, TypeGuard

from bot.basics.errors import ArticleError
from bot.core.nouns import BlockKind
from bot.languages.interface.messages import Message
from bot.library.formats.dumps import read_dump_rows, row_of
from bot.library.formats.exports.chat_days import Posted, chat_drafts, one_line_of
from bot.library.formats.exports.html_article import page_draft
from bot.library.formats.exports.left_out import left_out
from bot.library.formats.exports.slack import slack_messages
from bot.library.formats.saved.web_page import whole_text
from bot.library.parsing.days import day_of
from bot.library.parsing.decoding import decode_raw
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.format import Drafts, Format
from bot.library.parsing.header import Header, found_header

Json = dict[str, Any]

_OF_ONE = frozenset({"personal_chat", "bot_chat", "saved_messages", "verification_codes", "replies"})
"""Chats of a whole account that only its owner reads."""
_SAID = frozenset({"Default", "Reply"})
"""What Discord calls messages that people write."""
_LISTS = ("articles", "items", "posts", "entries", "data", "results", "documents", "pages", "rows")


def parse_json(data: bytes, beside: Header) -> Drafts:
    """Yield the articles of an export or a list, why some were refused, and what was left out.

    Raises ArticleError for JSON that is broken, or that holds nothing which is known to be a text.
    """
    try:
        found = json.loads(decode_raw(data))
    except (ValueError, RecursionError, MemoryError) as error:
        problem = getattr(error, "msg", type(error).__name__)
        raise ArticleError(Message.JSON_BROKEN, problem=problem) from error
    if isinstance(found, dict):
        return _of_mapping(found, beside)
    if _are_mappings(found) and all("ts" in one and "type" in one for one in found[:3]):
        return _with_left_out(*slack_messages(found), beside)
    return _rows(found, beside)


def _of_mapping(found: Json, beside: Header) -> Drafts:
    if "messages" in found and ("type" in found or "channel" in found):
        return _discord(found, beside) if "channel" in found else _telegram(found, beside)
    if isinstance(found.get("chats"), dict):
        return _telegram_account(found["chats"].get("list"), beside)
    if isinstance(found.get("post_stream"), dict):
        return _discourse(found, beside)
    if isinstance(found.get("db"), list):
        return _ghost(found["db"], beside)
    return _rows(next((found[name] for name in _LISTS if _are_mappings(found.get(name))), None), beside)


def _rows(found: object, beside: Header) -> Drafts:
    if not _are_mappings(found):
        raise ArticleError(Message.JSON_NO_ARTICLES)
    kinds = Counter(filter(None, map(_not_for_everybody, found)))
    rows = ((row_of(one), number) for number, one in enumerate(found, 1) if not _not_for_everybody(one))
    yield from read_dump_rows(rows, beside)
    yield from left_out(kinds)


def _not_for_everybody(article: Json) -> str:
    """Return why readers of a help centre do not see an article (Zendesk, Freshdesk), "" if they do."""
    if article.get("user_segment_id") or article.get("user_segment_ids"):
        return "only for some readers"
    is_of_freshdesk = "folder_id" in article and "agent_id" in article
    return "draft" if is_of_freshdesk and article.get("status") == 1 else ""


def _are_mappings(found: object) -> TypeGuard[list[Json]]:
    return isinstance(found, list) and bool(found) and all(isinstance(one, dict) for one in found)


def _mappings(found: object) -> list[Json]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _with_left_out(posted: list[Posted], kinds: Counter[str], header: Header) -> Drafts:
    yield from chat_drafts(posted, header)
    yield from left_out(kinds)


def _telegram_account(chats: object, beside: Header) -> Drafts:
    kinds = Counter[str]()
    for chat in _mappings(chats):
        if chat.get("type") in _OF_ONE:
            kinds[str(chat["type"])] += 1
            continue
        for found in _telegram(chat, beside):
            if isinstance(found, Draft):
                yield Draft(found.pieces, found.header, f"{chat.get('id', '')}/{found.key}")
            else:
                yield found
    yield from left_out(kinds)


def _telegram(chat: Json, beside: Header) -> Drafts:
    posted, kinds = list[Posted](), Counter[str]()
    for message in _mappings(chat.get("messages")):
        if message.get("type") != "message":
            kinds[str(message.get("type"))] += 1
            continue
        head = ", ".join(filter(None, (_text(message.get("from")), _moment(message.get("date")))))
        posted.append(Posted(head, _telegram_text(message.get("text")), _day(message.get("date"))))
    return _with_left_out(posted, kinds, beside.over(found_header({"title": _text(chat.get("name"))})))


def _telegram_text(text: object) -> str:
    """Return a message as a reader sees it, whose styled stretches are parts of their own."""
    parts = text if isinstance(text, list) else [text]
    return "".join(_text(part.get("text")) if isinstance(part, dict) else _text(part) for part in parts)


def _discord(chat: Json, beside: Header) -> Drafts:
    posted, kinds = list[Posted](), Counter[str]()
    for message in _mappings(chat.get("messages")):
        if message.get("type") not in _SAID:
            kinds[str(message.get("type"))] += 1
            continue
        author, moment = message.get("author"), message.get("timestamp")
        name = author.get("nickname") or author.get("name") if isinstance(author, dict) else ""
        head = ", ".join(filter(None, (_text(name), _moment(moment))))
        posted.append(Posted(head, _text(message.get("content")), _day(moment)))
    channel, guild = chat.get("channel"), chat.get("guild")
    found = {
        "title": _text(channel.get("name")) if isinstance(channel, dict) else "",
        "publisher": _text(guild.get("name")) if isinstance(guild, dict) else "",
    }
    return _with_left_out(posted, kinds, beside.over(found_header(found)))


def _discourse(topic: Json, beside: Header) -> Drafts:
    """Yield a topic of a forum: each post below who wrote it and when."""
    pieces, kinds = list[Piece](), Counter[str]()
    for post in _mappings(topic["post_stream"].get("posts")):
        if post.get("hidden") or post.get("deleted_at") or post.get("post_type", 1) != 1:
            kinds["hidden, deleted or system"] += 1
            continue
        head = ", ".join(filter(None, (_text(post.get("username")), _moment(post.get("created_at")))))
        pieces += [Piece(head, BlockKind.HEADING, 6), *whole_text(_text(post.get("cooked")))]
    found = {"title": _text(topic.get("title")), "published": _day(topic.get("created_at"))}
    yield Draft(tuple(pieces), beside.over(found_header(found)))
    yield from left_out(kinds)


def _ghost(databases: object, beside: Header) -> Drafts:
    kinds = Counter[str]()
    data = next((one.get("data") for one in _mappings(databases)), None)
    for number, post in enumerate(_mappings(data.get("posts") if isinstance(data, dict) else None), 1):
        status, seen_by = post.get("status"), post.get("visibility", "public")
        if status != "published" or seen_by != "public":
            kinds[str(seen_by if status == "published" else status)] += 1
            continue
        found = {
            "title": _text(post.get("title")),
            "url": _text(post.get("canonical_url")),
            "published": _day(post.get("published_at")),
            "modified": _day(post.get("updated_at")),
        }
        key = one_line_of(_text(post.get("slug"))) or str(number)
        yield page_draft(_text(post.get("html")), beside.over(found_header(found)), key)
    yield from left_out(kinds)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _moment(written: object) -> str:
    """Return a date and time as people write it, to the minute."""
    text = _text(written)
    return text[:16].replace("T", " ") if len(text) >= 16 and text[10] == "T" else text


def _day(written: object) -> date | None:
    if isinstance(written, int | float):
        return _day_of_seconds(written)
    try:
        return day_of(_text(written))
    except ValueError:
        return None


def _day_of_seconds(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


FORMATS = (Format(suffixes=(".json",), holds_many=True, parse=parse_json),)
