"""A Git repository's newest commit as pages: ``https://host/owner/name.git#docs/weir.md`` is one of them.

What is fetched comes as pages come, only from public addresses and no more than a file may have; nothing else
connects. It is Git's protocol for HTTP in its oldest version, which servers go on to speak: first names of
commits, then a pack of what one of them holds, without what was before it.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from bot.basics.errors import ArticleError
from bot.languages.interface.messages import Message
from bot.library.corpus.afar.fetching import Response
from bot.library.formats.child import unpacked_apart
from bot.library.formats.registry import SUFFIXES

_SERVICE = "git-upload-pack"
_REFERENCES = f"/info/refs?service={_SERVICE}"
_HEAD = re.compile(rb"([0-9a-f]{40}) HEAD(?:\0([^\n]*))?\n")
"""The newest commit in a list of references, and what the server can do."""
_LARGEST = 1_000_000
"""Bytes of a file that is asked for, where the server can leave larger ones out: articles are shorter."""
_DOCUMENTS = "docs/"
"""The folder that is followed where the address names none and the repository has it."""

Get = Callable[[str, bytes], Awaitable[Response]]
"""Asks an address, with these bytes if there are any. Raises ArticleError."""


@dataclass(frozen=True, slots=True)
class Newest:
    """Where a repository is served, its newest commit, and what its server can do."""

    address: str
    commit: str
    can: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a repository held at a commit: contents by their paths."""

    newest: Newest
    files: Mapping[str, bytes]

    def page(self, url: str) -> Response:
        """Return the file that an address names, with status 404 where there is none."""
        path = _path(url)
        found = self.files.get(path)
        headers = {"etag": self.newest.commit}
        return Response(self._address(path), 404 if found is None else 200, headers, found or b"")

    def pages(self, url: str) -> Iterator[tuple[str, str]]:
        """Yield the addresses and paths of what can be read in the folder that an address names."""
        folder = f"{_path(url)}/" if _path(url) else ""
        if not folder and any(path.startswith(_DOCUMENTS) for path in self.files):
            folder = _DOCUMENTS
        for path in sorted(self.files):
            if path.startswith(folder) and PurePosixPath(path).suffix.lower() in SUFFIXES:
                yield self._address(path), path

    def _address(self, path: str) -> str:
        return f"{self.newest.address}#{quote(path)}"


async def newest_of(url: str, get: Get) -> Newest:
    """Return the newest commit of the repository at an address. Raises ArticleError where nobody can tell."""
    response = await get(url.partition("#")[0].rstrip("/") + _REFERENCES, b"")
    if response.status != 200:
        raise ArticleError(Message.ADDRESS_REFUSES, status=str(response.status))
    head = _HEAD.search(response.body)
    if head is None:
        raise ArticleError(Message.ADDRESS_BROKEN)
    served_at = response.url.removesuffix(_REFERENCES)
    return Newest(served_at, head[1].decode(), (head[2] or b"").decode(errors="replace"))


async def snapshot_of(newest: Newest, get: Get) -> Snapshot:
    """Return what a commit holds, unpacked in a child. Raises ArticleError."""
    response = await get(f"{newest.address}/{_SERVICE}", _wish(newest))
    if response.status != 200:
        raise ArticleError(Message.ADDRESS_REFUSES, status=str(response.status))
    pack = response.body.partition(b"NAK\n")[2]
    return Snapshot(newest, dict(await asyncio.to_thread(unpacked_apart, pack)))


def _wish(newest: Newest) -> bytes:
    """Return the request for one commit without those before it, and without large files if that can be."""
    can = newest.can.split()
    able = " ".join(name for name in ("shallow", "ofs-delta", "filter") if name in can)
    lines = [f"want {newest.commit} {able}\n", "deepen 1\n"]
    if "filter" in can:
        lines.append(f"filter blob:limit={_LARGEST}\n")
    return "".join([*map(_line, lines), "0000", _line("done\n")]).encode()


def _line(text: str) -> str:
    return f"{len(text) + 4:04x}{text}"


def _path(url: str) -> str:
    return unquote(urlsplit(url).fragment).strip("/")
