"""The cluster that an index lies in: the home of opensearch-py, whose failures become clear lines here."""

import logging
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from opensearchpy import OpenSearch, exceptions
from opensearchpy.helpers import streaming_bulk
from opensearchpy.helpers.errors import BulkIndexError

from bot.basics.errors import BotError, SettingsError
from bot.basics.index_address import IndexAddress
from bot.basics.limits import LIMITS
from bot.basics.settings import Settings
from bot.core.index.engine import IndexFailure

JsonObject = Mapping[str, Any]
_AGAIN = (429, 500, 502, 503, 504)
"""What another node may do better."""


_LINES: Sequence[tuple[type[Exception], str]] = (
    (exceptions.AuthenticationException, "{where} does not know the name and password of BOT_INDEX_LOGIN"),
    (exceptions.AuthorizationException, "{where} does not allow this to the name of BOT_INDEX_LOGIN"),
    (exceptions.SSLError, "{where} {why}"),
    (exceptions.ConnectionTimeout, "{where} did not answer within {seconds} s (BOT_INDEX_SECONDS)"),
    (exceptions.ConnectionError, "none of {where} can be reached{why}"),
    (exceptions.NotFoundError, "the index {name} at {where} is not there, or no longer"),
    (exceptions.TransportError, "{where} cannot answer from the whole index (status {status})"),
    (BulkIndexError, "{where} refused some of the documents"),
)
_NO_TLS = "does not speak TLS: BOT_INDEX should begin with opensearch://"
_NOT_BELIEVED = "shows a certificate that is not believed ({why}): look at BOT_INDEX_CA, or have it renewed"
_PERHAPS_TLS = "; what there is breaks off: where it speaks TLS, BOT_INDEX should begin with opensearchs://"
_NOT_UNDERSTOOD = "{where} said something that is not understood ({kind})"


class IndexTroubleError(BotError, IndexFailure):
    """The index cannot be read or written; as a ``str`` it is one line for whoever runs the bot."""


class Cluster:
    """The nodes that hold an index by the name of ``address``, and the editions behind that name.

    Every method raises IndexTroubleError. ``trouble`` is the last failure, "" once all shards have answered.
    """

    def __init__(self, settings: Settings, address: IndexAddress) -> None:
        """Ask nothing yet. Raises SettingsError where there are no certificates in the file that is named."""
        self.address = address
        self.trouble = ""
        self._seconds = settings.index_seconds
        login = settings.index_login.get_secret_value().partition(":") if settings.index_login else None
        self._client = OpenSearch(
            list(address.nodes),
            http_auth=(login[0], login[2]) if login else None,
            ssl_context=_trusting(settings.index_ca) if address.speaks_tls else None,
            timeout=self._seconds,
            max_retries=LIMITS.index.tries - 1,
            retry_on_timeout=True,
            retry_on_status=_AGAIN,
            dead_timeout=LIMITS.index.dead_seconds,
        )
        logging.getLogger("opensearch").setLevel(logging.ERROR)  # its lines quote what is asked

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def serving(self) -> str:
        """Return the index that the name leads to, "" if there is none."""
        with self._told():
            if not self._client.indices.exists_alias(name=self.address.name):
                return ""
            found: JsonObject = self._client.indices.get_alias(name=self.address.name)
            return max(found)

    def serving_now(self) -> str:
        """Return the index that the name leads to."""
        if found := self.serving():
            return found
        with self._told():
            raise IndexTroubleError(f"there is no index {self.address.name} yet; the command index makes it")

    def all(self) -> list[str]:
        """Return the indexes of this name, the oldest first."""
        with self._told():
            return sorted(self._client.indices.get(index=f"{self.address.name}-*"))

    def about(self, index: str) -> JsonObject:
        """Return what was written down about an index when it was made."""
        with self._told():
            found = self._client.indices.get_mapping(index=index)
            facts: JsonObject = found[index]["mappings"].get("_meta", {})
            return facts

    def is_whole(self, index: str) -> bool:
        """Tell whether an index is in one part, so that what its words count there counts in all of it."""
        with self._told():
            settings: JsonObject = self._client.indices.get_settings(index=index)
            return str(settings[index]["settings"]["index"]["number_of_shards"]) == "1"

    def search(self, index: str, body: JsonObject, *, is_whole: bool = False) -> list[JsonObject]:
        """Return the hits of all shards: what only some of them found counts as a failure.

        Where the index ``is_whole`` its shards need not be asked first what words count in all of them.
        """
        with self._told():
            found = self._client.search(
                index=index,
                body=dict(body),
                params={
                    "search_type": "query_then_fetch" if is_whole else "dfs_query_then_fetch",
                    "allow_partial_search_results": "false",
                    "filter_path": "timed_out,_shards.failed,hits.hits",
                },
            )
            if found["timed_out"] or found["_shards"]["failed"]:
                raise IndexTroubleError("only a part of the index could be asked")
            hits: list[JsonObject] = found.get("hits", {}).get("hits", [])
        self.trouble = ""
        return hits

    def documents(self, index: str, ids: Sequence[str]) -> list[JsonObject]:
        """Return the documents of these ids, all of them."""
        with self._told():
            found = self._client.mget(index=index, body={"ids": list(ids)})["docs"]
            if any("error" in one for one in found):
                raise IndexTroubleError("only a part of the index could be asked")
            if missing := sum(not one.get("found") for one in found):
                raise IndexTroubleError(f"the index {index} lacks {missing} documents; write it anew")
            return [one["_source"] for one in found]

    def count(self, index: str) -> int:
        """Return how many documents an index has. It has none that were deleted but not yet removed."""
        count, deleted = self._counted(index)
        if deleted:
            with self._told():
                raise IndexTroubleError(f"{index} still holds deleted documents")
        return count

    def _counted(self, index: str) -> tuple[int, int]:
        with self._told():
            docs = self._client.indices.stats(index=index, metric="docs")["_all"]["primaries"]["docs"]
            return int(docs["count"]), int(docs["deleted"])

    def create(self, index: str, body: JsonObject) -> None:
        """Make an index."""
        with self._told():
            self._client.indices.create(index=index, body=dict(body), params=_slowly())

    def clone(self, index: str, to: str) -> None:
        """Make an index with all that another one has; its documents are not copied but shared."""
        with self._told():
            self._client.indices.put_settings(index=index, body={"index.blocks.write": True})
            unblocked = {"settings": {"index.blocks.write": None, "index.number_of_replicas": 0}}
            self._client.indices.clone(index=index, target=to, body=unblocked, params=_slowly())
            self._wait_for_green(to)

    def note(self, index: str, facts: JsonObject) -> None:
        """Write down what is to be known about an index."""
        with self._told():
            self._client.indices.put_mapping(index=index, body={"_meta": dict(facts)})

    def write(self, index: str, actions: Iterable[JsonObject], on_each: Callable[[], None]) -> None:
        """Write and delete documents; ``on_each`` hears of each."""
        aimed = ({"_index": index, **action} for action in actions)
        with self._told():
            for _ in streaming_bulk(
                self._client,
                aimed,
                max_chunk_bytes=LIMITS.index.bulk,
                max_retries=LIMITS.index.tries,
                request_timeout=LIMITS.index.seconds_to_write,
            ):
                on_each()

    def settle(self, index: str, copies: int) -> None:
        """Let all that was written be found, what was deleted be gone, and other nodes hold it too."""
        with self._told():
            self._merge(index)
            if self._counted(index)[
                1
            ]:  # they are kept for copies that would need them, until it is opened anew
                self._client.indices.close(index=index, params=_slowly())
                self._client.indices.open(index=index, params=_slowly())
                self._wait_for_green(index)
                self._merge(index)
            done = {"index.number_of_replicas": copies, "index.blocks.write": True}
            self._client.indices.put_settings(index=index, body=done)

    def wait_for_copies(self) -> None:
        """Wait, for two minutes at most, until other nodes hold what they are to hold."""
        with self._told():
            self._wait_for_green()

    def _wait_for_green(self, index: str | None = None) -> None:
        self._client.cluster.health(index=index, params={"wait_for_status": "green", **_slowly()})

    def _merge(self, index: str) -> None:
        self._client.indices.flush(index=index, params={"force": "true", **_slowly()})
        self._client.indices.forcemerge(index=index, params={"max_num_segments": 1, **_slowly()})
        self._client.indices.refresh(index=index, params=_slowly())

    def lead_to(self, index: str, instead: str) -> None:
        """Let the name lead to an index, and to no other, at one moment.

        It fails where the name leads no longer to ``instead``, which is "" where it led nowhere.
        """
        name = self.address.name
        left = {"remove": {"index": instead, "alias": name, "must_exist": True}}
        with self._told():
            actions = [*([left] if instead else []), {"add": {"index": index, "alias": name}}]
            self._client.indices.update_aliases(body={"actions": actions})

    def delete(self, index: str) -> None:
        """Delete an index."""
        with self._told():
            self._client.indices.delete(index=index, params={"ignore_unavailable": "true"})

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn failures into lines, and remember the last one."""
        try:
            yield
        except (exceptions.OpenSearchException, BulkIndexError, IndexTroubleError) as error:
            told = error if isinstance(error, IndexTroubleError) else IndexTroubleError(self._line(error))
            self.trouble = str(told)
            raise told from error

    def _line(self, error: Exception) -> str:
        """Return what is wrong, and what to do."""
        told = next((line for kind, line in _LINES if isinstance(error, kind)), _NOT_UNDERSTOOD)
        return told.format(
            where=", ".join(node.partition("//")[2] for node in self.address.nodes),
            name=self.address.name,
            seconds=f"{self._seconds:g}",
            status=getattr(error, "status_code", "") if isinstance(error, exceptions.TransportError) else "",
            kind=type(error).__name__,
            why=self._why_apart(error) if isinstance(error, exceptions.ConnectionError) else "",
        )

    def _why_apart(self, error: exceptions.ConnectionError) -> str:
        """Return why there is no connection, as far as encryption has to do with it."""
        causes = [error.info, *getattr(error.info, "args", ())]
        if refused := next((one for one in causes if isinstance(one, ssl.SSLCertVerificationError)), None):
            return _NOT_BELIEVED.format(why=refused.verify_message.rstrip("."))
        if isinstance(error, exceptions.SSLError):
            return _NO_TLS
        breaks_off = any(isinstance(one, ConnectionResetError) for one in causes)
        return _PERHAPS_TLS if breaks_off and not self.address.speaks_tls else ""


def _trusting(certificates: Path | None) -> ssl.SSLContext:
    """Return what believes certificates of the authorities in the file, without one those of the system."""
    try:
        return ssl.create_default_context(cafile=certificates)
    except OSError as error:
        raise SettingsError(f"BOT_INDEX_CA: no certificates can be read from {certificates}") from error


def _slowly() -> dict[str, Any]:
    return {"request_timeout": LIMITS.index.seconds_to_write}


def new_name(name: str) -> str:
    """Return the name of a new index; later ones sort behind it."""
    return f"{name}-{time.time_ns() // 1_000_000:015d}"
