"""The host knows what there is, looks for more only when it must, and says what it does not know."""

import pickle
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from attrs import evolve

from integrationskonzept import Concept, Export, Exporter, ExportFile, Format, Message, hookimpl
from integrationskonzept.errors import InvalidConceptError, UnknownNameError
from integrationskonzept.model import Municipality
from integrationskonzept.plugins import (
    PluginHost,
    PluginState,
    Publisher,
    SendPlan,
    host,
    host_from_environment,
)
from integrationskonzept.plugins import builtin as example_module
from integrationskonzept.plugins.discovery import InstalledPlugin
from integrationskonzept.plugins.plugin_record import PluginSource
from integrationskonzept.testing import empty_host

TITLE = Message(template="poster", translations={"de": "Plakat"})


def export(concept: Concept, _: Any) -> Export:
    return Export(files=(ExportFile(name="poster.txt", content=concept.id.encode(), media_type="text/plain"),))


POSTER = Exporter(name="poster", title=TITLE, media_type="text/plain", suffix=".txt", export=export)


class Posters:
    @hookimpl
    def integrationskonzept_exporters(self) -> Sequence[Exporter]:
        return (POSTER,)


class Searched:
    """Stands in for the search for installed plugins, and counts how often it is made."""

    def __init__(self, *found: InstalledPlugin) -> None:
        self.times = 0
        self._found = found

    def __call__(self) -> Iterator[InstalledPlugin]:
        self.times += 1
        return iter(self._found)


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> Searched:
    searched = Searched(
        InstalledPlugin(PluginSource(name="posters", distribution="city-posters", version="2.0"), Posters),
        InstalledPlugin(PluginSource(name="quiet", distribution="city-quiet", version="1.0"), object),
    )
    monkeypatch.setattr(host, "installed_plugins", searched)
    return searched


def test_what_the_library_brings_is_found_without_looking_for_plugins(search: Searched) -> None:
    plugins = PluginHost()
    assert plugins.format_for(".YAML").name == "yaml"
    assert plugins.format_for("json").name == "json"
    assert plugins.rule("IK101").code == "IK101"
    assert plugins.concept("sachsenheim").format == "yaml"
    assert plugins.profile("draft").name == "draft"
    assert search.times == 0


def test_a_table_needs_the_plugins_that_describe_columns_of_it(search: Searched) -> None:
    assert PluginHost().table("measures").name == "measures"
    assert search.times == 1


def test_plugins_are_looked_for_once_when_something_else_is_asked_for(search: Searched) -> None:
    plugins = PluginHost()
    assert plugins.exporter("poster").title == TITLE
    assert "poster" in plugins.exporters()
    assert len(plugins.rules()) > 10
    assert {"yaml", "json"} <= plugins.formats().keys()
    assert plugins.publishers() == {}
    assert "sachsenheim" in plugins.concepts()
    assert "measures" in plugins.tables()
    assert "draft" in plugins.profiles()
    assert search.times == 1


def test_it_says_who_brought_what(search: Searched) -> None:
    plugins = PluginHost()
    assert str(plugins.provider_of("exporters", "poster")) == "posters (city-posters 2.0)"
    assert str(plugins.provider_of("formats", "yaml")) == "integrationskonzept"
    assert search.times == 1


def test_a_plugin_that_uses_the_library_while_it_loads_finds_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def load() -> object:
        seen.append(plugins.exporters())
        return Posters()

    monkeypatch.setattr(host, "installed_plugins", Searched(InstalledPlugin(PluginSource(name="posters"), load)))
    plugins = PluginHost(builtins=False)
    assert [*plugins.exporters()] == ["poster"]
    assert seen == [{}]


@pytest.mark.parametrize(
    ("switches", "states"),
    [
        ({}, {"posters": "ok", "quiet": "ok"}),
        ({"off": ["posters"]}, {"posters": "off", "quiet": "ok"}),
        ({"off": ["City_Posters"]}, {"posters": "off", "quiet": "ok"}),
        ({"off": ["*"]}, {"posters": "off", "quiet": "off"}),
        ({"only": ["posters"]}, {"posters": "ok", "quiet": "off"}),
        ({"only": []}, {"posters": "off", "quiet": "off"}),
        ({"discover": False}, {}),
    ],
)
@pytest.mark.usefixtures("search")
def test_installed_plugins_can_be_switched_off_and_kept_to(switches: dict[str, Any], states: dict[str, str]) -> None:
    listed = {plugin.name: plugin.state.value for plugin in PluginHost(**switches).plugins()}
    assert listed.pop("integrationskonzept") == "ok"
    assert listed == states


@pytest.mark.usefixtures("search")
def test_a_switched_name_that_no_plugin_has_is_listed_with_what_may_be_meant() -> None:
    reasons = {plugin.name: str(plugin.reason) for plugin in PluginHost(off=["poster"], only=["xyz"]).plugins()}
    assert reasons["poster"] == "no such plugin is installed; did you mean 'posters'?"
    assert reasons["xyz"] == "no such plugin is installed"


def test_what_is_registered_by_hand_is_there_whatever_is_switched() -> None:
    plugins = PluginHost(discover=False, off=["*"], only=[])
    assert plugins.register(Posters(), "posters").state is PluginState.OK
    assert plugins.exporter("poster").name == "poster"


def test_a_second_plugin_of_one_name_is_refused() -> None:
    plugins = empty_host()
    plugins.register(Posters(), "posters")
    info = plugins.register(Posters(), "posters")
    assert (info.state, str(info.reason)) == (
        PluginState.FAILED,
        "posters is not used: posters has the same name and came first",
    )


def test_a_plugin_registered_without_a_name_is_listed_by_what_it_is() -> None:
    assert empty_host().register(Posters()).name == "Posters"


def test_an_empty_host_knows_nothing() -> None:
    plugins = empty_host()
    assert plugins.plugins() == ()
    with pytest.raises(UnknownNameError, match=r"^there is no format 'yaml', nor any other$"):
        plugins.format_for("yaml")
    with pytest.raises(UnknownNameError, match=r"^there is no file suffix '.yaml', nor any other$"):
        plugins.format_for(".yaml")


def test_an_unknown_name_comes_with_a_near_one_or_with_all() -> None:
    plugins = empty_host()
    plugins.register(Posters())
    with pytest.raises(KeyError, match=r"there is no exporter 'postr'; did you mean 'poster'\?"):
        plugins.exporter("postr")
    with pytest.raises(UnknownNameError, match=r"there is no exporter 'ical'; known: poster$"):
        plugins.exporter("ical")
    with pytest.raises(UnknownNameError, match="there is no publisher 'x', nor any other"):
        plugins.publisher("x")
    with pytest.raises(UnknownNameError, match=r"there is no file suffix '.yam'; did you mean '.yaml' or '.yml'\?"):
        PluginHost(discover=False).format_for(".yam")


def test_an_unknown_name_names_the_plugins_that_failed_and_may_have_brought_it() -> None:
    class Broken:
        @hookimpl
        def integrationskonzept_exporters(self) -> Sequence[Exporter]:
            raise RuntimeError("no")

    plugins = empty_host()
    plugins.register(Broken(), "broken")
    with pytest.raises(UnknownNameError, match=r"nor any other \(these plugins have faults: broken"):
        plugins.exporter("ical")


def test_a_hook_that_is_like_no_other_and_a_thing_of_wrong_types_are_told() -> None:
    class Odd:
        @hookimpl(specname="xyz")
        def odd(self) -> None:
            """Answer nothing."""

        @hookimpl
        def integrationskonzept_formats(self) -> Any:
            wrong = Format(name="x", title=TITLE, suffixes=(".x",), media_type="x/x", read=export)  # type: ignore[arg-type]
            object.__setattr__(wrong, "read", 3)  # whatever it checks itself
            return (wrong,)

        @hookimpl
        def integrationskonzept_rules(self) -> Any:
            return (Format(name="x", title=TITLE, suffixes=(".x",), media_type="x/x", read=3),)  # type: ignore[arg-type]

    unknown, wrong, at_once = map(str, empty_host().register(Odd()).faults)
    assert unknown == "there is no hook xyz"
    assert wrong == "read of Format must be a function or None; got 3"
    assert re.search(r"TypeError: read must be a function; got 3 \(test_host.py, line \d+\)$", at_once)


def test_a_host_travels_to_another_process_with_what_was_registered_by_hand() -> None:
    plugins = PluginHost(discover=False, builtins=False, off=["a"], trace=print)
    plugins.register(Posters(), "posters")
    plugins.register(example_module, "module")
    arrived = pickle.loads(pickle.dumps(plugins))  # noqa: S301 - our own bytes
    assert arrived.plugins() == plugins.plugins()


def test_what_this_library_brings_is_listed_by_kind_whatever_was_asked_for_first() -> None:
    asked = PluginHost(discover=False)
    asked.tables()
    asked.format_for(".json")
    kinds = [what.split()[0] for what in asked.plugins()[0].brings]
    assert list(dict.fromkeys(kinds)) == ["format", "rule", "profile", "exporter", "concept", "table", "importer"]
    assert asked.plugins() == PluginHost(discover=False).plugins()


def test_what_this_library_brings_is_there_after_its_loading_was_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    plugins = PluginHost(discover=False)
    with monkeypatch.context() as patch:
        patch.setattr(host, "import_module", interrupted)
        with pytest.raises(KeyboardInterrupt):
            plugins.rules()
    assert plugins.rule("IK101").code == "IK101"


def test_what_this_library_brings_comes_before_a_plugin_that_brings_the_like() -> None:
    class Yaml:
        @hookimpl
        def integrationskonzept_formats(self) -> Sequence[Format]:
            return (Format(name="yaml", title=TITLE, suffixes=(".yaml",), media_type="text/yaml", write=lambda _: b""),)

    plugins = PluginHost(discover=False)
    assert "integrationskonzept brought one of this name first" in str(plugins.register(Yaml()).faults[0])
    assert plugins.format_for("yaml").read


def test_an_error_can_be_said_in_every_language() -> None:
    with pytest.raises(UnknownNameError) as caught:
        empty_host().exporter("x")
    assert "x" in caught.value.args[0].text("de")


def test_errors_of_the_caller_pass_the_fence() -> None:
    class Formats:
        @hookimpl
        def integrationskonzept_formats(self) -> Sequence[Format]:
            return (evolve(PluginHost(discover=False).format_for("json"), name="json2", suffixes=(".json2",)),)

    plugins = empty_host()
    plugins.register(Formats())
    with pytest.raises(InvalidConceptError) as caught:
        plugins.format_for(".json2").read(b"{")  # type: ignore[misc]  # it reads
    assert caught.value.findings


def test_a_trace_tells_line_by_line_what_happens() -> None:
    lines: list[str] = []
    plugins = PluginHost(discover=False, builtins=False, trace=lines.append)
    plugins.register(Posters(), "posters")
    concept = Concept(id="x", title="x", municipality=Municipality(name="x"))
    plugins.exporter("poster").export(concept, None)
    assert lines == [
        "posters: loading",
        "posters: answering the hook integrationskonzept_exporters",
        "posters: brings exporter poster",
        "posters: exporting",
    ]


@pytest.mark.usefixtures("search")
def test_the_environment_and_the_call_switch_together(capsys: pytest.CaptureFixture[str]) -> None:
    environment = {"INTEGRATIONSKONZEPT_PLUGINS_OFF": " quiet, ", "INTEGRATIONSKONZEPT_PLUGINS_TRACE": "yes"}
    plugins = host_from_environment(environment, off=["posters"])
    assert {plugin.name for plugin in plugins.plugins() if plugin.state is PluginState.OFF} == {"posters", "quiet"}
    assert "posters (city-posters 2.0): switched off" in capsys.readouterr().err


@pytest.mark.usefixtures("search")
def test_a_trace_that_is_asked_for_goes_where_the_caller_says() -> None:
    lines: list[str] = []
    host_from_environment({"INTEGRATIONSKONZEPT_PLUGINS_TRACE": "yes"}, trace=lines.append).plugins()
    host_from_environment({}).plugins()
    assert "quiet (city-quiet 1.0): loading" in lines


def test_one_line_of_the_list_says_everything_in_one_sentence() -> None:
    class Doubtful:
        @hookimpl
        def integrationskonzept_exporters(self) -> Any:
            return ("a", "b")

    info = empty_host().register(Doubtful(), "doubtful")
    faults: Any = info.as_data()["faults"]
    assert faults == [
        "the hook integrationskonzept_exporters answered with 'a' where Exporter was expected",
        "the hook integrationskonzept_exporters answered with 'b' where Exporter was expected",
    ]
    assert str(info.reason) == "; ".join(faults)
    assert empty_host().register(Posters()).reason is None


def test_a_publisher_is_found_by_its_name() -> None:
    class Publishers:
        @hookimpl
        def integrationskonzept_publishers(self) -> Sequence[Publisher]:
            return (Publisher(name="site", title=TITLE, plan=lambda *_: SendPlan(steps=()), perform=lambda *_: ()),)

    plugins = empty_host()
    plugins.register(Publishers())
    assert plugins.publisher("site").title == TITLE
