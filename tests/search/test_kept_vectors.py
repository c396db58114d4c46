"""Vectors that were made before are found again, by encoder and text, and forgotten when nobody has them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.search import kept_vectors
from bot.search.kept_vectors import KeptVectors


def rows(count: int, seed: int = 0) -> kept_vectors.Rows:
    return np.random.default_rng(seed).standard_normal((count, 8)).astype(np.float16)


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(), max_size=20), min_size=1, max_size=9, unique=True))
def test_every_text_gets_its_own_vector_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    kept = KeptVectors(tmp_path_factory.mktemp("kept") / "texts.sqlite3", "one")
    made = rows(len(texts))
    kept.keep(texts, made)
    found = kept.known([*texts, "what was never kept by anybody"])
    assert list(found) == texts
    assert all((found[text] == row).all() for text, row in zip(texts, made, strict=True))


def test_another_encoder_starts_afresh(tmp_path: Path) -> None:
    KeptVectors(tmp_path / "texts.sqlite3", "one").keep(["a"], rows(1))
    assert not KeptVectors(tmp_path / "texts.sqlite3", "two").known(["a"])


def test_what_no_edition_had_for_long_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, today = KeptVectors(tmp_path / "texts.sqlite3", "one"), kept_vectors._today()  # noqa: SLF001 - the clock
    kept.keep(["used", "unused"], rows(2))
    monkeypatch.setattr(kept_vectors, "_today", lambda: today + LIMITS.meaning.unused_days)
    assert list(kept.known(["used"])) == ["used"]
    monkeypatch.setattr(kept_vectors, "_today", lambda: today + LIMITS.meaning.unused_days + 1)
    kept.forget_unused()
    assert list(kept.known(["used", "unused"])) == ["used"]


def test_nobody_else_can_read_the_folder(tmp_path: Path) -> None:
    KeptVectors(tmp_path / "new" / "texts.sqlite3", "one").keep(["a"], rows(1))
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
