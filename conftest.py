"""What all tests share, those of the library and those of its plugins."""

from hypothesis import HealthCheck, settings

# No test is about time: a busy machine must not fail one.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
