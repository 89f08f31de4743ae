"""The garbage collector is paused while many files are read, and nobody notices afterwards."""

import gc

import pytest

from integrationskonzept.pausing import collector_paused


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
