"""Calendar profiles: one for each kind of reader."""
