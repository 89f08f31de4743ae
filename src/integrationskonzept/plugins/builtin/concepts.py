"""The concepts that this library ships."""

from collections.abc import Sequence
from pathlib import Path

from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.contracts import BundledConcept
from integrationskonzept.plugins.hookspecs import hookimpl

_CONCEPTS = Path(__file__).parents[2] / "concepts"


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    """The concept of the town of Sachsenheim, and two editions of one of a fictitious town."""
    return (
        BundledConcept(
            name="sachsenheim",
            title=message("Integration concept of the town of Sachsenheim, 2025–2029"),
            read=_CONCEPTS.joinpath("sachsenheim.yaml").read_bytes,
        ),
        BundledConcept(
            name="musterstadt-2025",
            title=message("Example of a fictitious town, Musterstadt: edition of 2025"),
            read=_CONCEPTS.joinpath("musterstadt-2025.yaml").read_bytes,
        ),
        BundledConcept(
            name="musterstadt-2027",
            title=message("Example of a fictitious town, Musterstadt: edition of 2027, with what came of it"),
            read=_CONCEPTS.joinpath("musterstadt-2027.yaml").read_bytes,
        ),
    )
