"""Where words come from, on one line, and how words of others are shown beside ours."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from bot.chat.wording.markup import NOTHING, Html, bold, escape, join, link, shortened
from bot.chat.wording.texts import Language, day, plain
from bot.core.nouns import Citation, Source
from bot.core.proving.forges import opened_at
from bot.languages.interface.messages import Message

_LONGEST_TITLE = 120
_LONGEST_PUBLISHER = 60
_LONGEST_SECTION = 80
_LONGEST_REASON = 120
_LONGEST_WORD = 40
_MOST_WORDS = 6
_MARKED = {"retracted": Message.RETRACTED, "corrected": Message.CORRECTED}
_INSIDE = {0x2068: "\\u2068", 0x2069: "\\u2069"}
"""Marks for the signs that would end what keeps words apart from ours, or begin it again."""


def source_line(citation: Citation, url: str, language: Language, number: int | None = None) -> Html:
    """Return the citation on one line: number, title with its link, publisher, date, page."""
    counted = bold(escape(f"{number}. ")) if number else NOTHING
    facts = ", ".join(facts_of(citation, language))
    return join([counted, link(title_of(citation), opened_at(url)), escape(f" – {facts}" if facts else "")])


def title_of(citation: Citation) -> str:
    """Return what a source is called in messages: its title, or its file's name."""
    return _apart(citation.name, _LONGEST_TITLE)


def facts_of(citation: Citation, language: Language) -> list[str]:
    """Return marks, section, publisher, date and page, those that are known."""
    facts = [
        *marks_of(citation, language),
        _apart(citation.section, _LONGEST_SECTION),
        _apart(citation.publisher, _LONGEST_PUBLISHER),
        day(citation.published, language) if citation.published else "",
        plain(Message.PAGE_NUMBER, language, page=str(citation.page)) if citation.page else "",
    ]
    return [fact for fact in facts if fact]


def marks_of(source: Source, language: Language) -> list[str]:
    """Return what warns of a source, each with its reason or its day where that is known."""
    named = ((_MARKED[name], why) for name, why in source.marks.items())
    return [
        plain(mark, language) + (f": {_reason(why, language)}" if why != "true" else "")
        for mark, why in named
    ]


def shows_marks(visible: str, source: Source) -> bool:
    """Tell whether a text shows all that warns of a source, in one of our languages."""
    return any(all(mark in visible for mark in marks_of(source, language)) for language in Language)


def _reason(why: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(why), language)
    except ValueError:
        return _apart(why, _LONGEST_REASON)


def word_list(words: Iterable[str]) -> str:
    """Return the first few of somebody's words, cut and kept apart from ours."""
    return ", ".join(_apart(word, _LONGEST_WORD) for word in list(words)[:_MOST_WORDS])


def _apart(words: str, longest: int) -> str:
    """Return somebody's words on one line, cut, so that no sign in them reaches beyond them."""
    return isolated(shortened(composed(words), longest).translate(_INSIDE))


def composed(text: str) -> str:
    """Return the same text in composed letters: Telegram drops some marks that stand by themselves."""
    return unicodedata.normalize("NFC", text)


def isolated(text: str) -> str:
    """Keep right-to-left text from turning around what stands beside it (these two signs arrive)."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text):
        return f"\u2068{text}\u2069"
    return text
