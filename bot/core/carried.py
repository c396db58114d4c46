"""A reply on its way from a process that thought to the one that sends: plain values, claims for quotes.

Nothing that arrives is trusted: every quote is proven anew, every object made by its constructor, which
checks what it checks always, and what tells of an article has to be what the edition knows of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from bot.core.index.edition import Edition
from bot.core.nouns import Citation, Claim, Span
from bot.core.proving.quote import Quote, prove
from bot.core.replies import Abstention, Answer, Figure, FoundBy, Part, Pasted, Reason, Reply

_KINDS: Mapping[str, Callable[..., Any]] = {
    "date": date.fromisoformat,
    **{
        kind.__name__: kind
        for kind in (Abstention, Answer, Claim, Figure, FoundBy, Part, Pasted, Reason, Span)
    },
}
_CITED = tuple(field.name for field in fields(Citation))


def to_carry(value: object) -> Any:
    """Return a reply, or a part of one, as values that JSON has; a quote becomes its claim."""
    match value:
        case tuple():
            return ["tuple", *map(to_carry, value)]
        case dict():
            return ["dict", *(to_carry(one) for pair in value.items() for one in pair)]
        case Quote():
            return ["Quote", to_carry(value.claim)]
        case Enum() | date():
            return [type(value).__name__, value.value if isinstance(value, Enum) else value.isoformat()]
        case _ if is_dataclass(value):
            return [type(value).__name__, *(to_carry(getattr(value, field.name)) for field in fields(value))]
        case _:
            return value


def proven(carried: Any, edition: Edition) -> Reply:
    """Return the reply that ``to_carry`` got. Raises ValueError if it is none that this edition gives."""
    try:
        reply = _made(carried, edition)
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise ValueError(f"no reply: {error}") from error
    if not isinstance(reply, Reply):
        raise ValueError("no reply")  # noqa: TRY004 (what came is wrong, not who calls)
    return reply


def _made(value: Any, edition: Edition) -> Any:
    if not isinstance(value, list):
        return value
    kind, *given = (_made(one, edition) for one in value)
    match kind:
        case "tuple":
            return tuple(given)
        case "dict":
            return dict(zip(given[::2], given[1::2], strict=True))
        case "Quote":
            return _quote(given[0], edition)
        case "Citation":
            return _known(Citation(**dict(zip(_CITED, given, strict=True))), edition)
        case _:
            return _KINDS[kind](*given)


def _quote(claim: Claim, edition: Edition) -> Quote:
    if quote := prove(claim, edition):
        return quote
    raise ValueError("a quote of it does not stand there")


def _known(citation: Citation, edition: Edition) -> Citation:
    article = edition.article(citation.article_id)
    if article and (article.facts, article.file) == (citation.facts, citation.file):
        return citation
    raise ValueError("it names an article otherwise than the edition knows it")
