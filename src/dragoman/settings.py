"""Settings: frozen objects read from `defaults.toml`, then from a user file that overrides only what it names."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import SettingsError


class ReadSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How inputs are read; each field is explained in `defaults.toml`."""

    max_characters: int
    min_letters: int
    languages: tuple[str, ...]
    furniture: bool


class ParseSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How text is parsed."""

    model: str
    batch_size: int
    gate: bool


class ResolveSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How actors, places, dates and mentions are resolved."""

    min_confidence: float
    merge_mentions: bool


class RunSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a run is recorded."""

    coded_date: str

    def __post_init__(self) -> None:
        """Refuse a coded date that is none."""
        if self.coded_date:
            try:
                dt.date.fromisoformat(self.coded_date)
            except ValueError:
                raise ValueError(f"coded_date {self.coded_date!r} is not a date like 2024-05-31") from None


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings, one group a room."""

    read: ReadSettings
    parse: ParseSettings
    resolve: ResolveSettings
    run: RunSettings


def load_settings(overrides: Mapping[str, Any] | str | Path | None = None) -> Settings:
    """Read the defaults and lay a user's settings over them.

    Args:
        overrides: a TOML file, or a mapping such as `{"parse": {"model": "en_core_web_lg"}}`.

    Raises:
        SettingsError: the file cannot be read, or a name or value in it does not fit.
    """
    merged = tomllib.loads(resources.files("dragoman").joinpath("defaults.toml").read_text(encoding="utf-8"))
    origin = "the settings given"
    if isinstance(overrides, str | Path):
        origin = str(overrides)
        overrides = _read_toml(Path(overrides))
    for group, values in (overrides or {}).items():
        if group not in merged or not isinstance(values, Mapping):
            known = ", ".join(sorted(merged))
            raise SettingsError(f"{origin}: no settings group {group!r}", remedy=f"Groups are: {known}.")
        unknown = sorted(set(values) - set(merged[group]))
        if unknown:
            raise SettingsError(
                f"{origin}: no setting {group}.{unknown[0]}",
                remedy=f"Settings of [{group}] are: {', '.join(sorted(merged[group]))}.",
            )
        merged[group].update(values)
    try:
        return msgspec.convert(merged, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{origin}: {error}", remedy="See defaults.toml for what each setting takes.") from error


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"{path}: settings cannot be read ({error})", remedy="Give a TOML file laid out like defaults.toml."
        ) from error
