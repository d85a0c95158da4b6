"""Settings are read once and refused at start if wrong."""

from pathlib import Path

import pytest

from grantcheck.settings import Settings, WrongSetting, read_settings


def test_without_any_setting_the_defaults_hold() -> None:
    assert read_settings({"HOME": "somewhere"}) == Settings()


def test_settings_are_read_by_their_kind() -> None:
    settings = read_settings(
        {"GRANTCHECK_INSTANCE": "other", "GRANTCHECK_MAX_PAGES": "80", "GRANTCHECK_SECURE_COOKIES": "yes"}
    )

    assert (settings.instance, settings.max_pages, settings.secure_cookies) == (Path("other"), 80, True)
    assert settings.database == Path("other/grantcheck.db")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GRANTCHECK_MAX_PAGES", "0"),
        ("GRANTCHECK_MAX_PAGES", "many"),
        ("GRANTCHECK_SECURE_COOKIES", "1"),
        ("GRANTCHECK_INSTANSE", "x"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=name):
        read_settings({name: value})
