"""The promise, checked from outside: a message holds articles' words, citations and our catalogue."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from string import Formatter

from bot.chat.pages.citations import facts_of, title_of
from bot.chat.pages.page import comparable
from bot.chat.wording.texts import Language
from bot.core.nouns import Article, Span
from bot.core.proving.quote import cite
from bot.core.proving.showing import OMITTED, PARTED
from bot.core.reading.passages import passages
from bot.languages.interface.messages import Message
from bot.languages.interface.saying import wording

_FREE = {Message.ALSO_SEARCHED}
"""Messages that may name any word of the articles: spellings that were searched."""
_FIGURES = re.compile(r"[\d\s.,:;/×%–→-]+|[0-9a-f]{8,64}|—")

_BETWEEN = f"{re.escape(OMITTED)}|{PARTED}"
"""What stands in a quotation between words of articles."""
_PUNCTUATION = ".,:;!?"


def audit(
    text: str, quotations: Iterable[str], articles: Iterable[Article], said: Iterable[str] = ()
) -> list[str]:
    """Return what in a message is nobody's: [] is what the promise asks for.

    ``text`` is the visible text that Telegram returned, ``quotations`` are its blockquotes, ``articles`` all
    that could be quoted. ``said`` are words that may appear as values: what users wrote, names, file names.
    """
    sources = list(articles)
    strange: list[str] = []
    for quotation in sorted(quotations, key=len, reverse=True):
        parts = [comparable(part) for part in re.split(_BETWEEN, quotation)]
        strange += [part for part in parts if not _verbatim(part, sources)]
        text = text.replace(quotation.strip(), "\n", 1)
    lines = (comparable(line) for line in text.split("\n"))
    allowed = {word for value in (*said, *_names(sources)) for word in comparable(value).casefold().split()}
    allowed |= {word.strip(_PUNCTUATION) for word in allowed}
    return strange + [line for line in lines if line and not _ours(line, allowed, sources)]


def _verbatim(part: str, sources: list[Article]) -> bool:
    return any(part in comparable(article.text) for article in sources)


def _ours(line: str, allowed: set[str], sources: list[Article]) -> bool:
    cited = re.sub(r"^\d+\. ", "", line) in set(_citations(sources))
    shortened = line.endswith("…") and _verbatim(line[:-1].rstrip(), sources)
    return cited or shortened or any(_worded(line, *known, allowed, sources) for known in _wordings())


def _worded(
    line: str, message: Message, pattern: re.Pattern[str], allowed: set[str], sources: list[Article]
) -> bool:
    match = pattern.fullmatch(line)
    if match is None:
        return False
    words = {word for value in match.groups() for word in re.split(r"[\s,;→]+", value.casefold()) if word}
    if message in _FREE:
        allowed = allowed | {
            word for a in sources for word in re.findall(r"\w+", comparable(a.text).casefold())
        }
    return all(_FIGURES.fullmatch(word) or word.rstrip("…") in allowed for word in words)


def _citations(sources: list[Article]) -> Iterator[str]:
    """Every form in which an article can be cited on one line, on any of its pages."""
    for article in sources:
        places = product((0, *article.page_starts), _sections(article))
        for (offset, sections), language in product(places, Language):
            citation = cite(article, offset, [section.of(article.text) for section in sections])
            facts = ", ".join(facts_of(citation, language))
            yield comparable(f"{title_of(citation)} – {facts}" if facts else title_of(citation))
            yield comparable(facts)


@cache
def _sections(article: Article) -> frozenset[tuple[Span, ...]]:
    """What a citation may name as sections: the headings above a passage, but for a question."""
    found = {passage.sections for passage in passages(article)}
    return frozenset({(), *found, *(sections[:-1] for sections in found)})


def _names(sources: list[Article]) -> Iterator[str]:
    for article in sources:
        yield from (
            article.file,
            article.title,
            article.publisher,
            article.url,
            str(article.published or ""),
            article.language,
        )
    for language in Language:
        yield from (
            wording(Message.LANGUAGE_NAME, language),
            wording(Message.MONTHS, language).replace("|", " "),
        )
        values = (
            Message.SETTING_ON,
            Message.SETTING_OFF,
            Message.SETTING_LANGUAGE_OF_ASKER,
            Message.PASSED_ON_NOTHING,
        )
        yield from (wording(value, language) for value in values)


@cache
def _wordings() -> tuple[tuple[Message, re.Pattern[str]], ...]:
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[Message, re.Pattern[str]]]:
    for message in Message:
        for language in Language:
            for line in wording(message, language).replace("**", "").split("\n"):
                if line.strip():
                    yield message, re.compile(line_pattern(line.strip()), re.DOTALL)


def line_pattern(line: str) -> str:
    written = ""
    for literal, name, forms, _ in Formatter().parse(line):
        written += re.escape(comparable(f"|{literal}|")[1:-1])
        if name is not None:
            written += f"(?:{'|'.join(map(re.escape, forms.split('|')))})" if forms else "(.*)"
    return written
