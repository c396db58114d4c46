"""A door before a cluster, as people put one there: it speaks TLS and asks for a name and password."""

import base64
import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

LOGIN = "reader:tr0mbone-77"


class Authority:
    """Vouches for certificates, each with its key in one file of the folder; its own is ``file``."""

    def __init__(self, folder: Path, name: str = "ours") -> None:
        self._folder, self._name = folder, x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        is_authority = x509.BasicConstraints(ca=True, path_length=0)
        self.file = self._written(name, self._key, is_authority, datetime.now(UTC) + timedelta(1))

    def issue(self, host: str, until: datetime | None = None) -> Path:
        """Return the file of a certificate for a host, by its name or address."""
        try:
            named: x509.GeneralName = x509.IPAddress(ip_address(host))
        except ValueError:
            named = x509.DNSName(host)
        names = x509.SubjectAlternativeName([named])
        key = ec.generate_private_key(ec.SECP256R1())
        return self._written(host, key, names, until or datetime.now(UTC) + timedelta(1))

    def _written(
        self, name: str, key: ec.EllipticCurvePrivateKey, tells: x509.ExtensionType, until: datetime
    ) -> Path:
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        made = x509.CertificateBuilder(self._name, subject, key.public_key(), x509.random_serial_number())
        made = made.not_valid_before(until - timedelta(9)).not_valid_after(until)
        signed = made.add_extension(tells, critical=True).sign(self._key, hashes.SHA256())
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file = self._folder / f"{signed.serial_number}.pem"
        file.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + private)
        return file


@contextmanager
def guarded(certificate: Path | None, node: int | None = None) -> Iterator[int]:
    """Yield the port of a door; what is let in goes to the port ``node``, without one nothing is found."""

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asks = f"Basic {base64.b64encode(LOGIN.encode()).decode()}"
            status, body, kind = 404, b"{}", "application/json"
            if self.headers.get("Authorization") != asks:
                status = 401
            elif node:
                with closing(http.client.HTTPConnection("127.0.0.1", node)) as behind:
                    kinds = {"Content-Type": self.headers["Content-Type"]}
                    behind.request(self.command, self.path, given, kinds)
                    found = behind.getresponse()
                    status, body, kind = found.status, found.read(), found.headers["Content-Type"]
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_HEAD = do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815 (so they are called)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.handle_error = lambda *_: None  # type: ignore[method-assign] # who does not believe us goes away
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
