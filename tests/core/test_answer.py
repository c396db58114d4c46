"""From a question to quotes that answer it, or to an honest refusal."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answer import Model, answer
from bot.core.index.edition import Edition
from bot.core.nouns import BlockKind
from bot.core.proving.showing import parts, text_of
from bot.core.replies import HEDGE_BELOW, Abstention, Answer, Part, Reason, together
from bot.library.learned import load_model
from tests.core.index.unreachable import cut_off
from tests.core.models import model as sure_model
from tests.core.texts import article, figures_of, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])


@cache
def shipped() -> Model:
    """The weights that ship with the project."""
    return load_model()


@pytest.fixture
def model() -> Model:
    return shipped()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many boats were crushed by the ice?", "14 boats were crushed"),
        ("what did the town pay for the icebreaker", "90,000 crowns"),
        ("who blamed early blossom?", "Pavel Dunn"),
        ("mayor moorings", "new moorings before autumn"),
    ],
)
def test_a_question_is_answered_in_the_articles_own_words(question: str, words: str, model: Model) -> None:
    reply = answer(question, EDITION, model)
    assert isinstance(reply, Answer)
    assert words in reply.lead.text
    assert 0 <= reply.confidence <= 1


@settings(max_examples=60)
@given(question=st.one_of(st.text(max_size=80), st.text('harbour ice boats mayor?." ', max_size=60)))
def test_every_reply_holds_nothing_but_exact_quotes(question: str) -> None:
    reply = answer(question, EDITION, shipped())
    quotes = reply.quotes if isinstance(reply, Answer) else ()
    for quote in quotes:
        assert quote.text == quote.article.text[quote.span.start : quote.span.end]
        assert EDITION.article(quote.article.id) is quote.article
    assert 0 <= reply.confidence <= 1


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", Reason.EMPTY_QUESTION),
        ("?!", Reason.EMPTY_QUESTION),
        ("quantum chromodynamics", Reason.NO_MATCH),
        ("Good morning, thank you!", Reason.SMALL_TALK),
        ("what can you do", Reason.SMALL_TALK),
        ("why?", Reason.NO_SUBJECT),
        ("the second one", Reason.NO_SUBJECT),
        ("source?", Reason.NO_SUBJECT),
    ],
)
def test_a_refusal_says_why(question: str, reason: Reason, model: Model) -> None:
    reply = answer(question, EDITION, model)
    assert isinstance(reply, Abstention)
    assert reply.reason is reason


BOATS = "How many boats were crushed by the ice?"


@pytest.mark.parametrize(
    "frame",
    [
        "Hello! {}",
        "{} Thanks!",
        '"{}"',
        "Could you tell me: {}",
        "{} https://elsewhere.example/a",
        "I study ice. {}",
    ],
)
def test_what_stands_around_a_question_changes_no_quote(frame: str, model: Model) -> None:
    plain, framed = answer(BOATS, EDITION, model), answer(frame.format(BOATS), EDITION, model)
    assert isinstance(plain, Answer)
    assert isinstance(framed, Answer)
    assert (framed.lead.claim, framed.missing) == (plain.lead.claim, ())


@pytest.mark.parametrize("loud", [BOATS.upper(), BOATS.title()])
def test_a_question_in_capitals_is_answered_as_in_small_letters(loud: str, model: Model) -> None:
    plain, found = answer(BOATS.lower(), EDITION, model), answer(loud, EDITION, model)
    assert isinstance(plain, Answer)
    assert isinstance(found, Answer)
    assert (found.lead.claim, found.confidence) == (plain.lead.claim, plain.confidence)


def test_every_question_of_a_message_gets_its_own_reply(model: Model) -> None:
    other, odd = "Who is the mayor of Quill?", "Who sold the submarine?"
    reply = answer(f"{BOATS} {other} {odd}", EDITION, model)
    assert [part.question for part in reply.parts] == [BOATS, other, odd]
    for part in reply.parts:
        alone = answer(part.question, EDITION, model)
        assert type(part.reply) is type(alone)
        if isinstance(part.reply, Answer) and isinstance(alone, Answer):
            assert part.reply.quotes == alone.quotes
    swapped = answer(f"{other} {BOATS}", EDITION, model)
    assert [part.question for part in swapped.parts] == [other, BOATS]


PEOPLE = Edition.of(
    [
        article("ada", "Ada Quill, a former pilot, repairs the old lamps of Tarn.", publisher="Tarn Courier"),
        article("pavel", "The chair of the rowing club is Pavel Dunn, who carves oars."),
        harbour(),
    ]
)


def test_two_names_of_whom_nothing_tells_at_once_are_each_answered(model: Model) -> None:
    reply = answer("Who are Ada Quill and Pavel Dunn?", PEOPLE, model)
    assert isinstance(reply, Answer)
    assert [quote.article.id for quote in reply.quotes[:2]] == ["ada", "pavel"]
    alone = [answer(f"Who is {name}?", PEOPLE, model).confidence for name in ("Ada Quill", "Pavel Dunn")]
    assert reply.confidence <= max(alone)
    assert not reply.parts


def test_what_a_publisher_says_is_looked_for_in_what_he_published(model: Model) -> None:
    reply = answer("What does the Courier say about lamps?", PEOPLE, model)
    assert isinstance(reply, Answer)
    assert ({quote.article.id for quote in reply.quotes}, reply.missing) == ({"ada"}, ())


def test_a_few_words_that_are_doubted_are_asked(model: Model) -> None:
    plain = answer("Ada repairs lamps?", PEOPLE, model)
    doubted = answer("Is it true that Ada repairs lamps?", PEOPLE, model)
    assert isinstance(plain, Answer)
    assert isinstance(doubted, Answer)
    assert (doubted.lead.claim, doubted.missing) == (plain.lead.claim, ())


def test_a_part_that_points_back_is_read_with_the_part_before(model: Model) -> None:
    reply = answer("What does Ada Quill repair and where are her lamps?", PEOPLE, model)
    assert [part.question for part in reply.parts] == ["What does Ada Quill repair?", "where are her lamps?"]
    assert all(isinstance(part.reply, Answer) for part in reply.parts)


@pytest.mark.parametrize(
    "message",
    [
        "i saw a report on the lamps of tarn. who repairs them",
        "I saw a report on the lamps of Tarn. Who repairs them?",
        "My neighbours told me of the lamps of Tarn; who repairs them?",
    ],
)
def test_what_a_statement_names_is_what_the_question_behind_it_points_at(message: str, model: Model) -> None:
    reply = answer(message, PEOPLE, model)
    assert isinstance(reply, Answer)
    assert (reply.lead.article.id, reply.missing) == ("ada", ())


def test_more_questions_than_are_answered_are_counted(model: Model) -> None:
    reply = answer(f"{BOATS} " * 5, EDITION, model)
    assert (len(reply.parts), reply.unread) == (3, 2)


def test_parts_together_are_the_first_quotes_of_each(model: Model) -> None:
    reply = answer(f"{BOATS} Who is the mayor of Quill?", EDITION, model)
    answers = [part.reply for part in reply.parts if isinstance(part.reply, Answer)]
    flat = together(reply)
    assert isinstance(flat, Answer)
    expected = [found.lead for found in answers] if len(answers) > 1 else list(answers[0].quotes)
    assert list(flat.quotes) == list(dict.fromkeys(expected))
    assert flat.confidence == min(found.confidence for found in answers)


def test_a_further_quote_is_read_at_first_only_from_another_article_by_evidence_of_its_own(
    model: Model,
) -> None:
    reply = answer(BOATS, EDITION, model)
    assert isinstance(reply, Answer)
    assert reply.lead not in reply.aside
    assert set(reply.aside) < set(reply.quotes)
    told_again = article(
        "gazette", "The gazette of Quill: in all, 14 boats were crushed by the ice at the old pier."
    )
    confirmed = answer(BOATS, Edition.of([harbour(), orchard(), told_again]), model)
    assert isinstance(confirmed, Answer)
    assert len({quote.article.id for quote in confirmed.quotes[: confirmed.at_first]}) == 2
    goes_on = article(
        "gazette", f"{told_again.text} At the old pier 14 boats were crushed by the ice in Quill."
    )
    alone = answer(BOATS, Edition.of([orchard(), goes_on]), model)
    assert isinstance(alone, Answer)
    assert alone.at_first == 1


def test_quotes_are_read_in_order_those_that_differ_first_what_is_aside_last(model: Model) -> None:
    reply = answer(BOATS, EDITION, model)
    assert isinstance(reply, Answer)
    lead, second, third, *rest = reply.quotes
    whole = together(replace(reply, aside=(second,), figures=figures_of(lead, third)))
    assert isinstance(whole, Answer)
    assert whole.quotes == (lead, third, *rest, second)
    assert (whole.voices, whole.at_first) == (2, len(whole.quotes) - 1)
    both = together(replace(reply, aside=(second, third), figures=figures_of(lead, third)))
    assert isinstance(both, Answer)
    assert (both.quotes[:2], both.aside) == ((lead, third), (second,))


def test_what_is_said_of_pasted_words_is_said_of_no_other_quote(model: Model) -> None:
    plain = answer(BOATS, EDITION, model)
    assert isinstance(plain, Answer)
    pasted = answer(f'"{plain.lead.text}"', EDITION, model)
    assert isinstance(pasted, Answer)
    assert pasted.pasted
    other = answer("Who is the mayor of Quill?", EDITION, model)
    assert isinstance(other, Answer)
    flat = together(replace(pasted, parts=(Part("pasted", pasted), Part("asked", other))))
    assert isinstance(flat, Answer)
    assert flat.pasted is None


def test_an_articles_own_address_in_a_message_asks_that_article(model: Model) -> None:
    own = replace(EDITION.articles[0], url="https://www.coast.example/ice/")
    edition = Edition.of([own, *EDITION.articles[1:]])
    reply = answer(f"{BOATS} http://coast.example/ice#top", edition, model)
    assert isinstance(reply, Abstention) or {quote.article.id for quote in reply.quotes} == {own.id}


def test_a_refusal_names_the_words_that_no_article_has(model: Model) -> None:
    reply = answer("quantum chromodynamics", EDITION, model)
    assert reply.missing == ("quantum", "chromodynamics")


DEEP = article(
    "speech", f"Quill said: “{'We had no ice in the harbour at all that year. ' * 20}Growers sang.”"
)


def test_what_lies_deep_inside_of_a_speech_is_never_shown_without_its_speaker(model: Model) -> None:
    reply = answer("did the growers sing?", Edition.of([DEEP]), model)
    assert isinstance(reply, Answer)
    shown = text_of(reply.lead, parts(reply.lead))
    assert shown.startswith("Quill said: “We had no ice in the harbour at all that year.\n[…] ")
    assert shown.endswith("Growers sang.”")


def test_a_phrase_is_missing_only_if_it_stands_nowhere_word_for_word(model: Model) -> None:
    edition = Edition.of(
        [
            article("one", "The grey boats sank in long winters."),
            article("two", "In the long winter a greyer boat sank."),
            article(
                "three", "Grey boats sank, and the winter was long for boats that were grey: winter, long."
            ),
        ]
    )
    reply = answer('what sank in the "grey boats" "long winter" story?', edition, model)
    assert not {'"grey boats"', '"long winter"', "grey boats", "long winter"} & set(reply.missing)
    assert answer('what sank in the "long winters" of a "grey boat"?', edition, model).missing == (
        "grey boat",
    )


@pytest.mark.parametrize("question", ["what froze over on 4 February?", "what of the?"])
def test_another_date_or_no_word_that_tells_anything_makes_unsure(question: str) -> None:
    reply = answer(question, EDITION, sure_model(log_odds=3))
    assert isinstance(reply, Answer)
    assert reply.hedged
    assert not {"what", "of", "the"} & set(reply.missing)
    same = answer("what froze over on 3 February?", EDITION, sure_model(log_odds=3))
    assert same.confidence > 0.9


FERRY = "Q: Where do I park?\n\nBehind the customs house; the first two hours are free."


@pytest.mark.parametrize(
    ("question", "is_same"),
    [("Where do I park?", True), ("where do i park", True), ("Where do I park a van?", False)],
)
def test_the_answer_to_the_very_question_that_stands_above_it_is_sure(question: str, is_same: bool) -> None:
    plain = article("ferry", FERRY)
    asked, told = plain.blocks
    ferry = replace(plain, blocks=(replace(asked, kind=BlockKind.QUESTION), told))
    reply = answer(question, Edition.of([ferry, harbour()]), sure_model(log_odds=-2))
    assert isinstance(reply, Answer)
    assert reply.lead.text.startswith("Behind the customs house")
    assert reply.hedged != is_same


def test_an_empty_corpus_answers_nothing(model: Model) -> None:
    reply = answer("who blamed early blossom?", Edition.of([]), model)
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.EMPTY_CORPUS
    assert reply.asked_in == ()  # no article is in another language


def test_a_single_article_can_answer(model: Model) -> None:
    reply = answer("how many boats were crushed?", Edition.of([harbour()]), model)
    assert isinstance(reply, Answer)
    assert "14 boats" in reply.lead.text


def test_another_spelling_is_found_and_shown(model: Model) -> None:
    reply = answer("what froze over in Lantarnby?", EDITION, model)
    assert reply.also_searched["Lantarnby"] == ("Lanternby",)


def test_the_answer_does_not_depend_on_the_order_of_reading(model: Model) -> None:
    question = "what was crushed by ice, and who lost the harvest?"
    one, other = (
        answer(question, Edition.of(articles), model)
        for articles in ([harbour(), orchard()], [orchard(), harbour()])
    )
    assert isinstance(one, Answer)
    assert isinstance(other, Answer)
    assert [quote.text for quote in one.quotes] == [quote.text for quote in other.quotes]


@pytest.mark.parametrize(
    ("question", "languages"),
    [
        ("Что сказала Эдда Квилл о лодках 3 февраля?", {"ru"}),
        ("Was hat Edda Quill über die Boote gesagt?", {"de"}),
    ],
)
def test_a_question_in_another_language_is_found_by_its_names_and_is_never_sure(
    question: str, languages: set[str], model: Model
) -> None:
    reply = answer(question, EDITION, model)
    assert isinstance(reply, Answer)
    assert "Quill" in reply.lead.passage.text
    assert languages <= set(reply.asked_in)
    assert reply.hedged
    assert reply.missing == ()


def test_small_words_of_another_language_are_no_names(model: Model) -> None:
    reply = answer("Hat jemand die Katze gefüttert?", Edition.of([article("oaks", "Old oaks die.")]), model)
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.NO_MATCH


def test_a_question_in_a_language_of_the_articles_is_not_called_foreign(model: Model) -> None:
    both = Edition.of([harbour(), article("mole", "Мэр открыл мол в мае.", language="ru")])
    for question in ("What did the mayor say?", "Кто открыл мол?", "mayor moorings"):
        assert answer(question, both, model).asked_in == ()


@pytest.mark.parametrize(("talk", "language"), [("спасибо!", "ru"), ("merci", "fr"), ("почему?", "ru")])
def test_talk_tells_its_language(talk: str, language: str, model: Model) -> None:
    reply = answer(talk, EDITION, model)
    assert isinstance(reply, Abstention)
    assert language in reply.asked_in


@pytest.mark.parametrize(
    ("message", "verbatim"),
    [
        ("Hi, is it true that “14 boats were crushed by the ice”?", True),
        ("Did Edda Quill say “15 boats were crushed by the ice”?", False),
        ("Is it true that 14 boats were crushed by the ice?", True),
        ("Is it true that 15 boats were crushed by the ice?", False),
        ("verify: 15 boats were crushed by the ice", False),
        ("Правда ли 15 boats were crushed by the ice?", False),
    ],
)
def test_quoted_matter_is_verified_where_it_stands(message: str, verbatim: bool, model: Model) -> None:
    reply = answer(message, EDITION, model)
    assert isinstance(reply, Answer)
    assert reply.pasted
    assert reply.pasted.is_verbatim is verbatim
    assert "14 boats were crushed" in reply.lead.text


def test_what_is_closest_to_a_claim_that_stands_nowhere_is_never_told_as_its_words(model: Model) -> None:
    reply = answer("Is it true that a comet fell on the mayor in autumn?", EDITION, model)
    nearest = isinstance(reply, Answer) and reply.pasted is not None and reply.pasted.nearest
    assert not isinstance(reply, Answer) or (nearest and reply.confidence < HEDGE_BELOW)
    assert not isinstance(reply, Abstention) or reply.reason is not Reason.NOT_QUOTED


@pytest.mark.parametrize(
    "question", ["How many boats were crushed?", '"crushed by the ice"', "Did the ice crush boats?"]
)
def test_an_index_that_cannot_be_asked_gives_no_answer_and_no_refusal(question: str) -> None:
    there, elsewhere = cut_off(EDITION)
    assert answer(question, there, sure_model()) == Abstention(Reason.CANNOT_LOOK_UP, 0.0)
    elsewhere.cut_off = False
    assert isinstance(answer(question, there, sure_model()), Answer)
