import logging
from pathlib import Path

import pytest

from bot.storage.data_folder import DATABASE, EDITIONS, make_private, warn_of_readable


def modes(root: Path) -> dict[str, int]:
    return {str(p.relative_to(root)): p.stat().st_mode & 0o777 for p in (root, *root.rglob("*"))}


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    """A folder as an older version left it."""
    data = tmp_path / "data"
    (data / EDITIONS / "000001").mkdir(parents=True)
    for file in (data / DATABASE, data / EDITIONS / "000001" / "edition.json"):
        file.write_text("{}")
        file.chmod(0o644)
    for folder in (data, data / EDITIONS, data / EDITIONS / "000001"):
        folder.chmod(0o755)
    return data


def test_what_an_older_version_left_open_is_made_private(open_to_all: Path) -> None:
    make_private(open_to_all)
    assert modes(open_to_all) == {
        ".": 0o700,
        DATABASE: 0o600,
        EDITIONS: 0o700,
        f"{EDITIONS}/000001": 0o700,
        f"{EDITIONS}/000001/edition.json": 0o600,
    }


def test_what_is_not_the_bots_own_is_left_as_it_is(
    open_to_all: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    page, elsewhere = open_to_all / "index.html", tmp_path / "elsewhere.md"
    for file in (page, elsewhere):
        file.write_text("The mill is open on Sundays.")
        file.chmod(0o644)
    (open_to_all / EDITIONS / "link.md").symlink_to(elsewhere)
    make_private(open_to_all)
    assert "holds other things" in caplog.text
    assert modes(open_to_all)["."] == 0o755
    assert {page.stat().st_mode & 0o777, elsewhere.stat().st_mode & 0o777} == {0o644}
    assert (open_to_all / DATABASE).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("mode", "warns"), [(0o644, True), (0o604, True), (0o640, False), (0o600, False)])
def test_secrets_that_everybody_may_read_are_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: int, warns: bool
) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=1:x")
    (tmp_path / ".env").chmod(mode)
    with caplog.at_level(logging.WARNING):
        warn_of_readable(tmp_path / ".env")
        warn_of_readable(tmp_path / "missing")
    assert ("chmod 600" in caplog.text) == warns
    assert "1:x" not in caplog.text
