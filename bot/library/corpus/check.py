"""What a maintainer should know about a folder of articles, without serving it."""

from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.basics.progress import Progress, silent
from bot.core.index.duplicates import copies, near_duplicates
from bot.core.nouns import ArticleId
from bot.core.reading.passages import passages
from bot.library.corpus.folder import Folder, read_folder
from bot.library.parsing.draft import Drafted
from bot.library.parsing.problem import Problem

WANTED = ("title", "publisher", "published", "url")
"""The metadata that a good citation needs."""

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
