"""An export is a set of files that can be written anywhere, and nowhere else."""

import os
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept import Export, Exporter, ExportFile, Loss, Message
from integrationskonzept.errors import UnsafePathError
from integrationskonzept.plugins import OtherFormat

TITLE = Message(template="poster")


def file(name: str, content: bytes = b"x") -> ExportFile:
    return ExportFile(name=name, content=content, media_type="text/plain")


def exporter(**changes: Any) -> Exporter:
    given: dict[str, Any] = {
        "name": "poster",
        "title": TITLE,
        "media_type": "text/plain",
        "suffix": ".txt",
        "export": lambda *_: Export(files=()),
    }
    return Exporter(**given | changes)


@frozen(kw_only=True)
class WithFormat:
    format: str = "txt"


def test_an_exporter_with_other_formats_has_an_option_for_them() -> None:
    page = OtherFormat(format="html", suffix=".html", media_type="text/html")
    assert exporter(options=WithFormat, other_formats=(page,)).other_formats == (page,)
    with pytest.raises(ValueError, match="other_formats need an option named format, and NoOptions has none"):
        exporter(other_formats=(page,))
    with pytest.raises(ValueError, match="suffix must begin with a dot"):
        attrs.evolve(page, suffix="html")


@pytest.mark.parametrize("name", ["a.ics", "a/b/c.txt", "Übersicht 2025–2029.html", "con-a.txt", "a b.txt", ".hidden"])
def test_a_usual_name_is_taken(name: str) -> None:
    assert file(name).name == name


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "it needs a name"),
        (None, "it needs a name"),
        ("/etc/passwd", "it begins with '/'"),
        ("../a", "a part of it is '..'"),
        ("a/../../b", "a part of it is '..'"),
        ("a//b", "a part of it is ''"),
        ("./a", "a part of it is '.'"),
        ("a/", "a part of it is ''"),
        ("C:a", "contains a character"),
        ("a\\b", "contains a character"),
        ("a\nb", "contains a character"),
        ("a\x00", "contains a character"),
        ("a\u202etxt.exe", "contains a character"),
        ("a?", "contains a character"),
        ("a\ud800", "contains a character"),
        ("a.", "ends with a dot"),
        ("a /b", "ends with a space"),
        (" a", "begins or ends with a space"),
        ("NUL.txt", "'NUL.txt' is a device of Windows"),
        ("a/com1", "'com1' is a device of Windows"),
        ("ä" * 128, "longer than 255 bytes"),
    ],
)
def test_a_name_that_leads_away_or_cannot_be_written_everywhere_is_refused(name: Any, problem: str) -> None:
    with pytest.raises(UnsafePathError) as caught:
        file(name)
    assert problem in str(caught.value)
    assert str(caught.value).isprintable()


@given(st.text(max_size=20))
def test_whatever_name_is_taken_stays_in_its_folder(name: str) -> None:
    try:
        taken = file(name).name
    except UnsafePathError:
        return
    path = Path(os.path.normpath(Path("/folder") / taken))
    assert path.is_relative_to("/folder")
    assert path != Path("/folder")


def test_a_file_holds_bytes() -> None:
    with pytest.raises(TypeError, match=r"content must be bytes, such as text.encode\('utf-8'\); got str"):
        file("a", "text")  # type: ignore[arg-type]
    assert repr(file("a")) == "ExportFile(name='a', content=<1 bytes>, media_type='text/plain')"


@pytest.mark.parametrize(
    "names",
    [("a", "a"), ("Liste.txt", "liste.TXT"), ("Straße", "STRASSE"), ("e\u0301", "é"), ("a", "a/b"), ("A/b", "a")],
)
def test_names_that_fall_together_on_some_machine_are_refused(names: tuple[str, str]) -> None:
    with pytest.raises(UnsafePathError, match="an export cannot have both"):
        Export(files=tuple(file(name) for name in names))


def test_files_are_written_below_the_folder(tmp_path: Path) -> None:
    export = Export(files=(file("a.txt", b"1"), file("b/c.txt", b"2")))
    assert export.write_to(tmp_path / "new") == (tmp_path / "new/a.txt", tmp_path / "new/b/c.txt")
    assert (tmp_path / "new/b/c.txt").read_bytes() == b"2"


def test_a_plan_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    Export(files=(file("same.txt"), file("changed.txt"))).write_to(tmp_path)
    plan = Export(files=(file("same.txt"), file("changed.txt", b"y"), file("folder/new.txt"))).plan(tmp_path)
    assert [(change.name, change.state.value) for change in plan] == [
        ("same.txt", "same"),
        ("changed.txt", "changed"),
        ("folder/new.txt", "new"),
    ]
    assert plan[2].path == tmp_path / "folder/new.txt"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["changed.txt", "same.txt"]


def test_a_symbolic_link_to_another_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside/away").symlink_to(tmp_path / "outside")
    export = Export(files=(file("first.txt"), file("away/a.txt")))
    for attempt in (export.plan, export.write_to):
        with pytest.raises(UnsafePathError, match="a symbolic link leads away"):
            attempt(tmp_path / "inside")
    assert list((tmp_path / "outside").iterdir()) == []
    assert not (tmp_path / "inside/first.txt").exists()


def test_a_symbolic_link_in_place_of_a_file_is_replaced_and_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_bytes(b"x")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside/a.txt").symlink_to(tmp_path / "outside.txt")
    export = Export(files=(file("a.txt", b"y"),))
    assert [change.state.value for change in export.plan(tmp_path / "inside")] == ["changed"]
    export.write_to(tmp_path / "inside")
    assert (tmp_path / "outside.txt").read_bytes() == b"x"
    assert (tmp_path / "inside/a.txt").read_bytes() == b"y"


def test_the_folder_itself_may_be_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    Export(files=(file("a/b.txt"),)).write_to(tmp_path / "link")
    assert (tmp_path / "real/a/b.txt").exists()


def test_a_folder_in_place_of_a_file_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(UnsafePathError, match="a folder stands at"):
        Export(files=(file("a"), file("b"))).write_to(tmp_path)
    assert not (tmp_path / "a").exists()


def test_a_loss_says_where_and_what() -> None:
    assert str(Loss(address="measure/kurs", message=Message(template="no date"))) == "measure/kurs: no date"


@frozen
class Required:
    today: str


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": "My Poster"}, "name must be lower-case letters and digits"),
        ({"name": 3}, "name must be lower-case letters and digits"),
        ({"title": "Poster"}, r"title must be a Message, such as message\('Calendar'\); got 'Poster'"),
        ({"suffix": "txt"}, "suffix must begin with a dot, such as '.ics'; got 'txt'"),
        ({"suffix": "."}, "suffix must begin with a dot"),
        ({"export": "export"}, "export must be a function; got 'export'"),
        ({"options": dict}, "options must be an attrs class"),
        ({"options": {}}, "options must be an attrs class"),
        ({"options": Required}, "every attribute of Required needs a default; today has none"),
    ],
)
def test_an_exporter_checks_itself(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said):
        exporter(**wrong)
