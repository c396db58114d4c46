"""The JSON form of a reply: the contract with programs that call ``./run ask --json``."""

from collections.abc import Mapping
from typing import Any

from bot.core.proving.quote import Quote
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, FoundBy, Reply, is_talk


def reply_object(question: str, reply: Reply) -> Mapping[str, Any]:
    """Return the reply as an object of plain values. An answer's ``reason`` is empty.

    Where the question was looked up as a quotation there is ``pasted``, and ``confidence`` is the share of
    its words that the quotes hold in their order. Where a message asks several questions the fields are those
    of the surest reply, and ``parts`` has an object a question.
    """
    reason, quotes = ("", reply.quotes) if isinstance(reply, Answer) else (reply.reason.value, ())
    return {
        "question": question,
        "status": "abstain" if isinstance(reply, Abstention) else "answer",
        "reason": reason,
        "confidence": round(reply.confidence, 4),
        "quotes": [{**quote_object(quote), **_found_by(quote, reply)} for quote in quotes],
        "missing_terms": list(reply.missing),
        "also_searched": {word: list(others) for word, others in reply.also_searched.items()},
        **(_told_of(reply) if isinstance(reply, Answer) else {}),
        **({"other_language": True} if reply.asked_in and not is_talk(reply) else {}),
        **(
            {"parts": [reply_object(part.question, part.reply) for part in reply.parts]}
            if reply.parts
            else {}
        ),
    }


def quote_object(quote: Quote) -> Mapping[str, Any]:
    """Return a quote as an object of plain values: its text, its place, its source."""
    article = quote.article
    return {
        "text": quote.text,
        "article": article.id,
        "file": article.file,
        "start": quote.span.start,
        "end": quote.span.end,
        "lead_ins": [
            {"text": part.of(article.text), "start": part.start, "end": part.end} for part in quote.lead_ins
        ],
        "revision": article.revision,
        "title": article.title,
        "section": quote.citation.section,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else "",
        "url": article.url,
        "link": quote_link(quote),
    }


def _found_by(quote: Quote, reply: Reply) -> Mapping[str, str]:
    by = reply.found_by.get(quote, FoundBy.WORDS) if isinstance(reply, Answer) else FoundBy.WORDS
    return {"found_by": by.value}


def _told_of(answer: Answer) -> Mapping[str, Any]:
    """Return what only some answers have."""
    told: dict[str, Any] = {}
    if (pasted := answer.pasted) and not pasted.nearest:
        told["pasted"] = {
            "verbatim": pasted.is_verbatim,
            "only_pasted": list(pasted.added),
            "only_in_article": pasted.left_out_of(answer.quotes),
        }
    if answer.sources_differ:
        told["sources_differ"] = True
    return told
