"""Limits as they are before each test, and how one is moved."""

from collections.abc import AsyncIterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.storage.database import Database


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    for part in fields(LIMITS):
        monkeypatch.setattr(LIMITS, part.name, getattr(LIMITS, part.name))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "quoth.db") as database:
        yield database


def move(part: str, **limit: float) -> None:
    """Set limits of a part for this test."""
    setattr(LIMITS, part, replace(getattr(LIMITS, part), **limit))
