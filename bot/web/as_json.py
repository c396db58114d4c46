"""Replies, quotes and articles as JSON: the contract with programs, in the shell and over the network."""

from collections.abc import Mapping
from typing import Any

from bot.core.index.edition import Edition
from bot.core.nouns import Article, Listed
from bot.core.proving.quote import Quote
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Figure, FoundBy, Reply, is_talk
from bot.web.addresses import ON_A_PAGE, article_page


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
    """Return a quote as an object of plain values: its text, its place, its source.

    Only what is ``retracted`` or ``corrected`` has these fields.
    """
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
        **article.marks,
    }


def verified(text: str, reply: Reply) -> Mapping[str, Any]:
    """Return whether words were found: ``status`` is verbatim, differs, not_found or too_short.

    ``reply`` is that to the text in quotation marks. Of ``verbatim`` words case, accents and punctuation may
    differ; ``exact`` tells that these do not either.
    """
    found = reply.pasted if isinstance(reply, Answer) else None
    pasted = found if found and not found.nearest else None
    quotes = reply.quotes if isinstance(reply, Answer) and pasted else ()
    if isinstance(reply, Answer) and found is None:
        status = "too_short"
    elif pasted is None:
        status = "not_found"
    else:
        status = "verbatim" if pasted.is_verbatim else "differs"
    plain = " ".join(text.split())
    return {
        "text": text,
        "status": status,
        "exact": any(plain in " ".join(quote.text.split()) for quote in quotes),
        "only_pasted": list(pasted.added) if pasted else [],
        "only_in_article": pasted.left_out_of(quotes) if pasted else [],
        "quotes": [quote_object(quote) for quote in quotes],
    }


def article_list(edition: Edition, page: int) -> Mapping[str, Any]:
    """Return a page, from 1, of the list of articles."""
    articles = edition.listed
    shown = articles[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    return {"count": len(articles), "page": page, "articles": list(map(_about, shown))}


def whole(article: Article, edition: Edition) -> Mapping[str, Any]:
    """Return an article of the edition with its text and the ranges of it that can be quoted."""
    passages = edition.entries[article.id].passages
    spans = [[span.start, span.end] for passage in passages for span in passage.sentences]
    return {**_about(article), "text": article.text, "sentences": spans}


def _about(article: Listed) -> Mapping[str, Any]:
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": article.published.isoformat() if article.published else "",
        "modified": article.modified.isoformat() if article.modified else "",
        "language": article.language,
        "url": article.url,
        "revision": article.revision,
        "page": article_page(article.id),
        **article.marks,
    }


def _found_by(quote: Quote, reply: Reply) -> Mapping[str, str]:
    by = reply.found_by.get(quote, FoundBy.WORDS) if isinstance(reply, Answer) else FoundBy.WORDS
    return {"found_by": by.value}


def _figure_object(figure: Figure, answer: Answer) -> Mapping[str, Any]:
    """Return what a quote, by its number from 0, says otherwise than another, and where that stands."""
    span = figure.span
    number = answer.quotes.index(figure.quote)
    return {"quote": number, "text": figure.text, "start": span.start, "end": span.end}


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
        told["differs"] = [_figure_object(figure, answer) for figure in answer.figures]
    return told
