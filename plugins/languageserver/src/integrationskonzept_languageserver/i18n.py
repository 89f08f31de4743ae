"""Messages of the language server."""

from integrationskonzept import MessageDomain

message = MessageDomain("integrationskonzept_languageserver").message
"""Build a message of this plugin; its German is in the folder `locale`."""
