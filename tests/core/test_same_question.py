"""However a question is dressed, it is the same question and gets the same quotes."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.replies import Answer, Reply
from bot.library.learned import load_model
from tests.core.texts import harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
QUESTIONS = (
    "How many boats were crushed by the ice?",
    "Who promised new moorings?",
    "What did the town council pay for an icebreaker?",
    "When did the harbour of Lanternby freeze?",
    "Why was the harvest lost?",
    "Did insurance cover the damage?",
    "Who blamed early blossom?",
    "Where did apple growers lose their harvest?",
)
GREETINGS = (
    "Hello!",
    "Good morning, everybody.",
    "Hi bot, quick question:",
    "Guten Tag!",
    "Здравствуйте!",
    "Bonjour,",
    "Could you please tell me:",
)
THANKS = ("Thanks!", "Thank you in advance.", "Спасибо!", "Merci", "Vielen Dank!", "🙏", "thx")
asked = st.sampled_from(QUESTIONS)


@cache
def shipped() -> Model:
    return load_model()


@cache
def told(message: str) -> Reply:
    return answer(message, EDITION, shipped())


def quoted(reply: Reply) -> list[Claim]:
    return [quote.claim for quote in reply.quotes] if isinstance(reply, Answer) else []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(GREETINGS), asked, st.sampled_from(THANKS))
def test_every_greeting_and_thanks_leave_the_answer_as_it_is(
    greeting: str, question: str, thanks: str
) -> None:
    plain, dressed = told(question), told(f"{greeting} {question} {thanks}")
    assert quoted(dressed) == quoted(plain)
    assert dressed.confidence == plain.confidence


@settings(max_examples=20, deadline=None)
@given(asked)
def test_every_question_in_capitals_is_that_in_small_letters(question: str) -> None:
    loud, soft = told(question.upper()), told(question.lower())
    assert quoted(loud) == quoted(soft)
    assert loud.confidence == soft.confidence


@settings(max_examples=40, deadline=None)
@given(asked, st.sampled_from(['"{}"', "“{}”", "«{}»", "„{}“", "'{}'"]))
def test_every_question_in_quotation_marks_is_that_without(question: str, marks: str) -> None:
    marked, plain = told(marks.format(question)), told(question)
    assert quoted(marked) == quoted(plain)
    assert marked.confidence == plain.confidence


@settings(max_examples=30, deadline=None)
@given(st.lists(asked, min_size=2, max_size=3, unique=True))
def test_every_order_of_questions_is_the_order_of_the_parts(questions: list[str]) -> None:
    there, back = told(" ".join(questions)), told(" ".join(reversed(questions)))
    assert [part.question for part in there.parts] == questions
    assert [quoted(part.reply) for part in there.parts] == [
        quoted(part.reply) for part in reversed(back.parts)
    ]
    assert [quoted(part.reply) for part in there.parts] == [quoted(told(question)) for question in questions]
