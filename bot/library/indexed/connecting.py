"""From settings to a cluster, where its library is installed."""

# The library is an extra, and takes a while to import.
# ruff: noqa: PLC0415

from typing import TYPE_CHECKING

from bot.basics.called import to_install
from bot.basics.errors import BotError, SettingsError
from bot.basics.settings import Settings
from bot.core.index.background import Background
from bot.core.index.edition import Edition
from bot.library.editions.kept import Editions
from bot.library.editions.shelf import Shelf

if TYPE_CHECKING:
    from bot.library.indexed.cluster import Cluster


def cluster_of(settings: Settings) -> "Cluster":
    """Return the cluster that the settings name; nothing is asked of it yet.

    Raises SettingsError where they name none, BotError where the library is not installed.
    """
    if settings.index is None:
        raise SettingsError("Set BOT_INDEX to say where the index is: opensearch://host:9200/name")
    try:
        from bot.library.indexed.cluster import Cluster
    except ImportError as error:
        needed = to_install("opensearch")
        raise BotError(f"an index in OpenSearch needs the extra 'opensearch': {needed}") from error
    return Cluster(settings, settings.index)


def shared_shelf(settings: Settings, editions: Editions, background: Background) -> Shelf:
    """Return the shelf that holds the edition of an index. Raises as ``cluster_of`` does."""
    cluster = cluster_of(settings)
    from bot.library.indexed.shared import SharedShelf

    return SharedShelf(cluster, settings.corpus, editions, background)


def shared_edition(settings: Settings, background: Background) -> Edition:
    """Return the edition that an index has now. Raises IndexTroubleError, and as ``cluster_of`` does."""
    cluster = cluster_of(settings)
    from bot.library.indexed.opened import open_edition

    return open_edition(cluster, cluster.serving_now(), background)
