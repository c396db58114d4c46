"""The quality gate: the questions of one file put to one corpus, and everything that is measured on it."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.basics.called import to_install
from bot.basics.errors import BotError
from bot.core.answer import Model
from bot.core.index.edition import Edition
from bot.core.proving.quote import Quote
from bot.lab.measuring.calibration import Calibration, calibration
from bot.lab.measuring.evaluation import Judged, RunFigures, ask_all, figures
from bot.lab.measuring.frames import Framed, InMessages, ask_in_frames, ask_together, read_frames
from bot.lab.measuring.junk import SavedPage, read_junk, touched
from bot.lab.measuring.runs import Difference, Verdicts, compare_runs, read_run, save_run, verdicts
from bot.lab.measuring.slips import Recall, recall
from bot.lab.question_sets import Expected, QuestionsError, QuestionSet, read_questions


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure. ``corpus`` is the folder of articles, unless the questions bring their own.

    ``sample`` asks only so many of the questions, always the same. ``plot`` and ``save`` are files to
    write, ``compare`` and ``junk`` files to read. ``slips`` measures misspelt questions too, ``frames`` is a
    file of what people write around questions, ``messages`` the number of messages of two and three questions
    to ask as well; ``never_refuse`` measures the choice of sentences by itself.
    """

    questions: Path
    corpus: Path
    sample: int | None = None
    plot: Path | None = None
    save: Path | None = None
    compare: Path | None = None
    junk: Path | None = None
    slips: bool = False
    frames: Path | None = None
    messages: int | None = None
    never_refuse: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured. None stands for what was not asked for.

    ``lost`` counts evidence that does not stand in the articles, so that no quote can hit it.
    """

    figures: RunFigures
    calibration: Calibration
    lost: int
    junk: tuple[Quote, ...] | None = None
    slips: Recall | None = None
    frames: Framed | None = None
    messages: tuple[InMessages, ...] | None = None
    differences: tuple[Difference, ...] | None = None

    @property
    def passed(self) -> bool:
        """Tell whether every quote is an exact range and none touches a junk line."""
        return self.figures.exact == self.figures.quotes and not self.junk


def measure(
    plan: Plan,
    model: Model,
    read_edition: Callable[[], Edition],
    encode: Callable[[Edition], Edition] = lambda edition: edition,
) -> Measured:
    """Measure what the plan says, and write its files. Raises BotError, before asking where it can.

    ``encode`` gives an edition the vectors of its sentences, if it is to be searched by meaning too.
    """
    material = read_questions(plan.questions)
    old, pages = _before(plan, material)
    frames = read_frames(plan.frames) if plan.frames else ()
    edition = encode(_edition_of(material, model) if material.articles else read_edition())
    questions = _sampled(material.questions, plan.sample)
    lost = _lost_evidence(questions, edition)
    if plan.never_refuse:
        model = replace(model, confidence=replace(model.confidence, refuse_below=0.0))
    with _progress("asking", len(questions)) as advance:
        outcomes = ask_all(questions, edition, model, advance)
    report = Measured(
        figures=figures(outcomes),
        calibration=calibration(outcomes),
        lost=lost,
        junk=None if pages is None else tuple(touched((q for o in outcomes for q in o.quotes), pages)),
        slips=_slips(questions, edition, model) if plan.slips else None,
        frames=_in_frames(frames, questions, edition, model) if frames else None,
        messages=_in_messages(plan.messages, questions, edition, model) if plan.messages else None,
        differences=None if old is None else compare_runs(verdicts(outcomes), old),
    )
    _write(plan, outcomes, report)
    return report


def _edition_of(material: QuestionSet, model: Model) -> Edition:
    return Edition.of(material.articles, background=model.background)


def _before(plan: Plan, material: QuestionSet) -> tuple[Verdicts | None, Mapping[str, SavedPage] | None]:
    """Read the other files first: what is wrong with them is better known before minutes of asking."""
    if plan.junk and material.articles:
        raise QuestionsError(f"{plan.questions} has its own articles, without lines; leave --junk out")
    for path in (plan.plot, plan.save):
        if path and not path.parent.is_dir():
            raise BotError(f"there is no folder {path.parent} to write {path.name} to")
    old = read_run(plan.compare) if plan.compare else None
    return old, read_junk(plan.junk, plan.corpus) if plan.junk else None


def _sampled(questions: Sequence[Expected], count: int | None) -> Sequence[Expected]:
    if count is None or count >= len(questions):
        return questions
    return random.Random(0).sample(questions, count)  # noqa: S311 - a sample, not a secret


def _lost_evidence(questions: Iterable[Expected], edition: Edition) -> int:
    """Return how many pieces of evidence are not in the articles. Raises QuestionsError if all are."""
    texts = {article.file: " ".join(article.text.split()) for article in edition.articles}
    evidence = [pair for expected in questions for pair in expected.evidence]
    lost = sum(" ".join(words.split()) not in texts.get(file, "") for file, words in evidence)
    if evidence and lost == len(evidence):
        raise QuestionsError("no evidence of these questions is in the corpus; name theirs with --corpus")
    return lost


def _slips(questions: Sequence[Expected], edition: Edition, model: Model) -> Recall:
    with _progress("misspelling", len(questions)) as advance:
        return recall(questions, edition, model, advance)


def _in_frames(
    frames: Sequence[str], questions: Sequence[Expected], edition: Edition, model: Model
) -> Framed:
    with _progress("framing", len(frames)) as advance:
        return ask_in_frames(frames, questions, edition, model, advance)


def _in_messages(
    count: int, questions: Sequence[Expected], edition: Edition, model: Model
) -> tuple[InMessages, ...]:
    with _progress("joining", count) as advance:
        return ask_together(count, questions, edition, model, advance)


def _write(plan: Plan, outcomes: Sequence[Judged], report: Measured) -> None:
    if plan.save:
        save_run(plan.save, outcomes, report.figures)
    if plan.plot:
        try:
            from bot.lab.measuring.plot import draw_calibration  # noqa: PLC0415 - the extra charts brings Pillow

            plan.plot.write_bytes(draw_calibration(report.calibration))
        except ModuleNotFoundError:
            raise BotError(f"--plot draws with Pillow: {to_install('charts')}") from None
        except OSError as error:
            raise BotError(f"the picture cannot be written to {plan.plot}: {error.strerror}") from error


@contextmanager
def _progress(deed: str, total: int) -> Iterator[Callable[[], None]]:
    """Show a bar on standard error while the block runs, if that is a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(deed, total=total)
        yield lambda: progress.advance(task)
