"""Messages of the calendars."""

from integrationskonzept import Message, MessageDomain
from integrationskonzept.model import value_message

message = MessageDomain("integrationskonzept_ical").message
"""Build a message of this plugin; its German is in the folder `locale`."""


def years(number: float) -> Message:
    """Return a number of years."""
    return message("1 year") if number == 1 else message("{number} years", number=value_message(number))
