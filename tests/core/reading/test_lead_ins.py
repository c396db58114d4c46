"""What is shown above a quote, since the quote cannot be understood without it."""

import pytest

from bot.core.nouns import Article, ArticleId, Block, BlockKind, Span
from bot.core.reading.clean import clean
from bot.core.reading.passages import passages
from tests.core.texts import revision_of


def read(text: str) -> Article:
    cleaned = clean(text)
    return Article(
        ArticleId("a"), "a.md", cleaned.text, revision_of(cleaned.text), cleaned.blocks, language="en"
    )


def above(text: str, wanted: str) -> list[str]:
    """The lead-ins of the sentence that begins so."""
    article = read(text)
    [found] = [
        p.above(n)
        for p in passages(article)
        for n, sentence in enumerate(p.sentences)
        if sentence.of(article.text).startswith(wanted)
    ]
    return [span.of(article.text) for span in found]


RULES = """
The mooring rules of Tarn have stood since 1954.

§ 3 A skipper who stays overnight shall, unless the pier is closed,

(a) tie up at the north wall;

(b) tell the office

(i) how many sleep on board, and

(ii) when the boat leaves;

(c) pay the fee.

§ 4 The office opens at six.
"""


@pytest.mark.parametrize(
    ("wanted", "lead_ins"),
    [
        ("(a)", ["§ 3 A skipper who stays overnight shall, unless the pier is closed,"]),
        ("(b)", ["§ 3 A skipper who stays overnight shall, unless the pier is closed,"]),
        (
            "(ii)",
            ["§ 3 A skipper who stays overnight shall, unless the pier is closed,", "(b) tell the office"],
        ),
        ("(c)", ["§ 3 A skipper who stays overnight shall, unless the pier is closed,"]),
        ("§ 4", []),
    ],
)
def test_an_item_is_shown_below_what_leads_to_it(wanted: str, lead_ins: list[str]) -> None:
    assert above(RULES, wanted) == lead_ins


@pytest.mark.parametrize(
    "text",
    [
        "Bring this along:\n- a rope\n- a lamp\n\nThe walk takes a day.",
        "Bring this along:\n\n* a rope\n\n* a lamp\n\nThe walk takes a day.",
        "Возьмите с собой такие вещи:\n— верёвку;\n— лампу.\n\nПуть займёт день.",
    ],
)
def test_items_need_no_full_stop_and_keep_the_line_that_leads_to_them(text: str) -> None:
    article = read(text)
    lead, *items = [line for line in text.rpartition("\n\n")[0].split("\n") if line]
    found = {s.of(article.text): p.above(n) for p in passages(article) for n, s in enumerate(p.sentences)}
    for item in items:
        assert [span.of(article.text) for span in found[item]] == [lead]


def test_a_list_that_nothing_leads_to_stands_alone() -> None:
    assert (
        above("It rained for a week.\n\n- The lamp is lit at six\n- The gate is shut at ten", "- The gate")
        == []
    )


def test_a_turn_of_speech_is_no_item() -> None:
    article = read("He asked her to stay.\n— No, — said Dunn.\n— Why?\n— I am tired.")
    assert {block.kind.value for block in article.blocks} == {"prose"}


ASKED = """
The ferry takes people and animals.

When does the office open?

At six, but not on Sundays. Ring the bell.

May I bring a dog?

Yes, on a lead.

Where is the key kept?

In the harbour office.
"""


def test_an_answer_is_shown_below_its_question() -> None:
    assert above(ASKED, "At six") == above(ASKED, "Ring the bell") == ["When does the office open?"]
    assert above(ASKED, "Yes") == ["May I bring a dog?"]


def test_lines_of_a_program_follow_their_sentence() -> None:
    text = "Write a copy of the shelf with this order:\n\nlarder pack\n  --all\n\nIt takes a minute."
    start = text.index("larder")
    code = Block(Span(start, text.index("\n\nIt")), BlockKind.CODE)
    cleaned = clean(text, (code,))
    article = Article(
        ArticleId("a"), "a.md", cleaned.text, revision_of(cleaned.text), cleaned.blocks, language="en"
    )
    assert [s.of(article.text) for p in passages(article) for s in p.sentences] == [
        "Write a copy of the shelf with this order:\n\nlarder pack\n  --all",
        "It takes a minute.",
    ]


TITLES = """
The pier of Tarn was closed on Monday.

Why Do The Boats Of Quill Stay Out So Late In Spring?

Divers looked at the piles for two days and found them sound.
"""


def test_the_only_question_between_paragraphs_may_be_another_pages_title_and_leads_to_nothing() -> None:
    assert above(TITLES, "Divers looked") == []


def test_of_several_questions_each_leads_to_its_answer() -> None:
    asked = "When Does The Pier Of Tarn Close In The Evening?"
    text = f"{TITLES}\n{asked}\n\nIt closes at ten in the evening on every day of the week.\n"
    assert above(text, "It closes") == [asked]


TALK = (
    "Edda Quill: Good evening from the pier. The ice has gone.\n\n"
    "Pavel Dunn: It went on Monday. We lost two moorings. Nobody was hurt.\n\n"
    "Edda Quill: That was luck. The council will pay for them.\n\n"
    "Pavel Dunn: So they say. Spring is far.\n\n"
    "Pavel Dunn: We will see [laughs]\n\n"
    "The pier opened again in May. Boats came back."
)


@pytest.mark.parametrize(
    ("wanted", "lead_ins"),
    [
        ("Edda Quill: Good", []),
        ("The ice has", ["Edda Quill:"]),
        ("We lost two", ["Pavel Dunn:"]),
        ("The council", ["Edda Quill:"]),
        ("Pavel Dunn: We will", []),
        ("Boats came", []),
    ],
)
def test_what_somebody_says_in_a_turn_is_shown_below_the_name_of_who_speaks(
    wanted: str, lead_ins: list[str]
) -> None:
    assert above(TALK, wanted) == lead_ins


def test_a_label_that_stands_once_and_those_of_one_speaker_are_nobodys_turn() -> None:
    once = "Note: The ice has gone. Boats came back.\n\nWarning: The pier is shut. Keep away."
    assert above(once, "Boats came") == []
    monologue = "Quill: The ice has gone. Boats came back.\n\nQuill: The pier is open. Come and see."
    assert above(monologue, "Boats came") == []
