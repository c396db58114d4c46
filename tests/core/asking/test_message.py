"""A message's clauses: what asks is searched, what only talks around it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.message import (
    claimed,
    heard,
    may_be_among_people,
    points_back,
    to_verify,
    with_subject,
)
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


PARTED = ("; ", "\n", "\n- ", ", and ", " and ")


@given(st.sampled_from(QUESTIONS[:3]), st.sampled_from(QUESTIONS[:3]), st.sampled_from(PARTED))
def test_every_two_questions_are_heard_apart_in_their_order(one: str, other: str, parted: str) -> None:
    first = one.rstrip("?")
    assert [bare(found) for found in heard(f"{first}{parted}{other}").questions] == [bare(one), bare(other)]


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("Q1: who sold the ferry? Q2: when did it sink?", ("who sold the ferry?", "when did it sink?")),
        ("First, who sold the ferry? Second, who bought it?", ("who sold the ferry?", "who bought it?")),
        ("Во-первых, кто продал паром? Во-вторых, где маяк?", ("кто продал паром?", "где маяк?")),
        ("a) who sold the ferry b) when did it sink", ("who sold the ferry", "when did it sink")),
        (
            "Who sold the ferry? And how much did the lamp cost?",
            ("Who sold the ferry?", "And how much did the lamp cost?"),
        ),
        (
            "Who sold the ferry, how many boats sank and when did the pier burn?",
            ("Who sold the ferry?", "how many boats sank?", "when did the pier burn?"),
        ),
        (
            "How many boats has the club and who is its chair?",
            ("How many boats has the club?", "who is its chair?"),
        ),
        (
            "Who sold the ferry and in which year did it sink?",
            ("Who sold the ferry?", "in which year did it sink?"),
        ),
        ("What did the ferry cost and was it sold?", ("What did the ferry cost?", "was it sold?")),
        ("Who owns the pier and does Quill pay for it?", ("Who owns the pier?", "does Quill pay for it?")),
        ("Wem gehört die Fähre; wann brannte der Steg?", ("Wem gehört die Fähre", "wann brannte der Steg?")),
        ("Кто продал паром; сколько лодок утонуло?", ("Кто продал паром", "сколько лодок утонуло?")),
        ("Хто продав пором і скільки човнів затонуло?", ("Хто продав пором?", "скільки човнів затонуло?")),
        ("À qui est le bac et combien coûte la lampe ?", ("À qui est le bac?", "combien coûte la lampe ?")),
        (
            "¿De quién es el faro y cuánto costó la lámpara?",
            ("¿De quién es el faro?", "cuánto costó la lámpara?"),
        ),
        ("Кемені кім сатты және шам қанша тұрады?", ("Кемені кім сатты?", "шам қанша тұрады?")),
    ],
)
def test_questions_are_parted_as_people_part_them(message: str, questions: tuple[str, ...]) -> None:
    assert heard(message).questions == questions


@pytest.mark.parametrize(
    "message",
    [
        "Who sold the ferry, which sank in May?",
        "Who stole the ferry and was arrested?",
        "Who built the pier and has a house there?",
        "What did the mayor say and why did he say it?",
        "Что делали рыбаки, когда сгорел маяк?",
        "Wer hörte, wann die Fähre kommt?",
    ],
)
def test_a_clause_that_only_goes_with_a_question_is_not_parted_from_it(message: str) -> None:
    assert heard(message).questions == (message,)


@pytest.mark.parametrize(
    "message",
    [
        "Odd one, but my neighbours keep asking: {}",
        "my neighbours keep asking this :/ {}",
        "Not sure whom I should ask, but {}",
        "Слушай, а ты случайно не знаешь, {}",
        "Moin zusammen, kurze Frage in die Runde: {}",
        "Petite question bête : {}",
        "petite question rapide {}",
        "Qualcuno mi sa dire {}",
        "А можно спросить? {}",
    ],
)
@pytest.mark.parametrize("question", ["Who sold the ferry?", "How many boats sank?"])
def test_what_leads_up_to_a_question_is_not_asked(message: str, question: str) -> None:
    assert [found.removeprefix("but ") for found in heard(message.format(question)).questions] == [question]


@pytest.mark.parametrize("message", ["The old ferry: who sold it?", "When the pier burned, who was there?"])
def test_what_a_question_is_about_stays_before_it(message: str) -> None:
    assert heard(message).questions == (message,)


@pytest.mark.parametrize(
    "question", ["cuanto costo la lampara del faro", "de quien es el faro", "donde esta el faro"]
)
def test_a_question_in_haste_is_one_without_its_accents(question: str) -> None:
    assert heard(f"hola, quiero saber {question}").questions == (question,)


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("do you know if the ferry was sold?", "the ferry was sold?"),
        ("can you tell me whether the ferry was sold", "the ferry was sold"),
        ("savez-vous si le bac est vendu ?", "le bac est vendu ?"),
        ("sabes si el faro fue vendido?", "el faro fue vendido?"),
        ("if the ferry is sold, who pays?", "if the ferry is sold, who pays?"),
    ],
)
def test_what_is_asked_behind_whether_is_asked(message: str, asked: str) -> None:
    assert heard(message).questions == (asked,)


@pytest.mark.parametrize(
    ("lead", "question"),
    [("хочу узнать", "сколько лодок утонуло"), ("хочу дізнатися", "скільки човнів затонуло")],
)
def test_who_wants_to_know_needs_no_word_for_himself(lead: str, question: str) -> None:
    assert heard(f"{lead} {question}").questions == (question,)


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
        ("who made it?", Role.LEANING),
        ("how does this work", Role.LEANING),
        ("Was ist das?", Role.LEANING),
        ("когда это было?", Role.LEANING),
        ("¿Cuándo fue eso?", Role.LEANING),
        ("как дела?", Role.ABOUT_US),
        ("чем можешь помочь?", Role.ABOUT_US),
        ("як справи?", Role.ABOUT_US),
        ("wie geht's?", Role.ABOUT_US),
        ("comment ça va ?", Role.ABOUT_US),
        ("qué puedes hacer?", Role.ABOUT_US),
        ("не істей аласың?", Role.ABOUT_US),
        ("спасибо, очень помог", Role.SOCIAL),
        ("danke, hat sehr geholfen", Role.SOCIAL),
        ("that's very helpful, thank you", Role.SOCIAL),
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


def test_what_a_question_points_back_to_is_searched_with_it() -> None:
    before = ["How many boats has the club? source:courier"]
    assert with_subject("who is its chair?", before) == "who is its chair? boats club"
    assert with_subject("who sold the ferry?", before) == "who sold the ferry?"
    assert with_subject("who is its chair?", []) == "who is its chair?"


def test_a_question_that_names_what_its_pronoun_stands_for_is_searched_as_it_is() -> None:
    asked = "Where did the growers of Tarn lose their harvest?"
    assert with_subject(asked, ["Who owns the harbour?"]) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Why did Ada leave her boat?",
        "Was there a storm in the harbour?",
        "Gab es einen Sturm im Hafen?",
        "Pourquoi le phare a-t-il brûlé ?",
        "Y a-t-il un phare dans le port ?",
        "Зачем староста продал свой паром?",
    ],
)
def test_a_pronoun_for_what_the_question_names_points_at_nothing_else(question: str) -> None:
    assert not points_back(question)


@pytest.mark.parametrize(
    "question", ["Why did Ada sell it?", "Where are her lamps?", "Quand a-t-il brûlé ?", "Кто его продал?"]
)
def test_a_pronoun_for_what_was_named_before_points_back(question: str) -> None:
    assert points_back(question)


def test_a_numbered_item_beside_a_question_asks_too() -> None:
    asked = heard("1) Who sold the ferry? 2) lamp of the lighthouse 3) when did it sink?").questions
    assert asked == ("Who sold the ferry?", "lamp of the lighthouse?", "when did it sink?")
    assert heard("1) lamps 2) ferries").questions == ("lamps ferries",)


@pytest.mark.parametrize(
    ("message", "hints"),
    [
        ("who of you has a ladder?", True),
        ("is anyone at the pier tonight?", True),
        ("Ben, was the ferry late?", True),
        ("Ben, where does he come from?", False),
        ("wo seid ihr morgen?", True),
        ("где встречаемся завтра?", True),
        ("кешке қайда барасыңдар?", True),
        ("dove ci troviamo?", True),
        ("what do you know of the mill?", False),
        ("who sold the ferry?", False),
        ("quand le pont a-t-on ouvert ?", False),
    ],
)
def test_words_of_people_to_each_other_hint_at_talk_unless_they_ask_to_be_told(
    message: str, hints: bool
) -> None:
    assert may_be_among_people(message) is hints
