"""The concepts of many files."""

from concurrent.futures import Executor

from integrationskonzept.api.hosting import default_host
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.portfolio import reading
from integrationskonzept.portfolio.portfolio import Portfolio


def read_portfolio(
    paths: reading.Paths,
    *,
    executor: Executor | None = None,
    progress: reading.Progress | None = None,
    host: PluginHost | None = None,
) -> Portfolio:
    """Read the concepts of many files; a folder stands for the files in it that a format reads.

    A file that holds no concept is among the portfolio's findings, and the others are read. Any
    `concurrent.futures` executor shares the work out: threads, processes, Dask's
    ``client.get_executor()``. `progress` is called with how many of how many files are done.
    """
    return reading.read_portfolio(paths, host or default_host(), executor=executor, progress=progress)
