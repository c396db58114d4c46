"""What comes from a chat becomes a file with a header, under a name that leads nowhere else."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.core.nouns import Article
from bot.library.corpus.contribution import (
    contribution,
    contributions,
    correct,
    parse_corrections,
    post,
    remove,
    safe_stem,
    write_articles,
)
from bot.library.corpus.folder import read_folder
from bot.library.parsing.header import Header
from tests.folders import WEIR

PAGE = f"<html><head><title>The weir</title></head><body><article><p>{WEIR}</p></article></body></html>"


def only_article(corpus: Path) -> Article:
    folder = read_folder(corpus)
    assert folder.problems == ()
    (article,) = folder.articles
    return article


def zipped(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_dot_", "."), content)
    return stream.getvalue()


def test_a_text_gets_its_header_in_front(tmp_path: Path) -> None:
    given = contribution("Weir Notes.TXT", f"---\npublisher: Mill Post\n---\n{WEIR}".encode())
    name = write_articles(
        tmp_path, [given.corrected(Header(title="The weir: a story", published=date(2031, 5, 6)))]
    )[0]
    assert name == "weir-notes.txt"
    article = only_article(tmp_path)
    assert (article.title, article.publisher, article.published) == (
        "The weir: a story",
        "Mill Post",
        date(2031, 5, 6),
    )
    assert article.text == WEIR


def test_any_other_format_gets_it_beside(tmp_path: Path) -> None:
    write_articles(
        tmp_path, [contribution("weir.html", PAGE.encode(), Header(url="https://mill.example/weir"))]
    )
    assert (tmp_path / "weir.html").read_text() == PAGE
    assert (tmp_path / "weir.yaml").read_text() == "url: https://mill.example/weir\n"
    assert only_article(tmp_path).url == "https://mill.example/weir"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "weir.pdf").write_bytes(b"x")
    given = contribution("weir.md", WEIR.encode())
    assert write_articles(tmp_path, [given, given]) == ["weir-2.md", "weir-3.md"]


def test_files_that_are_not_read_are_refused() -> None:
    with pytest.raises(ArticleError, match=r"'\.exe' are not read"):
        contribution("weir.exe", b"MZ")


def test_a_zip_gives_its_files_with_the_headers_beside_them() -> None:
    data = zipped(weir_dot_html=PAGE, weir_dot_yaml="title: Mine\n", a_dot_bin="x", b_dot_md=WEIR)
    found, problems = contributions("all.ZIP", data)
    assert [(c.name, c.beside.title) for c in found] == [("weir.html", "Mine"), ("b.md", "")]
    assert [problem.file for problem in problems] == ["a.bin"]
    assert contributions("broken.zip", b"PK")[1][0].file == "broken.zip"


def test_a_post_is_named_after_its_title_or_its_first_words(tmp_path: Path) -> None:
    assert post(WEIR, Header(title="Flood!")).name == "flood.md"
    assert write_articles(tmp_path, [post(WEIR, Header(publisher="Mill Post"))])[0].startswith(
        "the-weir-below-tessel-mill"
    )
    assert only_article(tmp_path).publisher == "Mill Post"


def test_corrections_need_no_quotes() -> None:
    header = parse_corrections("Title: The weir: a story\n\ndate: 2031-05-06\n")
    assert (header.title, header.published) == ("The weir: a story", date(2031, 5, 6))


@pytest.mark.parametrize(
    "text", ["", "colour: red", "title", "title:", "date: yesterday", "url: javascript:x"]
)
def test_corrections_that_cannot_be_followed_say_why(text: str) -> None:
    with pytest.raises(ArticleError, match=r"title|published|url"):
        parse_corrections(text)


def test_an_article_is_corrected_where_its_header_is(tmp_path: Path) -> None:
    fields = Header(title="The weir")
    (tmp_path / "a.md").write_text(f"---\npublisher: Mill Post\n---\n\n{WEIR}\n")
    correct(tmp_path, only_article(tmp_path), fields)
    assert (tmp_path / "a.md").read_text() == f"---\ntitle: The weir\npublisher: Mill Post\n---\n\n{WEIR}\n"
    (tmp_path / "a.md").unlink()
    (tmp_path / "b.html").write_text(PAGE)
    correct(tmp_path, only_article(tmp_path), Header(publisher="Mill Post"))
    correct(tmp_path, only_article(tmp_path), fields)
    assert (tmp_path / "b.yaml").read_text() == "title: The weir\npublisher: Mill Post\n"


def test_one_article_of_many_is_not_corrected(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(f'{{"id": "w", "text": "{WEIR}"}}\n')
    with pytest.raises(ArticleError, match="many articles"):
        correct(tmp_path, only_article(tmp_path), Header(title="The weir"))


def test_a_file_is_removed_with_its_header(tmp_path: Path) -> None:
    write_articles(tmp_path, [contribution("weir.html", PAGE.encode(), Header(title="x"))])
    remove(tmp_path, "weir.html")
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=400))
def test_every_name_is_safe(text: str) -> None:
    stem = safe_stem(text)
    assert 0 < len(stem.encode()) <= 205
    assert not set(stem) & set('/\\.:*?"<>|\0\n ')
    assert stem == stem.strip("-")
