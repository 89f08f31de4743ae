"""A good language, and bad ones."""

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from attrs import evolve
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.plugins import Language
from integrationskonzept.testing.language_contract import language_suite
from tests.testing.mutants.mutant import Mutant

ENGLISH = "there is no {noun} '{id}'"


@cache
def catalogues(translation: str) -> Path:
    """Return a folder with a catalogue of one sentence."""
    folder = Path(mkdtemp())
    catalogue = Catalog(locale="tr")
    catalogue.add(ENGLISH, translation)
    content = BytesIO()
    write_mo(content, catalogue)
    file = folder / "tr" / "LC_MESSAGES" / "integrationskonzept.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content.getvalue())
    return folder


TURKISH = Language(
    code="tr",
    day_of_year="{day} {name}",
    decimal=",",
    group=".",
    dates={"day": "{day:02}.{month:02}.{year}", "month": "{name} {year}"},
    months=("Ocak", "Şubat", "Mart", "Nisan", "May\u0131s", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
            "Kas\u0131m", "Aral\u0131k"),
    last_item=" ve ",
    truth_words={"evet": True, "hay\u0131r": False},
    catalogues=catalogues("{noun} '{id}' yok"),
)  # fmt: skip


def bad(sentence: str, test: str, said: str, **changes: Any) -> Mutant:
    return Mutant(sentence, test, said, lambda: language_suite(evolve(TURKISH, **changes)))


FORMS = "Dates, numbers, amounts and lists can be written in its forms."
TABLE = "It is written in one direction, has twelve months or none, and two marks in numbers."
CATALOGUE = "It has a catalogue whose sentences have no places besides those of the English ones."
FILLED = "its forms can be filled"
CONSISTENT = "its table is consistent"
PLACES = "its sentences have the places of the english ones"

MUTANTS = (
    bad(FORMS, FILLED, "tag", dates={"day": "{tag}.{month}"}),
    bad(FORMS, FILLED, "a day is written as nothing", dates={"day": ""}),
    bad(FORMS, FILLED, "the 7th of March is written as 'Mart'", day_of_year="{name}"),
    bad(FORMS, FILLED, "12 EUR are written as 'EUR'", amount="{currency}"),
    bad(TABLE, CONSISTENT, "the direction is 'left', neither", direction="left"),
    bad(TABLE, CONSISTENT, "it has 2 months", months=("Ocak", "Şubat")),
    bad(TABLE, CONSISTENT, "both marked by '.'", decimal="."),
    bad(TABLE, CONSISTENT, "'Evet' for yes or no is not in lower case", truth_words={"Evet": True}),
    bad(CATALOGUE, "it has a catalogue", "there is no sentence", catalogues=Path("nowhere")),
    bad(CATALOGUE, PLACES, "has places that .* has not: isim", catalogues=catalogues("{isim} yok")),
    bad("A host accepts everything that it states.", "a host takes it", "it is this library's own",
        code="de", catalogues=LANGUAGES["de"].catalogues),
)  # fmt: skip
"""Bad languages."""
