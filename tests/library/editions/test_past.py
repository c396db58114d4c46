"""What articles said before is read from the editions that are kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.basics.limits import LIMITS
from bot.core.index.edition import Edition, ReadArticle
from bot.core.nouns import ArticleId, Passage, Span
from bot.core.proving.fate import Became, Fate
from bot.library.editions import kept, past
from bot.library.editions.flat import open_flat, write_flat
from bot.library.editions.kept import Editions
from bot.library.editions.past import Past
from bot.library.editions.shelf import Shelf
from bot.library.editions.written import written
from tests.core.texts import article

FIRST = "The ferry to Sund leaves at nine. It carries forty people."
SECOND = "The ferry to Sund leaves at ten. It carries forty people."
SENTENCE = "The ferry to Sund leaves at nine."
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


def whole(library: Library, revision: str, text: str = FIRST) -> Fate | None:
    """What has become of the first sentence of a text of that revision."""
    span = Span(0, text.index(".") + 1)
    return library.past.fate(revision, span, library.shelf.current, FERRY)


def test_a_quote_is_proven_by_its_revision_as_long_as_an_edition_has_it(library: Library) -> None:
    library.serve(ferry=FIRST, bus=OTHER)
    first = library.revision
    library.serve(ferry=SECOND)
    found = whole(library, first)
    assert found
    assert found.became is Became.REWORDED
    assert (found.then.quote.article.id, found.then.quote.text) == (FERRY, SENTENCE)
    assert whole(library, "0" * 64) is None
    assert library.past.fate(first, Span(1, 9), library.shelf.current, FERRY) is None


def test_a_header_that_changed_beside_it_is_as_it_was(library: Library) -> None:
    (library.corpus / "ferry.yaml").write_text("title: Old\n", "utf-8")
    library.serve(ferry=FIRST)
    first = library.revision
    (library.corpus / "ferry.yaml").write_text("title: New\n", "utf-8")
    library.serve(ferry=SECOND)
    found = whole(library, first)
    assert found
    assert found.then.quote.citation.title == "Old"


def without_what_was_left(library: Library) -> None:
    """Make it as editions were kept by versions that left nothing."""
    for one in library.editions.all():
        one.left.unlink(missing_ok=True)


def test_the_files_of_an_edition_that_left_nothing_are_read_anew(library: Library) -> None:
    library.serve(ferry=FIRST)
    first = library.revision
    library.serve(ferry=SECOND)
    without_what_was_left(library)
    found = whole(library, first)
    assert found
    assert found.then.quote.text == SENTENCE


def test_no_more_files_are_looked_at_than_allowed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.serve(ferry=FIRST)
    first = library.revision
    library.serve(ferry=SECOND)
    without_what_was_left(library)
    none = replace(LIMITS, editions=replace(LIMITS.editions, past_files=0))
    monkeypatch.setattr(past, "LIMITS", none)
    assert whole(library, first) is None


def read_by_another_program(library: Library, reading: ReadArticle) -> None:
    """Lay the newest edition out as a program would that had read its article so."""
    [newest, *_] = library.editions.all()
    flat = open_flat(newest.flat)
    before = written(Edition.as_read(reading))
    write_flat(newest.flat, {**flat.facts, "program": "another"}, {**flat.arrays, **before})
    library.shelf = Shelf(library.corpus, library.editions)
    assert library.shelf.open()


@pytest.mark.parametrize("times", [1, 2])
def test_a_quote_is_proven_as_it_was_read_when_another_program_reads_the_same_file(
    library: Library, times: int
) -> None:
    library.serve(ferry=FIRST)
    old = article("ferry", "The ferry leaves at 9.1 It carries forty people.")
    for _ in range(times):
        read_by_another_program(library, Edition.of([old]).entries[old.id])
    span = Span(0, len(old.text))
    found = library.past.fate(old.revision, span, library.shelf.current, FERRY)
    assert found
    assert (found.became, found.then.quote.text) == (Became.REREAD, old.text)
    assert found.now is None or found.now.quote.article.text == FIRST
    library.serve(ferry=SECOND)
    found = library.past.fate(old.revision, span, library.shelf.current, FERRY)
    assert found
    assert found.became is not Became.REREAD  # the file has changed, too
    assert found.then.quote.text == old.text


def test_a_quote_is_proven_as_it_was_cut_when_the_same_text_is_cut_otherwise(library: Library) -> None:
    library.serve(ferry=FIRST)
    [entry] = library.shelf.current.entries.values()
    span = Span(0, len(FIRST))
    read_by_another_program(library, ReadArticle(entry.article, (Passage(entry.article, span, (span,)),)))
    assert library.shelf.current.passages[0].sentences != (span,)
    in_the_middle = Span(4, 20)
    assert library.past.fate(library.revision, in_the_middle, library.shelf.current, FERRY) is None
    found = library.past.fate(library.revision, span, library.shelf.current, FERRY)
    assert found
    assert found.then.quote.text == FIRST


def test_what_an_edition_left_in_another_form_is_passed_over(library: Library) -> None:
    library.serve(ferry=FIRST)
    first = library.revision
    library.serve(ferry=SECOND)
    left = library.editions.all()[1].left
    left.write_bytes(f"{first} {{}}\n{first} not\n".encode() + left.read_bytes())
    assert whole(library, first)


def test_what_an_edition_leaves_later_is_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    none = replace(LIMITS, editions=replace(LIMITS.editions, past_files=0))
    monkeypatch.setattr(past, "LIMITS", none)
    library.serve(ferry=FIRST)
    first = library.revision
    library.serve(ferry=SECOND)
    left = library.editions.all()[1].left
    whole_line = left.read_bytes()
    left.write_bytes(b"other {}\n")
    assert whole(library, first) is None
    left.write_bytes(b"other {}\n" + whole_line)
    assert whole(library, first)


def test_an_edition_leaves_no_more_than_it_may(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.serve(ferry=FIRST, bus=OTHER)
    small = replace(LIMITS, editions=replace(LIMITS.editions, left=100))
    monkeypatch.setattr(kept, "LIMITS", small)
    library.serve(ferry=SECOND)
    assert not library.editions.all()[1].left.exists()


def test_an_edition_leaves_only_what_has_changed(library: Library) -> None:
    library.serve(ferry=FIRST, bus=OTHER)
    first = library.revision
    library.serve(ferry=SECOND)
    lines = library.editions.all()[1].left.read_text().splitlines()
    assert [line.split(" ")[0] for line in lines] == [first]


def test_nothing_is_kept_yet(library: Library) -> None:
    assert whole(library, "0" * 64) is None
    assert texts(library) == []
