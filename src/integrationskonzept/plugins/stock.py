"""Everything that was brought in, each thing under a name of its own."""

from typing import Any

from attrs import frozen

from integrationskonzept.formats.format import Format
from integrationskonzept.language import Message, message
from integrationskonzept.model.record import is_id
from integrationskonzept.plugins.entry import Entry
from integrationskonzept.plugins.fence import shown
from integrationskonzept.plugins.fitting import misfit
from integrationskonzept.plugins.guard import guarded
from integrationskonzept.plugins.kind import KINDS, Kind
from integrationskonzept.rules.rule import Rule
from integrationskonzept.tabular.findings import FINDINGS
from integrationskonzept.tabular.table import FIRST_COLUMN, Table

OUR_CODES = "IK"
"""What the codes of this library's own rules begin with, and no plugin's."""

SUFFIX = message("file suffix")
"""What people call the ending of a file's name."""


@frozen
class Claim:
    """A thing, and the plugin that brought it under its name."""

    entry: Entry
    thing: Any
    name: str
    """Its name without its owner."""

    def qualified(self, others: "tuple[Claim, ...]") -> str:
        """Return the name that says whose it is: by distribution, or by plugin where one distribution has several."""
        provider = self.entry.provider
        owners = [claim.entry.provider.owner for claim in others]
        return f"{provider.owner if owners.count(provider.owner) == 1 else provider.name}:{self.name}"


class Stock:
    """The things themselves, by kind and name.

    This library keeps the names of what it brings. A name that several plugins claim belongs to
    none of them: each thing has its owner's name before it, as in ``city-ical:ical``.
    """

    def __init__(self) -> None:
        self._claims: dict[str, dict[str, tuple[Claim, ...]]] = {kind: {} for kind in KINDS}
        self._suffixes: dict[str, tuple[Claim, ...]] = {}

    def things(self, kind: str) -> dict[str, Any]:
        """Return everything of this kind in the order it came, by the name that nothing else has."""
        found = {}
        for name, claims in self._claims[kind].items():
            for claim in claims:
                found[name if len(claims) == 1 else claim.qualified(claims)] = claim.thing
        return found

    def claims(self, kind: str, name: str) -> tuple[Claim, ...]:
        """Return what has this name, with or without its owner's before it; several where it does not say whose."""
        claims = self._claims[kind].get(name, ())
        owner, colon, bare = name.partition(":")
        if claims or not colon:
            return claims
        return tuple(claim for claim in self._claims[kind].get(bare, ()) if claim.entry.provider.is_called(owner))

    @property
    def suffixes(self) -> dict[str, tuple[Claim, ...]]:
        """The formats that claim each file suffix."""
        return self._suffixes

    def keep(self, entry: Entry, kind: Kind, thing: Any) -> None:
        """Take in one thing, or note in the plugin's page why not."""
        fault = _unfit(entry, kind, thing)
        if fault is not None:
            entry.fault(fault, kind.name)
            return
        name = kind.key(thing)
        claim = Claim(entry, thing if entry.ours else guarded(thing, entry), name)
        before = self._claims[kind.name].get(name, ())
        owner = next((one.entry for one in before if one.entry.ours or one.entry is entry), None)
        if owner is not None:
            taken = message(
                "the {noun} '{name}' of {plugin} is not used: {other} brought one of this name first",
                noun=kind.title,
                name=name,
                plugin=str(entry.provider),
                other=str(owner.provider),
            )
            entry.fault(taken, kind.name)
            return
        entry.bring(f"{kind.singular} {name}")
        self._claims[kind.name][name] = claims = (*before, claim)
        if before:
            for each in claims:
                each.entry.call(f"{kind.singular} {name}", f"{kind.singular} {each.qualified(claims)}")
            _tell(kind.title, name, claims, kind.name)
        if isinstance(thing, Format):
            self._keep_suffixes(claim)

    def _keep_suffixes(self, claim: Claim) -> None:
        for suffix in dict.fromkeys(map(str.lower, claim.thing.suffixes)):
            before = self._suffixes.get(suffix, ())
            ours = next((one for one in before if one.entry.ours), None)
            if ours is not None and not claim.entry.ours:
                stay = message(
                    "files ending in {suffix} stay with the format '{name}' of {other}",
                    suffix=suffix,
                    name=ours.name,
                    other=str(ours.entry.provider),
                )
                claim.entry.fault(stay, "formats")
                continue
            self._suffixes[suffix] = claims = (*before, claim)
            if before and any(one.name != claim.name for one in before):
                _tell(SUFFIX, suffix, claims, "formats")


def _tell(noun: Message, name: str, claims: tuple[Claim, ...], kind: str) -> None:
    """Note with everyone who claims a name that it belongs to none of them; once with each."""
    for claim in claims if len(claims) == 2 else claims[-1:]:  # noqa: PLR2004 - two make it so, more of them join
        claim.entry.fault(contested(noun, name, claims), kind)


def contested(noun: Message, name: str, claims: tuple[Claim, ...]) -> Message:
    """Say that a name is claimed by several, and how to say whose is meant."""
    return message(
        "the {noun} '{name}' is claimed by {plugins}, and belongs to none of them; say whose you mean: {names},"
        " or leave a plugin out (--plugins-off)",
        noun=noun,
        name=name,
        plugins=", ".join(dict.fromkeys(str(claim.entry.provider) for claim in claims)),
        names=", ".join(f"'{claim.qualified(claims)}'" for claim in claims),
    )


def _unfit(entry: Entry, kind: Kind, thing: Any) -> Message | None:
    if not isinstance(thing, kind.contract):
        return message(
            "the hook {hook} answered with {got} where {expected} was expected",
            hook=kind.hook,
            got=shown(thing),
            expected=kind.contract.__name__,
        )
    wrong = misfit(thing)
    if wrong is not None:
        return wrong
    name = kind.key(thing)
    if isinstance(thing, Rule) and not entry.ours and name.startswith(OUR_CODES):
        return message(
            "the rule {code} is not used: codes that begin with {ours} are this library's own",
            code=name,
            ours=OUR_CODES,
        )
    if isinstance(thing, Table) and name == FINDINGS.name:
        return message("the table '{name}' is not used: the table of findings is this library's own", name=name)
    return _unfit_table(thing) if isinstance(thing, Table) else None


def _unfit_table(table: Table) -> Message | None:
    """Say what keeps a table from being laid out beside others: its name, or those of its columns."""
    names = [column.name for column in table.columns]
    if not is_id(table.name):
        return message(
            "a table cannot be called '{name}': use lower-case letters and digits joined by '-', '.' or '_'",
            name=shown(table.name),
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
