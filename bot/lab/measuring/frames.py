"""How well questions are understood amid what people write around them, and beside other questions."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from bot.core.answer import Model, answer
from bot.core.asking.asked import asks_by_word
from bot.core.index.edition import Edition
from bot.core.proving.quote import Quote
from bot.core.replies import Answer, Reply
from bot.lab.question_sets import Expected, QuestionsError

_PLACES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("{q}", str),
    ("{Q}", str.upper),
    ("{small}", lambda question: question[:1].lower() + question[1:]),
    ("\\n", lambda _: "\n"),
)
"""What a frame's line may hold, and what it stands for."""

_JOINED: tuple[tuple[str, Callable[[Sequence[str]], str]], ...] = (
    ("A? B?", " ".join),
    ("A?, B? a line", "\n".join),
    ("1) A? 2) B?", lambda asked: " ".join(f"{n}) {question}" for n, question in enumerate(asked, 1))),
    ("A; B?", lambda asked: f"{'; '.join(map(_unmarked, asked))}?"),
    ("A and b?", lambda asked: f"{' and '.join([_unmarked(asked[0]), *map(_within, asked[1:])])}?"),
    ("Hi! A? Also, B? Thanks!", lambda asked: f"Hi! {' Also, '.join(asked)} Thanks!"),
)
"""How the questions of a message are joined."""


@dataclass(frozen=True, slots=True)
class InFrame:
    """What became of the questions in one frame; shares from 0 to 1."""

    frame: str
    kept: float
    """Of the questions that have a quote when they are asked plainly: the first quote is the same."""
    refused: float


@dataclass(frozen=True, slots=True)
class Framed:
    """What became of ``count`` questions in all frames, and the share that was refused when asked plainly."""

    count: int
    refused_plain: float
    frames: tuple[InFrame, ...]

    @property
    def kept(self) -> float:
        """The mean of all frames' shares."""
        return sum(found.kept for found in self.frames) / len(self.frames)

    @property
    def refused(self) -> float:
        """The mean of all frames' shares."""
        return sum(found.refused for found in self.frames) / len(self.frames)


@dataclass(frozen=True, slots=True)
class InMessages:
    """What became of the questions in messages that are joined alike; ``kept`` is as that of ``InFrame``."""

    joined: str
    messages: int
    parts: int
    kept: float


def read_frames(path: Path) -> tuple[str, ...]:
    """Read a frame a line, ``#`` before what is none. Raises QuestionsError where a line has no question."""
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"the frames {path} cannot be read: {error}") from error
    frames = tuple(line for line in lines if line and not line.startswith("#"))
    for frame in frames:
        if not any(place in frame for place in ("{q}", "{Q}", "{small}")):
            raise QuestionsError(f"{path}: {frame!r} has no place for a question, such as {{q}}")
    if not frames:
        raise QuestionsError(f"{path}: there is no frame in it")
    return frames


def framed(question: str, frame: str) -> str:
    """Return the frame with the question in its place."""
    for place, written in _PLACES:
        frame = frame.replace(place, written(question))
    return frame


def ask_in_frames(
    frames: Iterable[str],
    questions: Iterable[Expected],
    edition: Edition,
    model: Model,
    on_progress: Callable[[], None] = lambda: None,
) -> Framed:
    """Ask each answerable question plainly and in each frame."""
    asked = [expected.question for expected in questions if expected.answerable]
    plain = [_first_quote(question, edition, model) for question in asked]
    found = []
    for frame in frames:
        quotes = [_first_quote(framed(question, frame), edition, model) for question in asked]
        found.append(_in_frame(frame, quotes, plain))
        on_progress()
    return Framed(len(asked), _refused(plain), tuple(found))


def _in_frame(frame: str, quotes: Sequence[Quote | None], plain: Sequence[Quote | None]) -> InFrame:
    pairs = [(quote, first) for quote, first in zip(quotes, plain, strict=True) if first]
    kept = sum(quote == first for quote, first in pairs)
    return InFrame(frame, kept / len(pairs) if pairs else 0.0, _refused(quotes))


def _first_quote(question: str, edition: Edition, model: Model) -> Quote | None:
    return _first(answer(question, edition, model))


def _first(reply: Reply) -> Quote | None:
    return reply.lead if isinstance(reply, Answer) else None


def _refused(quotes: Sequence[Quote | None]) -> float:
    return quotes.count(None) / len(quotes) if quotes else 0.0


def ask_together(
    count: int,
    questions: Iterable[Expected],
    edition: Edition,
    model: Model,
    on_progress: Callable[[], None] = lambda: None,
) -> tuple[InMessages, ...]:
    """Ask ``count`` messages of two and three answerable questions, always the same ones.

    Bare key words are left out: nothing but a line or a number can part them from others.
    """
    answerable = (expected.question for expected in questions if expected.answerable)
    asked = [question for question in answerable if asks_by_word(question, yes_no=True) or "?" in question]
    plain = {question: _first_quote(question, edition, model) for question in asked}
    found: dict[str, list[list[bool]]] = {shape: [] for shape, _ in _JOINED}
    for (shape, joined), together in zip(cycle(_JOINED), _drawn(list(plain), count), strict=False):
        reply = answer(joined(together), edition, model)
        found[shape].append(_kept(together, reply, plain))
        on_progress()
    return tuple(_in_messages(shape, kept) for shape, kept in found.items() if kept)


def _drawn(asked: Sequence[str], count: int) -> Iterator[Sequence[str]]:
    """Yield the questions of each message, two and three by turns: each way of joining gets both."""
    chance = random.Random(0)  # noqa: S311 - a sample, not a secret
    for n in range(count if len(asked) > 1 else 0):
        yield chance.sample(asked, min(len(asked), 2 + n // len(_JOINED) % 2))


def _kept(together: Sequence[str], reply: Reply, plain: Mapping[str, Quote | None]) -> list[bool]:
    """Tell of each question that has a quote when it is asked plainly whether its part has that first."""
    quotes = [*(_first(part.reply) for part in reply.parts), *(None for _ in together)]
    return [
        quote == plain[question] for question, quote in zip(together, quotes, strict=False) if plain[question]
    ]


def _in_messages(shape: str, kept: Sequence[Sequence[bool]]) -> InMessages:
    parts = sum(map(len, kept))
    return InMessages(shape, len(kept), parts, sum(map(sum, kept)) / parts if parts else 0.0)


def _unmarked(question: str) -> str:
    return question.rstrip(" ?")


def _within(question: str) -> str:
    return framed(_unmarked(question), "{small}")
