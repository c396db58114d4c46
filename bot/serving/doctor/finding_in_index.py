"""Whether the shared index is there, and is one that this version of Quoth can answer from."""

# The library is an extra, and takes a while to import.
# ruff: noqa: PLC0415

from datetime import UTC, datetime

from bot.basics.errors import BotError
from bot.basics.settings import Settings
from bot.library.indexed.connecting import cluster_of
from bot.serving.doctor.finding import Finding, bad, good, noted

_NAME = "shared index"


def look_at_index(settings: Settings) -> Finding:
    """Return what the index that the settings name holds."""
    if settings.index is None:
        return noted(_NAME, "none, the articles of the folder serve")
    try:
        cluster = cluster_of(settings)
        from bot.library.indexed.opened import usable_facts

        index = cluster.serving_now()
        facts = usable_facts(cluster, index)
    except BotError as error:
        return bad(
            _NAME, str(error), "look at BOT_INDEX, BOT_INDEX_LOGIN and BOT_INDEX_CA; see docs/index.md"
        )
    made = datetime.fromtimestamp(facts.made_at, UTC)
    held = f"{facts.articles} articles, {facts.passages} passages"
    return good(_NAME, f"{settings.index} has {held}, written {made:%Y-%m-%d %H:%M} UTC")
