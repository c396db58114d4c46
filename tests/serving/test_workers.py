"""Real processes that answer: the replies of one process, whatever becomes of them."""

import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest

from bot.basics.settings import Settings
from bot.core.answer import answer
from bot.core.replies import Answer, Reason
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.library.learned import load_model
from bot.serving.workers import Workers, answering_apart
from tests.folders import KILN, KILN_QUESTION, folder_of


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    data = tmp_path_factory.mktemp("data")
    shelf = Shelf(folder_of(data, kiln=KILN), Editions(data / "editions"), load_model().background)
    shelf.put(shelf.prepare())
    return shelf


@pytest.fixture(scope="module")
def workers(shelf: Shelf) -> Iterator[Workers]:
    here = partial(answer, model=load_model())
    settings = Settings(workers=2, meaning=False, data=shelf.editions.root)
    with answering_apart(settings, shelf, here) as found:
        assert isinstance(found, Workers)
        yield found


def test_processes_reply_as_one_does(workers: Workers, shelf: Shelf) -> None:
    reply = answer(KILN_QUESTION, shelf.current, load_model())
    assert isinstance(reply, Answer)
    assert workers(KILN_QUESTION, shelf.current) == reply
    assert workers("submarines", shelf.current) == answer("submarines", shelf.current, load_model())


def test_one_that_is_killed_has_another_in_its_place(workers: Workers, shelf: Shelf) -> None:
    before = workers(KILN_QUESTION, shelf.current)
    for number in workers.processes:
        os.kill(number, signal.SIGKILL)
    assert workers(KILN_QUESTION, shelf.current) == before


def test_a_part_of_the_articles_is_asked_here(workers: Workers, shelf: Shelf) -> None:
    part = shelf.current.within(lambda _: False, shelf.background)
    reply = workers(KILN_QUESTION, part)
    assert not isinstance(reply, Answer)
    assert reply.reason is Reason.EMPTY_CORPUS
