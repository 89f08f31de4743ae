"""Costs and funding."""

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.annotations import ActorRef, Money
from integrationskonzept.model.dates import Span
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


class Per(StrEnum):
    """Period that an amount covers."""

    TOTAL = "total"
    YEAR = "year"
    MONTH = "month"


@record
class Amount(Sourced):
    """Betrag: an amount of money or a range. A bare number stands for `value`."""

    SHORT: ClassVar[str] = "value"

    value: Money | None = None
    """Betrag."""
    minimum: Money | None = None
    """Mindestens."""
    maximum: Money | None = None
    """Höchstens."""
    currency: str = "EUR"
    """Währung, as an ISO 4217 code."""
    per: Per = Per.TOTAL
    """Bezug: total, year or month."""
    approximate: bool = False
    """Ungefähr."""
    basis: str | None = None
    """Berechnungsgrundlage."""

    def check_consistency(self) -> None:
        """Raise `InvalidValueError` for attributes that contradict each other."""
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            reason = message(
                "minimum must not exceed maximum; got {minimum} and {maximum}",
                minimum=self.minimum,
                maximum=self.maximum,
            )
            raise InvalidValueError(reason, "maximum")


class Budgeted(StrEnum):
    """Whether the money is budgeted."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@record
class YearlyCost(Sourced):
    """Jahresbetrag: the cost in one year."""

    year: PartialDate
    """Jahr, calendar or school year."""
    planned: Amount | None = None
    """Geplant."""
    actual: Amount | None = None
    """Tatsächlich."""


@record
class Cost(Sourced):
    """Kosten of an undertaking, by kind."""

    total: Amount | None = None
    """Gesamtkosten, as planned."""
    actual: Amount | None = None
    """Tatsächliche Kosten: total after the fact."""
    one_off: Amount | None = None
    """Einmalige Kosten."""
    recurring: Amount | None = None
    """Laufende Kosten."""
    personnel: Amount | None = None
    """Personalkosten."""
    material: Amount | None = None
    """Sachkosten."""
    by_year: tuple[YearlyCost, ...] = ()
    """Nach Jahren."""
    staff_fte: Money | None = None
    """Personal in full-time equivalents (VZÄ)."""
    financial_effect: bool | None = None
    """Finanzielle Auswirkungen: yes or no, as the council's form asks."""
    budgeted: Budgeted | None = None
    """Budgetiert: yes, partly or no."""
    budget_item: str | None = None
    """Haushaltsstelle."""
    counter_funding: str | None = None
    """Gegenfinanzierung, as the council's form asks: source of money that is not budgeted."""
    text: str | None = None
    """In Worten, such as ``Personalaufwand im Tagesgeschäft``."""


class FundingKind(StrEnum):
    """Sources of money."""

    OWN = "own"
    STATE = "state"
    FEDERAL = "federal"
    EU = "eu"
    DISTRICT = "district"
    MUNICIPALITY = "municipality"
    THIRD_PARTY = "third_party"
    FOUNDATION = "foundation"
    DONATION = "donation"
    OTHER = "other"


@record
class Funding(Sourced):
    """Finanzierung: one source of money, from application to expenditure."""

    kinds: tuple[FundingKind, ...] = ()
    """Mittelart, or several where the document leaves it open: own (Eigenmittel), state (Land),
    federal (Bund), eu, district (Landkreis), municipality (Kommune, for the project of somebody else),
    third_party (Drittmittel), foundation (Stiftung), donation (Spenden) or other."""
    provider: str | None = None
    """Mittelgeber, in words."""
    actor_ref: ActorRef | None = None
    """Mittelgeber, as an actor of the register."""
    fund: str | None = None
    """Fördertopf or programme."""
    year: PartialDate | None = None
    """Jahr of the funding."""
    period: Span | None = None
    """Bewilligungszeitraum, where it covers more than one year."""
    share: Decimal | None = None
    """Anteil at the cost in percent."""
    planned: Amount | None = None
    """Geplant."""
    requested: Amount | None = None
    """Beantragt."""
    granted: Amount | None = None
    """Bewilligt."""
    spent: Amount | None = None
    """Verausgabt."""
    earmarked: bool = False
    """Zweckgebunden."""
    final: bool = False
    """Letztmals: the source ends with this grant."""
    text: str | None = None
    """In Worten."""
