"""What articles said before is read from the editions that are kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.core.nouns import ArticleId
from bot.library.editions import past
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf

FIRST = "The ferry to Sund leaves at nine. It carries forty people."
SECOND = "The ferry to Sund leaves at ten. It carries forty people."
OTHER = "Nobody in Vik owns a boat. They all go by bus."
FERRY = ArticleId("ferry")


class Library:
    """A folder whose editions are kept."""

    def __init__(self, root: Path) -> None:
        self.corpus = root / "corpus"
        self.corpus.mkdir()
        self.editions = Editions(root / "editions")
        self.shelf = Shelf(self.corpus, self.editions)
        self.past = Past(self.editions)

    def serve(self, **files: str | None) -> None:
        """Write or remove files, and let the folder serve."""
        for name, text in files.items():
            path = self.corpus / f"{name}.md"
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")
        self.shelf.put(self.shelf.prepare())

    @property
    def revision(self) -> str:
        """The revision of the ferry's article, now."""
        article = self.shelf.current.article(FERRY)
        assert article
        return article.revision


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def texts(library: Library) -> list[str | None]:
    versions = library.past.versions(FERRY, "ferry.md")
    return [version.article.text if version.article else None for version in versions]


def test_every_change_of_an_article_is_a_version_the_newest_first(library: Library) -> None:
    library.serve(ferry=FIRST)
    library.serve(bus=OTHER)
    library.serve(ferry=SECOND)
    library.serve(ferry=None)
    library.serve(ferry=FIRST)
    assert texts(library) == [FIRST, None, SECOND, FIRST]


def test_another_ending_is_the_same_article(library: Library) -> None:
    library.serve(ferry=FIRST)
    (library.corpus / "ferry.md").unlink()
    (library.corpus / "ferry.txt").write_text(SECOND, "utf-8")
    library.serve()
    versions = library.past.versions(FERRY, "ferry.txt")
    assert [version.article.text for version in versions if version.article] == [SECOND, FIRST]


def test_a_text_is_found_by_its_revision_as_long_as_an_edition_has_it(library: Library) -> None:
    library.serve(ferry=FIRST, bus=OTHER)
    first = library.revision
    library.serve(ferry=SECOND)
    found = library.past.of_revision(first)
    assert found
    assert (found.id, found.text) == (FERRY, FIRST)
    assert library.past.of_revision("0" * 64) is None
    assert library.past.of_revision(first) == found


def test_a_header_that_changed_beside_it_is_read_anew(library: Library) -> None:
    (library.corpus / "ferry.yaml").write_text("title: Old\n", "utf-8")
    library.serve(ferry=FIRST)
    first = library.revision
    (library.corpus / "ferry.yaml").write_text("title: New\n", "utf-8")
    library.serve(ferry=SECOND)
    found = library.past.of_revision(first)
    assert found
    assert found.title == "Old"


def test_no_more_files_are_looked_at_than_allowed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.serve(ferry=FIRST)
    first = library.revision
    library.serve(ferry=SECOND)
    none = replace(LIMITS, editions=replace(LIMITS.editions, past_files=0))
    monkeypatch.setattr(past, "LIMITS", none)
    assert library.past.of_revision(first) is None


def test_nothing_is_kept_yet(library: Library) -> None:
    assert library.past.of_revision("0" * 64) is None
    assert texts(library) == []
