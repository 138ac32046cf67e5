from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.export import write_whole


def breaking_off(error: BaseException) -> Iterator[bytes]:
    yield b"half "
    raise error


def test_the_file_holds_all_pieces(tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    write_whole(target, iter([b"one\n", b"two\n"]))
    assert target.read_bytes() == b"one\ntwo\n"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("error", [ValueError("bad"), KeyboardInterrupt(), SystemExit(143)])
def test_a_run_broken_off_leaves_nothing(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        write_whole(tmp_path / "events.jsonl", breaking_off(error))
    assert list(tmp_path.iterdir()) == []


def test_a_run_broken_off_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, breaking_off(KeyboardInterrupt()))
    assert target.read_bytes() == b"old"


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "events.jsonl"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_whole(target, [b"new"])
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == b"new"


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.jsonl"
    link = tmp_path / "link.jsonl"
    link.symlink_to(target)
    write_whole(link, [b"new"])
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="is a folder"):
        write_whole(tmp_path, [b"new"])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"missing.*its folder does not exist"):
        write_whole(tmp_path / "missing" / "events.jsonl", [b"new"])


def test_a_device_is_written_straight() -> None:
    write_whole(Path("/dev/null"), [b"new"])
    assert not Path("/dev/null").is_file()
