"""What did not change is not read again, and the edition is the one that is made from nothing."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.index.background import NO_BACKGROUND
from bot.core.index.edition import Edition
from bot.library.corpus.folder import Folder, read_folder
from bot.library.editions.remembered import Memory
from bot.library.editions.written import written

TEXTS = [
    f"The {thing} of Tarn burnt down in {month}. Nobody was hurt, said Edda Quill."
    for thing in ("mill", "ferry", "kiosk")
    for month in ("April", "May")
]
REFUSED = "Menu"

Row = tuple[int, str, str]
rows = st.lists(
    st.tuples(
        st.integers(0, 3), st.sampled_from(["", "The fire", "Fire!"]), st.sampled_from([*TEXTS, REFUSED])
    ),
    min_size=1,
    max_size=6,
)
synonyms = st.sampled_from(["", "Tarn: [Old Tarn]\n", "Tarn: [New Tarn]\n"])
folders = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(["a.jsonl", "b.jsonl"]), rows, min_size=1), synonyms),
    min_size=2,
    max_size=4,
)


def write(corpus: Path, files: dict[str, list[Row]], words: str) -> None:
    for path in corpus.iterdir():
        path.unlink()
    for name, held in files.items():
        lines = [json.dumps({"id": str(key), "title": title, "text": text}) for key, title, text in held]
        (corpus / name).write_text("\n".join(lines))
    if words:
        (corpus / "synonyms.yaml").write_text(words)


def alike(one: Edition, other: Edition) -> bool:
    mine, theirs = written(one), written(other)
    return list(mine) == list(theirs) and all(equal(mine[name], theirs[name]) for name in mine)


def equal(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> bool:
    return one.dtype == other.dtype and np.array_equal(one, other)


def edition_of(folder: Folder, previous: Edition | None = None) -> Edition:
    return Edition.of(folder.articles, folder.synonyms, previous)


@given(folders)
@settings(max_examples=60, deadline=None)
def test_every_reload_makes_the_edition_that_is_made_from_nothing(
    states: list[tuple[dict[str, list[Row]], str]],
) -> None:
    with TemporaryDirectory() as root:
        corpus = Path(root, "articles")
        corpus.mkdir()
        memory = Memory(Path(root, "kept"), worth=0, settled=0)
        folder, edition = None, None
        for files, words in states:
            write(corpus, files, words)
            folder = read_folder(corpus, folder)
            edition = edition_of(folder, edition)
            fresh = read_folder(corpus)
            assert (folder.readings, folder.problems) == (fresh.readings, fresh.problems)
            assert folder.digest == fresh.digest
            assert alike(edition, edition_of(fresh))
            assert alike(memory.open(corpus, NO_BACKGROUND).edition, edition_of(fresh))


def test_of_a_dump_only_the_rows_that_changed_are_read_again(tmp_path: Path) -> None:
    held = [(key, "", text) for key, text in enumerate([*TEXTS, REFUSED])]
    write(tmp_path, {"a.jsonl": held}, "")
    before = read_folder(tmp_path)
    held[1] = (1, "The fire", TEXTS[1])
    write(tmp_path, {"a.jsonl": [*held[2:], held[1], held[0]]}, "")
    after = read_folder(tmp_path, before)
    kept = [reading.article.id for reading in after.readings if any(reading is r for r in before.readings)]
    assert kept == ["a/2", "a/3", "a/4", "a/5", "a/0"]
