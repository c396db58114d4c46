"""What a maintainer should know about a folder of articles, without serving it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from bot.basics.progress import Progress, silent
from bot.core.index.duplicates import copies, near_duplicates
from bot.core.nouns import ArticleId
from bot.core.reading.passages import passages
from bot.library.corpus.folder import Folder, read_folder
from bot.library.formats.registry import SUFFIXES
from bot.library.parsing.draft import Drafted
from bot.library.parsing.problem import Problem

WANTED = ("title", "publisher", "published", "url")
"""The metadata that a good citation needs."""

_NONE = f"There are no articles: put files there that end in {', '.join(SUFFIXES)}."

MAX_ROWS = 100
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """One article: what is known, what is missing, how many lines and paragraphs were cut.

    ``marks`` are what warns of it, as in ``Source``.
    """

    id: ArticleId
    file: str
    title: str
    language: str
    passages: int
    marks: dict[str, str]
    missing: tuple[str, ...]
    cut: int
    cut_samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that was found. ``copies`` have the same text, ``similar`` articles nearly the same.

    ``remarks`` are on files that are read all the same.
    """

    articles: tuple[ArticleCheck, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    copies: tuple[frozenset[ArticleId], ...]
    similar: tuple[frozenset[ArticleId], ...]
    synonyms: int

    @property
    def refused(self) -> bool:
        """Tell whether anything was refused."""
        return bool(self.problems)

    @property
    def passed(self) -> bool:
        """Tell whether there are articles, and none was refused."""
        return bool(self.articles) and not self.refused

    @property
    def languages(self) -> dict[str, int]:
        """How many articles there are in each language, most first; "" stands for unknown."""
        return dict(Counter(article.language for article in self.articles).most_common())

    @property
    def passages(self) -> int:
        """How many passages there are in all articles."""
        return sum(article.passages for article in self.articles)

    def to_json(self) -> dict[str, object]:
        """Return the report in values that ``json.dumps`` takes."""
        return {
            "refused": self.refused,
            "articles": [asdict(article) for article in self.articles],
            "problems": [{"file": p.file, "reason": p.reason, "line": p.line} for p in self.problems],
            "remarks": [{"file": r.file, "remark": r.reason, "line": r.line} for r in self.remarks],
            "copies": [sorted(group) for group in self.copies],
            "similar": [sorted(group) for group in self.similar],
            "languages": self.languages,
            "passages": sum(article.passages for article in self.articles),
            "synonyms": self.synonyms,
        }


def check_folder(path: Path, previous: Folder | None = None, on_progress: Progress = silent) -> CheckReport:
    """Return everything worth knowing about the folder ``path``.

    Files that hold the same bytes as in ``previous`` are not parsed again. Raises CorpusError if there is no
    such folder.
    """
    folder = read_folder(path, previous, on_progress)
    same = copies(folder.articles)
    first = {min(group) for group in same}
    others = {article_id for group in same for article_id in group} - first
    return CheckReport(
        articles=tuple(map(_checked, folder.readings)),
        problems=folder.problems,
        remarks=folder.remarks,
        copies=same,
        similar=near_duplicates(article for article in folder.articles if article.id not in others),
        synonyms=len(folder.synonyms),
    )


def _checked(reading: Drafted) -> ArticleCheck:
    article = reading.article
    return ArticleCheck(
        id=article.id,
        file=article.file,
        title=article.title,
        language=article.language,
        passages=len(passages(article)),
        marks=article.marks,
        missing=tuple(name for name in WANTED if not getattr(article, name)),
        cut=len(reading.cut),
        cut_samples=tuple(cutting.text[:80] for cutting in reading.cut[:SAMPLES]),
    )


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
