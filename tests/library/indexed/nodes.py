"""Real OpenSearch nodes on ports of this machine alone, where they can be had: see ``why_not``."""

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

VERSION = os.environ.get("QUOTH_OPENSEARCH", "2.19.6")
"""Of the server; 3.x needs a Java of 21 or later: ``JAVA_HOME``."""
_OPTIONS = ("-Xms192m", "-Xmx192m", "-XX:+UseSerialGC")
_NEEDED = ("security.manager", "threadFactory", "javaagent", "--add-", "sharedArena")
"""What the server's own options for Java have that it does not start without."""
_ZIP = f"org/opensearch/distribution/integ-test-zip/opensearch/{VERSION}/opensearch-{VERSION}.zip"
_UNPACKED = Path(tempfile.gettempdir()) / f"quoth-opensearch-{VERSION}"
_NOBODY = "nobody"
_SECONDS = 300.0
"""Until nodes have started, on a busy machine."""


def why_not() -> str:
    """Return why there is no server here, "" if there is one."""
    if not _java():
        return "there is no java"
    if not _zip().exists():
        return f"there is no {_zip()}: mvn dependency:get brings org.opensearch.distribution.integ-test-zip"
    return ""


def _java() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin/java" if home else shutil.which("java")


def _zip() -> Path:
    return Path.home() / ".m2" / "repository" / _ZIP


@dataclass
class Nodes:
    """Running nodes of one cluster, by their HTTP ports."""

    ports: Sequence[int]
    folder: Path
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The nodes as BOT_INDEX names them, without the index."""
        return "opensearch://" + ",".join(f"127.0.0.1:{port}" for port in self.ports)

    def kill(self, number: int) -> None:
        """End a node at once."""
        self._signal(number, signal.SIGKILL)
        self.processes[number].wait()

    def freeze(self, number: int, *, thaw: bool = False) -> None:
        """Let a node hang, or go on."""
        self._signal(number, signal.SIGCONT if thaw else signal.SIGSTOP)

    def start(self, number: int) -> None:
        """Start a node, for the first time or again."""
        self.processes[number : number + 1] = [_started(self.folder, number)]

    def wait(self) -> None:
        """Wait until all nodes have found each other, and what they hold can be asked."""
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until:
            if all(_status(port, len(self.ports)) for port in self.ports):
                return
            time.sleep(0.3)
        raise TimeoutError((self.folder / "0" / "out").read_text("utf-8")[-2000:])

    def _signal(self, number: int, what: signal.Signals) -> None:
        os.killpg(self.processes[number].pid, what)


@contextmanager
def running(count: int) -> Iterator[Nodes]:
    """Start so many nodes, yield them once they serve, and end them."""
    _unpack()
    with tempfile.TemporaryDirectory(prefix="quoth-nodes-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        ports = _free_ports(2 * count)
        nodes, peers = Nodes(ports[:count], folder), ports[count:]
        for number in range(count):
            _prepare(folder / str(number), number, nodes.ports[number], peers)
        try:
            for number in range(count):
                nodes.start(number)
            nodes.wait()
            yield nodes
        finally:
            for process in nodes.processes:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()


def _unpack() -> None:
    """Unpack the server once; whoever comes second takes what is there."""
    if _UNPACKED.exists():
        return
    with tempfile.TemporaryDirectory(dir=_UNPACKED.parent) as name, zipfile.ZipFile(_zip()) as archive:
        archive.extractall(name)
        made = Path(name) / f"opensearch-{VERSION}"
        for path in [made, *made.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)
        try:
            made.rename(_UNPACKED)
        except OSError:
            if not _UNPACKED.exists():
                raise


def _prepare(folder: Path, number: int, port: int, peers: Sequence[int]) -> None:
    for part in ("config", "data", "logs", "tmp"):
        (folder / part).mkdir(parents=True)
    shutil.copy(_UNPACKED / "config" / "log4j2.properties", folder / "config")
    shipped = (
        (_UNPACKED / "config" / "jvm.options").read_text("utf-8").replace("agent/", f"{_UNPACKED}/agent/")
    )
    needed = [line for line in shipped.splitlines() if line[:1] != "#" and any(map(line.count, _NEEDED))]
    (folder / "config" / "jvm.options").write_text("\n".join([*_OPTIONS, *needed, ""]))
    settings = {
        "cluster.name": f"quoth-{peers[0]}",
        "node.name": f"n{number}",
        "path.data": str(folder / "data"),
        "path.logs": str(folder / "logs"),
        "network.host": "127.0.0.1",
        "http.port": port,
        "transport.port": peers[number],
        "discovery.seed_hosts": [f"127.0.0.1:{peer}" for peer in peers],
        "cluster.initial_cluster_manager_nodes": [f"n{n}" for n in range(len(peers))],
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    lines = [f"{name}: {json.dumps(value)}" for name, value in settings.items()]
    (folder / "config" / "opensearch.yml").write_text("\n".join(lines))
    if os.geteuid() == 0:  # the server refuses to run as root
        user = pwd.getpwnam(_NOBODY)
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, user.pw_uid, user.pw_gid)


def _started(folder: Path, number: int) -> "subprocess.Popen[bytes]":
    own = folder / str(number)
    environment = {
        "PATH": os.environ["PATH"],
        "OPENSEARCH_PATH_CONF": str(own / "config"),
        "OPENSEARCH_TMPDIR": str(own / "tmp"),
        "OPENSEARCH_JAVA_OPTS": f"-Djava.io.tmpdir={own / 'tmp'}",
        "OPENSEARCH_JAVA_HOME": str(Path(os.path.realpath(_java() or "java")).parents[1]),
    }
    ends_with_us = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
    with (own / "out").open("ab") as out:
        return subprocess.Popen(  # noqa: S603 (what was unpacked above)
            [*ends_with_us, str(_UNPACKED / "bin" / "opensearch")],
            cwd=own,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
            user=_NOBODY if os.geteuid() == 0 else None,
        )


def _status(port: int, nodes: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_cluster/health", timeout=5) as answer:
            health = json.load(answer)
            return int(health["number_of_nodes"]) == nodes and health["status"] in {"yellow", "green"}
    except (OSError, ValueError):
        return False


def _free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on, below those that systems hand out."""
    taken = [socket.socket() for _ in range(count)]
    try:
        ports: list[int] = []
        for port in range(20_000 + os.getpid() % 8_000, 32_000):
            if len(ports) == count:
                break
            try:
                taken[len(ports)].bind(("127.0.0.1", port))
            except OSError:
                continue
            ports.append(port)
        return ports
    finally:
        for one in taken:
            one.close()
