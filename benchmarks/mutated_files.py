"""How the readers bear damaged files: ./run bench mutated_files --count 2000 --seed 1

Files of every kind are made, damaged at random, and read under every ending. Nothing but an article or a
refusal with a reason may come out, and every sentence of an article that could be quoted is proven and must
stand in its prose. Time and memory are those of this process and of the children that parse; the ten slowest
and the ten largest are named. Aim: two seconds of the processor and 300 MB for each.
"""

import argparse
import gzip
import heapq
import io
import os
import random
import signal
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from rich.console import Console
from rich.table import Table

from bot.core.index.edition import Edition
from bot.core.nouns import Article, BlockKind, Claim
from bot.core.proving.quote import prove
from bot.languages.interface.messages import Message
from bot.library.formats.child import children
from bot.library.formats.registry import SUFFIXES, Parsed, parse_file
from tests.library.samples import packed
from tests.library.structures import every_structure

MAX_SECONDS = 60
"""Of the processor, here: a file that takes longer counts as a crash."""
NAMED = 10
"""The slowest and the largest files, which are named."""
PROVEN_OF_ONE = 20
"""Articles of one file that are proven."""
SWOLLEN = 150.0
"""Megabytes of a child that keeps what a large file took; with all libraries it has some 100."""
AIM_SECONDS, AIM_MEGABYTES = 2.0, 300.0
"""What a file should not take; what takes more is kept, if a folder is named."""
PROVEN = 100_000
"""Characters of an article up to which its sentences are proven: an edition takes longer than reading."""

FRAGMENTS = (
    *(b"---\n", b"title: [", b"&a *a ", b"> ", b"[](", b"```\n", b"\n\n", b"stream\n"),
    *(b"<p ", b"</", b"<!--", b"<![CDATA[", b"<!DOCTYPE x [", b"<script>", b"&#0;", b'"', b"{", b"["),
    *(b"\0", b"\xff\xfe", b"\xf0\x9f", b"\xcc\x81", b"\xe2\x80\xae", b"PK\x03\x04", b"99999999999"),
    *(b"<</", b"endobj", b"/Kids[2 0 R]", b"/Length 99999999", b"BT "),
)


@dataclass
class Outcome:
    """What became of the files of one format."""

    accepted: int = 0
    refused: int = 0
    proven: int = 0
    false: int = 0
    crashes: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


class Named:
    """The greatest of many, with their names."""

    def __init__(self) -> None:
        self._kept: list[tuple[float, str]] = []

    def add(self, value: float, name: str) -> None:
        """Keep it if it is one of the greatest."""
        heapq.heappush(self._kept, (value, name))
        if len(self._kept) > NAMED:
            heapq.heappop(self._kept)

    def told(self, unit: str, factor: float = 1.0) -> Iterator[str]:
        """Yield a line each, the greatest first."""
        yield from (
            f"{factor * value:,.0f} {unit}: {name}" for value, name in sorted(self._kept, reverse=True)
        )


class TooSlowError(Exception):
    """A file took longer than ``MAX_SECONDS``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="how many files are damaged and read")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same files")
    parser.add_argument(
        "--keep", type=Path, help="a folder for the files that were not borne as they should be"
    )
    arguments = parser.parse_args()
    signal.signal(signal.SIGPROF, _too_slow)
    outcomes: defaultdict[str, Outcome] = defaultdict(Outcome)
    slowest, largest = Named(), Named()
    for number, (suffix, data) in enumerate(mutated(arguments.count, random.Random(arguments.seed))):
        outcome = outcomes[suffix]
        before = len(outcome.crashes) + outcome.false
        read(suffix, data, outcome)
        name = f"file {number}, {len(data):,} bytes of {suffix}"
        slowest.add(outcome.seconds[-1], name)
        largest.add(outcome.megabytes[-1], name)
        bad = len(outcome.crashes) + outcome.false > before
        if arguments.keep and (
            bad or outcome.seconds[-1] > AIM_SECONDS or outcome.megabytes[-1] > AIM_MEGABYTES
        ):
            arguments.keep.mkdir(parents=True, exist_ok=True)
            (arguments.keep / f"{arguments.seed}-{number}{suffix}").write_bytes(data)
    Console().print(table(outcomes))
    for suffix, outcome in sorted(outcomes.items()):
        for crash in outcome.crashes[:5]:
            print(f"{suffix}: {crash}")
    print(*slowest.told("ms", 1000), *largest.told("MB"), sep="\n")
    sys.exit(any(outcome.crashes or outcome.false for outcome in outcomes.values()))


def mutated(count: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged files; one in ten has the ending of another format."""
    seeds = sorted((PurePosixPath(name).suffix, data) for name, data in every_structure().items())
    for _ in range(count):
        suffix, data = chance.choice(seeds)
        if data.startswith((b"PK", b"\x1f\x8b")) and chance.random() < 0.7:
            data = _mutated_archive(data, chance)
        else:
            data = _mutated(data, chance)
        yield (chance.choice(SUFFIXES) if chance.random() < 0.1 else suffix), data


def read(suffix: str, data: bytes, outcome: Outcome) -> None:
    """Read one file, prove what could be quoted of it, and note what became of it."""
    signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
    _begin_anew()
    before = _forget_peaks()
    start = spent()
    try:
        parsed = parse_file(f"mutated{suffix}", data)
        outcome.seconds.append(spent() - start)
        outcome.megabytes.append(_peak(before))
        _note(parsed, outcome)
    except Exception as error:
        outcome.crashes.append(f"{type(error).__name__}: {error}"[:200])
        outcome.seconds[len(outcome.megabytes) :] = []
        outcome.seconds.append(spent() - start)
        outcome.megabytes.append(_peak(before))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _note(parsed: Parsed, outcome: Outcome) -> None:
    outcome.crashes += [
        p.reason for p in parsed.problems if p.sentence.message is Message.READER_FAILED or not p.reason
    ]
    outcome.accepted += bool(parsed.readings)
    outcome.refused += not parsed.readings
    for reading in parsed.readings[:PROVEN_OF_ONE]:
        if len(reading.article.text) <= PROVEN:
            outcome.proven += 1
            outcome.false += false_ranges(reading.article)


def false_ranges(article: Article) -> int:
    """Return how many sentences that could be quoted are not proven, or stand in no prose, or in no order."""
    edition = Edition.of([article])
    prose = [block.span for block in article.blocks if block.kind.quotable or block.kind is BlockKind.CODE]
    false = end = 0
    for passage in edition.passages:
        for sentence in passage.sentences:
            stands = any(block.start <= sentence.start < sentence.end <= block.end for block in prose)
            proven = prove(Claim.of(article, sentence), edition) is not None
            false += not (stands and proven and sentence.start >= end and sentence.of(article.text).strip())
            end = sentence.end
    return false


def spent() -> float:
    """Return the seconds of the processor that this process and all its children have taken (Linux)."""
    return sum(os.times()[:4]) + sum(_spent_by(child.process.pid) for child in children.waiting)


def _spent_by(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _begin_anew() -> None:
    """End a child that the file before has swelled, and start another, which is not counted for a file."""
    if any(_megabytes(child.process.pid, "VmRSS") > SWOLLEN for child in children.waiting):
        children.end_waiting()
    if not children.waiting:
        parse_file("first.html", every_structure()["a.html"])


def _forget_peaks() -> float:
    """Let the system count the most memory anew; return the megabytes that this process has now (Linux)."""
    for process in _processes():
        Path(f"/proc/{process}/clear_refs").write_text("5", "utf-8")
    return _megabytes(os.getpid(), "VmRSS")


def _peak(before: float) -> float:
    """Return the most megabytes that a child had since, or that this process had more than ``before``."""
    children_had = [_megabytes(child.process.pid, "VmHWM") for child in children.waiting]
    return max(_megabytes(os.getpid(), "VmHWM") - before, *children_had, 0.0)


def _megabytes(process: int, name: str) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int((status.partition(f"{name}:")[2].split() or ["0"])[0]) / 1000  # one that has ended has none


def _processes() -> list[int]:
    return [os.getpid(), *(child.process.pid for child in children.waiting)]


def table(outcomes: dict[str, Outcome]) -> Table:
    """Return what became of the files, a row a format."""
    result = Table("format", title="damaged files")
    named = (
        "files",
        "accepted",
        "refused",
        "crashes",
        "proven",
        "false",
        "median CPU ms",
        "slowest",
        "largest MB",
    )
    for name in named:
        result.add_column(name, justify="right")
    for suffix, outcome in sorted(outcomes.items()):
        seconds = sorted(outcome.seconds)
        counts = (
            *(len(seconds), outcome.accepted, outcome.refused, len(outcome.crashes)),
            *(outcome.proven, outcome.false),
        )
        most = (seconds[len(seconds) // 2] * 1000, seconds[-1] * 1000, max(outcome.megabytes))
        result.add_row(suffix, *(f"{n:,}" for n in counts), *(f"{value:,.0f}" for value in most))
    return result


def _mutated_archive(data: bytes, chance: random.Random) -> bytes:
    """Return the archive with one damaged member, packed anew, so that the damage passes the checksums."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(_mutated(gzip.decompress(data), chance), mtime=0)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    return packed({**members, name: _mutated(members[name], chance)})


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changes: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _repeat, _insert, _move)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(changes)(data, chance)
    return data


def _range(data: bytes, chance: random.Random) -> tuple[int, int]:
    start, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return start, min(end, start + chance.choice((1, 8, 64, 4096)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    times = min(chance.choice((2, 10, 1_000, 50_000)), 1_000_000 // (end - start + 1))
    return data[:start] + data[start:end] * times + data[end:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(FRAGMENTS) * chance.choice((1, 1, 100, 20_000)) + data[place:]


def _move(data: bytes, chance: random.Random) -> bytes:
    start, end = _range(data, chance)
    place = chance.randint(0, len(data))
    return data[:place] + data[start:end] + data[place:]


def _too_slow(*_: object) -> None:
    raise TooSlowError(f"took longer than {MAX_SECONDS} s")


if __name__ == "__main__":
    main()
