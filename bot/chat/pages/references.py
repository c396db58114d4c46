"""Quotes as references, for other programs and for a clipboard: Markdown, BibTeX, CSL-JSON, RIS.

Each source stands there once, with all quotes of it. A format's escapes apart, a quote's words are exact;
where a format has one line for them, white space in them is a blank.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import InitVar, dataclass
from enum import Enum
from hashlib import sha256
from typing import Any, Final, final

from bot.basics.errors import MisquoteError
from bot.basics.visible import visible
from bot.chat.pages.citations import marks_of
from bot.chat.wire import telegram
from bot.chat.wording.texts import Language, day
from bot.core.index.edition import Edition
from bot.core.nouns import Citation
from bot.core.proving.forges import opened_at
from bot.core.proving.quote import Quote, cite, prove
from bot.core.proving.seal import Seal
from bot.core.proving.showing import parts, text_of
from bot.core.proving.text_fragments import quote_link

_SEAL: Final = Seal("only references() makes References")
_KEY = 8
"""Digits of a hash that tell a source apart in a bibliography."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~&]|^[ \t]*(?:[-+]|\d+[.)])(?=\s))", re.MULTILINE)
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "{": r"\{\vphantom{\}}",
    "}": r"\vphantom{\{}\}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""What TeX would take for something else.

BibTeX counts braces even behind a backslash, so each has a partner beside it that takes no room. Pandoc and
pylatexenc, with which bibtexparser reads, know it so, and drop ``\\textbraceleft`` without a word. No form of
``<``, ``>`` and ``^`` is read by all: these are what BibTeX and Biber set in every font, and Pandoc reads.
"""
_JOINED_IN_TEX = re.compile(r"-(?=-)|'(?=')|`(?=`)|[?!](?=`)|,(?=,)")
"""Signs that TeX would join with the next one: two hyphens become a dash."""
_NOT_IN_URL = {"{": "%7B", "}": "%7D", "\\": "%5C"}


_Sources = Sequence[Sequence[Quote]]
"""The quotes of each source."""


class Style(Enum):
    """How references are written; buttons that were sent hold these values, so they stay."""

    MARKDOWN = 0
    BIBTEX = 1
    CSL_JSON = 2
    RIS = 3


@final
@dataclass(frozen=True, slots=True)
class References:
    """Proven quotes, written in a style: ``references`` alone makes them. Raises TypeError for others."""

    text: str
    ending: str
    """What a file of them ends with."""
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        _SEAL.refuse_others(seal)


def references(
    quotes: Iterable[Quote], style: Style, edition: Edition, language: Language = Language.ENGLISH
) -> References:
    """Return the quotes with their sources and what warns of these, in a language.

    Raises MisquoteError where the edition lacks one of the quotes.
    """
    sources: dict[str, list[Quote]] = {}
    for quote in quotes:
        if prove(quote.claim, edition) != quote:
            raise MisquoteError(f"{quote.article.file} has no such quote in edition {edition.id[:12]}")
        sources.setdefault(quote.article.id, []).append(quote)
    ending, write = _STYLES[style]
    return References(write(list(sources.values()), language), ending, _SEAL)


def clip(quote: Quote, language: Language) -> str:
    """Return the quote in quotation marks with its source, short enough for a button that copies; else "".

    Nothing of the quote is left out for that; the address is, if only with it the text is too long.
    """
    source = quote.citation
    published = day(source.published, language) if source.published else ""
    named = ", ".join(filter(None, (source.name, *marks_of(source, language), source.publisher, published)))
    said = f"“{_words(quote)}” – {named}"
    texts = (f"{said}, {opened_at(source.url)}" if source.url else said, said)
    return next((text for text in texts if len(text.encode("utf-16-le")) // 2 <= telegram.COPIED), "")


def _words(quote: Quote) -> str:
    return text_of(quote, parts(quote))


def _marks(source: Citation, language: Language) -> str:
    return "; ".join(marks_of(source, language))


def _line(quote: Quote) -> str:
    return " ".join(_words(quote).split())


def _markdown(sources: _Sources, language: Language) -> str:
    return "\n".join(_quoted(quote, language) for quotes in sources for quote in quotes)


def _quoted(quote: Quote, language: Language) -> str:
    source, link = quote.citation, quote_link(quote)
    title = _in_markdown(visible(source.name))
    named = f"[{title}](<{link}>)" if link else title
    facts = [
        _in_markdown(visible(fact))
        for fact in (*marks_of(source, language), source.author, source.publisher)
        if fact
    ]
    dated = [source.published.isoformat()] if source.published else []
    paged = [f"p. {source.page}"] if source.page else []
    quotation = "\n".join(f"> {line}" for line in _in_markdown(_words(quote)).split("\n"))
    return f"{quotation}\n>\n> — {', '.join([named, *facts, *dated, *paged])}\n"


def _in_markdown(words: str) -> str:
    return _MARKDOWN.sub(_marked, words)


def _marked(found: re.Match[str]) -> str:
    """Return a sign as itself; of a number that would begin a list, its last sign."""
    sign = found[0]
    return f"{sign[:-1]}\\{sign[-1]}"


def _bibtex(sources: _Sources, language: Language) -> str:
    return "\n".join(_entry(quotes, language) for quotes in sources)


def _entry(quotes: Sequence[Quote], language: Language) -> str:
    source = cite(quotes[0].article)
    fields = {
        "title": f"{{{_in_tex(source.name)}}}",
        "author": f"{{{_in_tex(source.author)}}}" if source.author else "",
        "howpublished": _in_tex(source.publisher),
        "year": str(source.published.year) if source.published else "",
        "month": str(source.published.month) if source.published else "",
        "date": source.published.isoformat() if source.published else "",
        "language": source.language,
        "url": "".join(_NOT_IN_URL.get(sign, sign) for sign in opened_at(source.url)),
        "note": _in_tex(_marks(source, language)),
        "annote": "\n\n".join(_in_tex(_words(quote)) for quote in quotes),
    }
    written = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{_key(quotes)},\n{written}}}\n"


def _in_tex(words: str) -> str:
    return _JOINED_IN_TEX.sub(r"\g<0>{}", "".join(_TEX.get(sign, sign) for sign in words))


def _key(quotes: Sequence[Quote]) -> str:
    return f"quoth-{sha256(quotes[0].article.id.encode()).hexdigest()[:_KEY]}"


def _csl(sources: _Sources, language: Language) -> str:
    return json.dumps([_item(quotes, language) for quotes in sources], ensure_ascii=False, indent=2) + "\n"


def _item(quotes: Sequence[Quote], language: Language) -> dict[str, Any]:
    source = cite(quotes[0].article)
    published = source.published
    facts = {
        "id": _key(quotes),
        "type": "webpage" if source.url else "document",
        "title": source.name,
        "author": [{"literal": source.author}] if source.author else None,
        "publisher": source.publisher,
        "issued": {"date-parts": [[published.year, published.month, published.day]]} if published else None,
        "URL": opened_at(source.url),
        "language": source.language,
        "note": _marks(source, language),
        "annote": "\n\n".join(_words(quote) for quote in quotes),
    }
    return {name: value for name, value in facts.items() if value}


def _ris(sources: _Sources, language: Language) -> str:
    return "\n".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _tags(quotes, language)) for quotes in sources
    )


def _tags(quotes: Sequence[Quote], language: Language) -> list[tuple[str, str]]:
    source = cite(quotes[0].article)
    published = f"{source.published:%Y/%m/%d}" if source.published else ""
    known = {
        "ID": _key(quotes),
        "TI": visible(source.name),
        "AU": visible(source.author),
        "PB": visible(source.publisher),
        "DA": published,
        "PY": published[:4],
        "UR": opened_at(source.url),
        "LA": source.language,
        "C1": _marks(source, language),
    }
    kind = "ELEC" if source.url else "GEN"
    told = [(tag, value) for tag, value in known.items() if value]
    return [("TY", kind), *told, *(("N1", _line(quote)) for quote in quotes), ("ER", "")]


_STYLES: dict[Style, tuple[str, Callable[[_Sources, Language], str]]] = {
    Style.MARKDOWN: (".md", _markdown),
    Style.BIBTEX: (".bib", _bibtex),
    Style.CSL_JSON: (".json", _csl),
    Style.RIS: (".ris", _ris),
}
