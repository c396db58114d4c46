"""The page of a question: what the chat would say, each quote with ways into its article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import assert_never

from bot.basics.limits import LIMITS
from bot.chat.pages.ages import UNDATED, Occasion, age_note
from bot.chat.pages.citations import facts_of, title_of
from bot.chat.pages.notes import above, also_searched_note, figures_among, notes, refusal, unread_note
from bot.chat.wording.markup import Html
from bot.chat.wording.texts import Language, plain
from bot.core.index.edition import Edition
from bot.core.nouns import Citation, Span
from bot.core.proving.fate import Held
from bot.core.proving.quote import Quote
from bot.core.proving.showing import ShownPart, parts, text_of
from bot.core.proving.text_fragments import quote_link
from bot.core.replies import Abstention, Answer, Figure, Reply
from bot.languages.interface.messages import Message
from bot.storage.told import told_of
from bot.web.addresses import article_page, home_of, permanent_page, reading_page
from bot.web.elements import Element, element
from bot.web.gate import Sheet
from bot.web.sheets.frame import NAME, said

_EXAMPLES = 3
_MOST_SOURCES = 200
"""Publishers and languages that the filters offer."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question as the form sent it; ``text`` is all that is asked, ``words`` what stands in the field."""

    words: str = ""
    source: str = ""
    after: str = ""
    before: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The question with its filters, as one would write it by hand."""
        source = self.source.replace('"', " ").strip()
        filters = (
            f'source:"{source}"' if source else "",
            f"after:{self.after}" if self.after else "",
            f"before:{self.before}" if self.before else "",
            f"lang:{self.language}" if self.language else "",
        )
        return " ".join(part for part in (self.words.strip(), *filters) if part)[: LIMITS.asking.question]


def start_sheet(edition: Edition, language: Language) -> Sheet:
    """Return the first page: what this is, and articles that one could ask about."""
    count = len(edition.entries)
    about = plain(Message.PAGE_ABOUT if count else Message.REFUSED_EMPTY_CORPUS, language, count=count)
    titles = [a.title for a in edition.listed[: 10 * _EXAMPLES] if a.title][:_EXAMPLES]
    examples = [
        said(plain(Message.START_EXAMPLES, language)),
        element(
            "ul",
            *(element("li", element("a", title, href=home_of(title), dir="auto")) for title in titles),
        ),
    ]
    body = element(
        "main",
        element("h1", plain(Message.PAGE_ASK, language)),
        said(about),
        _filters(FormQuestion(), edition, language),
        *(examples if titles else ()),
        id="main",
    )
    return Sheet(NAME, body)


def answer_sheet(
    asked: FormQuestion, reply: Reply, edition: Edition, language: Language, occasion: Occasion = UNDATED
) -> Sheet:
    """Return the reply to a question, or the replies to several, as the chat and the terminal give them."""
    making = _Making(edition, language, occasion)
    shown = list(making.parts(reply) if reply.parts else making.reply(reply))
    heading = element("h1", asked.words, dir="auto", class_="asked")
    filters = _filters(asked, edition, language)
    body = element("main", heading, *shown, filters, id="main", tabindex="-1")
    return Sheet(asked.words, body, tuple(making.held), tuple(making.figures), asked=asked.words)


def quote_figure(held: Held, language: Language, number: int | None = None) -> Element:
    """Return a quote below what has to be read with it, above its source and the ways to it."""
    quote = held.quote
    counted = f"{number}. " if number else None
    caption = element("figcaption", counted, *source_of(quote.citation, language), _ways(quote, language))
    return element("figure", quotation(quote), caption)


def quotation(quote: Quote) -> Element:
    """Return the words of a quote, below what has to be read with them."""

    def is_said(part: ShownPart) -> bool:
        return isinstance(part, Span) and quote.span.contains(part)

    told = [
        element("span", text_of(quote, run), class_="said" if quoted else "lead-in")
        for quoted, run in groupby(parts(quote), is_said)
    ]
    return element(
        "blockquote",
        *told,
        lang=quote.article.language or None,
        dir="auto",
        cite=permanent_page(quote.article, quote.span),
    )


def source_of(citation: Citation, language: Language) -> list[Element | str]:
    """Return a source: its title, which leads to the article here, and what else is known of it."""
    facts = ", ".join(facts_of(citation, language))
    title = element("a", title_of(citation), href=article_page(citation.article_id), dir="auto")
    return [title, f" – {facts}" if facts else ""]


@dataclass(frozen=True, slots=True)
class _Making:
    """A page in the making: ``held`` are the quotes that it shows so far, ``figures`` what it compares."""

    edition: Edition
    language: Language
    occasion: Occasion = UNDATED
    held: list[Held] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def parts(self, reply: Reply) -> Iterator[Element]:
        """Yield each of several questions with what is said to it."""
        for part in reply.parts:
            yield element("h2", plain(Message.PART_ASKED, self.language, words=part.question), dir="auto")
            yield from self.reply(part.reply)
        yield from _said_all(unread_note(told_of(reply), self.language))

    def reply(self, reply: Reply) -> Iterator[Element]:
        """Yield what is said to one question."""
        match reply:
            case Answer():
                yield from self._answer(reply)
            case Abstention():
                yield from self._abstention(reply)
            case _:
                assert_never(reply)

    def _answer(self, reply: Answer) -> Iterator[Element]:
        told = told_of(reply)
        first, others = reply.quotes[: LIMITS.asking.quotes], reply.quotes[LIMITS.asking.quotes :]
        yield from _said_all(above(told, first, self.language))
        figures = figures_among(told, list(enumerate(first, 1)))
        if figures:
            yield self._compared(figures)
        yield self._quotes(first, 1, "quotes side-by-side" if reply.sources_differ else "quotes")
        below = [*age_note(told, first, self.occasion, self.language)]
        yield from _said_all([*below, *notes(told, self.language, compared=bool(figures))])
        if others:
            summary = element("summary", plain(Message.BUTTON_MORE, self.language))
            yield element("details", summary, self._quotes(others, len(first) + 1, "quotes"))

    def _compared(self, figures: Sequence[Figure]) -> Element:
        """Return side by side what differs, in the order of the quotes."""
        self.figures.extend(figures)
        words = (
            element("q", figure.text, lang=figure.quote.article.language or None, dir="auto")
            for figure in figures
        )
        differ = plain(Message.SOURCES_DIFFER, self.language)
        return element("p", differ, " ", *words, class_="compared", role="status")

    def _abstention(self, reply: Abstention) -> Iterator[Element]:
        told, language = told_of(reply), self.language
        yield from _said_all([*refusal(reply.reason, told, language), *also_searched_note(told, language)])
        if reply.nearest:
            sources = (element("li", *source_of(near, self.language)) for near in reply.nearest)
            yield said(plain(Message.NEAREST, self.language))
            yield element("ul", *sources)

    def _quotes(self, quotes: Sequence[Quote], first: int, class_: str) -> Element:
        here = [Held(quote, self.edition) for quote in quotes]
        self.held.extend(here)
        items = (element("li", quote_figure(one, self.language, n)) for n, one in enumerate(here, first))
        return element("ol", *items, class_=class_, role="list")


def _said_all(lines: Iterable[Html]) -> Iterator[Element]:
    return (said(line.visible, role="status") for line in lines)


def _ways(quote: Quote, language: Language) -> Element:
    """Return the links below a quote: into the article here, to the original, and the permanent one."""
    original = quote_link(quote)
    return element(
        "span",
        element("a", plain(Message.PAGE_READ, language), href=reading_page(quote)),
        element("a", plain(Message.PAGE_ORIGINAL, language), href=original, rel="noopener noreferrer")
        if original
        else None,
        element(
            "a",
            plain(Message.PAGE_LINK, language),
            href=permanent_page(quote.article, quote.span),
            rel="bookmark",
        ),
        class_="ways",
    )


def _filters(asked: FormQuestion, edition: Edition, language: Language) -> Element:
    """Return the form that asks again within a source, a time or a language."""
    publishers, languages = _choices(edition)
    is_open = any((asked.source, asked.after, asked.before, asked.language))
    return element(
        "details",
        element("summary", plain(Message.PAGE_FILTERS, language)),
        element(
            "form",
            _labelled(
                plain(Message.PAGE_ASK, language),
                element("input", name="q", type="search", value=asked.words or None, required=True),
            ),
            _choice(plain(Message.PAGE_SOURCE, language), "source", publishers, asked.source, language),
            _labelled(plain(Message.PAGE_AFTER, language), _day("after", asked.after)),
            _labelled(plain(Message.PAGE_BEFORE, language), _day("before", asked.before)),
            _choice(plain(Message.PAGE_LANGUAGE, language), "lang", languages, asked.language, language),
            element("button", plain(Message.PAGE_ASK_BUTTON, language), type="submit"),
            action="/",
            method="get",
        ),
        class_="filters",
        open=is_open,
    )


@lru_cache(maxsize=1)
def _choices(edition: Edition) -> tuple[list[str], list[str]]:
    """Return the publishers and languages of an edition; there is one at a time."""
    articles = edition.listed
    publishers = sorted({a.publisher for a in articles if a.publisher}, key=str.casefold)
    return publishers[:_MOST_SOURCES], sorted({a.language for a in articles if a.language})


def _labelled(label: str, field: Element) -> Element:
    return element("label", label, " ", field)


def _day(name: str, value: str) -> Element:
    return element("input", name=name, type="date", value=value or None)


def _choice(label: str, name: str, values: Sequence[str], chosen: str, language: Language) -> Element:
    options = [element("option", plain(Message.PAGE_ANY, language), value="")]
    options += [element("option", value, value=value, selected=value == chosen) for value in values]
    return _labelled(label, element("select", *options, name=name))
