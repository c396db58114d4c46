from hypothesis import given
from hypothesis import strategies as st

from bot.library.parsing.wrapping import unwrap

SENTENCES = (
    "The keeper of the lighthouse on Skerry Point counted forty-one ships that winter, and he wrote the name "
    "of each into a book that his daughter still keeps. Nobody else on the island could read his hand."
)
WRAPPED = (
    "The keeper of the lighthouse on Skerry Point counted forty-one\n"
    "ships that winter, and he wrote the name of each into a book that\n"
    "his daughter still keeps. Nobody else on the island could read his\n"
    "hand."
)


@given(st.text(alphabet=st.sampled_from("ab. \n-")))
def test_every_text_keeps_all_but_its_line_breaks(text: str) -> None:
    assert unwrap(text).split() == text.split()


def test_a_wrapped_paragraph_is_put_on_one_line() -> None:
    assert unwrap(f"{WRAPPED}\n\n{WRAPPED}\n") == f"{SENTENCES}\n\n{SENTENCES}\n"


def test_lines_that_their_author_ended_stay() -> None:
    poem = "The ships went out\nand none came home\nthat winter."
    news = "The ferry stopped running on Monday because of ice in the strait.\nIt will run again in March."
    assert unwrap(poem) == poem
    assert unwrap(news) == news
