from bot.basics.limits import LIMITS
from bot.chat.wire.allowance import Allowance, Refused


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_are_allowed_in_any_minute() -> None:
    clock = Clock()
    allowance = Allowance(2, 60, clock)
    assert allowance.take("a") is None
    clock.now += 30
    assert allowance.take("a") is None
    assert allowance.take("a") == Refused(wait=30, first=True)
    clock.now += 30
    assert allowance.take("a") is None
    assert allowance.take("a") == Refused(wait=30, first=True)


def test_only_the_first_refusal_in_a_row_is_first() -> None:
    allowance = Allowance(1, 60, Clock())
    allowance.take("a")
    refusals = [allowance.take("a") for _ in range(3)]
    assert [refused.first for refused in refusals if refused] == [True, False, False]


def test_what_is_refused_does_not_count() -> None:
    clock = Clock()
    allowance = Allowance(1, 60, clock)
    allowance.take("a")
    clock.now += 59
    assert allowance.take("a")
    clock.now += 1
    assert allowance.take("a") is None


def test_one_key_does_not_use_up_what_others_have() -> None:
    allowance = Allowance(1, 60, Clock())
    assert [allowance.take(key) for key in ("a", "b", "c")] == [None, None, None]


def test_idle_keys_are_forgotten() -> None:
    clock = Clock()
    allowance = Allowance(1, 60, clock)
    for number in range(30_000):
        allowance.take(number)
        clock.now += 1
    assert len(allowance) < 11_000


def test_what_somebody_else_refused_is_given_back() -> None:
    allowance = Allowance(1, 60, Clock())
    assert allowance.take("a") is None
    allowance.give_back("a")
    assert allowance.take("a") is None
    allowance.give_back("unknown")


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    clock = Clock()
    clock.now = 1e9
    allowance = Allowance(1, 60, clock)
    allowance.take("a")
    clock.now = 0
    assert allowance.take("a") == Refused(60, first=True)
    clock.now = 60
    assert allowance.take("a") is None


def test_what_comes_late_counts_when_it_was_asked_for() -> None:
    allowance = Allowance(1, 60, Clock())
    assert [allowance.take("a", ago) for ago in (600, 300, 60)] == [None, None, None]
    assert allowance.take("a", 30) == Refused(wait=1, first=True)
    assert allowance.take("a") is None
    assert allowance.take("a") == Refused(wait=60, first=True)


def test_who_asks_no_more_is_looked_for_once_a_minute_at_most() -> None:
    clock = Clock()
    allowance = Allowance(1, 60, clock)
    for key in range(LIMITS.asking.keys + 1):
        allowance.take(key)
    clock.now += 60
    allowance.take("later")
    assert len(allowance) == 1
    for key in range(LIMITS.asking.keys + 1):
        allowance.take(key)
    clock.now += 59
    allowance.take("too soon")
    assert len(allowance) == LIMITS.asking.keys + 3
