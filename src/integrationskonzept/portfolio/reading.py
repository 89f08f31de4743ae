"""Read the concepts of many files, in sequence or with an executor."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from pathlib import Path

from integrationskonzept.gc_pause import collector_paused
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost, default_host
from integrationskonzept.portfolio.entry import PortfolioEntry, bundled_entry, files_below, read_entry, warnings_of
from integrationskonzept.portfolio.portfolio import Portfolio
from integrationskonzept.printable import brief

Source = str | os.PathLike[str] | Concept
"""A file, a folder, the name of a bundled concept, or a concept."""

Sources = Source | Iterable[Source]
"""One source, or many."""

Progress = Callable[[int, int], object]
"""Function called after each step with the number of files read and the number of all files."""

_CHUNK = 32
"""Maximum number of files in a chunk: sending to a process costs more than reading a file."""
_CHUNKS = 64
"""Minimum number of chunks for few files, so that the work is shared evenly."""


def read_portfolio(
    sources: Sources,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
    host: PluginHost | None = None,
) -> Portfolio:
    """Read the concepts of many files, in the order of `sources`.

    A folder stands for every file in it, and below it, whose suffix a format reads. The name of a bundled concept
    and a concept itself, such as one that is not saved yet, can stand among them. A file that
    holds no concept is among the portfolio's findings, and the others are read. Any
    `concurrent.futures` executor shares the work: threads, processes, Dask's
    ``client.get_executor()``; what is not read yet when this raises is cancelled. `progress` is
    called with the number of files done and the number of all files.
    """
    host = host or default_host()
    found = list(_found(sources, host))
    files = [one for one in found if isinstance(one, str)]
    report: Progress = progress or (lambda _done, _total: None)
    report(0, len(files))
    with collector_paused():
        read = _read_here(files, host, report) if executor is None else _read_with(executor, files, host, report)
        of_files = iter([*read])
        entries = tuple(next(of_files) if isinstance(one, str) else one for one in found)
    return Portfolio(entries=entries, host=host)


def _found(sources: Sources, host: PluginHost) -> Iterator[str | PortfolioEntry]:
    """Yield the files to be read, and the entries of what is no file."""
    for given in [sources] if isinstance(sources, (str, os.PathLike, Concept)) else sources:
        if isinstance(given, Concept):
            yield PortfolioEntry(given.address, given, warnings_of(given))
        elif isinstance(given, (str, os.PathLike)):
            path = Path(given)
            if path.is_dir():
                yield from (os.fspath(file) for file in files_below(path, host))
            elif _is_bundled(given, path, host):
                yield bundled_entry(os.fspath(given), host)
            else:
                yield os.fspath(given)
        else:
            raise TypeError(
                "expected a file, a folder, the name of a bundled concept or a concept;"
                f" got {brief(given)}, a {type(given).__name__}"
            )


def _is_bundled(given: object, path: Path, host: PluginHost) -> bool:
    """Return whether a text is the name of a bundled concept, and not of a file."""
    return isinstance(given, str) and not path.suffix and given in host.concepts() and not path.exists()


def _read_here(files: Sequence[str], host: PluginHost, report: Progress) -> Iterator[PortfolioEntry]:
    for done, file in enumerate(files, start=1):
        yield read_entry(file, host)
        report(done, len(files))


def _read_with(
    executor: Executor, files: Sequence[str], host: PluginHost, report: Progress
) -> Iterator[PortfolioEntry]:
    size = max(1, min(_CHUNK, len(files) // _CHUNKS))
    chunks = [tuple(files[start : start + size]) for start in range(0, len(files), size)]
    futures = [executor.submit(_read_chunk, chunk, host) for chunk in chunks]
    try:
        _wait(futures, chunks, report)
        return iter([entry for future in futures for entry in future.result()])
    finally:
        for future in futures:
            future.cancel()


def _wait(
    futures: Sequence["Future[list[PortfolioEntry]]"], chunks: Sequence[tuple[str, ...]], report: Progress
) -> None:
    sizes = dict(zip(futures, map(len, chunks), strict=True))
    done, total = 0, sum(sizes.values())
    for future in as_completed(futures):
        future.result()
        done += sizes[future]
        report(done, total)


def _read_chunk(files: tuple[str, ...], host: PluginHost) -> list[PortfolioEntry]:
    with collector_paused():
        return [read_entry(file, host) for file in files]
