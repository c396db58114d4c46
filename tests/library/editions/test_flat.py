"""A file of arrays is what was written, or is told to be something else."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as made

from bot.library.editions.flat import Arrays, open_flat, write_flat

KINDS = st.sampled_from([np.uint8, np.int32, np.int64, np.float32, np.float64])
ARRAYS = st.dictionaries(
    st.text(max_size=5), made.arrays(KINDS, made.array_shapes(min_dims=1, max_dims=2, min_side=0)), max_size=4
)


@given(ARRAYS)
def test_every_array_is_read_as_it_was_written_and_cannot_be_changed(arrays: Arrays) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "file")
        write_flat(file, {"name": "é"}, arrays)
        found = open_flat(file)
        assert (found.facts, found.size) == ({"name": "é"}, file.stat().st_size)
        assert list(found.arrays) == list(arrays)
        for name, array in arrays.items():
            assert found.arrays[name].dtype == array.dtype
            assert np.array_equal(found.arrays[name], array, equal_nan=True)
            assert not array.size or not found.arrays[name].flags.writeable
        assert list(Path(folder).iterdir()) == [file]


@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(1, 255), cut=st.booleans())
def test_every_damage_is_told(place: float, byte: int, cut: bool) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "file")
        write_flat(file, {}, {"one": np.arange(64, dtype=np.uint8)})
        data = bytearray(file.read_bytes())
        at = int(place * len(data))
        data[at] ^= byte
        file.write_bytes(data[:at] if cut else data)
        with pytest.raises(ValueError):  # noqa: PT011 (numpy and mmap tell some of it)
            open_flat(file)


def test_what_is_open_stays_when_it_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_flat(file, {}, {"one": np.zeros(9)})
    old = open_flat(file)
    write_flat(file, {}, {"one": np.ones(9)})
    assert not old.arrays["one"].any()
    assert open_flat(file).arrays["one"].all()


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="file"):
        write_flat(tmp_path / "file", {}, {"one": np.zeros(9)})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
