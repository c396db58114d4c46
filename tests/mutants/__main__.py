"""Changes each line that a promise rests on, in a copy, and sees whether the tests named for it notice.

``python -m tests.mutants [--tested] [PART …]``: only those whose file has one of the parts in its path. Exit
code 1 if one survives, or if its line is not found any more. With ``--tested`` the tests are taken to pass on
the unchanged code, as whoever has just run them all knows; else that is tried first.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.gates import MUTANTS, TYPES, Mutant

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds; a change that makes the tests hang has been noticed."""
TESTED = "--tested"
NOTICED = 1
"""The exit code of pytest and mypy where they find something; others mean that they did not run."""


def main(parts: Sequence[str], *, tested: bool = False) -> int:
    """Try all mutants, and say which survive."""
    chosen = [m for m in MUTANTS if not parts or any(part in m.file for part in parts)]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = SimpleQueue[Path]()
        for number in range(os.cpu_count() or 1):
            copies.put(_copy(Path(folder) / str(number)))
        if not tested and (complaint := _unchanged(chosen, copies)):
            return _told(f"the tests fail without any change:\n{complaint}")
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            faults = [fault for fault in pool.map(lambda mutant: _fault(mutant, copies), chosen) if fault]
    _told(
        "\n".join(
            [*faults, f"{len(chosen)} changes, {len(faults)} not noticed, {time.monotonic() - started:.0f} s"]
        )
    )
    return 1 if faults else 0


def _told(words: str) -> int:
    sys.stdout.write(f"{words}\n")
    return 1


def _copy(folder: Path) -> Path:
    """Return a copy of all that the tests need."""
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"
    )
    shutil.copytree(ROOT, folder, ignore=ignored, symlinks=True)
    return folder


def _unchanged(chosen: Sequence[Mutant], copies: "SimpleQueue[Path]") -> str:
    """Return what fails before anything is changed, "" if nothing does."""
    named = sorted({m.tests for m in chosen} - {TYPES})
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for code, output in pool.map(lambda tests: _tried(tests, copies), named):
            if code:
                return output
    with _lent(copies) as folder:
        files = sorted({m.file for m in chosen if m.tests == TYPES})
        code, output = _mypy(folder, files) if files else (0, "")
        return output if code else ""


def _tried(tests: str, copies: "SimpleQueue[Path]") -> tuple[int, str]:
    with _lent(copies) as folder:
        return _pytest(folder, tests)


def _fault(mutant: Mutant, copies: "SimpleQueue[Path]") -> str:
    """Return what is wrong with a mutant, "" if it is noticed."""
    name = f"{mutant.file}: {mutant.text.strip()!r} → {mutant.other.strip()!r}"
    with _lent(copies) as folder:
        path = folder / mutant.file
        source = path.read_text("utf-8") if path.exists() else ""
        if source.count(mutant.text) != 1:
            return f"stands there {source.count(mutant.text)} times: {name}"
        _write(path, source.replace(mutant.text, mutant.other))
        try:
            code, output = (
                _mypy(folder, [mutant.file]) if mutant.tests == TYPES else _pytest(folder, mutant.tests)
            )
        except subprocess.TimeoutExpired:
            return ""
        finally:
            _write(path, source)
    if code == NOTICED:
        return ""
    return (
        f"survived {mutant.tests}: {name}" if code == 0 else f"could not be tried: {name}\n{output[-2000:]}"
    )


def _write(path: Path, source: str) -> None:
    """Write a file and forget its compiled form, which is told from another by the second alone."""
    path.write_text(source, "utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()


@contextmanager
def _lent(copies: "SimpleQueue[Path]") -> Iterator[Path]:
    folder = copies.get()
    try:
        yield folder
    finally:
        copies.put(folder)


def _pytest(folder: Path, tests: str) -> tuple[int, str]:
    *files, words = tests.partition(" -k ")[0].split(), tests.partition(" -k ")[2].strip("'")
    chosen = ["-k", words] if words else []
    return _run(folder, "pytest", "-x", "-q", "-p", "no:cacheprovider", *files[0], *chosen)


def _mypy(folder: Path, files: Sequence[str]) -> tuple[int, str]:
    return _run(folder, "mypy", *files)


def _run(folder: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 (our own tests)
        [sys.executable, "-m", *command],
        cwd=folder,
        timeout=PATIENCE,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main([part for part in sys.argv[1:] if part != TESTED], tested=TESTED in sys.argv))
