"""What is kept of a page, and as what."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.clean import Cleaned, clean
from bot.core.model import Block, BlockKind, Span


def kinds(source: str, title: str = "", hints: tuple[Block, ...] = ()) -> dict[str, str]:
    cleaned = clean(source, hints, title)
    return {block.span.of(cleaned.text): block.kind.value for block in cleaned.blocks}


def prose(source: str, title: str = "") -> list[str]:
    return [text for text, kind in kinds(source, title).items() if kind == "prose"]


PAGE_LINES = st.sampled_from(
    [
        "",
        "  ",
        "Share",
        "A short heading",
        "The river rose by two metres overnight.",
        "The river rose by two metres overnight.",
        "IMG_2044.jpg",
        "Boats at the quay | Photo: Ann Roe",
        "Why did nobody warn you?",
        "According to the harbour office:",
        "“We were asleep,” she said.[3] Read more",
        "https://example.org/river",
        "\u200b\u202a\x07",
        "[2] The gauge stands below the bridge.",
    ]
)
PAGES = st.one_of(st.text(), st.lists(PAGE_LINES).map("\n".join))


def assert_sound(source: str, cleaned: Cleaned) -> None:
    rest = iter(source)
    assert all(char in rest for char in cleaned.text), "a clean text is a subsequence of its source"
    kept = list(source)
    for span in reversed(cleaned.removed):
        del kept[span.start : span.end]
    assert "".join(kept) == cleaned.text
    covered = list(cleaned.text)
    for block in reversed(cleaned.blocks):
        assert block.span.of(cleaned.text) == block.span.of(cleaned.text).strip()
        covered[block.span.start : block.span.end] = ""
    assert not "".join(covered).strip(), "blocks cover all but white space"


@given(PAGES)
def test_every_clean_text_is_its_source_with_deletions_and_its_blocks_cover_it(source: str) -> None:
    assert_sound(source, clean(source))


@given(PAGES, st.data())
def test_every_offset_moves_to_where_its_character_went(source: str, data: st.DataObject) -> None:
    cleaned = clean(source)
    offset = data.draw(st.integers(0, len(source)))
    kept_before = sum(max(0, min(s.end, offset) - s.start) for s in cleaned.removed)
    assert cleaned.offset(offset) == offset - kept_before


def test_a_hinted_heading_is_a_heading_whatever_it_looks_like() -> None:
    source = "What the flood left behind in the lower town is still being counted.\n\nNobody knows the sum."
    hint = Block(Span(0, source.index("\n")), BlockKind.HEADING)
    assert list(kinds(source, hints=(hint,)).values()) == ["heading", "prose"]


def test_an_empty_source_gives_an_empty_text() -> None:
    assert clean("").text == ""
    assert clean(" \n\n \u200b").blocks == ()
