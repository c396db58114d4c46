"""Where an index of articles lies that several bots read."""

import re
from dataclasses import dataclass
from typing import Self

_ADDRESS = re.compile(r"(opensearchs?)://([^/@\s]+)/([a-z0-9][a-z0-9._-]{0,99})/?")
_HOST = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class IndexAddress:
    """The nodes of a cluster, each as ``https://host:port``, and the name of the index there."""

    nodes: tuple[str, ...]
    name: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse ``opensearchs://host:9200,other:9200/name``; without the s no node speaks TLS.

        Raises ValueError.
        """
        found = _ADDRESS.fullmatch(text.strip())
        hosts = found[2].split(",") if found else []
        if not found or not all(map(_HOST.fullmatch, hosts)):
            raise ValueError("should look like opensearch://127.0.0.1:9200/articles (opensearchs:// for TLS)")
        scheme = "https" if found[1] == "opensearchs" else "http"
        return cls(tuple(f"{scheme}://{host}" for host in hosts), found[3])

    @property
    def speaks_tls(self) -> bool:
        """Tell whether what is sent to the nodes is encrypted."""
        return self.nodes[0].startswith("https:")

    @property
    def is_private(self) -> bool:
        """Tell whether nobody between here and the nodes can read what is sent."""
        return all(re.match(r"https:|http://(127\.|localhost|\[::1\])", node) for node in self.nodes)

    def __str__(self) -> str:
        """Return it as ``parse`` reads it."""
        scheme = "opensearchs" if self.speaks_tls else "opensearch"
        return f"{scheme}://{','.join(node.partition('//')[2] for node in self.nodes)}/{self.name}"
