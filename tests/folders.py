"""A small folder of articles, and the shelf that it is served from."""

from pathlib import Path

from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf

KILN = "The kiln at Orrin Bank was fired for nine days. Its bricks went to the lighthouse."
WEIR = "The weir below Tessel Mill broke in the spring flood. The miller moved his wheel upstream."
KILN_QUESTION = "How long was the kiln at Orrin Bank fired?"


def folder_of(root: Path, **articles: str) -> Path:
    """Make a folder below ``root`` with a Markdown file for each article."""
    folder = root / "corpus"
    folder.mkdir()
    for name, text in articles.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def shelf_of(corpus: Path) -> Shelf:
    """Return a folder's shelf as it stands after a start, with what it kept beside the folder."""
    return Shelf(corpus, Editions(corpus.parent / "editions"))
