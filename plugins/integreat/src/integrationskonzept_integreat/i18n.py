"""Messages for the staff of a town."""

from integrationskonzept import MessageDomain

message = MessageDomain("integrationskonzept_integreat").message
"""Build a message of this plugin; its German is in the folder `locale`."""
