"""One-line texts about exceptions and objects of plugins."""

from pathlib import Path

_HERE = Path(__file__).parent
_LONGEST = 300


def problem_of(error: BaseException) -> str:
    """Say an exception in one line, with the place it was raised at."""
    from traceback import extract_tb

    kind = type(error).__name__
    text = one_line(_text(error))
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).parent != _HERE]
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{kind}: {text}{place}" if text else kind + place


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - a plugin's exception may fail even at saying itself
        return ""


def one_line(text: str) -> str:
    """Put text on one line and cut it."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def shown(thing: object) -> str:
    """Show what a plugin handed over, which may fail even at that."""
    try:
        return one_line(repr(thing))
    except Exception:  # noqa: BLE001 - the plugin's own `__repr__` may raise anything
        return f"<{type(thing).__name__}>"
