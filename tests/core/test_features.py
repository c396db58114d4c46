from bot.core.candidates import candidates
from bot.core.edition import Edition
from bot.core.features import LEXICAL, features
from bot.core.model import Article, Block, BlockKind, Span
from bot.core.question import understand
from tests.core.texts import article

HEADING = "Why did the repair take so long?"
TEXT = f"{HEADING}\n\nThe stone came late. It was heavy."


def interview() -> Article:
    told = Span(len(HEADING) + 2, len(TEXT))
    blocks = (Block(Span(0, len(HEADING)), BlockKind.QUESTION), Block(told, BlockKind.PROSE))
    plain = article("interview", TEXT, title="")
    return Article(plain.id, plain.file, TEXT, plain.revision, blocks, title="", language="en")


def test_a_question_above_a_passage_counts_as_what_stands_before_its_first_sentence() -> None:
    edition = Edition.of([interview()])
    question = understand("why did the repair take long?", edition)
    found = candidates(question, edition)
    before = features(question, found, None)[:, LEXICAL.index("coverage_before")]
    assert [candidate.text for candidate in found] == ["The stone came late.", "It was heavy."]
    assert before.tolist() == [1.0, 0.0]
