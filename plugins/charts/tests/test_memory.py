"""Rendering with limited address space: an error, not an abort."""

import os
import subprocess
import sys

import pytest

from integrationskonzept_charts import render

DRAWS = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (4_000_000 * 1024, 4_000_000 * 1024))
import integrationskonzept as ik
try:
    ik.export(ik.concept("musterstadt-2025"), "charts", kinds="involvement")
except ik.errors.PluginError as error:
    print(error.args[0].text("de"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold processes to such a limit")
def test_a_process_with_little_address_space_is_told_and_not_ended() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", DRAWS], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "charts" in done.stdout
    assert "reserviert 66 GiB Adressraum" in done.stdout
    assert "darf nur 3.8 GiB haben" in done.stdout


def test_a_system_without_such_limits_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "resource", None)
    render._require_address_space()  # noqa: SLF001 - what is drawn is tested elsewhere
