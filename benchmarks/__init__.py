"""Speed of the library compared with its peers, as ratios of one run: `./run nox -s benchmarks`."""
