"""Messages of the site."""

from integrationskonzept import MessageDomain

message = MessageDomain("integrationskonzept_site").message
"""Build a message of this plugin; its German is in the folder `locale`."""
