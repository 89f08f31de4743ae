"""Messages of the importers."""

from integrationskonzept import MessageDomain

message = MessageDomain("integrationskonzept_office").message
"""Build a message of this plugin; its German is in the folder `locale`."""
