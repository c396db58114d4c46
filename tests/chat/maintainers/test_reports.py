from io import BytesIO

import pytest
from PIL import Image

from bot.chat.maintainers.chart import HEIGHT, MOST_ROWS, WIDTH, draw_months
from bot.chat.maintainers.reports import Months, months_of
from bot.core.index.edition import Edition
from bot.core.nouns import ArticleId
from bot.storage.figures import Quoted
from tests.chat.articles import article


def test_sources_are_counted_by_publisher_and_unknown_ones_by_id() -> None:
    known = article()
    quoted = [
        Quoted("2031-04", ArticleId("gone"), 1),
        Quoted("2031-04", known.id, 2),
        Quoted("2031-05", known.id, 3),
    ]
    assert months_of(quoted, Edition.of([known])) == Months(
        ("2031-04", "2031-05"), ("Alder Courier", "gone"), ((2, 3), (1, 0))
    )


def test_the_least_quoted_sources_are_one() -> None:
    quoted = [Quoted("2031-04", ArticleId(f"a{number}"), 10 + number) for number in range(MOST_ROWS + 2)]
    months = months_of(quoted, Edition.of([]))
    assert months.names == ("a7", "a6", "a5", "a4", "a3", "")
    assert months.rows[-1] == (10 + 11 + 12,)


@pytest.mark.parametrize("count", [0, 1, 7, 99_999])
def test_a_chart_is_a_picture_of_one_size_whatever_it_shows(count: int) -> None:
    months = [f"2031-{number:02}" for number in range(1, 13)] * 2
    picture = draw_months(months, [[count] * len(months)] * (MOST_ROWS + 2))
    with Image.open(BytesIO(picture)) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_a_chart_shows_more_where_there_is_more() -> None:
    assert ink(draw_months(["2031-01", "2031-02"], [[1, 9]])) < ink(
        draw_months(["2031-01", "2031-02"], [[9, 9]])
    )


def ink(picture: bytes) -> int:
    """How many pixels are not white."""
    with Image.open(BytesIO(picture)) as image:
        return WIDTH * HEIGHT - image.convert("L").histogram()[255]
