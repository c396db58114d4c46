"""The nouns of Quoth: frozen values; text is stored once, everything else is a range into it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NewType

ArticleId = NewType("ArticleId", str)
Term = NewType("Term", str)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, ``0 <= start < end``. Raises ValueError otherwise."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a range: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this range covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(Enum):
    """What a block of an article is; only prose is ever quoted."""

    PROSE = "prose"
    HEADING = "heading"
    """A title or section heading: helps ranking, is never quoted."""
    QUESTION = "question"
    """An interviewer's question: helps to find its answer, is never quoted."""
    NOTE = "note"
    """A lead-in ("From the newspaper:") or an editor's note about the text itself: never quoted."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of an article, without the white space around it.

    ``inset`` tells that it is an item of a list or stands in a block quotation.
    """

    span: Span
    kind: BlockKind
    inset: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article. ``text`` is the one text that every offset refers to.

    ``blocks`` are in order, do not overlap and cover all of ``text`` but white space.
    ``revision`` is the SHA-256 of ``text`` (UTF-8) in hexadecimal.
    ``language`` is an ISO 639-1 code, "" where it is unknown.
    ``page_starts`` holds the offset at which each page begins, empty where the source has no pages.
    """

    id: ArticleId
    file: str
    text: str
    revision: str
    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    modified: date | None = None
    url: str = ""
    language: str = ""
    page_starts: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return f"Article({self.id!r}, revision={self.revision[:12]!r}, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that is ranked as one: whole sentences of prose under one heading.

    ``sentences`` are in order, do not overlap, lie inside ``span`` and inside prose blocks.
    ``section`` is the place of the heading or question that the passage stands under.
    ``begins`` holds, for each sentence, the number of the one that opens the quotation it begins inside of:
    its own if it begins outside, -1 if that stands in an earlier passage. It is empty if all begin outside.
    """

    article: Article
    span: Span
    sentences: tuple[Span, ...]
    section: Span | None = None
    begins: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words of the passage, as they stand in the article."""
        return self.span.of(self.article.text)

    def speech(self, number: int) -> range | None:
        """Return the sentences, by number, of the quotation in which one begins or which it opens.

        None if an earlier passage opens it. A sentence without a quotation stands alone.
        """
        begin = self.begins[number] if self.begins else number
        if begin < 0:
            return None
        return range(begin, max((n for n, b in enumerate(self.begins) if b == begin), default=number) + 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """An **untrusted** statement that these words stand there: from a selector, a button, a row."""

    article_id: ArticleId
    revision: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a reader finds a quote, or an article."""

    article_id: ArticleId
    file: str
    title: str
    publisher: str
    author: str
    published: date | None
    url: str
    section: str = ""
    page: int | None = None

    @property
    def name(self) -> str:
        """The title, or the file's name where there is none: a source is never nameless."""
        return self.title or self.file


@dataclass(frozen=True, slots=True)
class Quote:
    """A **trusted** place in an article. Has no text of its own, so it cannot misquote.

    Only ``bot.core.proving.gate`` makes one.
    """

    passage: Passage
    span: Span

    @property
    def article(self) -> Article:
        """The article that is quoted."""
        return self.passage.article

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.span.of(self.article.text)

    @property
    def citation(self) -> Citation:
        """Where the quote stands: derived, so a quote cannot lack it."""
        return cite(self.article, self.span.start, self.passage.section)

    @property
    def claim(self) -> Claim:
        """The quote in a form that can be stored; it has to be verified to be used again."""
        return Claim(self.article.id, self.article.revision, self.span, self.text)


def cite(article: Article, offset: int = 0, section: Span | None = None) -> Citation:
    """Return the citation of an article, or of the place ``offset`` in it."""
    pages = sum(1 for start in article.page_starts if start <= offset)
    return Citation(
        article_id=article.id,
        file=article.file,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        url=article.url,
        section=section.of(article.text) if section else "",
        page=pages or None,
    )


class Reason(Enum):
    """Why a question was not answered."""

    EMPTY_QUESTION = "empty_question"
    EMPTY_CORPUS = "empty_corpus"
    NO_MATCH = "no_match"
    """No passage shares a word with the question."""
    NOT_COVERED = "not_covered"
    """Passages share words with the question, but probably none answers it."""
    BAD_FILTER = "bad_filter"
    """A filter of the question cannot be read, so that nobody knows where to look."""
    NOTHING_LEFT = "nothing_left"
    """Passages share words with the question, but none passes its filters."""
    NOT_QUOTED = "not_quoted"
    """Words in quotation marks were to be found, and nothing like them stands in the articles."""


HEDGE_BELOW = 0.5
"""An answer less sure than this is headed as the closest passages, not as the answer."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words that somebody pasted to have them found: theirs, neither ours nor an article's.

    ``added`` are those that the article does not have at the quoted place, ``left_out`` the article's words
    that they lack there; both are empty where the article has the very words.
    """

    text: str
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def is_verbatim(self) -> bool:
        """Tell whether the article has the very words."""
        return not self.added and not self.left_out

    def left_out_of(self, shown: "Iterable[Quote]") -> list[str]:
        """Return the left out words that one of the shown quotes holds: no others may be named."""
        texts = [quote.text for quote in shown]
        return [words for words in self.left_out if any(words in text for text in texts)]


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes that answer: at least one, best first, and no place for prose of ours.

    ``confidence`` is the probability, 0 to 1, that the first quote answers; of a quotation, the share of its
    words that was found.
    ``also_searched`` maps a word of the question to the spellings that were searched with it.
    ``sources_differ`` tells that the quotes' sources give different figures or dates.
    ``pasted`` is what was to be found, where the quotes are the places of a quotation.
    """

    lead: Quote
    others: tuple[Quote, ...]
    confidence: float
    also_searched: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    sources_differ: bool = False
    pasted: Pasted | None = None

    def __post_init__(self) -> None:
        if not all(isinstance(quote, Quote) for quote in self.quotes):
            raise TypeError("an answer is made of quotes")

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes, best first."""
        return (self.lead, *self.others)

    @property
    def hedged(self) -> bool:
        """Tell whether these are the closest passages rather than the answer."""
        return self.confidence < HEDGE_BELOW


@dataclass(frozen=True, slots=True)
class Abstention:
    """An honest refusal: it may point to articles, it never asserts.

    ``confidence`` is the probability that the best quote would have answered, 0 where none was chosen.
    ``missing`` are the question's words that occur nowhere in the articles; ``filters`` are those that are to
    blame, as they were written.
    """

    reason: Reason
    confidence: float
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    also_searched: dict[str, tuple[str, ...]] = field(default_factory=dict)
    filters: tuple[str, ...] = ()


Reply = Answer | Abstention


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file, or a part of it, was refused. ``line`` is 1-based, None where no line is to blame."""

    file: str
    reason: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reload did, per article; ``problems`` are the files that were refused."""

    added: tuple[ArticleId, ...] = ()
    removed: tuple[ArticleId, ...] = ()
    edited: tuple[ArticleId, ...] = ()
    unchanged: tuple[ArticleId, ...] = ()
    problems: tuple[Problem, ...] = ()
