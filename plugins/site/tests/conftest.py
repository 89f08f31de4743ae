"""Fixtures of the tests of sites."""

from tests.accounts.conftest import node_modules

__all__ = ["node_modules"]
