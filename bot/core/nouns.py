"""The nouns of Quoth: frozen values; text is stored once, everything else is a range into it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Any, NewType

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
    """What a block of an article is; ``quotable`` tells which are ever quoted."""

    PROSE = "prose"
    ITEM = "item"
    """An item of a list, or a line of a post: quotable without the shape of a sentence."""
    ROW = "row"
    """A row of a table, its cells parted by " | ": quotable as a whole."""
    HEAD = "head"
    """The row that names a table's columns: shown above the table's rows."""
    REFERENCE = "reference"
    """An entry of a list of notes or sources: quotable as a whole, for its full stops end no sentences."""
    CODE = "code"
    """Lines of a program, all of them: quotable behind the sentence that they follow."""
    HEADING = "heading"
    """A title or section heading: helps ranking, is never quoted."""
    QUESTION = "question"
    """An interviewer's question: helps to find its answer, is never quoted."""
    NOTE = "note"
    """A lead-in ("From the newspaper:") or an editor's note about the text itself: never quoted."""

    @property
    def quotable(self) -> bool:
        """Tell whether the sentences of such a block may be quoted by themselves."""
        return self in {BlockKind.PROSE, BlockKind.ITEM, BlockKind.ROW, BlockKind.REFERENCE}

    @property
    def listed(self) -> bool:
        """Tell whether such a block is part of a list or a table."""
        return self in {BlockKind.ITEM, BlockKind.ROW}


class CutAs(Enum):
    """What was taken for no part of an article's text and deleted, or cannot be quoted."""

    ADDRESS = "address"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    """A sentence that speaks for the site."""
    CAPTION = "caption"
    COMMENT = "comment"
    CONTENTS = "contents"
    """A line of a table of contents, or a running head."""
    CREDIT = "credit"
    DATE = "date"
    EDGE = "edge"
    """A mark before the first sentence of a paragraph, or a mark or boilerplate behind its last one."""
    HOLE = "hole"
    """Sentences that lack what a reader sees: a formula, a value, a letter. They stay in the text."""
    LABEL = "label"
    LINK = "link"
    """A link to another page, or a heading without text below it."""
    REFERENCE = "reference"
    REPETITION = "repetition"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of an article, without the white space around it.

    ``level`` is how deep a heading or an item lies, 1 for the outermost, 0 where nobody knows.
    ``inset`` tells that it stands in a list or in a block quotation.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    inset: bool = False

    def goes_on_in(self, other: "Block") -> bool:
        """Tell whether a list that this is an item of goes on in the block beside it."""
        return other.kind is self.kind and other.level >= self.level


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known about an article besides its text; "" and None stand for "not known".

    A header gives it, an article and every citation of it carry it, and an edition's id depends on it: what
    is added here is added there. ``language`` is an ISO 639-1 code, ``url`` is http or https. ``retracted``
    and ``corrected`` tell that its publisher did so: the reason, or the day (ISO 8601), else "true". ``tags``
    sort it for those who keep the articles, with commas between; readers are not shown them.
    """

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    modified: date | None = None
    url: str = ""
    language: str = ""
    retracted: str = ""
    corrected: str = ""
    tags: str = ""

    @property
    def marks(self) -> dict[str, str]:
        """Return what readers have to be told beside every quote, by the names of the fields."""
        return {name: mark for name in MARKS if (mark := getattr(self, name))}

    @property
    def facts(self) -> dict[str, Any]:
        """All of it by the names of the fields."""
        return {name: getattr(self, name) for name in SOURCE_FIELDS}


MARKS = ("retracted", "corrected")
"""The fields of a source that warn of it."""
SOURCE_FIELDS = tuple(known.name for known in fields(Source))


@dataclass(frozen=True, slots=True)
class Article(Source):
    """A stored article. ``text`` is the one text that every offset refers to.

    ``blocks`` are in order, do not overlap and cover all of ``text`` but white space.
    ``revision`` is the SHA-256 of ``text`` (UTF-8) in hexadecimal.
    ``page_starts`` holds the offset at which each page begins, empty where the source has no pages.
    Raises ValueError for the text of another revision: what is mapped from a disk, or comes from another
    machine, may be damaged after it was opened, and is looked at here, once, as it becomes an article.
    """

    id: ArticleId
    file: str
    text: str
    revision: str
    blocks: Sequence[Block]
    page_starts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if sha256(self.text.encode()).hexdigest() != self.revision:
            raise ValueError(f"the text of {self.file} is not that of its revision")

    def __repr__(self) -> str:
        return f"Article({self.id!r}, revision={self.revision[:12]!r}, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Card(Source):
    """An article as it is listed, without its text. Of ``page_starts`` there is at most the first."""

    id: ArticleId
    file: str
    revision: str
    page_starts: tuple[int, ...] = ()

    @classmethod
    def of(cls, article: Article) -> "Card":
        """Return what is listed of an article."""
        return cls(article.id, article.file, article.revision, article.page_starts[:1], **article.facts)


Listed = Article | Card
"""What can be listed and cited as a whole."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that is ranked as one: whole sentences of prose under one heading.

    ``sentences`` are in order, do not overlap, lie inside ``span`` and inside prose blocks.
    ``sections`` are the places of the headings, or the question, that it stands under, outermost first.
    ``begins`` holds, for each sentence, the number of the one that opens the quotation it begins inside of:
    its own if it begins outside, or so far inside that it is quoted without all that stands between. It is
    empty if all stand alone.
    ``lead_ins`` holds, for each sentence, what stands above it and has to be read with it, outermost first:
    the question that it answers, the line before a list, the head of a table, the beginning of the speech
    that it is deep inside of. It is empty if no sentence has any.
    Raises ValueError if it has no sentences or does not lie inside of its article.
    """

    article: Article
    span: Span
    sentences: tuple[Span, ...]
    sections: tuple[Span, ...] = ()
    begins: tuple[int, ...] = ()
    lead_ins: tuple[tuple[Span, ...], ...] = ()

    def __post_init__(self) -> None:
        # only the ends are looked at: a large edition makes 200,000 of these
        if not self.sentences:
            raise ValueError(f"a passage without sentences: {self.span} of {self.article.file}")
        first, last = self.sentences[0], self.sentences[-1]
        if not self.span.start <= first.start < last.end <= self.span.end <= len(self.article.text):
            raise ValueError(f"a passage outside of {self.article.file}: {self.span}")

    @property
    def text(self) -> str:
        """The words of the passage, as they stand in the article."""
        return self.span.of(self.article.text)

    @property
    def is_reference(self) -> bool:
        """Tell whether it stands in a list of notes or sources."""
        return self.article.blocks[self._place(self.sentences[0])].kind is BlockKind.REFERENCE

    def above(self, number: int) -> tuple[Span, ...]:
        """Return the lead-ins of a sentence."""
        return self.lead_ins[number] if self.lead_ins else ()

    def whole_list(self, number: int) -> range:
        """Return the sentences, by number, of the list or table that a sentence stands in, deeper items too.

        There are none where it stands in no such, or where that goes on outside of the passage.
        """
        blocks, places = self.article.blocks, [self._place(span) for span in self.sentences]
        first = last = places[number]
        own = blocks[first]
        if not own.kind.listed:
            return range(0)
        while first >= places[0] and first and own.goes_on_in(blocks[first - 1]):
            first -= 1
        while last <= places[-1] and last + 1 < len(blocks) and own.goes_on_in(blocks[last + 1]):
            last += 1
        if first < places[0] or last > places[-1]:
            return range(0)
        return range(bisect_left(places, first), bisect_right(places, last))

    def led_by(self, number: int) -> range:
        """Return the sentences, by number, of the whole list that a sentence leads to, if there is one."""
        leads = number + 1 < len(self.sentences) and self.above(number + 1)[-1:] == (self.sentences[number],)
        return self.whole_list(number + 1) if leads else range(0)

    def _place(self, sentence: Span) -> int:
        """Return the number of the block that a sentence stands in."""
        return bisect_right(self.article.blocks, sentence.start, key=lambda block: block.span.start) - 1

    def speech(self, number: int) -> range:
        """Return the sentences, by number, of the quotation in which one begins or which it opens.

        A sentence without a quotation stands alone.
        """
        begin = self.begins[number] if self.begins else number
        return range(begin, max((n for n, b in enumerate(self.begins) if b == begin), default=number) + 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """An **untrusted** statement that these words stand there: from a selector, a button, a row."""

    article_id: ArticleId
    revision: str
    span: Span
    text: str

    @classmethod
    def of(cls, article: Article, span: Span) -> "Claim":
        """Return the claim that the article has there what it has there: true as long as it is not edited."""
        return cls(article.id, article.revision, span, span.of(article.text))


@dataclass(frozen=True, slots=True)
class Citation(Source):
    """Where a reader finds a quote, or an article."""

    article_id: ArticleId
    file: str
    section: str = ""
    page: int | None = None

    @property
    def name(self) -> str:
        """The title, or the file's name where there is none: a source is never nameless."""
        return self.title or self.file
