"""Sources differ when they give other figures for the same thing, and not otherwise."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.disagreement import differing, tells_another_date
from bot.core.choosing.features import features
from bot.core.choosing.selection import ordered
from bot.core.index.edition import Edition
from bot.core.nouns import Span
from bot.core.reading.clean import clean
from bot.core.replies import Figure
from tests.core.texts import article, quoted

FILLER = " Gulls circled over the pier. Nobody slept that night."


def told(question: str, *texts: str) -> tuple[Figure, ...]:
    language = "en" if question.isascii() else "ru"
    edition = Edition.of(
        article(f"paper{n}", text + FILLER, language=language) for n, text in enumerate(texts)
    )
    asked = understand(question, edition)
    found = candidates(asked, edition)
    first = [float(c.number == 0) for c in found]
    ranked = ordered(found, features(asked, found, None), np.array(first))
    quotes = [quoted(c.passage, c.span, edition) for c in ranked.candidates if c.number == 0]
    return differing(asked, ranked, quotes)


def differs(question: str, *texts: str) -> bool:
    return bool(told(question, *texts))


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "Officials said that 21 boats sank."],
            True,
        ),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Some 14 boats sank on Monday."], False),
        ("how many boats sank?", ["At least 1,400 boats sank.", "About 1400 boats sank."], False),
        (
            "when did the boats depart?",
            ["The boats departed on 3 May.", "The boats departed on 5 May."],
            True,
        ),
        ("when did the boats depart?", ["The boats departed on 3 May.", "The 14 boats departed."], False),
        ("when did the boats depart?", ["The boats departed in 1890.", "The boats departed in 1891."], True),
        ("how many boats sank?", ["In 1890 14 boats sank.", "In 40 minutes 14 boats sank."], False),
        ("how many boats sank?", ["At 9 am 14 boats sank.", "On 5 May boats sank."], False),
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "Of 21 boats that sank, 9 of these boats sank at once."],
            True,
        ),
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "It sank 14 boats, and 9 of these boats sank at once."],
            False,
        ),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Later 9 of these boats sank."], False),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Boats sank, among them 9 boats."], False),
        ("сколько лодок затонуло?", ["В бурю затонуло 14 лодок.", "Лодок затонуло 9 из них."], False),
        ("who sank the boats?", ["In the storm 14 boats sank.", "Officials said that 21 boats sank."], False),
        ("how many boats sank?", ["At least 1 400 boats sank.", "About 1'400 boats sank."], False),
        ("how many boats sank?", ["At least 2.5 million boats sank.", "Some 2,5 million boats sank."], False),
        (
            "when did the boats depart?",
            ["The boats departed on May 5th.", "The boats departed on 5 May."],
            False,
        ),
        ("how many boats sank?", ["In the storm 14 boats sank.", "The price of boats rose to 21."], False),
        ("how many boats sank?", ["In the storm 14 boats sank.", "In the storm many boats sank."], False),
        (
            "how many boats sank?",
            [
                "In the storm 14 boats sank.",
                "Many boats sank, as the harbour office of the northern island wrote on page 21.",
            ],
            False,
        ),
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "In the storm since 5 January; 21 boats sank."],
            True,
        ),
        ("how many boats sank?", ["Some 1214 boats sank.", "Officials said that 1421 boats sank."], True),
        ("how many boats sank?", ["Some 1214 boats sank.", "Officials said that 2421 boats sank."], True),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Since 1890 boats sank."], False),
        ("how many boats sank?", ["On Monday 14 boats sank.", "On Monday 21 boats sank."], True),
        ("how many boats sank?", ["In the storm 14 boats sank.", "For 5 years boats sank."], False),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Fourteen boats sank."], False),
        ("how many boats sank?", ["In the storm 14 boats sank.", "Nine old boats sank."], True),
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "Nine of them said that boats sank."],
            False,
        ),
        (
            "how many boats sank?",
            ["In 1890 a storm came and 14 boats sank.", "In 1890 a storm came and 21 boats sank."],
            True,
        ),
    ],
)
def test_sources_differ_in_figures_about_the_same_thing(
    question: str, texts: list[str], expected: bool
) -> None:
    assert differs(question, *texts) is expected


@pytest.mark.parametrize(
    ("question", "expected"), [("how many boats sank?", True), ("how many sank at sea?", False)]
)
def test_the_best_sentence_of_a_quote_need_not_have_the_figure(question: str, expected: bool) -> None:
    texts = ["It was 9 May. In the storm 14 boats sank.", "It was 9 June. In the storm 21 boats sank."]
    edition = Edition.of(article(f"paper{n}", text) for n, text in enumerate(texts))
    asked = understand(question, edition)
    found = candidates(asked, edition)
    ranked = ordered(found, features(asked, found, None), np.array([float(c.number == 0) for c in found]))
    quotes = [quoted(passage, passage.span, edition) for passage in edition.passages]
    assert bool(differing(asked, ranked, quotes)) is expected


@pytest.mark.parametrize(
    ("asked", "told", "other"),
    [
        ("who resigned on 3 April 2021?", "Roe resigned on 2 April 2021.", True),
        ("who resigned on 03.04.2021?", "Roe resigned on April 3rd.", False),
        ("who resigned in 2020?", "Roe resigned in 2021.", True),
        ("who resigned in 2020?", "Roe resigned in 2020, not 2021.", False),
        ("who resigned in 2020?", "Roe resigned on Monday.", False),
        ("who resigned?", "Roe resigned in 2021.", False),
        ("кто ушёл 3 апреля?", "Он ушёл 2 апреля.", True),
        ("who resigned on 03.04.2021?", "Roe resigned on 03.04.2020.", True),
        ("did 1200 people resign?", "They resigned in 2021.", False),
        ("who resigned on 31 April?", "Roe resigned on 1 May.", False),
        ("who resigned in 2020?", "Of the council 1200 people resigned.", False),
    ],
)
def test_another_date_is_told_from_the_same_and_from_none(asked: str, told: str, other: bool) -> None:
    assert tells_another_date(asked, told) is other


def test_a_figure_is_compared_only_where_the_same_part_of_its_sentence_says_what_is_asked() -> None:
    mixed = "It said that 26 people had drowned, over 3,000 people arrested."
    assert not differs("how many people drowned?", mixed, "By May 26 people had drowned.")
    found = told("how many people drowned?", mixed, "Officials said that 31 people drowned.")
    assert [figure.text for figure in found] == ["26 people", "31 people"]
    assert not differs(
        "how many people drowned?", "In May 40 people fled; some drowned.", "31 people drowned."
    )


def test_one_source_cannot_differ_from_itself() -> None:
    assert not differs("how many boats sank?", "In the storm 14 boats sank, then 21 boats sank.")


@pytest.mark.parametrize(
    ("question", "texts", "figures"),
    [
        (
            "how many boats sank?",
            ["In the storm 14 boats sank.", "Officials said that at least 21 old boats sank."],
            ["14 boats", "at least 21 old boats"],
        ),
        (
            "when did the boats depart?",
            ["The boats departed on 3 May 2019.", "The boats departed before 5 May."],
            ["3 May 2019", "before 5 May"],
        ),
        (
            "how much did the boats cost?",
            ["The boats cost some $2.5 million that year.", "The boats cost 3 million crowns in all."],
            ["some $2.5 million", "3 million crowns"],
        ),
        (
            "how much of the harbour froze?",
            ["In the storm 5 % of the harbour froze.", "In the storm 10–20 % of the harbour froze."],
            ["5 % of the harbour", "10–20 % of the harbour"],
        ),
        (
            "how many boats sank?",
            ["In the storm 14 boats sank, and 3 piers with them.", "Some 9 of the old boats sank in 1890."],
            ["14 boats", "Some 9 of the old boats"],
        ),
        (
            "сколько лодок затонуло?",
            ["Во время бури затонуло не менее 14 лодок.", "Во время бури затонуло 25 лодок."],
            ["не менее 14 лодок", "25 лодок"],
        ),
    ],
)
def test_what_differs_is_the_figure_with_its_unit_and_its_bound(
    question: str, texts: list[str], figures: list[str]
) -> None:
    assert {figure.text for figure in told(question, *texts)} == set(figures)


@given(
    st.lists(
        st.sampled_from(
            [
                "14",
                "2,500",
                "nine",
                "boats",
                "sank",
                "at least",
                "million",
                "5 May",
                "1890",
                "%",
                "$",
                "–",
                ",",
            ]
        ),
        min_size=1,
        max_size=9,
    ),
    st.sampled_from(["how many boats sank?", "when did the boats sink?"]),
)
def test_every_figure_lies_in_its_quote_between_words(said: list[str], question: str) -> None:
    texts = [f"The boats sank {' '.join(said)} then.", "Later 77 boats sank on 6 June 1999."]
    for figure in told(question, *texts):
        text = figure.quote.article.text
        before, behind = text[: figure.span.start], text[figure.span.end :]
        assert figure.text in figure.quote.text
        assert not (before[-1:].isalnum() and figure.text[0].isalnum())
        assert not (behind[:1].isalnum() and figure.text[-1].isalnum())


LEAD = "§ 3 A skipper whose 3 boats lie here for the night shall, unless the pier is closed,"


def test_a_figure_is_one_of_the_sentence_and_not_of_what_leads_to_it() -> None:
    cleaned = clean(f"{LEAD}\n\n(a) tell the office that 14 boats sank;\n\n(b) pay.\n")
    rules = replace(article("rules", cleaned.text), blocks=cleaned.blocks)
    edition = Edition.of([rules, article("paper", f"Officials said that 21 boats sank.{FILLER}")])
    asked = understand("how many boats sank?", edition)
    found = [c for c in candidates(asked, edition) if "boats sank" in c.text]
    assert any(c.passage.above(c.number) for c in found)
    ranked = ordered(found, features(asked, found, None), np.zeros(len(found)))
    quotes = [quoted(c.passage, c.span, edition) for c in ranked.candidates]
    assert {figure.text for figure in differing(asked, ranked, quotes)} == {"14 boats", "21 boats"}


def test_a_figure_outside_of_its_quote_is_none() -> None:
    quote = told("how many boats sank?", "In the storm 14 boats sank.", "At least 21 boats sank.")[0].quote
    with pytest.raises(ValueError, match="no part"):
        Figure(quote, Span(quote.span.end, quote.span.end + 2))
