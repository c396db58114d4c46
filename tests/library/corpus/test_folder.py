import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import CorpusError
from bot.library.corpus.folder import Folder, read_folder

PROSE = "The ferry to Skerry Point sank on a calm morning, and nobody on the shore could say why."


def reasons(folder: Folder) -> dict[str, str]:
    return {problem.file: problem.reason for problem in folder.problems}


def ids(folder: Folder) -> list[str]:
    return [article.id for article in folder.articles]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "sea").mkdir()
    for name in ("b.md", "a.txt", "sea/c.md"):
        (tmp_path / name).write_text(PROSE)
    folder = read_folder(tmp_path)
    assert ids(folder) == ["a", "b", "sea/c"]
    assert folder.problems == ()


def test_all_problems_are_told_at_once_and_all_other_articles_load(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(PROSE)
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "header.md").write_text(f"---\nlanguage: red\n---\n{PROSE}")
    (tmp_path / "letter.doc").write_text("x")
    (tmp_path / "lonely.yaml").write_text("title: x")
    (tmp_path / "noending").write_text("x")
    folder = read_folder(tmp_path)
    assert ids(folder) == ["good"]
    assert list(reasons(folder)) == ["empty.md", "header.md", "letter.doc", "lonely.yaml", "noending"]


def test_a_header_beside_an_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.yaml").write_text("title: The lost ferry\n")
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "b.yml").write_text("title: x\nlanguage: red\n")
    folder = read_folder(tmp_path)
    assert [article.title for article in folder.articles] == ["The lost ferry"]
    [problem] = folder.problems
    assert (problem.file, problem.line) == ("b.yml", 2)
    assert "b.txt is left out" in problem.reason


def test_remarks_on_headers_name_the_file_that_has_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.yaml").write_text("colour: red\n")
    (tmp_path / "b.md").write_text(f"---\nlayout: x\n---\n{PROSE}")
    (tmp_path / "c.txt").write_text(PROSE)
    (tmp_path / "c.yaml").write_text("draft: true\n")
    folder = read_folder(tmp_path)
    assert ids(folder) == ["a", "b"]
    assert folder.problems == ()
    assert [(remark.file, remark.reason) for remark in folder.remarks] == [
        ("a.yaml", "keys that are of no use here: colour"),
        ("b.md", "keys that are of no use here: layout"),
        ("c.yaml", "it is marked as a draft and is not read"),
    ]


def test_what_is_no_article_is_passed_over(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE", ".hidden.md", "draft.md~", "photo.jpg"):
        (tmp_path / name).write_text(PROSE)
    for folder in (".git", "page_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html").write_text(PROSE)
    (tmp_path / "page.html").write_text(f"<h1>The ferry</h1><p>{PROSE}</p>")
    found = read_folder(tmp_path)
    assert ids(found) == ["page"]
    assert found.problems == ()
    assert [(remark.file, "what the folder is" in remark.reason) for remark in found.remarks] == [
        ("README.md", True)
    ]


def test_documents_of_a_repository_are_read_but_for_what_tells_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    for name in ("README.md", "contributing.md", "CHANGELOG.md", "license.txt", "tools/README.md"):
        (tmp_path / name).write_text(f"{PROSE} It stands in {name}.")
    assert sorted(article.file for article in read_folder(tmp_path).articles) == [
        "CHANGELOG.md",
        "contributing.md",
        "license.txt",
        "tools/README.md",
    ]


def test_two_files_with_one_id_keep_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PROSE)
    (tmp_path / "a.txt").write_text(PROSE)
    folder = read_folder(tmp_path)
    assert [article.file for article in folder.articles] == ["a.md"]
    assert "taken by a.md" in reasons(folder)["a.txt"]


def test_links_stay_inside_the_folder(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "secret.md"
    corpus.mkdir()
    outside.write_text(PROSE)
    (corpus / "a.md").write_text(PROSE)
    (corpus / "inside.md").symlink_to("a.md")
    (corpus / "outside.md").symlink_to(outside)
    (corpus / "nowhere.md").symlink_to("missing.md")
    (corpus / "round.md").symlink_to("round.md")
    (corpus / "sea").mkdir()
    (corpus / "lake").symlink_to("sea")
    (corpus / "up").symlink_to(tmp_path)
    folder = read_folder(corpus)
    assert ids(folder) == ["a", "inside"]
    assert "leads out of the folder" in reasons(folder)["outside.md"]
    assert "cannot be read" in reasons(folder)["nowhere.md"]
    assert "links to folders" in reasons(folder)["lake"]
    assert "leads out of the folder" in reasons(folder)["up"]
    assert "round.md" in reasons(folder)


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text(PROSE)
    (tmp_path / "link").symlink_to("corpus")
    assert ids(read_folder(tmp_path / "link")) == ["a"]


def test_pipes_and_sockets_are_refused_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
        folder = read_folder(tmp_path)
    assert list(reasons(folder)) == ["pipe.md", "socket.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can read everything")
def test_what_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PROSE)
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    assert set(reasons(read_folder(tmp_path))) == {"a.md", "closed"}


def test_names_that_cannot_be_shown_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a\nb.md").write_text(PROSE)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")).write_text(PROSE)
    assert set(reasons(read_folder(tmp_path))) == {"a\\nb.md", "caf\\udce9.md"}


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_missing_folder_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(CorpusError, match="--corpus or BOT_CORPUS"):
        read_folder(tmp_path / name)


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert read_folder(tmp_path).articles == ()


def test_only_changed_files_are_parsed_again(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(f"{PROSE} {name[0].upper()} wrote this.")
    (tmp_path / "c.yaml").write_text("title: x\n")
    before = read_folder(tmp_path)
    (tmp_path / "b.md").write_text(PROSE)
    (tmp_path / "c.yaml").write_text("title: y\n")
    after = read_folder(tmp_path, before)
    same = [old is new for old, new in zip(before.readings, after.readings, strict=True)]
    assert same == [True, False, False]
    assert after.readings == read_folder(tmp_path).readings


def test_the_digest_changes_with_every_change_and_only_then(tmp_path: Path) -> None:
    seen = []
    for name, text in (
        ("a.md", PROSE),
        ("a.md", f"{PROSE}\n"),
        ("a.yaml", "title: x"),
        ("synonyms.yaml", "a: b"),
    ):
        (tmp_path / name).write_text(text)
        seen.append(read_folder(tmp_path).digest)
        assert read_folder(tmp_path).digest == seen[-1]
    (tmp_path / "a.md").rename(tmp_path / "a.txt")
    seen.append(read_folder(tmp_path).digest)
    assert len(set(seen)) == len(seen)


def test_synonyms_are_read_and_refused_like_articles(tmp_path: Path) -> None:
    (tmp_path / "synonyms.yaml").write_text("ferry: boat\n")
    assert read_folder(tmp_path).synonyms == {"ferry": ("boat",)}
    (tmp_path / "synonyms.yaml").write_text("ferry: boat\nship:\n")
    folder = read_folder(tmp_path)
    assert folder.synonyms == {}
    assert [(problem.file, problem.line) for problem in folder.problems] == [("synonyms.yaml", 2)]


@given(done=st.integers(min_value=0, max_value=5))
def test_progress_is_told_for_every_file(tmp_path_factory: pytest.TempPathFactory, done: int) -> None:
    root = tmp_path_factory.mktemp("corpus")
    for number in range(done):
        (root / f"{number}.md").write_text(PROSE)
    told: list[tuple[int, int]] = []
    read_folder(root, on_progress=lambda *counts: told.append(counts))
    assert told == [(number, done) for number in range(done + 1)]
