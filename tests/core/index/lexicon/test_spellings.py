import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.question import understand
from bot.core.index.background import Background
from bot.core.index.bm25 import Ranking
from bot.core.index.edition import Edition
from bot.core.index.lexicon.spellings import Spellings, also_searched
from bot.core.index.lexicon.vocabulary import Vocabulary
from bot.core.nouns import Article, ArticleId, Block, BlockKind, Passage, Span
from bot.core.words.real_words import RealWords
from bot.core.words.tokens import QuestionWord, analyse, question_terms
from bot.core.words.weights import WEIGHTS
from bot.lab.rewording import slip
from tests.core.texts import article

ENGLISH = (
    "Governor Tokayev opened the harbour of Aktobe.",
    "The protesters crossed the square in Zhanaozen.",
    "Nobody in Nur Sultan saw the lighthouse keeper, said Vikram.",
    "Chapter XII speaks of the mayor, and chapter XIII of 1986.",
    "The mayor met the mayor of another harbour.",
)
RUSSIAN = ("Правительство Токаева встретилось с рыбаками.", "В Жанаозене открыли гавань.")


def vocabulary_of(**sentences: tuple[str, ...]) -> Vocabulary:
    """An edition with an article for each language, and a passage for each sentence."""
    analysed = []
    for language, lines in sentences.items():
        text = "\n".join(lines)
        revision = hashlib.sha256(text.encode()).hexdigest()
        block = Block(Span(0, len(text)), BlockKind.PROSE)
        article = Article(ArticleId(language), f"{language}.md", text, revision, (block,), language=language)
        spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
        analysed.append(analyse(article, [Passage(article, span, (span,)) for span in spans]))
    return Vocabulary(analysed)


def expanded(question: str, vocabulary: Vocabulary, **synonyms: tuple[str, ...]) -> tuple[QuestionWord, ...]:
    spoken = {asked.replace("_", " "): others for asked, others in synonyms.items()}
    return Spellings(vocabulary, spoken).expand(question_terms(question, vocabulary.words))


def best(question: str, vocabulary: Vocabulary, **synonyms: tuple[str, ...]) -> int | None:
    top = Ranking(vocabulary).top(vocabulary.weights(expanded(question, vocabulary, **synonyms)), 1)
    return top[0][0] if top else None


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("What did Toqaev do?", 0),
        ("tokaev", 0),
        ("Что сделал Токаев?", 0),
        ("Тоқаевтың", None),
        ("where is Aqtobe", 0),
        ("Where is Ақтөбе?", 0),
        ("Janaozen", 1),
        ("protestres", 1),
        ("lighthuose", 2),
        ("Vicram", 2),
        ("Nursultan", 2),
        ("Nur-Sultan", 2),
        ("light-house", 2),
        ("harber", None),
        ("zebra crossings?", 1),
    ],
)
def test_other_spellings_find_the_articles_own(question: str, passage: int | None) -> None:
    assert best(question, vocabulary_of(en=ENGLISH)) == passage


@pytest.mark.parametrize(("question", "passage"), [("Tokayev", 0), ("Zhanaozen", 1), ("правитльство", 0)])
def test_a_latin_question_finds_cyrillic_names(question: str, passage: int) -> None:
    assert best(question, vocabulary_of(ru=RUSSIAN)) == passage


def test_a_known_name_is_searched_by_its_other_spellings_too() -> None:
    found = expanded("Who is Tokayev?", vocabulary_of(en=ENGLISH, ru=RUSSIAN))
    assert also_searched(found) == {"Tokayev": ("Токаева",)}


def test_a_known_name_ranks_above_its_other_spellings() -> None:
    vocabulary = vocabulary_of(en=ENGLISH, ru=RUSSIAN)
    top = Ranking(vocabulary).top(vocabulary.weights(expanded("Tokayev", vocabulary)), 5)
    assert [number for number, _ in top] == [0, 5]


def test_a_known_word_is_not_corrected() -> None:
    assert also_searched(expanded("the mayor of the square harbour", vocabulary_of(en=ENGLISH))) == {}


@pytest.mark.parametrize("question", ["1968", "1986th", "XIIII", "XXIII", "the", "cat", ""])
def test_numbers_and_short_words_are_not_varied(question: str) -> None:
    vocabulary = vocabulary_of(en=("The mayor of 1986 had a cot, says part XXII.",))
    assert also_searched(expanded(question, vocabulary)) == {}


def test_a_spelling_is_shown_as_it_stands_in_the_articles() -> None:
    vocabulary = vocabulary_of(en=("Protesters met protesters.", "The Harbour Master left."))
    assert also_searched(expanded("protestres", vocabulary)) == {"protestres": ("protesters",)}
    assert also_searched(expanded("mastre", vocabulary)) == {"mastre": ("Master",)}


def test_only_the_nearest_words_are_searched_for_a_slip() -> None:
    vocabulary = vocabulary_of(en=("The horses left the houses and the hoses.",))
    assert also_searched(expanded("horsess", vocabulary)) == {"horsess": ("horses",)}
    assert also_searched(expanded("hourses", vocabulary)) == {"hourses": ("horses", "houses")}


def test_a_correction_counts_for_more_where_no_other_is_as_near() -> None:
    vocabulary = vocabulary_of(en=("The horses left the houses of the government.",))
    only, either, twice = expanded("horsess hourses", vocabulary) + expanded("govermnet", vocabulary)
    assert {v.weight for v in only.variants} == {WEIGHTS.only_slip}
    assert {v.weight for v in (*either.variants, *twice.variants)} == {WEIGHTS.slip}
    assert WEIGHTS.slip < WEIGHTS.only_slip


def test_a_correction_that_begins_with_another_letter_counts_for_less() -> None:
    vocabulary = vocabulary_of(en=("She passed the harbour.",))
    weights = {v.spelling: v.weight for w in expanded("gassed arbour", vocabulary) for v in w.variants}
    assert weights == {"passed": WEIGHTS.slip, "harbour": WEIGHTS.only_slip}


def test_a_word_of_four_letters_is_one_with_a_letter_dropped_or_swapped_but_the_first() -> None:
    vocabulary = vocabulary_of(en=("In Egypt and in Peru she read of Texas, of iron and its price.",))
    assert also_searched(expanded("Egyt", vocabulary)) == {"Egyt": ("Egypt",)}
    assert also_searched(expanded("Preu", vocabulary)) == {"Preu": ("Peru",)}
    assert also_searched(expanded("icon exas rice toxa per", vocabulary)) == {}


def test_a_name_that_is_spelt_like_another_may_still_be_a_slip() -> None:
    vocabulary = vocabulary_of(en=("Bizet wrote Carmen.", "Armenia is a country."))
    assert set(also_searched(expanded("armen", vocabulary))["armen"]) == {"Armenia", "Carmen"}


def test_at_most_two_words_are_corrected_those_without_another_spelling_first() -> None:
    vocabulary = vocabulary_of(en=(*ENGLISH, "An emergency in a marathon."))
    found = also_searched(expanded("toqaev aqtobe emergancy maraton", vocabulary))
    assert found["emergancy"] == ("emergency",)
    assert found["maraton"] == ("marathon",)
    found = also_searched(expanded("lighthuose emergancy maraton", vocabulary))
    assert set(found) == {"lighthuose", "emergancy"}


def test_no_slip_is_corrected_to_a_stop_word() -> None:
    vocabulary = vocabulary_of(en=("She said that the throat is sore.",))
    assert also_searched(expanded("thrat", vocabulary)) == {"thrat": ("throat",)}


def test_synonyms_are_searched_in_any_inflection() -> None:
    vocabulary = vocabulary_of(en=ENGLISH)
    assert best("Who are the akims?", vocabulary, akim=("mayor",)) == 4
    assert also_searched(expanded("akims", vocabulary, akim=("mayor", "harbour"))) == {
        "akims": ("mayor", "harbour")
    }


def test_each_of_the_names_finds_the_others() -> None:
    vocabulary = vocabulary_of(en=("The mayor left.", "Astana is cold."))
    for asked in ("akim", "mayor", "burgomaster"):
        assert best(asked, vocabulary, akim=("mayor", "burgomaster")) == 0


def test_synonyms_may_be_phrases() -> None:
    vocabulary = vocabulary_of(en=ENGLISH)
    assert best("the head of the region", vocabulary, head_of_the_region=("governor",)) == 0
    assert best("watchman", vocabulary, watchman=("lighthouse keeper",)) == 2
    assert best("head", vocabulary, head_of_the_region=("governor",)) is None


def test_a_synonym_that_no_article_has_is_not_searched() -> None:
    assert also_searched(expanded("akim", vocabulary_of(en=ENGLISH), akim=("prefect",))) == {}


def test_an_empty_edition_has_no_spellings() -> None:
    words = expanded("Who is Tokayev?", vocabulary_of(), Tokayev=("Токаев",))
    assert words == question_terms("Who is Tokayev?", [])


@given(st.text(alphabet="abdehkorstvyz аеоткв-'19", max_size=40))
def test_every_variant_is_a_term_of_the_articles_and_counts_for_less(question: str) -> None:
    vocabulary = vocabulary_of(en=ENGLISH, ru=RUSSIAN)
    words = expanded(question, vocabulary)
    assert [(w.surface, w.terms) for w in words] == [
        (w.surface, w.terms) for w in question_terms(question, vocabulary.words)
    ]
    variants = [variant for word in words for variant in word.variants]
    assert all(variant.term in vocabulary and variant.weight < 1 for variant in variants)
    assert not any(word.variants for word in words if word.is_stop)


@given(st.sampled_from(["Egypt", "harbour", "governor", "Zhanaozen"]), st.integers(0, 99))
def test_every_slip_is_corrected_where_one_word_is_near(word: str, seed: int) -> None:
    vocabulary = vocabulary_of(en=("The governor of Egypt felt the wind in the harbour of Zhanaozen.",))
    misspelt = slip(word, random.Random(seed))
    if misspelt not in {word, "gypt"}:
        assert word in also_searched(expanded(misspelt, vocabulary))[misspelt]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("harbor", "harbour"),
        ("neighbours", "neighbor"),
        ("organised", "organized"),
        ("centre", "center"),
        ("labeled", "labelled"),
        ("defense", "defence"),
        ("Mueller", "Müller"),
    ],
)
def test_british_and_american_spellings_find_each_other(asked: str, written: str) -> None:
    known = Background(real_words=RealWords.of(["neighbors", "organized", "labelled"]))
    of = Edition.of([article("paper", f"They saw the {written} there.")], background=known)
    question = understand(asked, of)
    assert question.also_searched or not question.missing


@pytest.mark.parametrize(
    ("asked", "written"),
    [("aufmachen", "aufzumachen"), ("eingereicht", "einreicht"), ("mitzunehmen", "mitnehmen")],
)
def test_forms_of_german_verbs_with_a_particle_find_each_other(asked: str, written: str) -> None:
    of = Edition.of([article("paper", f"Sie wollten das Tor {written}.", language="de")])
    assert understand(f"Wer wollte es {asked}?", of).missing == ()


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("wer zahlt?", "Alle zahlen am Tor.", "de"),
        ("wo wohnen sie?", "Die Magd wohnt am Tor.", "de"),
        ("combien coûte la barque ?", "Les barques coûtent cher.", "fr"),
        ("quand ferment les portes ?", "La porte ferme tard.", "fr"),
        ("сколько заявок?", "Приняли три заявки.", "ru"),
        ("какой участок?", "На участке стоит дом.", "ru"),
        ("кто продавец?", "Позвали продавцов.", "ru"),
    ],
)
def test_forms_that_differ_by_their_endings_find_each_other(asked: str, written: str, language: str) -> None:
    words = ["zahlen", "wohnt", "coutent", "ferme", "заявки", "участке", "продавцов"]
    of = Edition.of(
        [article("paper", written, language=language)], background=Background(real_words=RealWords.of(words))
    )
    assert understand(asked, of).missing == ()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_endings_of_one_language_are_those_of_no_other(language: str) -> None:
    of = Edition.of([article("paper", "They marken it.", language=language)])
    assert understand("markt", of).also_searched == {}


def test_a_real_word_is_not_corrected_into_one_that_the_articles_have() -> None:
    background = Background(real_words=RealWords.of(["petrol", "custard"]))
    of = Edition.of([article("paper", "The patrol owned a mustard field.")], background=background)
    for word in ("petrol", "custard"):
        question = understand(f"where is the {word}?", of)
        assert (question.missing, dict(question.also_searched)) == ((word,), {})
    assert understand("where is the patrl?", of).also_searched == {"patrl": ("patrol",)}


@pytest.mark.parametrize("word", ["four", "shoes", "filled", "cough", "does"])
def test_another_word_is_no_other_spelling(word: str) -> None:
    known = Background(real_words=RealWords.of(["four", "shoes", "filled", "cough"]))
    of = Edition.of([article("paper", "For the cow she filed it and did so.")], background=known)
    assert understand(f"who saw {word}?", of).also_searched == {}


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("How many km?", "The dam is ten kilometres long.", "en"),
        ("How many kilometers?", "The dam is 10 km long.", "en"),
        ("what did the govt pay", "The government paid.", "en"),
        ("Сколько километров?", "Дамба длиной 10 км.", "ru"),
        ("Wie viele Stunden?", "Es dauert 3 Std.", "de"),
        ("Combien de kg ?", "Il pèse dix kilogrammes.", "fr"),
    ],
)
def test_short_forms_and_what_they_stand_for_find_each_other(asked: str, written: str, language: str) -> None:
    of = Edition.of([article("paper", written, language=language)])
    assert understand(asked, of).missing == ()
