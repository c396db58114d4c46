"""When a list is quoted as a whole, and how it is shown."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.question import understand
from bot.core.choosing.selection import rank, select
from bot.core.index.edition import Edition
from bot.core.index.engine import Scores
from bot.core.index.vectors.encoder import Matrix
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Span
from bot.core.proving.quote import Quote, prove
from bot.core.proving.showing import parts, text_of
from tests.core.texts import revision_of

HEADING, PROSE, ITEM, HEAD, ROW = (
    BlockKind.HEADING,
    BlockKind.PROSE,
    BlockKind.ITEM,
    BlockKind.HEAD,
    BlockKind.ROW,
)
_Lines = tuple[tuple[BlockKind, str], ...]

PANTRY: _Lines = (
    (HEADING, "Shopping for the feast"),
    (PROSE, "The cook of Tarn buys the following things:"),
    (ITEM, "two sacks of flour"),
    (ITEM, "a barrel of cider"),
    (ITEM, "forty eggs"),
    (PROSE, "The cider of Tarn is kept in the cellar until the evening."),
)
BEDS: _Lines = (
    (HEADING, "Rooms of the inn"),
    (HEAD, "Room | Beds"),
    (ROW, "Attic | 2"),
    (ROW, "Loft | 12"),
)


class _Even:
    """Finds all sentences equally good, but those at these places, which are better by as much."""

    def __init__(self, better: dict[int, float]) -> None:
        self._better = better

    def scores(self, rows: Matrix) -> Scores:
        return np.array([self._better.get(n, 0.0) for n in range(len(rows))])


def read(lines: _Lines) -> Article:
    text, blocks, start = "\n\n".join(line for _, line in lines), [], 0
    for kind, line in lines:
        level = 1 if kind in {HEADING, ITEM} else 0
        blocks.append(Block(Span(start, start + len(line)), kind, level, kind is ITEM))
        start += len(line) + 2
    return Article(
        id=ArticleId("feast"),
        file="feast.md",
        text=text,
        revision=revision_of(text),
        blocks=tuple(blocks),
        title="Feast",
        language="en",
    )


def first(question: str, lines: _Lines, better: dict[int, float]) -> Quote:
    edition = Edition.of([read(lines)])
    ranked = rank(understand(question, edition), edition, _Even(better), None)
    quote = prove(select(ranked)[0], edition)
    assert quote
    return quote


def shown(quote: Quote) -> list[str]:
    return text_of(quote, parts(quote)).split("\n")


WHOLE = [line for _, line in PANTRY[1:5]]


def test_a_list_is_quoted_whole_where_words_above_it_are_asked_for() -> None:
    assert shown(first("which things does the cook buy?", PANTRY, {2: 1.0})) == WHOLE


def test_the_line_that_leads_to_a_list_is_quoted_with_the_list() -> None:
    quote = first("which things does the cook buy?", PANTRY, {0: 9.0})
    assert quote.text.startswith("The cook of Tarn")
    assert shown(quote) == WHOLE


@pytest.mark.parametrize("question", ["how much cider does the cook buy?", "how many eggs?"])
def test_an_item_whose_words_are_asked_for_is_quoted_alone(question: str) -> None:
    assert "\n" not in first(question, PANTRY, {2: 1.0}).text


def test_what_a_title_says_as_well_is_asked_of_the_whole_list() -> None:
    renamed = tuple((kind, line.replace("flour", "flour for the feast")) for kind, line in PANTRY)
    assert len(shown(first("which things does the cook buy for the feast?", renamed, {2: 1.0}))) == 4


def test_the_line_that_leads_to_a_list_is_not_quoted_after_the_list() -> None:
    edition = Edition.of([read(PANTRY)])
    question = understand("which things does the cook buy?", edition)
    claims = select(rank(question, edition, _Even({1: 2.0, 0: 1.0}), None))
    assert [claim.text.split("\n")[0] for claim in claims] == ["two sacks of flour", PANTRY[-1][1]]


@pytest.mark.parametrize("question", ["how much does the cook pay?", "when does the cook buy it?"])
def test_a_list_without_what_is_asked_for_is_not_quoted_whole(question: str) -> None:
    lines = ((HEADING, "What the cook buys"), (ITEM, "a sack of flour"), (ITEM, "a barrel of cider"))
    assert "\n" not in first(question, lines, {0: 1.0}).text
    assert "\n" in first("what does the cook buy?", lines, {0: 1.0}).text


def test_an_item_that_answers_far_better_than_the_others_is_quoted_alone() -> None:
    assert first("which things does the cook buy?", PANTRY, {2: 90.0}).text == "a barrel of cider"


def test_a_table_is_shown_row_by_row_with_the_names_of_its_columns() -> None:
    assert shown(first("which rooms are there?", BEDS, {0: 1.0})) == [
        "Room: Attic · Beds: 2",
        "Room: Loft · Beds: 12",
    ]


def test_a_list_of_some_hundred_characters_stays_whole_and_a_longer_one_is_quoted_by_item() -> None:
    steps = [(ITEM, f"carry the crate number {n} up the stairs into the attic") for n in range(30)]
    some, many = ((*PANTRY[:2], *steps[:count]) for count in (11, 30))
    question = "which things does the cook buy?"
    assert len(shown(first(question, some, {3: 1.0}))) == 12
    assert "\n" not in first(question, many, {3: 1.0}).text


@settings(max_examples=30)
@given(
    st.lists(
        st.lists(st.sampled_from(["flour", "eggs", "cider", "rope"]), min_size=1), min_size=1, max_size=60
    ),
    st.dictionaries(st.integers(0, 60), st.floats(-9, 9)),
)
def test_every_quote_that_has_two_items_of_a_list_has_all_of_them(
    items: list[list[str]], better: dict[int, float]
) -> None:
    lines = (*PANTRY[:2], *((ITEM, f"{n} {' '.join(words)}") for n, words in enumerate(items)))
    quote = first("which things does the cook buy?", lines, better)
    quoted = [block for block in quote.article.blocks[2:] if quote.span.contains(block.span)]
    assert len(quoted) in {0, 1, len(items)}
    assert len(quote.span) <= LIMITS.texts.spoken
