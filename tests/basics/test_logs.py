import json
import logging
import sys
from collections.abc import Iterator

import pytest

from bot.basics.logs import Sparing, set_up

TOKEN = "4242:short"
LONG = "123456:AAExampleExampleExampleExampleExample"
KEY = "key:OfAnEncoder"


@pytest.fixture(autouse=True)
def _restore() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, sys.excepthook = handlers, hook
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def test_off_a_terminal_each_line_is_a_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("auto", "INFO", TOKEN)
    logging.getLogger("bot.x").info("loaded %d", 3, extra={"edition": "e1"})
    line = json.loads(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["message"], line["edition"]) == (
        "INFO",
        "bot.x",
        "loaded 3",
        "e1",
    )


def test_a_person_reads_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("human", "INFO", TOKEN)
    logging.getLogger("bot.x").warning("late")
    assert capsys.readouterr().err.endswith("WARNING bot.x: late\n")


@pytest.mark.parametrize("secret", [TOKEN, LONG, KEY])
@pytest.mark.parametrize("log_format", ["human", "json"])
def test_a_token_is_nowhere_in_a_record(
    capsys: pytest.CaptureFixture[str], secret: str, log_format: str
) -> None:
    set_up("human" if log_format == "human" else "json", "DEBUG", TOKEN, KEY)
    log = logging.getLogger("bot.x")
    log.info("message " + secret)
    log.info("argument %s", f"https://api.example/bot{secret}/getMe")
    log.info("stack", stack_info=True, extra={"address": secret})
    try:
        int(secret)
    except ValueError:
        log.exception("traceback")
    sys.excepthook(RuntimeError, RuntimeError(secret), None)
    written = capsys.readouterr().err
    assert "RuntimeError" in written
    assert secret.partition(":")[2] not in written


def test_libraries_that_would_tell_secrets_are_kept_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("json", "DEBUG", TOKEN)
    logging.getLogger("httpx").info("POST https://api.example/bot")
    logging.getLogger("telegram.ext.Application").debug("what somebody wrote")
    logging.getLogger("telegram.request.BaseRequest").error("a whole answer")
    assert capsys.readouterr().err == ""


def test_a_trouble_that_goes_on_is_told_once_a_minute_and_another_at_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = 0.0
    sparing = Sparing(logging.getLogger("bot.test"), lambda: now)
    for moment, kind in ((0, "a"), (1, "a"), (59, "a"), (60, "a"), (61, "b"), (62, "b")):
        now = moment
        sparing.warn(kind, "%s at %d", kind, now)
    assert caplog.messages == ["a at 0", "a at 60", "b at 61"]
