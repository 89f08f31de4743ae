"""The command keeps the contract that every command has to keep."""

from integrationskonzept.testing import CommandContract
from integrationskonzept_languageserver import LANGUAGE_SERVER


class TestLanguageServer(CommandContract):
    command = LANGUAGE_SERVER
