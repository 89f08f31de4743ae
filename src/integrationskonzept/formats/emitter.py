"""Stub."""
from collections.abc import Mapping
from typing import Any
import yaml
def emit(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
