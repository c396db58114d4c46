"""The engine in memory keeps what every engine promises."""

import pytest

from bot.core.index.edition import Edition
from tests.core.index.engine_contract import EngineContract, articles


class TestInMemory(EngineContract):
    @pytest.fixture(scope="class")
    @classmethod
    def edition(cls) -> Edition:
        return Edition.of(articles())
