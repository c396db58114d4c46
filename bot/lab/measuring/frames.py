"""How well questions are understood amid what people write around them: greetings, links, capitals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.core.proving.quote import Quote
from bot.core.replies import Answer
from bot.lab.question_sets import Expected, QuestionsError

_PLACES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("{q}", str),
    ("{Q}", str.upper),
    ("{small}", lambda question: question[:1].lower() + question[1:]),
    ("\\n", lambda _: "\n"),
)
"""What a frame's line may hold, and what it stands for."""


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
    reply = answer(question, edition, model)
    return reply.lead if isinstance(reply, Answer) else None


def _refused(quotes: Sequence[Quote | None]) -> float:
    return quotes.count(None) / len(quotes) if quotes else 0.0
