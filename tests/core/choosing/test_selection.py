"""Which sentences become claims."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.asking.question import understand
from bot.core.choosing.candidates import candidates
from bot.core.choosing.features import features
from bot.core.choosing.selection import Ranked, ordered, select
from bot.core.index.edition import Edition
from bot.core.nouns import Claim
from bot.core.proving.quote import prove
from tests.core.texts import HARBOUR, article, harbour, orchard

EDITION = Edition.of([harbour(), orchard()])
QUESTION = understand(
    "what did the mayor of Lanternby and growers near Tarn say about ice and frost?", EDITION
)
FOUND = candidates(QUESTION, EDITION)
ROWS = features(QUESTION, FOUND, None)


def ranked(scores: list[float]) -> Ranked:
    return ordered(FOUND, ROWS, np.array(scores))


@settings(max_examples=40)
@given(st.lists(st.floats(-20, 20), min_size=len(FOUND), max_size=len(FOUND)))
def test_every_claim_is_a_quote_and_no_two_overlap(scores: list[float]) -> None:
    claims = select(ranked(scores))
    assert 1 <= len(claims) <= LIMITS.asking.quotes_found
    assert all(prove(claim, EDITION) for claim in claims)
    for n, claim in enumerate(claims):
        assert len(claim.text) <= LIMITS.texts.quote
        assert not any(
            claim.article_id == other.article_id and claim.span.overlaps(other.span) for other in claims[:n]
        )


@settings(max_examples=40)
@given(st.lists(st.floats(-20, 20), min_size=len(FOUND), max_size=len(FOUND)))
def test_every_first_claim_holds_the_best_sentence(scores: list[float]) -> None:
    best = ranked(scores).candidates[0]
    assert select(ranked(scores))[0].span.contains(best.span)


def test_a_sentence_that_refers_back_takes_the_one_before_it_along() -> None:
    scores = [9.0 if c.text.startswith("She promised") else 0.0 for c in FOUND]
    assert select(ranked(scores))[0].text.startswith("Mayor Edda Quill said")


LONG = "all that anybody in the town had built there over a hundred winters of hard work and little pay, "
LOST = f"We lost the pier, the crane and the shed, and with them {LONG}for nothing."
PAID = f"Nobody will pay us a crown for it, and {LONG}as it seems."


def quoted(text: str, *begins: str) -> str:
    """The first claim where the sentences that begin so are far the best, the earlier named the better."""
    edition = Edition.of([article("speech", text)])
    question = understand("ice boats pier crown neighbours council spring rained", edition)
    found = candidates(question, edition)
    best = {begin: 90.0 - n for n, begin in enumerate(begins)}
    scores = np.array([max(s if c.text.startswith(b) else 0.0 for b, s in best.items()) for c in found])
    return select(ordered(found, features(question, found, None), scores))[0].text


def test_what_somebody_says_is_quoted_from_the_beginning_of_the_speech() -> None:
    text = f"The council met. Quill said: “The ice took our boats. {LOST} {PAID}” It rained."
    assert quoted(text, "We lost") == f"Quill said: “The ice took our boats. {LOST}"
    assert quoted(text, "Nobody") == f"Quill said: “The ice took our boats. {LOST} {PAID}”"


def test_what_lies_deep_inside_of_a_speech_is_quoted_below_its_beginning() -> None:
    text = f"The council met. Quill said: “The ice took our boats. {LOST * 4} {PAID}” It rained."
    edition = Edition.of([article("speech", text)])
    claim = Claim.of(
        *next((p.article, s) for p in edition.passages for s in p.sentences if s.of(text)[:6] == "Nobody")
    )
    quote = prove(claim, edition)
    assert quote
    assert [part.of(text) for part in quote.lead_ins] == ["Quill said: “The ice took our boats."]


def test_a_later_sentence_of_a_speech_continues_the_quote_that_began_it() -> None:
    text = f"The council met. Quill said: “The ice took our boats. {LOST} {PAID}” It rained."
    assert quoted(text, "Quill", "Nobody") == f"Quill said: “The ice took our boats. {LOST} {PAID}”"
    longer = text.replace(PAID, PAID.replace("crown", f"crown for {LONG * 4}"))
    assert quoted(longer, "Quill", "Nobody") == "Quill said: “The ice took our boats."


def test_no_quote_of_a_speech_grows_without_limit() -> None:
    speech = f"“The ice took our boats. {LOST} {LOST} {LOST} Spring comes late, as always.”"
    assert len(speech) < LIMITS.texts.spoken < len(f"{PAID} {speech}")
    assert (
        quoted(f"{PAID} {speech} It rained.", "“The ice", "Spring comes late")
        == f"{PAID} “The ice took our boats."
    )


def test_speech_that_names_its_speaker_at_its_end_is_quoted_to_the_end() -> None:
    text = f"The council met. “The ice took our boats. {LOST} {PAID} They know,” Quill said. It rained."
    whole = f"“The ice took our boats. {LOST} {PAID} They know,” Quill said."
    assert quoted(text, "“The ice") == whole
    assert quoted(text, "We lost") == whole


def test_speech_that_names_nobody_is_quoted_from_its_beginning_only() -> None:
    text = f"“The ice took our boats. {LOST} {PAID} They know.” It rained."
    assert quoted(text, "We lost") == f"“The ice took our boats. {LOST}"


def test_speech_that_does_not_tell_whose_it_is_takes_the_sentence_before_it_along() -> None:
    assert (
        quoted("Quill spoke. “Spring will come.” It rained.", "“Spring") == "Quill spoke. “Spring will come.”"
    )
    assert quoted("Quill spoke.\n\n“Spring will come.” It rained.", "“Spring") == "“Spring will come.”"


def test_speech_does_not_stand_apart_from_a_quote_that_tells_whose_it_is() -> None:
    edition = Edition.of([article("speech", "“Spring will come,” Quill said. “We wait.” It rained.")])
    found = candidates(question := understand("spring rained", edition), edition)
    for second in (5.0, 1.0):
        scores = np.array(
            [{"“Spr": 8.0, "“We": second}.get(c.text.split()[0][:4].rstrip(), 0.0) for c in found]
        )
        claims = select(ordered(found, features(question, found, None), scores))
        assert not any(claim.text.startswith("“We") for claim in claims)
        assert claims[0].text.endswith("“We wait.”" if second > 4 else "Quill said.")


def test_speech_that_tells_whose_it_is_stands_alone() -> None:
    text = "The council met. “Spring will come,” Quill said. It rained."
    assert quoted(text, "“Spring") == "“Spring will come,” Quill said."
    longer = f"The council met. “Spring comes,” Quill said, “late. {LOST} {LOST} {PAID}” It rained."
    assert quoted(longer, "“Spring") == "“Spring comes,” Quill said, “late."


def test_a_name_in_marks_is_no_speech() -> None:
    assert quoted("Quill spoke. “Spring” sank. It rained.", "“Spring") == "“Spring” sank."


def test_no_sentence_is_quoted_with_one_that_begins_inside_of_a_speech() -> None:
    text = f"Quill said: “The ice took our boats. {LOST} {PAID} Spring comes.” It rained."
    assert quoted(text, "It", "Spring") == "It rained."


def test_what_a_colon_introduces_is_quoted_with_it() -> None:
    text = "The neighbours asked for this:\n\nA new pier. Sheds. A crane.\n\nIt rained."
    assert quoted(text, "Sheds") == "The neighbours asked for this:\n\nA new pier. Sheds."
    assert quoted(text, "It") == "It rained."


def test_a_question_is_quoted_with_what_answers_it() -> None:
    text = "It rained. Is the harbour safe? The council thinks so. Nobody else does."
    assert quoted(text, "Is the") == "Is the harbour safe? The council thinks so."


def test_a_clear_best_sentence_stands_alone() -> None:
    scores = [9.0 if c.text.startswith("Fishermen") else 0.0 for c in FOUND]
    assert select(ranked(scores))[0].text == "Fishermen cut a channel with saws."


def test_a_story_that_two_outlets_carry_counts_once() -> None:
    edition = Edition.of([article("one", HARBOUR), article("two", HARBOUR), orchard()])
    question = understand("harbour boats ice harvest", edition)
    found = candidates(question, edition)
    scores = np.array([float(len(c.text)) for c in found])
    texts = [claim.text for claim in select(ordered(found, features(question, found, None), scores))]
    assert len(texts) == len(set(texts))
    assert all(sum(c.text in text for text in texts) <= 1 for c in found)


def test_no_sentence_takes_a_neighbour_along_that_makes_the_quote_long() -> None:
    edition = Edition.of(
        [article("long", " ".join(f"In {year} they lost {LONG * 2}." for year in (1, 2, 3)))]
    )
    question = understand("what was lost?", edition)
    found = candidates(question, edition)
    alike = ordered(found, features(question, found, None), np.zeros(len(found)))
    assert {claim.text for claim in select(alike)} <= {candidate.text for candidate in found}


def test_another_source_comes_before_a_hardly_better_quote_of_the_same() -> None:
    scores = [
        5.0
        if c.text.startswith("Mayor Edda")
        else 1.0
        if c.text.startswith("The harbour")
        else 0.8 * (c.passage.article.id == "orchard" and c.number == 0)
        for c in FOUND
    ]
    claims = select(ranked(scores))
    assert [claim.article_id for claim in claims[:2]] == ["harbour", "orchard"]
