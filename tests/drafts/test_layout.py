"""DocumentLayout files: what a town's documents look like, in TOML."""

from pathlib import Path
from typing import Any

import pytest

from integrationskonzept.drafts.layout import DocumentLayout, layout_of, read_layout
from integrationskonzept.errors import InvalidLayoutError


def test_a_layout_has_labels_words_and_structure(tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text(
        'measure = "Baustein"\nfield = ["Säule", "Feld"]\nskip = ["Anhang"]\norientation = "rows"\nglued = true\n'
        'town = "Stadt Auental"\ntitle = "Konzept"\n[labels]\n"Was tun wir?" = "description"\n"Intern" = "ignore"\n',
        encoding="utf-8",
    )

    assert read_layout(file) == DocumentLayout(
        labels={"Was tun wir?": "description", "Intern": "ignore"},
        measure=("Baustein",),
        field=("Säule", "Feld"),
        skip=("Anhang",),
        orientation="rows",
        glued=True,
        town="Stadt Auental",
        title="Konzept",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"masures": "x"}, "a layout has no key 'masures'; did you mean 'measure'"),
        ({"measure": 1}, "'measure': expected a text, or a list of texts; got 1"),
        ({"measure": [" "]}, "'measure': expected a text"),
        ({"glued": "ja"}, "'glued': expected true or false; got 'ja'"),
        ({"town": 1}, "'town': expected a text; got 1"),
        ({"orientation": "row"}, "'row' is no orientation; did you mean 'rows'"),
        ({"labels": ["x"]}, "'labels': expected lines such as"),
        ({"labels": {"Wer": "lead"}}, "'Wer': nothing is called 'lead'; did you mean 'leads'"),
    ],
)
def test_a_wrong_layout_says_what_is_wrong(data: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidLayoutError) as error:
        layout_of(data)
    assert str(error.value.args[0]).startswith(said)


def test_a_wrong_layout_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "layout.toml"
    file.write_text("glued = 1", encoding="utf-8")
    with pytest.raises(InvalidLayoutError, match=r"layout\.toml: 'glued'"):
        read_layout(file)
    file.write_text("glued =", encoding="utf-8")
    with pytest.raises(InvalidLayoutError, match=r"layout\.toml is not readable as TOML"):
        read_layout(file)
