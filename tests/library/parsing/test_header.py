from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.errors import ArticleError
from bot.core.nouns import SOURCE_FIELDS
from bot.library.parsing.front_matter import read_front_matter
from bot.library.parsing.header import BasedOn, Header, merge_headers


def parse_header(text: str) -> Header:
    return read_front_matter(text).header


LINES = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)
HEADERS = st.builds(
    Header,
    title=LINES,
    author=LINES,
    publisher=LINES,
    tags=LINES,
    published=st.none() | st.dates(),
    modified=st.none() | st.dates(),
    url=st.sampled_from(["", "https://lantern.example/a?b=c#d", "http://мост.example/путь"]),
    language=st.sampled_from(["", "en", "kk"]),
    based_on=st.none() | st.builds(BasedOn, title=LINES, publisher=LINES),
)


@given(HEADERS)
def test_every_header_survives_being_written_and_read(header: Header) -> None:
    assert parse_header(header.to_yaml()) == header


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("title:url-[]{} \n2")))
def test_every_text_is_a_header_or_is_refused(text: str) -> None:
    with suppress(ArticleError):
        assert isinstance(parse_header(text), Header)


def test_a_full_header_is_read() -> None:
    header = parse_header(
        "title: 2022\n"
        "url: https://lantern.example/bridge\n"
        "publisher: The Lantern\n"
        "author: [Mira Oldfield, Tomas Arle]\n"
        "published: 2021-5-04\n"
        "modified: 2021-06-01T10:00:00+02:00\n"
        "language: en-GB\n"
        "based_on:\n  title: The audit of the bridge\n  publisher: Audit office\n"
    )
    assert header.title == "2022"
    assert header.author == "Mira Oldfield, Tomas Arle"
    assert (header.published, header.modified) == (date(2021, 5, 4), date(2021, 6, 1))
    assert header.language == "en"
    assert header.based_on == BasedOn(title="The audit of the bridge", publisher="Audit office")


@pytest.mark.parametrize("text", ["", "title:\npublished: ~\nbased_on:\n", "# nothing known\n"])
def test_missing_metadata_is_no_error(text: str) -> None:
    assert parse_header(text) == Header()


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("title: a\npublished: 2021-02-30\n", 2, "no day '2021-02-30'"),
        ("published: 5/6/2022\n", 1, "YYYY-MM-DD"),
        ("published: 2022\n", 1, "YYYY-MM-DD"),
        ("modified: [2022-01-01]\n", 1, "modified"),
        ("title: [a, b]\n", 1, "title: expected one text"),
        ("url: lantern.example\n", 1, "http:// or https://"),
        ("url: javascript:alert(1)\n", 1, "http:// or https://"),
        ("url: https://user:secret@lantern.example\n", 1, "not a web address"),
        ("url: 'http://[::1'\n", 1, "not a web address"),
        ("url: https://lantern.example:99999/\n", 1, "not a web address"),
        ("language: kz\n", 1, "'kz' is not a language"),
        ("language: English\n", 1, "ISO 639-1"),
        ("title: a\nbased_on:\n  publisher: b\n", 2, "based_on.title: is missing"),
        ("based_on:\n  title: a\n  link: b\n", 3, "unknown key; known are title, publisher, url"),
        ("based_on: a report\n", 1, "expected title, publisher, url below it"),
        (f"title: {'a' * 1001}\n", 1, "longer than 1,000"),
    ],
)
def test_a_bad_value_is_refused_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse_header(text)
    assert part in caught.value.reason
    assert caught.value.line == line


def test_all_problems_of_a_header_are_told_at_once() -> None:
    with pytest.raises(ArticleError) as caught:
        parse_header("title: a\nurl: red\npublished: soon\n")
    assert caught.value.line == 2
    assert "url: 'red' is not a web address" in caught.value.reason
    assert "line 3: published: 'soon' is not a date" in caught.value.reason


def test_a_title_stands_on_one_line_without_signs_that_turn_the_text() -> None:
    assert parse_header('title: "a\\u202e  b\\n c\\u0007"\n').title == "a b c"


def test_two_headers_add_up_unless_they_contradict() -> None:
    inside, beside = Header(title="a", language="en"), Header(title="a", publisher="b")
    assert merge_headers(inside, beside) == Header(title="a", language="en", publisher="b")
    with pytest.raises(ArticleError, match="differ in title"):
        merge_headers(inside, Header(title="c"))


def test_a_header_can_say_everything_that_is_known_of_an_article() -> None:
    assert set(SOURCE_FIELDS) <= set(Header.model_fields)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("retracted: true", "true"),
        ("retracted: Yes", "true"),
        ("retracted: no", ""),
        ("retracted: the readings were invented", "the readings were invented"),
        ("retracted: 4 March 2021", "2021-03-04"),
        ("retracted: 2021-03-04", "2021-03-04"),
    ],
)
def test_an_article_is_marked_with_a_reason_a_day_or_nothing_more(text: str, mark: str) -> None:
    assert parse_header(f"{text}\n") == Header(retracted=mark)
    corrected = parse_header(f"{text}\n".replace("retracted", "corrected"))
    assert corrected == Header(corrected=mark)
    assert parse_header(corrected.to_yaml()) == corrected
