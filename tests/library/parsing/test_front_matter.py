from datetime import date

import pytest

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.library.formats.registry import parse_file
from bot.library.parsing.front_matter import other_entries, read_front_matter, split_front_matter
from bot.library.parsing.header import Header


def test_front_matter_is_split_from_the_text() -> None:
    assert split_front_matter("---\ntitle: a\n---\nText.\n") == ("---\ntitle: a\n", "Text.\n")
    assert split_front_matter("---\ntitle: a\n...\nText.") == ("---\ntitle: a\n", "Text.")
    assert split_front_matter("---\ntitle: a\n---") == ("---\ntitle: a\n", "")


def test_the_lines_of_front_matter_are_the_lines_of_the_file() -> None:
    front_matter, _ = split_front_matter("---\ntitle: a\nlanguage: red\n---\nText.\n")
    with pytest.raises(ArticleError) as caught:
        read_front_matter(front_matter)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    "text", ["", "Text.", "---\n\nText.\n\n---\n", "----\na: b\n", "Text.\n---\na: b\n---\n"]
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    assert split_front_matter(text) == ("", text)


def test_front_matter_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ArticleError, match="not closed") as caught:
        split_front_matter("---\ntitle: a\n\nText.\n")
    assert caught.value.line == 1


def test_what_other_tools_call_it_is_read() -> None:
    found = read_front_matter(
        "layout: post\n"
        "Title: The pier\n"
        "date: 2021-03-04 10:00:00 +0100\n"
        "lastmod: March 9, 2021\n"
        "authors:\n  - name: Edda Quill\n    url: https://a.example\n  - Tam Reed\n"
        "lang: en-GB\n"
        "source: https://pier.example/open\n"
        "tags: [a, b]\n"
        "menu: {main: {params: {weight: {of: 1}}}}\n"
    )
    assert found.header == Header(
        title="The pier",
        published=date(2021, 3, 4),
        modified=date(2021, 3, 9),
        author="Edda Quill, Tam Reed",
        language="en",
        url="https://pier.example/open",
        tags="a, b",
    )
    assert [str(remark.sentence) for remark in found.remarks] == [
        "keys that are of no use here: layout, menu"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "date: soon\n",
        "date: 2021\n",
        "date: 2021-02-30\n",
        "lastmod: [2021-01-01]\n",
        "lang: English\n",
    ],
)
def test_what_other_tools_wrote_is_passed_over_where_it_cannot_be_right(text: str) -> None:
    found = read_front_matter(f"title: a\n{text}")
    assert found.header == Header(title="a")
    assert [remark.line for remark in found.remarks] == [2]


@pytest.mark.parametrize("text", ["tags: sea, ice\n", "tags:\n  - sea\n  - ice\n", "keywords: [sea, ice]\n"])
def test_tags_are_a_list_or_one_text(text: str) -> None:
    assert read_front_matter(text).header == Header(tags="sea, ice")


@pytest.mark.parametrize("text", ["tags: {sea: 2}\n", "tags: [[sea]]\n", f"tags: {'sea, ' * 300}\n"])
def test_tags_that_cannot_be_right_refuse_no_article(text: str) -> None:
    assert read_front_matter(text).header == Header()


@pytest.mark.parametrize(
    "text", ["url: /2021/pier/\n", "source: a diary\n", "author: {email: a@b.example}\n"]
)
def test_a_key_of_ours_that_another_tool_uses_otherwise_is_no_refusal(text: str) -> None:
    assert read_front_matter(text).header == Header()


def test_a_slip_in_a_key_is_pointed_out() -> None:
    (near, unused) = read_front_matter("titel: a\nsubtitle: b\n").remarks
    assert (str(near.sentence), near.line) == ("titel: unknown key; did you mean 'title'?", 1)
    assert str(unused.sentence) == "keys that are of no use here: titel, subtitle"


@pytest.mark.parametrize(
    "text", ["draft: true", "published: false", "publish: no", "status: Draft", "private: yes"]
)
def test_a_draft_is_never_read(text: str) -> None:
    parsed = parse_file("a.md", f"---\ntitle: a\n{text}\n---\nThe pier is closed.\n".encode())
    assert not parsed.readings
    assert not parsed.problems
    assert [remark.reason for remark in parsed.remarks] == ["it is marked as a draft and is not read"]


def test_what_is_published_is_no_draft() -> None:
    parsed = parse_file(
        "a.md", b"---\npublished: true\ndraft: false\nstatus: published\n---\nThe pier is closed.\n"
    )
    assert [reading.article.published for reading in parsed.readings] == [None]


TOML = """+++
title = "The inn of Vell"
date = 2021-03-04T09:00:00Z
draft = false
authors = ["Edda Quill", "Tam Reed"]
[params]
  colour = "red"
+++
The inn has twelve rooms.
"""


def test_toml_between_plus_signs_is_a_header() -> None:
    front_matter, text = split_front_matter(TOML)
    found = read_front_matter(front_matter)
    assert text == "The inn has twelve rooms.\n"
    assert found.header == Header(
        title="The inn of Vell", published=date(2021, 3, 4), author="Edda Quill, Tam Reed"
    )
    assert [str(remark.sentence) for remark in found.remarks] == ["keys that are of no use here: params"]


def test_toml_has_the_lines_of_the_file() -> None:
    front_matter, _ = split_front_matter('+++\ntitle = "a"\nlanguage = "red"\n+++\nText.\n')
    with pytest.raises(ArticleError) as caught:
        read_front_matter(front_matter)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "+++\ntitle = \n+++\nText.\n",
        "+++\na = " + "[" * 20_000 + "\n+++\nText.\n",
        "+++\na = " + "b" * LIMITS.files.toml + "\n+++\nText.\n",
    ],
)
def test_broken_or_endless_toml_is_refused(text: str) -> None:
    with pytest.raises(ArticleError):
        split_front_matter(text)


def test_a_title_block_of_pandoc_is_a_header() -> None:
    front_matter, text = split_front_matter(
        "% The inn: a history\n% Edda Quill\n% 4 March 2021\n\nIt burned.\n"
    )
    assert text.strip() == "It burned."
    assert read_front_matter(front_matter).header == Header(
        title="The inn: a history", author="Edda Quill", published=date(2021, 3, 4)
    )


def test_lines_of_keys_up_to_a_blank_one_are_a_header() -> None:
    front_matter, text = split_front_matter(
        "Title: The inn: a history\nDate: 2021-03-04 10:20\nSlug: inn\n\nIt burned.\n"
    )
    assert text.strip() == "It burned."
    assert read_front_matter(front_matter).header == Header(
        title="The inn: a history", published=date(2021, 3, 4)
    )


@pytest.mark.parametrize(
    "text", ["Title: alone\n\nText.\n", "Title: a\nIt burned down.\n\nText.\n", "% of all\nit burned.\n"]
)
def test_lines_that_may_be_text_stay_text(text: str) -> None:
    assert split_front_matter(text) == ("", text)


def test_a_correction_keeps_the_keys_of_other_tools() -> None:
    front_matter, _ = split_front_matter("---\ntitle: a\ntags:\n  - coast\nlayout: post # wide\n---\nText.\n")
    assert other_entries(front_matter, Header(title="b")) == "tags:\n  - coast\nlayout: post # wide\n"
