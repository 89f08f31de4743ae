"""Contract suites: run as a test class of pytest, or by one call."""

import pickle
import warnings
from collections.abc import Callable, Collection, Mapping
from types import ModuleType
from typing import Any, ClassVar
from unittest import SkipTest

import attrs

from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.plugins.registry import KINDS
from integrationskonzept.suggest import did_you_mean

_REQUIRED = {"de": "German"}
"""Languages, besides English, that every sentence of a plugin must exist in."""


class BrokenContractError(AssertionError):
    """Raised for a broken contract; every breach is a line of the message."""


class NotTestedWarning(UserWarning):
    """A part of a contract could not be tested; the message says which, and why."""


class Contract:
    """Base of every contract suite; its tests are the methods that begin with ``test_``."""

    __test__: ClassVar[bool] = False  # pytest takes the subclasses, not the suite itself

    def __init_subclass__(cls, **arguments: Any) -> None:
        super().__init_subclass__(**arguments)
        cls.__test__ = cls.__name__.startswith("Test")


def must(kept: object, otherwise: str) -> None:
    """Raise `AssertionError` with a sentence unless `kept` is true; unlike ``assert``, also under ``python -O``."""
    if not kept:
        raise AssertionError(otherwise)


def sentences(suite: Contract) -> dict[str, Callable[[], None]]:
    """Return the tests of a suite, by their names as sentences."""
    names = sorted(name for name in dir(suite) if name.startswith("test_"))
    return {name.removeprefix("test_").replace("_", " "): getattr(suite, name) for name in names}


def breaches(suite: Contract, skipped: list[str]) -> list[str]:
    """Return the failed tests of a suite, each as a sentence; add the tests that were not run to `skipped`."""
    found = []
    for sentence, test in sentences(suite).items():
        try:
            test()
        except SkipTest as reason:
            skipped.append(f"{sentence}: {reason}")
        except Exception as error:  # noqa: BLE001 - any exception of a plugin is a breach
            said = "; ".join((str(error).strip(), *getattr(error, "__notes__", ())))
            found.append(f"{sentence}: {type(error).__name__}: {said}")
    return found


def keep(suites: Mapping[str, Contract]) -> None:
    """Run suites, each named by what it tests; raise `BrokenContractError` with all breaches, if there are any.

    A test that could not be run is told as a `NotTestedWarning`.
    """
    broken = []
    for what, suite in suites.items():
        skipped: list[str] = []
        found = breaches(suite, skipped)
        for reason in skipped:
            warnings.warn(f"not tested of {what}: {reason}", NotTestedWarning, stacklevel=3)
        if found:
            listed = "".join(f"\n- {breach}" for breach in found)
            broken.append(f"{what} does not keep its contract:{listed}")
    if broken:
        raise BrokenContractError("\n".join(broken))


def must_be_told(sentence: Message, what: str) -> None:
    """Raise `AssertionError` unless a sentence can be shown in every language, and exists in German."""
    must(isinstance(sentence, Message), f"{what} is {sentence!r:.100} and no Message")
    for language in LANGUAGES:
        try:
            said = sentence.text(language)
        except (KeyError, IndexError) as error:
            raise AssertionError(f"{what} needs a value for {error.args[0]} in {language!r}") from None
        must(said.strip(), f"{what} is empty in {language!r}")
    for language, name in _REQUIRED.items():
        must(
            sentence.is_translated(language),
            f"{what} is not told in {name}: {sentence.template!r}; "
            f"give translations={{{language!r}: …}}, even where it is the same",
        )


def must_be_taken(kind: str, thing: Any) -> None:
    """Raise `AssertionError` unless a plugin host takes the thing; this library's own parts are taken already."""
    host = PluginHost(discover=False)
    known = getattr(host, kind)()
    if _stated(thing) in map(_stated, known.values() if isinstance(known, Mapping) else known):
        return
    module = ModuleType("guest")
    hook = KINDS[kind].hook
    vars(module)[hook] = hookimpl(specname=hook)(lambda: (thing,))
    info = host.register(module, "guest")
    must(not info.faults, "; ".join(fault.text() for fault in info.faults))


def _stated(thing: Any) -> dict[str, Any]:
    """Return the attributes of a thing, without its functions."""
    return {each.name: value for each in attrs.fields(type(thing)) if not callable(value := getattr(thing, each.name))}


def must_be_nouns(names: Collection[str]) -> None:
    """Raise `AssertionError` for a name that is no noun of the model."""
    known = {kind.noun for kind in (Concept, *MODEL.below(Concept)) if issubclass(kind, Addressed)}
    for name in names:
        must(name in known, f"there is no noun {name!r} in the model{did_you_mean(name, known)}")


def state_of_concept(concept: Concept) -> bytes:
    """Return the content of a concept as bytes, to find out whether it was changed by force."""
    return pickle.dumps(attrs.evolve(concept))


def copied(concept: Concept) -> Concept:
    """Return an equal concept that shares no object with the given one."""
    twin: Concept = pickle.loads(pickle.dumps(concept))  # noqa: S301 - our own bytes
    return twin


def saved_and_loaded(concept: Concept) -> Concept:
    """Return a concept as it is read from the YAML file that it was written to."""
    return read_file(YAML.write(file_data(concept)), YAML)  # type: ignore[misc]  # it writes
