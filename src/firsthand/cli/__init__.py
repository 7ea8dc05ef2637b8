"""The command line: reads arguments, hands rooms to one another, prints."""
