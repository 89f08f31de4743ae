"""Versions of this library that a plugin requires, read from the metadata of its distribution before it is imported."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.plugins.hookspecs import INTERFACE
from integrationskonzept.plugins.plugin_record import normalized_name
from integrationskonzept.version import __version__

if TYPE_CHECKING:  # slow to import, and not needed without discovery
    from importlib.metadata import Distribution

INTERFACE_GROUP = "integrationskonzept.interface"
"""Entry point group with the number of the interface that a plugin was built for, as the name of an entry."""

_OURS = "integrationskonzept"
_REQUIREMENT = re.compile(r"\s*(?P<name>[\w.-]+)\s*(?:\[[^\]]*\])?\s*\(?(?P<wanted>[^;()@]*)\)?\s*")
"""A requirement without a marker and without an address."""

_SPECIFIER = re.compile(r"\s*(~=|===|==|!=|<=|>=|<|>)\s*([^\s,]+)\s*")
_VERSION = re.compile(
    r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?P<pre_number>\d*))?"
    r"(?P<post>-(?P<post_short>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?P<post_number>\d*))?"
    r"(?P<dev>[-_.]?dev[-_.]?(?P<dev_number>\d*))?"
    r"(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?",
    re.IGNORECASE,
)
_PHASES = {"alpha": 1, "a": 1, "beta": 2, "b": 2, "preview": 3, "pre": 3, "c": 3, "rc": 3}
_FINAL = (4, 0)
_UNRELEASED = (0, 0)


class Version(NamedTuple):
    """A version in the order of PEP 440; a local part is ignored."""

    epoch: int
    release: tuple[int, ...]
    """Without zeros at the end."""
    phase: tuple[int, int]
    """Alpha, beta, candidate or final, with its number."""
    post: int
    dev: tuple[bool, int]

    @property
    def is_plain(self) -> bool:
        """Whether it is a release without anything after its numbers."""
        return self.phase == _FINAL and self.post < 0 and self.dev[0]


def parse_version(text: str) -> Version | None:
    """Return the version that a text states; None if it states none."""
    found = _VERSION.fullmatch(text.strip())
    if found is None:
        return None
    dev = found["dev"] is not None
    if found["pre"]:
        phase = (_PHASES[found["pre"].lower()], int(found["pre_number"] or 0))
    else:
        phase = _UNRELEASED if dev and not found["post"] else _FINAL
    return Version(
        epoch=int(found["epoch"] or 0),
        release=_numbers(found["release"]),
        phase=phase,
        post=int(found["post_short"] or found["post_number"] or 0) if found["post"] else -1,
        dev=(not dev, int(found["dev_number"] or 0) if dev else 0),
    )


def _numbers(release: str) -> tuple[int, ...]:
    numbers = [int(number) for number in release.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def is_met(specifiers: str, version: str) -> bool:
    """Return whether a version meets specifiers such as ``>=0.1,<0.2``; what cannot be understood is met."""
    here = parse_version(version)
    return here is None or all(
        _meets(here, version, found[1], found[2])
        for part in specifiers.split(",")
        if (found := _SPECIFIER.fullmatch(part)) is not None
    )


def _meets(here: Version, version: str, sign: str, stated: str) -> bool:
    if sign == "===":
        return version.strip().lower() == stated.lower()
    if stated.endswith(".*"):
        return _begins_with(here, stated.removesuffix(".*")) is not (sign == "!=")
    wanted = parse_version(stated)
    if wanted is None:
        return True
    if sign == "~=":
        return here >= wanted and _begins_with(here, stated, shortened=True)
    if sign in {"<", ">"} and wanted.is_plain and here[:2] == wanted[:2]:  # neither its candidates nor its corrections
        return False
    if sign == "<" and wanted.dev[0] and wanted.phase == _FINAL and here[:4] == wanted[:4]:  # nor what led to it
        return False
    return _COMPARED[sign](here, wanted)


_COMPARED: Mapping[str, Callable[[Version, Version], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


def _begins_with(here: Version, stated: str, *, shortened: bool = False) -> bool:
    """Return whether a version has the numbers of a stated one, or all but the last of them, at its beginning."""
    found = _VERSION.match(stated)
    if found is None or int(found["epoch"] or 0) != here.epoch:
        return False
    numbers = [int(number) for number in found["release"].split(".")]
    numbers = numbers[:-1] if shortened else numbers
    return [*here.release, *[0] * len(numbers)][: len(numbers)] == numbers


def reason_against(distribution: "Distribution") -> Message | None:
    """Return why a distribution does not go with this version of the library; None if it does, or says nothing."""
    interface = max(_interfaces(distribution), default=INTERFACE)
    if interface > INTERFACE:
        return message(
            "it was built for interface {wanted}, and this version of integrationskonzept has interface {here};"
            " update integrationskonzept",
            wanted=interface,
            here=INTERFACE,
        )
    wanted = unmet_requirement(distribution.requires or (), __version__)
    if wanted is not None:
        return message(
            "it needs integrationskonzept{wanted}, here is {here}; install versions that go together",
            wanted=wanted,
            here=__version__,
        )
    return None


def _interfaces(distribution: "Distribution") -> list[int]:
    names = (point.name for point in distribution.entry_points.select(group=INTERFACE_GROUP))
    return [int(name) for name in names if name.isdecimal()]


def unmet_requirement(requirements: Iterable[str], version: str) -> str | None:
    """Return the first requirement on this library that a version of it does not meet, such as ``>=0.2``."""
    for requirement in requirements:
        found = _REQUIREMENT.fullmatch(requirement)
        if found and normalized_name(found["name"]) == _OURS and not is_met(found["wanted"], version):
            return re.sub(r"\s", "", found["wanted"])
    return None
