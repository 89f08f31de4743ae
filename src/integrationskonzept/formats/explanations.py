"""Errors whose reason is a remark of the reading: the error then says it."""

from collections.abc import Iterable

from attrs import evolve

from integrationskonzept.findings import Finding, Severity
from integrationskonzept.formats import problems
from integrationskonzept.i18n.messages import message

_OUR_CODES = frozenset(problem.code for problem in problems.PROBLEMS)


def explained(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors, with the hint of the remark that explains them, and the other remarks.

    A remark of this library about the place of an error is left out: the error says more.
    """
    errors: list[Finding] = []
    remarks: list[Finding] = []
    for finding in findings:
        (errors if finding.severity is Severity.ERROR else remarks).append(finding)
    wrong = {_spot(error) for error in errors}
    left = [remark for remark in remarks if remark.code not in _OUR_CODES or _spot(remark) not in wrong]
    told = [_explained(error, left) for error in errors]
    return [*told, *left]


def _spot(finding: Finding) -> tuple[int | None, int | None]:
    return finding.place.line, finding.place.column


def _explained(error: Finding, remarks: list[Finding]) -> Finding:
    for remark in remarks:
        if _explains(remark, error):
            remarks.remove(remark)
            return evolve(error, hint=message("{reason}; {hint}", reason=remark.message, hint=remark.hint))
    return error


def _explains(remark: Finding, error: Finding) -> bool:
    there, here = remark.place, error.place
    if there.line is None or there.line != here.line or there.column is None or here.column is None:
        return False
    if remark.code == problems.COMMA_IN_BRACKETS.code:
        return here.column == there.column + 1
    is_text = error.code == problems.WRONG_KIND.code
    return remark.code == problems.HIDDEN_SIGN.code and is_text and here.column < there.column
