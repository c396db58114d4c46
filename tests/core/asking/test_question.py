"""What a question asks for, and what its words weigh."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.question import understand
from bot.core.index.edition import Edition
from bot.core.words.terms import term
from bot.languages.language import Asked
from tests.core.texts import article, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who is the mayor?", Asked.PERSON),
        ("what was the name of the agronomist", Asked.PERSON),
        ("Which newspaper wrote it?", Asked.PERSON),
        ("where was the harbour?", Asked.PLACE),
        ("which town bought an icebreaker?", Asked.PLACE),
        ("when did it freeze?", Asked.TIME),
        ("in what year was that?", Asked.TIME),
        ("how many boats?", Asked.NUMBER),
        ("what's the population of Tarn?", Asked.NUMBER),
        ("why was the harvest lost?", Asked.CAUSE),
        ("what did the mayor say about ice?", Asked.SPEECH),
        ("how was the channel cut?", Asked.MANNER),
        ("what froze?", Asked.THING),
        ("did the harbour freeze?", Asked.YES_NO),
        ("icebreaker price", Asked.KEYWORDS),
        ("Кто мэр?", Asked.PERSON),
        ("Сколько лодок?", Asked.NUMBER),
        ("Когда замёрзла гавань?", Asked.TIME),
        ("Почему погиб урожай?", Asked.CAUSE),
        ("Қашан болды?", Asked.TIME),
        ("Порттағы мұзды не бұзды?", Asked.THING),
        ("Гаваньда не қатып қалды?", Asked.THING),
        ("лодки не утонули", Asked.KEYWORDS),
    ],
)
def test_the_kind_of_fact_is_told_by_the_question_word(question: str, asked: Asked) -> None:
    assert understand(question, EDITION).asked is asked


def test_the_head_is_the_word_that_the_question_word_asks_about() -> None:
    question = understand("so how many of the boats were crushed?", EDITION)
    assert question.head is not None
    assert question.words[question.head].surface == "boats"


def test_the_head_may_have_been_said_before() -> None:
    question = understand("of the boats in the harbour, how many boats were crushed?", EDITION)
    assert question.head is not None
    assert [word.surface for word in question.words] == ["boats", "harbour", "crushed"]
    assert question.words[question.head].surface == "boats"


def test_a_question_is_read_in_the_articles_form_of_unicode() -> None:
    edition = Edition.of([article("cafe", "The café in Tarn closed.")])
    question = understand("cafe\u0301 in Ta\u200brn?", edition)
    assert [word.surface for word in question.words] == ["café", "Tarn"]
    assert question.missing == ()


def test_rare_words_weigh_more_than_usual_ones() -> None:
    towns = [article(f"town{n}", "Every town has growers. None has moorings.") for n in range(3)]
    words = understand("icebreaker growers", Edition.of([harbour(), *towns])).words
    assert words[0].weight > words[1].weight > 0


def test_a_repeated_word_counts_once() -> None:
    assert len(understand("boats boats BOATS", EDITION).words) == 1


def test_a_slip_is_read_as_the_word_that_the_articles_have() -> None:
    (word,) = understand("icebraker", EDITION).words
    assert word.spelling == "icebreaker"
    assert understand("icebraker", EDITION).missing == ()


@given(st.text(max_size=300))
def test_every_text_is_understood(text: str) -> None:
    question = understand(text, EDITION)
    assert len(question.text) <= LIMITS.asking.searched
    assert all(word.weight > 0 for word in question.words)
    assert question.mass > 0


def test_a_filter_counts_however_long_the_question_is() -> None:
    question = understand(f"{'boats ' * 400}source:courier", EDITION)
    assert question.filters.sources == ("courier",)
    assert len(question.text) <= LIMITS.asking.searched


def test_the_beginning_of_what_stands_beside_a_question_helps_to_find_it() -> None:
    most = LIMITS.asking.beside
    near, far = ("x" * (most - 6) + " boats", "x" * most + " boats")
    assert term("boats", "en") in understand("who rows?", EDITION, near).query
    assert term("boats", "en") not in understand("who rows?", EDITION, far).query


def test_missing_words_are_told_where_nothing_else_was_searched_for_them() -> None:
    question = understand("quagga zebu okapi", EDITION)
    assert question.lacking == ("quagga", "zebu", "okapi")
    otherwise = replace(question, also_searched={"zebu": ("zebra",)}, related={"okapi": ("giraffe",)})
    assert otherwise.lacking == ("quagga",)


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("灯塔于1931年建成。", "灯塔什么时候建成？", "zh"),
        ("灯塔は1931年に建設された。", "灯塔はいつ建設された", "ja"),
        ("灯塔于1931年建成。", "火车站在哪里？", "zh"),
    ],
)
def test_pairs_of_signs_are_never_called_missing_words(text: str, asked: str, language: str) -> None:
    found = Edition.of([article("lamp", text, language=language)])
    assert understand(asked, found).missing == ()


def test_question_words_make_no_pairs_with_what_they_ask_about() -> None:
    found = Edition.of([article("lamp", "灯塔于1931年建成。", language="zh")])
    assert [word.surface for word in understand("灯塔什么时候建成？", found).words] == ["灯塔", "建成"]
    assert understand("什么", found).words, "where nothing else is left, they are searched"


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Which event ruined the quaggas?", ("ruined", "quaggas")),
        ("Which event cost the quagga 30 crowns?", ("quagga", "30")),
        ("What did the quagga say?", ("quagga",)),
        ("Welches Ereignis hat das Okapi zerstört?", ("Okapi", "zerstört")),
        ("What was the name of the okapi?", ("okapi",)),
    ],
)
def test_what_tells_only_what_is_asked_for_is_not_called_missing(
    question: str, lacking: tuple[str, ...]
) -> None:
    both = Edition.of([harbour(), article("moor", "Der Hafen war im Februar zugefroren.", language="de")])
    assert understand(question, both).lacking == lacking


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("who own the harbour?", ["own", "harbour"]),
        ("Who owned the boats?", ["owned", "boats"]),
        ("Was it their own harbour?", ["harbour"]),
        ("Did the mayor's own boats sink?", ["mayor's", "boats", "sink"]),
        ("What did Will say about May?", ["Will", "say", "May"]),
        ("what will they say?", ["say"]),
        ("Who opened the IT harbour?", ["opened", "IT", "harbour"]),
        ("Will they say it?", ["say"]),
        ("The ice came. Will boats sink?", ["ice", "came", "boats", "sink"]),
    ],
)
def test_a_small_word_counts_where_it_is_a_verb_or_a_name(question: str, words: list[str]) -> None:
    assert [word.surface for word in understand(question, EDITION).words] == words


def test_an_abbreviation_is_not_the_small_word_of_its_letters() -> None:
    us = Edition.of([article("us", "They paid us. The US sent two ships."), harbour()])
    (word,) = understand("U.S.", us).words
    assert [us.passages[n].text for n, _ in us.ranking.top(dict.fromkeys(word.readings, 1.0), 5)] == [
        "They paid us. The US sent two ships."
    ]
    assert understand("US", Edition.of([article("us", "They paid us.")])).missing == ("US",)
