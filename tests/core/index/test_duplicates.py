import hashlib
import random

from hypothesis import given
from hypothesis import strategies as st

from bot.core.index.duplicates import near_duplicates
from bot.core.nouns import Article, ArticleId

WORDS = [f"word{number}" for number in range(60)]


def article(name: str, text: str) -> Article:
    revision = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=ArticleId(name), file=f"{name}.md", text=text, revision=revision, blocks=())


def story(seed: int, length: int = 300) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(length)]


def retold(words: list[str], changes: int) -> list[str]:
    chance = random.Random(0)
    places = set(chance.sample(range(len(words)), changes))
    return [f"other{n}" if n in places else word for n, word in enumerate(words)]


@given(st.lists(st.text(), max_size=8))
def test_every_copy_is_in_the_group_of_its_original(texts: list[str]) -> None:
    articles = [article(f"{n}{copy}", text) for n, text in enumerate(texts) for copy in "ab"]
    groups = near_duplicates(articles)
    for number, text in enumerate(texts):
        if any(c.isalnum() for c in text):
            assert any({f"{number}a", f"{number}b"} <= group for group in groups)


@given(st.permutations(range(6)))
def test_every_order_of_articles_gives_the_same_groups(order: list[int]) -> None:
    articles = [article(str(n), " ".join(story(n % 4))) for n in order]
    assert near_duplicates(articles) == (frozenset({"0", "4"}), frozenset({"1", "5"}))


def test_a_wire_story_in_several_outlets_is_one_group() -> None:
    words = story(1)
    groups = near_duplicates(
        [
            article("agency", " ".join(words)),
            article("courier", " ".join(retold(words, 15))),
            article("post", " ".join([*words[:-40], *story(2, 30)])),
            article("herald", " ".join(story(3))),
        ]
    )
    assert groups == (frozenset({"agency", "courier", "post"}),)


def test_a_common_footer_makes_no_duplicates() -> None:
    footer = " Write to the editors, follow the paper on all channels and come back tomorrow for more news."
    assert near_duplicates([article(str(n), " ".join(story(n)) + footer) for n in range(50)]) == ()


def test_articles_on_one_subject_are_not_duplicates() -> None:
    words = story(1)
    assert near_duplicates([article("a", " ".join(words)), article("b", " ".join(retold(words, 120)))]) == ()


def test_empty_articles_resemble_nothing() -> None:
    assert near_duplicates([]) == ()
    assert near_duplicates([article("a", ""), article("b", "… …")]) == ()
