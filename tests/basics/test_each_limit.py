"""Every limit has a test: what reaches it passes, what is one beyond is refused by name."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path

import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.formats.registry import drafts_of
from bot.library.parsing.header import Header
from tests.library.samples import csv_dump, docx, epub, html, pdf, rss

TESTS = Path(__file__).parents[1]
PROSE = b"The weir at Tessel Mill broke.\n\nThe miller of Tessel moved to Quill.\n"
HEADED = b"---\ntitle: The weir\npublisher: Quill\n---\n\n" + PROSE
NESTED = b"---\nnote: {a: {b: {c: 1}}}\n---\n\n" + PROSE
PAGES = pdf([["The weir at Tessel Mill broke, and the miller of Tessel moved to Quill."] * 5] * 3)

BY_NAME = [
    ("files", "one", "weir.txt", PROSE),
    ("files", "many", "weir.csv", csv_dump()),
    ("files", "characters", "weir.txt", PROSE),
    ("files", "characters", "weir.rss", rss()),
    ("files", "lines", "weir.txt", PROSE),
    ("files", "header", "weir.md", HEADED),
    ("files", "keys", "weir.md", HEADED),
    ("files", "parts", "weir.docx", docx()),
    ("files", "members", "weir.epub", epub()),
    ("files", "unpacked", "weir.epub", epub()),
    ("pages", "elements", "weir.html", html()),
    ("pages", "attributes", "weir.html", html()),
    ("pages", "all_attributes", "weir.html", html()),
    ("pages", "docx_tags", "weir.docx", docx()),
    ("pages", "book_tags", "weir.epub", epub()),
    ("pages", "package_tags", "weir.epub", epub()),
    ("files", "field", "weir.md", HEADED),
    ("pages", "pages", "weir.pdf", PAGES),
    ("pages", "restructured_lines", "weir.rst", PROSE),
]
"""Limits whose refusal tells their number, and a file that one of at most ``MOST`` lets pass."""
WITHOUT_NUMBER = [
    ("files", "depth", "weir.md", NESTED),
    ("pages", "feed_work", "weir.rss", rss()),
    ("pages", "nested_paragraphs", "weir.html", html().replace(b"<article>", b"<p><ins>")),
]
"""Limits whose refusal tells in words what there is too much of."""
MOST = 1 << 24

REFUSE_NOTHING = {
    "it says how much is done or remembered at once, and every result is the same": {
        "files": "step",
        "editions": "read_ahead read_whole",
        "index": "fetched passages together page largest_page ids bulk weighed",
        "caches": "words lines related sentences sketched questions filters articles past replies fragments",
    },
    "it says how long is waited between two looks or tries, or what is started less often": {
        "children": "idle",
        "editions": "worth_keeping settled loading_niceness",
        "waiting": "encoding encoder_failed last_batch purge progress shell_progress "
        "between_corrections switch",
        "index": "look_seconds dead_seconds",
    },
    "a library, a server, a program or Telegram gets it and keeps to it": {
        "pages": "recovered forms recognising",
        "waiting": "poll other_poller connections inline_repeated unserved_repeated",
        "meaning": "question_seconds batch_seconds writer_seconds",
        "index": "tries seconds_to_write",
        "servers": "connections upload_seconds busy_seconds",
    },
    "it says how far is looked for what is there by rank or in the beginning, or shown of it": {
        "files": "guessed",
        "children": "trace",
        "looking": "introducing other_forms",
        "index": "sampled",
    },
}
"""Limits at which nothing is refused or cut off that anybody could see, and why."""


class Reader:
    """Reads one file with one limit moved."""

    def __init__(self, patch: pytest.MonkeyPatch, limit: tuple[str, str], file: str, data: bytes) -> None:
        self._patch = patch
        self._limit = limit
        self._file = file
        self._data = data

    def refusal(self, most: int) -> str:
        """Return why the file is refused where the limit is that, "" if it is read."""
        part, name = self._limit
        self._patch.setattr(LIMITS, part, replace(getattr(LIMITS, part), **{name: most}))
        try:
            found = list(drafts_of(self._file, self._data, Header()))
        except ArticleError as error:
            return str(error)
        return "".join(str(one) for one in found if isinstance(one, ArticleError))

    @property
    def reached(self) -> int:
        """The least limit under which the file is read."""
        return bisect_left(range(MOST), True, key=lambda most: not self.refusal(most))


@pytest.mark.parametrize(("part", "name", "file", "data"), BY_NAME)
def test_what_reaches_a_limit_passes_and_one_more_is_refused_by_its_number(
    monkeypatch: pytest.MonkeyPatch, part: str, name: str, file: str, data: bytes
) -> None:
    reader = Reader(monkeypatch, (part, name), file, data)
    reached = reader.reached
    assert 0 < reached < MOST
    assert reader.refusal(reached) == ""
    assert f"{reached - 1:,}" in reader.refusal(reached - 1)


@pytest.mark.parametrize(("part", "name", "file", "data"), WITHOUT_NUMBER)
def test_what_reaches_a_limit_passes_and_one_more_is_refused(
    monkeypatch: pytest.MonkeyPatch, part: str, name: str, file: str, data: bytes
) -> None:
    reader = Reader(monkeypatch, (part, name), file, data)
    reached = reader.reached
    assert 0 < reached < MOST
    assert "too" in reader.refusal(reached - 1)


def test_every_limit_is_named_by_a_test() -> None:
    written = "\n".join(file.read_text("utf-8") for file in TESTS.rglob("*.py"))
    tried = {(part, name) for part, name, *_ in chain(BY_NAME, WITHOUT_NUMBER)}
    unnamed = {
        part.name: missing
        for part in fields(LIMITS)
        if (
            missing := {
                limit.name
                for limit in fields(getattr(LIMITS, part.name))
                if (part.name, limit.name) not in tried
                and not re.search(
                    rf"\b{part.name}\.{limit.name}\b|{part.name}.{{0,80}}\b{limit.name}=", written
                )
            }
        )
    }
    excused = defaultdict[str, set[str]](set)
    for names in REFUSE_NOTHING.values():
        for part, limits in names.items():
            excused[part] |= set(limits.split())
    assert unnamed == excused
