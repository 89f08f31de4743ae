"""Findings that say the same are told once."""

from integrationskonzept.findings import Finding, Place, Severity, grouped
from integrationskonzept.i18n.messages import message


def finding(line: int, key: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        code="IK040",
        severity=severity,
        message=message("unknown key {key}", key=key),
        places=(Place(file="a.yaml", line=line, column=1),),
    )


def test_findings_that_say_the_same_become_one_with_all_places_where_the_first_one_stood() -> None:
    found = grouped([finding(1, "titel"), finding(2, "moto"), finding(3, "titel"), finding(4, "titel")])
    assert [(one.message.text(), [place.line for place in one.places]) for one in found] == [
        ("unknown key titel", [1, 3, 4]),
        ("unknown key moto", [2]),
    ]


def test_findings_of_different_weight_stay_apart() -> None:
    assert len(grouped([finding(1, "titel"), finding(2, "titel", Severity.WARNING)])) == 2


def test_nothing_grouped_is_nothing() -> None:
    assert grouped([]) == ()
