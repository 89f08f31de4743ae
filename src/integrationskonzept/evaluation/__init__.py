"""How a concept stands on a day: schedule, status, progress, what is due and what is open."""
