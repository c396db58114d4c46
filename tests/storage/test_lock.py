from pathlib import Path

import pytest

from bot.basics.errors import StorageError
from bot.storage.lock import alone_in


def test_a_second_one_is_refused_also_where_the_lock_file_was_deleted(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        with pytest.raises(StorageError, match="another Quoth"), alone_in(tmp_path):
            pass
        (tmp_path / "serving.lock").unlink()
        with pytest.raises(StorageError, match="another Quoth"), alone_in(tmp_path):
            pass


def test_the_folder_is_free_when_the_first_one_has_ended(tmp_path: Path) -> None:
    with alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass
