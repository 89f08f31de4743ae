"""Files are read within bounds, and written whole or not at all."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from integrationskonzept.files import keep_copy, read_beyond, write_whole


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (500, 11)])
def test_of_a_file_that_is_too_long_no_more_is_read_than_shows_that(tmp_path: Path, size: int, read: int) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"x" * size)
    assert read_beyond(file, 10) == b"x" * read


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (11, 11), (500, 11)])
def test_what_a_program_pipes_in_is_read_within_the_same_bounds(tmp_path: Path, size: int, read: int) -> None:
    pipe = tmp_path / "stadt.yaml"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as program:
        program.submit(pipe.write_bytes, b"x" * size)
        assert read_beyond(pipe, 10) == b"x" * read


def test_a_file_is_replaced_as_a_whole_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "neu" / "stadt.yaml"
    write_whole(file, b"alt")
    file.chmod(0o640)
    assert write_whole(file, b"neu") == file
    assert file.read_bytes() == b"neu"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    with pytest.raises(TypeError):
        write_whole(file, "kein Inhalt aus Bytes")  # type: ignore[arg-type]  # the point of the test
    assert file.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [file]


def test_a_copy_overwrites_no_earlier_one_and_has_the_rights_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    for content in (b"eins", b"zwei", b"drei"):
        file.write_bytes(content)
        file.chmod(0o600)
        keep_copy(file)
    copies = {"stadt.yaml.bak": b"eins", "stadt.yaml.bak2": b"zwei", "stadt.yaml.bak3": b"drei"}
    assert {copy.name: copy.read_bytes() for copy in tmp_path.glob("*.bak*")} == copies
    assert {copy.stat().st_mode & 0o777 for copy in tmp_path.iterdir()} == {file.stat().st_mode & 0o777}
