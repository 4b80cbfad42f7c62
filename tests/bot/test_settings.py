from pathlib import Path

import pytest

from bot.settings import Settings, Shards, load_settings, parse_shards, settings_table
from index import SettingsError

TOKEN = "a-token-of-one-word"  # noqa: S105


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for row in settings_table():
        monkeypatch.delenv(row.name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", f" {TOKEN}\n")
    monkeypatch.setenv("ONRECORD_DATABASE", str(tmp_path / "news.db"))
    monkeypatch.setenv("ONRECORD_LOG_LEVEL", "debug")
    settings = load_settings()
    assert settings.token.get_secret_value() == TOKEN
    assert settings.database == tmp_path / "news.db"
    assert settings.log_level == "DEBUG"


def test_the_environment_wins_over_a_dotenv_file_and_that_over_secret_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "onrecord_token").write_text(f"{TOKEN}-secret\n")
    (secrets / "onrecord_log_level").write_text("ERROR")
    (tmp_path / ".env").write_text("ONRECORD_LOG_LEVEL=WARNING\nONRECORD_DATABASE=/srv/a.db\nUNRELATED=1\n")
    monkeypatch.setenv("ONRECORD_SECRETS_DIR", str(secrets))
    monkeypatch.setenv("ONRECORD_DATABASE", "/srv/b.db")
    settings = load_settings()
    assert settings.token.get_secret_value() == f"{TOKEN}-secret"
    assert (settings.log_level, settings.database) == ("WARNING", Path("/srv/b.db"))


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", TOKEN)
    monkeypatch.setenv("ONRECORD_LOG_LEVEL", "")
    assert load_settings().log_level == "INFO"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ONRECORD_TOKEN", "", "ONRECORD_TOKEN: not set. The bot's token, from the Bot page"),
        ("ONRECORD_TOKEN", "123456789012345678", "ONRECORD_TOKEN: this is an application id"),
        ("ONRECORD_TOKEN", "two words", "ONRECORD_TOKEN: a token is one word"),
        ("ONRECORD_TOKEN", "  ", "ONRECORD_TOKEN: a token is one word"),
        ("ONRECORD_GRACE_DAYS", "0", "ONRECORD_GRACE_DAYS: must be at least 1"),
        ("ONRECORD_GRACE_DAYS", "ten", "ONRECORD_GRACE_DAYS: must be a whole number"),
        ("ONRECORD_METRICS_PORT", "70000", "ONRECORD_METRICS_PORT: must be at most 65535"),
        ("ONRECORD_LOG_LEVEL", "loud", "ONRECORD_LOG_LEVEL: must be DEBUG, INFO, WARNING or ERROR"),
        ("ONRECORD_SECRETS_DIR", "nowhere", "ONRECORD_SECRETS_DIR: there is no such directory"),
    ],
)
def test_each_bad_value_is_named_in_plain_words_without_the_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(said)
    assert TOKEN not in str(caught.value)
    assert not value.strip() or value not in str(caught.value).replace("one word without spaces", "")


def test_all_bad_values_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LOG_LEVEL", "loud")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "ONRECORD_TOKEN",
        "ONRECORD_LOG_LEVEL",
    ]


def test_a_dotenv_file_that_is_not_text_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", TOKEN)
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00ONRECORD")
    with pytest.raises(SettingsError, match=r"\.env"):
        load_settings()


def test_the_table_has_every_setting_with_default_and_use() -> None:
    table = {row.name: row for row in settings_table()}
    assert set(table) == {f"ONRECORD_{name.upper()}" for name in Settings.model_fields}
    assert all(row.help.endswith(".") for row in table.values())
    assert table["ONRECORD_TOKEN"].default == "required"
    assert table["ONRECORD_LOG_LEVEL"].default == "INFO"


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_TOKEN", TOKEN)
    settings = load_settings()
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


@pytest.mark.parametrize(
    ("words", "ids", "count"),
    [("0/1", (0,), 1), ("0/2", (0,), 2), ("3, 1,3/4", (1, 3), 4), ("16383/16384", (16383,), 16384)],
)
def test_shards_are_read(words: str, ids: tuple[int, ...], count: int) -> None:
    assert parse_shards(words) == Shards(ids, count)


@pytest.mark.parametrize("words", ["", "1", "/2", "2/2", "0/0", "0,/2", "-1/2", "0/16385", "a/b", "0/2/3", "٣/٤"])
def test_what_are_no_shards_is_said(words: str) -> None:
    with pytest.raises(ValueError, match="shards"):
        parse_shards(words)


def test_every_server_is_on_one_shard() -> None:
    halves = (parse_shards("0,2/4"), parse_shards("1,3/4"))
    for number in range(64):
        guild_id = number << 22 | 4_194_303
        assert [half.hold(guild_id) for half in halves] == [number % 2 == 0, number % 2 == 1]
        assert Shards().hold(guild_id)
