"""Profiles: which rules run and how severe they are, chosen by name, file or concept."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import Factory, evolve, field, frozen
from attrs.validators import optional

from integrationskonzept.errors import InvalidProfileError, UnknownNameError
from integrationskonzept.files import read_beyond
from integrationskonzept.findings import Place, Severity
from integrationskonzept.i18n.messages import Message, is_message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import is_name, named
from integrationskonzept.model.validators import are_all, is_one, maps_to
from integrationskonzept.printable import brief
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.suggest import nearest, suggestion_before, suggestion_for, suggestion_or_choices

OFF = "off"
"""Value for a rule that is not to be checked."""

PROFILE_SUFFIXES = (".json", ".toml")
"""Suffixes of the files that a profile can be read from."""

_MAX_BYTES = 1_000_000
"""Largest size of a profile's file: hundreds of times what a list of all rules needs."""

_KEYS = ("name", "title", "description", "others", "summarise", "rules", "steps")
_STEP_KEYS = ("title", "rules")
_WEIGHTS = (*(severity.value for severity in Severity), OFF)


@frozen(kw_only=True)
class ProfileFile:
    """The file that a profile was read from."""

    name: str
    text: str

    def place(self, rule: str) -> Place:
        """Return where the file first names a rule or family, outside of comments."""
        named = re.compile(rf"(?<![\w.-]){re.escape(rule)}(?![\w.-])")
        for number, line in enumerate(self.text.splitlines(), start=1):
            if (found := named.search(line)) and not line.lstrip().startswith("#"):
                return Place(file=self.name, line=number, column=found.start() + 1)
        return Place(file=self.name)


@frozen(kw_only=True)
class ProfileStep:
    """Some of a profile's rules under one heading, such as one step towards a concept."""

    title: Message = field(validator=is_message)
    """The heading."""
    rules: tuple[str, ...] = field(validator=are_all(str))
    """Codes or families."""


@frozen(kw_only=True)
class Profile:
    """A choice of rules, each with the severity it has for one purpose."""

    name: str = field(validator=named)
    """Short name it is asked for by, such as ``council``."""
    title: Message = field(validator=is_message)
    """What people call it."""
    description: Message | None = field(default=None, validator=optional(is_message))
    """What it is good for."""
    rules: Mapping[str, Severity | None] = field(default=Factory(dict), validator=maps_to(Severity), hash=False)
    """Severity by code or family, None to switch off; a code outweighs its family."""
    others: bool = field(default=True, validator=is_one(bool))
    """Whether rules that are not named are checked, with their own severity."""
    summarise: bool = field(default=False, validator=is_one(bool))
    """Whether what concerns several elements is said in one sentence with counts."""
    steps: tuple[ProfileStep, ...] = field(default=(), validator=are_all(ProfileStep))
    """Headings to report under, in this order; without any, findings are reported by severity."""
    file: ProfileFile | None = field(default=None, eq=False, repr=False)
    """The file it was read from."""

    def unknown(self, rules: Iterable[Rule]) -> Mapping[str, str | None]:
        """Return every name in it that is no code and no family of `rules`, with the nearest one that is."""
        known = {name for rule in rules for name in (rule.code, rule.family)}
        named = dict.fromkeys([*self.rules, *(name for step in self.steps for name in step.rules)])
        return {name: nearest(name, sorted(known)) for name in named if name not in known}

    def severity(self, rule: Rule, concept: Concept | None = None) -> Severity | None:
        """Return the severity of `rule` in this profile, or None where it is not to be checked.

        With a concept, a rule that the profile does not name must hold for its municipality, or be asked for in
        the concept's check settings.
        """
        for key in (rule.code, rule.family):
            if key in self.rules:
                return self.rules[key]
        if not self.others or (concept is not None and not (rule.holds_for(concept) or _is_asked_for(rule, concept))):
            return None
        return rule.severity

    def step(self, rule: Rule) -> ProfileStep | None:
        """Return the step that `rule` belongs to."""
        return next((step for step in self.steps if rule.code in step.rules or rule.family in step.rules), None)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Profile":
        """Build a profile from plain data, as a YAML, JSON or TOML file holds it.

        Titles are a text, or texts by language (``en``, ``de``). Raises `InvalidProfileError`
        (a `ValueError`) that says what was expected.
        """
        name = _name(data)
        _known_keys(data, _KEYS, _named(name))
        steps = tuple(_step(step, name) for step in _list(data, "steps", name))
        rules = {key: _weight(weight, key, name) for key, weight in _mapping(data, "rules", name).items()}
        return cls(
            name=name,
            title=_message(data.get("title", name), message("title of the profile '{name}'", name=name)),
            description=_description(data, name),
            rules=rules,
            others=_truth(data, "others", name, otherwise=True),
            summarise=_truth(data, "summarise", name, otherwise=False),
            steps=steps,
        )


def _is_asked_for(rule: Rule, concept: Concept) -> bool:
    """Return whether the check settings of a concept name a rule or its family."""
    return concept.checks is not None and not {rule.code, rule.family}.isdisjoint(concept.checks.include)


def read_profile(file: Path) -> Profile:
    """Read a profile from a TOML or JSON file; raises `InvalidProfileError` where it holds none."""
    content = read_beyond(file, _MAX_BYTES)
    if len(content) > _MAX_BYTES:
        raise InvalidProfileError(
            message(
                "{file}: larger than {limit} MB, as no profile is; check whether it is the right file",
                file=file,
                limit=_MAX_BYTES // 10**6,
            )
        )
    try:
        text = content.decode("utf-8")
        data = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InvalidProfileError(
            message("{file}: not saved as UTF-8; save it again in that encoding", file=file)
        ) from error
    except (ValueError, RecursionError) as error:
        raise InvalidProfileError(
            message("{file}: not readable as a profile: {error}", file=file, error=error)
        ) from error
    if not isinstance(data, Mapping):
        raise InvalidProfileError(
            message(
                "{file}: expected a mapping with the keys {keys}; got {got}",
                file=file,
                keys=", ".join(_KEYS),
                got=_got(data),
            )
        )
    try:
        return evolve(Profile.from_data(data), file=ProfileFile(name=str(file), text=text))
    except InvalidProfileError as error:
        raise InvalidProfileError(message("{file}: {problem}", file=file, problem=error.args[0])) from None


def _known_keys(data: Mapping[str, Any], known: tuple[str, ...], where: Message) -> None:
    for key in data:
        if key not in known:
            nothing = message("{where} has no key '{key}'", where=where, key=key)
            raise InvalidProfileError(suggestion_or_choices(nothing, str(key), known))


def _name(data: Mapping[str, Any]) -> str:
    name = data.get("name")
    if not isinstance(name, str) or not name:
        raise InvalidProfileError(
            message("a profile needs a text under '{key}', such as 'council'; got {got}", key="name", got=_got(name))
        )
    if not is_name(name):
        raise InvalidProfileError(
            message(
                "a profile's name is lower-case letters and digits joined by '-', '.' or '_', such as 'council';"
                " got {got}",
                got=_got(name),
            )
        )
    return name


def _message(value: Any, where: Message) -> Message:
    texts = {"en": value} if isinstance(value, str) else value
    if not isinstance(texts, Mapping) or not texts or not all(isinstance(text, str) for text in texts.values()):
        raise InvalidProfileError(
            message(
                "{where}: expected a text, or texts by language such as en and de; got {got}",
                where=where,
                got=_got(value),
            )
        )
    first = texts.get("en", next(iter(texts.values())))
    return Message(template=first, translations=dict(texts))


def _description(data: Mapping[str, Any], name: str) -> Message | None:
    where = message("description of the profile '{name}'", name=name)
    return _message(data["description"], where) if "description" in data else None


def _weight(value: Any, key: str, name: str) -> Severity | None:
    if value not in _WEIGHTS:
        wrong = message(
            "{profile}, rule '{rule}': expected one of {expected}; got {got}",
            profile=_named(name),
            rule=key,
            expected=", ".join(_WEIGHTS),
            got=_got(value),
        )
        raise InvalidProfileError(suggestion_for(wrong, str(value), _WEIGHTS))
    return None if value == OFF else Severity(value)


def _truth(data: Mapping[str, Any], key: str, name: str, *, otherwise: bool) -> bool:
    value = data.get(key, otherwise)
    if not isinstance(value, bool):
        raise _wrong(name, key, message("true or false"), value)
    return value


def _mapping(data: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, Mapping):
        raise _wrong(name, key, message("severities by rule"), value)
    return value


def _list(data: Mapping[str, Any], key: str, name: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise _wrong(name, key, message("a list"), value)
    return value


def _step(data: Any, name: str) -> ProfileStep:
    if not isinstance(data, Mapping):
        raise _wrong(name, "steps", message("a title and rules for each step"), data)
    _known_keys(data, _STEP_KEYS, message("a step of the profile '{name}'", name=name))
    rules = _list(data, "rules", name)
    where = message("title of a step of the profile '{name}'", name=name)
    return ProfileStep(title=_message(data.get("title"), where), rules=tuple(map(str, rules)))


def _wrong(name: str, key: str, expected: Message, got: Any) -> InvalidProfileError:
    return InvalidProfileError(
        message(
            "{profile}: expected {expected} under '{key}'; got {got}",
            profile=_named(name),
            expected=expected,
            key=key,
            got=_got(got),
        )
    )


def _got(value: Any) -> Message | str:
    return message("nothing") if value is None else brief(value)


def _named(name: str) -> Message:
    return message("profile '{name}'", name=name)


DEFAULT = "draft"
"""Name of the profile used where none is asked for."""

_FILES = Path(__file__).parent / "profiles"


@cache
def builtin_profiles() -> tuple[Profile, ...]:
    """Return the profiles of this library, by name."""
    found = sorted(_FILES.iterdir(), key=lambda file: file.name)
    return tuple(Profile.from_data(tomllib.loads(file.read_text(encoding="utf-8"))) for file in found)


def chosen(concept: Concept, asked: str | Profile | None, known: Mapping[str, Profile]) -> tuple[Profile, list[Hit]]:
    """Return the profile to check `concept` by, and a hit where it names one itself that does not exist.

    Raises `UnknownNameError` (a `KeyError`) when a profile is asked for that does not exist.
    """
    if isinstance(asked, Profile):
        return asked, []
    if asked is not None:
        return _asked(asked, known), []
    named = concept.checks.profile if concept.checks else None
    if named is None:
        return _asked(DEFAULT, known), []
    if named in known:
        return known[named], []
    values = {"profile": named, "used": DEFAULT, "near": suggestion_before(nearest(named, known))}
    return _asked(DEFAULT, known), [Hit(("checks", "profile"), values)]


def _asked(name: str, known: Mapping[str, Profile]) -> Profile:
    if name not in known:
        raise UnknownNameError(suggestion_or_choices(message("there is no profile '{name}'", name=name), name, known))
    return known[name]
