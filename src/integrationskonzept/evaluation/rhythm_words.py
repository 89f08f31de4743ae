"""Rhythms in words, such as "every first Tuesday of the month, except school holidays"."""

from collections.abc import Sequence

from integrationskonzept.evaluation.recurrence import exception_in_words, proper_name
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import Frequency, Recurrence, Weekday
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.partial_date import PartialDate


def rhythm_in_words(recurrence: Recurrence, day: PartialDate | None = None) -> Message:
    """Return a rhythm in words; `day` is the first date, which says on which day of the month or year it is.

    What the document prints comes first; otherwise the words are made from the attributes.
    """
    if recurrence.text:
        return value_message(recurrence.text)
    said = _plain(recurrence, day)
    if recurrence.until:
        said = message("{rhythm}, until {day}", rhythm=said, day=value_message(recurrence.until))
    if recurrence.exceptions:
        days = value_message(tuple(map(exception_in_words, recurrence.exceptions)))
        said = message("{rhythm}, except: {days}", rhythm=said, days=days)
    return said


def _plain(recurrence: Recurrence, day: PartialDate | None) -> Message:
    weekdays = _days(recurrence.weekdays or _weekday_of(day))
    number = recurrence.interval
    match recurrence.frequency:
        case Frequency.IRREGULAR:
            return message("irregularly")
        case Frequency.DAILY:
            return message("every day") if number == 1 else message("every {number} days", number=number)
        case Frequency.WEEKLY:
            return _weekly(recurrence, day)
        case Frequency.MONTHLY if recurrence.positions:
            where = _positions(recurrence)
            if number == 1:
                return message("every {position} {weekdays} of the month", position=where, weekdays=weekdays)
            return message(
                "every {number} months on the {position} {weekdays}", number=number, position=where, weekdays=weekdays
            )
        case Frequency.MONTHLY:
            return _monthly(number, day)
    return _yearly(recurrence, day)


def _weekly(recurrence: Recurrence, day: PartialDate | None) -> Message:
    days, number = recurrence.weekdays or _weekday_of(day), recurrence.interval
    if not days:
        return message("every week") if number == 1 else message("every {number} weeks", number=number)
    if number == 1:
        return message("every {weekdays}", weekdays=_days(days))
    return message("every {number} weeks on {weekdays}", number=number, weekdays=_days(days))


def _weekday_of(day: PartialDate | None) -> tuple[Weekday, ...]:
    return (list(Weekday)[day.day.weekday()],) if day and day.day else ()


def _monthly(number: int, day: PartialDate | None) -> Message:
    if day is None or day.day is None:
        return message("every month") if number == 1 else message("every {number} months", number=number)
    if number == 1:
        return message("every month on day {day}", day=day.day.day)
    return message("every {number} months on day {day}", number=number, day=day.day.day)


def _yearly(recurrence: Recurrence, day: PartialDate | None) -> Message:
    number = recurrence.interval
    rhythm = message("every year") if number == 1 else message("every {number} years", number=number)
    if day is None or day.month_day is None:
        return rhythm
    if recurrence.positions:
        return message(
            "{rhythm} on the {position} {weekdays} in {month}",
            rhythm=rhythm,
            position=_positions(recurrence),
            weekdays=_days(recurrence.weekdays or _weekday_of(day)),
            month=_MONTHS[day.month_day[0] - 1],
        )
    of_the_year = PartialDate("--{:02}-{:02}".format(*day.month_day))
    return message("{rhythm} on {day}", rhythm=rhythm, day=value_message(of_the_year))


def _positions(recurrence: Recurrence) -> Message:
    return _listed([_ORDINALS[position] for position in recurrence.positions])


def _days(weekdays: tuple[Weekday, ...]) -> Message:
    return _listed([proper_name(day) for day in weekdays])


def _listed(said: Sequence[Message]) -> Message:
    """Return words joined by commas and a last "and"."""
    if len(said) < _SEVERAL:
        return value_message(tuple(said))
    return message("{first} and {last}", first=value_message(tuple(said[:-1])), last=said[-1])


_SEVERAL = 2


_ORDINALS = {
    1: message("first"),
    2: message("second"),
    3: message("third"),
    4: message("fourth"),
    5: message("fifth"),
    -1: message("last"),
    -2: message("last but one"),
    -3: message("last but two"),
    -4: message("last but three"),
    -5: message("last but four"),
}
_MONTHS = (
    *(message("January"), message("February"), message("March"), message("April"), message("May"), message("June")),
    *(message("July"), message("August"), message("September"), message("October"), message("November")),
    message("December"),
)
