"""What parsers of others do happens in a process that can be ended."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from bot.basics.errors import ArticleError
from bot.basics.limits import LIMITS
from bot.core.nouns import BlockKind
from bot.library.formats.child import ParseOrder, children, parsed_apart, seconds_for, unpacked_apart
from bot.library.formats.registry import parse_file
from bot.library.parsing.draft import Draft, Piece
from bot.library.parsing.header import BasedOn, Header
from tests.library import samples
from tests.library.samples import FIRST


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    children.end_waiting()
    yield
    children.end_waiting()


def waiting() -> int:
    """Return the process number of the only child."""
    [child] = children.waiting
    return child.process.pid


def test_files_of_one_folder_share_a_child() -> None:
    assert parse_file("a.html", samples.html()).readings
    first = waiting()
    assert parse_file("a.pdf", samples.pdf([[FIRST]])).readings
    assert parse_file("a.epub", b"no book").problems
    assert waiting() == first


def test_an_encoding_that_only_its_language_tells_is_read_in_a_child_too() -> None:
    text = "Most nad portem został otwarty we wtorek. Zażółć gęślą jaźń i powiedz burmistrzowi miasta."
    [reading] = parse_file("a.csv", f"text\n{text}\n".encode("cp1250")).readings
    assert text in reading.article.text


def test_texts_need_no_child_unless_they_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    text = samples.markdown()
    monkeypatch.setattr(LIMITS, "children", replace(LIMITS.children, text_here=len(text)))
    here = parse_file("a.md", text).readings
    assert parse_file("a.txt", FIRST.encode()).readings
    assert not children.waiting
    monkeypatch.setattr(LIMITS, "children", replace(LIMITS.children, text_here=len(text) - 1))
    assert parse_file("a.md", text).readings == here
    assert children.waiting


def test_a_child_that_ends_refuses_its_file_and_no_other() -> None:
    found = parsed_apart(".jsonl", samples.jsonl_dump([FIRST * 100] * 100), Header())
    assert isinstance(next(found), Draft)
    children.interrupt()
    with pytest.raises(ArticleError, match="broke"):
        list(found)
    assert parse_file("a.html", samples.html()).readings


def test_a_file_that_is_left_half_read_does_not_reach_the_next_reader() -> None:
    found = parsed_apart(".jsonl", samples.jsonl_dump([FIRST] * 100), Header())
    next(found)
    found.close()
    [reading] = parse_file("a.html", samples.html()).readings
    assert reading.header.title == samples.TITLE


def test_a_child_that_has_ended_while_it_waited_is_replaced() -> None:
    assert parse_file("a.html", samples.html()).readings
    [child] = children.waiting
    child.process.kill()
    child.process.wait()
    assert parse_file("a.html", samples.html()).readings


def test_a_file_that_takes_too_long_is_refused_with_the_time_it_had() -> None:
    page = "<html><body>" + "<p>It rained on the old pier.</p>" * 90_000
    with pytest.raises(ArticleError, match="more than 0 seconds"):
        list(parsed_apart(".html", page.encode(), Header(), seconds=0))


def test_larger_files_may_take_longer() -> None:
    assert seconds_for(0) == 20
    assert seconds_for(20_000_000) == 140


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="the system does not tell")
def test_a_child_knows_no_secret_and_opens_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:secret")
    assert parse_file("a.html", samples.html()).readings
    process = Path(f"/proc/{waiting()}")
    assert b"BOT_TOKEN" not in (process / "environ").read_bytes()
    limits = {
        line[:26].strip(): line[26:].split()[0] for line in (process / "limits").read_text().splitlines()
    }
    assert limits["Max open files"] == str(LIMITS.children.open_files)
    assert limits["Max address space"] == str(LIMITS.children.address_space)
    assert limits["Max file size"] == str(LIMITS.children.written)
    assert os.getpgid(waiting()) != os.getpgid(0)


def test_a_zip_is_unpacked_in_a_child_and_nothing_of_it_is_lost() -> None:
    members = {"a.md": FIRST, "b/long.txt": "x" * 2_500_000, "empty.txt": ""}
    found = dict(unpacked_apart(samples.packed(members)))
    assert found == {name: content.encode() for name, content in members.items()}
    assert waiting()


def test_a_zip_that_is_refused_is_refused_for_the_reason_that_the_child_found() -> None:
    with pytest.raises(ArticleError, match="unpacked elsewhere"):
        unpacked_apart(samples.packed({"../a.txt": FIRST}))
    first = waiting()
    with pytest.raises(ArticleError, match="unpacks to"):
        unpacked_apart(samples.packed({"a.txt": b" " * (LIMITS.files.unpacked + 1)}))
    assert waiting() == first


PIECES = st.builds(Piece, st.text(), st.sampled_from(BlockKind), st.integers(0, 9), st.booleans())


@given(PIECES, st.dates(), st.text("ab é", max_size=9))
def test_every_draft_is_the_same_on_the_other_side(piece: Piece, day: object, title: str) -> None:
    header = Header.model_validate(
        {"title": title, "published": day, "based_on": BasedOn(title="x", url="https://sea.example")}
    )
    draft = Draft((piece, piece), header, "key", 7, (0, 3))
    form = TypeAdapter(Draft)
    assert form.validate_json(form.dump_json(draft)) == draft
    order = ParseOrder(".html", header, 3, 1000)
    assert TypeAdapter(ParseOrder).validate_json(TypeAdapter(ParseOrder).dump_json(order)) == order
