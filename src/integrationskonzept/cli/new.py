"""``new``: write a commented concept file as a starting point."""

import re
from importlib.resources import files
from pathlib import Path

import click

from integrationskonzept.cli.dates import today_or
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import deliver, refuse_overwriting
from integrationskonzept.cli.schema import schema_output
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.files import write_whole
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.annotations import is_id

SCHEMA_NAME = "concept.schema.json"
"""Name of the schema beside a new file, which its first line names for editors."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@click.command("new", short_help="Write a commented concept file for your town.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--town", metavar="NAME", default="Musterstadt", show_default=True, help="Name of the town.")
@click.option(
    "--start",
    "first_year",
    type=click.IntRange(1900, 2200),
    metavar="YEAR",
    help="First year of the concept; by default this year.",
)
@click.option("--years", type=click.IntRange(1, 50), default=5, show_default=True, help="Number of years.")
@click.option("--force", is_flag=True, help="Overwrite the file if it exists.")
@pass_session
def command(session: Session, file: Path, town: str, first_year: int | None, years: int, force: bool) -> None:
    """Write FILE (.yaml or .yml): a small concept with explanations in comments, which passes `check`.

    The schema for editors is written beside it, and the first line of FILE names it.
    """
    if file.exists() and not force:
        raise WrongUseError(message("{file} exists; name another file, or overwrite it with --force", file=file))
    if file.suffix.lower() not in YAML.suffixes:
        raise WrongUseError(
            message(
                "{file}: a new file is written as YAML; give it a name that ends in {suffixes}",
                file=file,
                suffixes=", ".join(YAML.suffixes),
            )
        )
    schema = schema_output(session, file.with_name(SCHEMA_NAME))
    refuse_overwriting([schema], force=force)
    first_year = first_year or today_or(None).year
    template = files("integrationskonzept.cli").joinpath("templates", f"concept.{session.language}.yaml")
    places = {
        "TOWN": _plain(town),
        "ID": id_of(town),
        "CHECK": session.command("check", file),
        "EXPORT": session.command("export", file, "ical"),
        "START": str(first_year),
        "END": str(first_year + years - 1),
        "BASELINE": str(first_year),
    }
    filled = re.sub(r"@([A-Z]+)@", lambda place: places[place[1]], template.read_text(encoding="utf-8"))
    written = write_whole(file, filled.encode())
    session.say("{file}: written; check it with: {command}", file=written, command=session.command("check", file))
    deliver(session, schema, force=force)


def id_of(name: str) -> str:
    """Return a town's name as an id: ``Bad Königshofen i. Grabfeld`` is ``bad-koenigshofen-i-grabfeld``."""
    spelled = re.sub(r"[^a-z0-9]+", "-", name.lower().translate(_UMLAUTS)).strip("-")
    if not is_id(spelled):
        raise WrongUseError(
            message(
                "no id can be spelled from '{name}'; name a town with letters, such as --town Musterstadt", name=name
            )
        )
    return spelled


def _plain(name: str) -> str:
    """Return the name; raise `WrongUseError` if YAML would need quotes around it."""
    if re.search(r"[:#\"'\\\n\r\t{}\[\]&*!|>%@`]", name):
        raise WrongUseError(
            message("a town's name has letters, spaces, hyphens, dots and brackets (…) only; got '{name}'", name=name)
        )
    return name
