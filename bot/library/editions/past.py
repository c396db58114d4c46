"""What articles said in editions that are kept, read from their files when somebody asks."""

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, ArticleId
from bot.library.corpus.files import header_beside, is_article
from bot.library.corpus.folder import read_entry
from bot.library.editions.kept import Editions, Kept
from bot.library.parsing.draft import article_id as article_id_of

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """An article as an edition has it, None where that lacks it; made at ``since`` (UTC)."""

    since: datetime
    article: Article | None


class Past:
    """Reads kept editions, a file at a time. All of it blocks; threads take turns."""

    def __init__(self, editions: Editions) -> None:
        self._editions = editions
        self._turn = threading.Lock()
        self._read: OrderedDict[_Key, tuple[Article, ...]] = OrderedDict()
        self._revisions: dict[_Key, frozenset[str]] = {}

    def versions(self, article_id: ArticleId, file: str) -> list[Version]:
        """Return what an article of that file has said, newest first; one for each time that it changed.

        Another ending makes no other file: a page may have taken the place of a text.
        """
        found: list[Version] = []
        with self._turn:
            for kept in reversed(self._editions.all()):
                files = [name for name in kept.facts.files if _is_same(name, file)]
                articles = (article for name in files for article in self._articles(kept, name))
                article = next((a for a in articles if a.id == article_id), None)
                if not found or _revision(found[-1].article) != _revision(article):
                    found.append(Version(datetime.fromtimestamp(kept.facts.made_at, UTC), article))
        return found[::-1]

    def of_revision(self, revision: str) -> Article | None:
        """Return an article whose text had that revision before the newest edition, None if none is known.

        Of files that have changed since, the latest ``LIMITS.editions.past_files`` are looked at.
        """
        with self._turn:
            for kept, file in self._changed():
                key = _key(kept, file)
                if revision in self._revisions.get(key, (revision,)):
                    found = (a for a in self._articles(kept, file) if a.revision == revision)
                    if (article := next(found, None)) is not None:
                        return article
        return None

    def _changed(self) -> Iterator[tuple[Kept, str]]:
        """Yield the files of older editions that the newest does not have so, each once, the latest first."""
        editions = self._editions.all()
        looked = {_key(newest, file) for newest in editions[:1] for file in newest.facts.files}
        left = LIMITS.editions.past_files
        for kept in editions[1:]:
            for file in filter(is_article, kept.facts.files):
                key = _key(kept, file)
                if key not in looked and left:
                    left -= 1
                    looked.add(key)
                    yield kept, file

    def _articles(self, kept: Kept, file: str) -> tuple[Article, ...]:
        key = _key(kept, file)
        if key not in self._read:
            parsed = read_entry(kept.folder, file, header_beside(file, kept.facts.files), None).parsed
            articles = tuple(reading.article for reading in parsed.readings)
            self._read[key] = articles
            self._revisions[key] = frozenset(article.revision for article in articles)
            if len(self._read) > LIMITS.caches.past:
                self._read.popitem(last=False)
        self._read.move_to_end(key)
        return self._read[key]


def _key(kept: Kept, file: str) -> _Key:
    """Return what stands for the content of a file and of the header beside it."""
    header = header_beside(file, kept.facts.files)
    return file, kept.facts.files[file], kept.facts.files[header] if header else ""


def _is_same(name: str, file: str) -> bool:
    return name == file or (is_article(name) and article_id_of(name) == article_id_of(file))


def _revision(article: Article | None) -> str:
    return article.revision if article else ""
