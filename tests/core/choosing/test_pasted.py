"""Pasted words looked up as a quotation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.answer import answer
from bot.core.choosing.pasted import excerpt
from bot.core.index.edition import Edition
from bot.core.replies import Abstention, Answer, Reason, Reply
from tests.core.models import model
from tests.core.texts import article, harbour, orchard

MAYOR = "Mayor Edda Quill said that 14 boats were crushed by the ice."
PRICE = "The town council paid 90,000 crowns for an icebreaker."
LONG = article(
    "ledger",
    "\n\n".join(
        f"Clerk number {n} wrote that cargo {n * 7} left quay {n * 3} for the northern islands at dawn. "
        "Nobody on the quay had signed for any of it, "
        + "and the ledger of that morning shows nothing but the weather. "
        * 4
        for n in range(20)
    ),
)
EDITION = Edition.of([harbour(), orchard(), LONG])
MODEL = model(log_odds=-1)


def asked(text: str, edition: Edition = EDITION) -> Reply:
    return answer(text, edition, MODEL)


def found(text: str, edition: Edition = EDITION) -> Answer:
    reply = asked(text, edition)
    assert isinstance(reply, Answer)
    assert reply.pasted
    return reply


@pytest.mark.parametrize(
    "text",
    [
        MAYOR,
        MAYOR.upper(),
        MAYOR.rstrip("."),
        f"“{MAYOR}”",
        f'"{MAYOR}"',
        f"« {MAYOR} »",
        "Mayor  Edda\nQuill said that 14 boats were crushed by the ice",
        "Edda Quill said that 14 boats were crushed",
        '"14 boats were crushed by the ice"',
        "… Quill said: that 14 boats were — crushed, by the ice …",
    ],
)
def test_the_very_words_are_found_where_they_stand(text: str) -> None:
    reply = found(text)
    assert reply.pasted
    assert reply.pasted.is_verbatim
    assert (reply.lead.text, reply.others, reply.confidence) == (MAYOR, (), 1.0)


@pytest.mark.parametrize(
    ("text", "added", "left_out"),
    [
        (MAYOR.replace("14", "40"), ("40",), ("14",)),
        (MAYOR.replace("were crushed", "were not crushed"), ("not",), ()),
        (MAYOR.replace("said that ", ""), (), ("said that",)),
        (PRICE.replace("paid", "never paid").replace(" crowns", ""), ("never",), ("crowns",)),
        (f"“{PRICE.replace('town council', 'harbour office')}”", ("harbour office",), ("town council",)),
        ("Yesterday mayor Edda Quill said that 14 boats were crushed", ("Yesterday",), ()),
        (f"“{MAYOR.replace('Mayor', 'Officer')}”", ("Officer",), ("Mayor",)),
        (f"“{MAYOR.replace('ice', 'storm')}”", ("storm",), ("ice",)),
        (f"“Indeed, {MAYOR}”", ("Indeed",), ()),
    ],
)
def test_differing_words_are_named_on_both_sides(
    text: str, added: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    reply = found(text)
    assert reply.pasted
    assert (reply.pasted.added, reply.pasted.left_out) == (added, left_out)
    assert reply.lead.text in {MAYOR, PRICE}
    assert 0.5 < reply.confidence <= 1


def test_words_that_change_the_meaning_of_a_figure_are_no_mere_punctuation() -> None:
    prices = Edition.of([article("prices", "The bread in the harbour market now costs 5% more, $3 a loaf.")])
    reply = found("The bread in the harbour market now costs 5 more, €3 a loaf.", prices)
    assert reply.pasted
    assert (reply.pasted.added, reply.pasted.left_out) == (("5", "€3"), ("5%", "$3"))


def test_words_across_passages_and_paragraphs_are_quoted_in_parts() -> None:
    passages = EDITION.entries[LONG.id].passages
    first, second = passages[0], passages[1]
    sentences = [first.sentences[-1].of(LONG.text), second.sentences[0].of(LONG.text)]
    reply = found(" ".join(sentences))
    assert [quote.text for quote in reply.quotes] == sentences


def test_every_article_that_has_the_words_is_named_once() -> None:
    copies = Edition.of([harbour(), article("copy", f"Ice again.\n\n{MAYOR} {MAYOR}")])
    assert sorted(quote.article.id for quote in found(MAYOR, copies).quotes) == ["copy", "harbour"]


def test_words_of_a_speech_are_shown_from_its_beginning_but_where_they_lie_deep_inside() -> None:
    ice = "The ice took boats from every quay of the northern islands that we can think of. "
    lost = "We lost the pier, the crane, and the shed behind the old harbour office."
    near, deep = (article("speech", f"Quill said: “{ice * count}{lost}”") for count in (5, 12))
    assert found(lost, Edition.of([near])).lead.text == near.text
    assert found(lost, Edition.of([deep])).lead.text == f"{lost}”"


def test_filters_say_where_to_look_for_the_words() -> None:
    copies = Edition.of([harbour(), article("copy", MAYOR)])
    assert [quote.article.id for quote in found(f"“{MAYOR}” source:copy", copies).quotes] == ["copy"]


def test_a_few_quoted_words_that_stand_nowhere_are_refused_with_the_nearest_articles() -> None:
    reply = asked("“ordered the ice painted green”")
    assert isinstance(reply, Abstention)
    assert reply.reason is Reason.NOT_QUOTED
    assert reply.nearest[0].article_id == "harbour"


@pytest.mark.parametrize(
    "claim",
    [
        "“The mayor of Lanternby ordered the ice to be painted green”",
        "Is it true that the mayor of Lanternby ordered the ice to be painted green?",
        "Did anybody write that the mayor ordered the ice to be painted green?",
        "My uncle sent it: the mayor of Lanternby ordered the ice to be painted green",
    ],
)
def test_a_claim_that_stands_nowhere_gets_the_closest_passages_and_is_told_so(claim: str) -> None:
    reply = found(claim)
    assert reply.pasted
    assert reply.pasted.nearest
    assert not reply.pasted.is_verbatim
    assert reply.hedged


def test_of_a_message_passed_on_the_sentence_that_differs_is_told() -> None:
    news = f"Read this, everybody! {PRICE} {MAYOR.replace('14', '15')} Pass it on."
    reply = found(f"“{news}”")
    assert reply.pasted
    assert (reply.pasted.added, reply.pasted.left_out) == (("15",), ("14",))
    assert reply.lead.text == MAYOR


def test_of_a_message_passed_on_all_sentences_that_stand_there_are_quoted() -> None:
    reply = found(f"“Read this, everybody! {PRICE} Nobody knows why. {MAYOR}”")
    assert reply.pasted
    assert reply.pasted.is_verbatim
    assert {quote.text for quote in reply.quotes} == {PRICE, MAYOR}


@pytest.mark.parametrize(
    "text",
    [
        "Which boats did the mayor say were crushed by the ice in the harbour?",
        "who said that 14 boats were crushed by ice in the spring",
        "who was Mayor Edda Quill who said that 14 boats were crushed by the ice",
        MAYOR.replace(".", "?"),
        "tell me everything that you know about mayor Quill and her boats please",
        "boats ice mayor",
        "“boats ice” mayor",
        "“crushed by the ice”",
    ],
)
def test_a_question_is_not_taken_for_a_quotation(text: str) -> None:
    reply = asked(text)
    assert not isinstance(reply, Answer) or reply.pasted is None


def test_a_quotation_spliced_around_who_says_it_is_found_whole() -> None:
    said = "“We heard a noise, and then the lights went out,” old Dunn told us. “The house was simply gone.”"
    spliced = "“We heard a noise, and then the lights went out. The house was simply gone.”"
    reply = found(spliced, Edition.of([article("train", said)]))
    assert reply.pasted
    assert reply.pasted.added == ()


def test_a_shared_word_far_from_the_others_is_no_part_of_the_quotation() -> None:
    start = "Boats were cheap on the island for all of that long and stormy winter. "
    edition = Edition.of([article("far", f"{start}{MAYOR}")])
    reply = found("boats Mayor Edda Quill said that 14 hulls were crushed by the ice", edition)
    assert reply.lead.text == MAYOR


def test_words_that_repeat_themselves_are_not_compared_for_ever() -> None:
    """The comparison would take minutes."""
    edition = Edition.of([article("drone", "The ice of the ice of the ice of. " * 3000)])
    assert isinstance(asked("“" + "the ice of " * 370 + "Quill”", edition), Answer | Abstention)


def test_what_no_message_holds_is_no_quotation() -> None:
    assert excerpt("boats " * LIMITS.asking.question) is None


def test_a_language_without_spaces_is_looked_up_too() -> None:
    sentence = "市長は十四隻の船が氷に壊されたと述べた。"
    edition = Edition.of([article("japanese", f"港は二月に凍った。{sentence}", language="ja")])
    assert sentence in found(f"「{sentence}」".strip("「」"), edition).lead.text


@settings(max_examples=60)
@given(st.data())
def test_every_stretch_of_eight_words_is_found_verbatim(data: st.DataObject) -> None:
    passage = data.draw(st.sampled_from(EDITION.passages))
    words = passage.text.split()
    start = data.draw(st.integers(0, max(0, len(words) - 8)))
    stretch = words[start : start + data.draw(st.integers(8, 30))]
    reply = asked(" ".join(stretch))
    if len(words) >= 8 and not stretch[-1].endswith("?"):
        assert isinstance(reply, Answer)
        assert reply.pasted
        assert reply.pasted.is_verbatim


@settings(max_examples=60)
@given(st.lists(st.sampled_from(MAYOR.split() + PRICE.split() + ["not", "“", "—", "…"]), max_size=30))
def test_every_reply_to_mixed_words_is_made_of_exact_quotes(words: list[str]) -> None:
    reply = asked(" ".join(words))
    if isinstance(reply, Answer):
        for quote in reply.quotes:
            assert quote.text in quote.article.text
        if reply.pasted:
            assert all(run in reply.pasted.text for run in reply.pasted.added)
            assert all(run in reply.lead.article.text for run in reply.pasted.left_out)
