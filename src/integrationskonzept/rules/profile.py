"""Which rules count how much: a profile is data, of this library, a plugin or a town's own file."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, field, frozen

from integrationskonzept.errors import InvalidProfileError
from integrationskonzept.findings import Severity
from integrationskonzept.language import Message
from integrationskonzept.model.nearby import did_you_mean
from integrationskonzept.rules.rule import Rule

OFF = "off"
"""What a profile says of a rule that is not to be checked."""

PROFILE_SUFFIXES = (".json", ".toml")
"""Suffixes of the files that a profile can be read from."""

_KEYS = ("name", "title", "description", "others", "summarise", "rules", "steps")
_STEP_KEYS = ("title", "rules")
_WEIGHTS = (*(severity.value for severity in Severity), OFF)


@frozen(kw_only=True)
class Step:
    """Some of a profile's rules under one heading, such as one step towards a concept."""

    title: Message
    """The heading."""
    rules: tuple[str, ...]
    """Codes or families."""


@frozen(kw_only=True)
class Profile:
    """A choice of rules, each with the severity it has for one purpose."""

    name: str
    """Short name it is asked for by, such as ``council``."""
    title: Message
    """What people call it."""
    description: Message | None = None
    """What it is good for."""
    rules: Mapping[str, Severity | None] = field(default=Factory(dict), hash=False)
    """Severity by code or family, None to switch off; a code outweighs its family."""
    others: bool = True
    """Whether rules that are not named are checked, with their own severity."""
    summarise: bool = False
    """Whether what concerns several elements is said in one sentence with counts."""
    steps: tuple[Step, ...] = ()
    """Headings to report under, in this order; without any, findings are reported by severity."""

    def severity(self, rule: Rule) -> Severity | None:
        """Return the severity of `rule` in this profile, or None where it is not to be checked."""
        for key in (rule.code, rule.family):
            if key in self.rules:
                return self.rules[key]
        return rule.severity if self.others else None

    def step(self, rule: Rule) -> Step | None:
        """Return the step that `rule` belongs to."""
        return next((step for step in self.steps if rule.code in step.rules or rule.family in step.rules), None)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Profile":
        """Build a profile from plain data, as a YAML, JSON or TOML file holds it.

        Titles are a text, or texts by language (``en``, ``de``). Raises `InvalidProfileError`
        (a `ValueError`) that says what was expected.
        """
        name = _text(data, "name")
        _known_keys(data, _KEYS, f"profile {name!r}")
        steps = tuple(_step(step, name) for step in _list(data, "steps", name))
        rules = {key: _weight(weight, key, name) for key, weight in _mapping(data, "rules", name).items()}
        return cls(
            name=name,
            title=_message(data.get("title", name), f"title of profile {name!r}"),
            description=_message(data["description"], f"description of {name!r}") if "description" in data else None,
            rules=rules,
            others=_truth(data, "others", name, otherwise=True),
            summarise=_truth(data, "summarise", name, otherwise=False),
            steps=steps,
        )


def read_profile(file: Path) -> Profile:
    """Read a profile from a TOML or JSON file; raises `InvalidProfileError` where it holds none."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8")
        data = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except ValueError as error:
        raise InvalidProfileError(f"{file}: not readable as a profile: {error}") from error
    if not isinstance(data, Mapping):
        raise InvalidProfileError(f"{file}: expected a mapping with the keys {', '.join(_KEYS)}; got {data!r:.40}")
    try:
        return Profile.from_data(data)
    except InvalidProfileError as error:
        raise InvalidProfileError(f"{file}: {error}") from None


def _known_keys(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in known:
            hint = did_you_mean(str(key), known) or f"; keys: {', '.join(known)}"
            raise InvalidProfileError(f"{where} has no key {key!r}{hint}")


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value:
        raise InvalidProfileError(f"a profile needs a text under {key!r}, such as 'council'; got {value!r}")
    return value


def _message(value: Any, where: str) -> Message:
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or not texts or not all(isinstance(text, str) for text in texts.values()):
        raise InvalidProfileError(f"{where}: expected a text, or texts by language such as en and de; got {value!r}")
    first = texts.get("en", next(iter(texts.values())))
    return Message(template=first, translations=dict(texts))


def _weight(value: Any, key: str, name: str) -> Severity | None:
    if value not in _WEIGHTS:
        hint = did_you_mean(str(value), _WEIGHTS)
        expected = ", ".join(_WEIGHTS)
        raise InvalidProfileError(f"profile {name!r}, rule {key!r}: expected one of {expected}; got {value!r}{hint}")
    return None if value == OFF else Severity(value)


def _truth(data: Mapping[str, Any], key: str, name: str, *, otherwise: bool) -> bool:
    value = data.get(key, otherwise)
    if not isinstance(value, bool):
        raise InvalidProfileError(f"profile {name!r}: {key!r} is true or false; got {value!r}")
    return value


def _mapping(data: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, Mapping):
        raise InvalidProfileError(f"profile {name!r}: expected severities by rule under {key!r}; got {value!r}")
    return value


def _list(data: Mapping[str, Any], key: str, name: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise InvalidProfileError(f"profile {name!r}: expected a list under {key!r}; got {value!r}")
    return value


def _step(data: Any, name: str) -> Step:
    if not isinstance(data, Mapping):
        raise InvalidProfileError(f"profile {name!r}: a step has a title and rules; got {data!r}")
    _known_keys(data, _STEP_KEYS, f"a step of profile {name!r}")
    rules = _list(data, "rules", name)
    return Step(title=_message(data.get("title"), f"title of a step of {name!r}"), rules=tuple(map(str, rules)))
