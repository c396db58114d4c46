"""Which passages pass a question's filters, fast enough to be asked of every article at every question."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from bot.core.filters import Filters
from bot.core.model import Article
from bot.core.ranking import Mask

_FOLDED = {
    **dict.fromkeys("\"“”„«»", "[\"“”„«»]"),
    **dict.fromkeys("'’‘ʼ`", "['’‘ʼ`]"),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """What filters ask of each article, in the articles' order. ``published`` counts days, 0 if unknown."""

    published: npt.NDArray[np.int64]
    languages: npt.NDArray[np.str_]
    names: Sequence[str]
    passages: npt.NDArray[np.int64]
    """How many passages each article has."""

    @classmethod
    def of(cls, articles: Sequence[Article], passages: Iterable[int]) -> "Facets":
        """Lay the articles' facts out."""
        return cls(
            published=np.array([_day(article.published) for article in articles], np.int64),
            languages=np.array([article.language for article in articles], np.str_),
            names=[_name(article) for article in articles],
            passages=np.fromiter(passages, np.int64, len(articles)),
        )

    def allowed(self, filters: Filters) -> Mask:
        """Tell of every passage, by number, whether its article passes; quoted phrases are not looked at."""
        articles = np.ones(len(self.names), np.bool_)
        if filters.before:
            articles &= (self.published > 0) & (self.published < _day(filters.before))
        if filters.after:
            articles &= self.published > _day(filters.after)
        if filters.languages:
            articles &= np.isin(self.languages, filters.languages)
        if filters.sources:
            articles &= [any(source in name for source in filters.sources) for name in self.names]
        return np.repeat(articles, self.passages)


def phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds the phrase as whole words; case, white space and typographic marks are folded."""
    words = ("".join(_FOLDED.get(letter, re.escape(letter)) for letter in word) for word in phrase.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0


def _name(article: Article) -> str:
    return f"{article.publisher}\n{article.title}\n{article.file}\n{article.url}".casefold()
