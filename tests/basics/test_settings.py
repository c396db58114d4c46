from pathlib import Path

import pytest

from bot.basics.errors import SettingsError
from bot.basics.settings import Listen, Settings, read_settings, shown_settings

TOKEN = "4242:AAEexampleexampleexampleexample-xyz"


def refusal(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert caught.value.__cause__ is None
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings()
    assert settings.corpus == Path("corpus")
    assert settings.maintainers == frozenset()
    assert settings.webhook_listen == Listen("127.0.0.1", 8080)


def test_without_a_token_one_line_says_what_to_set() -> None:
    with pytest.raises(SettingsError, match=r"^Set BOT_TOKEN .*BotFather gave you\.$"):
        _ = read_settings().required_token


def test_an_unknown_variable_is_refused_with_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    message = refusal(monkeypatch, BOT_CORPSE="x")
    assert "BOT_CORPSE" in message
    assert "did you mean BOT_CORPUS?" in message


def test_an_unknown_variable_like_none_of_ours_lists_the_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "BOT_TOKEN_FILE" in refusal(monkeypatch, BOT_QQQQ="x")


def test_the_token_shows_neither_in_repr_nor_in_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert TOKEN not in repr(read_settings()) + str(read_settings())
    assert read_settings().required_token == TOKEN
    assert "AAEexample" not in refusal(monkeypatch, BOT_TOKEN=TOKEN + " and more", BOT_IN_FLIGHT="0")


def test_the_token_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    monkeypatch.setenv("BOT_TOKEN_FILE", str(file))
    assert read_settings().required_token == TOKEN


def test_a_token_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = str(tmp_path / "none")
    assert f"BOT_TOKEN_FILE: {file} cannot be read: No such file" in refusal(monkeypatch, BOT_TOKEN_FILE=file)


@pytest.mark.parametrize("text", ["1001,1002", "1001 1002", " 1001,\n1002, "])
def test_maintainers_are_ids_with_commas_or_blanks_between(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("BOT_MAINTAINERS", text)
    assert read_settings().maintainers == {1001, 1002}


@pytest.mark.parametrize(
    ("text", "listen"),
    [
        ("127.0.0.1:81", Listen("127.0.0.1", 81)),
        ("[::1]:81", Listen("::1", 81)),
        ("unix:/run/q.sock", Listen(socket=Path("/run/q.sock"))),
    ],
)
def test_a_server_listens_on_a_port_or_a_unix_socket(text: str, listen: Listen) -> None:
    assert Listen.parse(text) == listen
    assert str(listen) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_MAINTAINERS", "@aya"),
        ("BOT_MAINTAINERS", "-100"),
        ("BOT_SCOPE", "/, "),
        ("BOT_HEALTH_LISTEN", "8080"),
        ("BOT_HEALTH_LISTEN", "host:99999"),
        ("BOT_WEBHOOK_URL", "bot.example.org"),
        ("BOT_WEBHOOK_SECRET", "with blank"),
        ("BOT_IN_FLIGHT", "many"),
        ("BOT_LOG_FORMAT", "xml"),
        ("BOT_TOKEN", "not a token"),
    ],
)
def test_a_value_that_cannot_be_followed_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert name in refusal(monkeypatch, **{name: value})


def test_several_bad_values_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    message = refusal(monkeypatch, BOT_IN_FLIGHT="many", BOT_LOG_FORMAT="xml")
    assert "BOT_IN_FLIGHT" in message
    assert "BOT_LOG_FORMAT" in message


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_ERROR_CHAT", "")
    monkeypatch.setenv("BOT_MAINTAINERS", "")
    assert read_settings() == Settings(meaning=False)  # as the tests have it


@pytest.mark.parametrize("address", ["opensearch://127.0.0.1:9200/articles", "opensearchs://a,b.c:1/x-1"])
def test_an_index_is_read_as_it_is_written(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_INDEX", address)
    assert str(read_settings().index) == address


@pytest.mark.parametrize(
    "address", ["localhost:9200", "opensearch://a", "opensearch:///x", "opensearch://a/X", "http://a/x"]
)
def test_what_names_no_index_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "opensearch://127.0.0.1:9200/articles" in refusal(monkeypatch, BOT_INDEX=address)


def test_the_password_of_an_index_shows_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_INDEX", "opensearchs://a:9200/x")
    monkeypatch.setenv("BOT_INDEX_LOGIN", "reader:tr0mbone")
    settings = read_settings()
    assert "tr0mbone" not in repr(settings) + repr(shown_settings())
    assert {"reader:tr0mbone", "tr0mbone"} <= set(settings.secrets)
    assert "tr0mbone" not in refusal(monkeypatch, BOT_INDEX="opensearch://reader:tr0mbone@a:9200/x")
    assert "tr0mbone" not in refusal(monkeypatch, BOT_INDEX_LOGIN=":tr0mbone")


def test_a_password_is_sent_to_other_machines_by_tls_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    login = {"BOT_INDEX_LOGIN": "reader:tr0mbone"}
    assert "in the clear" in refusal(monkeypatch, BOT_INDEX="opensearch://a:9200/x", **login)
    monkeypatch.setenv("BOT_INDEX", "opensearch://127.0.0.1:9200/x")
    assert read_settings().index
