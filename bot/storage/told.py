"""What a message says beside its quotes, or in their place: kept, so that every later view says it again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.core.nouns import ArticleId
from bot.core.proving.quote import Quote
from bot.core.replies import Abstention, Answer, Part, Pasted, Reply


@dataclass(frozen=True, slots=True)
class AskedPart:
    """One of several questions of a message: ``quote`` is the number of what answers it, from 1, or None.

    Where it was refused ``reason`` tells why, with its filters and words to blame; else it is "".
    """

    question: str
    quote: int | None
    reason: str = ""
    missing: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskersWords:
    """What is told in words of whoever asked: kept no longer than the question.

    ``understood`` is the question before it that completed it, as it was asked, else "". ``waited_for`` is
    the question itself where it was refused first, and whoever asked wanted to be told.
    """

    understood: str = ""
    waited_for: str = ""
    pasted: Pasted | None = None
    parts: tuple[AskedPart, ...] = ()
    missing: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    also_searched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """All of a reply but its quotes.

    ``at_first`` is how many of the quotes are to be read without asking for more. ``verbatim`` tells whether
    pasted words stand there as they are, None where none were pasted. ``by_meaning`` tells that meaning led
    to the first quote, alone or beside words. ``voices`` counts the first quotes that are read side by side
    since their sources differ, 0 where none do; ``figures`` is what these say, each as the quote's number,
    from 1, and the range in its article. ``of_now`` tells that it was asked how things stand at present.
    ``answered_parts`` counts the questions answered of a message that asks more, else 0. ``nearest`` are the
    articles that a refusal points to, ``asked_in`` is that of the reply.
    """

    at_first: int = 0
    hedged: bool = False
    verbatim: bool | None = None
    by_meaning: bool = False
    voices: int = 0
    figures: tuple[tuple[int, int, int], ...] = ()
    of_now: bool = False
    answered_parts: int = 0
    nearest: tuple[ArticleId, ...] = ()
    asked_in: tuple[str, ...] = ()
    words: AskersWords = AskersWords()

    def shown_first(self, most: int) -> int:
        """Return how many quotes are shown at first where up to ``most`` are wanted.

        They are no fewer than differ, or than questions are answered.
        """
        answered = [part.quote for part in self.words.parts if part.quote]
        return max(min(self.at_first or most, most), self.voices, *answered)

    def written(self) -> str:
        """Return all of it as JSON, the words of whoever asked under ``words``."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Told":
        """Return what was written as JSON; what is missing there is not told."""
        facts: dict[str, Any] = json.loads(text)
        words, nearest = facts.pop("words", {}), tuple(map(ArticleId, facts.pop("nearest", ())))
        asked_in = tuple(facts.pop("asked_in", ()))
        figures = tuple((number, start, end) for number, start, end in facts.pop("figures", ()))
        facts |= {"nearest": nearest, "asked_in": asked_in, "figures": figures, "words": _words(words)}
        return cls(**facts)


NOTHING_TOLD = Told()


def told_of(reply: Reply, understood: str = "", waited_for: str = "") -> Told:
    """Return what is told of a reply; ``understood`` and ``waited_for`` are those of ``AskersWords``."""
    quotes = reply.quotes if isinstance(reply, Answer) else ()
    words = AskersWords(
        understood=understood,
        waited_for=waited_for,
        pasted=reply.pasted if isinstance(reply, Answer) else None,
        parts=tuple(_part_of(part, quotes) for part in reply.parts),
        missing=tuple(reply.missing),
        filters=reply.filters if isinstance(reply, Abstention) else (),
        also_searched=dict(reply.also_searched),
    )
    answered_parts = len(reply.parts) if reply.unread else 0
    if isinstance(reply, Abstention):
        nearest = tuple(citation.article_id for citation in reply.nearest)
        return Told(answered_parts=answered_parts, nearest=nearest, asked_in=reply.asked_in, words=words)
    verbatim = reply.pasted.is_verbatim if reply.pasted else None
    return Told(
        at_first=reply.at_first,
        hedged=reply.hedged,
        verbatim=verbatim,
        by_meaning=reply.lead in reply.found_by,
        voices=reply.voices,
        figures=_figures(reply) if not reply.parts else (),
        of_now=reply.of_now,
        answered_parts=answered_parts,
        asked_in=reply.asked_in,
        words=words,
    )


def _figures(answer: Answer) -> tuple[tuple[int, int, int], ...]:
    places = (
        (answer.quotes.index(figure.quote) + 1, figure.span.start, figure.span.end)
        for figure in answer.figures
    )
    return tuple(sorted(places))


def _part_of(part: Part, quotes: Sequence[Quote]) -> AskedPart:
    if isinstance(part.reply, Answer):
        lead = part.reply.lead
        return AskedPart(part.question, quotes.index(lead) + 1 if lead in quotes else None)
    return AskedPart(part.question, None, part.reply.reason.value, part.reply.missing, part.reply.filters)


def _words(facts: Mapping[str, Any]) -> AskersWords:
    pasted = facts.get("pasted")
    return AskersWords(
        understood=facts.get("understood", ""),
        waited_for=facts.get("waited_for", ""),
        pasted=Pasted(pasted["text"], tuple(pasted["added"]), tuple(pasted["left_out"])) if pasted else None,
        parts=tuple(map(_part, facts.get("parts", ()))),
        missing=tuple(facts.get("missing", ())),
        filters=tuple(facts.get("filters", ())),
        also_searched={word: tuple(found) for word, found in facts.get("also_searched", {}).items()},
    )


def _part(facts: Mapping[str, Any]) -> AskedPart:
    missing, filters = tuple(facts["missing"]), tuple(facts["filters"])
    return AskedPart(facts["question"], facts["quote"], facts["reason"], missing, filters)
