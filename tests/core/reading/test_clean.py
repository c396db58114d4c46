"""What is kept of a page, and as what."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.nouns import Block, BlockKind, Span
from bot.core.reading.clean import Cleaned, clean


def kinds(source: str, title: str = "", hints: tuple[Block, ...] = ()) -> dict[str, str]:
    cleaned = clean(source, hints, title)
    return {block.span.of(cleaned.text): block.kind.value for block in cleaned.blocks}


def prose(source: str, title: str = "") -> list[str]:
    return [text for text, kind in kinds(source, title).items() if BlockKind(kind).quotable]


PAGES_FOLDER = Path(__file__).parent.parent / "pages"
"""Saved pages of many sorts, invented; lines that begin with "> " are the article's own prose."""


@pytest.mark.parametrize("page", sorted(PAGES_FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_of_every_sort_of_page_the_prose_and_nothing_else_may_be_quoted(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    source = "\n".join(line.removeprefix("> ") for line in lines)
    wanted = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    quotable = "\n".join(prose(source)).splitlines()
    trimmed = [line for line in quotable if line not in wanted]
    assert all(any(line.startswith(rest) for line in wanted) for rest in trimmed), trimmed
    assert len(quotable) == len(wanted)


NEARLY_RESIDUE = """
Follow the money.
Share your bread with a neighbour.
Press the dough flat and wait for an hour.
Wait for the tide.
Loading took an hour.
Read more books and fewer posts.
By using a hose you waste water.
We baked forty cookies for the fair.
Subscribers pay eight pounds a week.
Divers retrieved the bell in 1953.
Every book has an ISBN.
Updated figures came in May.
Published in 1869, the novel sold nine copies.
Written by Roe in 1869, the novel was forgotten.
Written by Roe in 1869, Dunes sold nine thousand copies.
Main heat source: peat.
The oldest source: a diary of 1702.
Источник: мы видели его сами.
Die Quelle: ein Tagebuch von 1702.
Video-on-demand grew by nine percent.
Photos do not help.
Source after source repeats the story.
Comments were few.
Other news came later.
See also how the moss grows on the north side.
12 responses to the survey came back.
The tape reached us by way of Reuters.
Privacy policy is a hard subject.
To vote, residents must create an account.
(c) the tenant shall sweep the stairs;
Copyright law is older than the radio.
They left on Sunday.
May was cold.
Использование воды в саду запрещено.
Продолжая путь, вы увидите мост.
Поделитесь хлебом с соседом.
Читайте больше книг.
Источник новости неизвестен.
Фото не помогло следствию.
Дереккөз белгісіз болып қалды.
Сурет қабырғада ілулі тұр.
Пікірлер екіге бөлінді.
Follow the river on foot for an hour.
For the latest tide, ask the keeper.
Changes are told in our weekly newsletter.
Sign up to row in the spring race.
Die aktuelle Ausgabe des Gesetzes liegt im Rathaus.
Dieser Beitrag enthält drei Irrtümer.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", NEARLY_RESIDUE)
def test_a_sentence_is_not_lost_because_it_begins_as_residue_does(sentence: str) -> None:
    source = f"The river rose by two metres overnight. Nobody was hurt.\n\n{sentence}\n\nThe rest is known."
    assert sentence in prose(source)


TRAILING = [
    ("The mill burned down.", " Read more"),
    ("The mill burned down.", "[3]"),
    ("The mill burned down.", " Follow us on Facebook at once."),
    ("Мельница сгорела дотла.", " Подробнее…"),
    ("Мельница сгорела дотла.", " Подписывайтесь на наш канал!"),
    ("The mill burned down.", " Sign up to get the best of Marrow every week."),
    ("The mill burned down.", " Follow The Marrow Post on Twitter and Instagram!"),
    ("The mill burned down.", " To read the full story, please subscribe to the Marrow Post."),
    ("Die Mühle brannte ab.", " Mit unserem Newsletter erhalten Sie jeden Monat Neues aus Marrow."),
    ("Le moulin a brûlé.", " À lire aussi » Le pont est fermé"),
    ("Młyn spłonął.", " Materiał chroniony prawem autorskim."),
    ("The mill burned down.", " (Reporting by Ann Roe; editing by Sam Ito)"),
]


@pytest.mark.parametrize(("sentence", "residue"), TRAILING)
def test_residue_behind_the_last_sentence_goes_and_the_sentence_stays(sentence: str, residue: str) -> None:
    assert prose(f"It rained. {sentence}{residue}") == [f"It rained. {sentence}"]


def test_marks_inside_a_sentence_stay_because_a_deletion_never_falls_inside_one() -> None:
    assert prose("The mill,[1] built in 1871,[2] burned down.[3]") == [
        "The mill,[1] built in 1871,[2] burned down."
    ]


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
    assert cleaned.offsets([offset]) == [offset - kept_before]


def test_a_hinted_heading_is_a_heading_whatever_it_looks_like() -> None:
    source = "What the flood left behind in the lower town is still being counted.\n\nNobody knows the sum."
    hint = Block(Span(0, source.index("\n")), BlockKind.HEADING)
    assert list(kinds(source, hints=(hint,)).values()) == ["heading", "prose"]


def test_an_empty_source_gives_an_empty_text() -> None:
    assert clean("").text == ""
    assert clean(" \n\n \u200b").blocks == ()


def test_lines_above_the_title_are_navigation() -> None:
    page = "Harden Today!\n\nGive now and give gladly!\n\nThe dam\n\nThe dam burst on Tuesday. Nobody slept."
    assert kinds(page, title="The dam") == {
        "The dam": "heading",
        "The dam burst on Tuesday. Nobody slept.": "prose",
    }


def test_a_caption_that_stands_twice_is_dropped() -> None:
    caption = "Rescuers rest on the bank on Tuesday."
    assert prose(f"The dam burst. Nobody slept.\n\n{caption}\n{caption}\n\nIt rained.") == [
        "The dam burst. Nobody slept.",
        "It rained.",
    ]


def test_a_table_of_contents_goes_and_its_headings_stay() -> None:
    body = "The flood\n\nThe dam burst. Nobody slept.\n\nThe repair\n\nIt took a year. It cost a fortune."
    assert list(kinds(f"The flood\nThe repair\n\n{body}")) == body.split("\n\n")


def test_notes_stay_but_are_no_prose() -> None:
    page = "It rained.\n\nFrom the Post:\n\nIt rained all day.\n\nEditor's note: The year is 1871."
    assert list(kinds(page).values()) == ["prose", "note", "prose", "note"]


@pytest.mark.parametrize("lead_in", ["According to the Post:", "Quill said:", "Дунн пишет:"])
def test_a_line_that_says_whose_words_follow_is_prose_like_these(lead_in: str) -> None:
    page = f"It rained.\n\n{lead_in}\n\nIt rained all day.\n\nIt dried."
    assert list(kinds(page).values()) == ["prose", "prose", "prose", "prose"]


def test_a_single_question_among_prose_is_the_authors_own() -> None:
    page = "The dam burst.\n\nBut who, then, had the key to the sluice that night?\n\nNobody knows."
    assert set(kinds(page).values()) == {"prose"}


def test_a_question_is_marked_where_letters_tell_who_asks_and_who_answers() -> None:
    text = "The bridge is open again.\n\nQ: Why did it take so long?\n\nA: The stone came late."
    assert list(kinds(text).values()) == ["prose", "question", "prose"]


def test_interviewers_questions_stay_as_questions() -> None:
    turns = [
        "Who had the key?",
        "I did.",
        "Did you open it?",
        "Yes.",
        "Tell us why.",
        "I was told to.",
        "By whom?",
        "No.",
    ]
    assert list(kinds("\n\n".join(turns)).values()) == ["question", "prose"] * 4


def test_a_broken_line_inside_a_sentence_is_mended_but_not_rewritten() -> None:
    assert prose("The dam above the town of Orsha,\nwhich was old, burst.") == [
        "The dam above the town of Orsha,\nwhich was old, burst."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The fetch library has three classes: Headers, Request and\nResponse, and they map to what is sent.",
        "Die Fähre lag am Abend wieder in der\nBucht von Marrow vor Anker.",
        "Паром пришёл вечером и встал в\nТарнской бухте на якорь.",
    ],
)
def test_a_line_that_ends_with_a_word_that_nothing_ends_with_runs_on_before_a_capital(text: str) -> None:
    assert prose(text) == [text]
    apart = text.replace(" and\n", " alike\n").replace(" in der\n", " dort\n").replace(" в\n", " там\n")
    assert prose(apart) != [apart]


def test_lines_of_prices_are_items_and_what_a_page_tells_of_itself_is_not() -> None:
    prices = ["Adults: 3 crowns", "Children: 1 €", "Dogs: free"]
    told = ["Published: 5 May 2031", "Number: 341"]
    lines = ["The tower can be climbed.", *prices, "It is closed in winter.", *told, "The lamp is dark."]
    assert prose("\n\n".join(lines)) == [line for line in lines if line not in told]


@pytest.mark.parametrize(
    "line",
    [
        "It works with one lamp only, but it is a good lamp ;)",
        "Завтра встречаемся у старого маяка в семь 😀",
        "(the keeper of the lower light wrote about it, too)",
        "The keeper of the upper light wrote—",
    ],
)
def test_a_line_with_a_smile_in_brackets_or_broken_off_is_no_heading(line: str) -> None:
    others = "The lamp burned all night.", "In the morning the keeper put it out."
    assert prose("\n\n".join((others[0], line, others[1]))) == [others[0], line, others[1]]


def test_a_sentence_that_names_only_who_made_the_text_is_no_prose() -> None:
    byline = "Written by Ann Roe in Oslo with reporting by ABC/DE's Nordic Service correspondents in Bergen."
    assert byline not in prose(f"The river rose by two metres overnight. Nobody was hurt.\n\n{byline}")


STEPS = """
Sign in with your member number
Follow the towpath to the second lock
Share the key code with nobody
By noon the boat must be back
Subscribe to the tide calendar in the office
Donate old ropes to the school
Tag und Ort der Abfahrt eintragen
""".strip().splitlines()


@given(st.permutations(STEPS), st.integers(2, len(STEPS)))
def test_every_step_of_a_numbered_list_is_kept_whatever_it_begins_with(steps: list[str], count: int) -> None:
    listed = [f"{number}. {step}" for number, step in enumerate(steps[:count], 1)]
    assert prose("To borrow a boat:\n\n" + "\n".join(listed))[1:] == listed


@pytest.mark.parametrize("step", STEPS)
def test_an_item_is_kept_among_items_that_are_no_labels(step: str) -> None:
    others = ["- Bring a rope of ten metres", "- Leave the oars on the pier at night"]
    assert f"- {step}" in prose("To borrow a boat:\n\n" + "\n".join([*others, f"- {step}"]))


def test_a_menu_is_cut_where_a_list_would_be_kept() -> None:
    menu = ["- Sign in with your account", "- Share this on Facebook", "- Subscribe to our letter", "- Home"]
    assert prose("The ferry sails at noon.\n\n" + "\n".join(menu)) == ["The ferry sails at noon."]
