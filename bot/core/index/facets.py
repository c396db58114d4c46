"""Which passages pass a question's filters, fast enough to be asked of every article at every question."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from bot.basics.limits import LIMITS
from bot.core.index.engine import Mask
from bot.core.nouns import Article, Passage

_FOLDED = {
    **dict.fromkeys("\"“”„«»", "[\"“”„«»]"),
    **dict.fromkeys("'’‘ʼ`", "['’‘ʼ`]"),
    **dict.fromkeys("-‐‑–—", "[-‐‑–—]"),
}  # fmt: skip


_LETTER = re.compile(r"\w")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages may answer: all conditions must hold, but one of ``sources`` or ``languages`` is enough.

    ``before`` and ``after`` are days that an article was published before or after; one without a date fails
    both. ``sources`` are parts of publisher, title, file or address. Each of ``phrases`` stands word for word
    in the passage. ``given`` are all filters and ``unclear`` those that cannot be read, as they were written.
    """

    before: date | None = None
    after: date | None = None
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def of_articles(self) -> bool:
        """Tell whether anything but phrases is asked for."""
        return bool(self.before or self.after or self.sources or self.languages)


NO_FILTERS = Filters()


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
        return np.repeat(self.articles(filters), self.passages)

    def articles(self, filters: Filters) -> Mask:
        """Tell of every article, by its place, whether it passes; quoted phrases are not looked at."""
        articles = np.ones(len(self.names), np.bool_)
        if filters.before:
            articles &= (self.published > 0) & (self.published < _day(filters.before))
        if filters.after:
            articles &= self.published > _day(filters.after)
        if filters.languages:
            articles &= np.isin(self.languages, filters.languages)
        if filters.sources:
            articles &= np.any(
                [[source in name for name in self.names] for source in filters.sources], axis=0
            )
        return articles

    @property
    def publishers(self) -> frozenset[str]:
        """The publishers of the articles, in small letters."""
        return frozenset(name.split("\n")[0] for name in self.names) - {""}

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the articles, in small letters."""
        return frozenset(name.split("\n")[1] for name in self.names) - {""}

    @property
    def newest(self) -> date:
        """The last day on which an article was published, the first of all days if none is known."""
        return date.fromordinal(max(1, int(self.published.max(initial=1))))

    def has_address(self, address: str) -> bool:
        """Tell whether it is an article's own."""
        bare = bare_address(address)
        return bool(bare) and any(bare == bare_address(name.rpartition("\n")[2]) for name in self.names)


def bare_address(address: str) -> str:
    """Return an address without what may differ where the page is the same: https and www."""
    return _SCHEME.sub("", address.casefold()).partition("#")[0].rstrip("/")


def stands_in(phrase: str, passage: Passage) -> bool:
    """Tell whether the words stand so in the passage; case, white space and typographic marks are folded."""
    text = passage.text.lower()
    starts = (found.start() for found in _pattern(phrase).finditer(text))
    return any(start == 0 or not _LETTER.fullmatch(text[start - 1]) for start in starts)


@lru_cache(maxsize=LIMITS.caches.filters)
def _pattern(phrase: str) -> re.Pattern[str]:
    # A pattern that begins with letters is searched for ten times faster than one that ignores case or begins
    # with an assertion.
    folded = ("".join(_FOLDED.get(c, re.escape(c)) for c in word) for word in phrase.lower().split())
    return re.compile(r"\s+".join(folded) + r"(?!\w)")


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0


def _name(article: Article) -> str:
    return f"{article.publisher}\n{article.title}\n{article.file}\n{article.url}".casefold()
