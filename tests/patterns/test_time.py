"""No pattern takes time that grows faster than the text: neither runs nor near misses stop the program."""

import gc
import json
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
import regex

from bot.basics.limits import LIMITS

LENGTH = 2_000
"""Characters of the longer text; the shorter one has a fourth."""
OF_SHORT = {
    "bot.core.reading.residue.compiled": LIMITS.files.residue,
    "bot.core.reading.shape._MARKS": 200,
    "bot.core.reading.shape.SENTENCE_MARKS": 60,
}
"""Patterns that only see texts of so many characters: theirs may grow faster, within them."""
AT_ONCE = 0.003
"""Seconds of CPU time up to which nothing grows: 2,000 characters take a quadratic pattern more."""
AT_MOST = 0.5
"""Seconds after which a pattern is stopped."""
GROWTH = 8.0
"""The longer text may cost so many times the shorter one: 4 is linear, 16 is quadratic."""
TRIES = 6
"""A pattern grows where it does at each of so many tries: one that a neighbour slowed down does not."""

RUNS = [
    *" \n\t1aAйІ我́.,:;!?-–—'\"«(*_[<>=#@/\\&§|",
    "a ",
    "1,",
    "1 ",
    "a.",
    "A. ",
    "a-",
    "a'",
    '" ',
    "a\n",
    "...\n",
    "我 ",
]
_SHOWN = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: ".",
}


def of_class(items: Any) -> list[str]:
    """Return a character for each item of a character class; others than those where it is negated."""
    found = []
    for kind, value in items:
        match kind:
            case codes.LITERAL:
                found.append(chr(value))
            case codes.RANGE:
                found.append(chr(value[0]))
            case codes.CATEGORY:
                found.append(_SHOWN[value])
            case _:
                pass
    negated = items[0][0] is codes.NEGATE
    return [char for char in 'aA1 .-"й' if char not in found] or ["我"] if negated else found


def classes(tree: Any) -> Iterator[str]:
    """Yield the characters of all classes of a pattern."""
    for kind, value in tree:
        match kind:
            case codes.LITERAL:
                yield chr(value)
            case codes.IN:
                yield from of_class(value)
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                yield from classes(value[2])
            case codes.SUBPATTERN:
                yield from classes(value[3])
            case codes.ASSERT | codes.ASSERT_NOT:
                yield from classes(value[1])
            case codes.BRANCH:
                for branch in value[1]:
                    yield from classes(branch)
            case _:
                pass


def example(tree: Any, chance: random.Random) -> str:
    """Return a text that the pattern may match, but for what it looks around at."""
    text = ""
    for kind, value in tree:
        match kind:
            case codes.LITERAL:
                text += chr(value)
            case codes.NOT_LITERAL | codes.ANY:
                text += chance.choice("a 1.")
            case codes.IN:
                text += chance.choice(of_class(value))
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                least, most, repeated = value
                for _ in range(chance.randint(least, min(most, least + 2))):
                    text += example(repeated, chance)
            case codes.SUBPATTERN:
                text += example(value[3], chance)
            case codes.BRANCH:
                text += example(chance.choice(value[1]), chance)
            case codes.ASSERT if value[0] > 0:
                text += example(value[1], chance)
            case _:
                pass
    return text


def repeated(pattern: str, flags: int) -> list[str]:
    """Return what is repeated to slow a pattern down: its characters, and texts that nearly match."""
    tree = parser.parse(pattern, flags)
    chance = random.Random(len(pattern))
    nearly = [example(tree, chance) for _ in range(3)]
    of_it = list(dict.fromkeys(classes(tree)))[:12]
    cut = [part for text in nearly for part in (text, text[:-1], text[: len(text) // 2])]
    return list(dict.fromkeys(filter(None, [*RUNS, *of_it, *cut])))


@contextmanager
def stopped() -> Iterator[None]:
    """Raise TimeoutError inside when it has taken too much time of the processor."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    gc.disable()  # what hundreds of tests have left would be collected in the pattern's time
    signal.setitimer(signal.ITIMER_PROF, AT_MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        gc.enable()
        signal.signal(signal.SIGPROF, before)


def seconds(compiled: Any, methods: Iterable[str], text: bytes | str) -> float:
    """Return the CPU time that a text costs."""
    start = time.thread_time()
    for method in methods:
        if method in ("sub", "subn"):
            getattr(compiled, method)(text[:0], text)
        else:
            found = getattr(compiled, method)(text)
            if method == "finditer":
                list(found)
    return time.thread_time() - start


def grows(compiled: Any, methods: Iterable[str], unit: str, length: int, *, in_bytes: bool) -> bool:
    """Tell whether the time of a text that repeats ``unit`` grows faster than its length, at every try."""
    return all(seen_to_grow(compiled, methods, unit, length, in_bytes=in_bytes) for _ in range(TRIES))


def seen_to_grow(compiled: Any, methods: Iterable[str], unit: str, length: int, *, in_bytes: bool) -> bool:
    """Tell whether it does at one try."""

    def of_length(length: int) -> bytes | str:
        text = (unit * (length // len(unit) + 1))[:length] + "\0"
        return text.encode("utf-8") if in_bytes else text

    try:
        with stopped():
            if seconds(compiled, methods, of_length(length)) < AT_ONCE:
                return False
            if length < LENGTH:
                return seconds(compiled, methods, of_length(length)) > 10 * AT_ONCE
            longer = min(seconds(compiled, methods, of_length(length)) for _ in range(3))
            shorter = min(seconds(compiled, methods, of_length(length // 4)) for _ in range(5))
            return longer > max(AT_ONCE, GROWTH * shorter)
    except TimeoutError:
        return True


@pytest.fixture(scope="module")
def noted() -> dict[str, Any]:
    process = subprocess.run([sys.executable, "-m", "tests.patterns"], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(process.stdout)
    return found


def test_all_patterns_are_found(noted: dict[str, Any]) -> None:
    assert noted["missed"] == []
    assert len(noted["patterns"]) > 200


def test_every_pattern_takes_time_in_proportion_to_the_text(noted: dict[str, Any]) -> None:
    slow = []
    for note in noted["patterns"]:
        engine = re if note["engine"] == "re" else regex
        pattern, flags = note["pattern"], note["flags"]
        compiled = engine.compile(pattern.encode("latin-1") if note["is_bytes"] else pattern, flags)
        units = repeated(pattern, flags & ~re.UNICODE) if note["engine"] == "re" else RUNS
        length = OF_SHORT.get(note["name"], LENGTH)
        for unit in units:
            if grows(compiled, note["asked"], unit, length, in_bytes=note["is_bytes"]):
                slow.append(f"{note['name']} {pattern[:60]} {note['asked']} {unit!r}")
                break
    assert not slow, "\n".join(slow)


@pytest.mark.parametrize(
    ("pattern", "unit"), [(r"\s+$", " "), (r"(a+)+b", "a"), (r"\d+:x", "1"), (r"«.*»x", "«")]
)
def test_a_slow_pattern_is_noticed(pattern: str, unit: str) -> None:
    assert unit in repeated(pattern, 0)
    assert grows(re.compile(pattern), ["search", "finditer"], unit, LENGTH, in_bytes=False)
