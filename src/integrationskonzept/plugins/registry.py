"""Load plugins, check what they bring, and register it by kind and name."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from types import ModuleType, NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

import attrs
import pluggy
from attrs import frozen

from integrationskonzept.errors import PluginError
from integrationskonzept.formats.format import Format
from integrationskonzept.i18n.languages import LANGUAGES, Language, add_language
from integrationskonzept.i18n.messages import Message, add_label, message
from integrationskonzept.model.annotations import is_id
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.plugins import hookspecs
from integrationskonzept.plugins.contracts import BundledConcept, CliCommand, Exporter, Publisher
from integrationskonzept.plugins.hookspecs import INTERFACE
from integrationskonzept.plugins.input_contracts import Importer, ObservationSource
from integrationskonzept.plugins.isolation import isolated, wrapped
from integrationskonzept.plugins.plugin_record import PluginRecord, safe_repr
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.rule import BUILTIN_CODES, Rule
from integrationskonzept.suggest import nearest
from integrationskonzept.tabular.table import FINDINGS_NAME, FIRST_COLUMN, Table


def _name(thing: Any) -> str:
    name: str = thing.name
    return name


def _code(thing: Rule | Language) -> str:
    return thing.code


def _place(thing: ForeignAttribute[Any]) -> str:
    return thing.place


@frozen(kw_only=True)
class Kind:
    """A kind of extension."""

    name: str
    """Name of the hook without its prefix, such as ``exporters``."""
    singular: str
    """Singular, such as ``exporter``."""
    title: Message
    """Name shown to users."""
    contract: type
    """Class of the items that the hook returns."""
    key: Callable[[Any], str] = _name
    """Function that returns the unique name of an item."""

    @property
    def hook(self) -> str:
        """Name of the hook."""
        return f"integrationskonzept_{self.name}"


KINDS = {
    kind.name: kind
    for kind in (
        Kind(name="formats", singular="format", title=message("format"), contract=Format),
        Kind(name="rules", singular="rule", title=message("rule"), contract=Rule, key=_code),
        Kind(name="profiles", singular="profile", title=message("profile"), contract=Profile),
        Kind(name="exporters", singular="exporter", title=message("exporter"), contract=Exporter),
        Kind(name="publishers", singular="publisher", title=message("publisher"), contract=Publisher),
        Kind(name="concepts", singular="concept", title=message("bundled concept"), contract=BundledConcept),
        Kind(name="tables", singular="table", title=message("table"), contract=Table),
        Kind(name="importers", singular="importer", title=message("importer"), contract=Importer),
        Kind(name="sources", singular="source", title=message("source of observations"), contract=ObservationSource),
        Kind(
            name="attributes",
            singular="attribute",
            title=message("foreign attribute"),
            contract=ForeignAttribute,
            key=_place,
        ),
        Kind(name="commands", singular="command", title=message("command"), contract=CliCommand),
        Kind(name="languages", singular="language", title=message("language"), contract=Language, key=_code),
    )
}
"""Every kind, by the name of its hook."""


TypeCheck: TypeAlias = Callable[[Any], bool]
"""Function that returns whether a value is of a type."""


def type_mismatch(thing: Any) -> Message | None:
    """Return an explanation for the first attribute whose value does not match its annotation; None if all match."""
    contract: Any = type(thing)
    for name, kind, fits in _annotations(contract):
        value = getattr(thing, name)
        if not fits(value):
            return message(
                "{attribute} of {contract} must be {expected}; got {got}",
                attribute=name,
                contract=contract.__name__,
                expected=_type_name(kind),
                got=safe_repr(value),
            )
    return None


@cache
def _annotations(contract: Any) -> tuple[tuple[str, Any, TypeCheck], ...]:
    """Return name, type and type check of every attribute of a contract."""
    attrs.resolve_types(contract)
    return tuple((attribute.name, attribute.type, _type_check(attribute.type)) for attribute in attrs.fields(contract))


def _type_check(kind: Any) -> TypeCheck:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        members = tuple(_type_check(member) for member in arguments)
        return lambda value: any(fits(value) for fits in members)
    if origin is tuple and arguments[1:] == (...,):
        inner = _type_check(arguments[0])
        return lambda value: isinstance(value, tuple) and all(map(inner, value))
    if origin is Callable:
        return callable
    plain = origin or kind
    return lambda value: not isinstance(plain, type) or isinstance(value, plain)


def _type_name(kind: Any) -> str:
    if get_origin(kind) in {Union, UnionType}:
        return " or ".join("None" if member is NoneType else _type_name(member) for member in get_args(kind))
    if get_origin(kind) is Callable:
        return "a function"
    return str(kind) if get_args(kind) else getattr(kind, "__name__", str(kind))


MAX_THINGS = 10_000
"""Largest number of things taken from one hook, so that a hook cannot yield forever."""

_STATES = "INTEGRATIONSKONZEPT_INTERFACE"


def load_plugin(
    record: PluginRecord, load: Callable[[], object], specs: ModuleType | type = hookspecs
) -> Iterator[tuple[Kind, Any]]:
    """Load a plugin in isolation and yield the items that its hooks return, each with its kind.

    Failures are recorded in `record`; only a `KeyboardInterrupt` is raised.
    """
    try:
        with isolated(record, message("loading")):
            plugin = load()
            _check_interface(plugin)
            manager = pluggy.PluginManager("integrationskonzept")
            manager.add_hookspecs(specs)
            manager.register(plugin, name="guest")
    except PluginError as error:
        record.fault(error)
        return
    _check_hooks(record, plugin, manager)
    for kind in KINDS.values():
        for implementation in getattr(manager.hook, kind.hook).get_hookimpls():
            for thing in _call_hook(record, kind, implementation):
                yield kind, thing
    record.loaded = True


def _check_interface(plugin: object) -> None:
    module = plugin if inspect.ismodule(plugin) else inspect.getmodule(type(plugin))
    wanted: int = getattr(plugin, _STATES, getattr(module, _STATES, INTERFACE))
    if wanted > INTERFACE:
        raise RuntimeError(
            f"it was built for interface {wanted}, and this version of integrationskonzept has interface {INTERFACE};"
            " update integrationskonzept"
        )


def _check_hooks(record: PluginRecord, plugin: object, manager: pluggy.PluginManager) -> None:
    specified = {name for name, hook in vars(manager.hook).items() if hook.has_spec()}
    for hook in sorted(vars(manager.hook).keys() - specified):
        near = nearest(hook, specified)
        if near is None:
            record.fault(message("there is no hook {hook}", hook=hook))
        else:
            record.fault(message("there is no hook {hook}; did you mean {near}?", hook=hook, near=near))
    listening = {hook.name for hook in manager.get_hookcallers(plugin) or ()}
    for hook in sorted(specified - listening):
        if inspect.getattr_static(plugin, hook, None) is not None:
            kind = hook.removeprefix("integrationskonzept_")
            record.fault(message("{hook} is not marked with @hookimpl and is not heard", hook=hook), kind)
    for hook in sorted(specified & listening):
        spec = getattr(manager.hook, hook).spec
        if spec.warn_on_impl is not None:
            record.remark(message("the hook {hook} is leaving: {why}", hook=hook, why=str(spec.warn_on_impl)))


def _call_hook(record: PluginRecord, kind: Kind, implementation: pluggy.HookImpl) -> tuple[Any, ...]:
    try:
        with isolated(record, message("answering the hook {hook}", hook=kind.hook)):
            answer = implementation.function()
            if isinstance(answer, (str, bytes, Mapping)) or not isinstance(answer, Iterable):
                raise TypeError(f"expected a sequence of {kind.contract.__name__}, got {safe_repr(answer)}")
            things = tuple(islice(answer, MAX_THINGS + 1))
            if len(things) > MAX_THINGS:
                raise ValueError(f"expected {MAX_THINGS} of {kind.contract.__name__} at most, got more")
            return things
    except PluginError as error:
        record.fault(error, kind.name)
        return ()


SUFFIXED = "formats", "importers", "sources"
"""The kinds of things that are chosen by the suffix of a file."""

SUFFIX = message("file suffix")
"""Name shown to users for the end of a file name."""


@frozen
class Claim:
    """An item, with its name and the plugin that provides it."""

    record: PluginRecord
    thing: Any
    name: str
    """Its name without its owner."""

    def qualified(self, others: "tuple[Claim, ...]") -> str:
        """Return the name prefixed with the distribution, or with the plugin if one distribution has several."""
        source = self.record.source
        owners = [claim.record.source.owner for claim in others]
        return f"{source.owner if owners.count(source.owner) == 1 else source.name}:{self.name}"


class Registry:
    """The items of all plugins, by kind and name.

    Names of this library's own items are reserved. A name that several plugins claim belongs to
    none of them: each item is available with its owner's name as a prefix, as in ``city-ical:ical``.
    """

    def __init__(self) -> None:
        self._claims: dict[str, dict[str, tuple[Claim, ...]]] = {kind: {} for kind in KINDS}
        self._suffixes: dict[str, dict[str, tuple[Claim, ...]]] = {kind: {} for kind in SUFFIXED}

    def things(self, kind: str) -> dict[str, Any]:
        """Return everything of this kind in the order of registration, by its unique name."""
        found = {}
        for name, claims in self._claims[kind].items():
            for claim in claims:
                found[name if len(claims) == 1 else claim.qualified(claims)] = claim.thing
        return found

    def claims(self, kind: str, name: str) -> tuple[Claim, ...]:
        """Return the claims to a name, with or without its owner as prefix; several if the name is ambiguous."""
        claims = self._claims[kind].get(name, ())
        owner, colon, bare = name.partition(":")
        if claims or not colon:
            return claims
        return tuple(claim for claim in self._claims[kind].get(bare, ()) if claim.record.source.is_called(owner))

    def suffixes(self, kind: str) -> dict[str, tuple[Claim, ...]]:
        """Return, by suffix, the things of a kind such as ``formats`` that claim it."""
        return self._suffixes[kind]

    def register(self, record: PluginRecord, kind: Kind, thing: Any) -> None:
        """Register one item, or record in the plugin's record why not."""
        fault = _refusal(record, kind, thing)
        if fault is not None:
            record.fault(fault, kind.name)
            return
        name = kind.key(thing)
        claim = Claim(record, thing if record.builtin else wrapped(thing, record), name)
        before = self._claims[kind.name].get(name, ())
        owner = next((one.record for one in before if one.record.builtin or one.record is record), None)
        if owner is not None:
            taken = message(
                "the {noun} '{name}' of {plugin} is not used: {other} brought one of this name first",
                noun=kind.title,
                name=name,
                plugin=str(record.source),
                other=str(owner.source),
            )
            record.fault(taken, kind.name)
            return
        record.add(f"{kind.singular} {name}")
        self._claims[kind.name][name] = claims = (*before, claim)
        if before:
            for each in claims:
                each.record.rename(f"{kind.singular} {name}", f"{kind.singular} {each.qualified(claims)}")
            _report_contested(kind.title, name, claims, kind.name)
        if kind.name in SUFFIXED:
            self._keep_suffixes(kind, claim)
        if isinstance(thing, Language):
            add_language(thing)
        if isinstance(thing, ForeignAttribute):
            add_label(thing.key, thing.title)

    def _keep_suffixes(self, kind: Kind, claim: Claim) -> None:
        claimed = self._suffixes[kind.name]
        for suffix in dict.fromkeys(map(str.lower, claim.thing.suffixes)):
            before = claimed.get(suffix, ())
            builtin = next((one for one in before if one.record.builtin), None)
            if builtin is not None and not claim.record.builtin:
                stay = message(
                    "files ending in {suffix} stay with the {noun} '{name}' of {other}",
                    suffix=suffix,
                    noun=kind.title,
                    name=builtin.name,
                    other=str(builtin.record.source),
                )
                claim.record.fault(stay, kind.name)
                continue
            claimed[suffix] = claims = (*before, claim)
            if before and any(one.name != claim.name for one in before):
                _report_contested(SUFFIX, suffix, claims, kind.name)


def _report_contested(noun: Message, name: str, claims: tuple[Claim, ...], kind: str) -> None:
    """Record, once for each plugin that claims a name, that it belongs to none of them."""
    for claim in claims if len(claims) == 2 else claims[-1:]:  # noqa: PLR2004 - the second claim makes it ambiguous for both, a further one only for itself
        claim.record.fault(contested(noun, name, claims), kind)


def contested(noun: Message, name: str, claims: tuple[Claim, ...]) -> Message:
    """Return the explanation that several plugins claim a name, with the qualified names."""
    return message(
        "the {noun} '{name}' is claimed by {plugins}, and belongs to none of them; say whose you mean: {names},"
        " or leave a plugin out (--plugins-off)",
        noun=noun,
        name=name,
        plugins=", ".join(dict.fromkeys(str(claim.record.source) for claim in claims)),
        names=", ".join(f"'{claim.qualified(claims)}'" for claim in claims),
    )


def _refusal(record: PluginRecord, kind: Kind, thing: Any) -> Message | None:
    if not isinstance(thing, kind.contract):
        return message(
            "the hook {hook} answered with {got} where {expected} was expected",
            hook=kind.hook,
            got=safe_repr(thing),
            expected=kind.contract.__name__,
        )
    wrong = type_mismatch(thing)
    if wrong is not None:
        return wrong
    name = kind.key(thing)
    if isinstance(thing, Rule) and not record.builtin and name.startswith(BUILTIN_CODES):
        return message(
            "the rule {code} is not used: codes that begin with {ours} are this library's own",
            code=name,
            ours=BUILTIN_CODES,
        )
    if isinstance(thing, Language) and name in LANGUAGES and LANGUAGES[name] != thing:
        return message("the language '{name}' is not used: it is this library's own", name=name)
    if isinstance(thing, Table) and name == FINDINGS_NAME:
        return message("the table '{name}' is not used: the table of findings is this library's own", name=name)
    return _table_refusal(thing) if isinstance(thing, Table) else None


def _table_refusal(table: Table) -> Message | None:
    """Return why a table cannot be used: its name, or those of its columns; None if it can."""
    names = [column.name for column in table.columns]
    if not is_id(table.name):
        return message(
            "a table cannot be called '{name}': use lower-case letters and digits joined by '-', '.' or '_'",
            name=safe_repr(table.name),
        )
    if names[:1] != [FIRST_COLUMN]:
        return message(
            "the first column of the table '{name}' must be '{first}', the concept's id; got {got}",
            name=table.name,
            first=FIRST_COLUMN,
            got=", ".join(names) or message("nothing"),
        )
    doubled = [name for position, name in enumerate(names) if name in names[:position]]
    if doubled:
        return message("the table '{name}' has several columns '{column}'", name=table.name, column=doubled[0])
    return None
