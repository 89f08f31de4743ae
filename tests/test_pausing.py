"""The garbage collector is paused while many files are read, and nobody notices afterwards."""

import gc

import pytest

from integrationskonzept.pausing import collector_paused, settle


def test_the_collector_runs_again_when_the_last_pause_is_over() -> None:
    assert gc.isenabled()
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_pauses_may_end_in_the_order_they_began() -> None:
    first, second = collector_paused(), collector_paused()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_who_has_switched_the_collector_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_goes_wrong_in_a_pause_ends_it() -> None:
    with pytest.raises(OSError, match="gone"), collector_paused():
        raise OSError("gone")
    assert gc.isenabled()


def settled(count: int) -> list[list[object]]:
    """Make so many lists in a pause, and settle."""
    gc.collect()
    with collector_paused():
        made: list[list[object]] = [[] for _ in range(count)]
        settle()
    return made


def is_old(thing: object) -> bool:
    return any(each is thing for each in gc.get_objects(generation=2))


def test_what_is_settled_is_old_and_not_frozen() -> None:
    assert is_old(settled(30_000)[0])
    assert gc.get_freeze_count() == 0


def test_what_python_itself_begins_with_frozen_is_in_nobodys_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_freeze_count", lambda: 375)  # as Python 3.12 says at its start
    assert is_old(settled(30_000)[0])


def test_little_is_left_to_the_collector() -> None:
    assert not is_old(settled(100)[0])


def test_what_somebody_has_frozen_stays_so() -> None:
    gc.freeze()
    try:
        settled(30_000)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
