"""What a question gets: quotes that answer, or an honest refusal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.core.nouns import Citation, Span
from bot.core.proving.quote import Quote


class Reason(Enum):
    """Why a question was not answered."""

    EMPTY_QUESTION = "empty_question"
    SMALL_TALK = "small_talk"
    """A greeting, thanks, or something about the bot: it asks the articles nothing."""
    NO_SUBJECT = "no_subject"
    """Words such as "why?", which mean something only after an answer."""
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
    CANNOT_LOOK_UP = "cannot_look_up"
    """The articles lie on another machine, which cannot be asked now: nobody knows what they say."""


ASKS_NOTHING = frozenset({Reason.SMALL_TALK, Reason.NO_SUBJECT})
"""What is no gap in the articles, and nothing that a group should hear about."""
LACKS_ARTICLES = frozenset(
    {Reason.EMPTY_CORPUS, Reason.NO_MATCH, Reason.NOT_COVERED, Reason.NOTHING_LEFT, Reason.NOT_QUOTED}
)
"""What other articles may turn into an answer."""
SHARES_WORDS = frozenset({Reason.NOT_COVERED, Reason.NOTHING_LEFT})
"""What has words of the articles in it, and may be meant for them."""
NO_GAPS = ASKS_NOTHING | {Reason.CANNOT_LOOK_UP}
"""What tells nothing about what the articles lack."""
HEDGE_BELOW = 0.5
"""An answer less sure than this is headed as the closest passages, not as the answer."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words that somebody pasted to have them found: theirs, neither ours nor an article's.

    ``added`` are those that the article does not have at the quoted place, ``left_out`` the article's words
    that they lack there; both are empty where the article has the very words. Where ``nearest`` nothing like
    them was found, and the quotes are only the closest passages.
    """

    text: str
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    nearest: bool = False

    @property
    def is_verbatim(self) -> bool:
        """Tell whether the article has the very words."""
        return not self.added and not self.left_out and not self.nearest

    def left_out_of(self, shown: "Iterable[Quote]") -> list[str]:
        """Return the left out words that one of the shown quotes holds: no others may be named."""
        texts = [quote.text for quote in shown]
        return [words for words in self.left_out if any(words in text for text in texts)]


class FoundBy(Enum):
    """What led to a quote: words that it shares with the question, its meaning, or either."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Part:
    """One of several questions of a message, as it was searched, and what it gets."""

    question: str
    reply: "Reply"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a quote says of what was asked, where sources differ: a range inside of it.

    Raises ValueError otherwise.
    """

    quote: Quote
    span: Span

    def __post_init__(self) -> None:
        if not self.quote.span.contains(self.span):
            raise ValueError(f"no part of the quote {self.quote.span}: {self.span}")

    @property
    def text(self) -> str:
        """The article's own words."""
        return self.span.of(self.quote.article.text)


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes that answer: at least one, best first, and no place for prose of ours.

    ``confidence`` is the probability, 0 to 1, that the first quote answers; of a quotation, the share of its
    words that was found.
    ``also_searched`` maps a word of the question to the spellings that were searched with it.
    ``figures`` are what two quotes say whose sources give different figures or dates, none where none do.
    ``aside`` are quotes that only who asks for more should read.
    ``pasted`` is what was to be found, where the quotes are the places of a quotation.
    ``parts`` are all questions of a message that asks several, of which this answers the surest; ``unread``
    counts those that it asks besides. ``found_by`` tells of quotes that were not found by words alone.
    ``asked_in`` are the languages that the message may be in, where that matters: see ``Abstention``.
    ``of_now`` tells that it was asked how things stand at present, which only a new source can say.
    ``like_talk`` tells that it was asked in words more like what people say to each other than like the
    articles; False also where meaning was not asked.
    """

    lead: Quote
    others: tuple[Quote, ...]
    confidence: float
    also_searched: dict[str, tuple[str, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    aside: tuple[Quote, ...] = ()
    pasted: Pasted | None = None
    parts: tuple[Part, ...] = ()
    unread: int = 0
    asked_in: tuple[str, ...] = ()
    found_by: "Mapping[Quote, FoundBy]" = field(default_factory=dict)
    of_now: bool = False
    like_talk: bool = False

    def __post_init__(self) -> None:
        if not all(isinstance(quote, Quote) for quote in self.quotes):
            raise TypeError("an answer is made of quotes, which prove() alone makes")

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All quotes, best first."""
        return (self.lead, *self.others)

    @property
    def differing(self) -> tuple[Quote, ...]:
        """The quotes whose sources differ."""
        return tuple(figure.quote for figure in self.figures)

    @property
    def sources_differ(self) -> bool:
        """Tell whether the quotes' sources give different figures or dates."""
        return bool(self.figures)

    @property
    def at_first(self) -> int:
        """How many quotes are to be read without asking for more."""
        return len(self.quotes) - len(self.aside)

    @property
    def voices(self) -> int:
        """How many of the first quotes are read side by side since they differ, 0 where none do."""
        return max((n for n, quote in enumerate(self.quotes, 1) if quote in self.differing), default=0)

    @property
    def hedged(self) -> bool:
        """Tell whether these are the closest passages rather than the answer."""
        return self.confidence < HEDGE_BELOW


@dataclass(frozen=True, slots=True)
class Abstention:
    """An honest refusal: it may point to articles, it never asserts.

    ``confidence`` is the probability that the best quote would have answered, 0 where none was chosen.
    ``missing`` are the question's words that occur nowhere in the articles; ``filters`` are those that are to
    blame, as they were written. ``parts``, ``unread`` and ``like_talk`` are those of ``Answer``.
    ``asked_in`` are the codes of the languages that the message may be in, of talk that asks nothing and of a
    question that is in none of the articles' languages; else it is empty.
    """

    reason: Reason
    confidence: float
    missing: tuple[str, ...] = ()
    nearest: tuple[Citation, ...] = ()
    also_searched: dict[str, tuple[str, ...]] = field(default_factory=dict)
    filters: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    unread: int = 0
    asked_in: tuple[str, ...] = ()
    like_talk: bool = False


Reply = Answer | Abstention


def is_talk(reply: Reply) -> bool:
    """Tell whether nothing was asked, so that it is no gap in the articles."""
    return isinstance(reply, Abstention) and reply.reason in ASKS_NOTHING


def together(reply: Reply) -> Reply:
    """Return one answer to all parts of a message: the first quote of each, or all quotes of the only one.

    What gives another figure than a first quote stands right behind it, what is aside at the end.
    """
    answers = [part.reply for part in reply.parts if isinstance(part.reply, Answer)]
    if not answers:
        return _in_order(reply) if isinstance(reply, Answer) else reply
    first = tuple(dict.fromkeys(quote for found in answers for quote in (found.lead, *found.differing)))
    only = _in_order(answers[0])
    return replace(
        only,
        others=first[1:] if len(answers) > 1 else only.others,
        aside=only.aside if len(answers) == 1 else (),
        pasted=answers[0].pasted if len(answers) == 1 else None,  # it is said of all quotes
        confidence=min(found.confidence for found in answers),
        figures=tuple(figure for found in answers for figure in found.figures),
        missing=tuple(dict.fromkeys(word for found in answers for word in found.missing)),
        also_searched={word: others for found in answers for word, others in found.also_searched.items()},
        of_now=any(found.of_now for found in answers),
        found_by={quote: by for found in answers for quote, by in found.found_by.items()},
        parts=reply.parts,
        unread=reply.unread,
        asked_in=next((found.asked_in for found in answers if found.asked_in), ()),
    )


def _in_order(answer: Answer) -> Answer:
    """Return the answer with its quotes in the order in which they are read."""
    voices = tuple(quote for quote in answer.others if quote in answer.differing)
    aside = tuple(quote for quote in answer.aside if quote not in voices)
    own = tuple(quote for quote in answer.others if quote not in voices and quote not in aside)
    return replace(answer, others=(*voices, *own, *aside), aside=aside)
