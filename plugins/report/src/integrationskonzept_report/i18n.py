"""Messages of the report."""

from integrationskonzept import MessageDomain

message = MessageDomain("integrationskonzept_report").message
"""Build a message of this plugin; its German is in the folder `locale`."""
