"""An encoder behind an address: what it sends, and what it does when the server fails."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest

from bot.basics.limits import LIMITS
from bot.core.index.vectors.encoder import EncoderError
from bot.search.endpoint import Endpoint, EndpointEncoder

Reply = Callable[[dict[str, Any]], tuple[int, bytes]]


def vectors(asked: dict[str, Any]) -> tuple[int, bytes]:
    """Answer as OpenAI's API does, in another order than asked."""
    data = [{"index": n, "embedding": [3.0, float(len(text))]} for n, text in enumerate(asked["input"])]
    return 200, json.dumps({"data": data[::-1]}).encode()


@contextmanager
def served(reply: Reply) -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    """A server on this machine: its address, and what it was sent with which key."""
    sent: list[tuple[str, dict[str, Any]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            sent.append((self.headers.get("Authorization", ""), asked))
            status, body = reply(asked)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", sent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_texts_are_sent_with_their_prefix_and_come_back_in_order_at_unit_length() -> None:
    with served(vectors) as (url, sent):
        encoder = EndpointEncoder(Endpoint(url, "small", "query:", "passage:"), "secret")
        rows = encoder.passages(["a", "four"])
        asked = encoder.question("why")
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0][1] < rows[1][1]
    assert asked.shape == (2,)
    assert [body["input"] for _, body in sent] == [["passage: a", "passage: four"], ["query: why"]]
    assert {key for key, _ in sent} == {"Bearer secret"}
    assert {body["model"] for _, body in sent} == {"small"}


@pytest.mark.parametrize(
    "answer",
    [
        (500, b"{}"),
        (200, b"<html>"),
        (200, b"{}"),
        (200, b"[]"),
        (200, b'{"data": [{"index": 0, "embedding": ["x"]}]}'),
        (200, b'{"data": []}'),
        (200, b'{"data": [{"index": 0, "embedding": [NaN, 1]}]}'),
    ],
)
def test_a_server_that_answers_otherwise_fails_without_showing_the_key(
    answer: tuple[int, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LIMITS, "meaning", replace(LIMITS.meaning, tries=1))
    with served(lambda _: answer) as (url, _):
        encoder = EndpointEncoder(Endpoint(url, "small"), "secret-key")
        with pytest.raises(EncoderError) as caught:
            encoder.passages(["a"])
        assert "secret-key" not in str(caught.value)
        with pytest.raises(EncoderError) as caught:
            encoder.question("a")
        assert "secret-key" not in str(caught.value)
    assert "secret-key" not in repr(vars(encoder)["_endpoint"])


def test_after_a_failure_no_question_waits_for_the_server_until_it_has_rested(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    failing = [True]
    with served(lambda asked: (503, b"") if failing[0] else vectors(asked)) as (url, sent):
        encoder = EndpointEncoder(Endpoint(url, "small"))
        for _ in range(3):
            with pytest.raises(EncoderError):
                encoder.question("why")
        assert len(sent) == 1
        failing[0] = False
        clock[0] += LIMITS.meaning.rest + 1
        assert encoder.question("why").shape == (2,)


def test_nothing_listens_there() -> None:
    with served(vectors) as (url, _):
        pass
    with pytest.raises(EncoderError, match="ConnectError"):
        EndpointEncoder(Endpoint(url, "small")).question("why")


def test_the_revision_changes_with_the_model_and_the_host_is_told() -> None:
    one, other = (EndpointEncoder(Endpoint("https://vectors.example/v1", m)) for m in ("small", "large"))
    assert one.revision != other.revision
    assert one.sends_to == "vectors.example"
