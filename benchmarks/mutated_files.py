"""How the readers bear damaged files: ./run bench mutated_files --count 2000 --seed 1

Files of every format are made, damaged at random, and read under every ending. Nothing but an article or a
refusal with a reason may come out. Time and memory are those of this process and of the children that parse;
the slowest ten files are named. Aim: two seconds of the processor and 300 MB for each.
"""

import argparse
import heapq
import io
import os
import random
import resource
import signal
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.languages.interface.messages import Message
from bot.library.formats.child import children
from bot.library.formats.registry import SUFFIXES, parse_file
from tests.library.samples import every_format, packed

MAX_SECONDS = 60
"""Of the processor, here: a file that takes longer counts as a crash."""
NAMED = 10
"""The slowest files, which are named."""

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
    crashes: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


class TooSlowError(Exception):
    """A file took longer than ``MAX_SECONDS``."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="how many files are damaged and read")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same files")
    parser.add_argument("--keep", type=Path, help="a folder for the files that made a reader crash")
    arguments = parser.parse_args()
    signal.signal(signal.SIGPROF, _too_slow)
    outcomes: defaultdict[str, Outcome] = defaultdict(Outcome)
    slowest: list[tuple[float, str]] = []
    for number, (suffix, data) in enumerate(mutated(arguments.count, random.Random(arguments.seed))):
        before = len(outcomes[suffix].crashes)
        read(suffix, data, outcomes[suffix])
        heapq.heappush(
            slowest, (outcomes[suffix].seconds[-1], f"file {number}, {len(data):,} bytes of {suffix}")
        )
        if len(slowest) > NAMED:
            heapq.heappop(slowest)
        if arguments.keep and len(outcomes[suffix].crashes) > before:
            arguments.keep.mkdir(parents=True, exist_ok=True)
            (arguments.keep / f"{before}{suffix}").write_bytes(data)
    Console().print(table(outcomes))
    for suffix, outcome in sorted(outcomes.items()):
        for crash in outcome.crashes[:5]:
            print(f"{suffix}: {crash}")
    for took, name in sorted(slowest, reverse=True):
        print(f"{1000 * took:,.0f} ms: {name}")
    sys.exit(any(outcome.crashes for outcome in outcomes.values()))


def mutated(count: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield damaged files; one in ten has the ending of another format."""
    seeds = sorted(every_format().items())
    for _ in range(count):
        suffix, data = chance.choice(seeds)
        if data.startswith(b"PK") and chance.random() < 0.7:
            data = _mutated_archive(data, chance)
        else:
            data = _mutated(data, chance)
        yield (chance.choice(SUFFIXES) if chance.random() < 0.1 else suffix), data


def read(suffix: str, data: bytes, outcome: Outcome) -> None:
    """Read one file and note what became of it."""
    signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS)
    start = spent()
    try:
        parsed = parse_file(f"mutated{suffix}", data)
    except Exception as error:
        outcome.crashes.append(f"{type(error).__name__}: {error}"[:200])
    else:
        outcome.crashes += [
            p.reason for p in parsed.problems if p.sentence.message is Message.READER_FAILED or not p.reason
        ]
        outcome.accepted += bool(parsed.readings)
        outcome.refused += not parsed.readings
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        outcome.seconds.append(spent() - start)


def spent() -> float:
    """Return the seconds of the processor that this process and all its children have taken (Linux)."""
    return sum(os.times()[:4]) + sum(_spent_by(child.process.pid) for child in children.waiting)


def _spent_by(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table(outcomes: dict[str, Outcome]) -> Table:
    children.end_waiting()
    here, apart = (
        resource.getrusage(kind).ru_maxrss / 1024 for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    result = Table("format", title=f"damaged files (peak memory {here:,.0f} MB, of a child {apart:,.0f} MB)")
    for name in ("files", "accepted", "refused", "crashes", "median CPU ms", "slowest CPU ms"):
        result.add_column(name, justify="right")
    for suffix, outcome in sorted(outcomes.items()):
        seconds = sorted(outcome.seconds)
        counts = (len(seconds), outcome.accepted, outcome.refused, len(outcome.crashes))
        times = (seconds[len(seconds) // 2] * 1000, seconds[-1] * 1000)
        result.add_row(suffix, *(f"{n:,}" for n in counts), *(f"{ms:,.1f}" for ms in times))
    return result


def _mutated_archive(data: bytes, chance: random.Random) -> bytes:
    """Return the archive with one damaged member, packed anew, so that the damage passes the checksums."""
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
