"""What the metadata of installed distributions say about a plugin is known before it is imported."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins import PluginHost
from integrationskonzept.plugins.discovery import InstalledPlugin, installed_plugins
from integrationskonzept.plugins.registry import MAX_THINGS
from integrationskonzept.testing import empty_host
from tests.plugins.test_bad_guests import install

Site = Path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a folder of installed packages that this process imports from."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "guest", raising=False)
    return folder


def guest() -> InstalledPlugin:
    (found,) = (each for each in installed_plugins() if each.source.name in {"guest", "town-guest"})
    return found


def reason(folder: Site) -> str:
    (info,) = (each for each in PluginHost(only=["guest"]).plugins() if each.name == "guest")
    assert str(folder) not in str(sys.modules.get("guest"))
    return str(info.reason)


def test_a_plugin_is_what_its_entry_point_names(site: Site) -> None:
    install(site, "class Town:\n    plugin = 'the plugin'", point="guest:Town.plugin")
    assert guest().load() == "the plugin"
    assert (guest().unfit, guest().others) == (None, ())


@pytest.mark.parametrize(
    ("source", "point", "said"),
    [
        ("", "gest", r"No module named 'gest'; the entry point is 'guest = gest'$"),
        ("", "gest.plugin", r"No module named 'gest'; the entry point is 'guest = gest.plugin'$"),
        ("", "guest:PLUGIN", r"module 'guest' has no attribute 'PLUGIN'; the entry point is 'guest = guest:PLUGIN'$"),
        ("import nobody_has_this", "guest", r"No module named 'nobody_has_this'$"),
        ("raise ModuleNotFoundError('by hand')", "guest", "^by hand$"),
    ],
)
def test_the_error_about_a_wrong_name_shows_the_entry_point(site: Site, source: str, point: str, said: str) -> None:
    install(site, source, point=point)
    with pytest.raises((AttributeError, ImportError), match=said):
        guest().load()


def test_a_plugin_for_a_later_version_is_not_imported(site: Site) -> None:
    install(site, "raise SystemExit('imported')", metadata="Requires-Dist: integrationskonzept>=7\n")
    said = "it needs integrationskonzept>=7, here is 0.1.0; install versions that go together"
    assert str(guest().unfit) == said
    assert reason(site) == said


def test_a_plugin_for_a_later_interface_is_not_imported(site: Site) -> None:
    install(site, "raise SystemExit('imported')", interface="1 = guest\n2 = guest\nlatest = guest")
    assert reason(site).startswith("it was built for interface 2, and this version of integrationskonzept has")


def test_metadata_that_cannot_be_read_require_nothing(site: Site) -> None:
    install(site, "")
    (site / "town_guest-1.0.dist-info" / "METADATA").write_bytes(b"Name: \xff")
    assert guest().unfit is None


def test_entry_points_that_cannot_be_read_are_an_error_of_their_distribution(site: Site) -> None:
    install(site, "")
    points = site / "town_guest-1.0.dist-info" / "entry_points.txt"
    points.write_text("[integrationskonzept]\nno equals sign\n", "utf-8")
    with pytest.raises((TypeError, ValueError), match="value"):
        guest().load()


def test_a_second_version_is_named_and_the_same_one_twice_is_not(site: Site, tmp_path: Path) -> None:
    install(site, "", version="1.0")
    install(tmp_path / "other", "", version="1.0")
    sys.path.insert(0, str(tmp_path / "other"))
    assert guest().others == ()
    install(tmp_path / "third", "", version="2.0")
    sys.path.append(str(tmp_path / "third"))
    assert [str(other) for other in guest().others] == [
        f"town-guest 2.0 is installed as well, in {tmp_path / 'third'}, and is not used"
    ]
    (info,) = (each for each in PluginHost(only=["guest"]).plugins() if each.name == "guest")
    assert (info.state, len(info.remarks)) == ("ok", 1)


def test_a_hook_may_yield_but_not_forever() -> None:
    class Endless:
        @hookimpl
        def integrationskonzept_exporters(self) -> Iterator[Exporter]:
            while True:
                yield 1  # type: ignore[misc]  # the point

    (fault,) = empty_host().register(Endless(), "endless").faults
    assert f"ValueError: expected {MAX_THINGS} of Exporter at most, got more" in str(fault)


def test_unreadable_metadata_of_some_other_package_are_not_in_the_way(site: Site) -> None:
    install(site, "")
    other = site / "other-1.0.dist-info"
    other.mkdir()
    (other / "entry_points.txt").write_bytes(b"\xff")
    assert guest().source.name == "guest"
