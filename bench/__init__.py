"""Speed, memory and quality, measured beside the peers in the same run; never a timed test."""
