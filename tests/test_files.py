"""Files are read within bounds, and written whole or not at all."""

import errno
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


needs_posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


@needs_posix
@pytest.mark.parametrize("target", ["wirklich.yaml", "noch-keine.yaml"])
def test_a_symbolic_link_stays_and_what_it_leads_to_is_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "freigabe").mkdir()
    (tmp_path / "freigabe/wirklich.yaml").write_bytes(b"alt")
    link = tmp_path / "stadt.yaml"
    link.symlink_to(Path("freigabe") / target)
    write_whole(link, b"neu")
    assert link.is_symlink()
    assert (tmp_path / "freigabe" / target).read_bytes() == b"neu"


@needs_posix
def test_a_link_is_replaced_where_it_must_not_be_followed(tmp_path: Path) -> None:
    (tmp_path / "anderswo.yaml").write_bytes(b"alt")
    link = tmp_path / "stadt.yaml"
    link.symlink_to("anderswo.yaml")
    write_whole(link, b"neu", through_link=False)
    assert not link.is_symlink()
    assert (tmp_path / "anderswo.yaml").read_bytes() == b"alt"


@needs_posix
def test_every_name_of_a_file_leads_to_what_was_written(tmp_path: Path) -> None:
    file, other = tmp_path / "stadt.yaml", tmp_path / "dieselbe.yaml"
    file.write_bytes(b"der alte Inhalt")
    other.hardlink_to(file)
    write_whole(file, b"neu")
    assert other.read_bytes() == b"neu"
    assert file.samefile(other)
    assert sorted(tmp_path.iterdir()) == [other, file]


@needs_posix
def test_a_file_of_several_names_gets_its_content_back_when_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = tmp_path / "stadt.yaml", tmp_path / "dieselbe.yaml"
    file.write_bytes(b"der alte Inhalt")
    other.hardlink_to(file)
    syncs = 0

    def failing(_: int) -> None:
        nonlocal syncs
        syncs += 1
        if syncs == 2:  # the first is that of the file beside it
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, b"neu und viel laenger als der alte Inhalt")
    assert other.read_bytes() == b"der alte Inhalt"
    assert sorted(tmp_path.iterdir()) == [other, file]


@needs_posix
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "stadt.yaml"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        write_whole(pipe, b"neu")
        assert read.result(timeout=10) == b"neu"
    assert pipe.is_fifo()


@needs_posix
def test_owner_group_special_bits_and_attributes_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    if os.geteuid() == 0:
        os.chown(file, 1000, 1001)
    file.chmod(0o2664)
    try:
        os.setxattr(file, "user.ablage", b"Amt 50")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    before = file.stat()
    write_whole(file, b"neu")
    after = file.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
    assert os.getxattr(file, "user.ablage") == b"Amt 50"
    assert after.st_ino != before.st_ino


@needs_posix
def test_a_file_whose_owner_cannot_be_given_to_another_stays_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    inode = file.stat().st_ino

    class Foreign:
        """What is told of a file of somebody else."""

        def __init__(self, own: os.stat_result) -> None:
            self.st_mode, self.st_nlink, self.st_uid, self.st_gid = own.st_mode, 1, own.st_uid + 1, own.st_gid

    plain = Path.stat

    def stat(path: Path, **options: bool) -> object:
        return Foreign(plain(path)) if path == file else plain(path, **options)

    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not the owner")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", stat)
        patch.setattr(os, "chown", forbidden)
        write_whole(file, b"neu")
    assert file.read_bytes() == b"neu"
    assert file.stat().st_ino == inode
    assert list(tmp_path.iterdir()) == [file]


@needs_posix
def test_attributes_that_the_system_keeps_for_itself_are_no_reason_to_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EPERM, "the system's own")

    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    monkeypatch.setattr(os, "listxattr", lambda _: ["system.siegel"], raising=False)
    monkeypatch.setattr(os, "getxattr", forbidden, raising=False)
    write_whole(file, b"neu")
    monkeypatch.setattr(os, "listxattr", forbidden, raising=False)
    write_whole(file, b"noch neuer")
    assert file.read_bytes() == b"noch neuer"


@needs_posix
def test_a_file_whose_mode_forbids_writing_is_refused_whoever_asks(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    file.chmod(0o444)
    with pytest.raises(PermissionError, match=r"stadt\.yaml"):
        write_whole(file, b"neu")
    assert file.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_named_when_a_file_was_to_stand_there(tmp_path: Path) -> None:
    (tmp_path / "stadt.yaml").mkdir()
    with pytest.raises(OSError, match=r"stadt\.yaml'$"):
        write_whole(tmp_path / "stadt.yaml", b"neu")


def test_a_full_disk_is_told_with_the_file_that_was_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"No space left on device: .*stadt\.yaml'$"):
        write_whole(tmp_path / "stadt.yaml", b"neu")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_a_file_can_have_is_written(tmp_path: Path) -> None:
    file = tmp_path / ("s" * 250 + ".yaml")
    write_whole(file, b"neu")
    write_whole(file, b"noch neuer")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interrupt_stays_an_interrupt_and_leaves_no_stray(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_bytes(b"alt")
    plain = Path.replace

    def interrupted(path: Path, target: Path) -> Path:
        if when == "after":
            plain(path, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, b"neu")
    assert file.read_bytes() == (b"neu" if when == "after" else b"alt")
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_written_is_on_the_disk_before_it_takes_the_old_files_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    plain = Path.replace

    def replace(path: Path, target: Path) -> Path:
        steps.append("replace")
        return plain(path, target)

    monkeypatch.setattr(os, "fsync", lambda _: steps.append("sync"))
    monkeypatch.setattr(Path, "replace", replace)
    write_whole(tmp_path / "stadt.yaml", b"neu")
    assert steps[:2] == ["sync", "replace"]


def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = os.open

    def opened(path: Path, flags: int, *mode: int) -> int:
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "folders cannot be opened here")
        return plain(path, flags, *mode)

    monkeypatch.setattr(os, "open", opened)
    assert write_whole(tmp_path / "stadt.yaml", b"neu").read_bytes() == b"neu"
