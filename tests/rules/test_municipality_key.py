"""The official municipality key has 8 digits, that of a district 5."""

import pytest

import integrationskonzept as ik


def told(ags: str, kind: str | None) -> list[str]:
    town = f"  name: Auental\n  ags: '{ags}'\n" + (f"  kind: {kind}\n" if kind else "")
    concept = ik.loads("schema: 2\nid: auental\ntitle: Auental\nmunicipality:\n" + town)
    findings = ik.check(concept).by_code.get("IK106", ())
    assert all((each.severity, each.place.line, each.place.column) == ("warning", 6, 3) for each in findings)
    return [each.hint.text() for each in findings if each.hint]


@pytest.mark.parametrize(
    ("ags", "kind"),
    [
        ("08118063", None),
        ("08118063", "town"),
        ("08111000", "independent_city"),
        ("08111", "independent_city"),
        ("08118", "district"),
        ("08118000", "district"),
        ("08118", None),
    ],
)
def test_a_key_of_the_right_length_is_right(ags: str, kind: str | None) -> None:
    assert told(ags, kind) == []


LOST = "was the leading zero lost? Then write '0{}', in quotes"


@pytest.mark.parametrize(
    ("ags", "kind", "hint"),
    [
        ("8118063", "town", LOST.format("8118063")),
        ("8118063", "district", LOST.format("8118063")),
        ("8118", "district", LOST.format("8118")),
        ("08118", "town", "compare it with the register of the statistical offices"),
        ("8118", "town", "compare it with the register of the statistical offices"),
        ("08 1 18 063", "town", "write '08118063', in quotes"),
        ("08118-063", None, "write '08118063', in quotes"),
        ("0811806\uff13", None, "compare it with the register of the statistical offices"),
        ("", None, "compare it with the register of the statistical offices"),
        ("AGS", None, "compare it with the register of the statistical offices"),
    ],
)
def test_a_key_of_another_length_is_told_with_what_may_have_happened(ags: str, kind: str | None, hint: str) -> None:
    assert told(ags, kind) == [hint]
