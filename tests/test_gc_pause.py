"""The garbage collector waits while many objects are made, never for long, and as the application decided."""

import gc
import weakref
from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest

import integrationskonzept as ik
from integrationskonzept import gc_pause
from integrationskonzept.gc_pause import OBJECTS, OVERLAPPING, collector_paused

USUAL = (700, 10, 10)


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """Begin with what Python begins with, and leave the same."""
    before = gc.get_threshold()
    gc.set_threshold(*USUAL)
    yield
    assert gc.isenabled()
    gc.set_threshold(*before)


class Knot:
    """An object that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


def knots(count: int) -> list["weakref.ref[Knot]"]:
    return [weakref.ref(Knot()) for _ in range(count)]


def alive(made: list["weakref.ref[Knot]"]) -> int:
    return sum(each() is not None for each in made)


def test_the_collector_waits_longer_until_the_last_of_nested_pauses_is_over() -> None:
    with collector_paused():
        with collector_paused():
            assert gc.get_threshold() == (OBJECTS, 10, 10)
        assert gc.get_threshold() == (OBJECTS, 10, 10)
    assert gc.get_threshold() == USUAL


def test_little_garbage_is_left_until_the_pause_is_over() -> None:
    gc.collect()
    with collector_paused():
        made = knots(2000)
        assert alive(made) == 2000
    assert alive(made + knots(1000)) <= 1000


def test_a_pause_that_lasts_lets_no_garbage_pile_up() -> None:
    with collector_paused():
        made = knots(3 * OBJECTS)
        assert alive(made) <= OBJECTS


def test_pauses_may_end_in_the_order_they_began() -> None:
    first, second = collector_paused(), collector_paused()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert gc.get_threshold() == (OBJECTS, 10, 10)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == USUAL


def test_pauses_that_overlap_again_and_again_end_all_the_same() -> None:
    open_pauses = [collector_paused()]
    open_pauses[0].__enter__()
    seen = []
    for _ in range(OVERLAPPING):  # each begins before the one before it is over
        following = collector_paused()
        following.__enter__()
        open_pauses.pop().__exit__(None, None, None)
        open_pauses.append(following)
        seen.append(gc.get_threshold())
    assert seen[0] == (OBJECTS, 10, 10)
    assert seen[-1] == USUAL
    open_pauses.pop().__exit__(None, None, None)
    with collector_paused():
        assert gc.get_threshold() == (OBJECTS, 10, 10)
    assert gc.get_threshold() == USUAL


def test_garbage_of_the_application_is_freed_while_other_threads_read_without_end() -> None:
    text = ik.dumps(ik.concept("musterstadt-2025"), "json")
    stop = Event()

    def read() -> None:
        while not stop.is_set():
            ik.loads(text, "json")

    readers = [Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    made = knots(1)
    try:
        for _ in range(2000):  # some seconds at most
            if alive(made) < len(made):
                break
            made += knots(20)
            stop.wait(0.005)
        assert alive(made) < len(made)
    finally:
        stop.set()
        for reader in readers:
            reader.join()


@pytest.mark.parametrize(
    ("before", "meanwhile", "afterwards"),
    [
        (gc.enable, gc.disable, False),
        (gc.disable, gc.enable, True),
        (gc.disable, lambda: None, False),
        (gc.enable, lambda: None, True),
    ],
)
def test_whether_anything_is_collected_stays_the_applications_decision(
    before: Callable[[], None], meanwhile: Callable[[], None], afterwards: bool
) -> None:
    before()
    try:
        with collector_paused():
            meanwhile()
        assert gc.isenabled() is afterwards
    finally:
        gc.enable()


@pytest.mark.parametrize("own", [(0, 10, 10), (OBJECTS + 1, 5, 5)])
def test_who_collects_more_rarely_is_left_alone(own: tuple[int, int, int]) -> None:
    gc.set_threshold(*own)
    with collector_paused():
        assert gc.get_threshold() == own
    assert gc.get_threshold() == own


def test_a_threshold_that_the_application_sets_meanwhile_holds() -> None:
    with collector_paused():
        gc.set_threshold(5000, 5, 5)
    assert gc.get_threshold() == (5000, 5, 5)


def test_what_goes_wrong_in_a_pause_ends_it() -> None:
    with pytest.raises(OSError, match="gone"), collector_paused():
        raise OSError("gone")
    assert gc.get_threshold() == USUAL


def test_nothing_is_frozen() -> None:
    frozen = gc.get_freeze_count()
    ik.concept("musterstadt-2025")
    assert gc.get_freeze_count() == frozen
    assert not hasattr(gc_pause, "settle")
