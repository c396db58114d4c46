from collections.abc import AsyncIterator

import pytest

from bot.library.corpus.afar.politeness import Polite
from tests.library.corpus.sites import WebSite, served


@pytest.fixture
async def polite(site: WebSite) -> AsyncIterator[Polite]:
    """Fetches from the site of a test, by its clock."""
    async with served(site) as network:
        yield Polite(network, site.clock, site.clock.wait)
