"""What was found in a folder of articles, for people; apart, since whoever serves prints nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from bot.library.corpus.check import SAMPLES, ArticleCheck, CheckReport
from bot.library.formats.registry import SUFFIXES
from bot.library.parsing.problem import Problem

_NONE = f"There are no articles: put files there that end in {', '.join(SUFFIXES)}."
MAX_ROWS = 100


def print_check(report: CheckReport, console: Console) -> None:
    """Print the report for people: articles in a table, then what is wrong, then totals."""
    if report.articles:
        console.print(_table(report.articles[:MAX_ROWS]))
    if len(report.articles) > MAX_ROWS:
        console.print(f"… and {len(report.articles) - MAX_ROWS:,} more; --json lists all")
    for heading, groups in (("The same text", report.copies), ("Nearly the same text", report.similar)):
        for group in groups:
            console.print(Text.assemble((f"{heading}: ", "yellow"), ", ".join(sorted(group))))
    for article in report.articles:
        for mark, why in article.marks.items():
            told = mark if why == "true" else f"{mark}: {why}"
            console.print(Text.assemble((f"{article.file}: ", "yellow"), told), soft_wrap=True)
    for problem in report.problems:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        console.print(Text.assemble((f"{place}: ", "bold red"), problem.reason), soft_wrap=True)
    for files, remark in _remarks(report.remarks):
        console.print(Text.assemble((f"{files}: ", "yellow"), remark), soft_wrap=True)
    if not report.articles:
        console.print(Text(_NONE, "bold red"), soft_wrap=True)
    console.print(_totals(report))


def _remarks(remarks: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    """Yield each remark once, with the files that it is on: one tool writes the same into all of them."""
    files = defaultdict[str, list[str]](list)
    for remark in remarks:
        files[remark.reason].append(f"{remark.file}:{remark.line}" if remark.line else remark.file)
    for reason, places in files.items():
        more = f" and {len(places) - SAMPLES:,} more" if len(places) > SAMPLES else ""
        yield ", ".join(places[:SAMPLES]) + more, reason


def _table(articles: Iterable[ArticleCheck]) -> Table:
    table = Table(Column("Article", overflow="fold"), "Language", "Missing", "Cut as residue")
    table.add_column("Passages", justify="right")
    for article in articles:
        more = f" and {article.cut - SAMPLES} more" if article.cut > SAMPLES else ""
        cut = " · ".join(article.cut_samples) + more
        language = article.language or "unknown"
        cells = (article.id, language, ", ".join(article.missing), cut, f"{article.passages:,}")
        table.add_row(*map(Text, cells))
    return table


def _totals(report: CheckReport) -> Text:
    languages = ", ".join(f"{count:,} {code or 'unknown'}" for code, count in report.languages.items())
    articles = f"articles: {len(report.articles):,}{languages and f' ({languages})'}"
    counts = f"{articles}, passages: {report.passages:,}, refused: {len(report.problems):,}"
    return Text(counts, style="bold green" if report.passed else "bold red")
