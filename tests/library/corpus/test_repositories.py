"""What a Git repository holds is listed and fetched as pages are; of what is packed nobody is trusted."""

import io
import stat
from collections.abc import Mapping

import pytest
from dulwich.object_format import DEFAULT_OBJECT_FORMAT
from dulwich.objects import Blob, Commit, ShaFile, Tree
from dulwich.pack import write_pack_objects

from bot.basics.errors import ArticleError
from bot.library.corpus.afar.listing_pages import pages_listed
from bot.library.corpus.afar.politeness import Polite
from bot.library.parsing.archive import unpack
from tests.library.corpus.sites import Clock, WebSite

PLACE = "http://mill.example/bank/mill.git"
WEIR, MILL = b"The weir below Tessel Mill broke. It was mended in June.", b"Nobody grinds at Tessel Mill."
FILES = {
    "README.md": b"Hello to all of you.",
    "docs/weir.md": WEIR,
    "docs/a/mill \xc3\xa4.txt".encode("latin-1").decode(): MILL,
}


@pytest.fixture
def site() -> WebSite:
    return WebSite(Clock())


def commit_of(files: Mapping[str, bytes], mode: int = stat.S_IFREG | 0o644) -> list[ShaFile]:
    """A commit with these files, first, and all that it holds."""
    made: list[ShaFile] = []

    def tree_of(inside: Mapping[str, bytes]) -> Tree:
        tree, folders = Tree(), dict[str, dict[str, bytes]]()
        for path, content in inside.items():
            folder, _, rest = path.partition("/")
            if rest:
                folders.setdefault(folder, {})[rest] = content
                continue
            blob = Blob.from_string(content)
            made.append(blob)
            tree.add(path.encode(), mode, blob.id)
        for name, content_of in folders.items():
            tree.add(name.encode(), stat.S_IFDIR, tree_of(content_of).id)
        made.append(tree)
        return tree

    return [committed(tree_of(files)), *made]


def committed(tree: Tree) -> Commit:
    commit = Commit()
    commit.tree = tree.id
    commit.author = commit.committer = b"Aya <aya@mill.example>"
    commit.author_time = commit.commit_time = 1
    commit.author_timezone = commit.commit_timezone = 0
    commit.message = b"all"
    return commit


def packed(objects: list[ShaFile]) -> bytes:
    stream = io.BytesIO()
    write_pack_objects(stream, [(one, None) for one in objects], DEFAULT_OBJECT_FORMAT)
    return stream.getvalue()


def serve_repository(site: WebSite, files: Mapping[str, bytes]) -> None:
    """Let the site have a repository with these files."""
    objects = commit_of(files)
    newest = b"%s HEAD\0shallow filter agent=x\n" % objects[0].id
    site.pages["/bank/mill.git/info/refs?service=git-upload-pack"] = (
        b"001e# service\n0000%04x" % len(newest) + newest
    )
    site.pages["/bank/mill.git/git-upload-pack"] = b"0008NAK\n" + packed(objects)


async def test_the_documents_of_its_folder_are_listed_and_nothing_where_it_is_the_same(
    site: WebSite, polite: Polite
) -> None:
    serve_repository(site, FILES)
    listing = await pages_listed(PLACE, polite)
    urls = [page.url for page in listing.pages or ()]
    assert urls == [f"{PLACE}#docs/a/mill%20%C3%A4.txt", f"{PLACE}#docs/weir.md"]
    assert (await pages_listed(PLACE, polite, listing.validators)).pages is None
    assert [page.title for page in (await pages_listed(f"{PLACE}#docs/a", polite)).pages or ()] == [
        "docs/a/mill ä.txt"
    ]
    assert site.times("/bank/mill.git/git-upload-pack") == 1


async def test_one_of_its_files_is_a_page(site: WebSite, polite: Polite) -> None:
    serve_repository(site, FILES)
    given = await polite.page(f"{PLACE}#docs/weir.md")
    (reading,) = given.parsed.readings
    assert given.name == "weir.md"
    assert (reading.article.text, reading.article.url) == (WEIR.decode(), f"{PLACE}#docs/weir.md")
    assert (await polite.get(f"{PLACE}#docs/none.md")).status == 404


async def test_nothing_of_the_own_network_is_asked() -> None:
    with pytest.raises(ArticleError, match="not on the public"):
        await pages_listed("http://127.0.0.1:8080/bank/mill.git", Polite())


@pytest.mark.parametrize("harm", [slice(None, -1), slice(None, 40), slice(0, 4)])
def test_a_pack_that_is_not_whole_is_refused(harm: slice) -> None:
    with pytest.raises(ArticleError):
        unpack(packed(commit_of(FILES))[harm])


def test_links_and_hidden_files_are_passed_over() -> None:
    assert unpack(packed(commit_of({"weir.md": b"/etc/passwd"}, stat.S_IFLNK))) == ()
    assert unpack(packed(commit_of({".hidden/weir.md": WEIR, "weir.md": WEIR}))) == (("weir.md", WEIR),)


def test_what_was_left_out_of_a_pack_is_passed_over() -> None:
    objects = commit_of({"weir.md": WEIR, "large.md": b"Large."})
    assert unpack(packed([one for one in objects if one.as_raw_string() != b"Large."])) == (
        ("weir.md", WEIR),
    )


def test_folders_that_stand_in_each_other_without_end_are_refused() -> None:
    blob, tree = Blob.from_string(WEIR), Tree()
    tree.add(b"weir.md", stat.S_IFREG, blob.id)
    objects: list[ShaFile] = [blob, tree]
    for _ in range(16):
        outer = Tree()
        outer.add(b"a", stat.S_IFDIR, tree.id)
        outer.add(b"b", stat.S_IFDIR, tree.id)
        objects.append(outer)
        tree = outer
    with pytest.raises(ArticleError, match="parts"):
        unpack(packed([committed(tree), *objects]))
