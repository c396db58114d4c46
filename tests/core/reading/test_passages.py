"""How an article is cut into what is ranked."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.basics.limits import LIMITS
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.core.reading.clean import clean
from bot.core.reading.passages import LONGEST_PASSAGE, PACKED, passages
from bot.core.reading.shape import word_count
from tests.core.texts import revision_of

SHORT = "The ferry sailed at noon with nine people and two goats on board."
SENTENCE = "The harbour office counted every crate of apples that left the island in the dry month of May."


def article(*blocks: tuple[BlockKind, str]) -> Article:
    text = "\n\n".join(words for _, words in blocks)
    placed, start = [], 0
    for kind, words in blocks:
        placed.append(Block(Span(start, start + len(words)), kind))
        start += len(words) + 2
    return Article(ArticleId("a"), "a.md", text, revision_of(text), tuple(placed), language="en")


def prose(*texts: str) -> list[tuple[BlockKind, str]]:
    return [(BlockKind.PROSE, text) for text in texts]


def lengths(found: tuple[Passage, ...]) -> list[int]:
    return [word_count(passage.text) for passage in found]


def test_short_paragraphs_are_packed() -> None:
    found = passages(article(*prose(*[SHORT] * 10)))
    assert all(PACKED / 2 < count <= PACKED for count in lengths(found)[:-1])
    assert sum(len(passage.sentences) for passage in found) == 10


def test_a_paragraph_of_the_author_stays_whole() -> None:
    paragraph = " ".join([SENTENCE] * 6)
    assert [p.text for p in passages(article(*prose(SHORT, paragraph, SHORT)))] == [SHORT, paragraph, SHORT]


def test_a_long_paragraph_is_cut_between_sentences_into_even_parts() -> None:
    found = passages(article(*prose(" ".join([SENTENCE] * 20))))
    assert max(lengths(found)) <= LONGEST_PASSAGE
    assert min(lengths(found)) > LONGEST_PASSAGE / 2
    assert all(sentence.of(p.article.text) == SENTENCE for p in found for sentence in p.sentences)


def test_a_sentence_longer_than_a_passage_stays_whole() -> None:
    monster = "and then " * LONGEST_PASSAGE + "it ended."
    assert [p.text for p in passages(article(*prose(monster)))] == [monster]


def test_a_heading_or_question_begins_a_new_section_and_is_not_part_of_it() -> None:
    source = article(
        (BlockKind.PROSE, SHORT),
        (BlockKind.HEADING, "The ferry"),
        (BlockKind.PROSE, SHORT),
        (BlockKind.QUESTION, "Who counted them?"),
        (BlockKind.PROSE, SHORT),
    )
    sections = [[section.of(source.text) for section in p.sections] for p in passages(source)]
    assert sections == [[], ["The ferry"], ["Who counted them?"]]
    assert {p.text for p in passages(source)} == {SHORT}


def test_a_note_parts_passages_but_keeps_the_section() -> None:
    source = article(
        (BlockKind.HEADING, "The ferry"),
        (BlockKind.PROSE, SHORT),
        (BlockKind.NOTE, "From the Island Post:"),
        (BlockKind.PROSE, SHORT),
    )
    found = passages(source)
    assert [p.text for p in found] == [SHORT, SHORT]
    assert {p.sections for p in found} == {(Span(0, len("The ferry")),)}


def test_sections_lie_in_one_another_as_deep_as_their_headings_and_numbers_tell() -> None:
    headings = [
        ("Harbour rules", 1),
        ("Dues", 2),
        ("§ 7. (1) Every boat pays.", 0),
        ("Boats of 5 tons do not.", 0),
    ]
    headings += [
        ("§ 8. Nobody else pays.", 0),
        ("Crews", 2),
        ("They rest.", 0),
        ("Annex", 1),
        ("It is long.", 0),
    ]
    blocks, start = [], 0
    for words, level in headings:
        kind = BlockKind.HEADING if level else BlockKind.PROSE
        blocks.append(Block(Span(start, start + len(words)), kind, level))
        start += len(words) + 2
    text = "\n\n".join(words for words, _ in headings)
    source = Article(ArticleId("a"), "a.md", text, revision_of(text), tuple(blocks), language="en")
    found = [(p.text, [section.of(text) for section in p.sections]) for p in passages(source)]
    assert found == [
        ("§ 7. (1) Every boat pays.\n\nBoats of 5 tons do not.", ["Harbour rules", "Dues", "§ 7"]),
        ("§ 8. Nobody else pays.", ["Harbour rules", "Dues", "§ 8"]),
        ("They rest.", ["Harbour rules", "Crews"]),
        ("It is long.", ["Annex"]),
    ]


def test_a_list_stays_in_the_passage_of_the_words_that_lead_to_it() -> None:
    lead, item = "The harbour master makes these claims about the ferry and its crew:", f"{SENTENCE} {SHORT}"
    source = article(*prose(SENTENCE, lead, item, item, item))
    items = tuple(replace(block, inset=n > 1) for n, block in enumerate(source.blocks))
    loose, tied = passages(source), passages(replace(source, blocks=items))
    assert [p.text.count(SHORT) for p in loose] == [0, 1, 1, 1]
    assert [p.text.count(SHORT) for p in tied] == [0, 3]


def test_an_article_without_prose_has_no_passages() -> None:
    assert passages(article((BlockKind.HEADING, "The ferry"))) == ()
    assert passages(Article(ArticleId("a"), "a.md", "", revision_of(""), ())) == ()


LINES = st.sampled_from(
    [SHORT, SENTENCE, "A heading", "", "Why so? Nobody knows.", " ".join([SENTENCE] * 12), "Ж!"]
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n\n".join)))
def test_every_sentence_of_prose_is_in_exactly_one_passage(source: str) -> None:
    cleaned = clean(source)
    found = passages(Article(ArticleId("a"), "a.md", cleaned.text, revision_of(cleaned.text), cleaned.blocks))
    spans = [sentence for passage in found for sentence in passage.sentences]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(p.span.contains(s) for p in found for s in p.sentences)
    wanted = [b.span.of(cleaned.text) for b in cleaned.blocks if b.kind is BlockKind.PROSE]
    told = "".join(s.of(cleaned.text) for s in spans)
    assert "".join(told.split()) == "".join("".join(wanted).split())


def test_rows_without_words_are_no_endless_passage() -> None:
    rows = prose(*["Then it rained."], *["… … …\n\n…"] * 1_000, "Then it was dry. " * 3)
    found = passages(article(*rows, (BlockKind.PROSE, "?! " * 2_000)))
    assert all(len(passage.sentences) <= LIMITS.texts.passage_sentences for passage in found)
