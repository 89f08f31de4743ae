"""What all tests share, those of the library and those of its plugins."""

import os

from hypothesis import HealthCheck, settings

# No test is about time: a busy machine must not fail one. Where a change is judged, it is judged by
# the same examples each time, as Hypothesis does by itself there; new ones are looked for elsewhere.
settings.register_profile(
    "untimed", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")
