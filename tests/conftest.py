"""What all tests share: the `--slow` switch and one coder for the whole run."""

from typing import TYPE_CHECKING

import pytest

import dragoman

if TYPE_CHECKING:
    from dragoman import Coder

CODED_DATE = "2024-06-01"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run what builds wheels or codes whole corpora")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    skip = pytest.mark.skip(reason="slow; runs with --slow")
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def coder() -> "Coder":
    """Give the real coder with the default settings, its date of coding fixed."""
    return dragoman.load(settings={"run": {"coded_date": CODED_DATE}})
