"""The script ``./run``: where it makes its virtual environment, and what it says where it cannot."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(venv: Path, *arguments: str, path: str = os.environ["PATH"]) -> subprocess.CompletedProcess[str]:
    """Call the script with a virtual environment of its own, as a user would."""
    return subprocess.run(  # noqa: S603 - it is our own
        [str(ROOT / "run"), *arguments],
        env={"PATH": path, "QUOTH_VENV": str(venv), "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_folder_that_cannot_be_written_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run(tmp_path / "file/venv", "--version")
    assert done.returncode == 1
    assert done.stderr == (
        f"run: {tmp_path}/file/venv cannot be written; name a folder that can: "
        f"QUOTH_VENV=~/quoth-venv {ROOT}/run ...\n"
    )


def test_a_broken_virtual_environment_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "pyvenv.cfg").write_text("")
    (tmp_path / "installed-all").write_text(
        (ROOT / "pyproject.toml").read_text() + (ROOT / "constraints.txt").read_text()
    )
    (tmp_path / "bin/python").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bin/python").chmod(0o755)
    done = run(tmp_path, "--version")
    assert f"run: the Python of {tmp_path} does not work any more, making it anew\n" in done.stderr
    assert (tmp_path / "bin/pip").exists()
    assert not (tmp_path / "installed-all").exists(), "nothing is installed without an index"


def test_without_a_python_it_says_which_is_needed(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("bash", "dirname", "cat", "cmp", "env"):
        (tools / name).symlink_to(str(shutil.which(name)))
    done = run(tmp_path / "venv", "--version", path=str(tools))
    assert done.returncode == 1
    assert done.stderr == "run: Python 3.11 or newer is needed; install it and call ./run again\n"
