"""A site says where the pages are, and says it safely."""

from pathlib import Path

import pytest

from integrationskonzept.errors import OptionError
from integrationskonzept_integreat.cms_site import Site, site_in

GOOD = 'server = "https://cms.example/"\nregion = "musterstadt"\n[pages]\nstart = 1\n"field_of_action/a" = 2\n'


def read(folder: Path, text: str) -> Site:
    file = folder / "integreat.toml"
    file.write_text(text, "utf-8")
    return site_in(file)


def test_a_site_names_server_region_and_pages(tmp_path: Path) -> None:
    site = read(tmp_path, GOOD)
    assert site == Site(server="https://cms.example", region="musterstadt", pages={"start": 1, "field_of_action/a": 2})
    assert "cms.example" in site.internal


@pytest.mark.parametrize("address", ["http://127.0.0.1:8086", "http://localhost:8086", "http://[::1]:8086"])
def test_this_very_machine_may_be_spoken_to_in_the_clear(tmp_path: Path, address: str) -> None:
    assert read(tmp_path, f'server = "{address}"').server == address


@pytest.mark.parametrize(
    "server",
    [
        '"http://cms.example"',
        '"cms.example"',
        '"ftp://cms.example"',
        '"https://"',
        '"https://cms.example/api"',
        '"https://user:pw@cms.example"',
        '"https://cms.example?x"',
        '"https://[x"',
        '""',
        "5",
    ],
)
def test_a_server_that_a_token_could_be_overheard_on_the_way_to_is_refused(tmp_path: Path, server: str) -> None:
    with pytest.raises(OptionError, match="'server' takes the address of a CMS that begins with https://"):
        read(tmp_path, f"server = {server}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('regoin = "x"', "'regoin' is not expected; known are server, region, pages"),
        ('region = "a/b"', "'region' takes the region's name"),
        ("region = 5", "'region' takes the region's name"),
        ("pages = 5", "'pages' takes the number of the page"),
        ('[pages]\nstart = "1"', r"'pages\.start' takes the number of the page"),
        ("[pages]\nstart = 0", r"'pages\.start' takes"),
        ("[pages]\nstart = true", r"'pages\.start' takes"),
        ("[pages]\nstart = 1\noffers = 1", "'start' and 'offers' have the same number 1"),
        ("server =", "cannot be read"),
    ],
)
def test_a_mistake_is_named_with_the_file(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(OptionError, match=rf"integreat\.toml.*{problem}"):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"fehlt\.toml cannot be read"):
        site_in(tmp_path / "fehlt.toml")
