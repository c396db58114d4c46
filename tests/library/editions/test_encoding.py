"""Editions get their vectors: only new sentences are encoded, and a damaged table is made again."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition
from bot.core.index.vectors.encoded import Texts
from bot.core.index.vectors.encoder import EncoderError
from bot.languages.beyond.pairs import PAIRS
from bot.library.editions.encoding import Encoding, StoppedError
from tests.core.encoders import SenseEncoder
from tests.core.texts import article, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
MEASURED_BY = {sentence for _, sentence in PAIRS}
"""What any encoder is asked besides."""


def asked_of(encoder: SenseEncoder) -> list[str]:
    return [text for text in encoder.asked if text not in MEASURED_BY]


def missing(kept: Encoding, edition: Edition) -> int:
    """How many texts of an edition whose table is not kept are to be encoded."""
    told: list[int] = []
    with suppress(StoppedError):
        kept.made(edition, lambda _, total: told.append(total), lambda: True)
    return told[-1]


def alike(one: Edition, other: Edition) -> bool:
    assert one.encoded
    assert other.encoded
    a, b = one.encoded.likeness("who paid?"), other.encoded.likeness("who paid?")
    assert a
    assert b
    return bool(np.array_equal(a.sentences, b.sentences) and np.array_equal(a.around, b.around))


def test_an_edition_is_encoded_once_and_then_opened(tmp_path: Path) -> None:
    encoder = SenseEncoder()
    made = Encoding(encoder, tmp_path).encoded(EDITION)
    asked = len(asked_of(encoder))
    opened = Encoding(encoder, tmp_path).opened(EDITION)
    assert opened
    assert alike(made, opened)
    assert len(asked_of(encoder)) == asked > 0


def test_only_what_is_new_is_encoded(tmp_path: Path) -> None:
    encoder = SenseEncoder()
    Encoding(encoder, tmp_path).encoded(EDITION)
    encoder.asked.clear()
    later = Edition.of([harbour(), orchard(), article("night", "The police came at night. They left again.")])
    assert Encoding(encoder, tmp_path).opened(later) is None
    assert missing(Encoding(encoder, tmp_path), later) == 4
    Encoding(encoder, tmp_path).encoded(later)
    said = ["The police came at night.", "They left again."]
    assert sorted(asked_of(encoder)) == sorted([*said, "Night", f"Night\n{' '.join(said)}"])


def test_another_encoder_starts_afresh(tmp_path: Path) -> None:
    Encoding(SenseEncoder("one"), tmp_path).encoded(EDITION)
    other = Encoding(SenseEncoder("two"), tmp_path)
    assert other.opened(EDITION) is None
    assert missing(other, EDITION) == len(set(Texts.of(EDITION.passages).all))


def test_what_was_encoded_before_a_stop_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, batch=2))
    encoder, told = SenseEncoder(), list[tuple[int, int]]()
    with pytest.raises(StoppedError):
        Encoding(encoder, tmp_path).encoded(
            EDITION, lambda done, total: told.append((done, total)), lambda: len(asked_of(encoder)) >= 4
        )
    assert missing(Encoding(encoder, tmp_path), EDITION) == told[-1][1] - 4
    encoder.asked.clear()
    assert Encoding(encoder, tmp_path).encoded(EDITION).encoded
    assert len(asked_of(encoder)) == told[-1][1] - 4


def test_a_failing_encoder_is_heard_of(tmp_path: Path) -> None:
    encoder = SenseEncoder()
    encoder.fails = True
    with pytest.raises(EncoderError):
        Encoding(encoder, tmp_path).encoded(EDITION)


@pytest.mark.parametrize("damage", ["cut", "flip", "other", "gone", "folder"])
@pytest.mark.parametrize("suffix", [".npy", ".npz", ".sqlite3"])
def test_damaged_files_are_made_again(tmp_path: Path, damage: str, suffix: str) -> None:
    encoder = SenseEncoder()
    made = Encoding(encoder, tmp_path).encoded(EDITION)
    for path in tmp_path.glob(f"*{suffix}"):
        data = bytearray(path.read_bytes())
        path.unlink()
        match damage:
            case "cut":
                path.write_bytes(data[: len(data) // 2])
            case "flip":
                data[: len(data) // 2] = bytes(255 - byte for byte in data[: len(data) // 2])
                path.write_bytes(data)
            case "other":
                path.write_text("something else")
            case "folder":
                path.mkdir()
            case _:
                pass
    assert alike(Encoding(encoder, tmp_path).encoded(EDITION), made)


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Encoding(SenseEncoder(), tmp_path / "file").encoded(EDITION).encoded


def test_only_the_latest_tables_stay(tmp_path: Path) -> None:
    kept = Encoding(SenseEncoder(), tmp_path)
    for n in range(LIMITS.meaning.tables + 2):
        kept.encoded(Edition.of([article("one", f"The clerk counted {n} boats. He wrote it down.")]))
    assert len(list(tmp_path.glob("*.npz"))) == len(list(tmp_path.glob("*.npy"))) == LIMITS.meaning.tables


def test_no_other_edition_is_taken_for_it(tmp_path: Path) -> None:
    kept = Encoding(SenseEncoder(), tmp_path)
    kept.encoded(EDITION)
    assert kept.opened(replace(EDITION, id="another")) is None


def test_a_broken_file_of_vectors_is_made_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    Encoding(SenseEncoder(), tmp_path).made(EDITION)
    (tmp_path / "texts.sqlite3").write_bytes(b"no database at all" * 1000)
    Encoding(SenseEncoder(), tmp_path).made(EDITION)
    assert "texts.sqlite3 cannot be read and is made anew" in caplog.text
    assert missing(Encoding(SenseEncoder(), tmp_path), EDITION) == 0
