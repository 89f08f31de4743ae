"""How fast the library is beside its peers, as ratios of one run: `./run nox -s benchmarks`."""
