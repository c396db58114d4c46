"""What programs get: the JSON of the shell, and the truth about a quote."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encoded

import pytest

from bot.basics.limits import LIMITS
from bot.core.answer import answer
from bot.core.index.edition import Edition
from bot.web.as_json import reply_object
from bot.web.http.openapi import DOCUMENT
from tests.core.models import model
from tests.core.texts import article, harbour, orchard
from tests.web.sites import Got, Site, site

QUESTION = "How many boats were crushed by the ice?"
BOATS = "Mayor Edda Quill said that 14 boats were crushed by the ice."
FIRST = "The harbour of Lanternby froze over on 3 February."
JSON = {"Content_Type": "application/json"}


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Site]:
    async with site(tmp_path, [harbour(), orchard()]) as served:
        yield served


def told(got: Got) -> dict[str, Any]:
    assert got.headers["Content-Type"] == "application/json; charset=utf-8"
    said = json.loads(got.text)
    assert isinstance(said, dict)
    return said


async def test_a_reply_is_that_of_the_shell(page: Site) -> None:
    expected = json.loads(json.dumps(reply_object(QUESTION, answer(QUESTION, page.shelf.current, model()))))
    by_address = await page.get(f"/api/ask?question={percent_encoded(QUESTION)}")
    by_body = await page.ask("POST", "/api/ask", json.dumps({"question": QUESTION}).encode(), **JSON)
    assert told(by_address) == told(by_body) == expected


@pytest.mark.parametrize(
    ("text", "status", "exact"),
    [
        (BOATS, "verbatim", True),
        ("mayor edda quill said that 14 boats were crushed by the ICE", "verbatim", False),
        (f"“{BOATS}”", "verbatim", False),
        (BOATS.replace("14", "40"), "differs", False),
        ("The moon over the mountain was never made of green cheese.", "not_found", False),
        ("14 boats were", "too_short", False),
    ],
)
async def test_words_are_verified(page: Site, text: str, status: str, exact: bool) -> None:
    said = told(await page.get(f"/api/verify?text={percent_encoded(text)}"))
    assert (said["status"], said["exact"], said["text"]) == (status, exact, text)
    assert [quote["text"] for quote in said["quotes"]] == (
        [BOATS] if status in {"verbatim", "differs"} else []
    )
    assert (said["only_pasted"], said["only_in_article"]) == (
        (["40"], ["14"]) if status == "differs" else ([], [])
    )


async def test_a_quote_tells_what_has_become_of_it(page: Site) -> None:
    reply = told(await page.get(f"/api/ask?question={percent_encoded(QUESTION)}"))
    quote = {name: value for name, value in reply["quotes"][0].items() if name != "found_by"}
    address = f"/api/quotes/{quote['revision']}:{quote['start']}-{quote['end']}"
    said = told(await page.get(address))
    assert (said["status"], said["then"], said["now"]) == ("stands", quote, quote)
    page.shelf.current = Edition.of([article("harbour", harbour().text.replace("14", "15")), orchard()])
    assert (await page.get(address)).status == 404  # no edition was kept, so nobody knows the old text


async def test_articles_are_listed_and_given(page: Site) -> None:
    listed = told(await page.get("/api/articles"))
    assert [one["id"] for one in listed["articles"]] == ["harbour", "orchard"]
    one = told(await page.get("/api/articles/harbour"))
    assert one["text"] == harbour().text
    assert one["text"][slice(*one["sentences"][2])] == BOATS


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/ask", None, 400),
        ("GET", "/api/ask?question=%20", None, 400),
        ("GET", "/api/ask?question=%ff", None, 400),
        ("POST", "/api/ask", b"{", 400),
        ("POST", "/api/ask", b"[" * 50_000, 400),
        ("POST", "/api/ask", b'{"question": 1}', 400),
        ("POST", "/api/ask", b'["question"]', 400),
        ("GET", "/api/articles/..%2f..%2fetc%2fpasswd", None, 404),
        ("GET", "/api/quotes/abc:1-2", None, 404),
        ("GET", "/api/elsewhere", None, 404),
        ("DELETE", "/api/articles", None, 405),
        ("OPTIONS", "/api/ask", None, 405),
    ],
)
async def test_what_cannot_be_read_is_refused_in_json(
    page: Site, method: str, path: str, body: bytes | None, status: int
) -> None:
    got = await page.ask(method, path, body, **JSON)
    assert (got.status, list(told(got))) == (status, ["error"])


async def test_a_form_of_another_site_cannot_ask(page: Site) -> None:
    body = json.dumps({"question": QUESTION}).encode()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert (await page.ask("POST", "/api/ask", body, Content_Type=kind)).status in {400, 415}
    got = await page.ask("POST", "/api/ask", body, Origin="https://elsewhere.test", **JSON)
    assert not [name for name in got.headers if name.lower().startswith("access-control")]


def shapes(schema: Mapping[str, Any], value: object, path: str = "") -> list[str]:  # noqa: PLR0911 - a case each
    """Where a value is not of its schema; every field has to be declared."""
    if "$ref" in schema:
        return shapes(DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]], value, path)
    if "oneOf" in schema:
        return min((shapes(one, value, path) for one in schema["oneOf"]), key=len)
    if "enum" in schema:
        return [] if value in schema["enum"] else [path]
    kinds: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "boolean": bool}
    kinds |= {"array": list, "object": dict, "null": type(None)}
    if not isinstance(value, kinds[schema["type"]]):
        return [path]
    if isinstance(value, list):
        return [wrong for item in value for wrong in shapes(schema["items"], item, f"{path}[]")]
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    others = schema.get("additionalProperties")
    wrong = [f"{path}.{name}" for name in schema.get("required", []) if name not in value]
    for name, part in value.items():
        inner = known.get(name, others)
        wrong += shapes(inner, part, f"{path}.{name}") if inner else [f"{path}.{name}"]
    return wrong


@pytest.mark.parametrize(
    ("path", "declared"),
    [
        (f"/api/ask?question={percent_encoded(QUESTION)}", "/api/ask"),
        (f"/api/ask?question={percent_encoded(QUESTION + ' What did the council pay?')}", "/api/ask"),
        (f"/api/ask?question={percent_encoded(BOATS)}", "/api/ask"),
        ("/api/ask?question=penicillin%3F", "/api/ask"),
        (f"/api/verify?text={percent_encoded(BOATS)}", "/api/verify"),
        ("/api/articles", "/api/articles"),
        ("/api/articles/harbour", "/api/articles/{id}"),
        (f"/api/quotes/{harbour().revision}:0-{len(FIRST)}", "/api/quotes/{id}"),
    ],
)
async def test_every_answer_is_as_the_document_says(page: Site, path: str, declared: str) -> None:
    got = await page.get(path)
    said = DOCUMENT["paths"][declared]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert got.status == 200
    assert shapes(said, told(got)) == []


async def test_the_document_names_every_address_that_is_answered(page: Site) -> None:
    document = told(await page.get("/api/openapi.json"))
    assert document["openapi"].startswith("3.1")
    for path in document["paths"]:
        assert (await page.get(re.sub(r"\{id\}", "nothing", path))).status in {200, 400, 404}


@pytest.mark.parametrize("way", ["ask?question", "verify?text"])
async def test_a_text_that_is_too_long_is_refused_and_not_answered_in_part(tmp_path: Path, way: str) -> None:
    async with site(tmp_path, [harbour()]) as page:
        just, more = "a" * LIMITS.asking.question, "a" * (LIMITS.asking.question + 1)
        assert (await page.get(f"/api/{way}={just}")).status == 200
        assert (await page.get(f"/api/{way}={more}")).status == 400


async def test_who_uses_another_method_is_told_which_there_are(tmp_path: Path) -> None:
    async with site(tmp_path, [harbour()]) as page:
        assert (await page.ask("TRACE", "/api/ask")).headers["Allow"] == "GET, POST"
        assert (await page.ask("POST", "/articles")).headers["Allow"] == "GET"
