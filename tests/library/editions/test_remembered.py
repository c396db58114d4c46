"""A folder that was read before: the same edition, never an old one, whatever became of what was kept."""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.answer import answer
from bot.core.index.background import NO_BACKGROUND, Background
from bot.core.index.edition import Edition
from bot.core.index.vectors.encoder import Matrix
from bot.library.corpus.check import check_folder
from bot.library.corpus.folder import read_folder
from bot.library.editions.remembered import Memory, Opened
from bot.library.formats.registry import parse_file
from bot.web.as_json import reply_object
from tests.core.models import model

ARTICLES = {
    "mill.md": "---\ntitle: The mill of Tarn\npublished: 2031-04-02\n---\n\n"
    "# The mill\n\nThe mill of Tarn burnt down in April. Nobody was hurt, said Edda Quill.\n\n"
    "## After the fire\n\nIts owner builds 3 new mills. “We begin in May,” she said. “It will last.”\n"
    "\nThe new mills have:\n\n- four wheels\n- two floors\n",
    "deep/ferry.md": "Паром «Ангара» затонул 5 мая 2031 года.\n\nВсе 14 моряков спасены.\n",
    "kiosk.txt": "A kiosk opened at the harbour of Sund. It sells 20 kinds of tea and no coffee at all.\n",
}
QUESTIONS = ("What burnt down in Tarn?", "Сколько моряков спасено?", "tea kinds lang:en", "who begins in May")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "kiosk.yaml").write_text("publisher: Sund Mail\n")
    (folder / "synonyms.yaml").write_text("Tarn: [Old Tarn]\n")
    return folder


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Keeps everything, and trusts a file's time stamp as soon as it is made."""
    return Memory(tmp_path / "kept", worth=0, settled=0)


def test_a_large_folder_is_read_by_many_to_the_same(
    corpus: Path, memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Memory(tmp_path / "other", worth=0, settled=0).open(corpus, NO_BACKGROUND)
    monkeypatch.setattr(LIMITS, "editions", replace(LIMITS.editions, read_alone=0))
    monkeypatch.setattr("bot.library.editions.remembered.cores", lambda: 2)
    assert parsed_files(lambda: memory.open(corpus, NO_BACKGROUND)) == []
    many = memory.open(corpus, NO_BACKGROUND)
    assert (many.edition.id, many.problems) == (usual.edition.id, usual.problems)
    assert [passage.span for passage in many.edition.passages] == [
        passage.span for passage in usual.edition.passages
    ]


class Meanings:
    """Word vectors that find all words alike."""

    def of_words(self, words: Sequence[str]) -> Matrix:
        return np.ones((len(words), 2), np.float32)

    def is_word(self, word: str) -> bool:
        return False


class Heard:
    """Whether anything had to be read."""

    def __init__(self) -> None:
        self.files = 0

    def __call__(self, done: int, total: int) -> None:
        self.files = total


def opened(memory: Memory, corpus: Path) -> tuple[Opened, int]:
    heard = Heard()
    return memory.open(corpus, NO_BACKGROUND, heard), heard.files


def fresh(corpus: Path) -> Edition:
    folder = read_folder(corpus)
    return Edition.of(folder.articles, folder.synonyms)


def assert_same(edition: Edition, expected: Edition) -> None:
    assert edition.id == expected.id
    assert list(edition.entries) == list(expected.entries)
    assert edition.articles == expected.articles
    assert list(edition.passages) == list(expected.passages)
    for question in QUESTIONS:
        ours, theirs = (reply_object(question, answer(question, e, model())) for e in (edition, expected))
        assert ours == theirs


def test_what_was_read_before_is_the_same_and_nothing_is_read_again(corpus: Path, memory: Memory) -> None:
    _, first = opened(memory, corpus)
    again, second = opened(memory, corpus)
    assert (first, second) == (3, 0)
    assert_same(again.edition, fresh(corpus))


def _edit_keeping_size_and_time(corpus: Path) -> None:
    mill = corpus / "mill.md"
    before = mill.stat()
    mill.write_text(ARTICLES["mill.md"].replace("3 new", "7 new"), "utf-8")
    os.utime(mill, ns=(before.st_atime_ns, before.st_mtime_ns))


def _rename(corpus: Path) -> None:
    (corpus / "mill.md").rename(corpus / "windmill.md")


def _exchange(corpus: Path) -> None:
    other = corpus / "deep/other.md"
    other.write_text(ARTICLES["mill.md"].replace("April", "March"), "utf-8")
    other.replace(corpus / "mill.md")


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": _edit_keeping_size_and_time,
    "renamed": _rename,
    "exchanged": _exchange,
    "added": lambda corpus: (corpus / "new.md").write_text("The tea of Tarn is sold in Sund. It is green.\n"),
    "removed": lambda corpus: (corpus / "mill.md").unlink(),
    "touched": lambda corpus: os.utime(corpus / "mill.md", (1, 1)),
    "header changed": lambda corpus: (corpus / "kiosk.yaml").write_text("publisher: Tarn Mail\n"),
    "header removed": lambda corpus: (corpus / "kiosk.yaml").unlink(),
    "synonyms changed": lambda corpus: (corpus / "synonyms.yaml").write_text("Sund: [Old Sund]\n"),
    "synonyms removed": lambda corpus: (corpus / "synonyms.yaml").unlink(),
    "id taken": lambda corpus: (corpus / "mill.txt").write_text("Another mill stands in the town of Sund.\n"),
    "broken file": lambda corpus: (corpus / "mill.pdf").write_bytes(b"no pdf"),
    "stranger": lambda corpus: (corpus / "mill.zip").write_bytes(b"PK"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_goes_unseen(change: Callable[[Path], object], corpus: Path, memory: Memory) -> None:
    opened(memory, corpus)
    memory.check(corpus)
    change(corpus)
    for _ in range(2):  # what is found anew is kept, too
        now, _ = opened(memory, corpus)
        assert_same(now.edition, fresh(corpus))
        assert now.problems == len(read_folder(corpus).problems)
        assert memory.check(corpus) == check_folder(corpus)


def test_a_check_is_not_done_twice(corpus: Path, memory: Memory) -> None:
    first = memory.check(corpus)
    heard = Heard()
    assert memory.check(corpus, heard) == first
    assert heard.files == 0


def test_a_check_reads_nothing_that_was_asked_before(corpus: Path, memory: Memory) -> None:
    opened(memory, corpus)
    with (corpus / "kiosk.txt").open("a") as file:
        file.write("It closes at noon.\n")
    assert parsed_files(lambda: memory.check(corpus)) == ["kiosk.txt"]
    assert memory.check(corpus) == check_folder(corpus)


def parsed_files(work: Callable[[], object]) -> list[str]:
    """The files that are parsed while the work is done."""
    files: list[str] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is parse_file.__code__:
            files.append(frame.f_locals["file"])

    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(None)
    return files


def test_what_was_read_without_word_vectors_is_asked_with_them(corpus: Path, memory: Memory) -> None:
    opened(memory, corpus)
    for _ in range(2):
        assert memory.open(corpus, Background(vectors=Meanings())).edition.related is not None


def test_a_file_that_has_just_changed_is_told_by_its_bytes(corpus: Path, tmp_path: Path) -> None:
    cautious = Memory(tmp_path / "kept", worth=0, settled=3600)
    opened(cautious, corpus)
    again, files = opened(cautious, corpus)
    assert files == 3
    assert_same(again.edition, fresh(corpus))


def test_what_is_read_in_a_moment_is_not_kept(corpus: Path, tmp_path: Path) -> None:
    opened(Memory(tmp_path / "kept", worth=3600), corpus)
    assert not (tmp_path / "kept").exists()


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255), cut=st.booleans())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_damage_counts_as_not_there(
    corpus: Path, memory: Memory, place: float, byte: int, cut: bool
) -> None:
    opened(memory, corpus)
    (kept,) = (corpus.parent / "kept").iterdir()
    data = bytearray(kept.read_bytes())
    at = int(place * len(data))
    data[at] ^= byte
    kept.write_bytes(data[:at] if cut else data)
    again, _ = opened(memory, corpus)
    assert again.edition.articles == fresh(corpus).articles
    kept.unlink(missing_ok=True)


def test_what_others_may_write_is_neither_read_nor_written(corpus: Path, memory: Memory) -> None:
    opened(memory, corpus)
    folder = corpus.parent / "kept"
    folder.chmod(0o777)
    (kept,) = folder.iterdir()
    before = kept.stat().st_mtime_ns
    _, files = opened(memory, corpus)
    assert files == 3
    assert kept.stat().st_mtime_ns == before


def test_where_nothing_can_be_kept_everything_is_read(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    nowhere = Memory(tmp_path / "file", worth=0)
    assert [opened(nowhere, corpus)[1] for _ in range(2)] == [3, 3]


def test_calls_may_overlap(corpus: Path, memory: Memory) -> None:
    found: list[Opened] = []
    threads = [threading.Thread(target=lambda: found.append(opened(memory, corpus)[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.edition.id for one in found} == {fresh(corpus).id}
    assert_same(opened(memory, corpus)[0].edition, fresh(corpus))


def test_folders_are_kept_apart_and_the_oldest_go(corpus: Path, memory: Memory, tmp_path: Path) -> None:
    for number in range(10):
        folder = tmp_path / f"folder{number}"
        folder.mkdir()
        (folder / "one.md").write_text(f"Number {number} is written here and it is a number.\n")
        assert opened(memory, folder)[0].edition.articles[0].text.startswith(f"Number {number}")
    assert len(list((tmp_path / "kept").iterdir())) == 8
