"""A folder's edition with what it was read from, in one mapped file (see ``flat``).

Where a file of the folder differs, all that does not is taken from there.
"""

# What reads articles is imported when there is something to read: see ``remembered``.
# ruff: noqa: PLC0415

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot.core.index.background import Background
from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import CutAs
from bot.library.editions.flat import Arrays, Flat
from bot.library.editions.written import as_bytes, edition_from, from_bytes, written

if TYPE_CHECKING:
    from bot.library.corpus.folder import Folder
    from bot.library.parsing.draft import Drafted


def laid_out(folder: "Folder", edition: Edition) -> Arrays:
    """Return an edition and the folder that it was made of as arrays."""
    files = dict(_files(folder, edition))
    facts = {"digest": folder.digest, "problems": len(folder.problems), "files": files}
    return {"folder": as_bytes(facts), **written(edition)}


class Mapped:
    """What a file holds: the edition is opened, and the rest is read when it is asked for."""

    def __init__(self, flat: Flat) -> None:
        """Take a file that was opened."""
        self.flat = flat

    @property
    def program(self) -> str:
        """What stood for the program that read the folder: see ``program``."""
        return str(self.flat.facts["program"])

    @property
    def files(self) -> Mapping[str, str]:
        """Every file of the folder that could be read, with its SHA-256."""
        files: Mapping[str, str] = self.flat.facts["files"]
        return files

    @property
    def problems(self) -> int:
        """How many problems the folder had."""
        return int(self._folder["problems"])

    @property
    def digest(self) -> str:
        """The digest of the folder."""
        return str(self._folder["digest"])

    def edition(self, background: Background) -> Edition:
        """Return the edition. Raises ValueError, KeyError or TypeError where there is none."""
        return edition_from(self.flat.arrays, background)

    def folder(self, edition: Edition) -> "Folder":
        """Return the folder that ``edition``, which this is of, was made of.

        A file that had problems or remarks is to be parsed again.
        """
        from bot.library.corpus.folder import FileEntry, Folder
        from bot.library.formats.registry import Parsed

        entries = tuple(edition.entries.values())
        return Folder(
            entries={
                file: FileEntry(digest, Parsed(tuple(_reading(entries, kept) for kept in articles)), files)
                for file, (digest, files, articles) in self._folder["files"].items()
            },
            digest=self.digest,
        )

    @cached_property
    def _folder(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = from_bytes(self.flat.arrays["folder"])
        return found


def _files(folder: "Folder", edition: Edition) -> Iterator[tuple[str, object]]:
    """Yield each file with those of its articles that serve; without its digest where more is to be told.

    Such a file is parsed again, but of its articles only those that changed are.
    """
    places = {article_id: place for place, article_id in enumerate(edition.entries)}
    for file, entry in folder.entries.items():
        parsed = entry.parsed
        serving = [r for r in parsed.readings if edition.article(r.article.id) is r.article]
        whole = not parsed.problems and not parsed.remarks and len(serving) == len(parsed.readings)
        kept = [(places[r.article.id], [(c.text, c.cut_as.value) for c in r.cut], r.digest) for r in serving]
        yield file, (entry.digest if whole else "", dict(entry.files), kept)


def _reading(entries: Sequence[ReadArticle], kept: tuple[int, list[tuple[str, str]], str]) -> "Drafted":
    from bot.library.parsing.draft import Cutting, Drafted
    from bot.library.parsing.header import Header

    place, cut, digest = kept
    cuttings = tuple(Cutting(text, CutAs(cut_as)) for text, cut_as in cut)
    return Drafted(entries[place].article, Header(), cuttings, digest)
