"""A message's clauses: what asks is searched, what only talks around it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.message import claimed, heard, to_verify
from bot.core.asking.peeling import Role

QUESTIONS = (
    "Who repaired the lighthouse?",
    "When was the ferry sold?",
    "how many gulls nest on the pier",
    "Was the harbour closed in March?",
    "Кто починил маяк?",
    "Wann wurde die Fähre verkauft?",
)
BEFORE = (
    "Hello!",
    "Hey bot,",
    "Good evening everyone.",
    "Sorry to bother you, quick question:",
    "Guten Tag, ich habe eine Frage:",
    "Здравствуйте!",
    "Сәлем!",
    "Bonjour,",
    "Buenos días.",
    "I am writing about the coast for my school.",
)
BEHIND = ("Thanks!", "Thank you very much in advance :)", "Спасибо!", "Merci beaucoup", "Vielen Dank!", "🙏")


def bare(question: str) -> str:
    return question.rstrip("? 🙏").lower()


@given(st.sampled_from(BEFORE), st.sampled_from(QUESTIONS), st.sampled_from(BEHIND))
def test_every_question_is_heard_without_greetings_and_thanks_around_it(
    before: str, question: str, behind: str
) -> None:
    assert [bare(found) for found in heard(f"{before} {question} {behind}").questions] == [bare(question)]


@given(st.sampled_from(QUESTIONS), st.sampled_from(['"{}"', "«{}»", "“{}”", "please answer: “{}”"]))
def test_every_question_in_quotation_marks_is_the_question(question: str, marks: str) -> None:
    assert [bare(found) for found in heard(marks.format(question)).questions] == [bare(question)]


@pytest.mark.parametrize(
    "message",
    [
        "Could you please tell me who repaired the lighthouse?",
        "does anyone here know who repaired the lighthouse",
        "who repaired the lighthouse, do you know?",
        "[02.03.2031, 10:15] Ann: who repaired the lighthouse?",
        "Ann, [2.3.2031 10:15]: who repaired the lighthouse?",
        "> who repaired the lighthouse?",
        "@quoth_bot who repaired the lighthouse?",
        "https://coast.example/a/1.html who repaired the lighthouse?",
        "Sorry, my brother and I have been arguing about it: who repaired the lighthouse?",
    ],
)
def test_what_stands_around_a_question_is_not_searched(message: str) -> None:
    assert [bare(found) for found in heard(message).questions] == ["who repaired the lighthouse"]


@pytest.mark.parametrize(
    "question",
    [
        "my aunt died, how long may I stay away?",
        "The lighthouse keeper, who was he?",
        "lighthouse repair 1931",
        "Thanks to whom was the ferry saved?",
        "what did the mayor say, and when did he say it",
        "Do you repair ferries?",
        "Hello Dolly was sung by whom?",
        "Say no to the ferry",
        "No. 7 Harbour Street",
        "",
    ],
)
def test_a_question_without_talk_around_it_is_left_as_it_was(question: str) -> None:
    assert heard(question).questions == ((question,) if question else ())


def test_what_is_told_beside_a_question_is_its_context() -> None:
    found = heard("I read about the storm of 1931. Who repaired the lighthouse after it?")
    assert found.questions == ("Who repaired the lighthouse after it?",)
    assert found.context == "I read about the storm of 1931."


def test_a_question_without_a_subject_keeps_what_was_told_before_it() -> None:
    assert heard("The lighthouse burned. Who was it?").questions == ("The lighthouse burned. Who was it?",)


def test_several_questions_are_heard_apart() -> None:
    assert heard("1) Who repaired the lighthouse? 2) When was the ferry sold?").questions == (
        "Who repaired the lighthouse?",
        "When was the ferry sold?",
    )


def test_filters_belong_to_every_question() -> None:
    message = 'Hi! Who repaired it in the harbour? When was the ferry sold? source:courier "north pier"'
    assert heard(message).questions == (
        'Who repaired it in the harbour? source:courier "north pier"',
        'When was the ferry sold? source:courier "north pier"',
    )


@pytest.mark.parametrize(
    ("message", "role"),
    [
        ("hi", Role.SOCIAL),
        ("Thank you so much!", Role.SOCIAL),
        ("ok, thanks", Role.SOCIAL),
        ("Спасибо большое", Role.SOCIAL),
        ("Рақмет!", Role.SOCIAL),
        ("who are you?", Role.ABOUT_US),
        ("Was kannst du?", Role.ABOUT_US),
        ("why?", Role.LEANING),
        ("And why?", Role.LEANING),
        ("tell me more", Role.LEANING),
        ("А почему?", Role.LEANING),
    ],
)
def test_talk_alone_asks_nothing(message: str, role: Role) -> None:
    found = heard(message)
    assert not found.questions
    assert [clause.role for clause in found.clauses] == [role]


@given(st.text(max_size=300))
def test_every_message_is_heard(message: str) -> None:
    assert all(question.strip() for question in heard(message).questions)


@pytest.mark.parametrize("sign", ["a ", "a, ", "? ", ". ", "1) ", "> ", "hi ", "«", "me ", "x:"])
def test_the_longest_messages_are_heard(sign: str) -> None:
    heard(sign * LIMITS.asking.message)


QUOTED = "“14 boats were crushed by the ice”"


@pytest.mark.parametrize(
    "question",
    [
        f"Is it true that {QUOTED}?",
        f"{QUOTED} is that right?",
        f"Did mayor Edda Quill say {QUOTED}?",
        f"who said {QUOTED}?",
        f"Check this quote: {QUOTED}",
        f"Правда ли, что {QUOTED}?",
        f"Stimmt es, dass {QUOTED}?",
        f"Est-ce vrai que {QUOTED} ?",
        f"¿Es verdad que {QUOTED}?",
    ],
)
def test_quoted_words_are_verified_where_nothing_else_is_asked_of_them(question: str) -> None:
    assert to_verify(question) == QUOTED


@pytest.mark.parametrize(
    "question",
    [
        "was the “Old Heron Inn of Tarn” sold?",
        "who wrote the song “The ice” of Tarn?",
        f"How deep was the water where {QUOTED}?",
        "who paid?",
        QUOTED.strip("“”"),
    ],
)
def test_other_questions_are_not_taken_for_verifying(question: str) -> None:
    assert to_verify(question) == question


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Is it true that 30 boats sank?", "30 boats sank"),
        ("verify: 30 boats sank", "30 boats sank"),
        ("Stimmt es wirklich, dass 30 Boote sanken?", "30 Boote sanken"),
        ("so who was really behind the theft?", ""),
        ("How many boats sank?", ""),
        ("", ""),
    ],
)
def test_what_follows_a_doubt_is_a_claim(question: str, claim: str) -> None:
    assert claimed(question) == claim
