"""Real processes that answer: the replies of one process, whatever becomes of them."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.core.answer import answer
from bot.core.replies import Answer, Reason
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf
from bot.library.learned import load_model
from bot.serving.workers import WorkerError, Workers, answering_apart
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


@pytest.mark.parametrize("tries", [1, 3])
def test_a_question_ends_as_many_processes_that_take_too_long_as_are_allowed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, tries: int
) -> None:
    monkeypatch.setattr(LIMITS, "workers", replace(LIMITS.workers, seconds=0, tries=tries))
    workers = Workers(0, shelf, partial(answer, model=load_model()), {})
    with pytest.raises(WorkerError):
        workers(KILN_QUESTION, shelf.current)
    assert workers.ended == tries


def test_a_reply_that_is_longer_than_is_allowed_ends_its_process(
    workers: Workers, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = workers.ended
    monkeypatch.setattr(LIMITS, "workers", replace(LIMITS.workers, reply=10, tries=1))
    with pytest.raises(WorkerError):
        workers(KILN_QUESTION, shelf.current)
    assert workers.ended == before + 1
