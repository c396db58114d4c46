"""Replies to the bot in a group: who asks is heard, who only talks is not.

``chatter.txt`` has 200 of our own in eight languages: the language, ``?`` where it asks or ``-``, the words.
The word lists were made by its first half, every other line; the floors are what the second half gave.
Outcries ("what a mess"), what begs ("tell me more about") and whose talk it is ("why do I bother") were made
by ``chatter_more.txt`` alone: 60, and seven times 200 of which 40 ask; what each gave before anything was
made by it stands in docs/measured.md. Heard of its talk are questions between people: "who brings the wine?".
What hints at those decides where the articles hardly answer; whom the bot answers: ./run bench chatter.
"""

from pathlib import Path

import pytest

from bot.core.asking.message import asks_something, may_be_among_people


def read(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split(" ", 2) for line in lines]


REPLIES, MORE = read("chatter.txt"), read("chatter_more.txt")
BUILT, MEASURED = REPLIES[::2], REPLIES[1::2]


def heard(replies: list[list[str]], mark: str) -> list[str]:
    return [words for _, kind, words in replies if kind == mark and asks_something(words)]


def test_there_are_200_replies_of_eight_languages_and_40_ask() -> None:
    assert len(REPLIES) == 200
    assert len({code for code, _, _ in REPLIES}) == 8
    assert sum(kind == "?" for _, kind, _ in REPLIES) == 40


@pytest.mark.parametrize(
    ("replies", "questions", "talk"), [(BUILT, 20, 0), (MEASURED, 20, 0), (REPLIES, 40, 0), (MORE, 293, 169)]
)
def test_who_asks_is_heard_and_who_talks_is_not(replies: list[list[str]], questions: int, talk: int) -> None:
    assert len(heard(replies, "?")) >= questions
    assert len(heard(replies, "-")) <= talk


def test_what_is_meant_for_people_hints_at_it_more_often_than_not() -> None:
    asked, talked = heard([*REPLIES, *MORE], "?"), heard([*REPLIES, *MORE], "-")
    assert len([words for words in asked if may_be_among_people(words)]) <= 2
    assert len([words for words in talked if not may_be_among_people(words)]) <= 63
