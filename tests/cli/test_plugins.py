"""What plugins leave undone, and what they print, is said on standard error by every command that asked for them."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

from integrationskonzept import (
    Concept,
    Export,
    Exporter,
    ExportFile,
    Finding,
    Format,
    Hit,
    Message,
    Rule,
    Severity,
    hookimpl,
)
from integrationskonzept.cli import session
from integrationskonzept.findings import Place
from integrationskonzept.plugins import Column, ColumnType, OtherFormat, ParsedData, PluginHost, Profile, Table, host
from integrationskonzept.plugins.discovery import InstalledPlugin
from integrationskonzept.plugins.plugin_record import PluginSource
from tests.cli.conftest import Call

TITLE = Message(template="poster", translations={"de": "Plakat"})
COLUMN = Column(name="concept", type=ColumnType.STRING, description=TITLE)
BROKEN = "plugin broken (town-broken 1.0) is not used: failed while loading: RuntimeError: not today (test_plugins.py"


def broken() -> object:
    raise RuntimeError("not today")


class Chatty:
    """A plugin that works, and prints while it does."""

    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        print("I bring posters")  # noqa: T201 - that is the point

        def export(concept: Concept, _: Any) -> Export:
            print(f"drawing {concept.id}\x1b[2J")  # noqa: T201
            return Export(files=(ExportFile(name="a.txt", content=b"A", media_type="text/plain"),))

        return (Exporter(name="poster", title=TITLE, media_type="text/plain", suffix=".txt", export=export),)

    @hookimpl
    def integrationskonzept_rules(self) -> Sequence[Rule]:
        def check(_: Concept) -> Sequence[Hit]:
            print("checking")  # noqa: T201
            return ()

        return (
            Rule(
                code="ULM001",
                family="ulm",
                title=TITLE,
                why=TITLE,
                severity=Severity.NOTE,
                message=TITLE,
                check=check,
                municipalities=("08118",),
            ),
        )

    @hookimpl
    def integrationskonzept_formats(self) -> Sequence[Format]:
        def read(content: bytes) -> ParsedData:
            print("reading")  # noqa: T201
            odd = Finding(code="KV001", severity=Severity.WARNING, message=TITLE, places=(Place(line=1),))
            data = {"schema": 2, "id": content.decode().strip(), "title": "Ulm", "municipality": {"name": "Ulm"}}
            return ParsedData(data, findings=(odd,))

        return (Format(name="kv", title=TITLE, suffixes=(".kv",), media_type="a/b", read=read),)

    @hookimpl
    def integrationskonzept_tables(self) -> Sequence[Table]:
        def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
            print("filling")  # noqa: T201
            return {"concept": [concept.id]}

        def wrong(_: Concept) -> Mapping[str, Sequence[Any]]:
            return {"z": [1]}

        right = Table(name="budget", title=TITLE, columns=(COLUMN,), fill=fill)
        return (right, Table(name="wrong", title=TITLE, columns=(COLUMN,), fill=wrong))


@frozen(kw_only=True)
class FormatOption:
    format: str = field(default="txt", metadata={"help": TITLE})


class Pages:
    """A plugin whose exporter writes text or a page."""

    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        def export(concept: Concept, options: FormatOption) -> Export:
            name, kind = f"list.{options.format}", options.format
            return Export(files=(ExportFile(name=name, content=kind.encode(), media_type="text/plain"),))

        page = OtherFormat(format="html", suffix=".html", media_type="text/html")
        made = Exporter(
            name="list",
            title=TITLE,
            media_type="text/plain",
            suffix=".txt",
            export=export,
            options=FormatOption,
            other_formats=(page,),
        )
        return (made,)


class Partly:
    """A plugin whose profile names what nobody brings, and whose exporters cannot be asked for."""

    @hookimpl
    def integrationskonzept_profiles(self) -> Sequence[Profile]:
        idle = Profile(name="idle", title=TITLE, others=False, rules={"measurabilty": Severity.ERROR})
        return (idle, Profile(name="ulm", title=TITLE, rules={"IK99999": Severity.ERROR, "IK101": Severity.ERROR}))

    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        raise RuntimeError("no exporters")


Use = Callable[..., None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Have some plugins installed, and no others."""

    def install(**plugins: Callable[[], object]) -> None:
        found = [
            InstalledPlugin(PluginSource(name=name, distribution=f"town-{name}", version="1.0"), load)
            for name, load in plugins.items()
        ]
        monkeypatch.setattr(host, "installed_plugins", lambda: found)

    return install


def test_the_suffix_of_the_output_chooses_the_format_of_an_export(call: Call, use: Use, tmp_path: Path) -> None:
    use(pages=Pages)
    for words, name, content in (
        (("-o", "a.html"), "a.html", "html"),
        (("-o", "b.HTML", "-o", "format=html"), "b.HTML", "html"),
        (("-o", "c.txt"), "c.txt", "txt"),
        (("-o", "format=html"), "list.html", "html"),
        (("-o", "d"), "d/list.txt", "txt"),
    ):
        assert call("export", "sachsenheim", "list", *words).exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8") == content


def test_a_format_that_does_not_fit_the_output_is_refused(call: Call, use: Use, tmp_path: Path) -> None:
    use(pages=Pages)
    refused = call("--lang", "en", "export", "sachsenheim", "list", "-o", "a.html", "-o", "format=txt")
    assert "the option format=txt does not fit the output a.html" in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ("check", "sachsenheim"),
        ("tables", "sachsenheim"),
        ("export", "sachsenheim", "poster", "-o", "-"),
        ("export", "sachsenheim", "potser"),
        ("publish", "sachsenheim", "site"),
        ("show", "sachsenheim"),
    ],
)
def test_a_plugin_that_failed_is_named_once_by_every_command_that_may_have_needed_it(
    call: Call, use: Use, words: tuple[str, ...]
) -> None:
    use(broken=broken, chatty=Chatty)
    lines = [line for line in call(*words).stderr.splitlines() if "broken" in line and "is not used" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"integrationskonzept: {BROKEN}")
    assert lines[0].endswith("; see `plugins`")


def test_a_plugin_is_named_for_the_kinds_it_failed_to_bring(call: Call, use: Use) -> None:
    use(partly=Partly)
    part = "a part of plugin partly (town-partly 1.0) is not used: failed while answering the hook"
    assert part not in call("tables", "sachsenheim").stderr
    assert part in call("export", "sachsenheim", "datapackage", "--dry-run").stderr
    assert "Plugin partly (town-partly 1.0) wird zum Teil" in call("--lang", "de", "export", "sachsenheim", "x").stderr


def test_a_command_that_asks_for_no_plugin_names_none(call: Call, use: Use) -> None:
    use(broken=broken)
    Path("ulm.yaml").write_text("schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n", "utf-8")
    assert "broken" not in call("show", "ulm.yaml").output
    assert "broken" not in call("convert", "ulm.yaml", "-o", "ulm.json").output
    assert "broken" not in call("--plugins-off", "broken", "check", "sachsenheim").output


def test_a_report_names_the_plugin_whose_rules_are_missing(call: Call, use: Use) -> None:
    use(broken=broken)
    result = call("check", "sachsenheim", "--format", "json")
    assert result.exit_code == 0
    (finding,) = [each for each in json.loads(result.stdout)["findings"] if each["code"] == "IK1106"]
    assert finding["severity"] == "warning"
    assert finding["message"].startswith(BROKEN)


def test_what_plugins_print_at_work_is_a_remark_and_what_they_print_while_loading_is_none(call: Call, use: Use) -> None:
    use(chatty=Chatty)
    exported = call("export", "sachsenheim", "poster", "-o", "-")
    assert exported.stdout == "A"
    remark = (
        "integrationskonzept: remark on plugin chatty (town-chatty 1.0): printed to standard output while exporting"
    )
    assert exported.stderr.splitlines() == [rf"{remark}: drawing sachsenheim\u001b[2J"]
    assert "while checking the rule ULM001: checking" in call("check", "sachsenheim").stderr
    assert "while filling the table budget: filling" in call("tables", "sachsenheim", "--table", "budget").stderr
    Path("ulm.kv").write_text("ulm", "utf-8")
    assert "while reading a file: reading" in call("show", "ulm.kv").stderr


def test_what_a_format_remarks_is_said_by_check_in_its_report_and_by_others_on_standard_error(
    call: Call, use: Use
) -> None:
    use(chatty=Chatty)
    Path("ulm.kv").write_text("ulm", "utf-8")
    shown = call("show", "ulm.kv")
    assert shown.exit_code == 0
    assert "ulm.kv:1: warning KV001 poster" in shown.stderr
    checked = call("check", "ulm.kv")
    assert "KV001" in checked.stdout
    assert "KV001" not in checked.stderr
    laid = call("tables", "ulm.kv")
    assert laid.exit_code == 1  # of a table that is wrong
    assert "ulm.kv:1: warning KV001" in laid.stderr


def test_a_table_that_breaks_its_contract_is_named_and_the_others_are_written(call: Call, use: Use) -> None:
    use(chatty=Chatty)
    result = call("tables", "sachsenheim", "-o", "out")
    assert result.exit_code == 1
    assert "the table 'wrong' is left out: plugin chatty (town-chatty 1.0) failed while filling" in result.stderr
    written = {file.stem for file in Path("out").iterdir()}
    assert {"measures", "budget", "findings"} <= written
    assert "wrong" not in written
    assert call("tables", "sachsenheim", "--table", "wrong").exit_code == 1
    assert re.search("^budget +poster +1$", call("tables", "sachsenheim").stdout, re.MULTILINE)


def test_the_list_of_plugins_ends_with_one_when_any_failed_or_a_part_of_it(call: Call, use: Use) -> None:
    use(chatty=Chatty)
    assert call("plugins").exit_code == 0
    use(broken=broken)
    assert call("plugins").exit_code == 1
    assert call("plugins", "--json").exit_code == 1
    assert "is not used" not in call("plugins").output
    assert call("--plugins-off", "broken", "plugins").exit_code == 0
    use(partly=Partly)
    assert call("plugins").exit_code == 1


def test_a_profile_of_a_plugin_that_names_what_nobody_brings_is_told_in_the_list_and_when_it_is_asked_for(
    call: Call, use: Use
) -> None:
    use(partly=Partly)
    listed = " ".join(call("plugins").stdout.split())
    unknown = "the profile 'idle' names 'measurabilty', and there is no such rule and no such family"
    assert f"{unknown}; did you mean 'measurability'?" in listed
    idle = call("check", "sachsenheim", "--profile", "idle")
    assert idle.exit_code == 2
    assert "the profile 'idle' checks nothing" in idle.stderr
    assert f"{unknown}; did you mean 'measurability'? Otherwise" in idle.stderr
    ulm = call("check", "sachsenheim", "--profile", "ulm")
    assert ulm.exit_code == 1
    assert "error IK1105 the profile 'ulm' names 'IK99999'" in ulm.stdout


def test_a_host_lists_the_faults_of_a_profile_once() -> None:
    plugins = PluginHost(discover=False)
    plugins.register(Partly(), "partly")
    assert len(plugins.plugins()[1].faults) == len(plugins.plugins()[1].faults) == 3


def test_a_session_without_a_host_has_nothing_to_tell(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session.Session, "print_plugin_notices", lambda _: pytest.fail("there is no session"))
    assert call("--version").exit_code == 0
