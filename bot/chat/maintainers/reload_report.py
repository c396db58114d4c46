"""Reports of reloads in words; names and counts are the articles', all else is the catalogue's. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.chat.wording.markup import NOTHING, Html, escape, join
from bot.chat.wording.texts import Language, text
from bot.core.nouns import ArticleId
from bot.languages.interface.messages import Message
from bot.library.editions.changes import SHORT, ReloadReport
from bot.library.parsing.problem import Problem

MOST_LINES = 30
"""Lines of a report that a message shows; a longer one is attached as a file."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report as a message, and as a whole where the message cannot hold it (nothing where it does)."""

    message: Html
    attachment: Html = NOTHING


def render_report(report: ReloadReport, language: Language) -> Rendered:
    """Return the report, in a message and, where it is long, in full besides."""
    lines = list(_lines(report, language))
    if len(lines) <= MOST_LINES and (whole := join(lines, "\n")).fits:
        return Rendered(whole)
    attached = text(Message.RELOAD_REPORT_ATTACHED, language)
    counts = [*_counts(report, language), *_corrections(report, language)]
    short = [_heading(report, language), *counts, _totals(report, language), attached]
    return Rendered(join(short, "\n"), join(lines, "\n"))


def short_id(edition: str) -> str:
    """Return the beginning of an edition's id by which people call it."""
    return edition[:SHORT]


def _lines(report: ReloadReport, language: Language) -> Iterator[Html]:
    changes = report.changes
    yield _heading(report, language)
    parts: list[tuple[Message, int, Iterable[Html]]] = [
        (Message.REPORT_ADDED, len(changes.added), map(escape, changes.added)),
        (Message.REPORT_CHANGED, len(changes.edited), _changed(report, language)),
        (Message.REPORT_REMOVED, len(changes.removed), _removed(changes.removed, report.lost, language)),
        (
            Message.REPORT_REFUSED,
            len(changes.problems),
            _refused(changes.problems, language),
        ),
        (Message.REPORT_DUPLICATES, len(report.copies), _groups(report.copies)),
        (Message.REPORT_SIMILAR, len(report.similar), _groups(report.similar)),
    ]
    for heading, count, lines in parts:
        if count:
            yield text(heading, language, count=count)
            yield from lines
    yield text(Message.REPORT_UNCHANGED, language, count=len(changes.unchanged))
    yield from _corrections(report, language)
    yield _totals(report, language)


def _heading(report: ReloadReport, language: Language) -> Html:
    if report.same:
        return text(Message.RELOAD_UNCHANGED, language, edition=short_id(report.after))
    if not report.applied:
        return text(Message.RELOAD_DRY, language)
    return text(Message.RELOAD_DONE, language, edition=short_id(report.after))


def _counts(report: ReloadReport, language: Language) -> Iterator[Html]:
    changes = report.changes
    for heading, found in (
        (Message.REPORT_ADDED, changes.added),
        (Message.REPORT_CHANGED, changes.edited),
        (Message.REPORT_REMOVED, changes.removed),
        (Message.REPORT_UNCHANGED, changes.unchanged),
        (Message.REPORT_REFUSED, changes.problems),
        (Message.REPORT_DUPLICATES, report.copies),
        (Message.REPORT_SIMILAR, report.similar),
    ):
        yield text(heading, language, count=len(found))


def _corrections(report: ReloadReport, language: Language) -> list[Html]:
    count = report.corrections
    return [text(Message.REPORT_CORRECTIONS, language, count=count)] if count else []


def _totals(report: ReloadReport, language: Language) -> Html:
    return text(
        Message.REPORT_TOTALS,
        language,
        articles=report.articles,
        passages=report.passages,
        seconds=f"{report.seconds:.1f}",
        edition=short_id(report.after),
    )


def _changed(report: ReloadReport, language: Language) -> Iterator[Html]:
    for name in report.changes.edited:
        passages, quotes = report.differing.get(name, 0), report.lost.get(name, 0)
        yield text(Message.REPORT_CHANGED_LINE, language, name=name, passages=passages, quotes=quotes)


def _removed(
    removed: Iterable[ArticleId], lost: Mapping[ArticleId, int], language: Language
) -> Iterator[Html]:
    for name in removed:
        yield text(Message.REPORT_REMOVED_LINE, language, name=name, quotes=lost.get(name, 0))


def _refused(problems: Iterable[Problem], language: Language) -> Iterator[Html]:
    return (refused_line(problem, language) for problem in problems)


def refused_line(problem: Problem, language: Language) -> Html:
    """Return which file was refused, where in it, and why."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return text(Message.REPORT_REFUSED_LINE, language, place=place, problem=problem.sentence)


def _groups(groups: Iterable[frozenset[ArticleId]]) -> Iterator[Html]:
    return (escape(", ".join(sorted(group))) for group in groups)
