"""What ``/api`` offers, as OpenAPI 3.1 says it."""

from collections.abc import Mapping
from typing import Any

from bot.basics.limits import LIMITS
from bot.core.nouns import MARKS
from bot.core.replies import FoundBy

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_NUMBER: _Schema = {"type": "integer"}
_TEXTS: _Schema = {"type": "array", "items": _TEXT}


def _object(**fields: _Schema) -> _Schema:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(of: _Schema) -> _Schema:
    return {"type": "array", "items": of}


_PLACE = _object(text=_TEXT, start=_NUMBER, end=_NUMBER)
_QUOTE = _object(
    text=_TEXT,
    article=_TEXT,
    file=_TEXT,
    start=_NUMBER,
    end=_NUMBER,
    lead_ins=_list(_PLACE),
    revision=_TEXT,
    title=_TEXT,
    section=_TEXT,
    publisher=_TEXT,
    published=_TEXT,
    url=_TEXT,
    link=_TEXT,
)
_FOUND = _object(**_QUOTE["properties"], found_by={"enum": [by.value for by in FoundBy]})
_REPLY = _object(
    question=_TEXT,
    status={"enum": ["answer", "abstain"]},
    reason=_TEXT,
    confidence={"type": "number", "minimum": 0, "maximum": 1},
    quotes=_list(_ref("Found")),
    missing_terms=_TEXTS,
    also_searched={"type": "object", "additionalProperties": _TEXTS},
)
_REPLY["properties"] |= {
    "pasted": _object(verbatim={"type": "boolean"}, only_pasted=_TEXTS, only_in_article=_TEXTS),
    "sources_differ": {"type": "boolean"},
    "differs": _list(_object(quote=_NUMBER, text=_TEXT, start=_NUMBER, end=_NUMBER)),
    "other_language": {"type": "boolean"},
    "parts": _list(_ref("Reply")),
}
_FACTS = (
    "id",
    "file",
    "title",
    "publisher",
    "author",
    "published",
    "modified",
    "language",
    "url",
    "revision",
)
_ABOUT = dict.fromkeys((*_FACTS, "page"), _TEXT)
_ARTICLE = _object(**_ABOUT)
_WHOLE = _object(**_ABOUT, text=_TEXT, sentences=_list({"type": "array", "items": _NUMBER}))
for _marked in (_QUOTE, _FOUND, _ARTICLE, _WHOLE):
    _marked["properties"] |= dict.fromkeys(MARKS, _TEXT)
_VERIFIED = _object(
    text=_TEXT,
    status={"enum": ["verbatim", "differs", "not_found", "too_short"]},
    exact={"type": "boolean"},
    only_pasted=_TEXTS,
    only_in_article=_TEXTS,
    quotes=_list(_ref("Quote")),
)
_FATE = _object(
    status={"enum": ["stands", "moved", "reworded", "lost", "gone"]},
    then=_ref("Quote"),
    now={"oneOf": [_ref("Quote"), {"type": "null"}]},
)


def _answered(what: str, schema: _Schema) -> _Schema:
    content = {"application/json": {"schema": schema}}
    refused = {"application/json": {"schema": _ref("Error")}}
    return {
        "200": {"description": what, "content": content},
        "4XX": {"description": "Why there is no answer", "content": refused},
        "503": {"description": "Too many wait; Retry-After says how long", "content": refused},
    }


def _parameter(name: str, where: str, schema: _Schema, required: bool) -> _Schema:
    return {"name": name, "in": where, "required": required, "schema": schema}


def _both(name: str, summary: str, what: str, schema: _Schema) -> _Schema:
    """Return an address that takes one text, in its query or in a JSON body."""
    text = _TEXT | {"minLength": 1, "maxLength": LIMITS.asking.question, "pattern": r"\S"}
    body = {"required": True, "content": {"application/json": {"schema": _object(**{name: text})}}}
    return {
        "get": {
            "summary": summary,
            "parameters": [_parameter(name, "query", text, required=True)],
            "responses": _answered(what, schema),
        },
        "post": {"summary": summary, "requestBody": body, "responses": _answered(what, schema)},
    }


def _got(summary: str, what: str, schema: _Schema, *parameters: _Schema) -> _Schema:
    told = {"summary": summary, "parameters": list(parameters), "responses": _answered(what, schema)}
    return {"get": told}


DOCUMENT: Mapping[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Quoth",
        "version": "1",
        "description": "Answers from articles in their own words, every quote with its source.",
    },
    "paths": {
        "/api/ask": _both("question", "Answer a question with quotes", "The reply", _ref("Reply")),
        "/api/verify": _both("text", "Look up whether words stand in an article", "It", _ref("Verified")),
        "/api/articles": _got(
            "List the articles",
            "A page of them",
            _object(count=_NUMBER, page=_NUMBER, articles=_list(_ref("Article"))),
            _parameter("page", "query", _NUMBER, required=False),
        ),
        "/api/articles/{id}": _got(
            "Give an article with its text",
            "The article; sentences are the ranges of its text that can be quoted",
            _ref("WholeArticle"),
            _parameter("id", "path", _TEXT, required=True),
        ),
        "/api/quotes/{id}": _got(
            "Prove a quote, or tell what has become of it",
            "The quote as it was and as it is",
            _ref("Fate"),
            _parameter("id", "path", _TEXT | {"pattern": "^[0-9a-f]{64}:[0-9]+-[0-9]+$"}, required=True),
        ),
    },
    "components": {
        "schemas": {
            "Quote": _QUOTE,
            "Found": _FOUND,
            "Reply": _REPLY,
            "Article": _ARTICLE,
            "WholeArticle": _WHOLE,
            "Verified": _VERIFIED,
            "Fate": _FATE,
            "Error": _object(error=_TEXT),
        }
    },
}
