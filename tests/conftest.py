"""What every test may rely on."""

import os

import pytest
from hypothesis import settings

settings.register_profile("quoth", deadline=None, derandomize=True)  # a busy machine is no defect
settings.load_profile("quoth")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting leaks in from outside, nothing out; python-telegram-bot gives durations as timedelta.

    Nothing is encoded, which takes seconds, but where a test takes that setting away.
    """
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp()))
    for name in [n for n in os.environ if n.upper().startswith("BOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BOT_MEANING", "false")
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
