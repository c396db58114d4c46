"""Settings come from the environment, .env and a settings file, and are shown with where they stand."""

from pathlib import Path

import pytest

from bot.basics.errors import SettingsError
from bot.basics.settings import HIDDEN, Settings, name_of, read_settings, shown_settings
from bot.command.settings_shown import as_json_lines, as_lines, as_markdown, as_toml

TOKEN = "4242:AAEexampleexampleexampleexample-xyz"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def source_of(name: str, config: Path | None = None) -> str:
    return next(one.source for one in shown_settings(config) if one.name == name)


def test_the_environment_wins_over_dotenv_and_that_over_the_settings_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("quoth.toml").write_text("BOT_KEPT_DAYS = 3\n[any]\nBOT_EDIT_MINUTES = 3\nBOT_KEPT_EDITIONS = 3\n")
    Path(".env").write_text("BOT_KEPT_DAYS=2\nexport BOT_EDIT_MINUTES=2\nOTHERS=5\n")
    monkeypatch.setenv("BOT_KEPT_DAYS", "1")
    settings = read_settings()
    assert (settings.kept_days, settings.edit_minutes, settings.kept_editions) == (1, 2, 3)
    assert source_of("BOT_KEPT_DAYS") == "the environment"
    assert source_of("BOT_EDIT_MINUTES") == ".env"
    assert source_of("BOT_KEPT_EDITIONS") == "quoth.toml"
    assert source_of("BOT_CORPUS") == "default"


def test_another_settings_file_is_named_by_a_variable_or_an_argument(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for days, file in enumerate(("quoth.toml", "two.toml", "three.toml"), 1):
        Path(file).write_text(f"BOT_KEPT_DAYS = {days}\n")
    assert read_settings().kept_days == 1
    monkeypatch.setenv("QUOTH_CONFIG", "two.toml")
    assert read_settings().kept_days == 2
    assert read_settings(Path("three.toml")).kept_days == 3


def test_a_path_in_the_settings_file_is_meant_from_where_that_stands(tmp_path: Path) -> None:
    etc = tmp_path / "etc"
    etc.mkdir()
    (etc / "q.toml").write_text('BOT_CORPUS = "articles"\nBOT_DATA = "/var/lib/quoth"\n')
    settings = read_settings(etc / "q.toml")
    assert (settings.corpus, settings.data) == (etc / "articles", Path("/var/lib/quoth"))


def test_every_kind_of_value_can_stand_in_the_settings_file() -> None:
    Path("quoth.toml").write_text(
        "BOT_MAINTAINERS = [1001, 1002]\nBOT_WATCH = true\nBOT_ERROR_CHAT = -5\n"
        "BOT_API_TIMEOUT_SECONDS = 1.5\n"
        'BOT_HEALTH_LISTEN = "127.0.0.1:81"\n'
    )
    settings = read_settings()
    assert settings.maintainers == {1001, 1002}
    assert (settings.watch, settings.error_chat, settings.api_timeout_seconds) == (True, -5, 1.5)
    assert str(settings.health_listen) == "127.0.0.1:81"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BOT_CORPUS = 5", "BOT_CORPUS in quoth.toml should be a text in quotation marks, not '5'"),
        ("BOT_MAINTAINERS = [-5]", "BOT_MAINTAINERS in quoth.toml should be user ids"),
        ("BOT_WATCH = 2020-01-01", "BOT_WATCH in quoth.toml should be true or false"),
        ("BOT_TOKEN = 42424242", "BOT_TOKEN in quoth.toml should be a text in quotation marks"),
        ("[a]\nBOT_WATCH = true\n[b]\nBOT_WATCH = true", "BOT_WATCH stands twice in quoth.toml"),
        ("[a]\ncorpus = 'x'", "corpus in quoth.toml is not a setting of Quoth"),
        ("\ud83d", "quoth.toml is no text in UTF-8"),
    ],
)
def test_what_is_wrong_in_the_settings_file_is_told_with_file_and_name(text: str, said: str) -> None:
    Path("quoth.toml").write_bytes(text.encode(errors="surrogatepass"))
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert said in str(caught.value)
    assert "42424242" not in str(caught.value)


def test_a_path_may_begin_with_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    Path(".env").write_text("BOT_CORPUS=~/articles\n")
    assert read_settings().corpus == tmp_path / "me/articles"


def test_the_token_of_the_stronger_source_counts_whichever_way_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("quoth.toml").write_text('BOT_TOKEN = "1:weaker"\n')
    Path("token").write_text(TOKEN)
    monkeypatch.setenv("BOT_TOKEN_FILE", "token")
    assert read_settings().required_token == TOKEN
    assert source_of("BOT_TOKEN") == "BOT_TOKEN_FILE"


def test_no_form_of_the_settings_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\n")
    monkeypatch.setenv("BOT_WEBHOOK_SECRET", "hush-hush")
    shown = shown_settings()
    assert [one.value for one in shown if one.name in {"BOT_TOKEN", "BOT_WEBHOOK_SECRET"}] == [HIDDEN, HIDDEN]
    for form in (as_lines, as_json_lines, as_markdown, as_toml):
        assert "AAEexample" not in form(shown)
        assert "hush" not in form(shown)


def test_every_setting_is_shown_and_the_printed_file_can_be_read_with_all_its_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("BOT_MEANING")
    shown = shown_settings()
    assert [one.name for one in shown] == [name_of(field) for field in Settings.model_fields]
    assert all(one.meaning and one.section for one in shown)
    defaults = as_toml(shown).replace("# BOT_", "BOT_")
    Path("quoth.toml").write_text(defaults)
    assert read_settings() == Settings()
