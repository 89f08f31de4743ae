"""Limited address space: the exporter works, and Altair gives an error, not an abort."""

import os
import subprocess
import sys

import pytest

from integrationskonzept_charts import render

LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (4_000_000 * 1024, 4_000_000 * 1024))
import integrationskonzept as ik
"""
EXPORTS = f"""{LIMITED}
print(len(ik.export(ik.concept("musterstadt-2025"), "charts", kinds="involvement").files))
"""
DRAWS = f"""{LIMITED}
from integrationskonzept_charts.pictures import involvement, svg
try:
    svg(involvement(ik.concept("musterstadt-2025")))
except ik.errors.PluginError as error:
    print(error.args[0].text("de"))
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold processes to such a limit")


def printed(code: str) -> str:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@linux
def test_the_exporter_needs_little_address_space() -> None:
    assert printed(EXPORTS).strip() == "1"


@linux
def test_a_process_with_little_address_space_is_told_and_not_ended() -> None:
    said = printed(DRAWS)
    assert "reserviert 66 GiB Adressraum" in said
    assert "darf nur 3.8 GiB haben" in said


def test_a_system_without_such_limits_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "resource", None)
    render._require_address_space()  # noqa: SLF001 - what is drawn is tested elsewhere
