"""What articles said in editions that are kept, read from their files when somebody asks."""

import os
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import Article, ArticleId, Span
from bot.core.proving.fate import Fate, fate_of
from bot.core.reading.passages import passages
from bot.library.corpus.files import header_beside, is_article
from bot.library.corpus.folder import read_entry
from bot.library.editions.kept import Editions, Kept
from bot.library.editions.written import reading_from
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
        self._lines: dict[Path, tuple[tuple[int, int, int], dict[bytes, list[int]]]] = {}
        """What each edition has left: the state of the file, and where the lines of each revision begin."""

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

    def fate(self, revision: str, span: Span, current: Edition, known_as: ArticleId | None) -> Fate | None:
        """Return what has become of the quote at ``span`` of the text that had that revision.

        ``known_as`` is the article that may still have it. None where no edition that is kept had such a
        quote. Of files that have changed since, the latest ``LIMITS.editions.past_files`` are read anew.
        """
        entry = current.entries.get(known_as) if known_as else None
        if entry and entry.article.revision == revision and (fate := fate_of(entry, span, current)):
            return fate
        with self._turn:
            found = (fate_of(r.entry, span, current, reread=r.reread) for r in self._readings(revision))
            return next(filter(None, found), None)

    def _readings(self, revision: str) -> Iterator["_Reading"]:
        """Yield how articles of that revision were read, the latest first: as it is kept, then anew."""
        editions = self._editions.all()
        for kept in editions:
            for entry in self._left(kept, revision):
                file = entry.article.file
                digests = {one.facts.files.get(file) for one in (kept, editions[0])}
                yield _Reading(entry, reread=len(digests) == 1 and None not in digests)
        for kept, file in self._changed():
            key = _key(kept, file)
            if revision in self._revisions.get(key, (revision,)):
                found = (a for a in self._articles(kept, file) if a.revision == revision)
                yield from (_Reading(ReadArticle(article, passages(article))) for article in found)

    def _left(self, kept: Kept, revision: str) -> Iterator[ReadArticle]:
        """Yield what an edition has left of articles that had that revision."""
        with suppress(OSError), kept.left.open("rb") as lines:
            for place in self._places(kept, lines).get(revision.encode(), ()):
                lines.seek(place)
                line = lines.readline()
                with suppress(ValueError, KeyError, TypeError):  # what another version wrote otherwise
                    yield reading_from(line.partition(b" ")[2].decode())

    def _places(self, kept: Kept, lines: BinaryIO) -> dict[bytes, list[int]]:
        """Return where the lines of each revision begin in what an edition has left, read through once.

        Raises OSError.
        """
        told = os.fstat(lines.fileno())
        state = told.st_ino, told.st_mtime_ns, told.st_size
        if kept.left not in self._lines or self._lines[kept.left][0] != state:
            places = defaultdict[bytes, list[int]](list)
            place = 0
            for line in lines:
                places[line.partition(b" ")[0]].append(place)
                place += len(line)
            there = {other.left for other in self._editions.all()}
            self._lines = {path: known for path, known in self._lines.items() if path in there}
            self._lines[kept.left] = state, dict(places)
        return self._lines[kept.left][1]

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


@dataclass(frozen=True, slots=True)
class _Reading:
    """How an article was read; ``reread`` tells that the newest edition has read the same file."""

    entry: ReadArticle
    reread: bool = False


def _key(kept: Kept, file: str) -> _Key:
    """Return what stands for the content of a file and of the header beside it."""
    header = header_beside(file, kept.facts.files)
    return file, kept.facts.files[file], kept.facts.files[header] if header else ""


def _is_same(name: str, file: str) -> bool:
    return name == file or (is_article(name) and article_id_of(name) == article_id_of(file))


def _revision(article: Article | None) -> str:
    return article.revision if article else ""
