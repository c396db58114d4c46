from datetime import date

import pytest

from bot.core.nouns import Article
from bot.core.reading.passages import passages
from bot.library.formats.registry import parse_file


def articles(file: str, text: str) -> list[Article]:
    parsed = parse_file(file, text.encode())
    assert parsed.problems == ()
    return [reading.article for reading in parsed.readings]


def quotable(article: Article) -> list[tuple[str, str]]:
    """Each sentence that can be quoted, below what is shown above it."""
    return [
        (" / ".join(lead_in.of(article.text) for lead_in in passage.above(n)), sentence.of(article.text))
        for passage in passages(article)
        for n, sentence in enumerate(passage.sentences)
    ]


ANDROID = """\
12/03/2021, 09:14 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
12/03/2021, 09:15 - Kit: the key of the boat house is under the green bucket
12/03/2021, 09:16 - Edda: <Media omitted>
12/03/2021, 09:17 - Edda: IMG-20210312-WA0001.jpg (file attached)
12/03/2021, 09:18 - Edda: This message was deleted
12/03/2021, 09:20 - Edda: crane inspection moved to thursday 8am
please bring the log book
13/03/2021, 10:00 - Kit changed the subject from "Crew" to "Crew: 2021"
13/03/2021, 10:01 - Kit: see https://crane.example/a for the plan of the crane
"""


def test_a_message_is_quotable_below_its_sender_and_time_and_notices_are_not() -> None:
    first, second = articles("crew.txt", ANDROID)
    assert (first.id, first.published) == ("crew/2021-03-12", date(2021, 3, 12))
    assert quotable(first) == [
        ("Kit, 12/03/2021, 09:15", "the key of the boat house is under the green bucket"),
        ("Edda, 12/03/2021, 09:20", "crane inspection moved to thursday 8am\nplease bring the log book"),
    ]
    assert "encrypted" not in first.text + second.text
    assert "Media" not in first.text
    assert "subject" not in second.text


def test_a_message_that_looks_like_what_pages_carry_is_quotable() -> None:
    said = ["ok", "subscribe", "12:30", "https://crane.example/a", "Follow us on Telegram!"]
    log = "".join(f"12/13/2021, 09:1{n} - Kit: {text}\n" for n, text in enumerate(said))
    [article] = articles("crew.txt", log)
    assert [sentence for _, sentence in quotable(article)] == said


@pytest.mark.parametrize(
    ("log", "head", "day"),
    [
        (
            "[13.03.21, 18:02:11] Tam: {}\n[13.03.21, 18:03:00] Kit: fine by me\n",
            "Tam, 13.03.21, 18:02:11",
            13,
        ),
        (
            "\u200e[3/13/21, 6:02:11\u202fPM] Tam: {}\n[3/14/21, 6:03:00\u202fPM] Kit: fine by me\n",
            "Tam, 3/13/21, 6:02:11 PM",
            13,
        ),
        ("2021-03-13, 18:02 - Tam: {}\n2021-03-13, 18:03 - Kit: fine by me\n", "Tam, 2021-03-13, 18:02", 13),
        ("Tam, [13.03.2021 18:02]\n{}\n\nKit, [13.03.2021 18:03]\nfine\n", "Tam, 13.03.2021 18:02", 13),
        (
            "[2021-03-13 18:02:11] <Tam> {}\n[2021-03-13 18:03:00] <Kit> fine by me\n",
            "Tam, 2021-03-13 18:02:11",
            13,
        ),
        ("05/03/21, 18:02 - Tam: {}\n06/03/21, 18:03 - Kit: fine by me\n", "Tam, 05/03/21, 18:02", None),
        ("[18:02] <Tam> {}\n[18:03] * Kit waves\n[18:04] <Kit> fine by me\n", "Tam, 18:02", None),
    ],
)
def test_every_way_of_writing_sender_and_time_is_known(log: str, head: str, day: int | None) -> None:
    first, *_ = articles("log.txt", log.format("fuel order is 400 litres"))
    assert quotable(first)[0] == (head, "fuel order is 400 litres")
    assert (first.published and first.published.day) == day


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2021, 09:15 - Kit: the day begins with a walk to the harbour.\n\nThen nothing.\n",
        "The log begins here.\n12/03/2021, 09:15 - Kit: a\n12/03/2021, 09:16 - Kit: b\n",
    ],
)
def test_a_text_that_is_no_log_stays_a_text(text: str) -> None:
    assert [article.id for article in articles("a.txt", text)] == ["a"]


def test_rows_with_a_sender_are_a_chat() -> None:
    rows = (
        '{"from": "Ada", "date": "2024-01-02T10:00:00", "text": "the meeting is moved to friday at ten"}\n'
        '{"from": "Bo", "date": "2024-01-02T10:01:00", "text": "ok"}\n'
        '{"from": "Bo", "date": "2024-01-03T10:01:00", "text": "bring the log book"}\n'
    )
    first, second = articles("log.jsonl", rows)
    assert quotable(first) == [
        ("Ada, 2024-01-02T10:00:00", "the meeting is moved to friday at ten"),
        ("Bo, 2024-01-02T10:01:00", "ok"),
    ]
    assert (second.id, second.published) == ("log/2024-01-03", date(2024, 1, 3))


def test_a_table_of_questions_is_an_article_an_answer() -> None:
    table = (
        "question,answer,date\n"
        "When does the ferry leave?,At eight in the morning.,4 March 2021\n"
        'Where are tickets sold?,On board by the mate.,"Fri, 05 Mar 2021 09:00:00 +0000"\n'
    )
    first, second = articles("faq.csv", table)
    assert (first.title, first.published) == ("When does the ferry leave?", date(2021, 3, 4))
    assert second.published == date(2021, 3, 5)
    assert quotable(second) == [("Where are tickets sold?", "On board by the mate.")]


def test_a_description_is_a_text_only_where_it_says_all_of_its_row() -> None:
    [ferry] = articles("a.csv", "name,description\nFerry,The ferry leaves at nine.\n")
    assert (ferry.title, quotable(ferry)) == ("Ferry", [("", "The ferry leaves at nine.")])
    [table] = articles("a.csv", "name,description,price\nAttic,A room below the roof,40 crowns\n")
    assert quotable(table) == [("name | description | price", "Attic | A room below the roof | 40 crowns")]
